// Screens of tiles: kind, service, aspect, detail, counter, day.
#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/screens/page.h"
#include "kiosk/words.h"
#include "texts/dates.h"

namespace tanggap::kiosk {
namespace {

struct TileOf {
  std::string id;
  std::string icon;
  std::string word;
  std::string second;
  bool selected = false;
  Intent wanted;
};

constexpr float kTallestTile = 345;  // 62 mm
constexpr float kTallestRow = 270;

// Rows as low as a control may be hold one line: each tile as wide as its word needs, in columns
// where all rows can share them.
std::vector<ui::Rect> LowRows(Page& page, const std::vector<TileOf>& tiles, int columns) {
  constexpr float kAround = 28 + 66 + 20 + 28 + 3;  // padding, picture, gap, padding
  const auto across = static_cast<std::size_t>(columns);
  std::vector<std::vector<float>> rows;
  std::vector<float> shared(across, 0);
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    if (i % across == 0) rows.emplace_back(across, 0.0F);
    const float word = ui::TextWidth(page.frame, tiles[i].word, ui::TextStyle::kStrong);
    const float needed = std::ceil(word / page.frame.look.unit) + kAround;
    rows.back()[i % across] = needed;
    shared[i % across] = std::max(shared[i % across], needed);
  }
  const auto count = static_cast<float>(rows.size());
  const float h = (page.bottom - page.top - (kSmallGap * (count - 1))) / count;
  const auto fits = [&](const std::vector<float>& row) {
    float sum = kSmallGap * static_cast<float>(across - 1);
    for (const float each : row)
      sum += each;
    return sum <= page.width;
  };
  if (!std::ranges::all_of(rows, fits))
    return page.Cells(static_cast<int>(tiles.size()), columns, page.top, page.bottom - page.top, h);
  std::vector<ui::Rect> cells;
  float y = page.top;
  for (const auto& row : rows) {
    float x = page.left;
    for (const float w : SharedWidths(fits(shared) ? shared : row, page.width)) {
      if (cells.size() < tiles.size()) cells.push_back(page.Box(x, y, w, h));
      x += w + kSmallGap;
    }
    y += h + kSmallGap;
  }
  return cells;
}

void DrawTiles(Page& page, const std::vector<TileOf>& tiles, float height) {
  const int count = static_cast<int>(tiles.size());
  // Few answers stand as rows that use the column; two by two on a lying panel.
  const bool rows = page.AsRows(count) || (page.landscape && !page.low && count == 4);
  const int columns = !rows ? page.TileColumns(count) : page.landscape ? 2 : 1;
  const float tallest = rows ? kTallestRow : kTallestTile;
  const int lines = (count + columns - 1) / columns;
  // What is over stands above the tiles as well as below them.
  const float most = (tallest * static_cast<float>(lines)) + (kGap * static_cast<float>(lines - 1));
  const float spare = std::clamp((height - most) / 2, 0.0F, 40.0F);
  auto cells = page.Cells(count, columns, page.top + spare, height - spare, tallest);
  if (lines > 2 && page.landscape && page.low) cells = LowRows(page, tiles, columns);
  std::vector<ui::TileLook> looks;
  for (const TileOf& tile : tiles)
    looks.push_back(
        {.icon = tile.icon,
         .word = tile.word,
         .second = page.low && !rows ? std::string_view{} : std::string_view{tile.second},
         .selected = tile.selected});
  if (rows) {
    ui::FitChoices(page.frame, cells, looks);
    for (std::size_t i = 0; i < tiles.size(); ++i)
      page.Take(ui::Choice(page.frame, tiles[i].id.c_str(), cells[i], looks[i]), tiles[i].wanted);
    return;
  }
  ui::TileFit fit = ui::FitTiles(page.frame, cells, looks);
  const bool pictured = fit.place == ui::TilePlace::kAbove || fit.place == ui::TilePlace::kHead;
  if (!pictured || fit.style == ui::TextStyle::kSmall) {
    // The picture matters more than the second line to whoever reads little.
    for (ui::TileLook& look : looks)
      look.second = {};
    fit = ui::FitTiles(page.frame, cells, looks);
  }
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    looks[i].fit = fit;
    page.Take(ui::Tile(page.frame, tiles[i].id.c_str(), cells[i], looks[i]), tiles[i].wanted);
  }
}

std::string In(const Page& page, const Labels& labels) {
  return std::string(labels.In(page.T().Language()));
}

}  // namespace

Drawn DrawKind(ui::Frame& frame, const ChooseKind&, const View& view) {
  Page page(frame, view, "kind");
  page.Cancel();
  page.OfficeName();
  page.Ask(page.T(TextId::kKindTitle));
  const bool sensitive = view.context.office.sensitive.active;
  const std::vector<TileOf> tiles{
      {"kind-complaint", "pengaduan",
       page.T(sensitive ? TextId::kRateComplainOffice : TextId::kKindComplaint),
       page.T(TextId::kKindComplaintHelp), false, PickKind{ComplaintKind::kComplaint}},
      {"kind-suggestion", "saran", page.T(TextId::kKindSuggestion),
       page.T(TextId::kKindSuggestionHelp), false, PickKind{ComplaintKind::kSuggestion}},
      {"kind-praise", "pujian", page.T(TextId::kKindPraise), page.T(TextId::kKindPraiseHelp), false,
       PickKind{ComplaintKind::kPraise}},
      {"kind-question", "pertanyaan", page.T(TextId::kKindQuestion),
       page.T(TextId::kKindQuestionHelp), false, PickKind{ComplaintKind::kQuestion}},
  };
  DrawTiles(page, tiles, page.bottom - page.top);
  page.Back();
  return page.Result();
}

Drawn DrawService(ui::Frame& frame, const ChooseService& screen, const View& view) {
  Page page(frame, view, "service-" + std::to_string(screen.page));
  page.Progress(Station::kService);
  page.Ask(page.T(TextId::kServiceTitle));
  const std::size_t per_page = page.low && !page.landscape ? 3 : 5;
  const auto pages = ServicePages(view.context, per_page);
  const std::size_t at = std::min(static_cast<std::size_t>(screen.page), pages.size() - 1);
  std::vector<TileOf> tiles;
  for (const ServiceId& id : pages[at]) {
    const OfficeService* service = view.context.office.Find(id);
    if (service == nullptr) continue;
    tiles.push_back({"service-" + service->id.value, service->icon, In(page, TileWord(*service)),
                     In(page, TileHelp(*service)), page.Entry().service == service->id,
                     PickService{service->id}});
  }
  if (at + 1 < pages.size()) {
    tiles.push_back({"service-more", "lainnya", page.T(TextId::kServiceMore),
                     page.T(TextId::kServiceMoreHelp), false, TurnPage{screen.page + 1}});
  } else {
    tiles.push_back({"service-none", "lainnya", page.T(TextId::kServiceOther),
                     page.T(TextId::kServiceOtherHelp), false, PickService{}});
  }
  DrawTiles(page, tiles, page.bottom - page.top);
  page.Back();
  return page.Result();
}

Drawn DrawAspect(ui::Frame& frame, const ChooseAspect&, const View& view) {
  Page page(frame, view, "aspect");
  page.Progress(Station::kAspect);
  const Complaint& entry = page.Entry();
  const bool one = entry.aspects.size() == 1;
  std::vector<TileOf> tiles;
  for (const DecreeAspect& aspect : view.context.decree.aspects) {
    const bool chosen = std::ranges::find(entry.aspects, aspect.id) != entry.aspects.end();
    tiles.push_back({"aspect-" + aspect.id.value, aspect.icon, In(page, aspect.label),
                     In(page, aspect.help), chosen, ToggleAspect{aspect.id}});
  }
  // In low reach, where every millimetre is a tile's, "not sure" is a tile among them on a lying
  // panel, and may stand in Next's place on an upright one.
  const bool unsure_as_tile = page.low && page.landscape;
  const bool unsure_as_next = page.low && !page.landscape && tiles.size() > 6;
  if (unsure_as_tile)
    tiles.push_back({"aspect-unsure", "pertanyaan", page.T(TextId::kAspectUnsure), "", entry.unsure,
                     UnsureAboutAspect{}});
  constexpr std::size_t kTwoRows = 6;
  page.Ask(page.T(TextId::kAspectTitle),
           page.T(one ? TextId::kAspectSecondHint : TextId::kAspectHint),
           !page.landscape || tiles.size() > kTwoRows);
  float height = page.bottom - page.top;
  const auto unsure = [&](const ui::Rect& rect, bool room) {
    page.Take(ui::Choice(frame, "aspect-unsure", rect,
                         {.icon = "pertanyaan",
                          .word = page.T(TextId::kAspectUnsure),
                          .second = room ? std::string_view{page.T(TextId::kAspectUnsureHelp)}
                                         : std::string_view{},
                          .selected = entry.unsure}),
              UnsureAboutAspect{});
  };
  if (page.landscape && !page.low) {
    // Beside Back, where no other screen has anything.
    unsure(page.BetweenPlace(), false);
  } else if (!unsure_as_next && !unsure_as_tile) {
    const float h = tiles.size() > 6 || page.low ? kControl + 8 : 150;
    height -= h + (page.low ? kSmallGap : kGap);
    unsure(page.Box(page.left, page.bottom - h, page.width, h), !page.low);
  }
  DrawTiles(page, tiles, height);
  page.Back();
  // There until something is chosen; whoever touches it twice goes on with it.
  if (unsure_as_next && !entry.unsure && entry.aspects.empty())
    page.Skip(page.T(TextId::kAspectUnsure), UnsureAboutAspect{}, "aspect-unsure", "pertanyaan");
  else
    page.Next(page.T(TextId::kCommonNext), entry.unsure || !entry.aspects.empty(), GoNext{});
  return page.Result();
}

Drawn DrawDetail(ui::Frame& frame, const ChooseDetail&, const View& view) {
  Page page(frame, view, "detail");
  page.Progress(Station::kDetail);
  page.Ask(page.T(TextId::kAspectTitle), page.T(TextId::kAspectHint));
  std::vector<TileOf> tiles;
  for (const AspectId& id : page.Entry().aspects) {
    const DecreeAspect* aspect = view.context.decree.Find(id);
    if (aspect == nullptr) continue;
    for (const AspectDetail& detail : aspect->details)
      tiles.push_back({"detail-" + detail.id, detail.icon, In(page, detail.label), "",
                       page.Entry().detail == detail.id, PickDetail{detail.id}});
  }
  DrawTiles(page, tiles, page.bottom - page.top);
  page.Back();
  page.Skip(page.T(TextId::kCommonSkip), PickDetail{""});
  return page.Result();
}

Drawn DrawCounter(ui::Frame& frame, const ChooseCounter& screen, const View& view) {
  Page page(frame, view, "counter-" + std::to_string(screen.page));
  page.Progress(Station::kCounter);
  page.Ask(page.T(TextId::kCounterTitle), page.T(TextId::kCounterHint));
  constexpr std::size_t kPerPage = 6;
  const auto& counters = view.context.office.counters;
  const bool pages = counters.size() > kPerPage;
  const std::size_t step = pages ? kPerPage - 1 : kPerPage;
  const std::size_t first = static_cast<std::size_t>(screen.page) * step;
  std::vector<TileOf> tiles;
  for (std::size_t i = first; i < std::min(first + step, counters.size()); ++i)
    tiles.push_back({"counter-" + counters[i].id, "loket", In(page, counters[i].label), "",
                     page.Entry().counter == counters[i].id, PickCounter{counters[i].id}});
  if (pages) {
    const int next = first + step < counters.size() ? screen.page + 1 : 0;
    tiles.push_back(
        {"counter-more", "lainnya", page.T(TextId::kCommonMore), "", false, TurnPage{next}});
  }
  DrawTiles(page, tiles, page.bottom - page.top);
  page.Back();
  page.Skip(page.T(TextId::kCommonSkip), PickCounter{""});
  return page.Result();
}

namespace {

// A picture that never differs says nothing: one day, a row of days, the whole page, earlier pages.
std::string DayIcon(const DayTile& tile) {
  if (tile.turns_page) return "kalender-lalu";
  switch (tile.word) {
    case DayWord::kThisWeek:
    case DayWord::kLastWeek:
      return "kalender-minggu";
    case DayWord::kThisMonth:
    case DayWord::kLastMonth:
    case DayWord::kMonth:
      return "kalender-bulan";
    case DayWord::kOlder:
      return "kalender-lalu";
    case DayWord::kUnknown:
      return "pertanyaan";
    case DayWord::kNever:
      return "kalender-belum";
    case DayWord::kToday:
    case DayWord::kYesterday:
    case DayWord::kDaysAgo:
      break;
  }
  return "kalender-hari";
}

}  // namespace

Drawn DrawWhen(ui::Frame& frame, const ChooseWhen& screen, const View& view) {
  const Station station = StationOf(Screen{screen}).value_or(Station::kHappened);
  Page page(frame, view,
            "when-" + std::to_string(static_cast<int>(screen.question)) + "-" +
                std::to_string(screen.page));
  page.Progress(station);
  page.Ask(page.T(WhenTitle(screen.question)));
  std::vector<TileOf> tiles;
  int place = 0;
  for (const DayTile& tile : DayTiles(screen.question, screen.page)) {
    tiles.push_back({"day-" + std::to_string(place++), DayIcon(tile),
                     DayTileWords(page.T(), tile, screen.today),
                     DayTileSecond(page.T(), tile, screen.today), false,
                     tile.turns_page ? Intent{TurnPage{1}} : Intent{PickDay{tile.word, tile.n}}});
  }
  DrawTiles(page, tiles, page.bottom - page.top);
  page.Back();
  return page.Result();
}

}  // namespace tanggap::kiosk
