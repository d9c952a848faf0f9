// Records and their bodies as rows of the register: one writer and one reader for each.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ports/register.h"
#include "storage/database.h"

namespace tanggap {

// The case that a record belongs to by its refs; nothing for one that stands alone.
[[nodiscard]] std::optional<RecordId> CaseOf(const Record& record);

class RecordTable {
 public:
  explicit RecordTable(Database& database);

  // False: the id is known already. Identity is stored sealed even where it came open.
  bool Add(const Register::Arrival& arrival);
  // Puts an opened body in place of its sealed line, and a forged one beside it. Nothing happens
  // for an unknown one.
  void Open(const RecordId& id, BodyClass body_class, const Body& body);
  // Puts the arrival's bodies where this record lacks them. Returns how many it took.
  std::size_t Supply(const Register::Arrival& arrival);
  [[nodiscard]] std::vector<Register::Lacking> LackingBodies(std::size_t max);
  // What was found forged is sealed again, to be judged anew: by a roster that knows more people.
  void SealForged();
  // False: there is no such body, or it was erased before.
  bool Erase(const RecordId& id, BodyClass body_class);
  // The lookup that a record of a ticket's holder names in its facts, once they are open.
  void SetLookup(const RecordId& id, const std::string& lookup);

  [[nodiscard]] std::optional<Record> Find(const RecordId& id);
  // Of one case: by refs, and by lookup where that is not empty.
  [[nodiscard]] std::vector<Record> OfCase(const RecordId& id, const std::string& lookup);
  // Whether a ticket's holder has written anything, in any case.
  [[nodiscard]] bool AnyByHolder(const std::string& lookup);
  [[nodiscard]] std::vector<Record> OfType(RecordType type, std::size_t max);
  [[nodiscard]] std::vector<Register::PendingBody> Pending(BodyClass body_class, std::size_t max);
  [[nodiscard]] std::optional<SealedBody> Sealed(const RecordId& id, BodyClass body_class);

 private:
  [[nodiscard]] Record Read(Statement& row);
  void ReadBodies(std::int64_t number, Record& record);
  void AddBody(std::int64_t number, BodyClass body_class, const Body& body,
               const std::string* sealed);

  Database& database_;
  Statement insert_;
  Statement insert_body_;
  Statement bodies_;
  Statement of_case_;
  Statement by_holder_;
  Statement open_;
};

[[nodiscard]] RecordId ReadId(std::string_view blob);

}  // namespace tanggap
