// What happened (ready sentences first, keyboard on request), what is asked, what was lost.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/screens/page.h"
#include "kiosk/screens/typing.h"
#include "kiosk/words.h"
#include "ui/keyboard.h"
#include "ui/text_edit.h"

namespace tanggap::kiosk {
namespace {

ui::FieldLook StoryLook(const Page& page, const std::string& story, const std::string& counter) {
  const std::size_t typed = ui::CountSymbols(page.Entry().words);
  ui::FieldLook look;
  look.text = story;
  look.placeholder = page.T(TextId::kWhatField);
  look.counter = counter;
  look.full = typed >= kStoryCharacters;
  look.covered = page.view.state.visit.covered;
  return look;
}

std::string CounterWords(const Page& page) {
  const std::size_t typed = ui::CountSymbols(page.Entry().words);
  return LettersLeft(page, typed);
}

// Ready sentences from `y` to `end`; the last row turns the page when there are more, and leads to
// the keyboard where the field is out of reach.
struct PhraseColumn {
  float x = 0;
  float w = 0;
  float y = 0;
  float end = 0;
  bool writes = false;
};

void DrawLastRow(Page& page, const PhraseColumn& at, float y, std::optional<int> next) {
  struct Way {
    const char* id;
    TextId word;
    std::string_view icon;
    Intent wanted;
  };
  std::vector<Way> ways;
  if (next)
    ways.push_back({"phrases-more", TextId::kCommonMore, "lainnya", Intent{TurnPage{*next}}});
  if (at.writes) ways.push_back({"write", TextId::kWhatType, "pensil", Intent{OpenKeyboard{}}});
  const auto count = static_cast<float>(ways.size());
  const float w = (at.w - (kGap * (count - 1))) / count;
  float x = at.x;
  for (const Way& way : ways) {
    page.Take(ui::QuietButton(
                  page.frame, way.id, page.Box(x, y, w, kControl),
                  {.word = page.T(way.word), .icon = way.icon, .style = ui::TextStyle::kStrong}),
              way.wanted);
    x += w + kGap;
  }
}

// What stands on each page of the column: every sentence as high as its words need.
struct PhraseRow {
  const Phrase* phrase;
  std::string_view words;
  float h;
};

std::vector<PhraseRow> PhraseRows(Page& page, float w) {
  std::vector<PhraseRow> rows;
  for (const PhraseId& id : OfferedPhrases(page.view.context, page.Entry())) {
    const Phrase* phrase = page.view.context.office.Find(id);
    if (phrase == nullptr) continue;
    const std::string_view words = phrase->text.In(page.T().Language());
    rows.push_back(
        {phrase, words,
         std::ceil(ui::PhraseHeight(page.frame, words, page.frame.U(w)) / page.frame.look.unit)});
  }
  return rows;
}

// First row of each page, where `room` is what the rows of one have.
std::vector<std::size_t> PhrasePages(const std::vector<PhraseRow>& rows, float room) {
  std::vector<std::size_t> starts{0};
  float used = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > starts.back() && used + rows[i].h > room) {
      starts.push_back(i);
      used = 0;
    }
    used += rows[i].h + kSmallGap;
  }
  return starts;
}

void DrawPhrases(Page& page, const TellWhat& screen, const PhraseColumn& at) {
  const auto rows = PhraseRows(page, at.w);
  const float below = kControl + kSmallGap;  // the last row and the gap above it
  const float whole = at.end - at.y;
  const bool pages = PhrasePages(rows, at.writes ? whole - below : whole).size() > 1;
  const bool last_row = pages || at.writes;
  const float room = last_row ? whole - below : whole;
  const auto starts = PhrasePages(rows, room);
  const std::size_t now = static_cast<std::size_t>(screen.page) < starts.size()
                              ? static_cast<std::size_t>(screen.page)
                              : 0;
  const std::size_t end = now + 1 < starts.size() ? starts[now + 1] : rows.size();
  // A full column ends where its field does; the last page's rows stay as those before.
  const auto spare = [&](std::size_t from, std::size_t to) {
    float used = 0;
    for (std::size_t i = from; i < to; ++i)
      used += rows[i].h + kSmallGap;
    return (room + kSmallGap - used) / static_cast<float>(std::max<std::size_t>(1, to - from));
  };
  constexpr float kMostSpare = 22;
  const float each =
      pages ? std::clamp(std::min(spare(0, starts[1]), spare(starts[now], end)), 0.0F, kMostSpare)
            : 0;
  const auto& chosen = page.Entry().phrases;
  float y = at.y;
  for (std::size_t i = starts[now]; i < end; ++i) {
    const PhraseRow& row = rows[i];
    const bool selected = std::ranges::find(chosen, row.phrase->id) != chosen.end();
    const std::string id = "phrase-" + row.phrase->id.value;
    const float h = row.h + each;
    page.Take(
        ui::PhraseButton(page.frame, id.c_str(), page.Box(at.x, y, at.w, h), row.words, selected),
        TogglePhrase{row.phrase->id});
    y += h + kSmallGap;
  }
  if (!last_row) return;
  const int next = now + 1 < starts.size() ? screen.page + 1 : 0;
  DrawLastRow(page, at, y, pages ? std::optional(next) : std::nullopt);
}

// In low reach on a lying panel: two rows of sentences, each with what it needs for two lines; the
// ways to further ones and to the keyboard end the second row.
struct GridPage {
  std::size_t first = 0, second = 0, end = 0;  // of row one, of row two, behind the last
};
constexpr std::size_t kGridColumns = 3;

// As many from `from` as a row of `room` holds, at most `most`.
std::size_t RowEnd(const std::vector<float>& least, std::size_t from, float room,
                   std::size_t most) {
  std::size_t end = from;
  for (float used = 0; end < least.size() && end - from < most; ++end) {
    used += least[end];
    if (used > room && end > from) break;
    used += kSmallGap;
  }
  return end;
}

std::vector<GridPage> GridPages(const std::vector<float>& least, float width, bool turns,
                                float way_w) {
  const std::size_t ways = turns ? 2 : 1;
  const float room = width - (static_cast<float>(ways) * (way_w + kSmallGap));
  std::vector<GridPage> pages;
  for (std::size_t from = 0; from < least.size();) {
    const std::size_t second = RowEnd(least, from, width, kGridColumns);
    const std::size_t end = RowEnd(least, second, room, kGridColumns - ways);
    pages.push_back({from, second, end});
    from = end;
  }
  return pages;
}

void DrawPhraseGrid(Page& page, const TellWhat& screen) {
  constexpr float kWay = 460;  // "Write it yourself" with its pencil
  const auto rows = PhraseRows(page, page.width);
  std::vector<float> least;
  for (const PhraseRow& row : rows)
    least.push_back(std::ceil(ui::PhraseLeast(page.frame, row.words, 2) / page.frame.look.unit));
  auto pages = GridPages(least, page.width, false, kWay);
  const bool turns = pages.size() > 1;
  if (turns) pages = GridPages(least, page.width, true, kWay);
  const std::size_t now = static_cast<std::size_t>(screen.page) < pages.size()
                              ? static_cast<std::size_t>(screen.page)
                              : 0;
  const GridPage& shown = pages[now];
  const float h = (page.bottom - page.top - kSmallGap) / 2;
  const auto sentence = [&](std::size_t i, const ui::Rect& at) {
    const PhraseId& phrase = rows[i].phrase->id;
    const bool selected =
        std::ranges::find(page.Entry().phrases, phrase) != page.Entry().phrases.end();
    page.Take(ui::PhraseButton(page.frame, ("phrase-" + phrase.value).c_str(), at, rows[i].words,
                               selected),
              TogglePhrase{phrase});
  };
  const auto cells = [&](std::vector<float> wanted, float y) {
    std::vector<ui::Rect> row;
    float x = page.left;
    for (const float w : SharedWidths(std::move(wanted), page.width)) {
      row.push_back(page.Box(x, y, w, h));
      x += w + kSmallGap;
    }
    return row;
  };
  const auto at = [&](std::size_t i) { return least.begin() + static_cast<std::ptrdiff_t>(i); };
  const auto upper = cells({at(shown.first), at(shown.second)}, page.top);
  for (std::size_t i = shown.first; i < shown.second; ++i)
    sentence(i, upper[i - shown.first]);
  std::vector<float> wanted{at(shown.second), at(shown.end)};
  wanted.resize(wanted.size() + (turns ? 2 : 1), kWay);
  const auto lower = cells(std::move(wanted), page.top + h + kSmallGap);
  for (std::size_t i = shown.second; i < shown.end; ++i)
    sentence(i, lower[i - shown.second]);
  const auto way = [&](const char* id, TextId word, std::string_view icon, Intent intent,
                       const ui::Rect& place) {
    page.Take(
        ui::QuietButton(page.frame, id, place,
                        {.word = page.T(word), .icon = icon, .style = ui::TextStyle::kStrong}),
        std::move(intent));
  };
  if (turns)
    way("phrases-more", TextId::kCommonMore, "lainnya",
        TurnPage{now + 1 < pages.size() ? static_cast<int>(now) + 1 : 0}, lower[lower.size() - 2]);
  way("write", TextId::kWhatType, "pensil", OpenKeyboard{}, lower.back());
}

void DrawClosed(Page& page, const TellWhat& screen) {
  const std::string story = Story(page.view.context, page.Entry(), page.T().Language());
  const std::string counter = CounterWords(page);
  const auto look = StoryLook(page, story, counter);
  const auto field = [&](float x, float y, float w, float h) {
    page.Take(ui::TextField(page.frame, "story", page.Box(x, y, w, h), look), OpenKeyboard{});
  };
  if (OfferedPhrases(page.view.context, page.Entry()).empty()) {
    const std::string& hint = page.T(TextId::kWhatSensitive);
    const float hint_h = page.TextHeight(hint, page.width, ui::TextStyle::kSmall) + 20;
    const float h = std::min(420.0F, page.bottom - hint_h - page.top);
    field(page.left, page.top, page.width, h);
    page.Text(hint, page.left, page.top + h + 20, page.width, ui::TextStyle::kSmall, true);
    return;
  }
  if (page.landscape && page.low) {
    DrawPhraseGrid(page, screen);
    field(page.left, page.reading_top, page.width, page.top - kGap - page.reading_top);
    return;
  }
  if (page.landscape) {
    const float half = (page.width - kGap) / 2;
    DrawPhrases(page, screen, {page.left, half, page.top, page.bottom});
    field(page.left + half + kGap, page.top, half, page.bottom - page.top);
    return;
  }
  if (page.low) {
    // The whole reach belongs to the sentences; the story stands above, where it is only read.
    DrawPhrases(page, screen, {page.left, page.width, page.top, page.bottom, true});
    field(page.left, page.reading_top, page.width,
          std::min(420.0F, page.top - kGap - page.reading_top));
    return;
  }
  const float h = std::min(300.0F, (page.bottom - page.top) * 0.36F);
  DrawPhrases(page, screen, {page.left, page.width, page.top, page.bottom - h - kGap});
  field(page.left, page.bottom - h, page.width, h);
}

}  // namespace

namespace {

KeyLayer LayerFor(ui::KeyboardPage wanted, KeyLayer now) {
  switch (wanted) {
    case ui::KeyboardPage::kDigits:
      return KeyLayer::kDigits;
    case ui::KeyboardPage::kUpper:
      return KeyLayer::kUpper;
    case ui::KeyboardPage::kLower:
      break;
  }
  return now == KeyLayer::kDigits ? KeyLayer::kLetters : KeyLayer::kLower;
}

}  // namespace

std::string LettersLeft(const Page& page, std::size_t typed) {
  if (typed >= kStoryCharacters) return page.T(TextId::kWhatFull);
  return page.T().Format(TextId::kWhatLeft, {{"n", std::to_string(kStoryCharacters - typed)}});
}

std::string Veiled(const std::string& words, std::size_t veil) {
  std::string shown;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t next = i + 1;
    while (next < words.size() && (static_cast<unsigned char>(words[next]) & 0xC0U) == 0x80U)
      ++next;
    if (i >= veil || words[i] == ' ')
      shown.append(words, i, next - i);
    else
      shown += "•";
    i = next;
  }
  return shown;
}

void TakeTyped(Page& page, const std::optional<ui::Typed>& typed, KeyLayer layer) {
  if (!typed) return;
  switch (typed->kind) {
    case ui::Typed::Kind::kSymbol:
      page.Take(true, TypeText{typed->symbol});
      break;
    case ui::Typed::Kind::kBackspace:
      page.Take(true, EraseOne{});
      break;
    case ui::Typed::Kind::kPage:
      page.Take(true, SwitchLayer{LayerFor(typed->page, layer)});
      break;
    case ui::Typed::Kind::kEnter:
      page.Take(true, GoNext{});
      break;
  }
}

TypingPlaces PlacesForTyping(Page& page, std::string_view title, std::string_view hint,
                             float key_h) {
  const float keys = ui::KeyboardHeight(page.frame, key_h) / page.frame.look.unit;
  if (!page.landscape) {
    if (page.low) {
      const float floor = page.frame.Height() * 0.55F;
      page.Title(title, "");
      return {page.Box(page.left, floor - 330, page.width, 300),
              page.Box(page.left, page.bottom - keys, page.width, keys)};
    }
    page.Title(title, hint);
    const float y = page.bottom - keys;
    return {page.Box(page.left, page.top, page.width, y - kGap - page.top),
            page.Box(page.left, y, page.width, keys)};
  }
  // Words and actions left, field and keyboard right.
  const float right = kKeysWidth;
  const float x = page.Right() - right;
  const float words = page.WordsBesideKeys();
  float y = ui::Question(page.frame, title, page.Box(page.left, page.top, words, 300)) /
            page.frame.look.unit;
  if (!hint.empty()) y = page.Text(hint, page.left, y, words, ui::TextStyle::kBody, true);
  page.top = y + 20;
  const float end = page.action_y + page.action_h;
  return {page.Box(x, 195, right, end - keys - kGap - 195), page.Box(x, end - keys, right, keys)};
}

ui::KeyboardLook LookOfKeys(const Page& page, KeyLayer layer, bool upper) {
  ui::KeyboardLook look;
  const bool capital = layer == KeyLayer::kUpper || (layer == KeyLayer::kLetters && upper);
  look.page = layer == KeyLayer::kDigits ? ui::KeyboardPage::kDigits
              : capital                  ? ui::KeyboardPage::kUpper
                                         : ui::KeyboardPage::kLower;
  look.space_word = page.T(TextId::kKbSpace);
  look.letters_word = page.T(TextId::kKbLetters);
  look.digits_word = page.T(TextId::kKbDigits);
  return look;
}

Drawn DrawTellWhat(ui::Frame& frame, const TellWhat& screen, const View& view) {
  Page page(frame, view, screen.typing ? "tell-what-typing" : "tell-what",
            screen.typing ? PageKind::kTyping : PageKind::kWhole);
  page.Progress(Station::kWhat);
  const std::string& title = page.T(WhatTitle(page.Entry().kind));
  if (!screen.typing) {
    const bool phrases = !OfferedPhrases(view.context, page.Entry()).empty();
    page.Title(title, page.T(phrases ? TextId::kWhatHint : TextId::kWhatTypeHint));
    DrawClosed(page, screen);
    page.Back();
    page.Next(page.T(TextId::kCommonNext), true, GoNext{});
    return page.Result();
  }
  const auto places =
      PlacesForTyping(page, title, page.T(TextId::kWhatTypeHint), page.low ? kLowKey : kKey);
  const std::string story = view.context.office.sensitive.active
                                ? Veiled(page.Entry().words, screen.veil)
                                : Story(view.context, page.Entry(), page.T().Language());
  const std::string counter = CounterWords(page);
  auto look = StoryLook(page, story, counter);
  look.active = !look.covered;
  page.Take(ui::TextField(frame, "story", places.field, look), Uncover{});
  const bool upper = ui::PageFor(page.Entry().words) == ui::KeyboardPage::kUpper;
  TakeTyped(page, ui::Keyboard(frame, places.keys, LookOfKeys(page, screen.layer, upper)),
            screen.layer);
  // On a lying panel the ready sentences stay beside the keyboard.
  if (page.landscape && !Cramped(view.state.visit))
    DrawPhrases(page, screen, {page.left, page.WordsBesideKeys(), page.top, page.bottom});
  page.Back();
  page.Next(page.T(TextId::kCommonNext), true, GoNext{});
  return page.Result();
}

namespace {

using Sentence = std::pair<std::string, bool>;

// One row of sentences: as equal as lets each stand on one line, or on two where none has the room.
std::vector<float> RowWidths(Page& page, std::span<const Sentence> row, int columns) {
  const auto gaps = kSmallGap * static_cast<float>(row.size() - 1);
  for (const int lines : {1, 2}) {
    std::vector<float> least;
    float sum = gaps;
    for (const auto& [words, selected] : row) {
      least.push_back(std::ceil(ui::PhraseLeast(page.frame, words, lines) / page.frame.look.unit));
      sum += least.back();
    }
    if (sum > page.width) continue;
    const bool last = static_cast<int>(row.size()) < columns && row.size() > 1;
    const float equal =
        (page.width - (kSmallGap * static_cast<float>(columns - 1))) / static_cast<float>(columns);
    // A shorter last row keeps the columns, but for a single one, the longest.
    const float room = last ? (equal * static_cast<float>(row.size())) + gaps : page.width;
    if (sum <= room) return SharedWidths(least, room);
  }
  return SharedWidths(std::vector<float>(row.size(), 0.0F), page.width);
}

// Sentences in columns, row by row.
std::vector<ui::Rect> SentenceCells(Page& page, const std::vector<Sentence>& sentences,
                                    int columns) {
  constexpr float kTallest = 39;  // what a row may have beyond its need
  const auto each = static_cast<std::size_t>(columns);
  std::vector<std::vector<float>> widths;
  std::vector<float> heights;
  float used = -kSmallGap;
  for (std::size_t first = 0; first < sentences.size(); first += each) {
    const std::size_t size = std::min(each, sentences.size() - first);
    widths.push_back(RowWidths(page, std::span(sentences).subspan(first, size), columns));
    float h = 0;
    for (std::size_t i = 0; i < size; ++i)
      h = std::max(h, ui::PhraseHeight(page.frame, sentences[first + i].first,
                                       page.frame.U(widths.back()[i])));
    heights.push_back(std::ceil(h / page.frame.look.unit));
    used += heights.back() + kSmallGap;
  }
  // What is over is shared, and so is what is missing; rows of one line give up nothing.
  const auto rows = static_cast<float>(heights.size());
  const float room = page.bottom - page.top;
  const float spare = (room - used) / rows;
  const float equal = (room - (kSmallGap * (rows - 1))) / rows;
  std::vector<ui::Rect> cells;
  float y = page.top;
  for (std::size_t row = 0; row < heights.size(); ++row) {
    const float h =
        spare < 0 ? std::min(heights[row], equal) : heights[row] + std::min(spare, kTallest);
    float x = page.left;
    for (const float w : widths[row]) {
      cells.push_back(page.Box(x, y, w, h));
      x += w + kSmallGap;
    }
    y += h + kSmallGap;
  }
  return cells;
}

// Answers in one or two columns that toggle or advance.
void DrawAnswers(Page& page, const std::vector<Sentence>& answers,
                 const std::vector<Intent>& wanted, const std::string& id) {
  const auto count = static_cast<int>(answers.size());
  const bool few = count <= 4;
  const int columns = page.landscape && page.low && !few ? 3 : page.landscape || page.low ? 2 : 1;
  if (!few) page.BeginMany();
  const auto cells = few ? page.Cells(count, columns, page.top, page.bottom - page.top, 262)
                         : SentenceCells(page, answers, columns);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::string name = id + std::to_string(i + 1);
    const auto& [words, selected] = answers[i];
    page.Take(
        few ? ui::Choice(page.frame, name.c_str(), cells[i], {.word = words, .selected = selected})
            : ui::PhraseButton(page.frame, name.c_str(), cells[i], words, selected),
        wanted[i]);
  }
}

}  // namespace

Drawn DrawAskFor(ui::Frame& frame, const AskFor&, const View& view) {
  Page page(frame, view, "ask");
  page.Progress(Station::kAsk);
  page.Title(page.T(TextId::kWhatWish), page.T(TextId::kWhatWishHint));
  std::vector<Sentence> sentences;
  std::vector<Intent> wanted;
  for (int i = 1; i <= kWishes; ++i) {
    const Wish wish = static_cast<Wish>(i);
    sentences.emplace_back(page.T(WishText(wish)), page.Entry().wishes.contains(wish));
    wanted.emplace_back(ToggleWish{wish});
  }
  DrawAnswers(page, sentences, wanted, "wish-");
  page.Back();
  page.Next(page.T(TextId::kCommonNext), true, GoNext{});
  return page.Result();
}

Drawn DrawAskLoss(ui::Frame& frame, const AskLoss&, const View& view) {
  Page page(frame, view, "loss");
  page.Progress(Station::kLoss);
  page.Title(page.T(TextId::kWhatLoss));
  std::vector<Sentence> sentences;
  std::vector<Intent> wanted;
  for (const Loss loss : {Loss::kNone, Loss::kMoney, Loss::kTime, Loss::kOther}) {
    sentences.emplace_back(page.T(LossText(loss)), page.Entry().loss == loss);
    wanted.emplace_back(PickLoss{loss});
  }
  DrawAnswers(page, sentences, wanted, "loss-");
  page.Back();
  page.Skip(page.T(TextId::kCommonSkip), GoNext{});
  return page.Result();
}

}  // namespace tanggap::kiosk
