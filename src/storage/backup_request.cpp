// Request and answer are files of fixed names; the token only tells one request from the next.
#include "storage/backup_request.h"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "ports/store_error.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTokenDigits = 16;

fs::path RequestFile(const fs::path& data) {
  return data / "backup.request";
}

bool IsToken(const std::string& text) {
  return text.size() == kTokenDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

fs::path AnswerFile(const fs::path& data, const std::string& token) {
  return data / ("backup-" + token + ".db");
}

}  // namespace

fs::path RequestBackup(const fs::path& data, const std::string& token) {
  const fs::path aside = data / "backup.request.new";
  {
    std::ofstream out(aside, std::ios::trunc);
    out << token << '\n';
    out.close();
    if (!out) {
      throw fs::filesystem_error("can't ask for a backup", aside,
                                 std::make_error_code(std::errc::io_error));
    }
  }
  fs::rename(aside, RequestFile(data));
  return AnswerFile(data, token);
}

void WithdrawBackupRequest(const fs::path& data) {
  std::error_code ignored;
  fs::remove(RequestFile(data), ignored);
}

std::optional<std::string> AnswerBackupRequest(const fs::path& data, SqliteJournal& journal) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(RequestFile(data), error)) || error)
    return std::nullopt;
  std::ifstream in(RequestFile(data));
  std::string token;
  in >> token;
  in.close();
  fs::remove(RequestFile(data), error);
  if (!IsToken(token)) return "backup.request is not one of `tanggap backup`; removed";
  const fs::path answer = AnswerFile(data, token);
  const fs::path aside = answer.string() + ".new";
  try {
    fs::remove(aside, error);
    journal.CopyTo(aside);
  } catch (const StoreError& failed) {
    return std::string("the journal can't be backed up: ") + failed.what();
  }
  fs::rename(aside, answer, error);
  if (error) return "the backup can't be handed over: " + error.message();
  return std::nullopt;
}

}  // namespace tanggap
