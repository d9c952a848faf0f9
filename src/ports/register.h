// The desk's register: an index over all records in the replica, rebuilt from it at any time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/case_file.h"
#include "domain/case_list.h"
#include "domain/record.h"
#include "ports/journal.h"

namespace tanggap {

// Where reading one node's epoch stands.
struct ReadCursor {
  NodeId node;
  std::uint32_t epoch = 0;
  std::string nonce;
  std::uint32_t segment = 0;  // last one ingested
  std::string hash;           // its last h
  std::string branch;         // distinguishes forks of one epoch: the first segment's h8
  bool operator==(const ReadCursor&) const = default;
};

// Used on the worker thread. Every function may throw StoreError.
class Register {
 public:
  virtual ~Register() = default;

  // Records and the new cursors in one transaction; known ids are skipped. The more records of a
  // case come at once, the less often it is folded. Returns how many were
  // new. `sealed` carries the body lines that could not be opened yet or are forged, beside their
  // record. A body that is sealed and has no line there has not arrived: Supply() brings it later.
  struct Arrival {
    Record record;
    std::vector<SealedBody> sealed;
  };
  virtual std::size_t Ingest(std::span<const Arrival> arrivals,
                             std::span<const ReadCursor> cursors) = 0;
  [[nodiscard]] virtual std::vector<ReadCursor> Cursors() = 0;
  [[nodiscard]] virtual std::uint64_t Revision() = 0;  // grows with every change

  // Records some of whose bodies have not arrived, and their bodies once they have. Supply() takes
  // bodies of known records only, and only where one is lacking; it returns how many it took.
  struct Lacking {
    RecordId id;
    NodeId node;
    std::uint32_t epoch = 0;
    std::uint64_t sequence = 0;
  };
  [[nodiscard]] virtual std::vector<Lacking> LackingBodies(std::size_t max) = 0;
  virtual std::size_t Supply(std::span<const Arrival> arrivals) = 0;
  // Forgets bodies for ever: fields, sealed lines, and the words a search would find. Bodies that
  // are erased or unknown already are passed over. Returns how many were there.
  virtual std::size_t Erase(std::span<const std::pair<RecordId, BodyClass>> bodies) = 0;

  // Bodies that wait for a key, for when somebody signs in.
  struct PendingBody {
    RecordId id;
    SealedBody body;
    std::string type;  // of its record, as written: the person's signature covers it
  };
  [[nodiscard]] virtual std::vector<PendingBody> Pending(BodyClass body_class, std::size_t max) = 0;
  // Puts opened bodies in. Identity is refused (kBroken): it is never kept in clear.
  virtual void Open(std::span<const std::pair<RecordId, std::pair<BodyClass, Body>>> opened) = 0;
  [[nodiscard]] virtual std::optional<Record> Find(const RecordId& id) = 0;
  [[nodiscard]] virtual std::optional<SealedBody> Sealed(const RecordId& id,
                                                         BodyClass body_class) = 0;

  [[nodiscard]] virtual std::vector<CaseRow> Cases(CaseView view, Day today, std::size_t offset,
                                                   std::size_t max) = 0;
  [[nodiscard]] virtual std::size_t Count(CaseView view, Day today) = 0;
  [[nodiscard]] virtual std::vector<CaseRow> Search(const std::string& words, std::size_t max) = 0;
  [[nodiscard]] virtual std::optional<CaseRow> Row(const RecordId& id) = 0;
  [[nodiscard]] virtual std::optional<RecordId> FindByLookup(const std::string& lookup) = 0;
  // The only case whose code begins so; nothing when none or several do.
  [[nodiscard]] virtual std::optional<RecordId> FindByCode(const std::string& compact_prefix) = 0;
  [[nodiscard]] virtual std::vector<Record> RecordsOf(const RecordId& id) = 0;
  // Records of one type over all cases, newest first: kahar, outages, volumes, acknowledgements.
  [[nodiscard]] virtual std::vector<Record> OfType(RecordType type, std::size_t max) = 0;
  [[nodiscard]] virtual std::vector<RatingTally> Ratings(Day day) = 0;
  // Cases whose state for the visitor changed since it was last published, of those whose content
  // is open (without the code's secret nothing can be published).
  [[nodiscard]] virtual std::vector<RecordId> StatesToPublish(std::size_t max) = 0;
  virtual void StatesPublished(std::span<const RecordId> cases) = 0;
};

}  // namespace tanggap
