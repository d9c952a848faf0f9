#include "simulation/kiosk_machine.h"

#include <utility>
#include <variant>

#include "ledger/roster_floor.h"
#include "ports/store_error.h"

namespace tanggap::simulation {

KioskMachine::KioskMachine(Site& site, std::size_t node_number, std::string machine_name,
                           Disk machine_disk)
    : Machine(site, node_number, std::move(machine_name), std::move(machine_disk)) {
  kiosk::Context context;
  context.office = site.office.office;
  setting_ = std::make_unique<kiosk::Setting>(kiosk::Setting{std::move(context),
                                                             Data(),
                                                             Replica(),
                                                             {},
                                                             key.name,
                                                             CopyOf(key),
                                                             site.office.founding.roster,
                                                             {},
                                                             {}});
}

KioskMachine::Program::Program(Site& site, KioskMachine& machine, const kiosk::Setting& setting)
    : opening(OpenJournal(setting.data / "journal.db")),
      journal(*opening.journal, site.bug),
      secrets(setting.roster.office.salt, site.randomness),
      recorder({journal, machine.clock, site.randomness}, setting.roster, secrets, nobody),
      upkeep(setting, {journal, machine.clock, site.randomness}, site.log) {}

void KioskMachine::Start() {
  setting_->roster = ReadRoster();
  program_ = std::make_unique<Program>(site_, *this, *setting_);
  if (const auto back = HoldRosterFloor(program_->journal, setting_->roster))
    throw StoreError(StoreFault::kBroken, Describe(*back));
  program_->upkeep.Use(&program_->recorder);
  program_->upkeep.Begin();
  out_of_service = false;
}

void KioskMachine::Finish() {
  program_->upkeep.Finish();
}

void KioskMachine::Round() {
  Do([&] {
    const auto event = program_->upkeep.Round();
    out_of_service = event && std::holds_alternative<kiosk::StorageFailed>(*event);
  });
}

}  // namespace tanggap::simulation
