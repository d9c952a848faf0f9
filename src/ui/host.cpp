// The loop: sleep until something happens, settle, draw what changed, sleep again.
#include "ui/host.h"

#include <SDL.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <deque>
#include <fstream>
#include <utility>

#include "ui/driver.h"
#include "ui/layout_dump.h"
#include "ui/png.h"
#include "ui/sdl_keys.h"
#include "ui/window.h"

namespace tanggap::ui {
namespace {

constexpr std::int64_t kDrivenPollMs = 5;
constexpr std::int64_t kLongestSleepMs = 60'000;
constexpr int kMostSettlings = 4;  // a program that changes state on every draw must not hang us
constexpr std::size_t kMostTimings = 20'000;

std::int64_t MicrosNow() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// When this process began, on the steady clock; the kernel tells it in ticks of 10 ms.
std::int64_t ProcessStartMicros() {
  std::ifstream file("/proc/self/stat");
  std::string text;
  std::getline(file, text);
  std::size_t at = text.rfind(')');
  constexpr int kFieldsToStart = 20;  // field 22, counted from the command's end
  for (int i = 0; i < kFieldsToStart && at != std::string::npos; ++i)
    at = text.find(' ', at + 1);
  if (at == std::string::npos) return MicrosNow();
  std::int64_t ticks = 0;
  const char* begin = text.data() + at + 1;
  std::from_chars(begin, text.data() + text.size(), ticks);
  timespec boot{};
  clock_gettime(CLOCK_BOOTTIME, &boot);
  const std::int64_t since_boot = (boot.tv_sec * 1'000'000) + (boot.tv_nsec / 1000);
  return MicrosNow() - (since_boot - (ticks * 1'000'000 / sysconf(_SC_CLK_TCK)));
}

std::int64_t Share(std::vector<std::int64_t> values, double part) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * part)];
}

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

// A key that the wedge filter may still hold.
struct WaitingKey {
  std::uint64_t serial = 0;
  KeyEvent event;
};

struct Host::Impl final : Driven {
  explicit Impl(const HostOptions& given)
      : options(given),
        window(given.title, given.window, given.mouse_cursor),
        stage(given.stage),
        wedge(given.wedge),
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
  void PushTap(Point at) override {
    const Size size = window.GetSize();
    for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP}) {
      SDL_Event event{};
      event.type = type;
      event.tfinger.fingerId = 1;
      event.tfinger.x = (at.x + 0.5F) / static_cast<float>(size.width);
      event.tfinger.y = (at.y + 0.5F) / static_cast<float>(size.height);
      SDL_PushEvent(&event);
    }
  }
  void PushKey(const KeyEvent& key) override {
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
  void PushScan(std::string_view text) override {
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

  // --- events
  void Handle(const SDL_Event& event);
  void HandleFinger(const SDL_TouchFingerEvent& finger, PointerEvent::Kind kind);
  void HandleMouse(PointerEvent::Kind kind, int x, int y, Uint32 which);
  void HandleKey(const SDL_KeyboardEvent& key);
  void HandleText(const char* text);
  void FeedKeys();
  void Deliver(const WedgeOutcome& outcome);
  void Collect(std::int64_t timeout_ms);

  // --- the loop
  [[nodiscard]] std::int64_t SleepMs() const;
  void DrawAndShow();
  [[nodiscard]] bool DrawingDue(std::int64_t now) const;
  void NoteShown(std::int64_t begin_us, bool had_tap);
  void WriteTimings() const;

  HostOptions options;
  Window window;
  Stage stage;
  WedgeFilter wedge;
  Uint32 wake_event;
  std::atomic<bool> wake_pushed{false};
  std::unique_ptr<Driver> driver;
  Program* program = nullptr;
  std::deque<WaitingKey> keys;                   // not delivered yet
  std::vector<std::pair<WedgeKey, bool>> fresh;  // of this batch, not fed yet
  std::uint64_t next_serial = 1;
  std::int64_t skipped_ms = 0;
  std::int64_t tap_us = 0;      // when the last finger went up; 0: shown already
  std::int64_t release_us = 0;  // when the last finger went up; 0: never
  std::string screen;           // the one last presented
  bool redraw = true;
  bool expose = false;
  bool closing = false;
  bool wipe = false;
  Timings timings;
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
  if (kind == PointerEvent::Kind::kUp) release_us = tap_us = MicrosNow();
}

void Host::Impl::HandleMouse(PointerEvent::Kind kind, int x, int y, Uint32 which) {
  if (which == SDL_TOUCH_MOUSEID) return;
  stage.Push({kind, kMouseFinger, {static_cast<float>(x), static_cast<float>(y)}, 0});
  if (kind == PointerEvent::Kind::kDown) program->Touched(Now());
  if (kind == PointerEvent::Kind::kUp) release_us = tap_us = MicrosNow();
}

void Host::Impl::HandleKey(const SDL_KeyboardEvent& key) {
  KeyEvent event = FromSdl(key.keysym);
  event.repeat = key.repeat != 0;
  const std::uint64_t serial = next_serial++;
  keys.push_back({serial, event});
  WedgeKey raw;
  raw.scancode = key.keysym.scancode;
  raw.shift = event.shift;
  raw.at_ms = static_cast<std::int64_t>(key.timestamp) + skipped_ms;
  raw.serial = serial;
  fresh.emplace_back(raw, event.ctrl || event.alt || event.repeat);
  program->Touched(Now());
}

// A key's letters follow its event; letters without a key come from an input method.
void Host::Impl::HandleText(const char* text) {
  const bool control = static_cast<unsigned char>(text[0]) < 0x20;
  if (control) return;
  if (!keys.empty() && keys.back().event.text.empty() && !keys.back().event.ctrl &&
      !keys.back().event.alt) {
    keys.back().event.text = text;
    return;
  }
  KeyEvent event;
  event.text = text;
  keys.push_back({next_serial++, event});
  WedgeKey raw;
  raw.at_ms = Now();
  raw.serial = keys.back().serial;
  fresh.emplace_back(raw, true);
}

void Host::Impl::Deliver(const WedgeOutcome& outcome) {
  for (const std::uint64_t serial : outcome.pass) {
    const auto it = std::ranges::find(keys, serial, &WaitingKey::serial);
    if (it == keys.end()) continue;
    const KeyEvent event = std::move(it->event);
    keys.erase(it);
    if (event.key != Key::kNone || !event.text.empty()) program->KeyPressed(event, Now());
    redraw = true;
  }
  for (const WedgeOutcome::Scan& scan : outcome.scans) {
    keys.clear();  // every key before the scan's end was its own or has been delivered
    program->Scanned(scan, Now());
    redraw = true;
  }
}

void Host::Impl::FeedKeys() {
  for (const auto& [raw, command] : std::exchange(fresh, {})) {
    if (command) {
      // A command or a held-down key is never a scanner's.
      Deliver(wedge.Flush());
      Deliver(WedgeOutcome{{raw.serial}, {}});
    } else {
      Deliver(wedge.Feed(raw));
    }
  }
  Deliver(wedge.Tick(Now()));
  // Keys that were swallowed (Shift, a scanner's Enter) are not waited for.
  if (wedge.NextDeadline() < 0) keys.clear();
}

void Host::Impl::Handle(const SDL_Event& event) {
  using Kind = PointerEvent::Kind;
  switch (event.type) {
    case SDL_QUIT:
      closing = true;
      return;
    case SDL_FINGERDOWN:
      return HandleFinger(event.tfinger, Kind::kDown);
    case SDL_FINGERUP:
      return HandleFinger(event.tfinger, Kind::kUp);
    case SDL_FINGERMOTION:
      return HandleFinger(event.tfinger, Kind::kMove);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (event.button.button == SDL_BUTTON_LEFT)
        HandleMouse(event.type == SDL_MOUSEBUTTONDOWN ? Kind::kDown : Kind::kUp, event.button.x,
                    event.button.y, event.button.which);
      return;
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
      return HandleKey(event.key);
    case SDL_TEXTINPUT:
      return HandleText(event.text.text);
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

void Host::Impl::Collect(std::int64_t timeout_ms) {
  SDL_Event event{};
  if (SDL_WaitEventTimeout(&event, static_cast<int>(timeout_ms)) == 0) return;
  do {
    Handle(event);
  } while (SDL_PollEvent(&event) != 0);
}

std::int64_t Host::Impl::SleepMs() const {
  if (redraw || expose || stage.HasPending()) return 0;
  const std::int64_t now = Now();
  std::int64_t until = now + kLongestSleepMs;
  const Frame* frame = stage.Last();
  if (frame != nullptr && frame->NextWake().has_value())
    until = std::min(until, *frame->NextWake());
  if (const auto deadline = program->NextDeadline()) until = std::min(until, *deadline);
  if (wedge.NextDeadline() >= 0) until = std::min(until, wedge.NextDeadline());
  if (driver != nullptr) until = std::min(until, now + kDrivenPollMs);
  return std::max<std::int64_t>(0, until - now);
}

bool Host::Impl::DrawingDue(std::int64_t now) const {
  const Frame* frame = stage.Last();
  return redraw || stage.HasPending() || frame == nullptr ||
         (frame->NextWake().has_value() && *frame->NextWake() <= now);
}

void Host::Impl::DrawAndShow() {
  const std::int64_t begin_us = MicrosNow();
  const bool had_tap = tap_us != 0;
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
  const bool shown = painted || expose;
  expose = false;
  if (!shown) return;
  NoteShown(begin_us, had_tap);
  if (!options.layout.empty()) {
    // Written aside and renamed, so that a reader never sees half of it.
    const std::filesystem::path aside = options.layout.string() + ".part";
    std::ofstream(aside) << LayoutJson(*stage.Last(),
                                       std::max<std::int64_t>(0, stage.DeafUntil() - Now()));
    std::filesystem::rename(aside, options.layout);
  }
}

void Host::Impl::NoteShown(std::int64_t begin_us, bool had_tap) {
  const std::int64_t end_us = MicrosNow();
  if (timings.first_frame_us == 0) timings.first_frame_us = end_us - ProcessStartMicros();
  if (timings.frame_us.size() < kMostTimings) timings.frame_us.push_back(end_us - begin_us);
  if (stage.Last()->ScreenName() != screen) {
    screen = stage.Last()->ScreenName();
    if (timings.screens.size() < kMostTimings)
      timings.screens.push_back({screen, end_us, release_us == 0 ? 0 : end_us - release_us});
  }
  if (!had_tap || stage.HasPendingButtons()) return;
  if (timings.tap_to_shown_us.size() < kMostTimings)
    timings.tap_to_shown_us.push_back(end_us - tap_us);
  tap_us = 0;
}

void Host::Impl::WriteTimings() const {
  if (options.timings.empty()) return;
  std::ofstream out(options.timings);
  const auto list = [&](const char* name, const std::vector<std::int64_t>& us) {
    out << ",\"" << name << "\":{\"n\":" << us.size() << ",\"p50_us\":" << Share(us, 0.5)
        << ",\"p95_us\":" << Share(us, 0.95) << ",\"p99_us\":" << Share(us, 0.99)
        << ",\"max_us\":" << Share(us, 1.0) << "}";
  };
  out << "{\"first_frame_us\":" << timings.first_frame_us;
  list("tap_to_shown", timings.tap_to_shown_us);
  list("frame", timings.frame_us);
  out << "}\n";
}

Host::Host(const HostOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Host::~Host() = default;

int Host::Run(Program& program) {
  Impl& h = *impl_;
  h.program = &program;
  int result = 0;
  while (!program.Finished() && !h.closing) {
    h.Collect(h.SleepMs());
    h.FeedKeys();
    if (program.Settle(h.Now())) h.redraw = true;
    if (h.DrawingDue(h.Now()) || h.expose) h.DrawAndShow();
    if (std::exchange(h.wipe, false)) {
      h.stage.Wipe();
      h.redraw = true;
    }
    if (h.driver == nullptr || h.redraw || h.stage.HasPending()) continue;
    const Driver::State state = h.driver->Step(h);
    if (state == Driver::State::kFinished) break;
    if (state == Driver::State::kLeft) h.driver.reset();
    if (state == Driver::State::kFailed) {
      std::fprintf(stderr, "%s: %s\n", h.options.drive.c_str(), h.driver->Problem().c_str());
      result = 1;
      break;
    }
  }
  h.WriteTimings();
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
  return impl_->timings;
}

}  // namespace tanggap::ui
