// The one exception family of broken storage. Caught by EffectRunner and main, nowhere else.
#pragma once

#include <stdexcept>
#include <string>

namespace tanggap {

enum class StoreFault {
  kFull,     // no space: stop taking complaints politely
  kBroken,   // I/O error, corruption, wrong schema
  kLocked,   // another program holds the file
  kForeign,  // a file of another program or of a newer version
};

class StoreError : public std::runtime_error {
 public:
  StoreError(StoreFault fault, const std::string& what) : std::runtime_error(what), fault_(fault) {}
  [[nodiscard]] StoreFault Fault() const { return fault_; }

 private:
  StoreFault fault_;
};

}  // namespace tanggap
