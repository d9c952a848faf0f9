// Everything a program needs to draw except a window: fonts, icons, textures, pointer, rasteriser.
// The window's host uses it, and the tests draw on it in memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "ui/frame.h"

namespace tanggap::ui {

// A missing font, icon folder or display; the message names the package or file that brings it.
struct UiError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct StageOptions {
  std::filesystem::path icons;  // folder of *.svg
  // Every sentence the program can show, UTF-8: a sign that the typeface lacks is named at once.
  std::string glyphs;
};

// 32 bits a pixel, 0x00RRGGBB in native byte order; pitch in pixels.
struct Pixels {
  std::uint32_t* data = nullptr;
  int width = 0;
  int height = 0;
  int pitch = 0;
};

inline constexpr std::int64_t kMouseFinger = -1;
inline constexpr std::int64_t kAnyFinger = -2;

// What a finger or the mouse did; at most one change of the button takes effect in a frame.
struct PointerEvent {
  enum class Kind { kDown, kUp, kMove, kCancel, kWheel };
  Kind kind = Kind::kMove;
  std::int64_t finger = 0;  // -1: the mouse; kAnyFinger with kCancel: whichever is down
  Point at;                 // canvas pixels
  float wheel = 0;          // lines, positive = down
};

// One thread. Throws UiError from the constructor and from Begin when a font is missing.
class Stage {
 public:
  explicit Stage(const StageOptions& options);
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  void Push(const PointerEvent& event);
  [[nodiscard]] bool HasPending() const;         // pointer events that need further frames
  [[nodiscard]] bool HasPendingButtons() const;  // presses and releases not seen by a frame yet
  // Runs one frame: `draw` is called once.
  // The returned frame lives until the next call.
  const Frame& Run(const Look& look, Size size, std::int64_t now_ms,
                   const std::function<void(Frame&)>& draw);
  [[nodiscard]] const Frame* Last() const;
  // Input is ignored until this time (a screen has just changed).
  [[nodiscard]] std::int64_t DeafUntil() const;
  // What was to be heard since the last call.
  [[nodiscard]] std::vector<Sound> TakeSounds();
  // What Paint would paint now; empty: nothing changed.
  [[nodiscard]] std::vector<Rect> Changed() const;
  // Paints the last frame. False when it equals what was painted before into the same pixels.
  bool Paint(const Pixels& target);
  // Forgets pictures, pointer and animation state: nothing of the last visitor stays.
  void Wipe();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tanggap::ui
