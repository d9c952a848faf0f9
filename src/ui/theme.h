// Colour tokens: the kiosk's light and high-contrast theme, the desk's light and dark one.
#pragma once

#include "ui/geometry.h"

namespace tanggap::ui {

// Kiosk. In high contrast every plate is black, every line white, and nothing is tinted.
struct Theme {
  bool high_contrast = false;
  Color paper;       // ground
  Color surface;     // plates, cards, fields
  Color ink;         // text, pictogram lines, face outline
  Color ink2;        // second line, row labels
  Color line;        // outlines, lips, open stations
  Color hair;        // row rules, ring track; never meaning
  Color primary;     // the one filled button, thread, caret
  Color on_primary;  // text on it
  Color primary_pressed;
  Color on_primary_pressed;
  Color primary_lip;
  Color soft;   // pressed plate, selected, current station
  Color tint;   // the one filled part of a pictogram
  Color amber;  // "do this with your hands" banner
  Color on_amber;
  Color error;
  Color error_soft;
  Color disabled;
  Color disabled_text;
  Color focus;  // ring around what is read aloud
  bool operator==(const Theme&) const = default;
};

[[nodiscard]] Theme LightTheme();
[[nodiscard]] Theme HighContrastTheme();

// Desk.
struct DeskTheme {
  bool dark = false;
  Color ground, surface, sunken, hover, select;
  Color ink, ink2, ink3;
  Color accent, on_accent, accent_soft, accent_pressed;
  Color red, red_soft, amber, amber_soft, green, green_soft, violet, violet_soft, slate, slate_soft;
  Color line, line_strong;
  Color light_bars, medium_bars, grave_bars;  // severities 1, 2, 3
  Color hatch, mark;
  Color scrim;  // with alpha
  bool operator==(const DeskTheme&) const = default;
};

[[nodiscard]] DeskTheme LightDeskTheme();
[[nodiscard]] DeskTheme DarkDeskTheme();

}  // namespace tanggap::ui
