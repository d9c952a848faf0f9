// Verification of a whole tree: rosters, then chains, then boxes, then what proves what.
#include "ledger/verify.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "ledger/beat.h"
#include "ledger/erasures.h"
#include "ledger/line_reader.h"
#include "ledger/roster.h"
#include "ledger/segment.h"
#include "ledger/status_drafts.h"
#include "ledger/verify_chains.h"

namespace tanggap {
namespace {

// A body that a segment names, for the check against `erased` records once all are read.
struct MissingBody {
  std::string file;
  NodeId node;
  std::string segment;  // its hash, when the whole box is absent
  Record record;
  BodyClass body_class = BodyClass::kFacts;
};

struct BoxKey {
  ChainId chain;
  std::uint32_t number = 0;
  std::string start;
  auto operator<=>(const BoxKey&) const = default;
};

class TreeCheck {
 public:
  TreeCheck(const VerifyWish& wish, std::vector<TreeFile> files, TreeBytes& bytes)
      : wish_(wish), files_(std::move(files)), bytes_(bytes) {
    std::ranges::sort(files_, {}, [](const TreeFile& file) {
      return std::tie(file.node, file.epoch, file.nonce, file.number, file.generation, file.path);
    });
  }

  VerifyReport Run() {
    SetStrangersAside();
    if (ReadRosters()) {
      ReadChains();
      chains_.Check(
          [this](const ChainId& id) {
            return ToHex(
                Genesis(wish_.office, id.node, id.epoch, id.nonce, nodes_.at(id.node).public_key));
          },
          report_);
      CheckPins();
      ReadOrphanBoxes();
      CheckErased();
      ReadBeats();
      CheckWitnesses();
      ListUnwitnessed();
    }
    return std::move(report_);
  }

 private:
  void Wrong(const std::string& file, int line, std::string what) {
    report_.problems.push_back({file, std::max(line, 1), std::move(what)});
  }
  void Wrong(const TreeFile& file, const Problem& problem) {
    Wrong(file.path, problem.line, problem.message);
  }

  [[nodiscard]] std::vector<const TreeFile*> OfKind(TreeFileKind kind) const {
    std::vector<const TreeFile*> found;
    for (const TreeFile& file : files_) {
      if (file.kind == kind) found.push_back(&file);
    }
    return found;
  }

  std::optional<std::string> Bytes(const TreeFile& file) {
    auto read = bytes_.Read(file, kMaxSegmentFile);
    if (read) return std::move(read.Value());
    Wrong(file, read.Problems().front());
    return std::nullopt;
  }

  void SetStrangersAside() {
    for (const TreeFile& file : files_) {
      if (file.kind == TreeFileKind::kTemporary) report_.temporary.push_back(file.path);
      if (file.kind == TreeFileKind::kForeign) {
        Wrong(file.path, 1, file.fault.empty() ? "not a file of this format" : file.fault);
      }
    }
  }

  // False: without a root nothing else can be judged.
  bool ReadRosters() {
    const auto rosters = OfKind(TreeFileKind::kRoster);
    std::uint32_t expected = 1;
    for (const TreeFile* file : rosters) {
      const auto bytes = Bytes(*file);
      if (!bytes) continue;
      if (!root_ && !TakeRoot(*file, *bytes)) return false;
      const bool follows = file->number == expected;
      if (!follows) {
        Wrong(file->path, 1,
              file->number < expected
                  ? "a second roster " + std::to_string(file->number)
                  : "roster " + std::to_string(expected) + " is missing before this one");
      }
      auto read = ReadRoster(*bytes, *root_, follows && roster_ ? &*roster_ : nullptr);
      if (!read) {
        Wrong(*file, read.Problems().front());
        continue;
      }
      TakeRoster(*file, std::move(read.Value()));
      expected = std::max(expected, file->number + 1);
    }
    if (!roster_)
      Wrong(wish_.office.value + "/roster", 1, "no roster that holds: nothing to trust");
    return roster_.has_value();
  }

  bool TakeRoot(const TreeFile& file, const std::string& bytes) {
    const auto root = RootNamedBy(bytes);
    if (!root) {
      Wrong(file, root.Problems().front());
      return false;
    }
    if (OfficeIdOf(root.Value()) != wish_.office) {
      Wrong(file.path, 2, "the root key is not that of office " + wish_.office.value);
      return false;
    }
    if (wish_.root_fingerprint && !IsFingerprintOf(*wish_.root_fingerprint, root.Value())) {
      Wrong(file.path, 2,
            "the root's fingerprint is " + Fingerprint(root.Value()) + ", not the one given");
      return false;
    }
    root_ = root.Value();
    report_.root_fingerprint = Fingerprint(*root_);
    return true;
  }

  void TakeRoster(const TreeFile& file, Roster roster) {
    if (roster.number != file.number || !roster.hash.starts_with(file.start))
      Wrong(file.path, 1, "the name is not that of the roster in it");
    for (const RosterNode& node : roster.nodes)
      nodes_.insert_or_assign(node.id, node);
    ++report_.rosters;
    if (!roster_ || roster.number > roster_->number) {
      roster_ = std::move(roster);
      newest_roster_ = file.path;
    }
  }

  void ReadChains() {
    for (const TreeFile* file : OfKind(TreeFileKind::kBox)) {
      boxes_[{{file->node, file->epoch, file->nonce}, file->number, file->start}].push_back(file);
    }
    for (const TreeFile* file : OfKind(TreeFileKind::kSegment))
      ReadSegmentFile(*file);
    CheckMonthsInOrder();
  }

  void ReadSegmentFile(const TreeFile& file) {
    const auto bytes = Bytes(file);
    if (!bytes) return;
    const NodeKeys keys = [this](const NodeId& node) -> std::optional<PublicKey> {
      const auto known = nodes_.find(node);
      if (known == nodes_.end()) return std::nullopt;
      return known->second.public_key;
    };
    const SegmentReading reading = ReadSegments(*bytes, wish_.office, keys);
    if (reading.outcome != ReadOutcome::kWhole) {
      // The chain goes on after it: its own damage is named once, not for every later file.
      chains_.Broken({file.node, file.epoch, file.nonce}, file.number);
      Wrong(file, reading.problem);
      return;
    }
    const Segment& first = reading.segments.front();
    const Segment& last = reading.segments.back();
    if (first.header.node != file.node || first.header.epoch != file.epoch ||
        first.header.nonce != file.nonce || first.header.number != file.number ||
        !last.hash.starts_with(file.start)) {
      Wrong(file.path, 1, "the name is not that of the segment in it");
    }
    CheckMonth(file, reading.segments);
    for (const Segment& segment : reading.segments)
      TakeSegment(file, segment, reading.segments.size() > 1);
    ReadBoxes(file, reading.segments);
  }

  void TakeSegment(const TreeFile& file, const Segment& segment, bool packed) {
    const SegmentHeader& header = segment.header;
    CheckEnds(file, segment);
    if (!chains_.Take(segment, file.path, packed, report_)) return;
    if (header.roster > roster_->number)
      Wrong(file.path, 1,
            "written under roster " + std::to_string(header.roster) + ", which is not here");
    newest_roster_used_ = std::max(newest_roster_used_, header.roster);
    hashes_[{header.node, header.epoch, header.number}].insert(segment.hash);
    ++report_.segments;
    int line = 1;
    for (const SegmentRecord& record : segment.records)
      TakeRecord(file, ++line, record);
  }

  void CheckMonth(const TreeFile& file, std::span<const Segment> segments) {
    const std::string day = IsoDay(segments.front().day);
    if (file.month < day.substr(0, 4) + day.substr(5, 2))
      Wrong(file.path, 2, "lies in a month before its records' day");
    placed_.push_back({file.path, file.month, segments.front().header.previous});
    for (const Segment& segment : segments)
      months_.try_emplace(segment.hash, file.month);
  }

  // Of a fork each branch has months of its own.
  void CheckMonthsInOrder() {
    for (const Placed& placed : placed_) {
      const auto before = months_.find(placed.previous);
      if (before != months_.end() && placed.month < before->second)
        Wrong(placed.file, 1, "lies in a month before the segment before");
    }
  }

  // A revoked node's chain ends where the roster pins it.
  void CheckEnds(const TreeFile& file, const Segment& segment) {
    const SegmentHeader& header = segment.header;
    std::string why = WhyNotCounted(nodes_.at(header.node), header.epoch, header.nonce,
                                    header.number, segment.hash);
    if (!why.empty()) Wrong(file.path, 1, std::move(why));
  }

  // Nor does a stolen key get in under an earlier number.
  void CheckPins() {
    std::map<ChainId, std::map<std::string, std::uint32_t>> pins;
    for (const auto& [id, node] : nodes_) {
      for (const ChainPin& pin : node.ends)
        pins[{id, pin.epoch, pin.nonce}].insert({pin.hash, pin.segment});
    }
    for (const auto& [chain, ends] : pins)
      chains_.CheckPinned(chain, ends, report_);
  }

  void TakeRecord(const TreeFile& file, int line, const SegmentRecord& entry) {
    const Record& record = entry.line.record;
    ++report_.records;
    const auto [known, fresh] = records_.try_emplace(record.id, HashOf(entry.bytes));
    if (!fresh && known->second != HashOf(entry.bytes))
      Wrong(file.path, line, "another record has the id " + ToHex(record.id));
    // Only a desk acknowledges: a kiosk that says so proves nothing.
    const auto ack = nodes_.at(record.node).kind == "desk" ? AckIn(record) : std::nullopt;
    if (ack) {
      acknowledged_.push_back(
          {ack->node, ack->epoch, ack->segment, ack->hash, "the acknowledgement in " + file.path});
    }
    if (nodes_.at(record.node).kind == "desk") erasures_.Take(record);
  }

  // The boxes beside one file. The greatest generation must be complete but for what was erased;
  // older ones may still lie there and must hold too.
  void ReadBoxes(const TreeFile& file, std::span<const Segment> segments) {
    const BoxKey key{{file.node, file.epoch, file.nonce}, file.number, file.start};
    const auto found = boxes_.find(key);
    if (found == boxes_.end()) {
      for (const Segment& segment : segments) {
        for (const SegmentRecord& record : segment.records) {
          for (const auto& [body_class, hash] : record.line.body_hashes)
            missing_.push_back(
                {file.path, file.node, segment.hash, record.line.record, body_class});
        }
      }
      return;
    }
    std::map<RecordId, const Record*> records;
    for (const Segment& segment : segments) {
      for (const SegmentRecord& record : segment.records)
        records.emplace(record.line.record.id, &record.line.record);
    }
    std::optional<BoxReading> newest;
    std::string newest_file;
    for (const TreeFile* box : found->second) {
      const auto bytes = Bytes(*box);
      if (box->month != file.month) Wrong(box->path, 1, "lies in another month than its segment");
      newest.reset();
      newest_file = box->path;
      if (!bytes) continue;
      newest = ReadBox(*bytes, segments);
      if (!newest->whole) Wrong(*box, newest->problem);
    }
    boxes_.erase(found);
    if (!newest || !newest->whole) return;
    for (const BoxBody& body : newest->bodies)
      present_.insert({RecordAt(segments, body.record), body.body.body_class});
    report_.bodies += newest->bodies.size();
    for (const auto& [id, body_class] : newest->missing)
      missing_.push_back({newest_file, file.node, "", *records.at(id), body_class});
  }

  static RecordId RecordAt(std::span<const Segment> segments, std::size_t index) {
    for (const Segment& segment : segments) {
      if (index < segment.records.size()) return segment.records[index].line.record.id;
      index -= segment.records.size();
    }
    return {};
  }

  void ReadOrphanBoxes() {
    for (const auto& [key, files] : boxes_) {
      for (const TreeFile* file : files)
        Wrong(file->path, 1, "bodies without their segment");
    }
  }

  // An acknowledged segment speaks for all before it in its chain.
  [[nodiscard]] bool IsAcknowledged(const std::string& hash) const {
    return std::ranges::any_of(acknowledged_, [&](const SegmentWitness& ack) {
      return chains_.IsAtOrBefore(hash, ack.hash);
    });
  }

  [[nodiscard]] bool MayBePruned(const MissingBody& body) const {
    if (!wish_.kiosk || body.segment.empty()) return false;
    return body.node != *wish_.kiosk || IsAcknowledged(body.segment);
  }

  void CheckErased() {
    std::string last;
    for (const MissingBody& body : missing_) {
      // Where the same segment lies here twice, alone and in a pack, one box is enough.
      if (present_.contains({body.record.id, body.body_class})) continue;
      if (erasures_.Of(body.record).contains(body.body_class)) {
        ++report_.erased;
      } else if (MayBePruned(body)) {
        ++report_.pruned;
      } else if (body.file != last) {  // Once a file: a lost box would name hundreds.
        last = body.file;
        Wrong(body.file, 1,
              std::string{"the body "} + static_cast<char>(body.body_class) + " of record " +
                  ToHex(body.record.id) +
                  (erasures_.Mentions(body.record.id)
                       ? " is missing: it was erased, and a legal hold keeps it"
                       : " is missing, and no erased record names it"));
      }
    }
  }

  // A heartbeat says how far its device had come: it proves that segment like a later one would.
  void ReadBeats() {
    for (const TreeFile* file : OfKind(TreeFileKind::kBeat)) {
      const auto bytes = Bytes(*file);
      const auto node = nodes_.find(file->node);
      if (!bytes) continue;
      if (node == nodes_.end()) {
        Wrong(file->path, 1, "the heartbeat of a device that no roster names");
        continue;
      }
      const Result<Beat> beat = ReadBeat(*bytes, wish_.office, file->node, node->second.public_key);
      if (!beat.Ok()) {
        Wrong(*file, beat.Problems().front());
        continue;
      }
      const Beat& said = beat.Value();
      if (said.segment == 0) continue;
      acknowledged_by_beat_.push_back(
          {said.node, said.epoch, said.segment, said.hash, "the heartbeat " + file->path});
    }
  }

  void CheckWitnesses() {
    std::vector<SegmentWitness> all = wish_.witnesses;
    all.insert(all.end(), acknowledged_.begin(), acknowledged_.end());
    all.insert(all.end(), acknowledged_by_beat_.begin(), acknowledged_by_beat_.end());
    for (const SegmentWitness& witness : all) {
      const auto found = hashes_.find({witness.node, witness.epoch, witness.segment});
      const std::string name = witness.node.value + ", epoch " + std::to_string(witness.epoch) +
                               ", segment " + std::to_string(witness.segment);
      if (found == hashes_.end()) {
        Wrong("nodes/" + witness.node.value, 1,
              "missing: " + name + ", which " + witness.by + " proves");
      } else if (!found->second.contains(witness.hash)) {
        Wrong("nodes/" + witness.node.value, 1,
              "another content of " + name + " than " + witness.by + " proves");
      } else {
        proven_.insert(witness.hash);
      }
    }
  }

  void ListUnwitnessed() {
    chains_.ListUnwitnessed(proven_, report_);
    if (newest_roster_used_ < roster_->number) report_.unwitnessed.push_back(newest_roster_);
  }

  const VerifyWish& wish_;
  std::vector<TreeFile> files_;
  TreeBytes& bytes_;
  VerifyReport report_;
  std::optional<PublicKey> root_;
  std::optional<Roster> roster_;  // the newest
  std::string newest_roster_;
  std::uint32_t newest_roster_used_ = 0;
  std::map<NodeId, RosterNode> nodes_;
  ChainsCheck chains_;
  struct Placed {
    std::string file;
    std::string month;
    std::string previous;  // the hash that its first segment continues
  };
  std::vector<Placed> placed_;
  std::map<std::string, std::string> months_;  // by a segment's hash
  std::map<BoxKey, std::vector<const TreeFile*>> boxes_;
  std::map<RecordId, Hash> records_;
  std::map<std::tuple<NodeId, std::uint32_t, std::uint32_t>, std::set<std::string>> hashes_;
  Erasures erasures_;
  std::set<std::pair<RecordId, BodyClass>> present_;
  std::vector<SegmentWitness> acknowledged_by_beat_;
  std::vector<MissingBody> missing_;
  std::vector<SegmentWitness> acknowledged_;
  std::set<std::string> proven_;
};

}  // namespace

VerifyReport VerifyOffice(const VerifyWish& wish, std::vector<TreeFile> files, TreeBytes& bytes) {
  return TreeCheck{wish, std::move(files), bytes}.Run();
}

}  // namespace tanggap
