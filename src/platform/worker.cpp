#include "platform/worker.h"

#include <cstddef>
#include <cstring>
#include <utility>

namespace tanggap {
namespace {

// What a job leaves on the stack, short texts and keys among it, goes with the job: this thread
// rests for hours at the depth where it began.
[[gnu::noinline]] void WipeStack() {
  constexpr std::size_t kDeep = std::size_t{256} * 1024;  // beyond what SQLite and our jobs use
  char below[kDeep];
  ::explicit_bzero(below, kDeep);
}

}  // namespace

Worker::Worker(WorkerSetting setting) : setting_(std::move(setting)), thread_([this] { Run(); }) {}

Worker::~Worker() {
  Stop();
}

bool Worker::Post(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || jobs_.size() >= setting_.capacity) return false;
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

void Worker::Hurry() {
  {
    const std::lock_guard lock(mutex_);
    hurry_ = true;
  }
  changed_.notify_one();
}

void Worker::Stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Worker::Run() {
  const bool has_periodic = setting_.period.count() > 0 && setting_.periodic != nullptr;
  auto next = std::chrono::steady_clock::now() + setting_.period;
  while (true) {
    std::function<void()> job;
    bool hurried = false;
    {
      std::unique_lock lock(mutex_);
      const auto something = [this] { return stopping_ || hurry_ || !jobs_.empty(); };
      if (has_periodic) {
        changed_.wait_until(lock, next, something);
      } else {
        changed_.wait(lock, something);
      }
      if (!jobs_.empty()) {
        job = std::move(jobs_.front());
        jobs_.pop_front();
      } else if (stopping_) {
        return;
      } else {
        hurried = std::exchange(hurry_, false);
      }
    }
    if (job != nullptr) {
      job();
    } else if (setting_.periodic != nullptr) {
      setting_.periodic();
      next = std::chrono::steady_clock::now() + setting_.period;
    }
    // A round that nobody hurried touches nothing of a visitor's, and a resting machine rests.
    const bool wipe = hurried || job != nullptr;
    job = nullptr;
    if (wipe) WipeStack();
    if (setting_.wake != nullptr) setting_.wake();
  }
}

}  // namespace tanggap
