// Everything of the register that lives as long as one open file: its tables, and the fold that
// keeps a case's row up to date with its records.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "domain/case_file.h"
#include "storage/case_table.h"
#include "storage/database.h"
#include "storage/rating_table.h"
#include "storage/record_table.h"
#include "storage/register.h"

namespace tanggap {

// Worker thread only; throws StoreError. Decree, office and settings are the register's own and
// outlive it. Writes belong into the caller's Transaction.
class RegisterTables {
 public:
  RegisterTables(const std::filesystem::path& file, const Decree& decree, const Office& office,
                 const RegisterSettings& settings);

  [[nodiscard]] std::string Fact(std::string_view name);  // "": none
  void SetFact(std::string_view name, std::string_view value);
  void Changed();  // the next revision
  [[nodiscard]] std::uint64_t Revision();
  void PutCursor(const ReadCursor& cursor);

  // What a record changes beside its own row; adds the cases that must be folded again.
  void Note(const Record& record, std::set<RecordId>& touched);
  // Takes the rules from office and settings, for all folds to come.
  void UseRules();
  void Fold(const RecordId& id);

  Database database;
  // After the schema is there.
  std::optional<RecordTable> records;
  std::optional<CaseTable> cases;
  std::optional<RatingTable> ratings;

 private:
  [[nodiscard]] std::string SearchWords(const CaseFile& file) const;

  const Decree& decree_;
  const Office& office_;
  const RegisterSettings& settings_;
  FoldRules rules_;  // its lookup is the last folded case's
};

}  // namespace tanggap
