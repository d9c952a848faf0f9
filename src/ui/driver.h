// Drives a real program by a script: taps by id, keys, scans, pictures. For the tour and for tests.
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

namespace tanggap::ui {

// What a driver can see and do; the host's side.
class Driven {
 public:
  virtual ~Driven() = default;
  [[nodiscard]] virtual std::int64_t Now() const = 0;
  virtual void Skip(std::int64_t ms) = 0;  // the program's clock jumps ahead
  [[nodiscard]] virtual const Frame* Shown() const = 0;
  [[nodiscard]] virtual std::int64_t DeafUntil() const = 0;
  [[nodiscard]] virtual bool Busy() = 0;  // work goes on behind the screen
  virtual void PushTap(Point at) = 0;
  virtual void PushKey(const KeyEvent& event) = 0;
  virtual void PushScan(std::string_view text) = 0;
  [[nodiscard]] virtual bool Shot(const std::filesystem::path& file) = 0;
  virtual void Resize(Size size) = 0;
  [[nodiscard]] virtual std::optional<std::string> Value(std::string_view name) = 0;
};

// Commands, one a line, '#' begins a comment:
//   tap ID | tap-all ID (as long as it is there: page after page)
//   wait ID | wait-gone ID | wait-screen NAME | wait-text WORDS | type TEXT | key NAME
//   scan TEXT|@FILE | shot FILE.png | layout FILE.json | save NAME FILE | resize WxH
//   pause MS (sleeps) | pass MS (the program's clock jumps) | quit
//   leave (the program goes on as if it had never been driven)
// A command that waits gives up after 5 s (20 s for wait-*).
class Driver {
 public:
  enum class State { kActed, kWaiting, kFinished, kLeft, kFailed };

  // "-" reads standard input as it comes. Throws UiError when the file can't be read.
  explicit Driver(const std::filesystem::path& script);
  ~Driver();
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;

  // Called when nothing is left to draw. kActed: look at events again at once.
  [[nodiscard]] State Step(Driven& program);
  [[nodiscard]] const std::string& Problem() const { return problem_; }

 private:
  struct Source;
  State Perform(Driven& program);
  State Wait(Driven& program, const std::string& expected, std::int64_t limit_ms);
  State TapTarget(Driven& program, const std::string& id);
  State TypeText(Driven& program);
  State WaitFor(Driven& program);
  State WriteFile(Driven& program);
  State Done();
  State Fail(const std::string& expected);
  [[nodiscard]] bool Settled(Driven& program) const;

  std::unique_ptr<Source> source_;
  std::string line_;
  std::string verb_;
  std::string rest_;
  int number_ = 0;
  bool open_ = false;  // a command is being performed
  std::int64_t since_ms_ = 0;
  std::size_t typed_ = 0;
  std::string last_tap_;
  std::int64_t last_tap_ms_ = 0;
  std::string problem_;
};

}  // namespace tanggap::ui
