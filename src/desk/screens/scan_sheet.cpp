// The sheet of a scan: what was found, the apology and its answer, the last scans beside it.
#include <algorithm>
#include <string>

#include "desk/judgement.h"
#include "desk/screens/folder_notice.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "domain/match.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

constexpr float kWidth = 1238;
constexpr float kSide = 330;
constexpr float kHeight = 616;
constexpr float kPlainHeight = 440;  // nothing to do at the counter
constexpr float kShortHeight = 400;  // an answer of one sentence
constexpr float kFoot = 76;

std::string OutcomeWords(const Scene& scene, const ScanSheet& sheet) {
  switch (sheet.outcome) {
    case ScanOutcome::kLooking:
      return scene.Say(TextId::kDeskScanLooking);
    case ScanOutcome::kNotSynced:
      return scene.Say(TextId::kDeskScanNotSynced) + HeardWords(scene);
    case ScanOutcome::kOtherOffice:
      return scene.Say(TextId::kDeskScanOtherOffice);
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
    const int days = -DaysUntil(scene, LocalDay(file.received, scene.OfficeZone()));
    // With the clock beside it, minutes would tell when somebody without a name stood there.
    const std::string since =
        !MinuteShown(scene, file)
            ? (days <= 0 ? scene.Say(TextId::kDeskCommonToday) : Days(scene, std::to_string(days)))
        : minutes < 120
            ? scene.texts.Format(TextId::kDeskFormatMinutes, {{"n", std::to_string(minutes)}})
        : minutes < 2 * 24 * 60
            ? scene.texts.Format(TextId::kDeskFormatHours, {{"h", std::to_string(minutes / 60)}})
            : Days(scene, std::to_string(minutes / 1440));
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

// The visitor's words as a quotation, without a heading: the sheet is read in one look.
float DrawQuote(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const CaseFile& file = open.file;
  std::string words = StoryOf(scene, file);
  const bool quiet = words.empty();
  if (quiet)
    words =
        scene.Say(file.content_open ? TextId::kDeskCaseWordsNone : TextId::kDeskCaseWordsClosed);
  const float inset = scene.U(16);
  const float height = Paragraph(scene, {at.x + inset, y, at.width - inset, 0}, words,
                                 quiet ? TextStyle::kDeskText : TextStyle::kDeskReading,
                                 quiet ? scene.Colors().ink3 : scene.Colors().ink, 4);
  scene.frame.Fill({at.x, y - scene.U(2), scene.U(3), height + scene.U(4)},
                   scene.Colors().line_strong);
  return y + height + scene.U(16);
}

// The engine's opinion in one line, hollow; the duty that follows from it, and words to begin with.
float DrawDuty(Scene& scene, const Column& at, float y, const OpenCase& open, bool short_way) {
  for (const Assessment& one : Proposal(scene.premises, open, scene.state.now)) {
    // Nothing proved is no proposal, and nothing to cite.
    if (!scene.premises.decree.severities.empty() && !one.severity &&
        one.ground != Ground::kNotRegulated) {
      Words(scene, {at.x, y, at.width, scene.U(20)},
            AspectTitle(scene, one.aspect) + ": " + scene.Say(TextId::kDeskScanMachineNone),
            TextStyle::kDeskText, scene.Colors().ink3);
      y += scene.U(28);
      continue;
    }
    float x = at.x;
    const auto put = [&](std::string_view words, TextStyle style, ui::Color color, float gap) {
      Words(scene, {x, y, at.x + at.width - x, scene.U(20)}, words, style, color);
      x += ui::TextWidth(scene.frame, words, style) + scene.U(gap);
    };
    if (!scene.premises.decree.severities.empty()) {
      ui::SeverityBars(scene.frame, {x, y + scene.U(10)}, GradeLevel(scene, one.severity), false);
      x += ui::SeverityBarsWidth(scene.frame) + scene.U(8);
      put(one.ground == Ground::kNotRegulated ? scene.Say(TextId::kDeskGradeUnregulated)
                                              : GradeName(scene, one.severity),
          TextStyle::kDeskText, scene.Colors().ink2, 8);
    }
    put(scene.Say(TextId::kDeskScanMachine), TextStyle::kDeskText, scene.Colors().ink3, 22);
    put(AspectTitle(scene, one.aspect), TextStyle::kDeskText, scene.Colors().ink2, 0);
    y += scene.U(24);
    // The duty to apologise at once stands elsewhere than the cell.
    const DecreeSeverity* grade =
        one.severity ? scene.premises.decree.Find(*one.severity) : nullptr;
    std::string cite = one.cite;
    if (short_way && grade != nullptr && !grade->claim_cite.empty())
      cite += (cite.empty() ? "" : "; ") + grade->claim_cite;
    y += Paragraph(scene, {at.x, y, at.width, 0}, cite, TextStyle::kDeskCaptionMedium,
                   scene.Colors().accent) +
         scene.U(8);
  }
  if (!short_way) return y + scene.U(4);
  y += scene.U(8);
  const std::string& duty = scene.Say(TextId::kDeskScanDuty);
  const float used = ui::TextWidth(scene.frame, duty, TextStyle::kDeskReadingStrong);
  Words(scene, {at.x, y, at.width, scene.U(22)}, duty, TextStyle::kDeskReadingStrong,
        scene.Colors().ink);
  const std::string& rest = scene.Say(TextId::kDeskScanDutyRest);
  const float room = at.width - used - scene.U(6);
  if (ui::TextWidth(scene.frame, rest, TextStyle::kDeskReading) <= room) {
    Words(scene, {at.x + used + scene.U(6), y, room, scene.U(22)}, rest, TextStyle::kDeskReading,
          scene.Colors().ink2);
    y += scene.U(24);
  } else {
    y += scene.U(24);
    y += Paragraph(scene, {at.x, y, at.width, 0}, rest, TextStyle::kDeskReading,
                   scene.Colors().ink2);
  }
  y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskScanSample),
                 TextStyle::kDeskReading, scene.Colors().ink2);
  return y + scene.U(14);
}

// Who else said it: one choice more, each with its digit.
float DrawOtherOfficers(Scene& scene, const Column& at, float y) {
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskScanOtherTitle));
  const std::vector<Person> others = OtherOfficers(scene.state);
  const float half = (at.width - scene.U(8)) / 2;
  for (std::size_t i = 0; i < others.size(); ++i) {
    const std::string key = std::to_string(i + 1);
    ui::ChoiceLook look;
    look.word = others[i].name;
    look.key = key;
    const std::string id = "officer." + key;
    const Rect rect{at.x + (i % 2 == 0 ? 0 : half + scene.U(8)),
                    y + (static_cast<float>(i / 2) * scene.U(38)), half, scene.U(34)};
    if (ui::Choice(scene.frame, id.c_str(), rect, look))
      scene.Want(AnotherApologised{others[i].id});
  }
  return y + (static_cast<float>((others.size() + 1) / 2) * scene.U(38)) + scene.U(10);
}

// Step one: a wide button of two lines, or the tick of what was recorded.
float DrawApologyStep(Scene& scene, const Column& at, float y, const ScanSheet& sheet) {
  const CaseFile& file = sheet.open->file;
  if (sheet.step == ScanStep::kApology) {
    const std::string by =
        scene.texts.Format(TextId::kDeskScanApologisedBy,
                           {{"who", scene.state.person ? scene.state.person->name : ""},
                            {"t", ClockTime(scene.state.now, scene.OfficeZone(), scene.texts)}});
    ui::StepButtonLook look;
    look.number = "1";
    look.word = scene.Say(TextId::kDeskScanApologised);
    look.second = by;
    look.keys = "Enter";
    look.enabled = scene.state.saving != Saving::kSaving;
    if (sheet.other) return DrawOtherOfficers(scene, at, y);
    if (ui::StepButton(scene.frame, "apologised", {at.x, y, at.width, scene.U(76)}, look))
      scene.Want(Apologised{});
    y += scene.U(84);
    if (OtherOfficers(scene.state).empty()) return y + scene.U(4);
    ui::DeskButtonLook other;
    other.word = scene.Say(TextId::kDeskScanOther);
    other.keys = "O";
    other.quiet = true;
    if (ui::DeskButton(scene.frame, "another",
                       {at.x, y, ui::DeskButtonWidth(scene.frame, other), scene.U(30)}, other))
      scene.Want(AnotherApologised{});
    return y + scene.U(38);
  }
  if (!file.apology_at) return y;
  const Rect box{at.x, y, at.width, scene.U(52)};
  scene.frame.Fill(box, scene.Colors().green_soft, scene.U(4));
  ui::MarkSign(scene.frame, {box.x + scene.U(34), box.y + (box.h / 2)}, ui::Mark::kTick);
  Words(scene, {box.x + scene.U(66), box.y, box.w - scene.U(80), box.h},
        scene.state.person && file.apology_by != scene.state.person->id && !file.apology_by.Empty()
            ? scene.texts.Format(TextId::kDeskScanApologisedOther,
                                 {{"who", PersonName(scene, file.apology_by)},
                                  {"t", DayAndTime(scene, *file.apology_at)}})
            : scene.texts.Format(TextId::kDeskScanApologisedDone,
                                 {{"t", DayAndTime(scene, *file.apology_at)}}),
        TextStyle::kDeskReadingStrong, scene.Colors().green);
  return y + scene.U(64);
}

// Step two: what the visitor answers.
float DrawAcceptStep(Scene& scene, const Column& at, float y, const ScanSheet& sheet) {
  const bool now = sheet.step == ScanStep::kAccept;
  const bool saving = scene.state.saving == Saving::kSaving;
  const Rect box{at.x, y, at.width, scene.U(76)};
  scene.frame.Outline(box, scene.Colors().line_strong, 1, scene.U(4));
  const ui::Color ink = now ? scene.Colors().ink : scene.Colors().ink3;
  ui::StepNumber(scene.frame, {box.x + scene.U(38), box.y + (box.h / 2)}, "2", ink);
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
  const float by = box.y + scene.U(19);
  const float no_x = box.Right() - scene.U(20) - no_w;
  const float yes_x = no_x - scene.U(12) - yes_w;
  const float words = box.x + scene.U(70);
  Words(scene, {words, box.y + scene.U(13), yes_x - words - scene.U(10), scene.U(26)},
        scene.Say(TextId::kDeskScanAccepts), TextStyle::kDeskTitle, ink);
  Words(scene, {words, box.y + scene.U(42), yes_x - words - scene.U(10), scene.U(20)},
        scene.Say(TextId::kDeskScanAcceptsHint), TextStyle::kDeskText, scene.Colors().ink3);
  if (ui::DeskButton(scene.frame, "go-written", {no_x, by, no_w, scene.U(38)}, no) && no.enabled)
    scene.Want(GoWritten{});
  if (ui::DeskButton(scene.frame, "accept-close", {yes_x, by, yes_w, scene.U(38)}, yes) &&
      yes.enabled)
    scene.Want(AcceptAndClose{});
  return box.Bottom() + scene.U(16);
}

float DrawSteps(Scene& scene, const Column& at, float y, const ScanSheet& sheet,
                const ShortWayAnswer& answer) {
  y = DrawApologyStep(scene, at, y, sheet);
  if (sheet.step == ScanStep::kDone) {
    const std::string day =
        sheet.open->file.light_open_until
            ? NearDay(scene, LocalDay(*sheet.open->file.light_open_until, scene.OfficeZone()))
            : scene.Say(TextId::kDeskCommonDash);
    y += Paragraph(scene, {at.x, y, at.width, 0},
                   sheet.settled ? scene.Say(TextId::kDeskScanClosedNow)
                                 : scene.texts.Format(TextId::kDeskScanWrittenNow, {{"day", day}}),
                   TextStyle::kDeskReadingStrong, scene.Colors().ink);
    return y + scene.U(14);
  }
  const bool may_close =
      sheet.step == ScanStep::kApology ? answer.way == ShortWay::kApologyAndClose : sheet.may_close;
  if (may_close) return DrawAcceptStep(scene, at, y, sheet);
  if (sheet.step != ScanStep::kAccept) return y;
  Words(scene, {at.x, y, at.width, scene.U(24)}, scene.Say(TextId::kDeskScanWaits),
        TextStyle::kDeskReadingStrong, scene.Colors().ink);
  return y + scene.U(36);
}

float DrawFound(Scene& scene, const Column& at, float y, const ScanSheet& sheet) {
  const OpenCase& open = *sheet.open;
  y = DrawQuote(scene, at, y, open);
  const ShortWayAnswer answer =
      ShortWayFor(scene.premises, open, *scene.state.person, sheet.typed, scene.state.now);
  y = DrawDuty(scene, at, y, open, answer.way == ShortWay::kApologyAndClose);
  if (answer.way != ShortWay::kNone || sheet.step != ScanStep::kApology)
    y = DrawSteps(scene, at, y, sheet, answer);
  if (answer.way != ShortWay::kApologyAndClose && sheet.step == ScanStep::kApology) {
    if (!open.due.empty()) {
      Words(scene, {at.x, y, at.width, scene.U(22)}, DutyLeft(scene, open.due.front()),
            TextStyle::kDeskReadingStrong, scene.Colors().ink);
      y += scene.U(28);
    }
    y += Paragraph(scene, {at.x, y, at.width, 0},
                   scene.texts.Format(TextId::kDeskScanNotOffered,
                                      {{"why", Uncapital(scene.texts.ByKey(answer.why))}}),
                   TextStyle::kDeskText, scene.Colors().ink2) +
         scene.U(10);
  }
  return y;
}

// Why the short way is not always there; under a decree without it there is nothing to explain.
void DrawFoot(Scene& scene, const Rect& rect) {
  ui::Rule(scene.frame, rect.x, rect.y, rect.w);
  const float side = scene.U(16);
  scene.frame.Icon("bendera", {rect.x + scene.U(32), rect.y + scene.U(18), side, side},
                   scene.Colors().accent, ui::kTransparent, ui::kTransparent);
  Paragraph(scene, {rect.x + scene.U(62), rect.y + scene.U(15), rect.w - scene.U(94), 0},
            scene.Say(TextId::kDeskScanFoot), TextStyle::kDeskCaption, scene.Colors().ink2, 3);
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
    const bool alone = (sheet.step == ScanStep::kApology && answer.way == ShortWay::kNone) ||
                       (sheet.step == ScanStep::kAccept && !sheet.may_close);
    button("open-full", TextId::kDeskScanOpenFull, alone ? "Enter" : "Space", OpenScanned{}, alone);
    if (WhyNotBegin(scene.state, *sheet.open, Duty::kDeliver).empty())
      button("deliver", TextId::kDeskActDeliver, "S", Begin{Duty::kDeliver}, false);
  }
  button("close-sheet", TextId::kDeskCommonClose, "Esc", GoBack{}, false);
}

}  // namespace

void DrawScanSheet(Scene& scene, const ScanSheet& sheet) {
  const float width = std::min(kWidth, scene.frame.Width() - 64);
  const bool open = sheet.open && sheet.outcome != ScanOutcome::kClosed;
  const bool steps = open && (sheet.step != ScanStep::kApology ||
                              ShortWayFor(scene.premises, *sheet.open, *scene.state.person,
                                          sheet.typed, scene.state.now)
                                      .way != ShortWay::kNone);
  const float height = std::min(steps  ? kHeight
                                : open ? kPlainHeight
                                       : kShortHeight,
                                scene.frame.Height() - 100);
  const Rect rect =
      scene.frame.Area((scene.frame.Width() - width) / 2,
                       std::max(56.0F, (scene.frame.Height() - height) / 2 - 60), width, height);
  ui::Sheet(scene.frame, rect);
  const Rect side{rect.Right() - scene.U(kSide), rect.y + 1, scene.U(kSide) - 1, rect.h - 2};
  DrawPastScans(scene, side);
  const float inner = rect.w - scene.U(kSide);
  const Column at{rect.x + scene.U(32), inner - scene.U(64)};
  float y = DrawHead(scene, at, rect.y + scene.U(24), sheet);
  ui::Rule(scene.frame, rect.x + 1, y, inner - 1);
  y += scene.U(18);
  const std::string outcome = OutcomeWords(scene, sheet);
  if (!outcome.empty())
    y += Paragraph(scene, {at.x, y, at.width, 0}, outcome, TextStyle::kDeskReadingStrong,
                   scene.Colors().ink) +
         scene.U(14);
  const bool found = sheet.open && sheet.outcome != ScanOutcome::kClosed;
  if (found) y = DrawFound(scene, at, y, sheet);
  const bool foot = found && sheet.open->file.oral_claims && sheet.step == ScanStep::kApology &&
                    WhyNotNow(scene.state, *sheet.open, RecordType::kApologyGiven).empty();
  const float foot_y = rect.Bottom() - scene.U(kFoot);
  if (foot) DrawFoot(scene, {rect.x + 1, foot_y, inner - 1, scene.U(kFoot)});
  const float buttons = (foot ? foot_y : rect.Bottom()) - scene.U(52);
  if (scene.state.saving == Saving::kFull || scene.state.saving == Saving::kBroken) {
    const TextId why =
        scene.state.saving == Saving::kFull ? TextId::kDeskSaveFull : TextId::kDeskSaveBroken;
    ui::Notice(scene.frame, {at.x, buttons - scene.U(44), at.width, scene.U(34)},
               scene.texts.Format(TextId::kDeskSaveFailed, {{"why", scene.Say(why)}}),
               ui::Tone::kRed);
  } else if (scene.state.covered.focus && !found) {
    Words(scene, {at.x, buttons - scene.U(32), at.width, scene.U(20)},
          scene.Say(TextId::kDeskScanDraftBelow), TextStyle::kDeskCaption, scene.Colors().ink3);
  }
  DrawSheetButtons(scene, at, std::max(y, buttons), sheet);
}

}  // namespace tanggap::desk
