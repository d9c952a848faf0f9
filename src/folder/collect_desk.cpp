// What a desk takes from every node: all records, and their bodies as they arrive.
#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

#include "folder/collect.h"
#include "folder/names.h"
#include "folder/publish.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostErasures = 1'000'000;
constexpr std::size_t kMostLacking = 10'000;
// Records of one transaction: a case is folded once in each that brings it something.
constexpr std::size_t kWrittenAtOnce = 2048;

// Writes what was read, some thousand records at a time, in order. While it does, the next files
// are read, verified and opened.
class RegisterWriter {
 public:
  RegisterWriter(Register& cases, std::launch launch) : cases_(cases), launch_(launch) {}

  void Add(std::vector<Register::Arrival> arrivals, ReadCursor cursor) {
    std::ranges::move(arrivals, std::back_inserter(arrivals_));
    cursors_.push_back(std::move(cursor));
    if (arrivals_.size() >= kWrittenAtOnce) Write();
  }
  // Everything is in the register when it returns. How many records were new.
  std::size_t Finish() {
    if (!cursors_.empty()) Write();
    Wait();
    return added_;
  }

 private:
  void Wait() {
    if (written_.valid()) added_ += written_.get();
  }
  void Write() {
    Wait();
    written_ = std::async(launch_, [this, arrivals = std::exchange(arrivals_, {}),
                                    cursors = std::exchange(cursors_, {})] {
      return cases_.Ingest(arrivals, cursors);
    });
  }

  Register& cases_;
  std::launch launch_;
  std::vector<Register::Arrival> arrivals_;
  std::vector<ReadCursor> cursors_;
  std::size_t added_ = 0;
  std::future<std::size_t> written_;  // last: what it uses must outlive it
};

}  // namespace

DeskCollector::DeskCollector(Register& cases, Journal& journal, std::filesystem::path replica,
                             OfficeId office, std::launch writing)
    : cases_(cases),
      journal_(journal),
      replica_(replica),
      office_(office),
      writing_(writing),
      walk_(std::move(replica), std::move(office)) {}

bool DeskCollector::LacksBodiesOf(const NodeId& node, std::uint32_t epoch) const {
  return lacking_chains_.contains({node, epoch});
}

bool DeskCollector::Arrivals(const FoundSegment& found, std::span<const Segment> segments,
                             const OpenSealed& open, std::vector<Register::Arrival>& arrivals,
                             std::vector<Problem>* bad) const {
  std::vector<std::size_t> at;  // the arrival of each record
  bool has_bodies = false;
  for (const Segment& segment : segments) {
    for (const SegmentRecord& record : segment.records) {
      at.push_back(arrivals.size());
      arrivals.push_back({record.line.record, {}});
      const std::set<BodyClass> gone = erasures_.Of(record.line.record);
      for (const auto& [body_class, hash] : record.line.body_hashes) {
        has_bodies = true;
        arrivals.back().record.bodies[body_class].state =
            gone.contains(body_class) ? BodyState::kErased : BodyState::kSealed;
      }
    }
  }
  if (!has_bodies) return true;
  const auto say = [&](const std::filesystem::path& file, int line, std::string what) {
    if (bad != nullptr) bad->push_back({file.string(), line, std::move(what)});
  };
  BoxReading box;
  std::string why = "its bodies (.box) have not arrived";
  const std::optional<std::string> bytes =
      found.box.empty() ? std::nullopt : ReadWhole(found.box, kMaxSegmentFile, &why);
  if (bytes) {
    box = ReadBox(*bytes, segments);
    // Cut off at its end it may still be on its way.
    const bool arriving = !bytes->empty() && bytes->back() != '\n';
    if (!box.whole) say(found.box, arriving ? 0 : box.problem.line, box.problem.message);
  } else {
    say(found.box.empty() ? found.file : found.box, 0, why);
  }
  // Lines before a bad one proved themselves by their hash.
  for (BoxBody& body : box.bodies) {
    Register::Arrival& arrival = arrivals[at[body.record]];
    Body& into = arrival.record.bodies[body.body.body_class];
    if (into.state == BodyState::kErased) continue;
    std::optional<Body> opened;
    if (open && body.body.body_class != BodyClass::kIdentity)
      opened = open(arrival.record.id, arrival.record.type_name, body.body);
    // The line of a forged one is kept: a newer roster may know who signed it.
    const bool keep = !opened || opened->state == BodyState::kForged;
    if (opened) into = std::move(*opened);
    if (keep) arrival.sealed.push_back(std::move(body.body));
  }
  return std::ranges::all_of(arrivals, [](const Register::Arrival& arrival) {
    return std::ranges::all_of(arrival.record.bodies, [&](const auto& body) {
      return body.second.state != BodyState::kSealed ||
             std::ranges::find(arrival.sealed, body.first, &SealedBody::body_class) !=
                 arrival.sealed.end();
    });
  });
}

CollectRound DeskCollector::Round(const Roster& roster, const OpenSealed& open,
                                  std::size_t max_segments) {
  CollectRound round;
  WalkRound walked;
  std::size_t budget = max_segments;
  LearnErasures(round);
  SupplyBodies(roster, open, round);
  const std::vector<ReadCursor> cursors = cases_.Cursors();
  RegisterWriter writer(cases_, writing_);
  const auto walk = [&](const RosterNode& node) {
    ChainKey key;
    const auto places = [&](const ChainKey& next, const FoundChain&) {
      key = next;
      std::vector<Place> known;
      for (const ReadCursor& cursor : cursors) {
        if (cursor.node == node.id && cursor.epoch == key.epoch && cursor.nonce == key.nonce)
          known.push_back({cursor.segment, cursor.hash, cursor.branch});
      }
      return known;
    };
    const auto take = [&](const FoundSegment& found, std::span<const Segment> segments,
                          const Place& after) {
      std::vector<Register::Arrival> arrivals;
      if (!Arrivals(found, segments, open, arrivals, &round.bad)) {
        lacking_.insert_or_assign(found.file, File{node.id, found});
        lacking_chains_.insert({node.id, key.epoch});
      }
      writer.Add(std::move(arrivals),
                 {node.id, key.epoch, key.nonce, after.segment, after.hash, after.branch});
    };
    walk_.Walk(node, roster, places, take, budget, walked);
  };
  try {
    for (const RosterNode& node : roster.nodes)
      walk(node);
  } catch (const std::filesystem::filesystem_error&) {
    writer.Finish();  // a place that can't be read must not hold up what was read before it
    throw;
  }
  round.records = writer.Finish();
  LearnErasures(round);
  round.segments = walked.segments;
  round.gaps = std::move(walked.gaps);
  round.forks = std::move(walked.forks);
  std::ranges::move(walked.bad, std::back_inserter(round.bad));
  round.more = walked.more;
  round.lacking = lacking_.size();
  return round;
}

// `erased` records are in the register like all others; what they name is forgotten in register
// and journal, once in a run for each change of the register.
void DeskCollector::LearnErasures(CollectRound& round) {
  const std::uint64_t revision = cases_.Revision();
  if (learned_at_ == revision) return;
  for (const RecordType type : {RecordType::kLegalHold, RecordType::kErased}) {
    for (const Record& record : cases_.OfType(type, kMostErasures))
      erasures_.Take(record);
  }
  if (erasures_.Version() != applied_) {
    applied_ = erasures_.Version();
    std::vector<std::pair<RecordId, BodyClass>> bodies;
    for (const RecordId& id : erasures_.Named()) {
      const std::optional<Record> record = cases_.Find(id);
      if (!record) continue;
      for (const BodyClass body_class : erasures_.Of(*record))
        bodies.emplace_back(id, body_class);
    }
    if (!bodies.empty()) {
      round.erased += cases_.Erase(bodies);
      journal_.EraseBodies(bodies);
    }
  }
  learned_at_ = cases_.Revision();
}

// After a start the register knows which records lack bodies, not in which files those belong.
void DeskCollector::FindLacking(const Roster& roster) {
  searched_ = true;
  std::set<RecordId> ids;
  std::set<std::pair<NodeId, std::uint32_t>> chains;
  for (const Register::Lacking& lacking : cases_.LackingBodies(kMostLacking)) {
    ids.insert(lacking.id);
    chains.insert({lacking.node, lacking.epoch});
  }
  if (ids.empty()) return;
  for (const RosterNode& node : roster.nodes) {
    for (const auto& [key, chain] : ListChains(NodeDirectory(replica_, office_, node.id))) {
      if (!chains.contains({node.id, key.epoch})) continue;
      for (const auto& [number, candidates] : chain) {
        for (const FoundSegment& found : candidates) {
          const auto segments = ReadFound(found, office_, node.id, roster);
          if (!segments.Ok()) continue;
          const bool lacks = std::ranges::any_of(segments.Value(), [&](const Segment& segment) {
            return std::ranges::any_of(segment.records, [&](const SegmentRecord& record) {
              return ids.contains(record.line.record.id);
            });
          });
          if (!lacks) continue;
          lacking_.insert_or_assign(found.file, File{node.id, found});
          lacking_chains_.insert({node.id, key.epoch});
        }
      }
    }
  }
}

void DeskCollector::SupplyBodies(const Roster& roster, const OpenSealed& open,
                                 CollectRound& round) {
  if (!searched_) FindLacking(roster);
  if (lacking_.empty()) return;
  std::set<std::pair<NodeId, std::uint32_t>> still;
  std::map<NodeId, std::map<ChainKey, FoundChain>> listed;
  for (auto it = lacking_.begin(); it != lacking_.end();) {
    auto& [node, found] = it->second;
    auto chains = listed.find(node);
    if (chains == listed.end()) {
      chains = listed.emplace(node, ListChains(NodeDirectory(replica_, office_, node))).first;
    }
    const ChainKey key{found.name.epoch, found.name.nonce};
    for (const FoundSegment& now : chains->second[key][found.name.number]) {
      if (now.file == found.file) found = now;  // with the box that may have come
    }
    std::error_code error;
    if (!std::filesystem::exists(found.file, error)) {
      searched_ = false;  // its records lie in a pack by now: looked for in the next round
      it = lacking_.erase(it);
      still.insert({node, key.epoch});
      continue;
    }
    std::vector<Register::Arrival> arrivals;
    const auto segments = ReadFound(found, office_, node, roster);
    const bool whole = segments.Ok() && Arrivals(found, segments.Value(), open, arrivals, nullptr);
    round.supplied += cases_.Supply(arrivals);
    if (!whole) still.insert({node, key.epoch});
    it = whole ? lacking_.erase(it) : std::next(it);
  }
  lacking_chains_ = std::move(still);
}

}  // namespace tanggap
