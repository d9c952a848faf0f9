#include "kiosk/screens/typing.h"

namespace tanggap::kiosk {
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

}  // namespace tanggap::kiosk
