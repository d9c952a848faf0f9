// An open case: what was found and decided, or the work on it; the stage above.
#include <algorithm>
#include <string>
#include <vector>

#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/screens/conflict.h"
#include "desk/screens/screens.h"
#include "desk/screens/sum.h"
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

// A question, a suggestion or praise is answered and closed: nobody judges it.
float DrawShortStrip(Scene& scene, const Rect& strip, const CaseFile& file) {
  const std::vector<std::string_view> stages{scene.Say(TextId::kDeskStageReceived),
                                             scene.Say(TextId::kDeskStripAnswered),
                                             scene.Say(TextId::kDeskStageClosed)};
  const int now = file.stage == CaseStage::kClosed ? 2 : file.responded ? 1 : 0;
  return ui::StageStrip(scene.frame, strip.Inset(scene.U(20), 0), stages, now);
}

void DrawStrip(Scene& scene, const Rect& strip, const CaseWork& work) {
  scene.frame.Fill(strip, scene.Colors().sunken);
  const int now = StageNow(work);
  const bool refused = work.open.file.stage == CaseStage::kRefused;
  const CaseFile& file = work.open.file;
  // With the day of each stage that was reached, where there is room.
  const auto dated = [&](TextId word, const std::optional<Instant>& at, bool reached) {
    const bool shown = at && reached && strip.w > scene.U(1000);
    return scene.Say(word) +
           (shown ? " " + NearDay(scene, LocalDay(*at, scene.OfficeZone())) : std::string());
  };
  const bool assessing = work.mode == CaseMode::kAssess;
  const bool deciding = work.mode == CaseMode::kDecide;
  const std::vector<std::string> names{
      dated(TextId::kDeskStageReceived, file.received, true),
      dated(assessing ? TextId::kDeskStripAssessing : TextId::kDeskStageAssessed,
            file.classified_at, now >= 1 && !assessing),
      dated(TextId::kDeskStageProposed, file.proposed_at, now >= 2),
      dated(deciding  ? TextId::kDeskStripDeciding
            : refused ? TextId::kDeskStageRefused
                      : TextId::kDeskStageGranted,
            file.decided_at, now >= 3 && !deciding),
      dated(TextId::kDeskStageDelivered, file.delivered_at, now >= 4),
      dated(TextId::kDeskStageClosed, file.closed_at, now >= 5)};
  const std::vector<std::string_view> stages(names.begin(), names.end());
  const float end = file.kind == ComplaintKind::kComplaint
                        ? ui::StageStrip(scene.frame, strip.Inset(scene.U(20), 0), stages, now)
                        : DrawShortStrip(scene, strip, file);
  // What stands aside is said beside its stage, as the list says it.
  if (file.side != TicketSide::kNone && file.side != TicketSide::kConflict &&
      file.stage != CaseStage::kClosed)
    ui::Chip(scene.frame, {end + scene.U(10), strip.Center().y},
             StageName(scene, file.stage, file.side), ui::Tone::kAmber);
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
      (open.code.empty() ? "" : open.code + "  ·  ") +
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
  if (HeldSum(scene.premises, open, scene.state.now) || HasTimeAspect(scene, open)) return true;
  const auto by_time = [&](const AspectId& id) {
    const DecreeAspect* aspect = scene.premises.decree.Find(id);
    return aspect != nullptr && aspect->time;
  };
  if (draft != nullptr) return std::ranges::any_of(draft->findings, by_time, &DraftFinding::aspect);
  return std::ranges::any_of(open.file.findings, by_time, &Finding::aspect);
}

// The decree's matrix, or its triggers.
float DrawRules(Scene& scene, const Column& at, float y, const OpenCase& open,
                const AssessDraft* draft, ScrollArea& area) {
  if (scene.premises.decree.severities.empty()) return DrawTriggers(scene, at, y, open, draft);
  return DrawMatrix(scene, at, y, open, draft, area);
}

// The sum's last line, for whoever writes a reason while the table is scrolled away.
void PinSum(Scene& scene, const Rect& body, const OpenCase& open) {
  const auto sum = RunningSum(scene.premises, open, scene.state.now);
  const Rect band{body.x, body.y, body.w - scene.U(8), scene.U(34)};
  scene.frame.Fill(band, scene.Colors().select);
  Words(scene, band.Inset(scene.U(20), 0),
        sum ? SumLine(scene, *sum) : scene.Say(TextId::kDeskSumCannot),
        ui::TextStyle::kDeskTextMedium, sum ? scene.Colors().ink : scene.Colors().amber);
  ui::Rule(scene.frame, band.x, band.Bottom(), band.w);
}

// Sum, then the decree's matrix or triggers.
float DrawBasis(Scene& scene, const Column& at, float y, const OpenCase& open,
                const AssessDraft* draft, ScrollArea& area) {
  if (ShowsSum(scene, open, draft)) y = DrawSum(scene, at, y, open);
  return DrawRules(scene, at, y, open, draft, area);
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
  // A narrow window has no room for the facts beside the work: one line says which case this is.
  const float name_h = plan.wide ? 0 : scene.U(34);
  const Rect name{plan.work.x, plan.work.y, plan.work.w, name_h};
  const Rect strip{plan.work.x, plan.work.y + name_h, plan.work.w, scene.U(40)};
  const Rect body{plan.work.x, strip.Bottom(), plan.work.w, plan.work.h - strip.h - name_h};
  const Column at{body.x + scene.U(20), body.w - scene.U(40)};
  bool sum_hidden = false;
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
      if (ShowsSum(scene, work.open, &*drafts.assess)) {
        y = DrawSum(scene, at, y, work.open);
        sum_hidden = y < body.y + scene.U(90);
      }
      y = DrawRules(scene, at, y, work.open, &*drafts.assess, area);
      y = DrawFindings(scene, at, y, work.open, *drafts.assess, area);
      y = DrawProposedRemedies(scene, at, y, work.open, *drafts.assess, area);
    } else if (work.mode == CaseMode::kDecide && drafts.decide) {
      y = DrawDeciding(scene, at, y, work, *drafts.decide, area);
    } else if (work.mode == CaseMode::kDeliver && drafts.deliver) {
      y = DrawDelivery(scene, at, y, work.open, *drafts.deliver);
    } else {
      DrawReading(scene, at, y, work, area);
    }
    area.End(y + scene.U(20));
  }
  if (sum_hidden) PinSum(scene, body, work.open);
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
