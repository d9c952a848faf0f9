// Short sounds that say a touch was felt: synthesised, never waited for, quiet without a device.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace tanggap::ui {

enum class Sound {
  kKey,     // a click of 8 ms
  kTap,     // soft and wooden, 60 ms
  kRating,  // two rising notes, the same for all four faces: no praise, no scolding
  kTicket,  // three notes
  kIdle,    // two low notes
  kError,   // one low note
};

// What an office wants to hear. Read anew for every sound, so quiet hours need no timer.
struct SoundWish {
  bool on = true;
  float volume = 0.5F;  // 0 to 1, of a peak of -12 dBFS
};

inline constexpr int kSoundRate = 22'050;  // samples a second, one channel, signed 16 bits

// The samples of a sound at full volume; begins and ends at silence.
[[nodiscard]] std::vector<std::int16_t> SamplesOf(Sound sound);

// Plays on a thread of its own, which opens the device with the first sound and closes it some
// seconds after the last. Play returns at once; where there is no device, nothing is heard.
class Loudspeaker {
 public:
  Loudspeaker();
  ~Loudspeaker();
  Loudspeaker(const Loudspeaker&) = delete;
  Loudspeaker& operator=(const Loudspeaker&) = delete;

  void Play(Sound sound, float volume = 1);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tanggap::ui
