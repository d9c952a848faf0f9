#include "ledger/verify_chains.h"

#include <algorithm>
#include <utility>

namespace tanggap {
namespace {

void Wrong(VerifyReport& report, const std::string& file, std::string what) {
  report.problems.push_back({file, 1, std::move(what)});
}

}  // namespace

bool ChainsCheck::Take(const Segment& segment, const std::string& file, bool packed,
                       VerifyReport& report) {
  const SegmentHeader& header = segment.header;
  const ChainId id{header.node, header.epoch, header.nonce};
  std::vector<Link>& links = chains_[id].links[header.number];
  const auto known = std::ranges::find(links, segment.hash, &Link::hash);
  if (known != links.end()) {
    if (!packed && !known->packed) Wrong(report, file, "a second copy of " + known->file);
    known->packed = known->packed && packed;
    return false;
  }
  links.push_back(
      {segment.hash, header.previous, header.first, segment.records.size(), file, packed});
  places_.insert_or_assign(segment.hash, Place{id, header.number});
  return true;
}

void ChainsCheck::Check(const std::function<std::string(const ChainId&)>& genesis,
                        VerifyReport& report) const {
  for (const auto& [id, chain] : chains_) {
    std::uint32_t before = 0;
    for (const auto& [number, links] : chain.links) {
      if (links.size() > 1) {
        for (const Link& link : links)
          report.forks.push_back(link.file);
      }
      if (number > before + 1 && !chain.broken.contains(before + 1)) {
        Wrong(report, links.front().file,
              "segment " + std::to_string(before + 1) + " is missing before this one");
      }
      for (const Link& link : links) {
        if (number == before + 1)
          CheckLink(chain, number == 1 ? genesis(id) : std::string(), number, link, report);
      }
      before = number;
    }
  }
}

void ChainsCheck::CheckLink(const Chain& chain, const std::string& genesis, std::uint32_t number,
                            const Link& link, VerifyReport& report) {
  bool continues = false;
  if (number == 1) {
    continues = link.previous == genesis && link.first == 1;
  } else {
    continues = std::ranges::any_of(chain.links.at(number - 1), [&](const Link& one) {
      return one.hash == link.previous && one.first + one.count == link.first;
    });
  }
  if (!continues) Wrong(report, link.file, "does not continue the segment before it");
}

void ChainsCheck::ListUnwitnessed(const std::set<std::string>& proven, VerifyReport& report) const {
  for (const auto& [id, chain] : chains_) {
    std::set<std::string> continued;
    for (const auto& [number, links] : chain.links) {
      for (const Link& link : links)
        continued.insert(link.previous);
    }
    for (const auto& [number, links] : chain.links) {
      for (const Link& link : links) {
        if (!continued.contains(link.hash) && !proven.contains(link.hash))
          report.unwitnessed.push_back(link.file);
      }
    }
  }
}

bool ChainsCheck::IsAtOrBefore(const std::string& hash, const std::string& other) const {
  const auto place = places_.find(hash);
  const auto end = places_.find(other);
  return place != places_.end() && end != places_.end() &&
         place->second.chain == end->second.chain && place->second.number <= end->second.number;
}

}  // namespace tanggap
