// Keys of a keyboard by position (US layout) and what the layout made of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tanggap::ui {

enum class Key : std::uint8_t {
  kNone,
  kA,
  kB,
  kC,
  kD,
  kE,
  kF,
  kG,
  kH,
  kI,
  kJ,
  kK,
  kL,
  kM,
  kN,
  kO,
  kP,
  kQ,
  kR,
  kS,
  kT,
  kU,
  kV,
  kW,
  kX,
  kY,
  kZ,
  k0,
  k1,
  k2,
  k3,
  k4,
  k5,
  k6,
  k7,
  k8,
  k9,
  kEnter,
  kEscape,
  kBackspace,
  kDelete,
  kTab,
  kSpace,
  kUp,
  kDown,
  kLeft,
  kRight,
  kHome,
  kEnd,
  kPageUp,
  kPageDown,
  kMinus,
  kEquals,
  kComma,
  kPeriod,
  kSlash,
  kSemicolon,
  kQuote,
  kGrave,
  kLeftBracket,
  kRightBracket,
  kBackslash,
  kF1,
  kF2,
  kF3,
  kF4,
  kF5,
  kF6,
  kF7,
  kF8,
  kF9,
  kF10,
  kF11,
  kF12,
  kF13,
};

struct KeyEvent {
  Key key = Key::kNone;  // kNone: text without a key (an input method)
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
  bool repeat = false;  // the keyboard's own repetition
  std::string text;     // UTF-8 the layout produced, empty for commands
  bool operator==(const KeyEvent&) const = default;
};

// "Ctrl+Enter", "J", "Escape", "Shift+D", "/", "?". kNone when the name is unknown.
[[nodiscard]] KeyEvent KeyNamed(std::string_view name);

}  // namespace tanggap::ui
