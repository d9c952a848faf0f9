// Lays the formal receipt of a complaint out for thermal paper: what UU 25/2009 article 44 asks
// for.
#pragma once

#include <optional>
#include <string>

#include "domain/office.h"
#include "domain/ticket_code.h"
#include "domain/time.h"
#include "texts/texts.h"
#include "ticket/bitmap.h"

namespace tanggap::ticket {

// What stands on the receipt, in the visitor's language. It holds personal data: made while the
// visitor stands there, printed, and dropped; nothing keeps it. An empty field prints "-", so that
// nobody can add to it by hand without being seen.
struct Receipt {
  TicketCode code;
  std::string name;
  std::string address;
  std::string phone;  // as typed; printed with its middle hidden
  std::string service;
  std::string story;  // cut after three lines, with "..."
  std::string loss;
  std::string wish;
  std::string place;  // "Lobi 1"
  Instant received{};
  std::optional<Day> due;
  bool operator==(const Receipt&) const = default;
};

// `width` as for LayOutTicket. The slip becomes the receipt of the law when the official who takes
// it signs it: it ends with the line for that. Same threads and promises as LayOutTicket.
[[nodiscard]] Bitmap LayOutReceipt(const Receipt& receipt, const Office& office, const Texts& texts,
                                   int width);

}  // namespace tanggap::ticket
