// Editing UTF-8 by key events.
#include "ui/text_edit.h"

#include "ui/fonts.h"

namespace tanggap::ui {
namespace {

bool Continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t Before(const std::string& text, std::size_t at) {
  if (at == 0) return 0;
  --at;
  while (at > 0 && Continues(text[at]))
    --at;
  return at;
}

std::size_t After(const std::string& text, std::size_t at) {
  if (at >= text.size()) return text.size();
  ++at;
  while (at < text.size() && Continues(text[at]))
    ++at;
  return at;
}

std::size_t WordBefore(const std::string& text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ')
    --at;
  while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n')
    --at;
  return at;
}

std::size_t WordAfter(const std::string& text, std::size_t at) {
  while (at < text.size() && text[at] != ' ' && text[at] != '\n')
    ++at;
  while (at < text.size() && text[at] == ' ')
    ++at;
  return at;
}

std::size_t LineStart(const std::string& text, std::size_t at) {
  while (at > 0 && text[at - 1] != '\n')
    --at;
  return at;
}

std::size_t LineEnd(const std::string& text, std::size_t at) {
  while (at < text.size() && text[at] != '\n')
    ++at;
  return at;
}

// Up and Down go by line breaks; wrapped lines are the drawing's business.
std::size_t LineAbove(const std::string& text, std::size_t at) {
  const std::size_t start = LineStart(text, at);
  if (start == 0) return 0;
  const std::size_t column = CountSymbols(std::string_view(text).substr(start, at - start));
  std::size_t to = LineStart(text, start - 1);
  for (std::size_t i = 0; i < column && text[to] != '\n'; ++i)
    to = After(text, to);
  return to;
}

std::size_t LineBelow(const std::string& text, std::size_t at) {
  const std::size_t end = LineEnd(text, at);
  if (end == text.size()) return end;
  const std::size_t start = LineStart(text, at);
  const std::size_t column = CountSymbols(std::string_view(text).substr(start, at - start));
  std::size_t to = end + 1;
  for (std::size_t i = 0; i < column && to < text.size() && text[to] != '\n'; ++i)
    to = After(text, to);
  return to;
}

TextEdit Without(TextEdit edit, std::size_t from, std::size_t to) {
  edit.text.erase(from, to - from);
  edit.caret = from;
  return edit;
}

TextEdit With(TextEdit edit, std::string_view more, const EditLimits& limits) {
  if (CountSymbols(edit.text) + CountSymbols(more) > limits.max_symbols) return edit;
  edit.text.insert(edit.caret, more);
  edit.caret += more.size();
  return edit;
}

bool IsTyped(const KeyEvent& event) {
  return !event.text.empty() && !event.ctrl && !event.alt &&
         static_cast<unsigned char>(event.text.front()) >= 0x20;
}

}  // namespace

TextEdit EditOf(std::string text) {
  const std::size_t end = text.size();
  return {std::move(text), end};
}

std::size_t CountSymbols(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count)
    (void)NextSymbol(text, at);
  return count;
}

bool EditsText(const KeyEvent& event, const EditLimits& limits) {
  if (IsTyped(event)) return true;
  switch (event.key) {
    case Key::kBackspace:
    case Key::kDelete:
    case Key::kLeft:
    case Key::kRight:
    case Key::kHome:
    case Key::kEnd:
      return !event.alt;
    case Key::kUp:
    case Key::kDown:
      return limits.multi_line && !event.alt && !event.ctrl;
    case Key::kEnter:
      return limits.multi_line && !event.ctrl && !event.alt;
    default:  // Every other key is a command, and new keys will be too.
      return false;
  }
}

TextEdit Edited(TextEdit edit, const KeyEvent& event, const EditLimits& limits) {
  if (!EditsText(event, limits)) return edit;
  edit.caret = std::min(edit.caret, edit.text.size());
  if (IsTyped(event)) return With(std::move(edit), event.text, limits);
  const std::string& text = edit.text;
  const std::size_t at = edit.caret;
  switch (event.key) {
    case Key::kBackspace:
      return Without(edit, event.ctrl ? WordBefore(text, at) : Before(text, at), at);
    case Key::kDelete:
      return Without(edit, at, event.ctrl ? WordAfter(text, at) : After(text, at));
    case Key::kLeft:
      edit.caret = event.ctrl ? WordBefore(text, at) : Before(text, at);
      return edit;
    case Key::kRight:
      edit.caret = event.ctrl ? WordAfter(text, at) : After(text, at);
      return edit;
    case Key::kHome:
      edit.caret = event.ctrl ? 0 : LineStart(text, at);
      return edit;
    case Key::kEnd:
      edit.caret = event.ctrl ? text.size() : LineEnd(text, at);
      return edit;
    case Key::kUp:
      edit.caret = LineAbove(text, at);
      return edit;
    case Key::kDown:
      edit.caret = LineBelow(text, at);
      return edit;
    case Key::kEnter:
      return With(std::move(edit), "\n", limits);
    default:  // EditsText has let nothing else through.
      return edit;
  }
}

}  // namespace tanggap::ui
