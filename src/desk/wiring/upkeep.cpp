#include "desk/wiring/upkeep.h"

#include <filesystem>
#include <vector>

#include "folder/names.h"
#include "folder/rosters.h"
#include "folder/sync_notes.h"
#include "ledger/roster_floor.h"
#include "ledger/status_drafts.h"
#include "ports/store_error.h"

namespace tanggap::desk {
namespace {

constexpr std::size_t kStatesAtOnce = 256;
constexpr std::size_t kMostAcks = 100'000;

}  // namespace

Upkeep::Upkeep(const Setting& setting, UpkeepPorts ports, Log& log)
    : setting_(setting),
      ports_(ports),
      log_(log),
      roster_(setting.roster),
      rules_(RulesOf(setting.premises.office, setting.roster)),
      own_(ports.ledger, setting.key, setting.roster.number,
           {setting.replica, setting.premises.office.zone,
            std::chrono::seconds{setting.premises.office.intervals.segment_close_s}}),
      collector_(ports.cases, ports.ledger.journal, setting.replica, setting.key.Office(),
                 ports.writing),
      watch_(OfficeDirectory(setting.replica, setting.key.Office())),
      others_(setting.replica, setting.key.Office(), setting.key.Id()) {}

void Upkeep::Begin() {
  Say(own_.Begin(roster_));
  TakeUpClocks();
}

// What is written from now on sorts after what was read, however far this machine's clock is
// behind: the fold would take it for older words.
void Upkeep::TakeUpClocks() {
  const Instant bound = ports_.ledger.clock.Now() + kFarAhead;
  if (const auto newest = ports_.cases.NewestClock(bound)) ports_.recorder.Observe(*newest);
}

void Upkeep::Say(const OwnChainRound& round) {
  for (const std::string& alarm : round.alarms)
    log_.Error(alarm);
  for (const Problem& problem : round.problems)
    Complain(Describe(problem));
}

void Upkeep::SayGaps(const std::vector<Gap>& gaps) {
  if (gaps == gaps_) return;
  gaps_ = gaps;
  for (const Gap& gap : gaps_)
    log_.Warning(Describe(gap, roster_));
}

void Upkeep::Complain(const std::string& line) {
  if (line == complained_) return;
  complained_ = line;
  log_.Warning(line);
}

void Upkeep::Publish(bool now) {
  Say(own_.Round(roster_, now));
}

void Upkeep::LookForRoster() {
  // A roster changes rarely; looking every round would read every file again.
  constexpr int kRosterRounds = 30;
  if (rounds_++ % kRosterRounds != kRosterRounds - 1) return;
  const RosterReading rosters =
      ReadRosters(setting_.replica, setting_.key.Office(), setting_.key.root);
  if (!rosters.newest || rosters.newest->number <= roster_.number) return;
  roster_ = *rosters.newest;
  rules_ = RulesOf(setting_.premises.office, roster_);
  if (const auto back = HoldRosterFloor(ports_.ledger.journal, roster_)) Complain(Describe(*back));
  ports_.recorder.UseRoster(roster_);
  ports_.cases.UseRoles(rules_.roles, rules_.past);
  ports_.sign_in.Replace(roster_);
  if (runner_ == nullptr) return;
  runner_->UseRules(rules_);
  runner_->OpenPending();
  if (!tell_) return;
  for (const Event& event : runner_->Run(ListPeople{}))
    tell_(event);
}

void Upkeep::Collect() {
  const bool guarded = setting_.premises.office.sensitive.active;
  const OpenSealed open = [&](const RecordId& id, const std::string& type,
                              const SealedBody& body) -> std::optional<Body> {
    // Whether a case is urgent shows only in the register: the runner opens its words, or doesn't.
    if (guarded && body.body_class == BodyClass::kContent &&
        RecordTypeFromName(type) == RecordType::kComplaintLodged)
      return std::nullopt;
    std::optional<Body> opened = ports_.sign_in.Open(id, type, body);
    if (opened && opened->state == BodyState::kForged) {
      Complain("record " + ToHex(id) + " (" + type +
               ") is not signed by the person it names; it counts for nothing");
    }
    return opened;
  };
  // What rests costs one stat a directory, however many files the office has.
  constexpr int kFullLookEvery = 30;
  const bool look = collects_++ % kFullLookEvery == 0;
  if (!watch_.MayHaveChanged() && !look) return;
  bool whole = true;
  CollectRound round;
  std::size_t added = 0;
  do {
    round = collector_.Round(roster_, open);
    added += round.records;
    whole = whole && round.bad.empty() && round.gaps.empty() && round.lacking == 0;
    for (const Problem& problem : round.bad)
      Complain(Describe(problem));
    if (round.erased > 0) own_.LookAgain();
    SayGaps(round.gaps);
    TellOfFolder(round);
  } while (round.more);
  TakeUpClocks();
  // A file that isn't whole yet may grow under its name: look again.
  if (whole) watch_.Seen();
  if (guarded && added > 0 && runner_ != nullptr) runner_->OpenPending();
}

void Upkeep::TellOfFolder(const CollectRound& round) {
  others_.Look(roster_, ports_.cases.Cursors(), round, collector_, ports_.ledger.clock.Now());
  people_ = EnrolledOf(roster_, setting_.data / "people");
  SayState();
}

void Upkeep::SayState() {
  others_.Witness(ports_.cases.Cursors(), acknowledged_);
  FolderState seen = others_.State();
  const Reached reached = ReadReached(setting_.replica);
  seen.reached = reached.at;
  seen.offline_since = reached.lost;
  if (const auto carried = ReadCarried(setting_.replica)) seen.carried = carried->at;
  seen.people = people_;
  seen.roster = roster_.number;
  seen.roster_at = roster_.at;
  seen.root = Fingerprint(roster_.office.root);
  seen.tampered = TamperedBefore(setting_.replica, ports_.ledger.clock.Now());
  if (!tell_ || seen == told_) return;
  told_ = seen;
  tell_(FolderSeen{std::move(seen)});
}

// The kiosk shows a ticket's state from these; nobody but the ticket's holder can read them.
void Upkeep::PublishStates() {
  const auto now = ports_.ledger.clock.Monotonic();
  const std::chrono::seconds every{setting_.premises.office.intervals.status_every_s};
  if (states_at_ && now - *states_at_ < every) return;
  const std::vector<RecordId> changed = ports_.cases.StatesToPublish(kStatesAtOnce);
  if (changed.empty()) return;
  states_at_ = now;
  const Premises& premises = setting_.premises;
  const Day today = LocalDay(ports_.ledger.clock.Now(), premises.office.zone);
  std::vector<StateToPublish> states;
  for (const RecordId& id : changed) {
    const CaseFile file = FoldCase(ports_.cases.RecordsOf(id), premises.decree, rules_);
    if (file.secret.empty()) continue;
    states.push_back({file.secret, StateForVisitor(file, premises.decree, premises.office, today)});
  }
  const std::vector<Draft> drafts = StatusDrafts(states, ports_.ledger.randomness);
  if (!drafts.empty()) ports_.recorder.Write(drafts);
  ports_.cases.StatesPublished(changed);
  Publish(true);
}

// A kiosk drops only what a desk has, bodies included: each end of a chain is acknowledged once,
// and speaks for all before it.
void Upkeep::AcknowledgeSegments() {
  if (!acknowledged_read_) {
    for (const Record& record : ports_.cases.OfType(RecordType::kAck, kMostAcks)) {
      const auto ack = AckIn(record);
      if (ack && record.node == setting_.key.Id()) acknowledged_.insert(ack->hash);
    }
    acknowledged_read_ = true;
  }
  std::vector<Draft> drafts;
  std::set<std::string> said;
  for (const ReadCursor& cursor : ports_.cases.Cursors()) {
    const RosterNode* node = roster_.Find(cursor.node);
    if (node == nullptr || node->kind != "kiosk" || cursor.hash.empty()) continue;
    if (collector_.LacksBodiesOf(cursor.node, cursor.epoch)) continue;
    if (acknowledged_.contains(cursor.hash) || !said.insert(cursor.hash).second) continue;
    drafts.push_back(AckDraft({cursor.node, cursor.epoch, cursor.segment, cursor.hash},
                              ports_.ledger.randomness));
  }
  if (drafts.empty()) return;
  ports_.recorder.Write(drafts);
  acknowledged_.merge(said);  // only what is written: after a full disk it is said again
}

void Upkeep::Flush() {
  Publish(true);
  Collect();
}

void Upkeep::Finish() try {
  Collect();
  states_at_.reset();
  PublishStates();
  Publish(true);
} catch (const StoreError& error) {
  Complain(error.what());
} catch (const std::filesystem::filesystem_error& error) {
  Complain(error.what());
}

std::optional<Event> Upkeep::Round() try {
  LookForRoster();
  Publish(false);
  Collect();
  SayState();
  AcknowledgeSegments();
  PublishStates();
  const std::uint64_t revision = ports_.cases.Revision();
  if (revision == revision_) return std::nullopt;
  revision_ = revision;
  return RecordsArrived{revision, ports_.ledger.clock.Now()};
} catch (const StoreError& error) {
  Complain(error.what());
  return StorageFailed{error.Fault() == StoreFault::kFull};
} catch (const std::filesystem::filesystem_error& error) {
  Complain(error.what());
  return std::nullopt;
}

}  // namespace tanggap::desk
