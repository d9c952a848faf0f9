// Plays sounds through SDL on a thread of its own.
#include <SDL.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "ui/sound.h"

namespace tanggap::ui {
namespace {

constexpr std::size_t kMostWaiting = 4;  // a device that stands still must not collect clicks
constexpr std::chrono::seconds kKeepOpen{5};

struct Wanted {
  Sound sound = Sound::kTap;
  float volume = 1;
};

// The device, open only while somebody uses the screen: an open one wakes the processor 40 times
// a second.
class Device {
 public:
  Device() = default;
  ~Device() { Close(); }
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;

  void Play(const Wanted& wanted) {
    if (!Open()) return;
    std::vector<std::int16_t> samples = SamplesOf(wanted.sound);
    for (std::int16_t& sample : samples)
      sample = static_cast<std::int16_t>(static_cast<float>(sample) * wanted.volume);
    SDL_QueueAudio(id_, samples.data(), static_cast<Uint32>(samples.size() * sizeof(samples[0])));
  }

  [[nodiscard]] bool IsOpen() const { return id_ != 0; }

  void Close() {
    if (id_ != 0) SDL_CloseAudioDevice(id_);
    id_ = 0;
    if (started_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    started_ = false;
  }

 private:
  bool Open() {
    if (id_ != 0) return true;
    if (absent_) return false;
    started_ = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    SDL_AudioSpec wish{};
    wish.freq = kSoundRate;
    wish.format = AUDIO_S16SYS;
    wish.channels = 1;
    wish.samples = 512;  // 23 ms: a tap is heard with the finger still there
    if (started_) id_ = SDL_OpenAudioDevice(nullptr, 0, &wish, nullptr, 0);
    absent_ = id_ == 0;  // asked once; a kiosk without a loudspeaker is none
    if (id_ != 0) SDL_PauseAudioDevice(id_, 0);
    return id_ != 0;
  }

  SDL_AudioDeviceID id_ = 0;
  bool started_ = false;
  bool absent_ = false;
};

}  // namespace

struct Loudspeaker::Impl {
  void Run() {
    Device device;
    std::unique_lock lock(mutex);
    for (;;) {
      const auto something = [&] { return ending || !waiting.empty(); };
      if (!device.IsOpen()) {
        changed.wait(lock, something);
      } else if (!changed.wait_for(lock, kKeepOpen, something)) {
        device.Close();
        continue;
      }
      if (ending) return;
      const Wanted wanted = waiting.front();
      waiting.pop_front();
      lock.unlock();
      device.Play(wanted);
      lock.lock();
    }
  }

  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Wanted> waiting;
  bool ending = false;
  std::thread thread;  // begun with the first sound
};

Loudspeaker::Loudspeaker() : impl_(std::make_unique<Impl>()) {}

Loudspeaker::~Loudspeaker() {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->ending = true;
  }
  impl_->changed.notify_one();
  if (impl_->thread.joinable()) impl_->thread.join();
}

void Loudspeaker::Play(Sound sound, float volume) {
  if (volume <= 0) return;
  {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->waiting.size() >= kMostWaiting) return;
    impl_->waiting.push_back({sound, volume});
  }
  if (!impl_->thread.joinable()) impl_->thread = std::thread([this] { impl_->Run(); });
  impl_->changed.notify_one();
}

}  // namespace tanggap::ui
