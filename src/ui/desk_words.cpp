// The desk's words, keys and marks.
#include <array>
#include <cmath>

#include "ui/desk_kit.h"

namespace tanggap::ui {

Color ToneInk(const Frame& frame, Tone tone) {
  const DeskTheme& t = frame.Desk();
  switch (tone) {
    case Tone::kNeutral:
      return t.ink;
    case Tone::kAccent:
      return t.accent;
    case Tone::kRed:
      return t.red;
    case Tone::kAmber:
      return t.amber;
    case Tone::kGreen:
      return t.green;
    case Tone::kViolet:
      return t.violet;
    case Tone::kSlate:
      return t.slate;
  }
  return t.ink;
}

Color ToneSoft(const Frame& frame, Tone tone) {
  const DeskTheme& t = frame.Desk();
  switch (tone) {
    case Tone::kNeutral:
      return t.sunken;
    case Tone::kAccent:
      return t.accent_soft;
    case Tone::kRed:
      return t.red_soft;
    case Tone::kAmber:
      return t.amber_soft;
    case Tone::kGreen:
      return t.green_soft;
    case Tone::kViolet:
      return t.violet_soft;
    case Tone::kSlate:
      return t.slate_soft;
  }
  return t.sunken;
}

void Cell(Frame& frame, const Rect& rect, std::string_view words, TextStyle style, Color color,
          Align align) {
  DrawText(frame, words, rect,
           {.style = style,
            .color = color,
            .align = align,
            .valign = VAlign::kMiddle,
            .wrap = false,
            .ellipsis = true});
}

void PaneTitle(Frame& frame, Point top_left, std::string_view words, std::string_view second) {
  const DeskTheme& t = frame.Desk();
  const float line = LineHeight(frame, TextStyle::kDeskTitle);
  const float baseline =
      top_left.y + std::floor((line + CapHeight(frame, TextStyle::kDeskTitle)) / 2);
  const TextFit fit = DrawLine(frame, words, {top_left.x, baseline}, TextStyle::kDeskTitle, t.ink);
  if (!second.empty())
    DrawLine(frame, second, {top_left.x + fit.width + frame.Px(10), baseline}, TextStyle::kDeskText,
             t.ink2);
}

void ColumnHead(Frame& frame, const Rect& rect, std::string_view words, Align align) {
  Cell(frame, rect, words, TextStyle::kDeskCaptionMedium, frame.Desk().ink2, align);
}

void Rule(Frame& frame, float x, float y, float width) {
  frame.Fill({std::round(x), std::round(y), std::round(width), 1}, frame.Desk().line);
}

void RuleDown(Frame& frame, float x, float y, float height) {
  frame.Fill({std::round(x), std::round(y), 1, std::round(height)}, frame.Desk().line);
}

float KeyCapWidth(Frame& frame, std::string_view key) {
  return std::max(frame.Px(20),
                  std::ceil(TextWidth(frame, key, TextStyle::kDeskCap)) + frame.Px(10));
}

float KeyCap(Frame& frame, Point left_middle, std::string_view key) {
  const DeskTheme& t = frame.Desk();
  const float height = frame.Px(20);
  const float width = KeyCapWidth(frame, key);
  const Rect cap{std::round(left_middle.x), std::round(left_middle.y - (height / 2)), width,
                 height};
  frame.Fill(cap, t.line_strong, frame.U(4));
  frame.Fill(cap.Inset(1), t.surface, frame.U(4) - 1);
  DrawText(frame, key, cap,
           {.style = TextStyle::kDeskCap,
            .color = t.ink,
            .align = Align::kCenter,
            .valign = VAlign::kMiddle,
            .wrap = false});
  return width;
}

namespace {

// "Ctrl Enter" as two caps; returns the width.
float KeyCaps(Frame& frame, Point left_middle, std::string_view keys) {
  const float begin = left_middle.x;
  while (!keys.empty()) {
    const std::size_t end = std::min(keys.find(' '), keys.size());
    left_middle.x += KeyCap(frame, left_middle, keys.substr(0, end)) + frame.Px(4);
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
  return left_middle.x - begin;
}

float OneHint(Frame& frame, Point left_middle, const Hint& hint) {
  float x = left_middle.x + KeyCaps(frame, left_middle, hint.keys) + frame.Px(2);
  const float line = LineHeight(frame, TextStyle::kDeskCaption);
  const float width = TextWidth(frame, hint.words, TextStyle::kDeskCaption);
  DrawText(frame, hint.words, {x, left_middle.y - (line / 2), width + 1, line},
           {.style = TextStyle::kDeskCaption,
            .color = frame.Desk().ink2,
            .valign = VAlign::kMiddle,
            .wrap = false});
  x += width;
  return x - left_middle.x;
}

float HintWidth(Frame& frame, const Hint& hint) {
  float width = frame.Px(2) + TextWidth(frame, hint.words, TextStyle::kDeskCaption);
  std::string_view keys = hint.keys;
  while (!keys.empty()) {
    const std::size_t end = std::min(keys.find(' '), keys.size());
    width += std::max(frame.Px(20),
                      std::ceil(TextWidth(frame, keys.substr(0, end), TextStyle::kDeskCap)) +
                          frame.Px(10)) +
             frame.Px(4);
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
  return width;
}

}  // namespace

void HintBar(Frame& frame, const Rect& rect, const std::vector<Hint>& hints, const Hint& last) {
  const DeskTheme& t = frame.Desk();
  frame.Fill(rect, t.ground);
  Rule(frame, rect.x, rect.y, rect.w);
  const float y = std::round(rect.Center().y);
  const float end = rect.Right() - frame.Px(16) - HintWidth(frame, last);
  if (!last.words.empty()) OneHint(frame, {end, y}, last);
  float x = rect.x + frame.Px(16);
  for (const Hint& hint : hints) {
    // What doesn't fit stays on the key sheet; half a hint helps nobody.
    if (x + HintWidth(frame, hint) > end - frame.Px(16)) break;
    x += OneHint(frame, {x, y}, hint) + frame.Px(18);
  }
}

float ChipWidth(Frame& frame, std::string_view words) {
  return std::ceil(TextWidth(frame, words, TextStyle::kDeskCaptionMedium)) + frame.Px(12);
}

void Chip(Frame& frame, Point left_middle, std::string_view words, Tone tone) {
  const float height = frame.Px(20);
  const Rect rect{std::round(left_middle.x), std::round(left_middle.y - (height / 2)),
                  ChipWidth(frame, words), height};
  frame.Fill(rect, ToneSoft(frame, tone), frame.U(4));
  DrawText(frame, words, rect,
           {.style = TextStyle::kDeskCaptionMedium,
            .color = ToneInk(frame, tone),
            .align = Align::kCenter,
            .valign = VAlign::kMiddle,
            .wrap = false});
}

void MarkSign(Frame& frame, Point c, Mark mark) {
  const DeskTheme& t = frame.Desk();
  const float u = frame.look.unit;
  switch (mark) {
    case Mark::kTick:
      frame.Stroke(
          {{c.x - (5 * u), c.y}, {c.x - (1.5F * u), c.y + (4 * u)}, {c.x + (5 * u), c.y - (4 * u)}},
          t.green, 1.8F * u);
      return;
    case Mark::kWarning:
      frame.Stroke(
          {{c.x, c.y - (6 * u)}, {c.x + (7 * u), c.y + (6 * u)}, {c.x - (7 * u), c.y + (6 * u)}},
          t.amber, 1.5F * u, true);
      frame.Stroke({{c.x, c.y - (2 * u)}, {c.x, c.y + (1.5F * u)}}, t.amber, 1.5F * u);
      frame.Disc({c.x, c.y + (4 * u)}, 0.9F * u, t.amber);
      return;
    case Mark::kCross:
      frame.Stroke({{c.x - (4 * u), c.y - (4 * u)}, {c.x + (4 * u), c.y + (4 * u)}}, t.red,
                   1.8F * u);
      frame.Stroke({{c.x + (4 * u), c.y - (4 * u)}, {c.x - (4 * u), c.y + (4 * u)}}, t.red,
                   1.8F * u);
      return;
    case Mark::kOpen:
      frame.Circle(c, 5 * u, t.line_strong, 1.5F * u);
      return;
  }
}

void HealthSign(Frame& frame, Point c, Health health) {
  const DeskTheme& t = frame.Desk();
  const float u = frame.look.unit;
  switch (health) {
    case Health::kGood:
      frame.Disc(c, 5 * u, t.green);
      return;
    case Health::kCare:
      frame.Fill({std::round(c.x - (5 * u)), std::round(c.y - (5 * u)), frame.Px(10), frame.Px(10)},
                 t.amber);
      return;
    case Health::kBroken:
      frame.Triangle({c.x, c.y - (6 * u)}, {c.x + (6 * u), c.y + (5 * u)},
                     {c.x - (6 * u), c.y + (5 * u)}, t.red);
      return;
    case Health::kUnknown:
      frame.Circle(c, 5 * u, t.line_strong, 1.5F * u);
      return;
  }
}

void Notice(Frame& frame, const Rect& rect, std::string_view words, Tone tone) {
  frame.Fill(rect, ToneSoft(frame, tone), frame.U(4));
  frame.Fill({rect.x, rect.y, frame.Px(3), rect.h}, ToneInk(frame, tone));
  DrawText(
      frame, words, rect.Inset(frame.Px(12), frame.Px(4)),
      {.style = TextStyle::kDeskText, .color = ToneInk(frame, tone), .valign = VAlign::kMiddle});
}

void TopBar(Frame& frame, const Rect& rect, std::string_view brand) {
  const DeskTheme& t = frame.Desk();
  frame.Fill(rect, t.surface);
  Rule(frame, rect.x, rect.Bottom() - 1, rect.w);
  const float side = frame.Px(18);
  const Rect mark{rect.x + frame.Px(16), std::round(rect.Center().y - (side / 2)), side, side};
  frame.Fill(mark, t.accent, frame.U(4));
  // A speech bubble in the mark.
  const float u = frame.look.unit;
  frame.Fill({mark.x + (4 * u), mark.y + (5 * u), 10 * u, 6 * u}, t.on_accent, 1.5F * u);
  frame.Triangle({mark.x + (6 * u), mark.y + (10 * u)}, {mark.x + (10 * u), mark.y + (10 * u)},
                 {mark.x + (6 * u), mark.y + (14 * u)}, t.on_accent);
  Cell(frame, {mark.Right() + frame.Px(10), rect.y, frame.Px(200), rect.h}, brand,
       TextStyle::kDeskTextStrong, t.ink);
}

float TopBarItem(Frame& frame, const Rect& bar, float right, std::string_view icon,
                 std::string_view words, Tone tone, bool strong) {
  const DeskTheme& t = frame.Desk();
  const TextStyle style = strong ? TextStyle::kDeskTextStrong : TextStyle::kDeskCaption;
  const float width = std::ceil(TextWidth(frame, words, style)) + 1;
  const float side = icon.empty() ? 0 : frame.Px(16);
  const float x = right - width - (side > 0 ? side + frame.Px(8) : 0);
  const Color ink = tone == Tone::kNeutral ? (strong ? t.ink : t.ink2) : ToneInk(frame, tone);
  if (side > 0)
    frame.Icon(icon, {std::round(x), std::round(bar.Center().y - (side / 2)), side, side},
               tone == Tone::kNeutral ? t.green : ink, kTransparent, kTransparent);
  Cell(frame, {right - width, bar.y, width, bar.h}, words, style, ink);
  return x;
}

}  // namespace tanggap::ui
