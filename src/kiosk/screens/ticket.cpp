// The ticket on the screen: code and QR first, whatever the printer does.
#include <algorithm>
#include <string>

#include "domain/ticket_code.h"
#include "kiosk/screens/page.h"
#include "kiosk/words.h"
#include "texts/dates.h"
#include "ui/bitmap.h"
#include "ui/motion.h"

namespace tanggap::kiosk {
namespace {

struct BannerWords {
  std::string_view icon;
  TextId first;
  std::optional<TextId> second;
  ui::BannerArrow arrow = ui::BannerArrow::kNone;
};

BannerWords BannerOf(const ShowTicket& shown) {
  std::optional<TextId> beside;
  if (shown.receipt_missing) beside = TextId::kTicketReceiptHow;
  switch (shown.print) {
    case PrintState::kPrinting:
      return {"printer", TextId::kTicketPrinting, std::nullopt, ui::BannerArrow::kDown};
    case PrintState::kPrinted:
      return {"printer", TextId::kTicketTaking, beside, ui::BannerArrow::kDown};
    case PrintState::kUnknown:
      return {"printer", TextId::kTicketTaking, beside, ui::BannerArrow::kDown};
    case PrintState::kUnavailable:
      return {"kamera", TextId::kTicketPhoto, TextId::kPrinterNone, ui::BannerArrow::kNone};
    case PrintState::kNoPaperWanted:
      break;
  }
  return {"kamera", TextId::kTicketPhoto, std::nullopt, ui::BannerArrow::kNone};
}

struct Fact {
  TextId label;
  std::string words;
};

std::vector<Fact> FactsOf(const Page& page, const Ticket& ticket) {
  const Complaint& entry = page.Entry();
  const Context& context = page.view.context;
  std::vector<Fact> facts{
      {TextId::kTicketReceived, FullDay(LocalDay(ticket.received, context.office.zone), page.T())}};
  // In a sensitive office neither service nor problem stands where somebody else may read it.
  if (context.office.sensitive.active) return facts;
  const OfficeService* service = context.office.Find(entry.service);
  if (service != nullptr && !service->sensitive)
    facts.push_back({TextId::kReviewService, ServiceWords(context, page.T(), entry)});
  if (entry.kind == ComplaintKind::kComplaint)
    facts.push_back({TextId::kReviewAspect, AspectWords(context, page.T(), entry)});
  return facts;
}

float DrawFacts(Page& page, const std::vector<Fact>& facts, float x, float y, float w,
                bool stacked) {
  const float label_w = page.view.state.visit.clearer ? 270 : 220;
  for (const Fact& fact : facts) {
    if (stacked) {
      y = page.Text(page.T(fact.label), x, y, w, ui::TextStyle::kSmall, true);
      y = page.Text(fact.words, x, y, w, ui::TextStyle::kStrong) + 12;
    } else {
      page.Text(page.T(fact.label), x, y + 8, label_w, ui::TextStyle::kSmall, true);
      y = page.Text(fact.words, x + label_w, y, w - label_w, ui::TextStyle::kStrong) + 8;
    }
  }
  return y;
}

void CodeLabel(Page& page, float x, float y, float w) {
  ui::DrawText(page.frame, page.T(TextId::kTicketCode), page.Box(x, y, w, 70),
               {.style = ui::TextStyle::kSmall,
                .color = page.frame.Colors().ink2,
                .align = ui::Align::kCenter});
}

constexpr float kAboveTear = 210;  // of an upright card, beside the QR: its edge, label and number
constexpr float kBelowFacts = 20;

float FactsHeight(Page& page, const std::vector<Fact>& facts, float w) {
  float h = 40;
  for (const Fact& fact : facts)
    h += page.TextHeight(fact.words, w - 100 - 220, ui::TextStyle::kStrong) + 8;
  return h;
}

void DrawCard(Page& page, const ShowTicket& shown, const std::vector<Fact>& facts, float x, float y,
              float w, float h) {
  const ui::QrModules qr{shown.ticket.qr_side, shown.ticket.qr_dark};
  const std::string code = Grouped(shown.ticket.code);
  y += ui::CardSlide(page.frame) / page.frame.look.unit;
  if (page.landscape) {
    const float tear = h - 250;
    ui::Card(page.frame, page.Box(x, y, w, h), page.frame.U(tear));
    const float side = std::min(440.0F, tear - 40);
    ui::QrCard(page.frame, page.Box(x + 30, y + ((tear - side) / 2), side, side), qr);
    const float text_w = w - side - 30 - 40 - 34;
    // Above the tear line only; what has no room there is on the paper.
    std::vector<Fact> shown_facts;
    float facts_end = y + 60;
    for (const Fact& fact : facts) {
      facts_end += page.TextHeight(page.T(fact.label), text_w, ui::TextStyle::kSmall) +
                   page.TextHeight(fact.words, text_w, ui::TextStyle::kStrong) + 12;
      if (facts_end > y + tear) break;
      shown_facts.push_back(fact);
    }
    DrawFacts(page, shown_facts, x + side + 70, y + 60, text_w, true);
    CodeLabel(page, x, y + tear + 36, w);
    ui::TicketNumber(page.frame, code, page.Box(x + 30, y + tear + 90, w - 60, 120));
    return;
  }
  const float tear = h - FactsHeight(page, facts, w) - kBelowFacts;
  ui::Card(page.frame, page.Box(x, y, w, h), page.frame.U(tear));
  const float side = std::min(462.0F, tear - kAboveTear);
  ui::QrCard(page.frame, page.Box(x + ((w - side) / 2), y + 24, side, side), qr);
  CodeLabel(page, x, y + tear - 184, w);
  ui::TicketNumber(page.frame, code, page.Box(x + 10, y + tear - 136, w - 20, 116));
  DrawFacts(page, facts, x + 50, y + tear + 34, w - 100, false);
}

float BannerHeight(Page& page, const BannerWords& words, float w) {
  // Beside picture and arrow, which grow with the banner.
  const auto needed = [&](float around) {
    float h = page.TextHeight(page.T(words.first), w - around, ui::TextStyle::kLabel) + 68;
    if (words.second)
      h += page.TextHeight(page.T(*words.second), w - around, ui::TextStyle::kLabel);
    return std::max(132.0F, h);
  };
  const float h = needed(250);
  return h > 200 ? needed(330) : h;
}

void DrawBanner(Page& page, const BannerWords& words, float x, float y, float w, float h) {
  std::string text = page.T(words.first);
  if (words.second) text += "\n" + page.T(*words.second);
  ui::Banner(page.frame, page.Box(x, y, w, h), words.icon, text, words.arrow);
}

// "Mau diselesaikan sekarang?" where the decree knows an apology on the spot; else nothing.
// It asks to bring the paper, so without paper it isn't said.
std::string AtOnce(const Page& page, PrintState print) {
  if (print == PrintState::kUnavailable || print == PrintState::kNoPaperWanted) return {};
  const Context& context = page.view.context;
  const bool oral =
      std::ranges::any_of(context.decree.severities, &DecreeSeverity::apology_at_once);
  if (!oral || context.office.complaint_desk.empty() || context.office.sensitive.active ||
      page.Entry().kind != ComplaintKind::kComplaint)
    return {};
  return page.T().Format(TextId::kTicketAtOnce, {{"meja", context.office.complaint_desk}});
}

float DueHeight(Page& page, const ShowTicket& shown, float w, const std::string& at_once) {
  float h = page.TextHeight(page.T(TextId::kTicketFirst), w, ui::TextStyle::kBody) +
            page.TextHeight(FullDay(shown.ticket.due, page.T()) + ".", w, ui::TextStyle::kStrong);
  if (!at_once.empty()) h += 8 + page.TextHeight(at_once, w, ui::TextStyle::kSmall);
  return h;
}

void DrawDue(Page& page, const ShowTicket& shown, float x, float y, float w,
             const std::string& at_once) {
  y = page.Text(page.T(TextId::kTicketFirst), x, y, w, ui::TextStyle::kBody);
  y = page.Text(FullDay(shown.ticket.due, page.T()) + ".", x, y, w, ui::TextStyle::kStrong);
  if (!at_once.empty()) page.Text(at_once, x, y + 8, w, ui::TextStyle::kSmall, true);
}

// "Tiket keluar?" for a printer that can't say; else the ring and Selesai.
void DrawEnd(Page& page, const ShowTicket& shown, float x, float w) {
  const float y = page.action_y;
  if (shown.asks_if_out) {
    // Beside the question on an upright panel, below it on a lying one.
    const float word = page.landscape ? -kGap : w * 0.44F;
    const float each = (w - word - (2 * kGap)) / 2;
    if (page.landscape)
      page.Text(page.T(TextId::kPrinterCameOut), x, y - 90, w, ui::TextStyle::kStrong);
    else
      page.Text(page.T(TextId::kPrinterCameOut), x, y + 30, word, ui::TextStyle::kStrong);
    page.Take(ui::SecondaryButton(page.frame, "out-yes",
                                  page.Fixed(x + word + kGap, y, each, page.action_h),
                                  {.word = page.T(TextId::kCommonYes)}),
              TicketCameOut{true});
    page.Take(ui::SecondaryButton(page.frame, "out-no",
                                  page.Fixed(x + word + each + (2 * kGap), y, each, page.action_h),
                                  {.word = page.T(TextId::kCommonNo)}),
              TicketCameOut{false});
    return;
  }
  const auto stands = StandsFor(page.view.context, page.view.state);
  const float done = w * (page.landscape ? 1.0F : 0.585F);
  if (stands) {
    // On a lying panel beside "Bacakan keras", above "Selesai".
    const float ring_x = page.landscape ? x + w - 66 : x + 66;
    const float ring_y = page.landscape ? y - 90 : y + (page.action_h / 2);
    const std::int64_t left = (page.view.state.shown_at + *stands).count() - page.frame.now_ms;
    ui::TimeoutRing(page.frame, page.Fixed(ring_x, ring_y, 0, 0).Center(), page.frame.U(132), left,
                    stands->count());
    if (!page.landscape)
      page.Text(page.T(TextId::kCommonAutoClose), x + 150, ring_y - 40, w - done - 160,
                ui::TextStyle::kSmall, true);
  }
  page.Take(ui::PrimaryButton(page.frame, "done", page.Fixed(x + w - done, y, done, page.action_h),
                              {.word = page.T(TextId::kCommonDone), .icon = "cek"}),
            Finish{});
}

void DrawLying(Page& page, const ShowTicket& screen, BannerWords banner) {
  const Visit& visit = page.view.state.visit;
  const float card = page.width * (visit.clearer ? 0.5F : visit.lower ? 0.55F : 0.63F);
  const float x = page.left + card + 44;
  const float w = page.Right() - x;
  const float y = 195;
  DrawCard(page, screen, FactsOf(page, screen.ticket), page.left, y, card,
           page.action_y + page.action_h - y);
  const float loud_y = page.action_y - 90 - (kControl / 2);
  std::string at_once = AtOnce(page, screen.print);
  const auto cramped = [&] {
    return y + BannerHeight(page, banner, w) + 36 + DueHeight(page, screen, w, at_once) > loud_y;
  };
  // What to do comes before why, where there is no room for both.
  if (cramped()) at_once.clear();
  if (cramped()) banner.second.reset();
  const float h = BannerHeight(page, banner, w);
  DrawBanner(page, banner, x, y, w, h);
  DrawDue(page, screen, x, y + h + 24, w, at_once);
  if (!screen.asks_if_out)
    page.Take(
        ui::QuietButton(page.frame, "read-aloud", page.Fixed(x, loud_y, w - 132 - kGap, kControl),
                        {.word = page.T(TextId::kTicketLoud),
                         .icon = "suara",
                         .style = ui::TextStyle::kStrong}),
        ReadCodeAloud{});
  DrawEnd(page, screen, x, w);
}

void DrawUpright(Page& page, const ShowTicket& screen, BannerWords banner) {
  const float loud_y = page.action_y - kGap - kControl;
  const float card_y = 195;
  auto facts = FactsOf(page, screen.ticket);
  std::string at_once = AtOnce(page, screen.print);
  const auto banner_y = [&] {
    return loud_y - 20 - DueHeight(page, screen, page.width, at_once) - kGap -
           BannerHeight(page, banner, page.width);
  };
  // A phone has to read the QR from where its owner stands: the rest gives way, in this order.
  constexpr float kLeastQr = 280;
  const auto cramped = [&] {
    const float card = banner_y() - kGap - card_y;
    return card - FactsHeight(page, facts, page.width) - kBelowFacts - kAboveTear < kLeastQr;
  };
  if (cramped()) at_once.clear();
  if (cramped()) banner.second.reset();
  while (!facts.empty() && cramped())
    facts.pop_back();
  const float y = banner_y();
  const float banner_h = BannerHeight(page, banner, page.width);
  DrawCard(page, screen, facts, page.left, card_y, page.width, y - kGap - card_y);
  DrawBanner(page, banner, page.left, y, page.width, banner_h);
  DrawDue(page, screen, page.left, y + banner_h + kGap, page.width, at_once);
  float loud_w = page.width;
  if (page.low && page.view.context.office.sensitive.active) {
    loud_w -= kCancelWidth + kGap;
    page.CloseAt(page.Fixed(page.left + loud_w + kGap, loud_y, kCancelWidth, kControl));
  }
  page.Take(
      ui::QuietButton(
          page.frame, "read-aloud", page.Fixed(page.left, loud_y, loud_w, kControl),
          {.word = page.T(TextId::kTicketLoud), .icon = "suara", .style = ui::TextStyle::kStrong}),
      ReadCodeAloud{});
  DrawEnd(page, screen, page.left, page.width);
}

}  // namespace

Drawn DrawTicket(ui::Frame& frame, const ShowTicket& screen, const View& view) {
  Page page(frame, view, "ticket");
  frame.SoundAt(ui::Sound::kTicket);
  const bool complaint = page.Entry().kind == ComplaintKind::kComplaint;
  page.HeaderTitle(page.T(complaint ? TextId::kSaveOk : TextId::kSaveOkOther), true);
  const BannerWords banner = BannerOf(screen);
  if (page.landscape)
    DrawLying(page, screen, banner);
  else
    DrawUpright(page, screen, banner);
  return page.Result();
}

}  // namespace tanggap::kiosk
