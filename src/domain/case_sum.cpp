#include "domain/case_sum.h"

#include <algorithm>

namespace tanggap {
namespace {

std::optional<CaseSum> SumOf(const Decree& decree, const Office& office, const CaseFile& file,
                             const ServiceTimes& times, std::span<const KaharPeriod> kahar,
                             Instant until) {
  const OfficeService* service = office.Find(file.service);
  if (service == nullptr) return std::nullopt;
  CaseSum sum;
  std::optional<Instant> from = times.declared_complete;
  sum.from_note = file.complete_note;
  const bool may_begin_earlier = office.policies.clock == ClockReading::kHandedIn &&
                                 decree.lateness_unit == LatenessUnit::kDays;
  if (!from && may_begin_earlier) {
    from = times.handed_in;
    sum.from_note = file.handed_in_note;
    sum.from_hand_in = true;
  }
  if (!from) return std::nullopt;
  LatenessInput input;
  input.from = *from;
  input.finished = times.finished.has_value();
  input.to = times.finished.value_or(std::chrono::floor<std::chrono::minutes>(until));
  if (input.finished) sum.to_note = file.finished_note;
  sum.lateness = MeasureLateness(decree, *service, office, input, kahar);
  return sum;
}

}  // namespace

std::optional<CaseSum> SumNow(const Decree& decree, const Office& office, const CaseFile& file,
                              std::span<const KaharPeriod> kahar, Instant now) {
  const ServiceTimes times{file.handed_in, file.declared_complete, file.finished};
  return SumOf(decree, office, file, times, kahar, now);
}

std::optional<CaseSum> SumHeld(const Decree& decree, const Office& office, const CaseFile& file,
                               std::span<const KaharPeriod> kahar, Instant now) {
  if (file.standing.empty()) return SumNow(decree, office, file, kahar, now);
  const Classification& judged = file.standing.back();
  std::optional<CaseSum> sum = SumOf(decree, office, file, judged.times, kahar, judged.at);
  if (!sum) return sum;
  sum->held = true;
  // A time that was put right later is somebody else's word.
  const auto same = [](const std::optional<Instant>& a, const std::optional<Instant>& b) {
    return a == b;
  };
  if (!same(sum->from_hand_in ? judged.times.handed_in : judged.times.declared_complete,
            sum->from_hand_in ? file.handed_in : file.declared_complete))
    sum->from_note = {};
  if (!same(judged.times.finished, file.finished)) sum->to_note = {};
  return sum;
}

SumStand StandOf(const Decree& decree, const Policies& policies, const AspectId& aspect,
                 const std::optional<SeverityId>& severity, const std::optional<CaseSum>& sum) {
  const DecreeAspect* known = decree.Find(aspect);
  if (known == nullptr || !known->time || decree.severities.empty()) return SumStand::kNotAsked;
  if (!sum) return SumStand::kCannotTell;
  const DecreeCell* cell =
      TimeCell(decree, aspect, MeasureFor(decree, sum->lateness), policies.lateness);
  const std::optional<SeverityId> proved =
      cell == nullptr ? std::nullopt : std::optional(cell->severity);
  return proved == severity ? SumStand::kAgrees : SumStand::kDiffers;
}

}  // namespace tanggap
