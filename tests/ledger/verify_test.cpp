#include "ledger/verify.h"

#include <map>

#include "ledger/status_drafts.h"
#include "support/catch.h"
#include "support/founded_office.h"

namespace tanggap {
namespace {

// A central folder in memory: a kiosk with three segments, a desk that acknowledged two of them.
struct Tree final : TreeBytes {
  FoundedOffice office;
  WorkingNode kiosk{office};
  WorkingNode desk{office, Writes::kDesk, 8};
  std::vector<TreeFile> files;
  std::map<std::string, std::string> bytes;
  std::vector<RecordId> complaints;

  Tree() {
    Put({TreeFileKind::kRoster, "roster", {}, "", 0, "", 1, office.Book().hash.substr(0, 8), 0, ""},
        office.founding.roster_bytes);
    for (int i = 0; i < 3; ++i) {
      complaints.push_back(
          kiosk.recorder.Write(std::vector{ComplaintDraft(kiosk.recorder, "kata")}).id);
      const auto written = Add(kiosk);
      if (i == 2) continue;
      desk.recorder.Write(std::vector{AckDraft(
          {office.Node(Writes::kKiosk).Id(), 1, written.segment.number, written.segment.hash},
          desk.randomness)});
    }
    Add(desk);
  }
  WorkingNode::Files Add(WorkingNode& node) {
    const auto written = node.Close();
    const std::string name = (node.which == Writes::kKiosk ? "kiosk/" : "desk/") +
                             std::to_string(written.segment.number);
    TreeFile file{TreeFileKind::kSegment,
                  name + ".seg",
                  office.Node(node.which).Id(),
                  "202611",
                  1,
                  written.segment.nonce,
                  written.segment.number,
                  written.segment.hash.substr(0, 8),
                  0,
                  ""};
    Put(file, written.seg);
    file.kind = TreeFileKind::kBox;
    file.path = name + ".box";
    file.generation = 1;
    if (!written.box.empty()) Put(file, written.box);
    return written;
  }
  void Put(const TreeFile& file, const std::string& content) {
    files.push_back(file);
    bytes[file.path] = content;
  }
  void Remove(const std::string& path) {
    std::erase_if(files, [&](const TreeFile& file) { return file.path == path; });
  }
  [[nodiscard]] TreeFile& File(const std::string& path) {
    return *std::ranges::find(files, path, &TreeFile::path);
  }
  Result<std::string> Read(const TreeFile& file, std::size_t) override {
    return bytes.at(file.path);
  }
  VerifyReport Check(std::vector<SegmentWitness> witnesses = {},
                     std::optional<std::string> root = std::nullopt) {
    return VerifyOffice({office.Book().Id(), std::move(root), std::move(witnesses), {}}, files,
                        *this);
  }
  // The one problem of a tree that has exactly one.
  Problem OnlyProblem() {
    const auto report = Check();
    INFO(report.problems.size());
    for (const Problem& problem : report.problems)
      UNSCOPED_INFO(Describe(problem));
    REQUIRE(report.problems.size() == 1);
    REQUIRE(report.problems.front().line >= 1);
    return report.problems.front();
  }
};

bool Says(const Problem& problem, const std::string& words) {
  return problem.message.find(words) != std::string::npos;
}

TEST_CASE("A whole folder verifies and lists only what nothing proves", "[ledger][verify]") {
  Tree tree;
  const auto report = tree.Check({}, Fingerprint(tree.office.Book().office.root));
  for (const Problem& problem : report.problems)
    UNSCOPED_INFO(Describe(problem));
  REQUIRE(report.problems.empty());
  REQUIRE(report.segments == 4);
  REQUIRE(report.records == 5);
  REQUIRE(report.bodies == 9);
  REQUIRE(report.unwitnessed == std::vector<std::string>{"desk/1.seg", "kiosk/3.seg"});
}

TEST_CASE("A branch that a restored disk began in a later month accuses nobody of the other one",
          "[ledger][verify]") {
  Tree tree;
  // The same device, from an image: there its fourth segment was written in the month after.
  WorkingNode again{tree.office, Writes::kKiosk, 9};
  again.journal = tree.kiosk.journal;
  again.clock.Advance(std::chrono::days{30});
  again.recorder.Write(std::vector{ComplaintDraft(again.recorder, "lain")});
  const auto other = again.Close();
  for (int i = 0; i < 2; ++i) {
    tree.kiosk.recorder.Write(std::vector{ComplaintDraft(tree.kiosk.recorder, "kata")});
    tree.Add(tree.kiosk);
  }
  TreeFile file = tree.File("kiosk/4.seg");
  file.path = "kiosk/4-other.seg";
  file.month = "202612";
  file.start = other.segment.hash.substr(0, 8);
  tree.Put(file, other.seg);
  file.kind = TreeFileKind::kBox;
  file.path = "kiosk/4-other.box";
  file.generation = 1;
  tree.Put(file, other.box);
  const auto report = tree.Check();
  for (const Problem& problem : report.problems)
    UNSCOPED_INFO(Describe(problem));
  CHECK(report.problems.empty());
  CHECK_FALSE(report.forks.empty());
}

TEST_CASE("Every file changed in any byte is named", "[ledger][verify]") {
  Tree tree;
  for (const TreeFile& file : std::vector(tree.files)) {
    const std::string whole = tree.bytes[file.path];
    for (std::size_t at = 0; at < whole.size(); at += 41) {
      tree.bytes[file.path][at] = static_cast<char>(whole[at] ^ 2);
      const auto report = tree.Check();
      const bool named = std::ranges::any_of(
          report.problems, [&](const Problem& problem) { return problem.file == file.path; });
      if (!named) FAIL(file.path << " at byte " << at);
      tree.bytes[file.path] = whole;
    }
    tree.bytes[file.path] = whole + "x";
    REQUIRE_FALSE(tree.Check().problems.empty());
    tree.bytes[file.path] = whole.substr(0, whole.size() - 1);
    REQUIRE_FALSE(tree.Check().problems.empty());
    tree.bytes[file.path] = whole;
  }
}

TEST_CASE("A deleted file is missed wherever something proves it", "[ledger][verify]") {
  Tree tree;
  SECTION("A segment in the middle: the next one proves it") {
    tree.Remove("kiosk/2.seg");
    const auto report = tree.Check();
    REQUIRE(std::ranges::any_of(report.problems, [](const Problem& problem) {
      return problem.file == "kiosk/3.seg" && Says(problem, "segment 2 is missing");
    }));
  }
  SECTION("The last acknowledged one: the desk's word proves it") {
    tree.Remove("kiosk/3.seg");
    tree.Remove("kiosk/3.box");
    tree.Remove("kiosk/2.seg");
    tree.Remove("kiosk/2.box");
    REQUIRE(Says(tree.OnlyProblem(), "acknowledgement"));
  }
  SECTION("The newest: only the journal proves it") {
    const auto witness = tree.kiosk.journal.SegmentsSince(DayFromIso("1970-01-01").value()).back();
    tree.Remove("kiosk/3.seg");
    tree.Remove("kiosk/3.box");
    REQUIRE(tree.Check().problems.empty());
    const auto report = tree.Check(
        {{tree.office.Node(Writes::kKiosk).Id(), 1, witness.number, witness.hash, "the journal"}});
    REQUIRE(report.problems.size() == 1);
    REQUIRE(Says(report.problems.front(), "journal"));
  }
  SECTION("A box") {
    tree.Remove("kiosk/2.box");
    REQUIRE(Says(tree.OnlyProblem(), "no erased record"));
  }
  SECTION("A segment's box stays without it") {
    tree.Remove("kiosk/3.seg");
    REQUIRE(Says(tree.OnlyProblem(), "without their segment"));
  }
  SECTION("The roster") {
    tree.Remove("roster");
    REQUIRE(Says(tree.OnlyProblem(), "nothing to trust"));
  }
}

TEST_CASE("Names that lie, copies and strangers are named", "[ledger][verify]") {
  Tree tree;
  SECTION("Another number in the name") {
    tree.File("kiosk/3.seg").number = 4;
    REQUIRE_FALSE(tree.Check().problems.empty());
  }
  SECTION("Another hash in the name") {
    tree.File("desk/1.seg").start = "00000000";
    REQUIRE_FALSE(tree.Check().problems.empty());
  }
  SECTION("Another node's directory") {
    tree.File("desk/1.seg").node = tree.office.Node(Writes::kKiosk).Id();
    REQUIRE_FALSE(tree.Check().problems.empty());
  }
  SECTION("An earlier month") {
    tree.File("desk/1.seg").month = "202610";
    REQUIRE(Says(tree.OnlyProblem(), "month"));
  }
  SECTION("A copy") {
    TreeFile copy = tree.File("desk/1.seg");
    copy.path = "desk/copy.seg";
    tree.Put(copy, tree.bytes["desk/1.seg"]);
    REQUIRE(Says(tree.OnlyProblem(), "a second copy of desk/1.seg"));
  }
  SECTION("Something else") {
    tree.Put({TreeFileKind::kForeign, "Thumbs.db", {}, "", 0, "", 0, "", 0, ""}, "x");
    REQUIRE(Says(tree.OnlyProblem(), "not a file of this format"));
  }
  SECTION("Another fingerprint") {
    const auto report =
        tree.Check({}, Fingerprint(tree.office.Node(Writes::kDesk).root).replace(0, 1, "z"));
    REQUIRE(report.problems.size() == 1);
    REQUIRE(Says(report.problems.front(), "fingerprint"));
  }
}

TEST_CASE("A kiosk's own replica may drop what a desk acknowledged, nothing else",
          "[ledger][verify]") {
  Tree tree;
  tree.Remove("kiosk/1.box");
  VerifyWish wish{tree.office.Book().Id(), std::nullopt, {}, tree.office.Node(Writes::kKiosk).Id()};
  const auto report = VerifyOffice(wish, tree.files, tree);
  REQUIRE(report.problems.empty());
  REQUIRE(report.pruned == 3);
  REQUIRE_FALSE(tree.Check().problems.empty());
  tree.Remove("kiosk/3.box");  // Not acknowledged.
  REQUIRE(VerifyOffice(wish, tree.files, tree).problems.size() == 1);
}

TEST_CASE("A body may be missing only where an erased record names it", "[ledger][verify]") {
  Tree tree;
  const std::string box = tree.bytes["kiosk/1.box"];
  // Without its first line: the content of the first complaint.
  TreeFile rewritten = tree.File("kiosk/1.box");
  rewritten.path = "kiosk/1.g2.box";
  rewritten.generation = 2;
  tree.Put(rewritten, box.substr(box.find('\n') + 1));
  REQUIRE(Says(tree.OnlyProblem(), "no erased record"));
  tree.desk.signer.person = tree.office.Person(Signs::kHead);
  Draft erased;
  erased.id = tree.desk.recorder.NewId();
  erased.type = RecordType::kErased;
  erased.clear = {{"bodies", List{List{ToHex(tree.complaints.front()), "c"}}}};
  tree.desk.recorder.Write(std::vector{erased});
  tree.Add(tree.desk);
  const auto report = tree.Check();
  REQUIRE(report.problems.empty());
  REQUIRE(report.erased == 1);
}

}  // namespace
}  // namespace tanggap
