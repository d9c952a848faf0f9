// A node's memory of rosters: number and hash, in its journal.
#include "ledger/roster_floor.h"

#include <sstream>

namespace tanggap {
namespace {

constexpr const char* kSetting = "roster";

}  // namespace

std::optional<Problem> HoldRosterFloor(Journal& journal, const Roster& roster) {
  std::istringstream held(journal.Setting(kSetting));
  std::uint32_t number = 0;
  std::string hash;
  const bool known = static_cast<bool>(held >> number >> hash);
  if (known && roster.number < number) {
    return Problem{"roster", 0,
                   "the newest here is number " + std::to_string(roster.number) +
                       ", but this device has seen number " + std::to_string(number) +
                       ": somebody turned the folder back. Run `tanggap sync` with a whole folder; "
                       "`tanggap verify` names what is missing"};
  }
  if (known && roster.number == number && roster.hash != hash) {
    return Problem{"roster", 0,
                   "number " + std::to_string(number) +
                       " is not the one that this device has seen: two were signed. Compare both "
                       "in the roster folder, and ask who signed them"};
  }
  if (!known || roster.number > number)
    journal.SetSetting(kSetting, std::to_string(roster.number) + ' ' + roster.hash);
  return std::nullopt;
}

}  // namespace tanggap
