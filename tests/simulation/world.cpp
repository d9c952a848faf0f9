#include "simulation/world.h"

#include <sodium.h>
#include <sqlite3.h>

#include <cassert>

namespace tanggap::simulation {
namespace {

// The C functions of seam.cpp have no other way to learn which world they act in.
World* current = nullptr;

std::uint32_t RandomWord() {
  return static_cast<std::uint32_t>(current->randomness.Next() >> 32U);
}
void RandomBytes(void* into, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i)
    static_cast<unsigned char*>(into)[i] =
        static_cast<unsigned char>(current->randomness.Next() >> 56U);
}
const char* NameOfRandomness() {
  return "simulation";
}
void NothingToStir() {}
int NothingToClose() {
  return 0;
}
randombytes_implementation seeded{NameOfRandomness, RandomWord,  NothingToStir,
                                  nullptr,          RandomBytes, NothingToClose};

}  // namespace

World* CurrentWorld() {
  return current;
}

World::World(std::uint64_t seed) : randomness(seed) {
  assert(current == nullptr);
  current = this;
  randombytes_set_implementation(&seeded);
  // SQLite seeds itself once a process, from /dev/urandom: here once a run.
  sqlite3_randomness(0, nullptr);
}

World::~World() {
  current = nullptr;
}

void World::Mount(const std::string& name, Disk& disk) {
  disk.kill = &kill;
  disks_[name] = &disk;
}

Disk* World::DiskOf(std::string_view path, std::string_view& below) const {
  std::string_view rest = path.substr(kMountPoint.size());
  while (rest.starts_with('/'))
    rest.remove_prefix(1);
  const std::size_t end = std::min(rest.find('/'), rest.size());
  const auto found = disks_.find(rest.substr(0, end));
  if (found == disks_.end()) return nullptr;
  below = rest.substr(end);
  while (below.starts_with('/'))
    below.remove_prefix(1);
  return found->second;
}

std::size_t World::OpenDescriptors() const {
  std::size_t open = 0;
  for (const OpenFile& file : files) {
    if (file.node != nullptr || file.random) ++open;
  }
  return open;
}

int World::Take(OpenFile file) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].node != nullptr || files[i].random) continue;
    files[i] = std::move(file);
    return kFirstDescriptor + static_cast<int>(i);
  }
  files.push_back(std::move(file));
  return kFirstDescriptor + static_cast<int>(files.size()) - 1;
}

}  // namespace tanggap::simulation
