#include "printing/answers.h"

namespace tanggap::printing {
namespace {

constexpr unsigned kFixed = 0x93;  // the bits that tell the kinds of answers apart
constexpr std::uint8_t kPrintedFrame = 0x37;
constexpr std::uint8_t kPrintedKind = 0x22;
constexpr std::uint8_t kInfoFrame = 0x5F;

std::uint8_t At(const std::string& bytes, std::size_t index) {
  return static_cast<std::uint8_t>(bytes[index]);
}

struct Step {
  std::size_t used = 0;  // 0: the frame is not complete yet
  bool is_answer = false;
  Answer answer;
};

// 37 … 00 and 5F … 00: text up to a zero byte.
Step ReadFrame(const std::string& bytes) {
  const auto end = std::string_view(bytes).substr(0, AnswerReader::kLongestFrame).find('\0');
  if (end == std::string_view::npos) {
    // A frame that never ends was garbage: give up its first byte and look at the rest anew.
    return bytes.size() >= AnswerReader::kLongestFrame ? Step{1, false, {}} : Step{};
  }
  if (end == 6 && At(bytes, 0) == kPrintedFrame && At(bytes, 1) == kPrintedKind)
    return {end + 1, true, PrintedAnswer{bytes.substr(2, 4)}};
  return {end + 1, true, OtherAnswer{}};
}

Step ReadOne(const std::string& bytes) {
  const std::uint8_t first = At(bytes, 0);
  if (first == kPrintedFrame || first == kInfoFrame) return ReadFrame(bytes);
  if ((first & kFixed) == 0x12) return {1, true, StatusAnswer{first}};
  if ((first & kFixed) != 0x10) return {1, false, {}};  // XON, XOFF, garbage
  ChangeReport report;
  report.bytes[0] = first;
  for (std::size_t i = 1; i < report.bytes.size(); ++i) {
    if (i >= bytes.size()) return {};
    report.bytes[i] = At(bytes, i);
    if ((report.bytes[i] & 0x90U) != 0) return {1, false, {}};  // no report after all
  }
  return {report.bytes.size(), true, report};
}

bool Bit(std::uint8_t bits, unsigned mask) {
  return (bits & mask) != 0;
}

}  // namespace

std::vector<Answer> AnswerReader::Read(std::string_view bytes) {
  pending_.append(bytes);
  std::vector<Answer> answers;
  while (!pending_.empty()) {
    Step step = ReadOne(pending_);
    if (step.used == 0) break;
    pending_.erase(0, step.used);
    if (step.is_answer) answers.push_back(std::move(step.answer));
  }
  return answers;
}

Trouble ReadPrinterBits(std::uint8_t bits) {
  return {.offline = Bit(bits, 0x08)};
}

Trouble ReadOfflineBits(std::uint8_t bits) {
  return {.cover_open = Bit(bits, 0x04), .paper_out = Bit(bits, 0x20), .error = Bit(bits, 0x40)};
}

Trouble ReadErrorBits(std::uint8_t bits) {
  return {.cutter_error = Bit(bits, 0x08), .error = Bit(bits, 0x60)};
}

Trouble ReadPaperBits(std::uint8_t bits) {
  return {.paper_out = Bit(bits, 0x60), .near_end = Bit(bits, 0x0C)};
}

Trouble ReadChanges(const ChangeReport& report) {
  return {.offline = Bit(report.bytes[0], 0x08),
          .cover_open = Bit(report.bytes[0], 0x20),
          .paper_out = Bit(report.bytes[2], 0x0C),
          .near_end = Bit(report.bytes[2], 0x03),
          .cutter_error = Bit(report.bytes[1], 0x08),
          .error = Bit(report.bytes[1], 0x64)};
}

}  // namespace tanggap::printing
