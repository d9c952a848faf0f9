// The bytes of every record type, as they were when they were first released. They are made again
// from the same seed, and read again: a change of either is a change of format.
#include <sodium.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "domain/record_schema.h"
#include "ledger/sealing.h"
#include "support/catch.h"
#include "support/founded_office.h"
#include "support/places.h"

namespace tanggap {
namespace {

// libsodium's own randomness (sealed boxes draw an ephemeral key) from a seed, for one test.
class SeededSodium {
 public:
  SeededSodium() {
    StartLedger();
    Source() = SeededRandomness{42};
    randombytes_set_implementation(&kSeeded);
  }
  ~SeededSodium() { randombytes_set_implementation(&randombytes_sysrandom_implementation); }
  SeededSodium(const SeededSodium&) = delete;
  SeededSodium& operator=(const SeededSodium&) = delete;

 private:
  static SeededRandomness& Source() {
    static SeededRandomness source{42};
    return source;
  }
  static const char* Name() { return "seeded"; }
  static std::uint32_t Random() { return static_cast<std::uint32_t>(Source().Next()); }
  static void Fill(void* out, std::size_t size) {
    Source().Fill({static_cast<std::uint8_t*>(out), size});
  }
  static randombytes_implementation kSeeded;
};
randombytes_implementation SeededSodium::kSeeded{
    &SeededSodium::Name, &SeededSodium::Random, nullptr, nullptr, &SeededSodium::Fill, nullptr};

Value Example(const FieldRule& rule);

Fields ExampleFields(std::span<const FieldRule> rules) {
  Fields fields;
  for (const FieldRule& rule : rules)
    fields[std::string{rule.name}] = Example(rule);
  return fields;
}

// Fields that came after these bytes were released: later versions may add, and old bytes stay.
void DropLaterFields(Draft& draft) {
  if (draft.type == RecordType::kApologyGiven) draft.facts.erase("officer");
}

// A value of every kind, with what escapes and other alphabets do to bytes.
Value Example(const FieldRule& rule) {
  switch (rule.kind) {
    case FieldKind::kText:
      return Value{"\"" + std::string{rule.name} + "\" ☺\n\x01/\\"};
    case FieldKind::kDay:
      return Value{"2026-11-21"};
    case FieldKind::kMoment:
      return Value{std::int64_t{1795250000000}};
    case FieldKind::kNumber:
      return Value{3};
    case FieldKind::kFlag:
      return Value{true};
    case FieldKind::kRecord:
      return Value{"00112233445566778899aabbccddeeff"};
    case FieldKind::kTexts:
      return Value{List{"satu", "dua"}};
    case FieldKind::kNumbers:
      return Value{List{1, 0, -4}};
    case FieldKind::kWords:
      return Value{"satu dua"};
    case FieldKind::kRows:
      return Value{List{ExampleFields(rule.row)}};
    case FieldKind::kPairs:
      return Value{List{List{"satu", "dua"}}};
  }
  return {};
}

Draft ExampleDraft(const RecordRule& rule, LedgerRecorder& recorder) {
  Draft draft;
  draft.id = recorder.NewId();
  draft.type = rule.type;
  if (rule.answers != Answers::kNothing) draft.refs = {recorder.NewId(), recorder.NewId()};
  draft.clear = ExampleFields(rule.clear);
  draft.facts = ExampleFields(rule.facts);
  draft.content = ExampleFields(rule.content);
  draft.identity = ExampleFields(rule.identity);
  DropLaterFields(draft);
  return draft;
}

// The first release drew its reading keys from the root; its bytes are read for ever.
FoundedOffice GoldenOffice() {
  constexpr std::uint64_t kSeed = 2026;
  SeededRandomness randomness{kSeed};
  const SigningKey root = SigningKey::Make(randomness);
  ReadingKeys keys;
  for (const BodyClass body_class : kAllBodyClasses) {
    const Packed what = Packed()
                            .Raw(std::string_view{"tanggap/1/read\0", 15})
                            .Raw(std::string(1, static_cast<char>(body_class)))
                            .Number(1);
    Secret derived;
    crypto_generichash_blake2b(derived.Bytes().data(), Secret::kSize, what.View().data(),
                               what.View().size(), root.Seed().data(), Secret::kSize);
    keys.Add({body_class, 1}, SealingKey(std::move(derived)));
  }
  return FoundedOffice(kSeed, std::move(keys));
}

struct Golden {
  std::string roster;
  std::string seg;
  std::string box;
  std::vector<Draft> drafts;
};

Golden Make(const FoundedOffice& office) {
  WorkingNode desk(office, Writes::kDesk);
  desk.signer.person = office.Person(Signs::kSupervisor);
  Golden golden;
  for (const RecordRule& rule : RecordSchema())
    golden.drafts.push_back(ExampleDraft(rule, desk.recorder));
  for (const Draft& draft : golden.drafts)
    desk.recorder.Write(std::vector{draft});
  const auto files = desk.Close();
  golden.roster = office.founding.roster_bytes;
  golden.seg = files.seg;
  golden.box = files.box;
  return golden;
}

std::string PathOf(const std::string& name) {
  return SourceDir().string() + "/tests/data/golden/v1." + name;
}

std::string ReadAll(const std::string& name) {
  std::ifstream in(PathOf(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("The bytes of every record type are those that were released", "[ledger][golden]") {
  const SeededSodium seeded;
  const FoundedOffice office = GoldenOffice();
  const Golden made = Make(office);
  const std::map<std::string, std::string> files{
      {"roster", made.roster}, {"seg", made.seg}, {"box", made.box}};
  for (const auto& [name, bytes] : files) {
    // Written once, when a version is released: TANGGAP_WRITE_GOLDEN=1.
    if (std::getenv("TANGGAP_WRITE_GOLDEN") != nullptr)
      std::ofstream(PathOf(name), std::ios::binary) << bytes;
    const std::string released = ReadAll(name);
    REQUIRE_FALSE(released.empty());
    REQUIRE((bytes == released));
  }
}

TEST_CASE("Released bytes are read, opened and written again to the byte", "[ledger][golden]") {
  const SeededSodium seeded;
  const FoundedOffice office = GoldenOffice();
  const std::vector<Draft> drafts = Make(office).drafts;
  const auto roster = ReadRoster(ReadAll("roster"), office.Book().office.root, nullptr);
  REQUIRE(roster);
  Roster again = roster.Value();
  REQUIRE(WriteRoster(again, office.founding.root) == ReadAll("roster"));
  const SegmentReading reading = ReadSegments(ReadAll("seg"), roster.Value().Id(), office.Keys());
  REQUIRE(reading.problem.message.empty());
  REQUIRE(reading.outcome == ReadOutcome::kWhole);
  const Segment& segment = reading.segments.front();
  REQUIRE(segment.records.size() == AllRecordTypes().size());
  const BoxReading box = ReadBox(ReadAll("box"), segment);
  REQUIRE(box.whole);
  REQUIRE(box.missing.empty());
  const ReadingKeys keys = office.KeysOf(Signs::kAuditor);
  for (std::size_t i = 0; i < segment.records.size(); ++i) {
    const SegmentRecord& record = segment.records[i];
    REQUIRE(WriteRecordLine(record.line) == record.bytes);
    REQUIRE(record.line.record.type == AllRecordTypes()[i]);
    REQUIRE(record.line.record.clear == drafts[i].clear);
  }
  for (const BoxBody& body : box.bodies) {
    const Record& record = segment.records[body.record].line.record;
    REQUIRE(WriteBodyLine(ReadBodyLine(body.body.line).Value()) == body.body.line);
    const auto opened = OpenBody(roster.Value(), keys, record.id, record.type_name, body.body.line);
    REQUIRE(opened.body);
    const Draft& draft = drafts[body.record];
    Fields expected = body.body.body_class == BodyClass::kFacts     ? draft.facts
                      : body.body.body_class == BodyClass::kContent ? draft.content
                                                                    : draft.identity;
    // Released before a second person signed: their name alone is not believed.
    if (NamesSecond(*RuleOf(record.type))) expected.erase(std::string(kSecondField));
    REQUIRE(opened.body->fields == expected);
    const bool signed_by_person = RuleOf(record.type)->author != Authorship::kDevice;
    REQUIRE(opened.body->by.Empty() == !signed_by_person);
  }
}

}  // namespace
}  // namespace tanggap
