// What happens to the desk: what a person wants, what the world answers.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "desk/state.h"
#include "ui/keys.h"

namespace tanggap::desk {

// --- Intents: from a key or the mouse, the same value for both.
struct ChoosePerson {
  std::size_t index = 0;
};
struct SubmitPassword {};
struct Lock {};
struct ChangeLanguage {};
struct ChangeTheme {};
struct ChangeRows {};  // two lines a row, or one
struct ChangeScale {
  bool larger = true;
};
struct ShowKeys {};
struct GoBack {};  // Esc: one level back, drafts stay

// Typing. Letters go to the focused field, commands only where no field has the caret.
struct FocusField {
  Field field = Field::kSearch;
  std::size_t index = 0;
  std::optional<std::size_t> caret;  // nothing: at the end
};
struct LeaveField {};
struct EditText {
  ui::KeyEvent key;
};

// Absolute, in design units; by a wheel, or by a screen that brings the chosen row into view.
struct ScrollTo {
  Pane pane = Pane::kList;
  float to = 0;
  bool by_hand = false;
};

struct ShowView {
  CaseView view = CaseView::kAllOpen;
};
struct MoveRow {
  int by = 1;
};
struct SelectRow {
  std::size_t index = 0;
};
struct OpenSelected {};
struct OpenRow {
  std::size_t index = 0;
};
struct TogglePreview {};
struct SubmitSearch {};
struct OpenFilter {
  FilterPart part = FilterPart::kService;
};
struct MoveFilterPart {
  int by = 1;
};
struct MoveChoice {  // in the filter's choices or the palette's lines
  int by = 1;
};
struct SetFilter {  // the highlighted choice, or the one that was pressed
  std::optional<std::size_t> choice;
};
struct ClearFilter {  // the last part that narrows; `all`: every part
  bool all = false;
};
struct OpenPalette {};
struct RunCommand {  // the highlighted line, or the one that was pressed
  std::optional<std::size_t> row;
};
struct OpenRecent {
  RecordId id;
};
struct FindTyped {  // a code, whole or its beginning
  std::string code;
};
struct ShowService {  // all open complaints about it
  ServiceId service;
};

struct AskRooms {};
struct EnterRoom {
  RoomKind kind = RoomKind::kDevices;
};
struct OpenPassword {};  // one's own, to change it
struct CarryIt {};       // to the stick of the chosen line

struct Begin {
  Duty duty = Duty::kAssess;
};
struct SwitchColumn {};  // narrow windows: facts or next step

struct MoveCell {
  int right = 0;
  int down = 0;
};
struct ToggleCell {};  // the one under the keyboard
struct ToggleCellAt {
  std::size_t column = 0;
  std::size_t row = 0;
};
struct ToggleFact {  // a trigger's fact of a decree without grades
  FactId fact;
};
struct ToggleHeard {
  std::size_t finding = 0;
};
struct ToggleApology {};  // the addition outside the matrix
struct SetConcerned {
  std::string counter;  // empty: no particular officer
};
struct SaveAssessment {
  bool propose = true;
};

struct MoveLine {
  int by = 1;
};
struct SelectLine {
  std::size_t index = 0;
};
struct ToggleGrant {
  std::size_t line = 0;
  bool granted = true;
};
struct RefuseAll {};
struct ShowBasis {};   // sum and matrix while deciding, and back
struct AddOutside {};  // a remedy beyond what the decree gives, or away with it again
struct ChooseRefusal {
  std::string code;
};
struct ReadyAnswer {  // the next of the ready sentences, or the one before
  std::size_t index = 0;
  int by = 1;
};
struct SaveDecision {};
struct SaveDelivery {};
struct ChooseSide {  // of a conflict; one past the last side: assess anew
  std::size_t index = 0;
};
struct SaveResolution {};
struct ConfirmSecond {};
struct MoveAct {  // in the history
  int by = 1;
};
struct ShowAct {  // the one under the keyboard, or the one that was pressed
  std::optional<std::size_t> index;
};
struct ProposeNow {};  // an assessment that was saved without proposing

struct ChooseInBox {
  std::size_t index = 0;
};
struct TickInBox {
  std::size_t index = 0;
};
struct SubmitBox {};

struct Apologised {};
struct AnotherApologised {  // another officer did: which is asked first
  std::optional<PersonId> who;
};
struct AcceptAndClose {};
struct GoWritten {};
struct OpenScanned {};
struct TryAgain {};  // writes what could not be saved

using Intent =
    std::variant<ChoosePerson, SubmitPassword, Lock, ChangeLanguage, ChangeTheme, ChangeRows,
                 ChangeScale, ShowKeys, GoBack, FocusField, LeaveField, EditText, ScrollTo,
                 ShowView, MoveRow, SelectRow, OpenSelected, OpenRow, TogglePreview, SubmitSearch,
                 OpenFilter, MoveFilterPart, MoveChoice, SetFilter, ClearFilter, OpenPalette,
                 RunCommand, OpenRecent, FindTyped, ShowService, AskRooms, EnterRoom, OpenPassword,
                 CarryIt, Begin, SwitchColumn, MoveCell, ToggleCell, ToggleCellAt, ToggleFact,
                 ToggleHeard, ToggleApology, SetConcerned, SaveAssessment, MoveLine, SelectLine,
                 ToggleGrant, RefuseAll, ShowBasis, AddOutside, ChooseRefusal, ReadyAnswer,
                 SaveDecision, SaveDelivery, ProposeNow, ChooseInBox, TickInBox, SubmitBox,
                 ChooseSide, SaveResolution, ConfirmSecond, MoveAct, ShowAct, Apologised,
                 AnotherApologised, AcceptAndClose, GoWritten, OpenScanned, TryAgain>;

// --- What the world says.
struct Ticked {
  Instant now{};
  std::chrono::milliseconds monotonic{};
};
struct Acted {  // somebody touched keyboard or mouse
  Intent intent;
};
struct Scanned {
  std::string text;
};
struct PeopleListed {
  std::vector<Person> people;
  std::map<PersonId, Taste> tastes;
};
struct SignedIn {
  PersonId person;
};
struct SignInRefused {
  std::chrono::seconds wait{0};  // until the next try
};
// Half-done work of the person who signed in, as it was left on this desk.
struct DraftsRead {
  PersonId person;
  std::map<RecordId, KeptDrafts> drafts;
};
struct DraftsKept {
  PersonId person;
  RecordId id;
  std::optional<Instant> at;  // nothing: the disk refused
};
struct SecondAgreed {
  PersonId person;
};
struct SecondRefused {
  std::chrono::seconds wait{0};
};
struct PasswordChanged {};
struct PasswordRefused {
  std::chrono::seconds wait{0};
};
struct IdsMade {
  std::vector<RecordId> ids;
};
struct PageLoaded {
  CaseView view = CaseView::kAllOpen;
  std::string query;  // not empty: results of a search
  Filter filter;      // as asked
  std::vector<CaseRow> rows;
  std::size_t total = 0;  // that match, also beyond the page
  std::array<std::size_t, 10> counts{};
  std::vector<RatingTally> ratings;
  std::uint64_t revision = 0;
  Instant at{};
};
enum class LoadFor { kPreview, kOpen, kScan };
struct CaseLoaded {
  LoadFor purpose = LoadFor::kOpen;
  std::optional<OpenCase> open;  // nothing: gone, or not readable
};
struct CodeNotFound {
  std::string code;  // grouped
};
struct RecordsWritten {
  Instant at{};
  std::vector<RecordType> types;
};
struct WriteFailed {
  bool full = false;
  std::vector<Draft> drafts;
};
struct IdentityOpened {
  std::optional<ShownIdentity> identity;  // nothing: the keys do not open it
};
struct RecordsArrived {
  std::uint64_t revision = 0;
  Instant at{};
};
struct FolderSeen {
  FolderState folder;
};
struct SticksSeen {
  std::vector<Stick> sticks;
};
struct CarriageTold {
  Carriage carriage;
};
struct StorageFailed {
  bool full = false;
};

using Event =
    std::variant<Ticked, Acted, Scanned, PeopleListed, SignedIn, SignInRefused, DraftsRead,
                 DraftsKept, SecondAgreed, SecondRefused, PasswordChanged, PasswordRefused, IdsMade,
                 PageLoaded, CaseLoaded, CodeNotFound, RecordsWritten, WriteFailed, IdentityOpened,
                 RecordsArrived, FolderSeen, SticksSeen, CarriageTold, StorageFailed>;

// --- What the desk asks of the world.
struct ListPeople {
  bool operator==(const ListPeople&) const = default;
};
struct CheckPassword {
  PersonId person;
  std::string password;
  bool operator==(const CheckPassword&) const = default;
};
struct SignOut {
  bool operator==(const SignOut&) const = default;
};
struct MakeIds {
  std::size_t count = 0;
  bool operator==(const MakeIds&) const = default;
};
struct LoadPage {
  CaseView view = CaseView::kAllOpen;
  std::string query;  // as typed; not empty: over all views, by its words and tokens
  Filter filter;
  bool operator==(const LoadPage&) const = default;
};
struct LoadCase {
  RecordId id;
  LoadFor purpose = LoadFor::kOpen;
  std::string ticket;  // compact code, when it was opened with the ticket
  bool operator==(const LoadCase&) const = default;
};
struct FindCode {
  std::string code;  // compact, whole or the beginning of one
  bool operator==(const FindCode&) const = default;
};
struct WriteRecords {
  std::vector<Draft> drafts;
  bool operator==(const WriteRecords&) const = default;
};
// Writes the drafts (identity_read), and only then opens the identity of the case.
struct OpenIdentity {
  RecordId id;
  std::vector<Draft> drafts;
  bool operator==(const OpenIdentity&) const = default;
};
struct KeepTaste {
  PersonId person;
  Taste taste;
  bool operator==(const KeepTaste&) const = default;
};
struct ReadDrafts {
  PersonId person;
  bool operator==(const ReadDrafts&) const = default;
};
// Nothing half done: what was kept is thrown away.
struct KeepDrafts {
  PersonId person;
  RecordId id;
  CaseDrafts drafts;
  bool operator==(const KeepDrafts&) const = default;
};
// Whether this is the password of somebody beside the one who is signed in, who stays signed in.
struct CheckSecond {
  PersonId person;
  std::string password;
  bool operator==(const CheckSecond&) const = default;
};
// The signed-in person's, at this desk.
struct ChangePassword {
  PersonId person;
  std::string now;
  std::string fresh;
  bool operator==(const ChangePassword&) const = default;
};
// Everything to this stick and from it. Progress comes as CarriageTold; nothing waits for it.
struct CarryToStick {
  Stick stick;
  bool operator==(const CarryToStick&) const = default;
};
using Effect = std::variant<CarryToStick, ReadDrafts, KeepDrafts, CheckSecond, ChangePassword,
                            ListPeople, CheckPassword, SignOut, MakeIds, LoadPage, LoadCase,
                            FindCode, WriteRecords, OpenIdentity, KeepTaste>;

}  // namespace tanggap::desk
