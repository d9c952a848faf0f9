#include "office/privacy_command.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/case_file.h"
#include "domain/ticket_code.h"
#include "folder/collect.h"
#include "folder/own_chain.h"
#include "folder/rosters.h"
#include "formats/office_file.h"
#include "ledger/recorder.h"
#include "ledger/sign_in.h"
#include "ledger/sodium_randomness.h"
#include "office/command.h"
#include "office/password.h"
#include "platform/system_clock.h"
#include "ports/store_error.h"
#include "storage/journal.h"
#include "storage/register.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

struct Options {
  RecordType type = RecordType::kErased;
  std::string desk;
  std::string code;
  std::string person;
  std::string password_file;
  std::string reason;
  std::string classes = "ci";
  bool lift = false;
  bool json = false;
};

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

// A desk's directory as its program opens it, without a screen.
class DeskAtHand {
 public:
  DeskAtHand(const fs::path& data, OfficeFile file, NodeKey key, Roster roster)
      : file_(std::move(file)),
        key_(std::move(key)),
        roster_(std::move(roster)),
        journal_(data / "journal.db"),
        cases_(data / "register.db", file_.decree, file_.office, SettingsOf(roster_, file_.decree)),
        secrets_(roster_.office.salt, randomness_),
        sign_in_(data / "people", roster_, secrets_, signer_, clock_),
        own_({journal_, clock_, randomness_}, key_, roster_.number,
             {data / "replica", file_.office.zone, std::chrono::seconds{0}}),
        collector_(cases_, journal_, data / "replica", key_.Office()) {}

  [[nodiscard]] bool Enter(const std::string& person, const std::string& password) {
    for (const EnrolledPerson& one : sign_in_.People()) {
      if (one.id.value != person && one.name != person) continue;
      person_ = one.id;
      return sign_in_.SignIn(one.id, password);
    }
    return false;
  }
  void Begin() {
    static_cast<void>(own_.Begin(roster_));
    recorder_.emplace(LedgerPorts{journal_, clock_, randomness_}, roster_, secrets_, signer_);
    Collect();
  }
  void Collect() {
    const OpenSealed open = [this](const RecordId& id, const std::string& type,
                                   const SealedBody& body) {
      return sign_in_.Open(id, type, body);
    };
    CollectRound round;
    do {
      round = collector_.Round(roster_, open);
      erased_ += round.erased;
    } while (round.more);
  }
  void Write(const Draft& draft) {
    recorder_->Write(std::vector{draft});
    static_cast<void>(own_.Round(roster_, true));
    Collect();
    if (erased_ > 0) own_.LookAgain();
    static_cast<void>(own_.Round(roster_, true));
  }
  [[nodiscard]] std::optional<RecordId> Find(const std::string& word) {
    if (const auto id = RecordIdFromHex(word)) return cases_.Row(*id) ? id : std::nullopt;
    const CodeReading reading = ReadCode(word);
    return reading.code ? cases_.FindByCode(Compact(*reading.code)) : std::nullopt;
  }
  [[nodiscard]] std::string WhyNotWrite(const RecordId& id, RecordType type) {
    const RosterPerson* person = nullptr;
    for (const RosterPerson& one : roster_.people) {
      if (one.id == person_) person = &one;
    }
    if (person == nullptr) return "refused.role";
    if (person->role != Role::kSupervisor && person->role != Role::kHead) return "refused.role";
    FoldRules rules;
    for (const RosterPerson& one : roster_.people)
      rules.roles[one.id] = one.role;
    const CaseFile file = FoldCase(cases_.RecordsOf(id), file_.decree, rules);
    return WhyNot(file, type, person_, person->role);
  }
  [[nodiscard]] RecordId NewId() { return recorder_->NewId(); }
  SqliteRegister& Cases() { return cases_; }
  [[nodiscard]] std::size_t Erased() const { return erased_; }

 private:
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

// The holds of a case: an erasure has to name them, and none may be on.
struct Holds {
  std::vector<RecordId> seen;
  bool on = false;
};
Holds HoldsOf(DeskAtHand& desk, const RecordId& id) {
  Holds holds;
  Hlc last;
  for (const Record& record : desk.Cases().RecordsOf(id)) {
    if (record.type != RecordType::kLegalHold) continue;
    holds.seen.push_back(record.id);
    const bool open = record.bodies.contains(BodyClass::kFacts) &&
                      record.bodies.at(BodyClass::kFacts).state == BodyState::kOpen;
    // A hold that can't be read counts as on.
    if (last < record.hlc || !open) {
      last = record.hlc;
      holds.on = !open || FlagOf(record.Facts(), "on");
    }
  }
  return holds;
}

// Every record of the case that holds one of the classes.
List BodiesToErase(DeskAtHand& desk, const RecordId& id, const std::string& classes) {
  List bodies;
  for (const Record& record : desk.Cases().RecordsOf(id)) {
    std::string letters;
    for (const auto& [body_class, body] : record.bodies) {
      const char letter = static_cast<char>(body_class);
      if (body.state != BodyState::kErased && classes.find(letter) != std::string::npos)
        letters += letter;
    }
    if (!letters.empty()) bodies.emplace_back(List{ToHex(record.id), letters});
  }
  return bodies;
}

int WriteAct(const Options& options, DeskAtHand& desk) {
  const std::optional<RecordId> id = desk.Find(options.code);
  if (!id) return Complain(options.code + ": no case of that code or id here", kExitUsage);
  if (const std::string why = desk.WhyNotWrite(*id, options.type); !why.empty())
    return Complain("this person may not do that with this case (" + why + ")", kExitCheckFailed);
  Draft draft;
  draft.id = desk.NewId();
  draft.type = options.type;
  if (!options.reason.empty()) draft.content = {{"reason", options.reason}};
  if (options.type == RecordType::kErased) {
    const Holds holds = HoldsOf(desk, *id);
    if (holds.on) return Complain("a legal hold is on this case: lift it first", kExitCheckFailed);
    List bodies = BodiesToErase(desk, *id, options.classes);
    if (bodies.empty()) return Complain("nothing of these classes is left", kExitCheckFailed);
    draft.refs = holds.seen;
    draft.clear = {{"bodies", std::move(bodies)}};
  } else {
    draft.refs = {*id};
    draft.facts = {{"on", !options.lift}};
  }
  desk.Write(draft);
  if (options.json) {
    std::cout
        << nlohmann::ordered_json{{"record", ToHex(draft.id)}, {"erased", desk.Erased()}}.dump()
        << '\n';
  } else {
    std::cout << "recorded " << ToHex(draft.id);
    if (options.type == RecordType::kErased)
      std::cout << "; " << desk.Erased() << " bodies erased here, elsewhere with the next sync";
    std::cout << '\n';
  }
  return kExitOk;
}

int Run(const Options& options) try {
  StartLedger();
  const fs::path data = fs::absolute(options.desk).lexically_normal();
  auto file = ReadOfficeFile(data.parent_path() / "office.toml");
  if (!file.Ok()) return Complain(file.Problems(), kExitConfiguration);
  auto key = ReadNodeKey(data / "node.key");
  if (!key.Ok()) return Complain(key.Problems(), kExitConfiguration);
  RosterReading rosters = ReadRosters(data / "replica", key.Value().Office(), key.Value().root);
  if (!rosters.newest) return Complain("no roster in the desk's replica", kExitConfiguration);
  const Result<std::string> password = KnownPassword(options.password_file, options.person);
  if (!password.Ok()) return Complain(password.Problems(), kExitUsage);
  DeskAtHand desk(data, std::move(file.Value()), std::move(key.Value()),
                  std::move(*rosters.newest));
  if (!desk.Enter(options.person, password.Value()))
    return Complain("no such person here, or another password", kExitCheckFailed);
  desk.Begin();
  return WriteAct(options, desk);
} catch (const StoreError& error) {
  return Complain(error.what(), kExitInputOutput);
}

void AddOne(CLI::App& app, int& exit_code, RecordType type, const char* name, const char* help) {
  const auto options = std::make_shared<Options>();
  options->type = type;
  CLI::App* command = app.add_subcommand(name, help);
  command->add_option("DESK", options->desk, "a desk's directory; its program must be closed")
      ->required();
  command->add_option("--case", options->code, "ticket code, or the case's record id")->required();
  command->add_option("--as", options->person, "the supervisor or head who answers for it")
      ->required();
  command->add_option("--password-file", options->password_file,
                      "first line is the password; - reads it from standard input");
  command->add_option("--reason", options->reason, "sealed with the record");
  if (type == RecordType::kErased) {
    command->add_option("--classes", options->classes, "c content, i identity, f facts")
        ->check(CLI::IsMember({"c", "i", "ci", "f", "cf", "fi", "cfi"}));
    command->footer(
        "The chain and all counts stay. Copies that never sync again (a stick in a drawer, a\n"
        "backup) keep their ciphertext. A legal hold comes before.");
  } else {
    command->add_flag("--lift", options->lift, "ends it");
  }
  command->add_flag("--json", options->json, "print JSON");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace

void AddPrivacyCommands(CLI::App& app, int& exit_code) {
  AddOne(app, exit_code, RecordType::kErased, "erase", "erase a case's content and identity");
  AddOne(app, exit_code, RecordType::kRestricted, "restrict", "restrict the use of a case's data");
  AddOne(app, exit_code, RecordType::kLegalHold, "hold", "a legal hold: nothing may be erased");
}

}  // namespace tanggap
