// The staff's PIN of a kiosk: sealed in a file of its own, opened by nothing else.
#include "ledger/staff_desk.h"

#include <fstream>

#include "fakes/fake_journal.h"
#include "support/catch.h"
#include "support/temporary_directory.h"

namespace tanggap {

TEST_CASE("Only six digits are a PIN, and its seal tells nothing of them", "[ledger][unit]") {
  for (const char* wrong : {"", "12345", "1234567", "12345a", "12 456"})
    CHECK_FALSE(SealPin(wrong).has_value());
  const auto sealed = SealPin("123456");
  REQUIRE(sealed.has_value());
  CHECK(sealed->find("123456") == std::string::npos);
  CHECK(sealed != SealPin("123456"));  // salted
}

TEST_CASE("The right PIN opens, any other doesn't, and without one nothing does",
          "[ledger][unit]") {
  FakeJournal journal;
  LedgerStaffDesk desk(journal, *SealPin("042042"));
  CHECK(desk.Opens("042042"));
  CHECK_FALSE(desk.Opens("042043"));
  CHECK_FALSE(desk.Opens(""));
  LedgerStaffDesk shut(journal, "");
  CHECK_FALSE(shut.Opens("042042"));
  CHECK_FALSE(shut.Opens(""));
}

TEST_CASE("A kiosk without a PIN file has no PIN, a file with anything else is refused",
          "[ledger][unit]") {
  const TemporaryDirectory directory;
  const auto file = directory.Path() / "staff.pin";
  const auto none = ReadStaffPin(file);
  REQUIRE(none.Ok());
  CHECK(none.Value().empty());
  std::ofstream(file) << "123456\n";
  CHECK_FALSE(ReadStaffPin(file).Ok());
  CHECK(WriteStaffPin(file, "12345").has_value());
  CHECK_FALSE(WriteStaffPin(file, "123456").has_value());
  const auto read = ReadStaffPin(file);
  REQUIRE(read.Ok());
  FakeJournal journal;
  CHECK(LedgerStaffDesk(journal, read.Value()).Opens("123456"));
  const auto may = std::filesystem::status(file).permissions();
  CHECK(may == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

}  // namespace tanggap
