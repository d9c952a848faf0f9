// Deciding line by line, grouped by who receives it, with an answer to each thing asked for.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/screens/remedy_groups.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

// Several citations of one remedy, each on its own line.
std::vector<std::string> CitesOf(const std::string& cite) {
  std::vector<std::string> cites;
  std::size_t from = 0;
  while (from < cite.size()) {
    const std::size_t to = std::min(cite.find("; ", from), cite.size());
    cites.push_back(cite.substr(from, to - from));
    from = to + 2;
  }
  return cites;
}

constexpr std::array<TextId, 5> kRefusalWords{
    TextId::kDeskRefusalNotProven, TextId::kDeskRefusalToStandard, TextId::kDeskRefusalOutOfScope,
    TextId::kDeskRefusalWithdrawn, TextId::kDeskRefusalDeviates};

// One half of "grant or refuse": the chosen one is tinted and ticked.
bool Segment(Scene& scene, const char* id, const Rect& rect, std::string_view word, bool chosen,
             ui::Tone tone) {
  const ui::Press press = scene.frame.Pressable(id, rect, ui::TargetKind::kDesk);
  const ui::Color ink = chosen ? ui::ToneInk(scene.frame, tone) : scene.Colors().ink2;
  if (chosen) {
    scene.frame.Fill(rect, ui::ToneSoft(scene.frame, tone));
  } else if (press.hover || press.down) {
    scene.frame.Fill(rect, scene.Colors().hover);
  }
  scene.frame.Outline(rect, chosen ? ink : scene.Colors().line_strong, chosen ? scene.U(2) : 1);
  const TextStyle style = chosen ? TextStyle::kDeskTextStrong : TextStyle::kDeskText;
  const float sign = chosen ? scene.U(18) : 0;
  const float width = sign + ui::TextWidth(scene.frame, word, style);
  const float x = rect.x + ((rect.w - width) / 2);
  const float side = scene.U(12);
  if (chosen)  // in the tone's own colour: red is for what is overdue or grave
    scene.frame.Icon(tone == ui::Tone::kGreen ? "cek" : "batal",
                     {x, std::round(rect.y + ((rect.h - side) / 2)), side, side}, ink,
                     ui::kTransparent, ui::kTransparent);
  Words(scene, {x + sign, rect.y, rect.Right() - x - sign, rect.h}, word, style, ink);
  return press.tapped;
}

// Where a line's name, citation and choice stand.
struct LinePlan {
  float x = 0;
  float name_w = 0;
  float cite_w = 0;
  float choice_w = 0;
};
LinePlan LinePlanFor(const Scene& scene, const Column& at) {
  LinePlan plan;
  plan.choice_w = scene.U(184);
  plan.cite_w = std::min(scene.U(280), at.width * 0.3F);
  plan.name_w = at.width - plan.choice_w - plan.cite_w - scene.U(64);
  plan.x = at.x + scene.U(34);
  return plan;
}

float DrawLineHeads(Scene& scene, const Column& at, float y) {
  const LinePlan plan = LinePlanFor(scene, at);
  const float h = scene.U(26);
  ui::ColumnHead(scene.frame, {plan.x, y, plan.name_w, h},
                 scene.Say(TextId::kDeskDecideHeadRemedy));
  ui::ColumnHead(scene.frame, {plan.x + plan.name_w + scene.U(8), y, plan.cite_w, h},
                 scene.Say(TextId::kDeskDecideHeadCite));
  ui::ColumnHead(scene.frame, {at.x + at.width - plan.choice_w, y, plan.choice_w, h},
                 scene.Say(TextId::kDeskDecideHeadVerdict));
  ui::Rule(scene.frame, at.x, y + h, at.width);
  return y + h + 1;
}

float DrawLineOf(Scene& scene, const Column& at, float y, std::size_t index, const RemedyItem& item,
                 bool selected) {
  const bool officer = item.beneficiary == Beneficiary::kOfficer;
  const auto [x, name_w, cite_w, choice_w] = LinePlanFor(scene, at);
  const std::vector<std::string> cites = CitesOf(item.cite);
  const DecreeRemedy* remedy = scene.premises.decree.Find(item.id);
  const std::string verbatim =
      remedy == nullptr || remedy->verbatim.empty()
          ? ""
          : scene.texts.Format(TextId::kDeskRemediesVerbatim, {{"words", remedy->verbatim}});
  std::vector<std::pair<std::string, ui::Color>> below;
  if (!verbatim.empty()) below.emplace_back(verbatim, scene.Colors().ink3);
  if (item.outside_matrix)
    below.emplace_back(scene.Say(TextId::kDeskRemediesOutside), scene.Colors().amber);
  if (officer)
    below.emplace_back(scene.Say(TextId::kDeskRemediesRestricted), scene.Colors().violet);
  if (cites.size() > 1)
    below.emplace_back(
        scene.texts.Format(TextId::kDeskRemediesMerged, {{"n", std::to_string(cites.size())}}),
        scene.Colors().ink3);
  const auto fits = [&](std::string_view words, ui::TextStyle style, float width) {
    return ui::MeasureText(scene.frame, words, style, width).height;
  };
  float left = fits(RemedyName(scene, item.id), TextStyle::kDeskTextStrong, name_w);
  for (const auto& [words, ink] : below)
    left += fits(words, TextStyle::kDeskCaption, name_w) + scene.U(2);
  float right = 0;
  for (const std::string& cite : cites)
    right += fits(cite, TextStyle::kDeskCaptionMedium, cite_w) + scene.U(2);
  const float h = std::ceil(std::max({scene.U(54), left + scene.U(20), right + scene.U(20)}));
  const Rect row{at.x, y, at.width, h};
  if (selected) {
    if (index > 0 && scene.area != nullptr) scene.area->Follow(row);
    scene.frame.Fill(row, scene.Colors().select);
    scene.frame.Fill({row.x, row.y, scene.U(3), h}, scene.Colors().accent);
  }
  Words(scene, {at.x + scene.U(8), y + scene.U(9), scene.U(22), scene.U(20)},
        std::to_string(index + 1), TextStyle::kDeskCaption, scene.Colors().ink3);
  float down = y + scene.U(10);
  down +=
      Paragraph(scene, {x, down, name_w, 0}, RemedyName(scene, item.id), TextStyle::kDeskTextStrong,
                officer ? scene.Colors().violet : scene.Colors().ink) +
      scene.U(2);
  for (const auto& [words, ink] : below)
    down +=
        Paragraph(scene, {x, down, name_w, 0}, words, TextStyle::kDeskCaption, ink) + scene.U(2);
  down = y + scene.U(10);
  for (const std::string& cite : cites)
    down += Paragraph(scene, {x + name_w + scene.U(8), down, cite_w, 0}, cite,
                      TextStyle::kDeskCaptionMedium, scene.Colors().accent) +
            scene.U(2);
  const float cx = at.x + at.width - choice_w;
  const std::string grant = "grant." + std::to_string(index);
  const std::string refuse = "refuse." + std::to_string(index);
  if (Segment(scene, grant.c_str(), {cx, y + scene.U(10), choice_w / 2, scene.U(34)},
              scene.Say(TextId::kDeskDecideGrant), item.granted, ui::Tone::kGreen))
    scene.Want(ToggleGrant{index, true});
  if (Segment(scene, refuse.c_str(),
              {cx + (choice_w / 2), y + scene.U(10), choice_w / 2, scene.U(34)},
              scene.Say(TextId::kDeskDecideRefuse), !item.granted, ui::Tone::kAmber))
    scene.Want(ToggleGrant{index, false});
  ui::Rule(scene.frame, at.x, y + h, at.width);
  return y + h + 1;
}

float DrawRefusal(Scene& scene, const Column& at, float y, const DecideDraft& draft) {
  const OpenCase* open = CurrentCase(scene.state);
  const bool may_second =
      open != nullptr && !WhoMaySecond(scene.state, open->file, RecordType::kDecided).empty();
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskDecideCodes));
  for (std::size_t i = 0; i < kRefusals.size(); ++i) {
    const bool second = kRefusals[i] == "deviates";
    const std::string key = std::to_string(i + 1);
    ui::ChoiceLook look;
    look.word = scene.Say(kRefusalWords[i]);
    if (second) look.second = scene.Say(TextId::kDeskDecideNeedsSecond);
    look.key = key;
    look.chosen = draft.code == kRefusals[i];
    look.enabled = !second || may_second;
    const std::string id = "code." + std::string(kRefusals[i]);
    if (ui::Choice(scene.frame, id.c_str(), {at.x, y, at.width, scene.U(32)}, look) && look.enabled)
      scene.Want(ChooseRefusal{std::string(kRefusals[i])});
    y += scene.U(36);
  }
  return y + scene.U(8);
}

// What whoever decides must know first: dates, budget, what delivery will need.
float DrawAttention(Scene& scene, const Column& at, float y, const OpenCase& open,
                    const DecideDraft& draft) {
  std::vector<std::string> warnings;
  for (const DueDate& due : open.due) {
    // Amber is for today and what is nearly due; the rest stands among the deadlines.
    if (due.visitors || DaysUntil(scene, due.day) > 3) continue;
    warnings.push_back(scene.texts.Format(TextId::kDeskDecideWarnDue,
                                          {{"duty", Capital(scene.texts.ByKey(due.duty))},
                                           {"day", NearDay(scene, due.day)},
                                           {"left", DaysLeft(scene, due.day)}}));
  }
  if (open.file.refer) warnings.push_back(scene.Say(TextId::kDeskCheckRefer));
  const int year = static_cast<int>(LocalDay(scene.state.now, scene.OfficeZone()).year());
  const int budget = scene.premises.decree.budget_year;
  if (budget != 0 && budget != year)
    warnings.push_back(
        scene.texts.Format(TextId::kDeskDecideWarnBudget,
                           {{"year", std::to_string(budget)}, {"now", std::to_string(year)}}));
  const auto needs = [&](bool DecreeRemedy::*what) {
    return !open.has_identity && std::ranges::any_of(draft.lines, [&](const RemedyItem& item) {
      const DecreeRemedy* remedy = scene.premises.decree.Find(item.id);
      return item.granted && remedy != nullptr && remedy->*what;
    });
  };
  if (needs(&DecreeRemedy::needs_phone))
    warnings.push_back(scene.Say(TextId::kDeskDecideWarnPhone));
  if (needs(&DecreeRemedy::needs_address))
    warnings.push_back(scene.Say(TextId::kDeskDecideWarnAddress));
  if (warnings.empty()) return y;
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskDecideAttention));
  for (const std::string& warning : warnings) {
    ui::MarkSign(scene.frame, {at.x + scene.U(8), y + scene.U(10)}, ui::Mark::kWarning);
    y += std::max(scene.U(20), Paragraph(scene, {at.x + scene.U(26), y, at.width - scene.U(26), 0},
                                         warning, TextStyle::kDeskText, scene.Colors().ink2)) +
         scene.U(6);
  }
  return y + scene.U(10);
}

// The one remedy that may be added beyond what the decree gives.
float DrawAddition(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const DecideDraft& draft) {
  const bool added = draft.lines.size() > open.file.proposal.size();
  if (!added && !Addition(scene.premises, draft.lines)) return y;
  ui::ChoiceLook look;
  look.word = scene.Say(TextId::kDeskRemediesAdd);
  look.key = "+";
  look.chosen = added;
  look.single = false;
  if (ui::Choice(scene.frame, "add-outside", {at.x, y + scene.U(4), at.width, scene.U(34)}, look))
    scene.Want(AddOutside{});
  return y + scene.U(44);
}

// A line for each thing that the visitor asked for; none may stay without an answer.
float DrawAnswers(Scene& scene, const Column& at, float y, const CaseFile& file,
                  const DecideDraft& draft) {
  const std::size_t count = std::min(file.wishes.size(), draft.answers.size());
  if (count == 0) return y;
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskDecideAnswers),
              scene.Say(TextId::kDeskDecideAnswersNeed));
  const float label = std::min(scene.U(240), at.width * 0.3F);
  for (std::size_t i = 0; i < count; ++i) {
    const float h = scene.U(34);
    Words(scene, {at.x, y, label - scene.U(10), h}, WishWord(scene, file.wishes[i]),
          TextStyle::kDeskTextMedium, scene.Colors().ink);
    ui::DeskButtonLook ready;
    ready.word = scene.Say(TextId::kDeskKeyReady);
    ready.keys = "↓";
    const float width = ui::DeskButtonWidth(scene.frame, ready);
    const std::string id = "answer." + std::to_string(i);
    const float right = at.x + at.width;
    ui::InputLook field;
    field.placeholder = scene.Say(TextId::kDeskDecideAnswerHint);
    TextField(scene, id.c_str(), {at.x + label, y, right - width - scene.U(8) - at.x - label, h},
              Field::kAnswer, i, draft.answers[i], field);
    const std::string button = "ready." + std::to_string(i);
    if (ui::DeskButton(scene.frame, button.c_str(), {right - width, y, width, h}, ready))
      scene.Want(ReadyAnswer{i, 1});
    y += scene.U(42);
  }
  return y + scene.U(10);
}

float DrawTwoPeople(Scene& scene, const Column& at, float y, const OpenCase& open) {
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskDecideTwoPeople));
  const float label = scene.U(124);
  y = Pair(scene, {at.x, y, at.width, 0}, label, scene.Say(TextId::kDeskDecideProposer),
           PersonName(scene, open.file.proposer) + "  " + open.file.proposer.value);
  if (!scene.state.person) return y;
  y = Pair(scene, {at.x, y, at.width, 0}, label, scene.Say(TextId::kDeskDecideDecider),
           scene.state.person->name + "  " + scene.state.person->id.value, true);
  const bool same =
      std::ranges::find(open.file.proposers, scene.state.person->id) != open.file.proposers.end();
  ui::MarkSign(scene.frame, {at.x + scene.U(8), y + scene.U(10)},
               same ? ui::Mark::kWarning : ui::Mark::kTick);
  Words(scene, {at.x + scene.U(24), y, at.width - scene.U(24), scene.U(20)},
        scene.Say(same ? TextId::kDeskDecideSame : TextId::kDeskDecideDifferent),
        TextStyle::kDeskText, same ? scene.Colors().amber : scene.Colors().green);
  return y + scene.U(34);
}

}  // namespace

float DrawDecision(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const DecideDraft& draft) {
  ui::PaneTitle(scene.frame, {at.x, y}, scene.Say(TextId::kDeskRemediesTitle),
                scene.texts.Format(TextId::kDeskRemediesBy,
                                   {{"who", PersonName(scene, open.file.proposer)}}));
  y += scene.U(36);
  if (draft.lines.empty()) {
    Words(scene, {at.x, y, at.width, scene.U(22)}, scene.Say(TextId::kDeskRemediesNone),
          TextStyle::kDeskText, scene.Colors().ink2);
    y += scene.U(34);
  }
  if (!draft.lines.empty()) y = DrawLineHeads(scene, at, y);
  for (const Beneficiary beneficiary : kBeneficiaries) {
    const auto count = std::ranges::count(draft.lines, beneficiary, &RemedyItem::beneficiary);
    y = DrawGroupBand(scene, at, y, scene.Say(GroupTitle(beneficiary, count == 0)));
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
      if (draft.lines[i].beneficiary == beneficiary)
        y = DrawLineOf(scene, at, y, i, draft.lines[i], i == draft.row && !scene.state.focus);
    }
    if (beneficiary == Beneficiary::kComplainant) y = DrawAddition(scene, at, y, open, draft);
  }
  y += scene.U(18);
  const bool refuses =
      std::ranges::any_of(draft.lines, [](const RemedyItem& item) { return !item.granted; });
  const float gap = scene.U(28);
  const float half = (at.width - gap) / 2;
  const float left = DrawTwoPeople(scene, {at.x, half}, y, open);
  float right = DrawAttention(scene, {at.x + half + gap, half}, y, open, draft);
  if (refuses) right = DrawRefusal(scene, {at.x + half + gap, half}, right, draft);
  y = std::max(left, right);
  y = DrawAnswers(scene, at, y, open.file, draft);
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskDecideReason),
              scene.Say(TextId::kDeskDecideReasonNeed));
  ui::InputLook field;
  field.placeholder = scene.Say(TextId::kDeskDecideReasonHint);
  field.multi_line = true;
  TextField(scene, "decision-reason", {at.x, y, at.width, scene.U(82)}, Field::kDecision, 0,
            draft.reason, field);
  y += scene.U(92);
  y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskDecidePermanent),
                 TextStyle::kDeskCaption, scene.Colors().ink3);
  return y + scene.U(16);
}

}  // namespace tanggap::desk
