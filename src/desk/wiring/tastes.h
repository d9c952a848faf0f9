// What the people of this desk like: one small file, a line a person. Losing it loses nothing but
// a choice of light and language.
#pragma once

#include <filesystem>
#include <map>

#include "desk/state.h"

namespace tanggap::desk {

// Lines that can't be understood are left out; a missing file is empty.
[[nodiscard]] std::map<PersonId, Taste> ReadTastes(const std::filesystem::path& file);
// Written aside and renamed. Throws std::filesystem_error.
void WriteTastes(const std::filesystem::path& file, const std::map<PersonId, Taste>& tastes);

}  // namespace tanggap::desk
