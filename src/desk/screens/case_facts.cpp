// The left column of a case: the visitor's words, facts, masked identity, history.
#include <algorithm>
#include <string>

#include "desk/screens/conflict.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += "; ";
    joined += word;
  }
  return joined;
}

std::string AspectsOf(const Scene& scene, const CaseFile& file) {
  std::vector<std::string> names;
  for (const AspectId& aspect : file.aspects)
    names.push_back(AspectName(scene, aspect));
  return names.empty() ? scene.Say(TextId::kDeskCaseUnsure) : Joined(names);
}

std::string WhenOf(const Scene& scene, const CaseFile& file) {
  if (const auto day = DayFromIso(file.when)) return ShortDay(*day, scene.texts);
  if (file.when == "hari-ini")
    return ShortDay(LocalDay(file.received, scene.OfficeZone()), scene.texts);
  return file.when.empty() ? scene.Say(TextId::kDeskCommonUnknown) : file.when;
}

// The kiosk's own word for a way or an hour; one it doesn't know stands as it was written.
std::string SafeWord(const Scene& scene, const std::string& word) {
  if (word == "telepon") return scene.Say(TextId::kSafePhone);
  if (word == "whatsapp") return scene.Say(TextId::kSafeWhatsApp);
  if (word == "pagi") return scene.Say(TextId::kSafeMorning);
  if (word == "siang") return scene.Say(TextId::kSafeNoon);
  if (word == "sore") return scene.Say(TextId::kSafeAfternoon);
  if (word == "kapan-saja") return scene.Say(TextId::kSafeAny);
  return word;
}

std::string KindName(const Scene& scene, ComplaintKind kind) {
  switch (kind) {
    case ComplaintKind::kComplaint:
      return scene.Say(TextId::kDeskKindComplaint);
    case ComplaintKind::kSuggestion:
      return scene.Say(TextId::kDeskKindSuggestion);
    case ComplaintKind::kPraise:
      return scene.Say(TextId::kDeskKindPraise);
    case ComplaintKind::kQuestion:
      return scene.Say(TextId::kDeskKindQuestion);
  }
  return {};
}

// Of a sensitive office: how this person can be reached without harm, or that nobody may.
float DrawSafeWay(Scene& scene, const Column& at, float y, const OpenCase& open,
                  const ShownIdentity& identity) {
  const float label = scene.U(132);
  const auto pair = [&](TextId word, const std::string& value) {
    if (!value.empty())
      y = Pair(scene, {at.x, y, at.width, 0}, label, scene.Say(word), value, true);
  };
  pair(TextId::kDeskIdentitySafeWay, SafeWord(scene, identity.safe_way));
  pair(TextId::kDeskIdentitySafeHours, SafeWord(scene, identity.safe_hours));
  if (identity.safe_name_office && !identity.safe_way.empty())
    pair(TextId::kDeskIdentitySafeOffice,
         scene.Say(*identity.safe_name_office ? TextId::kDeskIdentitySafeOfficeYes
                                              : TextId::kDeskIdentitySafeOfficeNo));
  if (!open.file.contactable)
    y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskIdentitySafeNone),
                   TextStyle::kDeskTextMedium, scene.Colors().red) +
         scene.U(6);
  return y;
}

// Masked until it was opened with a reason; then for five minutes.
float DrawIdentity(Scene& scene, const Column& at, float y, const CaseWork& work) {
  const OpenCase& open = work.open;
  const float label = scene.U(132);
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskCaseIdentity));
  const auto pair = [&](TextId word, const std::string& value, bool strong) {
    if (!value.empty())
      y = Pair(scene, {at.x, y, at.width, 0}, label, scene.Say(word), value, strong);
  };
  if (work.identity) {
    pair(TextId::kDeskCaseIdentityName, work.identity->name, true);
    pair(TextId::kDeskCaseIdentityPhone, Phone(work.identity->phone), true);
    pair(TextId::kDeskCaseIdentityAddress, work.identity->address, true);
    y = DrawSafeWay(scene, at, y, open, *work.identity);
    Words(scene, {at.x, y, at.width, scene.U(18)},
          scene.texts.Format(
              TextId::kDeskCaseIdentityUntil,
              {{"t", ClockTime(work.identity->until, scene.OfficeZone(), scene.texts)}}),
          TextStyle::kDeskCaption, scene.Colors().ink3);
    return y + scene.U(28);
  }
  if (!open.has_identity) {
    const bool erased = open.file.named && !open.erasures.empty();
    Words(scene, {at.x, y, at.width, scene.U(20)},
          scene.Say(erased ? TextId::kDeskDidErased : TextId::kDeskCaseIdentityAnonymous),
          TextStyle::kDeskText, scene.Colors().ink2);
    return y + scene.U(28);
  }
  pair(TextId::kDeskCaseIdentityName, "••••••• ••••", false);
  pair(TextId::kDeskCaseIdentityPhone, "•••• •••• ••••", false);
  if (work.identity_refused) {
    y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskIdentitySealed),
                   TextStyle::kDeskCaption, scene.Colors().amber) +
         scene.U(6);
  }
  ui::DeskButtonLook button;
  button.word = scene.Say(TextId::kDeskCaseIdentityOpen);
  button.keys = "I";
  button.enabled = WhyNotBegin(scene.state, open, Duty::kIdentity).empty();
  const float width = ui::DeskButtonWidth(scene.frame, button);
  if (ui::DeskButton(scene.frame, "identity", {at.x, y, width, scene.U(34)}, button))
    scene.Want(Begin{Duty::kIdentity});
  y += scene.U(40);
  y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskCaseIdentityHint),
                 TextStyle::kDeskCaption, scene.Colors().ink3);
  return y + scene.U(12);
}

// Restricted, held, erased: what stands between the reader and the words.
float DrawDataOrders(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const auto line = [&](const std::string& words, ui::Color color) {
    y += Paragraph(scene, {at.x, y, at.width, 0}, words, TextStyle::kDeskTextMedium, color) +
         scene.U(6);
  };
  if (open.file.restricted) line(scene.Say(TextId::kDeskRightsRestricted), scene.Colors().amber);
  if (open.holds.on) line(scene.Say(TextId::kDeskRightsOnHold), scene.Colors().amber);
  for (const Erasure& erasure : open.erasures) {
    line(scene.texts.Format(TextId::kDeskRightsErased, {{"t", DayAndTime(scene, erasure.at)},
                                                        {"who", PersonName(scene, erasure.by)}}),
         scene.Colors().ink2);
    if (!erasure.reason.empty())
      y += Paragraph(scene, {at.x, y - scene.U(4), at.width, 0},
                     scene.texts.Format(TextId::kDeskCaseReadFor, {{"why", erasure.reason}}),
                     TextStyle::kDeskCaption, scene.Colors().ink3) +
           scene.U(4);
  }
  return y;
}

// Why no words are shown, where there are none or they are not for this reader.
TextId NoWords(const Scene& scene, const OpenCase& open) {
  const bool staff = scene.state.person && scene.state.person->role == Role::kStaff;
  if (open.file.content_open) return TextId::kDeskCaseWordsNone;
  if (open.by_ticket || staff) return TextId::kDeskCaseWordsClosed;
  const auto lodged = std::ranges::find(open.kept, open.file.id, &KeptBodies::record);
  const bool erased = !open.erasures.empty() &&
                      (lodged == open.kept.end() || lodged->classes.find('c') == std::string::npos);
  if (erased) return TextId::kDeskRightsWordsErased;
  return open.file.restricted ? TextId::kDeskRightsWordsHead : TextId::kDeskListSealed;
}

bool Drafting(const Scene& scene, const OpenCase& open) {
  const auto* work = std::get_if<CaseWork>(&scene.state.screen);
  const bool here = work != nullptr && work->open.file.id == open.file.id;
  return here && (work->mode == CaseMode::kAssess || work->mode == CaseMode::kDecide);
}

// Hollow, below what was done: the work at hand, then what must still exist and by when.
float DrawToCome(Scene& scene, const Column& at, float y, const OpenCase& open) {
  ui::TimelineLook look;
  look.dot = ui::Dot::kOpen;
  if (Drafting(scene, open) && scene.state.person) {
    const auto* work = std::get_if<CaseWork>(&scene.state.screen);
    const std::string what = scene.texts.Format(
        TextId::kDeskDidBy,
        {{"what", scene.Say(work->mode == CaseMode::kAssess ? TextId::kDeskStripAssessing
                                                            : TextId::kDeskStripDeciding)},
         {"who", scene.state.person->name}});
    look.when = scene.Say(TextId::kDeskCaseHistoryNow);
    look.what = what;
    look.detail = scene.Say(TextId::kDeskCaseHistoryDraft);
    look.last = open.due.empty();
    y += ui::TimelineEntry(scene.frame, {at.x, y}, at.width, look);
  }
  for (std::size_t i = 0; i < open.due.size(); ++i) {
    const std::string when = NearDay(scene, open.due[i].day);
    const std::string what = Capital(scene.texts.ByKey(open.due[i].duty));
    const std::string basis = DueBasis(scene, open.due[i]);
    const std::string detail = open.due[i].cite.empty() || basis.empty()
                                   ? open.due[i].cite + basis
                                   : open.due[i].cite + ", " + basis;
    look.when = when;
    look.what = what;
    look.detail = detail;
    look.alarming = DaysUntil(scene, open.due[i].day) < 0;
    look.last = i + 1 == open.due.size();
    y += ui::TimelineEntry(scene.frame, {at.x, y}, at.width, look);
  }
  return y;
}

// "Alasan: menghubungi pengadu": a reading of the identity never stands without it.
std::string WhyRead(const Scene& scene, const OpenCase& open, const RecordId& record) {
  const auto own = open.notes.find(record);
  if (own != open.notes.end())
    return scene.texts.Format(TextId::kDeskCaseReadFor, {{"why", own->second}});
  const auto purpose = open.purposes.find(record);
  if (purpose == open.purposes.end()) return "";
  const std::string& known = scene.texts.ByKey("desk.identity.reason_" + purpose->second);
  return scene.texts.Format(TextId::kDeskCaseReadFor,
                            {{"why", known.empty() ? purpose->second : known}});
}

// The line under the keyboard, and a press on any line: the record as it stands in the folder.
void DrawActRow(Scene& scene, const Rect& row, std::size_t index) {
  const auto* work = std::get_if<CaseWork>(&scene.state.screen);
  if (work == nullptr || row.h < scene.U(28)) return;
  const std::string id = "act." + std::to_string(index);
  const ui::Press press = scene.frame.Pressable(id, row, ui::TargetKind::kDesk);
  if (work->act == index || press.hover)
    scene.frame.Outline(row, work->act == index ? scene.Colors().accent : scene.Colors().line, 1,
                        scene.U(4));
  if (press.tapped) scene.Want(ShowAct{index});
}

}  // namespace

float DrawWords(Scene& scene, const Column& at, float y, const OpenCase& open) {
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskCaseWords));
  const CaseFile& file = open.file;
  std::string words = StoryOf(scene, file);
  const bool quiet = words.empty();
  if (quiet) words = scene.Say(NoWords(scene, open));
  const float inset = scene.U(14);
  const float height =
      Paragraph(scene, {at.x + inset, y, at.width - inset, 0}, words, TextStyle::kDeskReading,
                quiet ? scene.Colors().ink3 : scene.Colors().ink);
  scene.frame.Fill({at.x, y, scene.U(2), height}, scene.Colors().line_strong);
  y += height + scene.U(12);
  for (const VisitorWord& said : file.said) {
    if (said.text.empty()) continue;
    const std::string when =
        MinuteShown(scene, file) ? DayAndTime(scene, said.at) : HalfDay(scene, said.at);
    Words(scene, {at.x + inset, y, at.width - inset, scene.U(18)}, when, TextStyle::kDeskCaption,
          scene.Colors().ink3);
    y += scene.U(20);
    y += Paragraph(scene, {at.x + inset, y, at.width - inset, 0}, said.text,
                   TextStyle::kDeskReading, scene.Colors().ink) +
         scene.U(8);
  }
  y = DrawDataOrders(scene, at, y, open);
  return y + scene.U(6);
}

float DrawFactPairs(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const CaseFile& file = open.file;
  const float label = scene.U(132);
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskCaseFacts));
  const auto pair = [&](TextId word, const std::string& value) {
    if (!value.empty()) y = Pair(scene, {at.x, y, at.width, 0}, label, scene.Say(word), value);
  };
  pair(TextId::kDeskCaseService, ServiceName(scene, file.service));
  if (file.kind != ComplaintKind::kComplaint)
    pair(TextId::kDeskCaseKind, KindName(scene, file.kind));
  pair(TextId::kDeskCaseAspects, AspectsOf(scene, file));
  pair(TextId::kDeskCaseWhen, WhenOf(scene, file));
  if (file.handed_in) pair(TextId::kDeskCaseHandedIn, DayAndTime(scene, *file.handed_in));
  if (file.declared_complete)
    pair(TextId::kDeskCaseComplete, DayAndTime(scene, *file.declared_complete));
  if (file.finished) pair(TextId::kDeskCaseFinished, DayAndTime(scene, *file.finished));
  pair(TextId::kDeskCaseWishes, WishWords(scene, file));
  pair(TextId::kDeskCaseLosses, LossWords(scene, file));
  return y + scene.U(8);
}

float DrawHistory(Scene& scene, const Column& at, float y, const OpenCase& open) {
  y = DrawFork(scene, at, y, open);
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskCaseHistory),
              std::to_string(open.file.acts.size()));
  const std::size_t count = open.file.acts.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Act& act = open.file.acts[i];
    const std::string when = WhenDone(scene, open, act);
    const std::string what = DidWords(scene, open, act);
    const auto note = open.notes.find(act.record);
    std::string detail = note == open.notes.end() ? "" : note->second;
    if (act.type == RecordType::kIdentityRead) detail = WhyRead(scene, open, act.record);
    if (act.refused) {
      detail = scene.texts.Format(TextId::kDeskCaseHistoryRefused,
                                  {{"why", scene.texts.ByKey(act.why_refused)}});
    }
    ui::TimelineLook look;
    look.when = when;
    look.what = what;
    const bool struck = open.taken_back.contains(act.record);
    look.struck = struck ? std::string_view(detail) : std::string_view();
    look.detail = struck ? std::string_view() : std::string_view(detail);
    look.dot = act.by.Empty() ? ui::Dot::kMachine : ui::Dot::kPerson;
    if (act.refused) look.dot = ui::Dot::kOpen;
    look.last = i + 1 == count && open.due.empty() && !Drafting(scene, open);
    const float h = ui::TimelineEntry(scene.frame, {at.x, y}, at.width, look);
    DrawActRow(scene, {at.x - scene.U(8), y - scene.U(4), at.width + scene.U(16), h}, i);
    y += h;
  }
  return DrawToCome(scene, at, y, open) + scene.U(12);
}

void DrawFacts(Scene& scene, const Rect& rect, const CaseWork& work) {
  const OpenCase& open = work.open;
  const Column at{rect.x + scene.U(20), rect.w - scene.U(40)};
  ScrollArea area(scene, Pane::kFacts, rect);
  float y = area.Top() + scene.U(16);
  y += Paragraph(scene, {at.x, y, at.width, 0}, ServiceName(scene, open.file.service),
                 TextStyle::kDeskTitle, scene.Colors().ink, 2);
  const std::string from = scene.texts.Format(
      TextId::kDeskCaseReceived,
      {{"kiosk", KioskName(scene, open.file.kiosk)}, {"t", WhenReceived(scene, open.file)}});
  // Erased with the words, or sealed to this reader.
  if (!open.code.empty()) {
    Words(scene, {at.x, y + scene.U(2), at.width, scene.U(20)}, open.code,
          TextStyle::kDeskTextMedium, scene.Colors().ink2);
    y += scene.U(20);
  }
  Words(scene, {at.x, y + scene.U(2), at.width, scene.U(18)}, from, TextStyle::kDeskCaption,
        scene.Colors().ink3);
  y += scene.U(30);
  const auto rule = [&] {
    ui::Rule(scene.frame, rect.x, y, rect.w);
    y += scene.U(14);
  };
  rule();
  y = DrawWords(scene, at, y, open);
  rule();
  if (work.mode == CaseMode::kDecide || work.mode == CaseMode::kDeliver) {
    y = DrawHeldFindings(scene, at, y, open);
    rule();
  }
  y = DrawFactPairs(scene, at, y, open);
  const float identity_y = y;
  y = DrawIdentity(scene, at, y, work);
  if (work.identity && !work.act) area.Follow({at.x, identity_y, at.width, y - identity_y});
  rule();
  y = DrawHistory(scene, at, y, open);
  area.End(y);
  ui::RuleDown(scene.frame, rect.Right() - 1, rect.y, rect.h);
}

}  // namespace tanggap::desk
