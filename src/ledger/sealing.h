// Sealing and opening bodies: a random key each, wrapped for the office's readers and, where the
// visitor's ticket may open it, for the ticket.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"
#include "domain/record.h"
#include "domain/result.h"
#include "formats/record_codec.h"
#include "ledger/keys.h"
#include "ledger/roster.h"
#include "ports/journal.h"
#include "ports/randomness.h"

namespace tanggap {

// The longest plaintext of one body, so that its line stays under 64 KiB.
inline constexpr std::size_t kMaxBodyText = 44'000;

// Seals bodies to the current reading keys of a roster. Wrapping a key is the costly part and
// needs no content, so Prepare() does it ahead while the kiosk is idle.
class BodySealer {
 public:
  BodySealer(const Roster& roster, Randomness& randomness);
  // Fills up the prepared keys; about 0.1 ms each. Returns false when all were there.
  bool Prepare();
  // `ticket_key` (BLAKE2b(S,"counter")) wraps the key for the ticket too. The text is at most
  // kMaxBodyText.
  [[nodiscard]] SealedBody Seal(const RecordId& id, BodyClass body_class, std::string_view text,
                                const Secret* ticket_key);

 private:
  struct WrappedKey {
    Secret key;
    std::string wrapped;  // `kw`
  };
  struct Reader {
    std::uint32_t number = 0;
    PublicKey key{};
    std::vector<WrappedKey> ready;
  };
  [[nodiscard]] WrappedKey Wrap(const Reader& reader);

  OfficeId office_;
  std::map<BodyClass, Reader> readers_;
  Randomness* randomness_;  // a pointer, so that a newer roster's sealer can take the place
};

// The reading secrets that a sign-in opened, in locked memory.
class ReadingKeys {
 public:
  // Those wraps of the person that open; others are passed over.
  [[nodiscard]] static ReadingKeys Unwrap(const RosterPerson& person, const PersonKey& key);
  void Add(const ReadingKeyName& name, SealingKey key);
  [[nodiscard]] const SealingKey* Find(const ReadingKeyName& name) const;
  [[nodiscard]] bool Reads(BodyClass body_class) const;
  [[nodiscard]] bool Empty() const { return keys_.empty(); }
  [[nodiscard]] const std::map<ReadingKeyName, SealingKey>& All() const { return keys_; }
  // The secrets of these classes sealed to another person's key, for the roster.
  [[nodiscard]] std::map<ReadingKeyName, std::string> WrapFor(
      const PublicKey& sealing, const std::set<BodyClass>& classes) const;

 private:
  std::map<ReadingKeyName, SealingKey> keys_;
};

enum class OpenFault { kNoKey, kDamaged, kSignature };
struct Opening {
  std::optional<Body> body;
  OpenFault fault = OpenFault::kNoKey;  // meaningful without a body
  // It named a second person who hasn't signed: the name is left out of the body's fields.
  bool second_unsigned = false;
};

// Opens a body line. `type` is the record's type as written, `roster` knows who may have signed.
// The line must name this record and class. A body with `by` whose signature does not hold is
// refused, and so is one with a second person's that does not; a name without any is dropped.
[[nodiscard]] Opening OpenBody(const Roster& roster, const ReadingKeys& keys, const RecordId& id,
                               std::string_view type, std::string_view line);
// The same with the ticket's own key.
[[nodiscard]] Opening OpenBodyWithTicket(const Roster& roster, const Secret& ticket_key,
                                         const RecordId& id, std::string_view type,
                                         std::string_view line);

// What a person signs: "tanggap/1/act\0" | id | LP(t) | LP(bytes of b).
[[nodiscard]] Packed ActBytes(const RecordId& id, std::string_view type, std::string_view fields);
// What a second person signs who agrees: "tanggap/1/second\0" | id | LP(t) | LP(bytes of b), the
// bytes that name them.
[[nodiscard]] Packed SecondBytes(const RecordId& id, std::string_view type,
                                 std::string_view fields);

}  // namespace tanggap
