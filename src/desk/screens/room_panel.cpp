#include "desk/screens/room_panel.h"

#include <algorithm>

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

}  // namespace

Column OpenPanel(Scene& scene, const Rect& panel) {
  scene.frame.Fill(panel, scene.Colors().sunken);
  ui::RuleDown(scene.frame, panel.x, panel.y, panel.h);
  return {panel.x + scene.U(22), panel.w - scene.U(44)};
}

float PanelHeading(Scene& scene, const Column& at, float y, std::string_view words) {
  ui::Rule(scene.frame, at.x, y, at.width);
  return Heading(scene, at.x, y + scene.U(14), at.width, words);
}

float PanelText(Scene& scene, const Column& at, float y, std::string_view words) {
  return y +
         Paragraph(scene, {at.x, y, at.width, 0}, words, TextStyle::kDeskText, scene.Colors().ink2);
}

float CommandLine(Scene& scene, const Column& at, float y, std::string_view label,
                  std::string_view command) {
  if (!label.empty()) {
    Words(scene, {at.x, y, at.width, scene.U(20)}, label, TextStyle::kDeskCaptionMedium,
          scene.Colors().ink2);
    y += scene.U(22);
  }
  const float pad = scene.U(10);
  const float width = at.width - (2 * pad);
  const ui::TextFit fit = ui::MeasureText(scene.frame, command, TextStyle::kDeskText, width);
  const Rect field{at.x, y, at.width, fit.height + (2 * scene.U(7))};
  scene.frame.Fill(field, scene.Colors().surface, scene.U(4));
  scene.frame.Outline(field, scene.Colors().line, 1, scene.U(4));
  Paragraph(scene, {at.x + pad, y + scene.U(7), width, 0}, command, TextStyle::kDeskText,
            scene.Colors().ink);
  return field.Bottom() + scene.U(10);
}

std::string OfficePath(const Scene& scene) {
  const std::string& desk = scene.premises.directory;
  return desk.substr(0, desk.rfind('/'));
}

std::string Quoted(std::string_view name) {
  return '"' + std::string(name) + '"';
}

std::string SignerArguments(const Scene& scene, const PersonId& about) {
  std::vector<const Enrolled*> signers = RosterSigners(scene.state.folder);
  if (signers.size() < 2) return "";
  // Whoever the change is about signs it only where nobody else can.
  std::ranges::stable_partition(signers,
                                [&](const Enrolled* person) { return person->id != about; });
  return " --by " + Quoted(signers[0]->name) + " --by " + Quoted(signers[1]->name);
}

const std::string& ChangeNeeds(const Scene& scene) {
  return scene.Say(RosterSigners(scene.state.folder).size() < 2 ? TextId::kDeskPeopleChangeRoot
                                                                : TextId::kDeskPeopleChangeHow);
}

}  // namespace tanggap::desk
