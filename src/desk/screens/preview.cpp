// The inbox's preview of the selected case: words, facts, the engine's proposal, history.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "desk/judgement.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

// The one filled control is what the case needs next.
std::optional<Duty> NextDuty(const Scene& scene, const OpenCase& open) {
  for (const Duty duty :
       {Duty::kDecide, Duty::kDeliver, Duty::kAssess, Duty::kClose, Duty::kRespond}) {
    if (WhyNotBegin(scene.state, open, duty).empty()) return duty;
  }
  return std::nullopt;
}

float DrawButtons(Scene& scene, const Column& at, float y, const OpenCase& open) {
  constexpr std::array<DutyButton, 7> kButtons{{
      {Duty::kAssess, TextId::kDeskActAssess, "N", false},
      {Duty::kDecide, TextId::kDeskActDecide, "P", false},
      {Duty::kDeliver, TextId::kDeskActDeliver, "S", false},
      {Duty::kRespond, TextId::kDeskActRespond, "W", false},
      {Duty::kAskData, TextId::kDeskActData, "D", false},
      {Duty::kTake, TextId::kDeskActTake, "A", false},
      {Duty::kNote, TextId::kDeskActNote, "C", false},
  }};
  const std::optional<Duty> next = NextDuty(scene, open);
  float x = at.x;
  for (DutyButton button : kButtons) {
    button.primary = button.duty == next;
    // What does not belong to this stage is left out; the case itself names why.
    const bool may = WhyNotBegin(scene.state, open, button.duty).empty();
    if (!may) continue;
    ui::DeskButtonLook look;
    look.word = scene.Say(button.word);
    look.keys = button.keys;
    look.primary = button.primary;
    const float width = ui::DeskButtonWidth(scene.frame, look);
    if (x + width > at.x + at.width) {
      x = at.x;
      y += scene.U(40);
    }
    const std::string id = "begin." + std::to_string(static_cast<int>(button.duty));
    DrawDutyButton(scene, id.c_str(), {x, y, width, scene.U(34)}, button);
    x += width + scene.U(8);
  }
  return y + scene.U(48);
}

}  // namespace

float DrawProposal(Scene& scene, const Column& at, float y, const OpenCase& open) {
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskCaseMachine));
  const std::vector<Assessment> proposal = Proposal(scene.premises, open, scene.state.now);
  bool any = false;
  for (const Assessment& one : proposal) {
    any = true;
    const std::string aspect = AspectTitle(scene, one.aspect);
    Words(scene, {at.x, y, at.width, scene.U(20)}, aspect, TextStyle::kDeskTextStrong,
          scene.Colors().ink);
    y += scene.U(22);
    float x = at.x;
    if (!scene.premises.decree.severities.empty()) {
      ui::SeverityBars(scene.frame, {x, y + scene.U(10)}, GradeLevel(scene, one.severity), false);
      x += ui::SeverityBarsWidth(scene.frame) + scene.U(8);
      const std::string grade = one.ground == Ground::kNotRegulated
                                    ? scene.Say(TextId::kDeskGradeUnregulated)
                                    : GradeName(scene, one.severity);
      Words(scene, {x, y, at.width, scene.U(20)}, grade, TextStyle::kDeskText, scene.Colors().ink3);
      y += scene.U(24);
    }
    y += Paragraph(scene, {at.x, y, at.width, 0}, one.explanation.In(scene.Language()),
                   TextStyle::kDeskCaption, scene.Colors().ink2) +
         scene.U(8);
  }
  if (!any) {
    y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskCaseMachineNone),
                   TextStyle::kDeskText, scene.Colors().ink3) +
         scene.U(8);
    return y;
  }
  const std::string names = RemedyNames(scene, ProposeRemedies(scene.premises.decree, proposal));
  y += Paragraph(scene, {at.x, y, at.width, 0},
                 scene.texts.Format(TextId::kDeskCaseIfGranted, {{"remedies", names}}),
                 TextStyle::kDeskText, scene.Colors().ink);
  return y + scene.U(14);
}

void DrawPreview(Scene& scene, const Rect& rect, const Inbox& inbox) {
  scene.frame.Fill(rect, scene.Colors().surface);
  if (!inbox.previewed) return;
  const OpenCase& open = *inbox.previewed;
  const Column at{rect.x + scene.U(20), rect.w - scene.U(40)};
  ScrollArea area(scene, Pane::kPreview, rect);
  float y = area.Top() + scene.U(16);
  float right = 0;
  if (!open.due.empty()) {
    const DueDate& due = open.due.front();
    const int days = DaysUntil(scene, due.day);
    const std::string words = scene.texts.Format(
        TextId::kDeskCaseDueNext,
        {{"duty", scene.texts.ByKey(due.duty)}, {"when", DaysLeft(scene, due.day)}});
    right = scene.U(210);
    const float x = at.x + at.width - right;
    Words(scene, {x, y, right, scene.U(22)}, words, TextStyle::kDeskTextStrong,
          days < 0    ? scene.Colors().red
          : days == 0 ? scene.Colors().amber
                      : scene.Colors().ink2,
          ui::Align::kRight);
    Words(scene, {x, y + scene.U(24), right, scene.U(18)}, due.cite, TextStyle::kDeskCaption,
          scene.Colors().ink3, ui::Align::kRight);
  }
  Words(scene, {at.x, y, at.width - right - scene.U(8), scene.U(24)},
        ServiceName(scene, open.file.service), TextStyle::kDeskTitle, scene.Colors().ink);
  const std::string from = scene.texts.Format(
      TextId::kDeskCaseReceived,
      {{"kiosk", KioskName(scene, open.file.kiosk)}, {"t", WhenReceived(scene, open.file)}});
  Words(scene, {at.x, y + scene.U(26), at.width - right - scene.U(8), scene.U(20)},
        open.code + "  " + from, TextStyle::kDeskCaption, scene.Colors().ink2);
  y = DrawButtons(scene, at, y + scene.U(58), open);
  const auto rule = [&] {
    ui::Rule(scene.frame, rect.x, y, rect.w);
    y += scene.U(14);
  };
  rule();
  y = DrawWords(scene, at, y, open);
  rule();
  const bool two = rect.w >= scene.U(700);
  if (two) {
    const float half = (at.width - scene.U(24)) / 2;
    const float left = DrawFactPairs(scene, {at.x, half}, y, open);
    const float other = DrawProposal(scene, {at.x + half + scene.U(24), half}, y, open);
    y = std::max(left, other);
  } else {
    y = DrawFactPairs(scene, at, y, open);
    y = DrawProposal(scene, at, y, open);
  }
  rule();
  y = DrawHistory(scene, at, y, open);
  area.End(y);
}

}  // namespace tanggap::desk
