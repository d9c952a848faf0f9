// Rating with one tap, thanks, survey, a private word.
#include <algorithm>

#include "domain/match.h"
#include "kiosk/steps.h"

namespace tanggap::kiosk {
namespace {

constexpr Steady kQuick{5000};  // a second rating within this is kept and flagged
constexpr Steady kOftenWindow{60000};
constexpr std::size_t kOften = 6;  // more than this many in the window are flagged

// Every tap is stored; those that look like play are only counted apart.
std::vector<std::string> FlagsOf(const Kept& kept, Steady now) {
  std::vector<std::string> flags;
  if (!kept.rated_at.empty() && now - kept.rated_at.back() < kQuick) flags.emplace_back("cepat");
  const auto recent =
      std::ranges::count_if(kept.rated_at, [&](Steady at) { return now - at < kOftenWindow; });
  if (static_cast<std::size_t>(recent) >= kOften) flags.emplace_back("sering");
  return flags;
}

void OnRate(Turn& turn, const Rate& rate) {
  if (!std::holds_alternative<Attract>(turn.state.screen)) return;
  if (rate.score < 1 || rate.score > 4) return;
  Kept& kept = turn.state.kept;
  const Steady now = turn.stamp.steady;
  turn.Do(StoreRating{turn.stamp.fresh, rate.score, FlagsOf(kept, now), turn.state.visit.language});
  kept.rated_at.push_back(now);
  if (kept.rated_at.size() > kOften + 1) kept.rated_at.erase(kept.rated_at.begin());
  Thanks thanks;
  thanks.rating = turn.stamp.fresh;
  turn.Show(thanks);
}

void OnMistake(Turn& turn) {
  auto* thanks = std::get_if<Thanks>(&turn.state.screen);
  if (thanks == nullptr || thanks->withdrawn || thanks->rating.Empty()) return;
  thanks->withdrawn = true;
  thanks->extra_taps = 0;  // The taps led to this button.
  auto& rated = turn.state.kept.rated_at;
  if (!rated.empty()) rated.pop_back();  // What was taken back makes no later one too quick.
  turn.Do(WithdrawRating{turn.stamp.fresh, thanks->rating});
  turn.state.shown_at = turn.stamp.steady;  // Time to read what it says now.
  turn.state.deaf_until = turn.stamp.steady + kDeafTime;
}

// Back to the faces with the visitor's own language and letters; the next one isn't called play.
void OnRateAgain(Turn& turn) {
  const auto* thanks = std::get_if<Thanks>(&turn.state.screen);
  if (thanks == nullptr || !thanks->withdrawn) return;
  if (turn.state.kept.trouble || turn.state.kept.stopped)
    turn.GoHome();
  else
    turn.Show(Attract{});
}

void OnSurveyAnswer(Turn& turn, const AnswerSurvey& intent) {
  auto* survey = std::get_if<Survey>(&turn.state.screen);
  if (survey == nullptr) return;
  Survey next = *survey;
  next.answers[static_cast<std::size_t>(next.question)] = std::clamp(intent.answer, 0, 4);
  if (++next.question < kSurveyQuestions) {
    turn.Show(next);
    return;
  }
  const bool answered = std::ranges::any_of(next.answers, [](int a) { return a > 0; });
  if (answered)
    turn.Do(StoreSurvey{turn.stamp.fresh, next.answers, next.after, turn.state.visit.language});
  Thanks thanks;
  thanks.offers_survey = false;
  turn.Show(thanks);
}

}  // namespace

void EndThanks(Turn& turn) {
  const auto* thanks = std::get_if<Thanks>(&turn.state.screen);
  if (thanks == nullptr || thanks->rating.Empty() || thanks->extra_taps == 0) return;
  turn.Do(FlagSession{turn.stamp.fresh, thanks->rating, thanks->extra_taps});
}

void OnRatingStored(Turn& turn, const RatingStored& event) {
  auto* thanks = std::get_if<Thanks>(&turn.state.screen);
  if (thanks != nullptr && thanks->rating == event.id) thanks->stored = true;
}

bool OnRatingIntent(Turn& turn, const Intent& intent) {
  return std::visit(Match{
                        [&](const Rate& i) {
                          OnRate(turn, i);
                          return true;
                        },
                        [&](const TouchedByMistake&) {
                          OnMistake(turn);
                          return true;
                        },
                        [&](const RateAgain&) {
                          OnRateAgain(turn);
                          return true;
                        },
                        [&](const TakeSurvey&) {
                          const auto* thanks = std::get_if<Thanks>(&turn.state.screen);
                          if (thanks == nullptr || !thanks->offers_survey) return true;
                          Survey survey;
                          survey.after = thanks->withdrawn ? RecordId{} : thanks->rating;
                          turn.Show(survey);
                          return true;
                        },
                        [&](const AnswerSurvey& i) {
                          OnSurveyAnswer(turn, i);
                          return true;
                        },
                        [&](const WantToTalk&) {
                          if (std::holds_alternative<Attract>(turn.state.screen))
                            turn.Show(TalkInPrivate{});
                          return true;
                        },
                        [&](const OpenAbout&) {
                          if (std::holds_alternative<Attract>(turn.state.screen))
                            turn.Show(About{});
                          return true;
                        },
                        [](const auto&) { return false; },
                    },
                    intent);
}

}  // namespace tanggap::kiosk
