// Does what Update asked for: the only caller of ports, and the only catch.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "domain/ticket_code.h"
#include "kiosk/session.h"
#include "ports/clock.h"
#include "ports/recorder.h"
#include "ports/speaker.h"
#include "ports/staff_desk.h"
#include "ports/ticket_desk.h"
#include "ports/ticket_printer.h"

namespace tanggap::kiosk {

struct RunnerPorts {
  Clock& clock;
  Recorder& recorder;
  TicketDesk& desk;
  TicketPrinter& printer;
  Speaker& speaker;
  StaffDesk& staff;
};

// Synchronous; threads are the wiring's business: PrintTicket touches the printer only and may run
// on the printer's thread, everything else belongs to the worker.
class EffectRunner {
 public:
  // `device` is the key in Office::device_places ("kiosk-1").
  EffectRunner(RunnerPorts ports, const Context& context, std::string device);

  // What came of it, if anything does. A StoreError becomes StorageFailed; nothing else is caught.
  [[nodiscard]] std::optional<Event> Run(const Effect& effect);
  // While idle: the next code and its keys, so that "Kirim" waits for the disk only. True while
  // there is more to prepare.
  bool PrepareNext();
  // On the printer's thread: loads what the first ticket needs.
  void PreparePrinting();

 private:
  [[nodiscard]] std::optional<Event> Store(const StoreComplaint& effect);
  [[nodiscard]] Event Print(const PrintTicket& effect);
  [[nodiscard]] bool PrintReceipt(const PrintTicket& effect, const std::string& place,
                                  PrintState ticket);
  [[nodiscard]] Event PrintTest();
  void Write(const Draft& draft);

  RunnerPorts ports_;
  const Context& context_;
  std::string device_;
  // A complaint that could not be stored keeps its code, so that trying again changes nothing.
  std::optional<std::pair<RecordId, TicketCode>> begun_;
};

}  // namespace tanggap::kiosk
