// `status` and `ack` records: the only ones that are wholly in clear, and say nothing by it.
#include "ledger/status_drafts.h"

#include <algorithm>
#include <map>

#include "ledger/bytes.h"
#include "ledger/ticket_secret.h"

namespace tanggap {
namespace {

constexpr std::size_t kPairsPerRecord = 64;

bool IsHex(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

RecordId NewId(Randomness& randomness) {
  RecordId id;
  randomness.Fill(id.bytes);
  return id;
}

}  // namespace

std::vector<Draft> StatusDrafts(std::span<const StateToPublish> states, Randomness& randomness) {
  std::map<std::string, std::string> capsules;  // by lookup: sorted, the last of a case wins
  for (const StateToPublish& wanted : states) {
    const auto secret = TicketSecret::FromHex(wanted.secret);
    if (secret) capsules[secret->Lookup()] = secret->SealState(wanted.state, randomness);
  }
  std::vector<Draft> drafts;
  List pairs;
  const auto flush = [&] {
    if (pairs.empty()) return;
    Draft draft;
    draft.id = NewId(randomness);
    draft.type = RecordType::kStatus;
    draft.clear["s"] = std::move(pairs);
    drafts.push_back(std::move(draft));
    pairs.clear();
  };
  for (const auto& [lookup, capsule] : capsules) {
    pairs.emplace_back(List{lookup, capsule});
    if (pairs.size() == kPairsPerRecord) flush();
  }
  flush();
  return drafts;
}

std::vector<PublishedState> StatesIn(const Record& record) {
  std::vector<PublishedState> states;
  if (record.type != RecordType::kStatus) return states;
  for (auto& [lookup, capsule] : PairsOf(record.clear, "s")) {
    if (states.size() == kPairsPerRecord) break;
    if (IsHex(lookup, 32)) states.push_back({std::move(lookup), record.hlc, std::move(capsule)});
  }
  return states;
}

Draft AckDraft(const Acknowledgement& ack, Randomness& randomness) {
  Draft draft;
  draft.id = NewId(randomness);
  draft.type = RecordType::kAck;
  draft.clear = {{"node", ack.node.value},
                 {"epoch", static_cast<std::int64_t>(ack.epoch)},
                 {"segment", static_cast<std::int64_t>(ack.segment)},
                 {"hash", ack.hash}};
  return draft;
}

std::optional<Acknowledgement> AckIn(const Record& record) {
  if (record.type != RecordType::kAck) return std::nullopt;
  Acknowledgement ack;
  ack.node = NodeId{TextOf(record.clear, "node")};
  ack.epoch = static_cast<std::uint32_t>(NumberOf(record.clear, "epoch"));
  ack.segment = static_cast<std::uint32_t>(NumberOf(record.clear, "segment"));
  ack.hash = TextOf(record.clear, "hash");
  if (ack.node.Empty() || ack.epoch == 0 || ack.segment == 0 || !IsHex(ack.hash, 64))
    return std::nullopt;
  return ack;
}

}  // namespace tanggap
