#include "storage/record_table.h"

#include <algorithm>
#include <utility>

#include "domain/record_schema.h"
#include "formats/strict_json.h"

namespace tanggap {
namespace {

constexpr std::string_view kColumns =
    "record.number, id, type, day, decree, hlc_ms, hlc_counter, node, epoch, sequence, refs,"
    " critical, clear";

std::string Select(std::string_view rest) {
  return "SELECT " + std::string(kColumns) + " FROM record " + std::string(rest);
}

std::string RefsBlob(const std::vector<RecordId>& refs) {
  std::string blob;
  for (const RecordId& ref : refs)
    blob.append(ref.bytes.begin(), ref.bytes.end());
  return blob;
}

std::string ClassName(BodyClass body_class) {
  return {static_cast<char>(body_class)};
}

// What was written by this program reads back; a damaged row reads as empty fields.
Fields ReadFields(const std::string& text) {
  Result<Fields> fields = ReadStrict(text);
  return fields.Ok() ? std::move(fields).Value() : Fields{};
}

}  // namespace

RecordId ReadId(std::string_view blob) {
  RecordId id;
  std::copy_n(blob.begin(), std::min(blob.size(), id.bytes.size()), id.bytes.begin());
  return id;
}

std::optional<RecordId> CaseOf(const Record& record) {
  if (record.type == RecordType::kComplaintLodged || record.type == RecordType::kComplaintTaken)
    return record.id;
  if (record.refs.empty()) return std::nullopt;
  // An unknown type may freeze its case, so it has to be found there.
  if (record.type == RecordType::kUnknown) return record.refs.front();
  const RecordRule* rule = RuleOf(record.type);
  if (rule != nullptr && rule->answers == Answers::kCase) return record.refs.front();
  return std::nullopt;
}

RecordTable::RecordTable(Database& database)
    : database_(database),
      insert_(database,
              "INSERT INTO record(id, type, day, decree, hlc_ms, hlc_counter, node, epoch,"
              " sequence, refs, critical, clear, case_id)"
              " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING"),
      insert_body_(database,
                   "INSERT INTO body(record, class, state, fields, writer, sealed)"
                   " VALUES(?, ?, ?, ?, ?, ?)"),
      bodies_(database, "SELECT class, state, fields, writer FROM body WHERE record = ?"),
      of_case_(database, Select("WHERE case_id = ?1 UNION ALL SELECT " + std::string(kColumns) +
                                " FROM record WHERE lookup = ?2 AND ?2 <> ''"
                                " AND (case_id IS NULL OR case_id <> ?1)")),
      by_holder_(database, "SELECT 1 FROM record WHERE lookup = ? AND lookup <> '' LIMIT 1"),
      open_(database,
            "UPDATE body SET state = ?1, fields = ?2, writer = ?3,"
            " sealed = CASE ?1 WHEN 3 THEN sealed END WHERE class = ?4 AND"
            " record = (SELECT number FROM record WHERE id = ?5)") {}

bool RecordTable::Add(const Register::Arrival& arrival) {
  const Record& record = arrival.record;
  const std::string type =
      record.type == RecordType::kUnknown ? record.type_name : std::string(NameOf(record.type));
  const std::string refs = RefsBlob(record.refs);
  insert_.BindBlob(record.id.bytes.data(), record.id.bytes.size())
      .Bind(type)
      .Bind(IsoDay(record.day))
      .Bind(record.decree)
      .Bind(record.hlc.ms)
      .Bind(record.hlc.counter)
      .Bind(record.node.value)
      .Bind(std::int64_t{record.epoch})
      .Bind(static_cast<std::int64_t>(record.sequence))
      .BindBlob(refs.empty() ? "" : refs.data(), refs.size())
      .Bind(std::int64_t{record.critical ? 1 : 0})
      .Bind(WriteStrict(record.clear));
  if (const std::optional<RecordId> case_id = CaseOf(record)) {
    insert_.BindBlob(case_id->bytes.data(), case_id->bytes.size());
  } else {
    insert_.BindNull();
  }
  insert_.Run();
  if (sqlite3_changes(database_.Handle()) == 0) return false;
  const std::int64_t number = sqlite3_last_insert_rowid(database_.Handle());
  for (const auto& [body_class, body] : record.bodies) {
    const auto sealed = std::ranges::find(arrival.sealed, body_class, &SealedBody::body_class);
    const bool has_line = sealed != arrival.sealed.end();
    AddBody(number, body_class, body, has_line ? &sealed->line : nullptr);
  }
  return true;
}

void RecordTable::AddBody(std::int64_t number, BodyClass body_class, const Body& body,
                          const std::string* sealed) {
  const bool identity = body_class == BodyClass::kIdentity;
  const BodyState state =
      identity && body.state == BodyState::kOpen ? BodyState::kSealed : body.state;
  insert_body_.Bind(number)
      .Bind(ClassName(body_class))
      .Bind(static_cast<std::int64_t>(state))
      .Bind(identity ? std::string("{}") : WriteStrict(body.fields))
      .Bind(body.by.value);
  if (sealed != nullptr && (state == BodyState::kSealed || state == BodyState::kForged)) {
    insert_body_.Bind(*sealed);
  } else {
    insert_body_.BindNull();
  }
  insert_body_.Run();
}

void RecordTable::Open(const RecordId& id, BodyClass body_class, const Body& body) {
  open_.Bind(static_cast<std::int64_t>(body.state))
      .Bind(WriteStrict(body.fields))
      .Bind(body.by.value)
      .Bind(ClassName(body_class))
      .BindBlob(id.bytes.data(), id.bytes.size())
      .Run();
}

std::size_t RecordTable::Supply(const Register::Arrival& arrival) {
  const Record& record = arrival.record;
  Statement remove(database_,
                   "DELETE FROM body WHERE class = ? AND state = 1 AND sealed IS NULL AND record ="
                   " (SELECT number FROM record WHERE id = ?) RETURNING record");
  std::size_t taken = 0;
  for (const auto& [body_class, body] : record.bodies) {
    const auto sealed = std::ranges::find(arrival.sealed, body_class, &SealedBody::body_class);
    const bool has_line = sealed != arrival.sealed.end();
    if (body.state == BodyState::kSealed && !has_line) continue;  // still lacking
    remove.Reset();
    remove.Bind(ClassName(body_class)).BindBlob(record.id.bytes.data(), record.id.bytes.size());
    if (!remove.Step()) continue;
    const std::int64_t number = remove.NextNumber();
    remove.Reset();
    AddBody(number, body_class, body, has_line ? &sealed->line : nullptr);
    ++taken;
  }
  return taken;
}

std::vector<Register::Lacking> RecordTable::LackingBodies(std::size_t max) {
  Statement rows(database_,
                 "SELECT DISTINCT id, node, epoch, sequence FROM body JOIN record"
                 " ON record.number = body.record WHERE body.state = 1 AND body.sealed IS NULL"
                 " ORDER BY record.number LIMIT ?");
  rows.Bind(static_cast<std::int64_t>(max));
  std::vector<Register::Lacking> lacking;
  while (rows.Step()) {
    Register::Lacking one;
    one.id = ReadId(rows.NextBlob());
    one.node = NodeId{rows.NextText()};
    one.epoch = static_cast<std::uint32_t>(rows.NextNumber());
    one.sequence = static_cast<std::uint64_t>(rows.NextNumber());
    lacking.push_back(std::move(one));
  }
  return lacking;
}

void RecordTable::SealForged() {
  database_.Execute("UPDATE body SET state = 1 WHERE state = 3");
}

bool RecordTable::Erase(const RecordId& id, BodyClass body_class) {
  Statement erase(database_,
                  "UPDATE body SET state = 2, fields = '{}', sealed = NULL WHERE class = ?"
                  " AND state <> 2 AND record = (SELECT number FROM record WHERE id = ?)");
  erase.Bind(ClassName(body_class)).BindBlob(id.bytes.data(), id.bytes.size()).Run();
  return sqlite3_changes(database_.Handle()) > 0;
}

void RecordTable::SetLookup(const RecordId& id, const std::string& lookup) {
  Statement set(database_, "UPDATE record SET lookup = ? WHERE id = ?");
  set.Bind(lookup).BindBlob(id.bytes.data(), id.bytes.size()).Run();
}

Record RecordTable::Read(Statement& row) {
  Record record;
  const std::int64_t number = row.NextNumber();
  record.id = ReadId(row.NextBlob());
  record.type_name = row.NextText();
  record.type = RecordTypeFromName(record.type_name);
  record.day = DayFromIso(row.NextText()).value_or(Day{});
  record.decree = row.NextText();
  record.hlc.ms = row.NextNumber();
  record.hlc.counter = row.NextNumber();
  record.node = NodeId{row.NextText()};
  record.epoch = static_cast<std::uint32_t>(row.NextNumber());
  record.sequence = static_cast<std::uint64_t>(row.NextNumber());
  std::string_view refs = row.NextBlob();
  for (; refs.size() >= record.id.bytes.size(); refs.remove_prefix(record.id.bytes.size()))
    record.refs.push_back(ReadId(refs.substr(0, record.id.bytes.size())));
  record.critical = row.NextNumber() != 0;
  record.clear = ReadFields(row.NextText());
  ReadBodies(number, record);
  return record;
}

void RecordTable::ReadBodies(std::int64_t number, Record& record) {
  bodies_.Reset();
  bodies_.Bind(number);
  while (bodies_.Step()) {
    const std::string name = bodies_.NextText();
    Body body;
    body.state = static_cast<BodyState>(bodies_.NextNumber());
    body.fields = ReadFields(bodies_.NextText());
    body.by = PersonId{bodies_.NextText()};
    if (name.size() == 1)
      record.bodies.emplace(static_cast<BodyClass>(name.front()), std::move(body));
  }
}

std::optional<Record> RecordTable::Find(const RecordId& id) {
  Statement row(database_, Select("WHERE id = ?"));
  if (!row.BindBlob(id.bytes.data(), id.bytes.size()).Step()) return std::nullopt;
  return Read(row);
}

std::vector<Record> RecordTable::OfCase(const RecordId& id, const std::string& lookup) {
  of_case_.Reset();
  of_case_.BindBlob(id.bytes.data(), id.bytes.size()).Bind(lookup);
  std::vector<Record> records;
  while (of_case_.Step())
    records.push_back(Read(of_case_));
  return records;
}

bool RecordTable::AnyByHolder(const std::string& lookup) {
  by_holder_.Reset();
  return by_holder_.Bind(lookup).Step();
}

std::vector<Record> RecordTable::OfType(RecordType type, std::size_t max) {
  Statement rows(database_, Select("WHERE type = ? ORDER BY hlc_ms DESC LIMIT ?"));
  rows.Bind(NameOf(type)).Bind(static_cast<std::int64_t>(max));
  std::vector<Record> records;
  while (rows.Step())
    records.push_back(Read(rows));
  return records;
}

std::vector<Register::PendingBody> RecordTable::Pending(BodyClass body_class, std::size_t max) {
  Statement rows(database_,
                 "SELECT record.id, body.sealed, record.type FROM body JOIN record"
                 " ON record.number = body.record WHERE body.class = ? AND body.state = 1"
                 " AND body.sealed IS NOT NULL ORDER BY body.record LIMIT ?");
  rows.Bind(ClassName(body_class)).Bind(static_cast<std::int64_t>(max));
  std::vector<Register::PendingBody> pending;
  while (rows.Step()) {
    Register::PendingBody body;
    body.id = ReadId(rows.NextBlob());
    body.body = {body_class, rows.NextText()};
    body.type = rows.NextText();
    pending.push_back(std::move(body));
  }
  return pending;
}

std::optional<SealedBody> RecordTable::Sealed(const RecordId& id, BodyClass body_class) {
  Statement row(database_,
                "SELECT sealed FROM body WHERE class = ? AND record ="
                " (SELECT number FROM record WHERE id = ?) AND sealed IS NOT NULL");
  row.Bind(ClassName(body_class)).BindBlob(id.bytes.data(), id.bytes.size());
  if (!row.Step()) return std::nullopt;
  return SealedBody{body_class, row.NextText()};
}

}  // namespace tanggap
