// Notes that programs of one machine leave for each other: what people like at a desk, and what
// `tanggap sync` met.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "desk/wiring/tastes.h"
#include "folder/sync_notes.h"
#include "fuzz/fuzz.h"
#include "support/temporary_directory.h"

using namespace tanggap;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TemporaryDirectory place;
  std::string_view bytes = fuzz::TextOf(data, size);
  const unsigned which = fuzz::TakeChoice(bytes, 4);
  const char* const names[] = {"tastes", "reached", "altered", "carried"};
  std::ofstream(place / names[which], std::ios::binary | std::ios::trunc) << bytes;
  const Instant now = FromMillis(1795250000000);
  if (which == 0) {
    const auto tastes = desk::ReadTastes(place / "tastes");
    for (const auto& [person, taste] : tastes)
      fuzz::Require(taste.scale >= 1 && taste.scale <= 2, "a taste is one that can be chosen");
    desk::WriteTastes(place / "tastes", tastes);
    fuzz::Require(desk::ReadTastes(place / "tastes") == tastes, "tastes are read as written");
  } else if (which == 1) {
    static_cast<void>(ReadReached(place.Path()));
  } else if (which == 3) {
    if (const auto carried = ReadCarried(place.Path()))
      fuzz::Require(!carried->place.empty(), "a stick has a place");
  } else if (const auto altered = ReadAltered(place.Path(), now)) {
    fuzz::Require(now - altered->at <= std::chrono::hours{24}, "old news is no news");
  }
  return 0;
}
