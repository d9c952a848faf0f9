// A device of its own: `tanggap node new` on it, `node enrol` at the office, `node join` on it
// again.
#pragma once

#include <filesystem>
#include <string>

#include "domain/result.h"
#include "formats/office_file.h"
#include "ledger/keys.h"
#include "ledger/office_files.h"
#include "ports/randomness.h"

namespace tanggap {

// Makes DATA with a key that never leaves it (node.new), and DATA/enrol.request for the office.
[[nodiscard]] Result<NewNodeKey> MakeNewNode(const std::filesystem::path& data,
                                             const std::string& name, const std::string& kind,
                                             Randomness& randomness);

// The office.toml beside a device's directory: one level up.
[[nodiscard]] Result<OfficeFile> OfficeFileBeside(const std::filesystem::path& data);
// After the office enrolled it. `office` is OfficeFileBeside(data); `folder` holds tanggap/ (the
// central folder, or a stick); `root` is the office's fingerprint as its people read it out. Makes
// node.key, replica and journal; node.new goes.
[[nodiscard]] Result<NodeKey> JoinOffice(const std::filesystem::path& data,
                                         const OfficeFile& office,
                                         const std::filesystem::path& folder,
                                         const std::string& root, Randomness& randomness);

}  // namespace tanggap
