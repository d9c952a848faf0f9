// Keys on their way from SDL to the program: joined with their letters, held back while they may be
// a scanner's.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

#include "ui/keys.h"
#include "ui/wedge_filter.h"

struct SDL_KeyboardEvent;

namespace tanggap::ui {

class KeyFeed {
 public:
  explicit KeyFeed(WedgeRules rules) : wedge_(std::move(rules)) {}

  void Down(const SDL_KeyboardEvent& key, std::int64_t at_ms);
  void Text(const char* text, std::int64_t now_ms);
  // Hands on whatever is a person's key or a complete scan by now. Call after a batch of events and
  // at NextDeadline().
  struct Taker {
    std::function<void(const KeyEvent&)> key;
    std::function<void(const WedgeOutcome::Scan&)> scan;
  };
  void Deliver(const Taker& taker, std::int64_t now_ms);
  // Some keys are not delivered yet: what came after them has to wait.
  [[nodiscard]] bool Holds() const { return !fresh_.empty() || NextDeadline() >= 0; }
  [[nodiscard]] std::int64_t NextDeadline() const { return wedge_.NextDeadline(); }  // -1: none

 private:
  struct Waiting {
    std::uint64_t serial = 0;
    KeyEvent event;
  };
  void Hand(const WedgeOutcome& outcome, const Taker& taker);

  WedgeFilter wedge_;
  std::deque<Waiting> keys_;                      // not delivered yet
  std::vector<std::pair<WedgeKey, bool>> fresh_;  // of this batch, not fed yet; true: a command
  std::uint64_t next_serial_ = 1;
};

}  // namespace tanggap::ui
