#include "domain/assess.h"

#include <algorithm>
#include <cmath>

#include "domain/explanation.h"

namespace tanggap {
namespace {

constexpr double kLargestMeasure = 1'000'000;  // also refuses what isn't a number

bool Contains(const std::vector<FactId>& facts, const FactId& id) {
  return std::ranges::find(facts, id) != facts.end();
}

bool AnyGiven(const std::vector<FactId>& rule, const std::vector<FactId>& given) {
  return std::ranges::any_of(rule, [&](const FactId& fact) { return Contains(given, fact); });
}

std::optional<double> MeasureOf(const Decree& decree, const FindingInput& input) {
  if (input.sum.has_value()) return MeasureFor(decree, *input.sum);
  return input.measure;
}

std::vector<Problem> CheckInput(const Decree& decree, const FindingInput& input) {
  const DecreeAspect* aspect = decree.Find(input.aspect);
  if (aspect == nullptr) {
    return {{"", 0, "the decree has no aspect \"" + input.aspect.value + "\""}};
  }
  std::vector<Problem> problems;
  const auto add = [&](std::string message) { problems.push_back({"", 0, std::move(message)}); };
  for (const FactId& id : input.facts) {
    const DecreeFact* fact = decree.Find(id);
    if (fact == nullptr) {
      add("the decree has no fact \"" + id.value + "\"");
    } else if (!fact->aspects.empty() &&
               std::ranges::find(fact->aspects, input.aspect) == fact->aspects.end()) {
      add("the fact \"" + id.value + "\" isn't one of aspect \"" + input.aspect.value + "\"");
    }
  }
  if (input.chosen.has_value() && decree.Find(*input.chosen) == nullptr) {
    add(decree.severities.empty() ? "the decree has no severities"
                                  : "the decree has no severity \"" + input.chosen->value + "\"");
  }
  const std::optional<double> measure = MeasureOf(decree, input);
  if (measure.has_value() && !aspect->time) {
    add("the aspect \"" + input.aspect.value + "\" isn't judged by time");
  }
  if (measure.has_value() && !(std::abs(*measure) <= kLargestMeasure)) {
    add("the time is out of range; expected at most a million");
  }
  return problems;
}

// Adds each remedy once, in the decree's order of remedies, collecting its cites.
void Grant(const Decree& decree, const std::vector<GrantedRemedy>& granted,
           std::string_view cite_instead, Assessment& assessment) {
  for (const GrantedRemedy& given : granted) {
    const std::string cite{cite_instead.empty() ? std::string_view{given.cite} : cite_instead};
    auto found = std::ranges::find(assessment.remedies, given.id, &AssessedRemedy::id);
    if (found == assessment.remedies.end()) {
      const DecreeRemedy* remedy = decree.Find(given.id);
      if (remedy == nullptr) continue;
      assessment.remedies.push_back({given.id, remedy->label, remedy->beneficiary, {}});
      found = std::prev(assessment.remedies.end());
    }
    if (std::ranges::find(found->cites, cite) == found->cites.end()) found->cites.push_back(cite);
  }
  const auto place = [&](const AssessedRemedy& remedy) {
    return std::ranges::find(decree.remedies, remedy.id, &DecreeRemedy::id) -
           decree.remedies.begin();
  };
  std::ranges::stable_sort(assessment.remedies, {}, place);
}

void GiveCell(const Decree& decree, const DecreeCell& cell, Assessment& assessment) {
  assessment.severity = cell.severity;
  assessment.regulated = true;
  Grant(decree, cell.remedies, "", assessment);
  assessment.cite = decree.ConditionCite(cell) + "; " + cell.remedy_cite;
  const DecreeSeverity* severity = decree.Find(cell.severity);
  if (severity == nullptr) return;
  assessment.claim = severity->claim;
  assessment.apology_at_once = severity->apology_at_once;
}

// The proved cells of the aspect, gravest first.
std::vector<const DecreeCell*> ProvedCells(const Decree& decree, const Policies& policies,
                                           const FindingInput& input) {
  const std::optional<double> measure = MeasureOf(decree, input);
  std::vector<const DecreeCell*> proved;
  for (const DecreeCell& cell : decree.cells) {
    if (cell.aspect != input.aspect) continue;
    const bool by_time = cell.lateness.has_value() && measure.has_value() &&
                         InBounds(*cell.lateness, *measure, policies.lateness);
    if (by_time || AnyGiven(cell.facts, input.facts)) proved.push_back(&cell);
  }
  const auto rank = [&](const DecreeCell* cell) {
    const DecreeSeverity* severity = decree.Find(cell->severity);
    return severity == nullptr ? 0 : severity->rank;
  };
  std::ranges::stable_sort(proved, std::greater<>{}, rank);
  return proved;
}

void AssessGraded(const Decree& decree, const Policies& policies, const FindingInput& input,
                  Assessment& assessment) {
  assessment.cite = decree.matrix_cite;
  assessment.regulated = decree.HasCell(input.aspect);
  const DecreeAspect& aspect = *decree.Find(input.aspect);
  const std::optional<double> measure = MeasureOf(decree, input);
  assessment.not_computable = aspect.time && !measure.has_value();
  if (input.chosen.has_value()) {
    assessment.severity = input.chosen;
    const DecreeCell* cell = decree.Cell(input.aspect, *input.chosen);
    assessment.regulated = cell != nullptr;
    assessment.ground = cell != nullptr ? Ground::kChosen : Ground::kNotRegulated;
    if (cell != nullptr) GiveCell(decree, *cell, assessment);
    return;
  }
  if (!assessment.regulated) {
    assessment.ground = Ground::kNotRegulated;
    return;
  }
  const std::vector<const DecreeCell*> proved = ProvedCells(decree, policies, input);
  const auto derived =
      std::ranges::find_if(proved, [](const DecreeCell* cell) { return !cell->chosen_by_person; });
  if (derived != proved.end()) {
    assessment.ground = Ground::kProved;
    GiveCell(decree, **derived, assessment);
    return;
  }
  for (const DecreeCell* cell : proved)
    assessment.choices.push_back(cell->severity);
  if (!proved.empty()) {
    assessment.ground = Ground::kChoose;
  } else if (aspect.time && measure.has_value()) {
    assessment.ground = *measure > 0 ? Ground::kBelowMatrix : Ground::kConforming;
  } else {
    assessment.ground = Ground::kNothingProved;
  }
}

std::vector<const DecreeTrigger*> HeldTriggers(const Decree& decree, const FindingInput& input) {
  const std::optional<double> measure = MeasureOf(decree, input);
  std::vector<const DecreeTrigger*> held;
  for (const DecreeTrigger& trigger : decree.triggers) {
    const bool here = trigger.aspects.empty() ||
                      std::ranges::find(trigger.aspects, input.aspect) != trigger.aspects.end();
    const bool late = trigger.lateness.has_value() && here && measure.has_value() &&
                      InBounds(*trigger.lateness, *measure, LatenessReading::kLiteral);
    if (late || AnyGiven(trigger.facts, input.facts)) held.push_back(&trigger);
  }
  return held;
}

// Whether the held triggers suffice under the office's reading of the sentence that joins them.
bool Suffice(const Decree& decree, const std::vector<const DecreeTrigger*>& held,
             const FindingInput& input, TriggerReading reading) {
  if (held.empty()) return false;
  const auto holds_here = [&](const DecreeTrigger& trigger) {
    return std::ranges::find(held, &trigger) != held.end();
  };
  switch (reading) {
    case TriggerReading::kAny:
      return true;
    case TriggerReading::kAll:
      return std::ranges::all_of(decree.triggers, [&](const DecreeTrigger& trigger) {
        return holds_here(trigger) || std::ranges::find(input.triggers_elsewhere, trigger.id) !=
                                          input.triggers_elsewhere.end();
      });
    case TriggerReading::kBecause:
      // A cause is a cause only of the same finding's delay.
      return std::ranges::all_of(decree.triggers, holds_here);
  }
  return false;
}

void AssessGeneral(const Decree& decree, const Policies& policies, const FindingInput& input,
                   Assessment& assessment) {
  const DecreeAspect& aspect = *decree.Find(input.aspect);
  const std::vector<const DecreeTrigger*> held = HeldTriggers(decree, input);
  for (const DecreeTrigger* trigger : held)
    assessment.triggers.push_back(trigger->id);
  const bool triggered = Suffice(decree, held, input, policies.triggers);
  assessment.regulated = true;
  assessment.not_computable = aspect.time && !MeasureOf(decree, input).has_value();
  assessment.ground = triggered ? Ground::kProved : Ground::kGeneral;
  assessment.cite = aspect.cite;
  if (!triggered || policies.overlap == OverlapReading::kTogether) {
    Grant(decree, decree.general, aspect.cite, assessment);
  } else {
    assessment.cite.clear();
  }
  if (!triggered) return;
  for (const DecreeTrigger* trigger : held) {
    Grant(decree, trigger->remedies, "", assessment);
    assessment.cite += (assessment.cite.empty() ? "" : "; ") + trigger->cite;
  }
}

std::string Joined(const std::vector<std::string>& cites) {
  std::string text;
  for (const std::string& cite : cites)
    text += (text.empty() ? "" : "; ") + cite;
  return text;
}

void AddItem(std::vector<RemedyItem>& items, RemedyItem item) {
  const auto same = std::ranges::find_if(items, [&](const RemedyItem& other) {
    return other.id == item.id && other.beneficiary == item.beneficiary;
  });
  if (same == items.end()) {
    items.push_back(std::move(item));
  } else if (same->cite.find(item.cite) == std::string::npos) {
    same->cite += "; " + item.cite;
  }
}

bool GivesComplainantNothing(const Assessment& assessment) {
  const bool granted = assessment.ground == Ground::kProved || assessment.ground == Ground::kChosen;
  return granted && assessment.regulated &&
         std::ranges::none_of(assessment.remedies, [](const AssessedRemedy& remedy) {
           return remedy.beneficiary == Beneficiary::kComplainant;
         });
}

}  // namespace

Result<Assessment> Assess(const Decree& decree, const Policies& policies,
                          const FindingInput& input) {
  std::vector<Problem> problems = CheckInput(decree, input);
  if (!problems.empty()) return problems;
  Assessment assessment;
  assessment.decree = decree.Reference();
  assessment.aspect = input.aspect;
  assessment.refer = std::ranges::any_of(
      input.facts, [&](const FactId& fact) { return decree.Find(fact)->refer; });
  assessment.flagged = decree.Find(input.aspect)->flag;
  if (input.happened.has_value() && *input.happened < decree.in_force) {
    assessment.ground = Ground::kNotInForce;
    assessment.cite = decree.in_force_cite;
  } else if (decree.severities.empty()) {
    AssessGeneral(decree, policies, input, assessment);
  } else {
    AssessGraded(decree, policies, input, assessment);
  }
  assessment.reason = ReasonFor(decree, input, assessment);
  assessment.explanation = Explain(decree, policies, input, assessment);
  return assessment;
}

std::vector<RemedyItem> ProposeRemedies(const Decree& decree,
                                        std::span<const Assessment> assessments) {
  std::vector<RemedyItem> items;
  for (const Assessment& assessment : assessments) {
    for (const AssessedRemedy& remedy : assessment.remedies) {
      RemedyItem item;
      item.id = remedy.id;
      item.beneficiary = remedy.beneficiary;
      item.cite = Joined(remedy.cites);
      AddItem(items, std::move(item));
    }
  }
  const bool missing = std::ranges::any_of(assessments, GivesComplainantNothing);
  const DecreeRemedy* apology = decree.Find(decree.apology_outside);
  const bool given =
      std::ranges::find(items, decree.apology_outside, &RemedyItem::id) != items.end();
  if (missing && apology != nullptr && !given) {
    RemedyItem item;
    item.id = apology->id;
    item.beneficiary = apology->beneficiary;
    item.outside_matrix = true;
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace tanggap
