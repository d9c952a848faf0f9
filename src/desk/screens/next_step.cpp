// The right column of a case: the next step with its one filled button, and what else can be done.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/screens/conflict.h"
#include "desk/screens/sum.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

// What stands on the filled button, what it wants, and why it is off.
struct Step {
  std::string words;
  std::string button;
  std::string keys;
  std::optional<Intent> intent;
  std::string why_not;
};

std::string Keyed(const Scene& scene, const std::string& key) {
  return key.empty() ? "" : scene.texts.ByKey(key);
}

Step AssessStep(const Scene& scene, const CaseWork& work, const AssessDraft& draft) {
  Step step;
  const std::vector<RemedyItem> items =
      RemediesOf(scene.premises, work.open, draft, scene.state.now);
  if (!draft.findings.empty()) {
    step.words =
        scene.texts.Format(TextId::kDeskNextAssessDraft,
                           {{"n", std::to_string(draft.findings.size())}}) +
        " " +
        scene.texts.Format(TextId::kDeskNextAssessGives, {{"remedies", RemedyNames(scene, items)}});
  }
  const bool leader = work.open.file.leader_assesses;
  step.button = scene.Say(leader ? TextId::kDeskActSaveOnly : TextId::kDeskActSavePropose);
  step.keys = "Ctrl Enter";
  step.intent = SaveAssessment{!leader};
  if (SidesOf(work.open.file) > 0) {
    step.button = scene.Say(TextId::kDeskConflictSettleNew);
    step.keys = "Ctrl Enter";
    step.intent = SaveAssessment{true};
  }
  step.why_not = Keyed(scene, WhyNotSaveAssessment(scene.premises, scene.state, work.open, draft));
  if (step.why_not.empty()) {
    if (const auto missing = Missing(scene.premises, work.open, draft, scene.state.now))
      step.why_not = scene.Say(*missing);
  }
  return step;
}

Step DecideStep(const Scene& scene, const CaseWork& work, const DecideDraft& draft) {
  Step step;
  const auto granted = std::ranges::count(draft.lines, true, &RemedyItem::granted);
  const auto refused = static_cast<std::ptrdiff_t>(draft.lines.size()) - granted;
  step.words = scene.texts.Format(
      TextId::kDeskNextDecideDraft,
      {{"granted", std::to_string(granted)}, {"refused", std::to_string(refused)}});
  step.button = scene.Say(TextId::kDeskActSaveDecision);
  step.keys = "Ctrl Enter";
  step.intent = SaveDecision{};
  step.why_not = Keyed(scene, WhyNotSaveDecision(scene.state, work.open, draft));
  if (step.why_not.empty()) {
    if (const auto missing = Missing(draft)) step.why_not = scene.Say(*missing);
  }
  return step;
}

Step BeginStep(const Scene& scene, const CaseWork& work, Duty duty, TextId words, TextId button,
               std::string keys) {
  Step step;
  step.words = scene.Say(words);
  step.button = scene.Say(button);
  step.keys = std::move(keys);
  step.intent = Begin{duty};
  const std::string why = WhyNotBegin(scene.state, work.open, duty);
  step.why_not = Keyed(scene, why);
  if (duty == Duty::kDecide && why == "refused.role")
    step.why_not = scene.Say(TextId::kDeskDecideNotHead);
  return step;
}

// A case that stands aside waits for something else than its stage.
std::optional<Step> AsideStep(const Scene& scene, const CaseWork& work) {
  const auto may = [&](Duty duty) { return WhyNotBegin(scene.state, work.open, duty).empty(); };
  const auto close = [&](TextId words) {
    return BeginStep(scene, work, Duty::kClose, words, TextId::kDeskActClose, "E");
  };
  switch (work.open.file.side) {
    case TicketSide::kReferred:
      if (!work.open.file.responded && may(Duty::kRespond))
        return BeginStep(scene, work, Duty::kRespond, TextId::kDeskNextReferred,
                         TextId::kDeskActRespond, "W");
      return close(TextId::kDeskNextReferred);
    case TicketSide::kWaitingForData:
      // Nothing came in time: closing is open to a named person then.
      if (may(Duty::kClose)) return close(TextId::kDeskNextWaiting);
      return BeginStep(scene, work, Duty::kDataComplete, TextId::kDeskNextWaiting,
                       TextId::kDeskActClearData, "");
    case TicketSide::kSuspended:
      return Step{scene.Say(TextId::kDeskNextSuspended), "", "", {}, ""};
    case TicketSide::kWithdrawn:
      return close(TextId::kDeskNextWithdrawn);
    default:
      return std::nullopt;
  }
}

Step ReadStep(const Scene& scene, const CaseWork& work) {
  const CaseFile& file = work.open.file;
  if (scene.state.person && scene.state.person->role == Role::kAuditor)
    return {scene.Say(TextId::kDeskNextAuditor), "", "", {}, ""};
  if (file.stage == CaseStage::kClosed) return {scene.Say(TextId::kDeskNextDone), "", "", {}, ""};
  if (file.kind != ComplaintKind::kComplaint) {
    if (!file.responded)
      return BeginStep(scene, work, Duty::kRespond, TextId::kDeskNextQuestion,
                       TextId::kDeskActRespond, "W");
    return BeginStep(scene, work, Duty::kClose, TextId::kDeskNextQuestion, TextId::kDeskActClose,
                     "E");
  }
  if (AnswerFirst(scene.premises, work.open, scene.state.now) &&
      WhyNotBegin(scene.state, work.open, Duty::kRespond).empty()) {
    const bool left = file.stage == CaseStage::kDelivered || file.stage == CaseStage::kRefused;
    return BeginStep(scene, work, Duty::kRespond,
                     left ? TextId::kDeskNextAnswerFirst : TextId::kDeskNextAnswerLate,
                     TextId::kDeskActRespond, "W");
  }
  if (const auto aside = AsideStep(scene, work)) return *aside;
  switch (file.stage) {
    case CaseStage::kReceived:
      return BeginStep(scene, work, Duty::kAssess,
                       scene.premises.decree.severities.empty() ? TextId::kDeskNextAssessTriggers
                                                                : TextId::kDeskNextAssess,
                       TextId::kDeskActAssess, "N");
    case CaseStage::kAssessed: {
      if (file.light && file.apology_at)
        return BeginStep(scene, work, Duty::kClose, TextId::kDeskNextApologise,
                         TextId::kDeskActClose, "E");
      Step step;
      step.words = scene.Say(TextId::kDeskNextPropose);
      if (scene.state.person && scene.state.person->role == Role::kHead)
        step.words += " " + scene.Say(TextId::kDeskNextProposeBars);
      step.button = scene.Say(TextId::kDeskActPropose);
      step.keys = "Ctrl Enter";
      step.intent = ProposeNow{};
      step.why_not = Keyed(scene, WhyNotNow(scene.state, work.open, RecordType::kProposed));
      return step;
    }
    case CaseStage::kProposed:
      return BeginStep(scene, work, Duty::kDecide, TextId::kDeskNextDecide, TextId::kDeskActDecide,
                       "P");
    case CaseStage::kGranted: {
      // Where only the officer's coaching was granted nothing is handed to the visitor.
      const bool close = WhyNotBegin(scene.state, work.open, Duty::kClose).empty();
      return BeginStep(scene, work, close ? Duty::kClose : Duty::kDeliver,
                       close ? TextId::kDeskNextClose : TextId::kDeskNextDeliver,
                       close ? TextId::kDeskActClose : TextId::kDeskActDeliver, close ? "E" : "S");
    }
    case CaseStage::kRefused:
      return BeginStep(scene, work, Duty::kClose, TextId::kDeskNextRefused, TextId::kDeskActClose,
                       "E");
    case CaseStage::kDelivered:
      return BeginStep(scene, work, Duty::kClose, TextId::kDeskNextClose, TextId::kDeskActClose,
                       "E");
    case CaseStage::kClosed:
      break;
  }
  return {};
}

Step StepOf(const Scene& scene, const CaseWork& work) {
  const CaseDrafts& drafts = CurrentDrafts(scene.state);
  if (work.mode == CaseMode::kAssess && drafts.assess)
    return AssessStep(scene, work, *drafts.assess);
  if (work.mode == CaseMode::kDecide && drafts.decide)
    return DecideStep(scene, work, *drafts.decide);
  if (work.mode == CaseMode::kDeliver) {
    Step step;
    step.words = scene.Say(TextId::kDeskNextDeliverOne);
    step.button = scene.Say(TextId::kDeskActDeliver);
    step.keys = "Ctrl Enter";
    step.intent = SaveDelivery{};
    step.why_not = Keyed(scene, WhyNotNow(scene.state, work.open, RecordType::kRemedyDelivered));
    return step;
  }
  return ReadStep(scene, work);
}

std::string SavingWords(const Scene& scene) {
  switch (scene.state.saving) {
    case Saving::kNo:
      if (scene.state.saved_at)
        return scene.texts.Format(
            TextId::kDeskSaveDone,
            {{"t", ClockTime(*scene.state.saved_at, scene.OfficeZone(), scene.texts)}});
      return "";
    case Saving::kSaving:
      return scene.Say(TextId::kDeskSaveSaving);
    case Saving::kFull:
      return scene.texts.Format(TextId::kDeskSaveFailed,
                                {{"why", scene.Say(TextId::kDeskSaveFull)}});
    case Saving::kBroken:
      return scene.texts.Format(TextId::kDeskSaveFailed,
                                {{"why", scene.Say(TextId::kDeskSaveBroken)}});
  }
  return "";
}

// Drawn back by who made it, returned by the head.
TextId ReturnWord(const Scene& scene, const OpenCase& open) {
  const auto& proposers = open.file.proposers;
  const bool own =
      scene.state.person && std::ranges::find(proposers, scene.state.person->id) != proposers.end();
  return own ? TextId::kDeskActDrawBack : TextId::kDeskActReturn;
}

// Below a conflict: what may be asked first, the way back, whether it was saved.
float DrawAround(Scene& scene, const Column& at, float y, const CaseWork& work) {
  const std::array<DutyButton, 2> ask{{{Duty::kNote, TextId::kDeskActNote, "C", false},
                                       {Duty::kAskData, TextId::kDeskActData, "D", false}}};
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskConflictAskFirst));
  float x = at.x;
  for (const DutyButton& button : ask) {
    if (!WhyNotBegin(scene.state, work.open, button.duty).empty()) continue;
    ui::DeskButtonLook look;
    look.word = scene.Say(button.word);
    look.keys = button.keys;
    const float width = ui::DeskButtonWidth(scene.frame, look);
    const std::string id = "ask." + std::to_string(static_cast<int>(button.duty));
    DrawDutyButton(scene, id.c_str(), {x, y, width, scene.U(34)}, button);
    x += width + scene.U(8);
  }
  y += scene.U(44);
  const bool failed = scene.state.saving == Saving::kFull || scene.state.saving == Saving::kBroken;
  const std::string saving = SavingWords(scene);
  if (saving.empty()) return y;
  y += Paragraph(scene, {at.x, y, at.width, 0}, saving, TextStyle::kDeskCaption,
                 failed ? scene.Colors().red : scene.Colors().ink3);
  return y + scene.U(10);
}

float DrawStep(Scene& scene, const Column& at, float y, const CaseWork& work) {
  if (work.mode == CaseMode::kRead && work.open.file.side == TicketSide::kConflict) {
    y = DrawResolving(scene, at, y, work);
    return DrawAround(scene, at, y, work);
  }
  const Step step = StepOf(scene, work);
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskCaseNext));
  y += Paragraph(scene, {at.x, y, at.width, 0}, step.words, TextStyle::kDeskReading,
                 scene.Colors().ink) +
       scene.U(12);
  const bool failed = scene.state.saving == Saving::kFull || scene.state.saving == Saving::kBroken;
  const std::string saving = SavingWords(scene);
  if (failed)
    y += Paragraph(scene, {at.x, y, at.width, 0}, saving, TextStyle::kDeskTextMedium,
                   scene.Colors().red) +
         scene.U(8);
  if (step.intent) {
    ui::DeskButtonLook look;
    look.word = failed && !scene.state.unsaved.empty() ? scene.Say(TextId::kDeskActAgain)
                                                       : std::string_view(step.button);
    look.keys = failed && !scene.state.unsaved.empty() ? std::string_view("Ctrl R")
                                                       : std::string_view(step.keys);
    look.primary = true;
    look.enabled = step.why_not.empty() && scene.state.saving != Saving::kSaving;
    if (ui::DeskButton(scene.frame, "next", {at.x, y, at.width, scene.U(40)}, look) && look.enabled)
      scene.Want(failed && !scene.state.unsaved.empty() ? Intent{TryAgain{}} : *step.intent);
    y += scene.U(48);
    if (!step.why_not.empty())
      y += Paragraph(scene, {at.x, y, at.width, 0}, step.why_not, TextStyle::kDeskCaption,
                     scene.Colors().amber) +
           scene.U(8);
  }
  const auto secondary = [&](const char* id, TextId word, std::string_view keys, Intent intent,
                             bool enabled) {
    ui::DeskButtonLook look;
    look.word = scene.Say(word);
    look.keys = keys;
    look.enabled = enabled;
    const float width = ui::DeskButtonWidth(scene.frame, look);
    if (ui::DeskButton(scene.frame, id, {at.x, y, width, scene.U(34)}, look) && enabled)
      scene.Want(std::move(intent));
    y += scene.U(42);
  };
  if (work.mode == CaseMode::kAssess) {
    const bool leader = work.open.file.leader_assesses;
    secondary("save-other", leader ? TextId::kDeskActSavePropose : TextId::kDeskActSaveOnly,
              "Ctrl S", SaveAssessment{leader}, step.why_not.empty());
  }
  if (work.mode == CaseMode::kDecide) {
    secondary("refuse-all", TextId::kDeskActRefuseAll, "Shift X", RefuseAll{}, true);
    secondary("return", ReturnWord(scene, work.open), "U", Begin{Duty::kReturn},
              WhyNotBegin(scene.state, work.open, Duty::kReturn).empty());
  }
  secondary("back",
            work.mode == CaseMode::kRead ? TextId::kDeskKeyBack : TextId::kDeskCaseQuickClose,
            "Esc", GoBack{}, true);
  if (!failed && !saving.empty())
    Words(scene, {at.x, y, at.width, scene.U(18)}, saving, TextStyle::kDeskCaption,
          scene.Colors().ink3);
  return y + scene.U(saving.empty() || failed ? 6 : 26);
}

// What stands on the filled button is not offered a second time.
bool IsNextStep(const Scene& scene, const CaseWork& work, Duty duty) {
  if (work.open.file.side == TicketSide::kConflict) return false;
  const Step step = StepOf(scene, work);
  const auto* begin = step.intent ? std::get_if<Begin>(&*step.intent) : nullptr;
  return begin != nullptr && begin->duty == duty;
}

float DrawOthers(Scene& scene, const Column& at, float y, const CaseWork& work) {
  const OpenCase& open = work.open;
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskCaseOthers));
  const bool waiting = open.file.side == TicketSide::kWaitingForData;
  const std::array<DutyButton, 10> buttons{{
      {Duty::kRespond, TextId::kDeskActRespond, "W", false},
      {waiting ? Duty::kDataComplete : Duty::kAskData,
       waiting ? TextId::kDeskActClearData : TextId::kDeskActData, waiting ? "" : "D", false},
      {Duty::kTake, TextId::kDeskActTake, "A", false},
      {Duty::kNote, TextId::kDeskActNote, "C", false},
      {Duty::kRefer, TextId::kDeskActRefer, "R", false},
      {Duty::kClose, TextId::kDeskActClose, "E", false},
      {Duty::kReturn, ReturnWord(scene, open), "U", false},
      {Duty::kCorrect, TextId::kDeskActCorrect, "Z", false},
      {Duty::kWithdraw, TextId::kDeskActWithdraw, "V", false},
      {Duty::kReopen, TextId::kDeskActReopen, "O", false},
  }};
  float x = at.x;
  for (const DutyButton& button : buttons) {
    // The rarer deeds stand here only where they may be done now.
    const bool rare = button.duty == Duty::kReturn || button.duty == Duty::kCorrect ||
                      button.duty == Duty::kWithdraw || button.duty == Duty::kReopen;
    if (rare && !WhyNotBegin(scene.state, open, button.duty).empty()) continue;
    if (IsNextStep(scene, work, button.duty)) continue;
    ui::DeskButtonLook look;
    look.word = scene.Say(button.word);
    look.keys = button.keys;
    const float width = ui::DeskButtonWidth(scene.frame, look);
    if (x > at.x && x + width > at.x + at.width) {
      x = at.x;
      y += scene.U(42);
    }
    const std::string id = "other." + std::to_string(static_cast<int>(button.duty));
    DrawDutyButton(scene, id.c_str(), {x, y, width, scene.U(34)}, button);
    x += width + scene.U(8);
  }
  return y + scene.U(46);
}

}  // namespace

void DrawNextStep(Scene& scene, const Rect& rect, const CaseWork& work) {
  scene.frame.Fill(rect, scene.Colors().sunken);
  const Column at{rect.x + scene.U(20), rect.w - scene.U(40)};
  ScrollArea area(scene, Pane::kNext, rect);
  float y = area.Top() + scene.U(16);
  y = DrawStep(scene, at, y, work);
  const auto rule = [&] {
    ui::Rule(scene.frame, rect.x, y, rect.w);
    y += scene.U(14);
  };
  rule();
  y = DrawDeadlines(scene, at, y, work.open);
  if (work.open.file.kind == ComplaintKind::kComplaint) {
    rule();
    y = DrawChecks(scene, at, y, work);
  }
  if (work.mode == CaseMode::kRead) {
    rule();
    y = DrawOthers(scene, at, y, work);
  }
  area.End(y);
  ui::RuleDown(scene.frame, rect.x, rect.y, rect.h);
}

}  // namespace tanggap::desk
