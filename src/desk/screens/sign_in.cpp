// Signing in: the people of this desk, two letters to find oneself, the password. Also the lock.
#include <algorithm>
#include <string>

#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

constexpr float kWidth = 420;
constexpr std::size_t kMostPeople = 7;

float DrawPeople(Scene& scene, const Column& at, float y, const SignIn& sign_in) {
  const std::vector<std::size_t> matching = MatchingPeople(sign_in);
  const float height = scene.U(38);
  // The chosen one is always among those shown.
  std::size_t first = 0;
  const auto chosen = std::ranges::find(matching, sign_in.chosen);
  if (chosen != matching.end()) {
    const auto place = static_cast<std::size_t>(chosen - matching.begin());
    if (place >= kMostPeople) first = place - kMostPeople + 1;
  }
  for (std::size_t i = first; i < std::min(matching.size(), first + kMostPeople); ++i) {
    const Person& person = sign_in.people[matching[i]];
    const std::string role = RoleName(scene, person.role);
    ui::ChoiceLook look;
    look.word = person.name;
    look.second = role;
    look.chosen = matching[i] == sign_in.chosen;
    look.enabled = sign_in.stage != SignIn::Stage::kOpening;
    const std::string id = "person." + std::to_string(matching[i]);
    if (ui::Choice(scene.frame, id.c_str(), {at.x, y, at.width, height}, look))
      scene.Want(ChoosePerson{matching[i]});
    y += height + scene.U(2);
  }
  return y;
}

void DrawClock(Scene& scene, const Column& at, float y) {
  const Instant now = scene.state.now;
  Words(scene, {at.x, y, at.width, scene.U(52)}, ClockTime(now, scene.OfficeZone(), scene.texts),
        TextStyle::kDeskGrand, scene.Colors().ink);
  Words(scene, {at.x, y + scene.U(54), at.width, scene.U(22)},
        FullDay(LocalDay(now, scene.OfficeZone()), scene.texts), TextStyle::kDeskText,
        scene.Colors().ink3);
}

float DrawPassword(Scene& scene, const Column& at, float y, const SignIn& sign_in) {
  ui::InputLook field;
  field.placeholder = scene.Say(TextId::kDeskSigninPassword);
  field.secret = true;
  field.enabled = sign_in.stage != SignIn::Stage::kOpening;
  // The field holds a view: the words live as long as this function.
  std::string error;
  if (sign_in.stage == SignIn::Stage::kRefused) {
    error = sign_in.wait_s == 0 ? scene.Say(TextId::kDeskSigninRefused)
                                : scene.texts.Format(TextId::kDeskSigninWait,
                                                     {{"n", Number(sign_in.wait_s, scene.texts)}});
  }
  field.error = error;
  TextField(scene, "password", {at.x, y, at.width, scene.U(38)}, Field::kPassword, 0,
            sign_in.password, field);
  y += scene.U(field.error.empty() ? 50 : 72);
  ui::DeskButtonLook button;
  const bool opening = sign_in.stage == SignIn::Stage::kOpening;
  button.word = scene.Say(opening ? TextId::kDeskSigninOpening : TextId::kDeskSigninSubmit);
  button.keys = opening ? "" : "Enter";
  button.primary = true;
  button.enabled = !opening && !sign_in.people.empty();
  if (ui::DeskButton(scene.frame, "submit", {at.x, y, at.width, scene.U(38)}, button))
    scene.Want(SubmitPassword{});
  return y + scene.U(54);
}

}  // namespace

void DrawSignIn(Scene& scene, const SignIn& sign_in) {
  ui::Frame& frame = scene.frame;
  frame.Fill(frame.Area(0, 0, frame.Width(), frame.Height()), scene.Colors().ground);
  const float left = std::max(24.0F, (frame.Width() - kWidth - 96) / 2);
  const float tall = 424 + (40 * static_cast<float>(std::min(sign_in.people.size(), kMostPeople)));
  const float top = std::max(16.0F, (frame.Height() - tall) / 2);
  const float height = std::min(tall, frame.Height() - (2 * top));
  const Rect card = frame.Area(left, top, kWidth + 96, height);
  ui::Sheet(frame, card);
  const Column at{card.x + scene.U(48), scene.U(kWidth)};
  float y = card.y + scene.U(36);
  DrawClock(scene, at, y);
  const std::string office = scene.premises.office.name;
  Words(scene, {at.x, y + scene.U(4), at.width, scene.U(22)}, scene.Say(TextId::kDeskName),
        TextStyle::kDeskTextStrong, scene.Colors().accent, ui::Align::kRight);
  Words(scene, {at.x + scene.U(140), y + scene.U(26), at.width - scene.U(140), scene.U(20)}, office,
        TextStyle::kDeskCaption, scene.Colors().ink3, ui::Align::kRight);
  y += scene.U(96);
  ui::PaneTitle(frame, {at.x, y},
                scene.Say(sign_in.locked ? TextId::kDeskSigninLocked : TextId::kDeskSigninTitle));
  y += scene.U(34);
  if (sign_in.scan_refused || sign_in.locked) {
    const TextId note =
        sign_in.scan_refused ? TextId::kDeskSigninScanFirst : TextId::kDeskSigninDrafts;
    Words(scene, {at.x, y, at.width, scene.U(20)}, scene.Say(note), TextStyle::kDeskText,
          sign_in.scan_refused ? scene.Colors().amber : scene.Colors().ink3);
    y += scene.U(28);
  }
  if (sign_in.locked) {
    const auto count = [&](CaseView view) {
      return std::to_string(scene.state.counts[static_cast<std::size_t>(view)]);
    };
    Words(scene, {at.x, y, at.width, scene.U(20)},
          scene.texts.Format(TextId::kDeskSigninCounts, {{"a", count(CaseView::kOverdue)},
                                                         {"b", count(CaseView::kDueToday)},
                                                         {"c", count(CaseView::kNew)}}),
          TextStyle::kDeskText, scene.Colors().ink2);
    y += scene.U(28);
  }
  if (sign_in.people.empty()) {
    Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskSigninNobody),
              TextStyle::kDeskText, scene.Colors().ink2);
    return;
  }
  if (sign_in.people.size() > kMostPeople) {
    ui::InputLook filter;
    filter.placeholder = scene.Say(TextId::kDeskSigninFilter);
    TextField(scene, "filter", {at.x, y, at.width, scene.U(34)}, Field::kFilter, 0, sign_in.filter,
              filter);
    y += scene.U(44);
  }
  y = DrawPeople(scene, at, y, sign_in) + scene.U(14);
  y = DrawPassword(scene, at, y, sign_in);
  ui::DeskButtonLook language;
  language.word = scene.Language() == "id" ? "English" : "Bahasa Indonesia";
  language.quiet = true;
  const float w = ui::DeskButtonWidth(frame, language);
  if (ui::DeskButton(frame, "language", {at.x, card.Bottom() - scene.U(46), w, scene.U(34)},
                     language))
    scene.Want(ChangeLanguage{});
  ui::DeskButtonLook theme;
  theme.word = scene.Say(scene.state.dark ? TextId::kDeskTopThemeLight : TextId::kDeskTopThemeDark);
  theme.quiet = true;
  const float tw = ui::DeskButtonWidth(frame, theme);
  if (ui::DeskButton(frame, "theme",
                     {at.x + at.width - tw, card.Bottom() - scene.U(46), tw, scene.U(34)}, theme))
    scene.Want(ChangeTheme{});
}

}  // namespace tanggap::desk
