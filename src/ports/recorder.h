// The recorder: seals what happened and makes it durable. The only way a screen program writes.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "domain/record.h"
#include "domain/ticket_code.h"

namespace tanggap {

// What a program wants to record, in clear, in memory only.
struct Draft {
  RecordId id;  // made before storing, so that a second tap is the same record
  RecordType type = RecordType::kUnknown;
  std::vector<RecordId> refs;
  Fields clear;
  Fields facts;
  Fields content;
  Fields identity;
  // With a code: the ticket's own key also opens the classes named here (counter staff, DECISIONS
  // 1).
  std::optional<TicketCode> ticket;
  std::set<BodyClass> ticket_opens;
};

struct Receipt {
  RecordId id;
  Instant at{};
};

// Called on the worker thread. Throws StoreError; when it returns, everything given is durable, and
// the visitor may see "Tersimpan". A desk's recorder signs with the person who is signed in.
class Recorder {
 public:
  virtual ~Recorder() = default;
  [[nodiscard]] virtual RecordId NewId() = 0;
  // All drafts in one transaction.
  virtual Receipt Write(std::span<const Draft> drafts) = 0;
};

}  // namespace tanggap
