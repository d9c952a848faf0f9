// A simulated kiosk: the programs tanggap-kiosk (without its screen) and tanggap sync.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/draft.h"
#include "kiosk/wiring/setting.h"
#include "kiosk/wiring/upkeep.h"
#include "ledger/recorder.h"
#include "ledger/ticket_secret.h"
#include "simulation/machine.h"
#include "simulation/watched_journal.h"
#include "storage/journal_opening.h"

namespace tanggap::simulation {

class KioskMachine final : public Machine {
 public:
  KioskMachine(Site& site, std::size_t node, std::string name, Disk disk);

  [[nodiscard]] bool Runs() const override { return program_ != nullptr; }
  void Round() override;
  // The real program's parts; it must run.
  [[nodiscard]] LedgerRecorder& Recorder() { return program_->recorder; }
  [[nodiscard]] TicketSecrets& Secrets() { return program_->secrets; }
  [[nodiscard]] Journal& TheJournal() override { return *program_->opening.journal; }
  // Bodies may be dropped only now and then; a run counts it.
  bool out_of_service = false;

 protected:
  void Start() override;
  void Finish() override;
  void Drop() override { program_.reset(); }

 private:
  struct Program {
    Program(Site& site, KioskMachine& machine, const kiosk::Setting& setting);
    JournalOpening opening;
    WatchedJournal journal;
    TicketSecrets secrets;
    Signer nobody;
    LedgerRecorder recorder;
    kiosk::Upkeep upkeep;
  };
  std::unique_ptr<kiosk::Setting> setting_;
  std::unique_ptr<Program> program_;
};

}  // namespace tanggap::simulation
