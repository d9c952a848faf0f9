// What a kiosk takes from the desks: states of tickets, acknowledgements, erasures.
#include <algorithm>
#include <iterator>
#include <sstream>
#include <utility>

#include "folder/collect.h"
#include "ledger/status_drafts.h"

namespace tanggap {
namespace {

constexpr const char* kDeskDay = "desk-day";

// "41 <hash> <branch>", as a kiosk keeps it; nothing for anything else.
std::optional<Place> PlaceFrom(const std::string& text) {
  std::istringstream words(text);
  Place place;
  if (!(words >> place.segment >> place.hash >> place.branch)) return std::nullopt;
  return place;
}

std::string SettingOf(const NodeId& node, const ChainKey& key) {
  return "read:" + node.value + ':' + std::to_string(key.epoch) + ':' + key.nonce;
}

// The branches of a forked chain, beside the first one, by their names.
std::vector<std::string> BranchesIn(const FoundChain& chain) {
  std::vector<std::string> branches;
  for (const auto& [number, candidates] : chain) {
    if (candidates.size() < 2) continue;
    for (const FoundSegment& found : candidates)
      branches.push_back(found.name.start);
  }
  return branches;
}

}  // namespace

KioskCollector::KioskCollector(Journal& journal, std::filesystem::path replica, OfficeId office,
                               NodeId self)
    : journal_(journal),
      office_(office),
      self_(std::move(self)),
      walk_(std::move(replica), office) {}

CollectRound KioskCollector::Round(const Roster& roster, Day today, std::size_t max_segments) {
  CollectRound round;
  WalkRound walked;
  std::size_t budget = max_segments;
  for (const RosterNode& node : roster.nodes) {
    if (node.kind != "desk" || node.id == self_) continue;
    std::string setting;
    std::string first;  // branch of the chain's first place
    const auto places = [&](const ChainKey& key, const FoundChain& chain) {
      setting = SettingOf(node.id, key);
      std::vector<Place> known;
      const auto main = PlaceFrom(journal_.Setting(setting));
      first = main ? main->branch : "";
      if (main) known.push_back(*main);
      for (const std::string& branch : BranchesIn(chain)) {
        const auto place = PlaceFrom(journal_.Setting(setting + ':' + branch));
        if (place && branch != first) known.push_back(*place);
      }
      return known;
    };
    const auto take = [&](const FoundSegment&, std::span<const Segment> segments,
                          const Place& after) {
      for (const Segment& segment : segments)
        round.records += Take(segment, today, round);
      if (first.empty()) first = after.branch;
      // After the states: read twice is harmless, skipped is not.
      journal_.SetSetting(after.branch == first ? setting : setting + ':' + after.branch,
                          std::to_string(after.segment) + ' ' + after.hash + ' ' + after.branch);
    };
    walk_.Walk(node, roster, places, take, budget, walked);
  }
  round.segments = walked.segments;
  round.gaps = std::move(walked.gaps);
  round.forks = std::move(walked.forks);
  round.bad = std::move(walked.bad);
  round.more = walked.more;
  return round;
}

std::optional<Day> KioskCollector::NewestDeskDay() {
  return DayFromIso(journal_.Setting(kDeskDay));
}

std::size_t KioskCollector::Take(const Segment& segment, Day today, CollectRound& round) {
  std::vector<PublishedState> states;
  for (const SegmentRecord& read : segment.records) {
    const Record& record = read.line.record;
    if (record.type == RecordType::kStatus) {
      std::ranges::move(StatesIn(record), std::back_inserter(states));
    } else if (record.type == RecordType::kAck) {
      // Only for the very bytes that this node wrote: the journal compares the hash.
      const std::optional<Acknowledgement> ack = AckIn(record);
      if (ack && ack->node == self_)
        journal_.Acknowledge(ack->epoch, ack->segment, ack->hash, today);
    } else if (record.type == RecordType::kLegalHold && !record.refs.empty()) {
      const std::string setting = "hold:" + ToHex(record.refs.front());
      const std::string known = journal_.Setting(setting);
      if (known.find(ToHex(record.id)) == std::string::npos)
        journal_.SetSetting(setting, known + ToHex(record.id) + ' ');
    } else if (record.type == RecordType::kErased) {
      Erase(record, round);
    }
  }
  journal_.PutStates(states);
  if (journal_.Setting(kDeskDay) < IsoDay(segment.day))
    journal_.SetSetting(kDeskDay, IsoDay(segment.day));
  return segment.records.size();
}

// A kiosk's own bodies of content and identity are those of complaints, whose case is themselves.
void KioskCollector::Erase(const Record& record, CollectRound& round) {
  std::vector<std::pair<RecordId, BodyClass>> bodies;
  for (const auto& [hex, letters] : PairsOf(record.clear, "bodies")) {
    const auto id = RecordIdFromHex(hex);
    if (!id || !journal_.Contains(*id)) continue;
    std::istringstream holds(journal_.Setting("hold:" + hex));
    bool held = false;
    for (std::string hold; holds >> hold;) {
      const auto seen = RecordIdFromHex(hold);
      held = held || !seen || std::ranges::find(record.refs, *seen) == record.refs.end();
    }
    if (held) continue;
    for (const BodyClass body_class : kAllBodyClasses) {
      if (letters.find(static_cast<char>(body_class)) != std::string::npos)
        bodies.emplace_back(*id, body_class);
    }
  }
  if (!bodies.empty()) round.erased += journal_.EraseBodies(bodies);
}

}  // namespace tanggap
