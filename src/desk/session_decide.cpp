// Deciding a proposal line by line, and recording what was handed over.
#include <algorithm>
#include <array>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/turn.h"

namespace tanggap::desk {
namespace {

std::size_t Moved(std::size_t at, int by, std::size_t count) {
  if (count == 0) return 0;
  const auto to = static_cast<std::ptrdiff_t>(at) + by;
  return static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(count) - 1));
}

// One of the sentences that most answers are; whatever else was typed gives way to the first.
void TakeReady(Turn& turn, DecideDraft& draft, const ReadyAnswer& ready) {
  if (ready.index >= draft.answers.size()) return;
  constexpr std::array kSentences{TextId::kDeskDecideAnswerYes, TextId::kDeskDecideAnswerSoon,
                                  TextId::kDeskDecideAnswerNo, TextId::kDeskDecideAnswerElsewhere};
  const Texts& texts = WordsOf(turn.premises, turn.state);
  std::string& answer = draft.answers[ready.index];
  const auto now = std::ranges::find(kSentences, std::string_view(answer),
                                     [&](TextId id) { return std::string_view(texts[id]); });
  const auto count = std::ssize(kSentences);
  const auto next = now == kSentences.end()
                        ? (ready.by > 0 ? 0 : count - 1)
                        : ((now - kSentences.begin()) + ready.by + count) % count;
  answer = texts[kSentences[static_cast<std::size_t>(next)]];
  turn.Focus(Focus{Field::kAnswer, ready.index, answer.size()});
}

bool OnDecision(Turn& turn, CaseWork& work, DecideDraft& draft, const Intent& intent) {
  if (const auto* move = std::get_if<MoveLine>(&intent)) {
    draft.row = Moved(draft.row, move->by, draft.lines.size());
    return true;
  }
  if (const auto* select = std::get_if<SelectLine>(&intent)) {
    draft.row = Moved(select->index, 0, draft.lines.size());
    return true;
  }
  if (const auto* toggle = std::get_if<ToggleGrant>(&intent)) {
    if (toggle->line < draft.lines.size()) {
      draft.row = toggle->line;
      draft.lines[toggle->line].granted = toggle->granted;
    }
    return true;
  }
  if (std::holds_alternative<RefuseAll>(intent)) {
    for (RemedyItem& item : draft.lines)
      item.granted = false;
    return true;
  }
  if (std::holds_alternative<ShowBasis>(intent)) {
    work.basis = !work.basis;
    turn.state.scroll[static_cast<std::size_t>(Pane::kWork)] = 0;
    return true;
  }
  if (std::holds_alternative<AddOutside>(intent)) {
    const std::size_t proposed = work.open.file.proposal.size();
    if (draft.lines.size() > proposed) {
      draft.lines.resize(proposed);
      draft.row = Moved(draft.row, 0, proposed);
    } else if (const auto addition = Addition(turn.premises, draft.lines)) {
      draft.lines.push_back(*addition);
      draft.row = draft.lines.size() - 1;
    }
    return true;
  }
  if (const auto* choose = std::get_if<ChooseRefusal>(&intent)) {
    if (std::ranges::find(kRefusals, choose->code) != kRefusals.end()) draft.code = choose->code;
    return true;
  }
  if (const auto* ready = std::get_if<ReadyAnswer>(&intent)) {
    TakeReady(turn, draft, *ready);
    return true;
  }
  if (std::holds_alternative<SaveDecision>(intent)) {
    if (turn.Saving() || Missing(draft)) return true;
    if (!WhyNotSaveDecision(turn.state, work.open, draft).empty()) return true;
    std::vector<Draft> records = DecisionDrafts(work.open, draft, turn.state.fresh_ids);
    if (Deviates(draft)) {
      AskSecond(turn, std::move(records),
                WhoMaySecond(turn.state, work.open.file, RecordType::kDecided));
    } else {
      turn.Write(std::move(records));
    }
    return true;
  }
  return false;
}

bool OnDelivery(Turn& turn, CaseWork& work, DeliverDraft& draft, const Intent& intent) {
  std::vector<RemedyItem> open;
  for (const RemedyItem& item : ToDeliver(work.open.file)) {
    if (!WasHandedOver(work.open.file, item.id)) open.push_back(item);
  }
  if (const auto* move = std::get_if<MoveLine>(&intent)) {
    draft.row = Moved(draft.row, move->by, open.size());
    return true;
  }
  if (const auto* select = std::get_if<SelectLine>(&intent)) {
    draft.row = Moved(select->index, 0, open.size());
    return true;
  }
  if (const auto* way = std::get_if<ChooseInBox>(&intent)) {
    draft.way = std::min(way->index, kWays.size() - 1);
    return true;
  }
  if (std::holds_alternative<SaveDelivery>(intent)) {
    if (turn.Saving() || draft.row >= open.size()) return true;
    if (WhyNotNow(turn.state, work.open, RecordType::kRemedyDelivered).empty())
      turn.Write(DeliveryDrafts(work.open, open[draft.row].id, draft, turn.state.now,
                                turn.state.fresh_ids));
    return true;
  }
  return false;
}

}  // namespace

bool OnDecide(Turn& turn, const Intent& intent) {
  CaseWork* work = turn.TheCase();
  if (work == nullptr) return false;
  CaseDrafts& drafts = turn.Drafts(work->open.file.id);
  if (work->mode == CaseMode::kDecide && drafts.decide)
    return OnDecision(turn, *work, *drafts.decide, intent);
  if (work->mode == CaseMode::kDeliver && drafts.deliver)
    return OnDelivery(turn, *work, *drafts.deliver, intent);
  return false;
}

}  // namespace tanggap::desk
