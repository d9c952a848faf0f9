// How the result of a sum is said, and where it stands in the decree.
#include <algorithm>
#include <cctype>
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

// A decree's title stands in capitals: "KEPUTUSAN KEPALA DINAS SOSIAL DAN …".
std::string InPlainLetters(std::string_view title) {
  std::string plain;
  for (std::size_t at = 0; at <= title.size();) {
    const std::size_t end = std::min(title.find(' ', at), title.size());
    std::string word(title.substr(at, end - at));
    const bool small = word == "DAN" || word == "DI" || word == "YANG";
    for (std::size_t i = small ? 0 : 1; i < word.size(); ++i)
      word[i] = static_cast<char>(std::tolower(static_cast<unsigned char>(word[i])));
    if (!plain.empty()) plain += ' ';
    plain += word;
    at = end + 1;
  }
  return plain;
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
  const Decree& decree = scene.premises.decree;
  const std::string_view title(decree.title);
  const std::size_t name = std::min(title.find(" NOMOR"), title.find(" TENTANG"));
  // Written in plain letters it stands as it is.
  if (name == std::string_view::npos) return decree.title;
  return InPlainLetters(title.substr(0, name)) + " " + decree.number;
}

}  // namespace tanggap::desk
