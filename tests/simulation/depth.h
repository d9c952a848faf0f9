// How much happened in a run. A simulator that was made faster must not have become shallower.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tanggap::simulation {

struct Depth {
  std::uint64_t tickets = 0;         // that a kiosk gave, ratings among them
  std::uint64_t deeds = 0;           // that a person at a desk was told are kept
  std::uint64_t rounds = 0;          // of the programs' workers
  std::uint64_t syncs = 0;           // rounds of tanggap sync that came to their end
  std::uint64_t starts = 0;          // of a program, whether or not it went on
  std::uint64_t kills = 0;           // of a program, at a call of the file system or at rest
  std::uint64_t power_cuts = 0;      // the same
  std::uint64_t disk_errors = 0;     // EIO or ENOSPC, once
  std::uint64_t disasters = 0;       // journals lost, images restored, disks cloned, clocks set …
  std::uint64_t roster_changes = 0;  // a supervisor left
  std::uint64_t lies = 0;            // that a dishonest desk wrote
  std::uint64_t file_calls = 0;      // to all disks
  std::uint64_t checks = 0;          // of one record or case at one desk, at the end

  void Add(const Depth& other);
};

struct DepthPart {
  std::string_view name;
  std::uint64_t Depth::*count;
};
inline constexpr std::array kDepthParts{
    DepthPart{"tickets", &Depth::tickets},
    DepthPart{"deeds", &Depth::deeds},
    DepthPart{"rounds", &Depth::rounds},
    DepthPart{"syncs", &Depth::syncs},
    DepthPart{"starts", &Depth::starts},
    DepthPart{"kills", &Depth::kills},
    DepthPart{"power_cuts", &Depth::power_cuts},
    DepthPart{"disk_errors", &Depth::disk_errors},
    DepthPart{"disasters", &Depth::disasters},
    DepthPart{"roster_changes", &Depth::roster_changes},
    DepthPart{"lies", &Depth::lies},
    DepthPart{"file_calls", &Depth::file_calls},
    DepthPart{"checks", &Depth::checks},
};

inline void Depth::Add(const Depth& other) {
  for (const DepthPart& part : kDepthParts)
    this->*part.count += other.*part.count;
}

}  // namespace tanggap::simulation
