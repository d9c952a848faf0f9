// A new office.toml from a complete example: the same text with the new office's own lines.
#include <algorithm>
#include <map>
#include <sstream>

#include "formats/office_file.h"
#include "formats/toml_table.h"

namespace tanggap {
namespace {

constexpr std::size_t kShortNameBytes = 24;
constexpr std::size_t kWideColumns = 48;
constexpr std::size_t kNarrowColumns = 32;
constexpr std::size_t kHeadLines = 2;  // below the government's own line

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return quoted + "\"";
}

std::string QuotedList(const std::vector<std::string>& texts) {
  std::string list = "[";
  for (const std::string& text : texts)
    list += (list.size() == 1 ? "" : ", ") + Quoted(text);
  return list + "]";
}

// Capitals for the ticket's head; what ASCII can't say becomes a space.
std::string Capitals(std::string_view text) {
  std::string capitals;
  for (const char c : text) {
    const bool lower = c >= 'a' && c <= 'z';
    const bool plain = c >= ' ' && c <= '~';
    capitals += lower ? static_cast<char>(c - 'a' + 'A') : (plain ? c : ' ');
  }
  return capitals;
}

// Whole words in lines of at most `columns`; words longer than a line are cut.
std::vector<std::string> Wrapped(const std::string& text, std::size_t columns) {
  std::vector<std::string> lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (word.size() > columns) {
      word.resize(columns);
      while (!word.empty() && static_cast<unsigned char>(word.back()) >= 0x80U)
        word.pop_back();  // never half a UTF-8 character
    }
    if (!lines.empty() && lines.back().size() + 1 + word.size() <= columns) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

std::string ShortName(const std::string& name) {
  const std::vector<std::string> lines = Wrapped(name, kShortNameBytes);
  std::string first = lines.empty() ? name : lines.front();
  while (!first.empty() && (first.back() == ',' || first.back() == '-'))
    first.pop_back();
  return first;
}

std::vector<std::string> TicketHead(const std::string& government, const NewOffice& office,
                                    std::size_t columns) {
  std::vector<std::string> lines = Wrapped(Capitals(office.name), columns);
  if (lines.size() > kHeadLines) lines.resize(kHeadLines);
  const std::vector<std::string> above = Wrapped(Capitals(government), columns);
  if (!above.empty()) lines.insert(lines.begin(), above.front());
  return lines;
}

}  // namespace

Result<std::string> OfficeFromTemplate(const std::filesystem::path& template_toml,
                                       const NewOffice& office) {
  const Result<std::string> bytes = formats::ReadWhole(template_toml.string());
  if (!bytes.Ok()) return bytes.Problems();
  const Result<toml::table> parsed = formats::ParseToml(bytes.Value(), template_toml.string());
  if (!parsed.Ok()) return parsed.Problems();
  const std::string government = parsed.Value()["government"].value_or(std::string{});
  std::map<std::string, std::string> lines{{"decree", Quoted(office.decree)},
                                           {"phrases", Quoted(office.phrases)},
                                           {"holidays", QuotedList(office.holidays)}};
  // The template's own office keeps the short name and heads that somebody chose for it.
  if (office.name != parsed.Value()["name"].value_or(std::string{})) {
    lines["name"] = Quoted(office.name);
    lines["short_name"] = Quoted(ShortName(office.name));
    lines["letterhead"] = QuotedList({Capitals(government), Capitals(office.name)});
    lines["ticket_head_48"] = QuotedList(TicketHead(government, office, kWideColumns));
    lines["ticket_head_32"] = QuotedList(TicketHead(government, office, kNarrowColumns));
  }
  if (office.at_once) {
    lines["segment_close_s"] = "0";
    lines["status_every_s"] = "0";
  }
  std::istringstream in(bytes.Value());
  std::string text;
  bool in_head = true;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('[')) in_head = false;
    const std::string key = line.substr(0, line.find(" ="));
    const auto found = lines.find(key);
    const bool anywhere = key == "holidays" || key == "segment_close_s" || key == "status_every_s";
    const bool replace = found != lines.end() && (in_head || anywhere);
    text += replace ? key + " = " + found->second + "\n" : line + "\n";
    if (replace) lines.erase(found);
  }
  std::vector<Problem> problems;
  for (const auto& [key, value] : lines) {
    problems.push_back({template_toml.string(), 0, "expected the line \"" + key + " = …\""});
  }
  if (!problems.empty()) return problems;
  const Result<toml::table> made = formats::ParseToml(text, "office.toml");
  if (!made.Ok()) return made.Problems();
  return text;
}

}  // namespace tanggap
