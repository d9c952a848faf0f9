#include "simulation/office.h"

#include <stdexcept>
#include <utility>

#include "desk/wiring/setting.h"
#include "fakes/seeded_randomness.h"
#include "folder/node_file.h"
#include "folder/rosters.h"
#include "formats/office_file.h"
#include "simulation/world.h"
#include "storage/journal.h"
#include "storage/register.h"

namespace tanggap::simulation {
namespace {

FoundingWish WishOf(const Office& office, const Decree& decree) {
  FoundingWish wish;
  wish.name = office.name;
  wish.zone = office.zone;
  wish.decree = decree.Reference();
  wish.decree_hash = std::string(64, 'd');
  wish.at = FromMillis(kFirstMoment - 1000);
  for (int i = 1; i <= kMostKiosks; ++i)
    wish.nodes.push_back({"kiosk-" + std::to_string(i), "kiosk"});
  for (int i = 1; i <= kMostDesks; ++i)
    wish.nodes.push_back({"desk-" + std::to_string(i), "desk"});
  wish.people = {{"Rina", Role::kStaff},        {"Maria", Role::kSupervisor},
                 {"Petrus", Role::kSupervisor}, {"Agnes", Role::kSupervisor},
                 {"Yohanes", Role::kHead},      {"Sari", Role::kAuditor}};
  return wish;
}

// What the technician leaves behind: directories, key files, the roster, an empty journal, a desk's
// empty register.
Disk DeliveredDisk(World& world, const SimulatedOffice& office, const NodeKey& key) {
  Disk disk;
  disk.now_ms = kFirstMoment;
  world.Mount("new", disk);
  const std::filesystem::path data = PathOf("new");
  const std::filesystem::path replica = data / "replica";
  std::filesystem::create_directory(replica);
  const bool desk = key.kind == "desk";
  WriteNodeFile(replica, {desk ? NodeKind::kDesk : NodeKind::kKiosk, key.Office(), key.Id()});
  PublishRoster(replica, office.founding.roster, office.founding.roster_bytes);
  { const SqliteJournal journal(data / "journal.db"); }
  if (desk) {
    { const SqliteRegister cases(data / "register.db", office.decree, office.office); }
    SeededRandomness randomness(5);
    std::filesystem::create_directory(data / "people");
    for (const PersonKey& person : office.founding.people)
      WritePersonKey(data / "people" / (person.Id().value + ".key"), person, kPassword, randomness);
  }
  world.Unmount("new");
  disk.kill = nullptr;
  return disk.Image();
}

}  // namespace

std::filesystem::path PathOf(const std::string& disk) {
  return std::filesystem::path(kMountPoint) / disk;
}

NodeKey CopyOf(const NodeKey& key) {
  return {SigningKey{key.signing.Seed().Copy()}, key.name, key.kind, key.root};
}

PersonKey CopyOf(const PersonKey& key) {
  return {SigningKey{key.signing.Seed().Copy()}, SealingKey{key.sealing.Held().Copy()}};
}

SimulatedOffice FoundSimulatedOffice(const std::filesystem::path& source) {
  StartLedger();
  auto file = ReadOfficeFile(source / "kiosk-config" / "offices" / "lembata.toml");
  if (!file.Ok()) throw std::runtime_error(Describe(file.Problems().front()));
  Office office = std::move(file.Value().office);
  // Nothing waits for a minute that a run would have to play.
  office.intervals.segment_close_s = 20;
  office.intervals.status_every_s = 60;
  World world(1);
  world.now_ms = kFirstMoment;
  SeededRandomness randomness(11);
  Decree decree = std::move(file.Value().decree);
  Founding founding = FoundOffice(WishOf(office, decree), randomness);
  SimulatedOffice made{std::move(office), std::move(decree), std::move(founding), {}};
  for (const NodeKey& key : made.founding.nodes)
    made.images.push_back(DeliveredDisk(world, made, key));
  return made;
}

}  // namespace tanggap::simulation
