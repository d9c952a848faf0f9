#include "desk/folder_state.h"

#include <algorithm>

namespace tanggap::desk {
namespace {

std::optional<DeviceFinding> Silence(const Device& device, Instant now) {
  if (!device.heard) return DeviceFinding{DeviceFault::kNeverHeard, false, 0};
  const auto silent = std::chrono::duration_cast<std::chrono::minutes>(now - *device.heard);
  if (silent < kSilentCare) return std::nullopt;
  return DeviceFinding{DeviceFault::kSilent, silent >= kSilentGrave, silent.count()};
}

}  // namespace

std::vector<DeviceFinding> FindingsOf(const FolderState& folder, const Device& device,
                                      Instant now) {
  std::vector<DeviceFinding> findings;
  if (device.revoked) return findings;
  if (std::ranges::find(folder.lives, device.node) != folder.lives.end())
    findings.push_back({DeviceFault::kTwoLives, true, 0});
  for (const FolderState::Altered& altered : folder.altered) {
    if (altered.node == device.node)
      findings.push_back({DeviceFault::kAltered, true, static_cast<std::int64_t>(altered.files)});
  }
  bool gap = false;
  for (const FolderState::Gap& one : folder.gaps) {
    if (one.node != device.node) continue;
    gap = true;
    findings.push_back({DeviceFault::kGap, false, one.segment});
  }
  // A gap says already what has not come.
  if (!gap && device.beat && device.beat->segment > device.read)
    findings.push_back({DeviceFault::kBehind, false, device.beat->segment - device.read});
  if (device.lacks_bodies) findings.push_back({DeviceFault::kBodiesLack, false, 0});
  if (device.kiosk) {
    if (const auto silence = Silence(device, now)) findings.push_back(*silence);
  }
  if (device.beat && device.beat->free_mib < kDiskCareMib)
    findings.push_back(
        {DeviceFault::kDiskLow, device.beat->free_mib < kDiskGraveMib, device.beat->free_mib});
  return findings;
}

std::vector<const Enrolled*> RosterSigners(const FolderState& folder) {
  std::vector<const Enrolled*> signers;
  for (const Enrolled& person : folder.people) {
    if (!person.removed && (person.role == Role::kSupervisor || person.role == Role::kHead))
      signers.push_back(&person);
  }
  return signers;
}

std::vector<PeopleLack> LacksOf(const FolderState& folder) {
  std::vector<PeopleLack> lacks;
  if (folder.roster == 0) return lacks;
  const auto count = [&](auto holds) {
    return std::ranges::count_if(
        folder.people, [&](const Enrolled& person) { return !person.removed && holds(person); });
  };
  const auto heads = count([](const Enrolled& person) { return person.role == Role::kHead; });
  const auto signers = static_cast<std::ptrdiff_t>(RosterSigners(folder).size());
  if (count([](const Enrolled& person) { return person.reads; }) < 2)
    lacks.push_back(PeopleLack::kReader);
  if (heads == 0) {
    lacks.push_back(PeopleLack::kHead);
  } else if (signers < 2) {
    lacks.push_back(PeopleLack::kProposer);
  }
  if (signers < 2) lacks.push_back(PeopleLack::kSigner);
  return lacks;
}

}  // namespace tanggap::desk
