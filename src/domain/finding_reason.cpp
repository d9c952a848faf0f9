// The one line that stands as a finding's reason until a person writes their own.
#include <algorithm>
#include <optional>

#include "domain/amounts.h"
#include "domain/explanation.h"
#include "domain/lateness.h"

namespace tanggap {
namespace {

constexpr std::string_view kIndonesian = "id";
constexpr std::string_view kEnglish = "en";

std::string Named(const Labels& label, std::string_view language) {
  return std::string(label.In(language));
}

// "Melebihi norma 4 hari", "Petugas tidak sopan", "Lebih dari 2x24 jam: 96 jam > 48 jam".
class ReasonWriter {
 public:
  ReasonWriter(const Decree& decree, const FindingInput& input, const Assessment& assessment,
               std::string_view language)
      : decree_(decree), input_(input), assessment_(assessment), language_(language) {
    if (input.sum.has_value()) {
      measure_ = MeasureFor(decree, *input.sum);
    } else {
      measure_ = input.measure;
    }
  }

  std::string Write() const {
    std::string words;
    if (assessment_.ground == Ground::kProved && !assessment_.severity) {
      for (const std::string& id : assessment_.triggers) {
        const auto found = std::ranges::find(decree_.triggers, id, &DecreeTrigger::id);
        if (found != decree_.triggers.end()) Join(words, Trigger(*found));
      }
    } else if (assessment_.ground == Ground::kProved) {
      const DecreeCell& cell = *decree_.Cell(input_.aspect, *assessment_.severity);
      words = Cell(cell) + " (" + decree_.ConditionCite(cell) + ")";
    } else if (assessment_.ground == Ground::kGeneral) {
      const DecreeAspect& aspect = *decree_.Find(input_.aspect);
      words = aspect.title + " (" + aspect.cite + ")";
    }
    if (words.empty()) return words;
    return words +
           (language_ == kIndonesian ? "; sesuai usulan mesin." : "; as the program proposes.");
  }

 private:
  static void Join(std::string& words, const std::string& more) {
    words += (words.empty() ? "" : "; ") + more;
  }

  std::string FactsOf(const std::vector<FactId>& rule) const {
    std::string words;
    for (const FactId& id : input_.facts) {
      if (std::ranges::find(rule, id) != rule.end())
        Join(words, Named(decree_.Find(id)->label, language_));
    }
    return words;
  }

  std::string Cell(const DecreeCell& cell) const {
    std::string words;
    if (cell.lateness.has_value() && measure_.has_value()) {
      words = (language_ == kIndonesian ? "Melebihi norma " : "Beyond the norm by ") +
              InClockWords(*measure_, true, language_);
    }
    const std::string facts = FactsOf(cell.facts);
    if (!facts.empty()) Join(words, facts);
    return words;
  }

  std::string Trigger(const DecreeTrigger& trigger) const {
    const bool hours = decree_.lateness_unit == LatenessUnit::kHours;
    std::string words = Named(trigger.label, language_);
    if (trigger.lateness.has_value() && measure_.has_value() &&
        *measure_ > trigger.lateness->over) {
      words += ": " + InClockWords(*measure_, !hours, language_) + " > " +
               InClockWords(trigger.lateness->over, !hours, language_);
    }
    const std::string facts = FactsOf(trigger.facts);
    if (!facts.empty()) words += ": " + facts;
    return words + " (" + trigger.cite + ")";
  }

  const Decree& decree_;
  const FindingInput& input_;
  const Assessment& assessment_;
  std::string_view language_;
  std::optional<double> measure_;
};

}  // namespace

Labels ReasonFor(const Decree& decree, const FindingInput& input, const Assessment& assessment) {
  Labels labels;
  for (const std::string_view language : {kIndonesian, kEnglish}) {
    labels.by_language.emplace(language, ReasonWriter(decree, input, assessment, language).Write());
  }
  return labels;
}

}  // namespace tanggap
