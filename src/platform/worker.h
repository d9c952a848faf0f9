// One thread that does what may block: journal, folder, printer. The screen only posts jobs.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace tanggap {

struct WorkerSetting {
  std::size_t capacity = 64;  // jobs that may wait; beyond it Post refuses
  // Run on the worker's thread when nothing waits, once a `period` (measured from its last end).
  std::chrono::milliseconds period{0};  // 0: never
  std::function<void()> periodic;
  // Called on the worker's thread after each job and each periodic run: wakes the screen.
  std::function<void()> wake;
};

// Jobs run one by one in the order posted. A job must not throw: expected failures come back as
// events (EffectRunner catches); an exception that escapes ends the program, and systemd restarts
// it with everything acknowledged still in the journal.
class Worker {
 public:
  explicit Worker(WorkerSetting setting);
  ~Worker();  // as Stop()
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // From any thread. False, and nothing happens, when the queue is full or the worker stops.
  [[nodiscard]] bool Post(std::function<void()> job);
  // Runs the periodic task soon, without waiting for its period.
  void Hurry();
  // Ends after the jobs that already wait; blocks until the thread is gone. Idempotent.
  void Stop();

 private:
  void Run();

  WorkerSetting setting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;  // guarded by mutex_
  bool stopping_ = false;                   // guarded by mutex_
  bool hurry_ = false;                      // guarded by mutex_
  std::thread thread_;                      // last: it starts when all else is there
};

}  // namespace tanggap
