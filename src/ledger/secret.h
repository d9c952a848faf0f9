// Secrets in memory: locked against swapping where the system lets us, wiped when they go.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "ledger/bytes.h"

namespace tanggap {

// Must be called before anything else of the ledger; cheap when repeated. Throws
// std::runtime_error when the machine has no randomness.
void StartLedger();

void Wipe(std::span<std::uint8_t> bytes);
void Wipe(std::string& text);  // wipes the whole capacity and empties it

// 32 secret bytes in guarded, locked memory. Moves, never copies; wiped at the end.
class Secret {
 public:
  static constexpr std::size_t kSize = 32;

  Secret();  // zeros
  explicit Secret(std::span<const std::uint8_t, kSize> bytes);
  [[nodiscard]] std::span<std::uint8_t, kSize> Bytes() {
    return std::span<std::uint8_t, kSize>{held_.get(), kSize};
  }
  [[nodiscard]] std::span<const std::uint8_t, kSize> Bytes() const {
    return std::span<const std::uint8_t, kSize>{held_.get(), kSize};
  }
  [[nodiscard]] const std::uint8_t* data() const { return held_.get(); }
  [[nodiscard]] Secret Copy() const { return Secret{Bytes()}; }

 private:
  struct Free {
    void operator()(std::uint8_t* bytes) const;
  };
  std::unique_ptr<std::uint8_t[], Free> held_;  // NOLINT(modernize-avoid-c-arrays)
};

// A text that is wiped when it goes out of scope. Reserve first: growing leaves copies behind.
class WipedText {
 public:
  explicit WipedText(std::size_t capacity) { text.reserve(capacity); }
  ~WipedText() { Wipe(text); }
  WipedText(const WipedText&) = delete;
  WipedText& operator=(const WipedText&) = delete;

  std::string text;
};

}  // namespace tanggap
