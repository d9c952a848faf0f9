#include "bench/child.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <thread>

#include "bench/bench.h"

namespace tanggap::bench {
namespace {

constexpr auto kLook = std::chrono::milliseconds{5};
constexpr Seconds kToEnd{10};

// The parent's variables, with `more` in place of their namesakes.
std::vector<std::string> VariablesWith(const Environment& more) {
  std::vector<std::string> all;
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string variable = *at;
    bool replaced = false;
    for (const auto& [name, value] : more)
      replaced = replaced || variable.starts_with(name + "=");
    if (!replaced) all.push_back(variable);
  }
  for (const auto& [name, value] : more)
    all.push_back(name + "=" + value);
  return all;
}

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts)
    pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Child::Child(const std::vector<std::string>& command, const Environment& more,
             const std::filesystem::path& output)
    : name_(command.front()), output_(output) {
  std::vector<std::string> words = command;
  std::vector<std::string> variables = VariablesWith(more);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  started_at_ = MillisecondsNow();
  const int error = posix_spawnp(&id_, name_.c_str(), &actions, nullptr, Pointers(words).data(),
                                 Pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error(name_ + " can't be started");
}

Child::~Child() {
  if (Ended()) return;
  kill(id_, SIGTERM);
  const double end = MillisecondsNow() + std::chrono::duration<double, std::milli>(kToEnd).count();
  while (!Ended() && MillisecondsNow() < end)
    std::this_thread::sleep_for(kLook);
  if (Ended()) return;
  kill(id_, SIGKILL);
  waitpid(id_, nullptr, 0);
}

std::optional<int> Child::Ended() {
  int status = 0;
  if (!status_ && waitpid(id_, &status, WNOHANG) == id_)
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return status_;
}

std::string Child::LastWords() const {
  std::ifstream said(output_);
  std::string last;
  for (std::string line; std::getline(said, line);)
    last = line;
  return last;
}

int Child::Wait(Seconds limit) {
  const double end = MillisecondsNow() + std::chrono::duration<double, std::milli>(limit).count();
  while (!Ended()) {
    if (MillisecondsNow() > end) throw std::runtime_error(name_ + " doesn't end");
    std::this_thread::sleep_for(kLook);
  }
  if (*status_ != 0)
    throw std::runtime_error(name_ + " ended with " + std::to_string(*status_) + ": " +
                             LastWords());
  return *status_;
}

int Child::End() {
  kill(id_, SIGTERM);
  return Wait(kToEnd);
}

void Child::WaitForFile(const std::filesystem::path& file, Seconds limit) {
  const double end = MillisecondsNow() + std::chrono::duration<double, std::milli>(limit).count();
  while (!std::filesystem::exists(file)) {
    if (Ended()) throw std::runtime_error(name_ + " ended early: " + LastWords());
    if (MillisecondsNow() > end) throw std::runtime_error(name_ + " takes too long");
    std::this_thread::sleep_for(kLook);
  }
}

double Child::ProcessorTime() const {
  clockid_t clock{};
  timespec time{};
  if (clock_getcpuclockid(id_, &clock) != 0 || clock_gettime(clock, &time) != 0)
    throw std::runtime_error("the kernel doesn't tell the processor time of " + name_);
  return (static_cast<double>(time.tv_sec) * 1e3) + (static_cast<double>(time.tv_nsec) / 1e6);
}

double Child::Wakes() const {
  double wakes = 0;
  for (const auto& thread :
       std::filesystem::directory_iterator("/proc/" + std::to_string(id_) + "/task")) {
    std::ifstream file(thread.path() / "status");
    for (std::string word; file >> word;) {
      double switches = 0;
      if (word == "voluntary_ctxt_switches:" && file >> switches) wakes += switches;
    }
  }
  return wakes;
}

double Child::Memory(const std::string& kind) const {
  std::ifstream file("/proc/" + std::to_string(id_) + "/smaps_rollup");
  for (std::string word; file >> word;) {
    double kilobytes = 0;
    if (word == kind + ":" && file >> kilobytes) return kilobytes;
  }
  throw std::runtime_error("the kernel doesn't tell the memory of " + name_);
}

}  // namespace tanggap::bench
