// What whoever works on a case must keep an eye on: its deadlines, and what doesn't fit together.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/screens/screens.h"
#include "desk/screens/sum.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::TextStyle;

// Findings that the sum doesn't bear out: what to do, for whoever assesses and whoever decides.
std::vector<std::string> DoubtsOf(const Scene& scene, const CaseWork& work) {
  const CaseDrafts& drafts = CurrentDrafts(scene.state);
  const bool assessing = work.mode == CaseMode::kAssess && drafts.assess;
  const AssessDraft* draft = assessing ? &*drafts.assess : nullptr;
  const auto sum = assessing ? RunningSum(scene.premises, work.open, scene.state.now)
                             : HeldSum(scene.premises, work.open, scene.state.now);
  std::vector<std::string> doubts;
  for (const Contradiction& one : AgainstSum(scene.premises, work.open, draft, scene.state.now)) {
    const std::string grade =
        one.found ? GradeName(scene, one.found) : scene.Say(TextId::kDeskGradeUnregulated);
    const TextId form = !sum ? (assessing ? TextId::kDeskProofNoSum : TextId::kDeskProofNoSumHead)
                        : assessing ? TextId::kDeskProofDiffers
                                    : TextId::kDeskProofDiffersHead;
    doubts.push_back(scene.texts.Format(
        form, {{"t", sum ? Amount(scene, sum->lateness.late, sum->lateness.unit) : ""},
               {"band", sum ? BandOf(scene, sum->lateness) : ""},
               {"grade", grade},
               {"reason", OneLine(one.reason)}}));
  }
  return doubts;
}

// The finding was made on other times than those that stand now: to whoever decides on it.
std::string TimesMovedWords(const Scene& scene, const CaseWork& work) {
  if (work.mode == CaseMode::kAssess) return "";  // being found anew, on the present times
  const auto moved = TimesMovedSince(scene.premises, work.open);
  if (!moved) return "";
  const auto words = [&](const std::optional<CaseSum>& sum) {
    return sum ? "d = " + Amount(scene, sum->lateness.late, sum->lateness.unit)
               : scene.Say(TextId::kDeskProofTimesUnknown);
  };
  std::string said =
      scene.texts.Format(TextId::kDeskProofTimesMoved,
                         {{"before", words(moved->judged_on)}, {"now", words(moved->present)}});
  if (work.mode == CaseMode::kDecide)
    return said + " " + scene.Say(TextId::kDeskProofTimesMovedReturn);
  const CaseStage stage = work.open.file.stage;
  if (stage == CaseStage::kAssessed || stage == CaseStage::kProposed)
    said += " " + scene.Say(TextId::kDeskProofTimesMovedAgain);
  return said;
}

}  // namespace

float DrawDeadlines(Scene& scene, const Column& at, float y, const OpenCase& open) {
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskCaseDeadlines));
  if (open.due.empty()) {
    Words(scene, {at.x, y, at.width, scene.U(20)}, scene.Say(TextId::kDeskCaseDeadlinesNone),
          TextStyle::kDeskText, scene.Colors().ink3);
    return y + scene.U(30);
  }
  for (const DueDate& due : open.due) {
    const int days = DaysUntil(scene, due.day);
    const std::string name = Capital(scene.texts.ByKey(due.duty));
    const float right = scene.U(110);
    Words(scene, {at.x, y, at.width - right, scene.U(20)}, name, TextStyle::kDeskTextMedium,
          scene.Colors().ink);
    Words(scene, {at.x + at.width - right, y, right, scene.U(20)}, PlainDay(due.day, scene.texts),
          TextStyle::kDeskText, scene.Colors().ink, ui::Align::kRight);
    const float cite_h = Paragraph(scene, {at.x, y + scene.U(20), at.width - scene.U(76), 0},
                                   due.cite, TextStyle::kDeskCaption, scene.Colors().ink3);
    Words(scene, {at.x + at.width - right, y + scene.U(20), right, scene.U(18)},
          DaysLeft(scene, due.day), TextStyle::kDeskCaption,
          days < 0    ? scene.Colors().red
          : days == 0 ? scene.Colors().amber
                      : scene.Colors().ink3,
          ui::Align::kRight);
    y += scene.U(20) + cite_h;
    const std::string basis = DueBasis(scene, due);
    if (!basis.empty())
      y += Paragraph(scene, {at.x, y, due.cite.empty() ? at.width - right : at.width, 0}, basis,
                     TextStyle::kDeskCaption, scene.Colors().ink3);
    y += scene.U(due.cite.empty() && basis.empty() ? 22 : 6);
    ui::Rule(scene.frame, at.x, y, at.width);
    y += scene.U(7);
  }
  return y + scene.U(4);
}

// The visitor's own word for a time that an officer has to declare.
bool OnVisitorsWord(const Scene& scene, const OpenCase& open) {
  const auto sum = HeldSum(scene.premises, open, scene.state.now);
  return sum && sum->from_note.by.Empty() && sum->from_note.record != RecordId{};
}
float DrawChecks(Scene& scene, const Column& at, float y, const CaseWork& work) {
  const OpenCase& open = work.open;
  const CaseFile& file = open.file;
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskCaseChecks));
  const auto say = [&](ui::Mark mark, const std::string& words) {
    ui::MarkSign(scene.frame, {at.x + scene.U(8), y + scene.U(10)}, mark);
    const float h = Paragraph(scene, {at.x + scene.U(26), y, at.width - scene.U(26), 0}, words,
                              TextStyle::kDeskText, scene.Colors().ink2);
    y += std::max(h, scene.U(20)) + scene.U(6);
  };
  const auto check = [&](ui::Mark mark, TextId words) { say(mark, scene.Say(words)); };
  // What speaks against a decision comes before what is in order.
  for (const std::string& doubt : DoubtsOf(scene, work))
    say(ui::Mark::kWarning, doubt);
  if (const std::string moved = TimesMovedWords(scene, work); !moved.empty())
    say(ui::Mark::kWarning, moved);
  if (OnVisitorsWord(scene, open))
    check(ui::Mark::kWarning, scene.premises.decree.lateness_unit == LatenessUnit::kHours
                                  ? TextId::kDeskProofByVisitorHours
                                  : TextId::kDeskProofByVisitor);
  const bool levy = std::ranges::any_of(file.aspects, [&](const AspectId& id) {
    const DecreeAspect* aspect = scene.premises.decree.Find(id);
    return aspect != nullptr && aspect->flag;
  });
  if (levy) check(ui::Mark::kWarning, TextId::kDeskMatrixFlagLevy);
  const bool written = !file.story.empty() || !file.phrases.empty() || !file.aspects.empty();
  check(written ? ui::Mark::kTick : ui::Mark::kWarning,
        written ? TextId::kDeskCheckWritten : TextId::kDeskCheckWrittenNot);
  const bool you = scene.state.person && file.officer_concerned &&
                   *file.officer_concerned == scene.state.person->id;
  if (file.about_conduct && !file.officer_concerned && file.counter_concerned.empty()) {
    check(ui::Mark::kWarning, TextId::kDeskCheckConcernOpen);
  } else {
    check(you ? ui::Mark::kWarning : ui::Mark::kTick,
          you ? TextId::kDeskCheckYou : TextId::kDeskCheckNotYou);
  }
  if (file.refer) check(ui::Mark::kWarning, TextId::kDeskCheckRefer);
  if (const auto sum = SumOf(scene.premises, open, scene.state.now); sum && sum->estimate)
    check(ui::Mark::kWarning, TextId::kDeskCheckLateEstimate);
  return y + scene.U(6);
}

}  // namespace tanggap::desk
