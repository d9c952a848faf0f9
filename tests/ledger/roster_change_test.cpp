// People and devices that leave, other roles, who may sign: what a roster may change and what not.
#include <sodium.h>

#include <functional>

#include "ledger/roster_changes.h"
#include "ledger/roster_floor.h"
#include "support/catch.h"
#include "support/founded_office.h"

namespace tanggap {
namespace {

Roster Next(const FoundedOffice& office) {
  return NextRoster(office.Book(), FromMillis(1795300000000));
}

PersonId IdOf(const FoundedOffice& office, Signs who) {
  return office.Person(who).Id();
}

std::vector<ChainPin> Seen(const FoundedOffice& office) {
  return {{office.Node(Writes::kKiosk).Id(), 1, "0a0b0c0d", 4, std::string(64, 'a'), 40},
          {office.Node(Writes::kDesk).Id(), 1, "11223344", 3, std::string(64, 'b'), 17}};
}

// Why the next roster is refused, or "".
std::string Refusal(const FoundedOffice& office, Roster next) {
  const auto read = ReadRoster(WriteRoster(next, office.founding.root), office.Book().office.root,
                               &office.Book());
  return read ? "" : read.Problems().front().message;
}

TEST_CASE("Reading keys don't follow from the root: whoever holds it reads nothing",
          "[ledger][roster]") {
  const FoundedOffice office;
  for (const RosterKey& key : office.Book().keys) {
    const Packed what = Packed()
                            .Raw(std::string_view{"tanggap/1/read\0", 15})
                            .Raw(std::string(1, static_cast<char>(key.name.body_class)))
                            .Number(key.name.number);
    Secret derived;
    crypto_generichash_blake2b(derived.Bytes().data(), Secret::kSize, what.View().data(),
                               what.View().size(), office.founding.root.Seed().data(),
                               Secret::kSize);
    CHECK(SealingKey(std::move(derived)).Public() != key.public_key);
  }
  CHECK(office.Book().keys.size() == 3);
}

TEST_CASE("Roles that don't read hold no reading key, and a roster that says otherwise is refused",
          "[ledger][roster]") {
  const FoundedOffice office;
  CHECK(office.KeysOf(Signs::kStaff).Empty());
  for (const Signs reader : {Signs::kSupervisor, Signs::kHead, Signs::kAuditor}) {
    for (const BodyClass body_class : kAllBodyClasses)
      CHECK(office.KeysOf(reader).Reads(body_class));
  }
  CHECK(ReadsOf(Role::kOperator).empty());
  Roster next = Next(office);
  for (RosterPerson& person : next.people) {
    if (person.role == Role::kStaff)
      person.wraps = office.KeysOf(Signs::kHead).WrapFor(person.sealing, ReadsOf(Role::kHead));
  }
  CHECK(Refusal(office, next).find("must hold no reading key") != std::string::npos);
}

TEST_CASE("With a person who could read go the reading keys, for everybody who stays",
          "[ledger][roster]") {
  FoundedOffice office;
  Roster next = Next(office);
  RemovePerson(next, IdOf(office, Signs::kSupervisor), Seen(office), office.randomness);
  REQUIRE(Refusal(office, next).empty());
  for (const BodyClass body_class : kAllBodyClasses)
    CHECK(next.Current(body_class)->name.number == 2);
  const PersonKey head = office.Person(Signs::kHead);
  const ReadingKeys kept = ReadingKeys::Unwrap(*next.Find(head.Id()), head);
  for (const BodyClass body_class : kAllBodyClasses) {
    CHECK(kept.Find({body_class, 1}) != nullptr);
    CHECK(kept.Find({body_class, 2}) != nullptr);
  }
  const PersonKey gone = office.Person(Signs::kSupervisor);
  CHECK(ReadingKeys::Unwrap(*next.Find(gone.Id()), gone).Empty());

  // What is sealed now, the one who left can't read even with every key they ever had.
  BodySealer sealer(next, office.randomness);
  const RecordId id{{1, 2, 3}};
  const SealedBody body = sealer.Seal(id, BodyClass::kContent, R"({"b":{"text":"x"}})", nullptr);
  const ReadingKeys old = office.KeysOf(Signs::kSupervisor);
  CHECK(OpenBody(next, old, id, "rated", body.line).fault == OpenFault::kNoKey);
  CHECK(OpenBody(next, kept, id, "rated", body.line).body);
}

TEST_CASE("Counter staff who leave take no reading key along", "[ledger][roster]") {
  FoundedOffice office;
  Roster next = Next(office);
  RemovePerson(next, IdOf(office, Signs::kStaff), Seen(office), office.randomness);
  REQUIRE(Refusal(office, next).empty());
  CHECK(next.Current(BodyClass::kContent)->name.number == 1);
}

TEST_CASE("What a removed person signed counts up to the places seen, never after",
          "[ledger][roster]") {
  FoundedOffice office;
  Roster next = Next(office);
  const PersonId id = IdOf(office, Signs::kHead);
  const NodeId desk = office.Node(Writes::kDesk).Id();
  CHECK(WhyNotCounted(*next.Find(id), desk, 9, 999).empty());
  RemovePerson(next, id, Seen(office), office.randomness);
  const RosterPerson& gone = *next.Find(id);
  CHECK(WhyNotCounted(gone, desk, 1, 17).empty());
  CHECK_FALSE(WhyNotCounted(gone, desk, 1, 18).empty());
  CHECK_FALSE(WhyNotCounted(gone, desk, 2, 1).empty());
  CHECK_FALSE(WhyNotCounted(gone, office.Node(Writes::kKiosk).Id(), 1, 1).empty());
  const std::vector<PastTerm> terms = PastTermsOf(gone);
  REQUIRE(terms.size() == 1);
  CHECK(terms.front().role == Role::kHead);
  CHECK(terms.front().until.at({desk, 1}) == 17);
}

TEST_CASE("A revoked device counts up to its last known segment, on that very chain",
          "[ledger][roster]") {
  const FoundedOffice office;
  Roster next = Next(office);
  const NodeId kiosk = office.Node(Writes::kKiosk).Id();
  RevokeNode(next, kiosk, Seen(office));
  REQUIRE(Refusal(office, next).empty());
  const auto read = ReadRoster(WriteRoster(next, office.founding.root), office.Book().office.root,
                               &office.Book());
  const RosterNode& node = *read.Value().Find(kiosk);
  REQUIRE(node.revoked);
  REQUIRE(node.ends.size() == 1);
  CHECK(node.ends == next.Find(kiosk)->ends);
  const std::string hash(64, 'a');
  CHECK(WhyNotCounted(node, 1, "0a0b0c0d", 4, hash).empty());
  CHECK(WhyNotCounted(node, 1, "0a0b0c0d", 1, "other").empty());
  CHECK_FALSE(WhyNotCounted(node, 1, "0a0b0c0d", 4, std::string(64, 'c')).empty());
  CHECK_FALSE(WhyNotCounted(node, 1, "0a0b0c0d", 5, hash).empty());
  CHECK_FALSE(WhyNotCounted(node, 1, "ffffffff", 1, hash).empty());
  CHECK_FALSE(WhyNotCounted(node, 2, "0a0b0c0d", 1, hash).empty());
}

TEST_CASE("A device revoked before it wrote anything never counts", "[ledger][roster]") {
  const FoundedOffice office;
  Roster next = Next(office);
  const NodeId kiosk = office.Node(Writes::kKiosk).Id();
  RevokeNode(next, kiosk, {});
  const auto read = ReadRoster(WriteRoster(next, office.founding.root), office.Book().office.root,
                               &office.Book());
  REQUIRE(read);
  CHECK_FALSE(WhyNotCounted(*read.Value().Find(kiosk), 1, "0a0b0c0d", 1, "").empty());
}

TEST_CASE("Another role begins where the old one ended, and gives or takes reading keys",
          "[ledger][roster]") {
  FoundedOffice office;
  const PersonKey staff = office.Person(Signs::kStaff);
  Roster next = Next(office);
  CHECK_THROWS_AS(
      ChangeRole(next, staff.Id(), Role::kSupervisor, Seen(office), {}, office.randomness),
      std::invalid_argument);
  next = Next(office);
  ChangeRole(next, staff.Id(), Role::kSupervisor, Seen(office), office.KeysOf(Signs::kHead),
             office.randomness);
  REQUIRE(Refusal(office, next).empty());
  CHECK(ReadingKeys::Unwrap(*next.Find(staff.Id()), staff).Reads(BodyClass::kIdentity));
  CHECK(next.Current(BodyClass::kContent)->name.number == 1);
  CHECK(PastTermsOf(*next.Find(staff.Id())).front().role == Role::kStaff);

  const PersonKey auditor = office.Person(Signs::kAuditor);
  next = Next(office);
  ChangeRole(next, auditor.Id(), Role::kOperator, Seen(office), {}, office.randomness);
  REQUIRE(Refusal(office, next).empty());
  CHECK(ReadingKeys::Unwrap(*next.Find(auditor.Id()), auditor).Empty());
  CHECK(next.Current(BodyClass::kContent)->name.number == 2);
}

TEST_CASE("Two supervisors or heads sign in the root's place, nobody else does",
          "[ledger][roster]") {
  const FoundedOffice office;
  const PublicKey& root = office.Book().office.root;
  Roster next = Next(office);
  const auto signed_by = [&](Signs one, Signs other) {
    Roster copy = next;
    return ReadRoster(WriteRoster(copy, office.Person(one), office.Person(other)), root,
                      &office.Book())
        .Ok();
  };
  CHECK(signed_by(Signs::kSupervisor, Signs::kHead));
  CHECK_FALSE(signed_by(Signs::kSupervisor, Signs::kSupervisor));
  CHECK_FALSE(signed_by(Signs::kSupervisor, Signs::kStaff));
  CHECK_FALSE(signed_by(Signs::kAuditor, Signs::kHead));
  // Without the roster before nobody knows who is a supervisor.
  Roster copy = next;
  CHECK_FALSE(
      ReadRoster(WriteRoster(copy, office.Person(Signs::kSupervisor), office.Person(Signs::kHead)),
                 root, nullptr));
}

TEST_CASE("A mirror carries a roster that two supervisors signed, and no changed one",
          "[ledger][roster]") {
  const FoundedOffice office;
  const PublicKey& root = office.Book().office.root;
  Roster next = Next(office);
  const std::string bytes =
      WriteRoster(next, office.Person(Signs::kSupervisor), office.Person(Signs::kHead));
  CHECK(ReadCarriedRoster(bytes, root));
  CHECK(ReadCarriedRoster(office.founding.roster_bytes, root));
  CHECK_FALSE(ReadRoster(bytes, root, nullptr));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    if (ReadCarriedRoster(changed, root)) FAIL("carried with a changed byte at " << at);
  }
}

TEST_CASE("Every changed byte of a roster with removals is found, with a reason",
          "[ledger][roster][hostile]") {
  FoundedOffice office;
  Roster next = Next(office);
  RemovePerson(next, IdOf(office, Signs::kSupervisor), Seen(office), office.randomness);
  RevokeNode(next, office.Node(Writes::kKiosk).Id(), Seen(office));
  const std::string bytes = WriteRoster(next, office.founding.root);
  REQUIRE(ReadRoster(bytes, office.Book().office.root, &office.Book()).Value() == next);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto read = ReadRoster(changed, office.Book().office.root, &office.Book());
    if (read) FAIL("not found at byte " << at);
    if (read.Problems().front().message.empty()) FAIL("no reason at byte " << at);
  }
}

TEST_CASE("A roster takes nothing back, not even with the root's signature", "[ledger][roster]") {
  FoundedOffice office;
  office.founding.roster = Next(office);
  RemovePerson(office.founding.roster, IdOf(office, Signs::kStaff), Seen(office),
               office.randomness);
  RevokeNode(office.founding.roster, office.Node(Writes::kKiosk).Id(), Seen(office));
  (void)WriteRoster(office.founding.roster, office.founding.root);
  REQUIRE(Refusal(office, Next(office)).empty());
  const auto refused = [&](const char* what, const std::function<void(Roster&)>& change) {
    Roster next = Next(office);
    change(next);
    INFO(what);
    CHECK_FALSE(Refusal(office, next).empty());
  };
  refused("no key", [](Roster& next) { next.keys.pop_back(); });
  refused("no node", [](Roster& next) { next.nodes.pop_back(); });
  refused("no person", [](Roster& next) { next.people.pop_back(); });
  refused("another salt", [](Roster& next) { next.office.salt[0] ^= 1; });
  refused("unrevoked", [](Roster& next) {
    for (RosterNode& node : next.nodes) {
      node.revoked = false;
      node.ends.clear();
    }
  });
  refused("later end", [](Roster& next) {
    for (RosterNode& node : next.nodes) {
      for (ChainPin& pin : node.ends)
        ++pin.segment;
    }
  });
  refused("back again", [](Roster& next) {
    for (RosterPerson& person : next.people)
      person.removed = false;
  });
  refused("another past", [](Roster& next) {
    for (RosterPerson& person : next.people)
      person.was.clear();
  });
  refused("another role without an end", [](Roster& next) {
    for (RosterPerson& person : next.people) {
      if (person.role == Role::kSupervisor) person.role = Role::kHead;
    }
  });
}

TEST_CASE("A device goes to a newer roster and never back, nor to another of the same number",
          "[ledger][roster]") {
  const FoundedOffice office;
  FakeJournal journal;
  Roster second = Next(office);
  (void)WriteRoster(second, office.founding.root);
  CHECK_FALSE(HoldRosterFloor(journal, office.Book()));
  CHECK_FALSE(HoldRosterFloor(journal, second));
  CHECK_FALSE(HoldRosterFloor(journal, second));
  const auto back = HoldRosterFloor(journal, office.Book());
  REQUIRE(back);
  CHECK(back->message.find("has seen number 2") != std::string::npos);
  Roster twin = NextRoster(office.Book(), FromMillis(1795300000001));
  (void)WriteRoster(twin, office.founding.root);
  CHECK(HoldRosterFloor(journal, twin));
}

}  // namespace
}  // namespace tanggap
