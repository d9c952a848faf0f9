// What follows from a ticket code: its secret S, the lookup of its state, and the capsule in which
// a desk publishes that state.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/ticket_code.h"
#include "domain/ticket_state.h"
#include "ledger/secret.h"
#include "ports/randomness.h"

namespace tanggap {

using OfficeSalt = std::array<std::uint8_t, 16>;

// S of a code. Derived keys are cheap; only Derive blocks (about 60 ms, 64 MiB).
class TicketSecret {
 public:
  [[nodiscard]] static TicketSecret Derive(const TicketCode& code, const OfficeSalt& salt);
  // From 64 hex digits, as the sealed content holds it.
  [[nodiscard]] static std::optional<TicketSecret> FromHex(std::string_view hex);
  [[nodiscard]] std::string Hex() const;
  [[nodiscard]] std::string Lookup() const;  // BLAKE2b(S,"lookup"), 16 bytes, 32 hex digits
  [[nodiscard]] Secret CounterKey() const;   // BLAKE2b(S,"counter"): opens `tk`
  // The state as base64: nonce | AEAD of 512 padded bytes, AD lookup.
  [[nodiscard]] std::string SealState(const TicketState& state, Randomness& randomness) const;
  [[nodiscard]] std::optional<TicketState> OpenState(std::string_view capsule) const;

 private:
  explicit TicketSecret(Secret secret) : secret_(std::move(secret)) {}
  Secret secret_;
};

// A state as at most 511 bytes of strict JSON and back. Sentences and remedies beyond the space are
// left out from the end. Unknown fields and stages of a newer program read as "examined".
[[nodiscard]] std::string WriteTicketState(const TicketState& state);
[[nodiscard]] std::optional<TicketState> ReadTicketState(std::string_view text);

// The codes of this program: makes fresh ones with their secret ready, and remembers the last few.
// One thread.
class TicketSecrets {
 public:
  TicketSecrets(const OfficeSalt& salt, Randomness& randomness);
  // A fresh code; at once when Prepare ran, else it blocks for about 60 ms.
  [[nodiscard]] TicketCode NewCode();
  // Derives the next code's secret, unless it is ready. False: nothing to do.
  bool Prepare();
  // S of a code: remembered, or derived now.
  [[nodiscard]] const TicketSecret& Of(const TicketCode& code);
  // Takes a secret that was derived elsewhere (on another core) for this code.
  void Remember(const TicketCode& code, TicketSecret secret);
  void Forget();  // wipes what is remembered, not what is prepared

 private:
  struct Known {
    TicketCode code;
    TicketSecret secret;
  };
  [[nodiscard]] Known Make();

  OfficeSalt salt_;
  Randomness& randomness_;
  std::optional<Known> next_;
  std::optional<Known> last_;
};

}  // namespace tanggap
