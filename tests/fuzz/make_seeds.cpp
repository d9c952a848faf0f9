// Writes the seeds that need keys, sums or the example offices. Run it after a change of format,
// and look at what git says. Usage: make-seeds DIRECTORY (tests/fuzz/seeds)
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "folder/node_file.h"
#include "fuzz/fuzz_office.h"
#include "ledger/office_files.h"
#include "ledger/root_sheets.h"
#include "ledger/ticket_secret.h"
#include "support/places.h"
#include "support/temporary_directory.h"

namespace {

using namespace tanggap;
namespace fs = std::filesystem;

std::string BytesOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class Seeds {
 public:
  explicit Seeds(fs::path directory) : directory_(std::move(directory)) {}
  // `how`: the byte with which the target chooses what it reads; -1 for targets that don't.
  void Put(const char* target, const std::string& name, int how, std::string_view bytes) const {
    fs::create_directories(directory_ / target);
    std::ofstream out(directory_ / target / name, std::ios::binary | std::ios::trunc);
    if (how >= 0) out.put(static_cast<char>(how));
    out << bytes;
  }

 private:
  fs::path directory_;
};

void PutKeyFiles(const Seeds& seeds) {
  const TemporaryDirectory place;
  const Founding& office = fuzz::TheOffice();
  SeededRandomness randomness(5);
  WriteNodeKey(place / "node.key", office.nodes.front());
  WriteRootSeed(place / "root.seed", office.root);
  WritePersonKey(place / "person.key", office.people.front(), "contoh", randomness);
  WriteRootPublic(place / "root.pub", office.root.Public());
  WriteReadingKeys(place / "first-readers.keys", office.roster.Id(), office.reading);
  const NewNodeKey fresh{SigningKey::Make(randomness), "kiosk-2", "kiosk"};
  WriteNewNodeKey(place / "node.new", fresh);
  WriteNodeFile(place.Path(), {NodeKind::kDesk, office.roster.Id(), office.nodes.front().Id()});
  constexpr std::array kNames{"node.key", "root.seed",          "person.key",
                              "root.pub", "first-readers.keys", "node.new"};
  for (std::size_t i = 0; i < kNames.size(); ++i)
    seeds.Put("key_file", kNames[i], static_cast<int>(i), BytesOf(place / kNames[i]));
  seeds.Put("key_file", "enrol.request", 6, WriteNodeRequest(fresh));
  seeds.Put("key_file", "staff.pin", 7,
            "$argon2id$v=19$m=65536,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
            "aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g\n");
  seeds.Put("key_file", "tries", 8, "3 1795249999000\n");
  seeds.Put("key_file", "node", 9, BytesOf(place / "node"));
}

void PutSheets(const Seeds& seeds) {
  SeededRandomness randomness(3);
  const SigningKey root = SigningKey::Make(randomness);
  const auto sheets = SplitRoot(root, randomness);
  std::string lines;
  for (std::size_t i = 0; i < kSheetGroups; ++i)
    lines += (i % 4 == 0 ? std::to_string(i / 4 + 1) + ": " : "") + sheets[1].groups[i] +
             (i % 4 == 3 ? "\n" : " ");
  seeds.Put("root_sheet", "untouched", 0, "");
  seeds.Put("root_sheet", "one-symbol", 1, std::string("\x05\x07", 2));
  seeds.Put("root_sheet", "lines", 3, lines);
  seeds.Put("root_sheet", "scanned", 3, QrTextOf(sheets[2]));
}

void PutFolder(const Seeds& seeds) {
  const Founding& office = fuzz::TheOffice();
  const std::string& roster = office.roster_bytes;
  seeds.Put("roster", "own", 0, roster);
  // Without the end line, which the target makes anew.
  const std::string lines = roster.substr(0, roster.rfind('\n', roster.size() - 2) + 1);
  seeds.Put("roster", "own-lines", 1, lines);
  seeds.Put("roster", "next", 0, fuzz::TheNextRoster());
  const std::string& line = fuzz::TheBeatLine();
  seeds.Put("beat", "own", 0, line);
  seeds.Put("beat", "signed-anew", 1, std::string_view(line).substr(0, line.size() - 1));
}

void PutConfiguration(const Seeds& seeds) {
  const fs::path source = SourceDir();
  const std::string office = BytesOf(source / "kiosk-config/offices/lembata.toml");
  seeds.Put("configuration", "decree", 0,
            BytesOf(source / "assets/decrees/belitung-dsppa-2023.toml"));
  seeds.Put("configuration", "texts", 1, "[rate]\ntitle = \"Bagaimana layanan {office}?\"\n");
  seeds.Put("configuration", "holidays", 2,
            BytesOf(source / "kiosk-config/offices/libur-2026.ics").substr(0, 1500));
  seeds.Put("configuration", "phrases", 3,
            BytesOf(source / "assets/phrases/lembata-dinas-pendidikan-2024.toml").substr(0, 4000));
  seeds.Put("configuration", "office", 4, office);
  seeds.Put("configuration", "template", 5, office);
}

void PutState(const Seeds& seeds) {
  const Day day = DayFromIso("2026-11-21").value();
  const TicketState state{TicketStage::kDecided,
                          TicketSide::kWaitingForData,
                          {"state.granted"},
                          {"maaf-tertulis"},
                          day,
                          day,
                          day,
                          {day, Day{}}};
  seeds.Put("capsule", "state", 0, WriteTicketState(state));
  SeededRandomness randomness(8);
  BodySealer sealer(fuzz::TheOffice().roster, randomness);
  seeds.Put("capsule", "body", 2,
            sealer.Seal(RecordId{}, BodyClass::kContent, R"({"b":{"text":"lama"}})", nullptr).line);
  seeds.Put("capsule", "said", 3, R"({"b":{"story":"lama"}})");
  seeds.Put("capsule", "as-a-person", 3,
            R"({"b":{"story":"lama"},"by":")" + fuzz::TheOffice().people.front().Id().value +
                R"(","psig":")" + std::string(86, 'A') + R"(=="})");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: make-seeds DIRECTORY\n", stderr);
    return 2;
  }
  StartLedger();
  const Seeds seeds{fs::path(argv[1])};
  PutKeyFiles(seeds);
  PutSheets(seeds);
  PutFolder(seeds);
  PutConfiguration(seeds);
  PutState(seeds);
  return 0;
}
