// What a touch of the on-screen keyboard makes of a text: capitals by themselves, whole symbols.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/screen.h"

namespace tanggap::kiosk {

// Symbols of UTF-8, not bytes.
[[nodiscard]] std::size_t Characters(std::string_view text);
// Capital at the start and after a full stop, so that nobody needs a shift key.
[[nodiscard]] std::string Capitalised(std::string_view before, std::string key);
// Names and places: a capital begins every word.
[[nodiscard]] std::string WordCapital(std::string_view before, std::string key);
// The last whole symbol, if there is one.
void EraseLast(std::string& text);
// Shift holds for one letter.
[[nodiscard]] KeyLayer AfterKey(KeyLayer layer);
// One key into a story of at most `limit` symbols. Reserves once: growing would leave copies of
// somebody's words behind in memory.
void TypeInto(std::string& words, const std::string& key, KeyLayer& layer, std::size_t limit);

}  // namespace tanggap::kiosk
