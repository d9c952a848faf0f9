// How late the service was: the sum line by line, each with its source, and what would change it.
#include "desk/screens/sum.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "desk/judgement.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

struct Line {
  std::string what;
  std::string amount;
  std::string source;
  std::string cite;
  bool strong = false;
  bool result = false;
};

std::string Instruments(const Lateness& sum) {
  std::string words;
  for (const std::string& instrument : sum.instruments) {
    if (!words.empty()) words += ", ";
    words += instrument;
  }
  return words;
}

// Whose word a moment is: the visitor's, or whoever recorded it, with the source they gave.
std::string SourceOf(const Scene& scene, const OpenCase& open, const TimeNote& note) {
  if (note.record == RecordId{}) return scene.Say(TextId::kDeskProofChanged);
  if (note.by.Empty()) return scene.Say(TextId::kDeskSumSourceVisitor);
  const auto words = open.notes.find(note.record);
  const std::string who = PersonName(scene, note.by);
  if (words == open.notes.end() || words->second.empty())
    return scene.texts.Format(TextId::kDeskProofRecorded, {{"who", who}});
  return scene.texts.Format(TextId::kDeskProofRecordedFrom,
                            {{"who", who}, {"words", OneLine(words->second)}});
}

std::string Moment(const Scene& scene, Instant at) {
  return ShortDay(LocalDay(at, scene.OfficeZone()), scene.texts) + "  " +
         ClockTime(at, scene.OfficeZone(), scene.texts);
}

// The elapsed time by the clock, whatever unit is counted in.
std::string ClockSpan(const Scene& scene, const Lateness& sum) {
  const double days = static_cast<double>((sum.to - sum.from).count()) / 86'400'000.0;
  return Amount(scene, days, NormUnit::kDays);
}

std::string HolidayNames(const Scene& scene, const Lateness& sum) {
  std::string names;
  for (const Day day : sum.holiday_days) {
    const auto found = scene.premises.office.calendar.closed.find(day);
    if (found == scene.premises.office.calendar.closed.end()) continue;
    if (names.find(found->second) != std::string::npos) continue;
    if (!names.empty()) names += ", ";
    names += found->second;
  }
  return names;
}

std::string NormSource(const Scene& scene, const OpenCase& open) {
  const OfficeService* service = scene.premises.office.Find(open.file.service);
  if (service == nullptr || service->standard.empty()) return scene.Say(TextId::kDeskSumSourceNorm);
  return scene.texts.Format(TextId::kDeskProofStandard, {{"number", service->standard}});
}

std::string NormCite(const Scene& scene) {
  const DecreeRule* rule = scene.premises.decree.FindRule("standar-pelayanan");
  return rule == nullptr ? "" : rule->cite;
}

void AddMoments(const Scene& scene, const OpenCase& open, const CaseSum& sum,
                std::vector<Line>& lines) {
  const Lateness& late = sum.lateness;
  std::string from = SourceOf(scene, open, sum.from_note);
  if (sum.from_hand_in) from += "; " + scene.Say(TextId::kDeskProofFromHandIn);
  lines.push_back(
      {scene.Say(sum.from_hand_in ? TextId::kDeskCaseHandedIn : TextId::kDeskSumComplete),
       Moment(scene, late.from), from, "", false, false});
  const TextId until = late.finished ? TextId::kDeskSumFinished
                       : sum.held    ? TextId::kDeskProofUntilAssessed
                                     : TextId::kDeskSumUntilNow;
  lines.push_back({scene.Say(until), Moment(scene, late.to),
                   late.finished ? SourceOf(scene, open, sum.to_note) : "", "", false, false});
}

// What is taken off, each with the very dates: without them nobody can do the sum again.
void AddStops(const Scene& scene, const Lateness& sum, std::vector<Line>& lines) {
  const auto minus = [&](double amount) { return Amount(scene, -amount, sum.unit); };
  if (sum.weekends > 0)
    lines.push_back({scene.texts.Format(TextId::kDeskProofMinusDays,
                                        {{"what", Weekdays(scene, sum.weekend_days)},
                                         {"days", DayRanges(scene, sum.weekend_days)}}),
                     minus(sum.weekends), scene.Say(TextId::kDeskProofUnitWorking),
                     scene.Say(TextId::kDeskSumSourcePolicy), false, false});
  if (sum.holidays > 0)
    lines.push_back({scene.texts.Format(TextId::kDeskProofMinusHolidays,
                                        {{"days", DayRanges(scene, sum.holiday_days)}}),
                     minus(sum.holidays), HolidayNames(scene, sum),
                     scene.Say(TextId::kDeskSumSourcePolicy), false, false});
  if (sum.kahar > 0)
    lines.push_back(
        {sum.kahar_days.empty() ? scene.Say(TextId::kDeskSumKahar)
                                : scene.texts.Format(TextId::kDeskProofMinusKahar,
                                                     {{"days", DayRanges(scene, sum.kahar_days)}}),
         minus(sum.kahar), Instruments(sum), scene.premises.decree.kahar_cite, false, false});
}

std::vector<Line> LinesOf(const Scene& scene, const OpenCase& open, const CaseSum& sum) {
  const Lateness& late = sum.lateness;
  const Decree& decree = scene.premises.decree;
  const bool hours = decree.lateness_unit == LatenessUnit::kHours;
  const bool dates = late.unit == NormUnit::kWorkingDays;
  std::vector<Line> lines;
  AddMoments(scene, open, sum, lines);
  lines.push_back(
      {scene.Say(dates ? TextId::kDeskProofDates : TextId::kDeskSumCalendar),
       Amount(scene, late.span, late.unit),
       dates ? scene.texts.Format(TextId::kDeskProofSpanClock, {{"t", ClockSpan(scene, late)}})
             : "",
       "", false, false});
  AddStops(scene, late, lines);
  if (late.weekends + late.holidays + late.kahar > 0 || !hours)
    lines.push_back({scene.Say(TextId::kDeskSumCounted), Amount(scene, late.counted, late.unit), "",
                     "", true, false});
  if (hours) {
    const bool over = late.late > 0;
    lines.push_back({scene.Say(TextId::kDeskProofCompare),
                     scene.texts.Format(over ? TextId::kDeskProofMore : TextId::kDeskProofNotMore,
                                        {{"a", Amount(scene, late.counted, late.unit)},
                                         {"b", Amount(scene, late.norm, late.unit)}}),
                     BandOf(scene, late), SumCite(scene, late), true, true});
    return lines;
  }
  lines.push_back({scene.Say(TextId::kDeskSumNorm), Amount(scene, -late.norm, late.unit),
                   NormSource(scene, open), NormCite(scene), false, false});
  lines.push_back({scene.Say(TextId::kDeskSumLate), Amount(scene, late.late, late.unit),
                   BandOf(scene, late), SumCite(scene, late), true, true});
  return lines;
}

// Whole, over as many lines as it takes: a citation or a date is never shortened.
void Whole(Scene& scene, const Rect& rect, std::string_view words, TextStyle style, ui::Color color,
           ui::Align align = ui::Align::kLeft) {
  if (words.empty()) return;
  ui::TextLook look;
  look.style = style;
  look.color = color;
  look.align = align;
  look.valign = ui::VAlign::kMiddle;
  ui::DrawText(scene.frame, words, rect, look);
}

float DrawLine(Scene& scene, const Column& at, float y, std::size_t number, const Line& line) {
  const bool wide = at.width > scene.U(1000);
  const TextStyle style = line.strong ? TextStyle::kDeskTextStrong : TextStyle::kDeskText;
  const float amount_w = scene.U(200);  // "Kam, 15 Okt 2026  16.30"
  const float source_w = scene.U(wide ? 264 : 220);
  const float cite_w = scene.U(wide ? 190 : 168);
  const float what_w = at.width - scene.U(26) - amount_w - source_w - cite_w - scene.U(24);
  const auto height = [&](const std::string& words, TextStyle as, float width) {
    if (words.empty()) return 0.0F;
    return ui::MeasureText(scene.frame, words, as, width).height + scene.U(8);
  };
  const float h = std::ceil(
      std::max({scene.U(line.result ? 32 : 28), height(line.what, style, what_w - scene.U(8)),
                height(line.amount, style, amount_w),
                height(line.source, TextStyle::kDeskCaptionMedium, source_w),
                height(line.cite, TextStyle::kDeskCaptionMedium, cite_w)}));
  const Rect row{at.x - scene.U(8), y, at.width + scene.U(16), h};
  if (line.result) {
    scene.frame.Fill(row, scene.Colors().select);
    scene.frame.Fill({row.x, row.y, row.w, scene.U(2)}, scene.Colors().accent);
  }
  Words(scene, {at.x, y, scene.U(22), h}, std::to_string(number), TextStyle::kDeskCaption,
        scene.Colors().ink3);
  float x = at.x + scene.U(26);
  Whole(scene, {x, y, what_w - scene.U(8), h}, line.what, style, scene.Colors().ink);
  x += what_w;
  Whole(scene, {x, y, amount_w, h}, line.amount, style, scene.Colors().ink, ui::Align::kRight);
  x += amount_w + scene.U(14);
  Whole(scene, {x, y, source_w, h}, line.source,
        line.result ? TextStyle::kDeskCaptionMedium : TextStyle::kDeskCaption,
        line.result ? scene.Colors().ink : scene.Colors().ink2);
  x += source_w + scene.U(10);
  Whole(scene, {x, y, at.x + at.width - x, h}, line.cite, TextStyle::kDeskCaptionMedium,
        scene.Colors().accent);
  if (!line.result) ui::Rule(scene.frame, at.x, y + h, at.width);
  return y + h + 1;
}

const DecreeCell* CellUnder(const Scene& scene, const Lateness& sum, LatenessReading reading) {
  const Decree& decree = scene.premises.decree;
  for (const DecreeAspect& aspect : decree.aspects) {
    if (!aspect.time) continue;
    return TimeCell(decree, aspect.id, MeasureFor(decree, sum), reading);
  }
  return nullptr;
}

// "tetap Sedang", "menjadi Berat", against what the sum itself gives.
std::string Against(const Scene& scene, const Lateness& sum, const Lateness& other,
                    LatenessReading reading) {
  const DecreeCell* own = CellUnder(scene, sum, scene.premises.office.policies.lateness);
  const DecreeCell* cell = CellUnder(scene, other, reading);
  const std::string grade =
      cell == nullptr ? scene.Say(other.late > 0 ? TextId::kDeskSumNoCell : TextId::kDeskSumWithin)
                      : GradeName(scene, cell->severity);
  return scene.texts.Format(own == cell ? TextId::kDeskSumStays : TextId::kDeskSumBecomes,
                            {{"grade", grade}});
}

// Which assumption would change the result; only for a decree with grades.
std::vector<std::string> WhatIfs(const Scene& scene, const OpenCase& open, const Lateness& sum) {
  std::vector<std::string> ifs;
  const Premises& premises = scene.premises;
  const OfficeService* service = premises.office.Find(open.file.service);
  if (premises.decree.severities.empty() || service == nullptr) return ifs;
  const LatenessReading reading = premises.office.policies.lateness;
  const LatenessInput times{sum.from, sum.to, sum.finished, sum.norm, sum.unit};
  if (sum.kahar > 0) {
    const Lateness without = MeasureLateness(premises.decree, *service, premises.office, times, {});
    ifs.push_back(scene.texts.Format(TextId::kDeskSumWhatIfKahar,
                                     {{"t", Amount(scene, without.late, without.unit)},
                                      {"grade", Against(scene, sum, without, reading)}}));
  }
  const bool literal = reading == LatenessReading::kLiteral;
  ifs.push_back(scene.texts.Format(
      literal ? TextId::kDeskSumWhatIfWhole : TextId::kDeskSumWhatIfLiteral,
      {{"grade", Against(scene, sum, sum,
                         literal ? LatenessReading::kWholeDays : LatenessReading::kLiteral)}}));
  if (sum.unit == NormUnit::kWorkingDays) {
    LatenessInput calendar = times;
    calendar.unit = NormUnit::kDays;
    const Lateness days =
        MeasureLateness(calendar, premises.office.calendar, scene.OfficeZone(), open.kahar);
    ifs.push_back(scene.texts.Format(TextId::kDeskSumWhatIfCalendar,
                                     {{"t", Amount(scene, days.late, days.unit)},
                                      {"grade", Against(scene, sum, days, reading)}}));
  }
  return ifs;
}

// Where the times may be put right, as a record of its own with its reason; without the beginning
// also the question to the visitor.
float DrawTimesButtons(Scene& scene, const Column& at, float y, const OpenCase& open, bool ask) {
  float x = at.x;
  bool any = false;
  const auto button = [&](const char* id, const DutyButton& what) {
    if (!WhyNotBegin(scene.state, open, what.duty).empty()) return;
    ui::DeskButtonLook look;
    look.word = scene.Say(what.word);
    look.keys = what.keys;
    const float width = ui::DeskButtonWidth(scene.frame, look);
    DrawDutyButton(scene, id, {x, y, width, scene.U(32)}, what);
    x += width + scene.U(8);
    any = true;
  };
  const auto* work = std::get_if<CaseWork>(&scene.state.screen);
  // While something is decided or handed over the times stand.
  if (work != nullptr && (work->mode == CaseMode::kDecide || work->mode == CaseMode::kDeliver))
    return y;
  button("times", {Duty::kTimes, TextId::kDeskActTimes, "F", false});
  if (ask) button("ask-times", {Duty::kAskData, TextId::kDeskActData, "D", false});
  return any ? y + scene.U(40) : y;
}

// What the sum runs by: readings and units that an office chose, and whether it still moves.
std::string Basis(const Scene& scene, const std::optional<CaseSum>& sum) {
  if (!sum) return "";
  if (scene.premises.decree.lateness_unit == LatenessUnit::kHours)
    return scene.Say(TextId::kDeskSumUnitHours);
  const bool literal = scene.premises.office.policies.lateness == LatenessReading::kLiteral;
  std::string words =
      scene.Say(literal ? TextId::kDeskSumReadingLiteral : TextId::kDeskSumReadingWhole) + ", " +
      scene.Say(sum->lateness.unit == NormUnit::kWorkingDays ? TextId::kDeskSumUnitWorking
                                                             : TextId::kDeskSumUnitDays);
  if (sum->from_hand_in) words += ", " + scene.Say(TextId::kDeskProofProvisional);
  if (sum->held) words += ", " + scene.Say(TextId::kDeskProofAsJudged);
  return words;
}

}  // namespace

float DrawSumOf(Scene& scene, const Column& at, float y, const OpenCase& open,
                const std::optional<CaseSum>& sum) {
  const bool hours = scene.premises.decree.lateness_unit == LatenessUnit::kHours;
  const std::string& title = scene.Say(hours ? TextId::kDeskSumHoursTitle : TextId::kDeskSumTitle);
  const std::string basis = Basis(scene, sum);
  const std::string decree = DecreeName(scene);
  ui::PaneTitle(scene.frame, {at.x, y}, title, basis);
  const float used = ui::TextWidth(scene.frame, title, TextStyle::kDeskTitle) + scene.U(28) +
                     ui::TextWidth(scene.frame, basis, TextStyle::kDeskText);
  const float decree_w = ui::TextWidth(scene.frame, decree, TextStyle::kDeskCaption) + 1;
  const bool beside = used + decree_w <= at.width;
  Words(scene, {at.x, y + scene.U(beside ? 2 : 26), at.width, scene.U(20)}, decree,
        TextStyle::kDeskCaption, scene.Colors().ink3,
        beside ? ui::Align::kRight : ui::Align::kLeft);
  y += scene.U(beside ? 34 : 54);
  if (!sum) {
    y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskSumCannot),
                   TextStyle::kDeskText, scene.Colors().amber) +
         scene.U(8);
    y = DrawTimesButtons(scene, at, y, open, true);
    return y + scene.U(10);
  }
  std::size_t number = 1;
  for (const Line& line : LinesOf(scene, open, *sum))
    y = DrawLine(scene, at, y, number++, line);
  std::string ifs;
  for (const std::string& one : WhatIfs(scene, open, sum->lateness)) {
    if (!ifs.empty()) ifs += "      ";
    ifs += one;
  }
  y += scene.U(8);
  y += Paragraph(scene, {at.x, y, at.width, 0}, ifs, TextStyle::kDeskCaption, scene.Colors().ink3);
  if (!ifs.empty()) y += scene.U(8);
  y = DrawTimesButtons(scene, at, y, open, false);
  return y + scene.U(10);
}

float DrawSum(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const auto* work = std::get_if<CaseWork>(&scene.state.screen);
  const bool assessing = work != nullptr && work->mode == CaseMode::kAssess;
  return DrawSumOf(scene, at, y, open,
                   assessing ? RunningSum(scene.premises, open, scene.state.now)
                             : HeldSum(scene.premises, open, scene.state.now));
}

}  // namespace tanggap::desk
