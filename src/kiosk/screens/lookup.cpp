// Look-up by scan or typing, and the state of a ticket.
#include <algorithm>
#include <array>
#include <string>

#include "kiosk/screens/page.h"
#include "kiosk/screens/typing.h"
#include "kiosk/words.h"
#include "texts/dates.h"
#include "ui/keyboard.h"

namespace tanggap::kiosk {
namespace {

std::string FaultWords(const Page& page, const LookUp& screen) {
  if (!screen.fault) return {};
  switch (*screen.fault) {
    case CodeFault::kLength:
      return page.T(TextId::kErrCodeForm);
    case CodeFault::kSymbol:
      return page.T(TextId::kErrScanOther);
    case CodeFault::kCheck:
      break;
  }
  return page.T(TextId::kErrCodeCheck);
}

// What to type, or what was wrong with it: in the error's colour and with its sign, or nobody
// looks.
float DrawCodeLabel(Page& page, const std::string& fault, float x, float y, float w) {
  if (fault.empty())
    return page.Text(page.T(TextId::kLookType), x, y, w, ui::TextStyle::kBody, true);
  constexpr float kSign = 52;
  const float text_x = x + kSign + 16;
  const float h = page.TextHeight(fault, w - kSign - 16, ui::TextStyle::kStrong);
  const ui::Color color = page.frame.Colors().error;
  page.frame.Icon("peringatan", page.Box(x, y + ((h - kSign) / 2), kSign, kSign), color,
                  ui::kTransparent, ui::kTransparent);
  ui::DrawText(page.frame, fault, page.Box(text_x, y, w - kSign - 16, h + 8),
               {.style = ui::TextStyle::kStrong, .color = color});
  return y + h;
}

constexpr float kEraseWidth = 124;
constexpr float kCodeField = 120;
constexpr int kCodeColumns = 8;
void DrawCodeEntry(Page& page, const LookUp& screen, float x, float y, float w, float end) {
  // In low reach the field is only read; erasing stands where Batal does: Back is as good here.
  const float field = page.low ? w : w - kEraseWidth - kGap;
  const std::string fault = FaultWords(page, screen);
  y = DrawCodeLabel(page, fault, x, y, w) + kGap;
  ui::CodeField(page.frame, page.Box(x, y, field, kCodeField), screen.typed, !fault.empty());
  const ui::Rect erase =
      page.low ? page.CancelPlace() : page.Box(x + w - kEraseWidth, y, kEraseWidth, kCodeField);
  page.Take(ui::SecondaryButton(page.frame, "erase", erase, {.word = "", .icon = "hapuskiri"}),
            EraseOne{});
  y += kCodeField + 34;
  if (page.low) y = std::max(y, page.top);
  TakeTyped(page, ui::CodePad(page.frame, page.Box(x, y, w, end - y), kCodeColumns));
}

void DrawCodeActions(Page& page, const LookUp& screen) {
  page.Back();
  page.Take(ui::PrimaryButton(page.frame, "check", page.NextPlace(),
                              {.word = page.T(TextId::kLookCheck),
                               .icon = "lanjut",
                               .icon_after = true,
                               .enabled = screen.typed.size() == kCodeSymbols}),
            CheckCode{});
}

}  // namespace

Drawn DrawLookUp(ui::Frame& frame, const LookUp& screen, const View& view) {
  Page page(frame, view, "look-up", PageKind::kTyping);
  if (!page.low) page.Cancel();
  page.HeaderTitle(page.T(TextId::kLookTitle), false);
  if (page.landscape) {
    const float w = page.WordsBesideKeys();
    const float y = page.top;
    page.reading_top = y;
    page.BeginMany();
    ui::Banner(frame, page.Box(page.left, y, w, w < 700 || view.state.visit.clearer ? 420 : 340),
               "pindai", page.T(TextId::kLookScan), ui::BannerArrow::kDown);
    DrawCodeEntry(page, screen, page.Right() - kKeysWidth, y, kKeysWidth,
                  page.action_y + page.action_h);
  } else {
    float y = page.low ? 200 : 213;
    const float banner = page.low ? 240 : 318;
    ui::Banner(frame, page.Box(page.left, y, page.width, banner), "pindai",
               page.T(TextId::kLookScan), ui::BannerArrow::kDown);
    y += banner + 40;
    if (page.low) y = frame.Height() * 0.55F - 214;
    DrawCodeEntry(page, screen, page.left, y, page.width, page.bottom);
  }
  DrawCodeActions(page, screen);
  return page.Result();
}

Drawn DrawLooking(ui::Frame& frame, const Looking& screen, const View& view) {
  Page page(frame, view, "looking");
  page.TicketHeader(Grouped(screen.code));
  page.top = page.landscape ? 330 : 620;
  page.Title(page.T(TextId::kLookBusy));
  return page.Result();
}

Drawn DrawNotFound(ui::Frame& frame, const NotFound& screen, const View& view) {
  Page page(frame, view, "not-found");
  frame.SoundAt(ui::Sound::kError);
  if (!page.low) page.Office();
  page.Title(page.T(TextId::kLookNone), page.T(TextId::kLookNoneDo));
  // As large as on the paper, so that a wrong sign is seen.
  const float card = page.landscape ? 260 : 300;
  const float y = page.reading_top + (page.landscape ? 20 : 60);
  ui::Card(frame, page.Box(page.left, y, page.width, card));
  ui::DrawText(
      frame, page.T(TextId::kTicketCode),
      page.Box(page.left, y + 34, page.width,
               page.TextHeight(page.T(TextId::kTicketCode), page.width, ui::TextStyle::kSmall)),
      {.style = ui::TextStyle::kSmall, .color = frame.Colors().ink2, .align = ui::Align::kCenter});
  ui::TicketNumber(frame, Grouped(screen.code),
                   page.Box(page.left + 20, y + 90, page.width - 40, card - 120));
  page.Take(ui::SecondaryButton(frame, "done", page.LeftPlace(),
                                {.word = page.T(TextId::kCommonDone), .icon = "cek"}),
            Finish{});
  page.Take(ui::PrimaryButton(frame, "again", page.NextPlace(),
                              {.word = page.T(TextId::kSaveAgain), .icon = "tiket"}),
            SearchAgain{});
  return page.Result();
}

Drawn DrawPaused(ui::Frame& frame, const LookUpPaused& screen, const View& view) {
  Page page(frame, view, "look-up-paused");
  page.OfficeName();
  const std::int64_t left = std::max<std::int64_t>(0, screen.until.count() - frame.now_ms);
  const std::string minutes = std::to_string((left + 59'999) / 60'000);
  page.Title(page.T().Format(TextId::kLookWait, {{"n", minutes}}));
  page.Next(page.T(TextId::kCommonDone), true, Finish{}, "cek");
  return page.Result();
}

namespace {

// The stations with the days on which they were reached, as far as the desk said and there is room.
void DrawPath(Page& page, const TicketState& ticket, float x, float y, float w, float end) {
  constexpr std::array<TextId, 5> kStations{TextId::kPathReceived, TextId::kPathExamined,
                                            TextId::kPathDecided, TextId::kPathDelivered,
                                            TextId::kPathDone};
  const float unit = page.frame.look.unit;
  const auto now = static_cast<std::size_t>(ticket.stage);
  const float lines = (ui::LineHeight(page.frame, ui::TextStyle::kLabel) +
                       ui::LineHeight(page.frame, ui::TextStyle::kBody)) /
                      unit;
  // Below its word where the rows have the height, else behind it, as long as there is room.
  const bool below = (end - y) / static_cast<float>(kStations.size()) >= lines;
  const auto width = [&](const std::string& words, ui::TextStyle style) {
    return ui::TextWidth(page.frame, words, style) / unit;
  };
  float room = w - 170;  // beside disc and thread
  if (!below) {
    float longest = 0;
    for (const TextId station : kStations)
      longest = std::max(longest, width(page.T(station), ui::TextStyle::kLabel));
    room -= longest + 30;
  }
  const auto day_words = [&](Day day) -> std::string {
    for (const std::string& words :
         {FullDay(day, page.T()), ShortDay(day, page.T()), PlainDay(day, page.T())}) {
      if (width(words, ui::TextStyle::kBody) <= room) return words;
    }
    return {};
  };
  std::array<std::string, kStations.size()> days;
  const auto put = [&](std::size_t station, Day day) {
    if (day != Day{}) days[station] = day_words(day);
  };
  for (std::size_t i = 0; i < std::min(now, ticket.reached.size()); ++i)
    put(i, ticket.reached[i]);
  put(now, ticket.since);
  std::vector<ui::PathStation> stations;
  for (std::size_t i = 0; i < kStations.size(); ++i)
    stations.push_back({page.T(kStations[i]), days[i]});
  ui::StatusPath(page.frame, page.Box(x, y, w, end - y), stations, static_cast<int>(now));
}

constexpr float kLyingAnother = 360;  // so that the way to the holder's words has room for its own

}  // namespace

Drawn DrawTicketState(ui::Frame& frame, const ShowState& screen, const View& view) {
  Page page(frame, view, "ticket-state");
  page.TicketHeader(Grouped(screen.code));
  const auto sentences = StateSentences(view.context, page.T(), screen.ticket);
  const std::string title = sentences.empty() ? page.T(TextId::kStateUnknown) : sentences.front();
  page.Title(title);
  float y = page.reading_top - 12;
  const float words = page.landscape ? page.width * 0.44F : page.width;
  const bool in_row = page.landscape && !page.low;
  const bool speaks = !SayableAbout(screen.ticket).empty() || HandlingIsRated(screen.ticket);
  const std::string as_of = page.T().Format(
      TextId::kLookUpdated, {{"tanggal", ShortDay(screen.ticket.updated, page.T())}});
  // On a lying panel the sentences have the height to themselves, in smaller letters if need be.
  auto style = ui::TextStyle::kBody;
  if (page.landscape) {
    float all = page.TextHeight(as_of, words, ui::TextStyle::kSmall) + 8;
    for (std::size_t i = 1; i < sentences.size(); ++i)
      all += page.TextHeight(sentences[i], words, style) + 4;
    const float end = page.bottom - (speaks && !in_row ? kControl + kGap : 0);
    if (y + all > end) style = ui::TextStyle::kSmall;
  }
  for (std::size_t i = 1; i < sentences.size(); ++i)
    y = page.Text(sentences[i], page.left, y, words, style) + 4;
  page.Text(as_of, page.left, y + 8, words, ui::TextStyle::kSmall, true);
  const ui::Rect another = in_row
                               ? page.Fixed(page.left, page.action_y, kLyingAnother, page.action_h)
                               : page.LeftPlace();
  const float say_h = speaks && !page.landscape ? page.action_h - 10 + kGap : 0;
  if (page.landscape)
    DrawPath(page, screen.ticket, page.left + words + 60, page.reading_top, page.width - words - 60,
             page.bottom);
  else
    DrawPath(page, screen.ticket, page.left, y + 56, page.width, page.bottom - say_h);
  if (speaks) {
    // The other direction: what the holder wants to tell the office.
    const ui::Rect rect =
        in_row ? page.Fixed(
                     page.left + kLyingAnother + kGap, page.action_y,
                     page.width - kLyingAnother - std::min(740.0F, page.width * 0.4F) - (2 * kGap),
                     page.action_h)
        : page.landscape ? page.Fixed(page.left, page.bottom - kControl, words, kControl)
                         : page.Fixed(page.left, page.action_y - say_h, page.width, say_h - kGap);
    page.Take(ui::SecondaryButton(frame, "say", rect,
                                  {.word = page.T(SayOpenText(screen.ticket)), .icon = "balas"}),
              SaySomething{});
  }
  page.Take(ui::SecondaryButton(frame, "another", another,
                                {.word = page.T(TextId::kLookAnother), .icon = "tiket"}),
            FindAnother{});
  page.Next(page.T(TextId::kCommonDone), true, Finish{}, "cek");
  return page.Result();
}

}  // namespace tanggap::kiosk
