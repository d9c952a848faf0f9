// A compensation decree as data: aspects, severities, cells, remedies, each with its citation and
// the decree's own words. Read from assets/decrees/*.toml by formats/decree_file; judged by
// domain/assess.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"
#include "domain/labels.h"
#include "domain/time.h"

namespace tanggap {

enum class Beneficiary { kComplainant, kOfficer, kUnit };  // "pelapor", "petugas", "unit"
enum class Claim { kNone, kOral, kWritten };               // "lisan", "tertulis"
enum class LatenessUnit { kDays, kHours };                 // what a time trigger's bounds count

// A finer choice inside a catch-all aspect ("Hal lain" -> "Sikap petugas"); for statistics and to
// point the assessor at a fact. Never a rule of the decree.
struct AspectDetail {
  std::string id;
  Labels label;
  std::string icon;
  bool about_conduct = false;
  std::string skm_element;
  std::vector<FactId> suggests;
  bool operator==(const AspectDetail&) const = default;
};

struct DecreeAspect {
  AspectId id;
  Labels label;       // for visitors: "Terlalu lama"
  Labels help;        // second line: "Layanan lewat dari waktu janji."
  Labels say;         // read aloud where the label isn't fit for the ear; empty: the label
  std::string title;  // the decree's own column title, verbatim
  std::string icon;   // file name in assets/icons without ".svg"
  std::string cite;
  std::string form;       // the non-conformity that this aspect stands for, verbatim; may be empty
  std::string form_cite;  // "Lampiran E.1.a"
  bool flag = false;      // shown to the auditor whatever is found (a possible illegal levy)
  std::vector<AspectDetail> details;
  bool about_conduct = false;  // touches a person: asks "Di loket mana?", closed to counter staff
  bool time = false;           // judged by lateness: the kiosk asks for dates
  std::string skm_element;     // "waktu"; empty where none fits
  bool operator==(const DecreeAspect&) const = default;
};

struct DecreeSeverity {
  SeverityId id;
  Labels label;
  int rank = 0;  // higher is graver
  Claim claim = Claim::kNone;
  std::string claim_text;  // verbatim
  std::string claim_cite;
  std::string cite;
  bool apology_at_once = false;  // the officer must apologise at that very moment (Lembata F.2.1)
  bool operator==(const DecreeSeverity&) const = default;
};

struct DecreeRemedy {
  RemedyId id;
  Labels label;  // for visitors
  Labels help;
  std::string verbatim;  // corrected spelling for print is `label`; this is the decree's
  Beneficiary beneficiary = Beneficiary::kComplainant;
  bool needs_phone = false;
  bool needs_address = false;
  bool operator==(const DecreeRemedy&) const = default;
};

struct DecreeMeasure {  // towards an officer; never on a visitor's paper or screen
  MeasureId id;
  Labels label;
  std::string verbatim;
  std::string cite;
  bool operator==(const DecreeMeasure&) const = default;
};

struct DecreeFact {
  FactId id;
  Labels label;
  std::string verbatim;
  std::string cite;
  std::vector<AspectId> aspects;  // empty: any aspect
  bool refer = false;             // raises a mandatory referral (physical violence)
  bool operator==(const DecreeFact&) const = default;
};

// One given remedy of a cell or trigger, in the decree's order.
struct GrantedRemedy {
  RemedyId id;
  std::string cite;
  bool operator==(const GrantedRemedy&) const = default;
};

// Lateness strictly over `over`, up to and including `up_to` (none: no upper bound), counted in the
// decree's LatenessUnit. `whole_from` and `whole_to` are the same cell under the reading "longgar",
// which counts begun days of lateness; 0: the decree file gives no such reading.
struct LatenessBounds {
  double over = 0;
  std::optional<double> up_to;
  int whole_from = 0;
  std::optional<int> whole_to;
  bool operator==(const LatenessBounds&) const = default;
};

// One cell of the matrix that has a rule. A (aspect, severity) without a cell is "tidak diatur".
struct DecreeCell {
  AspectId aspect;
  SeverityId severity;
  std::optional<LatenessBounds> lateness;  // the time column
  std::vector<FactId> facts;               // any of these proves the cell
  bool chosen_by_person = false;           // can't be derived (Lembata Jaminan: same words twice)
  std::string condition;                   // verbatim (E.2)
  std::string condition_cite;
  std::vector<GrantedRemedy> remedies;
  std::string remedy_text;  // verbatim (F.1)
  std::string remedy_cite;
  bool operator==(const DecreeCell&) const = default;
};

// A trigger without severities (Belitung KETIGA): adds remedies to the general ones.
struct DecreeTrigger {
  std::string id;                 // "terlambat", "gangguan"
  Labels label;                   // for the desk: "Lebih dari 2x24 jam"
  std::vector<AspectId> aspects;  // where lateness counts; empty: any aspect
  std::optional<LatenessBounds> lateness;
  std::vector<FactId> facts;
  std::string condition;  // verbatim
  std::string cite;
  std::vector<GrantedRemedy> remedies;
  bool operator==(const DecreeTrigger&) const = default;
};

// Any other sentence of the decree that the programs show or print: promise, definitions, duties.
struct DecreeRule {
  std::string id;    // "kompensasi", "kahar-pengertian"
  std::string kind;  // "janji" (promise), "pengertian", "kewajiban", "hak", "anggaran", "catatan"
  Labels plain;      // in plain words for the page "about"; empty: not for visitors
  std::string verbatim;
  std::string cite;
  bool operator==(const DecreeRule&) const = default;
};

struct Decree {
  std::string id;  // "lembata-dinas-pendidikan-2024"
  int version = 1;
  std::string number;  // "Nomor 18 Tahun 2024", for print
  std::string title;
  std::string office;
  Day in_force{};
  std::string in_force_text;  // verbatim
  std::string in_force_cite;
  LatenessUnit lateness_unit = LatenessUnit::kDays;
  std::vector<DecreeAspect> aspects;       // in the decree's order
  std::vector<DecreeSeverity> severities;  // empty: a decree without grades
  std::vector<DecreeRemedy> remedies;
  std::vector<DecreeMeasure> measures;
  std::vector<DecreeFact> facts;
  std::vector<DecreeCell> cells;
  std::vector<GrantedRemedy> general;  // given for every aspect (Belitung annex 5)
  std::string general_text;            // verbatim
  std::string general_cite;
  std::vector<DecreeTrigger> triggers;
  bool kahar_stops_clock = false;  // Lembata E.3
  std::string kahar_text;
  std::string kahar_cite;
  std::string matrix_cite;    // cited when a cell is empty
  std::string decision_text;  // "dapat memberikan": who decides, verbatim
  std::string decision_cite;
  bool leader_assesses = false;  // penilai = pimpinan (Belitung annex 4)
  // The apology that a proposal preselects outside the matrix where a proved cell gives the
  // complainant nothing; empty: none.
  RemedyId apology_outside;
  int budget_year = 0;  // of the budget that bears the costs; 0: the decree names none
  std::vector<DecreeRule> rules;

  bool operator==(const Decree&) const = default;
  [[nodiscard]] std::string Reference() const { return id + "@" + std::to_string(version); }
  [[nodiscard]] const DecreeAspect* Find(const AspectId& aspect) const;
  [[nodiscard]] const DecreeSeverity* Find(const SeverityId& severity) const;
  [[nodiscard]] const DecreeRemedy* Find(const RemedyId& remedy) const;
  [[nodiscard]] const DecreeMeasure* Find(const MeasureId& measure) const;
  [[nodiscard]] const DecreeFact* Find(const FactId& fact) const;
  [[nodiscard]] const DecreeRule* FindRule(std::string_view rule) const;
  [[nodiscard]] const DecreeCell* Cell(const AspectId& aspect, const SeverityId& severity) const;
  // Where the words of this cell stand, named with the cell: "Lampiran E.2, Waktu/Sedang".
  [[nodiscard]] std::string ConditionCite(const DecreeCell& cell) const;
  // Whether any severity of this aspect has a cell.
  [[nodiscard]] bool HasCell(const AspectId& aspect) const;
};

// The words that files and JSON use: "pelapor", "petugas", "unit"; "lisan", "tertulis", "".
[[nodiscard]] std::string_view NameOf(Beneficiary beneficiary);
[[nodiscard]] std::string_view NameOf(Claim claim);

}  // namespace tanggap
