// The inbox's preview of the selected case: words, facts, the engine's proposal, history.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/screens/sum.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

// The one filled control is what the case needs next.
std::optional<Duty> NextDuty(const Scene& scene, const OpenCase& open) {
  if (WhyNotResolve(scene.state, open).empty()) return std::nullopt;
  if (AnswerFirst(scene.premises, open, scene.state.now) &&
      WhyNotBegin(scene.state, open, Duty::kRespond).empty())
    return Duty::kRespond;
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
  // A conflict is settled in the case itself.
  if (WhyNotResolve(scene.state, open).empty()) {
    ui::DeskButtonLook look;
    look.word = scene.Say(TextId::kDeskConflictSettle);
    look.keys = "Enter";
    look.primary = true;
    const float width = ui::DeskButtonWidth(scene.frame, look);
    if (ui::DeskButton(scene.frame, "settle", {x, y, width, scene.U(34)}, look))
      scene.Want(OpenSelected{});
    x += width + scene.U(8);
  }
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

const DecreeCell* CellOf(const Scene& scene, const Assessment& one) {
  if (!one.severity) return nullptr;
  const auto& cells = scene.premises.decree.cells;
  const auto found = std::ranges::find_if(cells, [&](const DecreeCell& cell) {
    return cell.aspect == one.aspect && cell.severity == *one.severity;
  });
  return found == cells.end() ? nullptr : &*found;
}

// Aspect, hollow grade, the decree's own words and where they stand.
float DrawOpinion(Scene& scene, const Column& at, float y, const OpenCase& open,
                  const Assessment& one) {
  const std::string aspect = AspectTitle(scene, one.aspect);
  float width = ui::TextWidth(scene.frame, aspect, TextStyle::kDeskTextStrong) + 2;
  const bool grades = !scene.premises.decree.severities.empty();
  const bool beside = width + scene.U(grades ? 130 : 0) <= at.width;
  if (beside) {
    Words(scene, {at.x, y, width, scene.U(20)}, aspect, TextStyle::kDeskTextStrong,
          scene.Colors().ink);
  } else {
    // A long title stands whole, its grade below it.
    y += Paragraph(scene, {at.x, y, at.width, 0}, aspect, TextStyle::kDeskTextStrong,
                   scene.Colors().ink);
    width = 0;
  }
  if (grades) {
    float x = at.x + width + (beside ? scene.U(14) : 0);
    const bool silent = one.ground == Ground::kNotRegulated;
    if (silent) {
      ui::SeverityHatch(scene.frame, {x, y + scene.U(10)});
    } else {
      ui::SeverityBars(scene.frame, {x, y + scene.U(10)}, GradeLevel(scene, one.severity), false);
    }
    x += ui::SeverityBarsWidth(scene.frame) + scene.U(7);
    const std::string grade =
        silent ? scene.Say(TextId::kDeskGradeUnregulated) : GradeName(scene, one.severity);
    Words(scene, {x, y, at.x + at.width - x, scene.U(20)}, grade, TextStyle::kDeskText,
          scene.Colors().ink3);
  }
  y += scene.U(beside || grades ? 24 : 4);
  const DecreeCell* cell = CellOf(scene, one);
  const DecreeAspect* known = scene.premises.decree.Find(one.aspect);
  const auto sum = RunningSum(scene.premises, open, scene.state.now);
  // The reason in one line; the whole explanation only where there is none to give.
  const std::string because(one.reason.In(scene.Language()));
  const std::string words = cell != nullptr   ? cell->condition
                            : because.empty() ? std::string(one.explanation.In(scene.Language()))
                                              : because;
  y += Paragraph(scene, {at.x, y, at.width, 0}, words,
                 cell != nullptr ? TextStyle::kDeskText : TextStyle::kDeskCaption,
                 scene.Colors().ink2) +
       scene.U(2);
  if (known != nullptr && known->time && sum && (cell == nullptr || cell->lateness))
    y += Paragraph(scene, {at.x, y, at.width, 0}, SumLine(scene, *sum), TextStyle::kDeskText,
                   scene.Colors().ink2) +
         scene.U(2);
  if (cell != nullptr)
    y += Paragraph(scene, {at.x, y, at.width, 0}, scene.premises.decree.ConditionCite(*cell),
                   TextStyle::kDeskCaption, scene.Colors().ink3);
  return y + scene.U(12);
}

// How one may reach the complainant, as far as that is no secret.
TextId ContactWord(const OpenCase& open) {
  if (open.file.named) return TextId::kDeskCaseContactNamed;
  return open.has_identity ? TextId::kDeskCaseContactPhone : TextId::kDeskCaseIdentityAnonymous;
}

float DrawPreviewIdentity(Scene& scene, const Column& at, float y, const OpenCase& open) {
  if (!open.has_identity) return y;
  const float label = scene.U(132);
  Words(scene, {at.x, y, label, scene.U(22)}, scene.Say(TextId::kDeskCaseIdentity),
        TextStyle::kDeskText, scene.Colors().ink3);
  float x = at.x + label;
  const auto put = [&](TextId id, ui::Color color) {
    Words(scene, {x, y, at.x + at.width - x, scene.U(22)}, scene.Say(id), TextStyle::kDeskText,
          color);
    x += ui::TextWidth(scene.frame, scene.Say(id), TextStyle::kDeskText) + scene.U(8);
  };
  put(TextId::kDeskCaseIdentityClosed, scene.Colors().ink);
  if (!WhyNotBegin(scene.state, open, Duty::kIdentity).empty()) return y + scene.U(27);
  x += ui::KeyCap(scene.frame, {x, y + scene.U(11)}, "I") + scene.U(8);
  put(TextId::kDeskCaseIdentitySee, scene.Colors().ink2);
  return y + scene.U(27);
}

// What people found, and what was proposed or decided: once somebody judged, the engine is silent.
float DrawJudged(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const CaseFile& file = open.file;
  y = DrawHeldFindings(scene, at, y, open);
  const bool decided = file.decided_at.has_value();
  const std::vector<RemedyItem>& items = decided ? file.decision : file.proposal;
  if (!decided && !file.proposed_at) return y;
  y = Heading(scene, at.x, y, at.width,
              scene.Say(decided ? TextId::kDeskDidDecided : TextId::kDeskRemediesTitle));
  for (const RemedyItem& item : items) {
    y += Paragraph(scene, {at.x, y, at.width, 0}, RemedyName(scene, item.id),
                   TextStyle::kDeskTextStrong, scene.Colors().ink);
    std::string line = item.outside_matrix ? scene.Say(TextId::kDeskRemediesOutside) : item.cite;
    if (decided)
      line = scene.Say(item.granted ? TextId::kDeskDecideGranted : TextId::kDeskDecideRefused) +
             (line.empty() ? "" : " · ") + line;
    y += Paragraph(scene, {at.x, y, at.width, 0}, line, TextStyle::kDeskCaption,
                   scene.Colors().ink3) +
         scene.U(4);
  }
  if (items.empty())
    y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskCommonNone),
                   TextStyle::kDeskText, scene.Colors().ink3);
  return y + scene.U(10);
}

// Whether this comes back: others about the same aspect.
float DrawSimilar(Scene& scene, const Column& at, float y, const OpenCase& open) {
  if (open.file.aspects.empty()) return y;
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskSimilarTitle),
              AspectName(scene, open.file.aspects.front()));
  if (open.similar.empty()) {
    Words(scene, {at.x, y, at.width, scene.U(20)}, scene.Say(TextId::kDeskSimilarNone),
          TextStyle::kDeskText, scene.Colors().ink3);
    return y + scene.U(28);
  }
  const bool grades = !scene.premises.decree.severities.empty();
  for (const SimilarCase& one : open.similar) {
    const Rect row{at.x, y, at.width, scene.U(34)};
    const float code = scene.U(150);
    const float end = scene.U(120);
    const float grade = grades ? scene.U(110) : 0;
    Words(scene, {row.x, row.y, code - scene.U(8), row.h}, one.row.code, TextStyle::kDeskText,
          scene.Colors().ink2);
    const std::string words = OneLine(one.row.words);
    Words(scene, {row.x + code, row.y, row.w - code - grade - end - scene.U(8), row.h},
          words.empty() ? ServiceName(scene, one.row.summary.service) : words, TextStyle::kDeskText,
          scene.Colors().ink);
    if (grades) {
      const float x = row.Right() - end - grade;
      ui::SeverityBars(scene.frame, {x, row.y + (row.h / 2)},
                       GradeLevel(scene, one.row.summary.severity), one.row.summary.assessed);
      const float used = ui::SeverityBarsWidth(scene.frame) + scene.U(7);
      Words(scene, {x + used, row.y, grade - used, row.h}, GradeOf(scene, one.row.summary),
            TextStyle::kDeskText,
            one.row.summary.assessed ? scene.Colors().ink : scene.Colors().ink3);
    }
    const std::string state =
        one.closed_at ? scene.texts.Format(
                            TextId::kDeskSimilarClosed,
                            {{"d", NearDay(scene, LocalDay(*one.closed_at, scene.OfficeZone()))}})
                      : scene.Say(TextId::kDeskSimilarOpen);
    Words(scene, row, state, TextStyle::kDeskText, scene.Colors().ink2, ui::Align::kRight);
    y = row.Bottom();
    ui::Rule(scene.frame, row.x, y, row.w);
    y += 1;
  }
  return y + scene.U(14);
}

}  // namespace

float DrawProposal(Scene& scene, const Column& at, float y, const OpenCase& open) {
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskCaseMachine));
  const std::vector<Assessment> proposal = Proposal(scene.premises, open, scene.state.now);
  for (const Assessment& one : proposal)
    y = DrawOpinion(scene, at, y, open, one);
  if (proposal.empty()) {
    y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskCaseMachineNone),
                   TextStyle::kDeskText, scene.Colors().ink3) +
         scene.U(8);
    return y;
  }
  const std::vector<RemedyItem> remedies = ProposeRemedies(scene.premises.decree, proposal);
  if (remedies.empty()) return y;
  Words(scene, {at.x, y, at.width, scene.U(20)}, scene.Say(TextId::kDeskCaseGrantedGives),
        TextStyle::kDeskText, scene.Colors().ink);
  y += scene.U(22);
  for (const RemedyItem& item : remedies) {
    y += Paragraph(scene, {at.x, y, at.width, 0}, RemedyName(scene, item.id),
                   TextStyle::kDeskTextStrong, scene.Colors().ink);
    const std::string& group =
        scene.Say(item.beneficiary == Beneficiary::kComplainant ? TextId::kDeskRemediesToComplainant
                  : item.beneficiary == Beneficiary::kOfficer   ? TextId::kDeskRemediesToOfficer
                                                                : TextId::kDeskRemediesToUnit);
    y += Paragraph(scene, {at.x, y, at.width, 0},
                   item.cite.empty() ? group : group + " · " + item.cite, TextStyle::kDeskCaption,
                   scene.Colors().ink3) +
         scene.U(4);
    const DecreeRemedy* remedy = scene.premises.decree.Find(item.id);
    const bool unreachable = remedy != nullptr && remedy->needs_phone && !open.has_identity;
    if (unreachable)
      y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskDecideWarnPhone),
                     TextStyle::kDeskCaption, scene.Colors().amber) +
           scene.U(4);
  }
  return y + scene.U(10);
}

void DrawPreview(Scene& scene, const Rect& rect, const Inbox& inbox) {
  scene.frame.Fill(rect, scene.Colors().surface);
  const Column at{rect.x + scene.U(20), rect.w - scene.U(40)};
  if (!inbox.previewed) {
    const bool flagged =
        inbox.selected < inbox.rows.size() && IsFlagged(inbox.rows[inbox.selected]);
    if ((!inbox.rows.empty() && !flagged) || !inbox.loaded) return;
    Words(scene, {at.x, rect.y + scene.U(16), at.width, scene.U(22)},
          scene.Say(flagged ? TextId::kDeskListFlagged : TextId::kDeskListSelect),
          TextStyle::kDeskText, scene.Colors().ink3);
    return;
  }
  const OpenCase& open = *inbox.previewed;
  ScrollArea area(scene, Pane::kPreview, rect);
  float y = area.Top() + scene.U(16);
  float right = 0;
  if (!open.due.empty()) {
    const DueDate& due = open.due.front();
    const int days = DaysUntil(scene, due.day);
    const std::string words = DutyLeft(scene, due);
    right = std::min(at.width * 0.5F,
                     std::max(ui::TextWidth(scene.frame, words, TextStyle::kDeskReadingStrong),
                              ui::TextWidth(scene.frame, due.cite, TextStyle::kDeskCaption)) +
                         2);
    const float x = at.x + at.width - right;
    Words(scene, {x, y, right, scene.U(24)}, words, TextStyle::kDeskReadingStrong,
          days < 0    ? scene.Colors().red
          : days == 0 ? scene.Colors().amber
                      : scene.Colors().ink2,
          ui::Align::kRight);
    Words(scene, {x, y + scene.U(26), right, scene.U(20)}, due.cite, TextStyle::kDeskCaption,
          scene.Colors().ink3, ui::Align::kRight);
  }
  Words(scene, {at.x, y, at.width - right - scene.U(8), scene.U(24)},
        ServiceName(scene, open.file.service), TextStyle::kDeskTitle, scene.Colors().ink);
  const std::string from = scene.texts.Format(
      TextId::kDeskCaseReceived,
      {{"kiosk", KioskName(scene, open.file.kiosk)}, {"t", WhenReceived(scene, open.file)}});
  const std::string& contact = scene.Say(ContactWord(open));
  const std::string line = open.code + (open.code.empty() ? "" : "  ·  ") + from;
  const float room = at.width - right - scene.U(8);
  const auto caption = [&](float down, std::string_view words) {
    Words(scene, {at.x, y + scene.U(down), room, scene.U(20)}, words, TextStyle::kDeskCaption,
          scene.Colors().ink2);
  };
  // Whether there is a name is never what is cut.
  const std::string whole = line + "  ·  " + contact;
  const bool fits = ui::TextWidth(scene.frame, whole, TextStyle::kDeskCaption) <= room;
  caption(26, fits ? whole : open.code);
  if (!fits) caption(44, from + "  ·  " + contact);
  y = DrawButtons(scene, at, y + scene.U(fits ? 58 : 74), open);
  const auto rule = [&] {
    ui::Rule(scene.frame, rect.x, y, rect.w);
    y += scene.U(14);
  };
  rule();
  y = DrawWords(scene, at, y, open);
  rule();
  const bool two = rect.w >= scene.U(700);
  const bool judged = !open.file.findings.empty() || open.file.decided_at;
  if (two) {
    const float half = (at.width - scene.U(32)) / 2;
    float left = DrawFactPairs(scene, {at.x, half}, y, open);
    left = DrawPreviewIdentity(scene, {at.x, half}, left - scene.U(8), open) + scene.U(8);
    const Column beside{at.x + half + scene.U(32), half};
    const float other =
        judged ? DrawJudged(scene, beside, y, open) : DrawProposal(scene, beside, y, open);
    y = std::max(left, other);
  } else {
    y = DrawFactPairs(scene, at, y, open);
    y = DrawPreviewIdentity(scene, at, y - scene.U(8), open) + scene.U(8);
    y = judged ? DrawJudged(scene, at, y, open) : DrawProposal(scene, at, y, open);
  }
  rule();
  y = DrawHistory(scene, at, y, open);
  if (two) {
    rule();
    y = DrawSimilar(scene, at, y, open);
  }
  area.End(y);
}

}  // namespace tanggap::desk
