// The count of wrong passwords, in one line of text.
#include "ledger/password_pause.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <system_error>

namespace tanggap {
namespace {

constexpr int kFreeMistakes = 2;
constexpr int kMostCounted = 1000;

std::chrono::seconds PauseAfter(int wrong) {
  if (wrong <= kFreeMistakes) return std::chrono::seconds{0};
  constexpr int kDoublings = 10;  // beyond the longest pause
  const int doubled = 1 << std::min(wrong - kFreeMistakes, kDoublings);
  return std::min(std::chrono::seconds{doubled}, kLongestPause);
}

}  // namespace

PasswordPause::PasswordPause(const std::filesystem::path& key_file)
    : file_(std::filesystem::path(key_file).replace_extension(".tries")) {}

PasswordPause::Count PasswordPause::Read() const {
  std::error_code error;
  if (!std::filesystem::exists(file_, error) && !error) return {};
  std::ifstream in(file_);
  Count count;
  // A file that was emptied or can't be understood is no way around: it counts as many mistakes,
  // made in a time yet to come.
  if (!(in >> count.wrong >> count.last_ms) || count.wrong < 0)
    return {kMostCounted, std::numeric_limits<std::int64_t>::max()};
  return count;
}

std::chrono::seconds PasswordPause::Left(Instant now) {
  Count count = Read();
  const std::chrono::seconds pause = PauseAfter(count.wrong);
  if (count.last_ms > ToMillis(now) || count.last_ms < 0) {
    count.last_ms = ToMillis(now);  // else a clock once years ahead would lock somebody out
    Write(count);
  }
  const std::chrono::milliseconds passed{ToMillis(now) - count.last_ms};
  if (passed >= pause) return std::chrono::seconds{0};
  return std::chrono::ceil<std::chrono::seconds>(pause - passed);
}

void PasswordPause::Trying(Instant now) {
  Write({std::min(Read().wrong + 1, kMostCounted), ToMillis(now)});
}

void PasswordPause::Write(const Count& count) {
  const std::filesystem::path aside = file_.string() + ".new";
  {
    std::ofstream out(aside, std::ios::trunc);
    out << count.wrong << ' ' << count.last_ms << '\n';
    out.close();
    if (!out) {
      throw std::filesystem::filesystem_error("can't count passwords", aside,
                                              std::make_error_code(std::errc::io_error));
    }
  }
  std::filesystem::rename(aside, file_);
}

void PasswordPause::Right() {
  std::filesystem::remove(file_);
}

}  // namespace tanggap
