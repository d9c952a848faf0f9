// Promises to whoever a complaint tells of: its use can be restricted, it can be held for a court,
// and it can be erased on request, each by those whose role may, with a reason.
#include <algorithm>

#include "desk/cases.h"
#include "desk/drafts.h"
#include "desk/palette.h"
#include "desk/session.h"
#include "desk/world.h"
#include "support/catch.h"

namespace tanggap::desk {
namespace {

constexpr const char* kWhy = "Surat permohonan 12 November.";

Said Named() {
  Said said = Late();
  said.story = "Saya menunggu dua minggu.";
  said.named = true;
  return said;
}

void FromPalette(World& world, const std::string& words) {
  world.Key("Ctrl+K");
  world.Type(words);
  world.Key("Enter");
}

const DeedBox* BoxOf(const World& world) {
  return world.state.overlay ? std::get_if<DeedBox>(&*world.state.overlay) : nullptr;
}

std::string WhyNotOf(const World& world, const std::string& typed) {
  const std::vector<Command> commands = CommandsFor(world.premises, world.state, typed);
  return commands.empty() ? "no such command" : commands.front().why;
}

}  // namespace

TEST_CASE("A supervisor erases words and identity on request, with a reason", "[desk][rights]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Named());
  world.SignInAs("maria");
  world.Open(code);
  FromPalette(world, "hapus");
  REQUIRE(BoxOf(world) != nullptr);
  CHECK(BoxOf(world)->duty == Duty::kErase);
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kErased) == 0);  // not without a reason
  world.Key("Tab");
  world.Type(kWhy);
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kErased) == 1);
  const Draft& erased = world.written.back();
  CHECK(SchemaFaults(erased).empty());
  CHECK(TextOf(erased.content, "reason") == kWhy);
  const auto named = PairsOf(erased.clear, "bodies");
  REQUIRE(named.size() == 1);
  CHECK(named.front().second == "ci");
  REQUIRE(world.Work() != nullptr);
  CHECK(world.Work()->open.file.story.empty());
  CHECK_FALSE(world.Work()->open.has_identity);
  REQUIRE(world.Work()->open.erasures.size() == 1);
  CHECK(world.Work()->open.erasures.front().by == World::Id("maria"));
  CHECK_FALSE(WhyNotOf(world, "hapus").empty());  // nothing is left
}

TEST_CASE("Erasing the identity alone leaves the words, and is not offered twice",
          "[desk][rights]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Named());
  world.SignInAs("yohanes");
  world.Open(code);
  for (int round = 0; round < 2; ++round) {
    FromPalette(world, "hapus");
    world.Key("2");
    world.Key("Tab");
    world.Type(kWhy);
    world.Key("Ctrl+Enter");
    CHECK(world.Count(RecordType::kErased) == 1);
  }
  CHECK_FALSE(world.Work()->open.file.story.empty());
  CHECK_FALSE(world.Work()->open.has_identity);
}

TEST_CASE("An identity that is open on the screen goes with the erasure", "[desk][rights]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Named());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("I");
  world.Key("Enter");
  REQUIRE(world.Work()->identity);
  FromPalette(world, "hapus");
  world.Key("Tab");
  world.Type(kWhy);
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kErased) == 1);
  CHECK_FALSE(world.Work()->identity);
}

TEST_CASE("What is on legal hold is not erased until the hold is ended", "[desk][rights]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Named());
  world.SignInAs("maria");
  world.Open(code);
  FromPalette(world, "tahan");
  REQUIRE(BoxOf(world) != nullptr);
  world.Type(kWhy);
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kLegalHold) == 1);
  CHECK(SchemaFaults(world.written.back()).empty());
  CHECK(world.Work()->open.holds.on);
  CHECK_FALSE(WhyNotOf(world, "hapus").empty());
  FromPalette(world, "hapus");
  CHECK(BoxOf(world) == nullptr);
  world.Key("Escape");
  world.Pass(std::chrono::seconds{1});
  FromPalette(world, "akhiri penahanan");
  world.Type(kWhy);
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kLegalHold) == 2);
  CHECK_FALSE(world.Work()->open.holds.on);
  world.Pass(std::chrono::seconds{1});
  FromPalette(world, "hapus");
  world.Key("Tab");
  world.Type(kWhy);
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kErased) == 1);
  CHECK(world.written.back().refs.size() == 2);  // it saw both orders
}

TEST_CASE("A restriction is written with its reason, and ended by the same command",
          "[desk][rights]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Named());
  world.SignInAs("maria");
  world.Open(code);
  FromPalette(world, "batasi");
  world.Type(kWhy);
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kRestricted) == 1);
  CHECK(SchemaFaults(world.written.back()).empty());
  CHECK(world.FileOf(code).restricted);
  world.Pass(std::chrono::seconds{1});
  FromPalette(world, "akhiri pembatasan");
  world.Type(kWhy);
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kRestricted) == 2);
  CHECK_FALSE(world.FileOf(code).restricted);
  CHECK(world.Work()->open.ended.contains(world.written.back().id));
}

TEST_CASE("Auditors and counter staff are refused in words that name who may", "[desk][rights]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Named());
  const std::string who = GENERATE(as<std::string>{}, "sari", "rina");
  world.SignInAs(who);
  world.Scan(code);
  world.Key("Space");
  REQUIRE(world.Work() != nullptr);
  for (const char* what : {"hapus", "tahan", "batasi"}) {
    INFO(who << ": " << what);
    CHECK(WhyNotOf(world, what).find("Maria") != std::string::npos);
    FromPalette(world, what);
    CHECK(BoxOf(world) == nullptr);
    world.Key("Escape");
  }
  CHECK(world.written.empty());
}

}  // namespace tanggap::desk
