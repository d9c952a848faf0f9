// The register is disposable: whatever is wrong with its file, the desk starts and fills it again.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "ports/store_error.h"
#include "storage/journal.h"
#include "storage/register.h"
#include "support/catch.h"
#include "support/sealed_records.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

Register::Arrival Rated(std::uint32_t n, int score) {
  Register::Arrival arrival;
  arrival.record.id = NumberedId(n);
  arrival.record.type = RecordType::kRated;
  arrival.record.type_name = "rated";
  arrival.record.day = DayFromIso("2026-11-21").value();
  arrival.record.hlc = {1795250000000 + n, 0};
  arrival.record.node = NodeId{"abcdefghjk"};
  arrival.record.clear = {{"score", score}};
  return arrival;
}

const Decree kDecree;
const Office kOffice;

}  // namespace

TEST_CASE("A damaged register is replaced by an empty one", "[storage][register]") {
  const TemporaryDirectory directory;
  const std::filesystem::path file = directory / "register.db";
  const ReadCursor cursor{NodeId{"abcdefghjk"}, 1, "9f2c01ab", 1, "h", "b"};
  {
    SqliteRegister cases(file, kDecree, kOffice);
    CHECK_FALSE(cases.WasRebuilt());
    CHECK(cases.Ingest(std::vector{Rated(1, 4)}, {&cursor, 1}) == 1);
  }
  SECTION("untouched it is opened again") {
    SqliteRegister cases(file, kDecree, kOffice);
    CHECK_FALSE(cases.WasRebuilt());
    CHECK(cases.Cursors() == std::vector{cursor});
    CHECK(cases.Ingest(std::vector{Rated(1, 4), Rated(2, 1)}, {&cursor, 1}) == 1);
  }
  SECTION("garbage") {
    std::ofstream(file) << std::string(8192, 'x');
    SqliteRegister cases(file, kDecree, kOffice);
    CHECK(cases.WasRebuilt());
    CHECK(cases.Cursors().empty());
  }
  SECTION("a schema of the future") {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(60);
    bytes.write("\0\0\x03\xe7", 4);
    bytes.close();
    SqliteRegister cases(file, kDecree, kOffice);
    CHECK(cases.WasRebuilt());
  }
}

TEST_CASE("Another program's database is never replaced", "[storage][register]") {
  const TemporaryDirectory directory;
  const std::filesystem::path file = directory / "journal.db";
  { const SqliteJournal journal(file); }
  CHECK_THROWS_AS(SqliteRegister(file, kDecree, kOffice), StoreError);
  const SqliteJournal journal(file);
}

TEST_CASE("Identity is refused in clear", "[storage][register]") {
  const TemporaryDirectory directory;
  SqliteRegister cases(directory / "register.db", kDecree, kOffice);
  const std::pair<RecordId, std::pair<BodyClass, Body>> identity{NumberedId(1),
                                                                 {BodyClass::kIdentity, Body{}}};
  CHECK_THROWS_AS(cases.Open(std::vector{identity}), StoreError);
}

}  // namespace tanggap
