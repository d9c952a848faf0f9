#include "office/retention_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/retention.h"
#include "office/command.h"
#include "office/desk_at_hand.h"

namespace tanggap {
namespace {

constexpr std::size_t kPage = 256;
constexpr std::size_t kMostSurveys = 100'000;
constexpr std::size_t kBodiesOfARecord = 500;  // of one `erased`: its line stays below 64 KiB

struct Options {
  DeskEntrance entrance;
  std::string on;
  bool erase = false;
  bool json = false;
};

// A case, or a survey with words, of which something is due.
struct Due {
  RecordId id;
  std::string code;  // empty: no case, or its words went before
  std::string classes;
  Day since{};  // the earliest
  Holds holds;
  List bodies;
};

void Take(Due& due, const RetentionEnd& end, Day today) {
  if (end.day > today) return;
  due.since = due.classes.empty() ? end.day : std::min(due.since, end.day);
  due.classes += static_cast<char>(end.body_class);
}

std::vector<Due> DueCases(DeskAtHand& desk, Day today) {
  std::vector<Due> all;
  for (std::size_t from = 0;; from += kPage) {
    const std::vector<CaseRow> rows = desk.Cases().Cases(CaseView::kClosed, today, from, kPage);
    for (const CaseRow& row : rows) {
      Due due{row.id, row.code, {}, {}, {}, {}};
      for (const RetentionEnd& end : RetentionEnds(desk.FileOf(row.id), desk.TheOffice()))
        Take(due, end, today);
      if (due.classes.empty()) continue;
      const std::vector<Record> records = desk.RecordsOf(row.id);
      due.bodies = BodiesToErase(KeptBodiesOf(records), due.classes);
      due.holds = HoldsOf(records);
      if (!due.bodies.empty()) all.push_back(std::move(due));
    }
    if (rows.size() < kPage) break;
  }
  std::ranges::stable_sort(all, {}, &Due::since);
  return all;
}

std::vector<Due> DueSurveys(DeskAtHand& desk, Day today) {
  std::vector<Due> all;
  for (const Record& record : desk.Cases().OfType(RecordType::kSurveyAnswered, kMostSurveys)) {
    const auto words = record.bodies.find(BodyClass::kContent);
    const auto end = RetentionEndOf(record, desk.TheOffice());
    if (words == record.bodies.end() || words->second.state == BodyState::kErased || !end) continue;
    Due due{record.id, {}, {}, {}, {}, {}};
    Take(due, *end, today);
    if (due.classes.empty()) continue;
    due.bodies.emplace_back(List{ToHex(record.id), due.classes});
    all.push_back(std::move(due));
  }
  return all;
}

Draft ErasedDraft(DeskAtHand& desk, const Holds& holds, List bodies) {
  Draft draft = ErasureOf(holds, std::move(bodies));
  draft.id = desk.NewId();
  const std::string& source = desk.TheOffice().retention.source;
  if (!source.empty()) draft.facts = {{"rule", source}};
  return draft;
}

// One record a case, because each names its own holds; surveys together.
std::size_t Erase(DeskAtHand& desk, const std::vector<Due>& cases,
                  const std::vector<Due>& surveys) {
  std::vector<Draft> drafts;
  for (const Due& due : cases) {
    if (!due.holds.on) drafts.push_back(ErasedDraft(desk, due.holds, due.bodies));
  }
  List bodies;
  for (const Due& due : surveys) {
    bodies.insert(bodies.end(), due.bodies.begin(), due.bodies.end());
    if (bodies.size() < kBodiesOfARecord) continue;
    drafts.push_back(ErasedDraft(desk, {}, std::exchange(bodies, {})));
  }
  if (!bodies.empty()) drafts.push_back(ErasedDraft(desk, {}, std::move(bodies)));
  if (!drafts.empty()) desk.Write(drafts);
  return drafts.size();
}

void PrintJson(const std::vector<Due>& all, const Options& options, std::size_t erased) {
  nlohmann::ordered_json json{{"due", nlohmann::ordered_json::array()}};
  for (const Due& due : all) {
    json["due"].push_back({{"id", ToHex(due.id)},
                           {"code", due.code},
                           {"classes", due.classes},
                           {"since", IsoDay(due.since)},
                           {"held", due.holds.on}});
  }
  if (options.erase) json["erased"] = erased;
  std::cout << json.dump() << '\n';
}

void Print(const std::vector<Due>& all, const Office& office) {
  for (const Due& due : all) {
    std::cout << IsoDay(due.since) << "  " << (due.code.empty() ? ToHex(due.id) : due.code) << "  "
              << (due.classes.find('c') == std::string::npos ? "" : "words ")
              << (due.classes.find('i') == std::string::npos ? "" : "name ")
              << (due.holds.on ? "(held: stays)" : "") << '\n';
  }
  if (all.empty()) std::cout << "nothing is due by " << office.retention.source << '\n';
}

int Run(const Options& options, DeskAtHand& desk) {
  const Retention& rule = desk.TheOffice().retention;
  if (rule.content_days <= 0 && rule.identity_days <= 0) {
    return Complain("office.toml has no [retention]: write the region's schedule there first",
                    kExitConfiguration);
  }
  const std::optional<Day> on = options.on.empty() ? desk.Today() : DayFromIso(options.on);
  if (!on) return Complain(options.on + ": not a day like 2026-11-21", kExitUsage);
  if (options.erase && *on > desk.Today())
    return Complain("what isn't due yet is never erased by this command", kExitUsage);
  if (options.erase && !desk.MayDecideOnData())
    return Complain("only a supervisor or the head erases (refused.role)", kExitCheckFailed);
  std::vector<Due> all = DueCases(desk, *on);
  const std::vector<Due> surveys = DueSurveys(desk, *on);
  std::size_t erased = 0;
  if (options.erase) {
    Erase(desk, all, surveys);
    erased = desk.Erased();
  }
  all.insert(all.end(), surveys.begin(), surveys.end());
  if (options.json) {
    PrintJson(all, options, erased);
    return kExitOk;
  }
  Print(all, desk.TheOffice());
  if (options.erase) std::cout << erased << " bodies erased here, elsewhere with the next sync\n";
  return kExitOk;
}

}  // namespace

void AddRetentionCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("retention", "what the retention schedule says must be erased by now");
  command
      ->add_option("DESK", options->entrance.desk, "a desk's directory; its program must be closed")
      ->required();
  command->add_option("--as", options->entrance.person, "somebody who may read")->required();
  command->add_option("--password-file", options->entrance.password_file,
                      "first line is the password; - reads it from standard input");
  command->add_option("--on", options->on, "as of this day, to look ahead (2027-01-31)");
  command->add_flag("--erase", options->erase,
                    "erase all of it but what is held; a supervisor or the head");
  command->add_flag("--json", options->json, "print JSON");
  command->footer(
      "Words go content_days after a case was closed, names identity_days after ([retention] in\n"
      "office.toml); what visitors wrote in a survey content_days after that. Open cases are "
      "never\n"
      "due, and a case under a legal hold stays.");
  command->callback([options, &exit_code] {
    exit_code = AtDesk(options->entrance, [&](DeskAtHand& desk) { return Run(*options, desk); });
  });
}

}  // namespace tanggap
