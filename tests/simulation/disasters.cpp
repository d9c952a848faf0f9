#include "simulation/disasters.h"

#include <algorithm>
#include <set>
#include <utility>

#include "folder/names.h"
#include "folder/wholeness.h"
#include "ledger/verify.h"
#include "office/tree_listing.h"

namespace tanggap::simulation {
namespace {

// The records of which everything lies whole in a tree, however it got there.
std::set<std::string> WholeRecordsOn(Disk& disk) {
  std::set<std::string> whole;
  disk.ForEachFile([&](const std::string& path, Node& file) {
    const std::string name = path.substr(path.rfind('/') + 1);
    const auto segment = ReadSegmentName(name);
    if (!segment || CheckSegment(file.bytes, *segment).wholeness != Wholeness::kWhole) return;
    bool bodies = BodiesNamedBy(file.bytes).empty();
    for (int generation = 1; generation <= 9 && !bodies; ++generation) {
      const BoxName box{*segment, generation};
      const auto bytes = disk.Bytes(path.substr(0, path.size() - name.size()) + Write(box));
      bodies = bytes && CheckBox(*bytes, box, file.bytes).wholeness == Wholeness::kWhole;
    }
    if (!bodies) return;
    constexpr std::string_view kKey = "\"id\":\"";
    for (std::size_t at = file.bytes.find(kKey); at != std::string::npos;
         at = file.bytes.find(kKey, at + 1))
      whole.insert(file.bytes.substr(at + kKey.size(), 32));
  });
  return whole;
}

// A disk goes: what lay nowhere else goes with it, and nobody can promise otherwise.
void ForgetWhatIsOnlyOn(Course& course, const Machine& machine, bool replica_stays) {
  std::set<std::string> elsewhere = WholeRecordsOn(course.share);
  for (Machine* other : course.Machines()) {
    if (other == &machine && !replica_stays) continue;
    elsewhere.merge(WholeRecordsOn(other->disk));
  }
  std::erase_if(course.promises, [&](const auto& promise) {
    return promise.second.machine == machine.name && !elsewhere.contains(ToHex(promise.first));
  });
}

Machine& AnyMachine(Course& course) {
  std::vector<Machine*> machines = course.Machines();
  return *course.chance.In(machines);
}

void TakeImage(Course& course) {
  Machine& machine = AnyMachine(course);
  machine.End(Ending::kClean);
  course.image.emplace(machine.disk.Image());
  course.image_of = &machine;
  course.Tell(machine.name + ": an image is taken");
}

void RestoreImage(Course& course) {
  Machine& machine = *course.image_of;
  machine.End(Ending::kKilled);
  ForgetWhatIsOnlyOn(course, machine, false);
  machine.disk = *std::exchange(course.image, std::nullopt);
  course.world.Mount(machine.name, machine.disk);
  machine.Weather();
  course.lives = true;
  course.Tell(machine.name + ": the image is restored");
}

// The clone runs on beside the first disk, with the same key.
void CloneFrom(Course& course) {
  Machine& machine = *course.image_of;
  if (machine.node >= kMostKiosks) return RestoreImage(course);
  const std::string name = "clone-" + std::to_string(course.kiosks.size());
  course.kiosks.push_back(std::make_unique<KioskMachine>(
      course.site, machine.node, name, *std::exchange(course.image, std::nullopt)));
  course.lives = true;
  course.Tell(name + ": a clone of " + machine.name);
}

void LoseJournal(Course& course) {
  Machine& machine = AnyMachine(course);
  machine.End(Ending::kKilled);
  ForgetWhatIsOnlyOn(course, machine, true);
  course.lives = true;
  const std::string garbage(4096, 'x');
  if (course.chance.OneIn(2)) {
    for (const char* file : {"journal.db", "journal.db-wal"})
      machine.disk.Forget(file);
    course.Tell(machine.name + ": the journal is deleted");
  } else {
    machine.disk.Put("journal.db", garbage);
    course.Tell(machine.name + ": the journal is overwritten");
  }
}

struct Found {
  std::string path;
  Node* node = nullptr;
};
std::vector<Found> FilesToTamper(Disk& share) {
  std::vector<Found> files;
  share.ForEachFile([&](const std::string& path, Node& node) {
    if (path.ends_with(".seg") || path.ends_with(".box")) files.push_back({path, &node});
  });
  return files;
}

bool Names(const VerifyReport& report, const std::string& file) {
  const std::string name = file.substr(file.rfind('/') + 1);
  return std::ranges::any_of(report.problems, [&](const Problem& problem) {
    return problem.file.find(name) != std::string::npos ||
           problem.message.find(name) != std::string::npos;
  });
}

VerifyReport VerifyShare() {
  FolderBytes bytes(PathOf("share"));
  for (auto& [office, files] : ListTree(PathOf("share"))) {
    if (!office.Empty()) return VerifyOffice({office, {}, {}, {}}, files, bytes);
  }
  return {};
}

}  // namespace

void Tamper(Course& course) {
  const bool gone = std::exchange(course.share.weather.gone, false);
  const std::vector<Found> files = FilesToTamper(course.share);
  if (files.empty()) return;
  const Found& victim = course.chance.In(files);
  const std::string& before =
      course.untampered.try_emplace(victim.path, victim.node->bytes).first->second;
  const std::size_t way = course.chance.Below(3);
  if (way == 0) {
    std::string bytes = victim.node->bytes;
    if (!bytes.empty()) {
      bytes[course.chance.Below(bytes.size())] ^= 1;
      course.share.Put(victim.path, bytes);
    }
    course.Tell("altered: " + victim.path);
  } else if (way == 1) {
    const std::string bytes = victim.node->bytes;
    course.share.Put(victim.path, bytes.substr(0, course.chance.Below(bytes.size())));
    course.Tell("cut: " + victim.path);
  } else {
    course.share.Forget(victim.path);
    course.Tell("deleted: " + victim.path);
  }
  // Of a deleted file the next one in its chain is the witness: not looked for here. And one that
  // is altered twice may be as it was.
  if (way != 2 && course.share.Bytes(victim.path) != before && course.chance.OneIn(3) &&
      !Names(VerifyShare(), victim.path))
    throw Broken{"verify doesn't name what was altered: " + victim.path};
  course.share.weather.gone = gone;
}

void Strike(Course& course) {
  if (course.theme != Theme::kUsual && course.theme != Theme::kDishonest) ++course.depth.disasters;
  switch (course.theme) {
    case Theme::kUsual:
    case Theme::kDishonest:
      return;
    case Theme::kDisks:
      if (course.chance.OneIn(4)) return LoseJournal(course);
      if (!course.image) return TakeImage(course);
      return course.chance.OneIn(2) ? RestoreImage(course) : CloneFrom(course);
    case Theme::kTampering:
      return Tamper(course);
    case Theme::kClocks: {
      Machine& machine = AnyMachine(course);
      constexpr std::int64_t kHour = 3'600'000;
      constexpr std::array<std::int64_t, 8> kJumps{0,          -60'000,         -2 * kHour,
                                                   5 * 60'000, 26 * kHour,      -50 * 24 * kHour,
                                                   9'000,      400 * 24 * kHour};
      machine.clock.wrong_by_ms = course.chance.In(kJumps);
      course.Tell(machine.name + ": the clock is wrong by " +
                  std::to_string(machine.clock.wrong_by_ms / 1000) + " s");
      return;
    }
  }
}

}  // namespace tanggap::simulation
