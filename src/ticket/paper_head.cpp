#include "ticket/paper_head.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tanggap::ticket {
namespace {

std::string Joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines)
    all += (all.empty() ? "" : " ") + line;
  return all;
}

void AddOfficeName(Page& page, const std::vector<std::string>& lines, const Office& office,
                   const HeadSizes& sizes) {
  Style style{.size = sizes.office, .weight = 800, .align = Align::kCentre, .display = true};
  int size = sizes.office;
  for (const std::string& line : lines) {
    size = std::min(size, page.SizeThatFits(line, style, sizes.office_least));
  }
  style.size = size;
  const bool fits = std::ranges::all_of(lines, [&](const std::string& line) {
    return page.WidthOf(line, style) <= page.ContentWidth();
  });
  if (fits) {
    for (const std::string& line : lines)
      page.Text(line, style);
    return;
  }
  const std::string whole = Joined(lines);
  style.size = sizes.office;
  while (style.size > sizes.office_least && page.LinesOf(whole, style) > 3)
    --style.size;
  page.Text(page.LinesOf(whole, style) > 3 ? office.short_name : whole, style);
}

}  // namespace

HeadSizes HeadSizesFor(int width) {
  if (width >= kNarrowBelow) return {};
  return {.government = 20, .office = 30, .office_least = 22};
}

void AddGovernment(Page& page, const std::string& name, int width) {
  page.Text(name, {.size = HeadSizesFor(width).government,
                   .weight = 500,
                   .align = Align::kCentre,
                   .spacing = width >= kNarrowBelow ? 0.04 : 0.02});
}

void AddHead(Page& page, const Office& office, int width) {
  const auto& lines = width >= kNarrowBelow ? office.ticket_head_48 : office.ticket_head_32;
  const HeadSizes sizes = HeadSizesFor(width);
  if (lines.empty()) {
    AddGovernment(page, office.government, width);
    AddOfficeName(page, {office.name}, office, sizes);
    return;
  }
  AddGovernment(page, lines.front(), width);
  AddOfficeName(page, {lines.begin() + 1, lines.end()}, office, sizes);
}

}  // namespace tanggap::ticket
