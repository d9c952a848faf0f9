// Pages with an on-screen keyboard: where field and keys stand, and what a key means.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/screens/page.h"
#include "ui/keyboard.h"

namespace tanggap::kiosk {

inline constexpr float kKey = 106;    // height of a key
inline constexpr float kLowKey = 95;  // in low reach

struct TypingPlaces {
  ui::Rect field;
  ui::Rect keys;
};
// Draws title and hint of a PageKind::kTyping, and gives the places of field and keyboard.
[[nodiscard]] TypingPlaces PlacesForTyping(Page& page, std::string_view title,
                                           std::string_view hint, float key_h);
void TakeTyped(Page& page, const std::optional<ui::Typed>& typed,
               KeyLayer layer = KeyLayer::kLetters);
// "Sisa 264 huruf": how much may still be written; ready sentences don't count.
[[nodiscard]] std::string LettersLeft(const Page& page, std::size_t typed);
// Every sign before the byte `veil` as a dot, so that lines break where the words do.
[[nodiscard]] std::string Veiled(const std::string& words, std::size_t veil);
[[nodiscard]] ui::KeyboardLook LookOfKeys(const Page& page, KeyLayer layer, bool upper);

}  // namespace tanggap::kiosk
