// Synthesises the samples.
#include "ui/sound.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tanggap::ui {
namespace {

constexpr double kPeak = 8231;  // -12 dBFS of 32,767

// One struck note, mixed in from a moment on: a fundamental, a weaker overtone, a soft beginning,
// and a decay that ends at silence.
struct Note {
  double hertz = 440;
  double begin_ms = 0;
  double length_ms = 100;
  double overtone = 0.25;  // the share of the fourth partial; wood has some of it
};

void Mix(std::vector<double>& samples, const Note& note) {
  constexpr double kAttackMs = 1.5;
  const auto at = [](double ms) { return static_cast<std::size_t>(ms * kSoundRate / 1000); };
  const std::size_t begin = at(note.begin_ms);
  const std::size_t length = at(note.length_ms);
  samples.resize(std::max(samples.size(), begin + length));
  for (std::size_t i = 0; i < length; ++i) {
    const double ms = static_cast<double>(i) * 1000 / kSoundRate;
    const double part = static_cast<double>(i) / static_cast<double>(length);
    const double strength = std::min(1.0, ms / kAttackMs) * std::pow(1 - part, 2.5);
    const double turn = 2 * std::numbers::pi * note.hertz * ms / 1000;
    samples[begin + i] += strength * (std::sin(turn) + (note.overtone * std::sin(4 * turn)));
  }
}

std::vector<Note> NotesOf(Sound sound) {
  switch (sound) {
    case Sound::kKey:
      return {{1800, 0, 8, 0.3}};
    case Sound::kTap:
      return {{520, 0, 60, 0.35}};
    case Sound::kRating:
      return {{659.3, 0, 140}, {880, 110, 260}};
    case Sound::kTicket:
      return {{523.3, 0, 160}, {659.3, 130, 160}, {784, 260, 420}};
    case Sound::kIdle:
      return {{330, 0, 180, 0.1}, {262, 200, 300, 0.1}};
    case Sound::kError:
      return {{220, 0, 120, 0.1}};
  }
  return {};
}

}  // namespace

std::vector<std::int16_t> SamplesOf(Sound sound) {
  std::vector<double> mixed;
  for (const Note& note : NotesOf(sound))
    Mix(mixed, note);
  double most = 1;
  for (const double sample : mixed)
    most = std::max(most, std::abs(sample));
  std::vector<std::int16_t> samples;
  samples.reserve(mixed.size());
  for (const double sample : mixed)
    samples.push_back(static_cast<std::int16_t>(std::lround(sample / most * kPeak)));
  return samples;
}

}  // namespace tanggap::ui
