// The C functions that this program replaces, as the libraries have them.
#pragma once

#include <dlfcn.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace tanggap::simulation {

// Looked up once for each place in the program that names it: by the address of `name`, a literal.
// Looking up by text each time is slower than most of what is looked up.
inline void* FindReal(const char* name) {
  struct Known {
    const char* name = nullptr;
    void* function = nullptr;
  };
  constexpr std::size_t kPlaces = 256;  // far more than there are
  static std::array<Known, kPlaces> known;
  std::size_t at = reinterpret_cast<std::uintptr_t>(name) % kPlaces;
  while (known[at].name != nullptr && known[at].name != name)
    at = (at + 1) % kPlaces;
  if (known[at].name == nullptr) known[at] = {name, ::dlsym(RTLD_NEXT, name)};
  return known[at].function;
}

template <class Function>
Function* Real(const char* name) {
  return reinterpret_cast<Function*>(FindReal(name));
}

}  // namespace tanggap::simulation
