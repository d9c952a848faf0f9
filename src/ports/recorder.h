// The recorder: seals what happened and makes it durable. The only way a screen program writes.
#pragma once

#include <span>

#include "domain/draft.h"
#include "domain/ids.h"
#include "domain/time.h"

namespace tanggap {

struct Receipt {
  RecordId id;
  Instant at{};
};

// Called on the worker thread. Throws StoreError; when it returns, everything given is durable, and
// the visitor may see "Tersimpan". A desk's recorder signs with the person who is signed in.
class Recorder {
 public:
  virtual ~Recorder() = default;
  [[nodiscard]] virtual RecordId NewId() = 0;
  // All drafts in one transaction.
  virtual Receipt Write(std::span<const Draft> drafts) = 0;
  // Called while idle: prepares what the next Write would otherwise have to wait for. False: all
  // was ready.
  virtual bool Prepare() { return false; }
};

}  // namespace tanggap
