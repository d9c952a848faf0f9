// Half-done work on this desk's disk: a second after it changed, on Esc and before the lock.
#include "desk/turn.h"

namespace tanggap::desk {
namespace {

// Those of the signed-in person that differ from what was last kept.
template <class Do>
void ForChanged(const State& state, const Do& use) {
  if (!state.person) return;
  static const CaseDrafts none;
  for (const auto& [key, drafts] : state.drafts) {
    if (key.first != state.person->id) continue;
    const auto kept = state.kept.find(key);
    if (drafts != (kept == state.kept.end() ? none : kept->second.drafts)) use(key, drafts);
  }
}

}  // namespace

void NoticeDrafts(Turn& turn) {
  State& state = turn.state;
  if (state.keep_at) return;
  ForChanged(state, [&](const DraftKey&, const CaseDrafts&) {
    state.keep_at = state.monotonic + kKeepDrafts;
  });
}

void KeepChangedDrafts(Turn& turn) {
  State& state = turn.state;
  KeepNote(turn);
  state.keep_at.reset();
  std::vector<std::pair<DraftKey, CaseDrafts>> changed;
  ForChanged(state, [&](const DraftKey& key, const CaseDrafts& drafts) {
    changed.emplace_back(key, drafts);
  });
  for (auto& [key, drafts] : changed) {
    KeptDrafts& kept = state.kept[key];
    kept.drafts = drafts;
    kept.at.reset();
    turn.Ask(KeepDrafts{key.first, key.second, std::move(drafts)});
  }
}

void ApplyDraftsRead(Turn& turn, const DraftsRead& event) {
  for (const auto& [id, kept] : event.drafts) {
    // What was done since this program began is newer than the disk.
    const bool taken = turn.state.drafts.emplace(DraftKey{event.person, id}, kept.drafts).second;
    if (taken) turn.state.kept[{event.person, id}] = kept;
  }
}

void ApplyDraftsKept(Turn& turn, const DraftsKept& event) {
  const auto kept = turn.state.kept.find({event.person, event.id});
  if (kept == turn.state.kept.end()) return;
  kept->second.at = event.at;
  kept->second.failed = !event.at;
}

const KeptDrafts* KeptDraftsOf(const State& state, const RecordId& id) {
  if (!state.person) return nullptr;
  const auto kept = state.kept.find({state.person->id, id});
  if (kept == state.kept.end() || kept->second.drafts == CaseDrafts{}) return nullptr;
  return &kept->second;
}

}  // namespace tanggap::desk
