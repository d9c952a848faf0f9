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

void DrawCard(Page& page, const ShowTicket& shown, float x, float y, float w, float h) {
  const ui::QrModules qr{shown.ticket.qr_side, shown.ticket.qr_dark};
  const std::string code = Grouped(shown.ticket.code);
  const auto facts = FactsOf(page, shown.ticket);
  y += ui::CardSlide(page.frame) / page.frame.look.unit;
  if (page.landscape) {
    const float tear = h - 250;
    ui::Card(page.frame, page.Box(x, y, w, h), page.frame.U(tear));
    const float side = std::min(440.0F, tear - 40);
    ui::QrCard(page.frame, page.Box(x + 30, y + ((tear - side) / 2), side, side), qr);
    const float text_w = w - side - 30 - 40 - 34;
    DrawFacts(page, facts, x + side + 70, y + 60, text_w, true);
    CodeLabel(page, x, y + tear + 36, w);
    ui::TicketNumber(page.frame, code, page.Box(x + 30, y + tear + 90, w - 60, 120));
    return;
  }
  float facts_h = 40;
  for (const Fact& fact : facts)
    facts_h += page.TextHeight(fact.words, w - 100 - 220, ui::TextStyle::kStrong) + 8;
  const float tear = h - facts_h - 20;
  ui::Card(page.frame, page.Box(x, y, w, h), page.frame.U(tear));
  const float side = std::min(462.0F, tear - 210);
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
std::string AtOnce(const Page& page) {
  const Context& context = page.view.context;
  const bool oral =
      std::ranges::any_of(context.decree.severities, &DecreeSeverity::apology_at_once);
  if (!oral || context.office.complaint_desk.empty() || context.office.sensitive.active ||
      page.Entry().kind != ComplaintKind::kComplaint)
    return {};
  return page.T().Format(TextId::kTicketAtOnce, {{"meja", context.office.complaint_desk}});
}

float DueHeight(Page& page, const ShowTicket& shown, float w) {
  float h = page.TextHeight(page.T(TextId::kTicketFirst), w, ui::TextStyle::kBody) +
            page.TextHeight(FullDay(shown.ticket.due, page.T()) + ".", w, ui::TextStyle::kStrong);
  const std::string at_once = AtOnce(page);
  if (!at_once.empty()) h += 8 + page.TextHeight(at_once, w, ui::TextStyle::kSmall);
  return h;
}

void DrawDue(Page& page, const ShowTicket& shown, float x, float y, float w) {
  y = page.Text(page.T(TextId::kTicketFirst), x, y, w, ui::TextStyle::kBody);
  y = page.Text(FullDay(shown.ticket.due, page.T()) + ".", x, y, w, ui::TextStyle::kStrong);
  const std::string at_once = AtOnce(page);
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

}  // namespace

Drawn DrawTicket(ui::Frame& frame, const ShowTicket& screen, const View& view) {
  Page page(frame, view, "ticket");
  frame.SoundAt(ui::Sound::kTicket);
  const bool complaint = page.Entry().kind == ComplaintKind::kComplaint;
  page.HeaderTitle(page.T(complaint ? TextId::kSaveOk : TextId::kSaveOkOther), true);
  BannerWords banner = BannerOf(screen);
  const TextId loud = TextId::kTicketLoud;
  if (page.landscape) {
    const float card = page.width * (Cramped(view.state.visit) ? 0.55F : 0.63F);
    const float x = page.left + card + 44;
    const float w = page.Right() - x;
    const float y = 195;
    DrawCard(page, screen, page.left, y, card, page.action_y + page.action_h - y);
    const float due_h = DueHeight(page, screen, w);
    float h = BannerHeight(page, banner, w);
    // What to do comes before why, where there is no room for both.
    if (y + h + 36 + due_h > page.action_y - 90 - (kControl / 2)) {
      banner.second.reset();
      h = BannerHeight(page, banner, w);
    }
    DrawBanner(page, banner, x, y, w, h);
    DrawDue(page, screen, x, y + h + 24, w);
    const float loud_y = page.action_y - 90 - (kControl / 2);
    const float loud_w = w - 132 - kGap;
    if (!screen.asks_if_out)
      page.Take(
          ui::QuietButton(frame, "read-aloud", page.Fixed(x, loud_y, loud_w, kControl),
                          {.word = page.T(loud), .icon = "suara", .style = ui::TextStyle::kStrong}),
          ReadCodeAloud{});
    DrawEnd(page, screen, x, w);
    return page.Result();
  }
  const float due_h = DueHeight(page, screen, page.width);
  const float banner_h = BannerHeight(page, banner, page.width);
  const float loud_y = page.action_y - kGap - kControl;
  const float due_y = loud_y - 20 - due_h;
  const float banner_y = due_y - kGap - banner_h;
  const float card_y = 195;
  DrawCard(page, screen, page.left, card_y, page.width, banner_y - kGap - card_y);
  DrawBanner(page, banner, page.left, banner_y, page.width, banner_h);
  DrawDue(page, screen, page.left, due_y, page.width);
  float loud_w = page.width;
  if (page.low && view.context.office.sensitive.active) {
    loud_w -= kCancelWidth + kGap;
    page.CloseAt(page.Fixed(page.left + loud_w + kGap, loud_y, kCancelWidth, kControl));
  }
  page.Take(
      ui::QuietButton(frame, "read-aloud", page.Fixed(page.left, loud_y, loud_w, kControl),
                      {.word = page.T(loud), .icon = "suara", .style = ui::TextStyle::kStrong}),
      ReadCodeAloud{});
  DrawEnd(page, screen, page.left, page.width);
  return page.Result();
}

}  // namespace tanggap::kiosk
