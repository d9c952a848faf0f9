// Fields that show what is being typed; the typing itself is the session's.
#include <array>
#include <cmath>

#include "ui/fonts.h"
#include "ui/kit.h"
#include "ui/motion.h"
#include "ui/text_layout.h"

namespace tanggap::ui {
namespace {

void Caret(Frame& frame, Point middle, float height) {
  if (CaretOn(frame))
    frame.Fill({std::round(middle.x), std::round(middle.y - (height / 2)), frame.Px(6), height},
               frame.Colors().primary);
}

Rect FieldPlate(Frame& frame, const Rect& rect, const FieldLook& look) {
  const Theme& t = frame.Colors();
  const bool wrong = !look.error.empty();
  const float width = frame.Px(look.active || wrong ? 6 : 3);
  const Color outline = wrong ? t.error : look.active ? t.primary : t.line;
  frame.Fill(rect, outline, frame.U(14));
  frame.Fill(rect.Inset(width), t.surface, frame.U(14) - width);
  return rect.Inset(frame.Px(32), frame.Px(22));
}

std::string Covered(std::string_view text) {
  std::string discs;
  for (std::size_t at = 0; at < text.size();)
    discs += NextSymbol(text, at) == U' ' ? " " : "•";
  return discs;
}

// The text's end always shows: a long one scrolls up line by line.
void FieldText(Frame& frame, const Rect& box, std::string_view text, const FieldLook& look) {
  const Theme& t = frame.Colors();
  const StyleMetrics& m = frame.Fonts().Metrics(TextStyle::kBody);
  const TextLayout layout = LayOut(frame.Fonts(), text, TextStyle::kBody, box.w - frame.U(8));
  const auto count = static_cast<int>(layout.lines.size());
  const int room = std::max(1, static_cast<int>((box.h + (m.line - m.cap) / 2) / m.line));
  const int first = std::max(0, count - room);
  const float lead = std::floor((m.line + m.cap) / 2);
  // One line stands in the middle of its field, a story begins at its top.
  float y = room == 1 ? std::round(box.Center().y - (m.line / 2)) : box.y;
  float end_x = box.x;
  for (int i = first; i < count; ++i, y += m.line) {
    end_x = box.x;
    for (const LinePiece& piece : layout.lines[static_cast<std::size_t>(i)].pieces)
      end_x = DrawGlyphs(frame, text.substr(piece.begin, piece.end - piece.begin),
                         {box.x + piece.x, y + lead}, TextStyle::kBody, t.ink);
  }
  const float shown = static_cast<float>(count - first);
  if (!text.empty())
    frame.texts.push_back({std::string(text),
                           {box.x, y - (shown * m.line) + lead - m.cap,
                            std::min(layout.width, box.w), ((shown - 1) * m.line) + m.cap},
                           box,
                           TextStyle::kBody,
                           t.ink,
                           true});
  if (look.active)
    Caret(
        frame,
        {std::min(end_x + frame.U(2), box.Right() - frame.Px(6)), y - m.line + lead - (m.cap / 2)},
        frame.Px(56));
}

}  // namespace

bool TextField(Frame& frame, const char* id, const Rect& rect, const FieldLook& look) {
  const Press press = frame.Pressable(id, rect, TargetKind::kControl);
  const Theme& t = frame.Colors();
  Rect box = FieldPlate(frame, rect, look);
  if (frame.spoken == id) FocusRing(frame, rect, 14);
  const float side = frame.Px(48);
  // The words come first: a number that fills its field needs no sign to say that it is one.
  const bool fits = TextWidth(frame, look.text, TextStyle::kBody) + side + frame.Px(17) <= box.w;
  if (!look.icon.empty() && fits) {
    frame.Icon(look.icon,
               {box.Right() - side, std::round(rect.Center().y - (side / 2)), side, side});
    box.w -= side + frame.Px(17);
  }
  if (!look.counter.empty()) {
    const float line = LineHeight(frame, look.full ? TextStyle::kStrong : TextStyle::kSmall);
    const bool tall = rect.h > frame.U(200);
    const Rect corner{box.x, rect.Bottom() - line - frame.Px(14), box.w, line};
    DrawText(frame, look.counter, corner,
             {.style = look.full ? TextStyle::kStrong : TextStyle::kSmall,
              .color = look.full ? t.ink : t.ink2,
              .align = Align::kRight,
              .valign = VAlign::kMiddle,
              .wrap = false});
    if (tall) box.h = corner.y - box.y;
  }
  if (look.text.empty() && !look.active && !look.placeholder.empty()) {
    const bool tall = rect.h > frame.U(200);
    const bool high = LineHeight(frame, TextStyle::kBody) <= box.h;
    DrawText(frame, look.placeholder, box,
             {.style = high ? TextStyle::kBody : TextStyle::kSmall,
              .color = t.ink2,
              .valign = tall ? VAlign::kTop : VAlign::kMiddle});
  } else if (look.covered) {
    FieldText(frame, box, Covered(look.text), look);
  } else {
    FieldText(frame, box, look.text, look);
  }
  if (!look.error.empty())
    DrawText(frame, look.error,
             {rect.x, rect.Bottom() + frame.Px(8), rect.w, LineHeight(frame, TextStyle::kSmall)},
             {.style = TextStyle::kSmall, .color = t.error, .wrap = false});
  return press.tapped;
}

void CodeField(Frame& frame, const Rect& rect, std::string_view symbols, bool error) {
  constexpr int kCells = 12;
  const Theme& t = frame.Colors();
  const float group_gap = frame.Px(30);
  const float gap = frame.Px(8);  // less, and the outlines of an error merge into one fence
  const float width =
      std::floor(std::min(frame.U(66), (rect.w - (2 * group_gap) - (9 * gap)) / kCells));
  // The widest sign decides for all, so that no sign changes its size beside another.
  TextStyle style = TextStyle::kStrong;
  for (const TextStyle smaller : {TextStyle::kBody, TextStyle::kSmall})
    if (TextWidth(frame, "W", style) > width) style = smaller;
  float x = rect.x;
  for (int i = 0; i < kCells; ++i) {
    const Rect cell{std::round(x), rect.y, width, rect.h};
    const bool next = static_cast<std::size_t>(i) == symbols.size();
    // An error's outlines surround every sign: thinner than the one cell's that waits.
    const float outline = frame.Px(error ? 4 : next ? 6 : 3);
    const Color color = error ? t.error : next ? t.primary : t.line;
    frame.Fill(cell, color, frame.U(12));
    frame.Fill(cell.Inset(outline), t.surface, frame.U(12) - outline);
    if (static_cast<std::size_t>(i) < symbols.size()) {
      DrawText(frame, symbols.substr(static_cast<std::size_t>(i), 1), cell,
               {.style = style,
                .color = t.ink,
                .align = Align::kCenter,
                .valign = VAlign::kMiddle,
                .wrap = false});
    } else if (next && !error) {
      Caret(frame, {cell.Center().x - frame.U(3), cell.Center().y}, frame.Px(48));
    }
    x += width + (i % 4 == 3 ? group_gap : gap);
  }
}

void PinDiscs(Frame& frame, const Rect& rect, int filled, int count) {
  const Theme& t = frame.Colors();
  const float step = frame.Px(84);
  const float first = rect.Center().x - (step * static_cast<float>(count - 1) / 2);
  for (int i = 0; i < count; ++i) {
    const Point c{std::round(first + (step * static_cast<float>(i))), std::round(rect.Center().y)};
    frame.Disc(c, frame.U(24), i < filled ? t.primary : t.line);
    if (i >= filled) frame.Disc(c, frame.U(21), t.surface);
  }
}

}  // namespace tanggap::ui
