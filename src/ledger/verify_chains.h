// The part of verification that sees chains: that every segment continues one that is here, where
// one is missing, and where a device wrote two different ones.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "ledger/segment.h"
#include "ledger/verify.h"

namespace tanggap {

struct ChainId {
  NodeId node;
  std::uint32_t epoch = 0;
  std::string nonce;
  auto operator<=>(const ChainId&) const = default;
};

class ChainsCheck {
 public:
  // False: this very segment is known already. Once alone and once in a pack is how packs come to
  // be; a second file of its own is a copy, and a problem.
  bool Take(const Segment& segment, const std::string& file, bool packed, VerifyReport& report);
  // A file is there and can't be read; whoever said so has named it.
  void Broken(const ChainId& id, std::uint32_t number) { chains_[id].broken.insert(number); }
  // After all were taken. `genesis` gives the hash that an epoch begins with.
  void Check(const std::function<std::string(const ChainId&)>& genesis, VerifyReport& report) const;
  // Of a revoked node: what doesn't lie on the way to its pins is a thief's, under any number; only
  // down to where a segment of a way is missing, which is named: below it nobody can tell.
  void CheckPinned(const ChainId& id, const std::map<std::string, std::uint32_t>& pins,
                   VerifyReport& report) const;
  // Ends of chains that nothing in `proven` names: if somebody took away more after them, or will
  // take them away, nobody can tell.
  void ListUnwitnessed(const std::set<std::string>& proven, VerifyReport& report) const;
  // Whether both are segments of one chain, `hash` no later than `other`.
  [[nodiscard]] bool IsAtOrBefore(const std::string& hash, const std::string& other) const;

 private:
  struct Link {
    std::string hash;
    std::string previous;
    std::uint64_t first = 0;
    std::uint64_t count = 0;
    std::string file;
    bool packed = false;
  };
  struct Chain {
    std::map<std::uint32_t, std::vector<Link>> links;  // more than one: a fork
    std::set<std::uint32_t> broken;
  };
  struct Place {
    ChainId chain;
    std::uint32_t number = 0;
  };
  static void CheckLink(const Chain& chain, const std::string& genesis, std::uint32_t number,
                        const Link& link, VerifyReport& report);

  std::map<ChainId, Chain> chains_;
  std::map<std::string, Place> places_;  // by hash
};

}  // namespace tanggap
