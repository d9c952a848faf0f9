// Heartbeats: one signed line that says how far a device's chain has come, so that a share that
// keeps back its newest files is noticed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"
#include "domain/result.h"
#include "domain/time.h"
#include "ledger/keys.h"

namespace tanggap {

// {"at":ms,"ep":3,"free":MiB,"h":"…","k":"beat","lives":1,"node":"…","nonce":"…","off":"…","seg":42,"v":1}
// with "sig" over "tanggap/1/beat\0" and that line without "sig".
struct Beat {
  OfficeId office;
  NodeId node;
  std::int64_t at_ms = 0;
  std::uint32_t epoch = 0;
  std::string nonce;
  std::uint32_t segment = 0;  // 0: none in this epoch yet
  std::string hash;           // its last h, or the epoch's genesis
  std::int64_t free_mib = 0;  // of the device's disk
  std::int64_t lives = 1;     // more: its key writes elsewhere too (a cloned or restored disk)
  bool operator==(const Beat&) const = default;
};

[[nodiscard]] std::string WriteBeat(const Beat& beat, const SigningKey& node);  // with its \n
// Nothing believed before the signature holds.
[[nodiscard]] Result<Beat> ReadBeat(std::string_view bytes, const OfficeId& office,
                                    const NodeId& node, const PublicKey& key);

}  // namespace tanggap
