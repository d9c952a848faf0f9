// What a visitor has said so far, in memory only; and the way of stations that asks for it.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/decree.h"
#include "domain/ids.h"
#include "domain/office.h"
#include "domain/time.h"
#include "texts/texts.h"

namespace tanggap::kiosk {

inline constexpr std::size_t kStoryCharacters = 280;  // typed; phrases come on top
inline constexpr std::size_t kFieldCharacters = 60;
inline constexpr std::size_t kPhoneDigits = 14;
inline constexpr std::size_t kMinPhoneDigits = 9;
inline constexpr std::size_t kMaxAspects = 2;

// A day as people remember it. `from` and `to` bound it where the words allow.
enum class DayWord {
  kToday,
  kYesterday,
  kDaysAgo,
  kThisWeek,
  kLastWeek,
  kThisMonth,
  kLastMonth,
  kMonth,
  kOlder,
  kUnknown,
  kNever,  // "Belum pernah dinyatakan lengkap"
};
struct DayAnswer {
  DayWord word = DayWord::kUnknown;
  int days_ago = 0;  // of kDaysAgo
  std::optional<Day> from;
  std::optional<Day> to;
  bool long_ago = false;  // more than 30 days before it was asked, whatever day it was
  bool operator==(const DayAnswer&) const = default;
};
// The answer that `word` means on `today`; `n` is the days of kDaysAgo or the months of kMonth.
[[nodiscard]] DayAnswer AnswerOn(Day today, DayWord word, int n = 0);

enum class WhenQuestion { kHappened, kHandedIn, kComplete };
enum class Wish {
  kFinish = 1,
  kExplain,
  kApologise,
  kDeliver,
  kImprove,
  kMoney,
  kKeepApart,  // "jangan pertemukan saya dengan petugas itu"
};
inline constexpr int kWishes = 7;
enum class Loss { kNone, kMoney, kTime, kOther };

enum class IdentityMode { kAnonymous, kPhoneOnly, kNamed };
enum class IdentityField { kName, kPhone, kVillage, kProxy };
// Sensitive offices: how and when a call does no harm. Without both nobody is called.
enum class SafeWay { kNone, kPhone, kWhatsApp };
enum class SafeHours { kMorning = 1, kNoon, kAfternoon, kAny };
inline constexpr int kSafeHours = 4;
struct Identity {
  IdentityMode mode = IdentityMode::kAnonymous;
  std::string name;
  std::string phone;  // digits only, 0 first
  std::string village;
  std::string proxy;
  bool may_phone = false;
  bool may_whatsapp = false;
  SafeWay safe_way = SafeWay::kNone;
  std::optional<SafeHours> safe_hours;
  bool may_name_office = false;
  bool operator==(const Identity&) const = default;
};
[[nodiscard]] const std::string& ValueOf(const Identity& identity, IdentityField field);
[[nodiscard]] std::string& ValueOf(Identity& identity, IdentityField field);
// "+62 812…" and "62812…" become "0812…"; at most kPhoneDigits.
[[nodiscard]] std::string NormalPhone(const std::string& typed);

struct Complaint {
  ComplaintKind kind = ComplaintKind::kComplaint;
  ServiceId service;              // empty: not named
  std::vector<AspectId> aspects;  // the first is the main one
  bool unsure = false;            // "Saya tidak yakin"
  std::string detail;             // of an aspect with details
  std::string counter;            // id; empty: skipped
  std::optional<DayAnswer> happened;
  std::optional<DayAnswer> handed_in;
  std::optional<DayAnswer> complete;
  std::vector<PhraseId> phrases;
  std::string words;
  std::set<Wish> wishes;
  std::optional<Loss> loss;
  Identity identity;
  bool paper = true;
  bool urgent = false;  // sent in spite of "Ini perlu petugas sekarang"
  bool operator==(const Complaint&) const = default;
};
// Overwrites every byte the visitor gave before the strings are freed.
void Wipe(Complaint& complaint);
void Wipe(std::string& text);

// Everything that stays the same while the program runs.
struct Context {
  Office office;
  Decree decree;
  std::vector<Texts> languages;  // the first is the default
  bool staff_menu = false;       // a PIN is set
  [[nodiscard]] const Texts& In(const std::string& language) const;
};

// Whether anybody may call: with a number, and in a sensitive office a safe way and hours for it.
[[nodiscard]] bool Reachable(const Context& context, const Identity& identity);
[[nodiscard]] bool AsksIdentity(const Context& context);
[[nodiscard]] bool AboutConduct(const Context& context, const Complaint& complaint);
[[nodiscard]] bool AboutTime(const Context& context, const Complaint& complaint);
// Services in the order of tiles: sensitive ones last, those without a neutral word and the
// information service left out.
[[nodiscard]] std::vector<ServiceId> TileServices(const Context& context);
// The same as pages of at most `per_page`; a sensitive one is never on the first.
[[nodiscard]] std::vector<std::vector<ServiceId>> ServicePages(const Context& context,
                                                               std::size_t per_page);
// What is said of a service where it is chosen: of a sensitive one only its neutral word.
[[nodiscard]] const Labels& TileLabel(const OfficeService& service);
// The same as it stands on the tile: the office's short word, else the label, and its second line.
[[nodiscard]] const Labels& TileWord(const OfficeService& service);
[[nodiscard]] const Labels& TileHelp(const OfficeService& service);
// Ready sentences for the chosen aspects; violence, money, threats and leaks first.
[[nodiscard]] std::vector<PhraseId> OfferedPhrases(const Context& context,
                                                   const Complaint& complaint);
// Phrases and typed words as one story, each sentence ended.
[[nodiscard]] std::string Story(const Context& context, const Complaint& complaint,
                                const std::string& language);
// Whether the story holds words that the office listed as urgent (violence at home): each word of
// an entry begins one of the story, side by side, however they are spaced and spelled in capitals.
[[nodiscard]] bool NeedsSomebodyNow(const Context& context, const Complaint& complaint);

// The stations of the way; what is not asked of this complaint is not in the list.
enum class Station {
  kService,
  kAspect,
  kDetail,
  kCounter,
  kHappened,
  kHandedIn,
  kComplete,
  kWhat,
  kAsk,
  kLoss,
  kIdentity,
  kReview,
};
[[nodiscard]] std::vector<Station> StationsOf(const Context& context, const Complaint& complaint);
// The first station of the step that a station belongs to: questions that are changed together.
[[nodiscard]] Station StepOf(Station station);
struct Progress {
  int now = 1;
  int total = 1;
  bool operator==(const Progress&) const = default;
};
// "Langkah 2 dari 7": questions that belong together count as one step.
[[nodiscard]] Progress ProgressAt(const Context& context, const Complaint& complaint,
                                  Station station);

}  // namespace tanggap::kiosk
