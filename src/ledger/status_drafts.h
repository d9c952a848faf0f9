// Publishing and reading the states of tickets: `status` records.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/draft.h"
#include "domain/record.h"
#include "domain/ticket_state.h"
#include "ports/journal.h"
#include "ports/randomness.h"

namespace tanggap {

struct StateToPublish {
  std::string secret;  // S of the case's code, 64 hex digits (CaseFile::secret)
  TicketState state;
};

// One draft per 64 states, pairs sorted by lookup; ids are made from `randomness`. A secret that is
// not one is passed over.
[[nodiscard]] std::vector<Draft> StatusDrafts(std::span<const StateToPublish> states,
                                              Randomness& randomness);

// The pairs of a `status` record for Journal::PutStates; malformed pairs are passed over.
[[nodiscard]] std::vector<PublishedState> StatesIn(const Record& record);

// What an `ack` says about a segment; the writer's node kind is checked by the caller.
struct Acknowledgement {
  NodeId node;
  std::uint32_t epoch = 0;
  std::uint32_t segment = 0;
  std::string hash;
  bool operator==(const Acknowledgement&) const = default;
};
[[nodiscard]] Draft AckDraft(const Acknowledgement& ack, Randomness& randomness);
[[nodiscard]] std::optional<Acknowledgement> AckIn(const Record& record);

}  // namespace tanggap
