// The loop: sleep until something happens, settle, draw what changed, sleep again.
#include "ui/host.h"

#include <SDL.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <deque>
#include <fstream>
#include <utility>

#include "ui/driver.h"
#include "ui/key_feed.h"
#include "ui/layout_dump.h"
#include "ui/png.h"
#include "ui/pushed_input.h"
#include "ui/stopwatch.h"
#include "ui/window.h"

namespace tanggap::ui {
namespace {

constexpr std::int64_t kDrivenPollMs = 5;
constexpr std::int64_t kLongestSleepMs = 60'000;
constexpr int kMostSettlings = 4;  // a program that changes state on every draw must not hang us

}  // namespace

std::optional<Size> ParseSize(std::string_view text) {
  Size size;
  const char* end = text.data() + text.size();
  const auto width = std::from_chars(text.data(), end, size.width);
  if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') return std::nullopt;
  const auto height = std::from_chars(width.ptr + 1, end, size.height);
  if (height.ec != std::errc{} || height.ptr != end) return std::nullopt;
  constexpr int kLeast = 320;
  constexpr int kMost = 8192;
  const auto fits = [](int side) { return side >= kLeast && side <= kMost; };
  if (!fits(size.width) || !fits(size.height)) return std::nullopt;
  return size;
}

struct Host::Impl final : Driven {
  explicit Impl(const HostOptions& given)
      : options(given),
        window(given.title, given.window, given.mouse_cursor),
        stage(given.stage),
        keys(given.wedge),
        wake_event(SDL_RegisterEvents(1)) {
    if (!options.drive.empty()) driver = std::make_unique<Driver>(options.drive);
  }

  // --- Driven
  [[nodiscard]] std::int64_t Now() const override {
    return static_cast<std::int64_t>(SDL_GetTicks64()) + skipped_ms;
  }
  void Skip(std::int64_t ms) override {
    skipped_ms += ms;
    redraw = true;
  }
  [[nodiscard]] const Frame* Shown() const override { return stage.Last(); }
  [[nodiscard]] std::int64_t DeafUntil() const override { return stage.DeafUntil(); }
  [[nodiscard]] bool Busy() override { return program->Busy(); }
  [[nodiscard]] std::optional<std::string> Value(std::string_view name) override {
    return program->Value(name);
  }
  void Resize(Size size) override { window.Resize(size); }
  [[nodiscard]] bool Shot(const std::filesystem::path& file) override {
    return WritePng(file.string(), window.Surface());
  }
  void PushTap(Point at) override { PushTapEvents(at, window.GetSize()); }
  void PushKey(const KeyEvent& key) override { PushKeyEvents(key); }
  void PushScan(std::string_view text) override { PushScanEvents(text); }

  // --- events
  void Handle(const SDL_Event& event);
  void HandleFinger(const SDL_TouchFingerEvent& finger, PointerEvent::Kind kind);
  void HandleMouse(PointerEvent::Kind kind, int x, int y, Uint32 which);
  void DeliverKeys();
  void HandlePress(const SDL_Event& event);
  void ReleasePresses();
  void Collect(std::int64_t timeout_ms);

  // --- the loop
  [[nodiscard]] std::int64_t SleepMs() const;
  void DrawAndShow();
  [[nodiscard]] bool DrawingDue(std::int64_t now) const;
  void Hear(Sound sound);

  HostOptions options;
  Window window;
  Stage stage;
  KeyFeed keys;
  Uint32 wake_event;
  std::atomic<bool> wake_pushed{false};
  std::unique_ptr<Driver> driver;
  Program* program = nullptr;
  std::deque<SDL_Event> presses;  // behind keys that are not delivered yet
  std::int64_t skipped_ms = 0;
  bool redraw = true;
  bool expose = false;
  bool closing = false;
  bool wipe = false;
  Stopwatch stopwatch;
  Loudspeaker loudspeaker;
};

void Host::Impl::HandleFinger(const SDL_TouchFingerEvent& finger, PointerEvent::Kind kind) {
  const Size size = window.GetSize();
  PointerEvent event;
  event.kind = kind;
  event.finger = static_cast<std::int64_t>(finger.fingerId & 0x7FFFFFFF);
  event.at = {finger.x * static_cast<float>(size.width),
              finger.y * static_cast<float>(size.height)};
  stage.Push(event);
  if (kind == PointerEvent::Kind::kDown) program->Touched(Now());
}

void Host::Impl::HandleMouse(PointerEvent::Kind kind, int x, int y, Uint32 which) {
  if (which == SDL_TOUCH_MOUSEID) return;
  stage.Push({kind, kMouseFinger, {static_cast<float>(x), static_cast<float>(y)}, 0});
  if (kind == PointerEvent::Kind::kDown) program->Touched(Now());
}

void Host::Impl::DeliverKeys() {
  const KeyFeed::Taker taker{[this](const KeyEvent& event) {
                               program->KeyPressed(event, Now());
                               redraw = true;
                             },
                             [this](const WedgeOutcome::Scan& scan) {
                               program->Scanned(scan, Now());
                               redraw = true;
                             }};
  keys.Deliver(taker, Now());
}

void Host::Impl::HandlePress(const SDL_Event& event) {
  using Kind = PointerEvent::Kind;
  // Counted from when it happened, not from when its turn came.
  if (event.type == SDL_FINGERUP || event.type == SDL_MOUSEBUTTONUP) {
    constexpr std::int64_t kMicros = 1000;
    stopwatch.Released(MicrosNow() - (kMicros * (SDL_GetTicks() - event.common.timestamp)));
  }
  if (event.type == SDL_FINGERDOWN) return HandleFinger(event.tfinger, Kind::kDown);
  if (event.type == SDL_FINGERUP) return HandleFinger(event.tfinger, Kind::kUp);
  if (event.button.button != SDL_BUTTON_LEFT) return;
  HandleMouse(event.type == SDL_MOUSEBUTTONDOWN ? Kind::kDown : Kind::kUp, event.button.x,
              event.button.y, event.button.which);
}

// A press waits for the keys typed before it, also for those that could still be a scan's.
void Host::Impl::ReleasePresses() {
  if (keys.Holds()) return;
  for (const SDL_Event& event : std::exchange(presses, {}))
    HandlePress(event);
}

void Host::Impl::Handle(const SDL_Event& event) {
  using Kind = PointerEvent::Kind;
  switch (event.type) {
    case SDL_QUIT:
      closing = true;
      return;
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (!keys.Holds() && presses.empty()) return HandlePress(event);
      presses.push_back(event);
      return;
    case SDL_FINGERMOTION:
      return HandleFinger(event.tfinger, Kind::kMove);
    case SDL_MOUSEMOTION:
      return HandleMouse(Kind::kMove, event.motion.x, event.motion.y, event.motion.which);
    case SDL_MOUSEWHEEL: {
      int x = 0;
      int y = 0;
      SDL_GetMouseState(&x, &y);
      stage.Push({Kind::kWheel,
                  kMouseFinger,
                  {static_cast<float>(x), static_cast<float>(y)},
                  -event.wheel.preciseY});
      return;
    }
    case SDL_KEYDOWN:
      keys.Down(event.key, static_cast<std::int64_t>(event.key.timestamp) + skipped_ms);
      program->Touched(Now());
      return;
    case SDL_TEXTINPUT:
      keys.Text(event.text.text, Now());
      return;
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_EXPOSED) expose = true;
      if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) redraw = true;
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST)
        stage.Push({Kind::kCancel, kAnyFinger, {}, 0});
      return;
    default:
      if (event.type == wake_event) {
        wake_pushed = false;
        program->Woken();
      }
      return;
  }
}

// What hands do in order is handled in order: letters typed after a press wait in the queue until a
// frame has seen it, because a press takes effect only where something is drawn.
void Host::Impl::Collect(std::int64_t timeout_ms) {
  if (stage.HasPendingButtons()) return;
  SDL_Event event{};
  if (SDL_WaitEventTimeout(&event, static_cast<int>(timeout_ms)) == 0) return;
  const std::size_t held = presses.size();
  do {
    Handle(event);
  } while (!stage.HasPendingButtons() && presses.size() == held && SDL_PollEvent(&event) != 0);
}

std::int64_t Host::Impl::SleepMs() const {
  if (redraw || expose || stage.HasPending()) return 0;
  const std::int64_t now = Now();
  std::int64_t until = now + kLongestSleepMs;
  const Frame* frame = stage.Last();
  if (frame != nullptr && frame->NextWake().has_value())
    until = std::min(until, *frame->NextWake());
  if (const auto deadline = program->NextDeadline()) until = std::min(until, *deadline);
  if (keys.NextDeadline() >= 0) until = std::min(until, keys.NextDeadline());
  if (driver != nullptr) until = std::min(until, now + kDrivenPollMs);
  return std::max<std::int64_t>(0, until - now);
}

bool Host::Impl::DrawingDue(std::int64_t now) const {
  const Frame* frame = stage.Last();
  return redraw || stage.HasPending() || frame == nullptr ||
         (frame->NextWake().has_value() && *frame->NextWake() <= now);
}

void Host::Impl::Hear(Sound sound) {
  if (!options.sounds || !options.drive.empty()) return;  // a script has no ears
  const SoundWish wish = options.sounds();
  if (wish.on) loudspeaker.Play(sound, wish.volume);
}

void Host::Impl::DrawAndShow() {
  const std::int64_t begin_us = MicrosNow();
  const bool had_tap = stopwatch.TapWaits();
  redraw = false;
  for (int i = 0; i < kMostSettlings; ++i) {
    const Size size = window.GetSize();
    stage.Run(program->Appearance(size), size, Now(),
              [this](Frame& frame) { program->Draw(frame); });
    if (!program->Settle(Now())) break;
    redraw = i + 1 == kMostSettlings;
  }
  const Pixels pixels = window.Surface();
  const std::vector<Rect> changed = stage.Changed();
  const bool painted = stage.Paint(pixels);
  if (painted && !expose) window.Present(changed);
  if (expose) window.PresentAll();
  for (const Sound sound : stage.TakeSounds())
    Hear(sound);
  const bool shown = painted || expose;
  expose = false;
  if (!shown) return;
  stopwatch.Shown(begin_us, stage.Last()->ScreenName(), had_tap && !stage.HasPendingButtons());
  if (!options.layout.empty()) {
    // Written aside and renamed, so that a reader never sees half of it.
    const std::filesystem::path aside = options.layout.string() + ".part";
    std::ofstream(aside) << LayoutJson(*stage.Last(),
                                       std::max<std::int64_t>(0, stage.DeafUntil() - Now()));
    std::filesystem::rename(aside, options.layout);
  }
}

Host::Host(const HostOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Host::~Host() = default;

int Host::Run(Program& program) {
  Impl& h = *impl_;
  h.program = &program;
  int result = 0;
  while (!program.Finished() && !h.closing) {
    h.Collect(h.SleepMs());
    h.DeliverKeys();
    h.ReleasePresses();
    if (program.Settle(h.Now())) h.redraw = true;
    if (h.DrawingDue(h.Now()) || h.expose) h.DrawAndShow();
    if (std::exchange(h.wipe, false)) {
      h.stage.Wipe();
      h.redraw = true;
    }
    const bool waiting = h.redraw || h.stage.HasPending() || !h.presses.empty() ||
                         SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) == SDL_TRUE;
    if (h.driver == nullptr || waiting) continue;
    const Driver::State state = h.driver->Step(h);
    if (state == Driver::State::kFinished) break;
    if (state == Driver::State::kLeft) h.driver.reset();
    if (state == Driver::State::kFailed) {
      std::fprintf(stderr, "%s: %s\n", h.options.drive.c_str(), h.driver->Problem().c_str());
      result = 1;
      break;
    }
  }
  if (!h.options.timings.empty()) h.stopwatch.Write(h.options.timings);
  return result;
}

void Host::Wake() {
  if (impl_->wake_pushed.exchange(true)) return;  // one is on its way
  SDL_Event event{};
  event.type = impl_->wake_event;
  SDL_PushEvent(&event);
}

std::int64_t Host::Now() const {
  return impl_->Now();
}
void Host::Wipe() {
  impl_->wipe = true;
}
const Host::Timings& Host::Measured() const {
  return impl_->stopwatch.Measured();
}

}  // namespace tanggap::ui
