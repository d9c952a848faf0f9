#include "office/demo_writer.h"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "domain/case_file.h"
#include "folder/mirror.h"
#include "folder/publisher.h"
#include "ledger/recorder.h"
#include "ledger/segment_writer.h"
#include "ledger/status_drafts.h"
#include "ports/clock.h"
#include "storage/journal.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kKiosk = "kiosk-1";
constexpr std::string_view kDesk = "desk-1";
constexpr std::size_t kMirrorEvery = 100;  // events: now and then, as in a real office

// The plan's own time: everything happened when the plan says so.
class PlannedClock final : public Clock {
 public:
  void Set(Instant now) { now_ = now; }
  Instant Now() override { return now_; }
  std::chrono::milliseconds Monotonic() override { return now_.time_since_epoch(); }

 private:
  Instant now_{};
};

// One device as the programs run it, on the plan's clock.
class DemoNode {
 public:
  DemoNode(const OfficeHome& office, std::string_view name, PlannedClock& clock,
           Randomness& randomness, Signer& signer)
      : directory_(office.directory / name),
        key_(ReadKey(directory_)),
        journal_(directory_ / "journal.db"),
        ports_{journal_, clock, randomness},
        secrets_(office.roster.office.salt, randomness),
        recorder_(ports_, office.roster, secrets_, signer),
        writer_(ports_, key_, office.roster.number, std::chrono::seconds{0}),
        publisher_(journal_, directory_ / "replica", office.roster.Id(), key_.Id()) {
    writer_.OpenEpochIfNeeded();
  }

  [[nodiscard]] NodeId Id() const { return key_.Id(); }
  [[nodiscard]] const fs::path& Directory() const { return directory_; }
  TicketSecrets& Secrets() { return secrets_; }

  // The record as every reader will see it.
  Record Write(const Draft& draft, Day day, const PersonId& by, Instant at) {
    if (day != day_) EndDay();
    day_ = day;
    (void)recorder_.Write(std::span(&draft, 1));
    Record record;
    record.id = draft.id;
    record.type = draft.type;
    record.type_name = std::string(NameOf(draft.type));
    record.day = day;
    record.hlc = {ToMillis(at), 0};
    record.node = Id();
    record.epoch = 1;
    record.sequence = ++written_;
    record.refs = draft.refs;
    record.clear = draft.clear;
    if (!draft.facts.empty())
      record.bodies[BodyClass::kFacts] = {BodyState::kOpen, draft.facts, by};
    if (!draft.content.empty() || record.bodies.empty())
      record.bodies[BodyClass::kContent] = {BodyState::kOpen, draft.content, by};
    return record;
  }

  // A segment holds one day only. It goes out at once, as a device's does: the disk's time passes
  // while the next tickets' keys are derived.
  void EndDay() {
    while (writer_.CloseIfDue(true)) {
    }
    if (day_.ok()) (void)publisher_.Round(day_);
  }

 private:
  static NodeKey ReadKey(const fs::path& directory) {
    Result<NodeKey> key = ReadNodeKey(directory / "node.key");
    if (!key.Ok()) throw std::runtime_error(Describe(key.Problems().front()));
    return std::move(key).Value();
  }

  fs::path directory_;
  NodeKey key_;
  SqliteJournal journal_;
  LedgerPorts ports_;
  TicketSecrets secrets_;
  LedgerRecorder recorder_;
  SegmentWriter writer_;
  Publisher publisher_;
  Day day_{};  // of the last record; not ok before the first
  std::uint64_t written_ = 0;
};

std::string StageName(const CaseFile& file) {
  switch (file.side) {
    case TicketSide::kWaitingForData:
      return "waiting";
    case TicketSide::kSuspended:
      return "suspended";
    case TicketSide::kReferred:
      return "referred";
    case TicketSide::kWithdrawn:
      return "withdrawn";
    case TicketSide::kConflict:
      return "conflict";
    case TicketSide::kNone:
      break;
  }
  switch (file.stage) {
    case CaseStage::kReceived:
      return "received";
    case CaseStage::kAssessed:
      return file.unregulated ? "unregulated" : "assessed";
    case CaseStage::kProposed:
      return "proposed";
    case CaseStage::kGranted:
      return "granted";
    case CaseStage::kRefused:
      return "refused";
    case CaseStage::kDelivered:
      return "delivered";
    case CaseStage::kClosed:
      return "closed";
  }
  return "received";
}

}  // namespace

DemoOutcome WriteDemo(const OfficeHome& office, DemoScript script, Instant now,
                      Randomness& randomness) {
  const Zone& zone = office.file.office.zone;
  const DemoPlan& plan = script.plan;
  PlannedClock clock;
  Signer signer;
  Signer nobody;
  DemoNode kiosk(office, kKiosk, clock, randomness, nobody);
  DemoNode desk(office, kDesk, clock, randomness, signer);

  const auto mirror_both = [&] {
    for (const DemoNode* node : {&kiosk, &desk})
      (void)Mirror(node->Directory() / "replica", office.directory / "central");
  };
  std::size_t written = 0;
  DemoOutcome outcome;
  std::vector<std::vector<Record>> cases(plan.tickets.size());
  for (const DemoEvent& event : plan.events) {
    if (++written % kMirrorEvery == 0) mirror_both();
    clock.Set(event.at);
    const Day day = LocalDay(event.at, zone);
    ++outcome.records;
    if (event.actor == DemoActor::kKiosk) {
      if (event.draft.ticket) {
        kiosk.Secrets().Remember(*event.draft.ticket,
                                 *TicketSecret::FromHex(script.secrets.Of(event.complaint)));
      }
      Record record = kiosk.Write(event.draft, day, {}, event.at);
      if (event.draft.type == RecordType::kRated) ++outcome.ratings;
      if (event.complaint != kNoComplaint) cases[event.complaint].push_back(std::move(record));
      continue;
    }
    std::optional<PersonKey>& person = script.keys[static_cast<std::size_t>(event.actor)];
    const PersonId by = person->Id();
    signer.person = std::move(person);
    cases[event.complaint].push_back(desk.Write(event.draft, day, by, event.at));
    person = std::move(signer.person);
    signer.person.reset();
  }

  FoldRules rules;
  for (const RosterPerson& person : office.roster.people)
    rules.roles[person.id] = person.role;
  std::vector<StateToPublish> states;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const CaseFile file = FoldCase(cases[i], office.file.decree, rules);
    ++outcome.stages[StageName(file)];
    for (const Act& act : file.acts) {
      if (act.refused) ++outcome.refused[act.type_name + ": " + act.why_refused];
    }
    states.push_back(
        {script.secrets.Of(i),
         StateForVisitor(file, office.file.decree, office.file.office, LocalDay(now, zone))});
  }
  clock.Set(now);
  for (const Draft& draft : StatusDrafts(states, randomness)) {
    (void)desk.Write(draft, LocalDay(now, zone), {}, now);
    ++outcome.records;
  }
  for (DemoNode* node : {&kiosk, &desk})
    node->EndDay();
  mirror_both();
  // The kiosk fetches what the desk said about its tickets.
  (void)Mirror(kiosk.Directory() / "replica", office.directory / "central");
  return outcome;
}

bool HoldsRecords(const OfficeHome& office) {
  for (const std::string_view node : {kKiosk, kDesk}) {
    SqliteJournal journal(office.directory / node / "journal.db");
    if (journal.Head().records_written > 0) return true;
  }
  return false;
}

}  // namespace tanggap
