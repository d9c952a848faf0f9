// The first screen is the rating itself; after it the same thanks for every face.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "kiosk/screens/four_faces.h"
#include "kiosk/screens/page.h"
#include "kiosk/words.h"
#include "ui/motion.h"

namespace tanggap::kiosk {
namespace {

struct Way {
  const char* id;
  TextId word;
  std::string_view icon;
  Intent wanted;
};

std::vector<Way> Ways(const Page& page) {
  const bool sensitive = page.view.context.office.sensitive.active;
  std::vector<Way> ways{{"complain",
                         sensitive ? TextId::kRateComplainOffice : TextId::kRateComplain,
                         "pengaduan", MakeComplaint{}}};
  if (sensitive) ways.push_back({"talk", TextId::kRateTalk, "bicara", WantToTalk{}});
  ways.push_back({"lookup", TextId::kRateLookup, "tiket", FindTicket{}});
  return ways;
}

// Icon, gap and padding of a button.
float AroundWord(ui::TextStyle style) {
  return style == ui::TextStyle::kLabel ? 130 : 116;
}

// The ways in as few rows as their words need.
struct WayRow {
  std::vector<std::size_t> ways;
  float words = 0;
};
float WayWidth(Page& page, const Way& way, ui::TextStyle style) {
  return (ui::TextWidth(page.frame, page.T(way.word), style) / page.frame.look.unit) +
         AroundWord(style);
}
std::vector<WayRow> Rows(Page& page, const std::vector<Way>& ways, ui::TextStyle style) {
  std::vector<WayRow> rows;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const float w = WayWidth(page, ways[i], style);
    if (rows.empty() || rows.back().words + w + kGap > page.width) rows.emplace_back();
    rows.back().ways.push_back(i);
    rows.back().words += w + (rows.back().ways.size() > 1 ? kGap : 0);
  }
  return rows;
}

void DrawRow(Page& page, const std::vector<Way>& ways, const WayRow& row, ui::TextStyle style,
             float y, float h) {
  const float spare = (page.width - row.words) / static_cast<float>(row.ways.size());
  float x = page.left;
  for (const std::size_t i : row.ways) {
    const float w = WayWidth(page, ways[i], style) + spare;
    page.Take(
        ui::SecondaryButton(page.frame, ways[i].id, page.Fixed(x, y, w, h),
                            {.word = page.T(ways[i].word), .icon = ways[i].icon, .style = style}),
        ways[i].wanted);
    x += w + kGap;
  }
}

// The officer responsible (UU 25/2009 art. 36).
std::string OfficerWords(const Page& page) {
  const OfficeContact& contact = page.view.context.office.contact;
  if (contact.title.empty()) return {};
  return page.T().Format(TextId::kRateOfficer,
                         {{"nama", contact.title}, {"kontak", contact.phone}});
}

float DrawOfficer(Page& page, float y) {
  return page.Text(OfficerWords(page), page.left, y, page.width, ui::TextStyle::kSmall, true);
}

// What the ways leave to the faces; units.
struct FacesPlace {
  float end = 0;
  float width = 0;
};

// Right above the help bar or at the foot; returns the y above it.
float DrawFooter(Page& page, float foot) {
  const std::string words = OfficerWords(page);
  if (words.empty()) return foot;
  const float h = page.TextHeight(words, page.width, ui::TextStyle::kSmall);
  DrawOfficer(page, foot - h);
  return foot - h;
}

// In rows under the faces.
FacesPlace DrawWays(Page& page) {
  const auto ways = Ways(page);
  // Fewer rows are larger faces: smaller words may buy that.
  auto style = ui::TextStyle::kLabel;
  auto rows = Rows(page, ways, style);
  if (const auto fewer = Rows(page, ways, ui::TextStyle::kStrong); fewer.size() < rows.size()) {
    style = ui::TextStyle::kStrong;
    rows = fewer;
  }
  const bool help_below = !page.landscape || page.low;
  const float foot = page.frame.Height() - (!help_below ? 30 : page.landscape ? 172 : 184);
  // In low reach the upper part is free for what is only read.
  float ways_end = foot - kGap;
  if (page.low)
    page.reading_top = DrawOfficer(page, page.reading_top);
  else
    ways_end = DrawFooter(page, foot) - 26;
  const float h = rows.size() > 1 || page.landscape ? kControl : 136;
  float y = ways_end - (static_cast<float>(rows.size()) * (h + kSmallGap)) + kSmallGap;
  const FacesPlace faces{y - kGap, page.width};
  for (const WayRow& row : rows) {
    DrawRow(page, ways, row, style, y, h);
    y += h + kSmallGap;
  }
  return faces;
}

// Where the help has a row of its own: the two ways with long words in the row above it, the third
// beside the faces.
FacesPlace DrawLowTwoRows(Page& page, const std::vector<Way>& ways) {
  const std::vector<Way> first(ways.begin(), ways.end() - 1);
  const auto style = ui::TextStyle::kStrong;
  const WayRow row = Rows(page, first, style).front();
  DrawRow(page, first, row, style, page.action_y, page.action_h);
  const float most = page.width - kGap - FacesLeast(page);
  const float column = std::min(most, 330.0F);
  const ui::TileLook look{.icon = ways.back().icon, .word = page.T(ways.back().word)};
  page.Take(
      ui::Tile(page.frame, ways.back().id,
               page.Fixed(page.Right() - column, page.top, column, page.bottom - page.top), look),
      ways.back().wanted);
  return {page.bottom, page.width - column - kGap};
}

// In low reach on a lying panel: at both ends of the help; of three the long ones have a column
// beside the faces.
FacesPlace DrawLowWays(Page& page) {
  const auto ways = Ways(page);
  DrawOfficer(page, page.reading_top);
  // A panel that is nearly square has the help below the ways, and its faces keep their size.
  if (!page.one_row) page.BeginMany();
  const auto button = [&](const Way& way, const ui::Rect& at, ui::TextStyle style) {
    page.Take(ui::SecondaryButton(page.frame, way.id, at,
                                  {.word = page.T(way.word), .icon = way.icon, .style = style}),
              way.wanted);
  };
  if (ways.size() == 2) {
    // What stands at both ends has letters of one size.
    const ui::Rect first = page.BackAndCancelPlace();
    const bool large = page.frame.U(WayWidth(page, ways.front(), ui::TextStyle::kLabel)) <= first.w;
    const auto style = large ? ui::TextStyle::kLabel : ui::TextStyle::kStrong;
    button(ways.back(), page.NextPlace(), style);
    button(ways.front(), first, style);
    return {page.bottom, page.width};
  }
  if (!page.one_row) return DrawLowTwoRows(page, ways);
  button(ways.back(), page.BackAndCancelPlace(), ui::TextStyle::kLabel);
  // Beside faces and help, down to the panel's end: what must be read at a glance has the room.
  const float next = page.NextPlace().w / page.frame.look.unit;
  const float column = std::min(page.width - kGap - FacesLeast(page), next);
  const float h = (page.action_y + page.action_h - page.top - kSmallGap) / 2;
  std::vector<ui::Rect> cells;
  std::vector<ui::TileLook> looks;
  for (std::size_t i = 0; i < 2; ++i) {
    const float y = page.top + (static_cast<float>(i) * (h + kSmallGap));
    cells.push_back(page.Fixed(page.Right() - column, y, column, h));
    looks.push_back({.icon = ways[i].icon, .word = page.T(ways[i].word)});
  }
  const ui::TileFit fit = ui::FitTiles(page.frame, cells, looks);
  for (std::size_t i = 0; i < 2; ++i) {
    looks[i].fit = fit;
    page.Take(ui::Tile(page.frame, ways[i].id, cells[i], looks[i]), ways[i].wanted);
  }
  return {page.bottom, page.width - column - kGap};
}

}  // namespace

Drawn DrawAttract(ui::Frame& frame, const Attract&, const View& view) {
  Page page(frame, view, "attract");
  ui::ShiftPixels(frame);
  if (const auto dimmed = DimmedFrom(view.context, view.state)) {
    constexpr float kNightLight = 0.3F;
    if (dimmed->count() <= frame.now_ms)
      frame.light = kNightLight;
    else
      frame.WakeAt(dimmed->count());
  }
  page.Office();
  page.top = page.landscape ? 190 : 200;
  page.Title(page.T(TextId::kRateTitle),
             view.state.visit.clearer ? std::string_view{} : page.T(TextId::kRateHint),
             ui::TextStyle::kDisplay);
  const FacesPlace faces = page.low && page.landscape ? DrawLowWays(page) : DrawWays(page);
  const auto touched = DrawFaces(page, page.top, faces.end - page.top, true, faces.width);
  page.Take(touched.has_value(), Rate{touched.value_or(0)});
  return page.Result();
}

namespace {

// What the thanks say below their title; nothing claims to be saved before it is.
std::vector<std::string> ThanksWords(const Page& page, const Thanks& screen) {
  if (screen.withdrawn) return {};  // the title says it
  const bool after_survey = screen.rating.Empty() && !screen.offers_survey;
  if (screen.stored) return {page.T(after_survey ? TextId::kSkmDone : TextId::kThanksHigh)};
  if (after_survey || !screen.rating.Empty()) return {};
  return {page.T(TextId::kThanksCode), page.T(TextId::kTicketSecret)};
}

// Tick and words in the middle of what the controls leave; a rating taken back has no tick.
void DrawThanksWords(Page& page, const Thanks& screen, float end) {
  const std::string& title =
      page.T(screen.withdrawn ? TextId::kThanksWithdrawn : TextId::kThanksTitle);
  const auto style = screen.withdrawn ? ui::TextStyle::kTitle : ui::TextStyle::kDisplay;
  const auto words = ThanksWords(page, screen);
  const float disc = screen.withdrawn ? 0 : page.landscape ? 240 : 326;
  const bool beside = page.landscape && disc > 0;
  const float x = beside ? page.left + disc + 60 : page.left;
  const float w = page.Right() - x;
  float words_h = page.TextHeight(title, w, style);
  for (const std::string& each : words)
    words_h += 10 + page.TextHeight(each, w, ui::TextStyle::kBody);
  const float all = beside ? std::max(disc, words_h) : disc + (disc > 0 ? 40 : 0) + words_h;
  const float start = kHeaderTop + kHeaderHeight;
  // A little above the middle, where the eye looks first.
  float y = std::max(start + 20, start + ((end - start - all) * 0.42F));
  if (disc > 0) {
    const ui::Rect at = page.Box(page.left, y, disc, disc);
    ui::TickDisc(page.frame, at.Center(), at.w);
  }
  y += beside ? (all - words_h) / 2 : disc + (disc > 0 ? 40 : 0);
  y = page.Text(title, x, y, w, style);
  for (const std::string& each : words)
    y = page.Text(each, x, y + 10, w, ui::TextStyle::kBody, true);
}

}  // namespace

Drawn DrawThanks(ui::Frame& frame, const Thanks& screen, const View& view) {
  Page page(frame, view, "thanks");
  if (!page.low) page.Office();
  const float half = (page.width - kGap) / 2;
  const ui::Rect left_slot = page.one_row
                                 ? page.BackAndCancelPlace()
                                 : page.Fixed(page.left, page.action_y, half, page.action_h);
  const ui::Rect done = page.one_row
                            ? page.NextPlace()
                            : page.Fixed(page.Right() - half, page.action_y, half, page.action_h);
  constexpr float kCard = 200;
  float end = page.bottom;
  if (screen.withdrawn) {
    // Whoever meant another face finds it where the eye is; the survey steps back.
    end -= page.action_h;
    page.Take(
        ui::SecondaryButton(frame, "again", page.Fixed(page.left, end, page.width, page.action_h),
                            {.word = page.T(TextId::kThanksAgain), .icon = "kembali"}),
        RateAgain{});
    if (screen.offers_survey)
      page.Take(ui::SecondaryButton(frame, "survey", left_slot,
                                    {.word = page.T(TextId::kThanksSurvey), .icon = "syarat"}),
                TakeSurvey{});
  } else if (screen.offers_survey) {
    end -= kCard;
    page.Take(ui::Choice(frame, "survey", page.Fixed(page.left, end, page.width, kCard),
                         {.icon = "syarat",
                          .word = page.T(TextId::kThanksSurvey),
                          .second = page.T(TextId::kSkmIntro)}),
              TakeSurvey{});
  }
  DrawThanksWords(page, screen, end);
  if (!screen.rating.Empty() && !screen.withdrawn)
    page.Take(
        ui::QuietButton(frame, "mistake", left_slot, {.word = page.T(TextId::kThanksMistouch)}),
        TouchedByMistake{});
  page.Take(ui::SecondaryButton(frame, "done", done,
                                {.word = page.T(TextId::kCommonDone), .icon = "cek"}),
            Finish{});
  return page.Result();
}

Drawn DrawTalk(ui::Frame& frame, const TalkInPrivate&, const View& view) {
  Page page(frame, view, "talk");
  page.Cancel();
  page.Title(page.T(TextId::kTalkTitle));
  float y = page.Text(page.T(TextId::kTalkText), page.left, page.reading_top, page.width);
  y = page.Text(page.T(TextId::kTalkNothing), page.left, y + 6, page.width, ui::TextStyle::kBody,
                true) +
      40;
  const auto& numbers = view.context.office.sensitive.public_numbers;
  if (!numbers.empty()) {
    y = page.Text(page.T(TextId::kTalkNumbers), page.left, y, page.width, ui::TextStyle::kSmall,
                  true);
    for (const auto& [number, name] : numbers)
      y = page.Text(number + "  " + name, page.left, y + 6, page.width, ui::TextStyle::kTitle);
  }
  page.Back();
  page.NextAbove(page.T(TextId::kTalkCall), CallStaff{}, "petugas");
  return page.Result();
}

Drawn DrawOutOfService(ui::Frame& frame, const OutOfService& screen, const View& view) {
  Page page(frame, view, "out-of-service");
  page.Office();
  constexpr float kPicture = 200;
  constexpr float kBanner = 160;
  // Nothing stands in the action row of a lying panel: the banner may.
  const float banner_y =
      (page.landscape && !page.low ? page.action_y + page.action_h : page.bottom) - kBanner;
  const float x = page.landscape ? page.left + kPicture + 40 : page.left;
  const float w = page.Right() - x;
  float y = page.landscape ? 220 : 330;
  frame.Icon("alat", page.Box(page.left, y, kPicture, kPicture));
  y += page.landscape ? 10 : kPicture + 40;
  y = page.Text(page.T(TextId::kOosTitle), x, y, w, ui::TextStyle::kTitle) + 8;
  y = page.Text(page.T(TroubleText(screen.trouble)), x, y, w, ui::TextStyle::kBody, true);
  // Whoever can't wait for a machine has other ways, as many as there is room for.
  const auto& channels = view.context.office.channels;
  float all = 50 + page.TextHeight(page.T(TextId::kOosAlso), w, ui::TextStyle::kSmall);
  for (const std::string& channel : channels)
    all += page.TextHeight(channel, w, ui::TextStyle::kStrong) + 8;
  if (!channels.empty() && y + all + kGap <= banner_y) {
    y = page.Text(page.T(TextId::kOosAlso), x, y + 50, w, ui::TextStyle::kSmall, true);
    for (const std::string& channel : channels)
      y = page.Text(channel, x, y + 8, w, ui::TextStyle::kStrong);
  }
  ui::Banner(frame, page.Box(page.left, banner_y, page.width, kBanner), "petugas",
             page.T(TextId::kOosWhere));
  return page.Result();
}

}  // namespace tanggap::kiosk
