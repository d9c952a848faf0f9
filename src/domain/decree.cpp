#include "domain/decree.h"

#include <algorithm>

namespace tanggap {
namespace {

template <class Item, class Id>
const Item* FindIn(const std::vector<Item>& items, const Id& id) {
  const auto found = std::ranges::find(items, id, &Item::id);
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const DecreeAspect* Decree::Find(const AspectId& aspect) const {
  return FindIn(aspects, aspect);
}

const DecreeSeverity* Decree::Find(const SeverityId& severity) const {
  return FindIn(severities, severity);
}

const DecreeRemedy* Decree::Find(const RemedyId& remedy) const {
  return FindIn(remedies, remedy);
}

const DecreeMeasure* Decree::Find(const MeasureId& measure) const {
  return FindIn(measures, measure);
}

const DecreeFact* Decree::Find(const FactId& fact) const {
  return FindIn(facts, fact);
}

const DecreeRule* Decree::FindRule(std::string_view rule) const {
  const auto found = std::ranges::find(rules, rule, &DecreeRule::id);
  return found == rules.end() ? nullptr : &*found;
}

const DecreeCell* Decree::Cell(const AspectId& aspect, const SeverityId& severity) const {
  const auto found = std::ranges::find_if(cells, [&](const DecreeCell& cell) {
    return cell.aspect == aspect && cell.severity == severity;
  });
  return found == cells.end() ? nullptr : &*found;
}

std::string Decree::ConditionCite(const DecreeCell& cell) const {
  const DecreeAspect* column = Find(cell.aspect);
  const DecreeSeverity* row = Find(cell.severity);
  if (column == nullptr || row == nullptr || column->title.empty()) return cell.condition_cite;
  const std::string name = column->title + "/" + std::string(row->label.In("id"));
  // A file that names the cell already is believed.
  if (cell.condition_cite.find(name) != std::string::npos) return cell.condition_cite;
  return cell.condition_cite + ", " + name;
}

bool Decree::HasCell(const AspectId& aspect) const {
  return std::ranges::find(cells, aspect, &DecreeCell::aspect) != cells.end();
}

std::string_view NameOf(Beneficiary beneficiary) {
  switch (beneficiary) {
    case Beneficiary::kComplainant:
      return "pelapor";
    case Beneficiary::kOfficer:
      return "petugas";
    case Beneficiary::kUnit:
      return "unit";
  }
  return "";
}

std::string_view NameOf(Claim claim) {
  switch (claim) {
    case Claim::kNone:
      return "";
    case Claim::kOral:
      return "lisan";
    case Claim::kWritten:
      return "tertulis";
  }
  return "";
}

}  // namespace tanggap
