// Inside of the fold: what a record does to a case, and why a record may not do it.
// Only case_file, case_steps, case_remedies, case_events and permissions include this.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/case_order.h"
#include "domain/lowering.h"

namespace tanggap {

// WhyNot with a role that may be unknown (no roster at hand): then roles are not checked.
[[nodiscard]] std::string WhyNotAs(const CaseFile& file, RecordType type, const PersonId& person,
                                   std::optional<Role> role, std::optional<Instant> now);
// WhyNot for one outcome of `closed`. `accepted`: the visitor signed. `second`: who agreed.
[[nodiscard]] std::string WhyNotClosedAs(const CaseFile& file, const std::string& outcome,
                                         std::optional<Role> role, std::optional<Instant> now,
                                         bool accepted);
// What depends on the record's own fields, judged on the case as its writer saw it. `second_may`:
// whoever it names as the second person is one who may agree.
[[nodiscard]] std::string WhyNotRecord(const CaseFile& seen, const Decree& decree,
                                       const Record& record, std::optional<Role> role,
                                       bool second_may);

// A record's moment; one beyond the calendar is the calendar's last. Dates are counted from it.
[[nodiscard]] Instant TimeOf(const Record& record);
// A moment among its fields; none for one that no calendar has: a device in other hands can write
// any number, and every date that follows from it must still be a date.
[[nodiscard]] std::optional<Instant> MomentOf(const Fields& fields, std::string_view name);
// The findings of `classified` and `resolved_conflict`, with their reasons from the content.
[[nodiscard]] std::vector<Finding> FindingsOf(const Record& record);
[[nodiscard]] std::vector<RemedyItem> ItemsOf(const Record& record);
// What `resolved_conflict` lets hold: its own findings, or those of the side that it keeps.
[[nodiscard]] std::vector<Finding> ResolvedTo(const Record& record, const CaseFile& seen);
// Of each aspect the gravest grade, with the facts of all.
[[nodiscard]] std::vector<Finding> Gravest(const Decree& decree,
                                           const std::vector<Classification>& standing);
// Delivered, and not before the case was opened again.
[[nodiscard]] bool IsDelivered(const CaseFile& file, const RemedyId& remedy);
[[nodiscard]] int RankOf(const Decree& decree, const Finding& finding);

// The case while it is being folded.
class CaseFold {
 public:
  CaseFold(const CaseOrder& order, const Decree& decree, const FoldRules& rules, RecordId id);

  // The effect of record `index` on the case so far; "" or why it had none after all, because of
  // something its writer hadn't seen.
  std::string Step(std::size_t index);
  // The case as it stands, without acts and heads.
  [[nodiscard]] CaseFile File() const;

 private:
  [[nodiscard]] bool Saw(std::size_t index, const std::vector<std::size_t>& others) const;
  [[nodiscard]] bool SawStanding(std::size_t index) const;
  void Lodge(const Record& record);
  std::string Classify(std::size_t index);
  std::string Resolve(std::size_t index);
  void Reassessed(Instant at);
  std::string Propose(std::size_t index);
  std::string TakeBack(std::size_t index);
  std::string Decide(std::size_t index);
  void DecideObjection(const Record& record);
  std::string Deliver(std::size_t index, const RemedyId& remedy);
  void Apologise(std::size_t index);
  void GiveLightRemedies(Instant at);
  void CheckDelivered(Instant at);
  std::string Close(std::size_t index);
  void Reopen(Instant at);
  std::string VisitorSaid(std::size_t index);
  void Responded(const Record& record);
  void Completed(const Record& record);
  void Reached(Instant at);
  std::string StepAside(std::size_t index);
  std::string StepVisitor(std::size_t index);
  void SetStage(CaseStage stage, Instant at);

  const CaseOrder& order_;
  const Decree& decree_;
  const FoldRules& rules_;
  CaseFile file_;
  std::vector<std::size_t> standing_;  // record indexes beside file_.standing
  std::vector<std::size_t> proposals_;
  std::vector<std::size_t> decisions_;
  std::vector<std::size_t> visitor_words_;  // additions and objections
  std::vector<std::size_t> reopenings_;
  std::vector<Finding> decided_on_;
  CaseStage stage_before_close_ = CaseStage::kReceived;
  std::optional<Day> withdrawn_day_;
  std::optional<Day> undo_until_;
  RecordId apology_record_;
  bool decision_conflict_ = false;
  bool delivery_conflict_ = false;
  bool asked_ = false;  // data requested, perhaps not yet known to the visitor
  bool suspended_ = false;
  bool referred_ = false;
  bool withdrawn_ = false;
};

}  // namespace tanggap
