// The register in SQLite: a desk's index over everything in its replica. Disposable: what doesn't
// check out is replaced by an empty one, and the collector fills it again.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/decree.h"
#include "domain/office.h"
#include "ports/register.h"

namespace tanggap {

class RegisterTables;

struct RegisterSettings {
  // The lookup of a ticket's secret (ledger: LookupOf), so that a scan finds the case and what a
  // ticket's holder said at a kiosk finds its case. Without it those wait.
  std::function<std::string(const std::string& secret)> lookup_of;
  std::map<PersonId, Role> roles;  // of the roster, for the fold's rules
  std::map<PersonId, std::vector<PastTerm>> past;
  // Changes when the decree, the office or the roster does: then every case is folded anew.
  std::string rules_version;
};

// Holds opened content in clear (file mode 0600), identity never. One writer, worker thread only.
// Throws StoreError; a file that is damaged or of another version is rebuilt, one that belongs to
// another program is refused (kForeign).
class SqliteRegister final : public Register {
 public:
  SqliteRegister(const std::filesystem::path& file, const Decree& decree, const Office& office,
                 RegisterSettings settings = {});
  ~SqliteRegister() override;

  // True when the constructor began with an empty file in place of a damaged one.
  [[nodiscard]] bool WasRebuilt() const { return rebuilt_; }
  // A new roster: folds every case anew. Bodies that counted as forged are pending again, for a
  // roster may come after what a newcomer signed.
  void UseRoles(std::map<PersonId, Role> roles, std::map<PersonId, std::vector<PastTerm>> past);

  // The newest clock of any record here that is not after `until`; nothing: there is none.
  [[nodiscard]] std::optional<Hlc> NewestClock(Instant until);

  std::size_t Ingest(std::span<const Arrival> arrivals,
                     std::span<const ReadCursor> cursors) override;
  [[nodiscard]] std::vector<ReadCursor> Cursors() override;
  [[nodiscard]] std::uint64_t Revision() override;
  [[nodiscard]] std::vector<Lacking> LackingBodies(std::size_t max) override;
  std::size_t Supply(std::span<const Arrival> arrivals) override;
  std::size_t Erase(std::span<const std::pair<RecordId, BodyClass>> bodies) override;
  [[nodiscard]] std::vector<PendingBody> Pending(BodyClass body_class, std::size_t max) override;
  void Open(std::span<const std::pair<RecordId, std::pair<BodyClass, Body>>> opened) override;
  [[nodiscard]] std::optional<Record> Find(const RecordId& id) override;
  [[nodiscard]] std::optional<SealedBody> Sealed(const RecordId& id, BodyClass body_class) override;
  [[nodiscard]] std::vector<CaseRow> Cases(CaseView view, Day today, std::size_t offset,
                                           std::size_t max) override;
  [[nodiscard]] std::size_t Count(CaseView view, Day today) override;
  [[nodiscard]] std::vector<CaseRow> Search(const std::string& words, std::size_t max) override;
  [[nodiscard]] std::optional<CaseRow> Row(const RecordId& id) override;
  [[nodiscard]] std::optional<RecordId> FindByLookup(const std::string& lookup) override;
  [[nodiscard]] std::optional<RecordId> FindByCode(const std::string& compact_prefix) override;
  [[nodiscard]] std::vector<Record> RecordsOf(const RecordId& id) override;
  [[nodiscard]] std::vector<Record> OfType(RecordType type, std::size_t max) override;
  [[nodiscard]] std::vector<RatingTally> Ratings(Day day) override;
  [[nodiscard]] std::vector<RecordId> StatesToPublish(std::size_t max) override;
  void StatesPublished(std::span<const RecordId> cases) override;

 private:
  void OpenFile();
  void Replace();
  void FoldAll();

  std::filesystem::path file_;
  const Decree& decree_;
  const Office& office_;
  RegisterSettings settings_;
  std::unique_ptr<RegisterTables> tables_;
  bool rebuilt_ = false;
};

}  // namespace tanggap
