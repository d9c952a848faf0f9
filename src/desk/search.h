// What a list is narrowed to: filters, and the tokens of a search ("tingkat:berat sejak:1nov").
// Pure; the session, the runner and the screens share it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "desk/state.h"

namespace tanggap::desk {

// A search as typed, taken apart. Tokens are understood in both languages: tingkat/grade,
// layanan/service, petugas/officer, kios/kiosk, sejak/since. What none of them fits stays a word.
struct Query {
  std::string words;
  Filter filter;
  bool operator==(const Query&) const = default;
};
[[nodiscard]] Query ReadQuery(const Premises& premises, std::span<const Person> people,
                              const std::string& typed, Day today);

// Whether a row passes. `summary.severity` may be the engine's proposal.
[[nodiscard]] bool Passes(const Filter& filter, const CaseSummary& summary, const Zone& zone);

// "K7QF" of "k7qf-": the signs of a code, whole or its beginning; empty when it can be none.
[[nodiscard]] std::string AsCode(const std::string& typed);

// One thing that a part of the filter can be set to.
struct FilterChoice {
  std::string label;
  Filter set;  // only this part
  bool operator==(const FilterChoice&) const = default;
};
// All that a part can be set to, the first one being "everything"; `typed` narrows by the beginning
// of any word of the label.
[[nodiscard]] std::vector<FilterChoice> ChoicesOf(const Premises& premises, const State& state,
                                                  FilterPart part, const std::string& typed);
// Puts `from`'s part into the filter.
void SetPart(Filter& filter, FilterPart part, const Filter& from);
[[nodiscard]] bool HasPart(const Filter& filter, FilterPart part);
// "semua", "Berat": what a part is set to.
[[nodiscard]] std::string LabelOf(const Premises& premises, const State& state,
                                  const Filter& filter, FilterPart part);

// Letters alone, small, for comparing what people type.
[[nodiscard]] std::string Folded(std::string_view text);
// Whether any word of `text` begins with what was typed.
[[nodiscard]] bool BeginsAWord(std::string_view text, std::string_view typed);

}  // namespace tanggap::desk
