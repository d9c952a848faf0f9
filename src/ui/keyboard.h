// On-screen keyboards. They return what was typed in this frame; the session edits its own text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/frame.h"

namespace tanggap::ui {

enum class KeyboardPage { kLower, kUpper, kDigits };

struct KeyboardLook {
  KeyboardPage page = KeyboardPage::kLower;
  std::string_view space_word = {};  // "spasi"
  std::string_view letters_word = "abc";
  std::string_view digits_word = "123";
};

// What one tap on a keyboard means.
struct Typed {
  enum class Kind { kSymbol, kBackspace, kPage, kEnter };
  Kind kind = Kind::kSymbol;
  std::string symbol;                        // UTF-8, for kSymbol
  KeyboardPage page = KeyboardPage::kLower;  // for kPage: the page to show now
  bool operator==(const Typed&) const = default;
};

// Indonesian QWERTY, four rows; ids "key-q", "key-space", "key-backspace", "key-shift", "key-page".
// Backspace repeats after 700 ms.
std::optional<Typed> Keyboard(Frame& frame, const Rect& rect, const KeyboardLook& look);
// Telephone keypad 3 x 4, 1-2-3 on top; ids "pad-0" … "pad-9", "pad-backspace".
// `plus` shows "+" at the lower left ("pad-plus").
std::optional<Typed> PhonePad(Frame& frame, const Rect& rect, bool plus = true);
// The 32 signs of a ticket code, 8 x 4 (portrait) or as many columns as given; ids "code-A".
std::optional<Typed> CodePad(Frame& frame, const Rect& rect, int columns = 8);
// Height a keyboard needs for a key height in units (106 usual, 95 in reach mode), pixels.
[[nodiscard]] float KeyboardHeight(const Frame& frame, float key_height_units = 106);

// What typing does to a text: appends within `max_symbols` code points, capital after a full stop
// is the caller's choice of page. Backspace removes one code point.
[[nodiscard]] std::string AfterTyping(std::string text, const Typed& typed,
                                      std::size_t max_symbols);
// kUpper at the beginning of a text and after ". ", "! ", "? "; else kLower.
[[nodiscard]] KeyboardPage PageFor(std::string_view text);

}  // namespace tanggap::ui
