// The review: the whole complaint as it will be sent. "Kirim" stands elsewhere than any tap before.
#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/screens/page.h"
#include "kiosk/screens/review_rows.h"

namespace tanggap::kiosk {
namespace {

constexpr float kLabelWidth = 196;
constexpr float kLargeLabelWidth = 256;  // "Lebih jelas"
constexpr float kRowHeight = kControl + kSmallGap;

float LabelWidth(const Page& page) {
  return page.view.state.visit.clearer ? kLargeLabelWidth : kLabelWidth;
}

// As wide as its word needs: what is over is the answer's.
float ChangeWidth(Page& page) {
  constexpr float kLeast = 236;
  const float word =
      ui::TextWidth(page.frame, page.T(TextId::kCommonChange), ui::TextStyle::kStrong);
  return std::max(kLeast, std::ceil(word / page.frame.look.unit) + 108);
}

float AnswerWidth(Page& page, const ReviewRow& row, float w) {
  return w - (row.stacked ? 0 : LabelWidth(page)) - ChangeWidth(page) - 30;
}

// Answers are alike; only a story stands in the smaller letters where that keeps everything on one
// page.
ui::TextStyle AnswerStyle(Page& page, const ReviewRow& row, float w, bool tight) {
  const float room = page.frame.U(AnswerWidth(page, row, w));
  // A long word (a masked number) is never wider than its place.
  if (!ui::MeasureText(page.frame, row.words, ui::TextStyle::kStrong, room).fitted)
    return ui::TextStyle::kSmall;
  if (!tight || !row.story) return ui::TextStyle::kStrong;
  const float line = ui::LineHeight(page.frame, ui::TextStyle::kStrong) / page.frame.look.unit;
  const float h = page.TextHeight(row.words, AnswerWidth(page, row, w), ui::TextStyle::kStrong);
  return h > line + 1 ? ui::TextStyle::kSmall : ui::TextStyle::kStrong;
}

float AnswerHeight(Page& page, const ReviewRow& row, float w, bool tight) {
  const float width = AnswerWidth(page, row, w);
  float h = page.TextHeight(row.words, width, AnswerStyle(page, row, w, tight));
  if (!row.detail.empty()) h += page.TextHeight(row.detail, width, ui::TextStyle::kSmall);
  if (row.stacked) h += ui::LineHeight(page.frame, ui::TextStyle::kSmall) / page.frame.look.unit;
  return h;
}

float RowHeight(Page& page, const ReviewRow& row, float w, bool tight) {
  return std::max(kRowHeight, AnswerHeight(page, row, w, tight) + 24);
}

// Rows that fit between y and end, column by column; the rest goes onto further pages, whole
// stories included.
struct Sheet {
  using Column = std::vector<std::size_t>;
  std::vector<std::vector<Column>> pages;
  bool tight = false;
};
Sheet PagesOf(Page& page, const std::vector<ReviewRow>& rows, float w, float height,
              std::size_t columns, bool tight) {
  Sheet sheet;
  sheet.tight = tight;
  float used = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float h = RowHeight(page, rows[i], w, tight);
    if (sheet.pages.empty() || used + h > height) {
      if (sheet.pages.empty() || sheet.pages.back().size() == columns) sheet.pages.emplace_back();
      sheet.pages.back().emplace_back();
      used = 0;
    }
    sheet.pages.back().back().push_back(i);
    used += h;
  }
  return sheet;
}

// As the kit's row, but the whole answer shows, however long: a story is sent as it was read.
void DrawRow(Page& page, const ReviewRow& row, bool hide, const ui::Rect& at, bool tight) {
  const auto [x, y, w, h] = at;  // units
  const std::string_view words = hide ? std::string_view{"••••"} : std::string_view{row.words};
  const float text_w = AnswerWidth(page, row, w);
  const ui::TextStyle style = AnswerStyle(page, row, w, tight);
  const float one_line = ui::LineHeight(page.frame, style) / page.frame.look.unit;
  const float text_h = hide && !row.stacked ? one_line : AnswerHeight(page, row, w, tight);
  const float text_y = y + std::max(12.0F, (h - text_h) / 2);
  const float button_y = y + ((h - kControl) / 2);
  const float drop = style == ui::TextStyle::kSmall ? 0 : 6;  // onto the answer's first baseline
  page.Text(page.T(row.label), x, text_y + drop, LabelWidth(page) - 10, ui::TextStyle::kSmall,
            true);
  const float line = ui::LineHeight(page.frame, ui::TextStyle::kSmall) / page.frame.look.unit;
  const float answer_x = row.stacked ? x : x + LabelWidth(page);
  const float answer_y = text_y + (row.stacked ? line : 0);
  const float below = row.typed ? page.Typed(words, answer_x, answer_y, text_w, style)
                                : page.Text(words, answer_x, answer_y, text_w, style);
  if (!row.detail.empty() && !hide)
    page.Text(row.detail, answer_x, below, text_w, ui::TextStyle::kSmall, true);
  page.Take(
      ui::QuietButton(page.frame, row.id,
                      page.Box(x + w - ChangeWidth(page), button_y, ChangeWidth(page), kControl),
                      {.word = page.T(TextId::kCommonChange),
                       .icon = "pensil",
                       .style = ui::TextStyle::kStrong}),
      ChangeAnswer{row.station});
  page.frame.Fill(page.Box(x, y + h - 2, w, 2), page.frame.Colors().hair);
}

void DrawColumn(Page& page, const std::vector<ReviewRow>& rows, const Sheet::Column& shown,
                bool tight, float x, float w, float height) {
  const bool covered = page.view.state.visit.covered;
  float used = 0;
  for (const std::size_t i : shown)
    used += RowHeight(page, rows[i], w, tight);
  float y = page.top;
  // What is over is shared: rows breathe, up to the design's 26 mm.
  const float spare = std::max(0.0F, height - used);
  const float each = std::min(28.0F, spare / static_cast<float>(shown.size()));
  for (const std::size_t i : shown) {
    const ReviewRow& row = rows[i];
    const float h = RowHeight(page, row, w, tight) + each;
    DrawRow(page, row, covered && row.hidden_when_covered, {x, y, w, h}, tight);
    y += h;
  }
}

constexpr float kReadPad = 20;
// Of the buttons that change an answer, in low reach.
int ChangeColumns(const Page& page) {
  return page.landscape ? 6 : 3;
}

// Answers that are only read have the whole column.
ui::TextStyle ReadStyle(Page& page, const ReviewRow& row) {
  const float room = page.frame.U(page.width - LabelWidth(page));
  if (!ui::MeasureText(page.frame, row.words, ui::TextStyle::kStrong, room).fitted)
    return ui::TextStyle::kSmall;
  if (!row.story) return ui::TextStyle::kStrong;
  const float line = ui::LineHeight(page.frame, ui::TextStyle::kStrong) / page.frame.look.unit;
  const float h = page.TextHeight(row.words, page.width - LabelWidth(page), ui::TextStyle::kStrong);
  return h > line + 1 ? ui::TextStyle::kSmall : ui::TextStyle::kStrong;
}

float ReadHeight(Page& page, const ReviewRow& row) {
  const float w = page.width - LabelWidth(page);
  float h = page.TextHeight(row.words, w, ReadStyle(page, row)) + kReadPad;
  if (!row.detail.empty()) h += page.TextHeight(row.detail, w, ui::TextStyle::kSmall);
  return h;
}

Sheet ReadPages(Page& page, const std::vector<ReviewRow>& rows, float height) {
  Sheet sheet;
  float used = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float h = ReadHeight(page, rows[i]);
    if (sheet.pages.empty() || used + h > height) {
      sheet.pages.push_back({{}});
      used = 0;
    }
    sheet.pages.back().front().push_back(i);
    used += h;
  }
  return sheet;
}

void DrawPaper(Page& page, float y, float w) {
  page.Take(ui::CheckCard(page.frame, "paper", page.Box(page.left, y, w, kControl),
                          page.T(TextId::kReviewPaper), page.Entry().paper),
            TogglePaper{});
}

// Everything is seen before anything is sent: forward is the way until the last page.
void DrawTurning(Page& page, std::size_t at, std::size_t count) {
  if (page.view.state.visit.covered) return;  // the way to the words stands there
  const auto words = [&](std::size_t to) {
    return page.T().Format(TextId::kCommonPage, {{"n", std::to_string(to + 1)}});
  };
  if (at + 1 < count)
    page.Take(ui::PrimaryButton(page.frame, "review-more", page.NextPlace(),
                                {.word = words(at + 1),
                                 .icon = "lanjut",
                                 .icon_after = true,
                                 .style = ui::TextStyle::kStrong}),
              TurnPage{static_cast<int>(at) + 1});
  else if (count > 1)
    page.Take(
        ui::QuietButton(page.frame, "review-first", page.NextPlace(),
                        {.word = words(0), .icon = "kembali", .style = ui::TextStyle::kStrong}),
        TurnPage{0});
}

// In low reach every answer is read above; what changes one stands below.
void DrawReadRows(Page& page, const std::vector<ReviewRow>& rows, const Sheet::Column& shown,
                  float end) {
  const bool covered = page.view.state.visit.covered;
  float y = page.reading_top;
  float used = 0;
  for (const std::size_t i : shown)
    used += ReadHeight(page, rows[i]);
  const float each = std::clamp((end - y - used) / static_cast<float>(shown.size()), 0.0F, 28.0F);
  for (const std::size_t i : shown) {
    const ReviewRow& row = rows[i];
    const bool hide = covered && row.hidden_when_covered;
    const float h = ReadHeight(page, row) + each;
    const float text_w = page.width - LabelWidth(page);
    const float x = page.left + LabelWidth(page);
    const float top = y + ((h - ReadHeight(page, row)) / 2) + (kReadPad / 2);
    const ui::TextStyle style = ReadStyle(page, row);
    page.Text(page.T(row.label), page.left, top + (style == ui::TextStyle::kSmall ? 0 : 6),
              LabelWidth(page) - 10, ui::TextStyle::kSmall, true);
    const std::string_view words = hide ? std::string_view{"••••"} : std::string_view{row.words};
    const float below = row.typed ? page.Typed(words, x, top, text_w, style)
                                  : page.Text(words, x, top, text_w, style);
    if (!row.detail.empty() && !hide)
      page.Text(row.detail, x, below, text_w, ui::TextStyle::kSmall, true);
    page.frame.Fill(page.Box(page.left, y + h - 2, page.width, 2), page.frame.Colors().hair);
    y += h;
  }
}

// One button a row of the review; returns the y below them.
float DrawChangeGrid(Page& page, const std::vector<ReviewRow>& rows) {
  const auto columns = static_cast<std::size_t>(ChangeColumns(page));
  // Each as wide as its word and the same pencil need.
  constexpr float kAround = 56 + 17 + 32 + 3;
  std::vector<float> least(columns, kControl);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float word = ui::TextWidth(page.frame, page.T(rows[i].label), ui::TextStyle::kStrong);
    least[i % columns] =
        std::max(least[i % columns], std::ceil(word / page.frame.look.unit) + kAround);
  }
  float needed = kSmallGap * static_cast<float>(columns - 1);
  for (const float each : least)
    needed += each;
  if (needed > page.width) least.assign(columns, kControl);
  const auto widths = SharedWidths(std::move(least), page.width);
  float x = page.left;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i % columns == 0) x = page.left;
    const float y = page.top + (static_cast<float>(i / columns) * (kControl + kSmallGap));
    const float w = widths[i % columns];
    page.Take(
        ui::QuietButton(
            page.frame, rows[i].id, page.Box(x, y, w, kControl),
            {.word = page.T(rows[i].label), .icon = "pensil", .style = ui::TextStyle::kStrong}),
        ChangeAnswer{rows[i].station});
    x += w + kSmallGap;
  }
  const std::size_t lines = (rows.size() + columns - 1) / columns;
  return page.top + (static_cast<float>(lines) * (kControl + kSmallGap));
}

struct Shown {
  bool last = true;  // only there the complaint can be sent: everything was seen
  ui::Rect send;     // pixels
};

// The controls as low as they go: what is above them is for reading.
Shown DrawLowRows(Page& page, const std::vector<ReviewRow>& rows, int wanted) {
  const bool sensitive = page.view.context.office.sensitive.active;
  // On a lying panel paper and sending share a row.
  const bool shared = sensitive && page.landscape;
  const float send_h = page.action_h + 10;
  const float lines =
      std::ceil(static_cast<float>(rows.size()) / static_cast<float>(ChangeColumns(page))) +
      (sensitive && !shared ? 1.0F : 0.0F);
  page.top = std::max(page.top, page.bottom - send_h - (lines * (kControl + kSmallGap)));
  const float end = page.top - kGap;
  const Sheet sheet = ReadPages(page, rows, end - page.reading_top);
  const std::size_t at = std::min(static_cast<std::size_t>(wanted), sheet.pages.size() - 1);
  DrawReadRows(page, rows, sheet.pages[at].front(), end);
  float y = DrawChangeGrid(page, rows);
  float x = page.left;
  if (shared) {
    const float w = std::floor((page.width - kGap) * 0.6F);
    DrawPaper(page, y, w);
    x += w + kGap;
  } else if (sensitive) {
    DrawPaper(page, y, page.width);
    y += kControl + kSmallGap;
  }
  DrawTurning(page, at, sheet.pages.size());
  const float h = shared ? kControl : std::min(send_h, page.bottom - y);
  return {at + 1 == sheet.pages.size(), page.Fixed(x, y, page.Right() - x, h)};
}

// Large words beside their label make a long story a narrow strip.
bool NeedsWidth(Page& page, const ReviewRow& row, float w) {
  constexpr int kMostLines = 5;
  if (!row.story || !page.view.state.visit.clearer) return false;
  return ui::MeasureText(page.frame, row.words, ui::TextStyle::kSmall,
                         page.frame.U(AnswerWidth(page, row, w)))
             .lines > kMostLines;
}

Shown DrawRows(Page& page, std::vector<ReviewRow> rows, int wanted) {
  const bool sensitive = page.view.context.office.sensitive.active;
  const float send_h = page.action_h + 10;
  float end = page.landscape ? page.bottom : page.action_y - kGap - send_h - kGap;
  if (sensitive) end -= kControl + kSmallGap;
  // A lying panel has room for two columns, but for large words.
  constexpr float kBetween = 60;
  const float height = end - page.top;
  std::size_t columns = page.landscape && !page.view.state.visit.clearer ? 2 : 1;
  const float half = (page.width - kBetween) / 2;
  if (columns == 2 && std::ranges::any_of(rows, [&](const ReviewRow& row) {
        return RowHeight(page, row, half, true) > height;
      }))
    columns = 1;
  const float w = columns == 2 ? half : page.width;
  for (ReviewRow& row : rows)
    row.stacked = RowHeight(page, row, w, true) > height || NeedsWidth(page, row, w) ||
                  !ui::MeasureText(page.frame, row.words, ui::TextStyle::kSmall,
                                   page.frame.U(AnswerWidth(page, row, w)))
                       .fitted;
  auto sheet = PagesOf(page, rows, w, height, columns, false);
  if (sheet.pages.size() > 1) sheet = PagesOf(page, rows, w, height, columns, true);
  const std::size_t at = std::min(static_cast<std::size_t>(wanted), sheet.pages.size() - 1);
  float column_x = page.left;
  for (const Sheet::Column& column : sheet.pages[at]) {
    DrawColumn(page, rows, column, sheet.tight, column_x, w, height);
    column_x += w + kBetween;
  }
  if (sensitive) DrawPaper(page, end + kSmallGap, page.width);
  DrawTurning(page, at, sheet.pages.size());
  return {at + 1 == sheet.pages.size(),
          page.landscape
              ? page.BetweenPlace()
              : page.Fixed(page.left, page.action_y - kGap - send_h, page.width, send_h)};
}

void DrawSend(Page& page, const ui::Rect& at) {
  const std::string& word =
      page.T(page.Entry().kind == ComplaintKind::kComplaint ? TextId::kReviewSend
                                                            : TextId::kReviewSendOther);
  // Nobody is drawn to send what they don't see, though it is possible.
  const ui::ButtonLook send{.word = word, .icon = "cek"};
  page.Take(page.view.state.visit.covered ? ui::SecondaryButton(page.frame, "send", at, send)
                                          : ui::PrimaryButton(page.frame, "send", at, send),
            Send{});
}

}  // namespace

Drawn DrawReview(ui::Frame& frame, const Review& screen, const View& view) {
  Page page(frame, view, "review-" + std::to_string(screen.page));
  page.Progress(Station::kReview);
  const bool complaint = page.Entry().kind == ComplaintKind::kComplaint;
  const std::string& hint =
      page.T(view.state.visit.covered ? TextId::kCommonCovered : TextId::kReviewHint);
  page.Title(page.T(complaint ? TextId::kReviewTitle : TextId::kReviewTitleOther),
             page.low ? std::string_view{} : std::string_view{hint});
  const auto rows = ReviewRowsOf(page);
  const Shown shown =
      page.low ? DrawLowRows(page, rows, screen.page) : DrawRows(page, rows, screen.page);
  page.Back();
  // Whoever came back decides whether the words show again.
  if (view.state.visit.covered)
    page.Take(
        ui::PrimaryButton(
            frame, "uncover", page.NextPlace(),
            {.word = page.T(page.low ? TextId::kCommonShow : TextId::kReviewShow), .icon = "mata"}),
        Uncover{});
  if (shown.last) DrawSend(page, shown.send);
  return page.Result();
}

}  // namespace tanggap::kiosk
