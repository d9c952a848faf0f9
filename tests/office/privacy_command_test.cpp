// Erasing, restricting and holding from the command line: the program itself is run.

#include <filesystem>
#include <fstream>
#include <iterator>
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

// The record id of the first complaint that lies in a kiosk's boxes.
std::string FirstCase(const fs::path& replica) {
  for (const auto& entry : fs::recursive_directory_iterator(replica)) {
    if (entry.path().extension() != ".box") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      const auto body = nlohmann::json::parse(line);
      if (body["c"] == "c") return body["id"];
    }
  }
  return {};
}

std::size_t BodiesOf(const fs::path& folder, const std::string& id, char body_class) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".box") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);)
      count +=
          line.find(std::string("\"c\":\"") + body_class + "\",\"id\":\"" + id) != std::string::npos
              ? 1
              : 0;
  }
  return count;
}

TEST_CASE("A supervisor erases a case for every copy, but not over a hold", "[office][erase]") {
  const TemporaryDirectory directory;
  const fs::path office = directory / "dinas";
  REQUIRE(RunTanggap("demo " + office.string() + " --complaints 3 --seed 7 --template " +
                     SourceDir().string() + "/kiosk-config/offices/lembata.toml")
              .status == 0);
  const fs::path password = directory / "password";
  std::ofstream(password) << "contoh\n";
  const fs::path central = office / "central";
  const std::string kiosk = (office / "kiosk-1" / "replica").string();
  const std::string desk = (office / "desk-1").string();
  const auto sync = [&] {
    for (const std::string& replica : {desk + "/replica", kiosk, desk + "/replica"})
      CHECK(RunTanggap("sync " + replica + ' ' + central.string()).status == 0);
  };
  sync();
  const std::string id = FirstCase(kiosk);
  REQUIRE(id.size() == 32);
  const auto person = [&](const std::string& role) {
    for (const auto& entry : fs::recursive_directory_iterator(central)) {
      if (entry.path().extension() != ".roster") continue;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        const auto read = nlohmann::json::parse(line);
        if (read["k"] == "person" && read["role"] == role) return read["person"].get<std::string>();
      }
    }
    return std::string();
  };
  const auto act = [&](const std::string& what, const std::string& who) {
    return RunTanggap(what + ' ' + desk + " --case " + id + " --as " + who + " --password-file " +
                      password.string());
  };
  const std::string supervisor = person("atasan");
  REQUIRE_FALSE(supervisor.empty());
  CHECK(act("erase", person("petugas")).status == 1);  // not their right
  Outcome outcome = act("hold", supervisor);
  INFO(outcome.output);
  CHECK(outcome.status == 0);
  CHECK(act("erase", supervisor).status == 1);
  outcome = act("hold --lift", supervisor);
  CHECK(outcome.status == 0);
  REQUIRE(BodiesOf(central, id, 'c') == 1);
  outcome = act("erase", supervisor);
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  sync();
  for (const fs::path& folder : {central, fs::path(kiosk), fs::path(desk) / "replica"}) {
    CHECK(BodiesOf(folder, id, 'c') == 0);
    CHECK(BodiesOf(folder, id, 'i') == 0);
    CHECK(BodiesOf(folder, id, 'f') == 1);
  }
  outcome = RunTanggap("verify " + central.string() + " --json");
  INFO(outcome.output);
  CHECK(outcome.status == 0);
  CHECK(nlohmann::json::parse(outcome.output)["offices"][0]["erased"] >= 1);
  CHECK(act("erase", supervisor).status == 1);  // nothing is left
}

TEST_CASE("What the retention schedule says must go is listed, and goes but for what is held",
          "[office][erase][retention]") {
  const TemporaryDirectory directory;
  const fs::path office = directory / "dinas";
  REQUIRE(RunTanggap("demo " + office.string() + " --complaints 24 --seed 7 --template " +
                     SourceDir().string() + "/kiosk-config/offices/lembata.toml")
              .status == 0);
  const fs::path password = directory / "password";
  std::ofstream(password) << "contoh\n";
  const std::string desk = (office / "desk-1").string();
  const auto run = [&](const std::string& command, const std::string& who = "Atasan Contoh") {
    return RunTanggap(command + " --as '" + who + "' --password-file " + password.string());
  };
  const auto due = [&](const std::string& options) {
    const Outcome outcome = run("retention " + desk + " --json " + options);
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
    return nlohmann::json::parse(outcome.output);
  };
  CHECK(due("")["due"].empty());
  const nlohmann::json ahead = due("--on 2032-01-31");
  const std::size_t closed = ahead["due"].size();
  REQUIRE(closed >= 2);
  for (const auto& one : ahead["due"]) {
    CHECK(one["since"].get<std::string>() > "2027");
    CHECK(one["classes"].get<std::string>().find('c') != std::string::npos);
  }
  // Names first, as the schedule says.
  const nlohmann::json names = due("--on 2028-01-31");
  for (const auto& one : names["due"])
    CHECK(one["classes"] == "i");
  CHECK(run("retention " + desk + " --on 2032-01-31 --erase").status == 2);
  CHECK(run("retention " + desk + " --on soon").status == 2);

  // The office shortens its schedule: everything closed before yesterday is due today.
  std::string text;
  {
    std::ifstream in(office / "office.toml");
    text.assign(std::istreambuf_iterator<char>(in), {});
  }
  for (const auto& [from, to] :
       std::map<std::string, std::string>{{"content_days = 730", "content_days = 1"},
                                          {"identity_days = 365", "identity_days = 1"}})
    text.replace(text.find(from), from.size(), to);
  std::ofstream(office / "office.toml") << text;
  const nlohmann::json now = due("");
  REQUIRE(now["due"].size() >= 2);
  const std::string held = now["due"][0]["id"];
  const std::string other = now["due"][1]["id"];
  REQUIRE(run("hold " + desk + " --case " + held).status == 0);
  CHECK(run("retention " + desk + " --erase", "Auditor Contoh").status == 1);
  const nlohmann::json erased = due("--erase");
  CHECK(erased["erased"].get<std::size_t>() >= now["due"].size() - 1);
  const nlohmann::json after = due("");
  REQUIRE(after["due"].size() == 1);
  CHECK(after["due"][0]["id"] == held);
  CHECK(after["due"][0]["held"] == true);
  REQUIRE(RunTanggap("sync " + desk + "/replica " + (office / "central").string()).status == 0);
  CHECK(BodiesOf(office / "central", other, 'c') == 0);
  CHECK(BodiesOf(office / "central", other, 'f') == 1);
  CHECK(BodiesOf(office / "central", held, 'c') == 1);
  CHECK(RunTanggap("verify " + (office / "central").string()).status == 0);
}

}  // namespace
}  // namespace tanggap
