// Half-done work as files of this desk: DATA/drafts/<person>/<case>, sealed to the person's key.
#pragma once

#include <filesystem>
#include <map>

#include "domain/ids.h"
#include "domain/value.h"
#include "ledger/sign_in.h"

namespace tanggap::desk {

// Worker thread only. Another person who signs in at this desk cannot read them.
class DraftFiles {
 public:
  DraftFiles(std::filesystem::path directory, LedgerSignIn& sign_in);
  // Those of the person who is signed in; damaged ones are passed over.
  [[nodiscard]] std::map<RecordId, Fields> All(const PersonId& person) const;
  // Replaces the file, or takes it away when there are no fields. Throws filesystem_error.
  void Keep(const PersonId& person, const RecordId& id, const Fields& fields) const;

 private:
  std::filesystem::path directory_;
  LedgerSignIn& sign_in_;
};

}  // namespace tanggap::desk
