#include "desk/screens/wording.h"

#include <algorithm>

namespace tanggap::desk {
namespace {

// Ids as words; what a newer kiosk wrote is shown as it stands.
std::string Named(const Scene& scene, const std::string& prefix,
                  const std::vector<std::string>& ids) {
  std::string words;
  for (const std::string& id : ids) {
    const std::string& known = scene.texts.ByKey(prefix + id);
    if (!words.empty()) words += "; ";
    words += known.empty() ? id : known;
  }
  return words;
}

}  // namespace

std::string UnitWord(const Scene& scene, NormUnit unit) {
  return scene.Say(unit == NormUnit::kHours ? TextId::kDeskUnitHours : TextId::kDeskUnitDays);
}

std::string ServiceName(const Scene& scene, const ServiceId& service) {
  const OfficeService* found = scene.premises.office.Find(service);
  if (found == nullptr)
    return service.value.empty() ? scene.Say(TextId::kDeskCommonUnknown) : service.value;
  return std::string(found->label.In(scene.Language()));
}

std::string AspectName(const Scene& scene, const AspectId& aspect) {
  const DecreeAspect* found = scene.premises.decree.Find(aspect);
  return found == nullptr ? aspect.value : std::string(found->label.In(scene.Language()));
}

std::string AspectTitle(const Scene& scene, const AspectId& aspect) {
  const DecreeAspect* found = scene.premises.decree.Find(aspect);
  if (found == nullptr) return aspect.value;
  return found->title.empty() ? std::string(found->label.In(scene.Language())) : found->title;
}

std::string GradeName(const Scene& scene, const std::optional<SeverityId>& severity) {
  if (!severity) return scene.Say(TextId::kDeskGradeNone);
  const DecreeSeverity* found = scene.premises.decree.Find(*severity);
  return found == nullptr ? severity->value : std::string(found->label.In(scene.Language()));
}

std::string GradeOf(const Scene& scene, const CaseSummary& summary) {
  if (summary.unregulated) return scene.Say(TextId::kDeskGradeUnregulated);
  if (summary.assessed && !summary.severity) return scene.Say(TextId::kDeskGradeAssessedNone);
  return GradeName(scene, summary.severity);
}

int GradeLevel(const Scene& scene, const std::optional<SeverityId>& severity) {
  if (!severity) return 0;
  const auto& all = scene.premises.decree.severities;
  const auto found = std::ranges::find(all, *severity, &DecreeSeverity::id);
  return found == all.end() ? 0 : static_cast<int>(found - all.begin()) + 1;
}

std::string RemedyName(const Scene& scene, const RemedyId& remedy) {
  const DecreeRemedy* found = scene.premises.decree.Find(remedy);
  return found == nullptr ? remedy.value : std::string(found->label.In(scene.Language()));
}

std::string RemedyNames(const Scene& scene, const std::vector<RemedyItem>& items) {
  std::string names;
  for (const RemedyItem& item : items) {
    if (!names.empty()) names += ", ";
    names += RemedyName(scene, item.id);
  }
  return names.empty() ? scene.Say(TextId::kDeskCommonNone) : names;
}

std::string KioskName(const Scene& scene, const NodeId& node) {
  const auto found = scene.premises.devices.find(node);
  if (found != scene.premises.devices.end()) return found->second;
  // Enrolled since this desk was started.
  const auto& devices = scene.state.folder.devices;
  const auto enrolled = std::ranges::find(devices, node, &Device::node);
  return enrolled == devices.end() ? scene.Say(TextId::kDeskDeviceUnknown) : enrolled->name;
}

std::string PersonName(const Scene& scene, const PersonId& person) {
  if (person.Empty()) return scene.Say(TextId::kDeskCommonDash);
  const auto found = std::ranges::find(scene.state.people, person, &Person::id);
  if (found != scene.state.people.end()) return found->name;
  // Somebody of another desk, or who left: the roster knows them.
  const auto enrolled = std::ranges::find(scene.state.folder.people, person, &Enrolled::id);
  return enrolled == scene.state.folder.people.end() ? person.value : enrolled->name;
}

std::string Initials(const Scene& scene, const PersonId& person) {
  if (person.Empty()) return {};
  std::string initials;
  bool start = true;
  for (const char c : PersonName(scene, person)) {
    if (start && c != ' ' && initials.size() < 2) initials += c;
    start = c == ' ';
  }
  return initials;
}

std::string RoleName(const Scene& scene, Role role) {
  switch (role) {
    case Role::kStaff:
      return scene.Say(TextId::kDeskRoleStaff);
    case Role::kSupervisor:
      return scene.Say(TextId::kDeskRoleSupervisor);
    case Role::kHead:
      return scene.Say(TextId::kDeskRoleHead);
    case Role::kAuditor:
      return scene.Say(TextId::kDeskRoleAuditor);
    case Role::kOperator:
      return scene.Say(TextId::kDeskRoleOperator);
  }
  return {};
}

std::string StageName(const Scene& scene, CaseStage stage, TicketSide side) {
  switch (side) {
    case TicketSide::kNone:
      break;
    case TicketSide::kWaitingForData:
      return scene.Say(TextId::kDeskSideData);
    case TicketSide::kSuspended:
      return scene.Say(TextId::kDeskSideSuspended);
    case TicketSide::kReferred:
      return scene.Say(TextId::kDeskSideReferred);
    case TicketSide::kWithdrawn:
      return scene.Say(TextId::kDeskSideWithdrawn);
    case TicketSide::kConflict:
      return scene.Say(TextId::kDeskSideConflict);
  }
  switch (stage) {
    case CaseStage::kReceived:
      return scene.Say(TextId::kDeskStageReceived);
    case CaseStage::kAssessed:
      return scene.Say(TextId::kDeskStageAssessed);
    case CaseStage::kProposed:
      return scene.Say(TextId::kDeskStageProposed);
    case CaseStage::kGranted:
      return scene.Say(TextId::kDeskStageGranted);
    case CaseStage::kRefused:
      return scene.Say(TextId::kDeskStageRefused);
    case CaseStage::kDelivered:
      return scene.Say(TextId::kDeskStageDelivered);
    case CaseStage::kClosed:
      return scene.Say(TextId::kDeskStageClosed);
  }
  return {};
}

std::string Uncapital(std::string words) {
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z')
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

std::string Capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string DidWords(const Scene& scene, const OpenCase& open, const Act& act) {
  const CaseFile& file = open.file;
  if (act.type == RecordType::kComplaintLodged)
    return scene.texts.Format(TextId::kDeskDidComplaintLodged,
                              {{"where", KioskName(scene, file.kiosk)}});
  if (act.type == RecordType::kAssigned)
    return scene.texts.Format(TextId::kDeskDidAssigned, {{"who", PersonName(scene, act.by)}});
  std::string what = scene.texts.ByKey("desk.did." + std::string(NameOf(act.type)));
  if (open.ended.contains(act.record))
    what = scene.Say(act.type == RecordType::kLegalHold ? TextId::kDeskRightsHoldEnded
                                                        : TextId::kDeskRightsRestrictEnded);
  if (what.empty()) what = scene.Say(TextId::kDeskDidUnknown);
  // A statement taken back names the one it takes back.
  for (const auto& [named, by] : open.taken_back) {
    if (by != act.record) continue;
    const auto old = std::ranges::find(file.acts, named, &Act::record);
    if (old == file.acts.end()) continue;
    what = scene.texts.Format(
        TextId::kDeskDidTakenBack,
        {{"what", scene.texts.ByKey("desk.did." + std::string(NameOf(old->type)))},
         {"t", DayAndTime(scene, old->at)}});
  }
  if (act.type == RecordType::kDecided && !act.refused && act.at == file.decided_at) {
    const auto granted = std::ranges::count(file.decision, true, &RemedyItem::granted);
    const auto refused = static_cast<std::ptrdiff_t>(file.decision.size()) - granted;
    what +=
        ": " + scene.texts.Format(TextId::kDeskProofCounts, {{"granted", std::to_string(granted)},
                                                             {"refused", std::to_string(refused)}});
  }
  if (act.by.Empty()) return what;
  return scene.texts.Format(TextId::kDeskDidBy,
                            {{"what", what}, {"who", PersonName(scene, act.by)}});
}

std::string OneLine(std::string words) {
  std::ranges::replace(words, '\n', ' ');
  const auto first = words.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : words.substr(first);
}

std::string WishWord(const Scene& scene, const std::string& wish) {
  return scene.texts.ByKey("desk.wish." + wish);
}

std::string WishWords(const Scene& scene, const CaseFile& file) {
  return Named(scene, "desk.wish.", file.wishes);
}

std::string LossWords(const Scene& scene, const CaseFile& file) {
  return Named(scene, "desk.loss.", file.losses);
}

std::string StoryOf(const Scene& scene, const CaseFile& file) {
  std::string words;
  for (const PhraseId& id : file.phrases) {
    const Phrase* phrase = scene.premises.office.Find(id);
    if (phrase == nullptr) continue;
    if (!words.empty()) words += ' ';
    words += phrase->text.In(scene.Language());
    words += '.';
  }
  if (!file.story.empty()) {
    if (!words.empty()) words += '\n';
    words += file.story;
  }
  return words;
}

}  // namespace tanggap::desk
