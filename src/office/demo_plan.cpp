#include "office/demo_plan.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "domain/work_calendar.h"
#include "office/demo_case.h"

namespace tanggap {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kRatedDays = 14;
constexpr std::size_t kLeastTaps = 14;
constexpr std::size_t kMoreTaps = 22;
constexpr int kDoorsOpen = 8 * 60;  // minutes after midnight
constexpr std::size_t kOpenFor = 7 * 60;

DemoEvent Rating(Instant at, int score, DemoDice& dice) {
  DemoEvent event;
  event.at = at;
  event.complaint = kNoComplaint;
  event.draft.id = dice.NewId();
  event.draft.type = RecordType::kRated;
  event.draft.clear["score"] = score;
  event.draft.facts["language"] = dice.OneIn(12) ? "en" : "id";
  return event;
}

// Most people are content; some are not, and children drum on the glass.
int AnyScore(DemoDice& dice) {
  constexpr std::array kScores{4, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 1};
  return kScores[dice.Below(kScores.size())];
}

void PlanRatings(const Office& office, const DemoWish& wish, DemoDice& dice,
                 std::vector<DemoEvent>& events) {
  const Day today = LocalDay(wish.now, office.zone);
  for (int back = kRatedDays; back >= 0; --back) {
    const Day day = AddDays(today, -back);
    if (!IsWorkingDay(office.calendar, day)) continue;
    const std::size_t taps = kLeastTaps + dice.Below(kMoreTaps);
    for (std::size_t tap = 0; tap < taps; ++tap) {
      const Instant midnight = FromLocal({day, 0, 0, 0}, office.zone);
      Instant at = midnight + minutes{kDoorsOpen + static_cast<int>(dice.Below(kOpenFor))} +
                   seconds{dice.Below(60)};
      const std::size_t burst = dice.OneIn(25) ? 2 + dice.Below(4) : 1;
      for (std::size_t i = 0; i < burst; ++i, at += seconds{1 + dice.Below(3)}) {
        DemoEvent event = Rating(at, AnyScore(dice), dice);
        if (event.at >= wish.now) continue;
        events.push_back(event);
        if (burst > 1 || !dice.OneIn(30)) continue;
        DemoEvent withdrawn;  // "Salah sentuh"
        withdrawn.at = at + seconds{2};
        withdrawn.complaint = kNoComplaint;
        withdrawn.draft.id = dice.NewId();
        withdrawn.draft.type = RecordType::kRatingWithdrawn;
        withdrawn.draft.refs = {event.draft.id};
        if (withdrawn.at < wish.now) events.push_back(std::move(withdrawn));
      }
    }
  }
}

// Of every hundred, how many end how.
DemoFate FateOf(std::size_t index) {
  using enum DemoFate;
  // The first round shows one of each, so that a small demo has every stage.
  constexpr std::array kFirst{kDueToday, kOverdue,  kConflict,  kUnregulated, kWaiting, kGranted,
                              kProposed, kAssessed, kApology,   kDelivered,   kClosed,  kRefused,
                              kNew,      kReferred, kWithdrawn, kSuspended,   kOther};
  static_assert(kFirst.size() == kDemoFates);
  if (index < kFirst.size()) return kFirst[index];
  constexpr std::array kLater{kClosed,   kClosed,  kNew,       kClosed,  kDelivered,  kGranted,
                              kClosed,   kOverdue, kAssessed,  kClosed,  kApology,    kNew,
                              kProposed, kClosed,  kRefused,   kWaiting, kClosed,     kOther,
                              kClosed,   kNew,     kDelivered, kClosed,  kUnregulated};
  return kLater[index % kLater.size()];
}

}  // namespace

std::uint64_t DemoDice::Next() {
  std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

std::size_t DemoDice::Below(std::size_t n) {
  return n == 0 ? 0 : static_cast<std::size_t>(Next() % n);
}

RecordId DemoDice::NewId() {
  RecordId id;
  for (std::uint8_t& byte : id.bytes)
    byte = static_cast<std::uint8_t>(Next() >> 56U);
  return id;
}

DemoPlan PlanDemo(const Office& office, const Decree& decree, std::span<const DemoText> stock,
                  const DemoWish& wish) {
  DemoPlan plan;
  for (std::size_t i = 0; i < wish.complaints; ++i) {
    // A dice of its own each: more complaints don't change the ones before.
    DemoDice dice(wish.seed * 1'000'003U + i);
    std::array<std::uint8_t, 7> bytes{};
    for (std::uint8_t& byte : bytes)
      byte = static_cast<std::uint8_t>(dice.Next() >> 56U);
    plan.tickets.push_back(CodeFromRandom(bytes));
    PlanCase(office, decree, stock, {FateOf(i), i, plan.tickets.back(), wish.now}, dice,
             plan.events);
  }
  DemoDice dice(wish.seed + 0x5EEDU);
  PlanRatings(office, wish, dice, plan.events);
  std::ranges::stable_sort(plan.events, {}, [](const DemoEvent& event) { return event.at; });
  return plan;
}

}  // namespace tanggap
