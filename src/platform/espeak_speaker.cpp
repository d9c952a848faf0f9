#include "platform/espeak_speaker.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <utility>

namespace tanggap {
namespace {

// A sentence fits a socket's buffer many times over; longer text is cut rather than blocking.
constexpr std::size_t kLongestText = 4000;

std::string OnPath(std::string_view name) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const std::size_t colon = rest.find(':');
    const std::string candidate = std::string(rest.substr(0, colon)) + "/" + std::string(name);
    if (access(candidate.c_str(), X_OK) == 0) return candidate;
    rest = colon == std::string_view::npos ? "" : rest.substr(colon + 1);
  }
  return "";
}

// Starts `program` speaking `language` from its standard input; -1 if it can't be started.
pid_t Spawn(const std::string& program, std::string language, int input) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string name = program;
  std::string voice = "-v";
  std::string from_input = "--stdin";
  const std::array<char*, 5> arguments{name.data(), voice.data(), language.data(),
                                       from_input.data(), nullptr};
  pid_t child = -1;
  const int failed =
      posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? child : -1;
}

}  // namespace

EspeakSpeaker::EspeakSpeaker() : EspeakSpeaker(OnPath("espeak-ng")) {}
EspeakSpeaker::EspeakSpeaker(std::string program) : program_(std::move(program)) {}
EspeakSpeaker::~EspeakSpeaker() {
  Stop();
}

void EspeakSpeaker::Say(std::string_view text, std::string_view language) {
  Stop();
  if (program_.empty()) return;
  // A socket pair, so that a speaker that died early is an error value and no SIGPIPE.
  std::array<int, 2> ends{-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return;
  child_ = Spawn(program_, std::string(language), ends[0]);
  close(ends[0]);
  const std::string_view said = text.substr(0, kLongestText);
  if (child_ > 0) (void)send(ends[1], said.data(), said.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  close(ends[1]);
}

void EspeakSpeaker::Stop() {
  if (child_ <= 0) return;
  kill(child_, SIGKILL);
  waitpid(child_, nullptr, 0);
  child_ = -1;
}

bool EspeakSpeaker::Speaking() {
  if (child_ <= 0) return false;
  if (waitpid(child_, nullptr, WNOHANG) == 0) return true;
  child_ = -1;
  return false;
}

}  // namespace tanggap
