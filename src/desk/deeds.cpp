// Deeds of a few words: correcting times and notes, referring, withdrawing, reopening, taking a
// proposal back.
#include <algorithm>
#include <array>
#include <cctype>
#include <ranges>

#include "desk/drafts.h"

namespace tanggap::desk {
namespace {

bool Blank(const std::string& words) {
  return words.find_first_not_of(" \n") == std::string::npos;
}

std::string Trimmed(const std::string& words) {
  const std::size_t from = words.find_first_not_of(" \n");
  if (from == std::string::npos) return {};
  return words.substr(from, words.find_last_not_of(" \n") - from + 1);
}

bool IsTheAct(const Act& act, RecordType type) {
  return act.type == type && !act.refused;
}

void WriteTimes(Draft& draft, const DeedBox& box, const Zone& zone) {
  constexpr std::array kNames{"declared_complete", "finished"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (const auto at = TypedTime(box.words[i], zone)) draft.facts[kNames[i]] = ToMillis(*at);
  }
}

// Orders about the case's data. A restriction or a hold that stands is ended by the next one.
Draft DataDraft(const OpenCase& open, const DeedBox& box) {
  if (box.duty == Duty::kErase) return ErasureOf(open.holds, ToErase(open, box.choice));
  if (box.duty == Duty::kHold)
    return DataOrder(RecordType::kLegalHold, open.file.id, !open.holds.on);
  return DataOrder(RecordType::kRestricted, open.file.id, !open.file.restricted);
}

}  // namespace

DeedShape ShapeOf(Duty duty) {
  switch (duty) {
    case Duty::kTimes:
      return {3, true, 0};
    case Duty::kRefer:
    case Duty::kCorrect:
      return {2, false, 0};
    case Duty::kWithdraw:
    case Duty::kErase:
      return {1, false, 2};
    default:
      return {1, false, 0};
  }
}

std::optional<Instant> TypedTime(const std::string& words, const Zone& zone) {
  std::array<int, 5> numbers{};
  std::size_t count = 0;
  bool inside = false;
  for (const char c : words) {
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (!digit && std::string_view(" /.-:").find(c) == std::string_view::npos) return std::nullopt;
    if (digit && !inside && ++count > numbers.size()) return std::nullopt;
    if (digit) {
      int& number = numbers[count - 1];
      number = (number * 10) + (c - '0');
      if (number > 9999) return std::nullopt;
    }
    inside = digit;
  }
  if (count != numbers.size()) return std::nullopt;
  const auto [day, month, year, hour, minute] = numbers;
  const Day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                 std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || year < 2000 || hour > 23 || minute > 59) return std::nullopt;
  return FromLocal({date, hour, minute, 0}, zone);
}

bool Complete(const Premises& premises, const DeedBox& box, Instant now) {
  const DeedShape shape = ShapeOf(box.duty);
  if (Blank(box.words[shape.words - 1])) return false;
  if (!shape.times_first)
    return std::ranges::none_of(box.words | std::views::take(shape.words), Blank);
  std::vector<Instant> times;
  for (const std::string& words : box.words | std::views::take(shape.words - 1)) {
    if (Blank(words)) continue;
    const auto at = TypedTime(words, premises.office.zone);
    if (!at || *at > now) return false;
    times.push_back(*at);
  }
  return !times.empty() && std::ranges::is_sorted(times);
}

std::vector<Draft> DeedDrafts(const Premises& premises, const OpenCase& open, const DeedBox& box,
                              std::vector<RecordId>& fresh) {
  DraftChain chain(open.file, fresh);
  const std::string first = Trimmed(box.words[0]);
  switch (box.duty) {
    case Duty::kTimes: {
      Draft& times = chain.Add(RecordType::kDataCompleted);
      WriteTimes(times, box, premises.office.zone);
      times.content["text"] = Trimmed(box.words[2]);
      break;
    }
    case Duty::kRefer: {
      Draft& referred = chain.Add(RecordType::kReferred);
      referred.facts["to"] = first;
      if (open.file.refer) referred.facts["mandatory"] = true;
      referred.content["reason"] = Trimmed(box.words[1]);
      break;
    }
    case Duty::kReopen: {
      Draft& reopened = chain.Add(RecordType::kReopened);
      reopened.facts["cause"] = "office";
      reopened.content["reason"] = first;
      break;
    }
    case Duty::kWithdraw: {
      Draft& withdrawn = chain.Add(RecordType::kWithdrawn);
      withdrawn.facts["way"] = "letter";
      withdrawn.facts["asked_to"] = box.choice == 0 ? "no" : "yes";
      withdrawn.content["reason"] = first;
      break;
    }
    case Duty::kReturn: {
      Draft& taken = chain.Add(RecordType::kStatementWithdrawn);
      taken.facts["record"] = ToHex(box.about);
      taken.content["reason"] = first;
      break;
    }
    case Duty::kCorrect: {
      Draft& taken = chain.Add(RecordType::kStatementWithdrawn);
      taken.facts["record"] = ToHex(box.about);
      taken.content["reason"] = Trimmed(box.words[1]);
      chain.Add(RecordType::kNote).content["text"] = first;
      break;
    }
    case Duty::kRestrict:
    case Duty::kHold:
    case Duty::kErase: {
      std::vector<Draft> drafts{DataDraft(open, box)};
      drafts.front().id = fresh.front();
      fresh.erase(fresh.begin());
      drafts.front().content["reason"] = first;
      return drafts;
    }
    default:
      break;
  }
  return chain.Take();
}

bool NamesSomething(const OpenCase& open, const DeedBox& box) {
  return box.duty != Duty::kErase || !ToErase(open, box.choice).empty();
}

List ToErase(const OpenCase& open, std::size_t choice) {
  return BodiesToErase(open.kept, choice == 0 ? "ci" : "i");
}

std::optional<RecordId> LastProposal(const OpenCase& open) {
  for (const Act& act : std::views::reverse(open.file.acts)) {
    if (IsTheAct(act, RecordType::kProposed) && !open.taken_back.contains(act.record))
      return act.record;
  }
  return std::nullopt;
}

std::optional<RecordId> OwnNote(const OpenCase& open, const PersonId& person) {
  for (const Act& act : std::views::reverse(open.file.acts)) {
    if (IsTheAct(act, RecordType::kNote) && act.by == person &&
        !open.taken_back.contains(act.record))
      return act.record;
  }
  return std::nullopt;
}

std::optional<RemedyItem> Addition(const Premises& premises, const std::vector<RemedyItem>& lines) {
  const DecreeRemedy* remedy = premises.decree.Find(premises.decree.apology_outside);
  if (remedy == nullptr) return std::nullopt;
  const bool given = std::ranges::any_of(
      lines, [&](const RemedyItem& item) { return item.id == remedy->id && !item.outside_matrix; });
  if (given) return std::nullopt;
  RemedyItem item;
  item.id = remedy->id;
  item.beneficiary = remedy->beneficiary;
  item.outside_matrix = true;
  return item;
}

}  // namespace tanggap::desk
