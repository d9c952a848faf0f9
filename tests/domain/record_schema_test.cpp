#include "domain/record_schema.h"

#include <fstream>
#include <iterator>
#include <set>

#include "support/catch.h"
#include "support/places.h"

namespace tanggap {
namespace {

bool Has(const std::vector<std::string>& problems, const std::string& words) {
  for (const std::string& problem : problems) {
    if (problem.find(words) != std::string::npos) return true;
  }
  return false;
}

TEST_CASE("Every record type has one rule, each field one name", "[domain][schema]") {
  REQUIRE(RecordSchema().size() == AllRecordTypes().size());
  for (const RecordType type : AllRecordTypes()) {
    const RecordRule* rule = RuleOf(type);
    REQUIRE(rule != nullptr);
    for (const auto rules : {rule->clear, rule->facts, rule->content, rule->identity}) {
      std::set<std::string_view> names;
      for (const FieldRule& field : rules) {
        REQUIRE(names.insert(field.name).second);
        REQUIRE((field.kind == FieldKind::kRows) == !field.row.empty());
        // A list in a row would be the fifth level of nesting.
        for (const FieldRule& inner : field.row)
          REQUIRE((inner.kind != FieldKind::kTexts && inner.kind != FieldKind::kRows &&
                   inner.kind != FieldKind::kPairs && inner.kind != FieldKind::kNumbers));
      }
    }
  }
  REQUIRE(RuleOf(RecordType::kUnknown) == nullptr);
}

TEST_CASE("Only scores, states, acknowledgements and erasures are ever in clear",
          "[domain][schema][privacy]") {
  std::set<RecordType> open;
  for (const RecordRule& rule : RecordSchema()) {
    if (!rule.clear.empty()) open.insert(rule.type);
  }
  REQUIRE(open == std::set<RecordType>{RecordType::kRated, RecordType::kStatus, RecordType::kAck,
                                       RecordType::kErased});
  REQUIRE(RuleOf(RecordType::kRated)->clear.size() == 1);
}

TEST_CASE("A complaint as a kiosk writes it may be written", "[domain][schema]") {
  Record record;
  record.type = RecordType::kComplaintLodged;
  record.bodies[BodyClass::kFacts].fields = {{"kind", "pengaduan"}, {"aspects", List{"waktu"}}};
  record.bodies[BodyClass::kContent].fields = {{"code", "K7QF2M9DXR47"}, {"secret", "00"}};
  REQUIRE(WriteProblems(record).empty());
  SECTION("An unknown field") {
    record.bodies[BodyClass::kFacts].fields["mood"] = "sour";
    REQUIRE(Has(WriteProblems(record), "f.mood"));
  }
  SECTION("A list where a text belongs") {
    record.bodies[BodyClass::kFacts].fields["kind"] = List{"pengaduan"};
    REQUIRE(Has(WriteProblems(record), "f.kind"));
  }
  SECTION("A missing field") {
    record.bodies[BodyClass::kContent].fields.erase("secret");
    REQUIRE(Has(WriteProblems(record), "c.secret: missing"));
  }
  SECTION("Text that is not UTF-8") {
    record.bodies[BodyClass::kContent].fields["story"] = "\xff";
    REQUIRE(Has(WriteProblems(record), "c.story"));
  }
  SECTION("A story without end") {
    record.bodies[BodyClass::kContent].fields["story"] = std::string(kMaxTextCharacters + 1, 'a');
    REQUIRE(Has(WriteProblems(record), "c.story"));
  }
  SECTION("Words in clear") {
    record.clear["story"] = "a";
    REQUIRE(Has(WriteProblems(record), "clr.story"));
  }
}

TEST_CASE("Rows are judged field by field", "[domain][schema]") {
  Record record;
  record.type = RecordType::kClassified;
  record.refs = {RecordId{{1}}};
  record.bodies[BodyClass::kFacts].fields = {
      {"findings", List{Fields{{"aspect", "waktu"}, {"severity", "berat"}, {"facts", "a b"}}}}};
  REQUIRE(WriteProblems(record).empty());
  record.bodies[BodyClass::kFacts].fields["findings"] =
      List{Fields{{"severity", 3}, {"facts", " a"}}};
  const auto problems = WriteProblems(record);
  REQUIRE(Has(problems, "f.findings.severity"));
  REQUIRE(Has(problems, "f.findings.facts"));
  REQUIRE(Has(problems, "f.findings.aspect: missing"));
  record.refs.clear();
  REQUIRE(Has(WriteProblems(record), "ref"));
}

TEST_CASE("Characters are counted, not bytes, and only well-formed ones", "[domain][schema]") {
  REQUIRE(CountCharacters("aé☺𝄞") == 4);
  REQUIRE(IsUtf8("aé☺𝄞"));
  for (const char* bad : {"\x80", "\xc0\xaf", "\xc3", "\xe0\x80\x80", "\xed\xa0\x80",
                          "\xf0\x80\x80\x80", "\xf4\x90\x80\x80", "\xfe"})
    REQUIRE_FALSE(IsUtf8(bad));
}

TEST_CASE("Ids in a row and pairs in a list read back", "[domain][value]") {
  const Fields fields{{"words", JoinWords({"a", "b-c"})}, {"pairs", List{List{"x", "y"}, "z"}}};
  REQUIRE(WordsOf(fields, "words") == std::vector<std::string>{"a", "b-c"});
  REQUIRE(PairsOf(fields, "pairs").size() == 1);
  REQUIRE(WordsOf(fields, "absent").empty());
}

TEST_CASE("The documentation's table names every field of every type", "[domain][schema][docs]") {
  std::ifstream in(SourceDir().string() + "/docs/format.md");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  for (const RecordRule& rule : RecordSchema()) {
    const std::string start = "| `" + std::string{NameOf(rule.type)} + "` |";
    const auto at = text.find(start);
    INFO(start);
    REQUIRE(at != std::string::npos);
    const std::string line = text.substr(at, text.find('\n', at) - at);
    for (const auto rules : {rule.clear, rule.facts, rule.content, rule.identity}) {
      for (const FieldRule& field : rules) {
        INFO(field.name);
        REQUIRE(line.find(std::string{field.name}) != std::string::npos);
      }
    }
  }
}

}  // namespace
}  // namespace tanggap
