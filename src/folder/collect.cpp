#include "folder/collect.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>
#include <utility>

#include "folder/chain_listing.h"
#include "folder/publish.h"
#include "ledger/hash.h"
#include "ledger/segment.h"
#include "ledger/status_drafts.h"

namespace tanggap {
namespace {

// Where a chain was read to.
struct Place {
  std::uint32_t segment = 0;
  std::string hash;
  std::string branch;
};

std::string GenesisOf(const OfficeId& office, const RosterNode& node, const ChainKey& key) {
  return ToHex(ByteSpan(Genesis(office, node.id, key.epoch, key.nonce, node.public_key)));
}

bool HasBodies(const Segment& segment) {
  return std::ranges::any_of(segment.records, [](const SegmentRecord& record) {
    return !record.line.body_hashes.empty();
  });
}

// Walks one chain from `place` on. `take` gets each next file's segments and says whether it took
// them; a chain waits where it didn't.
class ChainWalk {
 public:
  using Take = std::function<bool(const FoundSegment&, const std::vector<Segment>&, const Place&)>;
  ChainWalk(const OfficeId& office, const RosterNode& node, const Roster& roster,
            CollectRound& round, std::size_t& budget)
      : office_(office), node_(node), roster_(roster), round_(round), budget_(budget) {}

  void Walk(const ChainKey& key, const FoundChain& chain, Place place, const Take& take) {
    if (place.segment == 0) place.hash = GenesisOf(office_, node_, key);
    for (auto next = chain.upper_bound(place.segment); next != chain.end();
         next = chain.upper_bound(place.segment)) {
      if (next->first != place.segment + 1) {
        round_.gaps.push_back({node_.id, key.epoch, place.segment + 1});
        return;
      }
      if (budget_ == 0) {
        round_.more = true;
        return;
      }
      if (!Step(next->second, place, take)) {
        round_.gaps.push_back({node_.id, key.epoch, next->first});
        return;
      }
    }
  }

 private:
  bool Step(const std::vector<FoundSegment>& candidates, Place& place, const Take& take) {
    for (const FoundSegment& found : candidates) {
      Result<std::vector<Segment>> read = ReadFound(found, office_, node_.id, roster_);
      if (!read.Ok()) {
        round_.bad.push_back(read.Problems().front());
        continue;
      }
      const std::vector<Segment>& segments = read.Value();
      if (segments.front().header.previous != place.hash) {
        round_.bad.push_back({found.file.string(), 1, "does not continue the chain read so far"});
        continue;
      }
      Place after{segments.back().header.number, segments.back().hash,
                  place.branch.empty() ? found.name.start : place.branch};
      if (!take(found, segments, after)) continue;
      place = std::move(after);
      --budget_;
      round_.segments += segments.size();
      return true;
    }
    return false;
  }

  const OfficeId& office_;
  const RosterNode& node_;
  const Roster& roster_;
  CollectRound& round_;
  std::size_t& budget_;
};

// "41 <hash> <branch>", as a kiosk keeps it; anything else is the start.
Place PlaceFrom(const std::string& text) {
  std::istringstream words(text);
  Place place;
  if (!(words >> place.segment >> place.hash >> place.branch)) return {};
  return place;
}

// The bodies of a file's segment as arrivals: opened where `open` can, else sealed.
std::optional<std::vector<Register::Arrival>> ArrivalsOf(const FoundSegment& found,
                                                         const Segment& segment,
                                                         const OpenSealed& open,
                                                         CollectRound& round) {
  std::vector<Register::Arrival> arrivals;
  arrivals.reserve(segment.records.size());
  for (const SegmentRecord& record : segment.records)
    arrivals.push_back({record.line.record, {}});
  if (!HasBodies(segment)) return arrivals;
  if (found.box.empty()) {
    round.bad.push_back({found.file.string(), 0, "its bodies (.box) have not arrived"});
    return std::nullopt;
  }
  std::string why;
  const std::optional<std::string> bytes = ReadWhole(found.box, kMaxSegmentFile, &why);
  if (!bytes) {
    round.bad.push_back({found.box.string(), 0, why});
    return std::nullopt;
  }
  BoxReading box = ReadBox(*bytes, segment);
  if (!box.whole || (found.generation == 1 && !box.missing.empty())) {
    round.bad.push_back({found.box.string(), box.problem.line,
                         box.whole ? "has not arrived whole" : box.problem.message});
    return std::nullopt;
  }
  for (BoxBody& body : box.bodies) {
    Register::Arrival& arrival = arrivals[body.record];
    std::optional<Body> opened;
    if (open && body.body.body_class != BodyClass::kIdentity)
      opened = open(arrival.record.id, arrival.record.type_name, body.body);
    if (opened) {
      arrival.record.bodies[body.body.body_class] = std::move(*opened);
    } else {
      arrival.sealed.push_back(std::move(body.body));
    }
  }
  // A later generation lacks what was erased.
  for (const auto& [id, body_class] : box.missing) {
    for (Register::Arrival& arrival : arrivals) {
      if (arrival.record.id == id) arrival.record.bodies[body_class].state = BodyState::kErased;
    }
  }
  return arrivals;
}

}  // namespace

DeskCollector::DeskCollector(Register& cases, std::filesystem::path replica, OfficeId office)
    : cases_(cases), replica_(std::move(replica)), office_(std::move(office)) {}

CollectRound DeskCollector::Round(const Roster& roster, const OpenSealed& open,
                                  std::size_t max_segments) {
  CollectRound round;
  std::size_t budget = max_segments;
  const std::vector<ReadCursor> cursors = cases_.Cursors();
  for (const RosterNode& node : roster.nodes) {
    const auto chains = ListChains(NodeDirectory(replica_, office_, node.id));
    ChainWalk walk(office_, node, roster, round, budget);
    for (const auto& [key, chain] : chains) {
      const auto take = [&](const FoundSegment& found, const std::vector<Segment>& segments,
                            const Place& after) {
        std::vector<Register::Arrival> arrivals;
        for (const Segment& segment : segments) {
          std::optional<std::vector<Register::Arrival>> some =
              ArrivalsOf(found, segment, open, round);
          if (!some) return false;
          std::ranges::move(*some, std::back_inserter(arrivals));
        }
        round.records += cases_.Ingest(
            arrivals, {node.id, key.epoch, key.nonce, after.segment, after.hash, after.branch});
        return true;
      };
      std::vector<Place> places;
      for (const ReadCursor& cursor : cursors) {
        if (cursor.node == node.id && cursor.epoch == key.epoch && cursor.nonce == key.nonce)
          places.push_back({cursor.segment, cursor.hash, cursor.branch});
      }
      if (places.empty()) places.push_back({});
      for (const Place& place : places)
        walk.Walk(key, chain, place, take);
    }
  }
  return round;
}

KioskCollector::KioskCollector(Journal& journal, std::filesystem::path replica, OfficeId office,
                               NodeId self)
    : journal_(journal),
      replica_(std::move(replica)),
      office_(std::move(office)),
      self_(std::move(self)) {}

CollectRound KioskCollector::Round(const Roster& roster, std::size_t max_segments) {
  CollectRound round;
  std::size_t budget = max_segments;
  for (const RosterNode& node : roster.nodes) {
    if (node.kind != "desk" || node.id == self_) continue;
    ChainWalk walk(office_, node, roster, round, budget);
    for (const auto& [key, chain] : ListChains(NodeDirectory(replica_, office_, node.id))) {
      const std::string setting =
          "read:" + node.id.value + ':' + std::to_string(key.epoch) + ':' + key.nonce;
      walk.Walk(key, chain, PlaceFrom(journal_.Setting(setting)),
                [&](const FoundSegment&, const std::vector<Segment>& segments, const Place& after) {
                  for (const Segment& segment : segments)
                    round.records += Take(segment);
                  // After the states: read twice is harmless, skipped is not.
                  journal_.SetSetting(setting, std::to_string(after.segment) + ' ' + after.hash +
                                                   ' ' + after.branch);
                  return true;
                });
    }
  }
  return round;
}

std::size_t KioskCollector::Take(const Segment& segment) {
  std::vector<PublishedState> states;
  for (const SegmentRecord& read : segment.records) {
    const Record& record = read.line.record;
    if (record.type == RecordType::kStatus) {
      std::ranges::move(StatesIn(record), std::back_inserter(states));
    } else if (record.type == RecordType::kAck) {
      TakeAcknowledgement(record);
    }
  }
  journal_.PutStates(states);
  return segment.records.size();
}

void KioskCollector::TakeAcknowledgement(const Record& record) {
  const std::optional<Acknowledgement> ack = AckIn(record);
  if (!ack || ack->node != self_) return;
  // Only for the very bytes that this node wrote: anything else acknowledges nothing.
  for (const ClosedSegment& segment : journal_.SegmentsSince(Day{})) {
    if (segment.epoch == ack->epoch && segment.number == ack->segment &&
        segment.hash == ack->hash && !segment.acknowledged)
      journal_.Acknowledge(ack->epoch, ack->segment);
  }
}

}  // namespace tanggap
