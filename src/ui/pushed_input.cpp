// Makes SDL events.
#include "ui/pushed_input.h"

#include <SDL.h>

#include "ui/sdl_keys.h"

namespace tanggap::ui {

void PushTapEvents(Point at, Size size) {
  for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP}) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.fingerId = 1;
    event.tfinger.x = (at.x + 0.5F) / static_cast<float>(size.width);
    event.tfinger.y = (at.y + 0.5F) / static_cast<float>(size.height);
    SDL_PushEvent(&event);
  }
}

void PushKeyEvents(const KeyEvent& key) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym = ToSdl(key);
  if (key.key != Key::kNone) SDL_PushEvent(&event);
  if (!key.text.empty()) {
    SDL_Event text{};
    text.type = SDL_TEXTINPUT;
    key.text.copy(text.text.text, SDL_TEXTINPUTEVENT_TEXT_SIZE - 1);
    SDL_PushEvent(&text);
  }
  event.type = SDL_KEYUP;
  if (key.key != Key::kNone) SDL_PushEvent(&event);
}

void PushScanEvents(std::string_view text) {
  const auto push = [](int scancode, bool shift, const char* typed) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.scancode = static_cast<SDL_Scancode>(scancode);
    event.key.keysym.sym = SDL_GetKeyFromScancode(event.key.keysym.scancode);
    event.key.keysym.mod = shift ? KMOD_LSHIFT : KMOD_NONE;
    SDL_PushEvent(&event);
    if (typed[0] == 0) return;
    SDL_Event letter{};
    letter.type = SDL_TEXTINPUT;
    letter.text.text[0] = typed[0];
    SDL_PushEvent(&letter);
  };
  for (const char c : text) {
    const UsKey key = UsKeyFor(c);
    const char typed[2] = {c, 0};
    if (key.scancode != 0) push(key.scancode, key.shift, typed);
  }
  push(SDL_SCANCODE_RETURN, false, "");
}

}  // namespace tanggap::ui
