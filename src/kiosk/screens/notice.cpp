#include "kiosk/screens/notice.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/screens/typing.h"
#include "kiosk/words.h"
#include "ui/keyboard.h"

namespace tanggap::kiosk {
namespace {

// The flat notice: what for, who reads, who doesn't, how long.
std::string NoticeWords(const Page& page) {
  const std::string keep = page.T().Format(
      TextId::kConsentKeep,
      {{"retensi", RetentionWords(page.T(), page.view.context.office.retention.identity_days)}});
  return page.T(TextId::kConsentPurpose) + " " + page.T(TextId::kConsentWho) + " " +
         page.T(TextId::kConsentNotWho) + " " + keep;
}

// One permission: the question and its two answers, so that a tick can't be taken for the office's
// own. Beside each other where there is little height, else below each other.
struct Asked {
  const char* yes;
  const char* no;
  TextId question;
  Permission permission;
  bool may;
};
constexpr float kAnswerWidth = 270;
constexpr float kBetweenAsked = 60;

// Two questions in one row, where there is least height.
bool SideBySide(const Page& page) {
  return page.landscape && page.low;
}

bool Beside(const Page& page) {
  return (page.landscape || page.low) && !SideBySide(page);
}

float AnswerHeight(const Page& page) {
  return page.landscape || page.low ? kControl : kControl + 8;
}

float AskedHeight(Page& page, const Asked& asked, float w) {
  const float words_w = Beside(page) ? w - (2 * kAnswerWidth) - kSmallGap - kGap : w;
  const float words = page.TextHeight(page.T(asked.question), words_w, ui::TextStyle::kStrong);
  return Beside(page) ? std::max(words, AnswerHeight(page)) : words + 10 + AnswerHeight(page);
}

void DrawAsked(Page& page, const Asked& asked, float left, float y, float w) {
  const float h = AskedHeight(page, asked, w);
  const bool beside = Beside(page);
  const float answer_h = AnswerHeight(page);
  const float gap = beside ? kSmallGap : kGap;
  const float each = beside ? kAnswerWidth : (w - gap) / 2;
  const float x = left + w - (2 * each) - gap;
  const float at = beside ? y + ((h - answer_h) / 2) : y + h - answer_h;
  const float words_w = beside ? x - kGap - left : w;
  const float words_h = page.TextHeight(page.T(asked.question), words_w, ui::TextStyle::kStrong);
  page.Text(page.T(asked.question), left, beside ? y + ((h - words_h) / 2) : y, words_w,
            ui::TextStyle::kStrong);
  page.Take(ui::Choice(page.frame, asked.yes, page.Box(x, at, each, answer_h),
                       {.word = page.T(TextId::kCommonYes), .selected = asked.may}),
            AnswerPermission{asked.permission, true});
  page.Take(ui::Choice(page.frame, asked.no, page.Box(x + each + gap, at, each, answer_h),
                       {.word = page.T(TextId::kCommonNo), .selected = !asked.may}),
            AnswerPermission{asked.permission, false});
}

std::vector<Asked> AskedOf(const Page& page) {
  if (page.view.context.office.sensitive.active) return {};  // there by the safe way
  const Identity& identity = page.Entry().identity;
  return {{"may-phone", "may-not-phone", TextId::kConsentAskPhone, Permission::kPhone,
           identity.may_phone},
          {"may-whatsapp", "may-not-whatsapp", TextId::kConsentAskPhoneWa, Permission::kWhatsApp,
           identity.may_whatsapp}};
}

// Questions one under the other, or side by side.
float PermissionsHeight(Page& page) {
  const auto all = AskedOf(page);
  if (all.empty()) return kControl;
  float h = kControl;
  if (SideBySide(page)) {
    for (const Asked& asked : all)
      h = std::max(h, AskedHeight(page, asked, (page.width - kBetweenAsked) / 2));
    return h + kGap + kControl;
  }
  for (const Asked& asked : all)
    h += AskedHeight(page, asked, page.width) + kGap;
  return h;
}

// The permissions and the way to the whole notice from `y` on.
void DrawPermissions(Page& page, float y) {
  const float half = (page.width - kBetweenAsked) / 2;
  const float below = y + PermissionsHeight(page) - kControl;
  float x = page.left;
  for (const Asked& asked : AskedOf(page)) {
    const float w = SideBySide(page) ? half : page.width;
    const float h = AskedHeight(page, asked, w);
    if (SideBySide(page)) {
      DrawAsked(page, asked, x, below - kGap - h, w);
      x += half + kBetweenAsked;
    } else {
      DrawAsked(page, asked, x, y, w);
      y += h + kGap;
    }
  }
  page.Take(
      ui::QuietButton(page.frame, "notice", page.Box(page.left, below, page.width, kControl),
                      {.word = page.T(TextId::kConsentFull), .style = ui::TextStyle::kStrong}),
      OpenNotice{});
}

}  // namespace

void DrawNoticeBeside(Page& page, const ui::Rect& field) {
  const float unit = page.frame.look.unit;
  const std::string notice = NoticeWords(page);
  // On a lying panel under the question; upright under the field, in low reach above it.
  const float w = page.landscape ? page.WordsBesideKeys() : page.width;
  float y = page.landscape ? page.top + 20 : (field.Bottom() / unit) + 60;
  float end =
      page.landscape
          ? page.bottom
          : page.bottom - kGap - (ui::KeyboardHeight(page.frame, page.low ? kLowKey : kKey) / unit);
  if (page.low && !page.landscape) {
    y = page.reading_top;
    end = (field.y / unit) - kGap;
  }
  for (const ui::TextStyle style : {ui::TextStyle::kBody, ui::TextStyle::kSmall}) {
    if (y + page.TextHeight(notice, w, style) > end) continue;
    page.Text(notice, page.left, y, w, style, true);
    return;
  }
}

void DrawNoticeUnder(Page& page, float y, std::string_view head) {
  const std::string notice = NoticeWords(page);
  const float below = y + page.TextHeight(head, page.width, ui::TextStyle::kStrong) + 6;
  for (const ui::TextStyle style : {ui::TextStyle::kBody, ui::TextStyle::kSmall}) {
    if (below + page.TextHeight(notice, page.width, style) > page.bottom) continue;
    page.Text(head, page.left, y, page.width, ui::TextStyle::kStrong);
    page.Text(notice, page.left, below, page.width, style, true);
    return;
  }
}

void DrawPermissionsPage(Page& page) {
  page.Title(page.T(TextId::kConsentTitle));
  const float needed = PermissionsHeight(page);
  const std::string notice = NoticeWords(page);
  // In low reach the questions may stand where is only read: their answers are below them.
  const float begin = page.low ? page.reading_top : page.top;
  const float lowest = page.bottom - needed;
  float y = std::max(begin, lowest);
  for (const ui::TextStyle style : {ui::TextStyle::kBody, ui::TextStyle::kSmall}) {
    const float below =
        page.reading_top + page.TextHeight(notice, page.width, style) + (page.landscape ? 26 : 50);
    if (std::max(below, begin) > lowest) continue;
    page.Text(notice, page.left, page.reading_top, page.width, style, true);
    y = page.low ? lowest : std::max(below, begin);
    break;
  }
  DrawPermissions(page, y);
}

namespace {

// What belongs together stands together, under the question that it answers.
struct NoticeGroup {
  TextId head;
  std::string words;
  std::string law;  // smaller: the law's own names
};

std::vector<NoticeGroup> NoticeGroups(const Page& page) {
  const auto all = [&](std::initializer_list<TextId> ids) {
    std::string words;
    for (const TextId id : ids)
      words += (words.empty() ? "" : " ") + page.T(id);
    return words;
  };
  const ::tanggap::Office& office = page.view.context.office;
  const std::string keep =
      page.T().Format(TextId::kConsentKeep,
                      {{"retensi", RetentionWords(page.T(), office.retention.identity_days)}});
  std::string rights =
      all({TextId::kConsentRights, TextId::kConsentRights2, TextId::kConsentRights3,
           TextId::kConsentWithdraw, TextId::kConsentHow});
  if (!office.data_contact.empty())
    rights +=
        " " + page.T().Format(TextId::kConsentContact, {{"kontak_data", office.data_contact}});
  return {
      {TextId::kConsentHeadWhy, all({TextId::kConsentPurpose, TextId::kConsentWhat}) + " " + keep,
       all({TextId::kConsentBasis, TextId::kConsentBasisLaw})},
      {TextId::kConsentHeadWho,
       all({TextId::kConsentWho, TextId::kConsentNotWho, TextId::kConsentPeople}), ""},
      {TextId::kConsentHeadRights, std::move(rights), ""}};
}

constexpr float kBetweenGroups = 34;

float GroupHeight(Page& page, const NoticeGroup& group) {
  const float law =
      group.law.empty() ? 0 : page.TextHeight(group.law, page.width, ui::TextStyle::kSmall) + 4;
  return page.TextHeight(page.T(group.head), page.width, ui::TextStyle::kStrong) + 4 +
         page.TextHeight(group.words, page.width, ui::TextStyle::kBody) + law;
}

// First group of each page: what doesn't fit is turned to, never set smaller.
std::vector<std::size_t> PageStarts(Page& page, const std::vector<NoticeGroup>& groups) {
  std::vector<std::size_t> starts{0};
  float y = page.reading_top;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const float h = GroupHeight(page, groups[i]);
    if (i > starts.back() && y + h > page.bottom) {
      starts.push_back(i);
      y = page.reading_top;
    }
    y += h + kBetweenGroups;
  }
  return starts;
}

}  // namespace

Drawn DrawNotice(ui::Frame& frame, const ReadNotice& screen, const View& view) {
  Page page(frame, view, screen.page == 0 ? "notice" : "notice-" + std::to_string(screen.page));
  page.Progress(Station::kIdentity);
  page.Title(page.T(TextId::kConsentTitle));
  const auto groups = NoticeGroups(page);
  const auto starts = PageStarts(page, groups);
  const std::size_t at = std::min(static_cast<std::size_t>(screen.page), starts.size() - 1);
  const std::size_t end = at + 1 < starts.size() ? starts[at + 1] : groups.size();
  float y = page.reading_top;
  for (std::size_t i = starts[at]; i < end; ++i) {
    const NoticeGroup& group = groups[i];
    y = page.Text(page.T(group.head), page.left, y, page.width, ui::TextStyle::kStrong) + 4;
    y = page.Text(group.words, page.left, y, page.width, ui::TextStyle::kBody);
    if (!group.law.empty())
      y = page.Text(group.law, page.left, y + 4, page.width, ui::TextStyle::kSmall, true);
    y += kBetweenGroups;
  }
  page.Back();
  if (starts.size() > 1) {
    const std::size_t next = (at + 1) % starts.size();
    page.Skip(page.T().Format(TextId::kCommonPage, {{"n", std::to_string(next + 1)}}),
              TurnPage{static_cast<int>(next)});
  }
  return page.Result();
}

}  // namespace tanggap::kiosk
