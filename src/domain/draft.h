// A record that somebody wants written: values in clear, in memory only, until the recorder seals
// them.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "domain/record.h"
#include "domain/ticket_code.h"

namespace tanggap {

// What a program wants to record. Fields per type and class: domain/record_schema.h.
struct Draft {
  RecordId id;  // made before storing, so that a second tap is the same record
  RecordType type = RecordType::kUnknown;
  std::vector<RecordId> refs;
  Fields clear;
  Fields facts;
  Fields content;
  Fields identity;
  // With a code the recorder fills in what only its secret gives: code and secret of a complaint's
  // content, the lookup in the facts of what a ticket's holder does. Leave those fields out.
  // And the ticket's own key opens the classes named here, for counter staff.
  std::optional<TicketCode> ticket;
  std::set<BodyClass> ticket_opens;
  bool operator==(const Draft&) const = default;
};

}  // namespace tanggap
