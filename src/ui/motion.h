// Motion: what moves is a function of when it began and now, and asks for frames only while it
// moves. A tap never waits for it; large text and reach mode cut to its end.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/frame.h"

namespace tanggap::ui {

// 0 when something begins, 1 from begin_ms + length_ms on, fast first (cubic out). Asks for the
// frames between; 1 at once on a still frame.
[[nodiscard]] float Eased(Frame& frame, std::int64_t begin_ms, std::int64_t length_ms);

// The y offset, whole pixels, by which a screen's content stands lower while it rises into place
// (12 units in 160 ms). Header and help bar don't use it.
[[nodiscard]] float ContentRise(Frame& frame);

// The y offset, whole pixels, never above 0, of a ticket's card that slides down into place
// (40 units in 300 ms from the screen's first frame).
[[nodiscard]] float CardSlide(Frame& frame);

// Where something stands now that travels to `to` whenever that changes, pixels. What the last
// frame didn't show stands at `to` at once. `name` is one per thing on a screen.
[[nodiscard]] float Travel(Frame& frame, std::string_view name, float to, std::int64_t length_ms);

// Whether a caret shows: on for 530 ms from the last touch, then off and on by turns.
[[nodiscard]] bool CaretOn(Frame& frame);

// Against burnt-in edges: from a screen's second minute on the whole canvas stands up to 2 pixels
// aside, another of eight places each minute. Touches are corrected by the stage.
void ShiftPixels(Frame& frame);

}  // namespace tanggap::ui
