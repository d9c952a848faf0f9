// Notes that whoever syncs leaves beside a replica, for the desk's screen: when the other side was
// reached, what was found altered, when a stick was last carried. Hints for people: nothing depends
// on them, and a note that can't be written is no reason to fail. They lie beside tanggap/, so no
// mirror carries them, and only where a device reads them: a stick or a second folder stays as it
// is.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "domain/time.h"
#include "folder/mirror.h"

namespace tanggap {

// REPLICA/reached: "at <ms>" after a round, "lost <ms>" since the first one that failed;
// milliseconds since 1970.
void NoteReached(const std::filesystem::path& replica, bool reached, Instant now);
// Both empty: nobody syncs here.
struct Reached {
  std::optional<Instant> at;
  std::optional<Instant> lost;
};
[[nodiscard]] Reached ReadReached(const std::filesystem::path& replica);

// REPLICA/altered: "<ms> <restored> <left>", the sum of the last day with something found.
void NoteAltered(const std::filesystem::path& replica, const MirrorRound& round, Instant now);
struct FoundAltered {
  std::size_t restored = 0;  // from the other side
  std::size_t left = 0;      // damaged on both sides
  Instant at{};
};
// Nothing: not in the day before `now`.
[[nodiscard]] std::optional<FoundAltered> ReadAltered(const std::filesystem::path& replica,
                                                      Instant now);

// REPLICA/carried: "<ms> <place>", when everything was last on a stick and read back from it.
void NoteCarried(const std::filesystem::path& replica, const std::filesystem::path& stick,
                 Instant now);
struct Carried {
  Instant at{};
  std::string place;  // of the stick
};
[[nodiscard]] std::optional<Carried> ReadCarried(const std::filesystem::path& replica);

}  // namespace tanggap
