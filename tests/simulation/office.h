// The office of every simulated run: founded once a process from a fixed seed, with images of its
// devices' disks as they were delivered.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/decree.h"
#include "domain/office.h"
#include "ledger/founding.h"
#include "ledger/keys.h"
#include "simulation/disk.h"

namespace tanggap::simulation {

inline constexpr int kMostKiosks = 3;
inline constexpr int kMostDesks = 3;
inline constexpr std::int64_t kFirstMoment = 1795250000000;  // 2026-11-21 in Indonesia
inline constexpr const char* kPassword = "contoh";

struct SimulatedOffice {
  Office office;
  Decree decree;
  Founding founding;         // kiosks first, then desks
  std::vector<Disk> images;  // in the order of founding.nodes
  [[nodiscard]] const NodeKey& Key(std::size_t node) const { return founding.nodes[node]; }
};

// `source` is the tree that holds kiosk-config/. Throws std::runtime_error when it can't be read.
[[nodiscard]] SimulatedOffice FoundSimulatedOffice(const std::filesystem::path& source);

[[nodiscard]] NodeKey CopyOf(const NodeKey& key);
[[nodiscard]] PersonKey CopyOf(const PersonKey& key);
[[nodiscard]] std::filesystem::path PathOf(const std::string& disk);

}  // namespace tanggap::simulation
