// BLAKE2b of the format.
#include "ledger/hash.h"

#include <sodium.h>

namespace tanggap {
namespace {

using namespace std::string_view_literals;

constexpr auto kChainKey = "tanggap/1/rec"sv;
constexpr auto kGenesis = "tanggap/1/gen\0"sv;

}  // namespace

Hash HashOf(ByteSpan bytes) {
  Hash hash{};
  crypto_generichash_blake2b(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  return hash;
}

std::string HexHashOf(std::string_view text) {
  return ToHex(HashOf(text));
}

Hash NextLink(const Hash& previous, std::string_view line) {
  crypto_generichash_blake2b_state state;
  const ByteSpan key = AsBytes(kChainKey);
  const ByteSpan text = AsBytes(line);
  const std::uint8_t end = '\n';
  Hash next{};
  crypto_generichash_blake2b_init(&state, key.data(), key.size(), next.size());
  crypto_generichash_blake2b_update(&state, previous.data(), previous.size());
  crypto_generichash_blake2b_update(&state, text.data(), text.size());
  crypto_generichash_blake2b_update(&state, &end, 1);
  crypto_generichash_blake2b_final(&state, next.data(), next.size());
  return next;
}

Hash Genesis(const OfficeId& office, const NodeId& node, std::uint32_t epoch,
             std::string_view nonce, const std::array<std::uint8_t, 32>& public_key) {
  return HashOf(Packed{}
                    .Raw(kGenesis)
                    .Prefixed(office.value)
                    .Prefixed(node.value)
                    .Number(epoch)
                    .Prefixed(nonce)
                    .Raw(public_key)
                    .View());
}

}  // namespace tanggap
