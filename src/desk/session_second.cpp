// A second person who agrees on the spot: their name, their password, and only then the records.
#include <algorithm>

#include "desk/resolving.h"
#include "desk/turn.h"
#include "domain/record_schema.h"

namespace tanggap::desk {
namespace {

SecondBox* TheBox(Turn& turn) {
  return turn.state.overlay ? std::get_if<SecondBox>(&*turn.state.overlay) : nullptr;
}

bool MayNeedSecond(RecordType type) {
  const RecordRule* rule = RuleOf(type);
  return rule != nullptr && NamesSecond(*rule);
}

}  // namespace

std::vector<Person> WhoMaySecond(const State& state, const CaseFile& file, RecordType type) {
  std::vector<Person> may;
  for (const Person& person : state.people) {
    if (state.person && person.id == state.person->id) continue;
    if (person.role != Role::kSupervisor && person.role != Role::kHead) continue;
    if (file.officer_concerned == person.id || !MaySee(file, person.id, person.role)) continue;
    const bool side =
        std::ranges::find(file.standing, person.id, &Classification::by) != file.standing.end();
    if (type == RecordType::kResolvedConflict && side) continue;
    may.push_back(person);
  }
  return may;
}

bool ClosingNeedsSecond(const CaseFile& file, const CloseBox& box) {
  if (box.choice >= box.outcomes.size()) return false;
  const std::string& outcome = box.outcomes[box.choice];
  const bool short_way = outcome == "withdrawn" || outcome == "lapsed" || outcome == "referred";
  return short_way && (file.grave || file.refer);
}

void AskSecond(Turn& turn, std::vector<Draft> drafts, std::vector<Person> may) {
  if (may.empty() || drafts.empty()) return;
  SecondBox box;
  box.drafts = std::move(drafts);
  box.may = std::move(may);
  turn.state.overlay = std::move(box);
  turn.Focus(Focus{Field::kSecond, 0, 0});
}

bool OnSecond(Turn& turn, const Intent& intent) {
  SecondBox* box = TheBox(turn);
  if (box == nullptr) return false;
  if (box->stage == SecondBox::Stage::kChecking) return true;
  const auto choose = [&](std::size_t index) {
    box->choice = std::min(index, box->may.size() - 1);
    box->password.clear();
    box->stage = SecondBox::Stage::kTyping;
    turn.Focus(Focus{Field::kSecond, 0, 0});
  };
  if (const auto* chosen = std::get_if<ChooseInBox>(&intent)) {
    choose(chosen->index);
    return true;
  }
  if (const auto* move = std::get_if<MoveLine>(&intent)) {
    const auto to = static_cast<std::ptrdiff_t>(box->choice) + move->by;
    choose(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, to)));
    return true;
  }
  if (std::holds_alternative<ConfirmSecond>(intent) || std::holds_alternative<SubmitBox>(intent)) {
    if (box->password.empty() || turn.Saving()) return true;
    turn.Ask(CheckSecond{box->may[box->choice].id, box->password});
    box->password.clear();
    box->stage = SecondBox::Stage::kChecking;
    turn.Focus(Focus{Field::kSecond, 0, 0});
    return true;
  }
  return false;
}

void ApplySecond(Turn& turn, const PersonId& person) {
  SecondBox* box = TheBox(turn);
  if (box == nullptr || box->stage != SecondBox::Stage::kChecking) return;
  if (box->may[box->choice].id != person) return;
  std::vector<Draft> drafts = std::move(box->drafts);
  for (Draft& draft : drafts) {
    if (MayNeedSecond(draft.type)) draft.facts[std::string(kSecondField)] = person.value;
  }
  turn.state.overlay.reset();
  turn.state.focus.reset();
  turn.Write(std::move(drafts));
}

void ApplySecondRefused(Turn& turn, std::chrono::seconds wait) {
  SecondBox* box = TheBox(turn);
  if (box == nullptr) return;
  box->stage = SecondBox::Stage::kRefused;
  box->wait_s = wait.count();
  turn.Focus(Focus{Field::kSecond, 0, 0});
}

}  // namespace tanggap::desk
