// What a desk reads once at start: its office, decree, words, key and roster.
#pragma once

#include <filesystem>
#include <string>

#include "desk/state.h"
#include "desk/wiring/options.h"
#include "domain/result.h"
#include "ledger/keys.h"
#include "ledger/roster.h"
#include "texts/texts.h"

namespace tanggap::desk {

struct Setting {
  Premises premises;
  std::filesystem::path data;
  std::filesystem::path replica;
  std::filesystem::path icons;
  NodeKey key;
  Roster roster;
};

// Everything wrong is named with file and line. Never throws on bad input.
[[nodiscard]] Result<Setting> ReadSetting(const Options& options);

// What the fold has to know of this office and roster.
[[nodiscard]] FoldRules RulesOf(const Office& office, const Roster& roster);
// Changes with everything that the register's folds depend on.
[[nodiscard]] std::string RulesVersion(const Premises& premises, const Roster& roster);
// Every sentence the screens can show, so that the fonts hold its letters from the start.
[[nodiscard]] std::string GlyphsOf(const Setting& setting);

}  // namespace tanggap::desk
