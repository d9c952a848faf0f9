// With or without a name: without is chosen beforehand, and no box stands before "Lanjut".
#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

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

// The flat notice: what for, who reads, who doesn't, how long.
std::string NoticeWords(const Page& page) {
  const std::string keep = page.T().Format(
      TextId::kConsentKeep,
      {{"retensi", RetentionWords(page.T(), page.view.context.office.retention.identity_days)}});
  return page.T(TextId::kConsentPurpose) + " " + page.T(TextId::kConsentWho) + " " +
         page.T(TextId::kConsentNotWho) + " " + keep;
}

float DrawFields(Page& page, const std::vector<IdentityField>& fields, float x, float y, float w,
                 int columns) {
  const float column = (w - (kGap * static_cast<float>(columns - 1))) / static_cast<float>(columns);
  const float label = ui::LineHeight(page.frame, ui::TextStyle::kSmall) / page.frame.look.unit;
  const float under = page.low ? -2 : 4;  // low reach has no room to spare
  const float h = label + under + kControl;
  // Upright, a name has the whole row, and so has an odd last one.
  const bool upright = columns == 2 && !page.landscape && !page.low;
  float at = x;
  float row = y;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool last = i + 1 == fields.size();
    const bool whole = columns == 1 || (upright && (i == 0 || (last && at == x)));
    const float field_w = whole ? w : column;
    page.Text(page.T(FieldText(fields[i])), at, row, field_w, ui::TextStyle::kSmall);
    const std::string shown = Shown(page, fields[i]);
    const std::string id = "field-" + std::to_string(static_cast<int>(fields[i]));
    ui::FieldLook look;
    look.text = shown;
    // Larger than its field with large words; the empty field says the same.
    if (!page.view.state.visit.clearer) look.placeholder = page.T(TextId::kCommonOptional);
    look.covered = page.view.state.visit.covered;
    page.Take(ui::TextField(page.frame, id.c_str(),
                            page.Box(at, row + label + under, field_w, kControl), look),
              EditField{fields[i]});
    const bool row_is_full = whole || at + (2 * column) + kGap > x + w + 1;
    at = row_is_full ? x : at + column + kGap;
    if (row_is_full && !last) row += h + kSmallGap;
  }
  return row + h + kSmallGap;
}

// The two permissions and the whole notice, from the bottom up; returns the y above them.
float DrawPermissions(Page& page) {
  const Identity& identity = page.Entry().identity;
  const float words_w = page.width - 190;
  const auto height = [&](TextId id) {
    return std::max(kControl + 8,
                    page.TextHeight(page.T(id), words_w, ui::TextStyle::kStrong) + 40);
  };
  const float phone = height(TextId::kConsentAskPhone);
  const float whatsapp = height(TextId::kConsentAskPhoneWa);
  float y = page.bottom - kControl;
  const bool asked = !page.view.context.office.sensitive.active;  // else by the safe way
  page.Take(
      ui::QuietButton(page.frame, "notice", page.Box(page.left, y, page.width, kControl),
                      {.word = page.T(TextId::kConsentFull), .style = ui::TextStyle::kStrong}),
      OpenNotice{});
  if (!asked) return y;
  y -= whatsapp + kSmallGap;
  page.Take(ui::CheckCard(page.frame, "may-whatsapp", page.Box(page.left, y, page.width, whatsapp),
                          page.T(TextId::kConsentAskPhoneWa), identity.may_whatsapp),
            TogglePermission{Permission::kWhatsApp});
  y -= phone + kSmallGap;
  page.Take(ui::CheckCard(page.frame, "may-phone", page.Box(page.left, y, page.width, phone),
                          page.T(TextId::kConsentAskPhone), identity.may_phone),
            TogglePermission{Permission::kPhone});
  return y;
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

void DrawModePage(Page& page) {
  const bool anonymous = page.Entry().identity.mode == IdentityMode::kAnonymous;
  page.Title(page.T(TextId::kIdentTitle), page.T(TextId::kIdentHint));
  if (page.view.context.office.sensitive.active) {
    const float below = page.Text(page.T(TextId::kIdentChild), page.left, page.reading_top - 24,
                                  page.width, ui::TextStyle::kSmall, true) +
                        10;
    page.top = std::max(page.top, below);
  }
  const bool cramped = Cramped(page.view.state.visit);
  const float room = page.bottom - page.top;
  // On a lying panel the fields below, at most two rows of two, have their room first.
  const float below = page.landscape && !page.low ? 2 * (kControl + 67) + 56 : 0;
  float height =
      page.landscape ? std::clamp(room - below, kControl, 220.0F) : std::min(room, 560.0F);
  if (cramped) height = std::min(room, page.landscape ? 300.0F : 840.0F);
  const float y = DrawModes(page, page.top, height);
  if (anonymous || cramped) return;
  const auto fields = FieldsOf(page);
  const int columns = page.landscape && fields.size() == 3 ? 3 : fields.size() > 1 ? 2 : 1;
  DrawFields(page, fields, page.left, y + 14, page.width, columns);
}

void DrawFieldsPage(Page& page) {
  page.Title(page.T(page.Entry().identity.mode == IdentityMode::kNamed ? TextId::kIdentNamed
                                                                       : TextId::kIdentPhone));
  const auto fields = FieldsOf(page);
  const bool narrow = page.view.state.visit.clearer && !page.landscape;
  DrawFields(page, fields, page.left, page.top, page.width, fields.size() > 1 && !narrow ? 2 : 1);
}

void DrawPermissionsPage(Page& page) {
  page.Title(page.T(TextId::kConsentTitle));
  const float end = DrawPermissions(page);
  const std::string notice = NoticeWords(page);
  for (const ui::TextStyle style : {ui::TextStyle::kBody, ui::TextStyle::kSmall}) {
    const float h = page.TextHeight(notice, page.width, style);
    if (page.reading_top + h > end - 8) continue;
    page.Text(notice, page.left, page.reading_top, page.width, style, true);
    return;
  }
}

}  // namespace

namespace {

// Tiles in a row that answer one question; returns the y below.
template <class Answer, class Wanted>
float DrawAnswers(Page& page, float y, const std::vector<Answer>& answers,
                  const std::function<TextId(Answer)>& word, const std::string& id,
                  std::optional<Answer> chosen, int columns) {
  const auto count = static_cast<int>(answers.size());
  const int rows = (count + columns - 1) / columns;
  const float w =
      (page.width - (kSmallGap * static_cast<float>(columns - 1))) / static_cast<float>(columns);
  for (int i = 0; i < count; ++i) {
    const Answer answer = answers[static_cast<std::size_t>(i)];
    const float x = page.left + (static_cast<float>(i % columns) * (w + kSmallGap));
    const float at = y + (static_cast<float>(i / columns) * (kControl + kSmallGap));
    const std::string name = id + std::to_string(i + 1);
    const ui::Rect place = page.Box(x, at, w, kControl);
    const std::string& words = page.T(word(answer));
    const bool is = chosen == answer;
    // A narrow one needs the letters that fit it.
    page.Take(columns > 2
                  ? ui::Choice(page.frame, name.c_str(), place, {.word = words, .selected = is})
                  : ui::PhraseButton(page.frame, name.c_str(), place, words, is),
              Wanted{answer});
  }
  return y + (static_cast<float>(rows) * (kControl + kSmallGap));
}

// How and when a call does no harm; without both nobody is called.
void DrawSafePage(Page& page) {
  const Identity& identity = page.Entry().identity;
  const bool large = page.view.state.visit.clearer;
  page.Title(page.T(TextId::kSafeTitle), page.low || large ? "" : page.T(TextId::kSafeHint));
  float y = DrawAnswers<SafeWay, PickSafeWay>(
      page, page.top, {SafeWay::kNone, SafeWay::kPhone, SafeWay::kWhatsApp}, SafeWayText,
      "safe-way-", identity.safe_way, page.landscape || page.low ? 3 : 2);
  if (!page.low)
    y = page.Text(page.T(TextId::kSafeHoursTitle), page.left, y + 10, page.width,
                  ui::TextStyle::kStrong) +
        14;
  y = DrawAnswers<SafeHours, PickSafeHours>(
      page, y, {SafeHours::kMorning, SafeHours::kNoon, SafeHours::kAfternoon, SafeHours::kAny},
      SafeHoursText, "safe-hours-", identity.safe_hours, page.landscape ? 4 : 2);
  const float h = std::max(kControl + 8, page.TextHeight(page.T(TextId::kSafeNameOffice),
                                                         page.width - 190, ui::TextStyle::kStrong) +
                                             40);
  page.Take(ui::CheckCard(page.frame, "safe-name-office", page.Box(page.left, y, page.width, h),
                          page.T(TextId::kSafeNameOffice), identity.may_name_office),
            ToggleNameOffice{});
}

}  // namespace

Drawn DrawIdentify(ui::Frame& frame, const Identify& screen, const View& view) {
  constexpr std::array<const char*, 4> kNames{"identity", "identity-fields", "identity-safe",
                                              "identity-permissions"};
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
    case IdentityPart::kPermissions:
      DrawPermissionsPage(page);
      break;
  }
  page.Back();
  page.Next(page.T(TextId::kCommonNext), true, GoNext{});
  return page.Result();
}

Drawn DrawTypeField(ui::Frame& frame, const TypeField& screen, const View& view) {
  Page page(frame, view, "field-" + std::to_string(static_cast<int>(screen.field)));
  page.Progress(Station::kIdentity);
  const bool phone = screen.field == IdentityField::kPhone;
  const auto places = PlacesForTyping(page, page.T(FieldText(screen.field)),
                                      page.T(TextId::kCommonOptional), page.low ? 95 : 106);
  ui::Rect field = places.field;
  field.h = std::min(field.h, frame.U(kControl + 2));
  const std::string& value = ValueOf(page.Entry().identity, screen.field);
  const std::string shown = phone ? Phone(value) : value;
  ui::FieldLook look;
  look.text = shown;
  look.active = !view.state.visit.covered;
  look.covered = view.state.visit.covered;
  if (screen.wrong) look.error = page.T(TextId::kErrPhone);
  page.Take(ui::TextField(frame, "field", field, look), Uncover{});
  if (phone) {
    TakeTyped(page, ui::PhonePad(frame, places.keys, false));
  } else {
    const bool upper = value.empty() || value.back() == ' ';
    TakeTyped(page, ui::Keyboard(frame, places.keys, LookOfKeys(page, screen.layer, upper)),
              screen.layer);
  }
  TypingActions(page, page.T(TextId::kCommonNext));
  return page.Result();
}

Drawn DrawNotice(ui::Frame& frame, const ReadNotice&, const View& view) {
  Page page(frame, view, "notice");
  page.Progress(Station::kIdentity);
  page.Title(page.T(TextId::kConsentTitle));
  const float column = page.landscape ? (page.width - kGap) / 2 : page.width;
  float y = page.Text(NoticeWords(page), page.left, page.top, column, ui::TextStyle::kSmall);
  for (const TextId id : {TextId::kConsentWhat, TextId::kConsentBasis, TextId::kConsentBasisLaw,
                          TextId::kConsentPeople}) {
    if (id == TextId::kConsentPeople && view.state.visit.clearer) continue;
    y = page.Text(page.T(id), page.left, y + 6, column, ui::TextStyle::kSmall);
  }
  float x = page.left;
  if (page.landscape) {
    x += column + kGap;
    y = page.top;
  }
  for (const TextId id : {TextId::kConsentRights, TextId::kConsentRights2, TextId::kConsentRights3,
                          TextId::kConsentHow, TextId::kConsentWithdraw})
    y = page.Text(page.T(id), x, y + 6, column, ui::TextStyle::kSmall);
  if (!view.context.office.data_contact.empty())
    page.Text(page.T().Format(TextId::kConsentContact,
                              {{"kontak_data", view.context.office.data_contact}}),
              x, y + 6, column, ui::TextStyle::kSmall);
  page.Back();
  return page.Result();
}

}  // namespace tanggap::kiosk
