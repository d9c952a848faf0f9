#include "formats/office_file.h"

#include <algorithm>
#include <utility>

#include "formats/decree_file.h"
#include "formats/holidays_file.h"
#include "formats/office_parts.h"
#include "formats/phrases_file.h"
#include "formats/toml_table.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;
using formats::ProblemList;
using formats::Table;

void LoadDecree(Table& root, OfficeFile& file, ProblemList& problems) {
  file.office.decree_file = root.Text("decree");
  file.office.phrases_file = root.TextOr("phrases", "");
  if (file.office.decree_file.empty()) return;
  file.decree_path = (file.directory / file.office.decree_file).lexically_normal();
  Result<Decree> decree = ReadDecreeFile(file.decree_path);
  if (!decree.Ok()) {
    problems.Take(decree.Problems());
    return;
  }
  file.decree = std::move(decree).Value();
  if (file.office.phrases_file.empty()) return;
  file.phrases_path = (file.directory / file.office.phrases_file).lexically_normal();
  Result<std::vector<Phrase>> phrases = ReadPhrasesFile(file.phrases_path, file.decree);
  if (!phrases.Ok()) {
    problems.Take(phrases.Problems());
    return;
  }
  file.office.phrases = std::move(phrases).Value();
}

void LoadHolidays(const std::vector<std::string>& names, OfficeFile& file, ProblemList& problems) {
  for (const std::string& name : names) {
    file.holiday_paths.push_back((file.directory / name).lexically_normal());
    Result<std::map<Day, std::string>> days = ReadHolidaysFile(file.holiday_paths.back());
    if (!days.Ok()) {
      problems.Take(days.Problems());
      continue;
    }
    file.office.calendar.closed.merge(std::move(days).Value());
  }
}

// The reading by whole days needs bounds in whole days, which the decree file gives or not.
void CheckReading(Table& root, const OfficeFile& file) {
  if (file.office.policies.lateness != LatenessReading::kWholeDays) return;
  const bool missing = std::ranges::any_of(file.decree.cells, [](const DecreeCell& cell) {
    return cell.lateness.has_value() && cell.lateness->whole_from == 0;
  });
  if (missing) {
    root.Report("policies", "lateness = \"longgar\" needs whole_from in every cell of " +
                                file.decree_path.string() + " that has over");
  }
}

}  // namespace

Result<OfficeFile> ReadOfficeFile(const fs::path& office_toml) {
  const Result<std::string> bytes = formats::ReadWhole(office_toml.string());
  if (!bytes.Ok()) return bytes.Problems();
  const Result<toml::table> parsed = formats::ParseToml(bytes.Value(), office_toml.string());
  if (!parsed.Ok()) return parsed.Problems();
  ProblemList problems(office_toml.string());
  Table root(parsed.Value(), "office", problems);
  constexpr std::int64_t kFormat = 1;
  constexpr std::int64_t kLargestFormat = 1'000'000;
  if (root.Whole("format", 1, kLargestFormat) > kFormat) {
    root.Report("format", "this program reads format 1; update the program");
  }
  OfficeFile file;
  file.directory = office_toml.parent_path();
  formats::ReadIdentity(root, file.office);
  formats::ReadServices(root, file.office);
  formats::ReadHours(root, file.office);
  const std::vector<std::string> holidays = formats::ReadCalendar(root, file.office);
  formats::ReadDevices(root, file.office);
  formats::ReadPolicies(root, file.office);
  formats::ReadSensitive(root, file.office);
  LoadDecree(root, file, problems);
  LoadHolidays(holidays, file, problems);
  CheckReading(root, file);
  root.Finish();
  if (!problems.Empty()) return problems.Sorted();
  return file;
}

}  // namespace tanggap
