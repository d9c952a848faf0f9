// Forty complaints as a supervisor would classify them: times are computed, facts are those that
// the assessor records; the rest of the answer is the decree's.
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "domain/assess.h"
#include "support/catch.h"
#include "support/example_files.h"

namespace tanggap {
namespace {

struct Complaint {
  int number = 0;
  std::string service;
  std::map<std::string, std::string> times;  // n, s, e, k
  std::vector<std::string> lembata;          // "waktu/sedang"
  std::string belitung;
};

std::vector<std::string> Split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);)
    parts.push_back(part);
  return parts;
}

std::vector<Complaint> Complaints() {
  std::ifstream in(SourceDir() / "tests/data/complaints.tsv");
  REQUIRE(in.good());
  std::vector<Complaint> complaints;
  std::string line;
  std::getline(in, line);  // heads
  while (std::getline(in, line)) {
    const auto cells = Split(line, '\t');
    REQUIRE(cells.size() >= 6);
    Complaint complaint;
    complaint.number = std::stoi(cells[0]);
    complaint.service = cells[1];
    for (const std::string& word : Split(cells[3], ' ')) {
      if (word.find('=') == 1) complaint.times[word.substr(0, 1)] = word.substr(2);
    }
    for (const std::string& word : Split(cells[4], ' ')) {
      if (word.find('/') != std::string::npos) complaint.lembata.push_back(word);
    }
    complaint.belitung = cells[5];
    complaints.push_back(complaint);
  }
  return complaints;
}

// "16/11" or "16/11@10.00", all in 2026; 09.00 unless given.
Instant When(const std::string& text, const Zone& zone) {
  const int day = std::stoi(text.substr(0, 2));
  const int month = std::stoi(text.substr(3, 2));
  const bool timed = text.size() > 5;
  constexpr int kOpening = 9;
  const int hour = timed ? std::stoi(text.substr(6, 2)) : kOpening;
  const int minute = timed ? std::stoi(text.substr(9, 2)) : 0;
  return FromLocal({Day{std::chrono::year{2026}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}},
                    hour, minute, 0},
                   zone);
}

std::optional<LatenessInput> TimesOf(const Complaint& complaint, const Zone& zone) {
  if (!complaint.times.contains("s")) return std::nullopt;
  LatenessInput input;
  input.from = When(complaint.times.at("s"), zone);
  input.to = When(complaint.times.at("e"), zone);
  return input;
}

std::vector<KaharPeriod> KaharOf(const Complaint& complaint, const Zone& zone) {
  if (!complaint.times.contains("k")) return {};
  const std::string& period = complaint.times.at("k");
  const auto dots = period.find("..");
  return {{When(period.substr(0, dots), zone), When(period.substr(dots + 2), zone),
           "Keputusan Bupati 1/2026"}};
}

// The facts that the assessor records, by complaint number.
const std::map<int, std::set<std::string>> kLembataFacts{
    {11, {"sarana-tidak-sesuai"}},
    {12, {"sarana-tidak-sesuai"}},
    {19, {"cara-tidak-sesuai-sop"}},
    {20, {"cara-tidak-sesuai-sop"}},
    {21, {"cara-tidak-sesuai-sop"}},
    {22, {"petugas-tidak-sopan"}},
    {23, {"petugas-tidak-sopan"}},
    {24, {"kekerasan-fisik", "petugas-tidak-sopan"}},
    {25, {"cara-tidak-sesuai-sop"}},
    {27, {"sarana-tidak-sesuai"}},
    {28, {"sarana-tidak-sesuai"}},
    {29, {"sarana-khusus-kurang"}},
    {30, {"sarana-khusus-tidak-ada"}},
    {31, {"pengaduan-tidak-sesuai-sop"}},
    {32, {"pengaduan-tanpa-tindak-lanjut"}},
    {33, {"petugas-tidak-sopan"}},
    {34, {"petugas-tidak-sopan"}},
    {35, {"sarana-tidak-sesuai"}},
    {39, {"petugas-tidak-sopan"}}};
const std::map<int, std::string> kBelitungFacts{
    {11, "gangguan-jaringan"}, {12, "gangguan-jaringan"}, {28, "gangguan-sarana"}};

const std::map<std::string, std::string> kLembataAspects{{"waktu", "waktu"},
                                                         {"biaya", "biaya"},
                                                         {"cara", "cara-pelayanan"},
                                                         {"sarana", "sarana-prasarana"},
                                                         {"pengaduan", "penanganan-pengaduan"},
                                                         {"jaminan", "jaminan-keamanan"}};

// Words of the table for what isn't a severity.
std::string AnswerOf(const Assessment& assessment) {
  if (assessment.severity.has_value()) return assessment.severity->value;
  switch (assessment.ground) {
    case Ground::kBelowMatrix:
      return "bawah";
    case Ground::kConforming:
      return "sesuai";
    case Ground::kNotRegulated:
      return "tidak_diatur";
    case Ground::kChoose:
      return "pilih";
    case Ground::kProved:
    case Ground::kChosen:
    case Ground::kGeneral:
    case Ground::kNothingProved:
    case Ground::kNotInForce:
      return "?";
  }
  return "?";
}

TEST_CASE("Lembata's decree answers the forty complaints as its supervisors do",
          "[domain][assess][complaints]") {
  const OfficeFile file = LembataOffice();
  int findings = 0;
  for (const Complaint& complaint : Complaints()) {
    for (const std::string& expected : complaint.lembata) {
      const auto parts = Split(expected, '/');
      if (!kLembataAspects.contains(parts[0])) continue;
      INFO(complaint.number << " " << expected);
      FindingInput input;
      input.aspect = AspectId{kLembataAspects.at(parts[0])};
      if (parts[0] == "waktu") {
        auto times = TimesOf(complaint, file.office.zone);
        REQUIRE(times.has_value());
        times->norm = std::stod(complaint.times.at("n"));
        times->unit = NormUnit::kWorkingDays;
        input.sum = MeasureLateness(*times, file.office.calendar, file.office.zone,
                                    KaharOf(complaint, file.office.zone));
      } else if (kLembataFacts.contains(complaint.number)) {
        for (const std::string& fact : kLembataFacts.at(complaint.number)) {
          const auto& aspects = file.decree.Find(FactId{fact})->aspects;
          if (std::ranges::find(aspects, input.aspect) != aspects.end()) {
            input.facts.emplace_back(fact);
          }
        }
      }
      CHECK(AnswerOf(ValueOrFail(Assess(file.decree, {}, input))) == parts[1]);
      ++findings;
    }
  }
  CHECK(findings == 37);
}

TEST_CASE("Belitung's decree finds its triggers in the forty complaints",
          "[domain][assess][complaints]") {
  const OfficeFile file = BelitungOffice();
  const std::string letters = "abcdefgh";
  int judged = 0;
  for (const Complaint& complaint : Complaints()) {
    std::set<std::string> expected;
    std::set<std::string> found;
    std::string finding;
    std::istringstream words(complaint.belitung);
    bool not_computable = false;
    FindingInput input;
    const auto judge = [&] {
      if (input.aspect.Empty()) return;
      const Assessment assessment = ValueOrFail(Assess(file.decree, {}, input));
      found.insert(assessment.triggers.begin(), assessment.triggers.end());
      not_computable = not_computable || assessment.not_computable;
      CHECK(assessment.regulated);
      CHECK_FALSE(assessment.severity.has_value());
      CHECK(assessment.remedies.size() == (assessment.triggers.empty() ? 2U : 4U));
      ++judged;
      input = {};
    };
    bool expects_question = false;
    for (std::string word; words >> word;) {
      if (word.size() == 1 && letters.find(word) != std::string::npos) {
        judge();
        input.aspect = file.decree.aspects[letters.find(word)].id;
        if (word == "c") {
          const auto times = TimesOf(complaint, file.office.zone);
          if (times.has_value()) {
            input.sum = MeasureLateness(file.decree, file.office.services.front(), file.office,
                                        *times, KaharOf(complaint, file.office.zone));
          }
        } else if (kBelitungFacts.contains(complaint.number)) {
          input.facts.emplace_back(kBelitungFacts.at(complaint.number));
        }
      }
      if (word == "T1") expected.insert("terlambat");
      if (word == "T2") expected.insert("gangguan");
      if (word == "T1?") expects_question = true;
    }
    INFO(complaint.number);
    judge();
    CHECK(found == expected);
    CHECK(not_computable == expects_question);
  }
  CHECK(judged == 39);
}

}  // namespace
}  // namespace tanggap
