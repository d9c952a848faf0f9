// The keys that the golden bytes were made with don't come with them, so the targets that need
// signatures that hold have an office of their own: the same bytes in every run, from a fixed seed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fakes/seeded_randomness.h"
#include "ledger/beat.h"
#include "ledger/founding.h"
#include "ledger/segment.h"

namespace tanggap::fuzz {

// A kiosk, a desk, a supervisor and a head.
[[nodiscard]] const Founding& TheOffice();
[[nodiscard]] NodeKeys TheKeys();
// The only other things of it that are signed: a mutation that is believed would be a forgery.
[[nodiscard]] const Beat& TheBeat();
[[nodiscard]] const std::string& TheBeatLine();
[[nodiscard]] const std::string& TheNextRoster();  // with one more kiosk

inline constexpr const char* kNonce = "9f2c01ab";
// What the kiosk's first segment continues.
[[nodiscard]] std::string FirstLink();
// A segment of the kiosk with a chain and signature that hold around lines that may be anything.
// Sets `hash` to its last.
[[nodiscard]] std::string SegmentAround(const std::vector<SealedRecord>& records,
                                        std::uint32_t number, const std::string& previous,
                                        std::string& hash);
// At most 64, without their \n.
[[nodiscard]] std::vector<std::string_view> LinesIn(std::string_view text);

}  // namespace tanggap::fuzz
