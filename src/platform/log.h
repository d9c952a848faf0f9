// What a program tells its operator: one line an event, to stderr (the journal keeps it) or a file.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace tanggap {

// Never give it a story, a name, a phone number or a whole ticket code: logs are read by people who
// may not read complaints. Callable from any thread. A log that can't be written is silent; a
// visitor's complaint must not fail because of it.
class Log {
 public:
  explicit Log(std::string program);  // to stderr, without times: the journal adds its own
  Log(std::string program, const std::filesystem::path& file);  // throws std::runtime_error
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  void Info(std::string_view line);
  void Warning(std::string_view line);
  void Error(std::string_view line);

 private:
  struct Lines;
  std::unique_ptr<Lines> lines_;
};

}  // namespace tanggap
