// What this desk knows of the office around it: devices, people, and the way to the central folder.
// From the roster and the replica; one value, told anew whenever it changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/ids.h"
#include "domain/time.h"

namespace tanggap::desk {

// A kiosk or a desk of the roster.
struct Device {
  // A signed line in which a device says every ten minutes how far it has come.
  struct Heartbeat {
    Instant at{};               // by its own clock
    std::uint32_t segment = 0;  // of `epoch`: the last one it closed
    std::int64_t free_mib = 0;  // of its disk
    bool operator==(const Heartbeat&) const = default;
  };
  NodeId node;
  std::string name;   // as enrolled: "kiosk-1"
  bool kiosk = true;  // else a desk
  bool here = false;  // this desk itself
  bool revoked = false;
  std::string fingerprint;       // four groups of five
  std::optional<Instant> heard;  // when something of it last came into this replica
  std::uint32_t epoch = 0;       // its newest one; 0: nothing of it has ever arrived
  std::uint32_t read = 0;        // segments of that epoch that are read here
  std::uint32_t witnessed = 0;   // segments of it that something later speaks for
  bool lacks_bodies = false;     // a segment is here, and what was sealed beside it isn't
  std::optional<Heartbeat> beat;
  bool operator==(const Device&) const = default;
};

// Somebody of the roster, whether or not they may sign in here.
struct Enrolled {
  PersonId id;
  std::string name;
  Role role = Role::kStaff;
  bool removed = false;
  bool reads = false;  // holds reading keys
  bool here = false;   // their key file lies at this desk
  std::string fingerprint;
  bool operator==(const Enrolled&) const = default;
};

struct FolderState {
  struct Gap {
    NodeId node;
    std::uint32_t segment = 0;  // this one is missing, later ones wait
    bool operator==(const Gap&) const = default;
  };
  struct Altered {
    NodeId node;
    std::size_t files = 0;  // that don't verify here: neither read nor believed
    bool operator==(const Altered&) const = default;
  };
  // What the last sync found altered in the central folder.
  struct Tampered {
    std::size_t restored = 0;  // from the other side
    std::size_t left = 0;      // damaged on both sides
    Instant at{};
    bool operator==(const Tampered&) const = default;
  };
  std::vector<Device> devices;   // kiosks first, then desks, each by name
  std::vector<Enrolled> people;  // those who left last, each by name
  std::uint32_t roster = 0;      // its number; 0: nothing is known yet
  Instant roster_at{};
  std::string root;  // the office's fingerprint, as it stands on paper
  std::vector<Gap> gaps;
  std::vector<NodeId> lives;  // devices that began to write from a second disk, in the last days
  std::vector<Altered> altered;
  std::optional<Tampered> tampered;
  std::size_t read = 0;                  // segments, while many are read at once
  std::size_t total = 0;                 // 0: nothing waits to be read
  std::optional<Instant> reached;        // when the central folder was last reached
  std::optional<Instant> offline_since;  // the central folder can't be reached
  std::optional<Instant> carried;        // when all was last on a stick and read back from it
  std::size_t waiting = 0;               // own records that have not gone out since then
  bool operator==(const FolderState&) const = default;
};

// A stick that lies in this computer.
struct Stick {
  std::string place;  // "/media/meja/KINGSTON"
  std::string name;   // "KINGSTON"
  bool operator==(const Stick&) const = default;
};
// Why a stick could not be written.
enum class StickFault {
  kNone,
  kGone,  // pulled out midway
  kFull,
  kReadOnly,  // or not ours to write
  kDamaged,   // files on it don't hold, and the ones here don't either
  kUnread,    // something was not whole yet, here or there
  kOther,
};
// Carrying everything to a stick and from it: copied, then read back from the stick itself.
struct Carriage {
  enum class Stage { kCopying, kReadingBack, kSafe, kUnsafe } stage = Stage::kCopying;
  Stick stick;
  std::size_t done = 0;  // files of this stage
  std::size_t total = 0;
  std::size_t sent = 0;  // files, once it is over
  std::size_t received = 0;
  std::size_t checked = 0;
  StickFault fault = StickFault::kNone;
  std::string detail;  // the system's own words, of kDamaged and kOther
  Instant at{};        // when it was over
  [[nodiscard]] bool UnderWay() const {
    return stage == Stage::kCopying || stage == Stage::kReadingBack;
  }
  bool operator==(const Carriage&) const = default;
};

// What is not as it should be with a device, the gravest first.
enum class DeviceFault {
  kTwoLives,    // it wrote from two disks
  kAltered,     // n files of it don't verify
  kGap,         // segment n has not arrived, later ones wait
  kBehind,      // its heartbeat knows of n segments that are not here
  kBodiesLack,  // what was sealed beside a segment is not here
  kSilent,      // nothing of it for n minutes
  kNeverHeard,  // nothing of it ever
  kDiskLow,     // n MiB are free
};
struct DeviceFinding {
  DeviceFault fault = DeviceFault::kSilent;
  bool grave = false;  // red, else amber
  std::int64_t n = 0;
  bool operator==(const DeviceFinding&) const = default;
};
inline constexpr std::chrono::minutes kSilentCare{15};  // one heartbeat and a sync were missed
inline constexpr std::chrono::minutes kSilentGrave{60};
inline constexpr std::int64_t kDiskCareMib = 1024;
inline constexpr std::int64_t kDiskGraveMib = 64;  // below 32 a kiosk takes no complaint

// Of a revoked device, none: it counts nowhere. A desk may be switched off: that is no finding.
[[nodiscard]] std::vector<DeviceFinding> FindingsOf(const FolderState& folder, const Device& device,
                                                    Instant now);

// Who may sign a change of the roster in the root's place, two together: supervisors and heads.
[[nodiscard]] std::vector<const Enrolled*> RosterSigners(const FolderState& folder);

// What an office should not be short of.
enum class PeopleLack {
  kReader,    // one reader alone: if they leave, nobody reads what was lodged
  kHead,      // nobody decides
  kProposer,  // nobody but one person proposes and decides
  kSigner,    // without the root on paper nobody can be enrolled or removed
};
[[nodiscard]] std::vector<PeopleLack> LacksOf(const FolderState& folder);

}  // namespace tanggap::desk
