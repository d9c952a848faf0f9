// The head of every paper that names the office: the government above, the office below.
// Inside src/ticket only.
#pragma once

#include "domain/office.h"
#include "ticket/page.h"

namespace tanggap::ticket {

// Paper narrower than this many dots takes the smaller set of sizes.
inline constexpr int kNarrowBelow = 480;

// Sizes in dots.
struct HeadSizes {
  int government = 26;
  int office = 38;
  int office_least =
      28;  // an office's name is never smaller: it breaks, then becomes its short name
};
[[nodiscard]] HeadSizes HeadSizesFor(int width);

void AddGovernment(Page& page, const std::string& name, int width);
// The office's own line breaks where they fit in letters large enough, else broken anew.
void AddHead(Page& page, const Office& office, int width);

}  // namespace tanggap::ticket
