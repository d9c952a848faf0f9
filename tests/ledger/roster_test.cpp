#include "ledger/roster.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "ledger/sign_in.h"
#include "support/catch.h"
#include "support/founded_office.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

TEST_CASE("A roster reads back what was founded", "[ledger][roster]") {
  const FoundedOffice office;
  const auto read = ReadRoster(office.founding.roster_bytes, office.Book().office.root, nullptr);
  REQUIRE(read);
  REQUIRE(read.Value() == office.Book());
  REQUIRE(RootNamedBy(office.founding.roster_bytes).Value() == office.Book().office.root);
}

TEST_CASE("Every single changed byte of a roster is found", "[ledger][roster][hostile]") {
  const FoundedOffice office;
  const std::string& bytes = office.founding.roster_bytes;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    if (ReadRoster(changed, office.Book().office.root, nullptr)) FAIL("not found at byte " << at);
  }
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    if (ReadRoster(bytes.substr(0, length), office.Book().office.root, nullptr))
      FAIL("accepted " << length << " bytes");
  }
  REQUIRE_FALSE(ReadRoster(bytes + "\n", office.Book().office.root, nullptr));
  REQUIRE_FALSE(ReadRoster(bytes + bytes, office.Book().office.root, nullptr));
  REQUIRE_FALSE(ReadRoster("", office.Book().office.root, nullptr));
}

TEST_CASE("Another root's roster is refused, its own words notwithstanding", "[ledger][roster]") {
  const FoundedOffice office;
  const FoundedOffice other(2);
  REQUIRE_FALSE(ReadRoster(other.founding.roster_bytes, office.Book().office.root, nullptr));
  Roster forged = office.Book();
  REQUIRE_FALSE(
      ReadRoster(WriteRoster(forged, other.founding.root), office.Book().office.root, nullptr));
}

TEST_CASE("The next roster continues the last, gaps and replays are refused", "[ledger][roster]") {
  FoundedOffice office;
  Roster next = NextRoster(office.Book(), FromMillis(1795300000000));
  const NodeKey added = EnrolNode(next, {"kiosk-2", "kiosk"}, office.randomness);
  const PersonKey head =
      EnrolPerson(next, {"Eka", Role::kHead}, office.KeysOf(Signs::kSupervisor), office.randomness);
  const std::string bytes = WriteRoster(next, office.founding.root);
  const PublicKey& root = office.Book().office.root;
  const auto read = ReadRoster(bytes, root, &office.Book());
  REQUIRE(read);
  REQUIRE(read.Value().Find(added.Id()) != nullptr);
  REQUIRE(ReadingKeys::Unwrap(*read.Value().Find(head.Id()), head).Reads(BodyClass::kIdentity));
  REQUIRE_FALSE(ReadRoster(bytes, root, &read.Value()));
  Roster gap = next;
  gap.number = 5;
  REQUIRE_FALSE(ReadRoster(WriteRoster(gap, office.founding.root), root, &office.Book()));
}

TEST_CASE("Fingerprints are read aloud and compared", "[ledger][keys]") {
  const FoundedOffice office;
  const PublicKey& root = office.Book().office.root;
  const std::string text = Fingerprint(root);
  REQUIRE(text.size() == 23);
  REQUIRE(text.starts_with(office.Book().Id().value.substr(0, 5)));
  REQUIRE(IsFingerprintOf(text, root));
  std::string spoken = text;
  std::ranges::transform(spoken, spoken.begin(), [](char c) {
    return c == '-' ? ' ' : static_cast<char>(std::toupper(c));
  });
  REQUIRE(IsFingerprintOf(spoken, root));
  REQUIRE_FALSE(IsFingerprintOf(text.substr(1), root));
  REQUIRE_FALSE(IsFingerprintOf("", root));
}

TEST_CASE("Key files are the owner's alone, read back, and are never written over",
          "[ledger][keys]") {
  const TemporaryDirectory directory;
  const FoundedOffice office;
  WriteRootSeed(directory / "root.seed", office.founding.root);
  WriteNodeKey(directory / "node.key", office.Node(Writes::kKiosk));
  for (const char* name : {"root.seed", "node.key"}) {
    REQUIRE(std::filesystem::status(directory / name).permissions() ==
            (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  }
  REQUIRE(ReadRootSeed(directory / "root.seed").Value().Public() == office.Book().office.root);
  const auto node = ReadNodeKey(directory / "node.key");
  REQUIRE(node.Value().Id() == office.Node(Writes::kKiosk).Id());
  REQUIRE(node.Value().kind == "kiosk");
  REQUIRE(node.Value().Office() == office.Book().Id());
  REQUIRE_THROWS_AS(WriteRootSeed(directory / "root.seed", office.founding.root),
                    std::filesystem::filesystem_error);
  REQUIRE_FALSE(ReadNodeKey(directory / "root.seed"));
  REQUIRE_FALSE(ReadNodeKey(directory / "absent.key"));
}

TEST_CASE("A changed byte anywhere in a key file is refused, or changes nothing",
          "[ledger][keys]") {
  const TemporaryDirectory directory;
  FoundedOffice office;
  const PersonKey head = office.Person(Signs::kHead);
  WriteRootSeed(directory / "root.seed", office.founding.root);
  WriteNodeKey(directory / "node.key", office.Node(Writes::kKiosk));
  WritePersonKey(directory / "head.key", head, "kopi pagi", office.randomness);
  const NodeKey& node = office.Node(Writes::kKiosk);
  const auto same = [&](const std::string& name, const std::filesystem::path& file) {
    if (name == "root.seed") {
      const auto read = ReadRootSeed(file);
      return !read.Ok() || read.Value().Public() == office.Book().office.root;
    }
    if (name == "node.key") {
      const auto read = ReadNodeKey(file);
      return !read.Ok() || (read.Value().Id() == node.Id() && read.Value().root == node.root &&
                            read.Value().kind == node.kind && read.Value().name == node.name);
    }
    const auto read = ReadPersonKey(file, "kopi pagi");
    return !read.Ok() || (read.Value() && read.Value()->Id() == head.Id());
  };
  for (const std::string name : {"root.seed", "node.key", "head.key"}) {
    std::ifstream in(directory / name, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    REQUIRE(whole.size() > 100);
    const std::filesystem::path file = directory / "changed";
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (const int flip : {1, 0x20}) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ flip);
        std::ofstream(file, std::ios::binary) << changed;
        INFO(name << " byte " << at << " flip " << flip);
        CHECK(same(name, file));
      }
    }
    for (std::size_t size = 0; size < whole.size(); size += 7) {
      std::ofstream(file, std::ios::binary) << whole.substr(0, size);
      CHECK(same(name, file));
      if (name == "node.key") CHECK_FALSE(ReadNodeKey(file));
    }
  }
}

TEST_CASE("A password opens its person's keys, a wrong one changes nothing", "[ledger][sign-in]") {
  const TemporaryDirectory directory;
  FoundedOffice office;
  WorkingNode desk(office, Writes::kDesk);
  const PersonKey head = office.Person(Signs::kHead);
  const PersonKey staff = office.Person(Signs::kStaff);
  WritePersonKey(directory / (head.Id().value + ".key"), head, "kopi pagi", office.randomness);
  WritePersonKey(directory / (staff.Id().value + ".key"), staff, "teh sore", office.randomness);
  LedgerSignIn sign_in(directory.Path(), office.Book(), desk.secrets, desk.signer, desk.clock,
                       desk.randomness);
  REQUIRE(sign_in.People().size() == 2);
  REQUIRE(sign_in.People().front().name == "Ani");
  REQUIRE_FALSE(sign_in.SignIn(head.Id(), "kopi siang"));
  REQUIRE(sign_in.Reads().empty());
  REQUIRE_FALSE(desk.signer.person);
  REQUIRE(sign_in.SignIn(head.Id(), "kopi pagi"));
  REQUIRE(sign_in.Reads().size() == 3);
  REQUIRE(desk.signer.person->Id() == head.Id());
  REQUIRE(sign_in.SignIn(staff.Id(), "teh sore"));
  REQUIRE(sign_in.Reads().empty());
  sign_in.SignOut();
  REQUIRE_FALSE(desk.signer.person);
}

}  // namespace
}  // namespace tanggap
