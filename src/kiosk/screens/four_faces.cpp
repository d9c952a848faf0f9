#include "kiosk/screens/four_faces.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/words.h"
#include "ui/faces.h"

namespace tanggap::kiosk {
namespace {

struct FaceAt {
  int score;
  ui::FaceKind kind;
  const char* id;
};
constexpr std::array<FaceAt, 4> kFaces{
    FaceAt{4, ui::FaceKind::kVerySatisfied, "face-4"},
    FaceAt{3, ui::FaceKind::kSatisfied, "face-3"},
    FaceAt{2, ui::FaceKind::kDissatisfied, "face-2"},
    FaceAt{1, ui::FaceKind::kVeryDissatisfied, "face-1"},
};

}  // namespace

float FacesLeast(Page& page) {
  float word = 0;
  for (const FaceAt& face : kFaces)
    word = std::max(
        word, ui::TextWidth(page.frame, page.T(FaceText(face.score)), ui::TextStyle::kStrong));
  return (4 * (std::ceil(word / page.frame.look.unit) + 2)) + (3 * kSmallGap);
}

std::optional<int> DrawFaces(Page& page, float y, float height, bool blinks,
                             std::optional<float> width) {
  std::optional<int> touched;
  const bool row = page.landscape || page.low;
  const int columns = row ? 4 : 2;
  const auto rows = static_cast<float>(row ? 1 : 2);
  // In low reach on an upright panel the words stand on two lines under small heads.
  const bool two_lines = page.low && !page.landscape;
  const float word =
      ui::LineHeight(page.frame, two_lines ? ui::TextStyle::kStrong : ui::TextStyle::kLabel) *
      (two_lines ? 2 : 1) / page.frame.look.unit;
  const float gap = row ? kSmallGap : kGap;
  const float h = std::min(470.0F, (height - (gap * (rows - 1))) / rows);
  const float w = (width.value_or(page.width) - (gap * static_cast<float>(columns - 1))) /
                  static_cast<float>(columns);
  const float diameter = std::min({336.0F, w - 4, h - word - 24});
  // One row with room to spare stands in its middle.
  const float cell_h = row ? diameter + word + 24 : h;
  if (row) y += std::max(0.0F, (height - cell_h) / 2);
  auto style = ui::TextStyle::kLabel;
  for (const FaceAt& face : kFaces) {
    if (ui::TextWidth(page.frame, page.T(FaceText(face.score)), style) > page.frame.U(w))
      style = ui::TextStyle::kStrong;
  }
  for (std::size_t i = 0; i < kFaces.size(); ++i) {
    const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
    const auto line = static_cast<float>(i / static_cast<std::size_t>(columns));
    const ui::Rect cell =
        page.Fixed(page.left + (column * (w + gap)), y + (line * (h + gap)), w, cell_h);
    const float blink =
        blinks ? ui::AttractBlink(page.frame, kFaces[i].kind, page.frame.SinceScreen()) : 0;
    if (ui::Face(page.frame, kFaces[i].id, cell, kFaces[i].kind, page.T(FaceText(kFaces[i].score)),
                 page.frame.U(diameter), blink, style))
      touched = kFaces[i].score;
  }
  return touched;
}

}  // namespace tanggap::kiosk
