// What else of the machine this program brings itself: the system's clock and randomness, and the
// FILE streams under std::fstream.
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <map>
#include <memory>
#include <string_view>

#include "simulation/real.h"
#include "simulation/world.h"

namespace {

using tanggap::simulation::CurrentWorld;
using tanggap::simulation::kMountPoint;
using tanggap::simulation::Real;
using tanggap::simulation::World;

// The streams that stand for ours; libstdc++ only asks them for their descriptor.
std::map<FILE*, int>& Streams() {
  static std::map<FILE*, int> streams;
  return streams;
}

int FlagsOf(std::string_view mode) {
  const bool both = mode.find('+') != std::string_view::npos;
  if (mode.starts_with('r')) return both ? O_RDWR : O_RDONLY;
  const int how = mode.starts_with('a') ? O_APPEND : O_TRUNC;
  return (both ? O_RDWR : O_WRONLY) | O_CREAT | how;
}

FILE* OpenStream(const char* real, const char* path, const char* mode) {
  if (CurrentWorld() == nullptr || !std::string_view(path).starts_with(kMountPoint))
    return Real<FILE*(const char*, const char*)>(real)(path, mode);
  const int descriptor = open(path, FlagsOf(mode), 0666);
  if (descriptor < 0) return nullptr;
  FILE* const stream = fopencookie(nullptr, "r+", {});
  Streams()[stream] = descriptor;
  return stream;
}

}  // namespace

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name)
extern "C" {

int clock_gettime(clockid_t which, timespec* now) noexcept {
  const World* world = CurrentWorld();
  if (world == nullptr || which != CLOCK_REALTIME)
    return Real<int(clockid_t, timespec*)>("clock_gettime")(which, now);
  now->tv_sec = world->now_ms / 1000;
  now->tv_nsec = world->now_ms % 1000 * 1'000'000;
  return 0;
}
time_t time(time_t* now) noexcept {
  const World* world = CurrentWorld();
  if (world == nullptr) return Real<time_t(time_t*)>("time")(now);
  if (now != nullptr) *now = world->now_ms / 1000;
  return world->now_ms / 1000;
}
int gettimeofday(timeval* now, void* zone) noexcept {
  const World* world = CurrentWorld();
  if (world == nullptr) return Real<int(timeval*, void*)>("gettimeofday")(now, zone);
  now->tv_sec = world->now_ms / 1000;
  now->tv_usec = world->now_ms % 1000 * 1000;
  return 0;
}
ssize_t getrandom(void* into, size_t size, unsigned flags) {
  World* world = CurrentWorld();
  if (world == nullptr)
    return Real<ssize_t(void*, size_t, unsigned)>("getrandom")(into, size, flags);
  for (size_t i = 0; i < size; ++i)
    static_cast<unsigned char*>(into)[i] =
        static_cast<unsigned char>(world->randomness.Next() >> 56U);
  return static_cast<ssize_t>(size);
}

// libstdc++ opens its streams by the one in Debian 12 and by the other in Debian 13.
FILE* fopen64(const char* path, const char* mode) {
  return OpenStream("fopen64", path, mode);
}
FILE* fopen(const char* path, const char* mode) {
  return OpenStream("fopen", path, mode);
}
int fclose(FILE* stream) {
  int result = 0;
  if (const auto ours = Streams().find(stream); ours != Streams().end()) {
    result = close(ours->second);
    Streams().erase(ours);
  }
  const int closed = Real<int(FILE*)>("fclose")(stream);
  return result == 0 ? closed : result;
}
int fileno(FILE* stream) noexcept {
  const auto ours = Streams().find(stream);
  return ours != Streams().end() ? ours->second : Real<int(FILE*)>("fileno")(stream);
}

}  // extern "C"
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
