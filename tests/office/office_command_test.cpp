// Founding an office, enrolling people and devices, and filling a demo: the program itself is run.
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "support/catch.h"
#include "support/places.h"
#include "support/run_tanggap.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

const std::string kDecree =
    SourceDir().string() + "/assets/decrees/lembata-dinas-pendidikan-2024.toml";

Outcome Init(const fs::path& directory, const std::string& more = "") {
  return RunTanggap("office init " + directory.string() + " --name 'Dinas Pendidikan' --decree " +
                    kDecree + " " + more);
}

mode_t ModeOf(const fs::path& file) {
  struct stat info {};
  REQUIRE(::stat(file.c_str(), &info) == 0);
  return info.st_mode & 0777U;
}

std::size_t FilesBelow(const fs::path& directory, const std::string& extension) {
  return static_cast<std::size_t>(
      std::count_if(fs::recursive_directory_iterator(directory), {},
                    [&](const auto& entry) { return entry.path().extension() == extension; }));
}

TEST_CASE("office init makes a whole office and refuses to make it twice", "[office][init]") {
  const TemporaryDirectory directory;
  const fs::path office = directory / "dinas";
  const Outcome made = Init(office, "--json");
  INFO(made.output);
  REQUIRE(made.status == 0);
  const auto json = nlohmann::json::parse(made.output);
  CHECK(json["nodes"].size() == 2);
  CHECK(json["decree"] == "lembata-dinas-pendidikan-2024@1");
  CHECK(ModeOf(office / "private" / "root.seed") == 0600);
  CHECK(ModeOf(office / "private") == 0700);
  for (const char* file :
       {"office.toml", "phrases.toml", "lembata-dinas-pendidikan-2024.toml", "libur-2026.ics",
        "central/tanggap/1/READ-ME.txt", "kiosk-1/node.key", "kiosk-1/journal.db",
        "kiosk-1/replica", "desk-1/node.key", "desk-1/journal.db", "desk-1/register.db",
        "desk-1/people", "desk-1/replica"})
    CHECK(fs::exists(office / file));
  CHECK(FilesBelow(office / "central", ".roster") == 1);
  CHECK_FALSE(fs::exists(directory / ".dinas.new"));

  const Outcome again = Init(office);
  CHECK(again.status == 74);
  CHECK(again.output.find("is there already") != std::string::npos);
}

TEST_CASE("An office that can't be made leaves nothing behind", "[office][init]") {
  const TemporaryDirectory directory;
  const Outcome broken = RunTanggap("office init " + (directory / "dinas").string() +
                                    " --name X --decree /nonexistent.toml");
  CHECK(broken.status == 78);
  CHECK(broken.output.find("/nonexistent.toml") != std::string::npos);
  CHECK(fs::is_empty(directory.Path()));
  CHECK(RunTanggap("office init").status == 2);
}

TEST_CASE("person add writes a key file and the next roster, once a name", "[office][person]") {
  const TemporaryDirectory directory;
  const fs::path office = directory / "dinas";
  REQUIRE(Init(office).status == 0);
  const fs::path password = directory / "password";
  std::ofstream(password) << "rahasia-sekali\n";
  const std::string add = "person add " + office.string() + " --name 'Atasan Contoh' --role ";
  const std::string file = " --password-file " + password.string();
  const Outcome added = RunTanggap(add + "supervisor" + file + " --json");
  INFO(added.output);
  REQUIRE(added.status == 0);
  const auto json = nlohmann::json::parse(added.output);
  CHECK(json["roster"] == 2);
  CHECK(fs::exists(office / "desk-1" / "people" / (json["person"].get<std::string>() + ".key")));
  CHECK(FilesBelow(office / "central", ".roster") == 2);
  CHECK(FilesBelow(office / "kiosk-1" / "replica", ".roster") == 2);

  CHECK(RunTanggap(add + "supervisor" + file).status == 2);  // the name is taken
  CHECK(RunTanggap(add + "emperor" + file).status == 2);
  std::ofstream(password) << "kurang\n";
  CHECK(RunTanggap("person add " + office.string() + " --name Lain --role staff" + file).status ==
        2);
  CHECK(RunTanggap("person add /nonexistent --name Lain --role staff" + file).status == 78);
}

TEST_CASE("node enrol adds a device with its own directory", "[office][node]") {
  const TemporaryDirectory directory;
  const fs::path office = directory / "dinas";
  REQUIRE(Init(office).status == 0);
  const std::string enrol = "node enrol " + office.string() + " --kind kiosk --name ";
  REQUIRE(RunTanggap(enrol + "kiosk-2").status == 0);
  CHECK(fs::exists(office / "kiosk-2" / "journal.db"));
  CHECK(FilesBelow(office / "kiosk-1" / "replica", ".roster") == 2);
  CHECK(RunTanggap(enrol + "kiosk-2").status == 2);
  CHECK(RunTanggap(enrol + "../outside").status == 2);
}

nlohmann::json Demo(const fs::path& directory, const std::string& more) {
  const Outcome made = RunTanggap("demo " + directory.string() +
                                  " --complaints 40 --now 2026-11-20T06:00:00Z --json " + more);
  INFO(made.output);
  REQUIRE(made.status == 0);
  return nlohmann::json::parse(made.output);
}

TEST_CASE("A demo has cases in every stage, verifies, and follows its seed", "[office][demo]") {
  const TemporaryDirectory directory;
  const auto first = Demo(directory / "a", "--seed 7");
  for (const char* stage :
       {"received", "waiting", "conflict", "unregulated", "assessed", "proposed", "granted",
        "refused", "delivered", "closed", "referred", "withdrawn", "suspended"}) {
    INFO(stage);
    CHECK(first["stages"].value(stage, 0) > 0);
  }
  CHECK(first["refused_acts"] == 0);
  CHECK(first["ratings"].get<int>() > 100);
  const Outcome verified = RunTanggap("verify " + (directory / "a" / "central").string());
  INFO(verified.output);
  CHECK(verified.status == 0);

  auto second = Demo(directory / "b", "--seed 7");
  for (const char* field : {"stages", "records", "ratings"})
    CHECK(first[field] == second[field]);
  CHECK(Demo(directory / "c", "--seed 8")["records"] != first["records"]);

  const Outcome again = RunTanggap("demo " + (directory / "a").string());
  CHECK(again.status == 2);
  CHECK(again.output.find("holds records already") != std::string::npos);
}

TEST_CASE("The other office's decree fills a demo as well", "[office][demo]") {
  const TemporaryDirectory directory;
  const auto made =
      Demo(directory / "b", "--decree " + SourceDir().string() +
                                "/assets/decrees/belitung-dsppa-2023.toml --template " +
                                SourceDir().string() + "/kiosk-config/offices/belitung.toml");
  CHECK(made["refused_acts"] == 0);
  CHECK(made["stages"].value("conflict", 0) > 0);
  CHECK(made["stages"].value("granted", 0) > 0);
}

}  // namespace
}  // namespace tanggap
