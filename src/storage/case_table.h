// Cases as rows of the register: what a desk's lists, searches and counts are answered from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/case_list.h"
#include "storage/database.h"

namespace tanggap {

// Where a case stands; every case is in exactly one.
enum class Bucket {
  kNew = 0,
  kWaiting = 1,
  kSuspended = 2,
  kToDecide = 3,
  kToDeliver = 4,
  kConflict = 5,
  kClosed = 6,
  kInHand = 7,  // open, and in none of the views above
};
[[nodiscard]] Bucket BucketOf(const CaseSummary& summary);

// A folded case as it is kept.
struct CaseEntry {
  CaseRow row;
  std::string compact_code;
  std::string lookup;
  std::string search_words;  // everything that a search finds the case by
  std::string state;         // what its ticket's holder sees; empty: can't be published
};

class CaseTable {
 public:
  explicit CaseTable(Database& database);

  // `received_ms` orders a new row; later calls leave its place.
  void Put(const CaseEntry& entry, std::int64_t received_ms);

  [[nodiscard]] std::vector<CaseRow> List(CaseView view, Day today, std::size_t offset,
                                          std::size_t max);
  [[nodiscard]] std::size_t Count(CaseView view, Day today);
  [[nodiscard]] std::vector<CaseRow> Search(const std::string& words, std::size_t max);
  [[nodiscard]] std::optional<CaseRow> Row(const RecordId& id);
  [[nodiscard]] std::string LookupOf(const RecordId& id);
  [[nodiscard]] std::optional<RecordId> FindByLookup(const std::string& lookup);
  [[nodiscard]] std::optional<RecordId> FindByCode(const std::string& compact_prefix);
  [[nodiscard]] std::vector<RecordId> AllIds();
  [[nodiscard]] std::vector<RecordId> Unpublished(std::size_t max);
  void MarkPublished(const RecordId& id);

 private:
  struct Known {
    std::optional<std::int64_t> number;  // nothing: no such row
    std::string code;
    std::string lookup;
  };
  [[nodiscard]] Known KnownAs(const RecordId& id);
  [[nodiscard]] std::int64_t NewNumber(std::int64_t received_ms);
  void PutWords(std::int64_t number, const std::string& words);

  Database& database_;
  // Prepared once, for what every fold asks.
  Statement find_;
  Statement last_;
  Statement put_;
  Statement refresh_;
  Statement old_words_;
  Statement forget_words_;
  Statement keep_words_;
  Statement index_words_;
};

}  // namespace tanggap
