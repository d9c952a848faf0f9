// What every drawing function of the desk gets: values to read, a canvas, and room for one intent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "desk/events.h"
#include "desk/session.h"
#include "desk/state.h"
#include "texts/texts.h"
#include "ui/desk_kit.h"
#include "ui/frame.h"

namespace tanggap::desk {

class ScrollArea;

struct Scene {
  ui::Frame& frame;
  const Premises& premises;
  const State& state;
  const Texts& texts;
  std::optional<Intent> intent;
  ScrollArea* area = nullptr;  // the pane that is being drawn, where it scrolls

  // The first one of a frame holds.
  void Want(Intent wanted) {
    if (!intent) intent = std::move(wanted);
  }
  [[nodiscard]] const std::string& Say(TextId id) const { return texts[id]; }
  [[nodiscard]] const ui::DeskTheme& Colors() const { return frame.Desk(); }
  [[nodiscard]] float U(float units) const { return frame.U(units); }
  [[nodiscard]] const std::string& Language() const { return texts.Language(); }
  [[nodiscard]] const Zone& OfficeZone() const { return premises.office.zone; }
};

// Where the parts of the window stand, pixels. Wide is the 1920 column plan, else the 1366 one.
struct Plan {
  bool wide = true;
  ui::Rect top;
  ui::Rect hints;
  ui::Rect nav;      // labels in a list, rail in a case
  ui::Rect list;     // inbox, or a room's table
  ui::Rect preview;  // inbox; empty when closed or too narrow. A room's panel
  ui::Rect facts;    // case; empty in a narrow window that shows the next step
  ui::Rect work;     // case
  ui::Rect next;     // case; empty in a narrow window that shows the facts
};
[[nodiscard]] Plan PlanFor(const ui::Frame& frame, const State& state);

// A pane that scrolls: moves the pen by its offset, clips, and turns the wheel into an intent.
class ScrollArea {
 public:
  ScrollArea(Scene& scene, Pane pane, const ui::Rect& rect);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;
  [[nodiscard]] float Top() const { return top_; }  // where the content begins, pixels
  // Brings this part into view while the keyboard leads.
  void Follow(const ui::Rect& rect);
  // Where the content ended; ends the area.
  void End(float bottom);

 private:
  Scene& scene_;
  Pane pane_;
  ui::Rect rect_;
  float top_ = 0;
  bool ended_ = false;
};

// One line of text in a rectangle, shortened where it must be.
void Words(Scene& scene, const ui::Rect& rect, std::string_view words, ui::TextStyle style,
           ui::Color color, ui::Align align = ui::Align::kLeft);
// Wrapped text from `rect`'s top; returns the height it took.
float Paragraph(Scene& scene, const ui::Rect& rect, std::string_view words, ui::TextStyle style,
                ui::Color color, int max_lines = 0);
// A section's small heading; returns the y below it.
float Heading(Scene& scene, float x, float y, float width, std::string_view words,
              std::string_view second = {});
// Label and value side by side; returns the y below them.
float Pair(Scene& scene, const ui::Rect& row, float label_width, std::string_view label,
           std::string_view value, bool strong = false);
// A text field bound to the session's focus; brought into view while it has the caret.
void TextField(Scene& scene, const char* id, const ui::Rect& rect, Field field, std::size_t index,
               const std::string& text, ui::InputLook look);
// A button that begins a duty: off with its reason beside it where that is refused.
struct DutyButton {
  Duty duty = Duty::kAssess;
  TextId word = TextId::kDeskActAssess;
  std::string_view keys;
  bool primary = false;
};
void DrawDutyButton(Scene& scene, const char* id, const ui::Rect& rect, const DutyButton& button);

}  // namespace tanggap::desk
