// Settling a conflict: the fork in the history, and the right column's choices with their reason.
#include <algorithm>
#include <cmath>
#include <string>

#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/screens/conflict.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

// The grades that a side found, and what it gives the visitor.
std::string GradesOf(const Scene& scene, const Classification& side) {
  std::string words;
  for (const Finding& finding : side.findings) {
    if (!words.empty()) words += ", ";
    words += finding.severity ? GradeName(scene, finding.severity)
                              : scene.Say(TextId::kDeskGradeUnregulated);
  }
  return words;
}

std::string GivesWords(const Scene& scene, const OpenCase& open, std::size_t side) {
  std::vector<RemedyItem> theirs;
  for (const RemedyItem& item : GivenBy(scene.premises, open, side, scene.state.now)) {
    if (item.beneficiary == Beneficiary::kComplainant && !item.outside_matrix)
      theirs.push_back(item);
  }
  return scene.texts.Format(TextId::kDeskConflictGives,
                            {{"remedies", theirs.empty() ? scene.Say(TextId::kDeskConflictNone)
                                                         : RemedyNames(scene, theirs)}});
}

// One choice: a frame with its key, what it says, and what it gives, both whole.
float DrawSide(Scene& scene, const Column& at, float y, std::size_t index, const std::string& word,
               const std::string& second, bool chosen) {
  const float inset = scene.U(46);
  const float width = at.width - inset - scene.U(12);
  const float first = ui::MeasureText(scene.frame, word, TextStyle::kDeskTextStrong, width).height;
  const float below = ui::MeasureText(scene.frame, second, TextStyle::kDeskCaption, width).height;
  const Rect rect{at.x, y, at.width, std::ceil(first + below) + scene.U(24)};
  const std::string id = "side." + std::to_string(index + 1);
  if (ui::PlainRow(scene.frame, id.c_str(), rect, false, true)) scene.Want(ChooseSide{index});
  if (chosen) scene.frame.Fill(rect, scene.Colors().select, scene.U(4));
  scene.frame.Outline(rect, chosen ? scene.Colors().accent : scene.Colors().line_strong,
                      chosen ? scene.U(2) : scene.U(1), scene.U(4));
  ui::KeyCap(scene.frame, {rect.x + scene.U(12), rect.y + scene.U(12) + (first / 2)},
             std::to_string(index + 1));
  float down = rect.y + scene.U(11);
  down += Paragraph(scene, {rect.x + inset, down, width, 0}, word, TextStyle::kDeskTextStrong,
                    scene.Colors().ink) +
          scene.U(2);
  Paragraph(scene, {rect.x + inset, down, width, 0}, second, TextStyle::kDeskCaption,
            scene.Colors().ink2);
  return rect.Bottom() + scene.U(8);
}

float DrawSides(Scene& scene, const Column& at, float y, const OpenCase& open,
                const ResolveDraft& draft) {
  const std::size_t sides = SidesOf(open.file);
  if (sides == 0)
    return DrawSide(scene, at, y, 0, scene.Say(TextId::kDeskConflictKeep),
                    scene.Say(TextId::kDeskConflictKeepHint), true);
  for (std::size_t i = 0; i < sides; ++i) {
    const std::string word = scene.texts.Format(
        TextId::kDeskConflictUse,
        {{"side", SideName(i)}, {"grade", GradesOf(scene, open.file.standing[i])}});
    y = DrawSide(scene, at, y, i, word, GivesWords(scene, open, i), draft.choice == i);
  }
  return DrawSide(scene, at, y, sides, scene.Say(TextId::kDeskConflictAnew),
                  scene.Say(TextId::kDeskConflictAnewHint), draft.choice == sides);
}

// Who else at this desk may, for those who may not.
float DrawOthersMay(Scene& scene, const Column& at, float y, const OpenCase& open) {
  std::string who;
  for (const Person& person : scene.state.people) {
    State other = scene.state;
    other.person = person;
    if (!WhyNotResolve(other, open).empty()) continue;
    if (!who.empty()) who += ", ";
    who += person.name + " (" + RoleName(scene, person.role) + ")";
  }
  const std::string words = who.empty()
                                ? scene.Say(TextId::kDeskConflictNobody)
                                : scene.texts.Format(TextId::kDeskConflictOthers, {{"who", who}});
  y +=
      Paragraph(scene, {at.x, y, at.width, 0}, words, TextStyle::kDeskReading, scene.Colors().ink) +
      scene.U(8);
  const std::string why = WhyNotResolve(scene.state, open);
  if (!why.empty())
    y += Paragraph(scene, {at.x, y, at.width, 0}, scene.texts.ByKey(why), TextStyle::kDeskCaption,
                   scene.Colors().amber) +
         scene.U(8);
  return y;
}

std::string SettleWord(const Scene& scene, const OpenCase& open, const ResolveDraft& draft) {
  const std::size_t sides = SidesOf(open.file);
  if (sides == 0) return scene.Say(TextId::kDeskConflictSettle);
  if (draft.choice >= sides) return scene.Say(TextId::kDeskConflictAnew);
  return scene.texts.Format(TextId::kDeskConflictSettleWith, {{"side", SideName(draft.choice)}});
}

float DrawAfter(Scene& scene, const Column& at, float y, const OpenCase& open,
                const ResolveDraft& draft) {
  const bool lower = LowersBy(scene.premises, open, draft.choice);
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskConflictAfter));
  return y +
         Paragraph(
             scene, {at.x, y, at.width, 0},
             scene.Say(lower ? TextId::kDeskConflictAfterLower : TextId::kDeskConflictAfterKeep),
             TextStyle::kDeskText, lower ? scene.Colors().amber : scene.Colors().ink2) +
         scene.U(14);
}

}  // namespace

float DrawResolving(Scene& scene, const Column& at, float y, const CaseWork& work) {
  const OpenCase& open = work.open;
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskConflictSettle));
  if (!Resolving(scene.state, work)) return DrawOthersMay(scene, at, y, open);
  const ResolveDraft draft =
      CurrentDrafts(scene.state).resolve.value_or(StartResolving(scene.premises, open));
  y = DrawSides(scene, at, y, open, draft) + scene.U(6);
  const bool anew = SidesOf(open.file) > 0 && draft.choice >= SidesOf(open.file);
  if (!anew) {
    y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskConflictReason),
                scene.Say(TextId::kDeskConflictReasonNeed));
    ui::InputLook field;
    field.placeholder = scene.Say(TextId::kDeskConflictReasonHint);
    field.multi_line = true;
    TextField(scene, "resolve-reason", {at.x, y, at.width, scene.U(82)}, Field::kResolve, 0,
              draft.reason, field);
    y += scene.U(92);
  }
  const auto missing = MissingToResolve(scene.premises, scene.state, open, draft);
  const std::string word = SettleWord(scene, open, draft);
  ui::DeskButtonLook look;
  look.word = word;
  look.keys = "Ctrl Enter";
  look.primary = true;
  look.enabled = !missing && scene.state.saving != Saving::kSaving;
  if (ui::DeskButton(scene.frame, "next", {at.x, y, at.width, scene.U(40)}, look) && look.enabled)
    scene.Want(SaveResolution{});
  y += scene.U(48);
  if (missing)
    y += Paragraph(scene, {at.x, y, at.width, 0}, scene.texts.ByKey(*missing),
                   TextStyle::kDeskCaption, scene.Colors().amber) +
         scene.U(8);
  if (!anew) y = DrawAfter(scene, at, y + scene.U(4), open, draft);
  return y;
}

float DrawFork(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const std::size_t sides = std::min<std::size_t>(SidesOf(open.file), 2);
  if (sides < 2) return y;
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskConflictSequence));
  const ui::DeskTheme& t = scene.Colors();
  const float half = at.width / 2;
  const auto entry = [&](float x, float top, const std::string& what, const std::string& detail) {
    float h = Paragraph(scene, {x + scene.U(20), top - scene.U(9), half - scene.U(24), 0}, what,
                        TextStyle::kDeskTextStrong, t.ink);
    h += Paragraph(scene, {x + scene.U(20), top - scene.U(9) + h, half - scene.U(24), 0}, detail,
                   TextStyle::kDeskCaption, t.ink2);
    return h;
  };
  const float trunk = at.x + scene.U(7);
  const float branch = at.x + half + scene.U(7);
  const float received = y + scene.U(9);
  const float split = received + scene.U(46);
  const float judged = split + scene.U(34);
  Words(scene, {at.x + scene.U(20), received - scene.U(10), at.width - scene.U(20), scene.U(20)},
        scene.texts.Format(TextId::kDeskConflictReceived,
                           {{"kiosk", KioskName(scene, open.file.kiosk)}}),
        TextStyle::kDeskTextStrong, t.ink);
  Words(scene, {at.x + scene.U(20), received + scene.U(9), at.width - scene.U(20), scene.U(18)},
        WhenReceived(scene, open.file), TextStyle::kDeskCaption, t.ink2);
  float tall = 0;
  for (std::size_t i = 0; i < sides; ++i) {
    const Classification& side = open.file.standing[i];
    const std::string what =
        scene.texts.Format(TextId::kDeskConflictAssessment, {{"side", SideName(i)}});
    tall = std::max(tall, entry(i == 0 ? at.x : at.x + half, judged, what,
                                PersonName(scene, side.by) + "\n" + DayAndTime(scene, side.at)));
  }
  const float met = judged + tall + scene.U(36);
  scene.frame.Line({trunk, received}, {trunk, met}, t.line_strong, scene.U(1.5F));
  scene.frame.Line({trunk, split - scene.U(6)}, {branch, split + scene.U(8)}, t.line_strong,
                   scene.U(1.5F));
  scene.frame.Line({branch, split + scene.U(8)}, {branch, met - scene.U(36)}, t.line_strong,
                   scene.U(1.5F));
  scene.frame.Line({branch, met - scene.U(36)}, {trunk, met - scene.U(20)}, t.line_strong,
                   scene.U(1.5F));
  scene.frame.Disc({trunk, received}, scene.U(4.5F), t.slate);
  scene.frame.Disc({trunk, judged}, scene.U(5), t.accent);
  scene.frame.Disc({branch, judged}, scene.U(5), t.accent);
  scene.frame.Disc({trunk, met}, scene.U(6), t.surface);
  scene.frame.Circle({trunk, met}, scene.U(6), t.amber, scene.U(2));
  const float h = entry(at.x, met, scene.Say(TextId::kDeskConflictMet),
                        scene.Say(TextId::kDeskConflictMetHint));
  y = met + h + scene.U(6);
  y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskConflictApart),
                 TextStyle::kDeskCaption, t.ink3);
  return y + scene.U(14);
}

}  // namespace tanggap::desk
