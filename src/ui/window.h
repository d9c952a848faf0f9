// SDL's window and its pixels; no drawing, no meaning.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/geometry.h"
#include "ui/stage.h"

struct SDL_Window;

namespace tanggap::ui {

// One per program, on the main thread. Throws UiError when there is no display.
class Window {
 public:
  // Without a size: borderless at 0,0 with the display's size (SDL's FULLSCREEN waits 100 ms for a
  // window manager that a kiosk doesn't have).
  Window(const std::string& title, std::optional<Size> size, bool mouse_cursor);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  [[nodiscard]] Size GetSize() const;
  void Resize(Size size);
  // The window's own pixels; ask again after a resize.
  [[nodiscard]] Pixels Surface();
  void Present(const std::vector<Rect>& changed);  // all of it when empty
  void PresentAll();

 private:
  SDL_Window* window_ = nullptr;
};

}  // namespace tanggap::ui
