// What can be pressed at the desk, and what is typed into.
#include "ui/desk_kit.h"

#include <cmath>

#include "ui/fonts.h"
#include "ui/text_layout.h"

namespace tanggap::ui {
namespace {

constexpr std::int64_t kBlinkMs = 530;

struct ButtonColors {
  Color fill, outline, ink, key;
};

ButtonColors ColorsOf(const Frame& frame, const DeskButtonLook& look, const Press& press) {
  const DeskTheme& t = frame.Desk();
  if (!look.enabled) return {t.sunken, look.quiet ? kTransparent : t.line, t.ink3, t.ink3};
  if (look.primary)
    return {press.down || press.hover ? t.accent_pressed : t.accent, kTransparent, t.on_accent,
            t.on_accent};
  const Color fill = press.down ? t.select : press.hover ? t.hover : t.surface;
  const Color ink = look.tone == Tone::kNeutral ? t.ink : ToneInk(frame, look.tone);
  return {look.quiet && !press.down && !press.hover ? kTransparent : fill,
          look.quiet ? kTransparent : t.line_strong, ink, t.ink2};
}

float KeysWidth(Frame& frame, std::string_view keys) {
  return keys.empty() ? 0 : TextWidth(frame, keys, TextStyle::kDeskCap) + frame.Px(10);
}

}  // namespace

float DeskButtonWidth(Frame& frame, const DeskButtonLook& look) {
  float width =
      (2 * frame.Px(12)) + std::ceil(TextWidth(frame, look.word, TextStyle::kDeskTextMedium));
  if (!look.icon.empty()) width += frame.Px(16) + frame.Px(8);
  if (!look.keys.empty()) width += std::ceil(KeysWidth(frame, look.keys)) + frame.Px(8);
  return width;
}

bool DeskButton(Frame& frame, const char* id, const Rect& rect, const DeskButtonLook& look) {
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk, look.enabled);
  if (look.primary && look.enabled) frame.MarkFilled();
  const ButtonColors c = ColorsOf(frame, look, press);
  const float radius = frame.U(4);
  if (c.outline.a > 0) {
    frame.Fill(rect, c.outline, radius);
    frame.Fill(rect.Inset(1), c.fill, radius - 1);
  } else {
    frame.Fill(rect, c.fill, radius);
  }
  float x = rect.x + frame.Px(12);
  if (!look.icon.empty()) {
    const float side = frame.Px(16);
    frame.Icon(look.icon, {x, std::round(rect.Center().y - (side / 2)), side, side}, c.ink,
               kTransparent, kTransparent);
    x += side + frame.Px(8);
  }
  float right = rect.Right() - frame.Px(12);
  if (!look.keys.empty()) {
    const float width = std::ceil(KeysWidth(frame, look.keys));
    const float height = frame.Px(18);
    const Rect cap{right - width, std::round(rect.Center().y - (height / 2)), width, height};
    if (look.primary && look.enabled) {
      frame.Fill(cap, c.key, frame.U(3));
      frame.Fill(cap.Inset(1), c.fill, frame.U(3) - 1);
    }
    DrawText(frame, look.keys, cap,
             {.style = TextStyle::kDeskCap,
              .color = c.key,
              .align = Align::kCenter,
              .valign = VAlign::kMiddle,
              .wrap = false});
    right = cap.x - frame.Px(8);
  }
  DrawText(frame, look.word, {x, rect.y, right - x, rect.h},
           {.style = TextStyle::kDeskTextMedium,
            .color = c.ink,
            .valign = VAlign::kMiddle,
            .wrap = false});
  return press.tapped;
}

float FilterChipWidth(Frame& frame, const FilterChipLook& look) {
  return std::ceil((2 * frame.Px(9)) + TextWidth(frame, look.word, TextStyle::kDeskCaption) +
                   frame.Px(6) + TextWidth(frame, look.value, TextStyle::kDeskCaptionStrong)) +
         1;
}

bool FilterChip(Frame& frame, const char* id, const Rect& rect, const FilterChipLook& look) {
  const DeskTheme& t = frame.Desk();
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk);
  const float radius = frame.U(4);
  frame.Fill(rect, look.set ? t.accent : t.line_strong, radius);
  const Color fill = press.hover || press.down ? t.hover : look.set ? t.accent_soft : t.surface;
  frame.Fill(rect.Inset(1), fill, radius - 1);
  const float x = rect.x + frame.Px(9);
  const float word = std::ceil(TextWidth(frame, look.word, TextStyle::kDeskCaption)) + 1;
  Cell(frame, {x, rect.y, word, rect.h}, look.word, TextStyle::kDeskCaption, t.ink2);
  const float from = x + word + frame.Px(5);
  Cell(frame, {from, rect.y, rect.Right() - frame.Px(8) - from, rect.h}, look.value,
       TextStyle::kDeskCaptionStrong, look.set ? t.accent : t.ink);
  return press.tapped;
}

void StepNumber(Frame& frame, Point center, std::string_view number, Color ink) {
  const float radius = frame.U(14);
  frame.Circle({std::round(center.x), std::round(center.y)}, radius, ink, frame.U(1.5F));
  Cell(frame, {center.x - radius, center.y - radius, 2 * radius, 2 * radius}, number,
       TextStyle::kDeskTextStrong, ink, Align::kCenter);
}

bool StepButton(Frame& frame, const char* id, const Rect& rect, const StepButtonLook& look) {
  const DeskTheme& t = frame.Desk();
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk, look.enabled);
  if (look.enabled) frame.MarkFilled();
  const bool held = press.down || press.hover;
  const Color fill = !look.enabled ? t.sunken : held ? t.accent_pressed : t.accent;
  const Color ink = look.enabled ? t.on_accent : t.ink3;
  frame.Fill(rect, fill, frame.U(4));
  StepNumber(frame, {rect.x + frame.Px(38), rect.Center().y}, look.number, ink);
  const float width = std::ceil(KeysWidth(frame, look.keys)) + frame.Px(8);
  const Rect cap{rect.Right() - frame.Px(20) - width, std::round(rect.Center().y - frame.Px(14)),
                 width, frame.Px(28)};
  frame.Fill(cap, ink, frame.U(4));
  frame.Fill(cap.Inset(1), fill, frame.U(4) - 1);
  Cell(frame, cap, look.keys, TextStyle::kDeskCap, ink, Align::kCenter);
  const float x = rect.x + frame.Px(70);
  const float room = cap.x - x - frame.Px(12);
  Cell(frame, {x, rect.y + frame.Px(13), room, frame.Px(26)}, look.word, TextStyle::kDeskTitle,
       ink);
  Cell(frame, {x, rect.y + frame.Px(42), room, frame.Px(20)}, look.second, TextStyle::kDeskText,
       ink);
  return press.tapped;
}

bool NavItem(Frame& frame, const char* id, const Rect& rect, const NavLook& look) {
  const DeskTheme& t = frame.Desk();
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk);
  if (look.selected || press.hover || press.down) {
    frame.Fill(rect, look.selected || press.down ? t.select : t.hover, frame.U(4));
    if (look.selected) frame.Fill({rect.x, rect.y, frame.Px(3), rect.h}, t.accent, frame.U(1));
  }
  const Color count = look.alarming ? t.red : t.ink;
  const Color word = look.selected ? t.ink : t.ink2;
  const TextStyle strong = TextStyle::kDeskTextStrong;
  if (look.rail) {
    const float line = LineHeight(frame, TextStyle::kDeskText);
    const float cap = LineHeight(frame, TextStyle::kDeskCaption);
    const float top = std::round(rect.Center().y - ((look.count.empty() ? cap : line + cap) / 2));
    float y = top;
    if (!look.count.empty()) {
      Cell(frame, {rect.x, y, rect.w, line}, look.count, strong, count, Align::kCenter);
      y += line;
    }
    Cell(frame, {rect.x + 2, y, rect.w - 4, cap}, look.word,
         look.selected ? TextStyle::kDeskCaptionStrong : TextStyle::kDeskCaption, word,
         Align::kCenter);
    return press.tapped;
  }
  const float pad = frame.Px(8);
  float x = rect.x + pad;
  const float key = frame.Px(22);
  Cell(frame, {x, rect.y, key, rect.h}, look.key, TextStyle::kDeskCap, t.ink3);
  x += key + frame.Px(6);
  const float count_w = TextWidth(frame, look.count, strong);
  Cell(frame, {x, rect.y, rect.Right() - pad - count_w - frame.Px(6) - x, rect.h}, look.word,
       look.selected ? strong : TextStyle::kDeskText, t.ink);
  Cell(frame, {rect.Right() - pad - count_w - 1, rect.y, count_w + 1, rect.h}, look.count,
       look.alarming || look.selected ? strong : TextStyle::kDeskText, count, Align::kRight);
  return press.tapped;
}

bool ListRow(Frame& frame, const char* id, const Rect& rect, bool selected) {
  const DeskTheme& t = frame.Desk();
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk);
  frame.Fill(rect, selected || press.down ? t.select : press.hover ? t.hover : t.surface);
  Rule(frame, rect.x, rect.Bottom() - 1, rect.w);
  if (selected) frame.Fill({rect.x, rect.y, frame.Px(3), rect.h}, t.accent);
  return press.tapped;
}

bool PlainRow(Frame& frame, const char* id, const Rect& rect, bool selected, bool enabled) {
  const DeskTheme& t = frame.Desk();
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk, enabled);
  if (selected || press.down || press.hover)
    frame.Fill(rect, selected || press.down ? t.select : t.hover);
  if (selected) frame.Fill({rect.x, rect.y, frame.Px(3), rect.h}, t.accent);
  return press.tapped;
}

bool Tab(Frame& frame, const char* id, const Rect& rect, std::string_view word, bool selected) {
  const DeskTheme& t = frame.Desk();
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk);
  if (press.hover || press.down) frame.Fill(rect, t.hover);
  Cell(frame, rect, word, selected ? TextStyle::kDeskTextStrong : TextStyle::kDeskText,
       selected ? t.ink : t.ink2, Align::kCenter);
  if (selected) frame.Fill({rect.x, rect.Bottom() - frame.Px(3), rect.w, frame.Px(3)}, t.accent);
  return press.tapped;
}

bool LinkText(Frame& frame, const char* id, Point left_middle, std::string_view words) {
  const float width = std::ceil(TextWidth(frame, words, TextStyle::kDeskCaption)) + 1;
  const float height = frame.Px(28);
  const Rect rect{left_middle.x, std::round(left_middle.y - (height / 2)), width, height};
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk);
  Cell(frame, rect, words, TextStyle::kDeskCaption, frame.Desk().accent);
  if (press.hover || press.down)
    frame.Fill({rect.x, rect.Center().y + frame.Px(8), width, 1}, frame.Desk().accent);
  return press.tapped;
}

bool Choice(Frame& frame, const char* id, const Rect& rect, const ChoiceLook& look) {
  const DeskTheme& t = frame.Desk();
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk, look.enabled);
  if (look.focused || press.down) {
    frame.Fill(rect, t.select, frame.U(4));
  } else if (press.hover) {
    frame.Fill(rect, t.hover, frame.U(4));
  }
  const float u = frame.look.unit;
  const Point c{std::round(rect.x + frame.Px(18)), std::round(rect.Center().y)};
  const Color ink = look.enabled ? t.ink : t.ink3;
  const Color mark = look.enabled ? t.accent : t.ink3;
  if (look.single) {
    frame.Circle(c, 7.5F * u, look.chosen ? mark : t.line_strong, 1.5F * u);
    if (look.chosen) frame.Disc(c, 4 * u, mark);
  } else {
    const float side = frame.Px(16);
    const Rect box{c.x - (side / 2), c.y - (side / 2), side, side};
    frame.Fill(box, look.chosen ? mark : t.line_strong, 3 * u);
    if (look.chosen) {
      frame.Stroke({{c.x - (4 * u), c.y},
                    {c.x - (1 * u), c.y + (3 * u)},
                    {c.x + (4.5F * u), c.y - (3.5F * u)}},
                   t.on_accent, 1.8F * u);
    } else {
      frame.Fill(box.Inset(std::max(1.0F, std::round(1.5F * u))), t.surface, 2 * u);
    }
  }
  const float x = c.x + frame.Px(18);
  float right = rect.Right() - frame.Px(10);
  if (!look.key.empty()) {
    const float width = TextWidth(frame, look.key, TextStyle::kDeskCap) + frame.Px(8);
    Cell(frame, {right - width, rect.y, width, rect.h}, look.key, TextStyle::kDeskCap, t.ink3,
         Align::kRight);
    right -= width;
  }
  if (look.second.empty()) {
    Cell(frame, {x, rect.y, right - x, rect.h}, look.word,
         look.chosen ? TextStyle::kDeskTextStrong : TextStyle::kDeskText, ink);
  } else {
    const float line = LineHeight(frame, TextStyle::kDeskText);
    const float cap = LineHeight(frame, TextStyle::kDeskCaption);
    const float top = std::round(rect.Center().y - ((line + cap) / 2));
    Cell(frame, {x, top, right - x, line}, look.word,
         look.chosen ? TextStyle::kDeskTextStrong : TextStyle::kDeskText, ink);
    Cell(frame, {x, top + line, right - x, cap}, look.second, TextStyle::kDeskCaption,
         look.enabled ? t.ink2 : t.ink3);
  }
  return press.tapped;
}

namespace {

struct Shown {
  std::string text;
  std::size_t caret = 0;
};

Shown ShownText(const TextEdit& edit, bool secret) {
  if (!secret) return {edit.text, std::min(edit.caret, edit.text.size())};
  constexpr std::string_view kDisc = "•";
  Shown shown;
  for (std::size_t at = 0; at < edit.text.size();) {
    (void)NextSymbol(edit.text, at);
    shown.text += kDisc;
    if (at <= edit.caret) shown.caret = shown.text.size();
  }
  return shown;
}

struct Spot {
  std::size_t line = 0;
  float x = 0;
};

// Where the caret of a byte offset stands in a layout.
Spot SpotOf(Frame& frame, const TextLayout& layout, std::string_view text, std::size_t caret,
            TextStyle style) {
  Spot spot;
  for (std::size_t i = 0; i < layout.lines.size(); ++i)
    for (const LinePiece& piece : layout.lines[i].pieces) {
      if (piece.begin > caret) return spot;
      const std::size_t upto = std::min(caret, piece.end);
      spot.line = i;
      spot.x = piece.x;
      for (std::size_t at = piece.begin; at < upto;)
        spot.x += frame.Fonts().Advance(style, NextSymbol(text, at));
    }
  // Behind a line break at the very end stands an empty line.
  if (caret == text.size() && !text.empty() && text.back() == '\n')
    spot = {layout.lines.size() - 1, 0};
  return spot;
}

std::size_t ByteAt(Frame& frame, const TextLayout& layout, std::string_view text, TextStyle style,
                   const Spot& wanted) {
  const std::size_t line = std::min(wanted.line, layout.lines.size() - 1);
  std::size_t best = text.size();
  for (const LinePiece& piece : layout.lines[line].pieces) {
    float x = piece.x;
    best = piece.begin;
    for (std::size_t at = piece.begin; at < piece.end;) {
      const std::size_t before = at;
      const float advance = frame.Fonts().Advance(style, NextSymbol(text, at));
      if (wanted.x < x + (advance / 2)) return before;
      x += advance;
      best = at;
    }
  }
  return best;
}

void InputFrame(Frame& frame, const Rect& rect, const InputLook& look) {
  const DeskTheme& t = frame.Desk();
  const float width = look.focused || !look.error.empty() ? frame.Px(2) : 1;
  const Color outline = !look.error.empty() ? t.red
                        : look.focused      ? t.accent
                        : look.enabled      ? t.line_strong
                                            : t.line;
  frame.Fill(rect, outline, frame.U(4));
  frame.Fill(rect.Inset(width), look.enabled ? t.surface : t.sunken,
             std::max(0.0F, frame.U(4) - width));
}

}  // namespace

InputResult TextInput(Frame& frame, const char* id, const Rect& rect, const TextEdit& edit,
                      const InputLook& look) {
  const DeskTheme& t = frame.Desk();
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk, look.enabled);
  InputFrame(frame, rect, look);
  const TextStyle style = look.multi_line ? TextStyle::kDeskReading : TextStyle::kDeskText;
  Rect box = rect.Inset(frame.Px(10), look.multi_line ? frame.Px(6) : 0);
  if (!look.icon.empty()) {
    const float side = frame.Px(16);
    frame.Icon(look.icon, {box.x, std::round(rect.Center().y - (side / 2)), side, side}, t.ink2,
               kTransparent, kTransparent);
    box.x += side + frame.Px(8);
    box.w -= side + frame.Px(8);
  }
  if (!look.keys.empty()) {
    const float width =
        std::max(frame.Px(20), TextWidth(frame, look.keys, TextStyle::kDeskCap) + frame.Px(10));
    KeyCap(frame, {rect.Right() - frame.Px(8) - width, rect.Center().y}, look.keys);
    box.w -= width;
  }
  const Shown shown = ShownText(edit, look.secret);
  const float line = LineHeight(frame, style);
  const float cap = CapHeight(frame, style);
  const TextLayout layout = LayOut(frame.Fonts(), shown.text, style, look.multi_line ? box.w : 0);
  const Spot caret = SpotOf(frame, layout, shown.text, shown.caret, style);
  // The caret always shows: long lines move left, long texts move up.
  const float shift_x = look.multi_line ? 0 : std::max(0.0F, caret.x - box.w + frame.Px(2));
  const int room = look.multi_line ? std::max(1, static_cast<int>(box.h / line)) : 1;
  const std::size_t first = caret.line + 1 > static_cast<std::size_t>(room)
                                ? caret.line + 1 - static_cast<std::size_t>(room)
                                : 0;
  const float top = look.multi_line ? box.y : std::round(rect.Center().y - (line / 2));
  const float lead = std::floor((line + cap) / 2);
  frame.PushClip({box.x - 1, rect.y + 1, box.w + 2, rect.h - 2});
  if (shown.text.empty() && !look.placeholder.empty())
    DrawText(
        frame, look.placeholder,
        // Beside the caret, not under it.
        {box.x + (look.focused ? frame.Px(4) : 0), top, box.w - (look.focused ? frame.Px(4) : 0),
         look.multi_line ? box.h : line},
        {.style = style, .color = t.ink3, .wrap = look.multi_line, .ellipsis = !look.multi_line});
  for (std::size_t i = first; i < layout.lines.size() && i < first + static_cast<std::size_t>(room);
       ++i)
    for (const LinePiece& piece : layout.lines[i].pieces)
      DrawGlyphs(frame, std::string_view(shown.text).substr(piece.begin, piece.end - piece.begin),
                 {box.x - shift_x + piece.x, top + (static_cast<float>(i - first) * line) + lead},
                 style, t.ink);
  if (look.focused && (frame.now_ms / kBlinkMs) % 2 == 0)
    frame.Fill({std::round(box.x - shift_x + caret.x),
                std::round(top + (static_cast<float>(caret.line - first) * line) + lead - cap -
                           frame.U(3)),
                frame.Px(2), std::round(cap + frame.U(6))},
               t.accent);
  frame.PopClip();
  if (look.focused) frame.WakeAt(((frame.now_ms / kBlinkMs) + 1) * kBlinkMs);
  if (!shown.text.empty())
    frame.texts.push_back({shown.text,
                           {box.x, top + lead - cap, std::min(layout.width, box.w), cap},
                           box,
                           style,
                           t.ink,
                           true});
  if (!look.error.empty())
    DrawText(
        frame, look.error,
        {rect.x, rect.Bottom() + frame.Px(2), rect.w, LineHeight(frame, TextStyle::kDeskCaption)},
        {.style = TextStyle::kDeskCaption, .color = t.red, .wrap = false});
  InputResult result;
  result.tapped = press.tapped;
  if (press.tapped) {
    const Point p = frame.TapPoint();
    const float row = std::max(0.0F, std::floor((p.y - top) / line));
    const Spot wanted{first + (look.multi_line ? static_cast<std::size_t>(row) : 0),
                      p.x - box.x + shift_x};
    const std::size_t byte = ByteAt(frame, layout, shown.text, style, wanted);
    // Discs are three bytes each: a place among them names no byte of the secret.
    result.caret = look.secret ? edit.text.size() : byte;
  }
  return result;
}

void Scrim(Frame& frame) {
  frame.CoverAll();
  frame.Fill({0, 0, static_cast<float>(frame.size.width), static_cast<float>(frame.size.height)},
             frame.Desk().scrim);
}

void Sheet(Frame& frame, const Rect& rect) {
  const DeskTheme& t = frame.Desk();
  frame.Fill(rect, t.line_strong, frame.U(4));
  frame.Fill(rect.Inset(1), t.surface, frame.U(4) - 1);
}

}  // namespace tanggap::ui
