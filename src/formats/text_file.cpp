#include "formats/text_file.h"

#include "formats/toml_table.h"

namespace tanggap {
namespace {

using formats::ProblemList;

void Collect(const toml::table& table, const std::string& prefix, Sentences& sentences,
             ProblemList& problems) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    if (const toml::table* inner = node.as_table()) {
      Collect(*inner, name + ".", sentences, problems);
      continue;
    }
    const auto* text = node.as_string();
    if (text == nullptr || text->get().empty()) {
      problems.Add(formats::LineOf(node), name + ": expected a sentence that isn't empty");
    } else if (!sentences.emplace(name, text->get()).second) {
      problems.Add(formats::LineOf(node), name + ": written twice, once with dots; expected once");
    }
  }
}

}  // namespace

Result<Sentences> ParseTexts(std::string_view toml, const std::string& file) {
  const Result<toml::table> parsed = formats::ParseToml(toml, file);
  if (!parsed.Ok()) return parsed.Problems();
  ProblemList problems(file);
  Sentences sentences;
  Collect(parsed.Value(), "", sentences, problems);
  if (!problems.Empty()) return problems.Sorted();
  return sentences;
}

Result<Sentences> ReadTextFile(const std::filesystem::path& path) {
  const Result<std::string> bytes = formats::ReadWhole(path.string());
  if (!bytes.Ok()) return bytes.Problems();
  return ParseTexts(bytes.Value(), path.string());
}

Result<Sentences> ReadLanguage(const std::filesystem::path& directory,
                               const std::string& language) {
  Sentences all;
  std::vector<Problem> problems;
  for (const char* part : {"", "desk-", "ticket-"}) {
    const std::filesystem::path path = directory / (part + language + ".toml");
    const Result<Sentences> read = ReadTextFile(path);
    if (!read.Ok()) {
      problems.insert(problems.end(), read.Problems().begin(), read.Problems().end());
      continue;
    }
    for (const auto& [key, sentence] : read.Value()) {
      if (!all.emplace(key, sentence).second) {
        problems.push_back({path.string(), 0, key + ": stands in another file too; expected once"});
      }
    }
  }
  if (!problems.empty()) return problems;
  return all;
}

Result<Sentences> WithSensitiveWords(Sentences words, const std::filesystem::path& directory,
                                     const std::string& language) {
  const std::filesystem::path path = directory / ("aman-" + language + ".toml");
  const Result<Sentences> other = ReadTextFile(path);
  if (!other.Ok()) return other.Problems();
  std::vector<Problem> problems;
  for (const auto& [key, sentence] : other.Value()) {
    const auto usual = words.find(key);
    if (usual == words.end())
      problems.push_back({path.string(), 0, "text \"" + key + "\" is used by no screen"});
    else
      usual->second = sentence;
  }
  if (!problems.empty()) return problems;
  return words;
}

}  // namespace tanggap
