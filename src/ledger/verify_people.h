// Checks what people signed: needs reading keys, so it is apart from the verification that anybody
// can do. Every act of a person must bear that person's signature, from before they left.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/result.h"
#include "ledger/roster.h"
#include "ledger/sealing.h"
#include "ledger/verify.h"

namespace tanggap {

struct PeopleReport {
  std::vector<Problem> problems;  // file, line of the body, who and why
  std::uint64_t signatures = 0;   // that hold
  std::uint64_t unreadable = 0;   // bodies of classes or key numbers that these keys don't open
};

// `roster` is the newest, `files` those of one office. Files that VerifyOffice would refuse are
// passed over: it names them. Never throws on content.
[[nodiscard]] PeopleReport VerifyPeople(const Roster& roster, const ReadingKeys& keys,
                                        const std::vector<TreeFile>& files, TreeBytes& bytes);

}  // namespace tanggap
