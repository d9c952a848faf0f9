// What a ticket says: values only, never the visitor's name, story, service or the gravity.
#pragma once

#include <optional>
#include <string>

#include "domain/case_file.h"
#include "domain/office.h"
#include "domain/ticket_code.h"
#include "domain/time.h"

namespace tanggap::ticket {

struct Ticket {
  TicketCode code;
  ComplaintKind kind = ComplaintKind::kComplaint;
  Instant received{};
  std::string place;   // "Lobi 1", from Office::device_places; empty: not printed
  std::string aspect;  // the visitor's word for it, in the ticket's language; empty: not printed
  std::optional<Day> due;     // first answer; none: not printed
  bool due_estimate = false;  // counts working days beyond the known holidays
  bool suspended = false;     // kahar: the service clock stands
  bool settle_now = false;    // a decree with an oral claim: may be settled at the complaint desk
  bool named = false;         // identity was given: the formal receipt is a second slip
  bool discreet = false;      // a sensitive office: says nothing but a number and where to call
  std::optional<Instant> reprinted;  // set: marked SALINAN with this moment
  bool operator==(const Ticket&) const = default;
};

// The ticket of a complaint received at `received` in `language`, as kiosk and command line make
// it: due date by the office's rules, words by the decree, the sensitive office's discretion.
// `device` is the key in Office::device_places ("kiosk-1"). An empty aspect stays off the paper.
[[nodiscard]] Ticket MakeTicket(const TicketCode& code, ComplaintKind kind, Instant received,
                                const AspectId& aspect, const std::string& device,
                                const Office& office, const Decree& decree,
                                std::string_view language);

}  // namespace tanggap::ticket
