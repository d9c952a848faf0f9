// What is drawn in process: the ticket's dots and bytes, and the fullest screens.
#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>

#include "bench/bench.h"
#include "desk/gallery.h"
#include "desk/screens/screens.h"
#include "desk/world.h"
#include "kiosk/gallery.h"
#include "kiosk/screens/screens.h"
#include "printing/escpos.h"
#include "support/ui_harness.h"
#include "ticket/sample_ticket.h"
#include "ticket/ticket_layout.h"

namespace tanggap::bench {
namespace {

constexpr int kTickets = 200;
constexpr int kFrames = 300;
constexpr ui::Size kCanvas{1080, 1920};
constexpr float kWidthMm = 194;
constexpr float kHeightMm = 345;

// Layout, painting and all pixels of one screen, again and again into two buffers by turns, so that
// nothing counts as already painted. A window repaints far less: only what changed.
std::vector<Row> WholeScreen(ui::UiHarness& harness, const std::string& words, double most_p99,
                             std::optional<double> most,
                             const std::function<void(ui::Frame&)>& draw) {
  harness.Rest(draw);
  const ui::Size canvas = harness.GetSize();
  std::vector<std::uint32_t> pixels[2];
  for (auto& buffer : pixels)
    buffer.resize(static_cast<std::size_t>(canvas.width) * static_cast<std::size_t>(canvas.height));
  std::vector<double> frames;
  for (int i = 0; i < kFrames; ++i) {
    const double begin = MillisecondsNow();
    harness.Draw(draw);
    if (!harness.GetStage().Paint(
            {pixels[i % 2].data(), canvas.width, canvas.height, canvas.width}))
      throw std::runtime_error("nothing was painted");
    frames.push_back(MillisecondsNow() - begin);
  }
  const std::string note = "every pixel of " + std::to_string(canvas.width) + "x" +
                           std::to_string(canvas.height) + " in memory, " +
                           std::to_string(kFrames) + " frames";
  return {{words + " p50", Percentile(frames, 0.5), "ms", "", 0, std::nullopt, note},
          {words + " p99", Percentile(frames, 0.99), "ms", "", 0, most_p99, note},
          {words + ", the slowest", Percentile(frames, 1), "ms", "", 0, most, note}};
}

std::vector<Row> KioskScreen(const char* office, const std::string& name,
                             const std::string& words) {
  kiosk::Context context = kiosk::ExampleContext(office);
  context.office.panel.width_mm = static_cast<int>(kWidthMm);
  context.office.panel.height_mm = static_cast<int>(kHeightMm);
  auto harness = ui::UiHarness::Panel(kCanvas, kWidthMm, kHeightMm);
  const auto states = kiosk::Gallery(context, kiosk::Steady{harness.Now()});
  const auto found = std::ranges::find(states, name, &kiosk::NamedState::name);
  if (found == states.end()) throw std::runtime_error("no screen " + name);
  const ui::Bitmap logo;
  const kiosk::View view{context, found->state, context.In("id"), logo};
  harness.look = kiosk::LookOf(context, found->state, kCanvas);
  return WholeScreen(harness, words, 8, 16,
                     [&](ui::Frame& frame) { static_cast<void>(kiosk::DrawState(frame, view)); });
}

}  // namespace

std::vector<Row> TicketBytes(Workshop& /*workshop*/) {
  const Office office = ticket::LembataOffice();
  const Texts texts = ticket::PaperTexts();
  ticket::Ticket sample = ticket::SampleTicket();
  double first = 0;
  std::vector<double> later;
  for (int i = 0; i <= kTickets; ++i) {
    sample.received += std::chrono::minutes{1};
    const double begin = MillisecondsNow();
    const ticket::Bitmap picture = ticket::LayOutTicket(sample, office, texts, ticket::kDots80mm);
    const std::string bytes =
        printing::EncodeTicket(picture.AsRaster(), printing::Cutter::kPartial);
    const double took = MillisecondsNow() - begin;
    if (bytes.empty()) throw std::runtime_error("a ticket without bytes");
    (i == 0 ? first : later.emplace_back()) = took;
  }
  const std::string note = std::to_string(kTickets) + " tickets of 80 mm, layout and ESC/POS";
  return {{"ticket bytes, the first", first, "ms", "", 0, std::nullopt, "with loading fonts"},
          {"ticket bytes p50", Percentile(later, 0.5), "ms", "", 0, std::nullopt, note},
          {"ticket bytes p99", Percentile(later, 0.99), "ms", "", 0, 20, note}};
}

std::vector<Row> FullestScreens(Workshop& /*workshop*/) {
  std::vector<Row> rows = KioskScreen("belitung", "aspect", "frame, eight tiles");
  for (Row& row : KioskScreen("lembata", "tell-typing", "frame, keyboard"))
    rows.push_back(std::move(row));
  const Texts texts = desk::DeskTexts("id");
  for (const desk::Exhibit& exhibit : desk::Gallery()) {
    if (exhibit.name != "05-matrix") continue;
    auto harness = ui::UiHarness::Desk({1920, 1080});
    for (Row& row :
         WholeScreen(harness, "frame, desk matrix", 12, std::nullopt, [&](ui::Frame& frame) {
           static_cast<void>(desk::DrawDesk(frame, exhibit.premises, exhibit.state, texts));
         }))
      rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tanggap::bench
