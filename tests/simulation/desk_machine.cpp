#include "simulation/desk_machine.h"

#include <algorithm>
#include <utility>

#include "formats/record_codec.h"
#include "formats/strict_json.h"
#include "ledger/hash.h"
#include "ledger/roster_floor.h"
#include "ledger/sealing.h"
#include "ledger/status_drafts.h"
#include "ports/store_error.h"

namespace tanggap::simulation {
namespace {

constexpr std::size_t kMostPending = 100'000;

// As the desk's main makes it.
RegisterSettings RegisterSettingsOf(const desk::Setting& setting, Bug bug) {
  RegisterSettings settings;
  settings.lookup_of = [](const std::string& secret) {
    const auto held = TicketSecret::FromHex(secret);
    return held ? held->Lookup() : std::string();
  };
  FoldRules rules = desk::RulesOf(setting.premises.office, setting.roster);
  settings.roles = std::move(rules.roles);
  settings.past = std::move(rules.past);
  if (bug == Bug::kRolesUnchecked) settings.roles.clear();
  settings.rules_version = desk::RulesVersion(setting.premises, setting.roster);
  return settings;
}

}  // namespace

DeskMachine::DeskMachine(Site& site, std::size_t node_number, std::string machine_name,
                         Disk machine_disk)
    : Machine(site, node_number, std::move(machine_name), std::move(machine_disk)) {
  desk::Premises premises{site.office.office, site.office.decree, {}, {}};
  setting_ = std::make_unique<desk::Setting>(desk::Setting{
      std::move(premises), Data(), Replica(), {}, CopyOf(key), site.office.founding.roster});
}

DeskMachine::Program::Program(Site& site, DeskMachine& machine, const desk::Setting& setting)
    : opening(OpenJournal(setting.data / "journal.db")),
      journal(*opening.journal, site.bug),
      cases(setting.data / "register.db", setting.premises.decree, setting.premises.office,
            RegisterSettingsOf(setting, site.bug)),
      secrets(setting.roster.office.salt, site.randomness),
      recorder({journal, machine.clock, site.randomness}, setting.roster, secrets, signer),
      sign_in(setting.data / "people", setting.roster, secrets, signer, machine.clock,
              site.randomness),
      upkeep(setting,
             {{journal, machine.clock, site.randomness},
              cases,
              recorder,
              sign_in,
              std::launch::deferred},
             site.log) {}

void DeskMachine::Start() {
  setting_->roster = ReadRoster();
  program_ = std::make_unique<Program>(site_, *this, *setting_);
  if (const auto back = HoldRosterFloor(program_->journal, setting_->roster))
    throw StoreError(StoreFault::kBroken, Describe(*back));
  program_->upkeep.Begin();
}

void DeskMachine::Drop() {
  signed_in.reset();
  program_.reset();
}

void DeskMachine::Round() {
  const std::uint32_t roster = TheRoster().number;
  Do([&] {
    static_cast<void>(program_->upkeep.Round());
    // As the desk's runner does: whoever was removed is signed out, and others may have come.
    if (!program_->signer.person) signed_in.reset();
    if (TheRoster().number != roster) OpenPending();
    if (site_.bug == Bug::kAckWithoutBodies) AcknowledgeByName();
  });
}

// Planted: acknowledges every cursor, whether or not the bodies came.
void DeskMachine::AcknowledgeByName() {
  std::vector<Draft> drafts;
  for (const ReadCursor& cursor : program_->cases.Cursors()) {
    const RosterNode* from = setting_->roster.Find(cursor.node);
    if (from == nullptr || from->kind != "kiosk" || !said_.insert(cursor.hash).second) continue;
    drafts.push_back(
        AckDraft({cursor.node, cursor.epoch, cursor.segment, cursor.hash}, site_.randomness));
  }
  if (!drafts.empty()) program_->recorder.Write(drafts);
}

bool DeskMachine::SignIn(std::size_t person) {
  bool right = false;
  const bool done = Do([&] {
    signed_in.reset();
    right = program_->sign_in.SignIn(site_.people[person].Id(), kPassword);
    if (!right) return;
    signed_in = person;
    OpenPending();
  });
  return done && right;
}

// As the desk's runner does after a sign-in.
void DeskMachine::OpenPending() {
  const std::set<BodyClass> reads = program_->sign_in.Reads();
  for (const BodyClass body_class : {BodyClass::kFacts, BodyClass::kContent}) {
    if (!reads.contains(body_class)) continue;
    std::vector<std::pair<RecordId, std::pair<BodyClass, Body>>> opened;
    for (const Register::PendingBody& pending : program_->cases.Pending(body_class, kMostPending)) {
      auto body = program_->sign_in.Open(pending.id, pending.type, pending.body);
      if (body) opened.emplace_back(pending.id, std::pair{body_class, std::move(*body)});
    }
    if (!opened.empty()) program_->cases.Open(opened);
  }
}

FoldRules DeskMachine::Rules() const {
  FoldRules rules = desk::RulesOf(setting_->premises.office, TheRoster());
  if (site_.bug == Bug::kRolesUnchecked) rules.roles.clear();
  return rules;
}

CaseFile DeskMachine::Fold(const RecordId& id) {
  return FoldCase(program_->cases.RecordsOf(id), setting_->premises.decree, Rules());
}

void DeskMachine::Forge(const Draft& draft, const PersonId& as) {
  Journal& journal = program_->journal;
  SealedRecord sealed;
  sealed.id = draft.id;
  sealed.type = draft.type;
  sealed.day = LocalDay(clock.Now(), TheRoster().office.zone);
  const Hlc last = journal.Head().last_hlc;
  sealed.hlc = std::max(Hlc{ToMillis(clock.Now()), 0}, Hlc{last.ms, last.counter + 1});
  BodyText text;
  AppendStrict(text.signed_as, draft.facts);
  text.by = as;
  if (!as.Empty()) {
    const PersonKey& thief = site_.people[*signed_in];
    text.signature =
        ToBase64(thief.signing.Sign(ActBytes(draft.id, NameOf(draft.type), text.signed_as).View()));
  }
  std::string plain;
  AppendBodyText(plain, text);
  BodySealer sealer(TheRoster(), site_.randomness);
  sealed.bodies.push_back(sealer.Seal(draft.id, BodyClass::kFacts, plain, nullptr));
  RecordLine line;
  line.record.id = draft.id;
  line.record.type = draft.type;
  line.record.type_name = std::string(NameOf(draft.type));
  line.record.refs = draft.refs;
  line.record.day = sealed.day;
  line.record.hlc = sealed.hlc;
  line.record.decree = TheRoster().office.decree;
  line.record.bodies[BodyClass::kFacts].state = BodyState::kSealed;
  line.body_hashes[BodyClass::kFacts] = HexHashOf(sealed.bodies.front().line);
  sealed.line = WriteRecordLine(line);
  journal.Append(std::vector{sealed});
  program_->recorder.Observe(sealed.hlc);
}

}  // namespace tanggap::simulation
