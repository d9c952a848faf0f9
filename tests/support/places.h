// Where this build's sources and programs lie. Compiled once into a library of its own: a path in
// every file's compile command would keep two clones from sharing the compiler cache.
#pragma once

#include <filesystem>

namespace tanggap {

// Absolute.
std::filesystem::path SourceDir();  // the checkout
std::filesystem::path BinaryDir();  // its build directory, with the programs

}  // namespace tanggap
