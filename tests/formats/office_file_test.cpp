#include "formats/office_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/catch.h"
#include "support/example_files.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void Write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string Karimata(const std::string& from = "", const std::string& to = "") {
  std::string text = ReadAll(SourceDir() / "tests/data/offices/karimata/office.toml");
  if (from.empty()) return text;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// Reads office.toml with this text beside the made-up decree.
Result<OfficeFile> ReadKarimata(const TemporaryDirectory& directory, const std::string& text) {
  fs::copy_file(SourceDir() / "tests/data/offices/karimata/decree.toml",
                directory.Path() / "decree.toml", fs::copy_options::overwrite_existing);
  Write(directory.Path() / "office.toml", text);
  return ReadOfficeFile(directory.Path() / "office.toml");
}

bool Mentions(const std::vector<Problem>& problems, const std::string& words, int line = 0) {
  return std::ranges::any_of(problems, [&](const Problem& problem) {
    return problem.message.find(words) != std::string::npos && problem.line > 0 &&
           (line == 0 || problem.line == line);
  });
}

int LineOf(const std::string& text, const std::string& words) {
  const auto at = text.find(words);
  REQUIRE(at != std::string::npos);
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<long>(at), '\n'));
}

TEST_CASE("The example offices are complete", "[formats][office]") {
  const OfficeFile lembata = LembataOffice();
  CHECK(lembata.office.services.size() == 8);
  CHECK(lembata.office.Find(ServiceId{"pengganti"})->norm == Norm{3, NormUnit::kWorkingDays});
  CHECK(lembata.office.zone.offset == std::chrono::minutes{480});
  CHECK(lembata.office.calendar.closed.size() > 30);
  CHECK(lembata.office.retention.identity_days > 0);
  CHECK(lembata.decree.id == "lembata-dinas-pendidikan-2024");
  CHECK(lembata.office.phrases.size() == 48);
  CHECK_FALSE(lembata.office.sensitive.active);
  const OfficeFile belitung = BelitungOffice();
  CHECK(belitung.office.zone.abbreviation == "WIB");
  CHECK(belitung.office.sensitive.active);
  CHECK_FALSE(belitung.office.sensitive.public_numbers.empty());
  CHECK(belitung.office.Find(ServiceId{"ppa"})->sensitive);
  CHECK_FALSE(belitung.office.services.front().sensitive);
  CHECK(belitung.office.phrases.size() == 64);
}

TEST_CASE("Every icon that an example office names comes with the program", "[formats][office]") {
  const OfficeFile file = GENERATE(LembataOffice(), BelitungOffice());
  for (const OfficeService& service : file.office.services) {
    INFO(service.icon);
    CHECK(fs::exists(SourceDir() / "assets/icons" / (service.icon + ".svg")));
    CHECK(service.label.by_language.contains("en"));
  }
}

TEST_CASE("An office may say only the least, the rest has defaults", "[formats][office]") {
  const TemporaryDirectory directory;
  const OfficeFile file = ValueOrFail(ReadKarimata(directory, Karimata()));
  CHECK(file.office.panel == Panel{});
  CHECK(file.office.policies == Policies{});
  CHECK(file.office.retention == Retention{});
  CHECK(file.office.phrases.empty());
}

TEST_CASE("Every error of an office file and of the files it names comes at once",
          "[formats][office]") {
  const TemporaryDirectory directory;
  std::string text = Karimata("unit = \"hari-kerja\"", "unit = \"minggu\"");
  text +=
      "peka = \"ya\"\nwarna = 1\n[panel]\norientation = \"landscape\"\n"
      "[printer]\nkind = \"tcp\"\npath = \"printer\"\n[retention]\ncontent_days = 0\n";
  const Result<OfficeFile> result = ReadKarimata(directory, text);
  REQUIRE_FALSE(result.Ok());
  const auto& problems = result.Problems();
  CHECK(Mentions(problems, "expected one of \"hari-kerja\", \"hari\", \"jam\""));
  CHECK(Mentions(problems, "peka: expected true or false"));
  CHECK(Mentions(problems, "warna: unknown key"));
  CHECK(Mentions(problems, "orientation: doesn't fit"));
  CHECK(Mentions(problems, "expected host and port"));
  CHECK(Mentions(problems, "content_days: expected a whole number"));
  CHECK(Mentions(problems, "identity_days: missing"));
}

TEST_CASE("A tile's word too long for it, or naming a sensitive service, is refused with its line",
          "[formats][office]") {
  const TemporaryDirectory directory;
  const std::string text = Karimata("unit = \"hari-kerja\"",
                                    "unit = \"hari-kerja\"\nshort = {id = \"Buku\", en = "
                                    "\"Books, journals, newspapers\"}\npeka = true");
  const auto result = ReadKarimata(directory, text);
  REQUIRE_FALSE(result.Ok());
  const int line = LineOf(text, "Books, journals");
  CHECK(Mentions(result.Problems(), "(en): expected at most 24 signs", line));
  CHECK(Mentions(result.Problems(), "short: a service with peka = true", line));
}

TEST_CASE("A zone that contradicts its name is refused", "[formats][office]") {
  const TemporaryDirectory directory;
  const auto result = ReadKarimata(directory, Karimata("= 420", "= 480"));
  REQUIRE_FALSE(result.Ok());
  CHECK(Mentions(result.Problems(), "Asia/Pontianak is WIB, expected 420"));
}

TEST_CASE("A ticket head that the paper can't hold is refused", "[formats][office]") {
  const TemporaryDirectory directory;
  const auto result = ReadKarimata(
      directory, Karimata("ticket_head_32 = [\"DINAS KEPENDUDUKAN\"]",
                          "ticket_head_32 = [\"DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL\"]"));
  REQUIRE_FALSE(result.Ok());
  CHECK(Mentions(result.Problems(), "expected at most 32"));
}

TEST_CASE("The reading by whole days needs a decree that gives it", "[formats][office]") {
  const TemporaryDirectory directory;
  const auto result = ReadKarimata(directory, Karimata() + "[policies]\nlateness = \"longgar\"\n");
  REQUIRE_FALSE(result.Ok());
  CHECK(Mentions(result.Problems(), "whole_from"));
}

TEST_CASE("A missing decree or office file is said plainly", "[formats][office]") {
  const TemporaryDirectory directory;
  const auto result = ReadKarimata(directory, Karimata("\"decree.toml\"", "\"tidak-ada.toml\""));
  REQUIRE_FALSE(result.Ok());
  CHECK(Describe(result.Problems()[0]).find("tidak-ada.toml: no such file") != std::string::npos);
  CHECK_FALSE(ReadOfficeFile(directory.Path() / "kosong.toml").Ok());
}

TEST_CASE("A new office is made from an example and reads back under its own name",
          "[formats][office]") {
  const TemporaryDirectory directory;
  const fs::path examples = SourceDir() / "kiosk-config/offices";
  NewOffice wanted;
  wanted.name = "Dinas Perpustakaan dan Kearsipan";
  wanted.decree = (SourceDir() / "assets/decrees/belitung-dsppa-2023.toml").string();
  wanted.holidays = {(examples / "libur-2026.ics").string()};
  const std::string text = ValueOrFail(OfficeFromTemplate(examples / "lembata.toml", wanted));
  Write(directory.Path() / "office.toml", text);
  const OfficeFile file = ValueOrFail(ReadOfficeFile(directory.Path() / "office.toml"));
  CHECK(file.office.name == wanted.name);
  CHECK(file.office.short_name == "Dinas Perpustakaan dan");
  CHECK(file.decree.id == "belitung-dsppa-2023");
  CHECK(file.office.phrases.empty());
  CHECK(file.office.ticket_head_32 == std::vector<std::string>{"PEMERINTAH KABUPATEN LEMBATA",
                                                               "DINAS PERPUSTAKAAN DAN KEARSIPAN"});
  CHECK(file.office.calendar.closed.size() == 25);
}

TEST_CASE("A name with quotes or odd signs can't break the new office file",
          "[formats][office][hostile]") {
  NewOffice wanted;
  wanted.name = "Dinas \"A\\B\" – \n[printer]\nLayananyangsangatpanjangsekalié";
  wanted.decree = "decree.toml";
  const auto text = OfficeFromTemplate(SourceDir() / "kiosk-config/offices/lembata.toml", wanted);
  REQUIRE(text.Ok());
}

}  // namespace
}  // namespace tanggap
