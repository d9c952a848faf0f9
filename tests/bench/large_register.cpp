// A desk's register of a million records: how long it takes to fill against the rows, indexes and
// search words alone, how much memory that takes, and what each question of the screens costs then.
// Made-up cases of the demo's plan, bodies open: what is measured is the register, not reading and
// verifying segments.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/bench.h"
#include "bench/workshop.h"
#include "formats/office_file.h"
#include "formats/strict_json.h"
#include "ledger/bytes.h"
#include "office/demo_plan.h"
#include "office/demo_stock.h"
#include "storage/database.h"
#include "storage/register.h"
#include "storage/schema.h"
#include "support/places.h"
#include "support/temporary_directory.h"

namespace tanggap::bench {
namespace {

constexpr std::size_t kAtOnce = 2048;  // records of one transaction, as a desk collects them
constexpr int kTimes = 200;            // each question
constexpr std::size_t kPage = 50;
constexpr double kRecordsACase = 4.84;      // of the plan, ratings counted in
constexpr std::size_t kCasesASlice = 2000;  // of one plan: a million records never lie in memory
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

// The same rows into the same schema, with its indexes and search words, and nothing thought about
// them: the least that filling a register takes.
class RawRows {
 public:
  explicit RawRows(const std::filesystem::path& file) : database_(file, DatabaseUse::kRegister) {
    Migrate(database_, RegisterSchema());
    record_.emplace(database_,
                    "INSERT INTO record(id, type, day, decree, hlc_ms, hlc_counter, node, epoch,"
                    " sequence, refs, critical, clear, case_id)"
                    " VALUES(?, ?, ?, '', ?, ?, ?, ?, ?, ?, 0, ?, ?)");
    body_.emplace(database_,
                  "INSERT INTO body(record, class, state, fields, writer, sealed)"
                  " VALUES(?, ?, ?, ?, ?, NULL)");
    case_.emplace(database_,
                  "INSERT INTO complaint(number, id, bucket, due_key, code, lookup, words, summary,"
                  " state, published) VALUES(?, ?, 0, ?, ?, ?, ?, ?, '', '')");
    story_.emplace(database_, "INSERT INTO story(number, words) VALUES(?, ?)");
    index_.emplace(database_, "INSERT INTO story_index(rowid, words) VALUES(?, ?)");
  }
  void Add(std::span<const Register::Arrival> arrivals) {
    Transaction transaction(database_);
    for (const Register::Arrival& arrival : arrivals)
      Add(arrival.record);
    transaction.Commit();
  }

 private:
  void Add(const Record& record) {
    const RecordId& id = record.id;
    const RecordId& owner = record.refs.empty() ? id : record.refs.front();
    record_->BindBlob(id.bytes.data(), id.bytes.size())
        .Bind(record.type_name)
        .Bind(IsoDay(record.day))
        .Bind(record.hlc.ms)
        .Bind(record.hlc.counter)
        .Bind(record.node.value)
        .Bind(std::int64_t{record.epoch})
        .Bind(static_cast<std::int64_t>(record.sequence))
        .BindBlob(owner.bytes.data(), owner.bytes.size())
        .Bind(WriteStrict(record.clear))
        .BindBlob(owner.bytes.data(), owner.bytes.size())
        .Run();
    const std::int64_t number = sqlite3_last_insert_rowid(database_.Handle());
    for (const auto& [body_class, body] : record.bodies) {
      const std::string fields = WriteStrict(body.fields);
      const char name = static_cast<char>(body_class);
      body_->Bind(number)
          .Bind(std::string_view{&name, 1})
          .Bind(static_cast<std::int64_t>(body.state))
          .Bind(fields)
          .Bind(body.by.value)
          .Run();
      if (record.type != RecordType::kComplaintLodged || body_class != BodyClass::kContent)
        continue;
      const std::string story = TextOf(body.fields, "story");
      case_->Bind(number)
          .BindBlob(id.bytes.data(), id.bytes.size())
          .Bind(IsoDay(record.day))
          .Bind(TextOf(body.fields, "code"))
          .Bind(TextOf(body.fields, "secret"))
          .Bind(story)
          .Bind(fields)
          .Run();
      story_->Bind(number).Bind(story).Run();
      index_->Bind(number).Bind(story).Run();
    }
  }

  Database database_;
  std::optional<Statement> record_;
  std::optional<Statement> body_;
  std::optional<Statement> case_;
  std::optional<Statement> story_;
  std::optional<Statement> index_;
};

// The most that this process has held in memory so far, in MB.
double MostMemory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    double kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
  }
  throw std::runtime_error("the kernel doesn't tell this process's memory");
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
  const TemporaryDirectory directory;
  RegisterSettings settings;
  settings.lookup_of = [](const std::string& secret) { return secret.substr(0, 32); };
  settings.roles = {{PersonId{"person-head"}, Role::kHead},
                    {PersonId{"person-supervisor"}, Role::kSupervisor}};
  settings.rules_version = "1";
  SqliteRegister cases(directory / "register.db", file.Value().decree, office, settings);
  RawRows raw(directory / "raw.db");
  ReadCursor cursor{kKiosk, 1, "9f2c01ab", 0, {}, "b"};
  const auto wanted =
      static_cast<std::size_t>(static_cast<double>(workshop.Records()) / kRecordsACase);
  std::uint64_t sequence = 0;
  std::size_t records = 0;
  std::size_t complaints = 0;
  double ours = 0;
  double floor = 0;
  DemoPlan plan;
  for (std::uint64_t slice = 0; complaints < wanted; ++slice) {
    DemoWish wish;
    wish.complaints = std::min(kCasesASlice, wanted - complaints);
    wish.seed = 7 + slice;
    wish.now = now;
    plan = PlanDemo(office, file.Value().decree, stock.Value(), wish);
    complaints += wish.complaints;
    records += plan.events.size();
    std::vector<Register::Arrival> arrivals;
    for (std::size_t i = 0; i < plan.events.size(); ++i) {
      arrivals.push_back(ArrivalOf(plan.events[i], office, ++sequence));
      if (arrivals.size() < kAtOnce && i + 1 < plan.events.size()) continue;
      ++cursor.segment;
      cursor.hash = std::to_string(cursor.segment);
      // By turns, so that both meet the same disk.
      const double begin = MillisecondsNow();
      cases.Ingest(arrivals, {&cursor, 1});
      const double middle = MillisecondsNow();
      raw.Add(arrivals);
      floor += MillisecondsNow() - middle;
      ours += middle - begin;
      arrivals.clear();
    }
  }
  std::vector<Row> rows{
      {"register: filled with records", static_cast<double>(records), "records", "", 0,
       std::nullopt, std::to_string(complaints) + " cases"},
      {"register: time to fill", ours / 1000, "s", "rows, indexes, search words alone",
       floor / 1000, 2.5,
       std::to_string(static_cast<double>(records) * 1000 / ours) + " records a second"},
      {"register: most memory", MostMemory(), "MB", "", 0, 300,
       "of the whole benchmark while it filled both"},
      {"register: size of its file",
       static_cast<double>(std::filesystem::file_size(directory / "register.db")) /
           (1024.0 * 1024.0),
       "MB", "", 0, std::nullopt, ""}};
  for (Row& row : Questions(cases, plan, LocalDay(now, office.zone)).Ask())
    rows.push_back(std::move(row));
  return rows;
}

}  // namespace tanggap::bench
