// What happened: ready sentences first, the keyboard on request.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
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

}  // namespace tanggap::kiosk
