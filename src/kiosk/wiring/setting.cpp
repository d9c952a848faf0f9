#include "kiosk/wiring/setting.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "folder/rosters.h"
#include "formats/office_file.h"
#include "formats/text_file.h"
#include "ledger/staff_desk.h"
#include "platform/assets.h"

namespace tanggap::kiosk {
namespace {

namespace fs = std::filesystem;

Result<Texts> ReadTexts(const fs::path& folder, const std::string& language, bool sensitive) {
  Sentences words;
  std::string file;
  for (const std::string& name : {"ticket-" + language, "desk-" + language, language}) {
    const fs::path path = folder / (name + ".toml");
    auto read = ReadTextFile(path);
    if (!read) return read.Problems();
    words.merge(read.Value());
    file = path.string();
  }
  if (!sensitive) return Texts::Make(language, file, words);
  const auto other = WithSensitiveWords(std::move(words), folder, language);
  if (!other) return other.Problems();
  return Texts::Make(language, file, other.Value());
}

// The asked language first, then the office's in its order.
std::vector<std::string> LanguagesOf(const Office& office, const std::string& first) {
  std::vector<std::string> languages = office.languages;
  if (languages.empty()) languages = {"id"};
  if (!first.empty()) {
    std::erase(languages, first);
    languages.insert(languages.begin(), first);
  }
  return languages;
}

// Smaller glass can't hold every control at 20 mm.
std::optional<Problem> TooSmall(const Panel& panel, const std::string& file) {
  constexpr double kShort = 190;  // of a 15.6" panel
  constexpr double kLong = 300;   // of a 15" XGA panel
  const double narrow = std::min(panel.width_mm, panel.height_mm);
  const double wide = std::max(panel.width_mm, panel.height_mm);
  const bool portrait = panel.height_mm > panel.width_mm;
  if (narrow >= kShort && wide >= (portrait ? 340 : kLong)) return std::nullopt;
  return Problem{
      file, 0,
      "the panel is too small for a kiosk: at least 190 x 340 mm upright or 300 x 190 mm "
      "lying; give its real size in [panel] or with --panel-mm"};
}

Result<std::vector<Texts>> ReadLanguages(const fs::path& folder,
                                         const std::vector<std::string>& languages,
                                         bool sensitive) {
  std::vector<Texts> read;
  for (const std::string& language : languages) {
    auto texts = ReadTexts(folder, language, sensitive);
    if (!texts) return texts.Problems();
    read.push_back(std::move(texts.Value()));
  }
  return read;
}

}  // namespace

Result<Setting> ReadSetting(const Options& options) {
  std::error_code error;
  const fs::path data = fs::absolute(options.data).lexically_normal();
  if (!fs::is_directory(data, error))
    return Problem{data.string(), 0, "no such directory; `tanggap office init` makes one"};
  const fs::path office_toml = data.parent_path() / "office.toml";
  auto office = ReadOfficeFile(office_toml);
  if (!office) return office.Problems();
  OfficeFile& file = office.Value();
  if (options.panel_mm) {
    file.office.panel.width_mm = options.panel_mm->width;
    file.office.panel.height_mm = options.panel_mm->height;
  }
  if (auto problem = TooSmall(file.office.panel, office_toml.string())) return *problem;
  const auto assets = FindAssets(ExecutableFile());
  if (!assets) return Problem{"assets", 0, "not found; reinstall the program"};
  auto languages = ReadLanguages(*assets / "text", LanguagesOf(file.office, options.language),
                                 file.office.sensitive.active);
  if (!languages) return languages.Problems();
  auto key = ReadNodeKey(data / "node.key");
  if (!key) return key.Problems();
  const fs::path replica = data / "replica";
  RosterReading rosters = ReadRosters(replica, key.Value().Office(), key.Value().root);
  if (!rosters.newest) {
    if (!rosters.problems.empty()) return rosters.problems;
    return Problem{replica.string(), 0, "holds no roster; run `tanggap sync` first"};
  }
  ui::Bitmap logo;
  if (!file.office.logo.empty()) {
    const fs::path picture = office_toml.parent_path() / file.office.logo;
    logo = ui::LoadPng(1, picture.c_str());
    if (logo.Empty())
      return Problem{office_toml.string(), 0,
                     "the logo " + picture.string() + " is missing or no PNG picture"};
  }
  const auto pin = ReadStaffPin(data / "staff.pin");
  if (!pin) return pin.Problems();
  return Setting{Context{std::move(file.office), std::move(file.decree),
                         std::move(languages.Value()), !pin.Value().empty()},
                 data,
                 replica,
                 *assets / "icons",
                 data.filename().string(),
                 std::move(key.Value()),
                 std::move(*rosters.newest),
                 std::move(logo),
                 pin.Value()};
}

std::string GlyphsOf(const Context& context) {
  std::string glyphs = "0123456789•…";
  for (const Texts& texts : context.languages) {
    for (const TextId id : AllTextIds())
      glyphs += texts[id];
  }
  return glyphs;
}

}  // namespace tanggap::kiosk
