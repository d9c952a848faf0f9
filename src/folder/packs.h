// Packs: a month of one chain in as few files as the limits allow, and the files before them gone.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "domain/result.h"
#include "folder/tree.h"
#include "ledger/roster.h"

namespace tanggap {

struct PackWish {
  // Which months of which node may be packed now; the others are only cleared of files that a pack
  // beside them covers.
  std::function<bool(const NodeId&, const std::string& month)> may_pack;
  // A kiosk's own replica: what still has bodies there stays as it is, until they are dropped.
  std::function<bool(const NodeId&)> without_bodies;
};

struct PackRound {
  std::size_t packs = 0;     // written
  std::size_t packed = 0;    // segments in them
  std::size_t removed = 0;   // files that a pack covers
  std::size_t restored = 0;  // boxes of packs that had lost bodies
  std::vector<Problem> problems;
  [[nodiscard]] bool Changed() const { return packs > 0 || removed > 0 || restored > 0; }
};

// Needs no secret: a pack is the segments' own bytes one after another, its box their bodies'.
// First the box, then the pack, both read back, and only
// then go the files that it covers byte for byte, bodies included. A pack whose bodies somebody has
// taken away gets them back from single files beside it. Killed anywhere, the next call
// goes on; with nothing to do it reads nothing but names. A pack is believed only when every
// signature in it holds. Throws std::filesystem_error.
class Packer {
 public:
  // Months of a node that stay loose: devices look after the files of these themselves.
  static constexpr int kLooseMonths = 3;

  explicit Packer(std::filesystem::path folder) : folder_(std::move(folder)) {}
  // `files` is the folder's tree; nodes that `roster` doesn't name are left alone.
  PackRound Round(const Tree& files, const Roster& roster, const PackWish& wish);

 private:
  std::filesystem::path folder_;
  // Months looked at with nothing to do, as they were then: by directory and chain, their names.
  std::map<std::string, std::vector<std::string>> settled_;
};

// The first month that stays loose: the newest of this node's months and `loose` - 1 before it.
// "202611" and 3 give "202609". Empty when the node has none.
[[nodiscard]] std::string FirstLooseMonth(const Tree& files, const OfficeId& office,
                                          const NodeId& node, int loose);

}  // namespace tanggap
