#include "ticket/ticket_layout.h"

#include <algorithm>
#include <cassert>
#include <string>

#include "texts/dates.h"
#include "ticket/page.h"
#include "ticket/paper_head.h"
#include "ticket/qr.h"

namespace tanggap::ticket {
namespace {

// Sizes in dots of 1/8 mm. Two sets, for narrow and wide paper: the same words on both.
struct Measures {
  int margin = 0;
  int body = 0;
  int small = 0;
  int title = 0;
  int code = 0;
  int due_label = 0;
  int due = 0;
  int due_least = 0;
  int qr_module = 0;
  int value_x = 0;
  int contact_x = 0;
  int gap = 0;
};
constexpr Measures kWide{.margin = 12,
                         .body = 27,
                         .small = 24,
                         .title = 34,
                         .code = 70,
                         .due_label = 28,
                         .due = 48,
                         .due_least = 42,
                         .qr_module = 10,
                         .value_x = 140,
                         .contact_x = 232,
                         .gap = 16};
constexpr Measures kNarrow{.margin = 8,
                           .body = 25,
                           .small = 22,
                           .title = 28,
                           .code = 52,
                           .due_label = 25,
                           .due = 42,
                           .due_least = 38,
                           .qr_module = 8,
                           .value_x = 112,
                           .contact_x = 112,
                           .gap = 14};
constexpr int kLeastModule = 6;  // 0.75 mm: smaller ones fail where the print is faint

TextId TitleOf(ComplaintKind kind) {
  switch (kind) {
    case ComplaintKind::kComplaint:
      return TextId::kTicketPaperTitle;
    case ComplaintKind::kSuggestion:
      return TextId::kPaperTitleSuggestion;
    case ComplaintKind::kPraise:
      return TextId::kPaperTitlePraise;
    case ComplaintKind::kQuestion:
      return TextId::kPaperTitleQuestion;
  }
  assert(false);
  return TextId::kTicketPaperTitle;
}

// "Loket 1" stays on one line.
std::string Unbroken(const std::string& words) {
  std::string text;
  for (const char sign : words)
    text += sign == ' ' ? std::string("\u00A0") : std::string(1, sign);
  return text;
}

// One ticket being laid out; each function adds one part, in the order of the paper.
class Sheet {
 public:
  Sheet(const Ticket& ticket, const Office& office, const Texts& texts, int width)
      : ticket_(ticket),
        office_(office),
        texts_(texts),
        width_(width),
        m_(width >= kNarrowBelow ? kWide : kNarrow),
        page_(width, m_.margin) {}

  Bitmap Finish() {
    page_.Space(m_.gap / 2);
    CopyMark();
    if (ticket_.discreet) {
      Discreet();
    } else {
      Plain();
    }
    page_.Space(m_.gap);
    return page_.Finish();
  }

 private:
  [[nodiscard]] Style Body() const { return {.size = m_.body}; }
  [[nodiscard]] Style Strong() const { return {.size = m_.body, .weight = 600}; }
  [[nodiscard]] Style Small() const { return {.size = m_.small}; }

  void CopyMark() {
    if (!ticket_.reprinted.has_value()) return;
    const std::string when = PlainDay(LocalDay(*ticket_.reprinted, office_.zone), texts_) + " " +
                             ClockTime(*ticket_.reprinted, office_.zone, texts_);
    const std::string mark = texts_.Format(TextId::kPaperCopy, {{"waktu", when}});
    Style style{.size = m_.body, .weight = 700, .align = Align::kCentre};
    style.size = page_.SizeThatFits(mark, style, m_.small - 4) - 1;  // the banner's own padding
    page_.Banner(mark, style, m_.gap / 2);
    page_.Space(m_.gap);
  }

  void Discreet() {
    AddGovernment(page_, office_.government, width_);
    page_.Space(m_.gap);
    page_.Rule(3);
    page_.Space(m_.gap);
    page_.Text(texts_[TextId::kPaperDiscreetNumber],
               {.size = m_.title, .weight = 600, .align = Align::kCentre});
    Code();
    Qr();
    if (office_.contact.phone.empty()) return;
    page_.Rule(3);
    page_.Space(m_.gap);
    page_.Text(texts_[TextId::kPaperPhone] + " " + Phone(office_.contact.phone),
               {.size = m_.body, .weight = 600, .align = Align::kCentre});
  }

  void Plain() {
    Head();
    Title();
    Code();
    Qr();
    Facts();
    Due();
    SettleNow();
    Section();
    page_.Text(texts_[TextId::kPaperCheck], Body());
    page_.Text(texts_[TextId::kPaperSecret], Strong());
    Contact();
    Legal();
    Channels();
  }

  void Head() {
    AddHead(page_, office_, width_);
    page_.Space(m_.gap);
  }

  void Title() {
    page_.Banner(texts_[TitleOf(ticket_.kind)],
                 {.size = m_.title, .weight = 700, .align = Align::kCentre, .spacing = 0.06},
                 m_.gap / 2);
    page_.Space(m_.gap / 2);
    page_.Text(texts_[TextId::kPaperKeep], {.size = m_.small, .align = Align::kCentre});
  }

  void Code() {
    const std::string code = Grouped(ticket_.code);
    Style style{
        .size = m_.code, .weight = 700, .align = Align::kCentre, .display = true, .spacing = 0.02};
    style.size = page_.SizeThatFits(code, style, m_.body);
    page_.Space(m_.gap / 2);
    page_.KeptText(code, style);
  }

  void Qr() {
    const std::string text = QrText(ticket_.code, office_.status_url);
    int module = m_.qr_module;
    Bitmap qr = QrPicture(text, module);
    while (module > kLeastModule && qr.Width() > page_.ContentWidth())
      qr = QrPicture(text, --module);
    page_.Picture(std::move(qr));
  }

  void Section() {
    page_.Space(m_.gap);
    page_.DottedRule();
    page_.Space(m_.gap - 4);
  }

  void Fact(TextId label, const std::string& value) {
    page_.Row(texts_[label], Body(), value, Strong(), m_.value_x);
  }

  void Facts() {
    const std::string received = ShortDateTime(ticket_.received, office_.zone, texts_);
    Fact(TextId::kPaperReceived, received);
    if (!ticket_.place.empty()) Fact(TextId::kPaperPlace, ticket_.place);
    if (!ticket_.aspect.empty()) Fact(TextId::kPaperAspect, ticket_.aspect);
  }

  void Due() {
    if (!ticket_.due.has_value()) return;
    page_.Space(m_.gap);
    page_.OpenFrame(m_.gap - 4, 4);
    Style label{.size = m_.due_label, .weight = 500, .align = Align::kCentre};
    label.size = page_.SizeThatFits(texts_[TextId::kPaperAnswerBy], label, m_.small - 2);
    page_.Text(texts_[TextId::kPaperAnswerBy], label);
    DueDay();
    if (ticket_.due_estimate) {
      page_.Text(texts_[TextId::kPaperEstimate], {.size = m_.small, .align = Align::kCentre});
    }
    page_.CloseFrame();
    if (!ticket_.suspended) return;
    page_.Space(m_.gap / 2);
    page_.Text(texts_[TextId::kPaperSuspended], Strong());
  }

  // The whole name of day and month where it stays large, else the short form, larger.
  void DueDay() {
    Style style{.size = m_.due, .weight = 700, .align = Align::kCentre, .display = true};
    std::string day = FullDay(*ticket_.due, texts_);
    style.size = page_.SizeThatFits(day, style, m_.due_least - 1);
    if (style.size < m_.due_least) {
      day = ShortDay(*ticket_.due, texts_);
      style.size = m_.due;
      style.size = page_.SizeThatFits(day, style, m_.body);
    }
    page_.Text(day, style);
  }

  void SettleNow() {
    if (!ticket_.settle_now || office_.complaint_desk.empty()) return;
    page_.Space(m_.gap);
    page_.Text(texts_[TextId::kPaperSettleNow], Strong());
    page_.Text(
        texts_.Format(TextId::kPaperSettleNowHow, {{"meja", Unbroken(office_.complaint_desk)}}),
        Body());
  }

  void Contact() {
    if (office_.contact.title.empty() && office_.contact.phone.empty()) return;
    Section();
    const Style strong{.size = m_.small, .weight = 600};
    if (!office_.contact.title.empty()) {
      page_.Row(texts_[TextId::kPaperContact], Small(), office_.contact.title, strong,
                m_.contact_x);
    }
    if (!office_.contact.phone.empty()) {
      page_.Row(texts_[TextId::kPaperPhone], Small(), Phone(office_.contact.phone), strong,
                m_.contact_x);
    }
  }

  void Legal() {
    Section();
    page_.Text(texts_[TextId::kPaperFree], Small());
    if (ticket_.kind != ComplaintKind::kComplaint) return;
    page_.Text(texts_[ticket_.named ? TextId::kPaperReceiptElsewhere : TextId::kPaperNotReceipt],
               Small());
  }

  void Channels() {
    if (office_.channels.empty()) return;
    Section();
    page_.Text(texts_[TextId::kPaperChannels], Small());
    for (const std::string& channel : office_.channels)
      Channel(channel);
  }

  // "LAPOR! www.lapor.go.id / SMS 1708" breaks at its stroke, never inside a number.
  void Channel(std::string_view channel) {
    const Style style{.size = m_.small, .weight = 600};
    const auto stroke = channel.find(" / ");
    if (stroke == std::string_view::npos || page_.LinesOf(channel, style) == 1) {
      page_.Text(channel, style);
      return;
    }
    page_.Text(channel.substr(0, stroke), style);
    Channel(channel.substr(stroke + 3));
  }

  const Ticket& ticket_;
  const Office& office_;
  const Texts& texts_;
  int width_;
  Measures m_;
  Page page_;
};

}  // namespace

Bitmap LayOutTicket(const Ticket& ticket, const Office& office, const Texts& texts, int width) {
  assert(width >= kLeastDots && width <= kMostDots);
  return Sheet(ticket, office, texts, width).Finish();
}

void PrepareLayout(const Office& office, const Texts& texts, int width) {
  Ticket sample;
  sample.due = LocalDay(sample.received, office.zone);
  sample.reprinted = sample.received;
  static_cast<void>(LayOutTicket(sample, office, texts, width));
}

std::optional<Problem> MissingFonts() {
  for (const char* family : {"Inter", "Inter Display"}) {
    const std::string found = FamilyFound(family);
    if (found != family) {
      return Problem{"", 0,
                     "the font \"" + std::string(family) + "\" is missing (found \"" + found +
                         "\"): install the package fonts-inter"};
    }
  }
  return std::nullopt;
}

}  // namespace tanggap::ticket
