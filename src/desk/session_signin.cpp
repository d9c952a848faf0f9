// Signing in, and everything that is typed: one focus, one edited text.
#include <algorithm>
#include <cctype>

#include "desk/turn.h"
#include "ui/text_edit.h"

namespace tanggap::desk {
namespace {

bool SameLetters(std::string_view name, std::string_view typed) {
  if (typed.empty()) return true;
  const auto lower = [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  };
  std::string where;
  for (const char c : name)
    where += lower(c);
  std::string what;
  for (const char c : typed)
    what += lower(c);
  // The beginning of any part of the name: "le" finds Maria K. Lestari.
  for (std::size_t at = where.find(what); at != std::string::npos; at = where.find(what, at + 1)) {
    if (at == 0 || where[at - 1] == ' ') return true;
  }
  return false;
}

bool MultiLine(Field field) {
  return field == Field::kReason || field == Field::kDecision || field == Field::kNote ||
         field == Field::kResolve;
}

// One look-up for the state that is changed and the one that is only read.
template <class S>
auto* DraftsOfCase(S& state) {
  auto* work = std::get_if<CaseWork>(&state.screen);
  auto found = state.drafts.end();
  if (work != nullptr && state.person)
    found = state.drafts.find({state.person->id, work->open.file.id});
  return found == state.drafts.end() ? nullptr : &found->second;
}

template <class S>
auto* FindingAt(S& state, std::size_t index) {
  auto* drafts = DraftsOfCase(state);
  const bool there = drafts != nullptr && drafts->assess && index < drafts->assess->findings.size();
  return there ? &drafts->assess->findings[index] : nullptr;
}

template <class Box, class S>
auto* BoxOf(S& state) {
  return state.overlay ? std::get_if<Box>(&*state.overlay) : nullptr;
}

template <class Text, class S>
Text* TextAt(S& state, const Focus& focus) {
  auto* sign_in = std::get_if<SignIn>(&state.screen);
  auto* inbox = std::get_if<Inbox>(&state.screen);
  auto* drafts = DraftsOfCase(state);
  auto* finding = FindingAt(state, focus.index);
  switch (focus.field) {
    case Field::kFilter:
      return sign_in == nullptr ? nullptr : &sign_in->filter;
    case Field::kPassword:
      return sign_in == nullptr ? nullptr : &sign_in->password;
    case Field::kSearch:
      return inbox == nullptr ? nullptr : &inbox->query;
    case Field::kReason:
      return finding == nullptr ? nullptr : &finding->reason;
    case Field::kProof:
      return finding == nullptr ? nullptr : &finding->proof;
    case Field::kResolve:
      return drafts != nullptr && drafts->resolve ? &drafts->resolve->reason : nullptr;
    case Field::kSecond: {
      auto* box = BoxOf<SecondBox>(state);
      return box == nullptr ? nullptr : &box->password;
    }
    case Field::kOwnPassword: {
      auto* box = BoxOf<PasswordBox>(state);
      const bool there = box != nullptr && focus.index < box->words.size() &&
                         box->stage != PasswordBox::Stage::kChanging &&
                         box->stage != PasswordBox::Stage::kDone;
      return there ? &box->words[focus.index] : nullptr;
    }
    case Field::kNotHeard:
      return finding == nullptr ? nullptr : &finding->not_heard_why;
    case Field::kNoApology:
      return drafts != nullptr && drafts->assess ? &drafts->assess->no_apology_why : nullptr;
    case Field::kDecision:
      return drafts != nullptr && drafts->decide ? &drafts->decide->reason : nullptr;
    case Field::kAnswer: {
      const bool there =
          drafts != nullptr && drafts->decide && focus.index < drafts->decide->answers.size();
      return there ? &drafts->decide->answers[focus.index] : nullptr;
    }
    case Field::kEvidence:
      return drafts != nullptr && drafts->deliver ? &drafts->deliver->evidence : nullptr;
    case Field::kNote: {
      auto* box = BoxOf<NoteBox>(state);
      return box == nullptr ? nullptr : &box->text;
    }
    case Field::kDeed: {
      auto* box = BoxOf<DeedBox>(state);
      return box == nullptr || focus.index >= kDeedWords ? nullptr : &box->words[focus.index];
    }
    case Field::kOwnReason: {
      auto* box = BoxOf<IdentityBox>(state);
      return box == nullptr ? nullptr : &box->own;
    }
    case Field::kFilterWords: {
      auto* box = BoxOf<FilterBox>(state);
      return box == nullptr ? nullptr : &box->typed;
    }
    case Field::kCommand: {
      auto* palette = BoxOf<Palette>(state);
      return palette == nullptr ? nullptr : &palette->typed;
    }
  }
  return nullptr;
}

}  // namespace

std::vector<std::size_t> MatchingPeople(const SignIn& sign_in) {
  std::vector<std::size_t> matching;
  for (std::size_t i = 0; i < sign_in.people.size(); ++i) {
    if (SameLetters(sign_in.people[i].name, sign_in.filter)) matching.push_back(i);
  }
  return matching;
}

std::string* TextOfFocus(State& state, const Focus& focus) {
  return TextAt<std::string>(state, focus);
}

const std::string* FocusedText(const State& state) {
  return state.focus ? TextAt<const std::string>(state, *state.focus) : nullptr;
}

bool OnField(Turn& turn, const Intent& intent) {
  State& state = turn.state;
  if (const auto* focus = std::get_if<FocusField>(&intent)) {
    const Focus wanted{focus->field, focus->index, 0};
    const std::string* text = TextOfFocus(state, wanted);
    if (text != nullptr) {
      const std::size_t caret = focus->caret ? std::min(*focus->caret, text->size()) : text->size();
      turn.Focus(Focus{focus->field, focus->index, caret});
    }
    return true;
  }
  if (std::holds_alternative<LeaveField>(intent)) {
    if (!std::holds_alternative<SignIn>(state.screen)) state.focus.reset();
    return true;
  }
  const auto* edit = std::get_if<EditText>(&intent);
  if (edit == nullptr) return false;
  if (!state.focus) return true;
  std::string* text = TextOfFocus(state, *state.focus);
  if (text == nullptr) {
    state.focus.reset();
    return true;
  }
  const ui::EditLimits limits{kMaxReasonSymbols, MultiLine(state.focus->field)};
  const ui::TextEdit after = ui::Edited(
      ui::TextEdit{*text, std::min(state.focus->caret, text->size())}, edit->key, limits);
  *text = after.text;
  state.focus->caret = after.caret;
  if (auto* second = BoxOf<SecondBox>(state); second && state.focus->field == Field::kSecond)
    second->stage = SecondBox::Stage::kTyping;
  if (auto* own = BoxOf<PasswordBox>(state)) own->stage = PasswordBox::Stage::kTyping;
  if (state.focus->field == Field::kReason || state.focus->field == Field::kProof) {
    if (DraftFinding* finding = FindingAt(state, state.focus->index)) finding->touched = true;
  }
  // Other letters, other choices: the first of them is meant.
  if (auto* box = BoxOf<FilterBox>(state)) box->choice = 0;
  if (auto* palette = BoxOf<Palette>(state)) palette->row = 0;
  if (auto* sign_in = std::get_if<SignIn>(&state.screen)) {
    sign_in->stage = SignIn::Stage::kTyping;
    const std::vector<std::size_t> matching = MatchingPeople(*sign_in);
    if (state.focus->field == Field::kFilter && !matching.empty() &&
        std::ranges::find(matching, sign_in->chosen) == matching.end())
      sign_in->chosen = matching.front();
  }
  return true;
}

bool OnSignIn(Turn& turn, const Intent& intent) {
  auto* sign_in = std::get_if<SignIn>(&turn.state.screen);
  if (sign_in == nullptr) return false;
  if (sign_in->stage == SignIn::Stage::kOpening) return true;
  if (const auto* choose = std::get_if<ChoosePerson>(&intent)) {
    if (choose->index >= sign_in->people.size()) return true;
    sign_in->chosen = choose->index;
    sign_in->password.clear();
    sign_in->stage = SignIn::Stage::kTyping;
    turn.Focus(Focus{Field::kPassword, 0, 0});
    return true;
  }
  if (const auto* move = std::get_if<MoveRow>(&intent)) {
    const std::vector<std::size_t> matching = MatchingPeople(*sign_in);
    if (matching.empty()) return true;
    const auto at = std::ranges::find(matching, sign_in->chosen);
    const auto now = at == matching.end() ? 0 : at - matching.begin();
    const auto last = static_cast<std::ptrdiff_t>(matching.size()) - 1;
    sign_in->chosen =
        matching[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(now + move->by, 0, last))];
    return true;
  }
  if (std::holds_alternative<SubmitPassword>(intent)) {
    if (sign_in->people.empty() || sign_in->password.empty()) return true;
    turn.Ask(CheckPassword{sign_in->people[sign_in->chosen].id, sign_in->password});
    sign_in->password.clear();
    sign_in->stage = SignIn::Stage::kOpening;
    sign_in->scan_refused = false;
    turn.Focus(Focus{Field::kPassword, 0, 0});
    return true;
  }
  return false;
}

}  // namespace tanggap::desk
