// What the kiosk writes: effects as drafts with the fields of domain/record_schema. Pure.
#pragma once

#include <string>
#include <vector>

#include "domain/draft.h"
#include "domain/time.h"
#include "kiosk/session.h"

namespace tanggap::kiosk {

// Every tap is one `rated`; what looks like play brings a `session_flagged` beside it, which needs
// an id of its own.
[[nodiscard]] std::vector<Draft> DraftsOf(const StoreRating& effect, const RecordId& flag_id);
[[nodiscard]] Draft DraftOf(const WithdrawRating& effect);
[[nodiscard]] Draft DraftOf(const FlagSession& effect);
[[nodiscard]] Draft DraftOf(const StoreSurvey& effect);
[[nodiscard]] Draft DraftOf(const StoreTicketOutcome& effect);
[[nodiscard]] Draft DraftOf(const StoreStatusSeen& effect);
[[nodiscard]] Draft DraftOf(const CallHelp& effect);
[[nodiscard]] Draft DraftOf(const StoreSaid& effect);
[[nodiscard]] Draft DraftOf(const StoreHandling& effect);
[[nodiscard]] Draft DraftOf(const StoreStaffAction& effect);
[[nodiscard]] Draft DraftOf(const FlagTickets& effect, const RecordId& id);
// Identity and words go into their own sealed classes; the ticket's key opens the words only where
// they are ready sentences that counter staff may read, and nobody's conduct is touched.
[[nodiscard]] Draft DraftOf(const StoreComplaint& effect, const TicketCode& code, Day due,
                            const Context& context);

}  // namespace tanggap::kiosk
