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
#include "desk/open_case.h"
#include "desk/overlays.h"
#include "domain/case_list.h"
#include "domain/decree.h"
#include "domain/draft.h"
#include "domain/office.h"
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

// What a person likes; kept on this desk under their name.
struct Taste {
  std::string language = "id";
  bool dark = false;
  bool dense = false;  // rows of one line
  float scale = 1;
  bool operator==(const Taste&) const = default;
};

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

enum class CaseMode { kRead, kAssess, kDecide, kDeliver };

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
  std::vector<Stick> sticks;         // in this computer, by name
  std::optional<Carriage> carriage;  // to a stick, under way or the last one
  std::string last_scan;             // repeats within kScanRepeat are ignored
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
