// What the world answers: pages, cases, finished and failed writes, time, arrivals, sign-in.
#include <algorithm>
#include <chrono>
#include <utility>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/rooms.h"
#include "desk/turn.h"
#include "domain/match.h"

namespace tanggap::desk {
namespace {

bool Wrote(const RecordsWritten& event, RecordType type) {
  return std::ranges::find(event.types, type) != event.types.end();
}

OpenCase AsSeenBy(const Premises& premises, const State& state, OpenCase open) {
  if (state.person && state.person->role == Role::kStaff)
    return ForCounterStaff(premises, std::move(open));
  return open;
}

void ApplyPage(Turn& turn, const PageLoaded& page) {
  turn.state.counts = page.counts;
  turn.state.ratings = page.ratings;
  turn.state.revision = std::max(turn.state.revision, page.revision);
  Inbox* inbox = turn.TheInbox();
  if (inbox == nullptr || !turn.state.person) return;
  const bool asked = page.query == inbox->shown_query && page.filter == inbox->filter &&
                     (!page.query.empty() || page.view == inbox->view);
  if (!asked) return;
  CaseRow before;
  if (inbox->selected < inbox->rows.size()) before = inbox->rows[inbox->selected];
  inbox->rows = page.rows;
  inbox->total = page.total;
  inbox->loaded = true;
  inbox->checked = page.at;
  // The selection stays with its case while others arrive above it, unless one has dealt with it.
  const auto again = std::ranges::find(inbox->rows, before.id, &CaseRow::id);
  const bool dealt_with =
      std::exchange(inbox->came_back, false) && again != inbox->rows.end() &&
      (again->summary.due != before.summary.due || again->summary.stage != before.summary.stage);
  if (again != inbox->rows.end() && !dealt_with) {
    inbox->selected = static_cast<std::size_t>(again - inbox->rows.begin());
  } else {
    inbox->selected = inbox->rows.empty() ? 0 : std::min(inbox->selected, inbox->rows.size() - 1);
    inbox->previewed.reset();
  }
  if (inbox->preview && !inbox->rows.empty())
    turn.Ask(LoadCase{inbox->rows[inbox->selected].id, LoadFor::kPreview, ""});
}

void ApplyCase(Turn& turn, const CaseLoaded& loaded) {
  if (!turn.state.person) return;
  std::optional<OpenCase> open = loaded.open;
  if (open) open = AsSeenBy(turn.premises, turn.state, std::move(*open));
  switch (loaded.purpose) {
    case LoadFor::kPreview:
      if (Inbox* inbox = turn.TheInbox(); inbox != nullptr && open && !inbox->rows.empty() &&
                                          inbox->rows[inbox->selected].id == open->file.id)
        inbox->previewed = open;
      return;
    case LoadFor::kOpen:
      if (CaseWork* work = turn.TheCase(); work != nullptr) {
        if (open && work->open.file.id == open->file.id) work->open = *open;
        PrepareResolving(turn);
        return;
      }
      if (open) OpenTheCase(turn, *open);
      return;
    case LoadFor::kScan:
      ScanLoaded(turn, open);
      return;
  }
}

// What a finished write leaves behind: the draft is gone, the box is closed, all is read anew.
void ApplyWritten(Turn& turn, const RecordsWritten& event) {
  State& state = turn.state;
  state.saving = Saving::kNo;
  state.unsaved.clear();
  state.saved_at = event.at;
  if (state.folder.offline_since) state.folder.waiting += event.types.size();
  if (state.fresh_ids.size() < kIdsKept) turn.Ask(MakeIds{kIdsKept});
  if (ScanSheet* sheet = turn.TheSheet()) {
    if (Wrote(event, RecordType::kClosed)) {
      sheet->step = ScanStep::kDone;
      sheet->settled = true;
    } else if (Wrote(event, RecordType::kApologyGiven)) {
      sheet->step = ScanStep::kAccept;
    }
    if (sheet->open) {
      const std::string ticket = sheet->open->by_ticket ? sheet->open->file.code : "";
      turn.Ask(LoadCase{sheet->open->file.id, LoadFor::kScan, ticket});
    }
    turn.AskPage();
    return;
  }
  if (state.overlay && !std::holds_alternative<IdentityBox>(*state.overlay)) {
    state.overlay.reset();
    state.focus.reset();
  }
  if (CaseWork* work = turn.TheCase()) {
    CaseDrafts& drafts = turn.Drafts(work->open.file.id);
    if (Wrote(event, RecordType::kClassified)) drafts.assess.reset();
    if (Wrote(event, RecordType::kDecided)) drafts.decide.reset();
    if (Wrote(event, RecordType::kRemedyDelivered)) drafts.deliver.reset();
    if (Wrote(event, RecordType::kResolvedConflict)) {
      drafts.assess.reset();
      drafts.resolve.reset();
      work->mode = CaseMode::kRead;
      state.focus.reset();
    }
    if (Wrote(event, RecordType::kNote)) drafts.note.reset();
    if (Wrote(event, RecordType::kErased) || Wrote(event, RecordType::kRestricted))
      work->identity.reset();
    // Other times give another sum: what nobody has touched is proposed anew.
    if (Wrote(event, RecordType::kDataCompleted) && drafts.assess &&
        std::ranges::none_of(drafts.assess->findings, &DraftFinding::touched))
      drafts.assess.reset();
    if (!drafts.assess && work->mode == CaseMode::kAssess) work->mode = CaseMode::kRead;
    if (Wrote(event, RecordType::kStatementWithdrawn)) {
      drafts.decide.reset();
      work->mode = CaseMode::kRead;
    }
    if (Wrote(event, RecordType::kClassified) || Wrote(event, RecordType::kDecided) ||
        Wrote(event, RecordType::kRemedyDelivered) || Wrote(event, RecordType::kProposed)) {
      work->mode = CaseMode::kRead;
      work->facts_column = false;
      state.focus.reset();
      state.scroll = {};
    }
    turn.Ask(LoadCase{work->open.file.id, LoadFor::kOpen,
                      work->open.by_ticket ? work->open.file.code : ""});
  }
  turn.AskPage();
}

void ApplyArrival(Turn& turn, const RecordsArrived& event) {
  State& state = turn.state;
  if (event.revision <= state.revision && state.synced) return;
  state.revision = std::max(state.revision, event.revision);
  state.synced = event.at;
  if (!state.person) return;
  if (turn.TheCase() == nullptr) {
    turn.AskPage();
  } else if (const CaseWork* work = turn.TheCase()) {
    turn.Ask(LoadCase{work->open.file.id, LoadFor::kOpen,
                      work->open.by_ticket ? work->open.file.code : ""});
    turn.AskPage();
  }
  // A ticket that was scanned too early opens by itself.
  if (const ScanSheet* sheet = turn.TheSheet();
      sheet != nullptr && sheet->outcome == ScanOutcome::kNotSynced) {
    if (const CodeReading reading = ReadCode(sheet->code); reading.code)
      turn.Ask(FindCode{Compact(*reading.code)});
  }
}

void ApplyTick(Turn& turn, const Ticked& tick) {
  State& state = turn.state;
  const bool new_day = LocalDay(state.now, turn.premises.office.zone) !=
                       LocalDay(tick.now, turn.premises.office.zone);
  state.now = tick.now;
  state.monotonic = tick.monotonic;
  if (CaseWork* work = turn.TheCase();
      work != nullptr && work->identity && state.now >= work->identity->until)
    work->identity.reset();
  if (!state.person) return;
  if (state.keep_at && state.monotonic >= *state.keep_at) KeepChangedDrafts(turn);
  const auto limit = state.person->role == Role::kHead ? kIdleLockHead : kIdleLock;
  if (state.monotonic - state.last_touch >= limit) {
    LockDesk(turn);
    return;
  }
  if (new_day && turn.TheInbox() != nullptr) turn.AskPage();
}

void Apply(const Taste& taste, State& state) {
  state.language = taste.language;
  state.dark = taste.dark;
  state.dense = taste.dense;
  state.scale = taste.scale;
}

void ApplySignedIn(Turn& turn, const PersonId& id) {
  const auto found = std::ranges::find(turn.state.people, id, &Person::id);
  if (found == turn.state.people.end()) return;
  turn.state.person = *found;
  turn.state.last_touch = turn.state.monotonic;
  const auto* sign_in = std::get_if<SignIn>(&turn.state.screen);
  const auto taste = turn.state.tastes.find(id);
  if (sign_in != nullptr && sign_in->taste_chosen) {
    KeepTasteOf(turn);
  } else {
    Apply(taste == turn.state.tastes.end() ? turn.state.first : taste->second, turn.state);
  }
  turn.Ask(ReadDrafts{id});
  turn.GoHome();
}

void ApplyRefused(Turn& turn, const SignInRefused& event) {
  auto* sign_in = std::get_if<SignIn>(&turn.state.screen);
  if (sign_in == nullptr) return;
  sign_in->stage = SignIn::Stage::kRefused;
  sign_in->wait_s = event.wait.count();
  sign_in->password.clear();
  turn.Focus(Focus{Field::kPassword, 0, 0});
}

void ApplyIdentity(Turn& turn, const IdentityOpened& event) {
  turn.state.overlay.reset();
  turn.state.focus.reset();
  if (CaseWork* work = turn.TheCase()) {
    work->identity = event.identity;
    if (work->identity) work->identity->until = turn.state.now + kIdentityShown;
    work->identity_refused = !event.identity;
    work->facts_column = true;
    work->act.reset();
    turn.Ask(LoadCase{work->open.file.id, LoadFor::kOpen, ""});
  }
}

void ApplyPeople(Turn& turn, const PeopleListed& event) {
  turn.state.people = event.people;
  turn.state.tastes = event.tastes;
  if (auto* sign_in = std::get_if<SignIn>(&turn.state.screen)) {
    sign_in->people = event.people;
    if (sign_in->chosen >= event.people.size()) sign_in->chosen = 0;
  }
  if (!turn.state.person) return;
  // A newer roster: another role, or no place here any more.
  const auto still = std::ranges::find(event.people, turn.state.person->id, &Person::id);
  if (still == event.people.end()) {
    LockDesk(turn);
  } else {
    turn.state.person = *still;
  }
}

void ApplyFailed(Turn& turn, const WriteFailed& event) {
  State& state = turn.state;
  state.saving = event.full ? Saving::kFull : Saving::kBroken;
  auto* box = state.overlay ? std::get_if<IdentityBox>(&*state.overlay) : nullptr;
  // An identity whose reading could not be recorded stays closed; it is asked anew.
  if (box != nullptr) {
    box->opening = false;
  } else {
    state.unsaved = event.drafts;
  }
}

}  // namespace

void Hear(Turn& turn, const Event& event) {
  State& state = turn.state;
  std::visit(
      Match{
          [&](const Ticked& e) { ApplyTick(turn, e); },
          [](const Acted&) {},
          [&](const Scanned& e) { TakeScan(turn, e.text, false); },
          [&](const PeopleListed& e) { ApplyPeople(turn, e); },
          [&](const SignedIn& e) { ApplySignedIn(turn, e.person); },
          [&](const SignInRefused& e) { ApplyRefused(turn, e); },
          [&](const DraftsRead& e) { ApplyDraftsRead(turn, e); },
          [&](const DraftsKept& e) { ApplyDraftsKept(turn, e); },
          [&](const SecondAgreed& e) { ApplySecond(turn, e.person); },
          [&](const SecondRefused& e) { ApplySecondRefused(turn, e.wait); },
          [&](const PasswordChanged&) { ApplyPasswordChanged(turn); },
          [&](const PasswordRefused& e) { ApplyPasswordRefused(turn, e.wait); },
          [&](const IdsMade& e) {
            state.fresh_ids.insert(state.fresh_ids.end(), e.ids.begin(), e.ids.end());
          },
          [&](const PageLoaded& e) { ApplyPage(turn, e); },
          [&](const CaseLoaded& e) { ApplyCase(turn, e); },
          [&](const CodeNotFound& e) { ScanNotFound(turn, e.code); },
          [&](const RecordsWritten& e) { ApplyWritten(turn, e); },
          [&](const WriteFailed& e) { ApplyFailed(turn, e); },
          [&](const IdentityOpened& e) { ApplyIdentity(turn, e); },
          [&](const RecordsArrived& e) { ApplyArrival(turn, e); },
          [&](const FolderSeen& e) {
            // What this desk wrote since the folder went away is counted here.
            const std::size_t waiting = e.folder.offline_since ? state.folder.waiting : 0;
            state.folder = e.folder;
            state.folder.waiting = waiting;
            if (auto* room = std::get_if<Room>(&state.screen))
              room->row =
                  std::min(room->row, std::max<std::size_t>(1, RowsOf(state, room->kind)) - 1);
          },
          [&](const SticksSeen& e) { ApplySticks(turn, e); },
          [&](const CarriageTold& e) {
            state.carriage = e.carriage;
            if (e.carriage.stage == Carriage::Stage::kSafe) state.folder.carried = e.carriage.at;
          },
          [&](const StorageFailed& e) { state.saving = e.full ? Saving::kFull : Saving::kBroken; },
      },
      event);
}

}  // namespace tanggap::desk
