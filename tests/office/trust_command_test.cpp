// Roots on paper, enrolling by fingerprint, people and devices that leave, backups: the program
// itself is run.
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "ledger/keys.h"
#include "ledger/office_files.h"
#include "ledger/root_sheets.h"
#include "ledger/sodium_randomness.h"
#include "support/catch.h"
#include "support/places.h"
#include "support/run_tanggap.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

// An office with a password file for everybody.
struct TestOffice {
  TestOffice() {
    std::ofstream(password) << "rahasia-sekali\n";
    std::ofstream(wrong) << "bukan-rahasia\n";
    const Outcome made = RunTanggap("office init " + office.string() +
                                    " --name 'Dinas Pendidikan' --decree " + SourceDir().string() +
                                    "/assets/decrees/lembata-dinas-pendidikan-2024.toml --json");
    INFO(made.output);
    REQUIRE(made.status == 0);
    root = nlohmann::json::parse(made.output)["root"];
  }
  [[nodiscard]] Outcome Person(const std::string& command, const std::string& name,
                               const std::string& more = "") const {
    return RunTanggap("person " + command + " " + office.string() + " --name '" + name + "' " +
                      more);
  }
  [[nodiscard]] Outcome Add(const std::string& name, const std::string& role,
                            const std::string& more = "") const {
    return Person("add", name,
                  "--role " + role + " --password-file " + password.string() + " " + more);
  }
  [[nodiscard]] std::string By(const std::string& name) const {
    return " --by " + name + " --by-password-file " + password.string();
  }
  [[nodiscard]] nlohmann::json People() const {
    return nlohmann::json::parse(RunTanggap("person list " + office.string() + " --json").output);
  }
  [[nodiscard]] nlohmann::json Of(const std::string& name) const {
    for (const auto& person : People()) {
      if (person["name"] == name) return person;
    }
    return {};
  }
  [[nodiscard]] bool Verifies() const {
    const Outcome verified =
        RunTanggap("verify " + (office / "central").string() + " --root " + root);
    INFO(verified.output);
    CHECK(verified.status == 0);
    return verified.status == 0;
  }

  TemporaryDirectory directory;
  fs::path office = directory / "dinas";
  fs::path password = directory / "password";
  fs::path wrong = directory / "wrong";
  std::string root;
};

TEST_CASE("The first reader takes the reading keys, later ones get them from somebody who reads",
          "[office][trust]") {
  const TestOffice test;
  const fs::path first = test.office / "private" / "first-readers.keys";
  CHECK(fs::exists(first));
  REQUIRE(test.Add("Petugas", "staff").status == 0);
  CHECK(fs::exists(first));  // counter staff take no key
  REQUIRE(test.Add("Atasan", "supervisor").status == 0);
  CHECK_FALSE(fs::exists(first));
  CHECK(test.Of("Petugas")["reads"] == "");
  CHECK(test.Of("Atasan")["reads"] == "cfi");

  const Outcome refused = test.Add("Pimpinan", "head");
  CHECK(refused.status == 2);
  CHECK(refused.Says("add --by NAME"));
  REQUIRE(test.Add("Pimpinan", "head", test.By("Atasan")).status == 0);
  CHECK(test.Of("Pimpinan")["reads"] == "cfi");
  CHECK(test.Verifies());
}

TEST_CASE("A wrong password at the command line tells nothing, and slows the next one down",
          "[office][trust]") {
  const TestOffice test;
  REQUIRE(test.Add("Atasan", "supervisor").status == 0);
  const std::string wrong = " --by Atasan --by-password-file " + test.wrong.string();
  const Outcome nobody =
      test.Add("Pimpinan", "head", " --by Siapa --by-password-file " + test.password.string());
  CHECK(nobody.status == 1);
  CHECK(nobody.Says("don't belong together"));
  for (int i = 0; i < 3; ++i) {
    const Outcome refused = test.Add("Pimpinan", "head", wrong);
    CHECK(refused.status == 1);
    CHECK(refused.Says("don't belong together"));
  }
  const Outcome slowed = test.Add("Pimpinan", "head", wrong);
  CHECK(slowed.status == 1);
  // On a slow machine the pause may have passed already.
  CHECK((slowed.Says("try again in") || slowed.Says("don't belong together")));
}

TEST_CASE("The root goes to paper and away, two supervisors sign, and two sheets bring it back",
          "[office][trust][root-sheets]") {
  const TestOffice test;
  REQUIRE(test.Add("Atasan", "supervisor").status == 0);
  REQUIRE(test.Add("Pimpinan", "head", test.By("Atasan")).status == 0);
  const std::string root = "office root ";
  const fs::path paper = test.directory / "paper";
  const Outcome printed =
      RunTanggap(root + "sheets " + test.office.string() + " --to " + paper.string());
  INFO(printed.output);
  REQUIRE(printed.status == 0);
  for (const char* file : {"root-1.pdf", "root-2.pdf", "root-3.pdf"}) {
    struct stat info {};
    REQUIRE(::stat((paper / file).c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0600U);
    std::ifstream pdf(paper / file, std::ios::binary);
    std::string head(5, ' ');
    pdf.read(head.data(), 5);
    CHECK(head == "%PDF-");
  }
  const fs::path seed = test.office / "private" / "root.seed";
  CHECK(RunTanggap(root + "remove " + test.office.string()).status == 1);
  CHECK(fs::exists(seed));

  // What somebody types back from a set of sheets.
  const auto key = ReadRootSeed(seed);
  SodiumRandomness randomness;
  std::string all;
  std::string two;
  int number = 0;
  for (const RootSheet& sheet : SplitRoot(key.Value(), randomness)) {
    const fs::path file = test.directory / ("sheet-" + std::to_string(++number));
    std::ofstream(file) << QrTextOf(sheet) << '\n';
    all += " --sheet " + file.string();
    if (number > 1) two += " --sheet " + file.string();
  }
  const Outcome checked = RunTanggap(root + "check " + test.office.string() + all);
  INFO(checked.output);
  REQUIRE(checked.status == 0);
  REQUIRE(RunTanggap(root + "remove " + test.office.string()).status == 0);
  CHECK_FALSE(fs::exists(seed));

  const Outcome alone = test.Add("Petugas", "staff", test.By("Atasan"));
  CHECK(alone.status == 2);
  CHECK(alone.Says("give --by twice"));
  CHECK(test.People().size() == 2);
  REQUIRE(test.Add("Petugas", "staff", test.By("Atasan") + test.By("Pimpinan")).status == 0);
  CHECK(test.Verifies());

  CHECK(RunTanggap(root + "restore " + test.office.string() + " --sheet " +
                   (test.directory / "sheet-1").string() + " --sheet " +
                   (test.directory / "sheet-1").string())
            .status == 1);
  const Outcome restored = RunTanggap(root + "restore " + test.office.string() + two);
  INFO(restored.output);
  REQUIRE(restored.status == 0);
  CHECK(fs::exists(seed));
  CHECK(test.Add("Petugas Dua", "staff").status == 0);
}

TEST_CASE("Somebody who leaves loses the key file, and everybody else gets new reading keys",
          "[office][trust]") {
  const TestOffice test;
  REQUIRE(test.Add("Atasan", "supervisor").status == 0);
  const Outcome last = test.Person("remove", "Atasan");
  CHECK(last.status == 2);
  CHECK(last.Says("the only one who can read"));
  REQUIRE(test.Add("Pimpinan", "head", test.By("Atasan")).status == 0);
  const std::string id = test.Of("Atasan")["person"];
  CHECK(fs::exists(test.office / "desk-1" / "people" / (id + ".key")));
  const Outcome removed = test.Person("remove", "Atasan");
  INFO(removed.output);
  REQUIRE(removed.status == 0);
  CHECK(removed.Says("reading keys are new"));
  CHECK_FALSE(fs::exists(test.office / "desk-1" / "people" / (id + ".key")));
  CHECK(test.Of("Atasan")["removed"] == true);
  CHECK(test.Of("Pimpinan")["reads"] == "cfi");
  CHECK(test.Person("remove", "Atasan").status == 2);
  // The head holds the new keys: the next reader gets them.
  REQUIRE(test.Add("Atasan", "supervisor", test.By("Pimpinan")).status == 0);
  CHECK(test.Verifies());
}

TEST_CASE("A role can change, a password too", "[office][trust]") {
  const TestOffice test;
  REQUIRE(test.Add("Atasan", "supervisor").status == 0);
  REQUIRE(test.Add("Dua", "staff").status == 0);
  CHECK(test.Person("role", "Dua", "--role head").status == 2);
  REQUIRE(test.Person("role", "Dua", "--role head" + test.By("Atasan")).status == 0);
  CHECK(test.Of("Dua")["reads"] == "cfi");
  const fs::path fresh = test.directory / "fresh";
  std::ofstream(fresh) << "yang-baru-sekali\n";
  CHECK(test.Person(
                "password", "Dua",
                "--old-password-file " + test.wrong.string() + " --password-file " + fresh.string())
            .status == 1);
  const Outcome changed = test.Person(
      "password", "Dua",
      "--old-password-file " + test.password.string() + " --password-file " + fresh.string());
  REQUIRE(changed.status == 0);
  CHECK_FALSE(changed.Says("roster"));
  CHECK(test.Person("role", "Atasan", "--role auditor" + test.By("Dua")).status == 1);
  CHECK(
      test.Person("role", "Atasan", "--role auditor --by Dua --by-password-file " + fresh.string())
          .status == 0);
  CHECK(test.Verifies());
}

TEST_CASE("A device enrols with its own key only under the fingerprint that it shows",
          "[office][trust][node]") {
  const TestOffice test;
  const fs::path device = test.directory / "far" / "kiosk-7";
  const Outcome made =
      RunTanggap("node new " + device.string() + " --name kiosk-7 --kind kiosk --json");
  INFO(made.output);
  REQUIRE(made.status == 0);
  const auto json = nlohmann::json::parse(made.output);
  const std::string enrol =
      "node enrol " + test.office.string() + " --request " + (device / "enrol.request").string();
  const Outcome mistyped = RunTanggap(enrol + " --fingerprint 00000-00000-00000-00000");
  CHECK(mistyped.status == 1);
  CHECK(mistyped.Says("not that of this request"));

  // Somebody exchanges the request on the way: the name stays, the key is another.
  const fs::path thief = test.directory / "thief";
  REQUIRE(RunTanggap("node new " + thief.string() + " --name kiosk-7 --kind kiosk").status == 0);
  CHECK(RunTanggap("node enrol " + test.office.string() + " --request " +
                   (thief / "enrol.request").string() + " --fingerprint " +
                   json["fingerprint"].get<std::string>())
            .status == 1);
  const Outcome early = RunTanggap("node join " + device.string() + " --folder " +
                                   (test.office / "central").string() + " --root " + test.root);
  CHECK(early.status == 78);
  CHECK(early.Says("office.toml"));

  const Outcome enrolled =
      RunTanggap(enrol + " --fingerprint " + json["fingerprint"].get<std::string>());
  INFO(enrolled.output);
  REQUIRE(enrolled.status == 0);
  for (const auto& entry : fs::directory_iterator(test.office)) {
    if (entry.is_regular_file())
      fs::copy_file(entry.path(), device.parent_path() / entry.path().filename());
  }
  const std::string join =
      "node join " + device.string() + " --folder " + (test.office / "central").string();
  const Outcome stranger = RunTanggap(join + " --root " + json["fingerprint"].get<std::string>());
  CHECK(stranger.status == 1);
  CHECK_FALSE(fs::exists(device / "node.key"));
  const Outcome joined = RunTanggap(join + " --root " + test.root);
  INFO(joined.output);
  REQUIRE(joined.status == 0);
  CHECK(fs::exists(device / "node.key"));
  CHECK(fs::exists(device / "journal.db"));
  CHECK_FALSE(fs::exists(device / "node.new"));
}

TEST_CASE("Every changed byte of a device's request is refused", "[office][trust][hostile]") {
  const TemporaryDirectory directory;
  REQUIRE(RunTanggap("node new " + (directory / "k").string() + " --name kiosk-7 --kind kiosk")
              .status == 0);
  std::ifstream in(directory / "k" / "enrol.request", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  REQUIRE(ReadNodeRequest(bytes, "request"));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto read = ReadNodeRequest(changed, "request");
    if (read) FAIL("accepted at byte " << at);
    if (read.Problems().front().file != "request") FAIL("not named at byte " << at);
  }
}

// A demo office: a desk and kiosk that have written.
struct Demo {
  Demo() {
    const Outcome made = RunTanggap("demo " + office.string() +
                                    " --complaints 30 --seed 3 --now 2026-11-20T06:00:00Z --json");
    INFO(made.output);
    REQUIRE(made.status == 0);
    std::ofstream(password) << "contoh\n";
  }
  [[nodiscard]] std::string As(const std::string& name) const {
    return " --as '" + name + "' --password-file " + password.string();
  }
  TemporaryDirectory directory;
  fs::path office = directory / "demo";
  fs::path password = directory / "password";
};

TEST_CASE("A whole demo bears its people's signatures, and what is revoked later stays whole",
          "[office][trust][demo]") {
  const Demo demo;
  const std::string verify = "verify " + (demo.office / "central").string() + " --people " +
                             (demo.office / "desk-1" / "people").string();
  const Outcome signatures = RunTanggap(verify + demo.As("Auditor Contoh"));
  INFO(signatures.output);
  CHECK(signatures.status == 0);
  CHECK(signatures.Says(" acts of people signed, 0 bodies"));
  const Outcome staff = RunTanggap(verify + demo.As("Petugas Contoh 1"));
  CHECK(staff.status == 1);
  CHECK(staff.Says("may read nothing"));

  const Outcome revoked =
      RunTanggap("node revoke " + demo.office.string() + " --name kiosk-1 --json");
  INFO(revoked.output);
  REQUIRE(revoked.status == 0);
  CHECK(nlohmann::json::parse(revoked.output)["ends"].size() == 1);
  REQUIRE(
      RunTanggap("person remove " + demo.office.string() + " --name 'Pimpinan Contoh'").status ==
      0);
  const Outcome again = RunTanggap(verify + demo.As("Auditor Contoh"));
  INFO(again.output);
  CHECK(again.status == 0);
}

TEST_CASE("What isn't there or can't be made is said in one line, without the library's words",
          "[office][backup]") {
  const TemporaryDirectory directory;
  const std::string absent = (directory / "none").string();
  for (const std::string& command :
       {"backup drill " + absent, "restore " + absent + " " + (directory / "desk-1").string()}) {
    const Outcome outcome = RunTanggap(command);
    CHECK(outcome.status == 74);
    CHECK(outcome.output ==
          "tanggap: " + absent + ": no such directory; give one that `tanggap backup make` made\n");
  }
  const Demo demo;
  const Outcome made = RunTanggap("backup make " + (demo.office / "desk-1").string() + " --to " +
                                  (demo.office / "office.toml" / "safe").string());
  INFO(made.output);
  CHECK(made.status == 74);
  CHECK_FALSE(made.Says("filesystem error"));
  CHECK(made.output.starts_with("tanggap: " + (demo.office / "office.toml").string()));
  CHECK(made.Says("Not a directory"));
}

TEST_CASE("A backup is restored and read in the drill, and every changed byte is found",
          "[office][backup]") {
  const Demo demo;
  const Outcome made = RunTanggap("backup make " + (demo.office / "desk-1").string() + " --to " +
                                  (demo.directory / "safe").string() + " --json");
  INFO(made.output);
  REQUIRE(made.status == 0);
  const fs::path backup = nlohmann::json::parse(made.output)["backup"].get<std::string>();
  const Outcome drill =
      RunTanggap("backup drill " + backup.string() + demo.As("Atasan Contoh") + " --json");
  INFO(drill.output);
  REQUIRE(drill.status == 0);
  const auto json = nlohmann::json::parse(drill.output);
  CHECK(json["records"].get<int>() > 30);
  CHECK(json["opened"] == json["bodies"]);
  CHECK(RunTanggap("backup drill " + backup.string()).status == 0);

  // Restored elsewhere, it goes on in an epoch of its own.
  const fs::path data = demo.directory / "new" / "desk-1";
  REQUIRE(RunTanggap("restore " + backup.string() + " " + data.string()).status == 0);
  CHECK(fs::exists(demo.directory / "new" / "office.toml"));
  const Outcome twice = RunTanggap("restore " + backup.string() + " " + data.string());
  CHECK(twice.status == 1);
  CHECK(twice.Says("move"));

  for (const auto& entry : fs::recursive_directory_iterator(backup)) {
    if (!entry.is_regular_file()) continue;
    const auto size = static_cast<std::streamoff>(entry.file_size());
    for (const std::streamoff at : {std::streamoff{0}, size / 2, size - 1}) {
      std::fstream file(entry.path(), std::ios::binary | std::ios::in | std::ios::out);
      file.seekg(at);
      const char before = static_cast<char>(file.get());
      file.seekp(at);
      file.put(static_cast<char>(before ^ 1));
      file.close();
      const Outcome changed = RunTanggap("restore " + backup.string() + " " +
                                         (demo.directory / "other" / "desk-1").string());
      if (changed.status != 1) FAIL("not found in " << entry.path() << " at " << at);
      std::fstream back(entry.path(), std::ios::binary | std::ios::in | std::ios::out);
      back.seekp(at);
      back.put(before);
    }
  }
  fs::remove(backup / "node.key");
  CHECK(RunTanggap("backup drill " + backup.string()).Says("is missing in this backup"));
}

}  // namespace
}  // namespace tanggap
