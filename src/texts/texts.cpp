#include "texts/texts.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace tanggap {
namespace {

// Clang takes no deduction guide of so many arguments.
constexpr auto kKeys = std::to_array<std::string_view>({
#define TANGGAP_TEXT(name, key) std::string_view{key},
#include "texts/desk_texts.inc"
#include "texts/ticket_texts.inc"
#include "texts/visitor_texts.inc"
#undef TANGGAP_TEXT
});
constexpr std::size_t kDeskKeys = 0
#define TANGGAP_TEXT(name, key) +1
#include "texts/desk_texts.inc"
    ;
#undef TANGGAP_TEXT
constexpr std::size_t kTicketKeys = 0
#define TANGGAP_TEXT(name, key) +1
#include "texts/ticket_texts.inc"
    ;
#undef TANGGAP_TEXT

// A language's sentences stand in three files beside each other; whoever mends a key is sent to
// its own, whichever was named. A key of no screen belongs where its first word does.
std::string FileOf(const std::string& file, std::string_view key) {
  const auto slash = file.rfind('/') == std::string::npos ? 0 : file.rfind('/') + 1;
  std::string name = file.substr(slash);
  if (!name.ends_with(".toml")) return file;
  for (const std::string_view part : {"desk-", "ticket-"}) {
    if (name.starts_with(part)) name.erase(0, part.size());
  }
  const std::string_view first = key.substr(0, key.find('.') + 1);
  const auto like = std::ranges::find_if(
      kKeys, [&](std::string_view known) { return known == key || known.starts_with(first); });
  const auto at = static_cast<std::size_t>(like - kKeys.begin());
  const char* part = at < kDeskKeys ? "desk-" : at < kDeskKeys + kTicketKeys ? "ticket-" : "";
  return file.substr(0, slash) + part + name;
}

}  // namespace

std::string_view KeyOf(TextId id) {
  return kKeys[static_cast<std::size_t>(id)];
}

const std::vector<TextId>& AllTextIds() {
  static const std::vector<TextId> all = [] {
    std::vector<TextId> ids;
    for (std::size_t i = 0; i < kKeys.size(); ++i)
      ids.push_back(static_cast<TextId>(i));
    return ids;
  }();
  return all;
}

Result<Texts> Texts::Make(std::string language, std::string file,
                          const std::map<std::string, std::string, std::less<>>& words) {
  std::vector<Problem> problems;
  Texts texts;
  texts.language_ = std::move(language);
  for (const std::string_view key : kKeys) {
    const auto found = words.find(key);
    if (found == words.end() || found->second.empty()) {
      problems.push_back({FileOf(file, key), 0, "missing text \"" + std::string(key) + "\""});
      texts.sentences_.emplace_back();
    } else {
      texts.sentences_.push_back(found->second);
    }
  }
  for (const auto& [key, sentence] : words) {
    if (std::ranges::find(kKeys, key) == kKeys.end()) {
      problems.push_back(
          {FileOf(file, key), 0, "text \"" + key + "\" is used by no screen; remove it"});
    }
  }
  if (!problems.empty()) return problems;
  return texts;
}

const std::string& Texts::operator[](TextId id) const {
  const auto index = static_cast<std::size_t>(id);
  assert(index < sentences_.size());
  return sentences_[index];
}

std::string Texts::Format(
    TextId id, std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
  const std::string_view text = (*this)[id];
  std::string words;
  // Once through the sentence: a visitor's own "{n}" among the values is never replaced in turn.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    const std::size_t end = open == std::string_view::npos ? open : text.find('}', open);
    if (end == std::string_view::npos) return words.append(text.substr(at));
    words.append(text.substr(at, open - at));
    const std::string_view hole = text.substr(open + 1, end - open - 1);
    const std::string_view name = hole.substr(0, hole.find('?'));
    const auto value = std::ranges::find(values, name, [](const auto& one) { return one.first; });
    if (value == values.end()) {
      words.append(text.substr(open, end + 1 - open));
    } else if (name == hole) {
      words.append(value->second);
    } else {
      const std::string_view forms = hole.substr(name.size() + 1);
      const std::size_t bar = std::min(forms.find('|'), forms.size());
      words.append(value->second == "1" ? forms.substr(0, bar)
                                        : forms.substr(std::min(bar + 1, forms.size())));
    }
    at = end + 1;
  }
  return words;
}

const std::string& Texts::ByKey(std::string_view key) const {
  static const std::string none;
  const auto found = std::ranges::find(kKeys, key);
  if (found == kKeys.end()) return none;
  return sentences_[static_cast<std::size_t>(found - kKeys.begin())];
}

}  // namespace tanggap
