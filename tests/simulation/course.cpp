#include "simulation/course.h"

#include <array>
#include <cstdio>

#include "folder/names.h"
#include "folder/wholeness.h"

namespace tanggap::simulation {

Course::Course(const SimulatedOffice& the_office, const RunWish& the_wish)
    : office(the_office),
      wish(the_wish),
      chance(the_wish.seed),
      world(the_wish.seed ^ 0x5eedU),
      randomness(world),
      log("simulation", the_wish.tell ? "/dev/stderr" : "/dev/null"),
      site{world, randomness, the_office, chance, log, depth, people, the_wish.bug, kFirstMoment} {
  for (const PersonKey& person : office.founding.people)
    people.push_back(CopyOf(person));
  world.Mount("share", share);
  world.Mount("stick", stick);
  roster = office.founding.roster;
  roster_bytes = office.founding.roster_bytes;
  theme = static_cast<Theme>(chance.Below(kThemes));
  busy = chance.OneIn(3) || theme == Theme::kDishonest;
  share.weather.no_exchange = chance.OneIn(3);
  stick.weather.no_exchange = true;  // FAT
  share.now_ms = kFirstMoment;
  stick.now_ms = kFirstMoment;
  // Small offices most of the time: most faults need no more, and more seeds can be played.
  constexpr std::array<std::size_t, 5> kCounts{1, 1, 2, 2, 3};
  const std::size_t kiosk_count = chance.In(kCounts);
  const std::size_t desk_count = chance.In(kCounts);
  for (std::size_t i = 0; i < kiosk_count; ++i)
    kiosks.push_back(
        std::make_unique<KioskMachine>(site, i, office.Key(i).name, office.images[i].Image()));
  for (std::size_t i = 0; i < desk_count; ++i) {
    const std::size_t node = kMostKiosks + i;
    desks.push_back(std::make_unique<DeskMachine>(site, node, office.Key(node).name,
                                                  office.images[node].Image()));
  }
  // Some are new: their files are made in the run, with everything that can go wrong then.
  for (Machine* machine : Machines()) {
    for (const char* file : {"journal.db", "register.db"}) {
      if (!chance.OneIn(3)) continue;
      for (const char* ending : {"", "-wal", "-shm"})
        machine->disk.Forget(std::string(file) + ending);
    }
  }
  if (theme == Theme::kDishonest) dishonest = desks.back().get();
  const bool filters = (theme == Theme::kTampering && chance.OneIn(3)) ||
                       (theme == Theme::kDishonest && chance.OneIn(2));
  if (filters) filtered = kiosks.front()->key.Id().value;
}

std::vector<Machine*> Course::Machines() {
  std::vector<Machine*> all;
  for (const auto& kiosk : kiosks)
    all.push_back(kiosk.get());
  for (const auto& desk : desks)
    all.push_back(desk.get());
  return all;
}

void Course::Promise(Machine& machine, const Draft& draft) {
  if (!world.kill.dead) promises.emplace(draft.id, Kept{machine.name, draft});
}

bool Course::Boot(Machine& machine) {
  if (machine.Runs()) return true;
  if (!machine.Boot()) return false;
  // It must not go on with a chain that its own replica shows continued elsewhere.
  Journal& journal = machine.TheJournal();
  const ChainHead head = journal.Head();
  std::set<std::string> mine;
  for (const ClosedSegment& segment : journal.SegmentsSince(Day{}))
    mine.insert(segment.hash.substr(0, 8));
  const std::string own = machine.key.Id().value;
  machine.disk.ForEachFile([&](const std::string& path, Node& file) {
    const auto name = ReadSegmentName(path.substr(path.rfind('/') + 1));
    if (!name || path.find(own) == std::string::npos || mine.contains(name->start)) return;
    if (CheckSegment(file.bytes, *name).wholeness != Wholeness::kWhole) return;
    if (name->epoch == head.epoch && name->nonce == head.nonce)
      throw Broken{"P0: " + machine.name + " goes on with a chain that went on elsewhere: " + path};
  });
  return true;
}

void Course::Round(Machine& machine) {
  machine.Round();
  ++depth.rounds;
  if (!machine.Runs() || machine.node >= kMostKiosks) return;
  Journal& journal = machine.TheJournal();
  for (const auto& [id, kept] : promises) {
    if (kept.draft.type != RecordType::kLegalHold || kept.draft.refs.empty()) continue;
    const RecordId& complaint = kept.draft.refs.front();
    if (journal.Setting("hold:" + ToHex(complaint)).find(ToHex(id)) == std::string::npos) continue;
    for (const ClosedSegment& segment : journal.SegmentsSince(Day{})) {
      for (const SealedRecord& record : journal.RecordsOf(segment)) {
        if (record.id == complaint && !record.bodies.empty() && record.bodies.size() > 1)
          held.emplace(machine.name, id);
      }
    }
  }
}

void Course::Note(std::uint64_t value) {
  trace = (trace ^ value) * 0x100000001b3U;
}

void Course::Tell(const std::string& line) {
  for (const char sign : line)
    Note(static_cast<unsigned char>(sign));
  if (!wish.tell) return;
  std::printf("%s\n", line.c_str());
  std::fflush(stdout);
}

}  // namespace tanggap::simulation
