// What an office writes itself: decree, phrases, texts, holidays, and the office file.
#include <filesystem>
#include <fstream>
#include <string>

#include "formats/decree_file.h"
#include "formats/holidays_file.h"
#include "formats/office_file.h"
#include "formats/phrases_file.h"
#include "formats/text_file.h"
#include "fuzz/fuzz.h"
#include "support/places.h"
#include "texts/texts.h"

using namespace tanggap;

namespace {

namespace fs = std::filesystem;

// An office file names others beside it, so it needs a place of its own among them.
class Place {
 public:
  Place() : directory_(fs::temp_directory_path() / "tanggap-fuzz-XXXXXX") {
    std::string name = directory_.string();
    fuzz::Require(mkdtemp(name.data()) != nullptr, "a temporary directory can be made");
    directory_ = name;
    const fs::path source = SourceDir();
    fs::create_directories(directory_ / "kiosk-config" / "offices");
    fs::create_directory_symlink(source / "assets", directory_ / "assets");
    for (const auto& entry : fs::directory_iterator(source / "kiosk-config")) {
      if (entry.path().filename() != "offices")
        fs::create_symlink(entry.path(), directory_ / "kiosk-config" / entry.path().filename());
    }
  }
  ~Place() { fs::remove_all(directory_); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  [[nodiscard]] fs::path Write(std::string_view bytes) const {
    const fs::path file = directory_ / "kiosk-config" / "offices" / "office.toml";
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }

 private:
  fs::path directory_;
};

// Sentences that an office put in the place of others, shown with a value.
void UseTexts(std::string_view bytes) {
  static const Sentences usual = ReadLanguage(SourceDir() / "assets/text", "id").Value();
  Result<Sentences> read = ParseTexts(bytes, "id.toml");
  fuzz::RequireReason(read, "id.toml");
  if (!read.Ok()) return;
  Sentences words = usual;
  for (auto& [key, sentence] : read.Value()) {
    if (const auto known = words.find(key); known != words.end()) known->second = sentence;
  }
  const Result<Texts> texts = Texts::Make("id", "id.toml", words);
  fuzz::RequireReason(texts, "id.toml");
  if (!texts.Ok()) return;
  for (const auto& [key, sentence] : read.Value())
    fuzz::Require(texts.Value().ByKey(key).empty() || texts.Value().ByKey(key) == sentence,
                  "a sentence is shown as it is written");
  for (const TextId id : AllTextIds())
    static_cast<void>(texts.Value().Format(id, {{"n", "{n}"}, {"office", "Dinas"}}));
}

// Another office's file as the template of a new one.
void UseTemplate(const fs::path& file) {
  const NewOffice wish{"Dinas \"Lain\"", "decree.toml", "phrases.toml", {"holidays.ics"}, true};
  const Result<std::string> made = OfficeFromTemplate(file, wish);
  fuzz::RequireReason(made, file.string());
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Place place;
  static const Decree decree =
      ReadDecreeFile(SourceDir() / "assets/decrees/lembata-dinas-pendidikan-2024.toml").Value();
  std::string_view bytes = fuzz::TextOf(data, size);
  switch (fuzz::TakeChoice(bytes, 6)) {
    case 0:
      fuzz::RequireReason(ParseDecree(bytes, "decree.toml"), "decree.toml");
      break;
    case 1:
      UseTexts(bytes);
      break;
    case 2:
      fuzz::RequireReason(ParseHolidays(bytes, "holidays.ics"), "holidays.ics");
      break;
    case 3:
      fuzz::RequireReason(ParsePhrases(bytes, "phrases.toml", decree), "phrases.toml");
      break;
    case 4:
      fuzz::RequireReason(ReadOfficeFile(place.Write(bytes)), ".");
      break;
    default:
      UseTemplate(place.Write(bytes));
      break;
  }
  return 0;
}
