// How late the service was: the sum line by line, each with its source, and what would change it.
#include <algorithm>
#include <cmath>
#include <string>

#include "desk/judgement.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "domain/work_calendar.h"
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

// The cell of the time column that a measure falls into; nothing below and above all cells.
// Under the whole-day reading begun days of lateness count.
const DecreeCell* CellUnder(const Decree& decree, double measure, LatenessReading reading) {
  for (const DecreeCell& cell : decree.cells) {
    if (!cell.lateness) continue;
    const LatenessBounds& bounds = *cell.lateness;
    if (reading == LatenessReading::kLiteral || bounds.whole_from == 0) {
      if (measure > bounds.over && (!bounds.up_to || measure <= *bounds.up_to)) return &cell;
      continue;
    }
    const double days = std::ceil(measure - 1e-9);
    if (days >= bounds.whole_from && (!bounds.whole_to || days <= *bounds.whole_to)) return &cell;
  }
  return nullptr;
}

const DecreeCell* CellFor(const Scene& scene, double measure) {
  return CellUnder(scene.premises.decree, measure, scene.premises.office.policies.lateness);
}

std::string Plain(double bound) {
  return std::to_string(static_cast<long long>(std::llround(bound)));
}

// "lebih dari 2, paling banyak 5 hari: Sedang".
std::string Band(const Scene& scene, const Lateness& sum) {
  const Decree& decree = scene.premises.decree;
  const double measure = MeasureFor(decree, sum);
  const std::string unit = UnitWord(scene, sum.unit);
  for (const DecreeTrigger& trigger : decree.triggers) {
    if (!trigger.lateness) continue;
    const double over = measure - trigger.lateness->over;
    if (over <= 0)
      return scene.texts.Format(TextId::kDeskSumTriggerWithin,
                                {{"a", Plain(trigger.lateness->over)}, {"unit", unit}});
    return scene.texts.Format(TextId::kDeskSumTriggerOver,
                              {{"a", Plain(trigger.lateness->over)},
                               {"unit", unit},
                               {"late", Amount(scene, over, sum.unit)}});
  }
  if (const DecreeCell* cell = CellFor(scene, measure)) {
    const std::string grade = GradeName(scene, cell->severity);
    if (cell->lateness->up_to)
      return scene.texts.Format(TextId::kDeskSumBandBetween, {{"a", Plain(cell->lateness->over)},
                                                              {"b", Plain(*cell->lateness->up_to)},
                                                              {"unit", unit},
                                                              {"grade", grade}});
    return scene.texts.Format(
        TextId::kDeskSumBandOver,
        {{"a", Plain(cell->lateness->over)}, {"unit", unit}, {"grade", grade}});
  }
  return scene.Say(measure > 0 ? TextId::kDeskSumBelow : TextId::kDeskSumWithin);
}

std::string CiteOf(const Scene& scene, const Lateness& sum) {
  const Decree& decree = scene.premises.decree;
  for (const DecreeTrigger& trigger : decree.triggers) {
    if (trigger.lateness) return trigger.cite;
  }
  const DecreeCell* cell = CellFor(scene, MeasureFor(decree, sum));
  for (const DecreeAspect& aspect : decree.aspects) {
    if (!aspect.time) continue;
    return (cell == nullptr ? decree.matrix_cite : cell->condition_cite) + ", " + aspect.title;
  }
  return decree.matrix_cite;
}

std::string Instruments(const Lateness& sum) {
  std::string words;
  for (const std::string& instrument : sum.instruments) {
    if (!words.empty()) words += ", ";
    words += instrument;
  }
  return words;
}

// Exactly, although the sum counts dates.
std::string ByTheClock(const Scene& scene, const Lateness& sum) {
  const double days = std::chrono::duration<double>(sum.to - sum.from).count() / (24.0 * 60 * 60);
  return Amount(scene, std::max(0.0, days), NormUnit::kDays);
}

// The dates that were left out, by name while they are few.
std::string ClosedDays(const Scene& scene, const Lateness& sum) {
  constexpr std::size_t kNamed = 4;
  const WorkCalendar& calendar = scene.premises.office.calendar;
  const Day to = LocalDay(sum.to, scene.OfficeZone());
  std::string words;
  std::size_t count = 0;
  for (Day day = AddDays(LocalDay(sum.from, scene.OfficeZone()), 1); day <= to;
       day = AddDays(day, 1)) {
    if (IsWorkingDay(calendar, day)) continue;
    if (++count > kNamed) return scene.Say(TextId::kDeskSumUnitWorking);
    words += (words.empty() ? "" : ", ") + NearWeekday(scene, day);
  }
  return words;
}

// Whose word a time is: a person of the office with their source, else the visitor's at the kiosk.
std::string SourceOf(const Scene& scene, const std::optional<TimesSource>& source) {
  if (!source) return scene.Say(TextId::kDeskSumSourceVisitor);
  return scene.texts.Format(TextId::kDeskSumSourceDesk, {{"who", PersonName(scene, source->by)},
                                                         {"t", DayAndTime(scene, source->at)},
                                                         {"words", OneLine(source->words)}});
}

std::vector<Line> LinesOf(const Scene& scene, const OpenCase& open, const Lateness& sum) {
  const bool hours = sum.unit == NormUnit::kHours;
  const std::string start = SourceOf(scene, open.started);
  const std::string end = SourceOf(scene, open.finished);
  const bool provisional = IsProvisional(scene.premises, open.file);
  const bool working = sum.unit == NormUnit::kWorkingDays;
  const auto minus = [&](double amount) { return Amount(scene, -amount, sum.unit); };
  const auto moment = [&](Instant at) {
    return NearWeekday(scene, LocalDay(at, scene.OfficeZone())) + " " +
           ClockTime(at, scene.OfficeZone(), scene.texts);
  };
  const bool from_complete = open.file.declared_complete.has_value();
  std::vector<Line> lines;
  lines.push_back({scene.Say(from_complete ? TextId::kDeskSumComplete : TextId::kDeskCaseHandedIn),
                   moment(sum.from), start, "", false, false});
  const TextId until = sum.finished           ? TextId::kDeskSumFinished
                       : IsSettled(open.file) ? TextId::kDeskSumUntilAssessed
                                              : TextId::kDeskSumUntilNow;
  lines.push_back({scene.Say(until), moment(sum.to), sum.finished ? end : "", "", false, false});
  lines.push_back({scene.Say(TextId::kDeskSumCalendar), Amount(scene, sum.span, sum.unit),
                   working
                       ? scene.texts.Format(TextId::kDeskSumClock, {{"t", ByTheClock(scene, sum)}})
                       : std::string(),
                   "", false, false});
  if (sum.weekends + sum.holidays > 0)
    lines.push_back({scene.Say(TextId::kDeskSumClosedDays), minus(sum.weekends + sum.holidays),
                     ClosedDays(scene, sum), scene.Say(TextId::kDeskSumSourcePolicy), false,
                     false});
  if (sum.kahar > 0)
    lines.push_back({scene.Say(TextId::kDeskSumKahar), minus(sum.kahar), Instruments(sum),
                     scene.premises.decree.kahar_cite, false, false});
  if (!hours || sum.kahar > 0)
    lines.push_back({scene.Say(TextId::kDeskSumCounted), Amount(scene, sum.counted, sum.unit), "",
                     "", true, false});
  if (!hours)
    lines.push_back({scene.Say(TextId::kDeskSumNorm), minus(sum.norm),
                     scene.Say(TextId::kDeskSumSourceNorm), "", false, false});
  // Hours are compared with the decree's bound as they are; days beyond the norm.
  std::string band = Band(scene, sum);
  if (provisional)
    band = sum.late > 0 ? scene.texts.Format(TextId::kDeskSumProvisionalBand, {{"band", band}})
                        : scene.Say(TextId::kDeskSumWithinSurely);
  lines.push_back({scene.Say(hours ? TextId::kDeskSumBeyond : TextId::kDeskSumLate),
                   Amount(scene, hours ? sum.counted : sum.late, sum.unit), band,
                   CiteOf(scene, sum), true, true});
  return lines;
}

// Whole, over as many lines as it takes: a citation is never shortened.
void Whole(Scene& scene, const Rect& rect, std::string_view words, TextStyle style,
           ui::Color color) {
  if (words.empty()) return;
  ui::TextLook look;
  look.style = style;
  look.color = color;
  look.valign = ui::VAlign::kMiddle;
  ui::DrawText(scene.frame, words, rect, look);
}

float DrawLine(Scene& scene, const Column& at, float y, std::size_t number, const Line& line) {
  const bool wide = at.width > scene.U(1000);
  const TextStyle style = line.strong ? TextStyle::kDeskTextStrong : TextStyle::kDeskText;
  const float amount_w = scene.U(150);
  const float source_w = scene.U(wide ? 310 : 250);
  const float cite_w = scene.U(wide ? 190 : 178);
  const float what_w = at.width - scene.U(26) - amount_w - source_w - cite_w - scene.U(24);
  const auto height = [&](const std::string& words, float width) {
    if (words.empty()) return 0.0F;
    return ui::MeasureText(scene.frame, words, TextStyle::kDeskCaptionMedium, width).height +
           scene.U(8);
  };
  const float h = std::ceil(std::max(
      {scene.U(line.result ? 32 : 28), height(line.source, source_w), height(line.cite, cite_w)}));
  const Rect row{at.x, y, at.width, h};
  if (line.result) {
    scene.frame.Fill(row, scene.Colors().select);
    scene.frame.Fill({row.x, row.y, row.w, scene.U(2)}, scene.Colors().accent);
  }
  Words(scene, {at.x, y, scene.U(22), h}, std::to_string(number), TextStyle::kDeskCaption,
        scene.Colors().ink3);
  float x = at.x + scene.U(26);
  Words(scene, {x, y, what_w, h}, line.what, style, scene.Colors().ink);
  x += what_w;
  Words(scene, {x, y, amount_w, h}, line.amount, style, scene.Colors().ink, ui::Align::kRight);
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

std::string GradeWordFor(const Scene& scene, const Lateness& sum) {
  const DecreeCell* cell = CellFor(scene, MeasureFor(scene.premises.decree, sum));
  return cell == nullptr ? scene.Say(TextId::kDeskSumNoCell) : GradeName(scene, cell->severity);
}

// Which assumption would change the result; only for a decree with grades.
std::vector<std::string> WhatIfs(const Scene& scene, const OpenCase& open, const Lateness& sum) {
  std::vector<std::string> ifs;
  if (scene.premises.decree.severities.empty()) return ifs;
  const OfficeService* service = scene.premises.office.Find(open.file.service);
  const auto times = TimesOf(scene.premises, open.file, scene.state.now);
  if (service == nullptr || !times) return ifs;
  if (sum.kahar > 0) {
    const Lateness without =
        MeasureLateness(scene.premises.decree, *service, scene.premises.office, *times, {});
    ifs.push_back(scene.texts.Format(TextId::kDeskSumWhatIfKahar,
                                     {{"t", Amount(scene, without.late, without.unit)},
                                      {"grade", GradeWordFor(scene, without)}}));
  }
  const bool literal = scene.premises.office.policies.lateness == LatenessReading::kLiteral;
  const DecreeCell* other =
      CellUnder(scene.premises.decree, MeasureFor(scene.premises.decree, sum),
                literal ? LatenessReading::kWholeDays : LatenessReading::kLiteral);
  ifs.push_back(
      scene.texts.Format(literal ? TextId::kDeskSumWhatIfWhole : TextId::kDeskSumWhatIfLiteral,
                         {{"grade", other == nullptr ? scene.Say(TextId::kDeskSumNoCell)
                                                     : GradeName(scene, other->severity)}}));
  if (sum.unit == NormUnit::kWorkingDays) {
    LatenessInput calendar = *times;
    calendar.unit = NormUnit::kDays;
    const Lateness days =
        MeasureLateness(calendar, scene.premises.office.calendar, scene.OfficeZone(), open.kahar);
    ifs.push_back(scene.texts.Format(
        TextId::kDeskSumWhatIfCalendar,
        {{"t", Amount(scene, days.late, days.unit)}, {"grade", GradeWordFor(scene, days)}}));
  }
  return ifs;
}

// Where a supervisor may put the times right, as a record of its own with its reason.
float DrawTimesButton(Scene& scene, const Column& at, float y, const OpenCase& open) {
  if (!WhyNotBegin(scene.state, open, Duty::kTimes).empty()) return y;
  const DutyButton button{Duty::kTimes, TextId::kDeskActTimes, "F", false};
  ui::DeskButtonLook look;
  look.word = scene.Say(button.word);
  look.keys = button.keys;
  DrawDutyButton(scene, "times", {at.x, y, ui::DeskButtonWidth(scene.frame, look), scene.U(32)},
                 button);
  return y + scene.U(40);
}

}  // namespace

std::optional<SeverityId> GradeOfSum(const Scene& scene, const Lateness& sum) {
  const DecreeCell* cell = CellFor(scene, MeasureFor(scene.premises.decree, sum));
  return cell == nullptr ? std::nullopt : std::optional(cell->severity);
}

std::string BandWords(const Scene& scene, const Lateness& sum) {
  return Band(scene, sum);
}

float DrawSum(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const bool hours = scene.premises.decree.lateness_unit == LatenessUnit::kHours;
  const auto sum = SumOf(scene.premises, open, scene.state.now);
  std::string second;
  if (sum) {
    const bool literal = scene.premises.office.policies.lateness == LatenessReading::kLiteral;
    if (IsProvisional(scene.premises, open.file))
      second = scene.Say(TextId::kDeskSumProvisional) + ", ";
    second +=
        hours ? scene.Say(TextId::kDeskSumUnitHours)
              : scene.Say(literal ? TextId::kDeskSumReadingLiteral : TextId::kDeskSumReadingWhole) +
                    ", " +
                    scene.Say(sum->unit == NormUnit::kWorkingDays ? TextId::kDeskSumUnitWorking
                                                                  : TextId::kDeskSumUnitDays);
  }
  ui::PaneTitle(scene.frame, {at.x, y},
                scene.Say(hours ? TextId::kDeskSumHoursTitle : TextId::kDeskSumTitle), second);
  Words(scene, {at.x + (at.width * 0.6F), y + scene.U(2), at.width * 0.4F, scene.U(20)},
        scene.texts.Format(TextId::kDeskSumDecree, {{"number", scene.premises.decree.number}}),
        TextStyle::kDeskCaptionMedium, scene.Colors().accent, ui::Align::kRight);
  y += scene.U(34);
  if (!sum) {
    y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskSumCannot),
                   TextStyle::kDeskText, scene.Colors().amber) +
         scene.U(8);
    y = DrawTimesButton(scene, at, y, open);
    return y + scene.U(10);
  }
  std::size_t number = 1;
  for (const Line& line : LinesOf(scene, open, *sum))
    y = DrawLine(scene, at, y, number++, line);
  std::string ifs;
  for (const std::string& one : WhatIfs(scene, open, *sum)) {
    if (!ifs.empty()) ifs += "      ";
    ifs += one;
  }
  y += scene.U(8);
  y += Paragraph(scene, {at.x, y, at.width, 0}, ifs, TextStyle::kDeskCaption, scene.Colors().ink3);
  if (!ifs.empty()) y += scene.U(8);
  y = DrawTimesButton(scene, at, y, open);
  return y + scene.U(10);
}

}  // namespace tanggap::desk
