// The list: a queue of duties by due date, each with the duty's name.
#include <algorithm>
#include <array>
#include <string>

#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "desk/search.h"
#include "domain/work_calendar.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

enum class Group { kOverdue, kToday, kWeek, kLater, kNone };

struct Columns {
  float due = 0, words = 0, code = 0, grade = 0, stage = 0, holder = 0, end = 0;
};

Columns ColumnsOf(const Scene& scene, const Plan& plan) {
  const Rect& list = plan.list;
  Columns c;
  c.due = list.x + scene.U(20);
  c.words = list.x + scene.U(plan.wide ? 130 : 122);
  c.end = list.Right() - scene.U(20);
  const bool grades = !scene.premises.decree.severities.empty();
  if (plan.wide) {
    c.holder = c.end - scene.U(72);
    c.stage = c.holder - scene.U(118);
    c.grade = c.stage - scene.U(grades ? 122 : 0);
    c.code = c.grade - scene.U(148);
  } else {
    c.holder = c.end;
    c.stage = c.end - scene.U(112);
    c.grade = c.stage - scene.U(grades ? 118 : 0);
    c.code = c.grade;
  }
  return c;
}

// To the Sunday after this week's end, so that a Friday still sees the week before it.
Day SundayOf(Day today) {
  const std::chrono::sys_days days{today};
  const int weekday = static_cast<int>(std::chrono::weekday{days}.iso_encoding());
  constexpr int kWeek = 7;
  constexpr int kFriday = 5;
  return Day{days + std::chrono::days{kWeek - weekday + (weekday >= kFriday ? kWeek : 0)}};
}

Group GroupOf(const Scene& scene, const CaseRow& row) {
  if (!row.summary.due || row.summary.side == TicketSide::kSuspended) return Group::kNone;
  const int days = DaysUntil(scene, row.summary.due->day);
  if (days < 0) return Group::kOverdue;
  if (days == 0) return Group::kToday;
  const Day today = LocalDay(scene.state.now, scene.OfficeZone());
  return days <= DaysBetween(today, SundayOf(today)) ? Group::kWeek : Group::kLater;
}

TextId GroupWord(Group group) {
  switch (group) {
    case Group::kOverdue:
      return TextId::kDeskListGroupOverdue;
    case Group::kToday:
      return TextId::kDeskListGroupToday;
    case Group::kWeek:
      return TextId::kDeskListGroupWeek;
    case Group::kLater:
      return TextId::kDeskListGroupLater;
    case Group::kNone:
      return TextId::kDeskListGroupNone;
  }
  return TextId::kDeskListGroupNone;
}

ui::Color DueColor(const Scene& scene, Group group) {
  if (group == Group::kOverdue) return scene.Colors().red;
  if (group == Group::kToday) return scene.Colors().amber;
  return scene.Colors().ink2;
}

// Hollow while only the engine has an opinion, solid once a person assessed.
void DrawGrade(Scene& scene, const Rect& rect, const CaseSummary& summary) {
  if (scene.premises.decree.severities.empty()) return;
  const int level = GradeLevel(scene, summary.severity);
  const ui::Point middle{rect.x, rect.y + (rect.h / 2)};
  if (summary.unregulated) {
    ui::SeverityHatch(scene.frame, middle);
  } else {
    ui::SeverityBars(scene.frame, middle, level, summary.assessed);
  }
  const float x = rect.x + ui::SeverityBarsWidth(scene.frame) + scene.U(7);
  std::string word = GradeName(scene, summary.severity);
  if (summary.unregulated) word = scene.Say(TextId::kDeskGradeUnregulated);
  Words(scene, {x, rect.y, rect.Right() - x, rect.h}, word, TextStyle::kDeskText,
        summary.assessed ? scene.Colors().ink : scene.Colors().ink3);
}

void DrawHolder(Scene& scene, const Rect& rect, const PersonId& holder) {
  const std::string initials = Initials(scene, holder);
  if (initials.empty()) return;  // nobody yet: the usual thing, and no sign for it
  const Rect box{rect.x + ((rect.w - scene.U(28)) / 2), rect.y + ((rect.h - scene.U(26)) / 2),
                 scene.U(28), scene.U(26)};
  scene.frame.Fill(box, scene.Colors().slate_soft, scene.U(4));
  Words(scene, box, initials, TextStyle::kDeskCap, scene.Colors().slate, ui::Align::kCenter);
}

// What is due and when; a stopped clock says so instead of a date that does not run.
struct DueWords {
  std::string when;
  std::string duty;
  ui::Color color{};
  bool strong = false;
};

DueWords DueOf(const Scene& scene, const CaseRow& item) {
  if (item.summary.side == TicketSide::kSuspended)
    return {scene.Say(TextId::kDeskListStopped), scene.Say(TextId::kDeskListKahar),
            scene.Colors().ink2, false};
  // Nothing is owed by a date any more, but the case is still open.
  if (!item.summary.due && item.summary.stage == CaseStage::kDelivered)
    return {scene.Say(TextId::kDeskProofToClose), scene.Say(TextId::kDeskProofToCloseHint),
            scene.Colors().ink, true};
  if (!item.summary.due)
    return {scene.Say(TextId::kDeskCommonDash), "", scene.Colors().ink3, false};
  const Group group = GroupOf(scene, item);
  const DueDate& due = *item.summary.due;
  return {DaysLeft(scene, due.day), scene.texts.ByKey(due.duty), DueColor(scene, group),
          group == Group::kOverdue || group == Group::kToday};
}

std::string WordsOf(const Scene& scene, const CaseRow& item) {
  const std::string words = OneLine(item.words);
  return words.empty() ? scene.Say(TextId::kDeskListSealed) : words;
}

void DrawDue(Scene& scene, const Rect& cell, const CaseRow& item) {
  const DueWords due = DueOf(scene, item);
  const TextStyle style = due.strong ? TextStyle::kDeskTextStrong : TextStyle::kDeskText;
  if (scene.state.dense) {
    Words(scene, cell, due.when, style, due.color);
    const float used = ui::TextWidth(scene.frame, due.when, style) + scene.U(8);
    Words(scene, {cell.x + used, cell.y, cell.w - used, cell.h}, due.duty, TextStyle::kDeskCaption,
          scene.Colors().ink2);
    return;
  }
  Words(scene, {cell.x, cell.y + scene.U(4), cell.w, scene.U(20)}, due.when, style, due.color);
  Words(scene, {cell.x, cell.y + scene.U(23), cell.w, scene.U(18)}, due.duty,
        TextStyle::kDeskCaption, scene.Colors().ink2);
}

// Of the head and the auditor too: an aspect that the decree flags, or what must be referred.
bool Flagged(const Scene& scene, const CaseSummary& summary) {
  if (summary.refer) return true;
  return std::ranges::any_of(summary.aspects, [&](const AspectId& id) {
    const DecreeAspect* aspect = scene.premises.decree.Find(id);
    return aspect != nullptr && aspect->flag;
  });
}

void DrawWhat(Scene& scene, const Plan& plan, const Rect& cell, const CaseRow& item) {
  const std::string service = ServiceName(scene, item.summary.service);
  std::string second = WordsOf(scene, item);
  if (!plan.wide && !item.code.empty()) second = item.code + "  " + second;
  if (scene.state.dense) {
    const float used = std::min(
        cell.w * 0.55F, ui::TextWidth(scene.frame, service, TextStyle::kDeskTextMedium) + 1);
    Words(scene, {cell.x, cell.y, used, cell.h}, service, TextStyle::kDeskTextMedium,
          scene.Colors().ink);
    const float x = cell.x + used + scene.U(10);
    Words(scene, {x, cell.y, cell.Right() - x, cell.h}, second, TextStyle::kDeskCaption,
          scene.Colors().ink2);
    return;
  }
  float x = cell.x;
  if (Flagged(scene, item.summary)) {
    const float side = scene.U(14);
    scene.frame.Icon("bendera", {x, cell.y + scene.U(7), side, side}, scene.Colors().amber,
                     ui::kTransparent, ui::kTransparent);
    x += scene.U(20);
  }
  Words(scene, {x, cell.y + scene.U(4), cell.Right() - x, scene.U(20)}, service,
        TextStyle::kDeskTextMedium, scene.Colors().ink);
  Words(scene, {cell.x, cell.y + scene.U(23), cell.w, scene.U(18)}, second, TextStyle::kDeskCaption,
        scene.Colors().ink2);
}

void DrawRow(Scene& scene, const Plan& plan, const Columns& c, const Rect& row,
             const CaseRow& item) {
  DrawDue(scene, {c.due, row.y, c.words - c.due - scene.U(8), row.h}, item);
  DrawWhat(scene, plan, {c.words, row.y, c.code - c.words - scene.U(12), row.h}, item);
  const float line = scene.U(20);
  const float middle = row.y + ((row.h - line) / 2);
  if (plan.wide)
    Words(scene, {c.code, middle, c.grade - c.code - scene.U(8), line},
          item.code.empty() ? scene.Say(TextId::kDeskCommonDash) : item.code, TextStyle::kDeskText,
          scene.Colors().ink2);
  DrawGrade(scene, {c.grade, middle, c.stage - c.grade - scene.U(6), line}, item.summary);
  if (item.summary.side == TicketSide::kConflict) {
    ui::Chip(scene.frame, {c.stage, row.y + (row.h / 2)}, scene.Say(TextId::kDeskSideConflict),
             ui::Tone::kRed);
  } else {
    Words(scene, {c.stage, middle, c.holder - c.stage - scene.U(4), line},
          StageName(scene, item.summary.stage, item.summary.side), TextStyle::kDeskText,
          scene.Colors().ink2);
  }
  if (plan.wide) DrawHolder(scene, {c.holder, row.y, c.end - c.holder, row.h}, item.summary.holder);
}

TextId EmptyOf(CaseView view) {
  switch (view) {
    case CaseView::kNew:
      return TextId::kDeskEmptyNew;
    case CaseView::kDueToday:
      return TextId::kDeskEmptyToday;
    case CaseView::kOverdue:
      return TextId::kDeskEmptyOverdue;
    case CaseView::kWaitingForData:
      return TextId::kDeskEmptyData;
    case CaseView::kSuspended:
      return TextId::kDeskEmptySuspended;
    case CaseView::kToDecide:
      return TextId::kDeskEmptyDecide;
    case CaseView::kToDeliver:
      return TextId::kDeskEmptyDeliver;
    case CaseView::kConflict:
      return TextId::kDeskEmptyConflict;
    case CaseView::kClosed:
      return TextId::kDeskEmptyClosed;
    case CaseView::kAllOpen:
      return TextId::kDeskEmptyAll;
  }
  return TextId::kDeskEmptyAll;
}

// One sentence and when it was true; what kiosks said last, where nothing came yet.
std::string EmptyWords(const Scene& scene, const Inbox& inbox) {
  if (!inbox.shown_query.empty())
    return scene.texts.Format(TextId::kDeskListNoHits, {{"q", inbox.shown_query}});
  const TextId what = inbox.filter.Any() ? TextId::kDeskEmptyFiltered : EmptyOf(inbox.view);
  std::string words =
      scene.texts.Format(TextId::kDeskEmptyChecked,
                         {{"what", scene.Say(what)},
                          {"t", ClockTime(inbox.checked, scene.OfficeZone(), scene.texts)}});
  if (inbox.view != CaseView::kAllOpen || inbox.filter.Any()) return words;
  for (const FolderState::Heard& heard : scene.state.folder.kiosks)
    words += "\n" + scene.texts.Format(TextId::kDeskScanHeardLast,
                                       {{"kiosk", KioskName(scene, heard.node)},
                                        {"t", DayAndTime(scene, heard.at)}});
  return words;
}

TextId ViewTitle(CaseView view) {
  switch (view) {
    case CaseView::kNew:
      return TextId::kDeskViewNew;
    case CaseView::kDueToday:
      return TextId::kDeskViewToday;
    case CaseView::kOverdue:
      return TextId::kDeskViewOverdue;
    case CaseView::kWaitingForData:
      return TextId::kDeskViewData;
    case CaseView::kSuspended:
      return TextId::kDeskViewSuspended;
    case CaseView::kToDecide:
      return TextId::kDeskViewDecide;
    case CaseView::kToDeliver:
      return TextId::kDeskViewDeliver;
    case CaseView::kConflict:
      return TextId::kDeskViewConflict;
    case CaseView::kClosed:
      return TextId::kDeskViewClosed;
    case CaseView::kAllOpen:
      return TextId::kDeskViewAll;
  }
  return TextId::kDeskViewAll;
}

void DrawLegend(Scene& scene, const Plan& plan, float right, float middle) {
  if (scene.premises.decree.severities.empty() || !plan.wide) return;
  for (const bool solid : {true, false}) {
    const std::string& word =
        scene.Say(solid ? TextId::kDeskListLegendAssessed : TextId::kDeskListLegendProposed);
    const float width = ui::TextWidth(scene.frame, word, TextStyle::kDeskCaption) + 1;
    right -= width;
    Words(scene, {right, middle - scene.U(9), width, scene.U(18)}, word, TextStyle::kDeskCaption,
          scene.Colors().ink2);
    right -= ui::SeverityBarsWidth(scene.frame) + scene.U(6);
    ui::SeverityBars(scene.frame, {right, middle}, 2, solid);
    right -= scene.U(14);
  }
}

// What the list is narrowed to, each part a press away from its choices.
void DrawFilters(Scene& scene, const Plan& plan, const Columns& c, float y, const Inbox& inbox) {
  constexpr std::array<TextId, kFilterParts> kParts{
      TextId::kDeskFilterService, TextId::kDeskFilterGrade, TextId::kDeskFilterSource,
      TextId::kDeskFilterHolder};
  float x = c.due;
  const float end = plan.wide ? c.end - scene.U(170) : c.end;
  for (std::size_t i = 0; i < kFilterParts; ++i) {
    const auto part = static_cast<FilterPart>(i);
    if (part == FilterPart::kGrade && scene.premises.decree.severities.empty()) continue;
    const std::string value = LabelOf(scene.premises, scene.state, inbox.filter, part);
    ui::FilterChipLook look;
    look.word = scene.Say(kParts[i]);
    look.value = value;
    look.set = HasPart(inbox.filter, part);
    const float width = std::min(ui::FilterChipWidth(scene.frame, look), end - x);
    if (width < scene.U(60)) break;
    const std::string id = "filter." + std::to_string(i);
    if (ui::FilterChip(scene.frame, id.c_str(), {x, y, width, scene.U(28)}, look))
      scene.Want(OpenFilter{part});
    x += width + scene.U(8);
  }
  if (inbox.filter.Any()) {
    const std::string& clear = scene.Say(TextId::kDeskFilterClear);
    const float width = ui::TextWidth(scene.frame, clear, TextStyle::kDeskCaption) + 2;
    if (x + width < end && ui::LinkText(scene.frame, "filter.clear", {x, y + scene.U(14)}, clear))
      scene.Want(ClearFilter{true});
  }
}

// Title, filters and column heads; returns the y of the first row.
float DrawListHead(Scene& scene, const Plan& plan, const Columns& c, const Inbox& inbox) {
  const Rect& list = plan.list;
  const std::string count = scene.texts.Format(
      TextId::kDeskListCount, {{"n", Number(static_cast<std::int64_t>(inbox.total), scene.texts)}});
  const bool searched = !inbox.shown_query.empty();
  ui::PaneTitle(scene.frame, {c.due, list.y + scene.U(15)},
                scene.Say(searched ? TextId::kDeskListSearchTitle : ViewTitle(inbox.view)),
                searched ? "“" + inbox.shown_query + "”  " + count : count);
  ui::DeskButtonLook filter;
  filter.word = scene.Say(TextId::kDeskKeyFilter);
  filter.keys = "F";
  const float filter_w = ui::DeskButtonWidth(scene.frame, filter);
  if (ui::DeskButton(
          scene.frame, "filter",
          {list.Right() - scene.U(20) - filter_w, list.y + scene.U(9), filter_w, scene.U(34)},
          filter))
    scene.Want(OpenFilter{});
  const float chips = list.y + scene.U(52);
  if (!searched) DrawFilters(scene, plan, c, chips, inbox);
  DrawLegend(scene, plan, list.Right() - scene.U(20), chips + scene.U(14));
  float y = list.y + scene.U(92);
  if (!scene.state.folder.gaps.empty()) {
    const FolderState::Gap& gap = scene.state.folder.gaps.front();
    std::string line = scene.texts.Format(
        TextId::kDeskGapLine,
        {{"kiosk", KioskName(scene, gap.node)}, {"n", std::to_string(gap.segment)}});
    const std::size_t more = scene.state.folder.gaps.size() - 1;
    if (more > 0)
      line =
          scene.texts.Format(TextId::kDeskGapMore, {{"line", line}, {"n", std::to_string(more)}});
    ui::Notice(scene.frame, {list.x, y, list.w, scene.U(32)}, line, ui::Tone::kAmber);
    y += scene.U(32);
  }
  const float h = scene.U(30);
  scene.frame.Fill({list.x, y, list.w, h}, scene.Colors().sunken);
  ui::Rule(scene.frame, list.x, y, list.w);
  ui::Rule(scene.frame, list.x, y + h, list.w);
  const auto head = [&](float from, float to, std::string_view word) {
    ui::ColumnHead(scene.frame, {from, y, to - from - scene.U(8), h}, word);
  };
  head(c.due, c.words, scene.Say(TextId::kDeskListDue) + (searched ? "" : " ↑"));
  head(c.words, c.code, scene.Say(TextId::kDeskListService));
  if (plan.wide) head(c.code, c.grade, scene.Say(TextId::kDeskListCode));
  if (!scene.premises.decree.severities.empty())
    head(c.grade, c.stage, scene.Say(TextId::kDeskListGrade));
  head(c.stage, c.holder, scene.Say(TextId::kDeskListStage));
  if (plan.wide) head(c.holder, c.end + scene.U(8), scene.Say(TextId::kDeskFilterHolder));
  return y + h + 1;
}

// "Lewat tenggat 3 …", "Sampai Minggu, 29 November 7".
float DrawGroupHead(Scene& scene, const Rect& row, Group group, std::size_t count) {
  const Day today = LocalDay(scene.state.now, scene.OfficeZone());
  std::string word = scene.Say(GroupWord(group));
  std::string second;
  if (group == Group::kOverdue) second = scene.Say(TextId::kDeskListGroupOverdueHint);
  if (group == Group::kToday) second = LongDay(scene, today);
  if (group == Group::kWeek)
    word =
        scene.texts.Format(TextId::kDeskListGroupWeekTo, {{"d", LongDay(scene, SundayOf(today))}});
  const bool calm = group == Group::kLater || group == Group::kWeek || group == Group::kNone;
  const ui::Color color = calm ? scene.Colors().ink2 : DueColor(scene, group);
  float x = row.x + scene.U(20);
  const float end = row.Right() - scene.U(20);
  const auto put = [&](std::string_view words, TextStyle style, ui::Color ink) {
    Words(scene, {x, row.y, end - x, row.h}, words, style, ink);
    x += ui::TextWidth(scene.frame, words, style) + scene.U(8);
  };
  put(word, TextStyle::kDeskCaptionStrong, color);
  put(std::to_string(count), TextStyle::kDeskCaption, color);
  if (!second.empty()) put(second, TextStyle::kDeskCaption, scene.Colors().ink3);
  ui::Rule(scene.frame, row.x, row.Bottom(), row.w);
  return row.Bottom() + 1;
}

void DrawRows(Scene& scene, const Plan& plan, const Columns& c, const Rect& pane,
              const Inbox& inbox) {
  ScrollArea area(scene, Pane::kList, pane);
  float y = area.Top();
  std::optional<Group> before;
  for (std::size_t i = 0; i < inbox.rows.size(); ++i) {
    const Group group = GroupOf(scene, inbox.rows[i]);
    const bool grouped = inbox.shown_query.empty() && inbox.view != CaseView::kClosed;
    if (grouped && group != before) {
      const auto count = std::ranges::count_if(
          inbox.rows, [&](const CaseRow& row) { return GroupOf(scene, row) == group; });
      y = DrawGroupHead(scene, {pane.x, y, pane.w, scene.U(30)}, group,
                        static_cast<std::size_t>(count));
      before = group;
    }
    const Rect row{pane.x, y, pane.w, scene.U(scene.state.dense ? 30 : 46)};
    if (i == inbox.selected) area.Follow(row);
    // Rows outside the pane are neither drawn nor targets: 400 of them cost nothing.
    if (row.Bottom() > pane.y && row.y < pane.Bottom()) {
      const std::string id = "row." + std::to_string(i);
      if (ui::ListRow(scene.frame, id.c_str(), row, i == inbox.selected)) scene.Want(SelectRow{i});
      DrawRow(scene, plan, c, row, inbox.rows[i]);
    }
    y = row.Bottom();
  }
  area.End(y);
}

}  // namespace

void DrawStaffDesk(Scene& scene, const Rect& rect) {
  const float width = std::min(scene.U(560), rect.w - scene.U(48));
  const float x = rect.x + ((rect.w - width) / 2);
  float y = rect.y + (rect.h * 0.28F);
  const Rect icon{x + ((width - scene.U(72)) / 2), y, scene.U(72), scene.U(72)};
  scene.frame.Icon("pindai", icon, scene.Colors().accent, scene.Colors().accent_soft,
                   scene.Colors().surface);
  y += scene.U(92);
  Words(scene, {x, y, width, scene.U(30)}, scene.Say(TextId::kDeskStaffTitle),
        TextStyle::kDeskTitle, scene.Colors().ink, ui::Align::kCenter);
  y += scene.U(40);
  ui::TextLook look;
  look.style = TextStyle::kDeskReading;
  look.color = scene.Colors().ink2;
  look.align = ui::Align::kCenter;
  const std::string words =
      scene.Say(TextId::kDeskStaffText) + "\n" + scene.Say(TextId::kDeskStaffOrType);
  const ui::TextFit fit = ui::MeasureText(scene.frame, words, look.style, width);
  ui::DrawText(scene.frame, words, {x, y, width, fit.height + 1}, look);
}

void DrawInbox(Scene& scene, const Plan& plan, const Inbox& inbox) {
  if (scene.state.person && scene.state.person->role == Role::kStaff) {
    const Rect whole{plan.nav.Right(), plan.nav.y,
                     scene.frame.Area(0, 0, scene.frame.Width(), 1).w - plan.nav.Right(),
                     plan.nav.h};
    DrawStaffDesk(scene, whole);
    return;
  }
  const Columns c = ColumnsOf(scene, plan);
  const float top = DrawListHead(scene, plan, c, inbox);
  const Rect pane{plan.list.x, top, plan.list.w, plan.list.Bottom() - top};
  if (inbox.loaded && inbox.rows.empty()) {
    Paragraph(scene, {c.due, top + scene.U(18), plan.list.w - scene.U(40), 0},
              EmptyWords(scene, inbox), TextStyle::kDeskText, scene.Colors().ink2);
  } else {
    DrawRows(scene, plan, c, pane, inbox);
  }
  ui::RuleDown(scene.frame, plan.list.Right() - 1, plan.list.y, plan.list.h);
  if (!plan.preview.Empty()) DrawPreview(scene, plan.preview, inbox);
}

}  // namespace tanggap::desk
