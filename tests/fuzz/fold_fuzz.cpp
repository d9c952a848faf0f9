// What a reader does with records that are signed but say anything: fold, due dates, lists, states,
// counts and erasures. Whoever stole a device's key can write every field.
#include <array>
#include <chrono>
#include <limits>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/lateness.h"
#include "domain/record_schema.h"
#include "domain/retention.h"
#include "domain/tallies.h"
#include "formats/office_file.h"
#include "formats/record_codec.h"
#include "fuzz/fuzz.h"
#include "ledger/erasures.h"
#include "ledger/ticket_secret.h"
#include "support/places.h"

using namespace tanggap;

namespace {

constexpr std::int64_t kNow = 1795250000000;
constexpr std::array<const char*, 4> kPeople{"ani0000000", "budi000000", "citra00000",
                                             "dewi000000"};

// Words that records of every type use.
constexpr std::array<const char*, 40> kWords{"",           "pengaduan",
                                             "pertanyaan", "saran",
                                             "pujian",     "waktu",
                                             "kompetensi", "perilaku",
                                             "sarana",     "ringan",
                                             "sedang",     "berat",
                                             "legalisir",  "accept",
                                             "withdraw",   "undo",
                                             "object",     "add",
                                             "yes",        "complete",
                                             "incomplete", "not-ours",
                                             "granted",    "refused",
                                             "partial",    "deviates",
                                             "not-proven", "done",
                                             "lapsed",     "light",
                                             "answered",   "referred",
                                             "withdrawn",  "permohonan-maaf",
                                             "pelapor",    "petugas",
                                             "ani0000000", "budi000000",
                                             "2026-11-21", "hari-ini"};

const OfficeFile& TheOffice(unsigned which) {
  static const std::array<OfficeFile, 2> offices{
      ReadOfficeFile(SourceDir() / "kiosk-config/offices/lembata.toml").Value(),
      ReadOfficeFile(SourceDir() / "kiosk-config/offices/belitung.toml").Value()};
  return offices.at(which);
}

// Records made from a recipe of bytes: which type, what it answers, which fields with what in them.
class Kitchen {
 public:
  explicit Kitchen(std::string_view recipe) : recipe_(recipe) {}

  std::vector<Record> Cook() {
    std::vector<Record> records;
    while (!recipe_.empty() && records.size() < kMost) {
      Record record = One(records);
      if (const auto read = Carried(record)) records.push_back(*read);
    }
    return records;
  }

 private:
  static constexpr std::size_t kMost = 24;

  std::uint8_t Byte() {
    if (recipe_.empty()) return 0;
    const auto byte = static_cast<std::uint8_t>(recipe_.front());
    recipe_.remove_prefix(1);
    return byte;
  }

  Record One(const std::vector<Record>& before) {
    Record record;
    const std::size_t types = AllRecordTypes().size();
    // The first is a complaint more often than not; else there is no case.
    const std::size_t type = Byte();
    record.type = before.empty() && type % 2 == 0 ? RecordType::kComplaintLodged
                                                  : AllRecordTypes()[type / 2 % types];
    record.type_name = NameOf(record.type);
    record.id.bytes.fill(static_cast<std::uint8_t>(before.size() + 1));
    record.day = DayFromIso(Day(Byte())).value_or(DayFromIso("2026-11-21").value());
    record.hlc = {std::max<std::int64_t>(Moment(Byte()), 0), Byte()};
    const std::uint8_t place = Byte();
    record.node = NodeId{place % 2 == 0 ? "kiosk00000" : "desk000000"};
    record.epoch = 1 + place % 3;
    record.sequence = before.size() + 1;
    if (!before.empty()) {
      record.refs.push_back(place % 4 == 3 ? before.back().id : before.front().id);
      if (place >= 128) record.refs.push_back(before[place % before.size()].id);
    }
    const std::uint8_t by = Byte();
    const RecordRule& rule = *RuleOf(record.type);
    Fill(record.clear, rule.clear, before, by);
    for (const BodyClass body_class : kAllBodyClasses) {
      Body body;
      if (rule.author != Authorship::kDevice) body.by = PersonId{kPeople.at(by % 4)};
      if (by >= 240) body.state = BodyState::kSealed;
      if (by < 240) Fill(body.fields, rule.Of(body_class), before, by);
      if (!rule.Of(body_class).empty() || body_class == BodyClass::kFacts)
        record.bodies[body_class] = std::move(body);
    }
    record.critical = by == 239;
    return record;
  }

  void Fill(Fields& fields, std::span<const FieldRule> rules, const std::vector<Record>& before,
            std::uint8_t how) {
    for (const FieldRule& rule : rules) {
      const std::uint8_t choice = Byte();
      if (choice == 0 && (!rule.required || how % 16 == 15)) continue;
      fields[std::string(rule.name)] = Of(rule, choice, before);
    }
  }

  Value Of(const FieldRule& rule, std::uint8_t choice, const std::vector<Record>& before) {
    // Now and then not what the field should be.
    switch (choice >= 250 ? static_cast<FieldKind>(Byte() % 11) : rule.kind) {
      case FieldKind::kText:
        return Text(choice);
      case FieldKind::kDay:
        return Day(choice);
      case FieldKind::kMoment:
        return Moment(choice);
      case FieldKind::kNumber:
        return Number(choice);
      case FieldKind::kFlag:
        return choice % 2 == 1;
      case FieldKind::kRecord:
        return before.empty() ? std::string(32, 'a') : ToHex(before[choice % before.size()].id);
      case FieldKind::kTexts:
        return ListOf(choice, [&] { return Value(Text(Byte())); });
      case FieldKind::kNumbers:
        return ListOf(choice, [&] { return Value(Number(Byte())); });
      case FieldKind::kWords:
        return JoinWords({Text(choice), Text(Byte())});
      case FieldKind::kRows:
        return ListOf(choice, [&] {
          Fields row;
          for (const FieldRule& cell : rule.row) {
            if (const std::uint8_t what = Byte(); what != 0)
              row[std::string(cell.name)] = Of(cell, what, {});
          }
          return Value(std::move(row));
        });
      case FieldKind::kPairs:
        return ListOf(choice, [&] { return Value(List{Text(Byte()), Text(Byte())}); });
    }
    return "";
  }

  template <class Make>
  static Value ListOf(std::uint8_t choice, const Make& make) {
    List list;
    for (unsigned i = 0; i < choice % 4U; ++i)
      list.push_back(make());
    return list;
  }

  // A known word, a word of the decree, or bytes of the recipe themselves.
  std::string Text(std::uint8_t choice) {
    const Decree& decree = TheOffice(choice % 2).decree;
    if (choice < 2 * kWords.size()) return kWords.at(choice / 2);
    const std::size_t at = Byte();
    if (choice < 110 && !decree.aspects.empty())
      return decree.aspects[at % decree.aspects.size()].id.value;
    if (choice < 140 && !decree.remedies.empty())
      return decree.remedies[at % decree.remedies.size()].id.value;
    if (choice < 160 && !decree.facts.empty())
      return decree.facts[at % decree.facts.size()].id.value;
    if (choice < 180 && !decree.severities.empty())
      return decree.severities[at % decree.severities.size()].id.value;
    const std::string_view raw = recipe_.substr(0, at % 32U);
    recipe_.remove_prefix(raw.size());
    return IsUtf8(raw) ? std::string(raw) : std::string();
  }

  static std::string Day(std::uint8_t choice) {
    constexpr std::array<const char*, 8> kEnds{
        "0000-01-01", "9999-12-31", "1970-01-01", "2026-02-28",
        "2024-02-29", "2026-12-31", "not a day",  ""};
    if (choice < kEnds.size()) return kEnds.at(choice);
    return IsoDay(tanggap::Day{std::chrono::sys_days{DayFromIso("2026-11-21").value()} +
                               std::chrono::days{static_cast<int>(choice) - 128}});
  }

  static std::int64_t Moment(std::uint8_t choice) {
    constexpr std::int64_t kLargest = (std::int64_t{1} << 53U) - 1;
    constexpr std::array<std::int64_t, 8> kEnds{0,
                                                kLargest,
                                                -kLargest,
                                                -1,
                                                1,
                                                kNow,
                                                971'890'963'199'999,  // the last year of a Day
                                                -1'096'193'779'200'000};
    if (choice < kEnds.size()) return kEnds.at(choice);
    return kNow + (static_cast<std::int64_t>(choice) - 128) * 6 * 3'600'000;
  }

  static std::int64_t Number(std::uint8_t choice) {
    return choice >= 200 ? Moment(choice - 200) : static_cast<std::int64_t>(choice) - 20;
  }

  // Only what a line can carry; a line is read as it was written.
  static std::optional<Record> Carried(const Record& record) {
    RecordLine line{record, {}};
    line.record.bodies.clear();
    const auto read = ReadRecordLine(WriteRecordLine(line));
    if (!read.Ok()) return std::nullopt;
    Record carried = read.Value().record;
    carried.node = record.node;
    carried.epoch = record.epoch;
    carried.sequence = record.sequence;
    fuzz::Require(carried.clear == record.clear && carried.refs == record.refs &&
                      carried.day == record.day && carried.hlc == record.hlc,
                  "a record line is read as written");
    carried.bodies = record.bodies;
    return carried;
  }

  std::string_view recipe_;
};

FoldRules RulesOf(const Office& office) {
  FoldRules rules;
  rules.roles = {{PersonId{kPeople[0]}, Role::kStaff},
                 {PersonId{kPeople[1]}, Role::kSupervisor},
                 {PersonId{kPeople[2]}, Role::kHead},
                 {PersonId{kPeople[3]}, Role::kAuditor}};
  rules.calendar = office.calendar;
  return rules;
}

void LookAt(const CaseFile& file, const OfficeFile& office) {
  const Day today = DayFromIso("2026-11-21").value();
  for (const DueDate& due : DueDates(file, office.office))
    fuzz::Require(!due.duty.empty(), "a due date says what is due");
  static_cast<void>(Summarise(file, office.decree, office.office));
  const TicketState state = StateForVisitor(file, office.decree, office.office, today);
  const std::string written = WriteTicketState(state);
  fuzz::Require(written.size() <= 511, "a state fits its capsule");
  fuzz::Require(ReadTicketState(written).has_value(), "a state is read as written");
  for (const auto& [person, role] : RulesOf(office.office).roles) {
    static_cast<void>(MaySee(file, person, role));
    for (const RecordType type : AllRecordTypes())
      static_cast<void>(WhyNot(file, type, person, role, FromMillis(kNow)));
    static_cast<void>(ClosingOutcomes(file, person, role, FromMillis(kNow)));
  }
  static_cast<void>(RetentionEnds(file, office.office));
  if (file.handed_in) {
    const OfficeService& service = office.office.services.front();
    LatenessInput times;
    times.from = file.declared_complete.value_or(*file.handed_in);
    times.to = file.finished.value_or(FromMillis(kNow));
    static_cast<void>(MeasureLateness(office.decree, service, office.office, times, {}));
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::TextOf(data, size);
  const OfficeFile& office = TheOffice(fuzz::TakeChoice(bytes, 2));
  const std::vector<Record> records = Kitchen(bytes).Cook();
  const FoldRules rules = RulesOf(office.office);
  const CaseFile file = FoldCase(records, office.decree, rules);
  std::vector<Record> again(records.rbegin(), records.rend());
  again.insert(again.end(), records.begin(), records.end());
  fuzz::Require(FoldCase(again, office.decree, rules) == file,
                "a case is a function of the set of its records");
  if (!file.id.Empty()) LookAt(file, office);
  fuzz::Require(RatedTaps(again) == RatedTaps(records), "copies of a rating count once");
  static_cast<void>(CountRatings(records));
  Erasures erasures;
  for (const Record& record : records) {
    erasures.Take(record);
    static_cast<void>(RetentionEndOf(record, office.office));
    static_cast<void>(WriteProblems(record));
  }
  for (const Record& record : records)
    static_cast<void>(erasures.Of(record));
  return 0;
}
