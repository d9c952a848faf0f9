// The component sheets: functions that draw every component in its states.
#pragma once

#include "ui/frame.h"

namespace tanggap::ui {

void DrawFacesAndStates(Frame& frame);  // as the design's own sheet, 1920 x 1080
void DrawKioskTyping(Frame& frame);     // 1080 x 1920
void DrawKioskCards(Frame& frame);      // 1080 x 1920
void DrawKioskTiles(Frame& frame);      // 1080 x 1920
void DrawDeskSheet(Frame& frame);       // 1920 x 1080
void DrawDeskMatrix(Frame& frame);      // 1920 x 1080

}  // namespace tanggap::ui
