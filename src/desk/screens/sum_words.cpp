// How the result of a sum is said, and where it stands in the decree.
#include <algorithm>
#include <cmath>

#include "desk/screens/sum.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

// The column that lateness is judged in; nullptr where hours are compared with one bound.
const DecreeAspect* TimeColumn(const Decree& decree) {
  const auto found = std::ranges::find_if(decree.aspects, &DecreeAspect::time);
  return found == decree.aspects.end() ? nullptr : &*found;
}

const DecreeCell* CellOf(const Scene& scene, const Lateness& sum) {
  const Decree& decree = scene.premises.decree;
  const DecreeAspect* column = TimeColumn(decree);
  if (column == nullptr) return nullptr;
  return TimeCell(decree, column->id, MeasureFor(decree, sum),
                  scene.premises.office.policies.lateness);
}

const DecreeTrigger* TimeTrigger(const Decree& decree) {
  const auto found = std::ranges::find_if(
      decree.triggers, [](const DecreeTrigger& trigger) { return trigger.lateness.has_value(); });
  return found == decree.triggers.end() ? nullptr : &*found;
}

std::string Plain(double bound) {
  return std::to_string(static_cast<long long>(std::llround(bound)));
}

}  // namespace

std::string BandOf(const Scene& scene, const Lateness& sum) {
  const Decree& decree = scene.premises.decree;
  const double measure = MeasureFor(decree, sum);
  if (const DecreeTrigger* trigger = TimeTrigger(decree)) {
    const double over = measure - trigger->lateness->over;
    return over > 0 ? scene.texts.Format(TextId::kDeskProofMet,
                                         {{"t", Amount(scene, over, NormUnit::kHours)}})
                    : scene.Say(TextId::kDeskProofNotMet);
  }
  const std::string unit = UnitWord(scene, sum.unit);
  if (const DecreeCell* cell = CellOf(scene, sum)) {
    const std::string grade = GradeName(scene, cell->severity);
    if (cell->lateness->up_to)
      return scene.texts.Format(TextId::kDeskSumBandBetween, {{"a", Plain(cell->lateness->over)},
                                                              {"b", Plain(*cell->lateness->up_to)},
                                                              {"unit", unit},
                                                              {"grade", grade}});
    return scene.texts.Format(
        TextId::kDeskSumBandOver,
        {{"a", Plain(cell->lateness->over)}, {"unit", unit}, {"grade", grade}});
  }
  return scene.Say(measure > 0 ? TextId::kDeskSumBelow : TextId::kDeskSumWithin);
}

std::string SumCite(const Scene& scene, const Lateness& sum) {
  const Decree& decree = scene.premises.decree;
  if (const DecreeTrigger* trigger = TimeTrigger(decree)) return trigger->cite;
  if (const DecreeCell* cell = CellOf(scene, sum)) return decree.ConditionCite(*cell);
  const DecreeAspect* column = TimeColumn(decree);
  // Late below the first cell is a non-conformity all the same; within the norm nothing applies.
  return column != nullptr && MeasureFor(decree, sum) > 0 ? column->form_cite : "";
}

std::string SumLine(const Scene& scene, const CaseSum& sum) {
  const Decree& decree = scene.premises.decree;
  const Lateness& lateness = sum.lateness;
  std::string amount = Amount(scene, lateness.late, lateness.unit);
  TextId form = TextId::kDeskProofLine;
  if (const DecreeTrigger* trigger = TimeTrigger(decree)) {
    const double measure = MeasureFor(decree, lateness);
    amount = scene.texts.Format(
        measure > trigger->lateness->over ? TextId::kDeskProofMore : TextId::kDeskProofNotMore,
        {{"a", Amount(scene, measure, NormUnit::kHours)},
         {"b", Amount(scene, trigger->lateness->over, NormUnit::kHours)}});
    form = TextId::kDeskProofLineHours;
  }
  std::string words = scene.texts.Format(form, {{"t", amount}, {"band", BandOf(scene, lateness)}});
  if (!lateness.finished)
    words += "; " + scene.Say(sum.held ? TextId::kDeskProofOpenThen : TextId::kDeskProofOpenNow);
  if (sum.from_hand_in) words += "; " + scene.Say(TextId::kDeskProofFromHandIn);
  return words;
}

std::string DecreeName(const Scene& scene) {
  const Office& office = scene.premises.office;
  const std::string& who =
      office.head_title.empty() ? scene.premises.decree.office : office.head_title;
  return scene.texts.Format(TextId::kDeskProofDecree,
                            {{"who", who}, {"number", scene.premises.decree.number}});
}

}  // namespace tanggap::desk
