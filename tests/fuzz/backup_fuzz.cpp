// The list of sums of a backup that comes back from somewhere: what it doesn't prove is named.
#include <filesystem>
#include <fstream>
#include <string>

#include "fuzz/fuzz.h"
#include "ledger/hash.h"
#include "office/backup.h"
#include "support/temporary_directory.h"

using namespace tanggap;

namespace {

const TemporaryDirectory& Place() {
  static const TemporaryDirectory place;
  return place;
}

void Lay(const std::string& name, std::string_view bytes) {
  const std::filesystem::path file = Place() / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// "@" in an input stands for the sum of the file: no mutation would ever find it.
std::string WithSums(std::string_view text) {
  std::string whole;
  for (const char c : text)
    c == '@' ? void(whole += HexHashOf("the same bytes")) : void(whole += c);
  return whole;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool laid = [] {
    Lay("node.key", "the same bytes");
    Lay("people/one.key", "the same bytes");
    return true;
  }();
  static_cast<void>(laid);
  const std::string sums = WithSums(fuzz::TextOf(data, size));
  Lay("SUMS", sums);
  const std::vector<Problem> problems = CheckBackup(Place().Path());
  for (const Problem& problem : problems)
    fuzz::Require(!problem.file.empty() && !problem.message.empty(),
                  "each problem names a file and what is wrong");
  if (!problems.empty()) return 0;
  std::string_view lines = sums;
  std::size_t proven = 0;
  while (!lines.empty()) {
    const std::string_view line = fuzz::TakeUntil(lines, '\n');
    const bool known = line.ends_with("node.key") || line.ends_with("people/one.key");
    if (known && line.starts_with(HexHashOf("the same bytes"))) ++proven;
  }
  fuzz::Require(proven == 2, "a backup holds when every file's sum is in its list");
  return 0;
}
