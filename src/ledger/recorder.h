// The recorder of kiosk and desk: checks drafts against the schema, seals them in memory, and makes
// them durable in one transaction of the journal.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>

#include "ledger/keys.h"
#include "ledger/roster.h"
#include "ledger/sealing.h"
#include "ledger/ticket_secret.h"
#include "ports/clock.h"
#include "ports/journal.h"
#include "ports/randomness.h"
#include "ports/recorder.h"

namespace tanggap {

// Who is signed in at a desk; nobody at a kiosk. Shared by recorder and sign-in, owned by main.
struct Signer {
  std::optional<PersonKey> person;
  // Whoever agreed beside them, until the next records are written: signs where a draft names them.
  std::optional<PersonKey> second;
};

struct LedgerPorts {
  Journal& journal;
  Clock& clock;
  Randomness& randomness;
};

// A clock from elsewhere that is further ahead of ours is not taken up.
inline constexpr std::chrono::minutes kFarAhead{10};

// Worker thread only. A draft that the schema refuses, or a person's act with nobody signed in, is
// a bug of the caller: std::invalid_argument names the record type and field, nothing is written. A
// second person whom a draft names and who hasn't agreed doesn't sign, and readers drop the name.
//
// With `ticket` the recorder itself fills in what only the code's secret gives: content.code and
// content.secret of complaint_lodged and complaint_taken, facts.lookup of visitor_said,
// status_seen and handling_rated.
class LedgerRecorder final : public Recorder {
 public:
  // The zone and decree of every record come from the roster's office line.
  LedgerRecorder(LedgerPorts ports, const Roster& roster, TicketSecrets& secrets, Signer& signer);

  [[nodiscard]] RecordId NewId() override;
  Receipt Write(std::span<const Draft> drafts) override;
  // While idle: wraps keys ahead, so that lodging waits for the disk only.
  bool Prepare() override;
  // A newer roster: from now on everything is sealed to its reading keys, which somebody who was
  // removed doesn't have.
  void UseRoster(const Roster& roster);
  // Takes up the clock of a record from elsewhere, unless it is further ahead of ours than
  // kFarAhead.
  void Observe(const Hlc& remote);

 private:
  [[nodiscard]] SealedRecord SealDraft(const Draft& draft, Day day, const Hlc& hlc);
  [[nodiscard]] Record Complete(const Draft& draft);
  [[nodiscard]] SealedBody SealFields(const Record& record, BodyClass body_class,
                                      const Fields& fields, const Secret* ticket_key);
  [[nodiscard]] Hlc NextClock(Instant now);

  LedgerPorts ports_;
  Zone zone_;
  std::string decree_;
  TicketSecrets& secrets_;
  Signer& signer_;
  BodySealer sealer_;
  Hlc last_;
};

}  // namespace tanggap
