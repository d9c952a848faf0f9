// The list: its title, filters and column heads, and what an empty one says.
#include <algorithm>
#include <array>
#include <string>

#include "desk/screens/folder_notice.h"
#include "desk/screens/inbox_rows.h"
#include "desk/screens/wording.h"
#include "desk/search.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

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
  const std::string words =
      scene.texts.Format(TextId::kDeskEmptyChecked,
                         {{"what", scene.Say(what)},
                          {"t", ClockTime(inbox.checked, scene.OfficeZone(), scene.texts)}});
  if (inbox.view != CaseView::kAllOpen || inbox.filter.Any()) return words;
  return words + HeardWords(scene);
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
  if (const auto notice = FolderNotice(scene)) {
    ui::Notice(scene.frame, {list.x, y, list.w, scene.U(32)}, notice->words, notice->tone);
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
