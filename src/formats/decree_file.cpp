#include "formats/decree_file.h"

#include <array>
#include <utility>

#include "formats/decree_check.h"
#include "formats/toml_table.h"

namespace tanggap {
namespace {

using formats::ProblemList;
using formats::Table;

constexpr double kLargestBound = 100'000;
constexpr int kLargestRank = 100;

constexpr std::array kBeneficiaries{
    std::pair{std::string_view{"pelapor"}, Beneficiary::kComplainant},
    std::pair{std::string_view{"petugas"}, Beneficiary::kOfficer},
    std::pair{std::string_view{"unit"}, Beneficiary::kUnit}};
constexpr std::array kClaims{std::pair{std::string_view{""}, Claim::kNone},
                             std::pair{std::string_view{"lisan"}, Claim::kOral},
                             std::pair{std::string_view{"tertulis"}, Claim::kWritten}};
constexpr std::array kUnits{std::pair{std::string_view{"hari"}, LatenessUnit::kDays},
                            std::pair{std::string_view{"jam"}, LatenessUnit::kHours}};
constexpr std::array<std::pair<std::string_view, int>, 6> kRuleKinds{{{"janji", 0},
                                                                      {"pengertian", 1},
                                                                      {"kewajiban", 2},
                                                                      {"hak", 3},
                                                                      {"anggaran", 4},
                                                                      {"ruang-lingkup", 5}}};

template <class Id>
Id IdOf(Table& table) {
  Id id{table.Identifier("id")};
  table.SetWhere(table.Where() + " \"" + id.value + "\"");
  return id;
}

template <class Id>
std::vector<Id> IdsOf(const std::vector<std::string>& words) {
  std::vector<Id> ids;
  for (const std::string& word : words)
    ids.emplace_back(word);
  return ids;
}

std::vector<GrantedRemedy> RemediesOf(Table& table, const std::string& cite) {
  std::vector<GrantedRemedy> granted;
  for (const std::string& word : table.Texts("remedies")) {
    granted.push_back({RemedyId{word}, cite});
  }
  return granted;
}

std::optional<LatenessBounds> BoundsOf(Table& table) {
  if (!table.Has("over")) {
    for (const std::string_view key : {"up_to", "whole_from", "whole_to"}) {
      if (table.Has(key)) table.Report(key, "stands only beside over");
      static_cast<void>(table.NumberOr(key, 0, 0, kLargestBound));
    }
    return std::nullopt;
  }
  LatenessBounds bounds;
  bounds.over = table.NumberOr("over", 0, 0, kLargestBound);
  if (table.Has("up_to")) {
    bounds.up_to = table.NumberOr("up_to", bounds.over + 1, 0, kLargestBound);
    if (*bounds.up_to <= bounds.over) table.Report("up_to", "expected more than over");
  }
  constexpr auto kLargestWhole = static_cast<std::int64_t>(kLargestBound);
  bounds.whole_from = static_cast<int>(table.WholeOr("whole_from", 0, 1, kLargestWhole));
  if (table.Has("whole_to")) {
    bounds.whole_to = static_cast<int>(table.WholeOr("whole_to", 0, 1, kLargestWhole));
    if (bounds.whole_from == 0) table.Report("whole_to", "stands only beside whole_from");
    if (*bounds.whole_to < bounds.whole_from) table.Report("whole_to", "is below whole_from");
  }
  return bounds;
}

AspectDetail ReadDetail(Table table) {
  AspectDetail detail;
  detail.id = table.Identifier("id");
  detail.label = table.RequiredLabels("label");
  detail.icon = table.Identifier("icon");
  detail.about_conduct = table.FlagOr("about_conduct", false);
  detail.skm_element = table.TextOr("skm_element", "");
  detail.suggests = IdsOf<FactId>(table.TextsOr("suggests"));
  table.Finish();
  return detail;
}

DecreeAspect ReadAspect(Table table) {
  DecreeAspect aspect;
  aspect.id = IdOf<AspectId>(table);
  aspect.label = table.RequiredLabels("label");
  aspect.help = table.LabelsOr("help");
  aspect.say = table.LabelsOr("say");
  aspect.title = table.Text("title");
  aspect.icon = table.Identifier("icon");
  aspect.cite = table.Text("cite");
  aspect.form = table.TextOr("form", "");
  aspect.form_cite = table.TextOr("form_cite", "");
  aspect.about_conduct = table.FlagOr("about_conduct", false);
  aspect.time = table.FlagOr("time", false);
  aspect.flag = table.FlagOr("flag", false);
  aspect.skm_element = table.TextOr("skm_element", "");
  table.Each("detail", [&](Table part) { aspect.details.push_back(ReadDetail(std::move(part))); });
  table.Finish();
  return aspect;
}

DecreeSeverity ReadSeverity(Table table) {
  DecreeSeverity severity;
  severity.id = IdOf<SeverityId>(table);
  severity.label = table.RequiredLabels("label");
  severity.rank = static_cast<int>(table.Whole("rank", 1, kLargestRank));
  severity.cite = table.Text("cite");
  severity.claim = table.OneOf<Claim>("claim", kClaims);
  severity.claim_text = table.TextOr("claim_text", "");
  severity.claim_cite = table.TextOr("claim_cite", "");
  severity.apology_at_once = table.FlagOr("apology_at_once", false);
  if (severity.claim != Claim::kNone && severity.claim_cite.empty()) {
    table.Report("claim_cite", "missing; expected the place that says how it is claimed");
  }
  table.Finish();
  return severity;
}

DecreeRemedy ReadRemedy(Table table) {
  DecreeRemedy remedy;
  remedy.id = IdOf<RemedyId>(table);
  remedy.label = table.RequiredLabels("label");
  remedy.help = table.LabelsOr("help");
  remedy.verbatim = table.Text("verbatim");
  if (!table.Has("beneficiary")) table.Report("beneficiary", "missing; expected who receives it");
  remedy.beneficiary = table.OneOf<Beneficiary>("beneficiary", kBeneficiaries);
  remedy.needs_phone = table.FlagOr("needs_phone", false);
  remedy.needs_address = table.FlagOr("needs_address", false);
  table.Finish();
  return remedy;
}

DecreeMeasure ReadMeasure(Table table) {
  DecreeMeasure measure;
  measure.id = IdOf<MeasureId>(table);
  measure.label = table.RequiredLabels("label");
  measure.verbatim = table.Text("verbatim");
  measure.cite = table.Text("cite");
  table.Finish();
  return measure;
}

DecreeFact ReadFact(Table table) {
  DecreeFact fact;
  fact.id = IdOf<FactId>(table);
  fact.label = table.RequiredLabels("label");
  fact.verbatim = table.Text("verbatim");
  fact.cite = table.Text("cite");
  fact.aspects = IdsOf<AspectId>(table.TextsOr("aspects"));
  fact.refer = table.FlagOr("refer", false);
  table.Finish();
  return fact;
}

DecreeCell ReadCell(Table table) {
  DecreeCell cell;
  cell.aspect = AspectId{table.Identifier("aspect")};
  cell.severity = SeverityId{table.Identifier("severity")};
  table.SetWhere("[[cell]] \"" + cell.aspect.value + "/" + cell.severity.value + "\"");
  cell.lateness = BoundsOf(table);
  cell.facts = IdsOf<FactId>(table.TextsOr("facts"));
  cell.chosen_by_person = table.FlagOr("chosen_by_person", false);
  cell.condition = table.Text("condition");
  cell.condition_cite = table.Text("condition_cite");
  cell.remedy_text = table.Text("remedy_text");
  cell.remedy_cite = table.Text("remedy_cite");
  cell.remedies = RemediesOf(table, cell.remedy_cite);
  table.Finish();
  return cell;
}

DecreeTrigger ReadTrigger(Table table) {
  DecreeTrigger trigger;
  trigger.id = table.Identifier("id");
  table.SetWhere("[[trigger]] \"" + trigger.id + "\"");
  trigger.label = table.RequiredLabels("label");
  trigger.aspects = IdsOf<AspectId>(table.TextsOr("aspects"));
  trigger.lateness = BoundsOf(table);
  trigger.facts = IdsOf<FactId>(table.TextsOr("facts"));
  trigger.condition = table.Text("condition");
  trigger.cite = table.Text("cite");
  trigger.remedies = RemediesOf(table, trigger.cite);
  table.Finish();
  return trigger;
}

DecreeRule ReadRule(Table table) {
  DecreeRule rule;
  rule.id = table.Identifier("id");
  table.SetWhere("[[rule]] \"" + rule.id + "\"");
  if (!table.Has("kind")) table.Report("kind", "missing; expected the kind of rule");
  rule.kind = kRuleKinds[static_cast<std::size_t>(table.OneOf<int>("kind", kRuleKinds))].first;
  rule.plain = table.LabelsOr("plain");
  rule.verbatim = table.Text("verbatim");
  rule.cite = table.Text("cite");
  table.Finish();
  return rule;
}

void ReadHead(Table& root, Decree& decree) {
  constexpr std::int64_t kFormat = 1;
  constexpr std::int64_t kLargestVersion = 1'000'000;
  if (root.Whole("format", 1, kLargestVersion) > kFormat) {
    root.Report("format", "this program reads format 1; update the program");
  }
  decree.id = root.Identifier("id");
  decree.version = static_cast<int>(root.Whole("version", 1, kLargestVersion));
  decree.number = root.Text("number");
  decree.title = root.Text("title");
  decree.office = root.Text("office");
  decree.in_force = root.RequiredDay("in_force");
  decree.in_force_text = root.Text("in_force_text");
  decree.in_force_cite = root.Text("in_force_cite");
  if (!root.Has("lateness_unit")) root.Report("lateness_unit", "missing; expected the unit");
  decree.lateness_unit = root.OneOf<LatenessUnit>("lateness_unit", kUnits);
  decree.matrix_cite = root.Text("matrix_cite");
  decree.leader_assesses = root.FlagOr("leader_assesses", false);
  decree.apology_outside = RemedyId{root.TextOr("apology_outside", "")};
  constexpr std::int64_t kFirstYear = 1990;
  constexpr std::int64_t kLastYear = 2200;
  decree.budget_year = static_cast<int>(root.WholeOr("budget_year", 0, kFirstYear, kLastYear));
  if (std::optional<Table> decision = root.Sub("decision", true)) {
    decree.decision_text = decision->Text("text");
    decree.decision_cite = decision->Text("cite");
    decision->Finish();
  }
  if (std::optional<Table> kahar = root.Sub("kahar", false)) {
    decree.kahar_stops_clock = true;
    decree.kahar_text = kahar->Text("text");
    decree.kahar_cite = kahar->Text("cite");
    kahar->Finish();
  }
  if (std::optional<Table> general = root.Sub("general", false)) {
    decree.general_text = general->Text("text");
    decree.general_cite = general->Text("cite");
    decree.general = RemediesOf(*general, decree.general_cite);
    general->Finish();
  }
}

// Reads every entry of [[key]] and remembers its line for the checks across tables.
template <class Item, class Read>
void ReadAll(Table& root, std::string_view key, std::vector<Item>& items, std::vector<int>& lines,
             Read read) {
  root.Each(key, [&](Table table) {
    lines.push_back(table.Line());
    items.push_back(read(std::move(table)));
  });
}

}  // namespace

Result<Decree> ParseDecree(std::string_view toml, const std::string& file) {
  const Result<toml::table> parsed = formats::ParseToml(toml, file);
  if (!parsed.Ok()) return parsed.Problems();
  ProblemList problems(file);
  Table root(parsed.Value(), "decree", problems);
  Decree decree;
  formats::DecreeLines lines;
  lines.general = root.LineOfKey("general");
  lines.apology_outside = root.LineOfKey("apology_outside");
  ReadHead(root, decree);
  ReadAll(root, "aspect", decree.aspects, lines.aspects, ReadAspect);
  ReadAll(root, "severity", decree.severities, lines.severities, ReadSeverity);
  ReadAll(root, "remedy", decree.remedies, lines.remedies, ReadRemedy);
  ReadAll(root, "measure", decree.measures, lines.measures, ReadMeasure);
  ReadAll(root, "fact", decree.facts, lines.facts, ReadFact);
  ReadAll(root, "cell", decree.cells, lines.cells, ReadCell);
  ReadAll(root, "trigger", decree.triggers, lines.triggers, ReadTrigger);
  ReadAll(root, "rule", decree.rules, lines.rules, ReadRule);
  root.Finish();
  formats::CheckDecree(decree, lines, problems);
  if (!problems.Empty()) return problems.Sorted();
  return decree;
}

Result<Decree> ReadDecreeFile(const std::filesystem::path& path) {
  const Result<std::string> bytes = formats::ReadWhole(path.string());
  if (!bytes.Ok()) return bytes.Problems();
  return ParseDecree(bytes.Value(), path.string());
}

}  // namespace tanggap
