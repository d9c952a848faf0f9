// A program's window and loop: SDL events in, frames out, asleep in between.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"
#include "ui/keys.h"
#include "ui/stage.h"
#include "ui/wedge_filter.h"

namespace tanggap::ui {

// A screen program as the host drives it. All calls on the thread that called Host::Run.
class Program {
 public:
  virtual ~Program() = default;
  [[nodiscard]] virtual Look Appearance(Size canvas) = 0;
  // Draws the current state and keeps the intent it got for Settle.
  virtual void Draw(Frame& frame) = 0;
  // Applies what is pending (the intent, outcomes of the worker, due deadlines). True when the
  // state changed: it is drawn again before anything is shown.
  [[nodiscard]] virtual bool Settle(std::int64_t now_ms) = 0;
  // When Settle wants to be called without any event; absolute, in the same ms.
  [[nodiscard]] virtual std::optional<std::int64_t> NextDeadline() { return std::nullopt; }
  virtual void KeyPressed(const KeyEvent& /*event*/, std::int64_t /*now_ms*/) {}
  virtual void Scanned(const WedgeOutcome::Scan& /*scan*/, std::int64_t /*now_ms*/) {}
  // Any finger went down or key was pressed: restarts idle clocks.
  virtual void Touched(std::int64_t /*now_ms*/) {}
  virtual void Woken() {}  // Host::Wake was called
  [[nodiscard]] virtual bool Finished() { return false; }
  // True when something in the background still goes on, so a driven program waits for it.
  [[nodiscard]] virtual bool Busy() { return false; }
  // For the driver's `save NAME FILE`: a named value as text, nothing when there is none.
  [[nodiscard]] virtual std::optional<std::string> Value(std::string_view /*name*/) {
    return std::nullopt;
  }
};

struct HostOptions {
  std::string title;
  std::optional<Size> window;  // nothing: the whole display
  StageOptions stage;
  bool mouse_cursor = false;  // the desk's
  WedgeRules wedge;
  // Asked before each sound, on the thread of Run; empty: a silent program.
  std::function<SoundWish()> sounds;
  std::filesystem::path drive;    // script of the driver, "-" for standard input; empty: none
  std::filesystem::path layout;   // rewritten after every presented change; empty: none
  std::filesystem::path timings;  // JSON of Measured() when Run returns; empty: none
};

// "WxH"; nothing when it is not that.
[[nodiscard]] std::optional<Size> ParseSize(std::string_view text);

class Host {
 public:
  // Opens the window. Throws UiError.
  explicit Host(const HostOptions& options);
  ~Host();
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;

  // Until the program is finished, the window closed or the driver's script ended. Returns 0, or 1
  // when the script failed (the message is on standard error).
  int Run(Program& program);
  // From any thread: the loop calls Program::Woken soon. Safe before Run and after it.
  void Wake();
  // The clock that every now_ms is read from: monotonic milliseconds.
  [[nodiscard]] std::int64_t Now() const;
  void Wipe();  // Stage::Wipe, after the running frame

  struct ScreenShown {
    std::string name;
    std::int64_t at_us = 0;         // monotonic clock: its first frame's present returned
    std::int64_t since_tap_us = 0;  // from the last release before it; 0: nobody touched yet
  };
  struct Timings {
    std::int64_t first_frame_us = 0;            // from the process's start
    std::vector<std::int64_t> tap_to_shown_us;  // release event to the return of the present
    std::vector<std::int64_t> frame_us;         // draw and paint and present
    std::vector<ScreenShown> screens;           // in the order in which they came up
  };
  [[nodiscard]] const Timings& Measured() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tanggap::ui
