// The four faces as vectors: head, brows, eyes, mouth in units of the head's radius.
#pragma once

#include <string_view>

#include "ui/frame.h"

namespace tanggap::ui {

enum class FaceKind { kVerySatisfied, kSatisfied, kDissatisfied, kVeryDissatisfied };

struct FaceLook {
  float blink = 0;       // 0 open … 1 shut (one very satisfied face raises its brows instead)
  bool lip = false;      // only what can be pressed has a lip
  bool pressed = false;  // moved down onto its lip
};

// Decoration or part of a control; `radius` in pixels, without the lip.
void DrawFace(Frame& frame, FaceKind kind, Point center, float radius, const FaceLook& look = {});

// The attract screen's blink: runs through the four faces every 10 s. Asks for the frames it needs.
[[nodiscard]] float AttractBlink(Frame& frame, FaceKind kind, std::int64_t since_screen_ms);

}  // namespace tanggap::ui
