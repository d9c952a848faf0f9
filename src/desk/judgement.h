// What the engine makes of a case: sum, proposal, checks. Pure; the screens and Update share it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/state.h"
#include "domain/assess.h"
#include "domain/lateness.h"

namespace tanggap::desk {

// The time the file is judged by and until when; nothing when the decree's starting point is not
// known ("cannot be computed", never "not late").
[[nodiscard]] std::optional<LatenessInput> TimesOf(const Premises& premises, const CaseFile& file,
                                                   Instant now);
[[nodiscard]] std::optional<Lateness> SumOf(const Premises& premises, const OpenCase& open,
                                            Instant now);

// Whether the sum starts when the file came in, because nobody has said when it was complete: then
// it is the most that the lateness can be.
[[nodiscard]] bool IsProvisional(const Premises& premises, const CaseFile& file);
// Whether the sum stands as it was when the case was assessed.
[[nodiscard]] bool IsSettled(const CaseFile& file);
// Whether the first answer to the complainant comes before everything else: it is due today or
// overdue, or nothing but it and closing is left. Assessing and deciding are no answer.
[[nodiscard]] bool AnswerFirst(const Premises& premises, const OpenCase& open, Instant now);

// The facts that the visitor's ready phrases suggest for this aspect; never taken as proved.
[[nodiscard]] std::vector<FactId> SuggestedFacts(const Premises& premises, const CaseFile& file,
                                                 const AspectId& aspect);

// The engine's answer for one finding under a person's hand, or for one of the visitor's aspects.
[[nodiscard]] Assessment Judge(const Premises& premises, const OpenCase& open,
                               const DraftFinding& finding, Instant now);
[[nodiscard]] std::vector<Assessment> Proposal(const Premises& premises, const OpenCase& open,
                                               Instant now);
// A draft that starts from the engine's proposal.
[[nodiscard]] AssessDraft StartAssessment(const Premises& premises, const OpenCase& open,
                                          Instant now);
// A draft that starts from what holds, for judging anew.
[[nodiscard]] AssessDraft StartFromFindings(const Premises& premises, const CaseFile& file);
// What the findings would give, with the person's choice about the apology outside the matrix.
[[nodiscard]] std::vector<RemedyItem> RemediesOf(const Premises& premises, const OpenCase& open,
                                                 const AssessDraft& draft, Instant now);

// Why this can't be written yet; nothing: it can.
[[nodiscard]] std::optional<TextId> Missing(const Premises& premises, const OpenCase& open,
                                            const AssessDraft& draft);
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
