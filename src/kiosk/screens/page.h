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
inline constexpr float kKeysWidth = 993;    // of a keyboard on a lying panel

// Widths in one row, as equal as the least ones allow; with the gaps between them `room`.
[[nodiscard]] std::vector<float> SharedWidths(std::vector<float> least, float room);

enum class PageKind {
  kWhole,   // band, content, actions, help bar
  kBare,    // covers another page: no help bar
  kTyping,  // on a lying panel the keyboard takes the right side down to the lower edge
};

class Page {
 public:
  // First call of a screen. Draws band and help bar, and "Tutup" in a sensitive office.
  Page(ui::Frame& frame, const View& view, std::string_view name, PageKind kind = PageKind::kWhole);

  ui::Frame& frame;
  const View& view;
  bool landscape = false;
  bool low = false;  // reach mode: every control within the lower part
  float left = kMargin;
  float width = 0;        // of the column
  float reading_top = 0;  // below the title, where only flat words may stand in reach mode
  float top = 0;          // where content may begin; Title() moves it down
  float bottom = 0;       // where it must end
  float action_y = 0;     // the row of Back and Next
  float action_h = 136;
  bool one_row = false;    // low reach on a lying panel: Batal and the help stand in the same row
  float header_right = 0;  // where the header's own controls begin

  [[nodiscard]] float Right() const { return left + width; }
  // On a lying panel: the column of words left of the keyboard.
  [[nodiscard]] float WordsBesideKeys() const { return width - kKeysWidth - 40; }
  [[nodiscard]] const Texts& T() const { return view.texts; }
  [[nodiscard]] const std::string& T(TextId id) const { return view.texts[id]; }
  [[nodiscard]] const Complaint& Entry() const { return view.state.visit.complaint; }
  // Content, rising into place; header and help bar stand still.
  [[nodiscard]] ui::Rect Box(float x, float y, float w, float h) const;
  [[nodiscard]] ui::Rect Fixed(float x, float y, float w, float h) const;
  [[nodiscard]] ui::Rect Fixed(const ui::Rect& units) const {
    return Fixed(units.x, units.y, units.w, units.h);
  }
  // --- the places of the action row, the same on every page of a mode
  [[nodiscard]] ui::Rect BackPlace() const { return Fixed(back_); }
  [[nodiscard]] ui::Rect NextPlace() const { return Fixed(next_); }
  [[nodiscard]] ui::Rect BetweenPlace() const;  // but in low reach
  // Where Batal stands in low reach. With Back's: the room that a page without both has for one.
  [[nodiscard]] ui::Rect CancelPlace() const { return Fixed(cancel_); }
  [[nodiscard]] ui::Rect BackAndCancelPlace() const;
  // Of a page that has its own control where others have Back: as much of it as there is.
  [[nodiscard]] ui::Rect LeftPlace() const {
    return one_row && !closes_ ? BackAndCancelPlace() : BackPlace();
  }

  void Take(bool tapped, Intent wanted) {
    if (tapped && !intent_) intent_ = std::move(wanted);
  }
  [[nodiscard]] Drawn Result() { return std::move(intent_); }

  // --- parts
  void Office();                               // logo and name, the way to "about"
  void OfficeName();                           // the same, only read
  void TicketHeader(const std::string& code);  // which ticket the page is about
  void Progress(Station station);              // thread and Batal
  void LastStretch();                          // the thread on its way to the ticket, without Batal
  void SurveyProgress(int question);
  void Cancel();  // "Tutup" in a sensitive office, drawn there by the page itself
  void CloseAt(const ui::Rect& at);  // "Tutup" where low reach has no room in its usual place
  void HeaderTitle(std::string_view words, bool tick);  // a title where the header is
  void Title(std::string_view words, std::string_view hint = {},
             ui::TextStyle style = ui::TextStyle::kTitle);
  // A question with nothing but its answers below: in low reach it stands right above them.
  // `many`: answers that need more than the lower 45 % begin a little higher, still in the lower
  // half.
  void Ask(std::string_view words, std::string_view hint = {}, bool many = false);
  // The same after Title().
  void BeginMany();
  void Back();
  void Next(std::string_view word, bool enabled, Intent wanted, std::string_view icon = "lanjut");
  // The same where its word is too long for the one row: above it, as wide as the page.
  void NextAbove(std::string_view word, Intent wanted, std::string_view icon);
  // A secondary in Next's place.
  void Skip(std::string_view word, Intent wanted, const char* id = "skip",
            std::string_view icon = "lanjut");
  // A paragraph; returns the y below it.
  float Text(std::string_view words, float x, float y, float w,
             ui::TextStyle style = ui::TextStyle::kBody, bool second = false);
  // The same for what somebody typed: a word longer than its line is cut at any letter.
  float Typed(std::string_view words, float x, float y, float w, ui::TextStyle style);
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
  struct Help;
  // Where everything below the content stands; draws the help and what stands by itself.
  void PlaceActions(std::string_view name, PageKind kind);
  void PlaceUsual();
  void PlaceLow(PageKind kind);
  void PlaceBesideKeys();
  [[nodiscard]] std::vector<Help> HelpButtons() const;
  // What each needs to say and will say, so that none moves under a finger; units.
  [[nodiscard]] std::vector<float> HelpWidths(float beside_word);
  void DrawHelp(const std::vector<ui::Rect>& places);
  // In one row that is `room` wide.
  void DrawHelpRow(float x, float y, float room, float h, float beside_word);
  [[nodiscard]] float ButtonWidth(TextId word);
  // The width at which a sentence of several lines has lines of like length.
  [[nodiscard]] float Balanced(std::string_view words, ui::TextStyle style);
  // How Title() sets its words.
  struct TitlePlan {
    float box_w = 0, title_h = 0;  // units
    float title_w = 0;             // of one line
    bool hint_beside = false;
    float hint_h = 0;  // below the title, with the gap above it
    float after = 0;
    [[nodiscard]] float Height() const { return title_h + hint_h + after; }
  };
  [[nodiscard]] TitlePlan PlanTitle(std::string_view words, std::string_view hint,
                                    ui::TextStyle style);
  void DrawSteps(const kiosk::Progress& at, int now, float room);
  [[nodiscard]] std::string CaptionThatFits(const std::string& caption, int now, int total);

  float rise_ = 0;
  bool closes_ = false;  // "Tutup" is drawn
  // Units.
  ui::Rect back_;
  ui::Rect next_;
  ui::Rect cancel_;  // in low reach; else it stands where the header has room
  std::optional<Intent> intent_;
};

}  // namespace tanggap::kiosk
