// `tanggap assess` as its users see it: exit status, one line of JSON, clear complaints.

#include <nlohmann/json.hpp>
#include <string>

#include "support/catch.h"
#include "support/places.h"
#include "support/run_tanggap.h"

namespace tanggap {
namespace {

Outcome Assess(const std::string& decree, const std::string& arguments) {
  return RunTanggap("assess --decree " + SourceDir().string() + "/assets/decrees/" + decree +
                    ".toml " + arguments);
}

const char* const kLembata = "lembata-dinas-pendidikan-2024";
const char* const kBelitung = "belitung-dsppa-2023";

nlohmann::json Answer(const std::string& decree, const std::string& arguments) {
  const Outcome outcome = Assess(decree, arguments + " --json");
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  return nlohmann::json::parse(outcome.output);
}

TEST_CASE("assess prints exactly the promised fields", "[office][assess]") {
  const nlohmann::json json = Answer(kLembata, "--aspect waktu --late-days 5.0000116");
  CHECK(json.size() == 8);
  CHECK(json["decree"] == kLembata);
  CHECK(json["aspect"] == "waktu");
  CHECK(json["severity"] == "berat");
  CHECK(json["regulated"] == true);
  CHECK(json["claim"] == "tertulis");
  CHECK_FALSE(json["cite"].get<std::string>().empty());
  CHECK_FALSE(json["explanation"].get<std::string>().empty());
  REQUIRE(json["remedies"].size() == 2);
  const nlohmann::json& remedy = json["remedies"][1];
  CHECK(remedy.size() == 4);
  CHECK(remedy["id"] == "pemberitahuan-telepon");
  CHECK(remedy["beneficiary"] == "pelapor");
  CHECK(remedy["cite"] == "Lampiran F.1, Waktu/Berat");
  CHECK_FALSE(remedy["title"].get<std::string>().empty());
}

TEST_CASE("assess says null where the decree says nothing", "[office][assess]") {
  const nlohmann::json below = Answer(kLembata, "--aspect waktu --late-days 1");
  CHECK(below["severity"].is_null());
  CHECK(below["claim"].is_null());
  CHECK(below["regulated"] == true);
  CHECK(below["remedies"].empty());
  const nlohmann::json fee = Answer(kLembata, "--aspect biaya --severity berat");
  CHECK(fee["severity"] == "berat");
  CHECK(fee["regulated"] == false);
  CHECK(fee["claim"].is_null());
  CHECK(Answer(kLembata, "--aspect waktu --late-days -2")["severity"].is_null());
}

TEST_CASE("assess counts Belitung's hours to the second", "[office][assess]") {
  CHECK(Answer(kBelitung, "--aspect waktu --elapsed-hours 48")["remedies"].size() == 2);
  const nlohmann::json late = Answer(kBelitung, "--aspect waktu --elapsed-hours 48.0002778");
  CHECK(late["remedies"].size() == 4);
  CHECK(late["severity"].is_null());
  CHECK(late["claim"].is_null());
  CHECK(Answer(kBelitung, "--aspect lainnya --fact gangguan-sarana")["remedies"].size() == 4);
}

TEST_CASE("What the decree or the aspect doesn't know is wrong usage", "[office][assess]") {
  for (const char* arguments :
       {"--aspect cuaca", "--aspect waktu --fact petugas-tidak-sopan",
        "--aspect waktu --fact hujan", "--aspect waktu --severity parah",
        "--aspect waktu --elapsed-hours 50", "--aspect biaya --late-days 3",
        "--aspect waktu --late-days banyak", "--aspect waktu --late-days nan",
        "--aspect waktu --bogus", "", "--aspect waktu extra", "--aspect waktu --day 2024-13-01"}) {
    INFO(arguments);
    const Outcome outcome = Assess(kLembata, arguments);
    CHECK(outcome.status == 2);
    CHECK(outcome.output.find("tanggap: ") == 0);
    CHECK(outcome.output.find('\n') == outcome.output.size() - 1);
  }
  CHECK(Assess(kBelitung, "--aspect waktu --severity ringan").status == 2);
  CHECK(Assess(kBelitung, "--aspect waktu --late-days 3").status == 2);
  CHECK(Assess(kBelitung, "--aspect produk --elapsed-hours 50").status == 2);
  CHECK(Assess(kBelitung, "--aspect waktu --elapsed-hours -1").status == 2);
}

TEST_CASE("A broken decree is a configuration error with file and line, a missing one is named",
          "[office][assess]") {
  const Outcome broken = RunTanggap("assess --aspect waktu --decree " + SourceDir().string() +
                                    "/tests/data/offices/karimata/office.toml");
  CHECK(broken.status == 78);
  CHECK(broken.output.find("office.toml:") != std::string::npos);
  const Outcome missing = RunTanggap("assess --aspect waktu --decree /nonexistent.toml");
  CHECK(missing.status == 74);
  CHECK(missing.output.find("/nonexistent.toml: no such file") != std::string::npos);
}

TEST_CASE("Every level of the command line explains itself", "[office]") {
  CHECK(RunTanggap("--help").status == 0);
  CHECK(RunTanggap("assess --help").status == 0);
  CHECK(RunTanggap("assess --help").output.find("--elapsed-hours") != std::string::npos);
  CHECK(RunTanggap("").status == 2);
  CHECK(RunTanggap("bogus").status == 2);
}

TEST_CASE("A third office's decree is judged by the same command", "[office][assess]") {
  const Outcome outcome =
      RunTanggap("assess --json --aspect antrean --late-days 4 --decree " + SourceDir().string() +
                 "/tests/data/offices/karimata/decree.toml");
  REQUIRE(outcome.status == 0);
  const auto json = nlohmann::json::parse(outcome.output);
  CHECK(json["severity"] == "parah");
  CHECK(json["remedies"][1]["beneficiary"] == "unit");
}

}  // namespace
}  // namespace tanggap
