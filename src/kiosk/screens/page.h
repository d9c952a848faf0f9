// The page that every screen stands on: margins, header, title, action row, help bar.
// Lengths are design units (1/5.56 mm) until Box() turns them into pixels.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/screens/screens.h"
#include "ui/frame.h"
#include "ui/kit.h"

namespace tanggap::kiosk {

inline constexpr float kMargin = 43;
inline constexpr float kGap = 26;
inline constexpr float kSmallGap = 17;
inline constexpr float kHeaderTop = 47;
inline constexpr float kHeaderHeight = 124;
inline constexpr float kControl = 112;      // 20 mm and one unit for rounding
inline constexpr float kCancelWidth = 276;  // "Cancel" with its cross
// Of the column, in low reach on an upright panel: Back, Batal and Next stand side by side.
inline constexpr float kLowBack = 0.345F;
inline constexpr float kLowCancel = 0.265F;
inline constexpr float kLowNext = 0.39F;
// Of an upright panel's height: where many answers begin, which need more than the lower 45 %.
inline constexpr float kLowMany = 0.505F;

class Page {
 public:
  // First call of a screen. Draws band and help bar; a bare page has none: it covers another.
  Page(ui::Frame& frame, const View& view, std::string_view name, bool bare = false);

  ui::Frame& frame;
  const View& view;
  bool landscape = false;
  bool low = false;  // reach mode: every control within the lower part
  float left = kMargin;
  float width = 0;        // of the column
  float reading_top = 0;  // below the title, where only flat words may stand in reach mode
  float top = 0;          // where content may begin; Title() moves it down
  float bottom = 0;       // where it must end
  float action_y = 0;
  float action_h = 136;
  float header_right = 0;  // where the header's own controls begin

  [[nodiscard]] float Right() const { return left + width; }
  [[nodiscard]] const Texts& T() const { return view.texts; }
  [[nodiscard]] const std::string& T(TextId id) const { return view.texts[id]; }
  [[nodiscard]] const Complaint& Entry() const { return view.state.visit.complaint; }
  // Content, rising into place; header and help bar stand still.
  [[nodiscard]] ui::Rect Box(float x, float y, float w, float h) const;
  [[nodiscard]] ui::Rect Fixed(float x, float y, float w, float h) const;

  void Take(bool tapped, Intent wanted) {
    if (tapped && !intent_) intent_ = std::move(wanted);
  }
  [[nodiscard]] Drawn Result() { return std::move(intent_); }

  // --- parts
  void Office();                   // logo and name, the way to "about"
  void Progress(Station station);  // thread and Batal
  void SurveyProgress(int question);
  void Cancel();  // "Tutup" in a sensitive office, drawn there by the page itself
  void CloseAt(const ui::Rect& at);  // "Tutup" where low reach has no room in its usual place
  void HeaderTitle(std::string_view words, bool tick);  // a title where the header is
  void Title(std::string_view words, std::string_view hint = {},
             ui::TextStyle style = ui::TextStyle::kTitle);
  void Back();
  void Next(std::string_view word, bool enabled, Intent wanted, std::string_view icon = "lanjut");
  // A secondary in Next's place.
  void Skip(std::string_view word, Intent wanted, const char* id = "skip",
            std::string_view icon = "lanjut");
  // A paragraph; returns the y below it.
  float Text(std::string_view words, float x, float y, float w,
             ui::TextStyle style = ui::TextStyle::kBody, bool second = false);
  [[nodiscard]] float TextHeight(std::string_view words, float w, ui::TextStyle style);
  // Equal cells between top and bottom, row by row.
  [[nodiscard]] std::vector<ui::Rect> Cells(int count, int columns, float y, float height,
                                            float tallest) const;
  [[nodiscard]] int TileColumns(int count) const;
  // Few answers on an upright panel stand as rows that use the whole column.
  [[nodiscard]] bool AsRows(int count) const { return !landscape && !low && count <= 4; }
  [[nodiscard]] ui::TextStyle StyleThatFits(std::string_view words, float w, ui::TextStyle wanted,
                                            ui::TextStyle smaller);

 private:
  void HelpBar();
  // The width at which a sentence of several lines has lines of like length.
  [[nodiscard]] float Balanced(std::string_view words, ui::TextStyle style);
  [[nodiscard]] std::string CaptionThatFits(const std::string& caption, int now, int total);

  float rise_ = 0;
  bool closes_ = false;  // "Tutup" is drawn
  float back_w_ = 0;
  std::optional<Intent> intent_;
};

}  // namespace tanggap::kiosk
