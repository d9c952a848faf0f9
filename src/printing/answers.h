// What a printer says back: a stream of answers told apart by their first byte, never by "the next
// byte is mine" (answers arrive late, doubled, or unasked).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tanggap::printing {

struct StatusAnswer {  // DLE EOT: (byte & 0x93) == 0x12; which question it answers is the caller's
  std::uint8_t bits = 0;
  bool operator==(const StatusAnswer&) const = default;
};
struct ChangeReport {  // automatic status: four bytes, the first (byte & 0x93) == 0x10
  std::array<std::uint8_t, 4> bytes{};
  bool operator==(const ChangeReport&) const = default;
};
struct PrintedAnswer {  // GS ( H: 37 22 d1 d2 d3 d4 00
  std::string digits;
  bool operator==(const PrintedAnswer&) const = default;
};
struct OtherAnswer {  // a framed answer to something else: 37 .. 00, 5F .. 00
  bool operator==(const OtherAnswer&) const = default;
};
using Answer = std::variant<StatusAnswer, ChangeReport, PrintedAnswer, OtherAnswer>;

// Collects bytes and gives whole answers. Bytes that begin no answer are dropped, so garbage never
// turns into a status. Holds at most kLongestFrame bytes of an unfinished frame.
class AnswerReader {
 public:
  static constexpr std::size_t kLongestFrame = 80;

  [[nodiscard]] std::vector<Answer> Read(std::string_view bytes);
  void Forget() { pending_.clear(); }

 private:
  std::string pending_;
};

// What the bits mean. Only the members that this answer speaks of are set.
struct Trouble {
  bool offline = false;
  bool cover_open = false;
  bool paper_out = false;
  bool near_end = false;
  bool cutter_error = false;
  bool error = false;  // mechanical, head temperature, unrecoverable
  bool operator==(const Trouble&) const = default;
};
[[nodiscard]] Trouble ReadPrinterBits(std::uint8_t bits);  // DLE EOT 1
[[nodiscard]] Trouble ReadOfflineBits(std::uint8_t bits);  // DLE EOT 2
[[nodiscard]] Trouble ReadErrorBits(std::uint8_t bits);    // DLE EOT 3
[[nodiscard]] Trouble ReadPaperBits(std::uint8_t bits);    // DLE EOT 4
[[nodiscard]] Trouble ReadChanges(const ChangeReport& report);

}  // namespace tanggap::printing
