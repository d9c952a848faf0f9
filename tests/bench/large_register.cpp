// A desk's register of a million records: how long it takes to fill, and what each question of the
// screens costs then. Made-up cases of the demo's plan, bodies open: what is measured is the
// register, not reading and verifying segments.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/bench.h"
#include "bench/workshop.h"
#include "formats/office_file.h"
#include "ledger/bytes.h"
#include "office/demo_plan.h"
#include "office/demo_stock.h"
#include "storage/register.h"
#include "support/places.h"
#include "support/temporary_directory.h"

namespace tanggap::bench {
namespace {

constexpr std::size_t kAtOnce = 256;  // records of a full segment: one transaction
constexpr int kTimes = 200;           // each question
constexpr std::size_t kPage = 50;
constexpr double kRecordsACase = 4.84;  // of the plan, ratings counted in
const NodeId kKiosk{"abcdefghjk"};
const NodeId kDesk{"bcdefghjkm"};

// An event of the plan as a desk that may read everything receives it.
Register::Arrival ArrivalOf(const DemoEvent& event, const Office& office, std::uint64_t sequence) {
  Register::Arrival arrival;
  Record& record = arrival.record;
  record.id = event.draft.id;
  record.type = event.draft.type;
  record.type_name = std::string(NameOf(event.draft.type));
  record.day = LocalDay(event.at, office.zone);
  record.hlc = {ToMillis(event.at), 0};
  record.node = event.actor == DemoActor::kKiosk ? kKiosk : kDesk;
  record.epoch = 1;
  record.sequence = sequence;
  record.refs = event.draft.refs;
  record.clear = event.draft.clear;
  const PersonId by{event.actor == DemoActor::kHead ? "person-head" : "person-supervisor"};
  if (!event.draft.facts.empty())
    record.bodies[BodyClass::kFacts] = {BodyState::kOpen, event.draft.facts, by};
  if (!event.draft.content.empty() || event.draft.ticket)
    record.bodies[BodyClass::kContent] = {BodyState::kOpen, event.draft.content, by};
  if (event.draft.ticket) {
    Fields& content = record.bodies[BodyClass::kContent].fields;
    content["code"] = Compact(*event.draft.ticket);
    content["secret"] = ToHex(event.draft.id) + ToHex(event.draft.id);
  }
  return arrival;
}

class Questions {
 public:
  Questions(Register& cases, const DemoPlan& plan, Day today)
      : cases_(cases), plan_(plan), today_(today) {}

  std::vector<Row> Ask() {
    const auto all = static_cast<std::size_t>(cases_.Count(CaseView::kAllOpen, today_));
    Time("newest page of all open cases",
         [&](int) { return cases_.Cases(CaseView::kAllOpen, today_, 0, kPage).size(); });
    Time("a page in the middle of them",
         [&](int) { return cases_.Cases(CaseView::kAllOpen, today_, all / 2, kPage).size(); });
    Time("newest page of closed cases",
         [&](int) { return cases_.Cases(CaseView::kClosed, today_, 0, kPage).size(); });
    Time("newest page of overdue cases",
         [&](int) { return cases_.Cases(CaseView::kOverdue, today_, 0, kPage).size(); });
    Time("counts of all ten views", [&](int) {
      std::size_t sum = 0;
      for (int view = 0; view <= static_cast<int>(CaseView::kAllOpen); ++view)
        sum += cases_.Count(static_cast<CaseView>(view), today_);
      return sum;
    });
    Time("today's ratings", [&](int) { return cases_.Ratings(today_).size() + 1; });
    Time("a word of many cases", [&](int) { return cases_.Search("loket", kPage).size() + 1; });
    Time("two words", [&](int) { return cases_.Search("antre lama", kPage).size() + 1; });
    Time("a case by its code", [&](int i) {
      return static_cast<std::size_t>(cases_.FindByCode(Compact(Ticket(i))).has_value());
    });
    Time("a case with its records", [&](int i) {
      const auto id = cases_.FindByCode(Compact(Ticket(i)));
      return id ? cases_.RecordsOf(*id).size() : 0;
    });
    return std::move(rows_);
  }

 private:
  [[nodiscard]] const TicketCode& Ticket(int i) const {
    return plan_.tickets[static_cast<std::size_t>(i) * 7919 % plan_.tickets.size()];
  }
  void Time(const std::string& what, const std::function<std::size_t(int)>& ask) {
    std::vector<double> took;
    for (int i = 0; i < kTimes; ++i) {
      const double begin = MillisecondsNow();
      if (ask(i) == 0) throw std::runtime_error(what + ": nothing was found");
      took.push_back(MillisecondsNow() - begin);
    }
    rows_.push_back({"register p99: " + what, Percentile(took, 0.99), "ms", "", 0, std::nullopt,
                     std::to_string(kTimes) + " times, median " +
                         std::to_string(Percentile(took, 0.5)) + " ms"});
  }

  Register& cases_;
  const DemoPlan& plan_;
  Day today_;
  std::vector<Row> rows_;
};

}  // namespace

std::vector<Row> LargeRegister(Workshop& workshop) {
  const std::filesystem::path source = SourceDir();
  const Result<OfficeFile> file = ReadOfficeFile(source / "kiosk-config/offices/lembata.toml");
  if (!file.Ok()) throw std::runtime_error(Describe(file.Problems().front()));
  const Office& office = file.Value().office;
  const Result<std::vector<DemoText>> stock =
      ReadDemoStock(source / "assets/demo/complaints.tsv", office, file.Value().decree);
  if (!stock.Ok()) throw std::runtime_error(Describe(stock.Problems().front()));
  const Instant now = FromMillis(1795250000000);
  DemoWish wish;
  wish.complaints =
      static_cast<std::size_t>(static_cast<double>(workshop.Records()) / kRecordsACase);
  wish.seed = 7;
  wish.now = now;
  const DemoPlan plan = PlanDemo(office, file.Value().decree, stock.Value(), wish);

  const TemporaryDirectory directory;
  RegisterSettings settings;
  settings.lookup_of = [](const std::string& secret) { return secret.substr(0, 32); };
  settings.roles = {{PersonId{"person-head"}, Role::kHead},
                    {PersonId{"person-supervisor"}, Role::kSupervisor}};
  settings.rules_version = "1";
  SqliteRegister cases(directory / "register.db", file.Value().decree, office, settings);
  std::map<NodeId, ReadCursor> cursors;
  std::uint64_t sequence = 0;
  const double begin = MillisecondsNow();
  std::vector<Register::Arrival> arrivals;
  for (std::size_t i = 0; i < plan.events.size(); ++i) {
    arrivals.push_back(ArrivalOf(plan.events[i], office, ++sequence));
    if (arrivals.size() < kAtOnce && i + 1 < plan.events.size()) continue;
    ReadCursor& cursor = cursors[kKiosk];
    cursor.node = kKiosk;
    cursor.epoch = 1;
    cursor.nonce = "9f2c01ab";
    ++cursor.segment;
    cursor.hash = std::to_string(cursor.segment);
    cursor.branch = "b";
    cases.Ingest(arrivals, cursor);
    arrivals.clear();
  }
  const double seconds = (MillisecondsNow() - begin) / 1000;
  const auto records = static_cast<double>(plan.events.size());
  std::vector<Row> rows{
      {"register: filled with records", records, "records", "", 0, std::nullopt,
       std::to_string(plan.tickets.size()) + " cases"},
      {"register: time to fill", seconds, "s", "", 0, std::nullopt,
       std::to_string(records / seconds) + " records a second"},
      {"register: size of its file",
       static_cast<double>(std::filesystem::file_size(directory / "register.db")) /
           (1024.0 * 1024.0),
       "MB", "", 0, std::nullopt, ""}};
  for (Row& row : Questions(cases, plan, LocalDay(now, office.zone)).Ask())
    rows.push_back(std::move(row));
  return rows;
}

}  // namespace tanggap::bench
