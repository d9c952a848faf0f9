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
  std::string detail;  // below the words, smaller: what completes the answer
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

// A day's word inside a sentence: "masuk kemarin"; names of months keep their capital.
std::string InSentence(std::string words) {
  const bool month =
      words.find(' ') != std::string::npos && words.back() >= '0' && words.back() <= '9';
  if (!words.empty() && !month && words[0] >= 'A' && words[0] <= 'Z')
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

// One row a step, so that the whole complaint stands on one page.
std::string FileWords(const Page& page) {
  const Complaint& entry = page.Entry();
  if (!AboutTime(page.view.context, entry)) return {};
  const auto known = [](const std::optional<DayAnswer>& answer) {
    return answer && answer->word != DayWord::kUnknown;
  };
  std::vector<std::string> parts;
  const auto add = [&](TextId id, const std::optional<DayAnswer>& answer) {
    const std::string day = InSentence(DayWords(page, answer));
    parts.push_back(page.T().Format(id, {{"kapan", day}}));
  };
  if (known(entry.handed_in)) add(TextId::kReviewSubmitted, entry.handed_in);
  if (entry.complete && entry.complete->word == DayWord::kNever)
    parts.push_back(page.T(TextId::kReviewIncomplete));
  else if (known(entry.complete))
    add(TextId::kReviewComplete, entry.complete);
  return Joined(parts);
}

std::string WishWords(const Page& page) {
  std::vector<std::string> wishes;
  for (const Wish wish : page.Entry().wishes)
    wishes.push_back(page.T(WishText(wish)));
  return wishes.empty() ? page.T(TextId::kReviewNone) : Joined(wishes);
}

std::string LossWords(const Page& page) {
  const auto& loss = page.Entry().loss;
  if (!loss || *loss == Loss::kNone) return {};
  return page.T(TextId::kReviewLoss) + ": " + page.T(LossText(*loss));
}

std::string PlaceWords(const Page& page) {
  const Complaint& entry = page.Entry();
  const auto& counters = page.view.context.office.counters;
  const auto at = std::ranges::find(counters, entry.counter, &Counter::id);
  if (at == counters.end() || !AboutConduct(page.view.context, entry)) return {};
  return std::string(at->label.In(page.T().Language()));
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
  rows.push_back({"row-service", TextId::kReviewService, ServiceWords(context, page.T(), entry), "",
                  Station::kService});
  const auto stations = StationsOf(context, entry);
  const auto asked = [&](Station station) {
    return std::ranges::find(stations, station) != stations.end();
  };
  if (asked(Station::kAspect))
    rows.push_back({"row-aspect", TextId::kReviewAspect, AspectWords(context, page.T(), entry),
                    PlaceWords(page), Station::kAspect});
  if (asked(Station::kHappened))
    rows.push_back({"row-when", TextId::kReviewWhen, DayWords(page, entry.happened),
                    FileWords(page), Station::kHappened});
  const std::string story = Story(context, entry, page.T().Language());
  rows.push_back({"row-story", TextId::kReviewWhat,
                  story.empty() ? page.T(TextId::kReviewNone) : story, "", Station::kWhat, true});
  if (asked(Station::kAsk))
    rows.push_back(
        {"row-wish", TextId::kReviewWish, WishWords(page), LossWords(page), Station::kAsk});
  if (asked(Station::kIdentity))
    rows.push_back(
        {"row-identity", TextId::kReviewName, IdentityWords(page), "", Station::kIdentity, true});
  // Where somebody may stand beside, covered means every answer.
  if (context.office.sensitive.active)
    for (Row& row : rows) {
      row.hidden_when_covered = true;
      // Not even how much was written.
      if (page.view.state.visit.covered) {
        row.words = "••••";
        row.detail.clear();
      }
    }
  return rows;
}

constexpr float kLabelWidth = 196;
constexpr float kLargeLabelWidth = 256;  // "Lebih jelas"
constexpr float kRowHeight = kControl + kSmallGap;

float LabelWidth(const Page& page) {
  return page.view.state.visit.clearer ? kLargeLabelWidth : kLabelWidth;
}

float AnswerWidth(const Page& page, float w) {
  return w - LabelWidth(page) - kCancelWidth - 30;
}

// Long answers stand in the smaller letters where that keeps everything on one page.
ui::TextStyle AnswerStyle(Page& page, const Row& row, float w, bool tight) {
  if (!tight) return ui::TextStyle::kStrong;
  const float line = ui::LineHeight(page.frame, ui::TextStyle::kStrong) / page.frame.look.unit;
  const float h = page.TextHeight(row.words, AnswerWidth(page, w), ui::TextStyle::kStrong);
  return h > line + 1 ? ui::TextStyle::kSmall : ui::TextStyle::kStrong;
}

float AnswerHeight(Page& page, const Row& row, float w, bool tight) {
  const float width = AnswerWidth(page, w);
  float h = page.TextHeight(row.words, width, AnswerStyle(page, row, w, tight));
  if (!row.detail.empty()) h += page.TextHeight(row.detail, width, ui::TextStyle::kSmall);
  return h;
}

float RowHeight(Page& page, const Row& row, float w, bool tight) {
  return std::max(kRowHeight, AnswerHeight(page, row, w, tight) + 24);
}

// Rows that fit between y and end, column by column; the rest goes onto further pages, whole
// stories included.
struct Sheet {
  using Column = std::vector<std::size_t>;
  std::vector<std::vector<Column>> pages;
  bool tight = false;
};
Sheet PagesOf(Page& page, const std::vector<Row>& rows, float w, float height, std::size_t columns,
              bool tight) {
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
void DrawRow(Page& page, const Row& row, bool hide, const ui::Rect& at, bool tight) {
  const auto [x, y, w, h] = at;  // units
  const std::string_view words = hide ? std::string_view{"••••"} : std::string_view{row.words};
  const float text_w = AnswerWidth(page, w);
  const ui::TextStyle style = AnswerStyle(page, row, w, tight);
  const float text_h = AnswerHeight(page, row, w, tight);
  const float text_y = y + std::max(12.0F, (h - text_h) / 2);
  const float button_y = page.low ? y + h - kControl - 3 : y + ((h - kControl) / 2);
  const float drop = style == ui::TextStyle::kSmall ? 0 : 6;  // onto the answer's first baseline
  page.Text(page.T(row.label), x, text_y + drop, LabelWidth(page) - 10, ui::TextStyle::kSmall,
            true);
  const float below = page.Text(words, x + LabelWidth(page), text_y, text_w, style);
  if (!row.detail.empty() && !hide)
    page.Text(row.detail, x + LabelWidth(page), below, text_w, ui::TextStyle::kSmall, true);
  page.Take(ui::QuietButton(page.frame, row.id,
                            page.Box(x + w - kCancelWidth, button_y, kCancelWidth, kControl),
                            {.word = page.T(TextId::kCommonChange),
                             .icon = "pensil",
                             .style = ui::TextStyle::kStrong}),
            ChangeAnswer{row.station});
  page.frame.Fill(page.Box(x, y + h - 2, w, 2), page.frame.Colors().hair);
}

void DrawColumn(Page& page, const std::vector<Row>& rows, const Sheet::Column& shown, bool tight,
                float x, float w, float height) {
  const bool covered = page.view.state.visit.covered;
  float used = 0;
  for (const std::size_t i : shown)
    used += RowHeight(page, rows[i], w, tight);
  float y = page.top;
  // A story longer than low reach begins in the reading part; its button stays below.
  if (page.low && shown.size() == 1) y = std::min(y, std::max(page.reading_top, y + height - used));
  // What is over is shared: rows breathe, up to the design's 26 mm.
  const float spare = page.low ? 0 : std::max(0.0F, height - used);
  const float each = std::min(28.0F, spare / static_cast<float>(shown.size()));
  for (const std::size_t i : shown) {
    const Row& row = rows[i];
    const float h = RowHeight(page, row, w, tight) + each;
    DrawRow(page, row, covered && row.hidden_when_covered, {x, y, w, h}, tight);
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
  // A lying panel has room for two columns, but for large words and low reach.
  const std::size_t columns = page.landscape && !Cramped(view.state.visit) ? 2 : 1;
  constexpr float kBetween = 60;
  const float w = columns == 2 ? (page.width - kBetween) / 2 : page.width;
  const auto rows = RowsOf(page);
  float height = end - page.top;
  auto sheet = PagesOf(page, rows, w, height, columns, false);
  if (sheet.pages.size() > 1) sheet = PagesOf(page, rows, w, height, columns, true);
  if (sheet.pages.size() > 1) {
    height -= page.landscape || page.low ? 0 : kControl + kGap;
    sheet = PagesOf(page, rows, w, height, columns, true);
  }
  const std::size_t at = std::min(static_cast<std::size_t>(screen.page), sheet.pages.size() - 1);
  float column_x = page.left;
  for (const Sheet::Column& column : sheet.pages[at]) {
    DrawColumn(page, rows, column, sheet.tight, column_x, w, height);
    column_x += w + kBetween;
  }
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
