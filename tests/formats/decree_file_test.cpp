#include "formats/decree_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

#include "formats/holidays_file.h"
#include "formats/phrases_file.h"
#include "formats/text_file.h"
#include "support/catch.h"
#include "support/example_files.h"

namespace tanggap {
namespace {

std::string Bytes(const std::filesystem::path& path) {
  std::ifstream in(SourceDir() / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

const char* const kLembata = "assets/decrees/lembata-dinas-pendidikan-2024.toml";

bool Mentions(const std::vector<Problem>& problems, const std::string& words, int line = -1) {
  return std::ranges::any_of(problems, [&](const Problem& problem) {
    return problem.message.find(words) != std::string::npos && (line < 0 || problem.line == line);
  });
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

int LineOf(const std::string& text, const std::string& words) {
  const auto at = text.find(words);
  REQUIRE(at != std::string::npos);
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<long>(at), '\n'));
}

TEST_CASE("Every error of a decree file is named at once with its line", "[formats][decree]") {
  std::string text = Bytes(kLembata);
  text = Replaced(text, "lateness_unit = \"hari\"", "lateness_unit = \"pekan\"");
  text = Replaced(text, "facts = [\"kekerasan-fisik\"]", "facts = [\"kekerasan\"]");
  text = Replaced(text, "beneficiary = \"petugas\"", "beneficiary = \"camat\"");
  text = Replaced(text, "rank = 2", "rank = \"dua\"");
  text = Replaced(text, "skm_element = \"pengaduan\"", "skm_elemen = \"pengaduan\"");
  const Result<Decree> result = ParseDecree(text, "rusak.toml");
  REQUIRE_FALSE(result.Ok());
  const std::vector<Problem>& problems = result.Problems();
  CHECK(Mentions(problems, "expected one of \"hari\", \"jam\"", LineOf(text, "\"pekan\"")));
  CHECK(Mentions(problems, "no [[fact]] \"kekerasan\""));
  CHECK(Mentions(problems, "expected one of \"pelapor\", \"petugas\", \"unit\"",
                 LineOf(text, "\"camat\"")));
  CHECK(Mentions(problems, "expected a whole number", LineOf(text, "rank = \"dua\"")));
  CHECK(Mentions(problems, "skm_elemen: unknown key", LineOf(text, "skm_elemen =")));
  for (const Problem& problem : problems) {
    CHECK(problem.file == "rusak.toml");
    CHECK(problem.line > 0);
  }
}

TEST_CASE("A syntax error stands alone with its line", "[formats][decree]") {
  const std::string text = Replaced(Bytes(kLembata), "rank = 2", "rank = = 2");
  const Result<Decree> result = ParseDecree(text, "rusak.toml");
  REQUIRE_FALSE(result.Ok());
  REQUIRE(result.Problems().size() == 1);
  CHECK(result.Problems()[0].line == LineOf(text, "rank = = 2"));
}

TEST_CASE("Bounds that overlap or cells written twice are refused", "[formats][decree]") {
  const std::string text = Bytes(kLembata);
  CHECK(Mentions(ParseDecree(Replaced(text, "up_to = 2 ", "up_to = 3 "), "x").Problems(),
                 "days overlap"));
  CHECK(Mentions(
      ParseDecree(Replaced(text, "severity = \"sedang\"\nover", "severity = \"ringan\"\nover"), "x")
          .Problems(),
      "one rule a cell"));
  CHECK(Mentions(ParseDecree(Replaced(text, "time = true\n", ""), "x").Problems(),
                 "expected true, because a rule has over for it"));
}

TEST_CASE("A missing file is a problem, not an exception", "[formats][decree]") {
  const Result<Decree> result = ReadDecreeFile("/nonexistent/decree.toml");
  REQUIRE_FALSE(result.Ok());
  CHECK(Mentions(result.Problems(), "no such file"));
  CHECK_FALSE(ReadDecreeFile("/tmp").Ok());
}

TEST_CASE("A third office's own decree is read and judged without any change of code",
          "[formats][decree]") {
  const Result<Decree> result =
      ReadDecreeFile(SourceDir() / "tests/data/offices/karimata/decree.toml");
  const Decree decree = ValueOrFail(result);
  CHECK(decree.id == "karimata-kependudukan-2025");
  CHECK(decree.severities.size() == 2);
  CHECK(decree.HasCell(AspectId{"antrean"}));
}

// No input may stop the program: whatever it is, it is a value or a list of problems.
TEST_CASE("Garbage and damaged files never stop the readers", "[formats][hostile]") {
  const Decree decree = LembataDecree();
  std::vector<std::string> inputs{"",
                                  std::string(3, '\0'),
                                  "\xff\xfe\xfa",
                                  "[[[[[[",
                                  "aspect = 1\ncell = \"x\"\nfact = [1, 2]\n",
                                  "[[aspect]]\n[[aspect]]\nid = 5\n",
                                  "in_force = 2024-99-99",
                                  "decision = []\nkahar = 3\ngeneral = \"a\"",
                                  std::string(2'000'000, 'a'),
                                  "a = " + std::string(100'000, '['),
                                  "BEGIN:VCALENDAR\n" + std::string(60'000, 'x')};
  std::string dotted = "[a";
  for (int i = 0; i < 200'000; ++i)
    dotted += ".a";
  inputs.push_back(dotted + "]\n");
  inputs.push_back("x = {a = \"\"\"\n\"\"\", " + dotted.substr(1) + " = 1}\n");
  std::string nested;
  for (int i = 0; i < 15'000; ++i)
    nested += "BEGIN:VEVENT\r\n";
  inputs.push_back("BEGIN:VCALENDAR\r\n" + nested);
  for (const std::string& input : inputs) {
    CHECK_FALSE(ParseDecree(input, "x").Ok());
    CHECK_FALSE(ParsePhrases(input, "x", decree).Ok());
    CHECK_FALSE(ParseHolidays(input, "x").Ok());
    static_cast<void>(ParseTexts(input, "x").Ok());
  }
}

TEST_CASE("A decree file with bytes changed or cut is read or refused, never worse",
          "[formats][hostile]") {
  const std::string whole = Bytes(kLembata);
  std::mt19937 random(20'261'122);
  constexpr int kRounds = 150;
  int refused = 0;
  for (int round = 0; round < kRounds; ++round) {
    std::string text = whole;
    for (int change = 0; change < 4; ++change)
      text[random() % text.size()] = static_cast<char>(random() % 256);
    if (round % 3 == 0) text.resize(random() % text.size());
    if (!ParseDecree(text, "x").Ok()) ++refused;
  }
  CHECK(refused > 0);
}

TEST_CASE("Holidays are read by day with their names", "[formats][holidays]") {
  const auto days =
      ValueOrFail(ReadHolidaysFile(SourceDir() / "kiosk-config/offices/libur-2026.ics"));
  CHECK(days.size() == 25);
  const Day christmas = *DayFromIso("2026-12-25");
  REQUIRE(days.contains(christmas));
  CHECK(days.at(christmas) == "Kelahiran Yesus Kristus (Natal)");
  const auto next =
      ValueOrFail(ReadHolidaysFile(SourceDir() / "kiosk-config/offices/libur-2027.ics"));
  CHECK(next.at(*DayFromIso("2027-12-25")).find("; ") != std::string::npos);
}

TEST_CASE("A holiday over several days closes each, one that recurs is refused",
          "[formats][holidays]") {
  const std::string head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//ID\r\n";
  const std::string tail = "END:VEVENT\r\nEND:VCALENDAR\r\n";
  const auto days = ValueOrFail(ParseHolidays(
      head +
          "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270310\r\nDTEND;VALUE=DATE:20270312\r\n"
          "SUMMARY:Idulfitri\r\n" +
          tail,
      "x"));
  CHECK(days.size() == 2);
  const auto recurring = ParseHolidays(
      head +
          "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270310\r\nRRULE:FREQ=YEARLY\r\n"
          "SUMMARY:x\r\n" +
          tail,
      "x");
  REQUIRE_FALSE(recurring.Ok());
  CHECK(recurring.Problems()[0].line == 4);
  CHECK_FALSE(ParseHolidays(head + "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:x\r\n" + tail, "x").Ok());
}

TEST_CASE("Both decrees have eight phrases an aspect, each in two languages",
          "[formats][phrases]") {
  const OfficeFile file = GENERATE(LembataOffice(), BelitungOffice());
  for (const DecreeAspect& aspect : file.decree.aspects) {
    const auto count = std::ranges::count(file.office.phrases, aspect.id, &Phrase::aspect);
    INFO(aspect.id.value);
    CHECK(count == 8);
  }
  for (const Phrase& phrase : file.office.phrases) {
    CHECK(phrase.text.by_language.contains("en"));
    CHECK_FALSE((phrase.counter_may_read && phrase.always_first));
  }
}

TEST_CASE("A phrase of an unknown aspect or fact is refused", "[formats][phrases]") {
  const auto result = ParsePhrases(
      "format = 1\ndecree = \"lembata-dinas-pendidikan-2024\"\n[[phrase]]\nid = \"a.1\"\n"
      "aspect = \"cuaca\"\ntext = {id = \"x\"}\nsuggests = [\"hujan\"]\n",
      "x", LembataDecree());
  REQUIRE_FALSE(result.Ok());
  CHECK(Mentions(result.Problems(), "no aspect \"cuaca\"", 5));
  CHECK(Mentions(result.Problems(), "no fact \"hujan\"", 7));
}

TEST_CASE("Texts are keys with dots, however they are written", "[formats][texts]") {
  const Sentences sentences =
      ValueOrFail(ParseTexts("\"a.b\" = \"satu\"\n[c.d]\ne = \"dua\"\n", "x"));
  CHECK(sentences.at("a.b") == "satu");
  CHECK(sentences.at("c.d.e") == "dua");
  CHECK_FALSE(ParseTexts("a = 1\n", "x").Ok());
  CHECK_FALSE(ParseTexts("a = \"\"\n", "x").Ok());
  CHECK_FALSE(ParseTexts("\"a.b\" = \"1\"\n[a]\nb = \"2\"\n", "x").Ok());
}

}  // namespace
}  // namespace tanggap
