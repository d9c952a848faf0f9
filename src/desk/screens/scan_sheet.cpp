// The sheet of a scan: what was found, the apology and its answer, the last scans beside it.
#include <algorithm>
#include <string>

#include "desk/judgement.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "domain/match.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

constexpr float kWidth = 1120;
constexpr float kSide = 300;
constexpr float kHeight = 600;

ui::Tone BadgeTone(TextId badge) {
  if (badge == TextId::kDeskScanBadgeApology || badge == TextId::kDeskScanBadgeClosed)
    return ui::Tone::kGreen;
  if (badge == TextId::kDeskScanBadgeNotSynced || badge == TextId::kDeskScanBadgeWrong ||
      badge == TextId::kDeskScanBadgeNotOurs)
    return ui::Tone::kAmber;
  return ui::Tone::kSlate;
}

void DrawPastScans(Scene& scene, const Rect& rect) {
  scene.frame.Fill(rect, scene.Colors().sunken);
  ui::RuleDown(scene.frame, rect.x, rect.y, rect.h);
  const Column at{rect.x + scene.U(20), rect.w - scene.U(40)};
  float y = Heading(scene, at.x, rect.y + scene.U(20), at.width, scene.Say(TextId::kDeskScanLast));
  for (const PastScan& scan : scene.state.scans) {
    if (y + scene.U(60) > rect.Bottom()) return;
    const std::string when = ClockTime(scan.at, scene.OfficeZone(), scene.texts);
    Words(scene, {at.x, y, at.width - scene.U(52), scene.U(22)}, scan.code,
          TextStyle::kDeskTextMedium, scene.Colors().ink);
    Words(scene, {at.x, y, at.width, scene.U(22)}, when, TextStyle::kDeskCaption,
          scene.Colors().ink3, ui::Align::kRight);
    ui::Chip(scene.frame, {at.x, y + scene.U(36)}, scene.Say(scan.badge), BadgeTone(scan.badge));
    y += scene.U(58);
    ui::Rule(scene.frame, at.x, y - scene.U(6), at.width);
  }
}

std::string OutcomeWords(const Scene& scene, const ScanSheet& sheet) {
  switch (sheet.outcome) {
    case ScanOutcome::kLooking:
      return scene.Say(TextId::kDeskScanLooking);
    case ScanOutcome::kNotSynced:
      return scene.Say(TextId::kDeskScanNotSynced);
    case ScanOutcome::kWrongCode:
      return scene.Say(TextId::kDeskScanWrongCode);
    case ScanOutcome::kNotOurs:
      return scene.Say(TextId::kDeskScanNotOurs);
    case ScanOutcome::kClosed:
      return scene.texts.Format(TextId::kDeskScanClosed,
                                {{"t", sheet.open && sheet.open->file.closed_at
                                           ? DayAndTime(scene, *sheet.open->file.closed_at)
                                           : scene.Say(TextId::kDeskCommonDash)}});
    case ScanOutcome::kFound:
      break;
  }
  return "";
}

float DrawHead(Scene& scene, const Column& at, float y, const ScanSheet& sheet) {
  const float right = scene.U(210);
  Words(scene, {at.x, y, at.width - right, scene.U(36)}, sheet.code, TextStyle::kDeskFigure,
        scene.Colors().ink);
  if (sheet.open) {
    const CaseFile& file = sheet.open->file;
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(scene.state.now - file.received).count();
    const std::string since =
        minutes < 120
            ? scene.texts.Format(TextId::kDeskFormatMinutes, {{"n", std::to_string(minutes)}})
        : minutes < 2 * 24 * 60
            ? scene.texts.Format(TextId::kDeskFormatHours, {{"h", std::to_string(minutes / 60)}})
            : scene.texts.Format(TextId::kDeskFormatDays, {{"d", std::to_string(minutes / 1440)}});
    Words(scene, {at.x + at.width - right, y, right, scene.U(36)}, since, TextStyle::kDeskFigure,
          scene.Colors().ink, ui::Align::kRight);
    Words(scene, {at.x + at.width - right, y + scene.U(38), right, scene.U(20)},
          scene.Say(TextId::kDeskScanSince), TextStyle::kDeskText, scene.Colors().ink3,
          ui::Align::kRight);
    Words(
        scene, {at.x, y + scene.U(38), at.width - right, scene.U(20)},
        ServiceName(scene, file.service) + "  " +
            scene.texts.Format(TextId::kDeskCaseReceived, {{"kiosk", KioskName(scene, file.kiosk)},
                                                           {"t", WhenReceived(scene, file)}}),
        TextStyle::kDeskText, scene.Colors().ink2);
  }
  return y + scene.U(70);
}

// The engine's opinion in one line, hollow, and the duty that follows from it.
float DrawDuty(Scene& scene, const Column& at, float y, const OpenCase& open, bool short_way) {
  const std::vector<Assessment> proposal = Proposal(scene.premises, open, scene.state.now);
  for (const Assessment& one : proposal) {
    float x = at.x;
    if (!scene.premises.decree.severities.empty()) {
      ui::SeverityBars(scene.frame, {x, y + scene.U(10)}, GradeLevel(scene, one.severity), false);
      x += ui::SeverityBarsWidth(scene.frame) + scene.U(8);
    }
    const std::string words = scene.texts.Format(TextId::kDeskCaseReadOnlyGrade,
                                                 {{"grade", GradeName(scene, one.severity)}}) +
                              "   " + AspectTitle(scene, one.aspect);
    const float cite_w = scene.U(330);
    Words(scene, {x, y, at.x + at.width - x - cite_w, scene.U(20)}, words, TextStyle::kDeskText,
          scene.Colors().ink2);
    Words(scene, {at.x + at.width - cite_w, y, cite_w, scene.U(20)}, one.cite,
          TextStyle::kDeskCaptionMedium, scene.Colors().accent, ui::Align::kRight);
    y += scene.U(26);
  }
  if (!short_way) return y + scene.U(6);
  y += scene.U(6);
  const std::string& duty = scene.Say(TextId::kDeskScanDuty);
  Words(scene, {at.x, y, at.width, scene.U(22)}, duty, TextStyle::kDeskReadingStrong,
        scene.Colors().ink);
  y += scene.U(24);
  y += Paragraph(scene, {at.x, y, at.width, 0},
                 scene.Say(TextId::kDeskScanDutyRest) + " " + scene.Say(TextId::kDeskScanSample),
                 TextStyle::kDeskReading, scene.Colors().ink2);
  return y + scene.U(14);
}

// Two steps: the apology, then what the visitor answers.
float DrawSteps(Scene& scene, const Column& at, float y, const ScanSheet& sheet,
                const ShortWayAnswer& answer) {
  const bool saving = scene.state.saving == Saving::kSaving;
  const CaseFile& file = sheet.open->file;
  if (sheet.step == ScanStep::kApology) {
    ui::DeskButtonLook look;
    look.word = scene.Say(TextId::kDeskScanApologised);
    look.keys = "Enter";
    look.primary = true;
    look.enabled = !saving;
    if (ui::DeskButton(scene.frame, "apologised", {at.x, y, at.width, scene.U(52)}, look) &&
        look.enabled)
      scene.Want(Apologised{});
    y += scene.U(58);
    const std::string by =
        scene.texts.Format(TextId::kDeskScanApologisedBy,
                           {{"who", scene.state.person ? scene.state.person->name : ""},
                            {"t", ClockTime(scene.state.now, scene.OfficeZone(), scene.texts)}});
    Words(scene, {at.x, y, at.width, scene.U(18)}, by, TextStyle::kDeskCaption,
          scene.Colors().ink3);
    y += scene.U(26);
  } else if (file.apology_at) {
    ui::MarkSign(scene.frame, {at.x + scene.U(10), y + scene.U(12)}, ui::Mark::kTick);
    Words(scene, {at.x + scene.U(30), y, at.width, scene.U(24)},
          scene.texts.Format(TextId::kDeskScanApologisedDone,
                             {{"t", DayAndTime(scene, *file.apology_at)}}),
          TextStyle::kDeskReadingStrong, scene.Colors().green);
    y += scene.U(36);
  }
  if (sheet.step == ScanStep::kDone) {
    const TextId words = sheet.settled ? TextId::kDeskScanClosedNow : TextId::kDeskScanWrittenNow;
    Words(scene, {at.x, y, at.width, scene.U(24)}, scene.Say(words), TextStyle::kDeskReadingStrong,
          scene.Colors().ink);
    return y + scene.U(36);
  }
  const bool may_close =
      sheet.step == ScanStep::kApology ? answer.way == ShortWay::kApologyAndClose : sheet.may_close;
  if (!may_close) {
    if (sheet.step == ScanStep::kAccept) {
      Words(scene, {at.x, y, at.width, scene.U(24)}, scene.Say(TextId::kDeskScanWaits),
            TextStyle::kDeskReadingStrong, scene.Colors().ink);
      y += scene.U(36);
    }
    return y;
  }
  const bool now = sheet.step == ScanStep::kAccept;
  const Rect box{at.x, y, at.width, scene.U(72)};
  scene.frame.Outline(box, scene.Colors().line_strong, scene.U(1), scene.U(4));
  Words(scene, {box.x + scene.U(18), y + scene.U(12), at.width * 0.42F, scene.U(26)},
        scene.Say(TextId::kDeskScanAccepts), TextStyle::kDeskTitle,
        now ? scene.Colors().ink : scene.Colors().ink3);
  Words(scene, {box.x + scene.U(18), y + scene.U(42), at.width * 0.42F, scene.U(18)},
        scene.Say(TextId::kDeskScanAcceptsHint), TextStyle::kDeskCaption, scene.Colors().ink3);
  ui::DeskButtonLook yes;
  yes.word = scene.Say(TextId::kDeskScanYesClose);
  yes.keys = "Enter";
  yes.primary = now;
  yes.enabled = now && !saving;
  ui::DeskButtonLook no;
  no.word = scene.Say(TextId::kDeskScanGoWritten);
  no.keys = "W";
  no.enabled = now;
  const float no_w = ui::DeskButtonWidth(scene.frame, no);
  const float yes_w = ui::DeskButtonWidth(scene.frame, yes);
  const float by = y + scene.U(18);
  const float no_x = box.Right() - scene.U(16) - no_w;
  if (ui::DeskButton(scene.frame, "go-written", {no_x, by, no_w, scene.U(36)}, no) && no.enabled)
    scene.Want(GoWritten{});
  if (ui::DeskButton(scene.frame, "accept-close",
                     {no_x - scene.U(10) - yes_w, by, yes_w, scene.U(36)}, yes) &&
      yes.enabled)
    scene.Want(AcceptAndClose{});
  return box.Bottom() + scene.U(14);
}

void DrawFound(Scene& scene, const Column& at, float y, const ScanSheet& sheet) {
  const OpenCase& open = *sheet.open;
  y = DrawWords(scene, at, y, open);
  const ShortWayAnswer answer =
      ShortWayFor(scene.premises, open, *scene.state.person, sheet.typed, scene.state.now);
  y = DrawDuty(scene, at, y, open, answer.way == ShortWay::kApologyAndClose);
  if (answer.way != ShortWay::kNone || sheet.step != ScanStep::kApology)
    y = DrawSteps(scene, at, y, sheet, answer);
  if (answer.way != ShortWay::kApologyAndClose && sheet.step == ScanStep::kApology) {
    y += Paragraph(scene, {at.x, y, at.width, 0},
                   scene.texts.Format(TextId::kDeskScanNotOffered,
                                      {{"why", scene.texts.ByKey(answer.why)}}),
                   TextStyle::kDeskText, scene.Colors().ink2) +
         scene.U(10);
  }
}

void DrawSheetButtons(Scene& scene, const Column& at, float y, const ScanSheet& sheet) {
  float x = at.x;
  const auto button = [&](const char* id, TextId word, std::string_view keys, Intent intent,
                          bool primary) {
    ui::DeskButtonLook look;
    look.word = scene.Say(word);
    look.keys = keys;
    look.primary = primary;
    const float width = ui::DeskButtonWidth(scene.frame, look);
    if (ui::DeskButton(scene.frame, id, {x, y, width, scene.U(34)}, look))
      scene.Want(std::move(intent));
    x += width + scene.U(8);
  };
  if (sheet.open) {
    const ShortWayAnswer answer =
        ShortWayFor(scene.premises, *sheet.open, *scene.state.person, sheet.typed, scene.state.now);
    const bool alone = sheet.step == ScanStep::kDone ||
                       (sheet.step == ScanStep::kApology && answer.way == ShortWay::kNone) ||
                       (sheet.step == ScanStep::kAccept && !sheet.may_close);
    button("open-full", TextId::kDeskScanOpenFull, "Space", OpenScanned{}, alone);
    if (WhyNotBegin(scene.state, *sheet.open, Duty::kDeliver).empty())
      button("deliver", TextId::kDeskActDeliver, "S", Begin{Duty::kDeliver}, false);
  }
  button("close-sheet", TextId::kDeskCommonClose, "Esc", GoBack{}, !sheet.open);
}

}  // namespace

void DrawScanSheet(Scene& scene, const ScanSheet& sheet) {
  const float width = std::min(kWidth, scene.frame.Width() - 64);
  const float height = std::min(kHeight, scene.frame.Height() - 120);
  const Rect rect =
      scene.frame.Area((scene.frame.Width() - width) / 2,
                       std::max(64.0F, (scene.frame.Height() - height) / 2 - 20), width, height);
  ui::Sheet(scene.frame, rect);
  const Rect side{rect.Right() - scene.U(kSide), rect.y + 1, scene.U(kSide) - 1, rect.h - 2};
  DrawPastScans(scene, side);
  const Column at{rect.x + scene.U(32), rect.w - scene.U(kSide) - scene.U(64)};
  float y = DrawHead(scene, at, rect.y + scene.U(26), sheet);
  ui::Rule(scene.frame, rect.x + 1, y, rect.w - scene.U(kSide) - 1);
  y += scene.U(18);
  const std::string outcome = OutcomeWords(scene, sheet);
  if (!outcome.empty()) {
    y += Paragraph(scene, {at.x, y, at.width, 0}, outcome, TextStyle::kDeskReadingStrong,
                   scene.Colors().ink) +
         scene.U(14);
  }
  if (sheet.open && sheet.outcome != ScanOutcome::kClosed) DrawFound(scene, at, y, sheet);
  if (scene.state.saving == Saving::kFull || scene.state.saving == Saving::kBroken) {
    const TextId why =
        scene.state.saving == Saving::kFull ? TextId::kDeskSaveFull : TextId::kDeskSaveBroken;
    ui::Notice(scene.frame, {at.x, rect.Bottom() - scene.U(104), at.width, scene.U(34)},
               scene.texts.Format(TextId::kDeskSaveFailed, {{"why", scene.Say(why)}}),
               ui::Tone::kRed);
  }
  DrawSheetButtons(scene, at, rect.Bottom() - scene.U(56), sheet);
}

}  // namespace tanggap::desk
