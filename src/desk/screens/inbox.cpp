// The list: a queue of duties by due date, each with the duty's name.
#include <algorithm>
#include <string>

#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
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
  if (plan.wide) {
    c.holder = c.end - scene.U(44);
    c.stage = c.holder - scene.U(124);
    c.grade = c.stage - scene.U(126);
    c.code = c.grade - scene.U(148);
  } else {
    c.holder = c.end;
    c.stage = c.end - scene.U(112);
    c.grade = c.stage - scene.U(118);
    c.code = c.grade;
  }
  return c;
}

Group GroupOf(const Scene& scene, const CaseRow& row) {
  if (!row.summary.due) return Group::kNone;
  const int days = DaysUntil(scene, row.summary.due->day);
  if (days < 0) return Group::kOverdue;
  if (days == 0) return Group::kToday;
  const Day today = LocalDay(scene.state.now, scene.OfficeZone());
  const auto weekday = std::chrono::weekday{std::chrono::sys_days{today}}.iso_encoding();
  // To the Sunday after this week's end, so that a Friday still sees the week before it.
  const int to_sunday = 7 - static_cast<int>(weekday) + (weekday >= 5 ? 7 : 0);
  return days <= to_sunday ? Group::kWeek : Group::kLater;
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
  const int level = GradeLevel(scene, summary.severity);
  const ui::Point middle{rect.x, rect.y + (rect.h / 2)};
  float x = rect.x;
  if (!scene.premises.decree.severities.empty()) {
    ui::SeverityBars(scene.frame, middle, level, summary.assessed);
    x += ui::SeverityBarsWidth(scene.frame) + scene.U(7);
  }
  std::string word = GradeName(scene, summary.severity);
  if (summary.unregulated) word = scene.Say(TextId::kDeskGradeUnregulated);
  if (scene.premises.decree.severities.empty())
    word = scene.Say(summary.assessed ? TextId::kDeskStageAssessed : TextId::kDeskGradeNone);
  Words(scene, {x, rect.y, rect.Right() - x, rect.h}, word, TextStyle::kDeskText,
        summary.assessed ? scene.Colors().ink : scene.Colors().ink3);
}

void DrawHolder(Scene& scene, const Rect& rect, const PersonId& holder) {
  const std::string initials = Initials(scene, holder);
  if (initials.empty()) {
    Words(scene, rect, scene.Say(TextId::kDeskCommonDash), TextStyle::kDeskText,
          scene.Colors().ink3, ui::Align::kCenter);
    return;
  }
  const Rect box{rect.x + ((rect.w - scene.U(28)) / 2), rect.y + ((rect.h - scene.U(26)) / 2),
                 scene.U(28), scene.U(26)};
  scene.frame.Fill(box, scene.Colors().slate_soft, scene.U(4));
  Words(scene, box, initials, TextStyle::kDeskCap, scene.Colors().slate, ui::Align::kCenter);
}

void DrawRow(Scene& scene, const Plan& plan, const Columns& c, const Rect& row,
             const CaseRow& item) {
  const float line = scene.U(20);
  const float one = row.y + scene.U(4);
  const float two = row.y + scene.U(23);
  const Group group = GroupOf(scene, item);
  const bool urgent = group == Group::kOverdue || group == Group::kToday;
  if (item.summary.due) {
    const DueDate& due = *item.summary.due;
    Words(scene, {c.due, one, c.words - c.due - scene.U(8), line}, DaysLeft(scene, due.day),
          urgent ? TextStyle::kDeskTextStrong : TextStyle::kDeskText, DueColor(scene, group));
    Words(scene, {c.due, two, c.words - c.due - scene.U(8), scene.U(18)},
          scene.texts.ByKey(due.duty), TextStyle::kDeskCaption, scene.Colors().ink2);
  } else {
    Words(scene, {c.due, one, c.words - c.due - scene.U(8), line},
          scene.Say(TextId::kDeskCommonDash), TextStyle::kDeskText, scene.Colors().ink3);
  }
  const float words_width = c.code - c.words - scene.U(12);
  Words(scene, {c.words, one, words_width, line}, ServiceName(scene, item.summary.service),
        TextStyle::kDeskTextMedium, scene.Colors().ink);
  std::string second =
      OneLine(item.words).empty() ? scene.Say(TextId::kDeskListSealed) : OneLine(item.words);
  if (!plan.wide && !item.code.empty()) second = item.code + "  " + second;
  Words(scene, {c.words, two, words_width, scene.U(18)}, second, TextStyle::kDeskCaption,
        scene.Colors().ink2);
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

std::string EmptyWords(const Scene& scene, const Inbox& inbox) {
  if (!inbox.shown_query.empty())
    return scene.texts.Format(TextId::kDeskListNoHits, {{"q", inbox.shown_query}});
  const std::string at = ClockTime(inbox.checked, scene.OfficeZone(), scene.texts);
  if (inbox.view == CaseView::kAllOpen) return scene.Say(TextId::kDeskListFirst);
  return scene.texts.Format(
      inbox.view == CaseView::kNew ? TextId::kDeskListEmptyNew : TextId::kDeskListEmpty,
      {{"t", at}});
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

// Title, legend and column heads; returns the y of the first row.
float DrawListHead(Scene& scene, const Plan& plan, const Columns& c, const Inbox& inbox) {
  const Rect& list = plan.list;
  const std::string count = scene.texts.Format(
      TextId::kDeskListCount, {{"n", Number(static_cast<std::int64_t>(inbox.total), scene.texts)}});
  ui::PaneTitle(
      scene.frame, {c.due, list.y + scene.U(16)},
      scene.Say(inbox.shown_query.empty() ? ViewTitle(inbox.view) : TextId::kDeskListSearchTitle),
      count);
  if (!scene.premises.decree.severities.empty()) {
    const float y = list.y + scene.U(28);
    float x = c.grade;
    for (const bool solid : {false, true}) {
      ui::SeverityBars(scene.frame, {x, y}, 2, solid);
      x += ui::SeverityBarsWidth(scene.frame) + scene.U(6);
      const std::string& word =
          scene.Say(solid ? TextId::kDeskListLegendAssessed : TextId::kDeskListLegendProposed);
      const float width = ui::TextWidth(scene.frame, word, TextStyle::kDeskCaption) + scene.U(14);
      Words(scene, {x, y - scene.U(9), width, scene.U(18)}, word, TextStyle::kDeskCaption,
            scene.Colors().ink2);
      x += width;
    }
  }
  const float y = list.y + scene.U(56);
  const float h = scene.U(28);
  scene.frame.Fill({list.x, y, list.w, h}, scene.Colors().sunken);
  ui::Rule(scene.frame, list.x, y, list.w);
  ui::Rule(scene.frame, list.x, y + h, list.w);
  const auto head = [&](float from, float to, TextId word) {
    ui::ColumnHead(scene.frame, {from, y, to - from - scene.U(8), h}, scene.Say(word));
  };
  head(c.due, c.words, TextId::kDeskListDue);
  head(c.words, c.code, TextId::kDeskListService);
  if (plan.wide) head(c.code, c.grade, TextId::kDeskListCode);
  head(c.grade, c.stage, TextId::kDeskListGrade);
  head(c.stage, c.holder, TextId::kDeskListStage);
  return y + h + 1;
}

float DrawGroupHead(Scene& scene, const Rect& row, Group group, std::size_t count) {
  const std::string& word = scene.Say(GroupWord(group));
  const float x = row.x + scene.U(20);
  Words(scene, {x, row.y, row.w - scene.U(40), row.h}, word, TextStyle::kDeskCaptionStrong,
        group == Group::kLater || group == Group::kWeek || group == Group::kNone
            ? scene.Colors().ink2
            : DueColor(scene, group));
  const float used = ui::TextWidth(scene.frame, word, TextStyle::kDeskCaptionStrong);
  Words(scene, {x + used + scene.U(8), row.y, scene.U(60), row.h}, std::to_string(count),
        TextStyle::kDeskCaption, scene.Colors().ink3);
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
    const Rect row{pane.x, y, pane.w, scene.U(46)};
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
    Paragraph(scene, {c.due, top + scene.U(20), plan.list.w - scene.U(40), 0},
              EmptyWords(scene, inbox), TextStyle::kDeskText, scene.Colors().ink2);
  } else {
    DrawRows(scene, plan, c, pane, inbox);
  }
  ui::RuleDown(scene.frame, plan.list.Right() - 1, plan.list.y, plan.list.h);
  if (!plan.preview.Empty()) DrawPreview(scene, plan.preview, inbox);
}

}  // namespace tanggap::desk
