#include "formats/decree_check.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace tanggap::formats {
namespace {

std::string Word(const std::string& id) {
  return id;
}
template <class Tag>
std::string Word(const WordId<Tag>& id) {
  return id.value;
}

std::string Quoted(const std::string& word) {
  return "\"" + word + "\"";
}

class Checker {
 public:
  Checker(const Decree& decree, const DecreeLines& lines, ProblemList& problems)
      : decree_(decree), lines_(lines), problems_(problems) {}

  void Run() {
    CheckOnce(decree_.aspects, lines_.aspects, "[[aspect]]");
    CheckOnce(decree_.severities, lines_.severities, "[[severity]]");
    CheckOnce(decree_.remedies, lines_.remedies, "[[remedy]]");
    CheckOnce(decree_.measures, lines_.measures, "[[measure]]");
    CheckOnce(decree_.facts, lines_.facts, "[[fact]]");
    CheckOnce(decree_.triggers, lines_.triggers, "[[trigger]]");
    CheckOnce(decree_.rules, lines_.rules, "[[rule]]");
    CheckShape();
    CheckRanks();
    CheckFacts();
    for (std::size_t i = 0; i < decree_.cells.size(); ++i)
      CheckCell(i);
    for (std::size_t i = 0; i < decree_.triggers.size(); ++i)
      CheckTrigger(i);
    CheckTime();
    CheckRemedies(decree_.general, lines_.general, "[general]");
    if (!decree_.apology_outside.Empty() && decree_.Find(decree_.apology_outside) == nullptr) {
      problems_.Add(lines_.apology_outside,
                    "apology_outside: expected the id of a [[remedy]], not " +
                        Quoted(decree_.apology_outside.value));
    }
  }

 private:
  template <class Item>
  void CheckOnce(const std::vector<Item>& items, const std::vector<int>& lines,
                 const std::string& where) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::string word = Word(items[i].id);
      if (!word.empty() && !seen.insert(word).second) {
        problems_.Add(lines[i], where + " " + Quoted(word) + ": written twice; expected once");
      }
    }
  }

  void CheckShape() {
    if (decree_.aspects.empty()) problems_.Add(0, "expected at least one [[aspect]]");
    if (decree_.remedies.empty()) problems_.Add(0, "expected at least one [[remedy]]");
    const bool graded = !decree_.severities.empty();
    if (graded && decree_.cells.empty()) {
      problems_.Add(lines_.severities.front(), "severities without a rule; expected [[cell]]s");
    }
    if (!graded && decree_.general.empty()) {
      problems_.Add(0, "expected [[severity]] with [[cell]], or [general]");
    }
    if (graded && (!decree_.general.empty() || !decree_.triggers.empty())) {
      problems_.Add(lines_.severities.front(),
                    "a decree has severities with cells, or [general] with triggers, not both");
    }
  }

  void CheckRanks() {
    std::set<int> ranks;
    for (std::size_t i = 0; i < decree_.severities.size(); ++i) {
      if (!ranks.insert(decree_.severities[i].rank).second) {
        problems_.Add(lines_.severities[i], "[[severity]] " +
                                                Quoted(decree_.severities[i].id.value) +
                                                " rank: used before; expected one of its own");
      }
    }
  }

  void CheckFacts() {
    for (std::size_t i = 0; i < decree_.facts.size(); ++i) {
      const DecreeFact& fact = decree_.facts[i];
      const std::string where = "[[fact]] " + Quoted(fact.id.value);
      CheckAspects(fact.aspects, lines_.facts[i], where);
      const auto names = [&](const auto& rule) {
        return std::ranges::find(rule.facts, fact.id) != rule.facts.end();
      };
      if (std::ranges::none_of(decree_.cells, names) &&
          std::ranges::none_of(decree_.triggers, names)) {
        problems_.Add(lines_.facts[i], where + ": proves no cell and no trigger");
      }
    }
    for (std::size_t i = 0; i < decree_.aspects.size(); ++i) {
      for (const AspectDetail& detail : decree_.aspects[i].details) {
        CheckFactsOf(detail.suggests, decree_.aspects[i].id, lines_.aspects[i],
                     "[[aspect.detail]] " + Quoted(detail.id));
      }
    }
  }

  void CheckAspects(const std::vector<AspectId>& aspects, int line, const std::string& where) {
    for (const AspectId& aspect : aspects) {
      if (decree_.Find(aspect) == nullptr) {
        problems_.Add(line, where + ": no [[aspect]] " + Quoted(aspect.value));
      }
    }
  }

  void CheckFactsOf(const std::vector<FactId>& facts, const AspectId& aspect, int line,
                    const std::string& where) {
    for (const FactId& id : facts) {
      const DecreeFact* fact = decree_.Find(id);
      if (fact == nullptr) {
        problems_.Add(line, where + ": no [[fact]] " + Quoted(id.value));
      } else if (!fact->aspects.empty() && !aspect.Empty() &&
                 std::ranges::find(fact->aspects, aspect) == fact->aspects.end()) {
        problems_.Add(line, where + ": the fact " + Quoted(id.value) + " isn't one of aspect " +
                                Quoted(aspect.value));
      }
    }
  }

  void CheckRemedies(const std::vector<GrantedRemedy>& remedies, int line,
                     const std::string& where) {
    std::set<std::string> seen;
    for (const GrantedRemedy& granted : remedies) {
      if (decree_.Find(granted.id) == nullptr) {
        problems_.Add(line, where + ": no [[remedy]] " + Quoted(granted.id.value));
      } else if (!seen.insert(granted.id.value).second) {
        problems_.Add(line, where + ": gives " + Quoted(granted.id.value) + " twice");
      }
    }
  }

  void CheckCell(std::size_t i) {
    const DecreeCell& cell = decree_.cells[i];
    const int line = lines_.cells[i];
    const std::string where = "[[cell]] " + Quoted(cell.aspect.value + "/" + cell.severity.value);
    CheckAspects({cell.aspect}, line, where);
    if (decree_.Find(cell.severity) == nullptr) {
      problems_.Add(line, where + ": no [[severity]] " + Quoted(cell.severity.value));
    }
    CheckFactsOf(cell.facts, cell.aspect, line, where);
    CheckRemedies(cell.remedies, line, where);
    if (!cell.lateness.has_value() && cell.facts.empty()) {
      problems_.Add(line, where + ": expected facts or over, so that it can be proved");
    }
    for (std::size_t j = 0; j < i; ++j) {
      const DecreeCell& other = decree_.cells[j];
      if (other.aspect != cell.aspect) continue;
      if (other.severity == cell.severity) {
        problems_.Add(line, where + ": written twice; expected one rule a cell");
      } else if (Overlap(other.lateness, cell.lateness)) {
        problems_.Add(line, where + ": its days overlap those of " +
                                Quoted(other.aspect.value + "/" + other.severity.value));
      }
    }
  }

  static bool Overlap(const std::optional<LatenessBounds>& a,
                      const std::optional<LatenessBounds>& b) {
    if (!a.has_value() || !b.has_value()) return false;
    const bool a_before_b = a->up_to.has_value() && *a->up_to <= b->over;
    const bool b_before_a = b->up_to.has_value() && *b->up_to <= a->over;
    return !a_before_b && !b_before_a;
  }

  void CheckTrigger(std::size_t i) {
    const DecreeTrigger& trigger = decree_.triggers[i];
    const std::string where = "[[trigger]] " + Quoted(trigger.id);
    CheckAspects(trigger.aspects, lines_.triggers[i], where);
    CheckFactsOf(trigger.facts, AspectId{}, lines_.triggers[i], where);
    CheckRemedies(trigger.remedies, lines_.triggers[i], where);
    if (!trigger.lateness.has_value() && trigger.facts.empty()) {
      problems_.Add(lines_.triggers[i], where + ": expected facts or over, so that it can hold");
    }
  }

  // Dates are asked for exactly the aspects that some rule judges by lateness.
  void CheckTime() {
    for (std::size_t i = 0; i < decree_.aspects.size(); ++i) {
      const DecreeAspect& aspect = decree_.aspects[i];
      const bool by_cell = std::ranges::any_of(decree_.cells, [&](const DecreeCell& cell) {
        return cell.aspect == aspect.id && cell.lateness.has_value();
      });
      const bool by_trigger =
          std::ranges::any_of(decree_.triggers, [&](const DecreeTrigger& trigger) {
            return trigger.lateness.has_value() &&
                   std::ranges::find(trigger.aspects, aspect.id) != trigger.aspects.end();
          });
      const std::string where = "[[aspect]] " + Quoted(aspect.id.value) + " time: ";
      if (aspect.time && !by_cell && !by_trigger) {
        problems_.Add(lines_.aspects[i], where + "true, but no rule has over for it");
      }
      if (!aspect.time && (by_cell || by_trigger)) {
        problems_.Add(lines_.aspects[i], where + "expected true, because a rule has over for it");
      }
    }
  }

  const Decree& decree_;
  const DecreeLines& lines_;
  ProblemList& problems_;
};

}  // namespace

void CheckDecree(const Decree& decree, const DecreeLines& lines, ProblemList& problems) {
  Checker(decree, lines, problems).Run();
}

}  // namespace tanggap::formats
