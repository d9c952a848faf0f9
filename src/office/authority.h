// Who stands behind a change of the roster: the root while its seed is here, else two supervisors
// or heads with their passwords; and one who reads, where somebody is to be given reading keys.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/result.h"
#include "ledger/keys.h"
#include "ledger/roster.h"
#include "ledger/sealing.h"
#include "office/office_home.h"

namespace CLI {
class App;
}

namespace tanggap {

struct AuthorityOptions {
  std::vector<std::string> by;              // names or ids of people
  std::vector<std::string> password_files;  // in the same order; fewer: asked on the terminal
};
void AddAuthorityOptions(CLI::App& command, AuthorityOptions& options);

struct Authority {
  std::vector<PersonKey> people;
  ReadingKeys reading;  // of those people, or the office's first ones
};

// Blocks for about 0.2 s a person. A wrong password is a Problem that says only that, and slows the
// next try down; it never tells which of name and password was wrong.
[[nodiscard]] Result<Authority> OpenAuthority(OfficeHome& office, const AuthorityOptions& options);

// One person's key from the files of the desks here, checked against the roster.
[[nodiscard]] Result<PersonKey> OpenPerson(const OfficeHome& office, const std::string& who,
                                           const std::string& password);

// The reading keys of somebody of `roster` whose key file lies in `people` (desk-1/people).
[[nodiscard]] Result<ReadingKeys> OpenReader(const Roster& roster,
                                             const std::filesystem::path& people,
                                             const std::string& who, const std::string& password);

// The roster's bytes, signed by the root if it is here, else by the first two of the authority.
[[nodiscard]] Result<std::string> SignRoster(const OfficeHome& office, const Authority& authority,
                                             Roster& roster);

}  // namespace tanggap
