#include "office/demo_secrets.h"

#include <algorithm>

namespace tanggap {

DemoSecrets::DemoSecrets(const DemoPlan& plan, const OfficeSalt& salt)
    : secrets_(plan.tickets.size()) {
  const auto add = [&](std::size_t complaint) {
    if (complaint == kNoComplaint || secrets_[complaint].valid()) return;
    tasks_.emplace_back(
        [code = plan.tickets[complaint], salt] { return TicketSecret::Derive(code, salt).Hex(); });
    secrets_[complaint] = tasks_.back().get_future().share();
  };
  for (const DemoEvent& event : plan.events)
    add(event.complaint);
  for (std::size_t i = 0; i < secrets_.size(); ++i)
    add(i);
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  for (std::size_t core = 0; core < cores; ++core)
    threads_.emplace_back([this] { Derive(); });
}

DemoSecrets::~DemoSecrets() {
  next_ = tasks_.size();
  for (std::thread& thread : threads_)
    thread.join();
}

void DemoSecrets::Derive() {
  for (std::size_t i = next_++; i < tasks_.size(); i = next_++)
    tasks_[i]();
}

const std::string& DemoSecrets::Of(std::size_t complaint) const {
  return secrets_[complaint].get();
}

}  // namespace tanggap
