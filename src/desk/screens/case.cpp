// An open case: what was found and decided, or the work on it; the stage above.
#include <string>
#include <vector>

#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/screens/conflict.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

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

// "10.24", or the day before it where that is another one.
std::string WhenKept(const Scene& scene, Instant at) {
  const bool today =
      LocalDay(at, scene.OfficeZone()) == LocalDay(scene.state.now, scene.OfficeZone());
  return today ? ClockTime(at, scene.OfficeZone(), scene.texts) : DayAndTime(scene, at);
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
  const KeptDrafts* kept = KeptDraftsOf(scene.state, work.open.file.id);
  if (kept != nullptr && (kept->at || kept->failed) && strip.w > scene.U(900)) {
    const std::string words =
        kept->failed
            ? scene.Say(TextId::kDeskCaseDraftFailed)
            : scene.texts.Format(TextId::kDeskCaseDraftKept, {{"t", WhenKept(scene, *kept->at)}});
    Words(scene, {strip.Right() - scene.U(260), strip.y, scene.U(240), strip.h}, words,
          ui::TextStyle::kDeskCaption, kept->failed ? scene.Colors().red : scene.Colors().ink3,
          ui::Align::kRight);
  }
  ui::Rule(scene.frame, strip.x, strip.Bottom() - 1, strip.w);
}

// Service, code and when it came, above everything that is done with it.
void DrawName(Scene& scene, const Rect& rect, const OpenCase& open) {
  const std::string service = ServiceName(scene, open.file.service);
  const float x = rect.x + scene.U(20);
  const std::string rest =
      open.code + "  ·  " +
      scene.texts.Format(TextId::kDeskCaseReceived, {{"kiosk", KioskName(scene, open.file.kiosk)},
                                                     {"t", WhenReceived(scene, open.file)}});
  const float rest_w = ui::TextWidth(scene.frame, rest, ui::TextStyle::kDeskText) + scene.U(4);
  const float room = rect.w - scene.U(40);
  Words(scene, {x, rect.y, room - rest_w - scene.U(12), rect.h}, service,
        ui::TextStyle::kDeskReadingStrong, scene.Colors().ink);
  Words(scene, {x + room - rest_w, rect.y, rest_w, rect.h}, rest, ui::TextStyle::kDeskText,
        scene.Colors().ink2, ui::Align::kRight);
}

// Which of the two the right column shows, and the key that changes it.
void DrawTabs(Scene& scene, const Rect& rect, const CaseWork& work) {
  scene.frame.Fill(rect, scene.Colors().ground);
  const bool tab_reasons = work.mode != CaseMode::kRead || Resolving(scene.state, work);
  const std::string_view key = tab_reasons ? "Shift Tab" : "Tab";
  float keys = rect.Right() - scene.U(12);
  if (tab_reasons) {
    keys -= ui::KeyCapWidth(scene.frame, "Tab");
    ui::KeyCap(scene.frame, {keys, rect.y + (rect.h / 2)}, "Tab");
    keys -= scene.U(4) + ui::KeyCapWidth(scene.frame, "Shift");
    ui::KeyCap(scene.frame, {keys, rect.y + (rect.h / 2)}, "Shift");
  } else {
    keys -= ui::KeyCapWidth(scene.frame, key);
    ui::KeyCap(scene.frame, {keys, rect.y + (rect.h / 2)}, key);
  }
  const float half = (keys - rect.x - scene.U(8)) / 2;
  if (ui::Tab(scene.frame, "tab.next", {rect.x, rect.y, half * 0.7F, rect.h},
              scene.Say(TextId::kDeskCaseTabNext), !work.facts_column) &&
      work.facts_column)
    scene.Want(SwitchColumn{});
  if (ui::Tab(scene.frame, "tab.facts", {rect.x + (half * 0.7F), rect.y, half * 1.3F, rect.h},
              scene.Say(TextId::kDeskCaseTabFacts), work.facts_column) &&
      !work.facts_column)
    scene.Want(SwitchColumn{});
}

bool HasTimeAspect(const Scene& scene, const OpenCase& open) {
  for (const AspectId& id : open.file.aspects) {
    const DecreeAspect* aspect = scene.premises.decree.Find(id);
    if (aspect != nullptr && aspect->time) return true;
  }
  return false;
}

bool ShowsSum(const Scene& scene, const OpenCase& open, const AssessDraft* draft) {
  if (SumOf(scene.premises, open, scene.state.now) || HasTimeAspect(scene, open)) return true;
  if (draft == nullptr) return false;
  for (const DraftFinding& finding : draft->findings) {
    const DecreeAspect* aspect = scene.premises.decree.Find(finding.aspect);
    if (aspect != nullptr && aspect->time) return true;
  }
  return false;
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
    y = DrawWords(scene, at, y, open) + scene.U(18);
  }
  y = DrawConflict(scene, at, y, open);
  y = DrawOutcome(scene, at, y, open);
  y = DrawHeldFindings(scene, at, y, open);
  if (open.file.kind != ComplaintKind::kComplaint || open.by_ticket) return;
  y = DrawBasis(scene, at, y, open, nullptr, area);
}

}  // namespace

void DrawCase(Scene& scene, const Plan& plan, const CaseWork& work) {
  // A narrow window has no room for the facts beside the work: one line says which case this is.
  const float name_h = plan.wide ? 0 : scene.U(34);
  const Rect name{plan.work.x, plan.work.y, plan.work.w, name_h};
  const Rect strip{plan.work.x, plan.work.y + name_h, plan.work.w, scene.U(40)};
  const Rect body{plan.work.x, strip.Bottom(), plan.work.w, plan.work.h - strip.h - name_h};
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
      y = DrawConflict(scene, at, y, work.open);
      y = DrawBasis(scene, at, y, work.open, &*drafts.assess, area);
      y = DrawFindings(scene, at, y, work.open, *drafts.assess, area);
      y = DrawProposedRemedies(scene, at, y, work.open, *drafts.assess);
    } else if (work.mode == CaseMode::kDecide && drafts.decide) {
      y = DrawDecision(scene, at, y, work.open, *drafts.decide);
      if (plan.facts.Empty()) y = DrawHeldFindings(scene, at, y, work.open);
      // No verdict without its arithmetic: what the decision rests on, whole.
      y = DrawBasis(scene, at, y + scene.U(12), work.open, nullptr, area);
    } else if (work.mode == CaseMode::kDeliver && drafts.deliver) {
      y = DrawDelivery(scene, at, y, work.open, *drafts.deliver);
    } else {
      DrawReading(scene, at, y, work, area);
    }
    area.End(y + scene.U(20));
  }
  if (!plan.wide) DrawName(scene, name, work.open);
  DrawStrip(scene, strip, work);
  const float tabs = plan.wide ? 0 : scene.U(36);
  const auto below = [&](const Rect& pane) {
    return Rect{pane.x, pane.y + tabs, pane.w, pane.h - tabs};
  };
  if (!plan.wide) {
    const Rect& pane = plan.facts.Empty() ? plan.next : plan.facts;
    DrawTabs(scene, {pane.x, pane.y, pane.w, tabs}, work);
  }
  if (!plan.facts.Empty()) DrawFacts(scene, below(plan.facts), work);
  if (!plan.next.Empty()) DrawNextStep(scene, below(plan.next), work);
}

}  // namespace tanggap::desk
