// Performs a script's commands on what is shown.
#include "ui/driver.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "ui/driver_script.h"
#include "ui/fonts.h"
#include "ui/host.h"
#include "ui/layout_dump.h"

namespace tanggap::ui {
namespace {

constexpr std::int64_t kLimitMs = 5'000;
constexpr std::int64_t kWaitLimitMs = 20'000;
constexpr std::int64_t kSameKeyMs = 120;  // beyond the debounce of on-screen keys

const Target* Find(const Frame* frame, std::string_view id) {
  if (frame == nullptr) return nullptr;
  const auto it = std::ranges::find(frame->targets, id, &Target::id);
  return it == frame->targets.end() ? nullptr : &*it;
}

std::string_view LabelOf(const Frame& frame, const Target& target) {
  for (const TextRun& run : frame.texts)
    if (target.plate.Contains(run.rect.Center())) return run.text;
  return {};
}

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Which target types this character next: its key, or the key that leads to its page.
std::string KeyFor(const Frame& frame, char c) {
  const std::string upper(1, c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  if (Find(&frame, "code-" + upper) != nullptr) return "code-" + upper;
  const std::string pad = c == '+' ? "pad-plus" : "pad-" + std::string(1, c);
  if (Find(&frame, pad) != nullptr) return pad;
  if (Find(&frame, "key-space") == nullptr) return {};
  if (c == ' ') return "key-space";
  const std::string id = "key-" + std::string(1, Lower(c));
  const Target* key = Find(&frame, id);
  if (key == nullptr) return "key-page";
  const std::string_view label = LabelOf(frame, *key);
  const bool other_case = label.size() == 1 && label.front() != c;
  return other_case ? "key-shift" : id;
}

std::optional<std::int64_t> Whole(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::string SeenIds(const Frame* frame) {
  if (frame == nullptr) return "nothing";
  std::string ids = "screen \"" + frame->ScreenName() + "\" with";
  for (const Target& t : frame->targets)
    ids += " " + t.id + (t.enabled ? "" : "(off)");
  return ids;
}

}  // namespace

Driver::Driver(const std::filesystem::path& script) : source_(std::make_unique<Source>(script)) {}
Driver::~Driver() = default;

Driver::State Driver::Done() {
  open_ = false;
  return State::kActed;
}

Driver::State Driver::Fail(const std::string& expected) {
  problem_ = "line " + std::to_string(number_) + ": " + line_ + ": " + expected;
  return State::kFailed;
}

Driver::State Driver::Wait(Driven& program, const std::string& expected, std::int64_t limit_ms) {
  if (program.Now() - since_ms_ < limit_ms) return State::kWaiting;
  return Fail(expected + "; shown is " + SeenIds(program.Shown()));
}

bool Driver::Settled(Driven& program) const {
  const Frame* frame = program.Shown();
  if (frame == nullptr || program.Busy()) return false;
  // The rest of a motion is skipped: the same picture on a slow machine and on a fast one.
  const std::int64_t left = frame->RestsAt() - program.Now();
  if (left > 0) program.Skip(left);
  return left <= 0 && frame->RestsAt() == frame->now_ms;
}

Driver::State Driver::TapTarget(Driven& program, const std::string& id) {
  const Target* target = Find(program.Shown(), id);
  if (target == nullptr) return Wait(program, "no target \"" + id + "\"", kLimitMs);
  if (!target->enabled) return Wait(program, "\"" + id + "\" stays disabled", kLimitMs);
  const std::int64_t deaf = program.DeafUntil() - program.Now();
  if (deaf > 0) {
    program.Skip(deaf);
    return State::kWaiting;
  }
  const std::int64_t since_last = program.Now() - last_tap_ms_;
  if (target->kind == TargetKind::kKey && last_tap_ == id && since_last < kSameKeyMs) {
    program.Skip(kSameKeyMs - since_last);
    return State::kWaiting;
  }
  program.PushTap(target->hit.Center());
  last_tap_ = id;
  last_tap_ms_ = program.Now();
  return State::kActed;
}

Driver::State Driver::TypeText(Driven& program) {
  const Frame* frame = program.Shown();
  if (typed_ >= rest_.size() || frame == nullptr) return Done();
  const char c = rest_[typed_];
  const bool on_screen = Find(frame, "key-space") != nullptr || Find(frame, "pad-1") != nullptr ||
                         Find(frame, "code-A") != nullptr;
  if (on_screen) {
    const std::string id = KeyFor(*frame, c);
    if (id.empty()) return Fail(std::string("no key for \"") + c + "\"");
    const State state = TapTarget(program, id);
    if (state == State::kActed && id != "key-shift" && id != "key-page") ++typed_;
    return state;
  }
  std::size_t next = typed_;
  (void)NextSymbol(rest_, next);
  KeyEvent event = next == typed_ + 1 ? KeyNamed(rest_.substr(typed_, 1)) : KeyEvent{};
  event.text = rest_.substr(typed_, next - typed_);
  if (c == ' ') event.key = Key::kSpace;
  if (c >= 'A' && c <= 'Z') event.shift = true;
  program.PushKey(event);
  typed_ = next;
  return State::kActed;
}

Driver::State Driver::WaitFor(Driven& program) {
  const Frame* frame = program.Shown();
  bool reached = false;
  if (verb_ == "wait") reached = Find(frame, rest_) != nullptr;
  if (verb_ == "wait-gone") reached = Find(frame, rest_) == nullptr;
  if (verb_ == "wait-screen") reached = frame != nullptr && frame->ScreenName() == rest_;
  if (verb_ == "wait-text")
    reached = frame != nullptr && std::ranges::any_of(frame->texts, [&](const TextRun& run) {
                return run.text.find(rest_) != std::string::npos;
              });
  return reached ? Done() : Wait(program, "not seen in 20 s", kWaitLimitMs);
}

Driver::State Driver::WriteFile(Driven& program) {
  if (!Settled(program)) return Wait(program, "the screen does not come to rest", kWaitLimitMs);
  const std::size_t space = verb_ == "save" ? rest_.find(' ') : std::string::npos;
  const std::filesystem::path file = space == std::string::npos ? rest_ : rest_.substr(space + 1);
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
  if (verb_ == "shot") return program.Shot(file) ? Done() : Fail("the picture can't be written");
  std::string text;
  if (verb_ == "save") {
    if (space == std::string::npos) return Fail("expected: save NAME FILE");
    const std::optional<std::string> value = program.Value(rest_.substr(0, space));
    if (!value.has_value()) return Wait(program, "the program has no such value", kLimitMs);
    text = *value + "\n";
  } else {
    text = LayoutJson(*program.Shown(),
                      std::max<std::int64_t>(0, program.DeafUntil() - program.Now()));
  }
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  return out ? Done() : Fail("the file can't be written");
}

Driver::State Driver::Perform(Driven& program) {
  if (verb_ == "tap") {
    const State state = TapTarget(program, rest_);
    return state == State::kActed ? Done() : state;
  }
  if (verb_ == "tap-all") {  // stays open until the target is gone
    return Find(program.Shown(), rest_) == nullptr ? Done() : TapTarget(program, rest_);
  }
  if (verb_ == "type") return TypeText(program);
  if (verb_.starts_with("wait")) return WaitFor(program);
  if (verb_ == "shot" || verb_ == "layout" || verb_ == "save") return WriteFile(program);
  if (verb_ == "key") {
    const KeyEvent event = KeyNamed(rest_);
    if (event.key == Key::kNone) return Fail("no key of this name");
    program.PushKey(event);
    return Done();
  }
  if (verb_ == "scan") {
    std::string text = rest_;
    if (text.starts_with("@")) {
      std::ifstream file(text.substr(1));
      if (!std::getline(file, text)) return Fail("the file can't be read");
    }
    program.PushScan(text);
    return Done();
  }
  if (verb_ == "resize") {
    const std::optional<Size> size = ParseSize(rest_);
    if (!size.has_value()) return Fail("expected: resize WxH");
    program.Resize(*size);
    return Done();
  }
  const std::optional<std::int64_t> ms = Whole(rest_);
  if (verb_ == "pause" && ms.has_value())
    return program.Now() - since_ms_ >= *ms ? Done() : State::kWaiting;
  if (verb_ == "pass" && ms.has_value()) {
    program.Skip(*ms);
    return Done();
  }
  return Fail("not a command");
}

Driver::State Driver::Step(Driven& program) {
  if (!open_) {
    std::optional<std::string> line = source_->Next();
    if (!line.has_value()) return source_->ended ? State::kFinished : State::kWaiting;
    ++number_;
    line_ = *line;
    while (!line_.empty() && (line_.back() == '\r' || line_.back() == ' '))
      line_.pop_back();
    if (line_.empty() || line_.front() == '#') return State::kActed;
    const std::size_t space = line_.find(' ');
    verb_ = line_.substr(0, space);
    rest_ = space == std::string::npos ? "" : line_.substr(space + 1);
    open_ = true;
    since_ms_ = program.Now();
    typed_ = 0;
    if (verb_ == "quit") return State::kFinished;
    if (verb_ == "leave") return State::kLeft;
  }
  return Perform(program);
}

}  // namespace tanggap::ui
