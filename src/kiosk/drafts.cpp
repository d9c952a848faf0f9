#include "kiosk/drafts.h"

#include <algorithm>

namespace tanggap::kiosk {
namespace {

std::string_view NameOf(ComplaintKind kind) {
  switch (kind) {
    case ComplaintKind::kSuggestion:
      return "saran";
    case ComplaintKind::kPraise:
      return "pujian";
    case ComplaintKind::kQuestion:
      return "pertanyaan";
    case ComplaintKind::kComplaint:
      break;
  }
  return "pengaduan";
}

std::string_view NameOf(Wish wish) {
  switch (wish) {
    case Wish::kFinish:
      return "selesaikan";
    case Wish::kExplain:
      return "penjelasan";
    case Wish::kApologise:
      return "maaf";
    case Wish::kDeliver:
      return "antar";
    case Wish::kImprove:
      return "perbaikan";
    case Wish::kMoney:
      return "ganti-uang";
    case Wish::kKeepApart:
      break;
  }
  return "jangan-pertemukan";
}

std::string_view NameOf(Loss loss) {
  switch (loss) {
    case Loss::kMoney:
      return "uang";
    case Loss::kTime:
      return "waktu";
    case Loss::kOther:
      return "lain";
    case Loss::kNone:
      break;
  }
  return "tidak";
}

std::string_view NameOf(PrintState outcome) {
  switch (outcome) {
    case PrintState::kPrinted:
      return "printed";
    case PrintState::kUnknown:
      return "unknown";
    case PrintState::kNoPaperWanted:
      return "none";
    case PrintState::kPrinting:
    case PrintState::kUnavailable:
      break;
  }
  return "unavailable";
}

std::string_view NameOf(TicketStage stage) {
  switch (stage) {
    case TicketStage::kReceived:
      return "received";
    case TicketStage::kExamined:
      return "examined";
    case TicketStage::kDecided:
      return "decided";
    case TicketStage::kDelivered:
      return "delivered";
    case TicketStage::kDone:
      break;
  }
  return "done";
}

std::string_view NameOf(Say say) {
  switch (say) {
    case Say::kObject:
      return "object";
    case Say::kAccept:
      return "accept";
    case Say::kWithdraw:
      return "withdraw";
    case Say::kUndo:
      return "undo";
    case Say::kAdd:
      break;
  }
  return "add";
}

// An exact day as a date, else the visitor's own word.
std::string WhenText(const DayAnswer& answer) {
  if (answer.from && answer.from == answer.to) return IsoDay(*answer.from);
  switch (answer.word) {
    case DayWord::kThisWeek:
      return "minggu-ini";
    case DayWord::kLastWeek:
      return "minggu-lalu";
    case DayWord::kThisMonth:
      return "bulan-ini";
    case DayWord::kLastMonth:
      return "bulan-lalu";
    case DayWord::kMonth:
      return answer.from ? IsoDay(*answer.from).substr(0, 7) : "tidak-ingat";
    case DayWord::kOlder:
      return "lebih-lama";
    default:
      return "tidak-ingat";
  }
}

// Noon of an exact day: the visitor gave no hour, and noon can't slip into another date.
void PutMoment(Fields& facts, const std::string& name, const std::optional<DayAnswer>& answer,
               const Zone& zone) {
  if (!answer || !answer->from || answer->from != answer->to) return;
  facts[name] = ToMillis(FromLocal({*answer->from, 12, 0, 0}, zone));
}

void PutText(Fields& fields, const std::string& name, const std::string& value) {
  if (!value.empty()) fields[name] = value;
}

Draft Plain(const RecordId& id, RecordType type) {
  Draft draft;
  draft.id = id;
  draft.type = type;
  return draft;
}

bool TouchesPerson(const Context& context, const Complaint& complaint) {
  if (AboutConduct(context, complaint)) return true;
  return std::ranges::any_of(complaint.phrases, [&](const PhraseId& id) {
    const Phrase* phrase = context.office.Find(id);
    if (phrase == nullptr) return false;
    const DecreeAspect* aspect = context.decree.Find(phrase->aspect);
    return aspect != nullptr && aspect->about_conduct;
  });
}

bool CounterMayRead(const Context& context, const Complaint& complaint) {
  if (!complaint.words.empty() || complaint.phrases.empty()) return false;
  if (TouchesPerson(context, complaint)) return false;
  return std::ranges::all_of(complaint.phrases, [&](const PhraseId& id) {
    const Phrase* phrase = context.office.Find(id);
    return phrase != nullptr && phrase->counter_may_read;
  });
}

std::string_view NameOf(SafeHours hours) {
  switch (hours) {
    case SafeHours::kMorning:
      return "pagi";
    case SafeHours::kNoon:
      return "siang";
    case SafeHours::kAfternoon:
      return "sore";
    case SafeHours::kAny:
      break;
  }
  return "kapan-saja";
}

void PutSafeWay(Fields& fields, const Identity& identity) {
  const bool whatsapp = identity.safe_way == SafeWay::kWhatsApp;
  fields["safe_way"] = std::string(whatsapp ? "whatsapp" : "telepon");
  fields["safe_hours"] = std::string(NameOf(*identity.safe_hours));
  fields["safe_name_office"] = identity.may_name_office;
  fields["may_call"] = !whatsapp;
  fields["may_whatsapp"] = whatsapp;
}

void PutIdentity(Draft& draft, const Context& context, const Identity& identity) {
  if (identity.mode == IdentityMode::kAnonymous) return;
  Fields& fields = draft.identity;
  // A number that nobody may safely call isn't kept: what isn't there is never dialled.
  const bool reachable = Reachable(context, identity);
  if (reachable) PutText(fields, "phone", identity.phone);
  if (identity.mode == IdentityMode::kNamed) {
    PutText(fields, "name", identity.name);
    PutText(fields, "village", identity.village);
    PutText(fields, "proxy_for", identity.proxy);
  }
  if (fields.empty()) return;
  fields["may_call"] = reachable && identity.may_phone;
  fields["may_whatsapp"] = reachable && identity.may_whatsapp;
  if (reachable && context.office.sensitive.active) PutSafeWay(fields, identity);
}

void PutContent(Draft& draft, const Complaint& complaint) {
  // Own words only: ready phrases stand beside them, and only a case without own words may be
  // settled at the counter.
  PutText(draft.content, "story", complaint.words);
  std::vector<std::string> phrases;
  for (const PhraseId& phrase : complaint.phrases)
    phrases.push_back(phrase.value);
  if (!phrases.empty()) draft.content["phrases"] = ToList(phrases);
  std::vector<std::string> wishes;
  for (const Wish wish : complaint.wishes)
    wishes.emplace_back(NameOf(wish));
  if (!wishes.empty()) draft.content["wishes"] = ToList(wishes);
  if (complaint.wishes.contains(Wish::kKeepApart)) draft.content["keep_apart"] = true;
  if (complaint.loss) draft.content["losses"] = ToList({std::string(NameOf(*complaint.loss))});
  PutText(draft.content, "counter", complaint.counter);
}

}  // namespace

std::vector<Draft> DraftsOf(const StoreRating& effect, const RecordId& flag_id) {
  Draft rated = Plain(effect.id, RecordType::kRated);
  rated.clear["score"] = effect.score;
  rated.facts["language"] = effect.language;
  std::vector<Draft> drafts{rated};
  if (!effect.flags.empty()) {
    Draft flag = Plain(flag_id, RecordType::kSessionFlagged);
    flag.refs = {effect.id};
    flag.facts["why"] = "repeat";
    drafts.push_back(flag);
  }
  return drafts;
}

Draft DraftOf(const WithdrawRating& effect) {
  Draft draft = Plain(effect.id, RecordType::kRatingWithdrawn);
  draft.refs = {effect.rating};
  return draft;
}

Draft DraftOf(const FlagSession& effect) {
  Draft draft = Plain(effect.id, RecordType::kSessionFlagged);
  draft.refs = {effect.rating};
  draft.facts["why"] = "extra-taps";
  draft.facts["extra_taps"] = effect.extra_taps;
  return draft;
}

Draft DraftOf(const StoreSurvey& effect) {
  Draft draft = Plain(effect.id, RecordType::kSurveyAnswered);
  List answers;
  for (const int answer : effect.answers)
    answers.emplace_back(answer);
  draft.facts["instrument"] = "skm-2017";
  draft.facts["answers"] = answers;
  draft.facts["after"] = effect.after.Empty() ? "ticket" : "face";
  draft.facts["language"] = effect.language;
  return draft;
}

Draft DraftOf(const StoreTicketOutcome& effect) {
  Draft draft = Plain(effect.id, RecordType::kTicketOutcome);
  draft.refs = {effect.complaint};
  draft.facts["outcome"] = std::string(NameOf(effect.outcome));
  return draft;
}

Draft DraftOf(const StoreStatusSeen& effect) {
  Draft draft = Plain(effect.id, RecordType::kStatusSeen);
  draft.ticket = effect.code;
  draft.facts["stage"] = std::string(NameOf(effect.ticket.stage));
  if (!effect.ticket.sentences.empty()) draft.facts["sentences"] = ToList(effect.ticket.sentences);
  return draft;
}

Draft DraftOf(const CallHelp& effect) {
  return Plain(effect.id, RecordType::kHelpCalled);
}

Draft DraftOf(const StoreSaid& effect) {
  Draft draft = Plain(effect.id, RecordType::kVisitorSaid);
  draft.ticket = effect.code;
  draft.facts["what"] = std::string(NameOf(effect.what));
  if (effect.pressed) draft.facts["asked_to"] = std::string(*effect.pressed ? "yes" : "no");
  draft.facts["language"] = effect.language;
  PutText(draft.content, "text", effect.words);
  return draft;
}

Draft DraftOf(const StoreHandling& effect) {
  Draft draft = Plain(effect.id, RecordType::kHandlingRated);
  draft.ticket = effect.code;
  draft.facts["score"] = effect.score;
  return draft;
}

Draft DraftOf(const StoreStaffAction& effect) {
  Draft draft = Plain(effect.id, RecordType::kStaffAction);
  draft.facts["action"] = effect.action;
  draft.facts["outcome"] = effect.outcome;
  return draft;
}

Draft DraftOf(const FlagTickets&, const RecordId& id) {
  Draft draft = Plain(id, RecordType::kSessionFlagged);
  draft.facts["why"] = "tickets";
  return draft;
}

Draft DraftOf(const StoreComplaint& effect, const TicketCode& code, Day due,
              const Context& context) {
  const Complaint& complaint = effect.complaint;
  Draft draft = Plain(effect.id, RecordType::kComplaintLodged);
  draft.ticket = code;
  // An urgent case isn't the counter's, not even with the ticket in hand.
  if (!complaint.urgent) draft.ticket_opens = {BodyClass::kFacts};
  if (!complaint.urgent && CounterMayRead(context, complaint))
    draft.ticket_opens.insert(BodyClass::kContent);
  Fields& facts = draft.facts;
  facts["kind"] = std::string(NameOf(complaint.kind));
  PutText(facts, "service", complaint.service.value);
  std::vector<std::string> aspects;
  for (const AspectId& aspect : complaint.aspects)
    aspects.push_back(aspect.value);
  if (!aspects.empty()) facts["aspects"] = ToList(aspects);
  if (complaint.happened) facts["when"] = WhenText(*complaint.happened);
  PutMoment(facts, "handed_in", complaint.handed_in, context.office.zone);
  PutMoment(facts, "declared_complete", complaint.complete, context.office.zone);
  const OfficeService* service = context.office.Find(complaint.service);
  facts["named"] = complaint.identity.mode == IdentityMode::kNamed;
  facts["reachable"] = Reachable(context, complaint.identity);
  facts["touches_person"] = TouchesPerson(context, complaint);
  facts["sensitive"] = service != nullptr && service->sensitive;
  facts["urgent"] = complaint.urgent;
  facts["due"] = IsoDay(due);
  facts["paper"] = complaint.paper;
  facts["language"] = effect.language;
  PutContent(draft, complaint);
  PutIdentity(draft, context, complaint.identity);
  return draft;
}

}  // namespace tanggap::kiosk
