#include "folder/wholeness.h"

#include <optional>
#include <set>
#include <utility>

#include "ledger/hash.h"
#include "ledger/keys.h"
#include "ledger/roster.h"

namespace tanggap {
namespace {

constexpr std::size_t kHashDigits = 64;

// Takes the next line off `bytes`, without its \n; nothing when no \n is left.
std::optional<std::string_view> TakeLine(std::string_view& bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end + 1);
  return line;
}

std::optional<Hash> HashAfter(std::string_view line, std::string_view key) {
  const std::size_t at = line.find(key);
  if (at == std::string_view::npos || line.size() < at + key.size() + kHashDigits)
    return std::nullopt;
  return ArrayFromHex<32>(line.substr(at + key.size(), kHashDigits));
}

// The hashes in a record line's "body":{"c":"…","f":"…","i":"…"}.
void AddBodyHashes(std::string_view line, BodyHashes& hashes) {
  constexpr std::string_view kKey = "\"body\":{";
  const std::size_t at = line.find(kKey);
  if (at == std::string_view::npos) return;
  std::string_view body = line.substr(at + kKey.size());
  body = body.substr(0, body.find('}'));
  while (true) {
    const std::size_t quote = body.find(":\"");
    if (quote == std::string_view::npos || body.size() < quote + 2 + kHashDigits) return;
    hashes.emplace(body.substr(quote + 2, kHashDigits));
    body.remove_prefix(quote + 2 + kHashDigits);
  }
}

WholenessCheck Damaged(std::string why) {
  return {Wholeness::kDamaged, std::move(why)};
}

}  // namespace

WholenessCheck CheckSegment(std::string_view bytes, const SegmentName& name) {
  std::optional<Hash> link;  // none: a header comes next
  std::string last;
  int number = 0;
  while (!bytes.empty()) {
    const std::optional<std::string_view> line = TakeLine(bytes);
    if (!line) return {Wholeness::kIncomplete, "ends within a line"};
    ++number;
    if (!link) {
      const std::optional<Hash> previous = HashAfter(*line, "\"prev\":\"");
      if (!line->starts_with("{\"ep\":") || !previous)
        return Damaged("line " + std::to_string(number) + " is no segment header");
      link = NextLink(*previous, *line);
      continue;
    }
    if (line->starts_with("{\"h\":\"") && line->find("\"k\":\"end\"") != std::string_view::npos) {
      if (HashAfter(*line, "\"h\":\"") != link)
        return Damaged("a byte before line " + std::to_string(number) + " was changed");
      last = ToHex(ByteSpan(*link));
      link.reset();
      continue;
    }
    link = NextLink(*link, *line);
  }
  if (link || last.empty()) return {Wholeness::kIncomplete, "ends before its end line"};
  if (last.substr(0, 8) != name.start) return Damaged("its name belongs to other bytes");
  return {};
}

std::vector<std::string> EndsIn(std::string_view segments) {
  std::vector<std::string> ends;
  while (const std::optional<std::string_view> line = TakeLine(segments)) {
    if (!line->starts_with("{\"h\":\"")) continue;
    const auto hash = HashAfter(*line, "\"h\":\"");
    if (hash) ends.push_back(ToHex(ByteSpan(*hash)).substr(0, 8));
  }
  return ends;
}

BodyHashes BodiesNamedBy(std::string_view segment) {
  BodyHashes named;
  while (const std::optional<std::string_view> line = TakeLine(segment))
    AddBodyHashes(*line, named);
  return named;
}

WholenessCheck CheckBox(std::string_view bytes, const BoxName& name, std::string_view segment,
                        const BodyHashes& erased) {
  BodyHashes lacking = BodiesNamedBy(segment);
  const BodyHashes named = lacking;
  std::size_t lines = 0;
  while (!bytes.empty()) {
    const std::optional<std::string_view> line = TakeLine(bytes);
    if (!line) return {Wholeness::kIncomplete, "ends within a line"};
    ++lines;
    const std::string hash = HexHashOf(*line);
    if (!named.contains(hash))
      return Damaged("line " + std::to_string(lines) + " is not what the segment names");
    lacking.erase(hash);
  }
  for (const std::string& hash : lacking) {
    if (name.generation == 1 || !erased.contains(hash))
      return {Wholeness::kIncomplete, "has not all bodies yet"};
  }
  return {};
}

WholenessCheck CheckRoster(std::string_view bytes, const RosterName& name, const OfficeId& office) {
  if (bytes.empty() || bytes.back() != '\n') return {Wholeness::kIncomplete, "ends too early"};
  const Result<PublicKey> root = RootNamedBy(bytes);
  if (!root.Ok()) return Damaged(root.Problems().front().message);
  if (OfficeIdOf(root.Value()) != office) return Damaged("signed for another office");
  // Who may sign is the reader's to judge, who has the roster before.
  const Result<Roster> roster = ReadCarriedRoster(bytes, root.Value());
  if (!roster.Ok()) return Damaged(roster.Problems().front().message);
  if (roster.Value().number != name.number || roster.Value().hash.substr(0, 8) != name.start)
    return Damaged("its name belongs to other bytes");
  return {};
}

}  // namespace tanggap
