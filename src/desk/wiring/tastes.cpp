#include "desk/wiring/tastes.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

namespace tanggap::desk {

std::map<PersonId, Taste> ReadTastes(const std::filesystem::path& file) {
  std::map<PersonId, Taste> tastes;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string person;
    std::string light;
    std::string rows;
    Taste taste;
    if (!(words >> person >> taste.language >> light >> rows >> taste.scale)) continue;
    const bool known = std::ranges::find(kScales, taste.scale) != kScales.end();
    if (!known || (taste.language != "id" && taste.language != "en")) continue;
    taste.dark = light == "dark";
    taste.dense = rows == "dense";
    tastes[PersonId{person}] = taste;
  }
  return tastes;
}

void WriteTastes(const std::filesystem::path& file, const std::map<PersonId, Taste>& tastes) {
  const std::filesystem::path aside = file.string() + ".part";
  std::ofstream out(aside);
  for (const auto& [person, taste] : tastes)
    out << person.value << ' ' << taste.language << ' ' << (taste.dark ? "dark" : "light") << ' '
        << (taste.dense ? "dense" : "normal") << ' ' << taste.scale << '\n';
  out.close();
  if (!out)
    throw std::filesystem::filesystem_error("cannot be written", aside,
                                            std::make_error_code(std::errc::io_error));
  std::filesystem::rename(aside, file);
}

}  // namespace tanggap::desk
