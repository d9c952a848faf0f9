#include "platform/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>
#include <utility>

namespace tanggap {
namespace {

// What comes from outside (a file name, a printer's answer) must not forge a line of its own.
std::string OneLine(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return line;
}

}  // namespace

struct Log::Lines {
  spdlog::logger logger;
};

Log::Log(std::string program)
    : lines_(std::make_unique<Lines>(Lines{
          spdlog::logger(std::move(program), std::make_shared<spdlog::sinks::stderr_sink_mt>())})) {
  lines_->logger.set_pattern("%n: %l: %v");
}

Log::Log(std::string program, const std::filesystem::path& file)
    : lines_(std::make_unique<Lines>(Lines{
          spdlog::logger(std::move(program),
                         std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.string()))})) {
  lines_->logger.set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %n: %l: %v", spdlog::pattern_time_type::utc);
  lines_->logger.flush_on(spdlog::level::info);
}

Log::~Log() = default;

void Log::Info(std::string_view line) {
  lines_->logger.info("{}", OneLine(line));
}
void Log::Warning(std::string_view line) {
  lines_->logger.warn("{}", OneLine(line));
}
void Log::Error(std::string_view line) {
  lines_->logger.error("{}", OneLine(line));
}

}  // namespace tanggap
