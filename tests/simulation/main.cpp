// tanggap-simulate: plays an office through faults of every kind, once for each seed, and says
// which seeds broke a promise.
#include <malloc.h>
#include <sqlite3.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include "simulation/run.h"
#include "support/places.h"

namespace {

using namespace tanggap::simulation;

struct Options {
  std::uint64_t first = 1;
  std::uint64_t last = 100;
  RunWish wish;
  bool json = false;
  bool twice = false;  // each seed must come to the same, to the last byte on the share
  bool must_break =
      false;  // of a planted bug: stop at the first seed that finds it; none: status 1
};

constexpr const char* kUsage =
    "tanggap-simulate --seeds A..B [--ops N] [--bug NAME] [--must-break] [--twice] [--tell] "
    "[--json]\n";

// What a crash of the program under test leaves on the screen: the seed that brought it.
char crash_line[128];
extern "C" void SayCrash(int signal) {
  const ssize_t written = write(STDERR_FILENO, crash_line, std::strlen(crash_line));
  static_cast<void>(written);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

bool ReadNumber(std::string_view text, std::uint64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool ReadSeeds(std::string_view text, Options& options) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos)
    return ReadNumber(text, options.first) && ReadNumber(text, options.last);
  return ReadNumber(text.substr(0, dots), options.first) &&
         ReadNumber(text.substr(dots + 2), options.last) && options.first <= options.last;
}

std::optional<Options> ReadOptions(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view option = argv[i];
    if (option == "--json") {
      options.json = true;
    } else if (option == "--tell") {
      options.wish.tell = true;
    } else if (option == "--twice") {
      options.twice = true;
    } else if (option == "--must-break") {
      options.must_break = true;
    } else if (i + 1 == argc) {
      return std::nullopt;
    } else if (option == "--seeds") {
      if (!ReadSeeds(argv[++i], options)) return std::nullopt;
    } else if (option == "--ops") {
      std::uint64_t operations = 0;
      if (!ReadNumber(argv[++i], operations)) return std::nullopt;
      options.wish.operations = static_cast<int>(operations);
    } else if (option == "--bug") {
      const auto bug = BugNamed(argv[++i]);
      if (!bug) return std::nullopt;
      options.wish.bug = *bug;
    } else {
      return std::nullopt;
    }
  }
  return options;
}

std::string_view NameOf(Bug bug) {
  for (const NamedBug& named : kBugs) {
    if (named.bug == bug) return named.name;
  }
  return "";
}

std::string Replay(const RunWish& wish) {
  std::string command = "tanggap-simulate --seeds " + std::to_string(wish.seed) + ".." +
                        std::to_string(wish.seed) + " --ops " + std::to_string(wish.operations);
  if (wish.bug != Bug::kNone) command += " --bug " + std::string(NameOf(wish.bug));
  return command + " --tell";
}

// The same seed with fewer operations, as long as it still breaks a promise: a shorter story.
RunWish Shortest(const SimulatedOffice& office, RunWish wish) {
  const int most = wish.operations;
  wish.tell = false;
  for (wish.operations = 0; wish.operations < most; ++wish.operations) {
    if (Run(office, wish).broken) break;
  }
  return wish;
}

int Play(const SimulatedOffice& office, Options options) {
  std::uint64_t broken = 0;
  std::uint64_t played = 0;
  std::size_t promised = 0;
  Depth depth;
  std::optional<std::uint64_t> first_broken;
  const std::clock_t start = std::clock();
  for (std::uint64_t seed = options.first; seed <= options.last; ++seed) {
    options.wish.seed = seed;
    std::snprintf(crash_line, sizeof(crash_line), "crashed with seed %llu\n",
                  static_cast<unsigned long long>(seed));
    RunOutcome outcome = Run(office, options.wish);
    if (options.twice && Run(office, options.wish).trace != outcome.trace)
      outcome.broken = "the same seed came to something else the second time";
    ++played;
    promised += outcome.promised;
    depth.Add(outcome.depth);
    if (!outcome.broken) continue;
    ++broken;
    if (!first_broken) first_broken = seed;
    if (!options.json)
      std::printf(
          "seed %llu: %s\n  %s\n", static_cast<unsigned long long>(seed), outcome.broken->c_str(),
          Replay(options.wish.tell ? options.wish : Shortest(office, options.wish)).c_str());
    if (options.must_break) break;
  }
  const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  const double rate = static_cast<double>(played) / took;  // of processor time: one thread
  if (options.json) {
    std::printf("{\"seeds\":%llu,\"broken\":%llu,\"first\":%llu,\"promised\":%zu,\"per_s\":%.1f",
                static_cast<unsigned long long>(played), static_cast<unsigned long long>(broken),
                static_cast<unsigned long long>(first_broken.value_or(0)), promised, rate);
    for (const DepthPart& part : kDepthParts)
      std::printf(",\"%.*s\":%llu", static_cast<int>(part.name.size()), part.name.data(),
                  static_cast<unsigned long long>(depth.*part.count));
    std::printf("}\n");
  } else {
    std::printf(
        "%llu seeds, %zu records promised, %llu seeds broke a promise (%.1f seeds/s of "
        "processor)\n",
        static_cast<unsigned long long>(played), promised, static_cast<unsigned long long>(broken),
        rate);
  }
  return (broken == 0) == options.must_break ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = ReadOptions(argc, argv);
  if (!options) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  // Memory goes back to the kernel at the end, not after every run; and there is one thread.
  constexpr int kKept = 256 << 20;
  mallopt(M_MMAP_THRESHOLD, kKept);
  mallopt(M_TRIM_THRESHOLD, kKept);
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 512, 400);
  std::signal(SIGABRT, SayCrash);
  std::signal(SIGSEGV, SayCrash);
  try {
    return Play(FoundSimulatedOffice(tanggap::SourceDir()), *options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "tanggap-simulate: %s\n", error.what());
    return 1;
  }
}
