// An open case: beginning a duty on it, and the small boxes that ask for one thing.
#include <algorithm>
#include <span>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/turn.h"

namespace tanggap::desk {
namespace {

RecordType TypeOf(Duty duty) {
  switch (duty) {
    case Duty::kAssess:
      return RecordType::kClassified;
    case Duty::kDecide:
      return RecordType::kDecided;
    case Duty::kDeliver:
      return RecordType::kRemedyDelivered;
    case Duty::kApology:
      return RecordType::kApologyGiven;
    case Duty::kAskData:
      return RecordType::kDataRequested;
    case Duty::kDataComplete:
      return RecordType::kDataCompleted;
    case Duty::kIdentity:
      return RecordType::kIdentityRead;
    case Duty::kTake:
      return RecordType::kAssigned;
    case Duty::kNote:
      return RecordType::kNote;
    case Duty::kClose:
      return RecordType::kClosed;
    case Duty::kRespond:
      return RecordType::kResponded;
    case Duty::kTimes:
      return RecordType::kDataCompleted;
    case Duty::kRefer:
      return RecordType::kReferred;
    case Duty::kReopen:
      return RecordType::kReopened;
    case Duty::kWithdraw:
      return RecordType::kWithdrawn;
    case Duty::kReturn:
    case Duty::kCorrect:
      return RecordType::kStatementWithdrawn;
    case Duty::kRestrict:
      return RecordType::kRestricted;
    case Duty::kHold:
      return RecordType::kLegalHold;
    case Duty::kErase:
      return RecordType::kErased;
  }
  return RecordType::kUnknown;
}

// What is missing is ticked already, so that asking is one key more.
DataBox MissingData(const Premises& premises, const CaseFile& file) {
  DataBox box;
  const bool time = std::ranges::any_of(file.aspects, [&](const AspectId& id) {
    const DecreeAspect* aspect = premises.decree.Find(id);
    return aspect != nullptr && aspect->time;
  });
  box.wanted[0] = time && !file.declared_complete;
  box.wanted[1] = time && !file.finished;
  box.wanted[2] = file.content_open && file.story.empty() && file.phrases.empty();
  return box;
}

void SubmitNote(Turn& turn, const OpenCase& open, const NoteBox& box) {
  if (box.text.find_first_not_of(" \n") == std::string::npos) return;
  DraftChain chain(open.file, turn.state.fresh_ids);
  chain.Add(RecordType::kNote).content["text"] = box.text;
  turn.Write(chain.Take());
}

void SubmitData(Turn& turn, const OpenCase& open, const DataBox& box) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < kDataItems; ++i) {
    if (box.wanted[i]) missing.emplace_back(kMissing[i]);
  }
  if (missing.empty()) return;
  DraftChain chain(open.file, turn.state.fresh_ids);
  Draft& asked = chain.Add(RecordType::kDataRequested);
  asked.facts["days"] = turn.premises.office.policies.completion_days;
  asked.content["missing"] = ToList(missing);
  turn.Write(chain.Take());
}

void SubmitAnswer(Turn& turn, const OpenCase& open, const RespondBox& box) {
  DraftChain chain(open.file, turn.state.fresh_ids);
  Draft& answer = chain.Add(RecordType::kResponded);
  answer.facts["answer"] = std::string(kAnswers[std::min(box.choice, kAnswers.size() - 1)]);
  answer.facts["at"] = ToMillis(turn.state.now);
  turn.Write(chain.Take());
}

void SubmitClose(Turn& turn, const OpenCase& open, const CloseBox& box) {
  if (box.choice >= box.outcomes.size()) return;
  DraftChain chain(open.file, turn.state.fresh_ids);
  Draft& closed = chain.Add(RecordType::kClosed);
  const std::string& outcome = box.outcomes[box.choice];
  closed.facts["outcome"] = outcome;
  if (outcome == "light") closed.facts["accepted"] = true;
  if (ClosingNeedsSecond(open.file, box)) {
    AskSecond(turn, chain.Take(), WhoMaySecond(turn.state, open.file, RecordType::kClosed));
  } else {
    turn.Write(chain.Take());
  }
}

void SubmitIdentity(Turn& turn, const OpenCase& open, IdentityBox& box) {
  if (box.opening) return;
  const bool own = box.choice >= kPurposes.size();
  if (own && box.own.find_first_not_of(" \n") == std::string::npos) return;
  DraftChain chain(open.file, turn.state.fresh_ids);
  Draft& read = chain.Add(RecordType::kIdentityRead);
  read.facts["purpose"] = own ? "other" : std::string(kPurposes[box.choice]);
  if (own) read.content["reason"] = box.own;
  box.opening = true;
  turn.Ask(OpenIdentity{open.file.id, chain.Take()});
}

void Submit(Turn& turn, const OpenCase& open) {
  if (turn.Saving()) return;
  Overlay& overlay = *turn.state.overlay;
  if (const auto* note = std::get_if<NoteBox>(&overlay)) SubmitNote(turn, open, *note);
  if (const auto* data = std::get_if<DataBox>(&overlay)) SubmitData(turn, open, *data);
  if (const auto* answer = std::get_if<RespondBox>(&overlay)) SubmitAnswer(turn, open, *answer);
  if (const auto* close = std::get_if<CloseBox>(&overlay)) SubmitClose(turn, open, *close);
  if (auto* identity = std::get_if<IdentityBox>(&overlay)) SubmitIdentity(turn, open, *identity);
  if (const auto* deed = std::get_if<DeedBox>(&overlay)) {
    if (Complete(turn.premises, *deed, turn.state.now) && NamesSomething(open, *deed) &&
        WhyNotBegin(turn.state, open, deed->duty).empty())
      turn.Write(DeedDrafts(turn.premises, open, *deed, turn.state.fresh_ids));
  }
}

void Choose(Turn& turn, std::size_t index) {
  Overlay& overlay = *turn.state.overlay;
  if (auto* answer = std::get_if<RespondBox>(&overlay))
    answer->choice = std::min(index, kAnswers.size() - 1);
  if (auto* close = std::get_if<CloseBox>(&overlay))
    close->choice = close->outcomes.empty() ? 0 : std::min(index, close->outcomes.size() - 1);
  if (auto* deed = std::get_if<DeedBox>(&overlay)) {
    const std::size_t choices = ShapeOf(deed->duty).choices;
    deed->choice = choices == 0 ? 0 : std::min(index, choices - 1);
  }
  if (auto* data = std::get_if<DataBox>(&overlay)) data->row = std::min(index, kDataItems - 1);
  if (auto* identity = std::get_if<IdentityBox>(&overlay)) {
    identity->choice = std::min(index, kPurposes.size());
    if (identity->choice == kPurposes.size()) {
      turn.Focus(Focus{Field::kOwnReason, 0, identity->own.size()});
    } else {
      turn.state.focus.reset();
    }
  }
}

std::size_t ChosenIn(const Overlay& overlay) {
  if (const auto* answer = std::get_if<RespondBox>(&overlay)) return answer->choice;
  if (const auto* close = std::get_if<CloseBox>(&overlay)) return close->choice;
  if (const auto* data = std::get_if<DataBox>(&overlay)) return data->row;
  if (const auto* deed = std::get_if<DeedBox>(&overlay)) return deed->choice;
  if (const auto* identity = std::get_if<IdentityBox>(&overlay)) return identity->choice;
  return 0;
}

void Take(Turn& turn, const OpenCase& open) {
  DraftChain chain(open.file, turn.state.fresh_ids);
  chain.Add(RecordType::kAssigned).facts["to"] = turn.state.person->id.value;
  turn.Write(chain.Take());
}

void RememberOpened(State& state, const OpenCase& open) {
  std::erase_if(state.recent, [&](const RecentCase& one) { return one.id == open.file.id; });
  state.recent.insert(state.recent.begin(),
                      RecentCase{open.file.id, open.code, open.file.service, state.now});
  if (state.recent.size() > kRecentKept) state.recent.resize(kRecentKept);
}

void BeginDecision(Turn& turn, CaseWork& work) {
  work.mode = CaseMode::kDecide;
  work.basis = false;
  CaseDrafts& drafts = turn.Drafts(work.open.file.id);
  // The proposal may have changed since; a person's choices on the same lines are kept.
  const std::vector<RemedyItem>& proposal = work.open.file.proposal;
  const bool same = drafts.decide && drafts.decide->lines.size() >= proposal.size() &&
                    std::ranges::equal(
                        proposal, std::span(drafts.decide->lines).first(proposal.size()),
                        [](const RemedyItem& proposed, const RemedyItem& line) {
                          return proposed.id == line.id && proposed.beneficiary == line.beneficiary;
                        });
  if (!same) {
    drafts.decide = DecideDraft{};
    drafts.decide->lines = work.open.file.proposal;
    for (RemedyItem& item : drafts.decide->lines)
      item.granted = true;
  }
  drafts.decide->answers.resize(work.open.file.wishes.size());
}

}  // namespace

std::string WhyNotBegin(const State& state, const OpenCase& open, Duty duty) {
  if (!state.person) return "refused.signed_out";
  if (duty == Duty::kIdentity) {
    if (!open.has_identity) return "case.identity_anonymous";
    if (state.person->role == Role::kStaff || state.person->role == Role::kOperator)
      return "identity.cannot";
  }
  const std::string why = WhyNotDeed(state, open, duty);
  return why.empty() ? WhyNotNow(state, open, TypeOf(duty)) : why;
}

void OpenTheCase(Turn& turn, const OpenCase& open) {
  CaseWork work;
  work.open = open;
  if (const Inbox* inbox = turn.TheInbox()) {
    work.back = *inbox;
    work.back->previewed.reset();
  } else if (const CaseWork* other = turn.TheCase()) {
    work.back = other->back;
  }
  turn.state.screen = std::move(work);
  turn.state.saved_at.reset();  // of another case
  RememberOpened(turn.state, open);
  turn.state.scroll = {};
  turn.state.overlay.reset();
  turn.state.covered = {};
  turn.state.focus.reset();
  PrepareResolving(turn);
}

void PrepareResolving(Turn& turn) {
  const CaseWork* work = turn.TheCase();
  if (work == nullptr || !Resolving(turn.state, *work)) return;
  CaseDrafts& drafts = turn.Drafts(work->open.file.id);
  if (!drafts.resolve) drafts.resolve = StartResolving(turn.premises, work->open);
}

void BeginDuty(Turn& turn, Duty duty) {
  State& state = turn.state;
  const OpenCase* current = CurrentCase(state);
  if (current == nullptr || !WhyNotBegin(state, *current, duty).empty()) return;
  CaseWork* work = turn.TheCase();
  if (duty == Duty::kTake) {
    Take(turn, *current);
    return;
  }
  if (work == nullptr) return;
  CaseDrafts& drafts = turn.Drafts(work->open.file.id);
  switch (duty) {
    case Duty::kAssess:
      work->mode = CaseMode::kAssess;
      if (!drafts.assess) {
        drafts.assess = SidesOf(work->open.file) > 0
                            ? StartFromFindings(turn.premises, work->open.file)
                            : StartAssessment(turn.premises, work->open, state.now, state.language);
      }
      return;
    case Duty::kDecide:
      BeginDecision(turn, *work);
      return;
    case Duty::kDeliver:
      work->mode = CaseMode::kDeliver;
      if (!drafts.deliver) drafts.deliver = DeliverDraft{};
      return;
    case Duty::kAskData:
      state.overlay = MissingData(turn.premises, work->open.file);
      return;
    case Duty::kDataComplete: {
      DraftChain chain(work->open.file, state.fresh_ids);
      chain.Add(RecordType::kDataCompleted).facts["at"] = ToMillis(state.now);
      turn.Write(chain.Take());
      return;
    }
    case Duty::kIdentity:
      state.overlay = IdentityBox{};
      return;
    case Duty::kNote:
      state.overlay = drafts.note.value_or(NoteBox{});
      turn.Focus(Focus{Field::kNote, 0, std::get<NoteBox>(*state.overlay).text.size()});
      return;
    case Duty::kClose:
      state.overlay = CloseBox{
          ClosingOutcomes(work->open.file, state.person->id, state.person->role, state.now), 0};
      return;
    case Duty::kRespond:
      state.overlay = RespondBox{};
      return;
    case Duty::kApology: {
      DraftChain chain(work->open.file, state.fresh_ids);
      Draft& apology = chain.Add(RecordType::kApologyGiven);
      apology.facts["form"] = "lisan";
      apology.facts["at"] = ToMillis(state.now);
      turn.Write(chain.Take());
      return;
    }
    case Duty::kTimes:
    case Duty::kRefer:
    case Duty::kReopen:
    case Duty::kWithdraw:
    case Duty::kReturn:
    case Duty::kCorrect:
    case Duty::kRestrict:
    case Duty::kHold:
    case Duty::kErase:
      BeginDeed(turn, work->open, duty);
      return;
    case Duty::kTake:
      return;
  }
}

bool OnBox(Turn& turn, const Intent& intent) {
  State& state = turn.state;
  if (!state.overlay || turn.TheSheet() != nullptr) return false;
  const OpenCase* current = CurrentCase(state);
  if (const auto* choose = std::get_if<ChooseInBox>(&intent)) {
    Choose(turn, choose->index);
    return true;
  }
  if (const auto* move = std::get_if<MoveLine>(&intent)) {
    const auto now = static_cast<std::ptrdiff_t>(ChosenIn(*state.overlay));
    Choose(turn, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, now + move->by)));
    return true;
  }
  if (const auto* tick = std::get_if<TickInBox>(&intent)) {
    if (auto* data = std::get_if<DataBox>(&*state.overlay); data && tick->index < kDataItems) {
      data->row = tick->index;
      data->wanted[tick->index] = !data->wanted[tick->index];
    }
    return true;
  }
  if (std::holds_alternative<SubmitBox>(intent)) {
    if (current != nullptr) {
      const OpenCase open = *current;
      Submit(turn, open);
    }
    return true;
  }
  return false;
}

}  // namespace tanggap::desk
