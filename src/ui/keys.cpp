// Key names as hints and scripts write them.
#include "ui/keys.h"

#include <array>
#include <utility>

namespace tanggap::ui {
namespace {

constexpr std::array<std::pair<std::string_view, Key>, 35> kNames{{
    {"Enter", Key::kEnter},
    {"Escape", Key::kEscape},
    {"Esc", Key::kEscape},
    {"Backspace", Key::kBackspace},
    {"Delete", Key::kDelete},
    {"Tab", Key::kTab},
    {"Space", Key::kSpace},
    {"Up", Key::kUp},
    {"Down", Key::kDown},
    {"Left", Key::kLeft},
    {"Right", Key::kRight},
    {"Home", Key::kHome},
    {"End", Key::kEnd},
    {"PageUp", Key::kPageUp},
    {"PageDown", Key::kPageDown},
    {"-", Key::kMinus},
    {"=", Key::kEquals},
    {",", Key::kComma},
    {".", Key::kPeriod},
    {"/", Key::kSlash},
    {";", Key::kSemicolon},
    {"'", Key::kQuote},
    {"`", Key::kGrave},
    {"[", Key::kLeftBracket},
    {"]", Key::kRightBracket},
    {"\\", Key::kBackslash},
    {"F1", Key::kF1},
    {"F2", Key::kF2},
    {"F3", Key::kF3},
    {"F4", Key::kF4},
    {"F5", Key::kF5},
    {"F10", Key::kF10},
    {"F11", Key::kF11},
    {"F12", Key::kF12},
    {"F13", Key::kF13},
}};

// Signs that a US keyboard gives with Shift.
constexpr std::array<std::pair<char, Key>, 14> kShifted{{
    {'?', Key::kSlash},
    {':', Key::kSemicolon},
    {'"', Key::kQuote},
    {'~', Key::kGrave},
    {'+', Key::kEquals},
    {'_', Key::kMinus},
    {'<', Key::kComma},
    {'>', Key::kPeriod},
    {'!', Key::k1},
    {'@', Key::k2},
    {'(', Key::k9},
    {')', Key::k0},
    {'&', Key::k7},
    {'%', Key::k5},
}};

Key Plus(Key first, int offset) {
  return static_cast<Key>(static_cast<int>(first) + offset);
}

}  // namespace

KeyEvent KeyNamed(std::string_view name) {
  KeyEvent event;
  for (bool more = true; more;) {
    more = false;
    for (const auto& [prefix, flag] : {std::pair<std::string_view, bool*>{"Ctrl+", &event.ctrl},
                                       {"Shift+", &event.shift},
                                       {"Alt+", &event.alt}})
      if (name.size() > prefix.size() && name.starts_with(prefix)) {
        *flag = true;
        name.remove_prefix(prefix.size());
        more = true;
      }
  }
  if (name.size() == 1) {
    const char c = name.front();
    const bool plain = !event.ctrl && !event.alt;
    if (c >= 'A' && c <= 'Z') event.key = Plus(Key::kA, c - 'A');
    if (c >= 'a' && c <= 'z') event.key = Plus(Key::kA, c - 'a');
    if (c >= '0' && c <= '9') event.key = Plus(Key::k0, c - '0');
    for (const auto& [sign, key] : kShifted)
      if (sign == c) {
        event.key = key;
        event.shift = true;
      }
    if (plain && event.key != Key::kNone) {
      // A letter names its key: "J" is the key J without Shift, as hints write it.
      const bool letter = c >= 'A' && c <= 'Z';
      event.text.push_back(letter && !event.shift ? static_cast<char>(c - 'A' + 'a') : c);
      return event;
    }
    if (event.key != Key::kNone) return event;
  }
  for (const auto& [known, key] : kNames)
    if (known == name) {
      event.key = key;
      if (name.size() == 1 && !event.ctrl && !event.alt) event.text.push_back(name.front());
      if (key == Key::kSpace && !event.ctrl && !event.alt) event.text.push_back(' ');
    }
  return event;
}

}  // namespace tanggap::ui
