// Opens the window and reaches its software surface on every video driver.
#include "ui/window.h"

#include <SDL.h>

#include <string_view>

namespace tanggap::ui {
namespace {

// On X11 and without a display SDL's own software surface is the fast way. On Wayland and KMSDRM it
// has none, so there the hint must stay unset (one texture upload a frame).
bool PlainSurface() {
  const char* driver = SDL_GetCurrentVideoDriver();
  const std::string_view name = driver == nullptr ? "" : driver;
  return name == "x11" || name == "offscreen" || name == "dummy";
}

}  // namespace

Window::Window(const std::string& title, std::optional<Size> size, bool mouse_cursor) {
  // Fingers come as fingers and the mouse as the mouse; translated copies would count twice.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0)
    throw UiError(std::string("no display (") + SDL_GetError() +
                  "); without one set SDL_VIDEODRIVER=offscreen");
  if (PlainSurface()) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  Uint32 flags = SDL_WINDOW_RESIZABLE;
  int x = SDL_WINDOWPOS_UNDEFINED;
  int y = SDL_WINDOWPOS_UNDEFINED;
  if (!size.has_value()) {
    SDL_DisplayMode mode{};
    if (SDL_GetDesktopDisplayMode(0, &mode) != 0)
      throw UiError(std::string("the display has no size: ") + SDL_GetError());
    size = Size{mode.w, mode.h};
    flags = SDL_WINDOW_BORDERLESS;
    x = 0;
    y = 0;
  }
  window_ = SDL_CreateWindow(title.c_str(), x, y, size->width, size->height, flags);
  if (window_ == nullptr) throw UiError(std::string("no window: ") + SDL_GetError());
  if (SDL_GetWindowSurface(window_) == nullptr) {
    SDL_ResetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION);
    if (SDL_GetWindowSurface(window_) == nullptr)
      throw UiError(std::string("no pixels to draw on: ") + SDL_GetError());
  }
  SDL_ShowCursor(mouse_cursor ? SDL_ENABLE : SDL_DISABLE);
}

Window::~Window() {
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  SDL_Quit();
}

Size Window::GetSize() const {
  Size size;
  SDL_GetWindowSize(window_, &size.width, &size.height);
  return size;
}

void Window::Resize(Size size) {
  SDL_SetWindowSize(window_, size.width, size.height);
}

Pixels Window::Surface() {
  SDL_Surface* surface = SDL_GetWindowSurface(window_);
  if (surface == nullptr || surface->format->BytesPerPixel != 4)
    throw UiError(std::string("the display has no 32-bit pixels: ") + SDL_GetError());
  return {static_cast<std::uint32_t*>(surface->pixels), surface->w, surface->h, surface->pitch / 4};
}

void Window::Present(const std::vector<Rect>& changed) {
  if (changed.empty()) return PresentAll();
  const Size size = GetSize();
  const Rect all{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
  std::vector<SDL_Rect> rects;
  for (const Rect& r : changed) {
    const Rect inside = Common(r, all);
    if (!inside.Empty())
      rects.push_back({static_cast<int>(inside.x), static_cast<int>(inside.y),
                       static_cast<int>(inside.w), static_cast<int>(inside.h)});
  }
  SDL_UpdateWindowSurfaceRects(window_, rects.data(), static_cast<int>(rects.size()));
}

void Window::PresentAll() {
  SDL_UpdateWindowSurface(window_);
}

}  // namespace tanggap::ui
