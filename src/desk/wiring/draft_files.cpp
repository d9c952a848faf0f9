#include "desk/wiring/draft_files.h"

#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

#include "formats/strict_json.h"

namespace tanggap::desk {
namespace {

namespace fs = std::filesystem;

}  // namespace

DraftFiles::DraftFiles(fs::path directory, LedgerSignIn& sign_in)
    : directory_(std::move(directory)), sign_in_(sign_in) {}

std::map<RecordId, Fields> DraftFiles::All(const PersonId& person) const {
  std::map<RecordId, Fields> all;
  std::error_code error;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(directory_ / person.value, error)) {
    const auto id = RecordIdFromHex(entry.path().filename().string());
    if (!id) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string sealed{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const std::optional<std::string> text = sign_in_.OpenOwn(AsBytes(sealed));
    if (!text) continue;
    Result<Fields> fields = ReadStrict(*text);
    if (fields) all.emplace(*id, std::move(fields.Value()));
  }
  return all;
}

void DraftFiles::Keep(const PersonId& person, const RecordId& id, const Fields& fields) const {
  const fs::path file = directory_ / person.value / ToHex(id);
  if (fields.empty()) {
    fs::remove(file);
    return;
  }
  const std::optional<Bytes> sealed = sign_in_.SealFor(person, WriteStrict(fields));
  if (!sealed) return;
  fs::create_directories(file.parent_path());
  const fs::path aside = file.string() + ".part";
  std::ofstream out(aside, std::ios::binary);
  out.write(reinterpret_cast<const char*>(sealed->data()),  // NOLINT: the same bytes
            static_cast<std::streamsize>(sealed->size()));
  out.close();
  if (!out)
    throw fs::filesystem_error("cannot be written", aside,
                               std::make_error_code(std::errc::io_error));
  fs::rename(aside, file);
}

}  // namespace tanggap::desk
