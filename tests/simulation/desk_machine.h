// A simulated desk: the programs tanggap-desk (without its screen) and tanggap sync.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "desk/wiring/setting.h"
#include "desk/wiring/upkeep.h"
#include "domain/case_file.h"
#include "ledger/sign_in.h"
#include "simulation/machine.h"
#include "simulation/watched_journal.h"
#include "storage/journal_opening.h"
#include "storage/register.h"

namespace tanggap::simulation {

class DeskMachine final : public Machine {
 public:
  DeskMachine(Site& site, std::size_t node, std::string name, Disk disk);

  [[nodiscard]] bool Runs() const override { return program_ != nullptr; }
  void Round() override;
  // With the right password; opens what was sealed until then. False: it failed.
  bool SignIn(std::size_t person);
  // The real program's parts; it must run.
  [[nodiscard]] LedgerRecorder& Recorder() { return program_->recorder; }
  [[nodiscard]] SqliteRegister& Cases() { return program_->cases; }
  [[nodiscard]] Journal& TheJournal() override { return *program_->opening.journal; }
  [[nodiscard]] TicketSecrets& Secrets() { return program_->secrets; }
  // The newest that the program has met.
  [[nodiscard]] const Roster& TheRoster() const { return program_->upkeep.TheRoster(); }
  [[nodiscard]] FoldRules Rules() const;
  [[nodiscard]] CaseFile Fold(const RecordId& id);
  // A second person types their password for the next record that is written here.
  void Agrees(const PersonKey& second) {
    program_->signer.second = PersonKey{SigningKey{second.signing.Seed().Copy()},
                                        SealingKey{second.sealing.Held().Copy()}};
  }
  // A changed program: an act in somebody's name (empty: in nobody's) without their signature.
  // Throws StoreError.
  void Forge(const Draft& draft, const PersonId& as);
  void Flush() { program_->upkeep.Flush(); }
  std::optional<std::size_t> signed_in;  // in the site's people

 protected:
  void Start() override;
  void Finish() override { program_->upkeep.Finish(); }
  void Drop() override;

 private:
  struct Program {
    Program(Site& site, DeskMachine& machine, const desk::Setting& setting);
    JournalOpening opening;
    WatchedJournal journal;
    SqliteRegister cases;
    TicketSecrets secrets;
    Signer signer;
    LedgerRecorder recorder;
    LedgerSignIn sign_in;
    desk::Upkeep upkeep;
  };
  void OpenPending();
  void AcknowledgeByName();
  std::unique_ptr<desk::Setting> setting_;
  std::unique_ptr<Program> program_;
  std::set<std::string> said_;  // of AcknowledgeByName
};

}  // namespace tanggap::simulation
