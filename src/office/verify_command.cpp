#include "office/verify_command.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "folder/alarms.h"
#include "folder/names.h"
#include "folder/node_file.h"
#include "folder/rosters.h"
#include "folder/tree.h"
#include "formats/strict_json.h"
#include "ledger/secret.h"
#include "ledger/verify.h"
#include "ledger/verify_people.h"
#include "office/authority.h"
#include "office/command.h"
#include "office/password.h"
#include "office/tree_listing.h"
#include "ports/store_error.h"
#include "storage/journal.h"

namespace tanggap {
namespace {

struct Options {
  std::string folder;
  std::string root;
  std::vector<std::string> journals;
  std::string who;
  std::string people;
  std::string password_file;
  bool json = false;
};

// Every closed segment of a node's own journal.
void AddWitnesses(const std::string& file, std::vector<SegmentWitness>& witnesses) {
  SqliteJournal journal{file};
  const Day ever = DayFromIso("1970-01-01").value();
  for (const ClosedSegment& segment : journal.SegmentsSince(ever)) {
    const auto header = ReadStrict(segment.header_line);
    const std::string node = header ? TextOf(header.Value(), "node") : std::string{};
    witnesses.push_back(
        {NodeId{node}, segment.epoch, segment.number, segment.hash, "the journal " + file});
  }
}

// What people signed, checked by somebody who may read; the problems go into `report`.
std::optional<Problem> CheckPeople(const Options& options, const OfficeId& office,
                                   const std::vector<TreeFile>& files, FolderBytes& bytes,
                                   VerifyReport& report, PeopleReport& people) {
  const Result<PublicKey> root = RootOf(options.folder, office);
  if (!root.Ok()) return root.Problems().front();
  const RosterReading rosters = ReadRosters(options.folder, office, root.Value());
  if (!rosters.newest) return Problem{options.folder, 0, "holds no roster that can be trusted"};
  const Result<std::string> password = KnownPassword(options.password_file, options.who);
  if (!password.Ok()) return password.Problems().front();
  const Result<ReadingKeys> keys =
      OpenReader(*rosters.newest, options.people, options.who, password.Value());
  if (!keys.Ok()) return keys.Problems().front();
  people = VerifyPeople(*rosters.newest, keys.Value(), files, bytes);
  report.problems.insert(report.problems.end(), people.problems.begin(), people.problems.end());
  return std::nullopt;
}

void AddJson(const VerifyReport& report, const OfficeId& office, nlohmann::ordered_json& json) {
  for (const Problem& problem : report.problems) {
    json["problems"].push_back(
        {{"file", problem.file}, {"line", problem.line}, {"reason", problem.message}});
  }
  for (const std::string& file : report.unwitnessed)
    json["unwitnessed"].push_back(file);
  for (const std::string& file : report.temporary)
    json["temporary"].push_back(file);
  for (const std::string& file : report.forks)
    json["forks"].push_back(file);
  json["offices"].push_back({{"office", office.value},
                             {"root", report.root_fingerprint},
                             {"rosters", report.rosters},
                             {"segments", report.segments},
                             {"records", report.records},
                             {"bodies", report.bodies},
                             {"erased", report.erased},
                             {"pruned", report.pruned}});
}

// What is no damage and yet somebody has to look into, a line each.
std::vector<std::string> AlarmsOf(const std::string& folder, const OfficeId& office) {
  const Result<PublicKey> root = RootOf(folder, office);
  if (!root.Ok()) return {};
  const RosterReading rosters = ReadRosters(folder, office, root.Value());
  if (!rosters.newest) return {};
  return Describe(AlarmWatch(folder).Look(ListFiles(folder).files, *rosters.newest),
                  *rosters.newest);
}

void PrintPlain(const VerifyReport& report, const OfficeId& office) {
  std::cout << office.value << ": " << report.rosters << " rosters, " << report.segments
            << " segments, " << report.records << " records, " << report.bodies << " bodies\n";
  for (const std::string& file : report.unwitnessed)
    std::cout << "unwitnessed: " << file << '\n';
  for (const std::string& file : report.forks)
    std::cout << "forked (its device wrote on from two disks): " << file << '\n';
  for (const Problem& problem : report.problems)
    std::cout << Describe(problem) << '\n';
}

int Run(const Options& options) {
  StartLedger();
  const std::filesystem::path folder = options.folder;
  if (!std::filesystem::is_directory(TreeRoot(folder))) {
    return Complain(options.folder + ": holds no tanggap/1; give the directory that does",
                    kExitInputOutput);
  }
  std::vector<SegmentWitness> witnesses;
  for (const std::string& file : options.journals) {
    if (!std::filesystem::is_regular_file(file))
      return Complain(file + ": no such journal", kExitInputOutput);
    try {
      AddWitnesses(file, witnesses);
    } catch (const StoreError& error) {
      return Complain(file + ": " + error.what(), kExitInputOutput);
    }
  }
  const auto node = ReadNodeFile(folder);
  if (!node) return Complain(node.Problems(), kExitCheckFailed);
  std::optional<NodeId> kiosk;
  if (node.Value() && node.Value()->kind == NodeKind::kKiosk) kiosk = node.Value()->node;
  FolderBytes bytes{folder};
  nlohmann::ordered_json json;
  json["ok"] = false;
  for (const char* list : {"problems", "unwitnessed", "temporary", "forks", "alarms", "offices"})
    json[list] = nlohmann::ordered_json::array();
  bool whole = true;
  bool any = false;
  for (auto& [office, files] : ListTree(folder)) {
    VerifyWish wish{office, std::nullopt, witnesses, kiosk};
    if (!options.root.empty()) wish.root_fingerprint = options.root;
    VerifyReport report;
    if (office.Empty()) {  // Strangers beside the offices: nothing to trust, all named.
      for (const TreeFile& file : files)
        report.problems.push_back(
            {file.path, 1, file.fault.empty() ? "not a file of this format" : file.fault});
    } else {
      any = true;
      report = VerifyOffice(wish, files, bytes);
      if (!options.who.empty()) {
        PeopleReport people;
        if (auto problem = CheckPeople(options, office, files, bytes, report, people))
          return Complain({*problem}, kExitCheckFailed);
        if (!options.json) {
          std::cout << people.signatures << " acts of people signed, " << people.unreadable
                    << " bodies that " << options.who << " can't read\n";
        }
      }
    }
    whole = whole && report.problems.empty();
    const auto alarms =
        office.Empty() ? std::vector<std::string>{} : AlarmsOf(options.folder, office);
    if (options.json) {
      AddJson(report, office, json);
      for (const std::string& alarm : alarms)
        json["alarms"].push_back(alarm);
    } else {
      PrintPlain(report, office);
      for (const std::string& alarm : alarms)
        std::cout << "ALARM " << alarm << '\n';
    }
  }
  if (!any) {
    return Complain(options.folder + ": no office in tanggap/1", kExitCheckFailed);
  }
  if (options.json) {
    json["ok"] = whole;
    std::cout << json.dump() << '\n';
  } else if (whole) {
    std::cout << "whole\n";
  }
  return whole ? kExitOk : kExitCheckFailed;
}

}  // namespace

void AddVerifyCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("verify", "check every byte of a central folder or a replica");
  command->add_option("folder", options->folder, "the directory that holds tanggap/")->required();
  command->add_option("--root", options->root, "the office's fingerprint, as printed by init");
  command->add_option("--journal", options->journals,
                      "a node's own journal.db: proves what that node wrote");
  CLI::Option* who = command->add_option(
      "--as", options->who, "somebody who may read: checks the signatures of people too");
  CLI::Option* people =
      command->add_option("--people", options->people, "that person's key, as desk-1/people");
  who->needs(people);
  command->add_option("--password-file", options->password_file,
                      "that person's password; else asked");
  command->add_flag("--json", options->json, "print JSON");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace tanggap
