// What may happen to a visitor at any step of any way: a change of mind, walking away, a hasty tap,
// another language, somebody coming near. Nothing is listed by hand: every step of every file in
// ways/ is tried, and a failure names file, line and screen.
#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "journeys/way.h"
#include "kiosk/gallery.h"
#include "support/catch.h"

namespace tanggap::kiosk {
namespace {

constexpr int kFarAway = 60;  // taps: more than any way is long

// What came of a whole way: the same however one got there.
struct Outcome {
  std::size_t ratings = 0;
  std::size_t surveys = 0;
  std::size_t complaints = 0;
  std::size_t handlings = 0;
  std::size_t said = 0;
  Complaint sent;
  std::string words;  // with what was said of a ticket
  bool operator==(const Outcome&) const = default;
};
Outcome OutcomeOf(const Play& play) {
  Outcome outcome;
  outcome.ratings = play.Asked<StoreRating>();
  outcome.surveys = play.Asked<StoreSurvey>();
  outcome.complaints = play.Asked<StoreComplaint>();
  outcome.handlings = play.Asked<StoreHandling>();
  outcome.said = play.Asked<StoreSaid>();
  if (const auto* stored = play.Last<StoreComplaint>()) outcome.sent = stored->complaint;
  if (const auto* stored = play.Last<StoreSaid>()) outcome.words = stored->words;
  return outcome;
}

struct Trodden {
  std::vector<Play::Moment> before;  // each step
  std::vector<std::string> screens;  // likewise, and the one at the end
  Outcome outcome;
  std::string wrong;
};

Trodden Tread(Play& play, const Way& way) {
  Trodden trodden;
  for (const Step& step : way.steps) {
    trodden.before.push_back(play.Here());
    trodden.screens.push_back(play.ScreenName());
    trodden.wrong = Do(play, way, step);
    if (!trodden.wrong.empty()) break;
  }
  trodden.screens.push_back(play.ScreenName());
  trodden.outcome = OutcomeOf(play);
  return trodden;
}

// Whether a step only leads on; what it answers or types on its own screen is there already.
bool LeadsOn(const Way& way, const Trodden& trodden, std::size_t step) {
  return way.steps[step].verb.starts_with("wait") ||
         trodden.screens[step] != trodden.screens[step + 1];
}

// From the screen that stands to the end: again past the answers given before `at`, then as
// written.
std::string GoOn(Play& play, const Way& way, const Trodden& trodden, std::size_t at) {
  std::size_t from = at;
  while (from > 0 && !(trodden.screens[from] == play.ScreenName() && LeadsOn(way, trodden, from)))
    --from;
  for (std::size_t i = from; i < at; ++i) {
    if (!LeadsOn(way, trodden, i)) continue;
    if (std::string wrong = Do(play, way, way.steps[i]); !wrong.empty()) return wrong;
  }
  return DoFrom(play, way, at);
}

using AtStep =
    std::function<void(Play& play, const Way& way, const Trodden& trodden, std::size_t step)>;

// Calls `at` before every step of every way, on the moment that a visitor has reached there.
void AtEveryStep(const AtStep& at, const std::function<bool(const Context&)>& wanted = {}) {
  const bool landscape = GENERATE(false, true);
  std::map<std::string, Context> offices;
  int steps = 0;
  for (const Way& way : AllWays()) {
    if (!offices.contains(way.office)) offices.emplace(way.office, ExampleContext(way.office));
    const Context& context = offices.at(way.office);
    if (wanted && !wanted(context)) continue;
    Play play(context, landscape);
    const Trodden trodden = Tread(play, way);
    INFO(trodden.wrong);
    REQUIRE(trodden.wrong.empty());
    for (std::size_t i = 0; i < way.steps.size(); ++i) {
      if (i > 0 && way.steps[i].verb.starts_with("wait")) continue;  // stands where the last did
      play.GoTo(trodden.before[i]);
      ++steps;
      at(play, way, trodden, i);
    }
  }
  REQUIRE(steps > 20);
}

bool IsSensitive(const Context& context) {
  return context.office.sensitive.active;
}

// Ways home by taps alone, the gentlest first.
bool TapHome(Play& play) {
  for (int taps = 0; taps < kFarAway; ++taps) {
    if (play.ScreenName() == "attract") return true;
    bool tapped = false;
    for (const char* id : {"drop", "new-person", "back", "done", "next", "cancel", "keep"}) {
      tapped = play.Has(id) && play.Tap(id);
      if (tapped) break;
    }
    if (!tapped) return false;
  }
  return false;
}

}  // namespace

TEST_CASE("Every way leads where its file says, lying and upright", "[journeys]") {
  const bool landscape = GENERATE(false, true);
  for (const Way& way : AllWays()) {
    const Context context = ExampleContext(way.office);
    Play play(context, landscape);
    const std::string wrong = DoFrom(play, way, 0);
    INFO(wrong);
    CHECK(wrong.empty());
  }
}

TEST_CASE("Every screen that a visitor's own taps reach is on some way", "[journeys]") {
  // "review-1" is a page of "review".
  const auto without_page = [](std::string name) {
    while (name.size() > 2 && std::isdigit(static_cast<unsigned char>(name.back())) != 0 &&
           name[name.size() - 2] == '-')
      name.resize(name.size() - 2);
    return name;
  };
  // Shown by what becomes of an effect, by a clock, to staff, or where low reach or large words
  // give a question a page of its own; session and screen tests have them.
  const std::set<std::string> elsewhere{"saving",         "save-failed",    "looking",
                                        "look-up-paused", "too-many",       "idle-warning",
                                        "cancel-sheet",   "staff-pin",      "staff-locked",
                                        "staff-menu",     "out-of-service", "identity-safe-hours"};
  std::set<std::string> stood;
  std::set<std::string> known;
  for (const Way& way : AllWays()) {
    const Context context = ExampleContext(way.office);
    Play play(context, false);
    for (const std::string& screen : Tread(play, way).screens)
      stood.insert(without_page(screen));
    const auto now = play.Here().now;
    for (const NamedState& named : Gallery(context, now)) {
      play.GoTo({named.state, {}, now});
      known.insert(without_page(play.ScreenName()));
    }
  }
  REQUIRE(known.size() > 30);
  for (const std::string& screen : known) {
    INFO(screen << ": no file of tests/journeys/ways stands on it");
    CHECK((stood.contains(screen) || elsewhere.contains(screen)));
  }
}

TEST_CASE("A step back loses nothing: going on leads to the same end", "[journeys]") {
  AtEveryStep([](Play& play, const Way& way, const Trodden& trodden, std::size_t at) {
    const Step& step = way.steps[at];
    if (!play.Has("back")) return;
    const std::string here = play.ScreenName();
    REQUIRE(play.Tap("back"));
    INFO(Where(play, way, step) << ", after back from " << here);
    REQUIRE(play.ScreenName() != here);
    if (play.ScreenName() == "attract") {
      CHECK(play.Clean());
      return;
    }
    const std::string wrong = GoOn(play, way, trodden, at);
    INFO(wrong);
    CHECK(wrong.empty());
    CHECK(OutcomeOf(play) == trodden.outcome);
  });
}

TEST_CASE("Every step has a way home by taps, and home holds nothing of the visitor",
          "[journeys][privacy]") {
  AtEveryStep([](Play& play, const Way& way, const Trodden&, std::size_t at) {
    INFO(Where(play, way, way.steps[at]));
    CHECK(TapHome(play));
    CHECK(play.Clean());
  });
}

TEST_CASE("Cancelling asks, keeps everything on no, and wipes everything on yes",
          "[journeys][privacy]") {
  AtEveryStep(
      [](Play& play, const Way& way, const Trodden& trodden, std::size_t at) {
        if (!play.Has("cancel")) return;
        INFO(Where(play, way, way.steps[at]));
        const Complaint before = play.Now().visit.complaint;
        REQUIRE(play.Tap("cancel"));
        if (play.ScreenName() == "attract") {  // nothing was entered, so nothing is asked
          CHECK(play.Clean());
          return;
        }
        REQUIRE(play.ScreenName() == "cancel-sheet");
        REQUIRE(play.Tap("keep"));
        CHECK(play.ScreenName() == trodden.screens[at]);
        CHECK(play.Now().visit.complaint == before);
        REQUIRE(play.Tap("cancel"));
        REQUIRE(play.Tap("drop"));
        CHECK(play.Clean());
      },
      [](const Context& context) { return !IsSensitive(context); });
}

TEST_CASE("Whoever walks away is warned, and the next visitor finds nothing",
          "[journeys][privacy]") {
  AtEveryStep([](Play& play, const Way& way, const Trodden& trodden, std::size_t at) {
    INFO(Where(play, way, way.steps[at]));
    if (play.Clean()) return;
    const auto moment = play.Here();
    // Thanks and tickets have rings of their own, and leave by themselves.
    const std::string& shown = play.ScreenName();
    const bool warned = shown != "thanks" && shown != "ticket" && shown != "said";
    if (warned) {
      // The longest wait of any screen, less the warning.
      for (int s = 0; s < 240 && play.ScreenName() != "idle-warning"; ++s)
        play.Pass(Steady{1000});
      REQUIRE(play.ScreenName() == "idle-warning");
      CHECK(play.Has("still-here"));
      const auto warning = play.Here();
      REQUIRE(play.Tap("new-person"));
      CHECK(play.Clean());
      play.GoTo(warning);
      REQUIRE(play.Tap("still-here"));
      // The warning takes a sheet's place; what it lay over stands again.
      const bool same =
          play.ScreenName() == trodden.screens[at] || trodden.screens[at] == "help-called";
      CHECK((same || play.ScreenName() == "review-0"));
      const std::string typed = play.Now().visit.complaint.words;
      if (!typed.empty() && play.Now().visit.covered)
        CHECK_FALSE(Holds(play.AllWords(), "rahasia"));
    }
    play.GoTo(moment);
    play.Pass(Steady{10 * 60 * 1000});
    CHECK(play.Clean());
  });
}

TEST_CASE("In a sensitive office every screen is left by one tap, and nothing stays",
          "[journeys][privacy][aman]") {
  AtEveryStep(
      [](Play& play, const Way& way, const Trodden&, std::size_t at) {
        if (play.ScreenName() == "attract") return;
        INFO(Where(play, way, way.steps[at]));
        const auto moment = play.Here();
        REQUIRE(play.Has("cancel"));
        REQUIRE(play.Tap("cancel"));
        CHECK(play.Clean());
        // Also from what lies over the screen.
        play.GoTo(moment);
        if (play.Has("help-staff")) {
          REQUIRE(play.Tap("help-staff"));
          REQUIRE(play.ScreenName() == "help-called");
          REQUIRE(play.Tap("cancel"));
          CHECK(play.Clean());
        }
      },
      IsSensitive);
}

TEST_CASE("A double tap anywhere does what one tap does", "[journeys]") {
  AtEveryStep([](Play& play, const Way& way, const Trodden& trodden, std::size_t at) {
    const Step& step = way.steps[at];
    // What toggles is toggled twice; that is what two taps mean there.
    if (step.verb != "tap" || trodden.screens[at] == trodden.screens[at + 1]) return;
    INFO(Where(play, way, step));
    REQUIRE(play.TapTwice(step.rest));
    CHECK(play.ScreenName() == trodden.screens[at + 1]);
    const std::string wrong = DoFrom(play, way, at + 1);
    INFO(wrong);
    CHECK(wrong.empty());
    CHECK(OutcomeOf(play) == trodden.outcome);
  });
}

TEST_CASE("The language may change at every step, and the way goes on", "[journeys]") {
  AtEveryStep([](Play& play, const Way& way, const Trodden& trodden, std::size_t at) {
    if (!play.Has("help-language")) return;
    INFO(Where(play, way, way.steps[at]));
    const std::string words = play.AllWords();
    REQUIRE(play.Tap("help-language"));
    CHECK(play.AllWords() != words);
    CHECK(play.ScreenName() == trodden.screens[at]);
    const std::string wrong = DoFrom(play, way, at);
    INFO(wrong);
    CHECK(wrong.empty());
    CHECK(OutcomeOf(play) == trodden.outcome);
  });
}

TEST_CASE("An answer changed from the review leads back to the review, the rest untouched",
          "[journeys]") {
  AtEveryStep([](Play& play, const Way& way, const Trodden& trodden, std::size_t at) {
    if (play.ScreenName() != "review-0") return;
    const auto review = play.Here();
    for (const char* row :
         {"row-service", "row-aspect", "row-when", "row-story", "row-wish", "row-identity"}) {
      play.GoTo(review);
      if (!play.Has(row)) continue;
      INFO(way.name << ", " << row << ", " << Where(play, way, way.steps[at]));
      REQUIRE(play.Tap(row));
      CHECK(play.ScreenName() != "review-0");
      REQUIRE(play.Tap("back"));
      CHECK(play.ScreenName() == "review-0");
      CHECK(play.Now().visit.complaint == review.state.visit.complaint);
      const std::string wrong = DoFrom(play, way, at);
      INFO(wrong);
      CHECK(wrong.empty());
      CHECK(OutcomeOf(play) == trodden.outcome);
    }
  });
}

}  // namespace tanggap::kiosk
