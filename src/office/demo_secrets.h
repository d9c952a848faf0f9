// The keys of a demo's tickets, derived on every core while the demo is being written.
#pragma once

#include <atomic>
#include <cstddef>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "ledger/ticket_secret.h"
#include "office/demo_plan.h"

namespace tanggap {

// S of every ticket: by far the slowest part of a demo (54 ms of a core each), so that writing to
// the disk goes on meanwhile.
class DemoSecrets {
 public:
  // Begins, in the order in which the plan's events need them.
  DemoSecrets(const DemoPlan& plan, const OfficeSalt& salt);
  ~DemoSecrets();  // leaves out what nobody waits for any more
  DemoSecrets(const DemoSecrets&) = delete;
  DemoSecrets& operator=(const DemoSecrets&) = delete;

  // S as hex; waits for it. Throws std::bad_alloc when 64 MiB were not there. One thread.
  [[nodiscard]] const std::string& Of(std::size_t complaint) const;

 private:
  void Derive();

  std::vector<std::packaged_task<std::string()>> tasks_;  // in the order of need
  std::vector<std::shared_future<std::string>> secrets_;  // by complaint
  std::atomic<std::size_t> next_{0};
  std::vector<std::thread> threads_;
};

}  // namespace tanggap
