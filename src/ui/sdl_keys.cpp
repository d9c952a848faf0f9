// The table between SDL's key codes and ours.
#include "ui/sdl_keys.h"

#include <array>
#include <utility>

#include "ui/wedge_filter.h"

namespace tanggap::ui {
namespace {

constexpr std::array<std::pair<SDL_Keycode, Key>, 38> kKeys{{
    {SDLK_RETURN, Key::kEnter},
    {SDLK_KP_ENTER, Key::kEnter},
    {SDLK_ESCAPE, Key::kEscape},
    {SDLK_BACKSPACE, Key::kBackspace},
    {SDLK_DELETE, Key::kDelete},
    {SDLK_TAB, Key::kTab},
    {SDLK_SPACE, Key::kSpace},
    {SDLK_UP, Key::kUp},
    {SDLK_DOWN, Key::kDown},
    {SDLK_LEFT, Key::kLeft},
    {SDLK_RIGHT, Key::kRight},
    {SDLK_HOME, Key::kHome},
    {SDLK_END, Key::kEnd},
    {SDLK_PAGEUP, Key::kPageUp},
    {SDLK_PAGEDOWN, Key::kPageDown},
    {SDLK_MINUS, Key::kMinus},
    {SDLK_EQUALS, Key::kEquals},
    {SDLK_COMMA, Key::kComma},
    {SDLK_PERIOD, Key::kPeriod},
    {SDLK_SLASH, Key::kSlash},
    {SDLK_SEMICOLON, Key::kSemicolon},
    {SDLK_QUOTE, Key::kQuote},
    {SDLK_BACKQUOTE, Key::kGrave},
    {SDLK_LEFTBRACKET, Key::kLeftBracket},
    {SDLK_RIGHTBRACKET, Key::kRightBracket},
    {SDLK_F1, Key::kF1},
    {SDLK_F2, Key::kF2},
    {SDLK_F3, Key::kF3},
    {SDLK_F4, Key::kF4},
    {SDLK_F5, Key::kF5},
    {SDLK_F6, Key::kF6},
    {SDLK_F7, Key::kF7},
    {SDLK_F8, Key::kF8},
    {SDLK_F9, Key::kF9},
    {SDLK_F10, Key::kF10},
    {SDLK_F11, Key::kF11},
    {SDLK_F12, Key::kF12},
    {SDLK_F13, Key::kF13},
}};

Key Plus(Key first, int offset) {
  return static_cast<Key>(static_cast<int>(first) + offset);
}

Key KeyOf(SDL_Keycode code) {
  if (code >= SDLK_a && code <= SDLK_z) return Plus(Key::kA, code - SDLK_a);
  if (code >= SDLK_0 && code <= SDLK_9) return Plus(Key::k0, code - SDLK_0);
  if (code == SDLK_KP_0) return Key::k0;
  if (code >= SDLK_KP_1 && code <= SDLK_KP_9) return Plus(Key::k1, code - SDLK_KP_1);
  if (code == SDLK_BACKSLASH) return Key::kBackslash;
  for (const auto& [sdl, key] : kKeys)
    if (sdl == code) return key;
  return Key::kNone;
}

SDL_Keycode CodeOf(Key key) {
  if (key >= Key::kA && key <= Key::kZ)
    return SDLK_a + (static_cast<int>(key) - static_cast<int>(Key::kA));
  if (key >= Key::k0 && key <= Key::k9)
    return SDLK_0 + (static_cast<int>(key) - static_cast<int>(Key::k0));
  if (key == Key::kBackslash) return SDLK_BACKSLASH;
  for (const auto& [sdl, known] : kKeys)
    if (known == key) return sdl;
  return SDLK_UNKNOWN;
}

}  // namespace

KeyEvent FromSdl(const SDL_Keysym& keysym) {
  KeyEvent event;
  event.key = KeyOf(keysym.sym);
  event.ctrl = (keysym.mod & KMOD_CTRL) != 0;
  event.shift = (keysym.mod & KMOD_SHIFT) != 0;
  event.alt = (keysym.mod & KMOD_LALT) != 0;  // AltGr types signs
  return event;
}

SDL_Keysym ToSdl(const KeyEvent& event) {
  SDL_Keysym keysym{};
  keysym.sym = CodeOf(event.key);
  keysym.scancode = SDL_GetScancodeFromKey(keysym.sym);
  if (keysym.sym >= SDLK_a && keysym.sym <= SDLK_z)
    keysym.scancode = static_cast<SDL_Scancode>(SDL_SCANCODE_A + (keysym.sym - SDLK_a));
  Uint16 mod = 0;
  if (event.ctrl) mod = static_cast<Uint16>(mod | KMOD_LCTRL);
  if (event.shift) mod = static_cast<Uint16>(mod | KMOD_LSHIFT);
  if (event.alt) mod = static_cast<Uint16>(mod | KMOD_LALT);
  keysym.mod = mod;
  return keysym;
}

UsKey UsKeyFor(char symbol) {
  constexpr int kMostScancodes = 128;
  for (const bool shift : {false, true})
    for (int code = 4; code < kMostScancodes; ++code)
      if (UsSymbol(code, shift) == symbol) return {code, shift};
  return {};
}

}  // namespace tanggap::ui
