// The tokens themselves, from the visual system of kiosk and desk.
#include "ui/theme.h"

namespace tanggap::ui {

Theme LightTheme() {
  Theme t;
  t.paper = Rgb(0xF7F2E9);
  t.surface = Rgb(0xFFFFFF);
  t.ink = Rgb(0x16211F);
  t.ink2 = Rgb(0x414C49);
  t.line = Rgb(0x76807A);
  t.hair = Rgb(0xDAD2C3);
  t.primary = Rgb(0x0B4A45);
  t.on_primary = Rgb(0xFFFFFF);
  t.primary_pressed = Rgb(0x06302D);
  t.on_primary_pressed = Rgb(0xFFFFFF);
  t.primary_lip = Rgb(0x04211F);
  t.soft = Rgb(0xD9E8E2);
  t.tint = Rgb(0xF3D493);
  t.amber = Rgb(0xFBE3AE);
  t.on_amber = t.ink;
  t.error = Rgb(0x8E1B12);
  t.error_soft = Rgb(0xF8DFD9);
  t.disabled = Rgb(0xE9E2D5);
  t.disabled_text = Rgb(0x59645F);
  t.focus = t.ink;
  return t;
}

Theme HighContrastTheme() {
  const Color black = Rgb(0x000000);
  const Color white = Rgb(0xFFFFFF);
  const Color yellow = Rgb(0xFFE14A);
  Theme t;
  t.high_contrast = true;
  t.paper = black;
  t.surface = black;
  t.ink = white;
  t.ink2 = white;
  t.line = white;
  t.hair = Rgb(0x666666);
  t.primary = yellow;
  t.on_primary = black;
  t.primary_pressed = white;
  t.on_primary_pressed = black;
  t.primary_lip = Rgb(0xA8901F);
  t.soft = Rgb(0x333333);
  t.tint = black;
  t.amber = yellow;
  t.on_amber = black;
  t.error = white;
  t.error_soft = black;
  t.disabled = black;
  t.disabled_text = Rgb(0xBFBFBF);
  t.focus = yellow;
  return t;
}

// The desk's accent is the kiosk's green; select, hover and soft follow it. Measured contrasts on
// surface / select / soft: accent 10.10 / 7.98 / 7.98, ink3 6.0 / 4.76 / 4.76.
DeskTheme LightDeskTheme() {
  DeskTheme t;
  t.ground = Rgb(0xEDF0F0);
  t.surface = Rgb(0xFFFFFF);
  t.sunken = Rgb(0xF5F7F7);
  t.hover = Rgb(0xEEF4F2);
  t.select = Rgb(0xD9E8E2);
  t.ink = Rgb(0x16202B);
  t.ink2 = Rgb(0x3F4B57);
  t.ink3 = Rgb(0x56636F);
  t.accent = Rgb(0x0B4A45);
  t.on_accent = Rgb(0xFFFFFF);
  t.accent_soft = Rgb(0xD9E8E2);
  t.accent_pressed = Rgb(0x06302D);
  t.red = Rgb(0xA3211B);
  t.red_soft = Rgb(0xFBE8E6);
  t.amber = Rgb(0x7A4B00);
  t.amber_soft = Rgb(0xFFF0D2);
  t.green = Rgb(0x1B6543);
  t.green_soft = Rgb(0xE0F2E8);
  t.violet = Rgb(0x5F3A86);
  t.violet_soft = Rgb(0xF0E9F7);
  t.slate = Rgb(0x46586B);
  t.slate_soft = Rgb(0xE6EBF0);
  t.line = Rgb(0xD8DEE0);
  t.line_strong = Rgb(0x7C8894);
  t.light_bars = Rgb(0x71869B);
  t.medium_bars = Rgb(0xC47A00);
  t.grave_bars = Rgb(0xA3211B);
  t.hatch = Rgb(0xD3DADD);
  t.mark = Rgb(0xFFF4BF);
  t.scrim = Rgb(0x0F1418, 133);
  return t;
}

DeskTheme DarkDeskTheme() {
  DeskTheme t;
  t.dark = true;
  t.ground = Rgb(0x0F1418);
  t.surface = Rgb(0x171D23);
  t.sunken = Rgb(0x1D252C);
  t.hover = Rgb(0x1E2A2B);
  t.select = Rgb(0x1B3A36);
  t.ink = Rgb(0xE9EEF3);
  t.ink2 = Rgb(0xBFC9D3);
  t.ink3 = Rgb(0xA0ACB8);
  t.accent = Rgb(0x6FC2B4);
  t.on_accent = Rgb(0x06201C);
  t.accent_soft = Rgb(0x1B3A36);
  t.accent_pressed = Rgb(0x9ADCD0);
  t.red = Rgb(0xFF8F84);
  t.red_soft = Rgb(0x3D2120);
  t.amber = Rgb(0xF2B95C);
  t.amber_soft = Rgb(0x372B15);
  t.green = Rgb(0x74CF9D);
  t.green_soft = Rgb(0x19322A);
  t.violet = Rgb(0xCBA4EC);
  t.violet_soft = Rgb(0x2E2439);
  t.slate = Rgb(0xA9B8C7);
  t.slate_soft = Rgb(0x242E37);
  t.line = Rgb(0x2D3740);
  t.line_strong = Rgb(0x74828F);
  t.light_bars = Rgb(0x7E93A6);
  t.medium_bars = Rgb(0xE0A13A);
  t.grave_bars = Rgb(0xFF8F84);
  t.hatch = Rgb(0x2B353E);
  t.mark = Rgb(0x4A3F12);
  t.scrim = Rgb(0x000000, 133);
  return t;
}

}  // namespace tanggap::ui
