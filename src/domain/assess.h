// What a decree says about one finding: pure, over data. The program proposes and explains; a named
// person decides; "tidak diatur" is an honest answer and never a refusal.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/decree.h"
#include "domain/lateness.h"
#include "domain/office.h"
#include "domain/result.h"

namespace tanggap {

// One thing that is said to have gone wrong.
struct FindingInput {
  AspectId aspect;
  // How late, in the decree's measure: days beyond the norm, or hours since the file was declared
  // complete. Ignored when `sum` is given, which also puts the arithmetic into the explanation.
  std::optional<double> measure;
  std::optional<Lateness> sum;
  std::vector<FactId> facts;
  std::optional<SeverityId> chosen;             // by a person: wins over facts and lateness
  std::optional<Day> happened;                  // to see whether the decree was in force
  std::vector<std::string> triggers_elsewhere;  // ids that other findings of the case hold
  bool norm_longer_than_decree = false;         // the service's own norm exceeds the decree's bound
};

enum class Ground {
  kProved,         // a fact or the lateness proves a cell, or a trigger holds
  kChosen,         // a person chose the severity
  kGeneral,        // a decree without grades: the general remedies, no trigger holds
  kConforming,     // measured, and within the norm
  kBelowMatrix,    // late, but below the first cell
  kNothingProved,  // no fact and no lateness given
  kChoose,         // proved, but the decree gives several severities the same words
  kNotRegulated,   // the cell or the whole column is blank
  kNotInForce,     // happened before the decree
};

struct AssessedRemedy {
  RemedyId id;
  Labels label;
  Beneficiary beneficiary = Beneficiary::kComplainant;
  std::vector<std::string> cites;  // one or more; the same remedy is never given twice
  bool operator==(const AssessedRemedy&) const = default;
};

struct Assessment {
  std::string decree;  // "id@version"
  AspectId aspect;
  std::optional<SeverityId> severity;
  bool regulated = false;  // the cell (or, without a severity, any cell of the aspect) has a rule
  Ground ground = Ground::kNothingProved;
  std::vector<AssessedRemedy> remedies;  // in the decree's order of remedies
  Claim claim = Claim::kNone;
  bool apology_at_once = false;       // the officer owes the apology at that very moment
  bool refer = false;                 // a mandatory referral, whatever the cell gives (violence)
  bool flagged = false;               // shown to the auditor (a possible illegal levy)
  bool not_computable = false;        // lateness matters here, but no measure was given
  std::vector<std::string> triggers;  // ids of those that hold
  std::vector<SeverityId> choices;    // kChoose: what the supervisor chooses among
  std::string cite;
  Labels reason;       // one line for a finding: what proves it and where that stands, id and en
  Labels explanation;  // whole sentences with article and arithmetic, id and en
  bool operator==(const Assessment&) const = default;
};

// The decree's answer. Problems (without file) when the input names an aspect, fact or severity
// that the decree doesn't know, a fact that another aspect owns, a severity under a decree without
// grades, lateness for an aspect that isn't judged by time, or an amount beyond a million.
[[nodiscard]] Result<Assessment> Assess(const Decree& decree, const Policies& policies,
                                        const FindingInput& input);

// The remedies of several findings as one proposal: each remedy once for each beneficiary with
// every cite, and, where a regulated finding gives the complainant nothing, the decree's optional
// apology, marked as outside the matrix.
[[nodiscard]] std::vector<RemedyItem> ProposeRemedies(const Decree& decree,
                                                      std::span<const Assessment> assessments);

}  // namespace tanggap
