// The first screen is the rating itself; after it the same thanks for every face.
#include <algorithm>
#include <string>

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

// Right above the help bar or at the foot; returns the y above it.
float DrawFooter(Page& page, float foot) {
  const std::string words = OfficerWords(page);
  if (words.empty()) return foot;
  const float h = page.TextHeight(words, page.width, ui::TextStyle::kSmall);
  DrawOfficer(page, foot - h);
  return foot - h;
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
  const bool short_of_room = page.landscape && page.low;
  if (!short_of_room) page.Office();
  page.top = page.landscape ? 190 : 200;
  if (short_of_room) page.top = 50;
  const bool hinted = !view.state.visit.clearer && !short_of_room;
  page.Title(page.T(TextId::kRateTitle), hinted ? page.T(TextId::kRateHint) : "",
             ui::TextStyle::kDisplay);
  const bool help_below = !page.landscape || page.low;
  const float foot =
      help_below ? frame.Height() - (page.landscape ? 172 : 184) : frame.Height() - 30;
  const auto ways = Ways(page);
  // Fewer rows are larger faces: smaller words may buy that.
  auto style = ui::TextStyle::kLabel;
  auto rows = Rows(page, ways, style);
  if (const auto fewer = Rows(page, ways, ui::TextStyle::kStrong); fewer.size() < rows.size()) {
    style = ui::TextStyle::kStrong;
    rows = fewer;
  }
  // In low reach the upper part is free for what is only read.
  const bool above = page.low && !page.landscape;
  float footer = foot;
  if (above)
    page.reading_top = DrawOfficer(page, page.reading_top);
  else
    footer = DrawFooter(page, foot);
  const float ways_end = above ? foot - kGap : footer - 26;
  const float h = rows.size() > 1 || page.landscape ? kControl : 136;
  float y = ways_end - (static_cast<float>(rows.size()) * (h + kSmallGap)) + kSmallGap;
  const float faces_end = y - kGap;
  for (const WayRow& row : rows) {
    DrawRow(page, ways, row, style, y, h);
    y += h + kSmallGap;
  }
  const auto touched = DrawFaces(page, page.top, faces_end - page.top, true);
  page.Take(touched.has_value(), Rate{touched.value_or(0)});
  return page.Result();
}

Drawn DrawThanks(ui::Frame& frame, const Thanks& screen, const View& view) {
  Page page(frame, view, "thanks");
  if (!page.low) page.Office();
  const float disc = page.landscape ? 240 : 326;
  float y = page.landscape ? 220 : 330;
  const ui::Rect at = page.Box(page.left, y, disc, disc);
  ui::TickDisc(frame, at.Center(), at.w);
  float x = page.left;
  float w = page.width;
  if (page.landscape) {
    x += disc + 60;
    w -= disc + 60;
    y += 20;
  } else {
    y += disc + 40;
  }
  y = ui::Question(frame, page.T(TextId::kThanksTitle), page.Box(x, y, w, 300),
                   ui::TextStyle::kDisplay) /
      frame.look.unit;
  // Nothing claims to be saved before it is.
  if (screen.withdrawn)
    page.Text(page.T(TextId::kThanksWithdrawn), x, y + 10, w, ui::TextStyle::kBody, true);
  else if (screen.stored)
    page.Text(page.T(TextId::kThanksHigh), x, y + 10, w, ui::TextStyle::kBody, true);
  const float row = page.landscape ? page.action_y : page.action_y - page.action_h - kGap;
  const float half = page.landscape ? (page.width - (2 * kGap)) / 3 : page.width;
  if (screen.offers_survey)
    page.Take(ui::SecondaryButton(frame, "survey", page.Fixed(page.left, row, half, page.action_h),
                                  {.word = page.T(TextId::kThanksSurvey), .icon = "syarat"}),
              TakeSurvey{});
  const float done_w = page.landscape ? half : (page.width - kGap) / 2;
  const float done_y = page.action_y;
  if (!screen.rating.Empty() && !screen.withdrawn)
    page.Take(ui::QuietButton(frame, "mistake",
                              page.Fixed(page.landscape ? page.left + half + kGap : page.left,
                                         done_y, done_w, page.action_h - 7),
                              {.word = page.T(TextId::kThanksMistouch)}),
              TouchedByMistake{});
  page.Take(ui::SecondaryButton(frame, "done",
                                page.Fixed(page.Right() - done_w, done_y, done_w, page.action_h),
                                {.word = page.T(TextId::kCommonDone), .icon = "cek"}),
            Finish{});
  return page.Result();
}

Drawn DrawTalk(ui::Frame& frame, const TalkInPrivate&, const View& view) {
  Page page(frame, view, "talk");
  page.Cancel();
  page.Title(page.T(TextId::kTalkTitle));
  float y = page.Text(page.T(TextId::kTalkText), page.left, page.top, page.width);
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
  page.Next(page.T(TextId::kTalkCall), true, CallStaff{}, "petugas");
  return page.Result();
}

Drawn DrawOutOfService(ui::Frame& frame, const OutOfService& screen, const View& view) {
  Page page(frame, view, "out-of-service");
  page.Office();
  page.top = page.landscape ? 230 : 420;
  frame.Icon("printer", page.Box(page.left, page.top, 200, 200));
  page.top += 240;
  page.Title(page.T(TextId::kOosTitle));
  page.Text(page.T(TroubleText(screen.trouble)), page.left, page.top - 12, page.width,
            ui::TextStyle::kBody, true);
  const float h = 160;
  ui::Banner(frame, page.Box(page.left, page.bottom - h, page.width, h), "petugas",
             page.T(TextId::kOosWhere));
  return page.Result();
}

}  // namespace tanggap::kiosk
