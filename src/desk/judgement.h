// What the engine makes of a case: sum, proposal, checks. Pure; the screens and Update share it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/state.h"
#include "domain/assess.h"
#include "domain/case_sum.h"
#include "domain/lateness.h"

namespace tanggap::desk {

// The sum as of now, and the one that the standing assessment was made on (domain/case_sum.h).
[[nodiscard]] std::optional<CaseSum> RunningSum(const Premises& premises, const OpenCase& open,
                                                Instant now);
[[nodiscard]] std::optional<CaseSum> HeldSum(const Premises& premises, const OpenCase& open,
                                             Instant now);
// The running sum's arithmetic alone.
[[nodiscard]] std::optional<Lateness> SumOf(const Premises& premises, const OpenCase& open,
                                            Instant now);

// A finding on time whose grade is not what the sum proves, or that no sum stands behind.
struct Contradiction {
  AspectId aspect;
  std::optional<SeverityId> found;
  SumStand stand = SumStand::kDiffers;
  std::string reason;  // the assessor's
  bool operator==(const Contradiction&) const = default;
};
// Those of the findings under a person's hand against the running sum, or, without a draft, of the
// findings that stand against the sum they were made on.
[[nodiscard]] std::vector<Contradiction> AgainstSum(const Premises& premises, const OpenCase& open,
                                                    const AssessDraft* draft, Instant now);
// The times were put right after the assessment: what the finding was made on, and what the present
// times give for the same moment. Nothing where they are the same or no finding rests on times.
struct TimesMoved {
  std::optional<CaseSum> judged_on;
  std::optional<CaseSum> present;
};
[[nodiscard]] std::optional<TimesMoved> TimesMovedSince(const Premises& premises,
                                                        const OpenCase& open);
// Whether the first answer to the complainant comes before everything else: it is due today or
// overdue, or nothing but it and closing is left. Assessing and deciding are no answer.
[[nodiscard]] bool AnswerFirst(const Premises& premises, const OpenCase& open, Instant now);

// The facts that the visitor's ready phrases suggest for this aspect; never taken as proved.
[[nodiscard]] std::vector<FactId> SuggestedFacts(const Premises& premises, const CaseFile& file,
                                                 const AspectId& aspect);

// The engine's answer for one finding under a person's hand, or for one of the visitor's aspects.
[[nodiscard]] Assessment Judge(const Premises& premises, const OpenCase& open,
                               const DraftFinding& finding, Instant now);
// The same for a finding that stands, by the sum it was made on.
[[nodiscard]] Assessment JudgeHeld(const Premises& premises, const OpenCase& open,
                                   const Finding& finding, Instant now);
[[nodiscard]] std::vector<Assessment> Proposal(const Premises& premises, const OpenCase& open,
                                               Instant now);
// What a list shows hollow for a case that nobody assessed: the gravest grade proposed, or that the
// decree is silent on every aspect.
struct Foreseen {
  std::optional<SeverityId> grade;
  bool unregulated = false;
};
[[nodiscard]] Foreseen ForeseenGrade(const Premises& premises, const OpenCase& open, Instant now);
// A draft that starts from the engine's proposal.
[[nodiscard]] AssessDraft StartAssessment(const Premises& premises, const OpenCase& open,
                                          Instant now, const std::string& language);
// A draft that starts from what holds, for judging anew.
[[nodiscard]] AssessDraft StartFromFindings(const Premises& premises, const CaseFile& file);
// What the findings that stand would give, by the sum they were made on.
[[nodiscard]] std::vector<RemedyItem> RemediesHeld(const Premises& premises, const OpenCase& open,
                                                   Instant now);
// What the findings would give, with the person's choice about the apology outside the matrix.
[[nodiscard]] std::vector<RemedyItem> RemediesOf(const Premises& premises, const OpenCase& open,
                                                 const AssessDraft& draft, Instant now);

// Why this can't be written yet; nothing: it can.
[[nodiscard]] std::optional<TextId> Missing(const Premises& premises, const OpenCase& open,
                                            const AssessDraft& draft, Instant now);
[[nodiscard]] std::optional<TextId> Missing(const DecideDraft& draft);

// How far the short way after a scan goes (the immediate oral apology).
enum class ShortWay { kNone, kApologyOnly, kApologyAndClose };
struct ShortWayAnswer {
  ShortWay way = ShortWay::kNone;
  std::string why;  // not kApologyAndClose: text key of the sentence beside it
};
[[nodiscard]] ShortWayAnswer ShortWayFor(const Premises& premises, const OpenCase& open,
                                         const Person& person, bool typed, Instant now);

// Counter staff see of a case what its ticket may open: words only of ready phrases about time,
// room or papers, and none where it touches a person.
[[nodiscard]] OpenCase ForCounterStaff(const Premises& premises, OpenCase open);

[[nodiscard]] bool AboutConduct(const Premises& premises, const AspectId& aspect);

}  // namespace tanggap::desk
