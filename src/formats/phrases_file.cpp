#include "formats/phrases_file.h"

#include <algorithm>
#include <set>

#include "formats/toml_table.h"

namespace tanggap {
namespace {

using formats::ProblemList;
using formats::Table;

Phrase ReadPhrase(Table table, const Decree& decree) {
  Phrase phrase;
  phrase.id = PhraseId{table.Identifier("id")};
  table.SetWhere("[[phrase]] \"" + phrase.id.value + "\"");
  phrase.aspect = AspectId{table.Identifier("aspect")};
  if (!phrase.aspect.Empty() && decree.Find(phrase.aspect) == nullptr) {
    table.Report("aspect", "the decree has no aspect \"" + phrase.aspect.value + "\"");
  }
  phrase.text = table.RequiredLabels("text");
  phrase.counter_may_read = table.FlagOr("counter_may_read", false);
  phrase.always_first = table.FlagOr("always_first", false);
  for (const std::string& word : table.TextsOr("suggests")) {
    const DecreeFact* fact = decree.Find(FactId{word});
    if (fact == nullptr) {
      table.Report("suggests", "the decree has no fact \"" + word + "\"");
    } else if (!fact->aspects.empty() &&
               std::ranges::find(fact->aspects, phrase.aspect) == fact->aspects.end()) {
      table.Report("suggests", "the fact \"" + word + "\" isn't one of this aspect");
    }
    phrase.suggests.emplace_back(word);
  }
  if (phrase.counter_may_read && phrase.always_first) {
    table.Report("counter_may_read", "expected false, because always_first marks a grave phrase");
  }
  table.Finish();
  return phrase;
}

}  // namespace

Result<std::vector<Phrase>> ParsePhrases(std::string_view toml, const std::string& file,
                                         const Decree& decree) {
  const Result<toml::table> parsed = formats::ParseToml(toml, file);
  if (!parsed.Ok()) return parsed.Problems();
  ProblemList problems(file);
  Table root(parsed.Value(), "phrases", problems);
  constexpr std::int64_t kLargestFormat = 1;
  static_cast<void>(root.Whole("format", 1, kLargestFormat));
  const std::string id = root.Text("decree");
  if (!id.empty() && id != decree.id) {
    root.Report("decree", "expected \"" + decree.id + "\", the decree that the office uses");
  }
  std::vector<Phrase> phrases;
  std::set<PhraseId> seen;
  root.Each("phrase", [&](Table table) {
    const int line = table.Line();
    Phrase phrase = ReadPhrase(std::move(table), decree);
    if (!phrase.id.Empty() && !seen.insert(phrase.id).second) {
      problems.Add(line, "[[phrase]] \"" + phrase.id.value + "\": written twice; expected once");
    }
    phrases.push_back(std::move(phrase));
  });
  root.Finish();
  if (!problems.Empty()) return problems.Sorted();
  return phrases;
}

Result<std::vector<Phrase>> ReadPhrasesFile(const std::filesystem::path& path,
                                            const Decree& decree) {
  const Result<std::string> bytes = formats::ReadWhole(path.string());
  if (!bytes.Ok()) return bytes.Problems();
  return ParsePhrases(bytes.Value(), path.string(), decree);
}

}  // namespace tanggap
