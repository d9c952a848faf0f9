#include "platform/log.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "support/catch.h"

namespace tanggap {
namespace {

TEST_CASE("What comes from outside can't forge a line of the log", "[platform][log]") {
  const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("tanggap-log-" + std::to_string(getpid()));
  {
    Log log("tanggap-test", file);
    log.Warning("printer said \"ok\"\ntanggap-test: info: all is well {} %s\x1b[2J");
    log.Info("second");
  }
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  std::filesystem::remove(file);
  const std::string written = text.str();
  REQUIRE(std::count(written.begin(), written.end(), '\n') == 2);
  REQUIRE(written.find("all is well {} %s [2J") != std::string::npos);
  REQUIRE(written.find("warning") != std::string::npos);
}

}  // namespace
}  // namespace tanggap
