// What the desk shows and what its people have half done: one value, changed only by Update.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "desk/folder_state.h"
#include "domain/assess.h"
#include "domain/case_file.h"
#include "domain/case_list.h"
#include "domain/decree.h"
#include "domain/draft.h"
#include "domain/lateness.h"
#include "domain/office.h"
#include "domain/suspension.h"
#include "texts/texts.h"

namespace tanggap::desk {

// What never changes while the desk runs; handed to Update and to every screen.
struct Premises {
  Office office;
  Decree decree;
  std::map<NodeId, std::string> devices;  // "Kios 1"
  std::vector<Texts> languages;           // at least one; the first one is the fallback
  std::string directory =
      "";  // of this desk, as commands on the screen name it: "/srv/kantor/meja-1"
};

struct Person {
  PersonId id;
  std::string name;
  Role role = Role::kStaff;
  bool operator==(const Person&) const = default;
};

// What a person likes; kept on this desk under their name.
struct Taste {
  std::string language = "id";
  bool dark = false;
  bool dense = false;  // rows of one line
  float scale = 1;
  bool operator==(const Taste&) const = default;
};

// Another complaint about the same aspect, for the preview.
struct SimilarCase {
  CaseRow row;
  std::optional<Instant> closed_at;
  bool operator==(const SimilarCase&) const = default;
};

// Whose word a record is, as far as this desk could check it.
enum class Signed { kDevice, kPerson, kForged, kSealed };

// One case as it is shown: the fold, and what the engine makes of it.
struct OpenCase {
  CaseFile file;
  std::string code;                          // grouped; empty while sealed
  std::vector<DueDate> due;                  // earliest first
  std::vector<KaharPeriod> kahar;            // determined periods, for the sum
  std::map<RecordId, std::string> notes;     // words of records that the history shows
  std::map<RecordId, std::string> purposes;  // for what an identity was read; a preset, or "other"
  std::map<RecordId, RecordId> taken_back;   // a statement that was withdrawn, and by which record
  std::map<RecordId, Signed> signatures;
  // Of each assessment, in the order of its findings: where the evidence is kept, "" for none.
  std::map<RecordId, std::vector<std::string>> proofs;
  std::vector<std::string> answers;  // of the decision, to each thing the visitor asked for
  bool has_identity = false;
  bool by_ticket = false;            // opened with the ticket's own key (counter staff)
  std::vector<SimilarCase> similar;  // of a preview: newest first, of the last 90 days
  bool operator==(const OpenCase&) const = default;
};

struct ShownIdentity {
  std::string name;
  std::string phone;
  std::string address;
  // Of a sensitive office: how to reach them without harm, in the visitor's words.
  std::string safe_way;
  std::string safe_hours;
  std::optional<bool> safe_name_office;  // may the office be named; nothing: not asked
  Instant until{};
  bool operator==(const ShownIdentity&) const = default;
};

// A finding under the hand of a person.
struct DraftFinding {
  AspectId aspect;
  std::optional<SeverityId> severity;
  std::vector<FactId> facts;
  std::size_t row = 0;  // where it stands in the matrix, also for an unregulated cell
  std::string reason;
  std::string proof;         // where its evidence is kept; empty: none, and the finding says so
  bool from_engine = false;  // the engine's proposal, taken over as it is
  bool touched = false;      // the person wrote or changed something in it
  bool heard = false;        // about conduct: the officer was heard apart
  std::string not_heard_why;
  bool operator==(const DraftFinding&) const = default;
};

struct AssessDraft {
  std::vector<DraftFinding> findings;
  std::size_t column = 0;  // keyboard position in the matrix, or row of the checklist
  std::size_t row = 0;
  std::optional<std::string> concerned;  // set: a counter, or "" for no particular officer
  bool add_apology = true;               // outside the matrix, when the visitor would get nothing
  std::string no_apology_why;
  bool operator==(const AssessDraft&) const = default;
};

struct DecideDraft {
  std::vector<RemedyItem> lines;  // as proposed; `granted` is the person's choice
  std::size_t row = 0;
  std::string code;  // of a refusal: "tidak-terbukti" …
  std::string reason;
  std::vector<std::string> answers;  // to each thing the visitor asked for, in that order
  bool operator==(const DecideDraft&) const = default;
};

// Two or more who judged apart: whose judgement holds, or a new one.
struct ResolveDraft {
  std::size_t choice = 0;  // of the standing sides; one more: assess anew
  std::string reason;
  bool operator==(const ResolveDraft&) const = default;
};

struct DeliverDraft {
  std::size_t row = 0;
  std::string evidence;
  std::size_t way = 0;  // of kWays
  bool operator==(const DeliverDraft&) const = default;
};

// What can be begun on the selected or open case.
enum class Duty {
  kAssess,
  kDecide,
  kDeliver,
  kApology,
  kAskData,
  kDataComplete,
  kIdentity,
  kTake,
  kNote,
  kClose,
  kRespond,
  kTimes,     // corrects the times that the sum is made of
  kRefer,     // to whoever is competent
  kReopen,    // a case that was closed
  kWithdraw,  // the visitor's signed letter
  kReturn,    // the proposal: drawn back by its author, or returned by the head
  kCorrect,   // one's own last note
};

enum class CaseMode { kRead, kAssess, kDecide, kDeliver };

struct SignIn {
  std::vector<Person> people;
  std::size_t chosen = 0;
  std::string filter;  // letters typed to find a name
  std::string password;
  enum class Stage { kTyping, kOpening, kRefused } stage = Stage::kTyping;
  std::int64_t wait_s = 0;    // of kRefused: no password is tried for so long
  bool locked = false;        // reached by locking, not by starting
  bool scan_refused = false;  // a ticket was scanned while locked
  bool taste_chosen = false;  // language or light were changed here: whoever signs in keeps them
  bool operator==(const SignIn&) const = default;
};

// What a list is narrowed to; an empty part lets everything through.
struct Filter {
  std::optional<ServiceId> service;
  std::optional<std::string> grade;  // a severity's id, or kGradeNone, kGradeUnregulated
  std::optional<NodeId> source;      // the device it was lodged at
  std::optional<PersonId> holder;    // an empty id: nobody
  std::optional<Day> since;          // lodged on this day or later
  bool operator==(const Filter&) const = default;
  [[nodiscard]] bool Any() const { return *this != Filter{}; }
};
inline constexpr std::string_view kGradeNone = "-";
inline constexpr std::string_view kGradeUnregulated = "tidak-diatur";

struct Inbox {
  CaseView view = CaseView::kAllOpen;
  Filter filter;
  std::vector<CaseRow> rows;
  std::size_t total = 0;
  std::size_t selected = 0;
  // One comes back from the selected case: if it has gone on, its place in the queue holds, so that
  // the next case is under the keyboard.
  bool came_back = false;
  bool loaded = false;
  Instant checked{};
  bool preview = true;
  std::optional<OpenCase> previewed;  // of the selected row
  std::string query;                  // as typed in the search field
  std::string shown_query;            // not empty: the rows are its results
  bool operator==(const Inbox&) const = default;
};

struct CaseWork {
  OpenCase open;
  std::optional<Inbox> back;  // the list it was opened from
  CaseMode mode = CaseMode::kRead;
  std::optional<ShownIdentity> identity;
  bool identity_refused = false;   // asked for, and the keys did not open it
  std::optional<std::size_t> act;  // the record of the history under the keyboard
  bool facts_column = false;       // narrow windows: facts instead of the next step
  bool basis = false;              // while deciding: sum and matrix instead of the lines
  bool operator==(const CaseWork&) const = default;
};

// A room beside the work: who stands behind it all, and whether it arrives.
enum class RoomKind { kDevices, kPeople };
struct Room {
  RoomKind kind = RoomKind::kDevices;
  std::size_t row = 0;        // of the room's table
  std::optional<Inbox> back;  // the list it was entered from
  bool operator==(const Room&) const = default;
};

using Screen = std::variant<SignIn, Inbox, CaseWork, Room>;

// The sheet of a scan, over whatever is open.
enum class ScanOutcome {
  kLooking,
  kFound,
  kClosed,
  kNotSynced,
  kWrongCode,
  kNotOurs,
  kOtherOffice,
};
enum class ScanStep { kApology, kAccept, kDone };
struct ScanSheet {
  std::string code;  // grouped, or as typed when it is no code
  bool typed = false;
  ScanOutcome outcome = ScanOutcome::kLooking;
  std::optional<OpenCase> open;
  ScanStep step = ScanStep::kApology;
  bool may_close = false;             // the short way goes on to closing
  bool other = false;                 // asks which other officer apologised
  bool settled = false;               // kDone: closed by the visitor's yes
  std::chrono::milliseconds shown{};  // monotonic; deaf to Enter for kScanDeaf from here
  bool saving = false;
  bool operator==(const ScanSheet&) const = default;
};

struct IdentityBox {
  std::size_t choice = 0;  // 0…3 presets, 4 own words
  std::string own;
  bool opening = false;
  bool operator==(const IdentityBox&) const = default;
};
struct NoteBox {
  std::string text;
  bool operator==(const NoteBox&) const = default;
};
inline constexpr std::size_t kDataItems = 5;
struct DataBox {
  std::array<bool, kDataItems> wanted{};
  std::size_t row = 0;
  bool operator==(const DataBox&) const = default;
};
struct RespondBox {
  std::size_t choice = 0;
  bool operator==(const RespondBox&) const = default;
};
struct CloseBox {
  std::vector<std::string> outcomes;  // those that may be named now
  std::size_t choice = 0;
  bool operator==(const CloseBox&) const = default;
};
// A deed of a few words: what the words mean follows from the duty (DeedFields in drafts.h).
inline constexpr std::size_t kDeedWords = 3;
struct DeedBox {
  Duty duty = Duty::kRefer;
  std::array<std::string, kDeedWords> words;
  std::size_t choice = 0;  // of the few that a duty offers
  RecordId about;          // the record that is corrected or taken back
  bool operator==(const DeedBox&) const = default;
};
// A second person who agrees, with their own password, on the spot.
struct SecondBox {
  std::vector<Draft> drafts;  // written when they do; the one that needs it gets their name
  std::vector<Person> may;    // who may agree
  std::size_t choice = 0;
  std::string password;
  enum class Stage { kTyping, kChecking, kRefused } stage = Stage::kTyping;
  std::int64_t wait_s = 0;  // of kRefused: no password is tried for so long
  bool operator==(const SecondBox&) const = default;
};
// Which room to enter: a letter each.
struct RoomsBox {
  bool operator==(const RoomsBox&) const = default;
};
// One's own password at this desk: the one until now, and the new one twice.
struct PasswordBox {
  std::array<std::string, 3> words;
  enum class Stage { kTyping, kChanging, kRefused, kDone } stage = Stage::kTyping;
  std::int64_t wait_s = 0;  // of kRefused: no password is tried for so long
  bool operator==(const PasswordBox&) const = default;
};
struct KeySheet {
  bool operator==(const KeySheet&) const = default;
};
// Narrows the list: one row a part, its choices below, narrowed by typing.
enum class FilterPart { kService, kGrade, kSource, kHolder };
inline constexpr std::size_t kFilterParts = 4;
struct FilterBox {
  FilterPart part = FilterPart::kService;
  std::size_t choice = 0;  // among those that match `typed`
  std::string typed;
  bool operator==(const FilterBox&) const = default;
};
// Every command by its name, and cases by their code.
struct Palette {
  std::string typed;
  std::size_t row = 0;
  bool operator==(const Palette&) const = default;
};
// One record of the history, as it stands in the folder.
struct RecordBox {
  std::size_t act = 0;
  bool operator==(const RecordBox&) const = default;
};
using Overlay =
    std::variant<ScanSheet, IdentityBox, NoteBox, DataBox, RespondBox, CloseBox, DeedBox, SecondBox,
                 RecordBox, KeySheet, FilterBox, Palette, RoomsBox, PasswordBox>;

// Where typed letters go. `index` tells the finding where there are several.
enum class Field {
  kFilter,
  kPassword,
  kSearch,
  kReason,
  kNotHeard,
  kNoApology,
  kDecision,
  kAnswer,  // to one thing the visitor asked for
  kEvidence,
  kNote,
  kOwnReason,
  kDeed,
  kProof,  // where a finding's evidence is kept
  kResolve,
  kSecond,  // the second person's password
  kOwnPassword,
  kFilterWords,
  kCommand,
};
struct Focus {
  Field field = Field::kSearch;
  std::size_t index = 0;
  std::size_t caret = 0;  // bytes into the text, always between two characters
  bool operator==(const Focus&) const = default;
};

// What a sheet covers, to come back as it was: a half-typed field, an open box.
struct Covered {
  std::optional<Overlay> overlay;
  std::optional<Focus> focus;
  bool operator==(const Covered&) const = default;
};

struct PastScan {
  std::string code;
  Instant at{};
  TextId badge = TextId::kDeskScanBadgeFound;
  bool operator==(const PastScan&) const = default;
};

// A case that was opened lately, for the palette.
struct RecentCase {
  RecordId id;
  std::string code;  // grouped
  ServiceId service;
  Instant at{};
  bool operator==(const RecentCase&) const = default;
};

// Half-done work of one person on one case; survives Esc, scans and the lock.
struct CaseDrafts {
  std::optional<AssessDraft> assess;
  std::optional<DecideDraft> decide;
  std::optional<DeliverDraft> deliver;
  std::optional<ResolveDraft> resolve;
  std::optional<NoteBox> note;
  bool operator==(const CaseDrafts&) const = default;
};
// Whose work on which case.
using DraftKey = std::pair<PersonId, RecordId>;
// As it lies on this desk's disk, or was last asked to.
struct KeptDrafts {
  CaseDrafts drafts;
  std::optional<Instant> at;  // nothing: not there yet
  bool failed = false;        // the disk refused it
  bool operator==(const KeptDrafts&) const = default;
};

// Parts of a screen that scroll on their own.
enum class Pane { kList, kPreview, kFacts, kWork, kNext, kOverlay };
inline constexpr std::size_t kPanes = 6;

enum class Saving { kNo, kSaving, kFull, kBroken };

struct State {
  Instant now{};
  std::chrono::milliseconds monotonic{};
  std::string language = "id";
  bool dark = false;
  bool dense = false;
  float scale = 1;  // UI scale, one of kScales
  std::optional<Person> person;
  std::vector<Person> people;  // of this desk
  std::map<PersonId, Taste> tastes;
  Taste first;  // of whoever has none yet
  Screen screen = SignIn{};
  std::optional<Overlay> overlay;
  std::optional<Focus> focus;
  Covered covered;                     // by the scan sheet
  std::array<float, kPanes> scroll{};  // design units from the top, by Pane
  bool follow = true;  // the pane scrolls to what the keyboard chose; a wheel ends it
  std::array<std::size_t, 10> counts{};  // by CaseView
  std::vector<RatingTally> ratings;
  std::uint64_t revision = 0;     // newest one heard of
  std::optional<Instant> synced;  // newest arrival
  std::map<DraftKey, CaseDrafts> drafts;
  std::map<DraftKey, KeptDrafts> kept;
  std::optional<std::chrono::milliseconds> keep_at;  // monotonic: drafts differ from the disk
  std::vector<PastScan> scans;                       // newest first, at most kScansKept
  std::vector<RecentCase> recent;                    // newest first, at most kRecentKept
  FolderState folder;
  std::string last_scan;  // repeats within kScanRepeat are ignored
  std::chrono::milliseconds last_scan_at{};
  Saving saving = Saving::kNo;
  std::optional<Instant> saved_at;
  std::vector<RecordId> fresh_ids;         // for the next records, topped up by the runner
  std::vector<Draft> unsaved;              // failed to be written; the same ids are tried again
  std::chrono::milliseconds last_touch{};  // for the lock after kIdleLock
  bool operator==(const State&) const = default;
};

inline constexpr std::chrono::milliseconds kScanDeaf{400};
inline constexpr std::chrono::milliseconds kScanRepeat{2000};
inline constexpr std::size_t kScansKept = 20;
inline constexpr std::size_t kRecentKept = 5;
inline constexpr std::array kScales{1.0F, 1.1F, 1.25F, 1.5F, 1.75F, 2.0F};
inline constexpr std::chrono::minutes kIdentityShown{5};
inline constexpr std::chrono::minutes kIdleLock{5};
inline constexpr std::chrono::minutes kIdleLockHead{10};
inline constexpr std::chrono::milliseconds kKeepDrafts{1000};
inline constexpr std::chrono::days kDraftsKept{30};  // an older one is thrown away
inline constexpr std::size_t kPageRows = 400;
inline constexpr std::size_t kMaxReasonSymbols = 2000;

}  // namespace tanggap::desk
