// What an assessment asks for beside the matrix, in the order of the screen: for the keyboard, and
// for the keys that stand beside it. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "desk/state.h"

namespace tanggap::desk {

// The fields to type in, as they stand: of each finding its reason, its evidence and, about
// conduct, why the officer was not heard; and why an apology was left out.
[[nodiscard]] std::vector<Focus> AssessFields(const Premises& premises, const OpenCase& open,
                                              const AssessDraft& draft, Instant now);
// Where Tab leads: the next field, round again; first the newest finding's reason.
[[nodiscard]] std::optional<Focus> NextAssessField(const Premises& premises, const OpenCase& open,
                                                   const AssessDraft& draft,
                                                   const std::optional<Focus>& focus, Instant now);
// The finding about conduct that a tick of "heard" is for: the first one without it, else the last.
[[nodiscard]] std::optional<std::size_t> ConductToTick(const Premises& premises,
                                                       const AssessDraft& draft);
// Who may be named as the officer concerned: "" for no particular one, then each counter. Empty:
// it isn't asked, or is known.
[[nodiscard]] std::vector<std::string> ConcernedChoices(const Premises& premises,
                                                        const OpenCase& open,
                                                        const AssessDraft& draft);
// An apology outside the matrix is preselected, because the visitor would get nothing.
[[nodiscard]] bool ApologyOffered(const Premises& premises, const OpenCase& open,
                                  const AssessDraft& draft, Instant now);

}  // namespace tanggap::desk
