// Two boxes about who stands behind a record: the record itself, and a second person who agrees.
#include <algorithm>
#include <string>

#include "desk/screens/box.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::TextStyle;

TextId SignatureWords(const OpenCase& open, const Act& act) {
  const auto found = open.signatures.find(act.record);
  switch (found == open.signatures.end() ? Signed::kSealed : found->second) {
    case Signed::kDevice:
      return TextId::kDeskRecordSignedDevice;
    case Signed::kPerson:
      return TextId::kDeskRecordSignedPerson;
    case Signed::kForged:
      return TextId::kDeskRecordSignedForged;
    case Signed::kSealed:
      break;
  }
  return TextId::kDeskRecordSignedSealed;
}

std::string EffectWords(const Scene& scene, const OpenCase& open, const Act& act) {
  if (act.refused)
    return scene.texts.Format(TextId::kDeskCaseHistoryRefused,
                              {{"why", scene.texts.ByKey(act.why_refused)}});
  if (open.taken_back.contains(act.record)) return scene.Say(TextId::kDeskRecordTakenBack);
  return scene.Say(TextId::kDeskRecordEffective);
}

// The sixteen bytes in groups, so that two people can read them to each other.
std::string InGroups(const std::string& hex) {
  std::string words;
  for (std::size_t i = 0; i < hex.size(); ++i) {
    if (i > 0 && i % 8 == 0) words += ' ';
    words += hex[i];
  }
  return words;
}

}  // namespace

void DrawRecordBox(Scene& scene, const RecordBox& state) {
  const OpenCase* open = CurrentCase(scene.state);
  if (open == nullptr || state.act >= open->file.acts.size()) return;
  const Act& act = open->file.acts[state.act];
  Box box = OpenBox(scene, scene.Say(TextId::kDeskRecordTitle), DidWords(scene, *open, act), 196);
  const float label = scene.U(130);
  const auto pair = [&](TextId word, const std::string& value) {
    box.y = Pair(scene, {box.at.x, box.y, box.at.width, 0}, label, scene.Say(word), value);
  };
  pair(TextId::kDeskRecordWhat, act.type_name);
  pair(TextId::kDeskRecordId, InGroups(ToHex(act.record)));
  pair(TextId::kDeskRecordAt, WhenDone(scene, *open, act));
  pair(TextId::kDeskRecordNode, KioskName(scene, act.node) + ", " + act.node.value);
  pair(TextId::kDeskRecordBy, act.by.Empty() ? scene.Say(TextId::kDeskRecordByDevice)
                                             : PersonName(scene, act.by) + ", " + act.by.value);
  pair(TextId::kDeskRecordSignature, scene.Say(SignatureWords(*open, act)));
  pair(TextId::kDeskRecordEffect, EffectWords(scene, *open, act));
  ui::DeskButtonLook close;
  close.word = scene.Say(TextId::kDeskCommonClose);
  close.keys = "Esc";
  const float width = ui::DeskButtonWidth(scene.frame, close);
  if (ui::DeskButton(scene.frame, "close", {box.at.x, box.foot, width, scene.U(36)}, close))
    scene.Want(GoBack{});
}

void DrawSecondBox(Scene& scene, const SecondBox& state) {
  const float people = static_cast<float>(state.may.size()) * 40;
  Box box = OpenBox(scene, scene.Say(TextId::kDeskSecondTitle), scene.Say(TextId::kDeskSecondHint),
                    people + 84);
  for (std::size_t i = 0; i < state.may.size(); ++i) {
    ui::ChoiceLook look;
    const std::string role = RoleName(scene, state.may[i].role);
    look.word = state.may[i].name;
    look.second = role;
    look.chosen = state.choice == i;
    const std::string id = "second." + std::to_string(i);
    if (ui::Choice(scene.frame, id.c_str(), {box.at.x, box.y, box.at.width, scene.U(36)}, look))
      scene.Want(ChooseInBox{i});
    box.y += scene.U(40);
  }
  box.y += scene.U(6);
  const std::string label =
      scene.texts.Format(TextId::kDeskSecondPassword,
                         {{"who", state.may[std::min(state.choice, state.may.size() - 1)].name}});
  ui::InputLook field;
  field.placeholder = label;
  field.secret = true;
  std::string error;
  if (state.stage == SecondBox::Stage::kRefused) {
    error = state.wait_s == 0 ? scene.Say(TextId::kDeskSigninRefused)
                              : scene.texts.Format(TextId::kDeskSigninWait,
                                                   {{"n", std::to_string(state.wait_s)}});
  }
  field.error = error;
  TextField(scene, "second-password", {box.at.x, box.y, box.at.width, scene.U(38)}, Field::kSecond,
            0, state.password, field);
  const bool checking = state.stage == SecondBox::Stage::kChecking;
  Foot(scene, box, checking ? TextId::kDeskSecondChecking : TextId::kDeskSecondSubmit, "Enter",
       !checking && !state.password.empty());
}

}  // namespace tanggap::desk
