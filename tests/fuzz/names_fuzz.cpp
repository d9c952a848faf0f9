// Names in the folder: what is accepted is exactly what would be written.
#include "folder/names.h"
#include "fuzz/fuzz.h"

using namespace tanggap;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::TextOf(data, size);
  if (const auto name = ReadSegmentName(text)) fuzz::Require(Write(*name) == text, "one name each");
  if (const auto name = ReadBoxName(text)) fuzz::Require(Write(*name) == text, "one name each");
  if (const auto name = ReadRosterName(text)) fuzz::Require(Write(*name) == text, "one name each");
  static_cast<void>(IsBeatName(text) || IsTemporaryName(text) || IsMonthName(text));
  if (const auto name = ReadTreeName(std::filesystem::path(std::string(text)))) {
    fuzz::Require(text.find("..") == std::string_view::npos, "no way out of the tree");
    fuzz::Require(name->file.size() <= kMaxNameBytes, "a name is bounded");
  }
  return 0;
}
