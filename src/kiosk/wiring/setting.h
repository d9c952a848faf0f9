// What a kiosk reads once at start: its office, decree, words, key and roster.
#pragma once

#include <filesystem>
#include <string>

#include "domain/result.h"
#include "kiosk/complaint.h"
#include "kiosk/wiring/options.h"
#include "ledger/keys.h"
#include "ledger/roster.h"
#include "ui/bitmap.h"

namespace tanggap::kiosk {

struct Setting {
  Context context;
  std::filesystem::path data;
  std::filesystem::path replica;
  std::filesystem::path icons;
  std::string device;  // "kiosk-1": the key in Office::device_places
  NodeKey key;
  Roster roster;
  ui::Bitmap logo;
  std::string staff_pin;  // as ledger/staff_desk writes it; empty: the staff menu stays shut
};

// Everything wrong is named with file and line. Never throws on bad input.
[[nodiscard]] Result<Setting> ReadSetting(const Options& options);

// Every sentence the screens can show, so that the fonts hold its letters from the start.
[[nodiscard]] std::string GlyphsOf(const Context& context);

}  // namespace tanggap::kiosk
