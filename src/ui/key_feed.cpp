// Feeds the wedge filter and keeps what it holds.
#include "ui/key_feed.h"

#include <SDL.h>

#include <algorithm>

#include "ui/sdl_keys.h"

namespace tanggap::ui {

void KeyFeed::Down(const SDL_KeyboardEvent& key, std::int64_t at_ms) {
  KeyEvent event = FromSdl(key.keysym);
  event.repeat = key.repeat != 0;
  const std::uint64_t serial = next_serial_++;
  keys_.push_back({serial, event});
  WedgeKey raw;
  raw.scancode = key.keysym.scancode;
  raw.shift = event.shift;
  raw.at_ms = at_ms;
  raw.serial = serial;
  fresh_.emplace_back(raw, event.ctrl || event.alt || event.repeat);
}

// A key's letters follow its event; letters without a key come from an input method.
void KeyFeed::Text(const char* text, std::int64_t now_ms) {
  const bool control = static_cast<unsigned char>(text[0]) < 0x20;
  if (control) return;
  if (!keys_.empty() && keys_.back().event.text.empty() && !keys_.back().event.ctrl &&
      !keys_.back().event.alt) {
    keys_.back().event.text = text;
    return;
  }
  KeyEvent event;
  event.text = text;
  keys_.push_back({next_serial_++, event});
  WedgeKey raw;
  raw.at_ms = now_ms;
  raw.serial = keys_.back().serial;
  fresh_.emplace_back(raw, true);
}

void KeyFeed::Hand(const WedgeOutcome& outcome, const Taker& taker) {
  for (const std::uint64_t serial : outcome.pass) {
    const auto it = std::ranges::find(keys_, serial, &Waiting::serial);
    if (it == keys_.end()) continue;
    const KeyEvent event = std::move(it->event);
    keys_.erase(it);
    if (event.key != Key::kNone || !event.text.empty()) taker.key(event);
  }
  for (const WedgeOutcome::Scan& scan : outcome.scans) {
    keys_.clear();  // every key before the scan's end was its own or has been delivered
    taker.scan(scan);
  }
}

void KeyFeed::Deliver(const Taker& taker, std::int64_t now_ms) {
  for (const auto& [raw, command] : std::exchange(fresh_, {})) {
    if (command) {
      // A command or a held-down key is never a scanner's.
      Hand(wedge_.Flush(), taker);
      Hand(WedgeOutcome{{raw.serial}, {}}, taker);
    } else {
      Hand(wedge_.Feed(raw), taker);
    }
  }
  Hand(wedge_.Tick(now_ms), taker);
  // Keys that were swallowed (Shift, a scanner's Enter) are not waited for.
  if (wedge_.NextDeadline() < 0) keys_.clear();
}

}  // namespace tanggap::ui
