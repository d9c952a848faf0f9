// Carries out what the session asks: the only caller of ports in the desk, and the only catch.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "desk/events.h"
#include "desk/state.h"
#include "ports/clock.h"
#include "ports/recorder.h"
#include "ports/register.h"
#include "ports/sign_in.h"

namespace tanggap::desk {

struct RunnerPorts {
  Clock& clock;
  Register& cases;
  Recorder& recorder;
  SignInDesk& sign_in;
};

// Where tastes are kept; both may be empty.
struct TasteShelf {
  std::function<std::map<PersonId, Taste>()> all;
  std::function<void(const PersonId&, const Taste&)> keep;
};

// Where a person's half-done work rests between two sittings; may be empty. `keep` with nothing in
// the fields throws it away. Both may throw StoreError or filesystem_error.
struct DraftShelf {
  std::function<std::map<RecordId, Fields>(const PersonId&)> all;
  std::function<void(const PersonId&, const RecordId&, const Fields&)> keep;
};

// Begins to carry everything to a stick and from it, and returns at once; may be empty.
using CarryStick = std::function<void(const Stick&)>;

// Synchronous, worker thread only: tests need no thread. `after_write` brings what was just written
// into the register (segment, replica, collect), so that the next load shows it; may be empty.
class EffectRunner {
 public:
  EffectRunner(RunnerPorts ports, const Premises& premises, FoldRules rules,
               std::function<void()> after_write);
  [[nodiscard]] std::vector<Event> Run(const Effect& effect);
  void UseTastes(TasteShelf shelf) { tastes_ = std::move(shelf); }
  void UseDrafts(DraftShelf shelf) { drafts_ = std::move(shelf); }
  void UseSticks(CarryStick carry) { carry_ = std::move(carry); }
  // A newer roster: other roles. Whoever it has removed is signed in no more, and nothing of theirs
  // is written.
  void UseRules(FoldRules rules);
  // Opens what the signed-in person may read and nobody could before.
  void OpenPending();

 private:
  [[nodiscard]] std::vector<Event> Carry(const Effect& effect);
  [[nodiscard]] Event CheckIn(const CheckPassword& effect);
  [[nodiscard]] Event People();
  [[nodiscard]] Event Kept(const ReadDrafts& effect);
  [[nodiscard]] Event Keep(const KeepDrafts& effect);
  [[nodiscard]] Event Second(const CheckSecond& effect);
  [[nodiscard]] Event Page(const LoadPage& effect);
  [[nodiscard]] std::vector<CaseRow> Rows(const LoadPage& effect, Day today, std::size_t& total);
  [[nodiscard]] std::vector<SimilarCase> SimilarTo(const CaseFile& file);
  void Foresee(CaseRow& row);
  [[nodiscard]] std::vector<KaharPeriod> KaharFor(const ServiceId& service);
  [[nodiscard]] Event Find(const FindCode& effect);
  [[nodiscard]] Event Write(const WriteRecords& effect);
  [[nodiscard]] std::vector<Event> Identity(const OpenIdentity& effect);
  [[nodiscard]] std::optional<OpenCase> Load(const RecordId& id, const std::string& ticket);
  [[nodiscard]] std::optional<RecordId> FindByTicket(const TicketCode& code);
  [[nodiscard]] bool IsHead() const;
  [[nodiscard]] bool Reads(BodyClass body_class);
  // An urgent case of a sensitive office, and whoever is signed in isn't one of its people.
  [[nodiscard]] bool Hidden(const RecordId& id);

  RunnerPorts ports_;
  const Premises& premises_;
  FoldRules rules_;
  std::function<void()> after_write_;
  std::optional<EnrolledPerson> signed_in_;
  TasteShelf tastes_;
  DraftShelf drafts_;
  CarryStick carry_;
};

// The determined force majeure that concerns a service, from all records of its types. Pure.
[[nodiscard]] std::vector<KaharPeriod> KaharOf(const std::vector<Record>& declared,
                                               const std::vector<Record>& lifted,
                                               const ServiceId& service, const Zone& zone);

}  // namespace tanggap::desk
