// What the holder of a ticket may see of a case: a state, a date, what is due next. No names, no
// story.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/time.h"

namespace tanggap {

// The visitor's path: Diterima · Diperiksa · Diputuskan · Disampaikan · Selesai.
enum class TicketStage { kReceived, kExamined, kDecided, kDelivered, kDone };
enum class TicketSide {
  kNone,
  kWaitingForData,
  kSuspended,
  kReferred,
  kWithdrawn,
  kConflict,
};

struct TicketState {
  TicketStage stage = TicketStage::kReceived;
  TicketSide side = TicketSide::kNone;
  std::vector<std::string> sentences;  // text keys ("state.granted"), shown in order
  std::vector<std::string> remedies;   // remedy ids that the visitor receives, never an officer's
  Day since{};                         // when the stage was reached
  std::optional<Day> due;              // when the next thing is due
  Day updated{};                       // when the desk said so
  // When the stages before the present one were reached, in their order; Day{} where unknown. May
  // be shorter than the way so far: older desks don't say.
  std::vector<Day> reached{};
  bool operator==(const TicketState&) const = default;
};

}  // namespace tanggap
