#include "kiosk/effect_runner.h"

#include <array>
#include <span>
#include <vector>

#include "domain/match.h"
#include "kiosk/drafts.h"
#include "ports/store_error.h"
#include "ticket/qr.h"
#include "ticket/receipt_layout.h"
#include "ticket/ticket_content.h"
#include "ticket/ticket_layout.h"

namespace tanggap::kiosk {
namespace {

// What a failure is about: the record that could not be kept.
RecordId IdOf(const Effect& effect) {
  return std::visit(Match{
                        [](const StoreRating& e) { return e.id; },
                        [](const WithdrawRating& e) { return e.id; },
                        [](const FlagSession& e) { return e.id; },
                        [](const StoreSurvey& e) { return e.id; },
                        [](const StoreComplaint& e) { return e.id; },
                        [](const StoreTicketOutcome& e) { return e.id; },
                        [](const StoreStatusSeen& e) { return e.id; },
                        [](const CallHelp& e) { return e.id; },
                        [](const StoreSaid& e) { return e.id; },
                        [](const StoreHandling& e) { return e.id; },
                        [](const StoreStaffAction& e) { return e.id; },
                        [](const auto&) { return RecordId{}; },
                    },
                    effect);
}

PrintState StateOf(PrintOutcome outcome) {
  switch (outcome) {
    case PrintOutcome::kPrinted:
      return PrintState::kPrinted;
    case PrintOutcome::kUnknown:
      return PrintState::kUnknown;
    case PrintOutcome::kOutOfPaper:
    case PrintOutcome::kCoverOpen:
    case PrintOutcome::kOffline:
    case PrintOutcome::kFailed:
    case PrintOutcome::kNoPrinter:
      break;
  }
  return PrintState::kUnavailable;
}

DueDate DueOf(const StoreComplaint& effect, Instant now, const Office& office) {
  DueDate due = FirstResponseDue(now, effect.complaint.kind, office);
  // Violence at home is answered today, whatever the calendar says.
  if (effect.complaint.urgent) due.day = LocalDay(now, office.zone);
  return due;
}

}  // namespace

EffectRunner::EffectRunner(RunnerPorts ports, const Context& context, std::string device)
    : ports_(ports), context_(context), device_(std::move(device)) {}

void EffectRunner::Write(const Draft& draft) {
  ports_.recorder.Write(std::span(&draft, 1));
}

std::optional<Event> EffectRunner::Store(const StoreComplaint& effect) {
  if (!begun_ || begun_->first != effect.id) begun_ = {effect.id, ports_.desk.NewCode()};
  const TicketCode code = begun_->second;
  const Instant now = ports_.clock.Now();
  const DueDate due = DueOf(effect, now, context_.office);
  const Draft draft = DraftOf(effect, code, due.day, context_);
  const Receipt receipt = ports_.recorder.Write(std::span(&draft, 1));
  begun_.reset();
  const ticket::Bitmap qr = ticket::QrModules(QrText(code, context_.office.status_url));
  Ticket made;
  made.complaint = effect.id;
  made.code = code;
  made.received = receipt.at;
  made.due = due.day;
  made.due_is_estimate = due.estimate;
  made.qr_side = qr.Width();
  for (int y = 0; y < qr.Height(); ++y) {
    for (int x = 0; x < qr.Width(); ++x)
      made.qr_dark.push_back(qr.Black(x, y));
  }
  return ComplaintStored{effect.id, made};
}

Event EffectRunner::Print(const PrintTicket& effect) {
  const AspectId aspect = effect.aspects.empty() ? AspectId{} : effect.aspects.front();
  ticket::Ticket paper =
      ticket::MakeTicket(effect.ticket.code, effect.kind, effect.ticket.received, aspect, device_,
                         context_.office, context_.decree, effect.language);
  paper.named = effect.receipt.has_value();
  paper.due = effect.ticket.due;  // Screen and paper say the same day.
  paper.due_estimate = effect.ticket.due_is_estimate;
  const ticket::Bitmap picture = ticket::LayOutTicket(
      paper, context_.office, context_.In(effect.language), context_.office.printer.dots_per_line);
  const PrintState state = StateOf(ports_.printer.Print(picture.AsRaster()));
  return PrintFinished{effect.ticket.complaint, state,
                       effect.receipt && !PrintReceipt(effect, paper.place, state)};
}

// A receipt after a ticket that didn't come would be the only paper, without the QR: not printed.
bool EffectRunner::PrintReceipt(const PrintTicket& effect, const std::string& place,
                                PrintState ticket) {
  if (ticket == PrintState::kUnavailable) return false;
  const ReceiptWords& words = *effect.receipt;
  ticket::Receipt slip;
  slip.code = effect.ticket.code;
  slip.name = words.name;
  slip.address = words.address;
  slip.phone = words.phone;
  slip.service = words.service;
  slip.story = words.story;
  slip.loss = words.loss;
  slip.wish = words.wish;
  slip.place = place;
  slip.received = effect.ticket.received;
  slip.due = effect.ticket.due;
  ticket::Bitmap picture = ticket::LayOutReceipt(
      slip, context_.office, context_.In(effect.language), context_.office.printer.dots_per_line);
  const PrintState state = StateOf(ports_.printer.Print(picture.AsRaster()));
  picture.Fill(0, 0, picture.Width(), picture.Height(), false);  // a name stays nowhere
  return state != PrintState::kUnavailable;
}

// A ruler in millimetres, and bars as wide as each kind of paper: what fits is seen at once.
Event EffectRunner::PrintTest() {
  constexpr int kDotsAMm = 8;  // 203 dots an inch
  const int width = context_.office.printer.dots_per_line;
  ticket::Bitmap page(width, 40 * kDotsAMm);
  for (int mm = 0; mm * kDotsAMm < width; ++mm) {
    const int length = mm % 10 == 0 ? 48 : mm % 5 == 0 ? 32 : 16;
    page.Fill(mm * kDotsAMm, 0, 2, length, true);
  }
  int y = 72;
  for (const int dots : {ticket::kDots58mm, 512, ticket::kDots80mm}) {
    if (dots > width) continue;
    page.Fill(0, y, dots, 2, true);
    page.Fill(0, y + 40, dots, 2, true);
    page.Fill(dots - 2, y, 2, 42, true);
    y += 64;
  }
  // Grey steps: a worn head shows here first.
  for (int step = 1; step <= 8; ++step) {
    for (int row = 0; row < 32; row += step)
      page.Fill((step - 1) * width / 8, y + row, width / 8, 1, true);
  }
  return TestPrinted{StateOf(ports_.printer.Print(page.AsRaster()))};
}

std::optional<Event> EffectRunner::Run(const Effect& effect) try {
  using Outcome = std::optional<Event>;
  const auto store = [this](const auto& e) -> Outcome {
    Write(DraftOf(e));
    return std::nullopt;
  };
  return std::visit(
      Match{
          [&](const StoreRating& e) -> Outcome {
            const RecordId flag = e.flags.empty() ? RecordId{} : ports_.recorder.NewId();
            ports_.recorder.Write(DraftsOf(e, flag));
            return RatingStored{e.id};
          },
          [&](const WithdrawRating& e) { return store(e); },
          [&](const FlagSession& e) { return store(e); },
          [&](const StoreSurvey& e) { return store(e); },
          [&](const StoreTicketOutcome& e) { return store(e); },
          [&](const StoreStatusSeen& e) { return store(e); },
          [&](const CallHelp& e) { return store(e); },
          [&](const StoreStaffAction& e) { return store(e); },
          [&](const StoreSaid& e) -> Outcome {
            Write(DraftOf(e));
            return SaidStored{e.id};
          },
          [&](const StoreHandling& e) -> Outcome {
            Write(DraftOf(e));
            return SaidStored{e.id};
          },
          [&](const FlagTickets& e) -> Outcome {
            Write(DraftOf(e, ports_.recorder.NewId()));
            return std::nullopt;
          },
          [&](const CheckPin& e) -> Outcome { return PinChecked{ports_.staff.Opens(e.digits)}; },
          [&](const TestPrint&) -> Outcome { return PrintTest(); },
          [&](const ReadCounts&) -> Outcome {
            const JournalCounts counts = ports_.staff.Counts();
            return CountsRead{{counts.written, counts.waiting, counts.unread, counts.free_mb}};
          },
          [&](const StoreComplaint& e) -> Outcome { return Store(e); },
          [&](const PrintTicket& e) -> Outcome { return Print(e); },
          [&](const FindState& e) -> Outcome {
            return StateFound{e.code, ports_.desk.FindState(e.code)};
          },
          [&](const Speak& e) -> Outcome {
            ports_.speaker.Say(e.text, e.language);
            return std::nullopt;
          },
          [&](const StopSpeaking&) -> Outcome {
            ports_.speaker.Stop();
            return std::nullopt;
          },
          [&](const ProbeStorage&) -> Outcome {
            // A real record: only a commit proves that the next one will hold.
            Draft probe;
            probe.id = ports_.recorder.NewId();
            probe.type = RecordType::kStaffAction;
            probe.facts["action"] = "storage-probe";
            probe.facts["outcome"] = "ok";
            Write(probe);
            return StorageWell{};
          },
      },
      effect);
} catch (const StoreError& error) {
  return StorageFailed{IdOf(effect),
                       error.Fault() == StoreFault::kFull ? Trouble::kFull : Trouble::kBroken};
}

bool EffectRunner::PrepareNext() {
  return ports_.desk.Prepare() || ports_.recorder.Prepare();
}

void EffectRunner::PreparePrinting() {
  ticket::PrepareLayout(context_.office, context_.languages.front(),
                        context_.office.printer.dots_per_line);
}

}  // namespace tanggap::kiosk
