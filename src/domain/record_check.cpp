// May these fields be written? The table of record_schema.cpp, applied.
#include <algorithm>
#include <optional>

#include "domain/record_schema.h"

namespace tanggap {
namespace {

constexpr std::int64_t kLargestNumber = (std::int64_t{1} << 53) - 1;

bool IsText(const Value& value) {
  const auto* text = std::get_if<std::string>(&value.held);
  return text != nullptr && text->size() <= kMaxTextBytes && IsUtf8(*text) &&
         CountCharacters(*text) <= kMaxTextCharacters;
}

bool IsNumber(const Value& value) {
  const auto* number = std::get_if<std::int64_t>(&value.held);
  return number != nullptr && *number >= -kLargestNumber && *number <= kLargestNumber;
}

bool IsWords(const Value& value) {
  if (!IsText(value)) return false;
  const auto& text = std::get<std::string>(value.held);
  return text.empty() ||
         (text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string::npos);
}

template <class Test>
bool EachIs(const Value& value, Test test) {
  const auto* list = std::get_if<List>(&value.held);
  return list != nullptr && list->size() <= kMaxListEntries && std::ranges::all_of(*list, test);
}

bool IsPair(const Value& value) {
  const auto* list = std::get_if<List>(&value.held);
  return list != nullptr && list->size() == 2 && std::ranges::all_of(*list, IsText);
}

// Rows are judged field by field by the caller.
bool IsKind(const Value& value, FieldKind kind) {
  switch (kind) {
    case FieldKind::kText:
      return IsText(value);
    case FieldKind::kDay:
      return IsText(value) && DayFromIso(std::get<std::string>(value.held));
    case FieldKind::kMoment:
    case FieldKind::kNumber:
      return IsNumber(value);
    case FieldKind::kFlag:
      return std::holds_alternative<bool>(value.held);
    case FieldKind::kRecord:
      return IsText(value) && RecordIdFromHex(std::get<std::string>(value.held));
    case FieldKind::kTexts:
      return EachIs(value, IsText);
    case FieldKind::kNumbers:
      return EachIs(value, IsNumber);
    case FieldKind::kWords:
      return IsWords(value);
    case FieldKind::kPairs:
      return EachIs(value, IsPair);
    case FieldKind::kRows:
      return EachIs(value,
                    [](const Value& row) { return std::holds_alternative<Fields>(row.held); });
  }
  return false;
}

void AddProblems(std::span<const FieldRule> rules, const Fields& fields, const std::string& where,
                 std::vector<std::string>& problems) {
  for (const auto& [name, value] : fields) {
    const auto rule = std::ranges::find(rules, std::string_view{name}, &FieldRule::name);
    if (rule == rules.end()) {
      problems.push_back(where + name + ": no such field");
      continue;
    }
    if (!IsKind(value, rule->kind)) {
      problems.push_back(where + name + ": wrong kind or too long");
      continue;
    }
    if (rule->kind != FieldKind::kRows) continue;
    for (const Value& row : std::get<List>(value.held))
      AddProblems(rule->row, std::get<Fields>(row.held), where + name + ".", problems);
  }
  for (const FieldRule& rule : rules) {
    if (rule.required && !fields.contains(rule.name))
      problems.push_back(where + std::string{rule.name} + ": missing");
  }
}

std::optional<std::size_t> CharacterLength(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80U) return 1;
  const std::size_t length = lead < 0xC2U ? 0 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
  if (length == 0 || lead > 0xF4U || at + length > text.size()) return std::nullopt;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return std::nullopt;
  }
  const unsigned char second = byte(at + 1);
  if (lead == 0xE0U && second < 0xA0U) return std::nullopt;   // Overlong.
  if (lead == 0xEDU && second >= 0xA0U) return std::nullopt;  // Surrogate.
  if (lead == 0xF0U && second < 0x90U) return std::nullopt;   // Overlong.
  if (lead == 0xF4U && second >= 0x90U) return std::nullopt;  // Beyond U+10FFFF.
  return length;
}

}  // namespace

bool IsUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto length = CharacterLength(text, at);
    if (!length) return false;
    at += *length;
  }
  return true;
}

std::size_t CountCharacters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<std::string> FieldProblems(std::span<const FieldRule> rules, const Fields& fields) {
  std::vector<std::string> problems;
  AddProblems(rules, fields, "", problems);
  return problems;
}

std::vector<std::string> WriteProblems(const Record& record) {
  const RecordRule* rule = RuleOf(record.type);
  if (rule == nullptr) return {"unknown record type"};
  std::vector<std::string> problems;
  AddProblems(rule->clear, record.clear, "clr.", problems);
  for (const BodyClass body_class : kAllBodyClasses) {
    const std::string where = std::string{static_cast<char>(body_class)} + ".";
    const bool present = record.bodies.contains(body_class);
    // Identity is the only class that a visitor may leave out whole where it has required fields.
    if (present || body_class != BodyClass::kIdentity)
      AddProblems(rule->Of(body_class), record.Of(body_class), where, problems);
  }
  if (rule->answers != Answers::kNothing && record.refs.empty())
    problems.emplace_back("ref: missing");
  return problems;
}

}  // namespace tanggap
