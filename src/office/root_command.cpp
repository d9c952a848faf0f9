#include "office/root_command.h"

#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "formats/text_file.h"
#include "ledger/key_file_text.h"
#include "ledger/root_sheets.h"
#include "ledger/sodium_randomness.h"
#include "office/assets.h"
#include "office/command.h"
#include "office/office_home.h"
#include "platform/system_clock.h"
#include "texts/dates.h"
#include "texts/texts.h"
#include "ticket/root_sheet_page.h"
#include "ticket/ticket_layout.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string directory;
  std::string to;
  std::string language = "id";
  std::vector<std::string> sheets;
  bool json = false;
};

// Says that the sheets on paper were typed back: the seed may go.
fs::path CheckedFile(const fs::path& directory) {
  return directory / "private" / "root.checked";
}

void WriteSecret(const fs::path& file, const std::string& bytes) {
  const int out = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (out < 0) {
    throw fs::filesystem_error("can't create the sheet", file,
                               std::error_code(errno, std::generic_category()));
  }
  const bool done = write(out, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
                    fsync(out) == 0;
  close(out);
  if (!done) {
    throw fs::filesystem_error("can't write the sheet", file,
                               std::make_error_code(std::errc::io_error));
  }
}

Result<Texts> ReadTexts(const std::string& language) {
  const auto assets = FindAssets();
  if (!assets) return Problem{"", 0, "the assets of this program are missing"};
  const Result<Sentences> sentences = ReadLanguage(*assets / "text", language);
  if (!sentences.Ok()) return sentences.Problems();
  return Texts::Make(language, (*assets / "text").string(), sentences.Value());
}

// A sheet from a file, or typed line by line until it is whole.
Result<RootSheet> ReadSheet(const Options& options, std::size_t index) {
  if (index < options.sheets.size()) {
    std::ifstream in(options.sheets[index]);
    if (!in) return Problem{options.sheets[index], 0, "can't be read"};
    std::ostringstream text;
    text << in.rdbuf();
    return ReadRootSheet(text.str(), options.sheets[index]);
  }
  const std::string name = "sheet " + std::to_string(index + 1);
  std::cerr << "Type or scan the " << (index == 0 ? "first" : "next")
            << " sheet, line by line; an empty line ends it.\n";
  std::string text;
  for (std::string line; std::getline(std::cin, line) && !line.empty();)
    text += line + '\n';
  return ReadRootSheet(text, name);
}

Result<std::vector<RootSheet>> ReadSheets(const Options& options, std::size_t count) {
  std::vector<RootSheet> sheets;
  for (std::size_t i = 0; i < count; ++i) {
    Result<RootSheet> sheet = ReadSheet(options, i);
    if (!sheet.Ok()) return sheet.Problems();
    sheets.push_back(std::move(sheet).Value());
  }
  return sheets;
}

Problem NotHere(const OfficeHome& office) {
  return {RootSeedFile(office.directory).string(), 0,
          "the root is not on this machine; `tanggap office root restore` brings it back"};
}

int Sheets(const Options& options) {
  if (const auto missing = ticket::MissingFonts()) return Complain({*missing}, kExitConfiguration);
  const Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  const OfficeHome& office = opened.Value();
  if (!office.root_key) return Complain({NotHere(office)}, kExitConfiguration);
  const Result<Texts> texts = ReadTexts(options.language);
  if (!texts.Ok()) return Complain(texts.Problems(), kExitConfiguration);
  SodiumRandomness randomness;
  fs::create_directories(options.to);
  const Day today = LocalDay(SystemClock().Now(), office.roster.office.zone);
  fs::remove(CheckedFile(office.directory));  // of an older set
  nlohmann::ordered_json json;
  for (const RootSheet& sheet : SplitRoot(*office.root_key, randomness)) {
    const fs::path file = fs::path(options.to) / ("root-" + std::to_string(sheet.number) + ".pdf");
    const ticket::RootSheetPage page{sheet.number,
                                     office.roster.office.name,
                                     Fingerprint(office.root),
                                     FullDay(today, texts.Value()),
                                     sheet.groups,
                                     QrTextOf(sheet)};
    WriteSecret(file, ticket::RootSheetPdf(page, texts.Value()));
    json["sheets"].push_back(file.string());
    if (!options.json) std::cout << file.string() << '\n';
  }
  if (options.json) {
    std::cout << json.dump() << '\n';
  } else {
    std::cout << "Print each once and remove the files. Then type the sheets back:\n"
              << "tanggap office root check " << options.directory << '\n';
  }
  return kExitOk;
}

int Check(const Options& options) {
  const Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  const Result<std::vector<RootSheet>> sheets = ReadSheets(options, 3);
  if (!sheets.Ok()) return Complain(sheets.Problems(), kExitCheckFailed);
  for (const auto& [one, other] : {std::pair{0U, 1U}, std::pair{1U, 2U}, std::pair{0U, 2U}}) {
    const Result<SigningKey> root = JoinRoot(sheets.Value()[one], sheets.Value()[other]);
    if (!root.Ok()) return Complain(root.Problems(), kExitCheckFailed);
    if (root.Value().Public() != opened.Value().root)
      return Complain("these sheets are of another office's root", kExitCheckFailed);
  }
  std::ofstream(CheckedFile(options.directory)) << "ok\n";
  std::cout << "every two of the three sheets restore this office's root. It may leave this "
               "machine now:\ntanggap office root remove "
            << options.directory << '\n';
  return kExitOk;
}

int Restore(const Options& options) {
  Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  const OfficeHome& office = opened.Value();
  if (office.root_key) return Complain("the root is on this machine already", kExitUsage);
  const Result<std::vector<RootSheet>> sheets = ReadSheets(options, 2);
  if (!sheets.Ok()) return Complain(sheets.Problems(), kExitCheckFailed);
  const Result<SigningKey> root = JoinRoot(sheets.Value()[0], sheets.Value()[1]);
  if (!root.Ok()) return Complain(root.Problems(), kExitCheckFailed);
  if (root.Value().Public() != office.root)
    return Complain("these sheets are of another office's root", kExitCheckFailed);
  WriteRootSeed(RootSeedFile(office.directory), root.Value());
  std::cout << "the root is back in " << RootSeedFile(office.directory).string()
            << "; take it away again with `tanggap office root remove`\n";
  return kExitOk;
}

int Remove(const Options& options) {
  Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  OfficeHome& office = opened.Value();
  if (!office.root_key) return Complain({NotHere(office)}, kExitUsage);
  if (!fs::exists(CheckedFile(office.directory))) {
    return Complain(
        "the sheets were not typed back yet: run `tanggap office root check` first, "
        "or the root would be lost with a misprint",
        kExitCheckFailed);
  }
  EraseKeyFile(RootSeedFile(office.directory));
  std::cout << "the root's seed is removed from this machine; two supervisors can sign in its "
               "place (--by twice)\n";
  return kExitOk;
}

}  // namespace

void AddRootCommand(CLI::App& office, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* root = office.add_subcommand("root", "the office's root key on paper");
  root->require_subcommand(1);
  const auto command = [&](const char* name, const char* help, int (*run)(const Options&)) {
    CLI::App* made = root->add_subcommand(name, help);
    made->add_option("DIR", options->directory, "the office's directory")->required();
    made->callback([options, run, &exit_code] { exit_code = run(*options); });
    return made;
  };
  const auto typed = [&](CLI::App* made) {
    made->add_option("--sheet", options->sheets, "a typed or scanned sheet as a file; else asked")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  };
  CLI::App* sheets =
      command("sheets", "three sheets to print, of which any two restore the root", Sheets);
  sheets->add_option("--to", options->to, "where root-1.pdf to root-3.pdf go")->required();
  sheets->add_option("--language", options->language, "id or en")
      ->check(CLI::IsMember({"id", "en"}));
  sheets->add_flag("--json", options->json, "print JSON");
  typed(command("check", "type the three printed sheets back, once", Check));
  typed(command("restore", "bring the root back from two sheets", Restore));
  command("remove", "take the root off this machine, after the check", Remove);
}

}  // namespace tanggap
