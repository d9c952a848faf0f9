// One office as configuration: who it is, its services with their norms, its clock and its choices.
// Read from office.toml by formats/office_file (file format: docs/office-file.md).
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/decree.h"
#include "domain/ids.h"
#include "domain/labels.h"
#include "domain/time.h"

namespace tanggap {

enum class NormUnit { kDays, kWorkingDays, kHours };  // "hari", "hari-kerja", "jam"

struct Norm {
  std::int64_t amount = 0;
  NormUnit unit = NormUnit::kWorkingDays;
  bool operator==(const Norm&) const = default;
};

struct OfficeService {
  ServiceId id;
  Labels label;
  Labels short_label;  // on the kiosk's tile; empty: the label itself
  Labels help;         // a second line below it on the tile; empty: none
  std::string icon;
  Norm norm;
  std::string standard;  // the standard that sets the norm, by its number; empty: not given
  std::int64_t fee_rupiah = 0;
  std::vector<Labels> papers;  // what to bring, for the page "about"
  Labels product;              // what one gets
  bool sensitive = false;      // `peka`: never a first tile, never on paper, status or in clear
  Labels neutral;              // of a `peka` service: all that a kiosk ever shows; empty: no tile
  bool information = false;    // asking and complaining itself: the tile for "no service"
  bool operator==(const OfficeService&) const = default;
};

// A ready sentence that a visitor may tap: what was seen, never why or who.
struct Phrase {
  PhraseId id;
  AspectId aspect;
  Labels text;
  bool counter_may_read = false;  // about time, room or papers: the ticket itself opens it
  bool always_first = false;      // violence, money, threats, leaks
  std::vector<FactId> suggests;   // facts proposed to the assessor, never taken as proved
  bool operator==(const Phrase&) const = default;
};

struct Counter {  // "Di loket mana?": a place, never a name
  std::string id;
  Labels label;
  bool operator==(const Counter&) const = default;
};

struct OfficeContact {  // responsible for complaints (UU 25/2009 art. 36)
  std::string title;
  std::string phone;
  bool operator==(const OfficeContact&) const = default;
};

// What a working day is: which weekdays, which dates are closed, and until when that list is known.
struct WorkCalendar {
  std::vector<std::chrono::weekday> working_days;
  std::map<Day, std::string> closed;  // date -> name of the holiday
  std::optional<Day> complete_until;  // later dates are an estimate
  bool operator==(const WorkCalendar&) const = default;
};

// When the counter serves, in minutes after local midnight.
struct OpenSpan {
  std::chrono::weekday day;
  int from_minute = 0;
  int to_minute = 0;
  bool operator==(const OpenSpan&) const = default;
};

// Other hours between two dates (Ramadan), from the yearly circular; never computed.
struct SpecialHours {
  std::string name;
  Day from{};
  Day to{};
  std::vector<OpenSpan> spans;
  bool operator==(const SpecialHours&) const = default;
};

struct OpeningHours {
  std::vector<OpenSpan> usual;
  std::vector<SpecialHours> special;
  bool operator==(const OpeningHours&) const = default;
};

enum class Orientation { kPortrait, kLandscape };
enum class PrinterKind { kNone, kFile, kDevice, kTcp };
enum class CutterKind { kNone, kPartial, kFull };

struct Panel {
  Orientation orientation = Orientation::kPortrait;
  double width_mm = 194;
  double height_mm = 345;
  double bottom_mm = 860;  // lower edge of the glass above the floor
  bool operator==(const Panel&) const = default;
};

struct PrinterSetting {
  PrinterKind kind = PrinterKind::kFile;
  std::string path;  // directory, device, or host:port
  int dots_per_line = 576;
  CutterKind cutter = CutterKind::kPartial;
  bool answers_status = false;
  bool operator==(const PrinterSetting&) const = default;
};

struct ScannerSetting {
  std::string vendor_product;  // "05e0:1200" or "05e0:1200:SERIAL"; empty: none
  std::string serial_path;
  bool operator==(const ScannerSetting&) const = default;
};

struct Intervals {  // seconds unless the name says otherwise
  int choice_idle_s = 30;
  int typing_idle_s = 60;
  int review_idle_s = 60;
  int warning_s = 20;
  int thanks_s = 4;
  int ticket_s = 20;
  int no_printer_s = 60;
  int segment_close_s = 20;
  int status_every_s = 900;
  int sync_every_s = 60;
  int ticket_limit = 3;  // so many complaints within ticket_limit_s, the next goes to the counter
  int ticket_limit_s = 600;  // 0: no limit
  bool operator==(const Intervals&) const = default;
};

enum class LatenessReading { kLiteral, kWholeDays };  // "harfiah", "longgar"
enum class TriggerReading { kAny, kAll, kBecause };   // Belitung KETIGA: any | all | sebab
enum class OverlapReading { kTogether, kThirdOnly };  // "gabung", "ketiga-saja"

enum class ClockReading { kComplete, kHandedIn };  // "lengkap", "masuk"

struct Policies {  // the readings that an office decides; each is printed with what it produced
  LatenessReading lateness = LatenessReading::kLiteral;
  // What the service's time runs from while nobody recorded when the file was complete: not at all,
  // or from the handing in. Never under a decree that counts from the declaration itself.
  ClockReading clock = ClockReading::kComplete;
  TriggerReading triggers = TriggerReading::kAny;
  OverlapReading overlap = OverlapReading::kTogether;
  bool officer_closes_light = true;
  int first_response_days = 14;  // UU 25/2009 art. 44
  int completion_days = 30;
  int decision_days = 60;  // UU 25/2009 art. 50
  int notify_days = 14;
  int notify_working_days = 5;  // UU 30/2014 art. 62(2); the earlier of the two holds
  int question_working_days = 5;
  int objection_working_days = 21;
  int objection_answer_working_days = 10;
  bool operator==(const Policies&) const = default;
};

struct Retention {  // days after closing; 0 = not configured (then the kiosk has no identity page)
  int content_days = 0;
  int identity_days = 0;
  std::string source;  // the schedule it comes from
  bool operator==(const Retention&) const = default;
};

struct SensitiveSetting {  // [aman]
  bool active = false;
  std::vector<std::string> urgent_words;
  std::string urgent_role;              // in words: who beside the head handles an urgent case
  std::vector<PersonId> urgent_people;  // the same as enrolled: they and the head alone see it
  std::vector<std::pair<std::string, std::string>> public_numbers;  // {"129", "SAPA"}
  bool operator==(const SensitiveSetting&) const = default;
};

struct Office {
  std::string name;                         // "Dinas Pendidikan"
  std::string short_name;                   // at most 24 signs
  std::string government;                   // "Pemerintah Kabupaten Lembata"
  std::string region;                       // "Kabupaten Lembata"
  std::vector<std::string> letterhead;      // lines, for letters
  std::vector<std::string> ticket_head_48;  // ASCII capitals, for 80 mm paper
  std::vector<std::string> ticket_head_32;  // for 58 mm paper
  std::string place;                        // "Lewoleba"
  std::string address;
  std::string accent = "#8C2F39";
  std::string logo;  // icon file, optional
  Zone zone;
  std::string head_title;  // "Kepala Dinas Pendidikan", for letters
  std::string superior;    // takes objections and cases that concern the head
  Labels promise;          // the service promise on the page "about"; empty: none
  OfficeContact contact;
  std::string data_contact;
  std::vector<std::string> channels;  // LAPOR!, Ombudsman, as printed
  std::string decree_file;            // as written in office.toml
  std::string phrases_file;
  std::vector<std::string> languages{"id", "en"};    // first is the default
  std::string status_url;                            // empty: the QR holds TANGGAP:<code>
  std::string complaint_desk;                        // {meja}: where to take the ticket
  std::map<std::string, std::string> device_places;  // "kiosk-1" -> "Lobi 1"
  std::vector<OfficeService> services;
  std::vector<Counter> counters;
  std::vector<Phrase> phrases;
  WorkCalendar calendar;
  OpeningHours hours;
  Panel panel;
  PrinterSetting printer;
  ScannerSetting scanner;
  Intervals intervals;
  Policies policies;
  Retention retention;
  SensitiveSetting sensitive;

  bool operator==(const Office&) const = default;
  [[nodiscard]] const OfficeService* Find(const ServiceId& service) const;
  [[nodiscard]] const Phrase* Find(const PhraseId& phrase) const;
};

}  // namespace tanggap
