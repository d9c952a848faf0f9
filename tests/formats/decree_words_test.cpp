// Every word that a decree file calls verbatim stands in the decree's own text.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "support/catch.h"
#include "support/example_files.h"

namespace tanggap {
namespace {

std::string ReadText(const std::string& name) {
  std::ifstream in(SourceDir() / "tests/data/decrees" / name);
  REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Line breaks joined, bold marks dropped, every run of white space one space.
std::string Joined(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "**") == 0) {
      ++i;
      continue;
    }
    plain += text[i];
  }
  std::istringstream words(plain);
  std::string joined;
  for (std::string word; words >> word;)
    joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

std::vector<std::string> SplitTabs(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line + "\t");
  for (std::string cell; std::getline(in, cell, '\t');)
    cells.push_back(cell);
  return cells;
}

// The rows of a table that begins after `heading`: severity -> its six cells. A row without a
// first cell continues the row above (the page broke there).
std::map<std::string, std::vector<std::string>> TableAfter(const std::string& text,
                                                           const std::string& heading) {
  std::map<std::string, std::vector<std::string>> rows;
  std::istringstream in(text.substr(text.find(heading)));
  std::string severity;
  constexpr std::size_t kColumns = 7;
  for (std::string line; std::getline(in, line);) {
    if (line.find('\t') == std::string::npos) {
      if (rows.size() == 3 && !line.empty()) break;
      continue;
    }
    std::vector<std::string> cells = SplitTabs(line);
    cells.resize(kColumns);
    const bool begins = cells[0] == "Ringan" || cells[0] == "Sedang" || cells[0] == "Berat";
    if (!begins && !cells[0].empty()) continue;  // the heads of the columns
    if (begins) {
      severity = cells[0];
      rows[severity].assign(cells.begin() + 1, cells.end());
    } else if (!severity.empty()) {
      for (std::size_t i = 0; i + 1 < kColumns; ++i) {
        if (!cells[i + 1].empty()) rows[severity][i] += " " + cells[i + 1];
      }
    }
  }
  return rows;
}

std::vector<std::string> WordsOf(const Decree& decree) {
  std::vector<std::string> words{decree.title, decree.in_force_text, decree.decision_text,
                                 decree.kahar_text, decree.general_text};
  for (const DecreeAspect& aspect : decree.aspects) {
    words.push_back(aspect.title);
    words.push_back(aspect.form);
  }
  for (const DecreeSeverity& severity : decree.severities)
    words.push_back(severity.claim_text);
  for (const DecreeMeasure& measure : decree.measures)
    words.push_back(measure.verbatim);
  for (const DecreeTrigger& trigger : decree.triggers)
    words.push_back(trigger.condition);
  for (const DecreeRule& rule : decree.rules)
    words.push_back(rule.verbatim);
  std::erase(words, "");
  return words;
}

bool Blank(const std::string& cell) {
  return cell.empty() || cell == "-";
}

TEST_CASE("Every sentence of the decrees' files stands in the decrees", "[formats][decree]") {
  const auto [decree, text] =
      GENERATE(std::pair{LembataDecree(), ReadText("lembata-dinas-pendidikan-2024.txt")},
               std::pair{BelitungDecree(), ReadText("belitung-dsppa-2023.txt")});
  const std::string joined = Joined(text);
  for (const std::string& words : WordsOf(decree)) {
    INFO(words);
    CHECK(joined.find(words) != std::string::npos);
  }
}

TEST_CASE("Belitung's remedies and facts are in the decree's words", "[formats][decree]") {
  const Decree decree = BelitungDecree();
  const std::string joined = Joined(ReadText("belitung-dsppa-2023.txt"));
  for (const DecreeRemedy& remedy : decree.remedies)
    CHECK(joined.find(remedy.verbatim) != std::string::npos);
  for (const DecreeFact& fact : decree.facts)
    CHECK(joined.find(fact.verbatim) != std::string::npos);
}

TEST_CASE("Every cell of Lembata's two matrices is the decree's cell, word for word",
          "[formats][decree]") {
  const Decree decree = LembataDecree();
  const std::string text = ReadText("lembata-dinas-pendidikan-2024.txt");
  const auto conditions = TableAfter(text, "2. Identifikasi Jenis Layanan");
  const auto remedies = TableAfter(text, "1. Bentuk Kompensasi atas Pelayanan");
  REQUIRE(conditions.size() == 3);
  REQUIRE(remedies.size() == 3);
  int with_rule = 0;
  for (const DecreeSeverity& severity : decree.severities) {
    const std::string row{severity.label.In("id")};
    for (std::size_t column = 0; column < decree.aspects.size(); ++column) {
      const AspectId aspect = decree.aspects[column].id;
      INFO(aspect.value << "/" << severity.id.value);
      const DecreeCell* cell = decree.Cell(aspect, severity.id);
      const std::string& condition = conditions.at(row)[column];
      const std::string& remedy = remedies.at(row)[column];
      CHECK((cell != nullptr) == !Blank(condition));
      CHECK(Blank(condition) == Blank(remedy));
      if (cell == nullptr) continue;
      ++with_rule;
      // One cell is printed twice in the decree, once with a full stop and once without.
      const auto unstopped = [](std::string words) {
        if (words.ends_with('.')) words.pop_back();
        return words;
      };
      CHECK(unstopped(cell->condition) == unstopped(condition));
      CHECK(cell->remedy_text == remedy);
      for (const FactId& fact : cell->facts)
        CHECK(unstopped(decree.Find(fact)->verbatim) == unstopped(condition));
      for (const GrantedRemedy& granted : cell->remedies) {
        const std::string first_words = decree.Find(granted.id)->verbatim.substr(0, 10);
        CHECK(remedy.find(first_words) != std::string::npos);
      }
    }
  }
  CHECK(with_rule == 13);
}

TEST_CASE("Exactly five cells of Lembata's matrix are not regulated", "[formats][decree]") {
  const Decree decree = LembataDecree();
  std::set<std::string> blank;
  for (const DecreeAspect& aspect : decree.aspects) {
    for (const DecreeSeverity& severity : decree.severities) {
      if (decree.Cell(aspect.id, severity.id) == nullptr) {
        blank.insert(aspect.id.value + "/" + severity.id.value);
      }
    }
  }
  CHECK(decree.cells.size() == 13);
  CHECK(blank == std::set<std::string>{"biaya/ringan", "biaya/sedang", "biaya/berat",
                                       "penanganan-pengaduan/ringan", "jaminan-keamanan/ringan"});
}

TEST_CASE("Everything that a decree's file states has its citation", "[formats][decree]") {
  const Decree decree = GENERATE(LembataDecree(), BelitungDecree());
  for (const DecreeAspect& aspect : decree.aspects) {
    CHECK_FALSE(aspect.cite.empty());
    CHECK(aspect.label.by_language.contains("en"));
    CHECK(aspect.help.by_language.contains("en"));
    CHECK(std::filesystem::exists(SourceDir() / "assets/icons" / (aspect.icon + ".svg")));
  }
  for (const DecreeCell& cell : decree.cells) {
    CHECK_FALSE(cell.condition_cite.empty());
    CHECK_FALSE(cell.remedy_cite.empty());
  }
  for (const DecreeRule& rule : decree.rules)
    CHECK_FALSE(rule.cite.empty());
}

}  // namespace
}  // namespace tanggap
