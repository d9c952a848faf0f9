// No sentence is kept that nobody shows: a dead one hides that its screen is missing.
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>

#include "support/catch.h"
#include "support/places.h"

namespace tanggap {
namespace {

// Keys that are put together where they are said; the rest of the key comes from a record, an
// office's file or the regulation.
constexpr std::array<std::string_view, 7> kComposed{
    "state.",         // ticket states, written by the desk into the status
    "skm.",           // question and answers of each element
    "desk.did.",      // a record's type
    "desk.outcome.",  // how a case ended
    "desk.since.",    // what a due date is counted from
    "desk.wish.",    "desk.loss."};

std::string Whole(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// Everything that the programs are made of, but the lists of keys themselves.
std::string Sources() {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SourceDir() / "src")) {
    const auto kind = entry.path().extension();
    if (kind == ".cpp" || kind == ".h") all += Whole(entry.path());
  }
  return all;
}

bool IsWord(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// `name` as a whole word, so that kStateRight isn't found in kStateRightSorry.
bool Names(const std::string& source, const std::string& name) {
  for (auto at = source.find(name); at != std::string::npos; at = source.find(name, at + 1))
    if (!IsWord(source[at + name.size()])) return true;
  return false;
}

bool IsComposed(const std::string& key) {
  for (const std::string_view family : kComposed)
    if (key.starts_with(family)) return true;
  return false;
}

// As a whole key, or as one that the desk completes with its own name.
bool Quotes(const std::string& source, const std::string& key) {
  constexpr std::string_view kDesk = "desk.";
  if (source.find('"' + key + '"') != std::string::npos) return true;
  return key.starts_with(kDesk) &&
         source.find('"' + key.substr(kDesk.size()) + '"') != std::string::npos;
}

}  // namespace

TEST_CASE("Every sentence is said somewhere: a screen, a letter or a ticket", "[texts][unit]") {
  const std::string source = Sources();
  REQUIRE(source.size() > 100'000);
  const std::regex row("TANGGAP_TEXT\\((k\\w+), *\"([^\"]+)\"\\)");
  int keys = 0;
  for (const char* list : {"visitor_texts.inc", "desk_texts.inc", "ticket_texts.inc"}) {
    const std::string text = Whole(SourceDir() / "src/texts" / list);
    for (std::sregex_iterator at(text.begin(), text.end(), row), end; at != end; ++at, ++keys) {
      const std::string key = (*at)[2];
      INFO(list << ": " << key << " is shown by nothing in src/: use it, or delete it there and in "
                << "assets/text");
      CHECK((IsComposed(key) || Names(source, (*at)[1]) || Quotes(source, key)));
    }
  }
  CHECK(keys > 1000);
}

}  // namespace tanggap
