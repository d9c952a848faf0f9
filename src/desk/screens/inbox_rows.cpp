#include "desk/screens/inbox_rows.h"

#include <algorithm>
#include <optional>
#include <string>

#include "desk/screens/wording.h"
#include "desk/search.h"
#include "domain/work_calendar.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

enum class Group { kOverdue, kToday, kWeek, kLater, kNone };

// To the Sunday after this week's end, so that a Friday still sees the week before it.
Day SundayOf(Day today) {
  const std::chrono::sys_days days{today};
  const int weekday = static_cast<int>(std::chrono::weekday{days}.iso_encoding());
  constexpr int kWeek = 7;
  constexpr int kFriday = 5;
  return Day{days + std::chrono::days{kWeek - weekday + (weekday >= kFriday ? kWeek : 0)}};
}

Group GroupOf(const Scene& scene, const CaseRow& row) {
  if (!row.summary.due) return Group::kNone;
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
  Words(scene, {x, rect.y, rect.Right() - x, rect.h}, GradeOf(scene, summary), TextStyle::kDeskText,
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
  // A kahar stops the service's clock, not the duty to answer: what has a date keeps it.
  if (!item.summary.due && item.summary.side == TicketSide::kSuspended)
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
  if (IsFlagged(item)) return scene.Say(TextId::kDeskListFlagged);
  const std::string words = OneLine(item.words);
  return words.empty() ? scene.Say(TextId::kDeskListSealed) : words;
}

void DrawDue(Scene& scene, const Rect& cell, const CaseRow& item) {
  const DueWords due = DueOf(scene, item);
  const TextStyle style = due.strong ? TextStyle::kDeskTextStrong : TextStyle::kDeskText;
  if (scene.state.dense) {
    Words(scene, cell, due.when, style, due.color);
    const float used = ui::TextWidth(scene.frame, due.when, style) + scene.U(8);
    // The duty stands where it fits whole; the day is what a dense list is read for.
    if (ui::TextWidth(scene.frame, due.duty, TextStyle::kDeskCaption) <= cell.w - used)
      Words(scene, {cell.x + used, cell.y, cell.w - used, cell.h}, due.duty,
            TextStyle::kDeskCaption, scene.Colors().ink2);
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
  const std::string service = IsFlagged(item) ? scene.Say(TextId::kDeskListUrgent)
                                              : ServiceName(scene, item.summary.service);
  std::string second = WordsOf(scene, item);
  if (!plan.wide && !item.code.empty() && scene.state.dense) {
    // The code is never cut: the words go first.
    const float code = ui::TextWidth(scene.frame, item.code, TextStyle::kDeskText) + 2;
    Words(scene, {cell.Right() - code, cell.y, code, cell.h}, item.code, TextStyle::kDeskText,
          scene.Colors().ink2);
    Words(scene, {cell.x, cell.y, cell.w - code - scene.U(10), cell.h}, service,
          TextStyle::kDeskTextMedium, scene.Colors().ink);
    return;
  }
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

}  // namespace

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

}  // namespace tanggap::desk
