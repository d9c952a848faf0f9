// Whose act it is: a device's key alone makes no decision, and who left makes none any more.
#include "ledger/verify_people.h"

#include <map>

#include "domain/record_schema.h"
#include "ledger/roster_changes.h"
#include "support/catch.h"
#include "support/founded_office.h"

namespace tanggap {
namespace {

// A desk's segments in memory.
struct DeskTree final : TreeBytes {
  FoundedOffice office;
  WorkingNode desk{office, Writes::kDesk, 8};
  std::vector<TreeFile> files;
  std::map<std::string, std::string> bytes;

  RecordId Note(Signs who) {
    desk.signer.person.emplace(office.Person(who));
    Draft draft;
    draft.id = desk.recorder.NewId();
    draft.type = RecordType::kNote;
    draft.refs = {desk.recorder.NewId()};
    draft.content = {{"text", "catatan"}};
    desk.recorder.Write(std::vector{draft});
    return draft.id;
  }
  // A record as a desk's key alone can write it: sealed well, chained well, but by nobody.
  void Forge(const std::string& text) {
    BodySealer sealer(office.Book(), desk.randomness);
    RecordLine line;
    line.record.id = desk.recorder.NewId();
    line.record.type = RecordType::kDecided;
    line.record.type_name = "decided";
    line.record.day = DayFromIso("2026-11-21").value();
    line.record.hlc = {1795250000001, 0};
    line.record.refs = {desk.recorder.NewId()};
    SealedRecord sealed;
    sealed.id = line.record.id;
    sealed.type = line.record.type;
    sealed.day = line.record.day;
    sealed.hlc = line.record.hlc;
    sealed.bodies.push_back(sealer.Seal(sealed.id, BodyClass::kFacts, text, nullptr));
    line.body_hashes[BodyClass::kFacts] = HexHashOf(sealed.bodies.back().line);
    sealed.line = WriteRecordLine(line);
    desk.journal.Append(std::vector{sealed});
  }
  void Close() {
    const auto written = desk.Close();
    TreeFile file{TreeFileKind::kSegment,
                  std::to_string(written.segment.number) + ".seg",
                  office.Node(Writes::kDesk).Id(),
                  "202611",
                  1,
                  written.segment.nonce,
                  written.segment.number,
                  written.segment.hash.substr(0, 8),
                  0,
                  ""};
    bytes[file.path] = written.seg;
    files.push_back(file);
    file.kind = TreeFileKind::kBox;
    file.path = std::to_string(written.segment.number) + ".box";
    file.generation = 1;
    bytes[file.path] = written.box;
    files.push_back(file);
  }
  Result<std::string> Read(const TreeFile& file, std::size_t) override {
    return bytes.at(file.path);
  }
  PeopleReport Check(const Roster& roster) {
    return VerifyPeople(roster, office.KeysOf(Signs::kAuditor), files, *this);
  }
};

TEST_CASE("Acts that bear their person's signature hold", "[ledger][verify]") {
  DeskTree tree;
  tree.Note(Signs::kSupervisor);
  tree.Note(Signs::kHead);
  tree.Close();
  const PeopleReport report = tree.Check(tree.office.Book());
  CHECK(report.problems.empty());
  CHECK(report.signatures == 2);
}

TEST_CASE("A desk's key without a person decides nothing, and verify names it",
          "[ledger][verify][hostile]") {
  DeskTree tree;
  tree.Forge(R"({"b":{"items":[],"outcome":"refused"}})");
  const std::string head = tree.office.Person(Signs::kHead).Id().value;
  tree.Forge(R"({"b":{"items":[],"outcome":"refused"},"by":")" + head + R"(","psig":")" +
             ToBase64(Signature{}) + R"("})");
  tree.Close();
  const PeopleReport report = tree.Check(tree.office.Book());
  REQUIRE(report.problems.size() == 2);
  for (const Problem& problem : report.problems) {
    CHECK(problem.file == "1.box");
    CHECK(problem.message.find("(decided)") != std::string::npos);
    CHECK(problem.message.find("not signed by the person") != std::string::npos);
  }
}

TEST_CASE("A second person's name without their signature is named, and counts for nothing",
          "[ledger][verify][hostile]") {
  DeskTree tree;
  const PersonId second = tree.office.Person(Signs::kSupervisor).Id();
  for (const bool agreed : {true, false}) {
    tree.desk.signer.person.emplace(tree.office.Person(Signs::kHead));
    if (agreed) tree.desk.signer.second.emplace(tree.office.Person(Signs::kSupervisor));
    Draft draft;
    draft.id = tree.desk.recorder.NewId();
    draft.type = RecordType::kDecided;
    draft.refs = {tree.desk.recorder.NewId()};
    draft.facts = {{"outcome", "refused"},
                   {"items", List{}},
                   {"refusal", "deviates"},
                   {std::string(kSecondField), second.value}};
    tree.desk.recorder.Write(std::vector{draft});
    tree.Close();
  }
  PeopleReport report = tree.Check(tree.office.Book());
  REQUIRE(report.problems.size() == 1);
  CHECK(report.problems.front().file == "2.box");
  CHECK(report.problems.front().message.find("names a second person who did not sign it") !=
        std::string::npos);
  // Nor does whoever had left by then agree to anything.
  Roster next = NextRoster(tree.office.Book(), FromMillis(1795300000000));
  RemovePerson(next, second, {}, tree.office.randomness);
  report = tree.Check(next);
  REQUIRE(report.problems.size() == 2);
  CHECK(report.problems.front().file == "1.box");
  CHECK(report.problems.front().message.find("its second person") != std::string::npos);
}

TEST_CASE("In a pack every signature is looked at, too", "[ledger][verify][hostile]") {
  DeskTree tree;
  tree.Note(Signs::kSupervisor);
  tree.Close();
  tree.Forge(R"({"b":{"items":[],"outcome":"refused"}})");
  tree.Close();
  for (const char* ending : {".seg", ".box"}) {
    tree.bytes[std::string("1") + ending] += tree.bytes[std::string("2") + ending];
    std::erase_if(tree.files,
                  [&](const TreeFile& file) { return file.path == std::string("2") + ending; });
  }
  const PeopleReport report = tree.Check(tree.office.Book());
  CHECK(report.signatures == 1);
  REQUIRE(report.problems.size() == 1);
  CHECK(report.problems.front().message.find("(decided)") != std::string::npos);
}

TEST_CASE("What somebody writes after they were removed is named", "[ledger][verify][hostile]") {
  DeskTree tree;
  tree.Note(Signs::kSupervisor);
  tree.Close();
  Roster next = NextRoster(tree.office.Book(), FromMillis(1795300000000));
  const ChainHead head = tree.desk.journal.Head();
  RemovePerson(next, tree.office.Person(Signs::kSupervisor).Id(),
               {{tree.office.Node(Writes::kDesk).Id(), 1, head.nonce, 1, head.hash, 1}},
               tree.office.randomness);
  CHECK(tree.Check(next).problems.empty());
  const RecordId later = tree.Note(Signs::kSupervisor);
  tree.Close();
  const PeopleReport report = tree.Check(next);
  REQUIRE(report.problems.size() == 1);
  CHECK(report.problems.front().message.find(ToHex(later)) != std::string::npos);
  CHECK(report.problems.front().message.find("after their removal") != std::string::npos);
}

}  // namespace
}  // namespace tanggap
