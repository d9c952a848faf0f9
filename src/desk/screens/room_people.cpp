// The room of people and keys: who has access, who may read, and what changing it takes.
#include <algorithm>
#include <string>

#include "desk/screens/room_panel.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

struct Columns {
  float name = 0;
  float role = 0;
  float reads = 0;
  float key = 0;
  float print = 0;
  float end = 0;
};

Columns ColumnsOf(const Scene& scene, const Plan& plan) {
  const Rect& list = plan.list;
  const float w = list.w;
  Columns c;
  c.name = list.x + scene.U(20);
  c.role = list.x + (w * (plan.wide ? 0.25F : 0.27F));
  c.reads = list.x + (w * (plan.wide ? 0.37F : 0.42F));
  c.key = list.x + (w * (plan.wide ? 0.55F : 0.66F));
  c.end = list.Right() - scene.U(20);
  // The narrow window has the fingerprint in the panel.
  c.print = plan.wide ? list.x + (w * 0.70F) : c.end;
  return c;
}

TextId LackWords(PeopleLack lack) {
  switch (lack) {
    case PeopleLack::kReader:
      return TextId::kDeskPeopleLackReader;
    case PeopleLack::kHead:
      return TextId::kDeskPeopleLackHead;
    case PeopleLack::kProposer:
      return TextId::kDeskPeopleLackProposer;
    case PeopleLack::kSigner:
      return TextId::kDeskPeopleLackSigner;
  }
  return TextId::kDeskPeopleLackSigner;
}

TextId RightsWords(const Enrolled& person) {
  if (person.removed) return TextId::kDeskPeopleMayLeft;
  switch (person.role) {
    case Role::kStaff:
      return TextId::kDeskPeopleMayStaff;
    case Role::kSupervisor:
      return TextId::kDeskPeopleMaySupervisor;
    case Role::kHead:
      return TextId::kDeskPeopleMayHead;
    case Role::kAuditor:
      return TextId::kDeskPeopleMayAuditor;
    case Role::kOperator:
      return TextId::kDeskPeopleMayOperator;
  }
  return TextId::kDeskPeopleMayStaff;
}

float DrawHead(Scene& scene, const Plan& plan, const Columns& c) {
  const FolderState& folder = scene.state.folder;
  const Rect& list = plan.list;
  const auto working = std::ranges::count(folder.people, false, &Enrolled::removed);
  std::string count;
  if (folder.roster > 0)
    count =
        scene.texts.Format(TextId::kDeskPeopleCount, {{"n", Number(working, scene.texts)},
                                                      {"r", Number(folder.roster, scene.texts)},
                                                      {"t", DayAndTime(scene, folder.roster_at)}});
  ui::PaneTitle(scene.frame, {c.name, list.y + scene.U(15)}, scene.Say(TextId::kDeskRoomPeople),
                count);
  float y = list.y + scene.U(52);
  for (const PeopleLack lack : LacksOf(folder)) {
    ui::Notice(scene.frame, {list.x, y, list.w, scene.U(32)}, scene.Say(LackWords(lack)),
               ui::Tone::kAmber);
    y += scene.U(32);
  }
  const float h = scene.U(30);
  scene.frame.Fill({list.x, y, list.w, h}, scene.Colors().sunken);
  ui::Rule(scene.frame, list.x, y, list.w);
  ui::Rule(scene.frame, list.x, y + h, list.w);
  const auto head = [&](float from, float to, TextId word) {
    if (to - from > scene.U(20))
      ui::ColumnHead(scene.frame, {from, y, to - from - scene.U(8), h}, scene.Say(word));
  };
  head(c.name, c.role, TextId::kDeskPeopleName);
  head(c.role, c.reads, TextId::kDeskPeopleRole);
  head(c.reads, c.key, TextId::kDeskPeopleReads);
  head(c.key, c.print, TextId::kDeskPeopleKey);
  head(c.print, c.end, TextId::kDeskPeoplePrint);
  return y + h + 1;
}

void DrawRow(Scene& scene, const Columns& c, const Rect& row, const Enrolled& person) {
  const ui::Color ink = person.removed ? scene.Colors().ink3 : scene.Colors().ink;
  const auto cell = [&](float from, float to, std::string_view words, ui::Color color) {
    if (to - from > scene.U(20))
      Words(scene, {from, row.y, to - from - scene.U(8), row.h}, words, TextStyle::kDeskText,
            color);
  };
  const bool me = scene.state.person && scene.state.person->id == person.id;
  const float name_w =
      std::min(c.role - c.name - scene.U(8),
               ui::TextWidth(scene.frame, person.name, TextStyle::kDeskTextStrong) + 2);
  Words(scene, {c.name, row.y, name_w, row.h}, person.name,
        person.removed ? TextStyle::kDeskText : TextStyle::kDeskTextStrong, ink);
  if (me)
    cell(c.name + name_w + scene.U(8), c.role, scene.Say(TextId::kDeskPeopleYou),
         scene.Colors().ink3);
  if (person.removed) {
    cell(c.role, c.reads, scene.Say(TextId::kDeskPeopleLeft), ink);
    return;
  }
  cell(c.role, c.reads, RoleName(scene, person.role), ink);
  cell(c.reads, c.key,
       scene.Say(person.reads ? TextId::kDeskPeopleReadsAll : TextId::kDeskPeopleReadsNone),
       person.reads ? ink : scene.Colors().ink3);
  cell(c.key, c.print,
       scene.Say(person.here ? TextId::kDeskPeopleKeyHere : TextId::kDeskPeopleKeyNone),
       person.here ? ink : scene.Colors().ink3);
  cell(c.print, c.end, person.fingerprint, scene.Colors().ink2);
}

float DrawChanging(Scene& scene, const Column& at, float y, const Enrolled& person) {
  const std::string office = OfficePath(scene) + ' ';
  const std::string signers = SignerArguments(scene, person.id);
  const std::string name = " --name ";
  y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskPeopleChange));
  y = PanelText(scene, at, y, ChangeNeeds(scene)) + scene.U(12);
  const std::string role = " --role " + scene.Say(TextId::kDeskPeopleArgRole);
  if (!person.removed) {
    y = CommandLine(
        scene, at, y, scene.Say(TextId::kDeskPeopleCmdRole),
        "tanggap person role " + office + name.substr(1) + Quoted(person.name) + role + signers);
    y = CommandLine(
        scene, at, y, scene.Say(TextId::kDeskPeopleCmdLeave),
        "tanggap person remove " + office + name.substr(1) + Quoted(person.name) + signers);
  }
  return CommandLine(scene, at, y, scene.Say(TextId::kDeskPeopleCmdNew),
                     "tanggap person add " + office + name.substr(1) +
                         Quoted(scene.Say(TextId::kDeskPeopleArgName)) + role +
                         SignerArguments(scene, {}));
}

void DrawPanel(Scene& scene, const Rect& panel, const Enrolled& person) {
  const Column at = OpenPanel(scene, panel);
  ScrollArea area(scene, Pane::kPreview, panel);
  float y = area.Top() + scene.U(18);
  Words(scene, {at.x, y, at.width, scene.U(26)}, person.name, TextStyle::kDeskTitle,
        scene.Colors().ink);
  y += scene.U(27);
  Words(scene, {at.x, y, at.width, scene.U(20)},
        person.removed ? scene.Say(TextId::kDeskPeopleLeft) : RoleName(scene, person.role),
        TextStyle::kDeskText, scene.Colors().ink3);
  y = PanelHeading(scene, at, y + scene.U(34), scene.Say(TextId::kDeskPeopleMay));
  y = PanelText(scene, at, y, scene.Say(RightsWords(person))) + scene.U(12);
  y = Pair(scene, {at.x, y, at.width, 0}, scene.U(110), scene.Say(TextId::kDeskPeoplePrint),
           person.fingerprint) +
      scene.U(12);
  if (scene.state.person && scene.state.person->id == person.id) {
    y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskPeopleOwn));
    y = PanelText(scene, at, y, scene.Say(TextId::kDeskPeopleOwnHow)) + scene.U(10);
    ui::DeskButtonLook change;
    change.word = scene.Say(TextId::kDeskPasswordTitle);
    change.keys = "U";
    const float width = ui::DeskButtonWidth(scene.frame, change);
    if (ui::DeskButton(scene.frame, "password", {at.x, y, width, scene.U(34)}, change))
      scene.Want(OpenPassword{});
    y += scene.U(52);
  }
  y = DrawChanging(scene, at, y, person) + scene.U(6);
  y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskPeopleRoot));
  Words(scene, {at.x, y, at.width, scene.U(20)}, scene.state.folder.root,
        TextStyle::kDeskTextStrong, scene.Colors().ink);
  y = PanelText(scene, at, y + scene.U(22), scene.Say(TextId::kDeskPeopleRootHow));
  area.End(y + scene.U(18));
}

}  // namespace

void DrawPeopleRoom(Scene& scene, const Plan& plan, const Room& room) {
  const std::vector<Enrolled>& people = scene.state.folder.people;
  const Columns c = ColumnsOf(scene, plan);
  const float top = DrawHead(scene, plan, c);
  const Rect pane{plan.list.x, top, plan.list.w, plan.list.Bottom() - top};
  ScrollArea area(scene, Pane::kList, pane);
  float y = area.Top();
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Rect row{pane.x, y, pane.w, scene.U(38)};
    if (i == room.row) area.Follow(row);
    if (row.Bottom() > pane.y && row.y < pane.Bottom()) {
      const std::string id = "person." + std::to_string(i);
      if (ui::ListRow(scene.frame, id.c_str(), row, i == room.row)) scene.Want(SelectRow{i});
      DrawRow(scene, c, row, people[i]);
    }
    y = row.Bottom();
  }
  area.End(y);
  if (room.row < people.size()) DrawPanel(scene, plan.preview, people[room.row]);
}

}  // namespace tanggap::desk
