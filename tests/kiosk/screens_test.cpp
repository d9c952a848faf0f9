// Rules over every screen, language, panel, theme and reach: one rule beats fifty pictures.
#include "kiosk/screens/screens.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "kiosk/gallery.h"
#include "kiosk/sample.h"
#include "support/catch.h"
#include "support/ui_harness.h"

namespace tanggap::kiosk {
namespace {

struct Panel {
  const char* name;
  ui::Size pixels;
  float width_mm;
  float height_mm;
};
const std::vector<Panel> kPanels{
    {"15.6 portrait", {1080, 1920}, 194, 345},   {"15.6 landscape", {1920, 1080}, 345, 194},
    {"21.5 portrait", {1080, 1920}, 268, 476},   {"21.5 landscape", {1920, 1080}, 476, 268},
    {"32 portrait", {1080, 1920}, 398, 708},     {"32 landscape", {1920, 1080}, 708, 398},
    {"15 XGA landscape", {1024, 768}, 304, 228},
};

std::vector<std::string> FaultsOf(ui::UiHarness& harness, const Context& context,
                                  const NamedState& named) {
  ui::Bitmap logo;
  const View view{context, named.state, context.In(named.state.visit.language), logo};
  const auto draw = [&](ui::Frame& frame) { static_cast<void>(DrawState(frame, view)); };
  harness.look = LookOf(context, named.state, harness.GetSize());
  harness.Draw(draw);
  harness.Pass(2000);  // Past the rise of the content.
  harness.Draw(draw);
  return ui::Faults(harness);
}

void CheckAll(const char* office, const Panel& panel, bool clearer, bool lower) {
  Context context = ExampleContext(office);
  context.office.panel.width_mm = panel.width_mm;
  context.office.panel.height_mm = panel.height_mm;
  auto harness = ui::UiHarness::Panel(panel.pixels, panel.width_mm, panel.height_mm);
  for (const std::string language : {"id", "en"}) {
    const std::size_t count = Gallery(context, Steady{harness.Now()}).size();
    for (std::size_t i = 0; i < count; ++i) {
      // Anew each time: rings and warnings count from the present.
      NamedState named = Gallery(context, Steady{harness.Now()})[i];
      named.state.visit.language = language;
      named.state.visit.clearer = clearer;
      named.state.visit.lower = lower;
      std::string all;
      for (const std::string& fault : FaultsOf(harness, context, named))
        all += "\n  " + fault;
      INFO(office << ", " << panel.name << ", " << language << ", " << named.name
                  << (clearer ? ", clearer" : "") << (lower ? ", lower" : "") << all);
      CHECK(all.empty());
    }
  }
}

}  // namespace

TEST_CASE("Every control is large enough, alone and inside, every text fits", "[kiosk][screens]") {
  const char* office = GENERATE("lembata", "belitung");
  const Panel panel = GENERATE(from_range(kPanels));
  CheckAll(office, panel, false, false);
}

TEST_CASE("The same holds with larger words and higher contrast", "[kiosk][screens]") {
  const char* office = GENERATE("lembata", "belitung");
  const Panel panel = GENERATE(kPanels[0], kPanels[1], kPanels[6]);
  CheckAll(office, panel, true, false);
}

TEST_CASE("The same holds with everything within low reach", "[kiosk][screens]") {
  const char* office = GENERATE("lembata", "belitung");
  const Panel panel = GENERATE(kPanels[0], kPanels[1], kPanels[6]);
  CheckAll(office, panel, false, true);
}

TEST_CASE("The same holds with larger words within low reach", "[kiosk][screens]") {
  const char* office = GENERATE("lembata", "belitung");
  const Panel panel = GENERATE(kPanels[0], kPanels[1], kPanels[6]);
  CheckAll(office, panel, true, true);
}

namespace {

// A field that keys below type into is reading matter; without keys it is what opens them.
bool IsRead(const ui::Frame& frame, const ui::Target& target) {
  if (target.id != "story" && target.id != "field") return false;
  return std::ranges::any_of(frame.targets, [](const ui::Target& other) {
    return other.id == "write" || other.id.starts_with("key-") || other.id.starts_with("pad-");
  });
}

// So many answers that they need the whole lower half: the decree's list is closed, and a code has
// 32 signs; on a panel that is nearly square faces of 40 mm do.
bool HasMany(const std::string& name, const Panel& panel) {
  const bool square = panel.width_mm < panel.height_mm * 1.5F && panel.width_mm > panel.height_mm;
  return name.starts_with("aspect") || name == "ask" || name.starts_with("look-up") ||
         (square && name == "attract");
}

}  // namespace

TEST_CASE("In low reach every control stands in the lower 45 %, many answers in the lower half",
          "[kiosk][screens]") {
  const char* office = GENERATE("lembata", "belitung");
  const Panel panel = GENERATE(kPanels[0], kPanels[1], kPanels[6]);
  const bool clearer = GENERATE(false, true);
  Context context = ExampleContext(office);
  context.office.panel.width_mm = panel.width_mm;
  context.office.panel.height_mm = panel.height_mm;
  auto harness = ui::UiHarness::Panel(panel.pixels, panel.width_mm, panel.height_mm);
  ui::Bitmap logo;
  const auto height = static_cast<float>(panel.pixels.height);
  for (const std::string language : {"id", "en"}) {
    for (NamedState named : Gallery(context, Steady{harness.Now()})) {
      named.state.visit.language = language;
      named.state.visit.clearer = clearer;
      named.state.visit.lower = true;
      const View view{context, named.state, context.In(language), logo};
      harness.look = LookOf(context, named.state, harness.GetSize());
      const auto& frame =
          harness.Rest([&](ui::Frame& f) { static_cast<void>(DrawState(f, view)); });
      const float line = std::floor(height * (HasMany(named.name, panel) ? 0.5F : 0.55F));
      std::string high;
      for (const ui::Target& target : frame.targets) {
        if (IsRead(frame, target) || target.plate.y >= line) continue;
        high += " " + target.id + " at " + std::to_string(target.plate.y / height);
      }
      INFO(office << ", " << panel.name << ", " << language << ", " << named.name << ":" << high);
      CHECK(high.empty());
    }
  }
}

namespace {

// Pixels a module of the QR as painted. On paper: a finder's upper edge, seven modules of the only
// pure black; on black ground: the quiet zone's upper edge, the whole square's width of white.
int PaintedModule(ui::UiHarness& harness, bool black_ground, int modules) {
  const ui::Size size = harness.GetSize();
  const auto& pixels = harness.Painted();
  const std::uint32_t wanted = black_ground ? 0xFFFFFF : 0x000000;
  const int over = black_ground ? modules + 8 : 7;
  for (int y = 0; y < size.height; ++y) {
    int run = 0;
    for (int x = 0; x < size.width; ++x) {
      const std::uint32_t pixel =
          pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)) +
                 static_cast<std::size_t>(x)] &
          0xFFFFFFU;
      run = pixel == wanted ? run + 1 : 0;
      const bool ends = run > 0 && run % over == 0 && run >= 5 * over;
      // A quiet zone is four modules high, and an outline is not.
      const auto below = static_cast<std::size_t>(std::min(y + 16, size.height - 1));
      const std::uint32_t under =
          pixels[(below * static_cast<std::size_t>(size.width)) + static_cast<std::size_t>(x - 8)];
      if (!ends || (black_ground && (under & 0xFFFFFFU) != wanted)) continue;
      // The whole run, however long it goes on.
      int end = x + 1;
      while (end < size.width &&
             (pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)) +
                     static_cast<std::size_t>(end)] &
              0xFFFFFFU) == wanted)
        ++end;
      return (end - x - 1 + run) / over;
    }
  }
  return 0;
}

}  // namespace

TEST_CASE("Whatever a ticket's screen says, a phone can read its QR from where its owner stands",
          "[kiosk][screens]") {
  const char* office = "lembata";
  const Panel panel = GENERATE(kPanels[0], kPanels[1], kPanels[6]);
  const bool clearer = GENERATE(false, true);
  const bool lower = clearer ? false : GENERATE(false, true);
  Context context = ExampleContext(office);
  context.office.panel.width_mm = panel.width_mm;
  context.office.panel.height_mm = panel.height_mm;
  auto harness = ui::UiHarness::Panel(panel.pixels, panel.width_mm, panel.height_mm);
  ui::Bitmap logo;
  int seen = 0;
  for (const std::string language : {"id", "en"}) {
    for (NamedState named : Gallery(context, Steady{harness.Now()})) {
      const auto* shown = std::get_if<ShowTicket>(&named.state.screen);
      if (shown == nullptr) continue;
      named.state.visit.language = language;
      named.state.visit.clearer = clearer;
      named.state.visit.lower = lower;
      const View view{context, named.state, context.In(language), logo};
      harness.look = LookOf(context, named.state, harness.GetSize());
      harness.Rest([&](ui::Frame& f) { static_cast<void>(DrawState(f, view)); });
      // 2.5 mm a module; with large words somewhat less, so that nothing else goes.
      const float least = clearer ? 11 : 14;
      const int module = PaintedModule(harness, clearer, shown->ticket.qr_side);
      INFO(office << " " << panel.name << " " << named.name << " " << language
                  << (clearer ? " clearer" : "") << (lower ? " lower" : ""));
      CHECK(static_cast<float>(module) >= std::floor(least * harness.look.unit));
      CHECK(harness.Shows("7G1A"));
      ++seen;
    }
  }
  REQUIRE(seen == 10);
}

TEST_CASE("A tap on a face rates, and its word is on the screen", "[kiosk][screens]") {
  const Context context = ExampleContext("lembata");
  auto harness = ui::UiHarness::Panel({1080, 1920}, 194, 345);
  const State state = Opening(context);
  ui::Bitmap logo;
  const View view{context, state, context.languages.front(), logo};
  harness.look = LookOf(context, state, harness.GetSize());
  std::optional<Intent> got;
  const auto draw = [&](ui::Frame& frame) {
    if (auto intent = DrawState(frame, view)) got = intent;
  };
  harness.Draw(draw);
  harness.Pass(1000);
  harness.Draw(draw);
  REQUIRE(harness.Shows("Kurang puas"));
  REQUIRE(harness.Tap("face-2", draw));
  REQUIRE(got.has_value());
  REQUIRE(std::get<Rate>(*got).score == 2);
}

TEST_CASE("The field says how much may still be written, not how long the ready sentences are",
          "[kiosk][screens]") {
  const Context context = ExampleContext("lembata");
  auto harness = ui::UiHarness::Panel({1080, 1920}, 194, 345);
  ui::Bitmap logo;
  State state = Opening(context);
  state.screen = TellWhat{0, true, KeyLayer::kLetters};
  Complaint& entry = state.visit.complaint;
  entry.aspects = {AspectId{"waktu"}};
  entry.phrases = {OfferedPhrases(context, entry).front()};
  entry.words = "Sudah tujuh hari";
  const View view{context, state, context.languages.front(), logo};
  harness.look = LookOf(context, state, harness.GetSize());
  harness.Draw([&](ui::Frame& f) { static_cast<void>(DrawState(f, view)); });
  CHECK(harness.Shows("Sisa 264 huruf"));
}

TEST_CASE("In low reach several ready sentences stand on one page, with a way to write beside them",
          "[kiosk][screens]") {
  const Context context = ExampleContext("lembata");
  auto harness = ui::UiHarness::Panel({1080, 1920}, 194, 345);
  ui::Bitmap logo;
  State state = Opening(context);
  state.screen = TellWhat{};
  state.visit.lower = true;
  state.visit.complaint.aspects = {AspectId{"waktu"}};
  const View view{context, state, context.languages.front(), logo};
  harness.look = LookOf(context, state, harness.GetSize());
  const auto& frame = harness.Draw([&](ui::Frame& f) { static_cast<void>(DrawState(f, view)); });
  const auto phrases = std::ranges::count_if(
      frame.targets, [](const ui::Target& target) { return target.id.starts_with("phrase-"); });
  CHECK(phrases >= 3);
  CHECK(std::ranges::find(frame.targets, "write", &ui::Target::id) != frame.targets.end());
}

TEST_CASE("A typed word longer than its line is cut on the review, never beside it",
          "[kiosk][screens]") {
  const Panel panel = GENERATE(kPanels[0], kPanels[1], kPanels[6]);
  const bool clearer = GENERATE(false, true);
  const bool lower = GENERATE(false, true);
  Context context = ExampleContext("lembata");
  context.office.panel.width_mm = panel.width_mm;
  context.office.panel.height_mm = panel.height_mm;
  auto harness = ui::UiHarness::Panel(panel.pixels, panel.width_mm, panel.height_mm);
  for (NamedState named : Gallery(context, Steady{harness.Now()})) {
    if (named.name != "review") continue;
    Visit& visit = named.state.visit;
    visit.clearer = clearer;
    visit.lower = lower;
    visit.complaint.words = "lihat https://contoh.go.id/layanan/legalisir/antrean/nomor/20261122";
    visit.complaint.identity.mode = IdentityMode::kNamed;
    visit.complaint.identity.name = "Mariamagdalenawulandariningsih-Kusumawardhani";
    std::string all;
    for (const std::string& fault : FaultsOf(harness, context, named))
      all += "\n  " + fault;
    INFO(panel.name << (clearer ? ", clearer" : "") << (lower ? ", lower" : "") << all);
    CHECK(all.empty());
  }
}

TEST_CASE("A covered page shows no word of the entry", "[kiosk][screens][privacy]") {
  const Context context = ExampleContext("lembata");
  auto harness = ui::UiHarness::Panel({1080, 1920}, 194, 345);
  ui::Bitmap logo;
  int seen = 0;
  for (const NamedState& named : Gallery(context, Steady{harness.Now()})) {
    const bool covered = named.state.visit.covered || named.name == "idle-warning";
    if (!covered) continue;
    ++seen;
    const View view{context, named.state, context.languages.front(), logo};
    harness.look = LookOf(context, named.state, harness.GetSize());
    harness.Draw([&](ui::Frame& f) { static_cast<void>(DrawState(f, view)); });
    INFO(named.name);
    CHECK_FALSE(harness.Shows("menunggu"));
    CHECK_FALSE(harness.Shows("Yohana"));
  }
  REQUIRE(seen == 3);
}

TEST_CASE("In low reach a question stands right above its answers", "[kiosk][screens]") {
  const std::set<std::string> questions{"kind",   "service",     "aspect",       "counter",
                                        "when-0", "ask",         "loss",         "survey-1",
                                        "say",    "say-pressed", "identity-none"};
  const char* office = GENERATE("lembata", "belitung");
  const Panel panel = GENERATE(kPanels[0], kPanels[1], kPanels[6]);
  const char* language = GENERATE("id", "en");
  Context context = ExampleContext(office);
  context.office.panel.width_mm = panel.width_mm;
  context.office.panel.height_mm = panel.height_mm;
  auto harness = ui::UiHarness::Panel(panel.pixels, panel.width_mm, panel.height_mm);
  ui::Bitmap logo;
  std::size_t seen = 0;
  for (NamedState named : Gallery(context, Steady{harness.Now()})) {
    if (!questions.contains(named.name)) continue;
    ++seen;
    named.state.visit.language = language;
    named.state.visit.lower = true;
    const View view{context, named.state, context.In(language), logo};
    harness.look = LookOf(context, named.state, harness.GetSize());
    const auto& frame = harness.Rest([&](ui::Frame& f) { static_cast<void>(DrawState(f, view)); });
    float answers = static_cast<float>(panel.pixels.height);
    for (const ui::Target& target : frame.targets)
      answers = std::min(answers, target.plate.y);
    float question = 0;
    for (const ui::TextRun& text : frame.texts) {
      if (text.rect.Bottom() <= answers) question = std::max(question, text.rect.Bottom());
    }
    INFO(office << ", " << panel.name << ", " << language << ", " << named.name);
    // A hand's breadth of air, less than two lines.
    CHECK(answers - question < 100 * harness.look.unit);
  }
  REQUIRE(seen == questions.size());
}

TEST_CASE("Every field that may stay empty says so", "[kiosk][screens]") {
  const Panel panel = GENERATE(kPanels[0], kPanels[1]);
  Context context = ExampleContext("lembata");
  auto harness = ui::UiHarness::Panel(panel.pixels, panel.width_mm, panel.height_mm);
  ui::Bitmap logo;
  for (const std::string language : {"id", "en"}) {
    State state = Opening(context);
    state.screen = Identify{};
    state.visit.language = language;
    state.visit.complaint.identity.mode = IdentityMode::kNamed;
    const View view{context, state, context.In(language), logo};
    harness.look = LookOf(context, state, harness.GetSize());
    const auto& frame = harness.Rest([&](ui::Frame& f) { static_cast<void>(DrawState(f, view)); });
    const std::string& optional = context.In(language)[TextId::kCommonOptional];
    INFO(panel.name << ", " << language);
    // Phone, village and for whom; the name is asked for.
    CHECK(std::ranges::count(frame.texts, optional, &ui::TextRun::text) == 3);
  }
}

TEST_CASE("While a complaint is saved the thread has reached the ticket", "[kiosk][screens]") {
  const Context context = ExampleContext("lembata");
  auto harness = ui::UiHarness::Panel({1080, 1920}, 194, 345);
  ui::Bitmap logo;
  const auto all = Gallery(context, Steady{harness.Now()});
  const auto saving = std::ranges::find(all, "saving", &NamedState::name);
  REQUIRE(saving != all.end());
  const View view{context, saving->state, context.languages.front(), logo};
  harness.look = LookOf(context, saving->state, harness.GetSize());
  harness.Rest([&](ui::Frame& f) { static_cast<void>(DrawState(f, view)); });
  CHECK(harness.Shows("Langkah 7 dari 7"));
}

}  // namespace tanggap::kiosk
