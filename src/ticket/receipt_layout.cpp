#include "ticket/receipt_layout.h"

#include <cassert>
#include <string>
#include <string_view>

#include "texts/dates.h"
#include "ticket/page.h"
#include "ticket/paper_head.h"
#include "ticket/ticket_layout.h"

namespace tanggap::ticket {
namespace {

struct Measures {
  int margin = 12;
  int body = 26;
  int small = 23;
  int title = 32;
  int code = 48;
  int due = 38;
  int value_x = 150;
  int gap = 16;
  int signature = 120;  // room for a hand that stands at a counter
};
constexpr Measures kWide{};
constexpr Measures kNarrow{.margin = 8,
                           .body = 24,
                           .small = 21,
                           .title = 25,
                           .code = 40,
                           .due = 32,
                           .value_x = 116,
                           .gap = 13,
                           .signature = 110};
constexpr int kMostLines = 3;
constexpr std::string_view kNothing = "-";
constexpr std::string_view kCut = " ...";

// One receipt being laid out; each function adds one part, in the order of the paper.
class Slip {
 public:
  Slip(const Receipt& receipt, const Office& office, const Texts& texts, int width)
      : receipt_(receipt),
        office_(office),
        texts_(texts),
        width_(width),
        m_(width >= kNarrowBelow ? kWide : kNarrow),
        page_(width, m_.margin) {}

  Bitmap Finish() {
    page_.Space(m_.gap / 2);
    AddHead(page_, office_, width_);
    page_.Space(m_.gap);
    Title();
    Complainant();
    Section();
    Matter();
    Section();
    Received();
    Signature();
    Section();
    page_.Text(texts_[TextId::kReceiptSecret], Small());
    page_.Text(texts_[TextId::kReceiptSign], Small());
    page_.Space(m_.gap);
    return page_.Finish();
  }

 private:
  [[nodiscard]] Style Body() const { return {.size = m_.body}; }
  [[nodiscard]] Style Strong() const { return {.size = m_.body, .weight = 600}; }
  [[nodiscard]] Style Small() const { return {.size = m_.small}; }

  void Section() {
    page_.Space(m_.gap);
    page_.DottedRule();
    page_.Space(m_.gap - 4);
  }

  // Whole words only, so that nobody reads a half one as another.
  [[nodiscard]] std::string Shortened(std::string_view words, const Style& style) const {
    if (page_.LinesOf(words, style) <= kMostLines) return std::string(words);
    while (page_.LinesOf(std::string(words) + std::string(kCut), style) > kMostLines) {
      const auto space = words.find_last_of(' ');
      if (space == std::string_view::npos) break;  // one endless word: the page breaks it
      words = words.substr(0, space);
    }
    return std::string(words) + std::string(kCut);
  }

  void Fact(TextId label, std::string_view value) {
    const std::string words = value.empty() ? std::string(kNothing) : Shortened(value, Strong());
    page_.Row(texts_[label], Body(), words, Strong(), m_.value_x);
  }

  void Title() {
    Style title{.size = m_.title, .weight = 700, .align = Align::kCentre, .spacing = 0.04};
    title.size = page_.SizeThatFits(texts_[TextId::kReceiptTitle], title, m_.small) - 1;
    page_.Banner(texts_[TextId::kReceiptTitle], title, m_.gap / 2);
    page_.Space(m_.gap / 2);
    page_.Text(texts_[TextId::kReceiptLaw], {.size = m_.small, .align = Align::kCentre});
    page_.Space(m_.gap / 2);
    Style code{
        .size = m_.code, .weight = 700, .align = Align::kCentre, .display = true, .spacing = 0.02};
    const std::string number = Grouped(receipt_.code);
    code.size = page_.SizeThatFits(number, code, m_.body);
    page_.KeptText(number, code);
    page_.Space(m_.gap);
  }

  void Complainant() {
    Fact(TextId::kReceiptName, receipt_.name);
    Fact(TextId::kReceiptAddress, receipt_.address);
    Fact(TextId::kPaperPhone, receipt_.phone.empty() ? "" : MaskedPhone(receipt_.phone));
  }

  void Matter() {
    Fact(TextId::kReceiptService, receipt_.service);
    Fact(TextId::kReceiptStory, receipt_.story);
    Fact(TextId::kReceiptLoss, receipt_.loss);
    Fact(TextId::kReceiptWish, receipt_.wish);
    // The terminal takes no papers; what the visitor hands over is counted by the official.
    Fact(TextId::kReceiptPapers, texts_[TextId::kReceiptNoPapers]);
  }

  void Received() {
    const std::string place =
        receipt_.place.empty() ? office_.name : receipt_.place + ", " + office_.name;
    Fact(TextId::kReceiptPlace, place);
    Fact(TextId::kReceiptDay, FullDay(LocalDay(receipt_.received, office_.zone), texts_));
    Fact(TextId::kReceiptHour, ClockTimeWithZone(receipt_.received, office_.zone, texts_));
    if (!receipt_.due.has_value()) return;
    page_.Space(m_.gap / 2);
    page_.Text(texts_[TextId::kPaperAnswerBy], Body());
    Style day{.size = m_.due, .weight = 700, .display = true};
    const std::string words = FullDay(*receipt_.due, texts_);
    day.size = page_.SizeThatFits(words, day, m_.body);
    page_.Text(words, day);
  }

  void Signature() {
    Section();
    page_.Text(texts_[TextId::kReceiptReceiver], Body());
    page_.Space(m_.signature);
    page_.Rule(2);
    page_.Space(m_.gap / 4);
    page_.Text(texts_[TextId::kReceiptReceiverHow], Small());
  }

  const Receipt& receipt_;
  const Office& office_;
  const Texts& texts_;
  int width_;
  Measures m_;
  Page page_;
};

}  // namespace

Bitmap LayOutReceipt(const Receipt& receipt, const Office& office, const Texts& texts, int width) {
  assert(width >= kLeastDots && width <= kMostDots);
  return Slip(receipt, office, texts, width).Finish();
}

}  // namespace tanggap::ticket
