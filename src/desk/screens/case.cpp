// An open case: what was found and decided, or the work on it; the stage above.
#include <algorithm>
#include <string>
#include <vector>

#include "desk/judgement.h"
#include "desk/screens/conflict.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;

int StageNow(const CaseWork& work) {
  switch (work.open.file.stage) {
    case CaseStage::kReceived:
      return work.mode == CaseMode::kAssess ? 1 : 0;
    case CaseStage::kAssessed:
      return 1;
    case CaseStage::kProposed:
      return work.mode == CaseMode::kDecide ? 3 : 2;
    case CaseStage::kGranted:
    case CaseStage::kRefused:
      return 3;
    case CaseStage::kDelivered:
      return 4;
    case CaseStage::kClosed:
      return 5;
  }
  return 0;
}

void DrawStrip(Scene& scene, const Rect& strip, const CaseWork& work) {
  scene.frame.Fill(strip, scene.Colors().sunken);
  const int now = StageNow(work);
  const bool refused = work.open.file.stage == CaseStage::kRefused;
  const std::vector<std::string_view> stages{
      scene.Say(TextId::kDeskStageReceived),
      scene.Say(work.mode == CaseMode::kAssess ? TextId::kDeskStripAssessing
                                               : TextId::kDeskStageAssessed),
      scene.Say(TextId::kDeskStageProposed),
      scene.Say(work.mode == CaseMode::kDecide ? TextId::kDeskStripDeciding
                : refused                      ? TextId::kDeskStageRefused
                                               : TextId::kDeskStageGranted),
      scene.Say(TextId::kDeskStageDelivered),
      scene.Say(TextId::kDeskStageClosed)};
  ui::StageStrip(scene.frame, strip.Inset(scene.U(20), 0), stages, now);
  const CaseDrafts& drafts = CurrentDrafts(scene.state);
  const bool draft = (work.mode == CaseMode::kAssess && drafts.assess) ||
                     (work.mode == CaseMode::kDecide && drafts.decide);
  if (draft && strip.w > scene.U(900))
    Words(scene, {strip.Right() - scene.U(260), strip.y, scene.U(240), strip.h},
          scene.Say(TextId::kDeskCaseDraftKept), ui::TextStyle::kDeskCaption, scene.Colors().ink3,
          ui::Align::kRight);
  ui::Rule(scene.frame, strip.x, strip.Bottom() - 1, strip.w);
}

bool HasTimeAspect(const Scene& scene, const OpenCase& open) {
  for (const AspectId& id : open.file.aspects) {
    const DecreeAspect* aspect = scene.premises.decree.Find(id);
    if (aspect != nullptr && aspect->time) return true;
  }
  return false;
}

bool ShowsSum(const Scene& scene, const OpenCase& open, const AssessDraft* draft) {
  if (HeldSum(scene.premises, open, scene.state.now) || HasTimeAspect(scene, open)) return true;
  const auto by_time = [&](const AspectId& id) {
    const DecreeAspect* aspect = scene.premises.decree.Find(id);
    return aspect != nullptr && aspect->time;
  };
  if (draft != nullptr) return std::ranges::any_of(draft->findings, by_time, &DraftFinding::aspect);
  return std::ranges::any_of(open.file.findings, by_time, &Finding::aspect);
}

// Sum, then the decree's matrix or triggers.
float DrawBasis(Scene& scene, const Column& at, float y, const OpenCase& open,
                const AssessDraft* draft, ScrollArea& area) {
  if (ShowsSum(scene, open, draft)) y = DrawSum(scene, at, y, open);
  if (scene.premises.decree.severities.empty()) return DrawTriggers(scene, at, y, open, draft);
  return DrawMatrix(scene, at, y, open, draft, area);
}

void DrawReading(Scene& scene, const Column& at, float& y, const CaseWork& work, ScrollArea& area) {
  const OpenCase& open = work.open;
  if (work.facts_column || !PlanFor(scene.frame, scene.state).facts.Empty()) {
    // The facts stand beside.
  } else {
    y = DrawWords(scene, at, y, open);
  }
  y = DrawConflict(scene, at, y, open);
  y = DrawOutcome(scene, at, y, open);
  y = DrawHeldFindings(scene, at, y, open);
  if (open.file.kind != ComplaintKind::kComplaint || open.by_ticket) return;
  y = DrawBasis(scene, at, y, open, nullptr, area);
}

// What whoever decides sees: the proof of each finding, the lines, and the sum where there is room;
// or, on a key, the sum and the whole matrix in their place.
float DrawDeciding(Scene& scene, const Column& at, float y, const CaseWork& work,
                   const DecideDraft& draft, ScrollArea& area) {
  if (work.basis) {
    y = DrawBasis(scene, at, y, work.open, nullptr, area);
    ui::DeskButtonLook back;
    back.word = scene.Say(TextId::kDeskProofBackToLines);
    back.keys = "N";
    if (ui::DeskButton(scene.frame, "lines",
                       {at.x, y, ui::DeskButtonWidth(scene.frame, back), scene.U(34)}, back))
      scene.Want(ShowBasis{});
    return y + scene.U(46);
  }
  const bool narrow = PlanFor(scene.frame, scene.state).facts.Empty();
  if (narrow) y = DrawHeldFindings(scene, at, y, work.open);
  y = DrawDecision(scene, at, y, work.open, draft);
  if (!narrow && ShowsSum(scene, work.open, nullptr)) {
    ui::Rule(scene.frame, at.x, y, at.width);
    y = DrawSum(scene, at, y + scene.U(18), work.open);
  }
  return y;
}

}  // namespace

void DrawCase(Scene& scene, const Plan& plan, const CaseWork& work) {
  const Rect strip{plan.work.x, plan.work.y, plan.work.w, scene.U(40)};
  const Rect body{plan.work.x, strip.Bottom(), plan.work.w, plan.work.h - strip.h};
  const Column at{body.x + scene.U(20), body.w - scene.U(40)};
  {
    ScrollArea area(scene, Pane::kWork, body);
    float y = area.Top() + scene.U(18);
    const CaseDrafts& drafts = CurrentDrafts(scene.state);
    if (work.open.file.frozen) {
      ui::Notice(scene.frame, {at.x, y, at.width, scene.U(34)}, scene.Say(TextId::kDeskCaseFrozen),
                 ui::Tone::kRed);
      y += scene.U(46);
    }
    if (work.mode == CaseMode::kAssess && drafts.assess) {
      y = DrawBasis(scene, at, y, work.open, &*drafts.assess, area);
      y = DrawFindings(scene, at, y, work.open, *drafts.assess, area);
      y = DrawProposedRemedies(scene, at, y, work.open, *drafts.assess);
    } else if (work.mode == CaseMode::kDecide && drafts.decide) {
      y = DrawDeciding(scene, at, y, work, *drafts.decide, area);
    } else if (work.mode == CaseMode::kDeliver && drafts.deliver) {
      y = DrawDelivery(scene, at, y, work.open, *drafts.deliver);
    } else {
      DrawReading(scene, at, y, work, area);
    }
    area.End(y + scene.U(20));
  }
  DrawStrip(scene, strip, work);
  if (!plan.facts.Empty()) DrawFacts(scene, plan.facts, work);
  if (!plan.next.Empty()) DrawNextStep(scene, plan.next, work);
}

}  // namespace tanggap::desk
