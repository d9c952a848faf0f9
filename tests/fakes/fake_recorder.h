// A recorder that keeps drafts in memory, or fails as a broken disk would.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "fakes/fake_clock.h"
#include "fakes/seeded_randomness.h"
#include "ports/recorder.h"
#include "ports/store_error.h"

namespace tanggap {

class FakeRecorder final : public Recorder {
 public:
  explicit FakeRecorder(Clock& clock) : clock_(clock) {}

  std::optional<StoreFault> fail;  // the next Write throws this, until it is reset
  std::vector<Draft> written;

  RecordId NewId() override {
    RecordId id;
    random_.Fill(id.bytes);
    return id;
  }
  Receipt Write(std::span<const Draft> drafts) override {
    if (fail) throw StoreError(*fail, "the test's disk");
    for (const Draft& draft : drafts) {
      bool known = false;
      for (const Draft& earlier : written)
        known = known || earlier.id == draft.id;
      if (!known) written.push_back(draft);  // the same id twice is one record
    }
    return {drafts.empty() ? RecordId{} : drafts.front().id, clock_.Now()};
  }

 private:
  Clock& clock_;
  SeededRandomness random_{7};
};

}  // namespace tanggap
