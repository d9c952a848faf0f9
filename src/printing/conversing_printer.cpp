#include "printing/conversing_printer.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

namespace tanggap::printing {
namespace {

constexpr int kTries = 2;
// Enough noughts to fill whatever band was left open; white dots there, ignored elsewhere.
constexpr std::size_t kFlushBytes = 8192;
constexpr Millis kClearLimit{300};
constexpr Millis kLeastClose{100};
constexpr int kLastTag = 9999;

void Add(Trouble& all, const Trouble& more) {
  all.offline |= more.offline;
  all.cover_open |= more.cover_open;
  all.paper_out |= more.paper_out;
  all.near_end |= more.near_end;
  all.cutter_error |= more.cutter_error;
  all.error |= more.error;
}

// What keeps a ticket from being printed. An open cover also shows no paper, so it goes first.
std::optional<PrintOutcome> Obstacle(const Trouble& trouble) {
  if (trouble.cover_open) return PrintOutcome::kCoverOpen;
  if (trouble.paper_out) return PrintOutcome::kOutOfPaper;
  if (trouble.cutter_error || trouble.error) return PrintOutcome::kFailed;
  if (trouble.offline) return PrintOutcome::kOffline;
  return std::nullopt;
}

Trouble Meaning(escpos::Ask question, std::uint8_t bits) {
  switch (question) {
    case escpos::Ask::kPrinter:
      return ReadPrinterBits(bits);
    case escpos::Ask::kOffline:
      return ReadOfflineBits(bits);
    case escpos::Ask::kError:
      return ReadErrorBits(bits);
    case escpos::Ask::kPaper:
      return ReadPaperBits(bits);
  }
  return {};
}

class ConversingPrinter final : public TicketPrinter {
 public:
  ConversingPrinter(std::unique_ptr<Transport> transport, const PrinterProfile& profile,
                    Clock& clock)
      : transport_(std::move(transport)), profile_(profile), clock_(clock) {}

  PrintOutcome Print(const Raster& ticket) override {
    const std::string job = EncodeTicket(ticket, profile_.cutter);
    const std::size_t band = ticket.RowBytes() * kBandRows + 8;
    Begin(profile_.times.whole_job);
    if (!OpenLine()) return PrintOutcome::kNoPrinter;
    const PrintOutcome outcome = Converse(job, band);
    EndLine();
    return outcome;
  }

  PrinterHealth Health() override {
    if (clock_.Monotonic() < next_try_) return health_;
    Begin(profile_.times.whole_job);
    if (!OpenLine()) return health_;
    if (profile_.answers_status) Examine();
    EndLine();
    return health_;
  }

 private:
  void Begin(Millis limit) { deadline_ = clock_.Monotonic() + limit; }
  [[nodiscard]] Millis Left() const { return std::max(Millis{0}, deadline_ - clock_.Monotonic()); }
  [[nodiscard]] Millis AtMost(Millis limit) const { return std::min(limit, Left()); }

  bool OpenLine() {
    reader_.Forget();
    heard_ = {};
    printed_.clear();
    if (transport_->Open(AtMost(profile_.times.open))) {
      misses_ = 0;
      next_try_ = Millis{0};
      health_.reachable = true;
      return true;
    }
    const auto& backoff = profile_.times.backoff;
    next_try_ = clock_.Monotonic() + backoff[std::min(misses_, backoff.size() - 1)];
    ++misses_;
    health_ = {};
    return false;
  }

  void EndLine() { transport_->Close(std::max(kLeastClose, AtMost(profile_.times.close))); }

  PrintOutcome Converse(const std::string& job, std::size_t band) {
    bool answers = false;
    if (profile_.answers_status) {
      // What a broken job left behind goes before anything is asked or printed.
      if (dirty_) Say(escpos::ClearBuffers());
      const std::optional<Trouble> trouble = Examine();
      answers = trouble.has_value();
      if (answers) {
        if (const auto obstacle = Obstacle(*trouble)) return *obstacle;
      }
    }
    if (dirty_ && !Flush(band)) return PrintOutcome::kOffline;
    if (const auto failure = Send(job, band, answers)) {
      Abandon();
      return *failure;
    }
    return answers ? AwaitPaper() : PrintOutcome::kUnknown;
  }

  // Asks everything that matters before a job. Nothing: the printer doesn't answer.
  std::optional<Trouble> Examine() {
    Trouble trouble;
    for (const escpos::Ask question :
         {escpos::Ask::kPrinter, escpos::Ask::kOffline, escpos::Ask::kPaper}) {
      const auto bits = AskOne(question);
      if (!bits.has_value() && question == escpos::Ask::kPrinter) {
        silent_ = true;
        health_ = {.reachable = true};
        return std::nullopt;
      }
      if (bits.has_value()) Add(trouble, Meaning(question, *bits));
    }
    if (trouble.error) {
      if (const auto bits = AskOne(escpos::Ask::kError))
        Add(trouble, Meaning(escpos::Ask::kError, *bits));
    }
    silent_ = false;
    Note(trouble);
    return trouble;
  }

  // One status byte. A printer known to be silent is asked once only. When an answer came late, the
  // doubled question's second answer is waited for, so that it isn't taken for the next question's.
  std::optional<std::uint8_t> AskOne(escpos::Ask question) {
    Drain();
    statuses_.clear();
    std::size_t asked = 0;
    for (int i = 0; i < (silent_ ? 1 : kTries) && statuses_.empty(); ++i) {
      if (!Say(escpos::AskStatus(question))) return std::nullopt;
      ++asked;
      Listen(profile_.times.answer, [this] { return !statuses_.empty(); });
    }
    if (statuses_.empty()) return std::nullopt;
    if (asked > 1) {
      Listen(profile_.times.answer, [this, asked] { return statuses_.size() >= asked; });
    }
    return statuses_.front();
  }

  bool Say(const std::string& bytes) {
    return transport_->Write(bytes, AtMost(profile_.times.answer)).state == LineState::kOk;
  }

  // After a job that was broken off inside a band: fill the band, then begin anew.
  bool Flush(std::size_t band) {
    const std::string noughts(std::max(kFlushBytes, band), '\0');
    if (transport_->Write(noughts + escpos::Initialise(), Left()).state != LineState::kOk)
      return false;
    dirty_ = false;
    return true;
  }

  // Band by band, looking after each whether the printer complains. Nothing: all bytes are out.
  std::optional<PrintOutcome> Send(const std::string& job, std::size_t band, bool answers) {
    const std::size_t head = escpos::Initialise().size();
    std::string first = job.substr(0, head);
    // After ESC @, which would switch the reports off again.
    if (answers) first += escpos::ReportChanges(true);
    if (const auto failure = SendPiece(first)) return failure;
    for (std::size_t at = head; at < job.size(); at += band) {
      if (const auto failure = SendPiece(std::string_view(job).substr(at, band))) return failure;
      if (answers) {
        Drain();
        if (const auto obstacle = Obstacle(heard_)) return obstacle;
      }
    }
    return std::nullopt;
  }

  std::optional<PrintOutcome> SendPiece(std::string_view piece) {
    const Written written = transport_->Write(piece, Left());
    if (written.state == LineState::kOk) return std::nullopt;
    if (written.state == LineState::kGone) return PrintOutcome::kFailed;
    Drain();  // a printer that takes no more bytes may have said why
    return Obstacle(heard_).value_or(PrintOutcome::kOffline);
  }

  // Sent; now believe only what the printer says.
  PrintOutcome AwaitPaper() {
    tag_ = tag_ % kLastTag + 1;
    std::array<char, 8> digits{};
    std::snprintf(digits.data(), digits.size(), "%04d", tag_);
    const std::string wanted = digits.data();
    if (!Say(escpos::TellWhenPrinted(wanted))) return PrintOutcome::kUnknown;
    const auto confirmed = [&] { return std::ranges::find(printed_, wanted) != printed_.end(); };
    Listen(tells_ ? profile_.times.printed : profile_.times.listen,
           [&] { return confirmed() || Obstacle(heard_).has_value(); });
    if (confirmed()) {
      tells_ = true;
      return PrintOutcome::kPrinted;
    }
    if (const auto obstacle = Obstacle(heard_)) {
      Abandon();
      return *obstacle;
    }
    if (gone_) {
      dirty_ = true;
      return PrintOutcome::kUnknown;
    }
    if (Left() < 2 * profile_.times.answer) return PrintOutcome::kUnknown;
    // No answer and no complaint: ask once more, for printers that don't report by themselves.
    const std::optional<Trouble> trouble = Examine();
    if (trouble.has_value()) {
      if (const auto obstacle = Obstacle(*trouble)) {
        Abandon();
        return *obstacle;
      }
      tells_ = false;  // well, but silent about this: not waited for so long again
    }
    return PrintOutcome::kUnknown;
  }

  // A ticket that failed midway must not come out when paper returns: the next visitor would get
  // it.
  void Abandon() {
    dirty_ = true;
    if (!profile_.answers_status) return;
    // Fails where the line is full or gone; then the next conversation begins with it.
    static_cast<void>(
        transport_->Write(escpos::RecoverAndClear() + escpos::ClearBuffers(), kClearLimit));
  }

  void Drain() {
    Listen(Millis{0}, [] { return false; });
  }

  // Reads until `enough`, the limit, or the end of the line.
  template <class Enough>
  void Listen(Millis limit, Enough enough) {
    const Millis end = clock_.Monotonic() + AtMost(limit);
    gone_ = false;
    while (!enough()) {
      const Millis wait = std::max(Millis{0}, end - clock_.Monotonic());
      const Transport::Heard heard = transport_->Read(wait);
      for (const Answer& answer : reader_.Read(heard.bytes))
        Take(answer);
      if (heard.state == LineState::kGone) gone_ = true;
      // A printer that talks without end (garbage) must not hold the conversation either.
      if (heard.state != LineState::kOk || clock_.Monotonic() > end) return;
    }
  }

  void Take(const Answer& answer) {
    if (const auto* status = std::get_if<StatusAnswer>(&answer)) {
      statuses_.push_back(status->bits);
    } else if (const auto* report = std::get_if<ChangeReport>(&answer)) {
      heard_ = ReadChanges(*report);  // each report is the whole state
      Note(heard_);
    } else if (const auto* printed = std::get_if<PrintedAnswer>(&answer)) {
      printed_.push_back(printed->digits);
    }
  }

  void Note(const Trouble& trouble) {
    health_ = {.reachable = true,
               .answers = true,
               .offline = trouble.offline,
               .cover_open = trouble.cover_open,
               .cutter_error = trouble.cutter_error,
               .error = trouble.error,
               .paper = trouble.paper_out  ? PaperLevel::kOut
                        : trouble.near_end ? PaperLevel::kNearEnd
                                           : PaperLevel::kEnough};
  }

  std::unique_ptr<Transport> transport_;
  PrinterProfile profile_;
  Clock& clock_;
  AnswerReader reader_;
  PrinterHealth health_;
  Millis deadline_{0};
  Millis next_try_{0};
  std::size_t misses_ = 0;
  int tag_ = 0;
  bool dirty_ = false;   // a job was broken off: clear before anything else
  bool silent_ = false;  // didn't answer when it was last asked
  bool tells_ = true;    // says when a ticket is on paper, as far as is known
  bool gone_ = false;
  // Heard since the line was opened.
  Trouble heard_;
  std::vector<std::uint8_t> statuses_;
  std::vector<std::string> printed_;
};

}  // namespace

std::unique_ptr<TicketPrinter> MakeConversingPrinter(std::unique_ptr<Transport> transport,
                                                     const PrinterProfile& profile, Clock& clock) {
  return std::make_unique<ConversingPrinter>(std::move(transport), profile, clock);
}

}  // namespace tanggap::printing
