// The list: views, rows, preview, search, and what can be begun from a row.
#include <algorithm>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/search.h"
#include "desk/turn.h"
#include "domain/ticket_code.h"

namespace tanggap::desk {
namespace {

constexpr std::size_t kShortestCodePart = 4;

void Select(Turn& turn, Inbox& inbox, std::size_t index) {
  if (index >= inbox.rows.size()) return;
  if (inbox.selected != index) inbox.previewed.reset();
  inbox.selected = index;
  if (inbox.preview && !inbox.previewed)
    turn.Ask(LoadCase{inbox.rows[index].id, LoadFor::kPreview, ""});
}

void Search(Turn& turn, Inbox& inbox) {
  const std::string query = inbox.query;
  turn.state.focus.reset();
  if (query.empty()) {
    inbox.shown_query.clear();
    turn.AskPage();
    return;
  }
  if (FindAsCode(turn, query)) {
    if (turn.TheSheet() != nullptr) inbox.query.clear();
    return;
  }
  if (turn.state.person->role == Role::kStaff) return;  // the whole code or nothing
  inbox.shown_query = query;
  inbox.rows.clear();
  inbox.selected = 0;
  inbox.previewed.reset();
  inbox.loaded = false;
  turn.AskPage();
}

void Open(Turn& turn, const Inbox& inbox) {
  if (inbox.selected >= inbox.rows.size()) return;
  // Counter staff open a case with its ticket only.
  if (turn.state.person->role == Role::kStaff) return;
  turn.Ask(LoadCase{inbox.rows[inbox.selected].id, LoadFor::kOpen, ""});
}

}  // namespace

bool IsFlagged(const CaseRow& row) {
  return row.code.empty() && row.words.empty() && row.summary.service == ServiceId{} &&
         row.summary.assessed && row.summary.aspects.empty();
}

bool FindAsCode(Turn& turn, const std::string& typed) {
  const std::string code = AsCode(typed);
  if (code.size() == kCodeSymbols && ReadCode(code).code) {
    TakeScan(turn, code, true);
    return true;
  }
  // Without a digit it may be a word; the beginning of a code is for those who read all cases.
  const bool part = code.size() >= kShortestCodePart && code.size() < kCodeSymbols &&
                    typed.find_first_of("0123456789") != std::string::npos;
  if (!part || turn.state.person->role == Role::kStaff) return false;
  turn.Ask(FindCode{code});
  return true;
}

bool OnInbox(Turn& turn, const Intent& intent) {
  Inbox* inbox = turn.TheInbox();
  if (const auto* view = std::get_if<ShowView>(&intent)) {
    Inbox fresh;
    fresh.view = view->view;
    fresh.preview = inbox == nullptr || inbox->preview;
    // A filter stays from list to list until it is cleared.
    if (inbox != nullptr) fresh.filter = inbox->filter;
    turn.state.screen = fresh;
    turn.state.scroll = {};
    turn.state.focus.reset();
    turn.AskPage();
    return true;
  }
  if (inbox == nullptr) return false;
  if (const auto* move = std::get_if<MoveRow>(&intent)) {
    if (inbox->rows.empty()) return true;
    const auto last = static_cast<std::ptrdiff_t>(inbox->rows.size()) - 1;
    const auto to = std::clamp<std::ptrdiff_t>(
        static_cast<std::ptrdiff_t>(inbox->selected) + move->by, 0, last);
    Select(turn, *inbox, static_cast<std::size_t>(to));
    return true;
  }
  if (const auto* select = std::get_if<SelectRow>(&intent)) {
    // The second press on the same row opens it.
    if (select->index == inbox->selected && inbox->previewed) {
      Open(turn, *inbox);
    } else {
      Select(turn, *inbox, select->index);
    }
    return true;
  }
  if (const auto* open = std::get_if<OpenRow>(&intent)) {
    Select(turn, *inbox, open->index);
    Open(turn, *inbox);
    return true;
  }
  if (std::holds_alternative<OpenSelected>(intent)) {
    Open(turn, *inbox);
    return true;
  }
  if (std::holds_alternative<TogglePreview>(intent)) {
    inbox->preview = !inbox->preview;
    if (inbox->preview) Select(turn, *inbox, inbox->selected);
    return true;
  }
  if (std::holds_alternative<SubmitSearch>(intent)) {
    Search(turn, *inbox);
    return true;
  }
  if (const auto* begin = std::get_if<Begin>(&intent)) {
    if (!inbox->previewed) return true;
    const OpenCase open = *inbox->previewed;
    // Taking a case writes at once and stays in the list; all else happens in the case.
    if (begin->duty != Duty::kTake) OpenTheCase(turn, open);
    BeginDuty(turn, begin->duty);
    return true;
  }
  return false;
}

}  // namespace tanggap::desk
