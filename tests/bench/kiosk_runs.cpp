// The real kiosk: its start, its rest, and twenty complaints from the first tap to the ticket.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "bench/bench.h"
#include "bench/workshop.h"
#include "support/places.h"

namespace tanggap::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kStarts = 21;
constexpr int kTickets = 20;
constexpr int kRested = 10;
// Everything that a resting kiosk does comes round within a minute: the worker's round every 10 s,
// and every 60 s a look at each published file and at the roster.
constexpr double kIdleMs = 60'000;
constexpr Seconds kToSettle{12};  // a round of the worker and a bit
constexpr double kMsPerMinute = 60'000;
constexpr double kKilobytesPerMegabyte = 1024;

enum class Pace { kAtOnce, kReadsFirst };

// Lines of the tested journey up to the attract screen after its ticket, without its pictures.
std::string OneComplaint(Pace pace) {
  const std::string name = SourceDir().string() + "/tests/kiosk/journeys/complaint.drive";
  std::ifstream file(name);
  std::string script;
  bool ticket = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("shot ") || line.starts_with("save ")) continue;
    if (line == "tap send" && pace == Pace::kReadsFirst) script += "pause 2500\n";
    script += line + "\n";
    ticket = ticket || line == "wait-screen ticket";
    if (ticket && line == "wait-screen attract") return script;
  }
  throw std::runtime_error(name + " doesn't lead to a ticket and back");
}

std::string Complaints(int count, Pace pace) {
  std::string script;
  for (int i = 0; i < count; ++i)
    script += OneComplaint(pace);
  return script;
}

std::vector<double> SendToTicket(const Measures& measures, std::size_t expected) {
  std::vector<double> sent;
  for (const Measures::Screen& screen : measures.screens)
    if (screen.name == "ticket") sent.push_back(screen.since_tap_ms);
  if (sent.size() != expected) throw std::runtime_error("not every complaint got its ticket");
  return sent;
}

// How many times longer 16 MB take to be touched after a rest than at once: a host that takes idle
// memory away from its guests makes every program slow after a pause, this one, too.
double FirstTouchAfterRest() {
  constexpr std::size_t kBytes = std::size_t{8} << 20U;
  std::vector<unsigned char> from(kBytes, 1);
  std::vector<unsigned char> to(kBytes, 2);
  const auto touch = [&] {
    const double start = MillisecondsNow();
    std::ranges::copy(from, to.begin());
    from[0] = to[kBytes - 1];  // so that no copy can be left out
    return MillisecondsNow() - start;
  };
  touch();
  std::vector<double> ratios;
  for (int i = 0; i < 5; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{2500});
    const double after = touch();
    ratios.push_back(after / touch());
  }
  return Percentile(ratios, 0.5);
}

struct Rest {
  double percent = 0;  // of a core
  double wakes = 0;    // of all threads, a minute
};

// Leaves the kiosk alone on the screen that `way` leads to and looks how much it works there.
Rest AtRest(Workshop& workshop, const std::string& way) {
  const fs::path there = workshop.Directory() / "there.json";
  fs::remove(there);
  const auto kiosk = workshop.StartKiosk(way + "layout " + there.string() + "\nleave\n");
  kiosk->WaitForFile(there, Seconds{60});
  std::this_thread::sleep_for(kToSettle);
  const double before = kiosk->ProcessorTime();
  const double wakes_before = kiosk->Wakes();
  const double since = MillisecondsNow();
  std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(kIdleMs));
  const double worked = kiosk->ProcessorTime() - before;
  const double wakes = kiosk->Wakes() - wakes_before;
  const double passed = MillisecondsNow() - since;
  kiosk->End();
  return {100 * worked / passed, wakes * kMsPerMinute / passed};
}

void SetInterval(const fs::path& office, const std::string& key, int seconds) {
  const fs::path file = office / "office.toml";
  std::ifstream in(file);
  std::string text;
  for (std::string line; std::getline(in, line);)
    text += (line.starts_with(key + " =") ? key + " = " + std::to_string(seconds) : line) + "\n";
  std::ofstream(file) << text;
}

}  // namespace

std::vector<Row> StartToFirstFrame(Workshop& workshop) {
  std::vector<double> starts;
  for (int i = 0; i <= kStarts; ++i) {
    const auto kiosk = workshop.StartKiosk("wait-screen attract\nquit\n");
    kiosk->Wait(Seconds{30});
    const double first = workshop.ReadMeasures().screens.at(0).at_ms - kiosk->StartedAt();
    if (i > 0) starts.push_back(first);  // the very first warms the cache
  }
  const std::string note = std::to_string(kStarts) + " starts on " + workshop.DisplayName() +
                           ", from before the fork to the return of the first present";
  return {{"start to first frame, median", Percentile(starts, 0.5), "ms", "", 0, 250, note},
          {"start to first frame, slowest", Percentile(starts, 1), "ms", "", 0, 250, note}};
}

std::vector<Row> IdleProcessor(Workshop& workshop) {
  const std::string note = "60 s, all threads, on " + workshop.DisplayName();
  // The office asks after 30 s on this screen whether somebody is there; here nobody is to be
  // asked.
  SetInterval(workshop.Office(), "choice_idle_s", 600);
  const Rest kind = AtRest(workshop, "wait-screen attract\ntap complain\nwait-screen kind\n");
  const Rest attract = AtRest(workshop, "wait-screen attract\n");
  return {{"idle, still screen", kind.percent, "% of a core", "", 0, 0.1, note},
          {"idle, still screen, wakes", kind.wakes, "a minute", "", 0, std::nullopt,
           "of all threads; the worker's rounds are 6"},
          {"idle, attract screen", attract.percent, "% of a core", "", 0, std::nullopt, note}};
}

std::vector<Row> TwentyTickets(Workshop& workshop) {
  const fs::path there = workshop.Directory() / "there.json";
  // After three in ten minutes the kiosk would send to the counter.
  SetInterval(workshop.Office(), "ticket_limit_s", 0);
  const auto settle = [&](const std::string& script) {
    fs::remove(there);
    auto kiosk = workshop.StartKiosk(script + "layout " + there.string() + "\nleave\n");
    kiosk->WaitForFile(there, Seconds{300});
    std::this_thread::sleep_for(kToSettle);
    return kiosk;
  };
  const auto fresh = settle("wait-screen attract\n");
  const double at_start = fresh->Memory("Pss") / kKilobytesPerMegabyte;
  fresh->End();

  // One visitor right behind the other: the hardest for the next code's key.
  const auto kiosk = settle(Complaints(kTickets, Pace::kAtOnce));
  const double pss = kiosk->Memory("Pss") / kKilobytesPerMegabyte;
  const double rss = kiosk->Memory("Rss") / kKilobytesPerMegabyte;
  kiosk->End();
  Measures at_once = workshop.ReadMeasures();
  std::vector<double> sent = SendToTicket(at_once, kTickets);

  const double machine = FirstTouchAfterRest();
  settle(Complaints(kRested, Pace::kReadsFirst))->End();
  Measures rested = workshop.ReadMeasures();
  std::vector<double> read_first = SendToTicket(rested, kRested);

  const std::string on = " on " + workshop.DisplayName();
  const std::string taps = std::to_string(at_once.tap_to_shown_ms.size()) +
                           " taps, finger up to the return of the first frame that differs," + on;
  const std::string memory = "smaps_rollup, settled," + on;
  const std::string release = " complaints, release of \"Kirim\" to the ticket's first frame";
  const std::string rest =
      "the visitor reads for 2.5 s before \"Kirim\": also what the machine "
      "takes to give memory back to whom it rested";
  std::vector<double>& shown = at_once.tap_to_shown_ms;
  return {
      {"PSS at the start", at_start, "MB", "", 0, 40, memory},
      {"PSS after 20 tickets", pss, "MB", "", 0, 40, memory},
      {"RSS after 20 tickets", rss, "MB", "", 0, std::nullopt, "shared pages counted whole"},
      {"tap to shown p50", Percentile(shown, 0.5), "ms", "", 0, std::nullopt, taps},
      {"tap to shown p99", Percentile(shown, 0.99), "ms", "", 0, 16, taps},
      {"tap to shown, slowest", Percentile(shown, 1), "ms", "", 0, std::nullopt, taps},
      {"send to ticket, median", Percentile(sent, 0.5), "ms", "", 0, 100,
       std::to_string(kTickets) + release + on},
      {"send to ticket, slowest", Percentile(sent, 1), "ms", "", 0, 100,
       std::to_string(kTickets) + release + on},
      {"send after a rest, median", Percentile(read_first, 0.5), "ms", "", 0, 100, rest},
      {"send after a rest, slowest", Percentile(read_first, 1), "ms", "", 0, 100, rest},
      {"machine: first touch of 16 MB", machine, "x", "", 0, std::nullopt,
       "after a rest of 2.5 s against at once; far above 1: the host takes idle memory away, and "
       "every row after a rest tells about that, too"},
  };
}

}  // namespace tanggap::bench
