// Review, send, saving. "Kirim" stands elsewhere than any tap before it.
#include <algorithm>
#include <string>

#include "kiosk/screens/page.h"
#include "kiosk/words.h"
#include "texts/dates.h"

namespace tanggap::kiosk {
namespace {

struct Row {
  const char* id;
  TextId label;
  std::string words;
  Station station;
  bool hidden_when_covered = false;
};

std::string Joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts)
    all += (all.empty() ? "" : ", ") + part;
  return all;
}

std::string DayWords(const Page& page, const std::optional<DayAnswer>& answer) {
  return answer ? AnswerWords(page.T(), *answer) : page.T(TextId::kReviewNone);
}

// One row a step, so that the whole complaint stands on one page.
std::string WhenWords(const Page& page) {
  const Complaint& entry = page.Entry();
  std::string words = DayWords(page, entry.happened);
  if (AboutTime(page.view.context, entry)) {
    words += "\n" + page.T(TextId::kReviewSubmitted) + ": " + DayWords(page, entry.handed_in);
    words += "\n" + page.T(TextId::kReviewComplete) + ": " + DayWords(page, entry.complete);
  }
  return words;
}

std::string WhatIsAsked(const Page& page) {
  const Complaint& entry = page.Entry();
  std::vector<std::string> wishes;
  for (const Wish wish : entry.wishes)
    wishes.push_back(page.T(WishText(wish)));
  std::string words = wishes.empty() ? page.T(TextId::kReviewNone) : Joined(wishes);
  if (entry.loss)
    words += "\n" + page.T(TextId::kReviewLoss) + ": " + page.T(LossText(*entry.loss));
  return words;
}

std::string WhatIsWrong(const Page& page) {
  const Complaint& entry = page.Entry();
  std::string words = AspectWords(page.view.context, page.T(), entry);
  const auto& counters = page.view.context.office.counters;
  const auto at = std::ranges::find(counters, entry.counter, &Counter::id);
  if (at != counters.end() && AboutConduct(page.view.context, entry))
    words += "\n" + std::string(at->label.In(page.T().Language()));
  return words;
}

std::string IdentityWords(const Page& page) {
  const Identity& identity = page.Entry().identity;
  // Nothing shows as given that isn't kept: a number without a safe way is dropped.
  const std::string phone =
      Reachable(page.view.context, identity) ? MaskedPhone(identity.phone, "•") : std::string();
  switch (identity.mode) {
    case IdentityMode::kAnonymous:
      return page.T(TextId::kReviewNameNone);
    case IdentityMode::kPhoneOnly:
      return phone.empty() ? page.T(TextId::kReviewNameNone) : phone;
    case IdentityMode::kNamed:
      break;
  }
  std::vector<std::string> parts;
  for (const std::string& part : {identity.name, phone, identity.village, identity.proxy}) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts.empty() ? page.T(TextId::kReviewNone) : Joined(parts);
}

std::vector<Row> RowsOf(const Page& page) {
  const Complaint& entry = page.Entry();
  const Context& context = page.view.context;
  std::vector<Row> rows;
  rows.push_back({"row-service", TextId::kReviewService, ServiceWords(context, page.T(), entry),
                  Station::kService, false});
  const auto stations = StationsOf(context, entry);
  const auto asked = [&](Station station) {
    return std::ranges::find(stations, station) != stations.end();
  };
  if (asked(Station::kAspect))
    rows.push_back(
        {"row-aspect", TextId::kReviewAspect, WhatIsWrong(page), Station::kAspect, false});
  if (asked(Station::kHappened))
    rows.push_back({"row-when", TextId::kReviewWhen, WhenWords(page), Station::kHappened, false});
  const std::string story = Story(context, entry, page.T().Language());
  rows.push_back({"row-story", TextId::kReviewWhat,
                  story.empty() ? page.T(TextId::kReviewNone) : story, Station::kWhat, true});
  if (asked(Station::kAsk))
    rows.push_back({"row-wish", TextId::kReviewWish, WhatIsAsked(page), Station::kAsk, false});
  if (asked(Station::kIdentity))
    rows.push_back(
        {"row-identity", TextId::kReviewName, IdentityWords(page), Station::kIdentity, true});
  // Where somebody may stand beside, covered means every answer.
  if (context.office.sensitive.active)
    for (Row& row : rows) {
      row.hidden_when_covered = true;
      // Not even how much was written.
      if (page.view.state.visit.covered) row.words = "••••";
    }
  return rows;
}

constexpr float kLabelWidth = 196;
constexpr float kLargeLabelWidth = 256;  // "Lebih jelas"
constexpr float kRowHeight = kControl + kSmallGap;

float LabelWidth(const Page& page) {
  return page.view.state.visit.clearer ? kLargeLabelWidth : kLabelWidth;
}

float RowHeight(Page& page, const Row& row, float w) {
  const float text_w = w - LabelWidth(page) - kCancelWidth - 40;
  return std::max(kRowHeight, page.TextHeight(row.words, text_w, ui::TextStyle::kStrong) + 24);
}

// Rows that fit between y and end; the rest goes onto further pages, whole stories included.
struct Sheet {
  std::vector<std::vector<std::size_t>> pages;
};
Sheet PagesOf(Page& page, const std::vector<Row>& rows, float w, float height, int columns) {
  Sheet sheet;
  float used = 0;
  int column = columns;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float h = RowHeight(page, rows[i], w);
    if (column >= columns || used + h > height) {
      if (column + 1 < columns && !sheet.pages.empty()) {
        ++column;
      } else {
        sheet.pages.emplace_back();
        column = 0;
      }
      used = 0;
    }
    sheet.pages.back().push_back(i);
    used += h;
  }
  return sheet;
}

// As the kit's row, but the whole answer shows, however long: a story is sent as it was read.
void DrawRow(Page& page, const Row& row, std::string_view words, float x, float y, float w,
             float h) {
  const float text_w = w - LabelWidth(page) - kCancelWidth - 40;
  const float text_h = page.TextHeight(words, text_w, ui::TextStyle::kStrong);
  const float text_y = y + std::max(12.0F, (h - text_h) / 2);
  const float button_y = page.low ? y + h - kControl - 3 : y + ((h - kControl) / 2);
  page.Text(page.T(row.label), x, text_y + 6, LabelWidth(page) - 10, ui::TextStyle::kSmall, true);
  page.Text(words, x + LabelWidth(page), text_y, text_w, ui::TextStyle::kStrong);
  page.Take(ui::QuietButton(page.frame, row.id,
                            page.Box(x + w - kCancelWidth, button_y, kCancelWidth, kControl),
                            {.word = page.T(TextId::kCommonChange),
                             .icon = "pensil",
                             .style = ui::TextStyle::kStrong}),
            ChangeAnswer{row.station});
  page.frame.Fill(page.Box(x, y + h - 2, w, 2), page.frame.Colors().hair);
}

void DrawRows(Page& page, const std::vector<Row>& rows, const std::vector<std::size_t>& shown,
              float w, float height) {
  const bool covered = page.view.state.visit.covered;
  float x = page.left;
  float y = page.top;
  // A story longer than low reach begins in the reading part; its button stays below.
  if (page.low && shown.size() == 1)
    y = std::min(y, std::max(page.reading_top, y + height - RowHeight(page, rows[shown[0]], w)));
  for (const std::size_t i : shown) {
    const Row& row = rows[i];
    const float h = RowHeight(page, row, w);
    if (y > page.top && y + h > page.top + height + 1) {
      x += w + kGap + kGap;
      y = page.top;
    }
    const bool hide = covered && row.hidden_when_covered;
    DrawRow(page, row, hide ? std::string_view{"••••"} : std::string_view{row.words}, x, y, w, h);
    y += h;
  }
}

// Where Next would be; the review has none.
ui::Rect LowSlot(const Page& page) {
  const float w = (page.width * 0.40F) - kSmallGap;
  return page.Fixed(page.Right() - w, page.action_y, w, page.action_h - 4);
}

}  // namespace

Drawn DrawReview(ui::Frame& frame, const Review& screen, const View& view) {
  Page page(frame, view, "review-" + std::to_string(screen.page));
  page.Progress(Station::kReview);
  page.Title(page.T(TextId::kReviewTitle), page.T(TextId::kReviewHint));
  const Complaint& entry = page.Entry();
  const bool covered = view.state.visit.covered;
  const bool sensitive = view.context.office.sensitive.active;
  const float send_h = page.landscape ? page.action_h : page.action_h + 10;
  float end = page.landscape ? page.bottom : page.action_y - kGap - send_h - kGap;
  if (sensitive) end -= kControl + kSmallGap;
  const int columns = 1;
  const float w = page.width;
  const auto rows = RowsOf(page);
  float height = end - page.top;
  auto sheet = PagesOf(page, rows, w, height, columns);
  if (sheet.pages.size() > 1) {
    height -= page.landscape || page.low ? 0 : kControl;
    sheet = PagesOf(page, rows, w, height, columns);
  }
  const std::size_t at = std::min(static_cast<std::size_t>(screen.page), sheet.pages.size() - 1);
  DrawRows(page, rows, sheet.pages[at], w, height);
  page.Back();
  const bool last = at + 1 == sheet.pages.size();
  const float back_w = page.landscape ? std::min(439.0F, page.width * 0.3F) : page.width * 0.39F;
  float x = page.left + back_w + kGap;
  if (sheet.pages.size() > 1 && !(covered && (page.landscape || page.low))) {
    const int next = last ? 0 : static_cast<int>(at) + 1;
    const float more_w =
        page.landscape ? (view.state.visit.clearer ? 560.0F : 400.0F) : page.Right() - x;
    ui::Rect rect = page.Box(page.left, end - kControl, page.width, kControl);
    if (page.landscape) rect = page.Fixed(x, page.action_y, more_w, page.action_h);
    if (page.low && !page.landscape) rect = LowSlot(page);
    page.Take(ui::QuietButton(frame, "review-more", rect,
                              {.word = page.T().Format(TextId::kCommonPage,
                                                       {{"n", std::to_string(at + 1)},
                                                        {"m", std::to_string(sheet.pages.size())}}),
                               .icon = "lanjut",
                               .icon_after = true,
                               .style = ui::TextStyle::kSmall}),
              TurnPage{next});
    if (page.landscape) x += more_w + kGap;
  }
  if (covered) {
    // Whoever came back decides whether the words show again; sending is possible unseen too.
    const float show_w = page.landscape ? 330 : page.Right() - x;
    page.Take(ui::QuietButton(frame, "uncover",
                              page.low && !page.landscape
                                  ? LowSlot(page)
                                  : page.Fixed(x, page.action_y, show_w, page.action_h - 7),
                              {.word = page.T(TextId::kCommonShow)}),
              Uncover{});
    if (page.landscape) x += show_w + kGap;
  }
  if (sensitive) {
    const ui::Rect paper = page.Box(page.left, end + kSmallGap, page.width, kControl);
    page.Take(ui::CheckCard(frame, "paper", paper, page.T(TextId::kReviewPaper), entry.paper),
              TogglePaper{});
  }
  const std::string& word = page.T(
      entry.kind == ComplaintKind::kComplaint ? TextId::kReviewSend : TextId::kReviewSendOther);
  const float send_w = page.landscape ? std::min(740.0F, page.Right() - x) : page.width;
  const float send_y = page.landscape ? page.action_y : page.action_y - kGap - send_h;
  page.Take(
      ui::PrimaryButton(frame, "send", page.Fixed(page.Right() - send_w, send_y, send_w, send_h),
                        {.word = word, .icon = "cek"}),
      Send{});
  return page.Result();
}

Drawn DrawUrgent(ui::Frame& frame, const UrgentAdvice&, const View& view) {
  Page page(frame, view, "urgent");
  page.Cancel();
  page.Title(page.T(TextId::kUrgentTitle));
  page.Text(page.T(TextId::kUrgentText), page.left, page.top, page.width);
  const float y = page.action_y - kGap - 146;
  page.Take(ui::PrimaryButton(frame, "call", page.Fixed(page.left, y, page.width, 146),
                              {.word = page.T(TextId::kTalkCall), .icon = "petugas"}),
            CallStaff{});
  page.Back();
  page.Skip(page.T(TextId::kUrgentSend), SendAnyway{});
  return page.Result();
}

Drawn DrawSaving(ui::Frame& frame, const Saving& screen, const View& view) {
  constexpr std::int64_t kQuiet = 300;  // most saves are over before anything needs saying
  constexpr std::int64_t kSlow = 8000;
  Page page(frame, view, "saving");
  const std::int64_t since = frame.SinceScreen();
  const std::int64_t start = frame.now_ms - since;
  frame.WakeAt(start + (since < kQuiet ? kQuiet : kSlow));
  if (since < kQuiet) return page.Result();
  page.top = page.landscape ? 330 : 620;
  TextId words = since < kSlow ? TextId::kSaveBusy : TextId::kSaveSlow;
  if (screen.attempts > 1) words = TextId::kSaveFail;
  page.Title(page.T(words));
  return page.Result();
}

Drawn DrawSaveFailed(ui::Frame& frame, const SaveFailed& screen, const View& view) {
  Page page(frame, view, "save-failed");
  frame.SoundAt(ui::Sound::kError);
  page.Cancel();
  page.Title(page.T(TextId::kSaveFailFinal));
  float y = page.Text(page.T(TroubleText(screen.trouble)), page.left, page.top, page.width);
  y = page.Text(page.T(TextId::kErrDiskFullDo), page.left, y, page.width);
  const float w = page.landscape ? std::min(740.0F, page.width * 0.4F) : page.width;
  page.Take(
      ui::PrimaryButton(frame, "call",
                        page.Fixed(page.landscape ? page.left : page.left,
                                   page.landscape ? page.action_y : page.action_y - kGap - 146, w,
                                   page.landscape ? page.action_h : 146),
                        {.word = page.T(TextId::kTalkCall), .icon = "petugas"}),
      CallStaff{});
  page.Take(ui::SecondaryButton(frame, "again",
                                page.low && !page.landscape
                                    ? LowSlot(page)
                                    : page.Fixed(page.Right() - w, page.action_y, w, page.action_h),
                                {.word = page.T(TextId::kSaveAgain), .icon = "lanjut"}),
            TryAgain{});
  return page.Result();
}

}  // namespace tanggap::kiosk
