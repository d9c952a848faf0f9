#include "office/desk_at_hand.h"

#include <chrono>
#include <utility>

#include "domain/ticket_code.h"
#include "folder/rosters.h"
#include "office/command.h"
#include "office/password.h"
#include "ports/store_error.h"

namespace tanggap {
namespace {

// What the desk's own rules version is made of, so that the desk needn't fold everything again.
RegisterSettings SettingsOf(const Roster& roster, const Decree& decree) {
  RegisterSettings settings;
  settings.lookup_of = [](const std::string& secret) {
    const auto held = TicketSecret::FromHex(secret);
    return held ? held->Lookup() : std::string();
  };
  for (const RosterPerson& person : roster.people)
    settings.roles[person.id] = person.role;
  settings.rules_version =
      decree.Reference() + "/" + std::to_string(roster.number) + "/" + roster.hash;
  return settings;
}

}  // namespace

DeskAtHand::DeskAtHand(const std::filesystem::path& data, OfficeFile file, NodeKey key,
                       Roster roster)
    : file_(std::move(file)),
      key_(std::move(key)),
      roster_(std::move(roster)),
      journal_(data / "journal.db"),
      cases_(data / "register.db", file_.decree, file_.office, SettingsOf(roster_, file_.decree)),
      secrets_(roster_.office.salt, randomness_),
      sign_in_(data / "people", roster_, secrets_, signer_, clock_, randomness_),
      own_({journal_, clock_, randomness_}, key_, roster_.number,
           {data / "replica", file_.office.zone, std::chrono::seconds{0}}),
      collector_(cases_, journal_, data / "replica", key_.Office()) {}

bool DeskAtHand::Enter(const std::string& person, const std::string& password) {
  for (const EnrolledPerson& one : sign_in_.People()) {
    if (one.id.value != person && one.name != person) continue;
    person_ = one.id;
    return sign_in_.SignIn(one.id, password);
  }
  return false;
}

void DeskAtHand::Begin() {
  static_cast<void>(own_.Begin(roster_));
  recorder_.emplace(LedgerPorts{journal_, clock_, randomness_}, roster_, secrets_, signer_);
  Collect();
}

void DeskAtHand::Collect() {
  const OpenSealed open = [this](const RecordId& id, const std::string& type,
                                 const SealedBody& body) { return sign_in_.Open(id, type, body); };
  CollectRound round;
  do {
    round = collector_.Round(roster_, open);
    erased_ += round.erased;
  } while (round.more);
}

void DeskAtHand::Write(const std::vector<Draft>& drafts) {
  recorder_->Write(drafts);
  static_cast<void>(own_.Round(roster_, true));
  Collect();
  if (erased_ > 0) own_.LookAgain();
  static_cast<void>(own_.Round(roster_, true));
}

std::optional<RecordId> DeskAtHand::Find(const std::string& word) {
  if (const auto id = RecordIdFromHex(word)) return cases_.Row(*id) ? id : std::nullopt;
  const CodeReading reading = ReadCode(word);
  return reading.code ? cases_.FindByCode(Compact(*reading.code)) : std::nullopt;
}

const RosterPerson* DeskAtHand::Me() const {
  for (const RosterPerson& one : roster_.people) {
    if (one.id == person_) return &one;
  }
  return nullptr;
}

bool DeskAtHand::MayDecideOnData() const {
  const RosterPerson* me = Me();
  return me != nullptr && (me->role == Role::kSupervisor || me->role == Role::kHead);
}

CaseFile DeskAtHand::FileOf(const RecordId& id) {
  FoldRules rules;
  for (const RosterPerson& one : roster_.people)
    rules.roles[one.id] = one.role;
  return FoldCase(cases_.RecordsOf(id), file_.decree, rules);
}

std::string DeskAtHand::WhyNotWrite(const RecordId& id, RecordType type) {
  if (!MayDecideOnData()) return "refused.role";
  return WhyNot(FileOf(id), type, person_, Me()->role);
}

int AtDesk(const DeskEntrance& entrance, const std::function<int(DeskAtHand&)>& act) try {
  StartLedger();
  const auto data = std::filesystem::absolute(entrance.desk).lexically_normal();
  auto file = ReadOfficeFile(data.parent_path() / "office.toml");
  if (!file.Ok()) return Complain(file.Problems(), kExitConfiguration);
  auto key = ReadNodeKey(data / "node.key");
  if (!key.Ok()) return Complain(key.Problems(), kExitConfiguration);
  RosterReading rosters = ReadRosters(data / "replica", key.Value().Office(), key.Value().root);
  if (!rosters.newest) return Complain("no roster in the desk's replica", kExitConfiguration);
  const Result<std::string> password = KnownPassword(entrance.password_file, entrance.person);
  if (!password.Ok()) return Complain(password.Problems(), kExitUsage);
  DeskAtHand desk(data, std::move(file.Value()), std::move(key.Value()),
                  std::move(*rosters.newest));
  if (!desk.Enter(entrance.person, password.Value()))
    return Complain("no such person here, or another password", kExitCheckFailed);
  desk.Begin();
  return act(desk);
} catch (const StoreError& error) {
  return Complain(error.what(), kExitInputOutput);
}

}  // namespace tanggap
