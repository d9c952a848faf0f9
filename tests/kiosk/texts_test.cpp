// The rules of voice that a program can check, over every sentence of the visitor's screens.
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "formats/text_file.h"
#include "kiosk/sample.h"
#include "support/catch.h"
#include "support/places.h"

namespace tanggap::kiosk {
namespace {

Sentences Read(const std::string& language) {
  auto read = ReadTextFile(SourceDir().string() + "/assets/text/" + language + ".toml");
  REQUIRE(read.Ok());
  return read.Value();
}

std::set<std::string> Holes(const std::string& text) {
  static const std::regex kHole("\\{[a-z_]+\\}");
  std::set<std::string> holes;
  for (std::sregex_iterator at(text.begin(), text.end(), kHole), end; at != end; ++at)
    holes.insert(at->str());
  return holes;
}

// Words of the longest sentence; a placeholder counts as one, a dash as none.
int LongestSentence(const std::string& text) {
  std::istringstream words(text);
  int longest = 0;
  int now = 0;
  for (std::string word; words >> word;) {
    if (word != "–" && word != "-" && word != ":") ++now;
    longest = std::max(longest, now);
    if (std::string_view{".!?"}.find(word.back()) != std::string_view::npos) now = 0;
  }
  return longest;
}

}  // namespace

TEST_CASE("Both languages have the same sentences with the same places to fill", "[kiosk][texts]") {
  REQUIRE(BothLanguages().size() == 2);
  const Sentences id = Read("id");
  const Sentences en = Read("en");
  REQUIRE(id.size() == en.size());
  for (const auto& [key, text] : id) {
    INFO(key);
    REQUIRE(en.contains(key));
    CHECK(Holes(text) == Holes(en.at(key)));
  }
}

TEST_CASE("A sensitive office's words replace known ones and keep their places to fill",
          "[kiosk][texts]") {
  const std::string language = GENERATE("id", "en");
  const Sentences usual = Read(language);
  const Sentences other = Read("aman-" + language);
  REQUIRE_FALSE(other.empty());
  for (const auto& [key, text] : other) {
    INFO(key);
    REQUIRE(usual.contains(key));
    CHECK(Holes(text) == Holes(usual.at(key)));
    CHECK(LongestSentence(text) <= 8);
    CHECK(text.find("engaduan") == std::string::npos);
  }
}

TEST_CASE("No sentence to a visitor has more than eight words", "[kiosk][texts]") {
  const std::string language = GENERATE("id", "en");
  for (const auto& [key, text] : Read(language)) {
    if (key == "consent.basis_law") continue;  // Names of laws are as long as they are.
    INFO(language << " " << key << ": " << text);
    CHECK(LongestSentence(text) <= 8);
  }
}

TEST_CASE("Plain words: nobody is a user, nothing is clicked, nothing is promised vaguely",
          "[kiosk][texts]") {
  static const std::regex kIndonesian(
      "\\b(pelapor|pemohon|responden|user|submit|error|input|klik|tekan|segera|secepatnya|"
      "saudara|kamu|ketidaknyamanan)\\b",
      std::regex::icase);
  for (const auto& [key, text] : Read("id")) {
    INFO(key << ": " << text);
    CHECK_FALSE(std::regex_search(text, kIndonesian));
    CHECK(text.find('!') == std::string::npos);
  }
}

TEST_CASE("A question ends with its mark, a title without a full stop", "[kiosk][texts]") {
  const std::string language = GENERATE("id", "en");
  for (const auto& [key, text] : Read(language)) {
    INFO(language << " " << key << ": " << text);
    const bool survey = key.starts_with("skm.") && key.ends_with(".q");
    if (survey) CHECK(text.back() == '?');
    if (key.ends_with(".title")) CHECK(text.back() != '.');
  }
}

}  // namespace tanggap::kiosk
