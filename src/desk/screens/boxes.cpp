// The small boxes over a case: one question each, one filled button, Esc goes back.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/keymap.h"
#include "desk/resolving.h"
#include "desk/screens/box.h"
#include "desk/screens/sum.h"
#include "desk/screens/wording.h"
#include "domain/match.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

constexpr float kWidth = 560;

}  // namespace

Box OpenBox(Scene& scene, std::string_view title, std::string_view hint, float content) {
  const float height = content + 150 + (hint.empty() ? 0.0F : 26.0F);
  const Rect rect =
      scene.frame.Area((scene.frame.Width() - kWidth) / 2,
                       std::max(60.0F, (scene.frame.Height() - height) / 2.4F), kWidth, height);
  ui::Sheet(scene.frame, rect);
  Box box;
  box.at = {rect.x + scene.U(28), rect.w - scene.U(56)};
  box.y = rect.y + scene.U(24);
  Words(scene, {box.at.x, box.y, box.at.width, scene.U(26)}, title, TextStyle::kDeskTitle,
        scene.Colors().ink);
  box.y += scene.U(36);
  if (!hint.empty()) {
    Words(scene, {box.at.x, box.y - scene.U(4), box.at.width, scene.U(20)}, hint,
          TextStyle::kDeskCaption, scene.Colors().ink3);
    box.y += scene.U(26);
  }
  box.foot = rect.Bottom() - scene.U(58);
  return box;
}

void Foot(Scene& scene, const Box& box, TextId word, std::string_view keys, bool enabled) {
  ui::DeskButtonLook submit;
  submit.word = scene.Say(word);
  submit.keys = keys;
  submit.primary = true;
  submit.enabled = enabled && scene.state.saving != Saving::kSaving;
  const float width = ui::DeskButtonWidth(scene.frame, submit);
  if (ui::DeskButton(scene.frame, "submit", {box.at.x, box.foot, width, scene.U(36)}, submit) &&
      submit.enabled)
    scene.Want(SubmitBox{});
  ui::DeskButtonLook cancel;
  cancel.word = scene.Say(TextId::kDeskCommonCancel);
  cancel.keys = "Esc";
  const float cancel_w = ui::DeskButtonWidth(scene.frame, cancel);
  if (ui::DeskButton(scene.frame, "cancel",
                     {box.at.x + width + scene.U(10), box.foot, cancel_w, scene.U(36)}, cancel))
    scene.Want(GoBack{});
}

void OneChoice(Scene& scene, Box& box, std::size_t index, std::string_view word, bool chosen,
               bool single, bool focused) {
  const std::string key = std::to_string(index + 1);
  ui::ChoiceLook look;
  look.word = word;
  look.key = key;
  look.chosen = chosen;
  look.single = single;
  look.focused = focused;
  const std::string id = "choice." + key;
  if (ui::Choice(scene.frame, id.c_str(), {box.at.x, box.y, box.at.width, scene.U(36)}, look)) {
    if (single) {
      scene.Want(ChooseInBox{index});
    } else {
      scene.Want(TickInBox{index});
    }
  }
  box.y += scene.U(40);
}

namespace {

void DrawIdentityBox(Scene& scene, const IdentityBox& state) {
  constexpr std::array<TextId, 5> kWords{
      TextId::kDeskIdentityReasonContact, TextId::kDeskIdentityReasonMatch,
      TextId::kDeskIdentityReasonLetter, TextId::kDeskIdentityReasonDeliver,
      TextId::kDeskIdentityReasonOwn};
  Box box = OpenBox(scene, scene.Say(TextId::kDeskIdentityTitle),
                    scene.Say(TextId::kDeskCaseIdentityHint), 250);
  for (std::size_t i = 0; i < kWords.size(); ++i)
    OneChoice(scene, box, i, scene.Say(kWords[i]), state.choice == i, true, false);
  ui::InputLook field;
  field.enabled = state.choice == kPurposes.size();
  TextField(scene, "own-reason", {box.at.x, box.y, box.at.width, scene.U(36)}, Field::kOwnReason, 0,
            state.own, field);
  const bool ready = state.choice < kPurposes.size() || !state.own.empty();
  Foot(scene, box, state.opening ? TextId::kDeskIdentityOpening : TextId::kDeskIdentitySubmit,
       "Enter", ready && !state.opening);
}

void DrawNoteBox(Scene& scene, const NoteBox& state) {
  const Box box = OpenBox(scene, scene.Say(TextId::kDeskNoteTitle), "", 150);
  ui::InputLook field;
  field.placeholder = scene.Say(TextId::kDeskNoteHint);
  field.multi_line = true;
  TextField(scene, "note", {box.at.x, box.y, box.at.width, scene.U(140)}, Field::kNote, 0,
            state.text, field);
  Foot(scene, box, TextId::kDeskNoteSubmit, "Ctrl Enter", !state.text.empty());
}

void DrawDataBox(Scene& scene, const DataBox& state) {
  constexpr std::array<TextId, kDataItems> kWords{
      TextId::kDeskDataCompleteTime, TextId::kDeskDataFinishedTime, TextId::kDeskDataWhatHappened,
      TextId::kDeskDataProof, TextId::kDeskDataContact};
  const std::string days =
      scene.texts.Format(TextId::kDeskDataDays,
                         {{"n", std::to_string(scene.premises.office.policies.completion_days)}});
  Box box = OpenBox(scene, scene.Say(TextId::kDeskDataTitle), days, 206);
  bool any = false;
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    OneChoice(scene, box, i, scene.Say(kWords[i]), state.wanted[i], false, state.row == i);
    any = any || state.wanted[i];
  }
  Foot(scene, box, TextId::kDeskDataSubmit, "Ctrl Enter", any);
}

void DrawRespondBox(Scene& scene, const RespondBox& state) {
  constexpr std::array<TextId, 3> kWords{
      TextId::kDeskRespondComplete, TextId::kDeskRespondIncomplete, TextId::kDeskRespondNotOurs};
  const OpenCase* open = CurrentCase(scene.state);
  const bool complaint = open == nullptr || open->file.kind == ComplaintKind::kComplaint;
  Box box = OpenBox(scene, scene.Say(TextId::kDeskRespondTitle),
                    complaint ? scene.Say(TextId::kDeskRespondHint) : "", 126);
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    const TextId word = i == 0 && !complaint ? TextId::kDeskRespondAnswered : kWords[i];
    OneChoice(scene, box, i, scene.Say(word), state.choice == i, true, false);
  }
  Foot(scene, box, TextId::kDeskRespondSubmit, "Ctrl Enter", true);
}

void DrawCloseBox(Scene& scene, const CloseBox& state) {
  Box box = OpenBox(scene, scene.Say(TextId::kDeskCloseTitle), scene.Say(TextId::kDeskCloseWhy),
                    (static_cast<float>(state.outcomes.size()) * 40) + 26);
  for (std::size_t i = 0; i < state.outcomes.size(); ++i)
    OneChoice(scene, box, i, scene.texts.ByKey("desk.outcome." + state.outcomes[i]),
              state.choice == i, true, false);
  const OpenCase* open = CurrentCase(scene.state);
  const bool alone = open != nullptr && ClosingNeedsSecond(open->file, state) &&
                     WhoMaySecond(scene.state, open->file, RecordType::kClosed).empty();
  if (alone)
    Words(scene, {box.at.x, box.foot - scene.U(26), box.at.width, scene.U(20)},
          scene.Say(TextId::kDeskSecondNobody), TextStyle::kDeskCaption, scene.Colors().amber);
  Foot(scene, box, TextId::kDeskCloseSubmit, "Ctrl Enter", !state.outcomes.empty() && !alone);
}

struct DeedWords {
  TextId title = TextId::kDeskActRefer;
  TextId hint = TextId::kDeskDeedReason;
  std::array<TextId, kDeedWords> fields{};
  std::array<TextId, 2> choices{TextId::kDeskDeedPressedNo, TextId::kDeskDeedPressedYes};
  std::optional<TextId> note = {};  // what has to be known before it is done
  TextId submit = TextId::kDeskCommonOk;
};

// Orders about the data; one that stands is ended.
DeedWords DataWords(const OpenCase* open, Duty duty) {
  const TextId why = TextId::kDeskDeedReason;
  DeedWords words;
  words.fields = {why, why, why};
  if (duty == Duty::kErase) {
    words.title = words.submit = TextId::kDeskActErase;
    words.hint = TextId::kDeskRightsEraseHint;
    words.choices = {TextId::kDeskRightsEraseAll, TextId::kDeskRightsEraseIdentity};
    words.note = TextId::kDeskRightsEraseNote;
  } else if (duty == Duty::kHold) {
    const bool on = open != nullptr && open->holds.on;
    words.title = words.submit = on ? TextId::kDeskActHoldEnd : TextId::kDeskActHold;
    words.hint = on ? TextId::kDeskRightsHoldEndHint : TextId::kDeskRightsHoldHint;
  } else {
    const bool on = open != nullptr && open->file.restricted;
    words.title = words.submit = on ? TextId::kDeskActRestrictEnd : TextId::kDeskActRestrict;
    words.hint = on ? TextId::kDeskRightsRestrictEndHint : TextId::kDeskRightsRestrictHint;
  }
  return words;
}

DeedWords WordsOf(const OpenCase* open, Duty duty) {
  const TextId why = TextId::kDeskDeedReason;
  switch (duty) {
    case Duty::kRestrict:
    case Duty::kHold:
    case Duty::kErase:
      return DataWords(open, duty);
    case Duty::kTimes:
      return {TextId::kDeskActTimes,
              TextId::kDeskDeedTimesHint,
              {TextId::kDeskSumComplete, TextId::kDeskSumFinished, TextId::kDeskDeedTimesReason}};
    case Duty::kReopen:
      return {TextId::kDeskActReopen, TextId::kDeskDeedReopenHint, {why, why, why}};
    case Duty::kWithdraw:
      return {TextId::kDeskActWithdraw,
              TextId::kDeskDeedWithdrawHint,
              {TextId::kDeskDeedWithdrawLetter, why, why}};
    case Duty::kReturn:
      return {TextId::kDeskActReturn, TextId::kDeskDeedReturnHint, {why, why, why}};
    case Duty::kCorrect:
      return {TextId::kDeskActCorrect,
              TextId::kDeskDeedCorrectHint,
              {TextId::kDeskDeedCorrectNew, why, why}};
    default:
      return {
          TextId::kDeskActRefer, TextId::kDeskDeedReferHint, {TextId::kDeskDeedReferTo, why, why}};
  }
}

// What the sum becomes with the times as they are typed; "" while they are none.
std::string TimesGive(const Scene& scene, const DeedBox& state) {
  const OpenCase* open = CurrentCase(scene.state);
  if (open == nullptr) return "";
  OpenCase changed = *open;
  const Zone& zone = scene.OfficeZone();
  bool any = false;
  if (const auto complete = TypedTime(state.words[0], zone)) {
    changed.file.declared_complete = complete;
    any = true;
  }
  if (const auto finished = TypedTime(state.words[1], zone)) {
    changed.file.finished = finished;
    any = true;
  }
  const auto sum = any ? SumOf(scene.premises, changed, scene.state.now) : std::nullopt;
  if (!sum || sum->to < sum->from) return "";
  return scene.texts.Format(
      TextId::kDeskDeedTimesGives,
      {{"late", Amount(scene, sum->late, sum->unit)}, {"band", BandOf(scene, *sum)}});
}

// What stands now, in the form it is typed in: an empty field leaves it so.
std::string StandsNow(const Scene& scene, const DeedBox& state, std::size_t field) {
  const OpenCase* open = CurrentCase(scene.state);
  if (state.duty != Duty::kTimes || open == nullptr || field > 1) return "";
  const std::optional<Instant>& at =
      field == 0 ? open->file.declared_complete : open->file.finished;
  if (!at) return scene.Say(TextId::kDeskDeedTimesUnknown);
  const LocalTime local = ToLocal(*at, scene.OfficeZone());
  const auto two = [](auto number) {
    const std::string digits = std::to_string(static_cast<unsigned>(number));
    return digits.size() < 2 ? "0" + digits : digits;
  };
  return scene.texts.Format(TextId::kDeskDeedTimesNow,
                            {{"t", two(static_cast<unsigned>(local.day.day())) + "/" +
                                       two(static_cast<unsigned>(local.day.month())) + "/" +
                                       std::to_string(static_cast<int>(local.day.year())) + " " +
                                       two(local.hour) + "." + two(local.minute)}});
}

void DrawDeedBox(Scene& scene, const DeedBox& state) {
  const DeedShape shape = ShapeOf(state.duty);
  const OpenCase* open = CurrentCase(scene.state);
  const DeedWords words = WordsOf(open, state.duty);
  const float content = (static_cast<float>(shape.words) * 66) +
                        (static_cast<float>(shape.choices) * 40) + (shape.times_first ? 26.0F : 0) +
                        (words.note ? 66.0F : 0);
  Box box = OpenBox(scene, scene.Say(words.title), scene.Say(words.hint), content);
  for (std::size_t i = 0; i < std::min(shape.choices, words.choices.size()); ++i)
    OneChoice(scene, box, i, scene.Say(words.choices[i]), state.choice == i, true, false);
  for (std::size_t i = 0; i < shape.words; ++i) {
    Words(scene, {box.at.x, box.y, box.at.width, scene.U(20)}, scene.Say(words.fields[i]),
          TextStyle::kDeskCaptionMedium, scene.Colors().ink2);
    const std::string id = "deed." + std::to_string(i);
    const std::string now = StandsNow(scene, state, i);
    ui::InputLook field;
    field.placeholder = now;
    TextField(scene, id.c_str(), {box.at.x, box.y + scene.U(22), box.at.width, scene.U(36)},
              Field::kDeed, i, state.words[i], field);
    box.y += scene.U(66);
  }
  const bool complete = Complete(scene.premises, state, scene.state.now);
  const std::string gives = shape.times_first ? TimesGive(scene, state) : "";
  if (!gives.empty())
    Words(scene, {box.at.x, box.y, box.at.width, scene.U(20)}, gives, TextStyle::kDeskTextMedium,
          scene.Colors().ink);
  if (shape.times_first && !complete && gives.empty())
    Words(scene, {box.at.x, box.y, box.at.width, scene.U(20)}, scene.Say(TextId::kDeskDeedTimesNot),
          TextStyle::kDeskCaption, scene.Colors().ink3);
  const bool gone = open != nullptr && !NamesSomething(*open, state);
  if (words.note)
    Paragraph(scene, {box.at.x, box.y, box.at.width, 0},
              scene.Say(gone ? TextId::kDeskRightsNothingLeft : *words.note),
              TextStyle::kDeskCaption, gone ? scene.Colors().amber : scene.Colors().ink2);
  Foot(scene, box, words.submit, "Ctrl Enter", complete && !gone);
}

// One key of the sheet: its caps, then what it does.
void DrawKey(Scene& scene, const Rect& cell, const Binding& binding) {
  float used = 0;
  std::size_t from = 0;
  while (from < binding.caps.size()) {
    const std::size_t to = std::min(binding.caps.find(' ', from), binding.caps.size());
    used += ui::KeyCap(scene.frame, {cell.x + used, cell.y + scene.U(14)},
                       std::string_view(binding.caps).substr(from, to - from)) +
            scene.U(4);
    from = to + 1;
  }
  Words(scene, {cell.x + used + scene.U(6), cell.y, cell.w - used - scene.U(14), scene.U(28)},
        scene.Say(*binding.hint), TextStyle::kDeskText, scene.Colors().ink2);
}

// Everything that a key does on the screen below, then what keys do everywhere.
void DrawKeySheet(Scene& scene) {
  State below = scene.state;
  below.overlay.reset();
  std::vector<Binding> here;
  std::vector<Binding> anywhere;
  for (const Binding& binding : BindingsFor(scene.premises, below)) {
    if (!binding.hint || binding.caps.empty()) continue;
    const bool global = binding.anywhere || std::holds_alternative<OpenPalette>(binding.intent);
    (global ? anywhere : here).push_back(binding);
  }
  constexpr float kLine = 32;
  const auto lines = [](const std::vector<Binding>& keys) {
    return static_cast<float>((keys.size() + 1) / 2) * kLine;
  };
  Box box =
      OpenBox(scene, scene.Say(TextId::kDeskKeysTitle), "", lines(here) + lines(anywhere) + 22);
  const float half = box.at.width / 2;
  const auto draw = [&](const std::vector<Binding>& keys) {
    for (std::size_t i = 0; i < keys.size(); ++i)
      DrawKey(scene,
              {box.at.x + (i % 2 == 0 ? 0 : half),
               box.y + (static_cast<float>(i / 2) * scene.U(kLine)), half, scene.U(28)},
              keys[i]);
    box.y += scene.U(lines(keys));
  };
  draw(here);
  box.y = Heading(scene, box.at.x, box.y + scene.U(12), box.at.width,
                  scene.Say(TextId::kDeskKeysAnywhere));
  draw(anywhere);
  ui::DeskButtonLook close;
  close.word = scene.Say(TextId::kDeskCommonClose);
  close.keys = "Esc";
  const float width = ui::DeskButtonWidth(scene.frame, close);
  if (ui::DeskButton(scene.frame, "close", {box.at.x, box.foot, width, scene.U(36)}, close))
    scene.Want(GoBack{});
}

}  // namespace

void DrawBox(Scene& scene, const Overlay& overlay) {
  std::visit(Match{
                 [&](const ScanSheet& sheet) { DrawScanSheet(scene, sheet); },
                 [&](const IdentityBox& box) { DrawIdentityBox(scene, box); },
                 [&](const NoteBox& box) { DrawNoteBox(scene, box); },
                 [&](const DataBox& box) { DrawDataBox(scene, box); },
                 [&](const RespondBox& box) { DrawRespondBox(scene, box); },
                 [&](const CloseBox& box) { DrawCloseBox(scene, box); },
                 [&](const DeedBox& box) { DrawDeedBox(scene, box); },
                 [&](const SecondBox& box) { DrawSecondBox(scene, box); },
                 [&](const RoomsBox&) { DrawRoomsBox(scene); },
                 [&](const PasswordBox& box) { DrawPasswordBox(scene, box); },
                 [&](const RecordBox& box) { DrawRecordBox(scene, box); },
                 [&](const KeySheet&) { DrawKeySheet(scene); },
                 [](const FilterBox&) {},  // stands over its list
                 [&](const Palette& palette) { DrawPalette(scene, palette); },
             },
             overlay);
}

}  // namespace tanggap::desk
