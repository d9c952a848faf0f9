#include "office/code_command.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "domain/ticket_code.h"
#include "office/command.h"

namespace tanggap {
namespace {

struct Options {
  std::string code;
  std::string status_url;
  bool json = false;
};

const char* Explain(CodeFault fault) {
  switch (fault) {
    case CodeFault::kLength:
      return "a code has 12 signs, in groups of four: XXXX-XXXX-XXXX";
    case CodeFault::kSymbol:
      return "only digits and letters without U stand in a code";
    case CodeFault::kCheck:
      return "the signs don't fit together: one is wrong, or two are swapped";
  }
  return "";
}

const char* NameOf(CodeFault fault) {
  switch (fault) {
    case CodeFault::kLength:
      return "length";
    case CodeFault::kSymbol:
      return "symbol";
    case CodeFault::kCheck:
      return "check";
  }
  return "";
}

int Run(const Options& options) {
  // Typed or scanned alike: what a scanner types begins with TANGGAP: or the office's URL.
  CodeReading reading = ReadCode(options.code);
  if (!reading.code.has_value()) {
    const CodeReading scan = ReadScan(options.code, options.status_url);
    if (scan.code.has_value()) reading = scan;
  }
  if (options.json) {
    nlohmann::ordered_json json;
    json["ok"] = reading.code.has_value();
    if (reading.code.has_value()) {
      json["code"] = Grouped(*reading.code);
      json["qr"] = QrText(*reading.code, options.status_url);
    } else {
      json["fault"] = NameOf(reading.fault);
      json["explanation"] = Explain(reading.fault);
    }
    std::cout << json.dump() << '\n';
  } else if (reading.code.has_value()) {
    std::cout << Grouped(*reading.code) << '\n';
  } else {
    return Complain(std::string("not a ticket code: ") + Explain(reading.fault), kExitCheckFailed);
  }
  return reading.code.has_value() ? kExitOk : kExitCheckFailed;
}

}  // namespace

void AddCodeCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "code", "check that a ticket code is well-formed (not whether there is such a ticket)");
  command->add_option("code", options->code, "as typed or scanned, dashes and case don't matter")
      ->required();
  command->add_option("--status-url", options->status_url,
                      "the office's status page, for codes scanned as its address");
  command->add_flag("--json", options->json, "print JSON");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace tanggap
