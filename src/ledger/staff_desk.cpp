#include "ledger/staff_desk.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>

#include "ledger/secret.h"

namespace tanggap {
namespace {

constexpr std::size_t kPinDigits = 6;

bool IsPin(const std::string& pin) {
  return pin.size() == kPinDigits &&
         std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<std::string> SealPin(const std::string& pin) {
  StartLedger();
  if (!IsPin(pin)) return std::nullopt;
  std::array<char, crypto_pwhash_STRBYTES> sealed{};
  if (crypto_pwhash_str(sealed.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return std::nullopt;
  return std::string(sealed.data());
}

std::optional<Problem> WriteStaffPin(const std::filesystem::path& file, const std::string& pin) {
  namespace fs = std::filesystem;
  const auto sealed = SealPin(pin);
  if (!sealed) return Problem{file.string(), 0, "a staff PIN is six digits"};
  std::error_code refused;
  std::ofstream out(file, std::ios::trunc);
  // Before there is anything in it to read.
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, refused);
  out << *sealed << '\n';
  if (!out.flush() || refused) return Problem{file.string(), 0, "can't be written"};
  return std::nullopt;
}

Result<std::string> ReadStaffPin(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return std::string();
  std::string line;
  std::getline(in, line);
  if (!line.starts_with(crypto_pwhash_STRPREFIX) || line.size() >= crypto_pwhash_STRBYTES)
    return Problem{file.string(), 1, "not a staff PIN; `tanggap node pin` writes one"};
  return line;
}

bool LedgerStaffDesk::Opens(const std::string& pin) {
  StartLedger();
  if (sealed_pin_.empty() || !IsPin(pin)) return false;
  return crypto_pwhash_str_verify(sealed_pin_.c_str(), pin.data(), pin.size()) == 0;
}

JournalCounts LedgerStaffDesk::Counts() {
  constexpr std::uint64_t kMegabyte = 1U << 20U;
  const ChainHead head = journal_.Head();
  JournalCounts counts;
  counts.written = head.records_written;
  counts.waiting = head.records_written - std::min(head.records_written, head.records_closed);
  for (const ClosedSegment& segment : journal_.SegmentsSince(std::chrono::year{2000} / 1 / 1)) {
    if (!segment.acknowledged) ++counts.unread;
  }
  counts.free_mb = journal_.FreeBytes() / kMegabyte;
  return counts;
}

}  // namespace tanggap
