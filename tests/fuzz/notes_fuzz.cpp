// Notes that programs of one machine leave for each other: what people like at a desk, and what
// `tanggap sync` met.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "desk/wiring/folder_watch.h"
#include "desk/wiring/tastes.h"
#include "fuzz/fuzz.h"
#include "support/temporary_directory.h"

using namespace tanggap;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TemporaryDirectory place;
  std::string_view bytes = fuzz::TextOf(data, size);
  const unsigned which = fuzz::TakeChoice(bytes, 3);
  const char* const names[] = {"tastes", "reached", "altered"};
  std::ofstream(place / names[which], std::ios::binary | std::ios::trunc) << bytes;
  const Instant now = FromMillis(1795250000000);
  if (which == 0) {
    const auto tastes = desk::ReadTastes(place / "tastes");
    for (const auto& [person, taste] : tastes)
      fuzz::Require(taste.scale >= 1 && taste.scale <= 2, "a taste is one that can be chosen");
    desk::WriteTastes(place / "tastes", tastes);
    fuzz::Require(desk::ReadTastes(place / "tastes") == tastes, "tastes are read as written");
  } else if (which == 1) {
    static_cast<void>(desk::ReadReached(place.Path()));
  } else if (const auto altered = desk::TamperedBefore(place.Path(), now)) {
    fuzz::Require(now - altered->at <= std::chrono::hours{24}, "old news is no news");
  }
  return 0;
}
