#include "simulation/course.h"

#include <cstdio>

namespace tanggap::simulation {

Course::Course(const SimulatedOffice& the_office, const RunWish& the_wish)
    : office(the_office),
      wish(the_wish),
      chance(the_wish.seed),
      world(the_wish.seed ^ 0x5eedU),
      randomness(world),
      log("simulation", "/dev/null"),
      site{world, randomness, the_office, chance, log, the_wish.bug, kFirstMoment} {
  world.Mount("share", share);
  world.Mount("stick", stick);
  share.now_ms = kFirstMoment;
  stick.now_ms = kFirstMoment;
  const std::size_t kiosk_count = 1 + chance.Below(kMostKiosks);
  const std::size_t desk_count = 1 + chance.Below(kMostDesks);
  for (std::size_t i = 0; i < kiosk_count; ++i)
    kiosks.push_back(
        std::make_unique<KioskMachine>(site, i, office.Key(i).name, office.images[i].Image()));
  for (std::size_t i = 0; i < desk_count; ++i) {
    const std::size_t node = kMostKiosks + i;
    desks.push_back(std::make_unique<DeskMachine>(site, node, office.Key(node).name,
                                                  office.images[node].Image()));
  }
}

std::vector<Machine*> Course::Machines() {
  std::vector<Machine*> all;
  for (const auto& kiosk : kiosks)
    all.push_back(kiosk.get());
  for (const auto& desk : desks)
    all.push_back(desk.get());
  return all;
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
