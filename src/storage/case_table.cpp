#include "storage/case_table.h"

#include <algorithm>
#include <utility>

#include "domain/ticket_code.h"
#include "formats/strict_json.h"
#include "storage/record_table.h"

namespace tanggap {
namespace {

// Numbers of cases received in the same millisecond lie within one such step, so that "newest
// first" is the order of the primary key.
constexpr std::int64_t kNumbersPerMillisecond = 1024;
constexpr std::string_view kNoDue = "9999-12-31";
constexpr std::size_t kMostSearchWords = 8;
constexpr std::size_t kLeastPrefix = 2;

std::string DueKey(const CaseSummary& summary) {
  return summary.due ? IsoDay(summary.due->day) : std::string(kNoDue);
}

Fields WriteDue(const DueDate& due) {
  return {{"day", IsoDay(due.day)},     {"duty", due.duty},         {"cite", due.cite},
          {"law", IsoDay(due.law_day)}, {"visitors", due.visitors}, {"estimate", due.estimate},
          {"since", due.since},         {"from", IsoDay(due.from)}, {"count", due.count},
          {"working", due.working},     {"earliest", due.earliest}};
}

std::optional<DueDate> ReadDue(const Fields& summary) {
  const auto found = summary.find("due");
  if (found == summary.end()) return std::nullopt;
  const auto* fields = std::get_if<Fields>(&found->second.held);
  if (fields == nullptr) return std::nullopt;
  DueDate due;
  due.day = DayFromIso(TextOf(*fields, "day")).value_or(Day{});
  due.duty = TextOf(*fields, "duty");
  due.cite = TextOf(*fields, "cite");
  due.law_day = DayFromIso(TextOf(*fields, "law")).value_or(Day{});
  due.visitors = FlagOf(*fields, "visitors");
  due.estimate = FlagOf(*fields, "estimate");
  due.since = TextOf(*fields, "since");
  due.from = DayFromIso(TextOf(*fields, "from")).value_or(Day{});
  due.count = static_cast<int>(NumberOf(*fields, "count"));
  due.working = FlagOf(*fields, "working");
  due.earliest = FlagOf(*fields, "earliest");
  return due;
}

std::string WriteSummary(const CaseSummary& summary) {
  List aspects;
  for (const AspectId& aspect : summary.aspects)
    aspects.emplace_back(aspect.value);
  Fields fields{{"stage", static_cast<int>(summary.stage)},
                {"side", static_cast<int>(summary.side)},
                {"kind", static_cast<int>(summary.kind)},
                {"service", summary.service.value},
                {"aspects", std::move(aspects)},
                {"assessed", summary.assessed},
                {"unregulated", summary.unregulated},
                {"refer", summary.refer},
                {"standing", static_cast<std::int64_t>(summary.standing)},
                {"holder", summary.holder.value},
                {"received", ToMillis(summary.received)},
                {"kiosk", summary.kiosk.value},
                {"named", summary.named},
                {"frozen", summary.frozen}};
  if (summary.severity) fields.emplace("severity", summary.severity->value);
  if (summary.due) fields.emplace("due", WriteDue(*summary.due));
  return WriteStrict(fields);
}

CaseSummary ReadSummary(const std::string& text) {
  const Result<Fields> read = ReadStrict(text);
  if (!read.Ok()) return {};
  const Fields& fields = read.Value();
  CaseSummary summary;
  summary.stage = static_cast<CaseStage>(NumberOf(fields, "stage"));
  summary.side = static_cast<TicketSide>(NumberOf(fields, "side"));
  summary.kind = static_cast<ComplaintKind>(NumberOf(fields, "kind"));
  summary.service = ServiceId{TextOf(fields, "service")};
  for (const std::string& aspect : TextsOf(fields, "aspects"))
    summary.aspects.emplace_back(aspect);
  if (Has(fields, "severity")) summary.severity = SeverityId{TextOf(fields, "severity")};
  summary.assessed = FlagOf(fields, "assessed");
  summary.unregulated = FlagOf(fields, "unregulated");
  summary.refer = FlagOf(fields, "refer");
  summary.standing = static_cast<std::size_t>(NumberOf(fields, "standing"));
  summary.due = ReadDue(fields);
  summary.holder = PersonId{TextOf(fields, "holder")};
  summary.received = FromMillis(NumberOf(fields, "received"));
  summary.kiosk = NodeId{TextOf(fields, "kiosk")};
  summary.named = FlagOf(fields, "named");
  summary.frozen = FlagOf(fields, "frozen");
  return summary;
}

std::string GroupedCode(const std::string& compact) {
  if (compact.size() != kCodeSymbols) return compact;
  return compact.substr(0, 4) + '-' + compact.substr(4, 4) + '-' + compact.substr(8);
}

constexpr std::string_view kRowColumns =
    "SELECT complaint.id, complaint.code, complaint.summary, complaint.words FROM complaint ";

CaseRow ReadRow(Statement& row) {
  CaseRow result;
  result.id = ReadId(row.NextBlob());
  result.code = GroupedCode(row.NextText());
  result.summary = ReadSummary(row.NextText());
  result.words = row.NextText();
  return result;
}

std::optional<Bucket> BucketOf(CaseView view) {
  switch (view) {
    case CaseView::kNew:
      return Bucket::kNew;
    case CaseView::kWaitingForData:
      return Bucket::kWaiting;
    case CaseView::kSuspended:
      return Bucket::kSuspended;
    case CaseView::kToDecide:
      return Bucket::kToDecide;
    case CaseView::kToDeliver:
      return Bucket::kToDeliver;
    case CaseView::kConflict:
      return Bucket::kConflict;
    case CaseView::kClosed:
      return Bucket::kClosed;
    case CaseView::kDueToday:
    case CaseView::kOverdue:
    case CaseView::kAllOpen:
      return std::nullopt;
  }
  return std::nullopt;
}

// The condition of a view; one index answers each. Parameters: ?1 bucket or day.
std::string_view Condition(CaseView view) {
  if (view == CaseView::kDueToday) return "bucket <> 6 AND due_key = ?1";
  if (view == CaseView::kOverdue) return "bucket <> 6 AND due_key < ?1";
  if (view == CaseView::kAllOpen) return "bucket <> 6 AND due_key <> ?1";
  return "bucket = ?1";
}

void BindCondition(Statement& statement, CaseView view, Day today) {
  if (const std::optional<Bucket> bucket = BucketOf(view)) {
    statement.Bind(static_cast<std::int64_t>(*bucket));
  } else {
    statement.Bind(view == CaseView::kAllOpen ? std::string() : IsoDay(today));
  }
}

// What a person typed, as an FTS5 query: every word quoted, the last one as a beginning.
std::string SearchQuery(const std::string& words) {
  std::vector<std::string> parts;
  std::string part;
  for (const char sign : words + ' ') {
    const bool ends = static_cast<unsigned char>(sign) <= ' ' || sign == '"';
    if (!ends) part += sign;
    if (ends && !part.empty() && parts.size() < kMostSearchWords)
      parts.push_back(std::exchange(part, {}));
  }
  std::string query;
  for (const std::string& word : parts)
    query += (query.empty() ? "\"" : " \"") + word + '"';
  if (!parts.empty() && parts.back().size() >= kLeastPrefix) query += '*';
  return query;
}

}  // namespace

Bucket BucketOf(const CaseSummary& summary) {
  if (summary.stage == CaseStage::kClosed || summary.side == TicketSide::kWithdrawn)
    return Bucket::kClosed;
  switch (summary.side) {
    case TicketSide::kWaitingForData:
      return Bucket::kWaiting;
    case TicketSide::kSuspended:
      return Bucket::kSuspended;
    case TicketSide::kConflict:
      return Bucket::kConflict;
    case TicketSide::kReferred:
      return Bucket::kInHand;
    case TicketSide::kNone:
    case TicketSide::kWithdrawn:
      break;
  }
  if (summary.stage == CaseStage::kReceived) return Bucket::kNew;
  if (summary.stage == CaseStage::kProposed) return Bucket::kToDecide;
  if (summary.stage == CaseStage::kGranted) return Bucket::kToDeliver;
  return Bucket::kInHand;
}

CaseTable::CaseTable(Database& database)
    : database_(database),
      find_(database, "SELECT number, code, lookup FROM complaint WHERE id = ?"),
      last_(database, "SELECT max(number) FROM complaint WHERE number >= ? AND number < ?"),
      put_(database,
           "INSERT INTO complaint(number, id, bucket, due_key, code, lookup, words, summary, state,"
           " published) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT(number) DO UPDATE SET"
           " bucket = excluded.bucket, due_key = excluded.due_key, code = excluded.code,"
           " lookup = excluded.lookup, words = excluded.words, summary = excluded.summary,"
           " state = excluded.state"),
      refresh_(database,
               "UPDATE complaint SET bucket = ?, due_key = ?, words = ?, summary = ?, state = ?"
               " WHERE number = ?"),
      old_words_(database, "SELECT words FROM story WHERE number = ?"),
      forget_words_(database,
                    "INSERT INTO story_index(story_index, rowid, words) VALUES('delete', ?, ?)"),
      keep_words_(database, "INSERT OR REPLACE INTO story(number, words) VALUES(?, ?)"),
      index_words_(database, "INSERT INTO story_index(rowid, words) VALUES(?, ?)") {}

CaseTable::Known CaseTable::KnownAs(const RecordId& id) {
  find_.Reset();
  if (!find_.BindBlob(id.bytes.data(), id.bytes.size()).Step()) return {};
  Known known;
  known.number = find_.NextNumber();
  known.code = find_.NextText();
  known.lookup = find_.NextText();
  find_.Reset();
  return known;
}

std::int64_t CaseTable::NewNumber(std::int64_t received_ms) {
  const std::int64_t first = received_ms * kNumbersPerMillisecond;
  last_.Reset();
  const bool there =
      last_.Bind(first).Bind(first + kNumbersPerMillisecond).Step() && !last_.NextIsNull();
  const std::int64_t number = there ? last_.NextNumber() + 1 : first;
  last_.Reset();
  return number;
}

void CaseTable::Put(const CaseEntry& entry, std::int64_t received_ms) {
  const Known known = KnownAs(entry.row.id);
  const std::int64_t number = known.number ? *known.number : NewNumber(received_ms);
  const CaseSummary& summary = entry.row.summary;
  const auto bucket = static_cast<std::int64_t>(tanggap::BucketOf(summary));
  // A code hardly ever changes, and naming it here would write its two indexes anew.
  if (known.number && known.code == entry.compact_code && known.lookup == entry.lookup) {
    refresh_.Bind(bucket)
        .Bind(DueKey(summary))
        .Bind(entry.row.words)
        .Bind(WriteSummary(summary))
        .Bind(entry.state)
        .Bind(number)
        .Run();
  } else {
    put_.Bind(number)
        .BindBlob(entry.row.id.bytes.data(), entry.row.id.bytes.size())
        .Bind(bucket)
        .Bind(DueKey(summary))
        .Bind(entry.compact_code)
        .Bind(entry.lookup)
        .Bind(entry.row.words)
        .Bind(WriteSummary(summary))
        .Bind(entry.state)
        .Run();
  }
  PutWords(number, entry.search_words);
}

void CaseTable::PutWords(std::int64_t number, const std::string& words) {
  old_words_.Reset();
  const bool there = old_words_.Bind(number).Step();
  const std::string old = there ? old_words_.NextText() : std::string();
  old_words_.Reset();
  if (old == words) return;
  // The index keeps no text of its own: it must be told which words leave.
  if (there) forget_words_.Bind(number).Bind(old).Run();
  keep_words_.Bind(number).Bind(words).Run();
  index_words_.Bind(number).Bind(words).Run();
}

std::vector<CaseRow> CaseTable::List(CaseView view, Day today, std::size_t offset,
                                     std::size_t max) {
  const bool newest_first = view == CaseView::kClosed;
  // Named, for SQLite would find the closed ones by another index and sort all of them: a fifth of
  // a second among a million records.
  constexpr std::string_view kNewestClosed =
      "INDEXED BY complaint_closed WHERE bucket = 6 AND ?1 = 6 ORDER BY number DESC";
  const std::string which =
      newest_first ? std::string(kNewestClosed)
                   : "WHERE " + std::string(Condition(view)) + " ORDER BY due_key, number";
  Statement rows(database_, std::string(kRowColumns) + which + " LIMIT ?2 OFFSET ?3");
  BindCondition(rows, view, today);
  rows.Bind(static_cast<std::int64_t>(max)).Bind(static_cast<std::int64_t>(offset));
  std::vector<CaseRow> found;
  while (rows.Step())
    found.push_back(ReadRow(rows));
  return found;
}

std::size_t CaseTable::Count(CaseView view, Day today) {
  Statement sum(database_,
                "SELECT coalesce(sum(n), 0) FROM tally WHERE " + std::string(Condition(view)));
  BindCondition(sum, view, today);
  return sum.Step() ? static_cast<std::size_t>(sum.NextNumber()) : 0;
}

std::vector<CaseRow> CaseTable::Search(const std::string& words, std::size_t max) {
  const std::string query = SearchQuery(words);
  std::vector<CaseRow> found;
  if (query.empty()) return found;
  Statement rows(database_, std::string(kRowColumns) +
                                "WHERE number IN (SELECT rowid FROM story_index WHERE story_index"
                                " MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY number DESC");
  rows.Bind(query).Bind(static_cast<std::int64_t>(max));
  while (rows.Step())
    found.push_back(ReadRow(rows));
  return found;
}

std::optional<CaseRow> CaseTable::Row(const RecordId& id) {
  Statement row(database_, std::string(kRowColumns) + "WHERE id = ?");
  if (!row.BindBlob(id.bytes.data(), id.bytes.size()).Step()) return std::nullopt;
  return ReadRow(row);
}

std::string CaseTable::LookupOf(const RecordId& id) {
  return KnownAs(id).lookup;
}

std::optional<RecordId> CaseTable::FindByLookup(const std::string& lookup) {
  if (lookup.empty()) return std::nullopt;
  Statement row(database_, "SELECT id FROM complaint WHERE lookup = ? AND lookup <> '' LIMIT 1");
  if (!row.Bind(lookup).Step()) return std::nullopt;
  return ReadId(row.NextBlob());
}

std::optional<RecordId> CaseTable::FindByCode(const std::string& compact_prefix) {
  if (compact_prefix.empty()) return std::nullopt;
  // Above every symbol of a code, so that the range is the codes with this beginning.
  Statement rows(database_,
                 "SELECT id FROM complaint WHERE code >= ? AND code < ? AND code <> '' LIMIT 2");
  rows.Bind(compact_prefix).Bind(compact_prefix + '~');
  if (!rows.Step()) return std::nullopt;
  const RecordId id = ReadId(rows.NextBlob());
  if (rows.Step()) return std::nullopt;  // several begin so
  return id;
}

std::vector<RecordId> CaseTable::AllIds() {
  Statement rows(database_, "SELECT id FROM complaint");
  std::vector<RecordId> ids;
  while (rows.Step())
    ids.push_back(ReadId(rows.NextBlob()));
  return ids;
}

std::vector<RecordId> CaseTable::Unpublished(std::size_t max) {
  Statement rows(database_,
                 "SELECT id FROM complaint WHERE state <> '' AND state <> published"
                 " ORDER BY number LIMIT ?");
  rows.Bind(static_cast<std::int64_t>(max));
  std::vector<RecordId> ids;
  while (rows.Step())
    ids.push_back(ReadId(rows.NextBlob()));
  return ids;
}

void CaseTable::MarkPublished(const RecordId& id) {
  Statement mark(database_, "UPDATE complaint SET published = state WHERE id = ?");
  mark.BindBlob(id.bytes.data(), id.bytes.size()).Run();
}

}  // namespace tanggap
