// One sheet of the office's root key as a page to print: A4, PDF.
#pragma once

#include <string>
#include <vector>

#include "texts/texts.h"

namespace tanggap::ticket {

struct RootSheetPage {
  int number = 1;
  std::string office;       // its name
  std::string fingerprint;  // of the root, to compare
  std::string day;          // of printing, as it is shown
  std::vector<std::string> groups;
  std::string qr;
};

// The file's bytes. They hold a secret: the caller writes them for its owner only.
[[nodiscard]] std::string RootSheetPdf(const RootSheetPage& page, const Texts& texts);

}  // namespace tanggap::ticket
