// What the two decrees grant, at every boundary (the engine on the real decree files).
#include "domain/assess.h"

#include "support/catch.h"
#include "support/example_files.h"

namespace tanggap {
namespace {

constexpr double kSecondInDays = 1.0 / 86'400;
constexpr double kSecondInHours = 1.0 / 3'600;

FindingInput Input(const std::string& aspect) {
  FindingInput input;
  input.aspect = AspectId{aspect};
  return input;
}

Assessment Judge(const Decree& decree, const FindingInput& input, const Policies& policies = {}) {
  return ValueOrFail(Assess(decree, policies, input));
}

Assessment Late(double days, LatenessReading reading = LatenessReading::kLiteral) {
  FindingInput input = Input("waktu");
  input.measure = days;
  Policies policies;
  policies.lateness = reading;
  return Judge(LembataDecree(), input, policies);
}

std::string SeverityOf(const Assessment& assessment) {
  return assessment.severity.has_value() ? assessment.severity->value : "-";
}

std::vector<std::string> RemediesOf(const Assessment& assessment) {
  std::vector<std::string> ids;
  for (const AssessedRemedy& remedy : assessment.remedies)
    ids.push_back(remedy.id.value);
  return ids;
}

Assessment WithFact(const Decree& decree, const std::string& aspect, const std::string& fact) {
  FindingInput input = Input(aspect);
  input.facts.emplace_back(fact);
  return Judge(decree, input);
}

using Ids = std::vector<std::string>;
const Ids kGeneral{"permohonan-maaf", "penjelasan-klarifikasi"};
const Ids kAllFour{"permohonan-maaf", "pemberitahuan-ketidaksesuaian", "antar-produk-ke-alamat",
                   "penjelasan-klarifikasi"};

TEST_CASE("Lembata's days are bounded to the second in the literal reading", "[domain][assess]") {
  CHECK(Late(-3).ground == Ground::kConforming);
  CHECK(Late(0).ground == Ground::kConforming);
  CHECK(Late(kSecondInDays).ground == Ground::kBelowMatrix);
  CHECK(Late(1).ground == Ground::kBelowMatrix);
  CHECK(SeverityOf(Late(1 + kSecondInDays)) == "ringan");
  CHECK(SeverityOf(Late(1.0000116)) == "ringan");
  CHECK(SeverityOf(Late(2)) == "ringan");
  CHECK(SeverityOf(Late(2 + kSecondInDays)) == "sedang");
  CHECK(SeverityOf(Late(5)) == "sedang");
  CHECK(SeverityOf(Late(5 + kSecondInDays)) == "berat");
  CHECK(SeverityOf(Late(1000)) == "berat");
}

TEST_CASE("Late but below the matrix is regulated, unsettled, and never refused",
          "[domain][assess]") {
  const Assessment assessment = Late(0.5);
  CHECK(assessment.regulated);
  CHECK_FALSE(assessment.severity.has_value());
  CHECK(assessment.remedies.empty());
  CHECK(assessment.claim == Claim::kNone);
  const std::string text{assessment.explanation.In("id")};
  CHECK(text.find("Terlambat, di bawah ambang matriks") != std::string::npos);
  CHECK(text.find("bukan penolakan") != std::string::npos);
}

TEST_CASE("The loose reading counts begun days", "[domain][assess]") {
  const auto loose = [](double days) {
    return SeverityOf(Late(days, LatenessReading::kWholeDays));
  };
  CHECK(loose(0) == "-");
  CHECK(loose(0.1) == "ringan");
  CHECK(loose(1) == "ringan");
  CHECK(loose(1.5) == "sedang");
  CHECK(loose(2) == "sedang");
  CHECK(loose(5) == "sedang");
  CHECK(loose(5.1) == "berat");
  CHECK(loose(6) == "berat");
}

TEST_CASE("Each fact proves the cell whose words it is, with that cell's remedies",
          "[domain][assess]") {
  struct Row {
    const char* aspect;
    const char* fact;
    const char* severity;
    Ids remedies;
  };
  const auto row = GENERATE(
      Row{"cara-pelayanan", "cara-tidak-sesuai-sop", "ringan", {"maaf-lisan"}},
      Row{"cara-pelayanan", "petugas-tidak-sopan", "sedang", {"maaf-tertulis"}},
      Row{"cara-pelayanan", "kekerasan-fisik", "berat", {"maaf-tertulis", "pembinaan"}},
      Row{"sarana-prasarana", "sarana-tidak-sesuai", "ringan", {"maaf-lisan"}},
      Row{"sarana-prasarana", "sarana-khusus-kurang", "sedang", {"maaf-tertulis"}},
      Row{"sarana-prasarana",
          "sarana-khusus-tidak-ada",
          "berat",
          {"antar-produk", "sarana-khusus"}},
      Row{"penanganan-pengaduan", "pengaduan-tidak-sesuai-sop", "sedang", {"maaf-tertulis"}},
      Row{"penanganan-pengaduan", "pengaduan-tanpa-tindak-lanjut", "berat", {"pembinaan"}});
  const Assessment assessment = WithFact(LembataDecree(), row.aspect, row.fact);
  CHECK(SeverityOf(assessment) == row.severity);
  CHECK(RemediesOf(assessment) == row.remedies);
  CHECK(assessment.regulated);
  CHECK(assessment.apology_at_once == (SeverityOf(assessment) == "ringan"));
  CHECK(assessment.claim == (SeverityOf(assessment) == "ringan" ? Claim::kOral : Claim::kWritten));
}

TEST_CASE("The gravest proved cell wins, a person's choice wins over it", "[domain][assess]") {
  FindingInput input = Input("cara-pelayanan");
  input.facts = {FactId{"cara-tidak-sesuai-sop"}, FactId{"kekerasan-fisik"}};
  const Assessment proved = Judge(LembataDecree(), input);
  CHECK(SeverityOf(proved) == "berat");
  CHECK(proved.refer);
  input.chosen = SeverityId{"sedang"};
  const Assessment chosen = Judge(LembataDecree(), input);
  CHECK(SeverityOf(chosen) == "sedang");
  CHECK(RemediesOf(chosen) == Ids{"maaf-tertulis"});
  CHECK(std::string(chosen.explanation.In("id")).find("dipilih oleh penilai") != std::string::npos);
  CHECK(chosen.refer);
}

TEST_CASE("A fee is never regulated, whatever is chosen, and is flagged", "[domain][assess]") {
  FindingInput input = Input("biaya");
  CHECK_FALSE(Judge(LembataDecree(), input).regulated);
  CHECK(Judge(LembataDecree(), input).flagged);
  for (const char* severity : {"ringan", "sedang", "berat"}) {
    input.chosen = SeverityId{severity};
    const Assessment assessment = Judge(LembataDecree(), input);
    CHECK_FALSE(assessment.regulated);
    CHECK(SeverityOf(assessment) == severity);
    CHECK(assessment.remedies.empty());
    CHECK(assessment.claim == Claim::kNone);
  }
}

TEST_CASE("The two other blank cells read not regulated when chosen", "[domain][assess]") {
  const char* aspect = GENERATE("penanganan-pengaduan", "jaminan-keamanan");
  FindingInput input = Input(aspect);
  input.chosen = SeverityId{"ringan"};
  const Assessment assessment = Judge(LembataDecree(), input);
  CHECK_FALSE(assessment.regulated);
  CHECK(assessment.ground == Ground::kNotRegulated);
}

TEST_CASE("Where two grades have the same words, both are named and a person chooses",
          "[domain][assess]") {
  const Assessment assessment =
      WithFact(LembataDecree(), "jaminan-keamanan", "petugas-tidak-sopan");
  CHECK(assessment.ground == Ground::kChoose);
  CHECK_FALSE(assessment.severity.has_value());
  CHECK(assessment.regulated);
  CHECK(assessment.remedies.empty());
  CHECK(assessment.choices == std::vector{SeverityId{"berat"}, SeverityId{"sedang"}});
  const std::string text{assessment.explanation.In("id")};
  CHECK(text.find("Kerja/Sedang") != std::string::npos);
  CHECK(text.find("Kerja/Berat") != std::string::npos);
}

TEST_CASE("Belitung's 48 hours are passed by a second", "[domain][assess]") {
  const auto after = [](double hours) {
    FindingInput input = Input("waktu");
    input.measure = hours;
    return Judge(BelitungDecree(), input);
  };
  CHECK(RemediesOf(after(0)) == kGeneral);
  CHECK(RemediesOf(after(48)) == kGeneral);
  CHECK(RemediesOf(after(48 + kSecondInHours)) == kAllFour);
  CHECK(RemediesOf(after(48.0002778)) == kAllFour);
  CHECK(after(49).triggers == Ids{"terlambat"});
  CHECK(after(49).claim == Claim::kNone);
  CHECK_FALSE(after(49).severity.has_value());
}

TEST_CASE("Without a declaration of completeness Belitung's hours can't be computed",
          "[domain][assess]") {
  const Assessment assessment = Judge(BelitungDecree(), Input("waktu"));
  CHECK(assessment.not_computable);
  CHECK(RemediesOf(assessment) == kGeneral);
  CHECK(std::string(assessment.explanation.In("id")).find("tidak dapat dihitung") !=
        std::string::npos);
}

TEST_CASE("A disruption adds Belitung's three items under any category, none twice",
          "[domain][assess]") {
  const Decree decree = BelitungDecree();
  for (const DecreeAspect& aspect : decree.aspects) {
    CHECK(RemediesOf(Judge(decree, Input(aspect.id.value))) == kGeneral);
    const Assessment assessment = WithFact(decree, aspect.id.value, "gangguan-jaringan");
    CHECK(RemediesOf(assessment) == kAllFour);
    CHECK(assessment.remedies.front().cites ==
          Ids{aspect.cite, "Diktum KETIGA, kriteria gangguan"});
  }
}

TEST_CASE("The office's reading of KETIGA decides how its criteria and annex 5 join",
          "[domain][assess]") {
  FindingInput input = Input("waktu");
  input.measure = 72;
  Policies policies;
  policies.overlap = OverlapReading::kThirdOnly;
  CHECK(RemediesOf(Judge(BelitungDecree(), input, policies)) ==
        Ids{"permohonan-maaf", "pemberitahuan-ketidaksesuaian", "antar-produk-ke-alamat"});
  policies = {};
  policies.triggers = TriggerReading::kAll;
  CHECK(RemediesOf(Judge(BelitungDecree(), input, policies)) == kGeneral);
  input.triggers_elsewhere = {"gangguan"};
  CHECK(RemediesOf(Judge(BelitungDecree(), input, policies)) == kAllFour);
  policies.triggers = TriggerReading::kBecause;
  CHECK(RemediesOf(Judge(BelitungDecree(), input, policies)) == kGeneral);
  input.facts = {FactId{"gangguan-sarana"}};
  CHECK(RemediesOf(Judge(BelitungDecree(), input, policies)) == kAllFour);
}

TEST_CASE("What a decree doesn't know is refused", "[domain][assess]") {
  const auto refused = [](const Decree& decree, const FindingInput& input) {
    return !Assess(decree, {}, input).Ok();
  };
  FindingInput input = Input("cuaca");
  CHECK(refused(LembataDecree(), input));
  input = Input("waktu");
  input.facts = {FactId{"petugas-tidak-sopan"}};
  CHECK(refused(LembataDecree(), input));
  input.facts = {FactId{"hujan"}};
  CHECK(refused(LembataDecree(), input));
  input = Input("waktu");
  input.chosen = SeverityId{"ringan"};
  CHECK(refused(BelitungDecree(), input));
  input.chosen = SeverityId{"parah"};
  CHECK(refused(LembataDecree(), input));
  input = Input("biaya");
  input.measure = 3;
  CHECK(refused(LembataDecree(), input));
  CHECK(refused(BelitungDecree(), input));
  input = Input("waktu");
  input.measure = std::numeric_limits<double>::quiet_NaN();
  CHECK(refused(LembataDecree(), input));
  input.measure = 1e300;
  CHECK(refused(LembataDecree(), input));
}

TEST_CASE("What happened before the decree is recorded without an award", "[domain][assess]") {
  FindingInput input = Input("waktu");
  input.measure = 30;
  input.happened = DayFromIso("2024-05-21");
  const Assessment before = Judge(LembataDecree(), input);
  CHECK(before.ground == Ground::kNotInForce);
  CHECK(before.remedies.empty());
  input.happened = DayFromIso("2024-05-22");
  CHECK(SeverityOf(Judge(LembataDecree(), input)) == "berat");
}

TEST_CASE("Several findings make one proposal, each remedy once with every cite",
          "[domain][assess]") {
  const Decree decree = LembataDecree();
  const std::vector findings{Late(3), WithFact(decree, "cara-pelayanan", "kekerasan-fisik")};
  const auto items = ProposeRemedies(decree, findings);
  REQUIRE(items.size() == 2);
  CHECK(items[0].id.value == "maaf-tertulis");
  CHECK(items[0].cite == "Lampiran F.1, Waktu/Sedang; Lampiran F.1, Cara Pelayanan/Berat");
  CHECK(items[1].beneficiary == Beneficiary::kOfficer);
}

TEST_CASE("Where the cell gives the complainant nothing, an apology outside the matrix is proposed",
          "[domain][assess]") {
  const Decree decree = LembataDecree();
  const std::vector findings{
      WithFact(decree, "penanganan-pengaduan", "pengaduan-tanpa-tindak-lanjut")};
  const auto items = ProposeRemedies(decree, findings);
  REQUIRE(items.size() == 2);
  CHECK(items[1].id.value == "maaf-tertulis");
  CHECK(items[1].outside_matrix);
  CHECK(ProposeRemedies(decree, std::vector{Judge(decree, Input("biaya"))}).empty());
}

TEST_CASE("Every explanation stands in both languages and cites its ground", "[domain][assess]") {
  for (const double days : {-1.0, 0.0, 0.5, 1.5, 3.0, 9.0}) {
    const Assessment assessment = Late(days);
    CHECK(std::string(assessment.explanation.In("id")).find("Lampiran") != std::string::npos);
    CHECK(assessment.explanation.by_language.contains("en"));
  }
  const std::string text{Late(1.0000116).explanation.In("id")};
  CHECK(text.find("1,0000116 hari (1 hari 1 detik)") != std::string::npos);
  CHECK(text.find("1,0000116 > 1 dan 1,0000116 ≤ 2 (bacaan harfiah)") != std::string::npos);
  CHECK(text.find("Waktu pelayanan melebihi 1 (satu) hari dari norma") != std::string::npos);
  CHECK(text.find("..") == std::string::npos);
}

}  // namespace
}  // namespace tanggap
