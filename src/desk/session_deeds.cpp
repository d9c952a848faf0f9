// Deeds of a few words: what one starts from, and why it can't be begun.
#include <algorithm>

#include "desk/drafts.h"
#include "desk/turn.h"

namespace tanggap::desk {
namespace {

// As TypedTime reads it back.
std::string TimeTyped(Instant at, const Premises& premises) {
  const LocalTime local = ToLocal(at, premises.office.zone);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(static_cast<int>(static_cast<unsigned>(local.day.day()))) + "/" +
         two(static_cast<int>(static_cast<unsigned>(local.day.month()))) + "/" +
         std::to_string(static_cast<int>(local.day.year())) + " " + two(local.hour) + "." +
         two(local.minute);
}

}  // namespace

void BeginDeed(Turn& turn, const OpenCase& open, Duty duty) {
  DeedBox box;
  box.duty = duty;
  if (duty == Duty::kTimes) {
    const CaseFile& file = open.file;
    if (file.declared_complete) box.words[0] = TimeTyped(*file.declared_complete, turn.premises);
    if (file.finished) box.words[1] = TimeTyped(*file.finished, turn.premises);
  }
  if (duty == Duty::kReturn) box.about = LastProposal(open).value_or(RecordId{});
  if (duty == Duty::kCorrect) {
    box.about = OwnNote(open, turn.state.person->id).value_or(RecordId{});
    const auto words = open.notes.find(box.about);
    if (words != open.notes.end()) box.words[0] = words->second;
  }
  const std::size_t caret = box.words[0].size();
  const bool chooses = ShapeOf(duty).choices > 0;
  turn.state.overlay = std::move(box);
  turn.Focus(chooses ? std::nullopt : std::optional(Focus{Field::kDeed, 0, caret}));
}

std::string WhyNotDeed(const State& state, const OpenCase& open, Duty duty) {
  const CaseFile& file = open.file;
  const Person& person = *state.person;
  if (duty == Duty::kTimes) {
    if (person.role != Role::kSupervisor && person.role != Role::kHead) return "refused.role";
    if (file.kind != ComplaintKind::kComplaint) return "refused.not_a_complaint";
    const bool before = file.stage == CaseStage::kReceived || file.stage == CaseStage::kAssessed;
    if (!before) return "refused.already_decided";
  }
  if (duty == Duty::kReturn) {
    if (file.stage != CaseStage::kProposed || !LastProposal(open)) return "refused.no_proposal";
    const bool own = std::ranges::find(file.proposers, person.id) != file.proposers.end();
    if (!own && person.role != Role::kHead) return "refused.role";
  }
  if (duty == Duty::kCorrect && !OwnNote(open, person.id)) return "refused.role";
  if (duty == Duty::kErase) {
    if (person.role != Role::kSupervisor && person.role != Role::kHead) return "refused.role";
    if (open.holds.on) return "rights.held";
    if (ToErase(open, 0).empty()) return "rights.nothing_left";
  }
  return "";
}

}  // namespace tanggap::desk
