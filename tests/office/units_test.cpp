// The systemd units, checked by systemd itself where it is installed.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

#include "support/catch.h"
#include "support/places.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

const std::filesystem::path kUnits = SourceDir() / "kiosk-config" / "systemd";

// The unit with programs that this machine has: what is checked is the unit, not the installation.
void CopyForChecking(const std::string& name, const std::filesystem::path& to) {
  std::ostringstream text;
  text << std::ifstream(kUnits / name).rdbuf();
  std::ofstream(to / name) << std::regex_replace(text.str(), std::regex("ExecStart=/usr/bin/\\w+"),
                                                 "ExecStart=/bin/true");
}

TEST_CASE("systemd accepts every unit of the kiosk", "[office][units]") {
  if (access("/usr/bin/systemd-analyze", X_OK) != 0) {
    WARN("skipped: systemd-analyze is not installed");
    return;
  }
  const std::string name = GENERATE("tanggap-kiosk.service", "tanggap-sync.service");
  const TemporaryDirectory directory;
  CopyForChecking(name, directory.Path());
  const std::string command = "systemd-analyze verify --man=no --recursive-errors=no " +
                              (directory / name).string() + " 2>&1";
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  std::array<char, 4096> buffer{};
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe))
    output.append(buffer.data(), n);
  INFO(output);
  CHECK(WEXITSTATUS(::pclose(pipe)) == 0);
  CHECK(output.find("Unknown") == std::string::npos);
}

}  // namespace
}  // namespace tanggap
