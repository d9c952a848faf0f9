// The keyboard of the desk: one table for what keys do and for what the hint bar says.
// Never bound, anywhere: bare T, bare H, ` and F13, because a scan begins with them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/events.h"
#include "desk/state.h"
#include "ui/keys.h"

namespace tanggap::desk {

struct Binding {
  ui::Key key = ui::Key::kNone;
  bool ctrl = false;
  bool shift = false;
  Intent intent;
  std::string caps;            // "Ctrl Enter", as drawn; empty: not in the hint bar by itself
  std::optional<TextId> hint;  // nothing: works, but is shown beside another key or a button
  bool only_sheet = false;     // in the sheet of all keys, but not in the hint bar
  bool anywhere = false;       // the same on every screen: last in the sheet
};

// What every key does here and now; where the same key stands twice the first one holds. Keys that
// write are listed only while they may write.
[[nodiscard]] std::vector<Binding> BindingsFor(const Premises& premises, const State& state);
// What a pressed key means; nothing: it has no meaning here.
[[nodiscard]] std::optional<Intent> IntentFor(const Premises& premises, const State& state,
                                              const ui::KeyEvent& key);

}  // namespace tanggap::desk
