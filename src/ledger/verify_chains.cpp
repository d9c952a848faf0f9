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

void ChainsCheck::CheckPinned(const ChainId& id, const std::map<std::string, std::uint32_t>& pins,
                              VerifyReport& report) const {
  const auto chain = chains_.find(id);
  if (chain == chains_.end()) return;
  std::set<std::string> on_a_way;
  std::uint32_t missing = 0;  // the greatest
  std::uint32_t end = 0;
  for (const auto& [pin, last] : pins) {
    end = std::max(end, last);
    std::string hash = pin;
    for (std::uint32_t number = last; number > 0; --number) {
      const auto at = places_.find(hash);
      if (at == places_.end() || at->second.chain != id || at->second.number != number) {
        missing = std::max(missing, number);
        break;
      }
      on_a_way.insert(hash);
      const auto& links = chain->second.links.at(number);
      hash = std::ranges::find(links, hash, &Link::hash)->previous;
    }
  }
  if (missing > 0) {
    Wrong(report, chain->second.links.rbegin()->second.front().file,
          "segment " + std::to_string(missing) +
              " is missing on the way to the place where its node was revoked");
  }
  for (const auto& [number, links] : chain->second.links) {
    if (number <= missing || number > end) continue;  // beyond the end every one is named already
    for (const Link& link : links) {
      if (!on_a_way.contains(link.hash))
        Wrong(report, link.file, "not on the chain at whose end its node was revoked");
    }
  }
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
