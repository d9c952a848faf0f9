// The component sheets: functions that draw every component in its states.
#pragma once

#include "ui/frame.h"

namespace tanggap::ui {

void DrawFacesAndStates(Frame& frame);  // as the design's own sheet, 1920 x 1080
void DrawKioskButtons(Frame& frame);    // the kiosk's others: 1080 x 1920
void DrawKioskTiles(Frame& frame);
void DrawKioskTyping(Frame& frame);
void DrawKioskCodes(Frame& frame);
void DrawKioskCards(Frame& frame);
void DrawKioskPaths(Frame& frame);
void DrawKioskRing(Frame& frame);
void DrawKioskRows(Frame& frame);
void DrawPictograms(Frame& frame);  // 1920 x 1080
void DrawDeskSheet(Frame& frame);   // 1920 x 1080
void DrawDeskMatrix(Frame& frame);  // 1920 x 1080

void SheetGround(Frame& frame, const char* name);  // paper, and the screen's name

}  // namespace tanggap::ui
