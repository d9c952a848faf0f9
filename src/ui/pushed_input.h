// Input as SDL would bring it, pushed by a driver: the program can't tell it from a person's.
#pragma once

#include <string_view>

#include "ui/geometry.h"
#include "ui/keys.h"

namespace tanggap::ui {

void PushTapEvents(Point at, Size canvas);  // one finger down and up
void PushKeyEvents(const KeyEvent& key);
void PushScanEvents(std::string_view text);  // a keyboard-wedge scanner's burst, Enter at its end

}  // namespace tanggap::ui
