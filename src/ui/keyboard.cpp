// Keyboards on the glass: rows of keys, what each means, and how a text changes by them.
#include "ui/keyboard.h"

#include <array>
#include <cmath>

#include "ui/fonts.h"
#include "ui/kit.h"

namespace tanggap::ui {
namespace {

constexpr float kGap = 17;
constexpr float kKeyWidth = 84;
constexpr float kRowWidth = (10 * kKeyWidth) + (9 * kGap);

struct KeyLook {
  std::string_view word;
  std::string_view icon = {};
  TextStyle style = TextStyle::kKey;
  bool selected = false;
  TargetKind kind = TargetKind::kKey;
};

Press KeyPlate(Frame& frame, const std::string& id, const Rect& rect, const KeyLook& look) {
  const Press press = frame.Pressable(id, rect, look.kind);
  const Rect face =
      Plate(frame, rect, {.pressed = press.down, .selected = look.selected, .radius = 14});
  if (look.icon.empty()) {
    DrawText(frame, look.word, {face.x + frame.Px(4), face.y, face.w - (2 * frame.Px(4)), face.h},
             {.style = look.style,
              .color = frame.Colors().ink,
              .align = Align::kCenter,
              .valign = VAlign::kMiddle,
              .wrap = false});
  } else {
    const float side = frame.Px(60);
    const Point c = face.Center();
    frame.Icon(look.icon, {std::round(c.x - (side / 2)), std::round(c.y - (side / 2)), side, side});
  }
  return press;
}

using Row = std::array<std::string_view, 10>;
constexpr std::array<Row, 3> kLower{{{"q", "w", "e", "r", "t", "y", "u", "i", "o", "p"},
                                     {"a", "s", "d", "f", "g", "h", "j", "k", "l"},
                                     {"z", "x", "c", "v", "b", "n", "m"}}};
constexpr std::array<Row, 3> kUpper{{{"Q", "W", "E", "R", "T", "Y", "U", "I", "O", "P"},
                                     {"A", "S", "D", "F", "G", "H", "J", "K", "L"},
                                     {"Z", "X", "C", "V", "B", "N", "M"}}};
constexpr std::array<Row, 3> kDigits{{{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"},
                                      {"-", "/", ":", ";", "(", ")", "&", "@", "\""},
                                      {"?", "!", "%", "+", "=", "'", "_"}}};
constexpr std::array<int, 3> kRowCounts{10, 9, 7};

const std::array<Row, 3>& RowsOf(KeyboardPage page) {
  switch (page) {
    case KeyboardPage::kLower:
      return kLower;
    case KeyboardPage::kUpper:
      return kUpper;
    case KeyboardPage::kDigits:
      return kDigits;
  }
  return kLower;
}

// Ids don't change with the page's case, so a script can tap "key-q" for Q as well.
std::string IdOf(std::string_view symbol) {
  std::string id = "key-";
  for (const char c : symbol)
    id += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return id;
}

Typed Symbol(std::string_view symbol) {
  return {Typed::Kind::kSymbol, std::string(symbol), {}};
}
Typed Page(KeyboardPage page) {
  return {Typed::Kind::kPage, {}, page};
}

std::optional<Typed> BackspaceOf(const Press& press) {
  if (press.repeats > 0 || (press.tapped && !press.repeated))
    return Typed{Typed::Kind::kBackspace, {}, {}};
  return std::nullopt;
}

class Layout {
 public:
  Layout(Frame& frame, const Rect& rect)
      : frame_(frame),
        scale_(ScaleFor(frame, rect.w)),
        left_(rect.x + std::floor((rect.w - (kRowWidth * scale_)) / 2)),
        top_(rect.y),
        key_height_((rect.h - (3 * frame.U(kGap))) / 4) {}

  // In the row's own units from its left end, edges on whole pixels.
  [[nodiscard]] Rect Key(int row, float x, float width) const {
    const float l = std::round(left_ + (x * scale_));
    const float r = std::round(left_ + ((x + width) * scale_));
    const float t = std::round(top_ + (static_cast<float>(row) * (key_height_ + frame_.U(kGap))));
    const float b =
        std::round(top_ + (static_cast<float>(row) * (key_height_ + frame_.U(kGap))) + key_height_);
    return {l, t, r - l, b - t};
  }

 private:
  // A column a hair wider than the keys must not make some of them a pixel wider than others.
  static float ScaleFor(const Frame& frame, float width) {
    const float scale = std::min(width / kRowWidth, frame.look.unit * 2);
    const bool near = scale > frame.look.unit && scale < frame.look.unit * 1.02F;
    return near ? frame.look.unit : scale;
  }

  Frame& frame_;
  float scale_;
  float left_;
  float top_;
  float key_height_;
};

std::optional<Typed> LetterRows(Frame& frame, const Layout& layout, KeyboardPage page) {
  std::optional<Typed> typed;
  constexpr std::array<float, 3> kStart{0, (kKeyWidth + kGap) / 2, 151};
  const std::array<Row, 3>& rows = RowsOf(page);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    float x = kStart[row];
    for (int i = 0; i < kRowCounts[row]; ++i, x += kKeyWidth + kGap) {
      const std::string_view symbol = rows[row][static_cast<std::size_t>(i)];
      if (KeyPlate(frame, IdOf(symbol), layout.Key(static_cast<int>(row), x, kKeyWidth),
                   {.word = symbol})
              .tapped)
        typed = Symbol(symbol);
    }
  }
  return typed;
}

}  // namespace

float KeyboardHeight(const Frame& frame, float key_height_units) {
  return frame.Px((4 * key_height_units) + (3 * kGap));
}

std::optional<Typed> Keyboard(Frame& frame, const Rect& rect, const KeyboardLook& look) {
  const Layout layout(frame, rect);
  std::optional<Typed> typed = LetterRows(frame, layout, look.page);
  constexpr float kWide = 134;
  const bool digits = look.page == KeyboardPage::kDigits;
  const bool upper = look.page == KeyboardPage::kUpper;
  const Rect third_left = layout.Key(2, 0, kWide);
  if (digits) {
    if (KeyPlate(frame, "key-rp", third_left, {.word = "Rp", .style = TextStyle::kStrong}).tapped)
      typed = Symbol("Rp");
  } else if (KeyPlate(frame, "key-shift", third_left,
                      {.word = "", .icon = "naik", .selected = upper})
                 .tapped) {
    typed = Page(upper ? KeyboardPage::kLower : KeyboardPage::kUpper);
  }
  const Press back = KeyPlate(frame, "key-backspace", layout.Key(2, kRowWidth - kWide, kWide),
                              {.word = "", .icon = "hapuskiri"});
  if (const auto backspace = BackspaceOf(back)) typed = backspace;
  if (KeyPlate(frame, "key-page", layout.Key(3, 0, kWide),
               {.word = digits ? look.letters_word : look.digits_word, .style = TextStyle::kStrong})
          .tapped)
    typed = Page(digits ? KeyboardPage::kLower : KeyboardPage::kDigits);
  constexpr float kComma = kWide + kGap;
  constexpr float kSpace = kComma + kKeyWidth + kGap;
  constexpr float kPeriod = kRowWidth - kKeyWidth;
  if (KeyPlate(frame, "key-,", layout.Key(3, kComma, kKeyWidth), {.word = ","}).tapped)
    typed = Symbol(",");
  if (KeyPlate(frame, "key-space", layout.Key(3, kSpace, kPeriod - kGap - kSpace),
               {.word = look.space_word, .style = TextStyle::kSmall})
          .tapped)
    typed = Symbol(" ");
  if (KeyPlate(frame, "key-.", layout.Key(3, kPeriod, kKeyWidth), {.word = "."}).tapped)
    typed = Symbol(".");
  return typed;
}

std::optional<Typed> PhonePad(Frame& frame, const Rect& rect, bool plus) {
  constexpr std::array<std::string_view, 12> kSigns{"1", "2", "3", "4", "5", "6",
                                                    "7", "8", "9", "+", "0", ""};
  std::optional<Typed> typed;
  const float gap = frame.Px(kGap);
  const float width = std::floor((rect.w - (2 * gap)) / 3);
  const float height = std::floor((rect.h - (3 * gap)) / 4);
  for (std::size_t i = 0; i < kSigns.size(); ++i) {
    const Rect key{rect.x + (static_cast<float>(i % 3) * (width + gap)),
                   rect.y + (static_cast<float>(i / 3) * (height + gap)), width, height};
    if (kSigns[i].empty()) {
      const Press back = KeyPlate(frame, "pad-backspace", key, {.word = "", .icon = "hapuskiri"});
      if (const auto backspace = BackspaceOf(back)) typed = backspace;
    } else if (kSigns[i] == "+") {
      if (plus && KeyPlate(frame, "pad-plus", key, {.word = "+"}).tapped) typed = Symbol("+");
    } else if (KeyPlate(frame, "pad-" + std::string(kSigns[i]), key, {.word = kSigns[i]}).tapped) {
      typed = Symbol(kSigns[i]);
    }
  }
  return typed;
}

std::optional<Typed> CodePad(Frame& frame, const Rect& rect, int columns) {
  constexpr std::string_view kSigns = "1234567890ABCDEFGHJKMNPQRSTVWXYZ";
  std::optional<Typed> typed;
  const float gap = frame.Px(kGap);
  const int rows = (static_cast<int>(kSigns.size()) + columns - 1) / columns;
  const float width =
      (rect.w - (static_cast<float>(columns - 1) * gap)) / static_cast<float>(columns);
  const float height = (rect.h - (static_cast<float>(rows - 1) * gap)) / static_cast<float>(rows);
  for (std::size_t i = 0; i < kSigns.size(); ++i) {
    const auto col = static_cast<float>(i % static_cast<std::size_t>(columns));
    const auto row = static_cast<float>(i / static_cast<std::size_t>(columns));
    const float l = std::round(rect.x + (col * (width + gap)));
    const float t = std::round(rect.y + (row * (height + gap)));
    const Rect key{l, t, std::round(rect.x + (col * (width + gap)) + width) - l,
                   std::round(rect.y + (row * (height + gap)) + height) - t};
    const std::string_view sign = kSigns.substr(i, 1);
    if (KeyPlate(frame, "code-" + std::string(sign), key,
                 {.word = sign, .style = TextStyle::kLabel, .kind = TargetKind::kCodeKey})
            .tapped)
      typed = Symbol(sign);
  }
  return typed;
}

std::string AfterTyping(std::string text, const Typed& typed, std::size_t max_symbols) {
  if (typed.kind == Typed::Kind::kBackspace) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
      text.pop_back();
    if (!text.empty()) text.pop_back();
    return text;
  }
  if (typed.kind != Typed::Kind::kSymbol) return text;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count)
    (void)NextSymbol(text, at);
  std::size_t more = 0;
  for (std::size_t at = 0; at < typed.symbol.size(); ++more)
    (void)NextSymbol(typed.symbol, at);
  if (count + more <= max_symbols) text += typed.symbol;
  return text;
}

KeyboardPage PageFor(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n'))
    text.remove_suffix(1);
  const bool begins =
      text.empty() || text.back() == '.' || text.back() == '!' || text.back() == '?';
  return begins ? KeyboardPage::kUpper : KeyboardPage::kLower;
}

}  // namespace tanggap::ui
