// What the demo will write, decided by the seed alone: who, when, what. Pure; no key, no disk.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "domain/decree.h"
#include "domain/draft.h"
#include "domain/office.h"
#include "domain/time.h"
#include "office/demo_stock.h"

namespace tanggap {

// SplitMix64: the same numbers on every machine.
class DemoDice {
 public:
  explicit DemoDice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t Next();
  // 0 .. n-1; 0 when n is 0.
  std::size_t Below(std::size_t n);
  bool OneIn(std::size_t n) { return Below(n) == 0; }
  [[nodiscard]] RecordId NewId();

 private:
  std::uint64_t state_;
};

enum class DemoActor { kKiosk, kStaff1, kStaff2, kSupervisor, kHead };
inline constexpr std::size_t kDemoActors = 5;

struct DemoEvent {
  Instant at{};
  DemoActor actor = DemoActor::kKiosk;
  Draft draft;
  std::size_t complaint = 0;  // index of its ticket; kNoComplaint for ratings
};
inline constexpr std::size_t kNoComplaint = static_cast<std::size_t>(-1);

struct DemoPlan {
  std::vector<DemoEvent> events;    // in the order of time
  std::vector<TicketCode> tickets;  // one a complaint
};

struct DemoWish {
  std::size_t complaints = 200;
  std::uint64_t seed = 1;
  Instant now{};
};

[[nodiscard]] DemoPlan PlanDemo(const Office& office, const Decree& decree,
                                std::span<const DemoText> stock, const DemoWish& wish);

}  // namespace tanggap
