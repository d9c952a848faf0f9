// What covers a screen: the sheet of a scan, and the small boxes that ask for one thing.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "desk/open_case.h"
#include "domain/draft.h"

namespace tanggap::desk {

struct Person {
  PersonId id;
  std::string name;
  Role role = Role::kStaff;
  bool operator==(const Person&) const = default;
};

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

// Half-done work of one person on one case; survives Esc, scans and the lock.
struct CaseDrafts {
  std::optional<AssessDraft> assess;
  std::optional<DecideDraft> decide;
  std::optional<DeliverDraft> deliver;
  std::optional<ResolveDraft> resolve;
  std::optional<NoteBox> note;
  bool operator==(const CaseDrafts&) const = default;
};

}  // namespace tanggap::desk
