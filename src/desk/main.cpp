// tanggap-desk: the program of supervisors, head and counter staff. Two threads: screen, worker.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <variant>

#include "desk/effect_runner.h"
#include "desk/wiring/draft_files.h"
#include "desk/wiring/options.h"
#include "desk/wiring/setting.h"
#include "desk/wiring/sticks.h"
#include "desk/wiring/tastes.h"
#include "desk/wiring/upkeep.h"
#include "desk/wiring/window.h"
#include "ledger/recorder.h"
#include "ledger/roster_floor.h"
#include "ledger/sign_in.h"
#include "ledger/sodium_randomness.h"
#include "platform/log.h"
#include "platform/system_clock.h"
#include "platform/worker.h"
#include "ports/store_error.h"
#include "storage/backup_request.h"
#include "storage/journal_opening.h"
#include "storage/register.h"
#include "ui/host.h"

namespace tanggap::desk {
namespace {

constexpr int kConfig = 78;  // sysexits
constexpr int kIo = 74;
constexpr std::size_t kQueue = 256;
constexpr std::chrono::milliseconds kRoundEvery{2000};

ui::HostOptions HostOptionsOf(const Options& options, const Setting& setting) {
  ui::HostOptions host;
  host.title = "Tanggap";
  host.window = options.window;
  host.stage.icons = setting.icons;
  host.stage.glyphs = GlyphsOf(setting);
  host.mouse_cursor = true;
  host.drive = options.drive;
  host.layout = options.layout;
  host.timings = options.measures;
  std::string prefix = setting.premises.office.status_url;
  std::ranges::transform(prefix, prefix.begin(), [](unsigned char c) { return std::toupper(c); });
  if (!prefix.empty()) host.wedge.prefixes.push_back(prefix.substr(0, prefix.rfind('/') + 1));
  return host;
}

RegisterSettings RegisterSettingsOf(const Setting& setting) {
  RegisterSettings settings;
  settings.lookup_of = [](const std::string& secret) {
    const auto held = TicketSecret::FromHex(secret);
    return held ? held->Lookup() : std::string();
  };
  FoldRules rules = RulesOf(setting.premises.office, setting.roster);
  settings.roles = std::move(rules.roles);
  settings.past = std::move(rules.past);
  settings.rules_version = RulesVersion(setting.premises, setting.roster);
  return settings;
}

int RunDesk(const Options& options, const Setting& setting) {
  Log log("tanggap-desk");
  SystemClock clock;
  SodiumRandomness randomness;
  const JournalOpening opening = OpenJournal(setting.data / "journal.db");
  SqliteJournal& journal = *opening.journal;
  if (!opening.set_aside.empty()) {
    log.Error("the journal was damaged beyond reading and is kept as " +
              opening.set_aside.string() + "; a new one was begun");
  }
  SqliteRegister cases(setting.data / "register.db", setting.premises.decree,
                       setting.premises.office, RegisterSettingsOf(setting));
  if (const auto back = HoldRosterFloor(journal, setting.roster)) {
    std::cerr << "tanggap-desk: " << Describe(*back) << '\n';
    return kConfig;
  }
  const LedgerPorts ledger{journal, clock, randomness};
  TicketSecrets secrets(setting.roster.office.salt, randomness);
  Signer signer;
  LedgerRecorder recorder(ledger, setting.roster, secrets, signer);
  LedgerSignIn sign_in(setting.data / "people", setting.roster, secrets, signer, clock, randomness);
  Upkeep upkeep(setting, {ledger, cases, recorder, sign_in}, log);
  upkeep.Begin();
  EffectRunner runner({clock, cases, recorder, sign_in}, setting.premises,
                      RulesOf(setting.premises.office, setting.roster), [&] { upkeep.Flush(); });
  upkeep.Use(&runner);
  const std::filesystem::path likes = setting.data / "tastes";
  runner.UseTastes({[likes] { return ReadTastes(likes); },
                    [likes](const PersonId& person, const Taste& taste) {
                      auto tastes = ReadTastes(likes);
                      tastes[person] = taste;
                      WriteTastes(likes, tastes);
                    }});
  const DraftFiles half_done(setting.data / "drafts", sign_in);
  runner.UseDrafts({[&](const PersonId& person) { return half_done.All(person); },
                    [&](const PersonId& person, const RecordId& id, const Fields& fields) {
                      half_done.Keep(person, id, fields);
                    }});
  Window window(setting, options, clock, runner);
  upkeep.Tell([&](Event event) { window.Post(std::move(event)); });
  ui::Host host(HostOptionsOf(options, setting));
  const auto round = [&] {
    if (const auto failed = AnswerBackupRequest(setting.data, journal)) log.Warning(*failed);
    if (auto event = upkeep.Round()) window.Post(std::move(*event));
  };
  Worker worker({.capacity = kQueue, .period = kRoundEvery, .periodic = round, .wake = {}});
  window.Use({[&](auto job) { return worker.Post(std::move(job)); }, [&] { host.Wake(); }});
  StickCarrier sticks(setting.replica, options.sticks, clock,
                      [&](Event event) { window.Post(std::move(event)); });
  runner.UseSticks([&](const Stick& stick) { sticks.Carry(stick); });
  window.Begin(host.Now());
  worker.Hurry();
  const int status = host.Run(window);
  worker.Stop();
  upkeep.Finish();
  // Not waited for: a stick that was pulled out may never answer, and what was copied is whole.
  if (sticks.Busy()) std::_Exit(status);
  return status;
}

int Main(int argc, char** argv) {
  const auto read = ReadOptions(argc, argv);
  if (const auto* leave = std::get_if<Leave>(&read)) return leave->status;
  const Options& options = std::get<Options>(read);
  const auto say = [](const std::string& line) { std::cerr << "tanggap-desk: " << line << '\n'; };
  try {
    const auto setting = ReadSetting(options);
    if (!setting) {
      for (const Problem& problem : setting.Problems())
        say(Describe(problem));
      return kConfig;
    }
    return RunDesk(options, setting.Value());
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
}  // namespace tanggap::desk

int main(int argc, char** argv) {
  return tanggap::desk::Main(argc, argv);
}
