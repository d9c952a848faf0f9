// With or without a name: without is chosen beforehand, and no box stands before "Lanjut".
#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/notice.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/typing.h"
#include "kiosk/words.h"
#include "texts/dates.h"
#include "ui/keyboard.h"

namespace tanggap::kiosk {
namespace {

struct Mode {
  const char* id;
  IdentityMode mode;
  std::string_view icon;
  TextId word;
  TextId second;
};
constexpr std::array<Mode, 3> kModes{
    Mode{"anonymous", IdentityMode::kAnonymous, "tanpanama", TextId::kIdentAnon,
         TextId::kIdentAnonLimit},
    Mode{"phone-only", IdentityMode::kPhoneOnly, "ponsel", TextId::kIdentPhoneOnly,
         TextId::kIdentPhoneHelp},
    Mode{"named", IdentityMode::kNamed, "dengannama", TextId::kIdentNamed, TextId::kIdentNamedHelp},
};

std::vector<IdentityField> FieldsOf(const Page& page) {
  const Identity& identity = page.Entry().identity;
  if (identity.mode == IdentityMode::kPhoneOnly) return {IdentityField::kPhone};
  if (identity.mode != IdentityMode::kNamed) return {};
  // Where somebody lives isn't asked in a sensitive office.
  if (page.view.context.office.sensitive.active)
    return {IdentityField::kName, IdentityField::kPhone, IdentityField::kProxy};
  return {IdentityField::kName, IdentityField::kPhone, IdentityField::kVillage,
          IdentityField::kProxy};
}

std::string Shown(const Page& page, IdentityField field) {
  const std::string& value = ValueOf(page.Entry().identity, field);
  // An empty one isn't masked: dots would say that a number is there.
  return field == IdentityField::kPhone && !value.empty() ? MaskedPhone(value, "•") : value;
}

// What the field asks, and whether it may stay empty; beside each other where there is room. What
// had none is returned: it belongs into the empty field.
std::string_view DrawFieldLabel(Page& page, IdentityField field, float x, float y, float w,
                                ui::TextStyle style) {
  const std::string& label = page.T(FieldText(field));
  const std::string& optional = page.T(TextId::kCommonOptional);
  page.Text(label, x, y, w, style);
  if (field == IdentityField::kName) return {};  // asked for by "Dengan nama" itself
  const auto width = [&](const std::string& words, ui::TextStyle wanted) {
    return ui::TextWidth(page.frame, words, wanted) / page.frame.look.unit;
  };
  const float at = width(label, style) + 20;
  if (at + width(optional, ui::TextStyle::kSmall) > w) {
    constexpr float kAroundWords = 64 + 48 + 17;  // the field's own margins and its pencil
    const bool room = width(optional, ui::TextStyle::kBody) + kAroundWords <= w;
    return room ? std::string_view{optional} : std::string_view{};
  }
  const float drop =
      (ui::CapHeight(page.frame, style) - ui::CapHeight(page.frame, ui::TextStyle::kSmall) +
       ui::LineHeight(page.frame, style) - ui::LineHeight(page.frame, ui::TextStyle::kSmall)) /
      (2 * page.frame.look.unit);
  page.Text(optional, x + at, y + drop, w - at, ui::TextStyle::kSmall, true);
  return {};
}

// The fields from `y` down to the page's bottom, in one or two columns.
void DrawFields(Page& page, const std::vector<IdentityField>& fields, float y, int columns) {
  // Upright, a name has the whole row, and so has an odd last one.
  const bool upright = columns == 2 && !page.landscape && !page.low;
  const float column =
      (page.width - (kGap * static_cast<float>(columns - 1))) / static_cast<float>(columns);
  struct Place {
    float x, w;
    int row;
  };
  std::vector<Place> places;
  int row = 0;
  bool half = false;  // the row has its first field
  auto style = ui::TextStyle::kStrong;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool last = i + 1 == fields.size();
    const bool whole = columns == 1 || (upright && (i == 0 || (last && !half)));
    const auto in_row = static_cast<float>(std::ranges::count(places, row, &Place::row));
    const float w = whole ? page.width : column;
    places.push_back({page.left + (in_row * (column + kGap)), w, row});
    half = !whole && static_cast<int>(in_row) + 1 < columns;
    if (!half) ++row;
    if (ui::TextWidth(page.frame, page.T(FieldText(fields[i])), style) > page.frame.U(w))
      style = ui::TextStyle::kSmall;
  }
  const int rows = places.empty() ? 0 : places.back().row + 1;
  // Where the reach ends before the fields do, their labels give way.
  const float between = static_cast<float>(rows - 1);
  if (page.low && (between + 1) * kControl + between * (kSmallGap + 58) > page.bottom - page.top)
    style = ui::TextStyle::kSmall;
  const float label = ui::LineHeight(page.frame, style) / page.frame.look.unit;
  const float under = page.low ? -2 : 4;  // low reach has no room to spare
  const float h = label + under + kControl;
  // In low reach with large words they begin where is only read, or they had no room.
  const auto count = static_cast<float>(rows);
  const float least = (count * h) + ((count - 1) * kSmallGap);
  if (page.low) y = std::max(page.reading_top, std::min(y - label - under, page.bottom - least));
  // A field belongs to the label above it, not to the one below.
  float gap = 34;
  if (rows > 1)
    gap = std::clamp(
        (page.bottom - y - (static_cast<float>(rows) * h)) / static_cast<float>(rows - 1),
        kSmallGap, 34.0F);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const float at = y + (static_cast<float>(places[i].row) * (h + gap));
    const auto optional = DrawFieldLabel(page, fields[i], places[i].x, at, places[i].w, style);
    const std::string shown = Shown(page, fields[i]);
    const std::string id = "field-" + std::to_string(static_cast<int>(fields[i]));
    ui::FieldLook look;
    look.text = shown;
    look.placeholder = optional;
    look.icon = "pensil";
    look.covered = page.view.state.visit.covered;
    page.Take(ui::TextField(page.frame, id.c_str(),
                            page.Box(places[i].x, at + label + under, places[i].w, kControl), look),
              EditField{fields[i]});
  }
}

}  // namespace

namespace {

// The three choices with their pictures, one under the other; on a lying panel side by side. Their
// places don't move when one is chosen: the fields come below.
float DrawModes(Page& page, float y, float height) {
  const Identity& identity = page.Entry().identity;
  const bool side_by_side = page.landscape;
  const auto count = static_cast<float>(kModes.size());
  const float gap = page.low ? kSmallGap : kGap;
  const float w = side_by_side ? (page.width - ((count - 1) * gap)) / count : page.width;
  const float h = side_by_side ? height : (height - ((count - 1) * gap)) / count;
  float x = page.left;
  std::vector<ui::Rect> cells;
  std::vector<ui::TileLook> looks;
  for (const Mode& mode : kModes) {
    cells.push_back(page.Box(x, y, w, h));
    looks.push_back({.icon = mode.icon,
                     .word = page.T(mode.word),
                     .second = page.T(mode.second),
                     .selected = identity.mode == mode.mode});
    if (side_by_side)
      x += w + gap;
    else
      y += h + gap;
  }
  ui::FitChoices(page.frame, cells, looks);
  for (std::size_t i = 0; i < kModes.size(); ++i)
    page.Take(ui::Choice(page.frame, kModes[i].id, cells[i], looks[i]),
              PickIdentity{kModes[i].mode});
  return side_by_side ? y + h + kGap : y;
}

}  // namespace

namespace {

// Before anything is typed: who is with a child, and what becomes of a name that is given.
void DrawNoticeBelow(Page& page, float y) {
  if (page.view.context.office.sensitive.active)
    y = page.Text(page.T(TextId::kIdentChild), page.left, y, page.width, ui::TextStyle::kStrong) +
        34;
  DrawNoticeUnder(page, y, page.T(TextId::kIdentNotice));
}

void DrawModePage(Page& page) {
  const bool anonymous = page.Entry().identity.mode == IdentityMode::kAnonymous;
  page.Ask(page.T(TextId::kIdentTitle), page.T(TextId::kIdentHint));
  const bool cramped = Cramped(page.view.state.visit);
  const float room = page.bottom - page.top;
  // On a lying panel the fields below, at most two rows of two, have their room first.
  const float below = page.landscape && !page.low ? 2 * (kControl + 67) + 56 : 0;
  float height =
      page.landscape ? std::clamp(room - below, kControl, 220.0F) : std::min(room, 520.0F);
  if (cramped) height = std::min(room, page.landscape ? 300.0F : 840.0F);
  const float y = DrawModes(page, page.top, height);
  if (anonymous && !page.low) DrawNoticeBelow(page, y + 24);
  if (anonymous || cramped) return;
  const auto fields = FieldsOf(page);
  const int columns = page.landscape && fields.size() == 3 ? 3 : fields.size() > 1 ? 2 : 1;
  DrawFields(page, fields, y + 8, columns);
}

void DrawFieldsPage(Page& page) {
  page.Title(page.T(page.Entry().identity.mode == IdentityMode::kNamed ? TextId::kIdentNamed
                                                                       : TextId::kIdentPhone));
  const auto fields = FieldsOf(page);
  const bool narrow = page.frame.look.large && !page.landscape;
  DrawFields(page, fields, page.top, fields.size() > 1 && !narrow ? 2 : 1);
}

}  // namespace

namespace {

// Answers to one question, alike, in rows of `columns`; an odd first one, which settles it, has its
// own row. Returns the y below.
template <class Answer, class Wanted>
float DrawAnswers(Page& page, float y, const std::vector<Answer>& answers,
                  const std::function<TextId(Answer)>& word, const std::string& id,
                  std::optional<Answer> chosen, int columns) {
  const auto count = static_cast<int>(answers.size());
  const int before = count % columns == 1 ? columns - 1 : 0;  // places left out
  const int rows = (count + before) / columns;
  const float w =
      (page.width - (kSmallGap * static_cast<float>(columns - 1))) / static_cast<float>(columns);
  // Large words have no room for a tile's own margins.
  const bool tiles = columns > 2 && !page.view.state.visit.clearer;
  std::vector<ui::Rect> cells;
  std::vector<ui::TileLook> looks;
  for (int i = 0; i < count; ++i) {
    const Answer answer = answers[static_cast<std::size_t>(i)];
    const int place = i == 0 ? 0 : i + before;
    const float x = page.left + (static_cast<float>(place % columns) * (w + kSmallGap));
    const float at = y + (static_cast<float>(place / columns) * (kControl + kSmallGap));
    cells.push_back(page.Box(x, at, i == 0 && before > 0 ? page.width : w, kControl));
    looks.push_back({.word = page.T(word(answer)), .selected = chosen == answer});
  }
  ui::FitChoices(page.frame, cells, looks);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::string name = id + std::to_string(i + 1);
    page.Take(tiles ? ui::Choice(page.frame, name.c_str(), cells[i], looks[i])
                    : ui::PhraseButton(page.frame, name.c_str(), cells[i], looks[i].word,
                                       looks[i].selected),
              Wanted{answers[i]});
  }
  return y + (static_cast<float>(rows) * (kControl + kSmallGap));
}

// The ways alike, one under the other or beside each other: pages of their own have the room.
void DrawSafeWaysLarge(Page& page) {
  const Identity& identity = page.Entry().identity;
  constexpr std::array<SafeWay, 3> kWays{SafeWay::kNone, SafeWay::kPhone, SafeWay::kWhatsApp};
  page.Ask(page.T(TextId::kSafeTitle), page.T(TextId::kSafeHint));
  const auto cells = page.Cells(3, page.landscape ? 3 : 1, page.top, page.bottom - page.top, 200);
  std::vector<ui::TileLook> looks;
  for (const SafeWay way : kWays)
    looks.push_back({.word = page.T(SafeWayText(way)), .selected = identity.safe_way == way});
  ui::FitChoices(page.frame, cells, looks);
  for (std::size_t i = 0; i < kWays.size(); ++i)
    page.Take(
        ui::Choice(page.frame, ("safe-way-" + std::to_string(i + 1)).c_str(), cells[i], looks[i]),
        PickSafeWay{kWays[i]});
}

float DrawSafeHours(Page& page, float y) {
  return DrawAnswers<SafeHours, PickSafeHours>(
      page, y, {SafeHours::kMorning, SafeHours::kNoon, SafeHours::kAfternoon, SafeHours::kAny},
      SafeHoursText, "safe-hours-", page.Entry().identity.safe_hours, page.landscape ? 4 : 2);
}

void DrawNameOffice(Page& page, float y) {
  const std::string& words = page.T(TextId::kSafeNameOffice);
  const float h =
      std::max(kControl + 8, page.TextHeight(words, page.width - 190, ui::TextStyle::kStrong) + 40);
  page.Take(ui::CheckCard(page.frame, "safe-name-office", page.Box(page.left, y, page.width, h),
                          words, page.Entry().identity.may_name_office),
            ToggleNameOffice{});
}

// How and when a call does no harm; without both nobody is called.
void DrawSafePage(Page& page) {
  if (Cramped(page.view.state.visit)) {
    DrawSafeWaysLarge(page);
    return;
  }
  page.Ask(page.T(TextId::kSafeTitle), page.T(TextId::kSafeHint));
  float y = DrawAnswers<SafeWay, PickSafeWay>(
      page, page.top, {SafeWay::kNone, SafeWay::kPhone, SafeWay::kWhatsApp}, SafeWayText,
      "safe-way-", page.Entry().identity.safe_way, page.landscape ? 3 : 2);
  y = page.Text(page.T(TextId::kSafeHoursTitle), page.left, y + 10, page.width,
                ui::TextStyle::kStrong) +
      14;
  DrawNameOffice(page, DrawSafeHours(page, y));
}

void DrawSafeHoursPage(Page& page) {
  page.Ask(page.T(TextId::kSafeHoursTitle));
  DrawNameOffice(page, DrawSafeHours(page, page.top) + kGap - kSmallGap);
}

}  // namespace

Drawn DrawIdentify(ui::Frame& frame, const Identify& screen, const View& view) {
  constexpr std::array<const char*, 5> kNames{"identity", "identity-fields", "identity-safe",
                                              "identity-safe-hours", "identity-permissions"};
  Page page(frame, view, kNames[static_cast<std::size_t>(screen.part)]);
  page.Progress(Station::kIdentity);
  switch (screen.part) {
    case IdentityPart::kMode:
      DrawModePage(page);
      break;
    case IdentityPart::kFields:
      DrawFieldsPage(page);
      break;
    case IdentityPart::kSafe:
      DrawSafePage(page);
      break;
    case IdentityPart::kSafeTime:
      DrawSafeHoursPage(page);
      break;
    case IdentityPart::kPermissions:
      DrawPermissionsPage(page);
      break;
  }
  page.Back();
  page.Next(page.T(TextId::kCommonNext), true, GoNext{});
  return page.Result();
}

Drawn DrawTypeField(ui::Frame& frame, const TypeField& screen, const View& view) {
  Page page(frame, view, "field-" + std::to_string(static_cast<int>(screen.field)),
            PageKind::kTyping);
  page.Progress(Station::kIdentity);
  const bool phone = screen.field == IdentityField::kPhone;
  const bool name = screen.field == IdentityField::kName;
  const auto places =
      PlacesForTyping(page, page.T(FieldText(screen.field)),
                      name ? std::string_view{} : std::string_view{page.T(TextId::kCommonOptional)},
                      page.low ? kLowKey : kKey);
  ui::Rect field = places.field;
  field.h = std::min(field.h, frame.U(kControl + 2));
  const std::string& value = ValueOf(page.Entry().identity, screen.field);
  const std::string shown = phone ? Phone(value) : value;
  ui::FieldLook look;
  look.text = shown;
  look.active = !view.state.visit.covered;
  look.covered = view.state.visit.covered;
  if (screen.wrong) look.error = page.T(TextId::kErrPhone);
  DrawNoticeBeside(page, field);
  page.Take(ui::TextField(frame, "field", field, look), Uncover{});
  if (phone) {
    TakeTyped(page, ui::PhonePad(frame, places.keys, false));
  } else {
    const bool upper = value.empty() || value.back() == ' ';
    TakeTyped(page, ui::Keyboard(frame, places.keys, LookOfKeys(page, screen.layer, upper)),
              screen.layer);
  }
  page.Back();
  page.Next(page.T(TextId::kCommonNext), true, GoNext{});
  return page.Result();
}

}  // namespace tanggap::kiosk
