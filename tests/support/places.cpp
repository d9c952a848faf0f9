#include "support/places.h"

namespace tanggap {

std::filesystem::path SourceDir() {
  return TANGGAP_SOURCE_DIR;
}

std::filesystem::path BinaryDir() {
  return TANGGAP_BINARY_DIR;
}

}  // namespace tanggap
