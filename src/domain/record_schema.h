// The fields of every record type: in clear, and in the sealed classes f (facts), c (content) and
// i (identity). Data, not code: writer, tests and docs/format.md read the same table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/record.h"
#include "domain/value.h"

namespace tanggap {

// How a field is written, and how it is read back (domain/value.h).
enum class FieldKind {
  kText,     // words: TextOf
  kDay,      // "2026-11-21", a date in the office's zone: TextOf
  kMoment,   // UTC milliseconds: NumberOf
  kNumber,   // whole number: NumberOf
  kFlag,     // FlagOf
  kRecord,   // a record id, 32 hex digits: TextOf
  kTexts,    // list of texts: TextsOf
  kNumbers,  // list of whole numbers: NumbersOf
  kWords,    // ids with one space between them, for rows, where a list would nest too deep: WordsOf
  kRows,     // list of named fields, described by `row`: RowsOf
  kPairs,    // list of [text, text]: PairsOf
};

struct FieldRule {
  std::string_view name;
  FieldKind kind = FieldKind::kText;
  bool required = false;
  std::span<const FieldRule> row;  // of kRows only
};

// Who stands behind a record.
enum class Authorship {
  kDevice,  // the node's own signature is enough: kiosks, status, ack
  kPerson,  // a signed-in person; a desk refuses to write it without one
  kEither,  // a kiosk without a person, or a desk with one
};

// What the first ref must be.
enum class Answers {
  kNothing,  // stands alone (refs may still name records)
  kCase,     // the first ref is the case: the id of complaint_lodged or complaint_taken
  kRecord,   // the first ref is another record: the rating withdrawn, the kahar lifted
};

struct RecordRule {
  RecordType type = RecordType::kUnknown;
  Authorship author = Authorship::kPerson;
  Answers answers = Answers::kCase;
  std::span<const FieldRule> clear;
  std::span<const FieldRule> facts;
  std::span<const FieldRule> content;
  std::span<const FieldRule> identity;

  [[nodiscard]] std::span<const FieldRule> Of(BodyClass body_class) const;
};

// Names the second person who agreed, where a record of this type may need one: their key signs the
// same bytes.
inline constexpr std::string_view kSecondField = "second";
[[nodiscard]] bool NamesSecond(const RecordRule& rule);

// One rule for every type of AllRecordTypes(), in that order.
[[nodiscard]] std::span<const RecordRule> RecordSchema();
// The rule of a known type; none for kUnknown.
[[nodiscard]] const RecordRule* RuleOf(RecordType type);

// The longest text that one field may hold; both hold. Visitors' words are cut by the screens
// before they come here.
inline constexpr std::size_t kMaxTextBytes = 12'000;
inline constexpr std::size_t kMaxTextCharacters = 4'000;
inline constexpr std::size_t kMaxListEntries = 512;

// What is wrong with fields that somebody wants to write: unknown names, wrong kinds, missing
// required ones, texts too long or not UTF-8. Empty: they may be written. Readers don't call this:
// they keep what they don't know.
[[nodiscard]] std::vector<std::string> FieldProblems(std::span<const FieldRule> rules,
                                                     const Fields& fields);

// The same for a whole record, its refs included. A class that is empty is not written; its
// required fields count only when the class is there or `clear`/`facts` demand them.
[[nodiscard]] std::vector<std::string> WriteProblems(const Record& record);

// Well-formed UTF-8 (no surrogates, no overlong forms), and how many characters it has.
[[nodiscard]] bool IsUtf8(std::string_view text);
[[nodiscard]] std::size_t CountCharacters(std::string_view text);

}  // namespace tanggap
