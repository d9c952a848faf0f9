#include "desk/session.h"

#include <algorithm>
#include <chrono>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/turn.h"
#include "domain/match.h"

namespace tanggap::desk {
namespace {

constexpr std::size_t kIdsKept = 24;

CaseView ShownView(const State& state) {
  const auto* inbox = std::get_if<Inbox>(&state.screen);
  return inbox == nullptr ? CaseView::kAllOpen : inbox->view;
}

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
  if (page.query != inbox->shown_query || (page.query.empty() && page.view != inbox->view)) return;
  const RecordId kept =
      inbox->selected < inbox->rows.size() ? inbox->rows[inbox->selected].id : RecordId{};
  inbox->rows = page.rows;
  inbox->total =
      page.query.empty() ? page.counts[static_cast<std::size_t>(page.view)] : page.rows.size();
  inbox->loaded = true;
  inbox->checked = page.at;
  // The selection stays with its case while others arrive above it.
  const auto again = std::ranges::find(inbox->rows, kept, &CaseRow::id);
  if (again != inbox->rows.end()) {
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
    turn.Ask(LoadPage{ShownView(state), ""});
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
    if (Wrote(event, RecordType::kNote)) drafts.note.reset();
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
        Wrote(event, RecordType::kRemedyDelivered)) {
      work->mode = CaseMode::kRead;
      state.focus.reset();
    }
    turn.Ask(LoadCase{work->open.file.id, LoadFor::kOpen,
                      work->open.by_ticket ? work->open.file.code : ""});
  }
  const Inbox* inbox = turn.TheInbox();
  turn.Ask(LoadPage{ShownView(state), inbox == nullptr ? "" : inbox->shown_query});
}

void ApplyArrival(Turn& turn, const RecordsArrived& event) {
  State& state = turn.state;
  if (event.revision <= state.revision && state.synced) return;
  state.revision = std::max(state.revision, event.revision);
  state.synced = event.at;
  if (!state.person) return;
  if (const Inbox* inbox = turn.TheInbox()) {
    turn.Ask(LoadPage{inbox->view, inbox->shown_query});
  } else if (const CaseWork* work = turn.TheCase()) {
    turn.Ask(LoadCase{work->open.file.id, LoadFor::kOpen,
                      work->open.by_ticket ? work->open.file.code : ""});
    turn.Ask(LoadPage{CaseView::kAllOpen, ""});
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
  const auto limit = state.person->role == Role::kHead ? kIdleLockHead : kIdleLock;
  if (state.monotonic - state.last_touch >= limit) {
    LockDesk(turn);
    return;
  }
  if (new_day && turn.TheInbox() != nullptr)
    turn.Ask(LoadPage{turn.TheInbox()->view, turn.TheInbox()->shown_query});
}

void ApplySignedIn(Turn& turn, const PersonId& id) {
  const auto found = std::ranges::find(turn.state.people, id, &Person::id);
  if (found == turn.state.people.end()) return;
  turn.state.person = *found;
  turn.state.last_touch = turn.state.monotonic;
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
    turn.Ask(LoadCase{work->open.file.id, LoadFor::kOpen, ""});
  }
}

void GoBackOneLevel(Turn& turn) {
  State& state = turn.state;
  if (state.overlay) {
    KeepNote(turn);
    state.overlay.reset();
    state.focus.reset();
    return;
  }
  if (state.focus && !std::holds_alternative<SignIn>(state.screen)) {
    state.focus.reset();
    return;
  }
  if (Inbox* inbox = turn.TheInbox()) {
    if (inbox->shown_query.empty()) return;
    inbox->query.clear();
    inbox->shown_query.clear();
    inbox->loaded = false;
    turn.Ask(LoadPage{inbox->view, ""});
    return;
  }
  CaseWork* work = turn.TheCase();
  if (work == nullptr) return;
  if (work->mode != CaseMode::kRead) {
    work->mode = CaseMode::kRead;
    return;
  }
  if (work->back) {
    const Inbox back = *work->back;
    state.screen = back;
    turn.Ask(LoadPage{back.view, back.shown_query});
  } else {
    turn.GoHome();
  }
}

bool OnGlobal(Turn& turn, const Intent& intent) {
  State& state = turn.state;
  if (std::holds_alternative<ChangeLanguage>(intent)) {
    state.language = state.language == "id" ? "en" : "id";
    return true;
  }
  if (std::holds_alternative<ChangeTheme>(intent)) {
    state.dark = !state.dark;
    return true;
  }
  if (const auto* scroll = std::get_if<ScrollTo>(&intent)) {
    state.scroll[static_cast<std::size_t>(scroll->pane)] = std::max(0.0F, scroll->to);
    if (scroll->by_hand) state.follow = false;
    return true;
  }
  state.follow = true;
  if (!state.person) return false;
  if (std::holds_alternative<Lock>(intent)) {
    LockDesk(turn);
    return true;
  }
  if (std::holds_alternative<GoBack>(intent)) {
    GoBackOneLevel(turn);
    return true;
  }
  if (std::holds_alternative<ShowKeys>(intent)) {
    if (!state.overlay) state.overlay = KeySheet{};
    return true;
  }
  if (std::holds_alternative<TryAgain>(intent)) {
    if (turn.Saving() || state.unsaved.empty()) return true;
    state.saving = Saving::kSaving;
    turn.Ask(WriteRecords{state.unsaved});
    return true;
  }
  return false;
}

void Act(Turn& turn, const Intent& intent) {
  turn.state.last_touch = turn.state.monotonic;
  if (OnGlobal(turn, intent)) return;
  if (OnField(turn, intent)) return;
  if (!turn.state.person) {
    OnSignIn(turn, intent);
    return;
  }
  if (OnScanSheet(turn, intent)) return;
  if (OnBox(turn, intent)) return;
  if (turn.state.overlay) return;  // a sheet covers what lies below
  if (OnInbox(turn, intent)) return;
  if (OnAssess(turn, intent)) return;
  OnDecide(turn, intent);
}

}  // namespace

void Turn::Write(std::vector<Draft> drafts) {
  if (Saving() || drafts.empty()) return;
  state.saving = desk::Saving::kSaving;
  Ask(WriteRecords{std::move(drafts)});
}

ScanSheet* Turn::TheSheet() {
  return state.overlay ? std::get_if<ScanSheet>(&*state.overlay) : nullptr;
}

CaseDrafts& Turn::Drafts(const RecordId& id) {
  return state.drafts[{state.person ? state.person->id : PersonId{}, id}];
}

void Turn::GoHome() {
  state.screen = Inbox{};
  state.scroll = {};
  state.overlay.reset();
  state.focus.reset();
  Ask(LoadPage{CaseView::kAllOpen, ""});
}

void KeepNote(Turn& turn) {
  const CaseWork* work = turn.TheCase();
  if (work == nullptr || !turn.state.overlay) return;
  if (const auto* note = std::get_if<NoteBox>(&*turn.state.overlay))
    turn.Drafts(work->open.file.id).note = *note;
}

void LockDesk(Turn& turn) {
  KeepNote(turn);
  // Drafts stay; everything that was read goes with the screen.
  SignIn sign_in;
  sign_in.people = turn.state.people;
  sign_in.locked = true;
  for (std::size_t i = 0; i < sign_in.people.size(); ++i) {
    if (turn.state.person && sign_in.people[i].id == turn.state.person->id) sign_in.chosen = i;
  }
  turn.state.screen = sign_in;
  turn.state.overlay.reset();
  turn.state.person.reset();
  turn.state.scans.clear();
  turn.Focus(Focus{Field::kPassword, 0, 0});
  turn.Ask(SignOut{});
}

Step Start(State state) {
  Step step;
  step.state = std::move(state);
  step.state.focus = Focus{Field::kPassword, 0, 0};
  step.effects = {ListPeople{}, MakeIds{kIdsKept}};
  return step;
}

Step Update(const Premises& premises, State state, const Event& event) {
  Step step;
  step.state = std::move(state);
  Turn turn{premises, step.state, step.effects};
  std::visit(
      Match{
          [&](const Ticked& e) { ApplyTick(turn, e); },
          [&](const Acted& e) { Act(turn, e.intent); },
          [&](const Scanned& e) { TakeScan(turn, e.text, false); },
          [&](const PeopleListed& e) {
            step.state.people = e.people;
            if (auto* sign_in = std::get_if<SignIn>(&step.state.screen)) {
              sign_in->people = e.people;
              if (sign_in->chosen >= e.people.size()) sign_in->chosen = 0;
            }
          },
          [&](const SignedIn& e) { ApplySignedIn(turn, e.person); },
          [&](const SignInRefused& e) { ApplyRefused(turn, e); },
          [&](const IdsMade& e) {
            step.state.fresh_ids.insert(step.state.fresh_ids.end(), e.ids.begin(), e.ids.end());
          },
          [&](const PageLoaded& e) { ApplyPage(turn, e); },
          [&](const CaseLoaded& e) { ApplyCase(turn, e); },
          [&](const CodeNotFound& e) { ScanNotFound(turn, e.code); },
          [&](const RecordsWritten& e) { ApplyWritten(turn, e); },
          [&](const WriteFailed& e) {
            step.state.saving = e.full ? Saving::kFull : Saving::kBroken;
            auto* box =
                step.state.overlay ? std::get_if<IdentityBox>(&*step.state.overlay) : nullptr;
            // An identity whose reading could not be recorded stays closed; it is asked anew.
            if (box != nullptr) {
              box->opening = false;
            } else {
              step.state.unsaved = e.drafts;
            }
          },
          [&](const IdentityOpened& e) { ApplyIdentity(turn, e); },
          [&](const RecordsArrived& e) { ApplyArrival(turn, e); },
          [&](const StorageFailed& e) {
            step.state.saving = e.full ? Saving::kFull : Saving::kBroken;
          },
      },
      event);
  return step;
}

std::optional<std::chrono::milliseconds> NextDeadline(const State& state) {
  using std::chrono::milliseconds;
  // The clock in the top bar, and with it lock and identity, go by whole minutes.
  const milliseconds into{ToMillis(state.now) % 60'000};
  return state.monotonic + milliseconds{60'000} - into;
}

const OpenCase* CurrentCase(const State& state) {
  if (state.overlay) {
    if (const auto* sheet = std::get_if<ScanSheet>(&*state.overlay))
      return sheet->open ? &*sheet->open : nullptr;
  }
  if (const auto* work = std::get_if<CaseWork>(&state.screen)) return &work->open;
  if (const auto* inbox = std::get_if<Inbox>(&state.screen))
    return inbox->previewed ? &*inbox->previewed : nullptr;
  return nullptr;
}

const CaseDrafts& CurrentDrafts(const State& state) {
  static const CaseDrafts none;
  const auto* work = std::get_if<CaseWork>(&state.screen);
  if (work == nullptr || !state.person) return none;
  const auto found = state.drafts.find({state.person->id, work->open.file.id});
  return found == state.drafts.end() ? none : found->second;
}

std::string WhyNotNow(const State& state, const OpenCase& open, RecordType type) {
  if (!state.person) return "refused.signed_out";
  return WhyNot(open.file, type, state.person->id, state.person->role, state.now);
}

}  // namespace tanggap::desk
