// Makes the records of a case as two desks and a kiosk would, with a small decree of three grades.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "domain/case_file.h"
#include "domain/record.h"

namespace tanggap {

inline const PersonId kStaffPerson{"petugas"};
inline const PersonId kSupervisorA{"atasan-a"};
inline const PersonId kSupervisorB{"atasan-b"};
inline const PersonId kSupervisorC{"atasan-c"};
inline const PersonId kHeadPerson{"pimpinan"};
inline const PersonId kAuditorPerson{"auditor"};

inline FoldRules MakerRules() {
  FoldRules rules;
  rules.roles = {{kStaffPerson, Role::kStaff},      {kSupervisorA, Role::kSupervisor},
                 {kSupervisorB, Role::kSupervisor}, {kSupervisorC, Role::kSupervisor},
                 {kHeadPerson, Role::kHead},        {kAuditorPerson, Role::kAuditor}};
  return rules;
}

// Lembata's shape, small: "waktu" with three cells, "cara" that touches a person, "biaya" blank.
inline Decree MakerDecree() {
  Decree decree;
  decree.id = "contoh";
  const auto aspect = [&](const char* id, bool conduct) {
    DecreeAspect made;
    made.id = AspectId(id);
    made.about_conduct = conduct;
    decree.aspects.push_back(made);
  };
  aspect("waktu", false);
  aspect("cara", true);
  aspect("biaya", false);
  const auto severity = [&](const char* id, int rank, bool oral) {
    DecreeSeverity made;
    made.id = SeverityId(id);
    made.rank = rank;
    made.claim = oral ? Claim::kOral : Claim::kWritten;
    made.apology_at_once = oral;
    decree.severities.push_back(made);
  };
  severity("ringan", 1, true);
  severity("sedang", 2, false);
  severity("berat", 3, false);
  const auto remedy = [&](const char* id, Beneficiary beneficiary) {
    DecreeRemedy made;
    made.id = RemedyId(id);
    made.beneficiary = beneficiary;
    decree.remedies.push_back(made);
  };
  remedy("maaf-lisan", Beneficiary::kComplainant);
  remedy("maaf-tertulis", Beneficiary::kComplainant);
  remedy("pemberitahuan-telepon", Beneficiary::kComplainant);
  remedy("pembinaan", Beneficiary::kOfficer);
  const auto cell = [&](const char* on, const char* grade,
                        std::initializer_list<const char*> gives) {
    DecreeCell made;
    made.aspect = AspectId(on);
    made.severity = SeverityId(grade);
    for (const char* id : gives)
      made.remedies.push_back({RemedyId(id), "F.1"});
    decree.cells.push_back(made);
  };
  cell("waktu", "ringan", {"maaf-lisan"});
  cell("waktu", "sedang", {"maaf-tertulis"});
  cell("waktu", "berat", {"maaf-tertulis", "pemberitahuan-telepon"});
  cell("cara", "sedang", {"maaf-tertulis"});
  cell("cara", "berat", {"maaf-tertulis", "pembinaan"});
  DecreeFact violence;
  violence.id = FactId("kekerasan-fisik");
  violence.refer = true;
  decree.facts.push_back(violence);
  return decree;
}

// Writes records one after another. Each answers the case and everything its node has seen, which
// is everything unless Apart() is called.
class CaseMaker {
 public:
  static constexpr std::int64_t kStart = 1'795'250'000'000;

  CaseMaker() {
    Record& record = Add("kiosk-1", RecordType::kComplaintLodged, {});
    record.refs.clear();
    record.bodies[BodyClass::kFacts].fields = {
        {"kind", "pengaduan"}, {"service", "legalisir"}, {"aspects", ToList({"waktu"})}};
    record.bodies[BodyClass::kContent].fields = {{"code", "K7QF2M9DXR47"}, {"secret", "00"}};
  }

  // Facts and content of the complaint, to vary it.
  Fields& Facts() { return records[0].bodies[BodyClass::kFacts].fields; }
  Fields& Content() { return records[0].bodies[BodyClass::kContent].fields; }

  Record& Add(const std::string& node, RecordType type, const PersonId& by, Fields facts = {},
              Fields content = {}) {
    Record record;
    const auto number = static_cast<std::uint8_t>(records.size() + 1);
    record.id.bytes = {number, 0xaa};
    record.type = type;
    record.type_name = std::string(NameOf(type));
    record.hlc = {kStart + clock, 0};
    clock += 60'000;
    record.day = *DayFromIso("2026-11-21");
    record.node = NodeId(node);
    record.epoch = 1;
    record.sequence = records.size() + 1;
    record.decree = "contoh@1";
    if (!records.empty()) record.refs.push_back(records[0].id);
    for (std::size_t i = 1; i < seen_until_; ++i)
      record.refs.push_back(records[i].id);
    if (!apart_) {
      for (std::size_t i = std::max<std::size_t>(seen_until_, 1); i < records.size(); ++i)
        record.refs.push_back(records[i].id);
    }
    if (!facts.empty()) record.bodies[BodyClass::kFacts] = {BodyState::kOpen, std::move(facts), by};
    if (!content.empty() || record.bodies.empty())
      record.bodies[BodyClass::kContent] = {BodyState::kOpen, std::move(content), by};
    records.push_back(std::move(record));
    return records.back();
  }

  // From here each node knows only what is written up to now, and its own.
  void Apart() {
    apart_ = true;
    seen_until_ = records.size();
  }
  void Together() { apart_ = false; }
  void Wait(std::chrono::milliseconds time) { clock += time.count(); }

  Record& Classify(const std::string& node, const PersonId& by, const std::string& aspect,
                   const std::string& severity, const std::string& facts = "") {
    Fields row{{"aspect", aspect}};
    if (!severity.empty()) row["severity"] = severity;
    if (!facts.empty()) row["facts"] = facts;
    return Add(node, RecordType::kClassified, by, {{"findings", List{row}}},
               {{"reason", "karena"}});
  }
  Record& Propose(const std::string& node, const PersonId& by,
                  const std::vector<std::string>& remedies) {
    return Add(node, RecordType::kProposed, by, {{"items", Items(remedies, false)}});
  }
  Record& Decide(const std::string& node, const PersonId& by,
                 const std::vector<std::string>& remedies, const std::string& refusal = "") {
    Fields facts{{"outcome", refusal.empty() ? "granted" : "refused"},
                 {"items", Items(remedies, refusal.empty())}};
    if (!refusal.empty()) facts["refusal"] = refusal;
    return Add(node, RecordType::kDecided, by, std::move(facts));
  }
  Record& Deliver(const std::string& node, const PersonId& by, const std::string& remedy) {
    return Add(node, RecordType::kRemedyDelivered, by, {{"remedy", remedy}});
  }
  Record& Close(const std::string& node, const PersonId& by, const std::string& outcome) {
    return Add(node, RecordType::kClosed, by, {{"outcome", outcome}});
  }
  Record& Say(const std::string& what) {
    Record& record =
        Add("kiosk-1", RecordType::kVisitorSaid, {}, {{"lookup", "l"}, {"what", what}});
    record.refs.clear();
    return record;
  }

  [[nodiscard]] CaseFile Fold() const { return FoldCase(records, decree, rules); }
  // Why the record had no effect; "" when it had.
  [[nodiscard]] std::string WhyRefused(const RecordId& id) const {
    for (const Act& act : Fold().acts) {
      if (act.record == id) return act.why_refused;
    }
    return "not folded";
  }

  std::vector<Record> records;
  Decree decree = MakerDecree();
  FoldRules rules = MakerRules();
  std::int64_t clock = 0;

 private:
  static List Items(const std::vector<std::string>& remedies, bool granted) {
    List items;
    for (const std::string& remedy : remedies) {
      items.push_back(Fields{{"remedy", remedy},
                             {"beneficiary", remedy == "pembinaan" ? "petugas" : "pelapor"},
                             {"granted", granted}});
    }
    return items;
  }

  bool apart_ = false;
  std::size_t seen_until_ = 0;
};

}  // namespace tanggap
