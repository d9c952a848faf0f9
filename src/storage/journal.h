// The journal in SQLite: what this node wrote, durable before a visitor sees "Tersimpan".
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ports/journal.h"

namespace tanggap {

struct JournalSettings {
  // Space held back beside the journal ("journal.db.ballast"), made by Tidy() when there is plenty
  // and given up when a full disk keeps the write-ahead log from being folded back. 0: none.
  std::uint64_t ballast_bytes = 0;
};
inline constexpr std::uint64_t kKioskBallastBytes = std::uint64_t{64} << 20U;
// Below this many FreeBytes() a kiosk stops taking complaints, politely.
inline constexpr std::uint64_t kReserveBytes = std::uint64_t{32} << 20U;

// One owner. The constructor creates the file (0600) when there is none, and throws StoreError:
// kLocked (a second program), kForeign (another program's or a newer file, garbage), kFull,
// kBroken. The write-ahead log and its directory entry are durable when it returns.
class SqliteJournal final : public Journal {
 public:
  explicit SqliteJournal(const std::filesystem::path& file, const JournalSettings& settings = {});
  ~SqliteJournal() override;

  void Append(std::span<const SealedRecord> records) override;
  [[nodiscard]] bool Contains(const RecordId& id) override;
  [[nodiscard]] ChainHead Head() override;
  void OpenEpoch(std::uint32_t epoch, const std::string& nonce,
                 const std::string& genesis) override;
  [[nodiscard]] std::vector<SealedRecord> Unsegmented(std::size_t max) override;
  void CloseSegment(const ClosedSegment& segment) override;
  [[nodiscard]] std::vector<ClosedSegment> SegmentsSince(Day since) override;
  [[nodiscard]] std::vector<SealedRecord> RecordsOf(const ClosedSegment& segment) override;
  bool Acknowledge(std::uint32_t epoch, std::uint32_t number, const std::string& hash,
                   Day on) override;
  std::vector<ClosedSegment> DropBodies(Day until, std::size_t max) override;
  std::size_t EraseBodies(std::span<const std::pair<RecordId, BodyClass>> bodies) override;
  void PutStates(std::span<const PublishedState> states) override;
  [[nodiscard]] std::optional<PublishedState> FindState(const std::string& lookup) override;
  [[nodiscard]] std::string Setting(const std::string& name) override;
  void SetSetting(const std::string& name, const std::string& value) override;
  [[nodiscard]] std::uint64_t FreeBytes() override;
  void Tidy() override;
  // A whole, synced copy as it is now, as a new file (0600), through SQLite's own backup: the one
  // way to copy a journal that is in use. Throws StoreError; no file is left then.
  void CopyTo(const std::filesystem::path& target);

 private:
  struct Connection;  // the open file and its prepared statements
  Connection& Use();
  void Open();
  // After a COMMIT that failed: opens the file again, so that what is asked next is the truth.
  void Reopen();
  void AppendOnce(std::span<const SealedRecord> records);
  void Checkpoint();
  void MakeBallast();

  std::filesystem::path file_;
  JournalSettings settings_;
  std::unique_ptr<Connection> connection_;  // empty after a failed commit until it opens again
};

}  // namespace tanggap
