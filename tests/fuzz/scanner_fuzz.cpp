// The wedge filter: keys of people and scanners at any pace. No key is lost twice or invented.
#include <set>

#include "fuzz/fuzz.h"
#include "ui/wedge_filter.h"

using namespace tanggap;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::TextOf(data, size);
  ui::WedgeRules rules;
  rules.prefixes.push_back("HTTPS://CONTOH.GO.ID/S/");
  ui::WedgeFilter filter(rules);
  std::int64_t now = 0;
  std::uint64_t serial = 0;
  std::uint64_t last = 0;
  const auto take = [&](const ui::WedgeOutcome& outcome) {
    for (const std::uint64_t passed : outcome.pass) {
      fuzz::Require(passed > last && passed <= serial, "keys pass once and in order");
      last = passed;
    }
    for (const ui::WedgeOutcome::Scan& scan : outcome.scans)
      fuzz::Require(scan.text.size() <= rules.max_length + 1, "a scan is bounded");
  };
  while (bytes.size() >= 2) {
    const auto pace = static_cast<unsigned char>(bytes[0]);
    const auto key = static_cast<unsigned char>(bytes[1]);
    bytes.remove_prefix(2);
    now += pace % 64 == 63 ? pace * 10 : pace % 64;
    if (pace >= 250) {
      take(filter.Flush());
    } else {
      if (filter.NextDeadline() >= 0 && filter.NextDeadline() <= now) take(filter.Tick(now));
      take(filter.Feed({key, (pace & 64U) != 0, now, ++serial}));
    }
    static_cast<void>(ui::UsSymbol(key, true));
  }
  take(filter.Tick(now + 10'000));
  fuzz::Require(filter.NextDeadline() == -1, "silence lets everything go");
  return 0;
}
