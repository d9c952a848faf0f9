#include "kiosk/gallery.h"

#include <stdexcept>

#include "domain/work_calendar.h"
#include "formats/office_file.h"
#include "kiosk/sample.h"
#include "support/places.h"

namespace tanggap::kiosk {
namespace {

const Day kToday = DayFromIso("2026-11-23").value();

// A visitor who answered everything, at some length.
Complaint LongEntry(const Context& context) {
  Complaint entry;
  const auto services = TileServices(context);
  entry.service = services.front();
  for (const DecreeAspect& aspect : context.decree.aspects) {
    if (aspect.time || (aspect.about_conduct && entry.aspects.size() < kMaxAspects))
      entry.aspects.push_back(aspect.id);
  }
  if (entry.aspects.size() > kMaxAspects) entry.aspects.resize(kMaxAspects);
  if (!context.office.counters.empty()) entry.counter = context.office.counters.front().id;
  entry.happened = AnswerOn(kToday, DayWord::kThisWeek);
  entry.handed_in = AnswerOn(kToday, DayWord::kDaysAgo, 5);
  entry.complete = AnswerOn(kToday, DayWord::kNever);
  const auto phrases = OfferedPhrases(context, entry);
  if (phrases.size() > 1) entry.phrases = {phrases[0], phrases[1]};
  entry.words =
      "Sudah tujuh hari saya menunggu dan datang tiga kali dari desa. Setiap kali diminta kembali "
      "besok. Tidak ada yang bisa menjelaskan kapan selesai.";
  entry.wishes = {Wish::kFinish, Wish::kExplain, Wish::kKeepApart};
  entry.loss = Loss::kTime;
  entry.identity.mode = IdentityMode::kNamed;
  entry.identity.name = "Yohana Barek Contoh";
  entry.identity.phone = "081234564471";
  entry.identity.village = "Desa Contoh";
  entry.identity.may_phone = true;
  return entry;
}

TicketState StateAt(TicketStage stage, std::vector<std::string> sentences) {
  TicketState state;
  state.stage = stage;
  state.sentences = std::move(sentences);
  state.since = kToday;
  state.due = DayFromIso("2026-12-07");
  state.updated = kToday;
  for (int i = 0; i < static_cast<int>(stage); ++i)
    state.reached.push_back(AddDays(kToday, i - 6));
  return state;
}

struct Builder {
  const Context& context;
  Steady now;
  std::vector<NamedState> all;

  State& Add(const std::string& name, Screen screen, bool entry = false) {
    State state = Opening(context);
    state.screen = std::move(screen);
    state.shown_at = now - Steady{5000};
    state.touched_at = now;
    if (entry) state.visit.complaint = LongEntry(context);
    all.push_back({name, std::move(state)});
    return all.back().state;
  }
};

void AddComplaintScreens(Builder& b) {
  b.Add("kind", ChooseKind{});
  b.Add("service", ChooseService{});
  b.Add("service-2", ChooseService{1});
  b.Add("aspect", ChooseAspect{});
  b.Add("aspect-chosen", ChooseAspect{}, true);
  b.Add("detail", ChooseDetail{}).visit.complaint.aspects = {b.context.decree.aspects.back().id};
  b.Add("counter", ChooseCounter{}, true);
  for (const WhenQuestion question :
       {WhenQuestion::kHappened, WhenQuestion::kHandedIn, WhenQuestion::kComplete}) {
    const std::string name = "when-" + std::to_string(static_cast<int>(question));
    b.Add(name, ChooseWhen{question, 0, kToday}, true);
    b.Add(name + "-earlier", ChooseWhen{question, 1, kToday}, true);
  }
  b.Add("tell", TellWhat{}, true);
  b.Add("tell-2", TellWhat{1, false, {}}, true);
  b.Add("tell-typing", TellWhat{0, true, KeyLayer::kLetters}, true);
  b.Add("tell-digits", TellWhat{0, true, KeyLayer::kDigits}, true);
  b.Add("tell-covered", TellWhat{0, true, KeyLayer::kLetters}, true).visit.covered = true;
  b.Add("tell-full", TellWhat{0, true, KeyLayer::kLetters}).visit.complaint.words =
      std::string(kStoryCharacters, 'm');
  b.Add("tell-praise", TellWhat{}).visit.complaint.kind = ComplaintKind::kPraise;
  b.Add("ask", AskFor{}, true);
  b.Add("loss", AskLoss{}, true);
  b.Add("identity-none", Identify{});
  b.Add("identity-phone", Identify{}).visit.complaint.identity.mode = IdentityMode::kPhoneOnly;
  b.Add("identity-named", Identify{}, true);
  b.Add("identity-fields", Identify{IdentityPart::kFields}, true);
  if (b.context.office.sensitive.active) {
    b.Add("identity-safe", Identify{IdentityPart::kSafe}, true);
    b.Add("identity-safe-hours", Identify{IdentityPart::kSafeTime}, true);
    State& chosen = b.Add("identity-safe-chosen", Identify{IdentityPart::kSafe}, true);
    chosen.visit.complaint.identity.safe_way = SafeWay::kWhatsApp;
    chosen.visit.complaint.identity.safe_hours = SafeHours::kAny;
    chosen.visit.complaint.identity.may_name_office = true;
    b.Add("tell-veiled", TellWhat{0, true, KeyLayer::kLetters, 24}, true);
  }
  b.Add("identity-permissions", Identify{IdentityPart::kPermissions}, true);
  b.Add("field-name", TypeField{IdentityField::kName, {}, false}, true);
  b.Add("field-phone", TypeField{IdentityField::kPhone, {}, true}, true);
  b.Add("notice", ReadNotice{}, true);
  b.Add("notice-2", ReadNotice{1}, true);
  b.Add("review", Review{}, true);
  b.Add("review-2", Review{1}, true);
  b.Add("review-last", Review{9}, true);
  b.Add("review-covered", Review{}, true).visit.covered = true;
  b.Add("review-question", Review{}).visit.complaint.kind = ComplaintKind::kQuestion;
}

void AddSayScreens(Builder& b, const HeldTicket& held) {
  b.Add("say", ChooseSay{held});
  HeldTicket withdrawn = held;
  withdrawn.ticket.side = TicketSide::kWithdrawn;
  b.Add("say-withdrawn", ChooseSay{withdrawn});
  b.Add("say-words", SayWords{held, Say::kObject, KeyLayer::kLetters}).visit.message =
      "Surat itu belum saya terima.";
  b.Add("say-words-empty", SayWords{held, Say::kAdd, KeyLayer::kLetters});
  b.Add("say-pressed", AskPressed{held});
  for (const Say say : {Say::kAccept, Say::kWithdraw, Say::kUndo})
    b.Add("say-confirm-" + std::to_string(static_cast<int>(say)), ConfirmSay{held, say, {}});
  b.Add("say-rate", RateHandling{held});
  b.Add("said", SaidThanks{IdOf(1), {{}, Say::kObject}, true});
  b.Add("said-waiting", SaidThanks{IdOf(1), {{}, Say::kObject}, false});
}

void AddStaffScreens(Builder& b) {
  b.Add("staff-pin", EnterPin{"123", false, false});
  b.Add("staff-pin-wrong", EnterPin{"", false, true}).kept.pin_misses = 1;
  b.Add("staff-locked", PinLocked{b.now + kPinLock});
  b.Add("staff-menu", StaffMenu{false, PrintState::kPrinted, NodeCounts{1204, 3, 0, 21480}});
  b.Add("staff-menu-busy", StaffMenu{true, {}, {}});
  b.Add("out-of-service-staff", OutOfService{Trouble::kStaff}).kept.stopped = true;
}

void AddTicketScreens(Builder& b) {
  b.Add("saving", Saving{IdOf(1), 1, {}}, true);
  b.Add("save-failed", SaveFailed{IdOf(1), Trouble::kFull}, true);
  for (const PrintState print : {PrintState::kPrinting, PrintState::kPrinted, PrintState::kUnknown,
                                 PrintState::kUnavailable, PrintState::kNoPaperWanted}) {
    ShowTicket show{SampleTicket(IdOf(1)), print, print == PrintState::kUnknown};
    b.Add("ticket-" + std::to_string(static_cast<int>(print)), show, true);
  }
  b.Add("look-up", LookUp{});
  b.Add("look-up-half", LookUp{"K7QF2M", {}});
  b.Add("look-up-wrong", LookUp{"K7QF2M9DXR48", CodeFault::kCheck});
  b.Add("looking", Looking{SampleTicket(IdOf(1)).code});
  const TicketCode code = SampleTicket(IdOf(1)).code;
  b.Add("state-received",
        ShowState{code, StateAt(TicketStage::kReceived,
                                {"state.received", "state.received.next", "state.received.by"})});
  b.Add("state-waiting",
        ShowState{code, StateAt(TicketStage::kExamined,
                                {"state.waiting", "state.waiting.next", "state.waiting.by"})});
  TicketState granted =
      StateAt(TicketStage::kDecided, {"state.granted", "state.granted.next", "state.granted.by"});
  for (const DecreeRemedy& remedy : b.context.decree.remedies) {
    if (remedy.beneficiary == Beneficiary::kComplainant && granted.remedies.size() < 3)
      granted.remedies.push_back(remedy.id.value);
  }
  b.Add("state-granted", ShowState{code, granted});
  b.Add("state-refused",
        ShowState{code, StateAt(TicketStage::kDecided,
                                {"state.refused", "state.refused.counted", "state.refused.next",
                                 "state.refused.by", "state.refused.other"})});
  b.Add("state-closed",
        ShowState{code, StateAt(TicketStage::kDone, {"state.closed", "state.closed.next"})});
  AddSayScreens(b, {code, granted});
  b.Add("too-many", TooManyTickets{});
  b.Add("not-found", NotFound{code});
  b.Add("look-up-paused", LookUpPaused{b.now + Steady{120000}});
}

}  // namespace

Context ExampleContext(const std::string& office) {
  auto read = ReadOfficeFile(SourceDir().string() + "/kiosk-config/offices/" + office + ".toml");
  if (!read) throw std::runtime_error(Describe(read.Problems().front()));
  return {read.Value().office, read.Value().decree,
          BothLanguages(read.Value().office.sensitive.active)};
}

std::vector<NamedState> Gallery(const Context& context, Steady now) {
  Builder b{context, now, {}};
  b.Add("attract", Attract{});
  b.Add("thanks", Thanks{IdOf(1), true, false, true, 0});
  b.Add("thanks-withdrawn", Thanks{IdOf(1), true, true, true, 0});
  b.Add("thanks-after-ticket", Thanks{});
  for (int at = 0; at < 3; ++at)
    b.Add("about-" + std::to_string(at), About{at});
  b.Add("talk", TalkInPrivate{});
  AddComplaintScreens(b);
  b.Add("urgent", UrgentAdvice{}, true);
  AddTicketScreens(b);
  for (int question = 0; question < kSurveyQuestions; ++question) {
    Survey survey;
    survey.question = question;
    b.Add("survey-" + std::to_string(question + 1), survey);
  }
  b.Add("out-of-service", OutOfService{Trouble::kFull});
  AddStaffScreens(b);
  b.Add("idle-warning", Review{}, true).overlay = IdleWarning{now - Steady{8000}};
  b.Add("cancel-sheet", Review{}, true).overlay = CancelSheet{};
  b.Add("help-called", Review{}, true).overlay = HelpCalled{now};
  return b.all;
}

}  // namespace tanggap::kiosk
