// USB sticks at this desk: which are there, and carrying everything to one and from it, on a thread
// of its own, so that a stick that hangs stops neither the screen nor the desk's own work.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "desk/events.h"
#include "platform/worker.h"
#include "ports/clock.h"

namespace tanggap::desk {

// The sticks among mounted file systems: a device of its own below /media or /run/media, as a
// desktop mounts what is plugged in. `mounts` is the text of /proc/self/mountinfo.
[[nodiscard]] std::vector<Stick> SticksIn(std::string_view mounts);
// "/media/meja/KINGSTON", its last part as its name.
[[nodiscard]] Stick StickAt(const std::filesystem::path& place);

// Copies both ways and reads everything back; when it returns, the last thing told is whether the
// stick may be taken out. A stick that goes away midway is told, never thrown.
void CarryTo(const std::filesystem::path& replica, const Stick& stick, Clock& clock,
             const std::function<void(const Carriage&)>& tell);

// `tell` is called on this object's own thread.
class StickCarrier {
 public:
  // `given`: folders that count as sticks whenever they are there.
  StickCarrier(std::filesystem::path replica, std::vector<std::filesystem::path> given,
               Clock& clock, std::function<void(Event)> tell);
  // From any thread; one at a time.
  void Carry(const Stick& stick);
  // Whether a stick is being written or read. Whoever ends the program then need not wait: what was
  // copied is whole, and the next time goes on.
  [[nodiscard]] bool Busy() const { return busy_; }
  void Stop() { worker_.Stop(); }

 private:
  void Look();

  std::filesystem::path replica_;
  std::vector<std::filesystem::path> given_;
  Clock& clock_;
  std::function<void(Event)> tell_;
  std::optional<std::vector<Stick>> seen_;  // own thread only
  std::atomic<bool> busy_ = false;
  Worker worker_;  // last: its thread uses all else
};

}  // namespace tanggap::desk
