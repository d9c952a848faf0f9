// The files that come with the program, loaded for tests: decrees and example offices.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "formats/decree_file.h"
#include "formats/office_file.h"
#include "support/places.h"

namespace tanggap {

template <class T>
T ValueOrFail(Result<T> result) {
  if (result.Ok()) return std::move(result).Value();
  std::string all;
  for (const Problem& problem : result.Problems())
    all += Describe(problem) + "\n";
  throw std::runtime_error(all);
}

inline Decree LembataDecree() {
  return ValueOrFail(
      ReadDecreeFile(SourceDir() / "assets/decrees/lembata-dinas-pendidikan-2024.toml"));
}

inline Decree BelitungDecree() {
  return ValueOrFail(ReadDecreeFile(SourceDir() / "assets/decrees/belitung-dsppa-2023.toml"));
}

inline OfficeFile LembataOffice() {
  return ValueOrFail(ReadOfficeFile(SourceDir() / "kiosk-config/offices/lembata.toml"));
}

inline OfficeFile BelitungOffice() {
  return ValueOrFail(ReadOfficeFile(SourceDir() / "kiosk-config/offices/belitung.toml"));
}

}  // namespace tanggap
