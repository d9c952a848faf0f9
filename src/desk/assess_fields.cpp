#include "desk/assess_fields.h"

#include <algorithm>

#include "desk/judgement.h"

namespace tanggap::desk {

std::vector<Focus> AssessFields(const Premises& premises, const OpenCase& open,
                                const AssessDraft& draft, Instant now) {
  std::vector<Focus> fields;
  for (std::size_t i = 0; i < draft.findings.size(); ++i) {
    const DraftFinding& finding = draft.findings[i];
    fields.push_back({Field::kReason, i, finding.reason.size()});
    fields.push_back({Field::kProof, i, finding.proof.size()});
    if (AboutConduct(premises, finding.aspect) && !finding.heard)
      fields.push_back({Field::kNotHeard, i, finding.not_heard_why.size()});
  }
  if (!draft.add_apology && ApologyOffered(premises, open, draft, now))
    fields.push_back({Field::kNoApology, 0, draft.no_apology_why.size()});
  return fields;
}

std::optional<Focus> NextAssessField(const Premises& premises, const OpenCase& open,
                                     const AssessDraft& draft, const std::optional<Focus>& focus,
                                     Instant now) {
  const std::vector<Focus> fields = AssessFields(premises, open, draft, now);
  if (fields.empty()) return std::nullopt;
  const auto here = std::ranges::find_if(fields, [&](const Focus& field) {
    return focus && field.field == focus->field && field.index == focus->index;
  });
  if (here != fields.end()) return here + 1 == fields.end() ? fields.front() : here[1];
  const std::size_t newest = draft.findings.size() - 1;
  return *std::ranges::find_if(fields, [&](const Focus& field) {
    return field.field == Field::kReason && field.index == newest;
  });
}

std::optional<std::size_t> ConductToTick(const Premises& premises, const AssessDraft& draft) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < draft.findings.size(); ++i) {
    if (!AboutConduct(premises, draft.findings[i].aspect)) continue;
    if (!draft.findings[i].heard) return i;
    last = i;
  }
  return last;
}

std::vector<std::string> ConcernedChoices(const Premises& premises, const OpenCase& open,
                                          const AssessDraft& draft) {
  if (!ConductToTick(premises, draft) || open.file.officer_concerned ||
      !open.file.counter_concerned.empty())
    return {};
  std::vector<std::string> choices{""};
  for (const Counter& counter : premises.office.counters)
    choices.push_back(counter.id);
  return choices;
}

bool ApologyOffered(const Premises& premises, const OpenCase& open, const AssessDraft& draft,
                    Instant now) {
  AssessDraft with = draft;
  with.add_apology = true;
  return std::ranges::any_of(RemediesOf(premises, open, with, now), &RemedyItem::outside_matrix);
}

}  // namespace tanggap::desk
