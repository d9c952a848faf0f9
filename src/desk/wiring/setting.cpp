#include "desk/wiring/setting.h"

#include <utility>

#include "folder/rosters.h"
#include "formats/office_file.h"
#include "formats/text_file.h"
#include "platform/assets.h"

namespace tanggap::desk {
namespace {

namespace fs = std::filesystem;

Result<Texts> ReadTexts(const fs::path& folder, const std::string& language) {
  Sentences words;
  std::string file;
  for (const std::string& name : {"ticket-" + language, language, "desk-" + language}) {
    const fs::path path = folder / (name + ".toml");
    auto read = ReadTextFile(path);
    if (!read) return read.Problems();
    words.merge(read.Value());
    file = path.string();
  }
  return Texts::Make(language, file, words);
}

// "Lobi 1" where the office gives the device a place, else its own name.
std::map<NodeId, std::string> DevicesOf(const Office& office, const Roster& roster) {
  std::map<NodeId, std::string> devices;
  for (const RosterNode& node : roster.nodes) {
    const auto place = office.device_places.find(node.name);
    devices[node.id] = place == office.device_places.end() ? node.name : place->second;
  }
  return devices;
}

}  // namespace

Result<Setting> ReadSetting(const Options& options) {
  std::error_code error;
  const fs::path data = fs::absolute(options.data).lexically_normal();
  if (!fs::is_directory(data, error))
    return Problem{data.string(), 0, "no such directory; `tanggap office init` makes one"};
  auto office = ReadOfficeFile(data.parent_path() / "office.toml");
  if (!office) return office.Problems();
  const auto assets = FindAssets(ExecutableFile());
  if (!assets) return Problem{"assets", 0, "not found; reinstall the program"};
  std::vector<Texts> languages;
  for (const char* language : {"id", "en"}) {
    auto texts = ReadTexts(*assets / "text", language);
    if (!texts) return texts.Problems();
    languages.push_back(std::move(texts.Value()));
  }
  auto key = ReadNodeKey(data / "node.key");
  if (!key) return key.Problems();
  const fs::path replica = data / "replica";
  RosterReading rosters = ReadRosters(replica, key.Value().Office(), key.Value().root);
  if (!rosters.newest) {
    if (!rosters.problems.empty()) return rosters.problems;
    return Problem{replica.string(), 0, "holds no roster; run `tanggap sync` first"};
  }
  OfficeFile& file = office.Value();
  Premises premises{
      std::move(file.office), std::move(file.decree), {}, std::move(languages), data.string()};
  premises.devices = DevicesOf(premises.office, *rosters.newest);
  return Setting{
      std::move(premises),       data, replica, *assets / "icons", std::move(key.Value()),
      std::move(*rosters.newest)};
}

FoldRules RulesOf(const Office& office, const Roster& roster) {
  FoldRules rules;
  for (const RosterPerson& person : roster.people) {
    if (!person.removed) rules.roles[person.id] = person.role;
    if (!person.was.empty()) rules.past[person.id] = PastTermsOf(person);
  }
  rules.light_open_days = office.policies.first_response_days;
  rules.completion_days = office.policies.completion_days;
  rules.calendar = office.calendar;
  rules.urgent_people = office.sensitive.urgent_people;
  rules.safe_contact_only = office.sensitive.active;
  return rules;
}

std::string RulesVersion(const Premises& premises, const Roster& roster) {
  std::string version =
      premises.decree.Reference() + "/" + std::to_string(roster.number) + "/" + roster.hash;
  for (const PersonId& person : premises.office.sensitive.urgent_people)
    version += "/" + person.value;
  return version;
}

std::string GlyphsOf(const Setting& setting) {
  std::string glyphs = "0123456789•…→←↑↓−–·“”×";
  for (const Texts& texts : setting.premises.languages) {
    for (const TextId id : AllTextIds())
      glyphs += texts[id];
  }
  for (const DecreeCell& cell : setting.premises.decree.cells)
    glyphs += cell.condition;
  return glyphs;
}

}  // namespace tanggap::desk
