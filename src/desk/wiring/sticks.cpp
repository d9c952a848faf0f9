#include "desk/wiring/sticks.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>

#include "folder/mirror.h"
#include "folder/sync_notes.h"

namespace tanggap::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kLookEvery{1500};
constexpr std::chrono::milliseconds kTellEvery{120};

// Spaces and the like stand there as octal: "\040".
std::string Plain(std::string_view field) {
  std::string plain;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const bool octal =
        field[i] == '\\' && i + 3 < field.size() &&
        std::ranges::all_of(field.substr(i + 1, 3), [](char c) { return c >= '0' && c <= '7'; });
    if (!octal) {
      plain += field[i];
      continue;
    }
    const auto digit = [&](std::size_t at) { return field[i + at] - '0'; };
    plain += static_cast<char>((digit(1) * 64) + (digit(2) * 8) + digit(3));
    i += 3;
  }
  return plain;
}

// The file system that a folder lies on; nothing: it isn't there.
std::optional<dev_t> DeviceOf(const fs::path& folder) {
  struct stat about {};
  if (::stat(folder.c_str(), &about) != 0 || !S_ISDIR(about.st_mode)) return std::nullopt;
  return about.st_dev;
}

StickFault FaultOf(const std::error_code& error) {
  if (error == std::errc::no_space_on_device) return StickFault::kFull;
  if (error == std::errc::read_only_file_system || error == std::errc::permission_denied ||
      error == std::errc::operation_not_permitted)
    return StickFault::kReadOnly;
  if (error == std::errc::no_such_file_or_directory || error == std::errc::io_error ||
      error == std::errc::no_such_device || error == std::errc::no_such_device_or_address)
    return StickFault::kGone;
  return StickFault::kOther;
}

// A path would run out of the panel.
std::string Named(const fs::path& file, const std::string& why) {
  return file.filename().string() + ": " + why;
}

void Judge(Carriage& carriage, const MirrorRound& round) {
  carriage.sent = round.sent;
  carriage.received = round.received;
  carriage.checked = round.checked;
  if (IsSafeToRemove(round)) {
    carriage.stage = Carriage::Stage::kSafe;
  } else if (!round.problems.empty()) {
    carriage.fault = StickFault::kDamaged;
    carriage.detail = Named(round.problems.front().file, round.problems.front().message);
  } else {
    carriage.fault = StickFault::kUnread;
  }
}

}  // namespace

Stick StickAt(const fs::path& place) {
  const fs::path normal = place.lexically_normal();
  const fs::path name = normal.has_filename() ? normal.filename() : normal.parent_path().filename();
  return {normal.string(), name.string()};
}

std::vector<Stick> SticksIn(std::string_view mounts) {
  std::vector<Stick> sticks;
  std::istringstream lines{std::string(mounts)};
  for (std::string line; std::getline(lines, line);) {
    // "36 35 8:17 / /media/meja/KINGSTON rw,nosuid shared:1 - vfat /dev/sdb1 rw"
    std::istringstream fields(line);
    const std::vector<std::string> all{std::istream_iterator<std::string>(fields), {}};
    const auto dash = std::ranges::find(all, "-");
    constexpr std::ptrdiff_t kPlace = 4;
    if (dash - all.begin() <= kPlace || all.end() - dash < 3) continue;
    const std::string place = Plain(all[kPlace]);
    const bool below = place.starts_with("/media/") || place.starts_with("/run/media/");
    if (!below || !dash[2].starts_with("/dev/")) continue;
    sticks.push_back(StickAt(place));
  }
  std::ranges::sort(sticks, {}, &Stick::place);
  return sticks;
}

void CarryTo(const fs::path& replica, const Stick& stick, Clock& clock,
             const std::function<void(const Carriage&)>& tell) {
  Carriage carriage;
  carriage.stick = stick;
  tell(carriage);
  const std::optional<dev_t> device = DeviceOf(stick.place);
  std::chrono::milliseconds told = clock.Monotonic();
  TreeMirror mirror(replica, stick.place);
  mirror.Tell([&](const MirrorProgress& progress) {
    const bool back = progress.part == MirrorProgress::Part::kReadingBack;
    const auto stage = back ? Carriage::Stage::kReadingBack : Carriage::Stage::kCopying;
    const std::chrono::milliseconds now = clock.Monotonic();
    if (stage == carriage.stage && now - told < kTellEvery) return;
    told = now;
    carriage.stage = stage;
    carriage.done = progress.done;
    carriage.total = progress.total;
    tell(carriage);
  });
  carriage.done = carriage.total = 0;
  try {
    const MirrorRound round = mirror.Round(MirrorCheck::kReadBack);
    carriage.stage = Carriage::Stage::kUnsafe;
    // A place that stays when its stick is gone would have taken everything onto this disk.
    if (!device || DeviceOf(stick.place) != device) {
      carriage.fault = StickFault::kGone;
    } else {
      Judge(carriage, round);
      NoteAltered(replica, round, clock.Now());
    }
  } catch (const fs::filesystem_error& error) {
    carriage.stage = Carriage::Stage::kUnsafe;
    carriage.fault = FaultOf(error.code());
    if (carriage.fault == StickFault::kOther)
      carriage.detail = Named(error.path1(), error.code().message());
  }
  carriage.at = clock.Now();
  if (carriage.stage == Carriage::Stage::kSafe) NoteCarried(replica, stick.place, carriage.at);
  tell(carriage);
}

StickCarrier::StickCarrier(fs::path replica, std::vector<fs::path> given, Clock& clock,
                           std::function<void(Event)> tell)
    : replica_(std::move(replica)),
      given_(std::move(given)),
      clock_(clock),
      tell_(std::move(tell)),
      worker_({.capacity = 4, .period = kLookEvery, .periodic = [this] { Look(); }, .wake = {}}) {
  worker_.Hurry();
}

void StickCarrier::Look() {
  std::ifstream mounts("/proc/self/mountinfo");
  std::vector<Stick> sticks = SticksIn(std::string{std::istreambuf_iterator<char>(mounts), {}});
  for (const fs::path& place : given_) {
    if (DeviceOf(place)) sticks.push_back(StickAt(place));
  }
  if (seen_ == sticks) return;
  seen_ = sticks;
  tell_(SticksSeen{std::move(sticks)});
}

void StickCarrier::Carry(const Stick& stick) {
  if (busy_.exchange(true)) return;
  const bool posted = worker_.Post([this, stick] {
    CarryTo(replica_, stick, clock_, [this](const Carriage& told) { tell_(CarriageTold{told}); });
    busy_ = false;
  });
  if (!posted) busy_ = false;
}

}  // namespace tanggap::desk
