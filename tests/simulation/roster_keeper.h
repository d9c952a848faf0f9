// Who holds the office's root: new rosters while everything else goes on.
#pragma once

#include "simulation/course.h"

namespace tanggap::simulation {

class RosterKeeper {
 public:
  explicit RosterKeeper(Course& course) : course_(course) {}
  // A person leaves (and with them the reading keys change), or another one comes; the new roster
  // is put on the share.
  void Change();
  [[nodiscard]] bool Changed() const { return changed_; }

 private:
  void Settle(PersonKey newcomer);
  Course& course_;
  bool changed_ = false;
};

}  // namespace tanggap::simulation
