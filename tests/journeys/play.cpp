#include "journeys/play.h"

#include <algorithm>
#include <cctype>

#include "domain/match.h"
#include "kiosk/sample.h"

namespace tanggap::kiosk {
namespace {

constexpr std::int64_t kUtc = 1795250000000;  // a Monday morning in the office's calendar
constexpr std::int64_t kBetweenTaps = 150;    // beyond the debounce of one key
constexpr int kMostTicks = 1000;

ui::UiHarness PanelOf(bool landscape) {
  return landscape ? ui::UiHarness::Panel({1920, 1080}, 345, 194)
                   : ui::UiHarness::Panel({1080, 1920}, 194, 345);
}

std::string Lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// The same state at another time: the harness's clock only ever grows.
State Later(State state, Steady by) {
  for (Steady* at : {&state.shown_at, &state.deaf_until, &state.touched_at})
    *at += by;
  if (state.speaking_until > Steady{0}) state.speaking_until += by;
  for (Steady& at : state.kept.rated_at)
    at += by;
  if (state.kept.look_paused_until > Steady{0}) state.kept.look_paused_until += by;
  state.kept.probe_at += by;
  if (state.overlay)
    std::visit(Match{[by](IdleWarning& s) { s.since += by; },
                     [by](HelpCalled& s) { s.since += by; }, [](auto&) {}},
               *state.overlay);
  if (auto* paused = std::get_if<LookUpPaused>(&state.screen)) paused->until += by;
  if (auto* saving = std::get_if<Saving>(&state.screen); saving != nullptr && saving->again_at)
    *saving->again_at += by;
  return state;
}

}  // namespace

bool Holds(const std::string& all, const std::string& text) {
  return Lower(all).find(Lower(text)) != std::string::npos;
}

Play::Play(const Context& context, bool landscape)
    : context_(context), harness_(PanelOf(landscape)), state_(Opening(context)) {
  Draw();
}

void Play::Draw() {
  const View view{context_, state_, context_.In(state_.visit.language), logo_};
  harness_.look = LookOf(context_, state_, harness_.GetSize());
  harness_.Draw([&](ui::Frame& frame) { static_cast<void>(DrawState(frame, view)); });
}

Play::Moment Play::Here() const {
  return {state_, effects_, Steady{harness_.Now()}};
}

void Play::GoTo(const Moment& moment) {
  // Far enough that no timer of the screen before runs on.
  harness_.Pass(1000);
  state_ = Later(moment.state, Steady{harness_.Now()} - moment.now);
  effects_ = moment.effects;
  Draw();
}

void Play::Apply(const Event& event) {
  Stamp stamp;
  stamp.steady = Steady{harness_.Now()};
  stamp.utc = FromMillis(kUtc + harness_.Now());
  ++next_id_;
  stamp.fresh.bytes[14] = static_cast<std::uint8_t>(next_id_ >> 8U);
  stamp.fresh.bytes[15] = static_cast<std::uint8_t>(next_id_ & 0xFFU);
  stamp.fresh.bytes[0] = 1;
  Next next = Update(context_, std::move(state_), event, stamp);
  state_ = std::move(next.state);
  for (const Effect& effect : next.effects) {
    effects_.push_back(effect);
    Answer(effect);
  }
}

void Play::Answer(const Effect& effect) {
  std::visit(Match{
                 [&](const StoreRating& e) { Apply(RatingStored{e.id}); },
                 [&](const StoreComplaint& e) {
                   Apply(ComplaintStored{e.id, SampleTicket(e.id)});
                 },
                 [&](const PrintTicket& e) {
                   Apply(PrintFinished{e.ticket.complaint, printer});
                 },
                 [&](const FindState& e) {
                   const bool ours = e.code == SampleTicket(RecordId{}).code;
                   Apply(StateFound{e.code, ours ? std::optional(ticket) : std::nullopt});
                 },
                 [&](const StoreSaid& e) { Apply(SaidStored{e.id}); },
                 [&](const StoreHandling& e) { Apply(SaidStored{e.id}); },
                 [&](const ProbeStorage&) { Apply(StorageWell{}); },
                 [](const auto&) {},
             },
             effect);
}

bool Play::Tap(std::string_view id) {
  Draw();
  // Past the deaf time of the session, which counts from another moment than the frame's.
  const Steady deaf = state_.deaf_until - Steady{harness_.Now()};
  harness_.Pass(std::max<std::int64_t>(deaf.count(), 0) + kBetweenTaps);
  Draw();
  const View view{context_, state_, context_.In(state_.visit.language), logo_};
  std::optional<Intent> wanted;
  const bool hit = harness_.Tap(id, [&](ui::Frame& frame) {
    if (auto intent = DrawState(frame, view)) wanted = intent;
  });
  if (!hit) return false;
  Apply(TouchedAnywhere{});
  if (wanted) Apply(*wanted);
  Draw();
  return true;
}

bool Play::TapTwice(std::string_view id) {
  const ui::Target* target = harness_.Find(id);
  if (target == nullptr) return false;
  const ui::Point at = target->hit.Center();
  if (!Tap(id)) return false;
  // The second tap meets whatever came up under the finger.
  harness_.Pass(100);
  const View view{context_, state_, context_.In(state_.visit.language), logo_};
  std::optional<Intent> wanted;
  harness_.TapAt(at, [&](ui::Frame& frame) {
    if (auto intent = DrawState(frame, view)) wanted = intent;
  });
  Apply(TouchedAnywhere{});
  if (wanted) Apply(*wanted);
  Draw();
  return true;
}

void Play::TapNowhere() {
  Apply(TouchedAnywhere{});
  Draw();
}

bool Play::Type(std::string_view text) {
  for (const char c : text) {
    const char capital = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    bool typed = false;
    for (const std::string& id : {std::string("code-") + capital, std::string("pad-") + c,
                                  c == ' ' ? std::string("key-space") : std::string("key-") + c}) {
      typed = typed || (Has(id) && Tap(id));
      if (typed) break;
    }
    if (!typed) return false;
  }
  return true;
}

void Play::Scan(const std::string& text) {
  Apply(Scanned{text});
  Draw();
}

void Play::Tick() {
  Apply(kiosk::Tick{});
  Draw();
}

void Play::Pass(Steady time) {
  const Steady end = Steady{harness_.Now()} + time;
  for (int i = 0; i < kMostTicks; ++i) {
    const auto due = NextDeadline(context_, state_);
    const Steady now{harness_.Now()};
    if (!due || *due > end) break;
    harness_.Pass(std::max<std::int64_t>(0, (*due - now).count()));
    Tick();
  }
  harness_.Pass(std::max<std::int64_t>(0, (end - Steady{harness_.Now()}).count()));
  Draw();
}

const std::string& Play::ScreenName() const {
  return harness_.Last().ScreenName();
}

std::vector<std::string> Play::Ids() const {
  std::vector<std::string> ids;
  for (const ui::Target& target : harness_.Last().targets)
    if (target.enabled) ids.push_back(target.id);
  return ids;
}

bool Play::Has(std::string_view id) const {
  const ui::Target* target = harness_.Find(id);
  return target != nullptr && target->enabled;
}

std::string Play::AllWords() const {
  std::string all;
  for (const ui::TextRun& run : harness_.Last().texts)
    all += run.text + "\n";
  return all;
}

bool Play::Clean() const {
  return std::holds_alternative<Attract>(state_.screen) && !state_.overlay &&
         state_.visit == Opening(context_).visit && state_.speaking_until == Steady{0};
}

}  // namespace tanggap::kiosk
