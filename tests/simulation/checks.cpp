// The promises, each as a check of what is on the disks after the quiet time.
#include <algorithm>
#include <string>

#include "folder/names.h"
#include "ledger/erasures.h"
#include "ledger/sealing.h"
#include "ledger/status_drafts.h"
#include "ledger/verify.h"
#include "office/tree_listing.h"
#include "simulation/course.h"
#include "simulation/dishonest.h"

namespace tanggap::simulation {
namespace {

constexpr std::int64_t kOneDay = 86'400'000;
constexpr std::size_t kHead = 4;  // in office.founding.people: reads everything, never leaves

std::string Short(const RecordId& id) {
  return ToHex(id).substr(0, 8);
}

const Fields& WantedFields(const Draft& draft, BodyClass body_class) {
  switch (body_class) {
    case BodyClass::kFacts:
      return draft.facts;
    case BodyClass::kContent:
      return draft.content;
    case BodyClass::kIdentity:
      break;
  }
  return draft.identity;
}

// Whether `found` holds all of `wanted`; the recorder adds fields of its own.
bool Holds(const Fields& found, const Fields& wanted) {
  return std::ranges::all_of(wanted, [&](const auto& field) {
    const auto there = found.find(field.first);
    return there != found.end() && there->second == field.second;
  });
}

// What erasures and holds say together, known at the end by everybody.
struct Privacy {
  Erasures erasures;
  std::set<std::pair<RecordId, BodyClass>> mentioned;
};

Privacy PrivacyOf(DeskMachine& desk) {
  Privacy privacy;
  for (const RecordType type : {RecordType::kLegalHold, RecordType::kErased}) {
    for (const Record& record : desk.Cases().OfType(type, 10'000)) {
      privacy.erasures.Take(record);
      if (type == RecordType::kLegalHold) continue;
      for (const auto& [hex, letters] : PairsOf(record.clear, "bodies")) {
        for (const char letter : letters)
          privacy.mentioned.emplace(RecordIdFromHex(hex).value(), static_cast<BodyClass>(letter));
      }
    }
  }
  return privacy;
}

struct Reader {
  const Roster& roster;
  ReadingKeys keys;
};

// For whoever has to find out: on which disks the record still is.
std::string WhereItIs(Course& course, const RecordId& id) {
  std::string where = "; found on:";
  const std::string hex = ToHex(id);
  const auto search = [&](Disk& disk, const std::string& name) {
    disk.ForEachFile([&](const std::string& path, Node& file) {
      if (file.bytes.find(hex) != std::string::npos) where += ' ' + name + '/' + path;
    });
  };
  search(course.share, "share");
  for (Machine* machine : course.Machines())
    search(machine->disk, machine->name);
  return where;
}

void CheckOne(Course& course, DeskMachine& desk, const Reader& reader, const Privacy& privacy,
              const RecordId& id, const Kept& promise) {
  const std::string what = std::string(NameOf(promise.draft.type)) + ' ' + Short(id) + " of " +
                           promise.machine + " at " + desk.name;
  ++course.depth.checks;
  const std::optional<Record> record = desk.Cases().Find(id);
  if (!record) throw Broken{"P0: lost: " + what + WhereItIs(course, id)};
  if (record->clear != promise.draft.clear) throw Broken{"P0: altered in clear: " + what};
  const std::set<BodyClass> erased = privacy.erasures.Of(*record);
  for (const BodyClass body_class : kAllBodyClasses) {
    const Fields& wanted = WantedFields(promise.draft, body_class);
    if (wanted.empty()) continue;
    const std::string which = what + ", class " + static_cast<char>(body_class);
    const auto sealed = desk.Cases().Sealed(id, body_class);
    std::optional<Body> body;
    if (sealed) {
      const Opening opening =
          OpenBody(reader.roster, reader.keys, id, record->type_name, sealed->line);
      body = opening.body;
      if (!body && opening.fault == OpenFault::kSignature) body = Body{BodyState::kForged, {}, {}};
    } else if (const auto held = record->bodies.find(body_class); held != record->bodies.end()) {
      body = held->second;
    }
    const bool there =
        body && (body->state == BodyState::kOpen || body->state == BodyState::kForged);
    if (erased.contains(body_class)) {
      if (there) throw Broken{"erased, and still there: " + which};
      continue;
    }
    // Under a hold that its eraser didn't see a body may have gone before the hold was known.
    if (!there && privacy.mentioned.contains({id, body_class})) continue;
    if (!there) {
      throw Broken{"P0: a body was lost: " + which +
                   (body ? ", state " + std::to_string(static_cast<int>(body->state))
                         : std::string(sealed ? ", sealed" : ", no trace")) +
                   WhereItIs(course, id)};
    }
    if (body->state == BodyState::kForged) throw Broken{"a true signature is refused: " + which};
    if (!Holds(body->fields, wanted)) throw Broken{"P0: a body was altered: " + which};
  }
}

void CheckPromises(Course& course, const Reader& reader) {
  for (const auto& desk : course.desks) {
    const Privacy privacy = PrivacyOf(*desk);
    for (const auto& [id, promise] : course.promises)
      CheckOne(course, *desk, reader, privacy, id, promise);
  }
}

// Whether something of a case was erased by somebody who didn't know of a hold on it: then it went
// from the disks that heard of the erasure first, stays on the others, and no two need agree.
bool ErasedBeforeAHold(const Privacy& privacy, const std::vector<Record>& records) {
  return std::ranges::any_of(records, [&](const Record& record) {
    const std::set<BodyClass> erased = privacy.erasures.Of(record);
    return std::ranges::any_of(kAllBodyClasses, [&](BodyClass body_class) {
      return privacy.mentioned.contains({record.id, body_class}) && !erased.contains(body_class);
    });
  });
}

bool AnythingErasedBeforeAHold(Course& course) {
  DeskMachine& desk = *course.desks.front();
  const Privacy privacy = PrivacyOf(desk);
  return std::ranges::any_of(course.promises, [&](const auto& promise) {
    return promise.second.draft.type == RecordType::kComplaintLodged &&
           ErasedBeforeAHold(privacy, desk.Cases().RecordsOf(promise.first));
  });
}

// The same on every desk, and the same as when everything is read anew.
void CheckFolds(Course& course) {
  std::map<RecordId, CaseFile> first;
  for (const auto& desk : course.desks) {
    // A count of wrong passwords that a power cut emptied means a pause, for everybody's safety.
    if (!desk->SignIn(kHead)) course.site.true_ms += kOneDay;
    if (!desk->signed_in && !desk->SignIn(kHead))
      throw Broken{"nobody can sign in at " + desk->name};
    const Privacy privacy = PrivacyOf(*desk);
    for (const auto& [id, promise] : course.promises) {
      if (promise.draft.type != RecordType::kComplaintLodged) continue;
      ++course.depth.checks;
      const CaseFile file = desk->Fold(id);
      const auto [known, added] = first.emplace(id, file);
      if (!added && !(known->second == file) &&
          !ErasedBeforeAHold(privacy, desk->Cases().RecordsOf(id))) {
        throw Broken{"two desks fold " + Short(id) + " differently: " + course.desks.front()->name +
                     ", " + desk->name};
      }
      const std::optional<CaseRow> row = desk->Cases().Row(id);
      if (!row || row->summary != Summarise(file, course.office.decree, course.office.office))
        throw Broken{"the list at " + desk->name + " says something else of " + Short(id)};
      std::map<RemedyId, int> deliveries;
      for (const Delivery& delivery : file.deliveries)
        ++deliveries[delivery.remedy];
      for (const auto& [remedy, count] : deliveries) {
        if (count > 1 && file.side != TicketSide::kConflict)
          throw Broken{"delivered twice without a conflict: " + remedy.value + " of " + Short(id)};
      }
    }
  }
}

void CheckShare(const Course& course) {
  const std::filesystem::path share = PathOf("share");
  FolderBytes bytes(share);
  for (auto& [office, files] : ListTree(share)) {
    const VerifyReport report = VerifyOffice({office, {}, {}, {}}, files, bytes);
    for (const Problem& problem : report.problems) {
      // It says so for ever of what went before anybody knew of the hold.
      if (problem.message.ends_with("a legal hold keeps it")) continue;
      // And a false acknowledgement is named for what it is: proof of something that isn't here.
      if (course.dishonest != nullptr &&
          problem.message.find("acknowledgement in") != std::string::npos)
        continue;
      throw Broken{"verify complains of a whole folder: " + Describe(problem)};
    }
  }
}

// Every closed segment is acknowledged in the end, and nothing waits for a segment.
void CheckNothingWaits(Course& course) {
  // An acknowledgement of what another life of a device wrote after its image was taken says
  // nothing to the restored journal, which keeps its bodies then: safe, if not tidy.
  // And of a body that went before its hold was known no desk will ever say that it has it.
  if (course.lives || AnythingErasedBeforeAHold(course)) return;
  for (const auto& kiosk : course.kiosks) {
    Journal& journal = kiosk->TheJournal();
    if (!journal.Unsegmented(1).empty())
      throw Broken{"records wait for ever for a segment at " + kiosk->name};
    for (const ClosedSegment& segment : journal.SegmentsSince(Day{})) {
      if (!segment.acknowledged) {
        throw Broken{"never acknowledged: segment " + std::to_string(segment.number) +
                     " of epoch " + std::to_string(segment.epoch) + " of " + kiosk->name};
      }
    }
  }
}

// Whether an erasure of this complaint names this hold: whoever wrote it had seen the hold, and
// found it lifted. A hold that came after such an erasure changes nothing about that.
bool NamedByItsErasure(DeskMachine& desk, const RecordId& complaint, const RecordId& hold) {
  return std::ranges::any_of(
      desk.Cases().OfType(RecordType::kErased, 10'000), [&](const Record& erased) {
        return std::ranges::any_of(
                   PairsOf(erased.clear, "bodies"),
                   [&](const auto& body) { return body.first == ToHex(complaint); }) &&
               std::ranges::find(erased.refs, hold) != erased.refs.end();
      });
}

// A hold that a kiosk knew while it had the bodies keeps them there, but for an erasure that names
// it and for bodies dropped after their time.
void CheckHolds(Course& course) {
  for (const auto& [machine, hold] : course.held) {
    const auto kiosk =
        std::ranges::find(course.kiosks, machine, [](const auto& one) { return one->name; });
    const RecordId complaint = course.promises.at(hold).draft.refs.front();
    if (NamedByItsErasure(*course.desks.front(), complaint, hold)) continue;
    for (const ClosedSegment& segment : (*kiosk)->TheJournal().SegmentsSince(Day{})) {
      if (segment.pruned) continue;
      for (const SealedRecord& kept : (*kiosk)->TheJournal().RecordsOf(segment)) {
        if (kept.id == complaint && kept.bodies.size() < 2)
          throw Broken{"erased in spite of a hold that was known: " + Short(complaint) + " at " +
                       machine};
      }
    }
  }
}

// What the desks have published of a ticket, its holder reads at every kiosk: the newest.
void CheckStates(Course& course) {
  std::map<std::string, Hlc> newest;
  for (const auto& desk : course.desks) {
    for (const Record& record : desk->Cases().OfType(RecordType::kStatus, 10'000)) {
      for (const PublishedState& state : StatesIn(record))
        newest[state.lookup] = std::max(newest[state.lookup], state.hlc);
    }
  }
  for (const auto& kiosk : course.kiosks) {
    for (const auto& [lookup, hlc] : newest) {
      ++course.depth.checks;
      const auto known = kiosk->TheJournal().FindState(lookup);
      if (!known || known->hlc < hlc)
        throw Broken{"a state was published and isn't at " + kiosk->name + ": " + lookup};
    }
  }
}

// Clocks never go back along a device's chain.
void CheckClocks(Course& course) {
  for (Machine* machine : course.Machines()) {
    Hlc last;
    for (const ClosedSegment& segment : machine->TheJournal().SegmentsSince(Day{})) {
      for (const SealedRecord& record : machine->TheJournal().RecordsOf(segment)) {
        if (record.hlc <= last)
          throw Broken{"the clock goes back at " + Short(record.id) + " of " + machine->name};
        last = record.hlc;
      }
    }
  }
}

void CheckNoPlainText(Course& course) {
  const auto search = [&](Disk& disk, const std::string& where) {
    disk.ForEachFile([&](const std::string& path, Node& file) {
      for (const char* word : {"kenari", "Kenari", "081234567890"}) {
        if (file.bytes.find(word) != std::string::npos)
          throw Broken{"plain text in " + where + '/' + path};
      }
    });
  };
  search(course.share, "share");
  search(course.stick, "stick");
  for (const auto& kiosk : course.kiosks)
    search(kiosk->disk, kiosk->name);
}

}  // namespace

void CheckAll(Course& course) {
  const RosterPerson* head = course.roster.Find(course.office.founding.people[kHead].Id());
  const Reader reader{course.roster,
                      ReadingKeys::Unwrap(*head, course.office.founding.people[kHead])};
  CheckPromises(course, reader);
  CheckNothingWaits(course);
  CheckClocks(course);
  CheckHolds(course);
  CheckStates(course);
  CheckShare(course);
  CheckNoPlainText(course);
  CheckFolds(course);
  CheckLies(course);
}

}  // namespace tanggap::simulation
