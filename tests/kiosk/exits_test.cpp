// No dead ends: from every screen, in every mode, the controls on it lead home, and on.
#include <algorithm>
#include <array>
#include <functional>

#include "domain/match.h"
#include "kiosk/gallery.h"
#include "kiosk/walker.h"
#include "support/catch.h"

namespace tanggap::kiosk {
namespace {

// Left by an outcome or by staff alone, or by their own ring.
bool LeavesByItself(const State& state) {
  return !state.overlay && std::visit(Match{
                                          [](const Saving&) { return true; },
                                          [](const Looking&) { return true; },
                                          [](const OutOfService&) { return true; },
                                          [](const SaidThanks& s) { return !s.stored; },
                                          [](const auto&) { return false; },
                                      },
                                      state.screen);
}

bool IsHome(const State& state) {
  return std::holds_alternative<Attract>(state.screen) ||
         std::holds_alternative<OutOfService>(state.screen);
}

bool IsHelp(const std::string& id) {
  return id.starts_with("help-") || id == "about";
}

constexpr std::array<const char*, 10> kHomeward{"done",        "drop", "cancel", "new-person",
                                                "staff-leave", "back", "keep",   "out-no",
                                                "another",     "next"};

// Touches towards home, at most a dozen.
std::string WayHome(Walker& walker) {
  std::string way;
  for (int touches = 0; touches < 12; ++touches) {
    if (IsHome(walker.visitor.state) || LeavesByItself(walker.visitor.state)) return {};
    const auto enabled = walker.Enabled();
    const auto next = std::ranges::find_if(
        kHomeward, [&](const char* id) { return std::ranges::find(enabled, id) != enabled.end(); });
    if (next == kHomeward.end()) return way + " then nothing leads home";
    way += std::string(" ") + *next;
    if (!walker.Touch(*next)) return way + " does nothing";
  }
  return way + " and is still not home";
}

struct Mode {
  const char* name;
  bool clearer;
  bool lower;
};

const Mode kUsual{"usual", false, false};
const Mode kClearer{"clearer", true, false};
const Mode kLower{"lower", false, true};
const Mode kBoth{"both", true, true};

void CheckEvery(const char* office, ui::Size size, const Mode& mode,
                const std::function<std::string(Walker&)>& fault,
                const std::string& language = "id") {
  const Context context = ExampleContext(office);
  const bool wide = size.width > size.height;
  auto harness = ui::UiHarness::Panel(size, wide ? 345 : 194, wide ? 194 : 345);
  const std::size_t count = Gallery(context, Steady{harness.Now()}).size();
  for (std::size_t i = 0; i < count; ++i) {
    NamedState named = Gallery(context, Steady{harness.Now()})[i];
    named.state.visit.clearer = mode.clearer;
    named.state.visit.lower = mode.lower;
    named.state.visit.language = language;
    Walker walker(context, harness, named.state);
    const std::string found = fault(walker);
    INFO(office << ", " << (wide ? "lying" : "upright") << ", " << mode.name << ", " << language
                << ", " << named.name << ":" << found);
    CHECK(found.empty());
  }
}

}  // namespace

TEST_CASE("From every screen in every mode a few touches lead home", "[kiosk][screens]") {
  struct Case {
    const char* office;
    ui::Size size;
    Mode mode;
  };
  const Case now = GENERATE(Case{"lembata", {1080, 1920}, {"usual", false, false}},
                            Case{"lembata", {1080, 1920}, {"lower", false, true}},
                            Case{"lembata", {1920, 1080}, {"clearer", true, false}},
                            Case{"lembata", {1920, 1080}, {"lower", false, true}},
                            Case{"belitung", {1080, 1920}, {"clearer", true, false}},
                            Case{"belitung", {1920, 1080}, {"lower", false, true}},
                            Case{"belitung", {1080, 1920}, {"both", true, true}},
                            Case{"belitung", {1920, 1080}, {"usual", false, false}});
  CheckEvery(now.office, now.size, now.mode, WayHome);
}

TEST_CASE("Every question has a way on, a way back and a way out", "[kiosk][screens]") {
  const char* office = GENERATE("lembata", "belitung");
  const ui::Size size = GENERATE(ui::Size{1080, 1920}, ui::Size{1920, 1080});
  const Mode mode = GENERATE_COPY(kUsual, kClearer, kLower, kBoth);
  const char* language = GENERATE("id", "en");
  const auto fault = [](Walker& walker) -> std::string {
    const State& state = walker.visitor.state;
    if (!StationOf(state.screen) || state.overlay) return {};
    const auto enabled = walker.Enabled();
    const auto has = [&](std::string_view id) {
      return std::ranges::find(enabled, id) != enabled.end();
    };
    if (!has("back")) return " no way back";
    if (!has("cancel")) return " no way out";
    const bool only_read = std::holds_alternative<ReadNotice>(state.screen);
    const bool on = std::ranges::any_of(enabled, [](const std::string& id) {
      return id != "back" && id != "cancel" && !IsHelp(id);
    });
    return on || only_read ? "" : " no way on";
  };
  CheckEvery(office, size, mode, fault, language);
}

TEST_CASE("A screen has at most one filled control, and a question's way on is it",
          "[kiosk][screens]") {
  const char* office = GENERATE("lembata", "belitung");
  const ui::Size size = GENERATE(ui::Size{1080, 1920}, ui::Size{1920, 1080});
  const Mode mode = GENERATE_COPY(kUsual, kClearer, kLower, kBoth);
  const char* language = GENERATE("id", "en");
  const auto fault = [](Walker& walker) -> std::string {
    std::string filled;
    for (const ui::Target& target : walker.Look().targets) {
      if (!target.filled) continue;
      if (!filled.empty()) return " both " + filled + " and " + target.id;
      filled = target.id;
      // Never a control that gives something up.
      if (filled == "back" || filled == "cancel" || filled == "drop") return " " + filled;
    }
    return {};
  };
  CheckEvery(office, size, mode, fault, language);
}

TEST_CASE("A double touch on the last way on never sends", "[kiosk][screens]") {
  const char* office = GENERATE("lembata", "belitung");
  const ui::Size size = GENERATE(ui::Size{1080, 1920}, ui::Size{1920, 1080});
  const Mode mode = GENERATE_COPY(kUsual, kClearer, kLower, kBoth);
  const Context context = ExampleContext(office);
  const bool wide = size.width > size.height;
  auto harness = ui::UiHarness::Panel(size, wide ? 345 : 194, wide ? 194 : 345);
  std::vector<ui::Rect> on;
  std::vector<ui::Rect> sends;
  for (NamedState named : Gallery(context, Steady{harness.Now()})) {
    const bool before = std::holds_alternative<Identify>(named.state.screen) ||
                        std::holds_alternative<AskLoss>(named.state.screen);
    const bool review = std::holds_alternative<Review>(named.state.screen);
    if ((!before && !review) || named.state.overlay) continue;
    named.state.visit.clearer = mode.clearer;
    named.state.visit.lower = mode.lower;
    Walker walker(context, harness, named.state);
    for (const ui::Target& target : walker.Look().targets) {
      if (before && (target.id == "next" || target.id == "skip")) on.push_back(target.hit);
      if (review && target.id == "send") sends.push_back(target.hit);
    }
  }
  REQUIRE_FALSE(on.empty());
  REQUIRE_FALSE(sends.empty());
  for (const ui::Rect& first : on)
    for (const ui::Rect& second : sends)
      CHECK_FALSE(first.Overlaps(second));
}

}  // namespace tanggap::kiosk
