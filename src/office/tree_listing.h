// Lists the files of a central folder for verification: what each name says, and their bytes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "ledger/verify.h"

namespace tanggap {

// Everything below FOLDER/tanggap/1, by office. Links and devices are never followed: they are
// strangers. Files outside any office's directory stand under the empty id. Of strangers the first
// kMostStrangers are named, and one entry more says how many others there are.
// Throws std::filesystem::filesystem_error when a directory can't be read.
inline constexpr std::size_t kMostStrangers = 1000;
[[nodiscard]] std::map<OfficeId, std::vector<TreeFile>> ListTree(
    const std::filesystem::path& folder);

// The bytes of files listed so, read whole into memory.
class FolderBytes final : public TreeBytes {
 public:
  explicit FolderBytes(std::filesystem::path folder) : folder_(std::move(folder)) {}
  [[nodiscard]] Result<std::string> Read(const TreeFile& file, std::size_t max) override;

 private:
  std::filesystem::path folder_;
};

}  // namespace tanggap
