#include "folder/publish.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <memory>
#include <system_error>

#include "folder/names.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} * 1024 * 1024;
constexpr unsigned kRenameNoReplace = 1;  // RENAME_NOREPLACE of linux/fs.h

[[noreturn]] void Fail(const char* doing, const std::filesystem::path& file, int error) {
  throw std::filesystem::filesystem_error(doing, file,
                                          std::error_code(error, std::generic_category()));
}

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int Number() const { return number_; }
  // The result of close(): a share may report only here that a write failed.
  [[nodiscard]] int Close() {
    const int number = number_;
    number_ = -1;
    return ::close(number) == 0 || errno == EINTR ? 0 : errno;
  }

 private:
  int number_;
};

// A back end that can't sync is weak, not broken; any other answer abandons the file.
bool MeansWeak(int error) {
  return error == EINVAL || error == ENOTSUP || error == EOPNOTSUPP;
}

void SyncFolder(const std::filesystem::path& directory) {
  const Descriptor open(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (open.Number() < 0) Fail("open directory", directory, errno);
  if (::fsync(open.Number()) != 0 && !MeansWeak(errno)) Fail("sync directory", directory, errno);
}

// A directory that is there may have been made by a program that was killed before its sync, and a
// power cut can take it away with what lies in it. That loses nothing: the publisher looks in every
// round whether its last months are there, mirrors copy what is absent, and nothing is dropped from
// a journal before a desk has acknowledged its bytes. Syncing every ancestor with each file would
// cost five syncs for one.
void MakeDirectories(const std::filesystem::path& directory) {
  if (std::filesystem::is_directory(directory)) return;
  const std::filesystem::path parent = directory.parent_path();
  if (!parent.empty() && parent != directory) MakeDirectories(parent);
  if (::mkdir(directory.c_str(), 0777) != 0 && errno != EEXIST)
    Fail("make directory", directory, errno);
  SyncFolder(parent.empty() ? "." : parent);
}

void WriteAndSync(const std::filesystem::path& file, std::string_view bytes) {
  Descriptor open(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (open.Number() < 0) Fail("create", file, errno);
  while (!bytes.empty()) {
    const ssize_t written = ::write(open.Number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) Fail("write", file, written < 0 ? errno : EIO);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  // Never tried again on the same descriptor: the second answer would lie.
  if (::fsync(open.Number()) != 0 && !MeansWeak(errno)) Fail("sync", file, errno);
  if (const int error = open.Close(); error != 0) Fail("close", file, error);
}

// Gives the file its final name without replacing one that is there; false: there is one.
bool RenameNew(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::syscall(SYS_renameat2, AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), kRenameNoReplace) == 0)
    return true;
  if (errno == EEXIST) return false;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) Fail("rename", to, errno);
  if (::link(from.c_str(), to.c_str()) == 0) {
    if (::unlink(from.c_str()) != 0) Fail("unlink", from, errno);
    return true;
  }
  if (errno == EEXIST) return false;
  // Neither is known here (exFAT, some shares): look, then rename. Names are unique to their
  // writer, so nobody else takes this one in between.
  struct stat there {};
  if (::lstat(to.c_str(), &there) == 0) return false;
  if (::rename(from.c_str(), to.c_str()) != 0) Fail("rename", to, errno);
  return true;
}

bool Exists(const std::filesystem::path& file) {
  struct stat there {};
  return ::lstat(file.c_str(), &there) == 0;
}

}  // namespace

std::uint64_t RandomNumber() {
  std::uint64_t number = 0;
  // So few bytes come whole or not at all, and not at all only while the system starts.
  while (::getrandom(&number, sizeof(number), 0) < 0) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "getrandom");
  }
  return number;
}

PublishOutcome Publish(const std::filesystem::path& directory, const std::string& name,
                       std::string_view bytes, IfBroken if_broken) {
  MakeDirectories(directory);
  const std::filesystem::path target = directory / name;
  if (Exists(target)) {
    if (ReadWhole(target, kMostBytes, nullptr) == bytes) return PublishOutcome::kAlreadyThere;
    if (if_broken == IfBroken::kLeave ||
        !std::filesystem::is_regular_file(std::filesystem::symlink_status(target)))
      return PublishOutcome::kOccupied;
  }
  const std::filesystem::path aside = directory / WriteTemporaryName(RandomNumber());
  try {
    WriteAndSync(aside, bytes);
    if (ReadWhole(aside, kMostBytes, nullptr) != bytes) Fail("read back", aside, EIO);
    if (if_broken == IfBroken::kReplace) {
      if (::rename(aside.c_str(), target.c_str()) != 0) Fail("rename", target, errno);
    } else if (!RenameNew(aside, target)) {
      ::unlink(aside.c_str());
      return ReadWhole(target, kMostBytes, nullptr) == bytes ? PublishOutcome::kAlreadyThere
                                                             : PublishOutcome::kOccupied;
    }
    SyncFolder(directory);
  } catch (const std::filesystem::filesystem_error&) {
    ::unlink(aside.c_str());
    throw;
  }
  return PublishOutcome::kPublished;
}

std::optional<std::string> ReadWhole(const std::filesystem::path& file, std::size_t max_bytes,
                                     std::string* why) {
  const auto refuse = [&](const char* reason) {
    if (why != nullptr) *why = reason;
    return std::nullopt;
  };
  const Descriptor open(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (open.Number() < 0) {
    if (errno == ENOENT) return refuse("is not there");
    if (errno == ELOOP) return refuse("is a symbolic link");
    if (errno == ENXIO || errno == EACCES || errno == EPERM) return refuse("can't be opened");
    Fail("open", file, errno);
  }
  struct stat status {};
  if (::fstat(open.Number(), &status) != 0) Fail("stat", file, errno);
  if (!S_ISREG(status.st_mode)) return refuse("is not a regular file");
  if (static_cast<std::uint64_t>(status.st_size) > max_bytes) return refuse("is too large");
  // One byte more than it says it has, so that a file that grows meanwhile is noticed.
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(open.Number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) Fail("read", file, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  if (filled == bytes.size()) return refuse("grows while it is read");
  bytes.resize(filled);
  return bytes;
}

Listing ListNames(const std::filesystem::path& directory,
                  const std::function<bool(std::string_view)>& accept) {
  Listing listing;
  std::error_code error;
  const auto status = std::filesystem::symlink_status(directory, error);
  if (status.type() == std::filesystem::file_type::not_found) return listing;
  if (!std::filesystem::is_directory(status)) {
    if (error) throw std::filesystem::filesystem_error("list", directory, error);
    return listing;  // a link or a file under a directory's name
  }
  // Not std::filesystem's iterator: it makes a path of every name, and this is what every round of
  // every program does most.
  const std::unique_ptr<DIR, CloseDirectory> open(::opendir(directory.c_str()));
  if (!open) Fail("list", directory, errno);
  while (true) {
    errno = 0;
    const dirent* const entry = ::readdir(open.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    if (name.size() > kMaxNameBytes || !accept(name)) {
      ++listing.junk;
    } else if (listing.names.size() >= kMostNames) {
      listing.cut = true;
    } else {
      listing.names.emplace_back(name);
    }
  }
  if (errno != 0) Fail("list", directory, errno);
  std::ranges::sort(listing.names);
  return listing;
}

std::size_t RemoveOldTemporaries(const std::filesystem::path& directory) {
  constexpr auto kAge = std::chrono::hours(24);
  std::size_t removed = 0;
  for (const std::string& name : ListNames(directory, IsTemporaryName).names) {
    std::error_code error;
    const auto written = std::filesystem::last_write_time(directory / name, error);
    if (error || std::filesystem::file_time_type::clock::now() - written < kAge) continue;
    if (std::filesystem::remove(directory / name, error)) ++removed;
  }
  return removed;
}

}  // namespace tanggap
