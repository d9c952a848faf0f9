// A conflict between two who judged or acted apart, and who else must agree. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/state.h"

namespace tanggap::desk {

// Why the signed-in person may not settle this conflict: "" or a text key.
[[nodiscard]] std::string WhyNotResolve(const State& state, const OpenCase& open);
// The case is read and the signed-in person may settle its conflict: then the right column does it.
[[nodiscard]] bool Resolving(const State& state, const CaseWork& work);
// Judgements to choose from; 0 when the conflict is between decisions or deliveries.
[[nodiscard]] std::size_t SidesOf(const CaseFile& file);
// "A", "B", …
[[nodiscard]] std::string SideName(std::size_t side);
// What one side's findings would give.
[[nodiscard]] std::vector<RemedyItem> GivenBy(const Premises& premises, const OpenCase& open,
                                              std::size_t side, Instant now);
// Whether choosing this side takes from the visitor what holds until now: needs a second person.
[[nodiscard]] bool LowersBy(const Premises& premises, const OpenCase& open, std::size_t choice);
// Starts from the side that takes nothing away.
[[nodiscard]] ResolveDraft StartResolving(const Premises& premises, const OpenCase& open);
// Why this can't be written yet, as a text key; nothing: it can.
[[nodiscard]] std::optional<std::string> MissingToResolve(const Premises& premises,
                                                          const State& state, const OpenCase& open,
                                                          const ResolveDraft& draft);
// Whether this assessment settles the conflict and takes something away: needs a second person.
[[nodiscard]] bool SettlesLower(const Premises& premises, const State& state, const OpenCase& open,
                                const AssessDraft& draft);
// Why the assessment may not be saved by the signed-in person: "" or a text key.
[[nodiscard]] std::string WhyNotSaveAssessment(const Premises& premises, const State& state,
                                               const OpenCase& open, const AssessDraft& draft);
// Why this decision may not be saved by the signed-in person: "" or a text key.
[[nodiscard]] std::string WhyNotSaveDecision(const State& state, const OpenCase& open,
                                             const DecideDraft& draft);
// Whether it refuses against its own finding, which a second person must want as well.
[[nodiscard]] bool Deviates(const DecideDraft& draft);
// A grave case that ends without proposal and decision is never one person's word.
[[nodiscard]] bool ClosingNeedsSecond(const CaseFile& file, const CloseBox& box);
// The people of this desk who may agree as the second: supervisors and heads, never the signed-in
// person, the officer concerned or, for a conflict, one of its sides.
[[nodiscard]] std::vector<Person> WhoMaySecond(const State& state, const CaseFile& file,
                                               RecordType type);

}  // namespace tanggap::desk
