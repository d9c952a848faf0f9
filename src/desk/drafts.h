// The records that the desk writes, with the field names of domain/record_schema. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/state.h"

namespace tanggap::desk {

// Several records of one deed: each answers the case, what its writer saw, and the one before it.
class DraftChain {
 public:
  // Takes ids from the front of `fresh` as drafts are added.
  DraftChain(const CaseFile& file, std::vector<RecordId>& fresh) : file_(file), fresh_(fresh) {}
  Draft& Add(RecordType type);
  [[nodiscard]] std::vector<Draft> Take() { return std::move(drafts_); }

 private:
  const CaseFile& file_;
  std::vector<RecordId>& fresh_;
  std::vector<Draft> drafts_;
};

// officer_concerned and heard where the draft says so, classified, and, with `propose`, proposed.
[[nodiscard]] std::vector<Draft> AssessmentDrafts(const Premises& premises, const OpenCase& open,
                                                  const AssessDraft& draft, bool propose,
                                                  const State& state, std::vector<RecordId>& fresh);
// Settles a conflict: the chosen side holds; where nobody judged apart, what holds already.
[[nodiscard]] std::vector<Draft> ResolutionDrafts(const OpenCase& open, const ResolveDraft& draft,
                                                  std::vector<RecordId>& fresh);
// Proposes what the findings that hold give.
[[nodiscard]] std::vector<Draft> ProposalDrafts(const Premises& premises, const OpenCase& open,
                                                Instant now, std::vector<RecordId>& fresh);
[[nodiscard]] std::vector<Draft> DecisionDrafts(const OpenCase& open, const DecideDraft& draft,
                                                std::vector<RecordId>& fresh);
[[nodiscard]] std::vector<Draft> DeliveryDrafts(const OpenCase& open, const RemedyId& remedy,
                                                const DeliverDraft& draft, Instant now,
                                                std::vector<RecordId>& fresh);
// Of kWays: in person where nobody may be reached otherwise.
[[nodiscard]] std::size_t WayOf(const CaseFile& file, const DeliverDraft& draft);

// The remedies that were granted to the complainant or the unit, in the decision's order.
[[nodiscard]] std::vector<RemedyItem> ToDeliver(const CaseFile& file);
[[nodiscard]] bool WasHandedOver(const CaseFile& file, const RemedyId& remedy);

// The words that a deed asks for, in order: how many, which must not be empty, how many choices.
struct DeedShape {
  std::size_t words = 1;
  bool times_first = false;  // all but the last are times as "16/11/2026 10.15", each may be empty
  std::size_t choices = 0;
};
[[nodiscard]] DeedShape ShapeOf(Duty duty);
// "16/11/2026 10.15" or "16 11 2026 10 15" in the office's zone; nothing when it is no time.
[[nodiscard]] std::optional<Instant> TypedTime(const std::string& words, const Zone& zone);
// Whether the box says all that its record needs: reasons, and times that are times, none of them
// still to come.
[[nodiscard]] bool Complete(const Premises& premises, const DeedBox& box, Instant now);
[[nodiscard]] std::vector<Draft> DeedDrafts(const Premises& premises, const OpenCase& open,
                                            const DeedBox& box, std::vector<RecordId>& fresh);
// The record that taking back or correcting would name: the last proposal that has an effect, the
// person's own last note that still stands. Nothing: there is none.
[[nodiscard]] std::optional<RecordId> LastProposal(const OpenCase& open);
[[nodiscard]] std::optional<RecordId> OwnNote(const OpenCase& open, const PersonId& person);
// The bodies that an erasure would name, by its choice: words and identity, or identity alone.
[[nodiscard]] List ToErase(const OpenCase& open, std::size_t choice);
// Not so where an erasure chose what is gone already.
[[nodiscard]] bool NamesSomething(const OpenCase& open, const DeedBox& box);
// What the head may add: the decree's own apology outside the matrix, else nothing.
[[nodiscard]] std::optional<RemedyItem> Addition(const Premises& premises,
                                                 const std::vector<RemedyItem>& lines);

// What `choice` of a box means in records.
inline constexpr std::array<std::string_view, 3> kAnswers{"complete", "incomplete", "not-ours"};
inline constexpr std::array<std::string_view, 5> kRefusals{"not-proven", "to-standard",
                                                           "out-of-scope", "withdrawn", "deviates"};
inline constexpr std::array<std::string_view, 4> kPurposes{"contact", "match", "letter", "deliver"};
// How something is handed over; the first reaches nobody at home.
inline constexpr std::array<std::string_view, 4> kWays{"in-person", "post", "phone", "email"};
inline constexpr std::array<std::string_view, kDataItems> kMissing{
    "complete-time", "finished-time", "what-happened", "proof", "contact"};

}  // namespace tanggap::desk
