// Holds keys while they could be a scan; decides by prefix and speed.
#include "ui/wedge_filter.h"

#include <algorithm>
#include <string_view>

namespace tanggap::ui {
namespace {

// USB usage numbers of a keyboard's keys.
constexpr int kUsbA = 4;
constexpr int kUsb1 = 30;
constexpr int kUsb0 = 39;
constexpr int kUsbReturn = 40;
constexpr int kUsbTab = 43;
constexpr int kUsbKeypadEnter = 88;
constexpr int kUsbF13 = 104;
constexpr int kUsbLeftShift = 225;
constexpr int kUsbRightShift = 229;

constexpr std::string_view kWeb[] = {"HTTPS://", "HTTP://"};
// From this many keys on the mean gap tells a scanner from a person.
constexpr std::size_t kJudgedKeys = 3;

bool EndsScan(int scancode) {
  return scancode == kUsbReturn || scancode == kUsbTab || scancode == kUsbKeypadEnter;
}

char Upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool IsSymbol(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

// Whether one is the beginning of the other.
bool Agree(std::string_view text, std::string_view prefix) {
  const std::size_t n = std::min(text.size(), prefix.size());
  return text.substr(0, n) == prefix.substr(0, n);
}

}  // namespace

char UsSymbol(int scancode, bool shift) {
  constexpr std::string_view kShiftedDigits = "!@#$%^&*(";
  constexpr std::string_view kPlain = "-=[]\\#;'`,./";
  constexpr std::string_view kShifted = "_+{}|~:\"~<>?";
  constexpr int kFirstSign = 45;
  if (scancode >= kUsbA && scancode < kUsb1)
    return static_cast<char>((shift ? 'A' : 'a') + (scancode - kUsbA));
  if (scancode >= kUsb1 && scancode < kUsb0)
    return shift ? kShiftedDigits[static_cast<std::size_t>(scancode - kUsb1)]
                 : static_cast<char>('1' + (scancode - kUsb1));
  if (scancode == kUsb0) return shift ? ')' : '0';
  if (scancode == 44) return ' ';
  const int sign = scancode - kFirstSign;
  if (sign >= 0 && sign < static_cast<int>(kPlain.size()))
    return (shift ? kShifted : kPlain)[static_cast<std::size_t>(sign)];
  // The keypad: some scanners send digits from it.
  if (scancode >= 89 && scancode <= 97) return static_cast<char>('1' + (scancode - 89));
  if (scancode == 98) return '0';
  return 0;
}

bool WedgeFilter::CouldBeScan() const {
  if (text_.size() > rules_.max_length) return false;
  if (held_.size() >= kJudgedKeys) {
    const std::int64_t whole = held_.back().at_ms - held_.front().at_ms;
    if (whole > rules_.mean_gap_ms * static_cast<std::int64_t>(held_.size() - 1)) return false;
  }
  if (text_.empty()) return true;  // only a scanner's own prefix key so far
  for (const std::string_view web : kWeb)
    if (Agree(text_, web)) return true;
  for (const std::string& prefix : rules_.prefixes) {
    if (!Agree(text_, prefix)) continue;
    if (text_.size() <= prefix.size()) return true;
    std::size_t symbols = 0;
    for (const char c : std::string_view(text_).substr(prefix.size())) {
      if (c == '-') continue;
      if (!IsSymbol(c)) return false;
      ++symbols;
    }
    if (symbols <= rules_.symbols) return true;
  }
  return false;
}

bool WedgeFilter::Complete() const {
  for (const std::string& prefix : rules_.prefixes) {
    if (!text_.starts_with(prefix)) continue;
    const auto symbols = std::ranges::count_if(std::string_view(text_).substr(prefix.size()),
                                               [](char c) { return IsSymbol(c); });
    if (static_cast<std::size_t>(symbols) == rules_.symbols) return true;
  }
  return false;
}

// One of our own prefixes whole, at a speed that no hand has.
bool WedgeFilter::Begun() const {
  return std::ranges::any_of(rules_.prefixes, [&](const std::string& prefix) {
    return text_.size() >= prefix.size() && text_.starts_with(prefix);
  });
}

void WedgeFilter::Release(WedgeOutcome& outcome) {
  if (Begun()) {
    torn_at_ms_ = held_.back().at_ms;
  } else {
    for (const WedgeKey& key : held_)
      outcome.pass.push_back(key.serial);
  }
  held_.clear();
  text_.clear();
}

void WedgeFilter::Emit(WedgeOutcome& outcome, bool foreign) {
  outcome.scans.push_back({text_, foreign});
  deaf_until_ms_ = held_.back().at_ms + rules_.deaf_enter_ms;
  held_.clear();
  text_.clear();
}

WedgeOutcome WedgeFilter::Feed(const WedgeKey& key) {
  WedgeOutcome outcome;
  if (key.scancode == kUsbLeftShift || key.scancode == kUsbRightShift) return outcome;
  if (!held_.empty() && key.at_ms - held_.back().at_ms > rules_.max_gap_ms) {
    if (Complete()) {
      Emit(outcome, false);
    } else {
      Release(outcome);
    }
  }
  if (torn_at_ms_ >= 0) {
    if (key.at_ms - torn_at_ms_ <= rules_.max_gap_ms) {
      torn_at_ms_ = key.at_ms;
      return outcome;
    }
    torn_at_ms_ = -1;
  }
  if (EndsScan(key.scancode)) {
    // A code with a symbol too few is still a scan: whoever reads it says what is wrong.
    if (!held_.empty() && Begun()) {
      held_.back().at_ms = key.at_ms;
      Emit(outcome, false);
      return outcome;
    }
    const bool web =
        std::ranges::any_of(kWeb, [&](std::string_view w) { return text_.starts_with(w); });
    if (!held_.empty() && (Complete() || web)) {
      held_.back().at_ms = key.at_ms;
      Emit(outcome, !Complete());
      return outcome;
    }
    if (key.at_ms < deaf_until_ms_) return outcome;  // the scanner's CR after its LF, or late
    Release(outcome);
    outcome.pass.push_back(key.serial);
    return outcome;
  }
  const char symbol = key.scancode == kUsbF13 ? '\0' : Upper(UsSymbol(key.scancode, key.shift));
  const bool lead = held_.empty() && (key.scancode == kUsbF13 || symbol == '~');
  held_.push_back(key);
  if (!lead && symbol != 0) text_ += symbol;
  if ((symbol == 0 && !lead) || !CouldBeScan()) {
    // The last key may itself begin a scan.
    const WedgeKey last = held_.back();
    held_.pop_back();
    if (symbol != 0 && !lead) text_.pop_back();
    const bool alone = held_.empty();
    Release(outcome);
    if (alone) {
      outcome.pass.push_back(last.serial);
    } else {
      WedgeOutcome again = Feed(last);
      outcome.pass.insert(outcome.pass.end(), again.pass.begin(), again.pass.end());
    }
  }
  return outcome;
}

WedgeOutcome WedgeFilter::Flush() {
  WedgeOutcome outcome;
  if (Complete()) {
    Emit(outcome, false);
  } else {
    Release(outcome);
  }
  return outcome;
}

WedgeOutcome WedgeFilter::Tick(std::int64_t now_ms) {
  WedgeOutcome outcome;
  if (held_.empty() || now_ms < NextDeadline()) return outcome;
  if (Complete()) {
    Emit(outcome, false);
  } else {
    Release(outcome);
  }
  return outcome;
}

std::int64_t WedgeFilter::NextDeadline() const {
  if (held_.empty()) return -1;
  return held_.back().at_ms + (Complete() ? rules_.silence_ms : rules_.max_gap_ms);
}

}  // namespace tanggap::ui
