#include "ledger/beat.h"

#include <utility>

#include "formats/strict_json.h"
#include "ledger/bytes.h"

namespace tanggap {
namespace {

constexpr std::string_view kSignedAs{"tanggap/1/beat\0", 15};
constexpr std::int64_t kMaxPlace = 99'999'999;  // of epochs and segments, as in the chain

Packed SignedBytes(const Fields& fields) {
  Packed packed;
  packed.Raw(kSignedAs).Raw(WriteStrict(fields));
  return packed;
}

Fields FieldsOf(const Beat& beat) {
  return {{"at", beat.at_ms},
          {"ep", static_cast<std::int64_t>(beat.epoch)},
          {"free", beat.free_mib},
          {"h", beat.hash},
          {"k", "beat"},
          {"lives", beat.lives},
          {"node", beat.node.value},
          {"nonce", beat.nonce},
          {"off", beat.office.value},
          {"seg", static_cast<std::int64_t>(beat.segment)},
          {"v", 1}};
}

}  // namespace

std::string WriteBeat(const Beat& beat, const SigningKey& node) {
  Fields fields = FieldsOf(beat);
  fields.insert_or_assign("sig", ToBase64(node.Sign(SignedBytes(fields).View())));
  return WriteStrict(fields) + '\n';
}

Result<Beat> ReadBeat(std::string_view bytes, const OfficeId& office, const NodeId& node,
                      const PublicKey& key) {
  const auto bad = [](std::string what) { return Problem{"", 1, std::move(what)}; };
  if (!bytes.ends_with('\n') || bytes.find('\n') + 1 != bytes.size())
    return bad("a heartbeat is one line");
  Result<Fields> read = ReadStrict(bytes.substr(0, bytes.size() - 1));
  if (!read.Ok()) return read.Problems();
  Fields& fields = read.Value();
  if (TextOf(fields, "k") != "beat" || NumberOf(fields, "v") != 1) return bad("no heartbeat");
  const auto signature = FromBase64(TextOf(fields, "sig"));
  fields.erase("sig");
  if (!signature || !Verify(key, SignedBytes(fields).View(), *signature))
    return bad("the signature is not its node's");
  Beat beat;
  beat.office = OfficeId{TextOf(fields, "off")};
  beat.node = NodeId{TextOf(fields, "node")};
  if (beat.office != office || beat.node != node) return bad("belongs to another device");
  const std::int64_t epoch = NumberOf(fields, "ep");
  const std::int64_t segment = NumberOf(fields, "seg");
  beat.at_ms = NumberOf(fields, "at");
  if (beat.at_ms < 0 || epoch < 1 || epoch > kMaxPlace || segment < 0 || segment > kMaxPlace)
    return bad("at, ep and seg are no time and place in a chain");
  beat.epoch = static_cast<std::uint32_t>(epoch);
  beat.nonce = TextOf(fields, "nonce");
  beat.segment = static_cast<std::uint32_t>(segment);
  beat.hash = TextOf(fields, "h");
  beat.free_mib = NumberOf(fields, "free");
  beat.lives = NumberOf(fields, "lives", 1);
  return beat;
}

}  // namespace tanggap
