#include "office/assess_command.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/assess.h"
#include "formats/decree_file.h"
#include "formats/office_file.h"
#include "office/command.h"

namespace tanggap {
namespace {

struct Options {
  std::string decree;
  std::string office;
  std::string aspect;
  std::optional<double> late_days;
  std::optional<double> elapsed_hours;
  std::vector<std::string> facts;
  std::string severity;
  std::string day;
  std::string language = "id";
  bool json = false;
};

nlohmann::ordered_json ToJson(const Assessment& assessment, const std::string& language) {
  nlohmann::ordered_json remedies = nlohmann::ordered_json::array();
  for (const AssessedRemedy& remedy : assessment.remedies) {
    std::string cite;
    for (const std::string& one : remedy.cites)
      cite += (cite.empty() ? "" : "; ") + one;
    remedies.push_back({{"id", remedy.id.value},
                        {"title", remedy.label.In(language)},
                        {"beneficiary", NameOf(remedy.beneficiary)},
                        {"cite", cite}});
  }
  nlohmann::ordered_json json;
  json["decree"] = assessment.decree.substr(0, assessment.decree.find('@'));
  json["aspect"] = assessment.aspect.value;
  json["severity"] = nullptr;
  if (assessment.severity.has_value()) json["severity"] = assessment.severity->value;
  json["regulated"] = assessment.regulated;
  json["remedies"] = std::move(remedies);
  json["claim"] = nullptr;
  if (assessment.claim != Claim::kNone) json["claim"] = NameOf(assessment.claim);
  json["cite"] = assessment.cite;
  json["explanation"] = assessment.explanation.In(language);
  return json;
}

void PrintPlain(const Decree& decree, const Assessment& assessment, const std::string& language) {
  std::cout << decree.number << ", " << decree.office << '\n';
  std::cout << assessment.explanation.In(language) << '\n';
}

// The finding that the options describe, or what the decree doesn't know about them.
Result<FindingInput> InputOf(const Options& options, const Decree& decree) {
  const bool by_hours = decree.lateness_unit == LatenessUnit::kHours;
  std::vector<Problem> problems;
  if (options.late_days.has_value() && by_hours) {
    problems.push_back({"--late-days", 0, "this decree counts hours; use --elapsed-hours"});
  }
  if (options.elapsed_hours.has_value() && !by_hours) {
    problems.push_back({"--elapsed-hours", 0, "this decree counts days; use --late-days"});
  }
  if (options.elapsed_hours.has_value() && *options.elapsed_hours < 0) {
    problems.push_back({"--elapsed-hours", 0, "expected 0 or more"});
  }
  FindingInput input;
  input.aspect = AspectId{options.aspect};
  input.measure = by_hours ? options.elapsed_hours : options.late_days;
  for (const std::string& fact : options.facts)
    input.facts.emplace_back(fact);
  if (!options.severity.empty()) input.chosen = SeverityId{options.severity};
  if (!options.day.empty()) {
    input.happened = DayFromIso(options.day);
    if (!input.happened.has_value()) {
      problems.push_back({"--day", 0, "expected a date as 2026-11-21"});
    }
  }
  if (!problems.empty()) return problems;
  return input;
}

int Run(const Options& options) {
  if (!std::filesystem::is_regular_file(options.decree)) {
    return Complain(options.decree + ": no such file; expected a decree (docs/decree-file.md)",
                    kExitInputOutput);
  }
  const Result<Decree> decree = ReadDecreeFile(options.decree);
  if (!decree.Ok()) return Complain(decree.Problems(), kExitConfiguration);
  Policies policies;
  if (!options.office.empty()) {
    const Result<OfficeFile> office = ReadOfficeFile(options.office);
    if (!office.Ok()) return Complain(office.Problems(), kExitConfiguration);
    policies = office.Value().office.policies;
  }
  const Result<FindingInput> input = InputOf(options, decree.Value());
  if (!input.Ok()) return Complain(input.Problems(), kExitUsage);
  const Result<Assessment> assessment = Assess(decree.Value(), policies, input.Value());
  if (!assessment.Ok()) return Complain(assessment.Problems(), kExitUsage);
  if (options.json) {
    std::cout << ToJson(assessment.Value(), options.language).dump() << '\n';
  } else {
    PrintPlain(decree.Value(), assessment.Value(), options.language);
  }
  return kExitOk;
}

}  // namespace

void AddAssessCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "assess", "Say what a decree grants for one finding, and why (nothing is recorded)");
  command->add_option("--decree", options->decree, "Decree file (TOML)")->required();
  command->add_option("--aspect", options->aspect, "Aspect id, as in the decree")->required();
  command->add_option("--late-days", options->late_days,
                      "Days beyond the norm, for a decree that counts days");
  command->add_option("--elapsed-hours", options->elapsed_hours,
                      "Hours since the file was declared complete, for a decree that counts hours");
  command->add_option("--fact", options->facts, "Fact id; may be repeated")
      ->allow_extra_args(false);
  command->add_option("--severity", options->severity,
                      "A person's choice of severity; wins over facts and days");
  command->add_option("--day", options->day,
                      "When it happened (2026-11-21), to see whether the decree was in force");
  command->add_option("--office", options->office, "office.toml whose readings (policies) hold");
  command->add_option("--language", options->language, "Language of the explanation: id or en")
      ->check(CLI::IsMember({"id", "en"}));
  command->add_flag("--json", options->json, "One line of JSON");
  command->footer("Negative --late-days: finished before the norm. Values may have decimals.");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace tanggap
