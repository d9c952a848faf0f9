// What the visitor asks for and what was lost: answers in rows.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/screens/page.h"
#include "kiosk/words.h"

namespace tanggap::kiosk {
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
  page.Ask(page.T(TextId::kWhatWish), page.T(TextId::kWhatWishHint), true);
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
  page.Ask(page.T(TextId::kWhatLoss));
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
