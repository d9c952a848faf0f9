#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "platform/espeak_speaker.h"
#include "support/catch.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

// Stands for espeak-ng: writes its arguments and what it is told to speak.
struct FakeProgram {
  fs::path directory = fs::temp_directory_path() / ("tanggap-speaker-" + std::to_string(getpid()));
  explicit FakeProgram(const std::string& script) {
    fs::create_directories(directory);
    std::ofstream(directory / "speak") << "#!/bin/sh\n" << script << '\n';
    chmod((directory / "speak").c_str(), 0700);
  }
  ~FakeProgram() { fs::remove_all(directory); }
  [[nodiscard]] std::string Program() const { return (directory / "speak").string(); }
};

TEST_CASE("Speech goes through a pipe, never through arguments that all can read",
          "[platform][speaker]") {
  const FakeProgram fake("cd \"$(dirname \"$0\")\"; echo \"$@\" > arguments; cat > said");
  EspeakSpeaker speaker(fake.Program());
  speaker.Say("Kode tiket Anda", "id");
  while (speaker.Speaking())
    std::this_thread::yield();
  std::ostringstream said;
  said << std::ifstream(fake.directory / "said").rdbuf();
  std::ostringstream arguments;
  arguments << std::ifstream(fake.directory / "arguments").rdbuf();
  CHECK(said.str() == "Kode tiket Anda");
  CHECK(arguments.str() == "-v id --stdin\n");
}

TEST_CASE("A visitor's touch silences it at once", "[platform][speaker]") {
  const FakeProgram fake("exec sleep 600");
  EspeakSpeaker speaker(fake.Program());
  speaker.Say("Kalimat yang panjang", "id");
  REQUIRE(speaker.Speaking());
  speaker.Stop();
  REQUIRE_FALSE(speaker.Speaking());
}

TEST_CASE("Without the program, or one that dies at once, nothing breaks", "[platform][speaker]") {
  EspeakSpeaker none("");
  REQUIRE_FALSE(none.Available());
  none.Say("Halo", "id");
  REQUIRE_FALSE(none.Speaking());
  EspeakSpeaker dying("/bin/false");
  dying.Say(std::string(100'000, 'a'), "id");
  EspeakSpeaker missing("/nonexistent");
  missing.Say("Halo", "id");
  REQUIRE_FALSE(missing.Speaking());
}

}  // namespace
}  // namespace tanggap
