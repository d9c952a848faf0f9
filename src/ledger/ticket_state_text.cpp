// The text inside a status capsule: at most 511 bytes of strict JSON.
#include <algorithm>
#include <array>

#include "formats/strict_json.h"
#include "ledger/ticket_secret.h"

namespace tanggap {
namespace {

constexpr std::size_t kMaxStateText = 511;

struct StageName {
  TicketStage stage;
  std::string_view name;
};
constexpr std::array kStages{
    StageName{TicketStage::kReceived, "received"}, StageName{TicketStage::kExamined, "examined"},
    StageName{TicketStage::kDecided, "decided"},   StageName{TicketStage::kDelivered, "delivered"},
    StageName{TicketStage::kDone, "done"},
};

struct SideName {
  TicketSide side;
  std::string_view name;
};
constexpr std::array kSides{
    SideName{TicketSide::kNone, "none"},           SideName{TicketSide::kWaitingForData, "data"},
    SideName{TicketSide::kSuspended, "suspended"}, SideName{TicketSide::kReferred, "referred"},
    SideName{TicketSide::kWithdrawn, "withdrawn"}, SideName{TicketSide::kConflict, "conflict"},
};

std::string Written(const TicketState& state) {
  Fields fields{
      {"stage", std::string{std::ranges::find(kStages, state.stage, &StageName::stage)->name}},
      {"since", IsoDay(state.since)},
      {"up", IsoDay(state.updated)}};
  if (state.side != TicketSide::kNone)
    fields["side"] = std::string{std::ranges::find(kSides, state.side, &SideName::side)->name};
  if (state.due) fields["due"] = IsoDay(*state.due);
  if (!state.sentences.empty()) fields["say"] = ToList(state.sentences);
  if (!state.remedies.empty()) fields["rem"] = ToList(state.remedies);
  std::vector<std::string> days;
  for (const Day& day : state.reached)
    days.push_back(day == Day{} ? std::string() : IsoDay(day));
  if (!days.empty()) fields["at"] = ToList(days);
  return WriteStrict(fields);
}

}  // namespace

std::string WriteTicketState(const TicketState& state) {
  std::string text = Written(state);
  TicketState shorter = state;
  if (text.size() > kMaxStateText) {
    shorter.reached.clear();  // The path may do without its dates; sentences may not.
    text = Written(shorter);
  }
  while (text.size() > kMaxStateText) {
    auto& longest =
        shorter.remedies.size() > shorter.sentences.size() ? shorter.remedies : shorter.sentences;
    if (longest.empty())
      return Written({state.stage, state.side, {}, {}, state.since, state.due, state.updated, {}});
    longest.pop_back();
    text = Written(shorter);
  }
  return text;
}

std::optional<TicketState> ReadTicketState(std::string_view text) {
  const auto read = ReadStrict(text);
  if (!read) return std::nullopt;
  const Fields& fields = read.Value();
  TicketState state;
  const auto stage = std::ranges::find(kStages, TextOf(fields, "stage"), &StageName::name);
  state.stage = stage == kStages.end() ? TicketStage::kExamined : stage->stage;
  const auto side = std::ranges::find(kSides, TextOf(fields, "side"), &SideName::name);
  state.side = side == kSides.end() ? TicketSide::kNone : side->side;
  const auto since = DayFromIso(TextOf(fields, "since"));
  const auto updated = DayFromIso(TextOf(fields, "up"));
  if (!since || !updated) return std::nullopt;
  state.since = *since;
  state.updated = *updated;
  state.due = DayFromIso(TextOf(fields, "due"));
  state.sentences = TextsOf(fields, "say");
  state.remedies = TextsOf(fields, "rem");
  for (const std::string& day : TextsOf(fields, "at"))
    state.reached.push_back(DayFromIso(day).value_or(Day{}));
  return state;
}

}  // namespace tanggap
