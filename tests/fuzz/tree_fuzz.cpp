// A whole central folder as it might come back from a share: files left out, doubled, cut, mixed
// up, with bytes changed. Whatever is done to it, the check finds it.
#include <string>
#include <vector>

#include "folder/names.h"
#include "fuzz/fuzz.h"
#include "fuzz/fuzz_office.h"
#include "ledger/verify.h"

using namespace tanggap;

namespace {

struct File {
  TreeFile name;
  std::string bytes;
};

std::vector<SealedRecord> Records(std::uint32_t number, const RecordId& id, BodySealer& sealer) {
  SealedRecord record;
  record.id = id;
  record.bodies.push_back(
      sealer.Seal(id, BodyClass::kContent, R"({"b":{"text":"lama"}})", nullptr));
  RecordLine line;
  line.record.id = id;
  line.record.type = RecordType::kRated;
  line.record.type_name = "rated";
  line.record.day = DayFromIso("2026-11-21").value();
  line.record.hlc = {1795250000000 + number, 0};
  line.record.clear = {{"score", 3}};
  line.body_hashes[BodyClass::kContent] = HexHashOf(record.bodies.front().line);
  record.line = WriteRecordLine(line);
  return {record};
}

// A roster, three segments of the kiosk with their boxes, and its heartbeat.
std::vector<File> MakeTree() {
  const Founding& office = fuzz::TheOffice();
  const NodeKey& kiosk = office.nodes.front();
  SeededRandomness randomness(4);
  BodySealer sealer(office.roster, randomness);
  TreeFile roster;
  roster.kind = TreeFileKind::kRoster;
  roster.path = "roster";
  roster.number = 1;
  roster.start = office.roster.hash.substr(0, 8);
  std::vector<File> files{{roster, office.roster_bytes}};
  std::string hash = fuzz::FirstLink();
  for (std::uint32_t number = 1; number <= 3; ++number) {
    RecordId id;
    id.bytes.fill(static_cast<std::uint8_t>(number));
    const auto records = Records(number, id, sealer);
    const std::string bytes = fuzz::SegmentAround(records, number, hash, hash);
    TreeFile segment;
    segment.kind = TreeFileKind::kSegment;
    segment.path = "segment " + std::to_string(number);
    segment.node = kiosk.Id();
    segment.month = "202611";
    segment.epoch = 1;
    segment.nonce = fuzz::kNonce;
    segment.number = number;
    segment.start = hash.substr(0, 8);
    files.push_back({segment, bytes});
    TreeFile box = segment;
    box.kind = TreeFileKind::kBox;
    box.path = "box " + std::to_string(number);
    box.generation = 1;
    files.push_back({box, BoxBytes(records)});
  }
  TreeFile name;
  name.kind = TreeFileKind::kBeat;
  name.path = "beat";
  name.node = kiosk.Id();
  Beat beat = fuzz::TheBeat();
  beat.hash = hash;
  const std::string line = WriteBeat(beat, kiosk.signing);
  name.start = HexHashOf(std::string_view(line).substr(0, line.size() - 1)).substr(0, 8);
  files.push_back({name, line});
  return files;
}

class Bytes final : public TreeBytes {
 public:
  explicit Bytes(const std::vector<File>& files) : files_(files) {}
  [[nodiscard]] Result<std::string> Read(const TreeFile& file, std::size_t max) override {
    for (const File& known : files_) {
      if (known.name.path == file.path && known.bytes.size() <= max) return known.bytes;
    }
    return Problem{file.path, 0, "is too large"};
  }

 private:
  const std::vector<File>& files_;
};

VerifyReport Check(const std::vector<File>& files) {
  Bytes bytes(files);
  std::vector<TreeFile> names;
  for (const File& file : files)
    names.push_back(file.name);
  VerifyWish wish;
  wish.office = fuzz::TheOffice().roster.Id();
  wish.root_fingerprint = Fingerprint(fuzz::TheOffice().root.Public());
  return VerifyOffice(wish, names, bytes);
}

// One act of a bad share, from four bytes.
void Harm(std::vector<File>& files, std::string_view act, std::string_view rest) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(act[i]); };
  File& file = files[at(1) % files.size()];
  const std::size_t place = file.bytes.empty() ? 0 : (at(2) * 256U + at(3)) % file.bytes.size();
  switch (at(0) % 6) {
    case 0:
      if (!file.bytes.empty())
        file.bytes[place] =
            static_cast<char>(static_cast<unsigned char>(file.bytes[place]) ^ (1U + at(3) % 255U));
      break;
    case 1:
      file.bytes.resize(place);
      break;
    case 2:
      file.bytes.insert(place, rest.substr(0, 64));
      break;
    case 3:
      std::swap(file.bytes, files[at(2) % files.size()].bytes);
      break;
    case 4:
      file.name.number = at(2);
      file.name.epoch = at(3) % 3U;
      break;
    default:
      files.erase(files.begin() + at(1) % static_cast<int>(files.size()));
      break;
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  StartLedger();
  static const std::vector<File> tree = MakeTree();
  static const bool whole = Check(tree).problems.empty();
  fuzz::Require(whole, "an untouched folder holds");
  std::vector<File> files = tree;
  std::string_view recipe = fuzz::TextOf(data, size);
  const auto same = [&] {
    for (const File& file : files) {
      bool found = false;
      for (const File& before : tree)
        found = found || (before.bytes == file.bytes && before.name.path == file.name.path);
      if (!found) return false;
    }
    return true;
  };
  for (int acts = 0; recipe.size() >= 4 && !files.empty() && acts < 16; ++acts) {
    const std::string_view act = recipe.substr(0, 4);
    recipe.remove_prefix(4);
    Harm(files, act, recipe);
  }
  const VerifyReport report = Check(files);
  fuzz::Require(same() || !report.problems.empty(), "a changed byte is found");
  for (const Problem& problem : report.problems)
    fuzz::Require(!problem.file.empty() && !problem.message.empty(),
                  "each problem names a file and what is wrong");
  return 0;
}
