// tanggap-kiosk: the visitor's terminal. Three threads: screen, worker, printer.
#include <malloc.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <variant>

#include "kiosk/effect_runner.h"
#include "kiosk/wiring/fresh_ticket_desk.h"
#include "kiosk/wiring/options.h"
#include "kiosk/wiring/printer.h"
#include "kiosk/wiring/setting.h"
#include "kiosk/wiring/terminal.h"
#include "kiosk/wiring/upkeep.h"
#include "ledger/recorder.h"
#include "ledger/roster_floor.h"
#include "ledger/sodium_randomness.h"
#include "ledger/staff_desk.h"
#include "ledger/ticket_desk.h"
#include "platform/espeak_speaker.h"
#include "platform/log.h"
#include "platform/system_clock.h"
#include "platform/watchdog.h"
#include "platform/worker.h"
#include "ports/store_error.h"
#include "storage/backup_request.h"
#include "storage/journal_opening.h"
#include "ui/host.h"

namespace tanggap::kiosk {
namespace {

constexpr int kConfig = 78;  // sysexits: systemd doesn't start it again for nothing
constexpr int kIo = 74;
constexpr std::size_t kQueue = 256;
// A visitor's deed hurries its own round; this one only sees what arrives from outside, and each
// wake of a terminal that stands unused all day costs power.
constexpr std::chrono::milliseconds kRoundEvery{10000};

ui::HostOptions HostOptionsOf(const Options& options, const Setting& setting) {
  ui::HostOptions host;
  host.title = "Tanggap";
  host.window = options.window;
  host.stage.icons = setting.icons;
  host.stage.glyphs = GlyphsOf(setting.context);
  host.drive = options.drive;
  host.layout = options.layout;
  host.sounds = [] { return ui::SoundWish{}; };
  if (const std::string& url = setting.context.office.status_url; !url.empty())
    host.wedge.prefixes.push_back(UpperUpToLastSlash(url));
  return host;
}

int RunKiosk(const Options& options, const Setting& setting) {
  Log log("tanggap-kiosk");
  SystemClock clock;
  SodiumRandomness randomness;
  const JournalOpening opening =
      OpenJournal(setting.data / "journal.db", {.ballast_bytes = kKioskBallastBytes});
  SqliteJournal& journal = *opening.journal;
  if (!opening.set_aside.empty()) {
    log.Error("the journal was damaged beyond reading and is kept as " +
              opening.set_aside.string() + "; a new one was begun");
  }
  if (const auto back = HoldRosterFloor(journal, setting.roster)) {
    std::cerr << "tanggap-kiosk: " << Describe(*back) << '\n';
    return kConfig;
  }
  const LedgerPorts ports{journal, clock, randomness};
  TicketSecrets secrets(setting.roster.office.salt, randomness);
  Signer nobody;
  LedgerRecorder recorder(ports, setting.roster, secrets, nobody);
  LedgerTicketDesk states(journal, secrets);
  const auto printer = MakePrinter(setting.context.office.printer, setting.data, clock);
  EspeakSpeaker speaker;
  LedgerStaffDesk staff(journal, setting.staff_pin);
  Upkeep upkeep(setting, ports, log);
  upkeep.Use(&recorder);
  upkeep.Begin();
  // The round that every job hurries tells the screen what else the look found.
  FreshTicketDesk desk(states, [&] { upkeep.Look(); });
  EffectRunner runner({clock, recorder, desk, *printer, speaker, staff}, setting.context,
                      setting.device);
  Terminal terminal(setting.context, setting.logo, clock, randomness, runner);
  ui::Host host(HostOptionsOf(options, setting));
  const auto round = [&] {
    if (const auto failed = AnswerBackupRequest(setting.data, journal)) log.Warning(*failed);
    if (auto event = upkeep.Round()) terminal.Post(std::move(*event));
    while (runner.PrepareNext()) {
    }
  };
  Worker worker({.capacity = kQueue, .period = kRoundEvery, .periodic = round, .wake = {}});
  Worker press({.capacity = kQueue, .period = {}, .periodic = {}, .wake = {}});
  // After each job a round as soon as nothing waits: it derives the next code's key, so that
  // whoever comes right after a ticket doesn't wait for it.
  const auto work = [&](std::function<void()> job) {
    return worker.Post([&worker, job = std::move(job)] {
      job();
      worker.Hurry();
    });
  };
  terminal.Use({work, [&](auto job) { return press.Post(std::move(job)); }, [&] { host.Wake(); },
                [&] {
                  host.Wipe();
                  // Back to the system what the last visitor needed; a full queue is no harm.
                  static_cast<void>(worker.Post([] { malloc_trim(0); }));
                }});
  if (!press.Post([&] { runner.PreparePrinting(); })) return kIo;
  worker.Hurry();
  if (upkeep.SpaceIsLow()) terminal.Post(StorageFailed{RecordId{}, Trouble::kFull});
  const Watchdog watchdog = Watchdog::FromEnvironment();
  watchdog.Ready();
  const int status = host.Run(terminal);
  watchdog.Stopping();
  press.Stop();
  worker.Stop();
  upkeep.Finish();
  if (!options.measures.empty()) WriteMeasures(options.measures, host.Measured());
  return status;
}

int Main(int argc, char** argv) {
  const auto read = ReadOptions(argc, argv);
  if (const auto* leave = std::get_if<Leave>(&read)) return leave->status;
  const Options& options = std::get<Options>(read);
  const auto say = [](const std::string& line) { std::cerr << "tanggap-kiosk: " << line << '\n'; };
  try {
    const auto setting = ReadSetting(options);
    if (!setting) {
      for (const Problem& problem : setting.Problems())
        say(Describe(problem));
      return kConfig;
    }
    if (!AsksIdentity(setting.Value().context))
      say("no retention is configured, so no name is asked ([retention] in office.toml)");
    return RunKiosk(options, setting.Value());
  } catch (const ui::UiError& error) {
    say(error.what());
    return kConfig;
  } catch (const StoreError& error) {
    say(error.what());
    return kIo;
  } catch (const std::filesystem::filesystem_error& error) {
    say(error.what());
    return kIo;
  }
}

}  // namespace
}  // namespace tanggap::kiosk

int main(int argc, char** argv) {
  // Threads here take turns, so heaps of their own would only keep memory from each other.
  mallopt(M_ARENA_MAX, 1);
  return tanggap::kiosk::Main(argc, argv);
}
