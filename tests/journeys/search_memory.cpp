// Looks for words in the memory of a running process: search-memory PID -- WORD…
// Every readable mapping, as written in any capitals and in UTF-16. Prints each hit with its
// mapping; exits 1 when there is one, 0 when there is none, 77 when the memory can't be read here.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "journeys/word_forms.h"

namespace {

using tanggap::Lower;
using tanggap::Wide;

std::size_t CountOf(const std::string& in, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + 1))
    ++count;
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4 || std::string(argv[2]) != "--") {
    std::cerr << "search-memory PID -- WORD...\n";
    return 2;
  }
  const std::string process = std::string("/proc/") + argv[1];
  std::ifstream maps(process + "/maps");
  std::ifstream memory(process + "/mem", std::ios::binary);
  if (!maps || !memory) {
    std::cerr << "skipped: the memory of process " << argv[1] << " can't be read here\n";
    return 77;
  }
  std::size_t searched = 0;
  std::size_t hits = 0;
  for (std::string line; std::getline(maps, line);) {
    std::istringstream fields(line);
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    char dash = 0;
    std::string rights;
    fields >> std::hex >> from >> dash >> to >> rights;
    if (rights.empty() || rights[0] != 'r' || line.find("[vvar") != std::string::npos) continue;
    std::string bytes(to - from, '\0');
    memory.clear();
    memory.seekg(static_cast<std::streamoff>(from));
    memory.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (memory.gcount() <= 0) continue;  // a device's mapping
    bytes.resize(static_cast<std::size_t>(memory.gcount()));
    searched += bytes.size();
    bytes = Lower(std::move(bytes));
    for (int i = 3; i < argc; ++i) {
      for (const std::string& form : {Lower(argv[i]), Lower(Wide(argv[i]))}) {
        const std::size_t count = CountOf(bytes, form);
        if (count == 0) continue;
        hits += count;
        const std::size_t at = bytes.find(form);
        std::string around = bytes.substr(at < 24 ? 0 : at - 24, 80);
        std::ranges::replace_if(
            around, [](unsigned char c) { return std::isprint(c) == 0; }, '.');
        std::cout << argv[i] << ": " << count << " in " << line << "\n    " << around << '\n';
      }
    }
  }
  std::cerr << "searched " << searched << " bytes of memory: " << hits << " hits\n";
  return hits == 0 ? 0 : 1;
}
