// The window's loop and the script driver on SDL's offscreen display.
#include "ui/host.h"

#include <SDL.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "support/catch.h"
#include "support/places.h"
#include "ui/keyboard.h"
#include "ui/kit.h"
#include "ui/png.h"
#include "ui/text_edit.h"

namespace tanggap::ui {
namespace {

namespace fs = std::filesystem;

// Two screens: a question, and a page with a keyboard; and what came in.
class Small final : public Program {
 public:
  Look Appearance(Size canvas) override { return KioskLook(canvas, 194, 345); }
  void Draw(Frame& frame) override {
    frame.Screen(typing_ ? "typing" : "start");
    frame.Fill({0, 0, frame.U(1080), frame.U(1920)}, frame.Colors().paper);
    if (!typing_) {
      if (PrimaryButton(frame, "begin", frame.Area(43, 800, 994, 136), {.word = "Mulai"}))
        begin_ = true;
      return;
    }
    TextField(frame, "field", frame.Area(43, 300, 994, 300), {.text = text_, .active = true});
    typed_ = Keyboard(frame, {43, 1034, 994, KeyboardHeight(frame)},
                      {.page = page_, .space_word = "spasi"});
  }
  bool Settle(std::int64_t /*now_ms*/) override {
    bool changed = std::exchange(begin_, false);
    if (changed) typing_ = true;
    if (const auto typed = std::exchange(typed_, std::nullopt)) {
      text_ = AfterTyping(text_, *typed, 280);
      page_ = typed->kind == Typed::Kind::kPage ? typed->page
              : page_ == KeyboardPage::kDigits  ? page_
                                                : PageFor(text_);
      changed = true;
    }
    return changed;
  }
  void KeyPressed(const KeyEvent& event, std::int64_t /*now_ms*/) override {
    keys_ += event.text.empty() ? "?" : event.text;
  }
  void Scanned(const WedgeOutcome::Scan& scan, std::int64_t /*now_ms*/) override {
    scans_ += scan.text;
  }
  std::optional<std::string> Value(std::string_view name) override {
    if (name == "text") return text_;
    if (name == "keys") return keys_;
    if (name == "scans") return scans_;
    return std::nullopt;
  }

 private:
  bool typing_ = false;
  bool begin_ = false;
  std::optional<Typed> typed_;
  KeyboardPage page_ = KeyboardPage::kUpper;
  std::string text_, keys_, scans_;
};

struct Folder {
  fs::path path;
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "ui-host-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path = pattern;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

std::string Content(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int RunScript(const Folder& folder, const std::string& script, Host::Timings* timings = nullptr) {
  setenv("SDL_VIDEODRIVER", "offscreen", 1);
  std::ofstream(folder.path / "script") << script;
  HostOptions options;
  options.title = "test";
  options.window = Size{1080, 1920};
  options.stage.icons = SourceDir() / "assets/icons";
  options.drive = folder.path / "script";
  options.layout = folder.path / "now.json";
  Host host(options);
  Small program;
  const int result = host.Run(program);
  if (timings != nullptr) *timings = host.Measured();
  return result;
}

}  // namespace

TEST_CASE("A script taps, types and takes pictures of a real program", "[ui][host]") {
  const Folder folder;
  const std::string at = folder.path.string();
  Host::Timings timings;
  REQUIRE(RunScript(folder,
                    "# comment\nwait-screen start\nshot " + at +
                        "/deep/start.png\ntap begin\n"
                        "wait-screen typing\ntype Sudah 7 hari, Bu.\nsave text " +
                        at +
                        "/text\n"
                        "layout " +
                        at + "/layout.json\nshot " + at + "/typing.png\nquit\n",
                    &timings) == 0);
  CHECK(Content(folder.path / "text") == "Sudah 7 hari, Bu.\n");
  CHECK(Content(folder.path / "layout.json").find("\"id\":\"key-q\"") != std::string::npos);
  CHECK(Content(folder.path / "now.json").find("\"screen\":\"typing\"") != std::string::npos);
  const Bitmap picture = ReadPng(1, at + "/deep/start.png");
  CHECK(picture.width == 1080);
  REQUIRE_FALSE(picture.Empty());
  CHECK((*picture.rgba)[0] == 0xF7);
  CHECK(timings.first_frame_us > 0);
  CHECK(timings.tap_to_shown_us.size() >= 18);
  REQUIRE(timings.screens.size() == 2);
  CHECK(timings.screens[0].name == "start");
  CHECK(timings.screens[0].since_tap_us == 0);
  CHECK(timings.screens[1].name == "typing");
  CHECK(timings.screens[1].since_tap_us > 0);
  CHECK(timings.screens[1].at_us > timings.screens[0].at_us);
}

TEST_CASE("A script that leaves lets the program go on until it ends by itself", "[ui][host]") {
  constexpr int kTurns = 50;  // of the loop, most of them after the script has left
  class Lasting final : public Program {
   public:
    Look Appearance(Size canvas) override { return KioskLook(canvas, 194, 345); }
    void Draw(Frame& frame) override { frame.Screen("lasting"); }
    bool Settle(std::int64_t /*now_ms*/) override { return false; }
    std::optional<std::int64_t> NextDeadline() override { return 0; }
    bool Finished() override { return ++turns > kTurns; }
    int turns = 0;
  };
  const Folder folder;
  std::ofstream(folder.path / "script") << "wait-screen lasting\nleave\nfly\n";
  setenv("SDL_VIDEODRIVER", "offscreen", 1);
  HostOptions options;
  options.window = Size{1080, 1920};
  options.stage.icons = SourceDir() / "assets/icons";
  options.drive = folder.path / "script";
  Host host(options);
  Lasting program;
  CHECK(host.Run(program) == 0);
  CHECK(program.turns > kTurns);
}

TEST_CASE("A scan reaches the program whole, typing reaches it key by key", "[ui][host]") {
  const Folder folder;
  const std::string at = folder.path.string();
  REQUIRE(RunScript(folder, "scan TANGGAP:K7QF2M9DXR47\npause 20\nsave scans " + at +
                                "/scans\n"
                                "key J\nkey Ctrl+Enter\ntype héj T\npause 150\nsave keys " +
                                at + "/keys\nquit\n") == 0);
  CHECK(Content(folder.path / "scans") == "TANGGAP:K7QF2M9DXR47\n");
  CHECK(Content(folder.path / "keys") == "j?héj T\n");
}

TEST_CASE("Keys and presses take effect in the order in which hands did them", "[ui][host]") {
  // Everything at once, as a slow frame would find it: a letter, a press, a letter.
  class Ordered final : public Program {
   public:
    Look Appearance(Size canvas) override { return KioskLook(canvas, 194, 345); }
    void Draw(Frame& frame) override {
      frame.Screen("ordered", 0);
      if (PrimaryButton(frame, "begin", frame.Area(43, 800, 994, 136), {.word = "Mulai"}))
        pressed_ = true;
      if (++frames_ != 3) return;
      Push('j');
      for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP}) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.x = 0.5F;
        event.tfinger.y = 0.45F;
        SDL_PushEvent(&event);
      }
      Push('x');
    }
    bool Settle(std::int64_t /*now_ms*/) override {
      if (std::exchange(pressed_, false)) log += "!";
      return ++turns_ < 8;  // some frames before the hands begin
    }
    void KeyPressed(const KeyEvent& event, std::int64_t /*now_ms*/) override { log += event.text; }
    std::optional<std::int64_t> NextDeadline() override { return 0; }
    bool Finished() override { return log.size() >= 3 || turns_ > 100'000; }
    std::string log;

   private:
    static void Push(char letter) {
      SDL_Event event{};
      event.type = SDL_KEYDOWN;
      event.key.keysym.sym = letter;
      event.key.keysym.scancode = SDL_GetScancodeFromKey(letter);
      SDL_PushEvent(&event);
      SDL_Event text{};
      text.type = SDL_TEXTINPUT;
      text.text.text[0] = letter;
      SDL_PushEvent(&text);
    }
    int frames_ = 0;
    int turns_ = 0;
    bool pressed_ = false;
  };
  setenv("SDL_VIDEODRIVER", "offscreen", 1);
  HostOptions options;
  options.window = Size{1080, 1920};
  options.stage.icons = SourceDir() / "assets/icons";
  Host host(options);
  Ordered program;
  CHECK(host.Run(program) == 0);
  CHECK(program.log == "j!x");
}

TEST_CASE("A script that expects what is not there fails and says what was", "[ui][host]") {
  const Folder folder;
  CHECK(RunScript(folder, "pass 100\nfly begin\n") == 1);
  CHECK(RunScript(folder, "save nothing\n") == 1);
}

TEST_CASE("Window sizes are read strictly", "[ui][host]") {
  CHECK(ParseSize("1080x1920") == Size{1080, 1920});
  CHECK_FALSE(ParseSize("1080").has_value());
  CHECK_FALSE(ParseSize("1080x").has_value());
  CHECK_FALSE(ParseSize("10x20").has_value());
  CHECK_FALSE(ParseSize("1080x1920 ").has_value());
}

}  // namespace tanggap::ui
