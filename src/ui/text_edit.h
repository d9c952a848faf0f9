// A text being edited at the desk: a value, changed by key events; no selection.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ui/keys.h"

namespace tanggap::ui {

struct TextEdit {
  std::string text;       // UTF-8
  std::size_t caret = 0;  // byte offset, on a code point's edge
  bool operator==(const TextEdit&) const = default;
};

[[nodiscard]] TextEdit EditOf(std::string text);  // caret at the end

struct EditLimits {
  std::size_t max_symbols = 2000;
  bool multi_line = false;  // Enter inserts a line break
};

// Whether the event means something to a text (typed letters, arrows, Backspace …). Ctrl+Enter,
// Escape and Tab never do.
[[nodiscard]] bool EditsText(const KeyEvent& event, const EditLimits& limits);
[[nodiscard]] TextEdit Edited(TextEdit edit, const KeyEvent& event, const EditLimits& limits);

// Code points in UTF-8 text; broken bytes count one each.
[[nodiscard]] std::size_t CountSymbols(std::string_view text);

}  // namespace tanggap::ui
