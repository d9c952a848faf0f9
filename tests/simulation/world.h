// What a simulated run puts under the C library: disks below /sim/<name>/, a clock, randomness.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "simulation/chance.h"
#include "simulation/disk.h"

namespace tanggap::simulation {

inline constexpr std::string_view kMountPoint = "/sim";

// The port of the file system is the C library itself: this program brings its own open(), write(),
// fsync(), rename() and so on (seam.cpp), and paths below /sim go to the disks mounted here. So
// publish.cpp, std::filesystem and SQLite's own file layer run as they are. The system's clock,
// getrandom(), /dev/urandom, libsodium's random bytes and its Argon2id come from here, too, while
// a world is in use; everything else goes to the real ones.
//
// One thread, one world at a time.
class World {
 public:
  explicit World(std::uint64_t seed);
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  void Mount(const std::string& name, Disk& disk);
  void Unmount(const std::string& name) { disks_.erase(name); }
  // The disk of a path below /sim and the path on it; nothing mounted there: nullptr. "/sim" itself
  // is a directory on none.
  [[nodiscard]] Disk* DiskOf(std::string_view path, std::string_view& below) const;
  // Descriptors that somebody forgot to close, for a check at the end.
  [[nodiscard]] std::size_t OpenDescriptors() const;

  std::int64_t now_ms = 0;  // the wall clock of the machine that runs just now
  Chance randomness;
  Kill kill;

  struct OpenFile {
    Disk* disk = nullptr;
    NodePtr node;  // nullptr: free
    std::size_t offset = 0;
    bool random = false;  // /dev/urandom
    bool append = false;
  };
  std::vector<OpenFile> files;            // by descriptor
  std::map<void*, NodePtr> mappings;      // of mmap()
  [[nodiscard]] int Take(OpenFile file);  // a descriptor

 private:
  std::map<std::string, Disk*, std::less<>> disks_;
};

// Descriptors from here on are simulated.
inline constexpr int kFirstDescriptor = 1'000'000;

[[nodiscard]] World* CurrentWorld();

}  // namespace tanggap::simulation
