// Looks for words in every byte of files: as they are, in any capitals, and as programs hide them
// (UTF-16, hexadecimal, base64 at any offset). search-bytes FOLDER… -- WORD…
// Prints each hit as FILE: WORD (form); exits 1 when there is one, 0 when there is none.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "journeys/word_forms.h"

namespace {

using tanggap::Lower;
using tanggap::Wide;

std::string Hex(const std::string& text) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const char c : text) {
    hex += kDigits[static_cast<unsigned char>(c) >> 4U];
    hex += kDigits[static_cast<unsigned char>(c) & 0xFU];
  }
  return hex;
}

// The signs of base64 that depend on `text` alone when it begins `offset` bytes into a group.
std::string Base64(const std::string& text, std::size_t offset) {
  static constexpr std::string_view kSigns =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bits;
  for (const char c : std::string(offset, '\0') + text)
    for (int bit = 7; bit >= 0; --bit)
      bits += ((static_cast<unsigned char>(c) >> static_cast<unsigned>(bit)) & 1U) != 0 ? '1' : '0';
  std::string signs;
  for (std::size_t at = 0; at + 6 <= bits.size(); at += 6)
    signs += kSigns[std::stoul(bits.substr(at, 6), nullptr, 2)];
  return signs.substr(((offset * 8) + 5) / 6);
}

struct Form {
  std::string name;
  std::string bytes;
  bool any_case = false;
};

std::vector<Form> FormsOf(const std::string& word) {
  std::vector<Form> forms{{"as written", Lower(word), true},
                          {"UTF-16", Lower(Wide(word)), true},
                          {"hexadecimal", Hex(word), true},
                          {"hexadecimal, small letters", Hex(Lower(word)), true}};
  for (std::size_t offset = 0; offset < 3; ++offset)
    for (const std::string& written : {word, Lower(word)})
      forms.push_back({"base64", Base64(written, offset), false});
  return forms;
}

std::string BytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::filesystem::filesystem_error("can't be read", file, {});
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> given(argv + 1, argv + argc);
  const auto middle = std::ranges::find(given, "--");
  if (middle == given.end() || middle == given.begin() || std::next(middle) == given.end()) {
    std::cerr << "search-bytes FOLDER... -- WORD...\n";
    return 2;
  }
  std::size_t files = 0;
  std::size_t bytes = 0;
  std::size_t hits = 0;
  for (auto folder = given.begin(); folder != middle; ++folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
      if (!entry.is_regular_file()) continue;
      const std::string whole = BytesOf(entry.path());
      const std::string lower = Lower(whole);
      ++files;
      bytes += whole.size();
      // A name can tell as much as what is in the file.
      const std::string name = Lower(entry.path().filename().string());
      for (auto word = std::next(middle); word != given.end(); ++word) {
        if (name.find(Lower(*word)) != std::string::npos) {
          ++hits;
          std::cout << entry.path().string() << ": " << *word << " (its name)\n";
        }
        for (const Form& form : FormsOf(*word)) {
          const std::string& in = form.any_case ? lower : whole;
          if (in.find(form.bytes) == std::string::npos) continue;
          ++hits;
          std::cout << entry.path().string() << ": " << *word << " (" << form.name << ")\n";
        }
      }
    }
  }
  std::cerr << "searched " << bytes << " bytes in " << files << " files: " << hits << " hits\n";
  return hits == 0 ? 0 : 1;
}
