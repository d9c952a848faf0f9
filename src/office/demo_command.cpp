#include "office/demo_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "ledger/sodium_randomness.h"
#include "ledger/staff_desk.h"
#include "office/assets.h"
#include "office/command.h"
#include "office/demo_stock.h"
#include "office/demo_writer.h"
#include "office/membership.h"
#include "office/office_home.h"
#include "platform/system_clock.h"
#include "ports/store_error.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

// Said to be for demos only; `person add` refuses one as short.
constexpr std::string_view kDemoPassword = "contoh";
constexpr std::string_view kDemoPin = "123456";
constexpr std::string_view kDefaultExample = "lembata.toml";

struct Options {
  std::string directory;
  std::size_t complaints = 200;
  std::uint64_t seed = 1;
  std::string decree;
  std::string template_toml;
  std::string now;
  bool json = false;
};

struct DemoPerson {
  std::string_view name;
  Role role;
  std::optional<DemoActor> actor;
};
constexpr std::array kPeople{
    DemoPerson{"Petugas Contoh 1", Role::kStaff, DemoActor::kStaff1},
    DemoPerson{"Petugas Contoh 2", Role::kStaff, DemoActor::kStaff2},
    DemoPerson{"Atasan Contoh", Role::kSupervisor, DemoActor::kSupervisor},
    DemoPerson{"Pimpinan Contoh", Role::kHead, DemoActor::kHead},
    DemoPerson{"Auditor Contoh", Role::kAuditor, std::nullopt},
    // Who settles what the two above wrote apart, and who agrees as the second person.
    DemoPerson{"Plt. Kepala Contoh", Role::kHead, std::nullopt},
    DemoPerson{"Wakil Contoh", Role::kSupervisor, std::nullopt},
};
constexpr std::string_view kSeesUrgent = "Atasan Contoh";

// "2026-11-22T03:04:05Z", or with an offset as +08:00.
std::optional<Instant> ReadInstant(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  char zone = 0;
  int taken = 0;
  // NOLINTNEXTLINE(cert-err34-c): every number is checked below.
  if (std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d%c%n", &year, &month, &day, &hour, &minute,
                  &second, &zone, &taken) < 7)
    return std::nullopt;
  const Day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  std::chrono::minutes offset{0};
  const auto rest = text.substr(static_cast<std::size_t>(taken));
  if (zone == '+' || zone == '-') {
    int offset_hours = 0;
    int offset_minutes = 0;
    // NOLINTNEXTLINE(cert-err34-c): the same.
    if (std::sscanf(rest.c_str(), "%2d:%2d", &offset_hours, &offset_minutes) != 2)
      return std::nullopt;
    offset = std::chrono::hours{offset_hours} + std::chrono::minutes{offset_minutes};
    if (zone == '-') offset = -offset;
  } else if (zone != 'Z' || !rest.empty()) {
    return std::nullopt;
  }
  return FromLocal({date, hour, minute, second}, Zone{"", "", offset});
}

// The office to fill: the one that is there, or a new one.
Result<OfficeHome> OpenOrMake(const Options& options, Instant founded, Randomness& randomness) {
  const fs::path directory(options.directory);
  if (fs::exists(directory / "office.toml")) return OpenOffice(directory);
  OfficeWish wish;
  wish.directory = directory;
  wish.at = founded;
  wish.template_toml = options.template_toml;
  if (options.decree.empty() || options.template_toml.empty()) {
    const auto examples = FindExampleOffices();
    if (!examples) return Problem{"", 0, "the example offices of this program are missing"};
    if (options.decree.empty() && options.template_toml.empty())
      wish.template_toml = *examples / kDefaultExample;
  }
  wish.decree = options.decree;
  if (options.decree.empty()) {
    const Result<OfficeFile> example = ReadOfficeFile(wish.template_toml);
    if (!example.Ok()) return example.Problems();
    wish.decree = example.Value().decree_path;
  }
  wish.at_once = true;
  return MakeOffice(wish, randomness);
}

// Enrols who isn't yet, and opens the keys of those who act.
Result<DemoKeys> Enrol(OfficeHome& office, Instant at, Randomness& randomness) {
  std::vector<PersonWish> missing;
  for (const DemoPerson& person : kPeople) {
    const bool there = std::ranges::any_of(office.roster.people, [&](const RosterPerson& enrolled) {
      return enrolled.name == person.name && !enrolled.removed;
    });
    if (!there)
      missing.push_back({std::string(person.name), person.role, std::string(kDemoPassword)});
  }
  std::vector<PersonKey> made;
  if (!missing.empty()) {
    Result<std::vector<PersonKey>> added = AddPeople(office, missing, at, randomness);
    if (!added.Ok()) return added.Problems();
    made = std::move(added).Value();
  }
  DemoKeys keys;
  for (const DemoPerson& person : kPeople) {
    if (!person.actor) continue;
    std::optional<PersonKey>& key = keys[static_cast<std::size_t>(*person.actor)];
    for (const RosterPerson& enrolled : office.roster.people) {
      if (enrolled.name != person.name || enrolled.removed) continue;
      for (PersonKey& candidate : made) {
        if (candidate.Id() == enrolled.id) key.emplace(std::move(candidate));
      }
      if (key) break;
      Result<std::optional<PersonKey>> read = ReadPersonKey(
          office.directory / "desk-1" / "people" / (enrolled.id.value + ".key"), kDemoPassword);
      if (!read.Ok()) return read.Problems();
      key = std::move(read).Value();
    }
    if (!key)
      return Problem{std::string(person.name), 0, "has another password here than the demo's"};
  }
  return keys;
}

// Ids are made anew with every office: an example that names nobody yet for its urgent cases gets
// the supervisor, as `tanggap person add` would print them.
void NameUrgentPeople(const OfficeHome& office) {
  constexpr std::string_view kNobody = "urgent_people = []";
  const fs::path file = office.directory / "office.toml";
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::size_t at = text.find(kNobody);
  if (at == std::string::npos) return;
  for (const RosterPerson& person : office.roster.people) {
    if (person.name != kSeesUrgent || person.removed) continue;
    text.replace(at, kNobody.size(), "urgent_people = [\"" + person.id.value + "\"]");
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << text;
  }
}

void Print(const Options& options, const OfficeHome& office, const DemoOutcome& outcome,
           double seconds) {
  if (options.json) {
    nlohmann::ordered_json json;
    json["directory"] = office.directory.string();
    json["office"] = office.roster.office.name;
    json["complaints"] = options.complaints;
    json["seed"] = options.seed;
    json["records"] = outcome.records;
    json["ratings"] = outcome.ratings;
    json["stages"] = outcome.stages;
    json["refused_acts"] = outcome.refused.size();
    json["password"] = kDemoPassword;
    json["seconds"] = seconds;
    std::cout << json.dump() << '\n';
    return;
  }
  std::cout << office.roster.office.name << " in " << office.directory.string() << ": "
            << options.complaints << " complaints, " << outcome.ratings << " ratings, "
            << outcome.records << " records\n ";
  for (const auto& [stage, count] : outcome.stages)
    std::cout << ' ' << stage << ' ' << count;
  std::cout << "\nSign in at the desk as";
  for (const DemoPerson& person : kPeople)
    std::cout << (person.name == kPeople.front().name ? " " : ", ") << person.name;
  std::cout << "\nwith the password " << kDemoPassword
            << ": everything here is made up, and this office is for demos only.\n"
            << "The kiosk's staff menu opens with " << kDemoPin
            << " after holding the office's name for two seconds.\n"
            << "tanggap-kiosk --data " << (office.directory / "kiosk-1").string()
            << "\ntanggap-desk --data " << (office.directory / "desk-1").string() << '\n';
}

int Fill(const Options& options, Instant now) {
  const auto began = std::chrono::steady_clock::now();
  SodiumRandomness randomness;
  // Founded before the first record is written.
  const Instant founded = now - std::chrono::days{120};
  Result<OfficeHome> opened = OpenOrMake(options, founded, randomness);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  OfficeHome& office = opened.Value();
  if (HoldsRecords(office)) {
    return Complain({{office.directory.string(), 0,
                      "holds records already; the demo fills only an office that is new"}},
                    kExitUsage);
  }
  const auto assets = FindAssets();
  if (!assets) return Complain("the assets of this program are missing", kExitConfiguration);
  const Result<std::vector<DemoText>> stock =
      ReadDemoStock(*assets / "demo" / "complaints.tsv", office.file.office, office.file.decree);
  if (!stock.Ok()) return Complain(stock.Problems(), kExitConfiguration);
  const DemoPlan plan = PlanDemo(office.file.office, office.file.decree, stock.Value(),
                                 {options.complaints, options.seed, now});
  const DemoSecrets secrets(plan, office.roster.office.salt);
  Result<DemoKeys> keys = Enrol(office, founded, randomness);
  if (!keys.Ok()) return Complain(keys.Problems(), kExitConfiguration);
  NameUrgentPeople(office);
  if (const auto problem =
          WriteStaffPin(office.directory / "kiosk-1" / "staff.pin", std::string(kDemoPin)))
    return Complain({*problem}, kExitInputOutput);
  const DemoOutcome outcome =
      WriteDemo(office, {plan, secrets, std::move(keys).Value()}, now, randomness);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  Print(options, office, outcome, took.count());
  for (const auto& [why, count] : outcome.refused)
    std::cerr << "tanggap: the made-up cases break a rule: " << why << " (" << count << ")\n";
  return outcome.refused.empty() ? kExitOk : kExitCheckFailed;
}

int Run(const Options& options) {
  Instant now = SystemClock().Now();
  if (!options.now.empty()) {
    const std::optional<Instant> given = ReadInstant(options.now);
    if (!given) {
      return Complain(
          "--now: expected a moment as 2026-11-22T10:00:00Z or …+08:00, not " + options.now,
          kExitUsage);
    }
    now = *given;
  }
  try {
    return Fill(options, now);
  } catch (const StoreError& error) {
    return Complain(error.what(), kExitInputOutput);
  }
}

}  // namespace

void AddDemoCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* demo = app.add_subcommand(
      "demo", "fill an office with made-up complaints, ratings and cases; makes it if need be");
  demo->add_option("DIR", options->directory, "the office's directory")->required();
  demo->add_option("--complaints", options->complaints, "how many (200)")
      ->check(CLI::Range(std::size_t{1}, std::size_t{100'000}));
  demo->add_option("--seed", options->seed, "decides services, words, cases, times and codes (1)");
  demo->add_option("--decree", options->decree, "of a new office; default Lembata's");
  demo->add_option("--template", options->template_toml,
                   "a complete office file for a new office; default the decree's example");
  demo->add_option("--now", options->now, "when the demo ends; default: this moment");
  demo->add_flag("--json", options->json, "print JSON");
  demo->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace tanggap
