// The C library's file functions as this program has them: those below /sim act on simulated disks,
// all others on the real ones. Being defined in the program itself they also serve the shared
// libraries (libstdc++'s std::filesystem, SQLite, libsodium).
#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "simulation/real.h"
#include "simulation/world.h"

namespace {

using tanggap::simulation::CurrentWorld;
using tanggap::simulation::Disk;
using tanggap::simulation::kFirstDescriptor;
using tanggap::simulation::kMountPoint;
using tanggap::simulation::Node;
using tanggap::simulation::NodePtr;
using tanggap::simulation::Real;
using tanggap::simulation::World;

int Answer(long result) {
  if (result >= 0) return static_cast<int>(result);
  errno = static_cast<int>(-result);
  return -1;
}

// Whether a path is ours, and where it leads.
struct Place {
  bool ours = false;
  bool mount_point = false;  // "/sim" itself
  Disk* disk = nullptr;      // nullptr: nothing is mounted there
  std::string_view below;
};
Place PlaceOf(const char* path) {
  Place place;
  World* world = CurrentWorld();
  if (world == nullptr || path == nullptr) return place;
  const std::string_view text(path);
  if (!text.starts_with(kMountPoint)) return place;
  const std::string_view rest = text.substr(kMountPoint.size());
  if (!rest.empty() && rest.front() != '/') return place;
  place.ours = true;
  place.mount_point = rest.find_first_not_of('/') == std::string_view::npos;
  if (!place.mount_point) place.disk = world->DiskOf(text, place.below);
  return place;
}

World::OpenFile* FileOf(int descriptor) {
  World* world = CurrentWorld();
  if (world == nullptr || descriptor < kFirstDescriptor) return nullptr;
  const auto at = static_cast<std::size_t>(descriptor - kFirstDescriptor);
  if (at >= world->files.size()) return nullptr;
  World::OpenFile& file = world->files[at];
  return file.node == nullptr && !file.random ? nullptr : &file;
}
bool IsOurs(int descriptor) {
  return CurrentWorld() != nullptr && descriptor >= kFirstDescriptor;
}

int Open(const Place& place, int flags, unsigned mode) {
  if (place.mount_point) return Answer(-EACCES);
  if (place.disk == nullptr) return Answer(-ENOENT);
  Disk& disk = *place.disk;
  if (const int error = disk.Step(); error != 0) return Answer(error);
  NodePtr node;
  const int found = disk.Find(place.below, node);
  if (found == 0 && (flags & O_CREAT) != 0 && (flags & O_EXCL) != 0) return Answer(-EEXIST);
  if (found == -ENOENT && (flags & O_CREAT) != 0) {
    if (const int error = disk.Create(place.below, mode, node); error != 0) return Answer(error);
  } else if (found != 0) {
    return Answer(found);
  }
  if ((flags & O_DIRECTORY) != 0 && !node->directory) return Answer(-ENOTDIR);
  if (node->directory && (flags & O_ACCMODE) != O_RDONLY) return Answer(-EISDIR);
  if ((flags & O_TRUNC) != 0) {
    if (const int error = disk.Truncate(*node, 0); error != 0) return Answer(error);
  }
  return CurrentWorld()->Take({&disk, node, 0, false, (flags & O_APPEND) != 0});
}

int OpenAny(const char* real, const char* path, int flags, unsigned mode) {
  if (CurrentWorld() != nullptr && std::string_view(path) == "/dev/urandom")
    return CurrentWorld()->Take({nullptr, nullptr, 0, true, false});
  if (const Place place = PlaceOf(path); place.ours) return Open(place, flags, mode);
  return Real<int(const char*, int, ...)>(real)(path, flags, mode);
}

unsigned ModeIn(int flags, va_list arguments) {
  return (flags & O_CREAT) != 0 ? va_arg(arguments, unsigned) : 0;
}

void Fill(struct stat& status, const Disk& disk, const Node& node) {
  status = {};
  status.st_dev = reinterpret_cast<std::uintptr_t>(&disk);
  status.st_ino = node.number;
  status.st_mode = (node.directory ? S_IFDIR : S_IFREG) | node.mode;
  status.st_nlink = 1;
  status.st_size = static_cast<off_t>(node.mapped.empty() ? node.bytes.size() : node.mapped.size());
  status.st_blksize = 4096;
  status.st_mtim.tv_sec = node.changed_ms / 1000;
  status.st_mtim.tv_nsec = node.changed_ms % 1000 * 1'000'000;
}

int Stat(const Place& place, struct stat* status) {
  if (place.mount_point) {
    *status = {};
    status->st_mode = S_IFDIR | 0755;
    return 0;
  }
  if (place.disk == nullptr) return Answer(-ENOENT);
  if (const int error = place.disk->Step(); error != 0) return Answer(error);
  NodePtr node;
  if (const int error = place.disk->Find(place.below, node); error != 0) return Answer(error);
  Fill(*status, *place.disk, *node);
  return 0;
}

int StatAny(const char* real, const char* path, struct stat* status) {
  if (const Place place = PlaceOf(path); place.ours) return Stat(place, status);
  return Real<int(const char*, struct stat*)>(real)(path, status);
}

int FileStat(const char* real, int descriptor, struct stat* status) {
  if (!IsOurs(descriptor)) return Real<int(int, struct stat*)>(real)(descriptor, status);
  World::OpenFile* file = FileOf(descriptor);
  if (file == nullptr) return Answer(-EBADF);
  if (file->random) {
    *status = {};
    status->st_mode = S_IFCHR | 0666;
    return 0;
  }
  if (const int error = file->disk->Step(); error != 0) return Answer(error);
  Fill(*status, *file->disk, *file->node);
  return 0;
}

long ReadAt(World::OpenFile& file, void* into, std::size_t size, std::size_t offset) {
  if (!file.random) return file.disk->Read(*file.node, offset, static_cast<char*>(into), size);
  for (std::size_t i = 0; i < size; ++i)
    static_cast<unsigned char*>(into)[i] =
        static_cast<unsigned char>(CurrentWorld()->randomness.Next() >> 56U);
  return static_cast<long>(size);
}

// A directory that is being read; what opendir() and fdopendir() give out for ours.
struct Listing {
  int descriptor = -1;
  std::vector<std::string> names;
  std::size_t next = 0;
  dirent entry{};
};
constexpr std::uintptr_t kListingMark = 1;  // the pointers given out are odd

DIR* Marked(Listing* listing) {
  return reinterpret_cast<DIR*>(reinterpret_cast<std::uintptr_t>(listing) | kListingMark);
}
Listing* ListingOf(DIR* directory) {
  const auto value = reinterpret_cast<std::uintptr_t>(directory);
  return (value & kListingMark) == 0 ? nullptr : reinterpret_cast<Listing*>(value & ~kListingMark);
}

DIR* StartListing(int descriptor) {
  World::OpenFile* file = FileOf(descriptor);
  if (file == nullptr || file->node == nullptr) {
    errno = EBADF;
    return nullptr;
  }
  auto listing = std::make_unique<Listing>();
  listing->descriptor = descriptor;
  if (const int error = file->disk->List(*file->node, listing->names); error != 0) {
    errno = -error;
    return nullptr;
  }
  return Marked(listing.release());
}

// "directory's path/name" of an *at() function; only what libstdc++ asks for.
std::optional<int> OpenAt(int directory, const char* name, int flags, unsigned mode) {
  if (!IsOurs(directory) || name[0] == '/') return std::nullopt;
  World::OpenFile* parent = FileOf(directory);
  if (parent == nullptr) return Answer(-EBADF);
  if (std::string_view(name) == ".") {
    if (const int error = parent->disk->Step(); error != 0) return Answer(error);
    return CurrentWorld()->Take({parent->disk, parent->node, 0, false, false});
  }
  const auto child = parent->node->names.find(name);
  if (const int error = parent->disk->Step(); error != 0) return Answer(error);
  if (child == parent->node->names.end() || (flags & O_CREAT) != 0) return Answer(-ENOENT);
  if ((flags & O_DIRECTORY) != 0 && !child->second->directory) return Answer(-ENOTDIR);
  static_cast<void>(mode);
  return CurrentWorld()->Take({parent->disk, child->second, 0, false, false});
}

int RenameAny(const char* from, const char* to, bool replace) {
  const Place source = PlaceOf(from);
  const Place target = PlaceOf(to);
  if (source.disk == nullptr || target.disk == nullptr) return Answer(-ENOENT);
  if (source.disk != target.disk) return Answer(-EXDEV);
  return Answer(source.disk->Rename(source.below, target.below, replace));
}

int Remove(const char* path, bool directory) {
  const Place place = PlaceOf(path);
  if (place.disk == nullptr) return Answer(place.mount_point ? -EBUSY : -ENOENT);
  return Answer(place.disk->Remove(place.below, directory));
}

int SyncAny(const char* real, int descriptor) {
  if (!IsOurs(descriptor)) return Real<int(int)>(real)(descriptor);
  World::OpenFile* file = FileOf(descriptor);
  return file == nullptr || file->node == nullptr ? Answer(-EBADF)
                                                  : Answer(file->disk->Sync(*file->node));
}

int TruncateAny(const char* real, int descriptor, off_t size) {
  if (!IsOurs(descriptor)) return Real<int(int, off_t)>(real)(descriptor, size);
  World::OpenFile* file = FileOf(descriptor);
  return file == nullptr || file->node == nullptr
             ? Answer(-EBADF)
             : Answer(file->disk->Truncate(*file->node, static_cast<std::size_t>(size)));
}

ssize_t ReadAny(const char* real, int descriptor, void* into, std::size_t size, off_t offset) {
  if (!IsOurs(descriptor))
    return Real<ssize_t(int, void*, std::size_t, off_t)>(real)(descriptor, into, size, offset);
  World::OpenFile* file = FileOf(descriptor);
  if (file == nullptr) return Answer(-EBADF);
  return Answer(ReadAt(*file, into, size, static_cast<std::size_t>(offset)));
}

ssize_t WriteAny(const char* real, int descriptor, const void* from, std::size_t size,
                 off_t offset) {
  if (!IsOurs(descriptor))
    return Real<ssize_t(int, const void*, std::size_t, off_t)>(real)(descriptor, from, size,
                                                                     offset);
  World::OpenFile* file = FileOf(descriptor);
  if (file == nullptr || file->node == nullptr) return Answer(-EBADF);
  return Answer(file->disk->Write(*file->node, static_cast<std::size_t>(offset),
                                  static_cast<const char*>(from), size));
}

// Locks: there is one program a disk, as SQLite's own EXCLUSIVE mode has it.
int Control(const char* real, int descriptor, int command, void* argument) {
  if (!IsOurs(descriptor)) return Real<int(int, int, ...)>(real)(descriptor, command, argument);
  if (command == F_GETLK) static_cast<struct flock*>(argument)->l_type = F_UNLCK;
  return 0;
}

void* MapAny(const char* real, void* address, std::size_t size, int protection, int flags,
             int descriptor, off_t offset) {
  if (!IsOurs(descriptor)) {
    return Real<void*(void*, std::size_t, int, int, int, off_t)>(real)(address, size, protection,
                                                                       flags, descriptor, offset);
  }
  // Only SQLite's index of a write-ahead log is mapped; it never needs more.
  constexpr std::size_t kMostMapped = std::size_t{1} << 16U;
  World::OpenFile* file = FileOf(descriptor);
  if (file == nullptr || file->node == nullptr ||
      static_cast<std::size_t>(offset) + size > kMostMapped) {
    errno = ENOMEM;
    return MAP_FAILED;
  }
  if (file->node->mapped.empty()) file->node->mapped.resize(kMostMapped, '\0');
  void* const at = file->node->mapped.data() + offset;
  CurrentWorld()->mappings[at] = file->node;
  return at;
}

off_t SeekAny(const char* real, int descriptor, off_t offset, int from) {
  if (!IsOurs(descriptor)) return Real<off_t(int, off_t, int)>(real)(descriptor, offset, from);
  World::OpenFile* file = FileOf(descriptor);
  if (file == nullptr || file->node == nullptr) return Answer(-EBADF);
  std::size_t start = 0;
  if (from == SEEK_CUR) start = file->offset;
  if (from == SEEK_END) start = file->node->bytes.size();
  file->offset = start + static_cast<std::size_t>(offset);
  return static_cast<off_t>(file->offset);
}

}  // namespace

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name)
extern "C" {

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const unsigned mode = ModeIn(flags, arguments);
  va_end(arguments);
  return OpenAny("open", path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const unsigned mode = ModeIn(flags, arguments);
  va_end(arguments);
  return OpenAny("open64", path, flags, mode);
}
int openat(int directory, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const unsigned mode = ModeIn(flags, arguments);
  va_end(arguments);
  if (const auto opened = OpenAt(directory, path, flags, mode)) return *opened;
  if (const Place place = PlaceOf(path); place.ours) return Open(place, flags, mode);
  return Real<int(int, const char*, int, ...)>("openat")(directory, path, flags, mode);
}
int close(int descriptor) {
  if (!IsOurs(descriptor)) return Real<int(int)>("close")(descriptor);
  World::OpenFile* file = FileOf(descriptor);
  if (file == nullptr) return Answer(-EBADF);
  *file = {};
  return 0;
}

ssize_t read(int descriptor, void* into, size_t size) {
  if (!IsOurs(descriptor)) return Real<ssize_t(int, void*, size_t)>("read")(descriptor, into, size);
  World::OpenFile* file = FileOf(descriptor);
  if (file == nullptr) return Answer(-EBADF);
  const long got = ReadAt(*file, into, size, file->offset);
  if (got > 0) file->offset += static_cast<std::size_t>(got);
  return Answer(got);
}
ssize_t write(int descriptor, const void* from, size_t size) {
  if (!IsOurs(descriptor))
    return Real<ssize_t(int, const void*, size_t)>("write")(descriptor, from, size);
  World::OpenFile* file = FileOf(descriptor);
  if (file == nullptr || file->node == nullptr) return Answer(-EBADF);
  if (file->append) file->offset = file->node->bytes.size();
  const long put =
      file->disk->Write(*file->node, file->offset, static_cast<const char*>(from), size);
  if (put > 0) file->offset += static_cast<std::size_t>(put);
  return Answer(put);
}
ssize_t writev(int descriptor, const iovec* parts, int count) {
  if (!IsOurs(descriptor))
    return Real<ssize_t(int, const iovec*, int)>("writev")(descriptor, parts, count);
  ssize_t all = 0;
  for (int i = 0; i < count; ++i) {
    const ssize_t put = write(descriptor, parts[i].iov_base, parts[i].iov_len);
    if (put < 0) return all > 0 ? all : put;
    all += put;
  }
  return all;
}
ssize_t pread(int descriptor, void* into, size_t size, off_t offset) {
  return ReadAny("pread", descriptor, into, size, offset);
}
ssize_t pread64(int descriptor, void* into, size_t size, off64_t offset) {
  return ReadAny("pread64", descriptor, into, size, offset);
}
ssize_t pwrite(int descriptor, const void* from, size_t size, off_t offset) {
  return WriteAny("pwrite", descriptor, from, size, offset);
}
ssize_t pwrite64(int descriptor, const void* from, size_t size, off64_t offset) {
  return WriteAny("pwrite64", descriptor, from, size, offset);
}
off64_t lseek64(int descriptor, off64_t offset, int from) noexcept {
  return SeekAny("lseek64", descriptor, offset, from);
}
off_t lseek(int descriptor, off_t offset, int from) noexcept {
  return SeekAny("lseek", descriptor, offset, from);
}

int fsync(int descriptor) {
  return SyncAny("fsync", descriptor);
}
int fdatasync(int descriptor) {
  return SyncAny("fdatasync", descriptor);
}
int syncfs(int descriptor) noexcept {
  if (!IsOurs(descriptor)) return Real<int(int)>("syncfs")(descriptor);
  World::OpenFile* file = FileOf(descriptor);
  return file == nullptr || file->disk == nullptr ? Answer(-EBADF) : Answer(file->disk->SyncAll());
}
int ftruncate(int descriptor, off_t size) noexcept {
  return TruncateAny("ftruncate", descriptor, size);
}
int ftruncate64(int descriptor, off64_t size) noexcept {
  return TruncateAny("ftruncate64", descriptor, size);
}
int posix_fadvise(int descriptor, off_t offset, off_t size, int advice) noexcept {
  if (IsOurs(descriptor)) return 0;
  return Real<int(int, off_t, off_t, int)>("posix_fadvise")(descriptor, offset, size, advice);
}
int fcntl(int descriptor, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  void* const argument = va_arg(arguments, void*);
  va_end(arguments);
  return Control("fcntl", descriptor, command, argument);
}
int fcntl64(int descriptor, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  void* const argument = va_arg(arguments, void*);
  va_end(arguments);
  return Control("fcntl64", descriptor, command, argument);
}
int fchmod(int descriptor, mode_t mode) noexcept {
  return IsOurs(descriptor) ? 0 : Real<int(int, mode_t)>("fchmod")(descriptor, mode);
}
int fchown(int descriptor, uid_t user, gid_t group) noexcept {
  return IsOurs(descriptor) ? 0 : Real<int(int, uid_t, gid_t)>("fchown")(descriptor, user, group);
}

int stat(const char* path, struct stat* status) noexcept {
  return StatAny("stat", path, status);
}
int lstat(const char* path, struct stat* status) noexcept {
  return StatAny("lstat", path, status);
}
int fstat(int descriptor, struct stat* status) noexcept {
  return FileStat("fstat", descriptor, status);
}
// On the 64-bit systems that this is built for both structures are the same.
static_assert(sizeof(struct stat) == sizeof(struct stat64));
int stat64(const char* path, struct stat64* status) noexcept {
  return StatAny("stat64", path, reinterpret_cast<struct stat*>(status));
}
int lstat64(const char* path, struct stat64* status) noexcept {
  return StatAny("lstat64", path, reinterpret_cast<struct stat*>(status));
}
int fstat64(int descriptor, struct stat64* status) noexcept {
  return FileStat("fstat64", descriptor, reinterpret_cast<struct stat*>(status));
}
int statvfs(const char* path, struct statvfs* status) noexcept {
  const Place place = PlaceOf(path);
  if (!place.ours) return Real<int(const char*, struct statvfs*)>("statvfs")(path, status);
  if (place.disk == nullptr) return Answer(-ENOENT);
  if (const int error = place.disk->Step(); error != 0) return Answer(error);
  *status = {};
  status->f_frsize = 1;
  const std::size_t all = place.disk->weather.capacity;
  status->f_bavail = all - std::min(all, place.disk->Used());
  return 0;
}
int access(const char* path, int mode) noexcept {
  const Place place = PlaceOf(path);
  if (!place.ours) return Real<int(const char*, int)>("access")(path, mode);
  struct stat status {};
  return Stat(place, &status);
}
ssize_t readlink(const char* path, char* into, size_t size) noexcept {
  if (PlaceOf(path).ours) return Answer(-EINVAL);  // there are none
  return Real<ssize_t(const char*, char*, size_t)>("readlink")(path, into, size);
}

int mkdir(const char* path, mode_t mode) noexcept {
  const Place place = PlaceOf(path);
  if (!place.ours) return Real<int(const char*, mode_t)>("mkdir")(path, mode);
  if (place.disk == nullptr) return Answer(place.mount_point ? -EEXIST : -EACCES);
  return Answer(place.disk->MakeDirectory(place.below, mode));
}
int rmdir(const char* path) noexcept {
  return PlaceOf(path).ours ? Remove(path, true) : Real<int(const char*)>("rmdir")(path);
}
int unlink(const char* path) noexcept {
  return PlaceOf(path).ours ? Remove(path, false) : Real<int(const char*)>("unlink")(path);
}
int remove(const char* path) noexcept {
  if (!PlaceOf(path).ours) return Real<int(const char*)>("remove")(path);
  const int removed = Remove(path, false);
  return removed == 0 || errno != EISDIR ? removed : Remove(path, true);
}
int rename(const char* from, const char* to) noexcept {
  if (!PlaceOf(from).ours) return Real<int(const char*, const char*)>("rename")(from, to);
  return RenameAny(from, to, true);
}
int link(const char* from, const char* to) noexcept {
  const Place source = PlaceOf(from);
  const Place target = PlaceOf(to);
  if (!source.ours) return Real<int(const char*, const char*)>("link")(from, to);
  if (source.disk == nullptr || source.disk != target.disk) return Answer(-EXDEV);
  return Answer(source.disk->Link(source.below, target.below));
}
// publish.cpp calls renameat2() so, for not every C library has it.
long syscall(long number, ...) noexcept {
  va_list arguments;
  va_start(arguments, number);
  const long a = va_arg(arguments, long);
  const long b = va_arg(arguments, long);
  const long c = va_arg(arguments, long);
  const long d = va_arg(arguments, long);
  const long e = va_arg(arguments, long);
  const long f = va_arg(arguments, long);
  va_end(arguments);
  if (number == SYS_renameat2 && PlaceOf(reinterpret_cast<const char*>(b)).ours) {
    constexpr long kNoReplace = 1;
    return RenameAny(reinterpret_cast<const char*>(b), reinterpret_cast<const char*>(d),
                     (e & kNoReplace) == 0);
  }
  return Real<long(long, ...)>("syscall")(number, a, b, c, d, e, f);
}

DIR* opendir(const char* path) {
  if (!PlaceOf(path).ours) return Real<DIR*(const char*)>("opendir")(path);
  const int descriptor = open(path, O_RDONLY | O_DIRECTORY);
  if (descriptor < 0) return nullptr;
  DIR* const listing = StartListing(descriptor);
  if (listing == nullptr) close(descriptor);
  return listing;
}
DIR* fdopendir(int descriptor) {
  return IsOurs(descriptor) ? StartListing(descriptor) : Real<DIR*(int)>("fdopendir")(descriptor);
}
dirent* readdir(DIR* directory) {
  Listing* listing = ListingOf(directory);
  if (listing == nullptr) return Real<dirent*(DIR*)>("readdir")(directory);
  if (listing->next == listing->names.size()) return nullptr;
  const std::string& name = listing->names[listing->next++];
  const World::OpenFile* file = FileOf(listing->descriptor);
  const auto child = file->node->names.find(name);
  listing->entry = {};
  listing->entry.d_ino = 1;
  if (child == file->node->names.end()) {
    listing->entry.d_type = DT_UNKNOWN;  // it went meanwhile
  } else {
    listing->entry.d_type = child->second->directory ? DT_DIR : DT_REG;
  }
  const std::size_t size = std::min(name.size(), sizeof(listing->entry.d_name) - 1);
  std::memcpy(listing->entry.d_name, name.data(), size);
  return &listing->entry;
}
dirent64* readdir64(DIR* directory) {
  static_assert(sizeof(dirent) == sizeof(dirent64));
  if (ListingOf(directory) == nullptr) return Real<dirent64*(DIR*)>("readdir64")(directory);
  return reinterpret_cast<dirent64*>(readdir(directory));
}
int closedir(DIR* directory) {
  Listing* listing = ListingOf(directory);
  if (listing == nullptr) return Real<int(DIR*)>("closedir")(directory);
  const std::unique_ptr<Listing> owned(listing);
  return close(owned->descriptor);
}
int dirfd(DIR* directory) noexcept {
  Listing* listing = ListingOf(directory);
  return listing == nullptr ? Real<int(DIR*)>("dirfd")(directory) : listing->descriptor;
}

void* mmap(void* address, size_t size, int protection, int flags, int descriptor,
           off_t offset) noexcept {
  return MapAny("mmap", address, size, protection, flags, descriptor, offset);
}
void* mmap64(void* address, size_t size, int protection, int flags, int descriptor,
             off64_t offset) noexcept {
  return MapAny("mmap64", address, size, protection, flags, descriptor, offset);
}
int munmap(void* address, size_t size) noexcept {
  World* world = CurrentWorld();
  if (world != nullptr && world->mappings.erase(address) > 0) return 0;
  return Real<int(void*, size_t)>("munmap")(address, size);
}

}  // extern "C"
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
