#include "office/backup.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <thread>

#include "folder/names.h"
#include "folder/node_file.h"
#include "folder/rosters.h"
#include "ledger/hash.h"
#include "ledger/keys.h"
#include "ledger/segment_writer.h"
#include "office/staging.h"
#include "platform/system_clock.h"
#include "ports/store_error.h"
#include "storage/backup_request.h"
#include "storage/journal.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSums = "SUMS";
constexpr std::string_view kFirstLine = "tanggap backup 1";
constexpr std::chrono::milliseconds kLookEvery{100};

std::string BytesOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in) {
    throw fs::filesystem_error("can't read", file, std::make_error_code(std::errc::io_error));
  }
  return bytes.str();
}

void CopyFile(const fs::path& from, const fs::path& to) {
  fs::create_directories(to.parent_path());
  fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

// The office's directory above a device's.
fs::path HomeOf(const fs::path& data) {
  const fs::path whole = fs::absolute(data).lexically_normal();
  return (whole.has_filename() ? whole : whole.parent_path()).parent_path();
}

// The files of a directory itself, not below it.
std::vector<fs::path> FilesIn(const fs::path& directory) {
  std::vector<fs::path> files;
  if (!fs::is_directory(directory)) return files;
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (entry.symlink_status().type() == fs::file_type::regular) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

// Every file below `backup` but the sums, by its path.
std::map<std::string, fs::path> FilesBelow(const fs::path& backup) {
  std::map<std::string, fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(backup)) {
    const std::string name = entry.path().lexically_relative(backup).generic_string();
    if (!entry.is_directory() && name != kSums) files[name] = entry.path();
  }
  return files;
}

// True: the program that has the journal open made the copy.
bool CopyJournal(const fs::path& data, const fs::path& to, Randomness& randomness,
                 std::chrono::milliseconds patience) {
  try {
    SqliteJournal journal(data / "journal.db");
    journal.CopyTo(to);
    return false;
  } catch (const StoreError& error) {
    if (error.Fault() != StoreFault::kLocked) throw;
  }
  std::array<std::uint8_t, 8> random{};
  randomness.Fill(random);
  const fs::path answer = RequestBackup(data, ToHex(random));
  for (auto waited = std::chrono::milliseconds{0}; waited < patience; waited += kLookEvery) {
    if (fs::exists(answer)) {
      fs::copy_file(answer, to);
      fs::remove(answer);
      return true;
    }
    std::this_thread::sleep_for(kLookEvery);
  }
  WithdrawBackupRequest(data);
  throw StoreError(StoreFault::kLocked,
                   (data / "journal.db").string() +
                       ": the program that holds it didn't answer; end it, or try again");
}

std::string NameOf(const std::string& node, Instant now, const Zone& zone) {
  const LocalTime local = ToLocal(now, zone);
  std::array<char, 32> text{};
  (void)std::snprintf(text.data(), text.size(), "-%04d%02u%02u-%02d%02d%02d",
                      static_cast<int>(local.day.year()), static_cast<unsigned>(local.day.month()),
                      static_cast<unsigned>(local.day.day()), local.hour, local.minute,
                      local.second);
  return node + text.data();
}

void WriteSums(const fs::path& backup, const std::string& node) {
  std::ofstream out(backup / kSums, std::ios::binary | std::ios::trunc);
  out << kFirstLine << ' ' << node << '\n';
  for (const auto& [name, file] : FilesBelow(backup))
    out << HexHashOf(BytesOf(file)) << "  " << name << '\n';
  out.close();
  if (!out) {
    throw fs::filesystem_error("can't write", backup / kSums,
                               std::make_error_code(std::errc::io_error));
  }
}

}  // namespace

Result<BackupMade> MakeBackup(const fs::path& data, const fs::path& to, Instant now,
                              Randomness& randomness, std::chrono::milliseconds patience) {
  const Result<NodeKey> key = ReadNodeKey(data / "node.key");
  if (!key.Ok()) return key.Problems();
  if (!fs::exists(data / "journal.db"))
    return Problem{(data / "journal.db").string(), 0, "is missing: there is nothing to back up"};
  const RosterReading rosters =
      ReadRosters(data / "replica", key.Value().Office(), key.Value().root);
  if (!rosters.newest) {
    return Problem{(data / "replica").string(), 0, "holds no roster; run `tanggap sync` first"};
  }
  fs::create_directories(to);
  BackupMade made;
  made.directory = to / NameOf(key.Value().name, now, rosters.newest->office.zone);
  if (fs::exists(made.directory))
    return Problem{made.directory.string(), 0, "is there already; wait a second"};
  Staging staging(made.directory);
  const fs::path& into = staging.Path();
  fs::permissions(into, fs::perms::owner_all);
  made.asked = CopyJournal(data, into / "journal.db", randomness, patience);
  CopyFile(data / "node.key", into / "node.key");
  if (fs::exists(data / "replica" / "node"))
    CopyFile(data / "replica" / "node", into / "replica" / "node");
  CopyRosters(data / "replica", into / "replica", key.Value().Office());
  for (const fs::path& file : FilesIn(data / "people"))
    CopyFile(file, into / "people" / file.filename());
  for (const fs::path& file : FilesIn(HomeOf(data)))
    CopyFile(file, into / "office" / file.filename());
  WriteSums(into, key.Value().name);
  made.files = FilesBelow(into).size();
  staging.Finish();
  return made;
}

std::vector<Problem> CheckBackup(const fs::path& backup) {
  std::vector<Problem> problems;
  if (!fs::is_regular_file(backup / kSums))
    return {{(backup / kSums).string(), 0, "is missing: not a backup, or not a whole one"}};
  std::ifstream sums(backup / kSums);
  std::string line;
  std::getline(sums, line);
  if (!line.starts_with(kFirstLine))
    return {{(backup / kSums).string(), 1, "not the sums of a backup of version 1"}};
  std::map<std::string, fs::path> there = FilesBelow(backup);
  for (int number = 2; std::getline(sums, line); ++number) {
    constexpr std::size_t kName = 66;
    const std::string name = line.size() > kName ? line.substr(kName) : "";
    const auto file = there.find(name);
    if (file == there.end()) {
      problems.push_back({(backup / kSums).string(), number, name + " is missing in this backup"});
      continue;
    }
    if (HexHashOf(BytesOf(file->second)) != line.substr(0, 64))
      problems.push_back(
          {file->second.string(), 0, "is not as it was backed up: take another one"});
    there.erase(file);
  }
  for (const auto& [name, file] : there)
    problems.push_back({file.string(), 0, "is not in the sums of this backup"});
  return problems;
}

Result<std::size_t> RestoreBackup(const fs::path& backup, const fs::path& data,
                                  Randomness& randomness) {
  if (fs::exists(data / "journal.db")) {
    return Problem{
        (data / "journal.db").string(), 0,
        "is there already; move " + data.string() + " aside first, nothing is overwritten"};
  }
  if (auto problems = CheckBackup(backup); !problems.empty()) return problems;
  fs::create_directories(data);
  fs::permissions(data, fs::perms::owner_all);
  std::size_t files = 0;
  const fs::path home = HomeOf(data);
  for (const auto& [name, file] : FilesBelow(backup)) {
    const bool office = name.starts_with("office/");
    const fs::path target = office ? home / fs::path(name).filename() : data / name;
    if (fs::exists(target)) continue;
    CopyFile(file, target);
    ++files;
  }
  const Result<NodeKey> key = ReadNodeKey(data / "node.key");
  if (!key.Ok()) return key.Problems();
  fs::create_directories(data / "replica");
  if (key.Value().kind == "desk") fs::create_directories(data / "people");
  SqliteJournal journal(data / "journal.db");
  SystemClock clock;
  const RosterReading rosters =
      ReadRosters(data / "replica", key.Value().Office(), key.Value().root);
  SegmentWriter writer(LedgerPorts{journal, clock, randomness}, key.Value(),
                       rosters.newest ? rosters.newest->number : 1, std::chrono::seconds{0});
  // Records of the backup that were in no segment yet move into the new epoch. If the device had
  // published them after the backup, they come twice with one id and the same bytes: one record.
  writer.OpenEpochIfNeeded(journal.Head().epoch + 1);
  return files;
}

}  // namespace tanggap
