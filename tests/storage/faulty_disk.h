// A disk that fails when a test wants it to: SQLite's own file system with one fault put before it.
#pragma once

#include <memory>

namespace tanggap {

// While it lives, every database that is opened anew goes through it. One at a time, one thread.
class FaultyDisk {
 public:
  enum class Call { kWrite, kSync };
  enum class Written {
    kStays,  // what was written before the failed sync is on the disk all the same
    kIsLost  // the disk forgets what was written since the last sync that succeeded
  };
  struct Fault {
    Call call = Call::kWrite;
    int nth = 1;           // of these calls from now on
    int error = 0;         // ENOSPC, EIO
    bool lasting = false;  // every later call of this kind fails, too
    Written written = Written::kStays;
  };

  FaultyDisk();
  ~FaultyDisk();  // databases that were opened through it must be closed
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  void Arm(const Fault& fault);
  void Heal();
  [[nodiscard]] int Failed() const;  // calls that failed since Arm()

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace tanggap
