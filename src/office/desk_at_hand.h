// A desk's directory as its program opens it, without a screen: for commands that act on a case.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/data_rights.h"
#include "domain/draft.h"
#include "folder/collect.h"
#include "folder/own_chain.h"
#include "formats/office_file.h"
#include "ledger/keys.h"
#include "ledger/recorder.h"
#include "ledger/roster.h"
#include "ledger/sign_in.h"
#include "ledger/sodium_randomness.h"
#include "ledger/ticket_secret.h"
#include "platform/system_clock.h"
#include "storage/journal.h"
#include "storage/register.h"

namespace tanggap {

// The desk's program must be closed: journal and register have one owner. Its functions throw
// StoreError and std::filesystem_error.
class DeskAtHand {
 public:
  DeskAtHand(const std::filesystem::path& data, OfficeFile file, NodeKey key, Roster roster);

  // Name or id of a person whose key file lies in the desk's people/. False: no such person, or
  // another password.
  [[nodiscard]] bool Enter(const std::string& person, const std::string& password);
  // Takes in what the replica holds, with what this person may read.
  void Begin();
  // Written, published into the replica and taken into the register when it returns.
  void Write(const std::vector<Draft>& drafts);

  // By ticket code or record id.
  [[nodiscard]] std::optional<RecordId> Find(const std::string& word);
  // "": this person may write it about this case now; else the text key of the reason.
  [[nodiscard]] std::string WhyNotWrite(const RecordId& id, RecordType type);
  // Erasing, restricting, holding: for supervisors and heads.
  [[nodiscard]] bool MayDecideOnData() const;
  [[nodiscard]] CaseFile FileOf(const RecordId& id);
  [[nodiscard]] std::vector<Record> RecordsOf(const RecordId& id) { return cases_.RecordsOf(id); }
  [[nodiscard]] RecordId NewId() { return recorder_->NewId(); }
  [[nodiscard]] Day Today() { return LocalDay(clock_.Now(), file_.office.zone); }
  [[nodiscard]] const Office& TheOffice() const { return file_.office; }
  SqliteRegister& Cases() { return cases_; }
  [[nodiscard]] std::size_t Erased() const { return erased_; }  // bodies, since Begin()

 private:
  void Collect();
  [[nodiscard]] const RosterPerson* Me() const;

  OfficeFile file_;
  NodeKey key_;
  Roster roster_;
  SystemClock clock_;
  SodiumRandomness randomness_;
  SqliteJournal journal_;
  SqliteRegister cases_;
  TicketSecrets secrets_;
  Signer signer_;
  LedgerSignIn sign_in_;
  OwnChain own_;
  DeskCollector collector_;
  std::optional<LedgerRecorder> recorder_;
  PersonId person_;
  std::size_t erased_ = 0;
};

// What every such command needs to open a desk.
struct DeskEntrance {
  std::string desk;  // its directory
  std::string person;
  std::string password_file;
};
// Opens it, signs in, and runs `act` on it; complains and gives the exit code when it can't.
int AtDesk(const DeskEntrance& entrance, const std::function<int(DeskAtHand&)>& act);

}  // namespace tanggap
