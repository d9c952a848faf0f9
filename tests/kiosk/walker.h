// Walks the kiosk by what its screens show: draws, touches, and hands on what was wanted.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/sample.h"
#include "kiosk/screens/screens.h"
#include "support/ui_harness.h"

namespace tanggap::kiosk {

// A visitor with eyes: touches what the screen shows, and nothing else.
struct Walker {
  const Context& context;
  ui::UiHarness& harness;
  Visitor visitor;
  ui::Bitmap logo;
  std::optional<Intent> wanted;

  Walker(const Context& of, ui::UiHarness& on, const State& from)
      : context(of), harness(on), visitor(of) {
    visitor.state = from;
    Look();
  }

  void Draw(ui::Frame& frame) {
    const View view{context, visitor.state, context.In(visitor.state.visit.language), logo};
    if (auto intent = DrawState(frame, view)) wanted = intent;
  }
  const ui::Frame& Look() {
    visitor.now = Steady{harness.Now()};
    harness.look = LookOf(context, visitor.state, harness.GetSize());
    return harness.Draw([&](ui::Frame& frame) { Draw(frame); });
  }
  [[nodiscard]] std::vector<std::string> Enabled() {
    std::vector<std::string> ids;
    for (const ui::Target& target : Look().targets)
      if (target.enabled) ids.push_back(target.id);
    return ids;
  }
  // The touch and what comes of it; false when nothing was wanted.
  bool Touch(const std::string& id) {
    wanted.reset();
    harness.Pass(1000);
    if (!harness.Tap(id, [&](ui::Frame& frame) { Draw(frame); }) || !wanted) return false;
    visitor.now = Steady{harness.Now()};
    visitor.Does(*wanted);
    harness.Pass(1000);
    return true;
  }
};

}  // namespace tanggap::kiosk
