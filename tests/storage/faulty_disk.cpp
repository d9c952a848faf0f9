#include "storage/faulty_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <optional>
#include <string>
#include <vector>

namespace tanggap {

// What a write overwrote, so that it can be lost.
struct Overwritten {
  sqlite3_int64 offset = 0;
  std::string bytes;            // shorter than what was written where the file grew
  sqlite3_int64 file_size = 0;  // before it
};

struct FaultyDisk::State {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  std::optional<Fault> fault;
  int calls = 0;
  int failed = 0;

  // Whether this call fails; sets errno as the system would.
  bool Fails(Call call) {
    if (!fault || fault->call != call) return false;
    ++calls;
    if (calls != fault->nth && !(fault->lasting && calls > fault->nth)) return false;
    ++failed;
    errno = fault->error;
    return true;
  }
};

namespace {

using State = FaultyDisk::State;

// SQLite gives the memory; the real file's own structure follows this one.
struct File {
  sqlite3_file base;
  State* state;
  std::vector<Overwritten>* unsynced;
  sqlite3_file* Real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& Of(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file);
}

const sqlite3_io_methods& MethodsOf(sqlite3_file* file) {
  return *Of(file).Real()->pMethods;
}

int Close(sqlite3_file* file) {
  const int code = MethodsOf(file).xClose(Of(file).Real());
  delete Of(file).unsynced;
  return code;
}

int Read(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset) {
  return MethodsOf(file).xRead(Of(file).Real(), to, amount, offset);
}

int Write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
  File& of = Of(file);
  if (of.state->Fails(FaultyDisk::Call::kWrite))
    return errno == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  Overwritten old;
  old.offset = offset;
  MethodsOf(file).xFileSize(of.Real(), &old.file_size);
  if (const auto there = std::min<sqlite3_int64>(amount, old.file_size - offset); there > 0) {
    old.bytes.resize(static_cast<std::size_t>(there));
    MethodsOf(file).xRead(of.Real(), old.bytes.data(), static_cast<int>(there), offset);
  }
  of.unsynced->push_back(std::move(old));
  return MethodsOf(file).xWrite(of.Real(), from, amount, offset);
}

int Truncate(sqlite3_file* file, sqlite3_int64 size) {
  return MethodsOf(file).xTruncate(Of(file).Real(), size);
}

void Lose(File& file) {
  const sqlite3_io_methods& real = *file.Real()->pMethods;
  for (auto old = file.unsynced->rbegin(); old != file.unsynced->rend(); ++old) {
    if (!old->bytes.empty())
      real.xWrite(file.Real(), old->bytes.data(), static_cast<int>(old->bytes.size()), old->offset);
    real.xTruncate(file.Real(), old->file_size);
  }
  file.unsynced->clear();
}

int Sync(sqlite3_file* file, int flags) {
  File& of = Of(file);
  if (of.state->Fails(FaultyDisk::Call::kSync)) {
    const int error = errno;
    if (of.state->fault->written == FaultyDisk::Written::kIsLost) Lose(of);
    errno = error;
    return SQLITE_IOERR_FSYNC;
  }
  of.unsynced->clear();
  return MethodsOf(file).xSync(of.Real(), flags);
}

int FileSize(sqlite3_file* file, sqlite3_int64* size) {
  return MethodsOf(file).xFileSize(Of(file).Real(), size);
}
int Lock(sqlite3_file* file, int level) {
  return MethodsOf(file).xLock(Of(file).Real(), level);
}
int Unlock(sqlite3_file* file, int level) {
  return MethodsOf(file).xUnlock(Of(file).Real(), level);
}
int CheckReservedLock(sqlite3_file* file, int* held) {
  return MethodsOf(file).xCheckReservedLock(Of(file).Real(), held);
}
int FileControl(sqlite3_file* file, int what, void* argument) {
  return MethodsOf(file).xFileControl(Of(file).Real(), what, argument);
}
int SectorSize(sqlite3_file* file) {
  return MethodsOf(file).xSectorSize(Of(file).Real());
}
int DeviceCharacteristics(sqlite3_file* file) {
  return MethodsOf(file).xDeviceCharacteristics(Of(file).Real());
}
int ShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return MethodsOf(file).xShmMap(Of(file).Real(), page, size, extend, memory);
}
int ShmLock(sqlite3_file* file, int offset, int count, int flags) {
  return MethodsOf(file).xShmLock(Of(file).Real(), offset, count, flags);
}
void ShmBarrier(sqlite3_file* file) {
  MethodsOf(file).xShmBarrier(Of(file).Real());
}
int ShmUnmap(sqlite3_file* file, int remove) {
  return MethodsOf(file).xShmUnmap(Of(file).Real(), remove);
}

constexpr sqlite3_io_methods kMethods{2,
                                      Close,
                                      Read,
                                      Write,
                                      Truncate,
                                      Sync,
                                      FileSize,
                                      Lock,
                                      Unlock,
                                      CheckReservedLock,
                                      FileControl,
                                      SectorSize,
                                      DeviceCharacteristics,
                                      ShmMap,
                                      ShmLock,
                                      ShmBarrier,
                                      ShmUnmap,
                                      nullptr,
                                      nullptr};

int Open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* given) {
  auto* state = static_cast<State*>(vfs->pAppData);
  File& of = Of(file);
  of.state = state;
  const int code = state->real->xOpen(state->real, name, of.Real(), flags, given);
  // Without methods SQLite doesn't call xClose.
  of.base.pMethods = of.Real()->pMethods == nullptr ? nullptr : &kMethods;
  of.unsynced = of.base.pMethods == nullptr ? nullptr : new std::vector<Overwritten>;
  return code;
}

}  // namespace

FaultyDisk::FaultyDisk() : state_(std::make_unique<State>()) {
  state_->real = sqlite3_vfs_find(nullptr);
  // All but opening is the real one's; its functions look at their own structure through pVfs only
  // for what is copied here.
  state_->vfs = *state_->real;
  state_->vfs.pNext = nullptr;
  state_->vfs.zName = "faulty-disk";
  state_->vfs.pAppData = state_.get();
  state_->vfs.szOsFile = static_cast<int>(sizeof(File)) + state_->real->szOsFile;
  state_->vfs.xOpen = Open;
  [[maybe_unused]] const int code = sqlite3_vfs_register(&state_->vfs, 1);
  assert(code == SQLITE_OK);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&state_->vfs);
  sqlite3_vfs_register(state_->real, 1);
}

void FaultyDisk::Arm(const Fault& fault) {
  state_->fault = fault;
  state_->calls = 0;
  state_->failed = 0;
}

void FaultyDisk::Heal() {
  state_->fault.reset();
}

int FaultyDisk::Failed() const {
  return state_->failed;
}

}  // namespace tanggap
