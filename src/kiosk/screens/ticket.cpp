// The ticket on the screen: code and QR first, whatever the printer does.
#include <algorithm>
#include <cmath>
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
  // Large words have no room for a month in full; the day of the week and the year are there.
  const Day day = LocalDay(ticket.received, context.office.zone);
  std::vector<Fact> facts{{TextId::kTicketReceived, page.view.state.visit.clearer
                                                        ? ShortDay(day, page.T())
                                                        : FullDay(day, page.T())}};
  // In a sensitive office neither service nor problem stands where somebody else may read it.
  if (context.office.sensitive.active) return facts;
  const OfficeService* service = context.office.Find(entry.service);
  if (service != nullptr && !service->sensitive)
    facts.push_back({TextId::kReviewService, ServiceWords(context, page.T(), entry)});
  if (entry.kind == ComplaintKind::kComplaint)
    facts.push_back({TextId::kReviewAspect, entry.aspects.empty()
                                                ? page.T(TextId::kAspectUnsureHelp)
                                                : AspectWords(context, page.T(), entry)});
  return facts;
}

float LabelWidth(const Page& page) {
  return page.view.state.visit.clearer ? 270 : 220;
}

// Large letters of the smaller kind are as high as usual ones of the larger.
ui::TextStyle FactStyle(const Page& page) {
  return page.view.state.visit.clearer ? ui::TextStyle::kSmall : ui::TextStyle::kStrong;
}

float DrawFacts(Page& page, const std::vector<Fact>& facts, float x, float y, float w,
                bool stacked) {
  const float label_w = LabelWidth(page);
  for (const Fact& fact : facts) {
    if (stacked) {
      y = page.Text(page.T(fact.label), x, y, w, ui::TextStyle::kSmall, true);
      y = page.Text(fact.words, x, y, w, FactStyle(page)) + 12;
    } else {
      const float drop = FactStyle(page) == ui::TextStyle::kSmall ? 0 : 8;
      page.Text(page.T(fact.label), x, y + drop, label_w, ui::TextStyle::kSmall, true);
      y = page.Text(fact.words, x + label_w, y, w - label_w, FactStyle(page)) + 8;
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

constexpr float kBelowFacts = 20;
constexpr float kModule = 14;  // 2.5 mm: a phone reads it from where its owner stands
constexpr float kLargeWordsModule = 12;
constexpr float kLeastModule = 11;
constexpr int kQuiet = 4;  // modules on each side

// Of an upright card, beside the QR: its edge, label and number.
float AboveTear(const Page& page) {
  return page.view.state.visit.clearer ? 226 : 206;
}

// The side of a QR with its quiet zone at the module that every phone reads.
float WishedQr(const ShowTicket& shown) {
  return kModule * static_cast<float>(shown.ticket.qr_side + (2 * kQuiet));
}

float FactsHeight(Page& page, const std::vector<Fact>& facts, float w) {
  float h = 40;
  for (const Fact& fact : facts)
    h += page.TextHeight(fact.words, w - 100 - LabelWidth(page), FactStyle(page)) + 8;
  return h;
}

// Beside the facts, which keep their lines where the QR is large enough without their room.
void DrawLyingCard(Page& page, const ShowTicket& shown, const std::vector<Fact>& facts, float x,
                   float y, float w, float h) {
  const float below = page.low ? 200 : 250;
  const float tear = h - below;
  ui::Card(page.frame, page.Box(x, y, w, h), page.frame.U(tear));
  float widest = 0;
  for (const Fact& fact : facts)
    widest = std::max(
        widest, ui::TextWidth(page.frame, fact.words, FactStyle(page)) / page.frame.look.unit);
  constexpr float kAround = 30 + 40 + 34;
  // Large words keep all three facts beside a somewhat smaller one.
  const float wished =
      WishedQr(shown) * (page.view.state.visit.clearer ? kLargeWordsModule / kModule : 1);
  const float side = std::min(tear - 40, std::max(wished, w - kAround - std::ceil(widest) - 1));
  ui::QrCard(page.frame, page.Box(x + 30, y + ((tear - side) / 2), side, side),
             {shown.ticket.qr_side, shown.ticket.qr_dark});
  const float text_w = w - side - kAround;
  // Above the tear line only; what has no room there is on the paper.
  std::vector<Fact> shown_facts;
  float facts_end = y + 60;
  for (const Fact& fact : facts) {
    facts_end += page.TextHeight(page.T(fact.label), text_w, ui::TextStyle::kSmall) +
                 page.TextHeight(fact.words, text_w, FactStyle(page)) + 12;
    if (facts_end > y + tear) break;
    shown_facts.push_back(fact);
  }
  DrawFacts(page, shown_facts, x + side + 70, y + 60, text_w, true);
  CodeLabel(page, x, y + tear + (below * 0.15F), w);
  ui::TicketNumber(page.frame, Grouped(shown.ticket.code),
                   page.Box(x + 20, y + tear + (below * 0.36F), w - 40, 120));
}

void DrawUprightCard(Page& page, const ShowTicket& shown, const std::vector<Fact>& facts, float x,
                     float y, float w, float h) {
  const float tear = h - FactsHeight(page, facts, w) - kBelowFacts;
  ui::Card(page.frame, page.Box(x, y, w, h), page.frame.U(tear));
  const float side = std::min(w - 60, tear - AboveTear(page));
  ui::QrCard(page.frame, page.Box(x + ((w - side) / 2), y + 22, side, side),
             {shown.ticket.qr_side, shown.ticket.qr_dark});
  CodeLabel(page, x, y + tear + 22 - AboveTear(page), w);
  ui::TicketNumber(page.frame, Grouped(shown.ticket.code),
                   page.Box(x + 34, y + tear - 136, w - 68, 116));
  DrawFacts(page, facts, x + 50, y + tear + 34, w - 100, false);
}

void DrawCard(Page& page, const ShowTicket& shown, const std::vector<Fact>& facts, float x, float y,
              float w, float h) {
  y += ui::CardSlide(page.frame) / page.frame.look.unit;
  if (page.landscape)
    DrawLyingCard(page, shown, facts, x, y, w, h);
  else
    DrawUprightCard(page, shown, facts, x, y, w, h);
}

std::string_view SecondOf(const Page& page, const BannerWords& words) {
  return words.second ? std::string_view{page.T(*words.second)} : std::string_view{};
}

float BannerHeight(Page& page, const BannerWords& words, float w) {
  return ui::BannerHeight(page.frame, page.frame.U(w), page.T(words.first), words.arrow,
                          SecondOf(page, words)) /
         page.frame.look.unit;
}

void DrawBanner(Page& page, const BannerWords& words, float x, float y, float w, float h) {
  ui::Banner(page.frame, page.Box(x, y, w, h), words.icon, page.T(words.first), words.arrow,
             SecondOf(page, words));
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

constexpr float kRing = 132;

void ReadAloud(Page& page, float x, float y, float w, float h) {
  page.Take(
      ui::QuietButton(
          page.frame, "read-aloud", page.Fixed(x, y, w, h),
          {.word = page.T(TextId::kTicketLoud), .icon = "suara", .style = ui::TextStyle::kStrong}),
      ReadCodeAloud{});
}

// Where the word has no room for its picture it stays as large.
void Done(Page& page, const ui::Rect& at) {
  const float word = ui::TextWidth(page.frame, page.T(TextId::kCommonDone), ui::TextStyle::kLabel) /
                     page.frame.look.unit;
  page.Take(ui::PrimaryButton(page.frame, "done", at,
                              {.word = page.T(TextId::kCommonDone),
                               .icon = page.frame.U(word + 120) <= at.w ? "cek" : ""}),
            Finish{});
}

void Ring(Page& page, float x, float y) {
  const auto stands = StandsFor(page.view.context, page.view.state);
  if (!stands) return;
  const std::int64_t left = (page.view.state.shown_at + *stands).count() - page.frame.now_ms;
  ui::TimeoutRing(page.frame, page.Fixed(x, y, 0, 0).Center(), page.frame.U(kRing), left,
                  stands->count());
}

// "Tiket keluar?" for a printer that can't say: beside the answers on an upright panel, above them
// on a lying one. Until it is answered, the rest waits.
void AskIfOut(Page& page, float x, float w) {
  const float y = page.landscape && page.low ? page.bottom - page.action_h : page.action_y;
  const bool closes = page.low && !page.landscape && page.view.context.office.sensitive.active;
  const float word = page.landscape ? -kGap : closes ? kCancelWidth : w * 0.44F;
  const float each = (w - word - (2 * kGap)) / 2;
  const std::string& question = page.T(TextId::kPrinterCameOut);
  if (page.landscape)
    page.Text(question, x, y - 90, w, ui::TextStyle::kStrong);
  else if (closes)
    page.CloseAt(page.Fixed(x, y, word, page.action_h - 7));
  else
    page.Text(question, x,
              y + ((page.action_h - page.TextHeight(question, word, ui::TextStyle::kStrong)) / 2),
              word, ui::TextStyle::kStrong);
  page.Take(ui::SecondaryButton(page.frame, "out-yes",
                                page.Fixed(x + word + kGap, y, each, page.action_h),
                                {.word = page.T(TextId::kCommonYes)}),
            TicketCameOut{true});
  page.Take(ui::SecondaryButton(page.frame, "out-no",
                                page.Fixed(x + word + each + (2 * kGap), y, each, page.action_h),
                                {.word = page.T(TextId::kCommonNo)}),
            TicketCameOut{false});
}

// The words of the row by the room they need: what ends the visit gets the rest.
void DrawEndRow(Page& page, float x, float w) {
  const float unit = page.frame.look.unit;
  const auto needs = [&](TextId word, ui::TextStyle style, float around) {
    return (ui::TextWidth(page.frame, page.T(word), style) / unit) + around;
  };
  const float gap = page.landscape ? kSmallGap : kGap;
  const float room = w - kRing - (2 * gap);
  const float least = needs(TextId::kTicketLoud, ui::TextStyle::kSmall, 40);
  const float loud =
      std::max(least, std::min(needs(TextId::kTicketLoud, ui::TextStyle::kStrong, 120),
                               room - needs(TextId::kCommonDone, ui::TextStyle::kLabel, 130)));
  const float done = room - loud;
  ReadAloud(page, x, page.action_y, loud, page.action_h - (page.landscape ? 0 : 7));
  Ring(page, x + loud + gap + (kRing / 2), page.action_y + (page.action_h / 2) - 3);
  Done(page, page.Fixed(x + w - done, page.action_y, done, page.action_h));
}

void DrawLying(Page& page, const ShowTicket& screen, BannerWords banner) {
  const Visit& visit = page.view.state.visit;
  const float card = page.width * (visit.clearer ? 0.505F : visit.lower ? 0.56F : 0.645F);
  const float x = page.left + card + 44;
  const float w = page.Right() - x;
  const float y = 195;
  DrawCard(page, screen, FactsOf(page, screen.ticket), page.left, y, card,
           (page.low ? page.bottom : page.action_y + page.action_h) - y);
  std::string at_once = AtOnce(page, screen.print);
  // Reading aloud stands above the last row, or in it where large words need the height.
  const float loud_y = page.low ? page.bottom - kControl : page.action_y - 90 - (kControl / 2);
  bool one_row = false;  // reading aloud in the last row
  const auto cramped = [&] {
    const float end = one_row ? page.action_y - kGap : loud_y;
    return y + BannerHeight(page, banner, w) + 36 + DueHeight(page, screen, w, at_once) > end;
  };
  const bool large = page.view.state.visit.clearer && !page.low;
  if (cramped() && large && !screen.asks_if_out) one_row = true;
  if (cramped()) at_once.clear();
  if (cramped() && screen.print != PrintState::kUnavailable) banner.second.reset();
  const float h = BannerHeight(page, banner, w);
  DrawBanner(page, banner, x, y, w, h);
  DrawDue(page, screen, x, y + h + 24, w, at_once);
  if (screen.asks_if_out) {
    AskIfOut(page, x, w);
  } else if (one_row) {
    DrawEndRow(page, x, w);
  } else {
    ReadAloud(page, x, loud_y, w - kRing - kGap, kControl);
    Ring(page, x + w - (kRing / 2), loud_y + (kControl / 2));
    if (page.low)
      Done(page, page.NextPlace());
    else
      Done(page, page.Fixed(x, page.action_y, w, page.action_h));
  }
}

void DrawUpright(Page& page, const ShowTicket& screen, BannerWords banner) {
  const float card_y = 195;
  auto facts = FactsOf(page, screen.ticket);
  std::string at_once = AtOnce(page, screen.print);
  // The question stands in the row, but for where "Tutup" needs its place.
  const bool asks = screen.asks_if_out && page.low && page.view.context.office.sensitive.active;
  const float asked = asks ? 70 : 0;
  const auto banner_y = [&] {
    return page.action_y - asked - kGap - DueHeight(page, screen, page.width, at_once) - kGap -
           BannerHeight(page, banner, page.width);
  };
  // The rest gives way to the QR: what is on the paper too comes first. With large words a
  // somewhat smaller QR keeps what was asked.
  const auto cramped = [&](float least) {
    const float card = banner_y() - kGap - card_y;
    return card - FactsHeight(page, facts, page.width) - kBelowFacts - AboveTear(page) < least;
  };
  const float wished = WishedQr(screen);
  const float least = page.view.state.visit.clearer ? wished * kLeastModule / kModule : wished;
  while (facts.size() > 1 && cramped(least))
    facts.pop_back();
  if (cramped(least)) at_once.clear();
  if (cramped(least) && screen.print != PrintState::kUnavailable) banner.second.reset();
  if (cramped(least)) facts.clear();
  const float y = banner_y();
  const float banner_h = BannerHeight(page, banner, page.width);
  DrawCard(page, screen, facts, page.left, card_y, page.width, y - kGap - card_y);
  DrawBanner(page, banner, page.left, y, page.width, banner_h);
  DrawDue(page, screen, page.left, y + banner_h + kGap, page.width, at_once);
  if (asks)
    page.Text(page.T(TextId::kPrinterCameOut), page.left, page.action_y - asked - 4, page.width,
              ui::TextStyle::kStrong);
  if (screen.asks_if_out)
    AskIfOut(page, page.left, page.width);
  else
    DrawEndRow(page, page.left, page.width);
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
