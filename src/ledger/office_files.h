// Small files around founding and enrolling: the root's public half, the first reading keys until
// somebody holds them, a device's key before it is enrolled, and its request.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "domain/result.h"
#include "ledger/keys.h"
#include "ledger/sealing.h"

namespace tanggap {

// private/root.pub: whom this office trusts, also when the root's seed lies on paper only.
void WriteRootPublic(const std::filesystem::path& file, const PublicKey& root);
[[nodiscard]] Result<PublicKey> ReadRootPublic(const std::filesystem::path& file);

// private/first-readers.keys: an office's reading keys, in clear, from `office init` until the
// first person who may read has them; then the file is erased.
void WriteReadingKeys(const std::filesystem::path& file, const OfficeId& office,
                      const ReadingKeys& keys);
[[nodiscard]] Result<ReadingKeys> ReadReadingKeys(const std::filesystem::path& file);

// node.new: a key made on its device that no office has enrolled yet.
struct NewNodeKey {
  SigningKey signing;
  std::string name;
  std::string kind;  // "kiosk" | "desk"
};
void WriteNewNodeKey(const std::filesystem::path& file, const NewNodeKey& key);
[[nodiscard]] Result<NewNodeKey> ReadNewNodeKey(const std::filesystem::path& file);

// What a device asks of its office; it is signed, but only the fingerprint says whose it is.
struct NodeRequest {
  std::string name;
  std::string kind;
  PublicKey key{};
};
[[nodiscard]] std::string WriteNodeRequest(const NewNodeKey& key);
// `file` stands in the Problem.
[[nodiscard]] Result<NodeRequest> ReadNodeRequest(std::string_view bytes, const std::string& file);

}  // namespace tanggap
