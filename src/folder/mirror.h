// The mirror: makes two copies of the tree hold the same files, one way then the other. It needs
// no database and no secret, only the rules of names, the hashes inside the files, and the public
// keys of the roster.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "domain/result.h"
#include "folder/alarms.h"
#include "folder/node_file.h"
#include "folder/packs.h"
#include "folder/publish.h"
#include "folder/tree.h"
#include "folder/wholeness.h"
#include "ledger/erasures.h"
#include "ledger/roster.h"

namespace tanggap {

struct MirrorRound {
  std::size_t sent = 0;      // files copied replica -> remote
  std::size_t received = 0;  // remote -> replica
  std::uint64_t sent_bytes = 0;
  std::uint64_t received_bytes = 0;
  std::size_t present = 0;        // there on both sides already
  std::size_t waiting = 0;        // not whole yet, or a box whose segment has not arrived
  std::size_t packed = 0;         // not copied: the other side has them in a pack
  std::size_t packs = 0;          // months put into one file, on either side
  std::size_t covered = 0;        // files removed because a pack beside them holds their bytes
  std::size_t junk = 0;           // names that are not ours, links, pipes: ignored
  std::size_t restored = 0;       // files found altered and replaced by the other side's whole ones
  std::size_t erased = 0;         // boxes written anew without bodies that were erased
  std::size_t checked = 0;        // files compared byte by byte with the other side
  std::vector<Problem> problems;  // damaged files, named and left where they are
  std::vector<std::string> alarms;  // gaps and devices on two disks in the remote, one line each
};

// Of a round whose every file was read back: all that this side gives away lies over there.
[[nodiscard]] bool IsSafeToRemove(const MirrorRound& round);

// How far a round has come, for whoever waits beside it. Each part counts anew.
struct MirrorProgress {
  enum class Part { kCopying, kReadingBack } part = Part::kCopying;
  std::size_t done = 0;
  std::size_t total = 0;
};

enum class MirrorCheck {
  kOneOld,    // compares one file with the other side byte by byte, the next one in each round
  kAll,       // all of them
  kReadBack,  // and asks the device, not its cache: before a stick is taken out
};

// Copies what is absent, after checking it, and reads every copy back. Never deletes or changes a
// whole file, but for two: bodies that an `erased` record of a rostered desk names leave both
// sides, and the box's earlier generations with them; and what a pack beside it holds byte for byte
// is removed. The owner's own months before the newest three are packed, on both sides. A file that
// is cut or altered on one side and whole on the other is replaced. A kiosk sends everything of its
// own and receives rosters, desks' segments, and what it wrote itself in another life; it never
// takes bodies back that it dropped.
//
// Keep one object for many rounds: it remembers what it has read of immutable files. One owner.
class TreeMirror {
 public:
  TreeMirror(std::filesystem::path replica, std::filesystem::path remote);

  // Throws std::filesystem_error when a side is missing or vanishes midway; what was copied until
  // then is whole, and the next round goes on.
  MirrorRound Round(MirrorCheck check = MirrorCheck::kOneOld);
  // `tell` hears of every file, on the thread of the round.
  void Tell(std::function<void(const MirrorProgress&)> tell) { tell_ = std::move(tell); }
  // Grows with every file and every part of a round, from any thread: a share that hangs leaves it
  // where it is.
  [[nodiscard]] std::uint64_t Steps() const { return steps_.load(std::memory_order_relaxed); }

 private:
  // One copy of the tree.
  struct Side {
    std::filesystem::path root;
    Tree files;
    std::unordered_map<std::string, std::uint64_t> searched;  // segments, by erasures' version
    std::unordered_map<std::string, std::vector<std::string>> packs;  // what a pack contains
    std::unordered_set<std::string> no_packs;                         // single segments
    std::unordered_set<std::string> whole_boxes;                      // of packs, with their sizes
    std::optional<Packer> packer;
    std::optional<AlarmWatch> alarms;
  };
  using Wanted = std::function<bool(const std::string& path, const TreeEntry&, const Side& to)>;

  // mirror.cpp
  void ReadOwner();
  void Carry(const Side& from, Side& to, const Wanted& wanted, std::size_t& files,
             std::uint64_t& bytes);
  bool CarryOne(const Side& from, Side& to, const std::string& path, const TreeEntry& entry);
  void Say(MirrorProgress::Part part, std::size_t done, std::size_t total) const;
  void CarryBeats(const Side& from, Side& to, const Wanted& wanted);
  [[nodiscard]] WholenessCheck Check(const Side& side, const std::string& path,
                                     const TreeName& name, std::string_view bytes) const;
  [[nodiscard]] bool WantedInward(const std::string& path, const TreeEntry& entry, const Side& to);
  // mirror_packs.cpp
  [[nodiscard]] bool IsPacked(const std::string& path, const TreeEntry& entry, Side& to);
  [[nodiscard]] bool HoldsBodies(const std::string& pack, Side& side);
  [[nodiscard]] const std::vector<std::string>* LinksIn(const std::string& segment, Side& side);
  void PackOldMonths();
  void LookForAlarms();
  // mirror_boxes.cpp
  void LearnRosters();
  void LearnErasures(const Side& side);
  void Erase(Side& side);
  void EraseIn(Side& side, const std::string& path, const TreeEntry& entry);
  // What counts; or with `held`, all that was ever asked for.
  [[nodiscard]] BodyHashes ErasedIn(std::string_view segment, bool held = false) const;
  [[nodiscard]] bool IsBestLeft(const Side& from, const Side& to, const std::string& path,
                                std::string_view bytes) const;
  void RemoveLowerBoxes(Side& side, const std::string& path, const TreeEntry& entry);
  // mirror_check.cpp
  void CheckOne();
  void CheckAll(bool past_the_cache);
  void Compare(const std::string& path, const TreeEntry& entry, bool past_the_cache);

  Side here_;
  Side there_;
  std::filesystem::path replica_;
  std::filesystem::path remote_;
  std::optional<NodeFile> owner_;
  std::map<OfficeId, Roster> rosters_;
  std::map<OfficeId, std::string> newest_roster_;  // by which they were read
  Erasures erasures_;
  std::unordered_set<std::string> learned_;  // desks' segments read for erasures
  std::string last_checked_;
  MirrorRound round_;
  std::atomic<std::uint64_t> steps_ = 0;
  std::function<void(const MirrorProgress&)> tell_;
};

// One round of a new mirror.
MirrorRound Mirror(const std::filesystem::path& replica, const std::filesystem::path& remote,
                   MirrorCheck check = MirrorCheck::kOneOld);

}  // namespace tanggap
