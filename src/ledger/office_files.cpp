// Files of founding and enrolling.
#include "ledger/office_files.h"

#include <algorithm>

#include "formats/strict_json.h"
#include "ledger/key_file_text.h"
#include "ledger/roster_text.h"

namespace tanggap {
namespace {

using namespace std::string_view_literals;

bool IsNodeKind(std::string_view kind) {
  return kind == "kiosk" || kind == "desk";
}

Packed RequestBytes(std::string_view kind, std::string_view name, const PublicKey& key) {
  Packed bytes;
  bytes.Raw("tanggap/1/req\0"sv).Prefixed(kind).Prefixed(name).Raw(ByteSpan{key});
  return bytes;
}

}  // namespace

void WriteRootPublic(const std::filesystem::path& file, const PublicKey& root) {
  Fields fields{
      {"k", "root-public"}, {"off", OfficeIdOf(root).value}, {"root", ToHex(root)}, {"v", 1}};
  WriteKeyFields(file, fields);
}

Result<PublicKey> ReadRootPublic(const std::filesystem::path& file) {
  const auto fields = ReadKeyFields(file, "root-public");
  if (!fields) return fields.Problems();
  const auto root = ArrayFromHex<32>(TextOf(fields.Value(), "root"));
  if (!root || OfficeIdOf(*root).value != TextOf(fields.Value(), "off"))
    return WrongKeyFile(file, "root is not the key of the office that it names");
  return *root;
}

void WriteReadingKeys(const std::filesystem::path& file, const OfficeId& office,
                      const ReadingKeys& keys) {
  Fields fields{{"k", "reading-keys"}, {"off", office.value}, {"v", 1}};
  for (const auto& [name, key] : keys.All())
    fields[KeyLabel(name)] = ToHex(key.Held().Bytes());
  WriteKeyFields(file, fields);
}

Result<ReadingKeys> ReadReadingKeys(const std::filesystem::path& file) {
  auto fields = ReadKeyFields(file, "reading-keys");
  if (!fields) return fields.Problems();
  ReadingKeys keys;
  for (const BodyClass body_class : kAllBodyClasses) {
    const ReadingKeyName name{body_class, 1};
    auto secret = SecretFrom(fields.Value(), KeyLabel(name));
    if (!secret) return WrongKeyFile(file, KeyLabel(name) + " must be 64 hex digits");
    keys.Add(name, SealingKey{std::move(*secret)});
  }
  return keys;
}

void WriteNewNodeKey(const std::filesystem::path& file, const NewNodeKey& key) {
  Fields fields{{"k", "node-new"},
                {"kind", key.kind},
                {"name", key.name},
                {"node", NodeIdOf(key.signing.Public()).value},
                {"seed", ToHex(key.signing.Seed().Bytes())},
                {"v", 1}};
  WriteKeyFields(file, fields);
}

Result<NewNodeKey> ReadNewNodeKey(const std::filesystem::path& file) {
  auto fields = ReadKeyFields(file, "node-new");
  if (!fields) return fields.Problems();
  auto seed = SecretFrom(fields.Value(), "seed");
  if (!seed || !IsNodeKind(TextOf(fields.Value(), "kind")))
    return WrongKeyFile(file, "seed must be 64 hex digits, kind kiosk or desk");
  NewNodeKey key{SigningKey{std::move(*seed)}, TextOf(fields.Value(), "name"),
                 TextOf(fields.Value(), "kind")};
  if (NodeIdOf(key.signing.Public()).value != TextOf(fields.Value(), "node"))
    return WrongKeyFile(file, "the seed is not that of node " + TextOf(fields.Value(), "node"));
  return key;
}

std::string WriteNodeRequest(const NewNodeKey& key) {
  const Signature signature =
      key.signing.Sign(RequestBytes(key.kind, key.name, key.signing.Public()).View());
  return WriteStrict({{"k", "node-request"},
                      {"kind", key.kind},
                      {"name", key.name},
                      {"pk", ToHex(key.signing.Public())},
                      {"sig", ToBase64(signature)},
                      {"v", 1}}) +
         '\n';
}

Result<NodeRequest> ReadNodeRequest(std::string_view bytes, const std::string& file) {
  constexpr std::size_t kMost = 4096;
  if (bytes.size() > kMost || bytes.empty() || bytes.back() != '\n')
    return Problem{file, 1,
                   "not a device's request: expected one line, made by `tanggap node new`"};
  const auto read = ReadStrict(bytes.substr(0, bytes.size() - 1));
  if (!read) return Problem{file, 1, read.Problems().front().message};
  const Fields& fields = read.Value();
  const auto key = ArrayFromHex<32>(TextOf(fields, "pk"));
  NodeRequest request{TextOf(fields, "name"), TextOf(fields, "kind"), key.value_or(PublicKey{})};
  if (TextOf(fields, "k") != "node-request" || NumberOf(fields, "v") != 1 || !key ||
      !IsNodeKind(request.kind)) {
    return Problem{file, 1, "not a device's request of version 1"};
  }
  const auto signature = FromBase64(TextOf(fields, "sig"));
  if (!signature ||
      !Verify(*key, RequestBytes(request.kind, request.name, *key).View(), *signature)) {
    return Problem{file, 1, "was changed on the way: its signature doesn't hold. Make it again"};
  }
  return request;
}

}  // namespace tanggap
