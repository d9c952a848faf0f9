// Tells a keyboard-wedge scanner from a person typing, by grammar and speed. Pure.
// Keys that may begin a scan are held until it is clear whose they are; a scan never reaches a
// field, a person's key arrives at most a few keys late. A scan that breaks off behind its prefix
// is no typing either: as keys it would press whatever its letters are bound to.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tanggap::ui {

struct WedgeRules {
  // Upper case. A scan is one of these, then symbols, then Enter or Tab (or silence).
  std::vector<std::string> prefixes = {"TANGGAP:"};  // and the office's URL up to its last slash
  std::size_t symbols = 12;                          // of a ticket code, hyphens not counted
  std::size_t max_length = 200;                      // of a foreign URL
  std::int64_t max_gap_ms = 80;      // between two keys (150 for slow Bluetooth scanners)
  std::int64_t mean_gap_ms = 35;     // judged from the third key on (95 for slow ones)
  std::int64_t silence_ms = 120;     // ends a scan without Enter
  std::int64_t deaf_enter_ms = 400;  // the scanner's own CR or LF after a scan is swallowed
};

// A key going down, by USB position (SDL_Scancode's numbers are these).
struct WedgeKey {
  int scancode = 0;
  bool shift = false;
  std::int64_t at_ms = 0;
  std::uint64_t serial = 0;  // the caller's name for it
};

struct WedgeOutcome {
  struct Scan {
    std::string text;      // as decoded with the US layout, upper case
    bool foreign = false;  // fast and a web address, but none of ours
  };
  std::vector<std::uint64_t> pass;  // a person's keys, oldest first: deliver them now
  std::vector<Scan> scans;
};

class WedgeFilter {
 public:
  explicit WedgeFilter(WedgeRules rules = {}) : rules_(std::move(rules)) {}
  [[nodiscard]] WedgeOutcome Feed(const WedgeKey& key);
  // Lets go of everything held: a key came that no scanner sends (Ctrl, a repetition).
  [[nodiscard]] WedgeOutcome Flush();
  // Call at the time NextDeadline() named: held keys are let go, a silent scan is completed.
  [[nodiscard]] WedgeOutcome Tick(std::int64_t now_ms);
  // -1: nothing is held.
  [[nodiscard]] std::int64_t NextDeadline() const;

 private:
  [[nodiscard]] bool CouldBeScan() const;
  [[nodiscard]] bool Complete() const;
  [[nodiscard]] bool Begun() const;
  void Release(WedgeOutcome& outcome);
  void Emit(WedgeOutcome& outcome, bool foreign);

  WedgeRules rules_;
  std::vector<WedgeKey> held_;
  std::string text_;
  std::int64_t deaf_until_ms_ = -1;
  std::int64_t torn_at_ms_ = -1;  // the last key of a scan that broke off; its rest is swallowed
};

// The symbol a US keyboard gives for a position; 0 when it has none.
[[nodiscard]] char UsSymbol(int scancode, bool shift);

}  // namespace tanggap::ui
