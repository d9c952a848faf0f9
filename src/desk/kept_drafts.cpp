#include "desk/kept_drafts.h"

#include <algorithm>
#include <utility>

namespace tanggap::desk {
namespace {

Beneficiary BeneficiaryOf(std::string_view word) {
  for (const Beneficiary one :
       {Beneficiary::kComplainant, Beneficiary::kOfficer, Beneficiary::kUnit}) {
    if (word == NameOf(one)) return one;
  }
  return Beneficiary::kComplainant;
}

std::size_t IndexOf(const Fields& fields, std::string_view name) {
  return static_cast<std::size_t>(std::max<std::int64_t>(0, NumberOf(fields, name)));
}
Value Index(std::size_t index) {
  return static_cast<std::int64_t>(index);
}

Fields Row(const DraftFinding& finding) {
  std::vector<std::string> facts;
  for (const FactId& fact : finding.facts)
    facts.push_back(fact.value);
  return {{"aspect", finding.aspect.value},
          {"severity", finding.severity ? finding.severity->value : std::string()},
          {"facts", JoinWords(facts)},
          {"row", Index(finding.row)},
          {"reason", finding.reason},
          {"proof", finding.proof},
          {"engine", finding.from_engine},
          {"touched", finding.touched},
          {"heard", finding.heard},
          {"not_heard", finding.not_heard_why}};
}

std::optional<DraftFinding> FindingFrom(const Decree& decree, const Fields& row) {
  DraftFinding finding;
  finding.aspect = AspectId(TextOf(row, "aspect"));
  if (decree.Find(finding.aspect) == nullptr) return std::nullopt;
  const SeverityId severity(TextOf(row, "severity"));
  if (decree.Find(severity) != nullptr) finding.severity = severity;
  for (const std::string& fact : WordsOf(row, "facts")) {
    if (decree.Find(FactId(fact)) != nullptr) finding.facts.emplace_back(fact);
  }
  finding.row = IndexOf(row, "row");
  finding.reason = TextOf(row, "reason");
  finding.proof = TextOf(row, "proof");
  finding.from_engine = FlagOf(row, "engine");
  finding.touched = FlagOf(row, "touched");
  finding.heard = FlagOf(row, "heard");
  finding.not_heard_why = TextOf(row, "not_heard");
  const std::size_t rows = std::max<std::size_t>(1, decree.severities.size());
  if (finding.row >= rows) return std::nullopt;
  return finding;
}

Fields Of(const AssessDraft& draft) {
  List findings;
  for (const DraftFinding& finding : draft.findings)
    findings.emplace_back(Row(finding));
  Fields fields{{"findings", std::move(findings)},
                {"column", Index(draft.column)},
                {"row", Index(draft.row)},
                {"apology", draft.add_apology},
                {"no_apology", draft.no_apology_why}};
  if (draft.concerned) fields["concerned"] = *draft.concerned;
  return fields;
}

AssessDraft AssessFrom(const Decree& decree, const Fields& fields) {
  AssessDraft draft;
  for (const Fields& row : RowsOf(fields, "findings")) {
    if (auto finding = FindingFrom(decree, row)) draft.findings.push_back(std::move(*finding));
  }
  draft.column = std::min(IndexOf(fields, "column"),
                          decree.aspects.empty() ? std::size_t{0} : decree.aspects.size() - 1);
  draft.row = std::min(IndexOf(fields, "row"),
                       decree.severities.empty() ? std::size_t{0} : decree.severities.size() - 1);
  if (Has(fields, "concerned")) draft.concerned = TextOf(fields, "concerned");
  draft.add_apology = FlagOf(fields, "apology");
  draft.no_apology_why = TextOf(fields, "no_apology");
  return draft;
}

Fields Of(const DecideDraft& draft) {
  List lines;
  for (const RemedyItem& item : draft.lines) {
    lines.emplace_back(Fields{{"remedy", item.id.value},
                              {"beneficiary", std::string(NameOf(item.beneficiary))},
                              {"cite", item.cite},
                              {"outside", item.outside_matrix},
                              {"granted", item.granted},
                              {"reason", item.reason}});
  }
  return {{"lines", std::move(lines)},
          {"row", Index(draft.row)},
          {"code", draft.code},
          {"reason", draft.reason},
          {"answers", ToList(draft.answers)}};
}

DecideDraft DecideFrom(const Decree& decree, const Fields& fields) {
  DecideDraft draft;
  for (const Fields& row : RowsOf(fields, "lines")) {
    RemedyItem item;
    item.id = RemedyId(TextOf(row, "remedy"));
    if (decree.Find(item.id) == nullptr) continue;
    item.beneficiary = BeneficiaryOf(TextOf(row, "beneficiary"));
    item.cite = TextOf(row, "cite");
    item.outside_matrix = FlagOf(row, "outside");
    item.granted = FlagOf(row, "granted");
    item.reason = TextOf(row, "reason");
    draft.lines.push_back(std::move(item));
  }
  draft.row = draft.lines.empty() ? 0 : std::min(IndexOf(fields, "row"), draft.lines.size() - 1);
  draft.code = TextOf(fields, "code");
  draft.reason = TextOf(fields, "reason");
  draft.answers = TextsOf(fields, "answers");
  return draft;
}

const Fields* Part(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? nullptr : std::get_if<Fields>(&found->second.held);
}

}  // namespace

Fields ToFields(const CaseDrafts& drafts) {
  Fields fields;
  if (drafts.assess) fields["assess"] = Of(*drafts.assess);
  if (drafts.decide) fields["decide"] = Of(*drafts.decide);
  if (drafts.deliver)
    fields["deliver"] = Fields{{"row", Index(drafts.deliver->row)},
                               {"evidence", drafts.deliver->evidence},
                               {"way", Index(drafts.deliver->way)}};
  if (drafts.resolve)
    fields["resolve"] =
        Fields{{"choice", Index(drafts.resolve->choice)}, {"reason", drafts.resolve->reason}};
  if (drafts.note) fields["note"] = Fields{{"text", drafts.note->text}};
  return fields;
}

CaseDrafts DraftsFrom(const Premises& premises, const Fields& fields) {
  CaseDrafts drafts;
  if (const Fields* part = Part(fields, "assess"))
    drafts.assess = AssessFrom(premises.decree, *part);
  if (const Fields* part = Part(fields, "decide"))
    drafts.decide = DecideFrom(premises.decree, *part);
  if (const Fields* part = Part(fields, "deliver"))
    drafts.deliver =
        DeliverDraft{IndexOf(*part, "row"), TextOf(*part, "evidence"), IndexOf(*part, "way")};
  if (const Fields* part = Part(fields, "resolve"))
    drafts.resolve = ResolveDraft{IndexOf(*part, "choice"), TextOf(*part, "reason")};
  if (const Fields* part = Part(fields, "note")) drafts.note = NoteBox{TextOf(*part, "text")};
  return drafts;
}

}  // namespace tanggap::desk
