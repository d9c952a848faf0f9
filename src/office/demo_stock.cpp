#include "office/demo_stock.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

namespace tanggap {
namespace {

std::vector<std::string> Split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);)
    parts.push_back(part);
  return parts;
}

// "waktu/sedang", "lainnya/:gangguan-jaringan": aspect, grade, facts.
Finding FindingIn(const std::string& word) {
  Finding finding;
  const std::size_t slash = word.find('/');
  const std::size_t colon = word.find(':');
  finding.aspect = AspectId(word.substr(0, slash));
  if (slash == std::string::npos) return finding;
  const std::string grade =
      word.substr(slash + 1, colon == std::string::npos ? colon : colon - slash - 1);
  if (!grade.empty()) finding.severity = SeverityId(grade);
  if (colon != std::string::npos) finding.facts.emplace_back(word.substr(colon + 1));
  return finding;
}

bool Fits(const DemoText& text, const Office& office) {
  return text.service == "info" || office.Find(ServiceId(text.service)) != nullptr;
}

}  // namespace

Result<std::vector<DemoText>> ReadDemoStock(const std::filesystem::path& tsv, const Office& office,
                                            const Decree& decree) {
  std::ifstream in(tsv);
  if (!in) return Problem{tsv.string(), 0, "can't be read"};
  std::vector<DemoText> stock;
  std::vector<std::string> head;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> cells = Split(line, '\t');
    if (head.empty()) {
      head = cells;
      continue;
    }
    if (cells.size() != head.size() || cells.size() < 4) {
      return Problem{tsv.string(), number,
                     "expected " + std::to_string(head.size()) + " columns with tabs between"};
    }
    DemoText text;
    text.kind = cells[0];
    text.service = cells[1];
    text.text = cells.back();
    int days = 0;
    const auto read = std::from_chars(cells[2].data(), cells[2].data() + cells[2].size(), days);
    if (read.ec == std::errc{}) text.days = days;
    const auto column = std::ranges::find(head, decree.id);
    if (column != head.end()) {
      const std::string& found = cells[static_cast<std::size_t>(column - head.begin())];
      for (const std::string& word : Split(found, ' ')) {
        if (word != "-") text.findings.push_back(FindingIn(word));
      }
      if (!Fits(text, office)) continue;
    } else if (text.kind == "pengaduan" && !decree.aspects.empty()) {
      text.service = "info";
      text.findings.push_back(
          {decree.aspects[stock.size() % decree.aspects.size()].id, {}, {}, {}});
    }
    stock.push_back(std::move(text));
  }
  if (stock.empty()) return Problem{tsv.string(), 0, "holds no complaint for this office"};
  return stock;
}

}  // namespace tanggap
