// Small files of a device: keys of nodes, people and the root, requests, the staff's PIN, the count
// of wrong passwords, and whose replica a directory is.
#include <filesystem>
#include <fstream>
#include <string>

#include "fakes/seeded_randomness.h"
#include "folder/node_file.h"
#include "fuzz/fuzz.h"
#include "ledger/keys.h"
#include "ledger/office_files.h"
#include "ledger/password_pause.h"
#include "ledger/secret.h"
#include "ledger/staff_desk.h"
#include "support/temporary_directory.h"

using namespace tanggap;

namespace {

namespace fs = std::filesystem;

const TemporaryDirectory& Place() {
  static const TemporaryDirectory place;
  return place;
}

fs::path Lay(const std::string& name, std::string_view bytes) {
  const fs::path file = Place() / name;
  fs::remove(file);
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

// Reads, writes what was read, and reads that: the same.
template <class Read, class Write, class Same>
void GoesRound(const fs::path& file, const Read& read, const Write& write, const Same& same) {
  const auto first = read(file);
  fuzz::RequireReason(first, file.string());
  if (!first.Ok()) return;
  const fs::path again = Place() / "again";
  fs::remove(again);
  write(again, first.Value());
  const auto second = read(again);
  fuzz::Require(second.Ok() && same(first.Value(), second.Value()), "a key is read as written");
}

void ReadPerson(const fs::path& file) {
  SeededRandomness randomness(5);
  const auto first = ReadPersonKey(file, "contoh");
  fuzz::RequireReason(first, file.string());
  if (!first.Ok() || !first.Value()) return;
  ReplacePersonKey(file, *first.Value(), "another", randomness);
  fuzz::Require(!ReadPersonKey(file, "contoh").Value(), "the old password opens nothing");
  fuzz::Require(ReadPersonKey(file, "another").Value()->Id() == first.Value()->Id(),
                "a key is read as written");
}

void ReadRequest(std::string_view bytes) {
  const Result<NodeRequest> request = ReadNodeRequest(bytes, "enrol.request");
  fuzz::RequireReason(request, "enrol.request");
  fuzz::Require(!request.Ok() || request.Value().kind == "kiosk" || request.Value().kind == "desk",
                "a device is a kiosk or a desk");
}

void ReadPin(const fs::path& file) {
  const Result<std::string> pin = ReadStaffPin(file);
  fuzz::RequireReason(pin, file.string());
}

// However it was spoilt, there is no way around the pause, and no way to lock somebody out.
void CountPasswords(std::string_view bytes) {
  Lay("person.tries", bytes);
  PasswordPause pause(Place() / "person.key");
  const Instant now = FromMillis(1795250000000);
  const std::chrono::seconds left = pause.Left(now);
  fuzz::Require(left >= std::chrono::seconds{0} && left <= kLongestPause, "a pause is bounded");
  fuzz::Require(pause.Left(now + kLongestPause) == std::chrono::seconds{0},
                "after the longest pause a password is tried");
  for (int mistake = 0; mistake < 3; ++mistake)
    pause.Trying(now);
  fuzz::Require(pause.Left(now) > std::chrono::seconds{0}, "three mistakes make a pause");
}

void ReadWhose(std::string_view bytes) {
  Lay("node", bytes);
  const auto node = ReadNodeFile(Place().Path());
  fuzz::RequireReason(node, "node");
  if (!node.Ok()) return;
  fuzz::Require(node.Value().has_value(), "a file that is there is no relay");
  WriteNodeFile(Place().Path(), *node.Value());
  fuzz::Require(ReadNodeFile(Place().Path()).Value() == node.Value(), "it is read as written");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  StartLedger();
  std::string_view bytes = fuzz::TextOf(data, size);
  const unsigned which = fuzz::TakeChoice(bytes, 10);
  const auto same_id = [](const auto& one, const auto& other) {
    return one.signing.Public() == other.signing.Public() && one.name == other.name &&
           one.kind == other.kind;
  };
  switch (which) {
    case 0:
      GoesRound(Lay("node.key", bytes), ReadNodeKey, WriteNodeKey, same_id);
      break;
    case 1:
      GoesRound(Lay("root.seed", bytes), ReadRootSeed, WriteRootSeed,
                [](const auto& one, const auto& other) { return one.Public() == other.Public(); });
      break;
    case 2:
      ReadPerson(Lay("person.key", bytes));
      break;
    case 3:
      GoesRound(Lay("root.pub", bytes), ReadRootPublic, WriteRootPublic, std::equal_to<>());
      break;
    case 4:
      GoesRound(
          Lay("first-readers.keys", bytes), ReadReadingKeys,
          [](const fs::path& file, const ReadingKeys& keys) {
            WriteReadingKeys(file, OfficeId{"contoh"}, keys);
          },
          [](const ReadingKeys& one, const ReadingKeys& other) {
            return one.All().size() == 3 && other.All().size() == 3;
          });
      break;
    case 5:
      GoesRound(Lay("node.new", bytes), ReadNewNodeKey, WriteNewNodeKey, same_id);
      break;
    case 6:
      ReadRequest(bytes);
      break;
    case 7:
      ReadPin(Lay("staff.pin", bytes));
      break;
    case 8:
      CountPasswords(bytes);
      break;
    default:
      ReadWhose(bytes);
      break;
  }
  return 0;
}
