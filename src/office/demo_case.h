// One made-up case of the demo: a complaint and how far the office got with it.
#pragma once

#include <span>
#include <vector>

#include "domain/decree.h"
#include "domain/office.h"
#include "office/demo_plan.h"

namespace tanggap {

// How far a case gets; steps that would lie in the future are left out.
enum class DemoFate {
  kNew,
  kDueToday,
  kOverdue,
  kWaiting,
  kConflict,
  kUnregulated,
  kAssessed,
  kProposed,
  kGranted,
  kRefused,
  kDelivered,
  kClosed,
  kApology,
  kReferred,
  kWithdrawn,
  kSuspended,
  kOther,  // a question or praise
};
inline constexpr std::size_t kDemoFates = 17;

struct DemoCaseWish {
  DemoFate fate = DemoFate::kNew;
  std::size_t complaint = 0;
  TicketCode code;
  Instant now{};
};

// Appends the events of one case to `events`.
void PlanCase(const Office& office, const Decree& decree, std::span<const DemoText> stock,
              const DemoCaseWish& wish, DemoDice& dice, std::vector<DemoEvent>& events);

}  // namespace tanggap
