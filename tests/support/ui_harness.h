// Draws screens in memory without a window, taps by id, and asks what is where. One include for
// every screen test; no ImGui, no SDL.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"
#include "ui/stage.h"

namespace tanggap::ui {

// The default is the 15.6" portrait panel at one pixel a unit.
class UiHarness {
 public:
  explicit UiHarness(Size size = {1080, 1920}, Look look = KioskLook({1080, 1920}, 194, 345));

  // A kiosk panel: pixels and millimetres; a desk window at a scale.
  static UiHarness Panel(Size size, float width_mm, float height_mm);
  static UiHarness Desk(Size size, float scale = 1);

  // Draws one frame; the clock stands still unless Pass moves it.
  const Frame& Draw(const std::function<void(Frame&)>& draw);
  // Draws until nothing moves any more and a caret shows: what a picture should hold.
  const Frame& Rest(const std::function<void(Frame&)>& draw);
  // Finger down and up at the middle of a target of the last frame, each in its own frame.
  // The draw function is called twice; false when there is no such enabled target.
  bool Tap(std::string_view id, const std::function<void(Frame&)>& draw);
  bool TapAt(Point at, const std::function<void(Frame&)>& draw);
  void Push(const PointerEvent& event) { stage_->Push(event); }
  void Pass(std::int64_t ms) { now_ms_ += ms; }
  [[nodiscard]] std::int64_t Now() const { return now_ms_; }

  [[nodiscard]] const Target* Find(std::string_view id) const;
  [[nodiscard]] bool Shows(std::string_view words) const;  // a text run that contains them
  // The painted pixel of the last frame, 0xRRGGBB.
  [[nodiscard]] Color PixelAt(int x, int y);
  const std::vector<std::uint32_t>& Painted();
  void SavePng(const std::string& path);

  Look look;
  [[nodiscard]] Size GetSize() const { return size_; }
  [[nodiscard]] const Frame& Last() const { return *stage_->Last(); }
  [[nodiscard]] Stage& GetStage() { return *stage_; }

 private:
  Size size_;
  std::shared_ptr<Stage> stage_;  // shared with copies that Panel and Desk return
  std::int64_t now_ms_ = 10'000;
  std::vector<std::uint32_t> pixels_;
};

// --- Rules over any screen. Each returns what is wrong, one sentence a fault; empty is good.
// Hit boxes of at least 20 mm (faces 40, keys 15 x 17, code keys 19 x 20, desk 28 units high).
[[nodiscard]] std::vector<std::string> TooSmall(const Frame& frame);
// Two targets' hit boxes overlap, or plates stand nearer than `gap_mm`.
[[nodiscard]] std::vector<std::string> Overlapping(const Frame& frame, float gap_mm = 0);
// A target or text reaches beyond the canvas, or a kiosk target into the safe zone of 20 units.
[[nodiscard]] std::vector<std::string> OutsideCanvas(const Frame& frame);
[[nodiscard]] std::vector<std::string> DuplicateIds(const Frame& frame);
// A text that does not fit into the place it was given.
[[nodiscard]] std::vector<std::string> ClippedTexts(const Frame& frame);
// Text whose colour has less than `least` contrast to the painted ground around it.
[[nodiscard]] std::vector<std::string> PaleTexts(UiHarness& harness, double least = 4.5);
// Enabled plates whose painted edge has less than `least` contrast to the ground beside it.
[[nodiscard]] std::vector<std::string> FaintPlates(UiHarness& harness, double least = 3);
// Two texts whose letters lie on each other, or one that runs over the edge of a plate.
[[nodiscard]] std::vector<std::string> MeetingTexts(const Frame& frame);
// More than one filled-accent control.
[[nodiscard]] std::vector<std::string> FilledTwice(const Frame& frame);
// Plates of a kiosk that stand nearer to each other than 17 units (3 mm).
[[nodiscard]] std::vector<std::string> TooClose(const Frame& frame, float gap_units = 17);
// Lines of text whose capitals, measured in painted rows, are lower than 4.8 mm.
[[nodiscard]] std::vector<std::string> SmallLetters(UiHarness& harness, float least_mm = 4.8F);
// All of the above that hold for every screen; the last two for the kiosk's.
[[nodiscard]] std::vector<std::string> Faults(UiHarness& harness);

}  // namespace tanggap::ui
