// Names are written and read in one way; everything else is junk.
#include "folder/names.h"

#include <string>

#include "support/catch.h"

namespace tanggap {

TEST_CASE("A segment's name is read as it was written", "[folder][names]") {
  const SegmentName name{3, "9f2c01ab", 42, "5ee1a0c3"};
  CHECK(Write(name) == "0003-9f2c01ab-00000042-5ee1a0c3.seg");
  CHECK(ReadSegmentName(Write(name)) == name);
  CHECK(Write(BoxName{name, 2}) == "0003-9f2c01ab-00000042-5ee1a0c3.02.box");
  CHECK(ReadBoxName(Write(BoxName{name, 2})) == BoxName{name, 2});
  CHECK(Write(RosterName{7, "5ee1a0c3"}) == "000007-5ee1a0c3.roster");
  CHECK(ReadRosterName("000007-5ee1a0c3.roster") == RosterName{7, "5ee1a0c3"});
  CHECK(IsTemporaryName(WriteTemporaryName(0x1234567890abcdefU)));
}

TEST_CASE("Anything else is no name of ours", "[folder][names]") {
  const auto junk =
      GENERATE(as<std::string>{}, "", ".seg", "0003-9f2c01ab-00000042-5ee1a0c3.SEG",
               "0003-9F2C01AB-00000042-5ee1a0c3.seg", "0000-9f2c01ab-00000042-5ee1a0c3.seg",
               "0003-9f2c01ab-00000000-5ee1a0c3.seg", "003-9f2c01ab-00000042-5ee1a0c3.seg",
               "0003-9f2c01ab-00000042-5ee1a0c3.seg~", "0003-9f2c01ab-00000042-5ee1a0c3 (1).seg",
               "0003-9f2c01ab-00000042-5ee1a0c3.sync-conflict-20261121.seg", "con.seg", "../x.seg");
  CHECK_FALSE(ReadSegmentName(junk).has_value());
  CHECK_FALSE(ReadBoxName(junk).has_value());
  CHECK_FALSE(ReadTreeName("abcdefghjk/nodes/abcdefghjk/202611/" + junk).has_value());
}

TEST_CASE("A file counts only in its place", "[folder][names]") {
  const std::string file = "0003-9f2c01ab-00000042-5ee1a0c3.seg";
  CHECK(ReadTreeName("abcdefghjk/nodes/0123456789/202611/" + file).has_value());
  CHECK_FALSE(ReadTreeName("abcdefghjk/nodes/0123456789/202613/" + file).has_value());
  CHECK_FALSE(ReadTreeName("abcdefghjk/nodes/0123456789/" + file).has_value());
  CHECK_FALSE(ReadTreeName("abcdefghil/nodes/0123456789/202611/" + file).has_value());
  CHECK_FALSE(ReadTreeName("abcdefghjk/roster/" + file).has_value());
}

}  // namespace tanggap
