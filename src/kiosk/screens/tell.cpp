// What happened (ready sentences first, keyboard on request), what is asked, what was lost.
#include <algorithm>
#include <cstddef>
#include <string>

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
  std::string words = page.T().Format(
      TextId::kWhatCount, {{"n", std::to_string(typed)}, {"m", std::to_string(kStoryCharacters)}});
  if (typed >= kStoryCharacters) words += " " + page.T(TextId::kWhatFull);
  return words;
}

// Ready sentences from `y` to `end`; the last row turns the page when there are more.
void DrawPhrases(Page& page, const TellWhat& screen, float x, float w, float y, float end) {
  const auto phrases = OfferedPhrases(page.view.context, page.Entry());
  // Large words may take two lines.
  const float row = page.view.state.visit.clearer ? 140 : kControl;
  const auto fits =
      static_cast<std::size_t>(std::max(1.0F, (end - y + kSmallGap) / (row + kSmallGap)));
  const bool pages = phrases.size() > fits;
  const std::size_t step = pages ? std::max<std::size_t>(1, fits - 1) : fits;
  std::size_t first = static_cast<std::size_t>(screen.page) * step;
  if (first >= phrases.size()) first = 0;
  const auto& chosen = page.Entry().phrases;
  for (std::size_t i = first; i < std::min(first + step, phrases.size()); ++i) {
    const Phrase* phrase = page.view.context.office.Find(phrases[i]);
    if (phrase == nullptr) continue;
    const bool selected = std::ranges::find(chosen, phrase->id) != chosen.end();
    const std::string id = "phrase-" + phrase->id.value;
    page.Take(ui::PhraseButton(page.frame, id.c_str(), page.Box(x, y, w, row),
                               phrase->text.In(page.T().Language()), selected),
              TogglePhrase{phrase->id});
    y += row + kSmallGap;
  }
  if (!pages) return;
  const int next = first + step < phrases.size() ? screen.page + 1 : 0;
  page.Take(ui::QuietButton(page.frame, "phrases-more", page.Box(x, y, w, kControl),
                            {.word = page.T(TextId::kCommonMore),
                             .icon = "lainnya",
                             .style = ui::TextStyle::kStrong}),
            TurnPage{next});
}

void DrawClosed(Page& page, const TellWhat& screen) {
  const std::string story = Story(page.view.context, page.Entry(), page.T().Language());
  const std::string counter = CounterWords(page);
  const auto look = StoryLook(page, story, counter);
  const bool phrases = !OfferedPhrases(page.view.context, page.Entry()).empty();
  if (page.landscape && phrases && !page.view.state.visit.clearer) {
    const float half = (page.width - kGap) / 2;
    DrawPhrases(page, screen, page.left, half, page.top, page.bottom);
    page.Take(ui::TextField(
                  page.frame, "story",
                  page.Box(page.left + half + kGap, page.top, half, page.bottom - page.top), look),
              OpenKeyboard{});
    return;
  }
  const float field = phrases ? std::min(300.0F, (page.bottom - page.top) * 0.36F) : 420;
  if (phrases)
    DrawPhrases(page, screen, page.left, page.width, page.top, page.bottom - field - kGap);
  const float y = phrases ? page.bottom - field : page.top;
  page.Take(ui::TextField(page.frame, "story", page.Box(page.left, y, page.width, field), look),
            OpenKeyboard{});
  if (!phrases)
    page.Text(page.T(TextId::kWhatTypeHint), page.left, y + field + 20, page.width,
              ui::TextStyle::kSmall, true);
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
  const float right = 993;
  const float x = page.Right() - right;
  const float words = x - page.left - 40;
  float y = ui::Question(page.frame, title, page.Box(page.left, page.top, words, 300)) /
            page.frame.look.unit;
  if (!hint.empty()) y = page.Text(hint, page.left, y, words, ui::TextStyle::kBody, true);
  page.top = y + 20;
  const float end = page.action_y + page.action_h;
  return {page.Box(x, 195, right, end - keys - kGap - 195), page.Box(x, end - keys, right, keys)};
}

void TypingActions(Page& page, std::string_view next, bool enabled) {
  if (!page.landscape) {
    page.Back();
    page.Next(next, enabled, GoNext{});
    return;
  }
  const float words = page.width - 993 - 40;
  const float back = (words * 0.48F) - (kGap / 2);
  page.Take(ui::SecondaryButton(page.frame, "back",
                                page.Fixed(page.left, page.action_y, back, page.action_h),
                                {.word = page.T(TextId::kCommonBack), .icon = "kembali"}),
            GoBack{});
  page.Take(
      ui::PrimaryButton(
          page.frame, "next",
          page.Fixed(page.left + back + kGap, page.action_y, words - back - kGap, page.action_h),
          {.word = next, .icon = "lanjut", .icon_after = true, .enabled = enabled}),
      GoNext{});
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
  Page page(frame, view, screen.typing ? "tell-what-typing" : "tell-what");
  page.Progress(Station::kWhat);
  const std::string& title = page.T(WhatTitle(page.Entry().kind));
  if (!screen.typing) {
    const bool phrases = !OfferedPhrases(view.context, page.Entry()).empty();
    page.Title(title, phrases ? page.T(TextId::kWhatHint) : page.T(TextId::kWhatSensitive));
    DrawClosed(page, screen);
    page.Back();
    page.Next(page.T(TextId::kCommonNext), true, GoNext{});
    return page.Result();
  }
  const auto places =
      PlacesForTyping(page, title, page.T(TextId::kWhatTypeHint), page.low ? 95 : 106);
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
    DrawPhrases(page, screen, page.left, page.width - 993 - 40, page.top, page.bottom);
  TypingActions(page, page.T(TextId::kCommonNext));
  return page.Result();
}

namespace {

// Answers in one or two columns that toggle or advance.
void DrawAnswers(Page& page, const std::vector<std::pair<std::string, bool>>& answers,
                 const std::vector<Intent>& wanted, const std::string& id) {
  const auto count = static_cast<int>(answers.size());
  const int columns = page.landscape || page.low ? 2 : 1;
  const bool few = count <= 4;
  auto cells = page.Cells(count, columns, page.top, page.bottom - page.top, few ? 262.0F : 150.0F);
  // An odd last one has the whole row: it is the longest.
  if (columns == 2 && count % 2 == 1) cells.back().w = page.Box(0, 0, page.width, 0).w;
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
  std::vector<std::pair<std::string, bool>> sentences;
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
  std::vector<std::pair<std::string, bool>> sentences;
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
