// Records as lines, to the byte of docs/format.md.
#include "formats/record_codec.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "formats/strict_json.h"

namespace tanggap {
namespace {

constexpr std::size_t kMaxRefs = 64;
constexpr std::size_t kMaxNameBytes = 64;

Problem Wrong(std::string what) {
  return Problem{"", 0, std::move(what)};
}

bool IsHex(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<BodyClass> BodyClassFrom(std::string_view name) {
  if (name == "c") return BodyClass::kContent;
  if (name == "f") return BodyClass::kFacts;
  if (name == "i") return BodyClass::kIdentity;
  return std::nullopt;
}

const Value* Find(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? nullptr : &found->second;
}

template <class Kind>
const Kind* FindAs(const Fields& fields, std::string_view name) {
  const Value* value = Find(fields, name);
  return value == nullptr ? nullptr : std::get_if<Kind>(&value->held);
}

// The optional parts of a record line; each may be absent but not of another kind or empty.
std::optional<Problem> ReadRefs(const Fields& fields, Record& record) {
  const Value* value = Find(fields, "ref");
  if (value == nullptr) return std::nullopt;
  const auto* list = std::get_if<List>(&value->held);
  if (list == nullptr || list->empty() || list->size() > kMaxRefs)
    return Wrong("ref must be a list of 1 to 64 record ids");
  for (const Value& entry : *list) {
    const auto* text = std::get_if<std::string>(&entry.held);
    const auto id = text == nullptr ? std::nullopt : RecordIdFromHex(*text);
    if (!id) return Wrong("ref must hold record ids of 32 hex digits");
    record.refs.push_back(*id);
  }
  return std::nullopt;
}

std::optional<Problem> ReadBodies(const Fields& fields, RecordLine& line) {
  const Value* value = Find(fields, "body");
  if (value == nullptr) return std::nullopt;
  const auto* bodies = std::get_if<Fields>(&value->held);
  if (bodies == nullptr || bodies->empty()) return Wrong("body must name a class and its hash");
  for (const auto& [name, entry] : *bodies) {
    const auto body_class = BodyClassFrom(name);
    const auto* hash = std::get_if<std::string>(&entry.held);
    if (!body_class || hash == nullptr || !IsHex(*hash, 64))
      return Wrong("body must map f, c or i to a hash of 64 hex digits");
    line.body_hashes[*body_class] = *hash;
    line.record.bodies[*body_class].state = BodyState::kSealed;
  }
  return std::nullopt;
}

std::optional<Problem> ReadClock(const Fields& fields, Record& record) {
  const auto* list = FindAs<List>(fields, "hlc");
  if (list == nullptr || list->size() != 2) return Wrong("hlc must be [milliseconds, counter]");
  const auto* ms = std::get_if<std::int64_t>(&(*list)[0].held);
  const auto* counter = std::get_if<std::int64_t>(&(*list)[1].held);
  if (ms == nullptr || counter == nullptr || *ms < 0 || *counter < 0)
    return Wrong("hlc must be [milliseconds, counter]");
  record.hlc = {*ms, *counter};
  return std::nullopt;
}

std::optional<Problem> ReadOptionals(const Fields& fields, RecordLine& line) {
  if (const Value* decree = Find(fields, "dec")) {
    const auto* text = std::get_if<std::string>(&decree->held);
    if (text == nullptr || text->empty()) return Wrong("dec must be a decree and its version");
    line.record.decree = *text;
  }
  if (const Value* clear = Find(fields, "clr")) {
    const auto* known = std::get_if<Fields>(&clear->held);
    if (known == nullptr || known->empty()) return Wrong("clr must hold named fields");
    line.record.clear = *known;
  }
  if (const Value* critical = Find(fields, "crit")) {
    const auto* flag = std::get_if<bool>(&critical->held);
    if (flag == nullptr || !*flag) return Wrong("crit can only be true");
    line.record.critical = true;
  }
  if (auto problem = ReadRefs(fields, line.record)) return problem;
  return ReadBodies(fields, line);
}

// Base64 is decoded where it is opened; here only what it may be made of.
bool IsBase64(std::string_view text) {
  return !text.empty() && text.size() % 4 == 0 && std::ranges::all_of(text, [](char sign) {
    return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') ||
           (sign >= '0' && sign <= '9') || sign == '+' || sign == '/' || sign == '=';
  });
}

}  // namespace

Result<RecordLine> ReadRecordLine(std::string_view line) {
  auto read = ReadStrict(line);
  if (!read) return read.Problems();
  const Fields& fields = read.Value();
  RecordLine result;
  Record& record = result.record;
  const auto id = RecordIdFromHex(TextOf(fields, "id"));
  if (!id) return Wrong("id must be 32 hex digits");
  record.id = *id;
  record.type_name = TextOf(fields, "t");
  if (record.type_name.empty() || record.type_name.size() > kMaxNameBytes)
    return Wrong("t must name the record's type");
  record.type = RecordTypeFromName(record.type_name);
  const auto day = DayFromIso(TextOf(fields, "day"));
  if (!day) return Wrong("day must be a date like 2026-11-21");
  record.day = *day;
  if (auto problem = ReadClock(fields, record)) return *problem;
  if (auto problem = ReadOptionals(fields, result)) return *problem;
  return result;
}

std::string WriteRecordLine(const RecordLine& line) {
  const Record& record = line.record;
  Fields fields;
  Fields bodies;
  for (const auto& [body_class, hash] : line.body_hashes)
    bodies[std::string{static_cast<char>(body_class)}] = hash;
  if (!bodies.empty()) fields["body"] = std::move(bodies);
  if (!record.clear.empty()) fields["clr"] = record.clear;
  if (record.critical) fields["crit"] = true;
  fields["day"] = IsoDay(record.day);
  if (!record.decree.empty()) fields["dec"] = record.decree;
  fields["hlc"] = List{record.hlc.ms, record.hlc.counter};
  fields["id"] = ToHex(record.id);
  List refs;
  for (const RecordId& ref : record.refs)
    refs.emplace_back(ToHex(ref));
  if (!refs.empty()) fields["ref"] = std::move(refs);
  fields["t"] =
      record.type == RecordType::kUnknown ? record.type_name : std::string{NameOf(record.type)};
  return WriteStrict(fields);
}

Result<BodyLine> ReadBodyLine(std::string_view line) {
  auto read = ReadStrict(line);
  if (!read) return read.Problems();
  const Fields& fields = read.Value();
  BodyLine body;
  const auto id = RecordIdFromHex(TextOf(fields, "id"));
  const auto body_class = BodyClassFrom(TextOf(fields, "c"));
  if (!id || !body_class) return Wrong("a body names its record (id) and class (c)");
  body.id = *id;
  body.body_class = *body_class;
  const std::int64_t reading_key = NumberOf(fields, "rk");
  if (reading_key < 1 || reading_key > 1'000'000) return Wrong("rk must be a key number from 1");
  body.reading_key = static_cast<std::uint32_t>(reading_key);
  body.box = TextOf(fields, "box");
  body.key_for_readers = TextOf(fields, "kw");
  body.key_for_ticket = TextOf(fields, "tk");
  if (!IsBase64(body.box) || !IsBase64(body.key_for_readers))
    return Wrong("box and kw must be base64");
  if (Has(fields, "tk") && !IsBase64(body.key_for_ticket)) return Wrong("tk must be base64");
  return body;
}

std::string WriteBodyLine(const BodyLine& line) {
  // Keys in byte order: box, c, id, kw, rk, tk. Written straight: this is on the visitor's way.
  std::string out;
  out.reserve(line.box.size() + line.key_for_readers.size() + line.key_for_ticket.size() + 96);
  out += R"({"box":")";
  out += line.box;
  out += R"(","c":")";
  out += static_cast<char>(line.body_class);
  out += R"(","id":")";
  out += ToHex(line.id);
  out += R"(","kw":")";
  out += line.key_for_readers;
  out += R"(","rk":)";
  out += std::to_string(line.reading_key);
  if (!line.key_for_ticket.empty()) {
    out += R"(,"tk":")";
    out += line.key_for_ticket;
    out += '"';
  }
  out += '}';
  return out;
}

Result<BodyText> ReadBodyText(std::string_view text) {
  auto read = ReadStrict(text);
  if (!read) return read.Problems();
  const auto* fields = FindAs<Fields>(read.Value(), "b");
  if (fields == nullptr) return Wrong("a body holds its fields under b");
  BodyText body;
  body.fields = *fields;
  body.signed_as = WriteStrict(*fields);
  body.by = PersonId{TextOf(read.Value(), "by")};
  body.signature = TextOf(read.Value(), "psig");
  body.second_signature = TextOf(read.Value(), "psig2");
  if (body.by.Empty() != body.signature.empty()) return Wrong("by and psig belong together");
  return body;
}

void AppendBodyText(std::string& out, const BodyText& text) {
  out += R"({"b":)";
  out += text.signed_as;
  if (!text.by.Empty()) {
    out += R"(,"by":)";
    AppendStrict(out, std::string_view{text.by.value});
    out += R"(,"psig":)";
    AppendStrict(out, std::string_view{text.signature});
  }
  if (!text.second_signature.empty()) {
    out += R"(,"psig2":)";
    AppendStrict(out, std::string_view{text.second_signature});
  }
  out += '}';
}

}  // namespace tanggap
