// SDL's keys to ours and back.
#pragma once

#include <SDL.h>

#include "ui/keys.h"

namespace tanggap::ui {

[[nodiscard]] KeyEvent FromSdl(const SDL_Keysym& keysym);
// For pushing: a keysym whose FromSdl gives the same key.
[[nodiscard]] SDL_Keysym ToSdl(const KeyEvent& event);
// The key and shift that type this character on a US keyboard; scancode 0 when none does.
struct UsKey {
  int scancode = 0;
  bool shift = false;
};
[[nodiscard]] UsKey UsKeyFor(char symbol);

}  // namespace tanggap::ui
