#include "office/office_home.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include "folder/names.h"
#include "folder/node_file.h"
#include "folder/rosters.h"
#include "formats/decree_file.h"
#include "ledger/founding.h"
#include "ledger/hash.h"
#include "ledger/key_file_text.h"
#include "ledger/office_files.h"
#include "ledger/segment_writer.h"
#include "office/assets.h"
#include "office/staging.h"
#include "platform/system_clock.h"
#include "storage/journal.h"
#include "storage/register.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolderNote =
    "Folder ini milik program Tanggap. Jangan mengubah, memindah, atau menghapus isinya.\n"
    "Isi pengaduan di sini terkunci. Untuk memeriksa folder ini: tanggap verify FOLDER\n"
    "\n"
    "This folder belongs to the program Tanggap. Don't change, move or delete anything in it.\n"
    "What complaints say is sealed here. To check this folder: tanggap verify FOLDER\n";

void WriteNew(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out)
    throw fs::filesystem_error("can't write", file, std::make_error_code(std::errc::io_error));
}

std::optional<std::string> ReadBytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

void MakePrivate(const fs::path& directory) {
  fs::create_directories(directory);
  fs::permissions(directory, fs::perms::owner_all);
}

// The example office whose decree has this id.
std::optional<fs::path> ExampleFor(const Decree& decree) {
  const std::optional<fs::path> examples = FindExampleOffices();
  if (!examples) return std::nullopt;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(*examples)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const fs::path& file : files) {
    const Result<OfficeFile> office = ReadOfficeFile(file);
    if (office.Ok() && office.Value().decree.id == decree.id) return file;
  }
  return std::nullopt;
}

// The phrases for a decree: beside the program's own, else the template's.
fs::path PhrasesFor(const Decree& decree, const OfficeFile& example) {
  if (example.decree.id == decree.id) return example.phrases_path;
  const std::optional<fs::path> assets = FindAssets();
  if (assets) {
    const fs::path own = *assets / "phrases" / (decree.id + ".toml");
    if (fs::exists(own)) return own;
  }
  return example.phrases_path;
}

// Puts office.toml and what it names into `to`.
Result<OfficeFile> CopyFiles(const OfficeWish& wish, const Decree& decree, const fs::path& to) {
  std::optional<fs::path> example_file = wish.template_toml;
  if (wish.template_toml.empty()) example_file = ExampleFor(decree);
  if (!example_file) {
    return Problem{wish.decree.string(), 0,
                   "no example office has this decree; give a complete one with --template"};
  }
  const Result<OfficeFile> example = ReadOfficeFile(*example_file);
  if (!example.Ok()) return example.Problems();

  NewOffice office;
  office.name = wish.name.empty() ? example.Value().office.name : wish.name;
  office.decree = wish.decree.filename().string();
  office.phrases = "phrases.toml";
  office.at_once = wish.at_once;
  fs::copy_file(wish.decree, to / office.decree);
  fs::copy_file(PhrasesFor(decree, example.Value()), to / office.phrases);
  for (const fs::path& holidays : example.Value().holiday_paths) {
    office.holidays.push_back(holidays.filename().string());
    fs::copy_file(holidays, to / holidays.filename());
  }
  const Result<std::string> text = OfficeFromTemplate(*example_file, office);
  if (!text.Ok()) return text.Problems();
  WriteNew(to / "office.toml", text.Value());
  return ReadOfficeFile(to / "office.toml");
}

fs::path RootPublicFile(const fs::path& directory) {
  return directory / "private" / "root.pub";
}

fs::path FirstReadersFile(const fs::path& directory) {
  return directory / "private" / "first-readers.keys";
}

// Root seeds of the first release had no public half beside them.
Result<PublicKey> TrustedRoot(const fs::path& directory, const std::optional<SigningKey>& root) {
  if (fs::exists(RootPublicFile(directory))) return ReadRootPublic(RootPublicFile(directory));
  if (root) return root->Public();
  return Problem{RootPublicFile(directory).string(), 0,
                 "is missing; this is no office's directory, or its root lies elsewhere"};
}

}  // namespace

Result<OfficeHome> MakeOffice(const OfficeWish& wish, Randomness& randomness) {
  const fs::path target = fs::absolute(wish.directory).lexically_normal();
  const fs::path directory = target.has_filename() ? target : target.parent_path();
  if (fs::exists(directory) && !(fs::is_directory(directory) && fs::is_empty(directory))) {
    return Problem{wish.directory.string(), 0,
                   "is there already; expected a directory that doesn't exist or is empty"};
  }
  const Result<Decree> decree = ReadDecreeFile(wish.decree);
  if (!decree.Ok()) return decree.Problems();

  Staging staging(directory);
  Result<OfficeFile> file = CopyFiles(wish, decree.Value(), staging.Path());
  if (!file.Ok()) return file.Problems();
  const OfficeFile& made = file.Value();

  FoundingWish founding_wish;
  founding_wish.name = made.office.name;
  founding_wish.zone = made.office.zone;
  founding_wish.decree = made.decree.Reference();
  founding_wish.decree_hash = HexHashOf(ReadBytes(made.decree_path).value_or(""));
  founding_wish.at = wish.at;
  founding_wish.nodes = {{"kiosk-1", "kiosk"}, {"desk-1", "desk"}};
  const Founding founding = FoundOffice(founding_wish, randomness);

  MakePrivate(staging.Path() / "private");
  WriteRootSeed(RootSeedFile(staging.Path()), founding.root);
  WriteRootPublic(RootPublicFile(staging.Path()), founding.root.Public());
  WriteReadingKeys(FirstReadersFile(staging.Path()), founding.roster.Id(), founding.reading);
  fs::create_directories(TreeRoot(staging.Path() / "central"));
  WriteNew(TreeRoot(staging.Path() / "central") / "READ-ME.txt", kFolderNote);
  PublishRoster(staging.Path() / "central", founding.roster, founding.roster_bytes);
  for (const NodeKey& key : founding.nodes) {
    MakeNodeDirectory(staging.Path() / key.name, key, made, founding.roster,
                      staging.Path() / "central", randomness);
  }
  staging.Finish();
  return OpenOffice(directory);
}

Result<OfficeHome> OpenOffice(const fs::path& directory) {
  Result<OfficeFile> file = ReadOfficeFile(directory / "office.toml");
  if (!file.Ok()) return file.Problems();
  std::optional<SigningKey> key;
  if (fs::exists(RootSeedFile(directory))) {
    Result<SigningKey> read = ReadRootSeed(RootSeedFile(directory));
    if (!read.Ok()) return read.Problems();
    key.emplace(std::move(read).Value());
  }
  const Result<PublicKey> root = TrustedRoot(directory, key);
  if (!root.Ok()) return root.Problems();
  if (key && key->Public() != root.Value()) {
    return Problem{RootSeedFile(directory).string(), 0,
                   "is not the seed of this office's root; restore the right one"};
  }
  ReadingKeys first;
  if (fs::exists(FirstReadersFile(directory))) {
    Result<ReadingKeys> read = ReadReadingKeys(FirstReadersFile(directory));
    if (!read.Ok()) return read.Problems();
    first = std::move(read).Value();
  }
  RosterReading rosters =
      ReadRosters(directory / "central", OfficeIdOf(root.Value()), root.Value());
  if (!rosters.newest) {
    if (!rosters.problems.empty()) return rosters.problems;
    return Problem{(directory / "central").string(), 0, "holds no roster of this office's root"};
  }
  return OfficeHome{directory,      std::move(file).Value(), root.Value(),
                    std::move(key), std::move(first),        std::move(*rosters.newest)};
}

void ForgetFirstReadingKeys(OfficeHome& office) {
  EraseKeyFile(FirstReadersFile(office.directory));
  office.first = ReadingKeys{};
}

void MakeNodeDirectory(const fs::path& directory, const NodeKey& key, const OfficeFile& file,
                       const Roster& roster, const fs::path& rosters, Randomness& randomness) {
  MakePrivate(directory);
  fs::create_directories(directory / "replica");
  WriteNodeKey(directory / "node.key", key);
  const bool desk = key.kind == "desk";
  WriteNodeFile(directory / "replica",
                {desk ? NodeKind::kDesk : NodeKind::kKiosk, roster.Id(), key.Id()});
  CopyRosters(rosters, directory / "replica", roster.Id());
  SqliteJournal journal(directory / "journal.db");
  SystemClock clock;
  SegmentWriter writer(LedgerPorts{journal, clock, randomness}, key, roster.number,
                       std::chrono::seconds{0});
  writer.OpenEpochIfNeeded();
  if (!desk) return;
  MakePrivate(directory / "people");
  const SqliteRegister empty(directory / "register.db", file.decree, file.office);
}

void PublishEverywhere(const fs::path& directory, const Roster& roster, std::string_view bytes) {
  PublishRoster(directory / "central", roster, bytes);
  for (const fs::path& node : NodeDirectories(directory))
    PublishRoster(node / "replica", roster, bytes);
}

bool IsNodeName(std::string_view name) {
  return !name.empty() && name.size() <= 32 && name.front() != '-' &&
         std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

fs::path RootSeedFile(const fs::path& directory) {
  return directory / "private" / "root.seed";
}

std::vector<fs::path> DeskDirectories(const fs::path& directory) {
  std::vector<fs::path> desks = NodeDirectories(directory);
  std::erase_if(desks, [](const fs::path& node) { return !fs::is_directory(node / "people"); });
  return desks;
}

std::vector<fs::path> NodeDirectories(const fs::path& directory) {
  std::vector<fs::path> nodes;
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (fs::exists(entry.path() / "node.key")) nodes.push_back(entry.path());
  }
  std::ranges::sort(nodes);
  return nodes;
}

}  // namespace tanggap
