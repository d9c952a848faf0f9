#include "kiosk/words.h"

#include <algorithm>
#include <array>

#include "domain/work_calendar.h"
#include "texts/dates.h"

namespace tanggap::kiosk {
namespace {

std::string Digits(int n) {
  return std::to_string(n);
}

// The regulation's order (PermenPANRB 14/2017).
constexpr std::array<std::string_view, kSurveyQuestions> kElements{
    "persyaratan", "prosedur", "waktu",  "biaya",    "produk",
    "kompetensi",  "perilaku", "sarana", "pengaduan"};

}  // namespace

std::string AnswerWords(const Texts& texts, const DayAnswer& answer) {
  switch (answer.word) {
    case DayWord::kToday:
      return texts[TextId::kWhenToday];
    case DayWord::kYesterday:
      return texts[TextId::kWhenYesterday];
    case DayWord::kDaysAgo:
      return texts.Format(TextId::kWhenDaysAgo, {{"n", Digits(answer.days_ago)}});
    case DayWord::kThisWeek:
      return texts[TextId::kWhenWeek];
    case DayWord::kLastWeek:
      return texts[TextId::kWhenLastWeek];
    case DayWord::kThisMonth:
      return texts[TextId::kWhenMonth];
    case DayWord::kLastMonth:
      return texts[TextId::kWhenLastMonth];
    case DayWord::kMonth:
      return answer.from ? MonthName(*answer.from, texts) : texts[TextId::kWhenUnsure];
    case DayWord::kOlder:
      return texts[TextId::kWhenBefore];
    case DayWord::kNever:
      return texts[TextId::kWhenCompleteUnsure];
    case DayWord::kUnknown:
      break;
  }
  return texts[TextId::kWhenUnsure];
}

TextId WishText(Wish wish) {
  switch (wish) {
    case Wish::kFinish:
      return TextId::kWhatWish1;
    case Wish::kExplain:
      return TextId::kWhatWish2;
    case Wish::kApologise:
      return TextId::kWhatWish3;
    case Wish::kDeliver:
      return TextId::kWhatWish4;
    case Wish::kImprove:
      return TextId::kWhatWish5;
    case Wish::kMoney:
      return TextId::kWhatWish6;
    case Wish::kKeepApart:
      break;
  }
  return TextId::kWhatWish7;
}

TextId LossText(Loss loss) {
  switch (loss) {
    case Loss::kMoney:
      return TextId::kWhatLossMoney;
    case Loss::kTime:
      return TextId::kWhatLossTime;
    case Loss::kOther:
      return TextId::kWhatLossOther;
    case Loss::kNone:
      break;
  }
  return TextId::kWhatLossNone;
}

TextId KindText(ComplaintKind kind) {
  switch (kind) {
    case ComplaintKind::kSuggestion:
      return TextId::kKindSuggestion;
    case ComplaintKind::kPraise:
      return TextId::kKindPraise;
    case ComplaintKind::kQuestion:
      return TextId::kKindQuestion;
    case ComplaintKind::kComplaint:
      break;
  }
  return TextId::kKindComplaint;
}

TextId FaceText(int score) {
  switch (score) {
    case 4:
      return TextId::kRateFace4;
    case 3:
      return TextId::kRateFace3;
    case 2:
      return TextId::kRateFace2;
    default:
      return TextId::kRateFace1;
  }
}

TextId WhenTitle(WhenQuestion question) {
  switch (question) {
    case WhenQuestion::kHandedIn:
      return TextId::kWhenSubmitted;
    case WhenQuestion::kComplete:
      return TextId::kWhenComplete;
    case WhenQuestion::kHappened:
      break;
  }
  return TextId::kWhenTitle;
}

TextId WhatTitle(ComplaintKind kind) {
  switch (kind) {
    case ComplaintKind::kSuggestion:
      return TextId::kWhatTitleSuggestion;
    case ComplaintKind::kPraise:
      return TextId::kWhatTitlePraise;
    case ComplaintKind::kQuestion:
      return TextId::kWhatTitleQuestion;
    case ComplaintKind::kComplaint:
      break;
  }
  return TextId::kWhatTitle;
}

TextId FieldText(IdentityField field) {
  switch (field) {
    case IdentityField::kName:
      return TextId::kIdentName;
    case IdentityField::kPhone:
      return TextId::kIdentPhone;
    case IdentityField::kVillage:
      return TextId::kIdentVillage;
    case IdentityField::kProxy:
      break;
  }
  return TextId::kIdentProxy;
}

TextId SafeWayText(SafeWay way) {
  switch (way) {
    case SafeWay::kPhone:
      return TextId::kSafePhone;
    case SafeWay::kWhatsApp:
      return TextId::kSafeWhatsApp;
    case SafeWay::kNone:
      break;
  }
  return TextId::kSafeNone;
}

TextId SafeHoursText(SafeHours hours) {
  switch (hours) {
    case SafeHours::kMorning:
      return TextId::kSafeMorning;
    case SafeHours::kNoon:
      return TextId::kSafeNoon;
    case SafeHours::kAfternoon:
      return TextId::kSafeAfternoon;
    case SafeHours::kAny:
      break;
  }
  return TextId::kSafeAny;
}

TextId TroubleText(Trouble trouble) {
  switch (trouble) {
    case Trouble::kFull:
      return TextId::kOosDisk;
    case Trouble::kStaff:
      return TextId::kOosStaff;
    case Trouble::kBroken:
      break;
  }
  return TextId::kOosStore;
}

namespace {

struct SayWordsOf {
  TextId text;
  TextId help;
  TextId title;
  TextId yes;
};

SayWordsOf WordsOf(Say say) {
  switch (say) {
    case Say::kObject:
      return {TextId::kSayObject, TextId::kSayObjectHelp, TextId::kSayObjectTitle,
              TextId::kReviewSendOther};
    case Say::kAccept:
      return {TextId::kSayAccept, TextId::kSayAcceptHelp, TextId::kSayAcceptTitle,
              TextId::kSayAcceptYes};
    case Say::kWithdraw:
      return {TextId::kSayWithdraw, TextId::kSayWithdrawHelp, TextId::kSayWithdrawTitle,
              TextId::kSayWithdrawYes};
    case Say::kUndo:
      return {TextId::kSayUndo, TextId::kSayUndoHelp, TextId::kSayUndoTitle, TextId::kSayUndoYes};
    case Say::kAdd:
      break;
  }
  return {TextId::kSayAdd, TextId::kSayAddHelp, TextId::kSayAddTitle, TextId::kReviewSendOther};
}

}  // namespace

TextId SayText(Say say) {
  return WordsOf(say).text;
}
TextId SayHelp(Say say) {
  return WordsOf(say).help;
}
TextId SayTitle(Say say) {
  return WordsOf(say).title;
}
TextId SayYes(Say say) {
  return WordsOf(say).yes;
}

TextId SayOpenText(const TicketState& ticket) {
  const auto says = SayableAbout(ticket);
  const auto can = [&](Say say) { return std::ranges::find(says, say) != says.end(); };
  if (can(Say::kUndo)) return TextId::kSayUndo;
  return can(Say::kObject) ? TextId::kSayOpen : TextId::kSayOpenWithdraw;
}

std::string ServiceWords(const Context& context, const Texts& texts, const Complaint& complaint) {
  const OfficeService* service = context.office.Find(complaint.service);
  if (service == nullptr) return texts[TextId::kServiceNone];
  if (service->sensitive) return texts[TextId::kServiceOther];  // never its name
  return std::string(service->label.In(texts.Language()));
}

std::string AspectWords(const Context& context, const Texts& texts, const Complaint& complaint) {
  std::string words;
  for (const AspectId& id : complaint.aspects) {
    const DecreeAspect* aspect = context.decree.Find(id);
    if (aspect == nullptr) continue;
    if (!words.empty()) words += "; ";
    words += aspect->label.In(texts.Language());
  }
  return words.empty() ? texts[TextId::kAspectUnsure] : words;
}

std::optional<ReceiptWords> ReceiptOf(const Context& context, const Complaint& complaint,
                                      const std::string& language) {
  if (complaint.kind != ComplaintKind::kComplaint || context.office.sensitive.active ||
      complaint.identity.mode != IdentityMode::kNamed)
    return std::nullopt;
  const Texts& texts = context.In(language);
  ReceiptWords words;
  words.name = complaint.identity.name;
  words.address = complaint.identity.village;
  words.phone = complaint.identity.phone;
  const OfficeService* service = context.office.Find(complaint.service);
  if (service == nullptr || !service->sensitive)
    words.service = ServiceWords(context, texts, complaint);
  // A visitor who told no story still says what was wrong: the law asks for a short description.
  const std::string story = Story(context, complaint, language);
  words.story = AspectWords(context, texts, complaint) + (story.empty() ? "" : ". " + story);
  if (complaint.loss) words.loss = texts[LossText(*complaint.loss)];
  for (const Wish wish : complaint.wishes)
    words.wish += (words.wish.empty() ? "" : "; ") + texts[WishText(wish)];
  return words;
}

std::string RetentionWords(const Texts& texts, int days) {
  constexpr int kYear = 365;
  if (days == kYear) return texts[TextId::kRetentionYear];
  if (days >= kYear && days % kYear == 0)
    return texts.Format(TextId::kRetentionYears, {{"n", Digits(days / kYear)}});
  return texts.Format(TextId::kRetentionDays, {{"n", Digits(days)}});
}

std::string NormWords(const Texts& texts, const Norm& norm) {
  const std::string n = std::to_string(norm.amount);
  switch (norm.unit) {
    case NormUnit::kDays:
      return texts.Format(TextId::kAboutUnitDays, {{"n", n}});
    case NormUnit::kHours:
      return texts.Format(TextId::kAboutUnitHours, {{"n", n}});
    case NormUnit::kWorkingDays:
      break;
  }
  return texts.Format(TextId::kAboutUnitWorkingDays, {{"n", n}});
}

std::vector<DayTile> DayTiles(WhenQuestion question, int page) {
  // Behind it lies what is longer ago than the last single day of the page.
  const int last_day = question == WhenQuestion::kComplete ? 2 : 3;
  const DayTile earlier{DayWord::kUnknown, question == WhenQuestion::kHappened ? 0 : last_day,
                        true};
  const DayTile unsure{DayWord::kUnknown, 0, false};
  if (question == WhenQuestion::kHappened) {
    if (page == 0)
      return {{DayWord::kToday, 0, false},
              {DayWord::kYesterday, 0, false},
              {DayWord::kThisWeek, 0, false},
              {DayWord::kThisMonth, 0, false},
              earlier,
              unsure};
    return {{DayWord::kMonth, 1, false}, {DayWord::kMonth, 2, false}, {DayWord::kMonth, 3, false},
            {DayWord::kMonth, 4, false}, {DayWord::kMonth, 5, false}, {DayWord::kOlder, 5, false}};
  }
  // Hours and days decide here, so single days come first.
  // Whoever was never told, and whoever forgot, find it on the first page.
  const bool never = question == WhenQuestion::kComplete;
  if (page == 0)
    return {{DayWord::kToday, 0, false},
            {DayWord::kYesterday, 0, false},
            {DayWord::kDaysAgo, 2, false},
            never ? DayTile{DayWord::kNever, 0, false} : DayTile{DayWord::kDaysAgo, 3, false},
            earlier,
            unsure};
  const int first = never ? 3 : 4;
  return {{DayWord::kDaysAgo, first, false},     {DayWord::kDaysAgo, first + 1, false},
          {DayWord::kDaysAgo, first + 2, false}, {DayWord::kDaysAgo, first + 3, false},
          {DayWord::kDaysAgo, first + 4, false}, {DayWord::kOlder, 0, false}};
}

std::string DayTileWords(const Texts& texts, const DayTile& tile, Day today) {
  if (tile.turns_page && tile.n > 0) return texts[TextId::kWhenBefore];
  if (tile.turns_page) return texts[TextId::kWhenEarlier];
  return AnswerWords(texts, AnswerOn(today, tile.word, tile.n));
}

namespace {

// "16–22 Nov 2026", "30 Nov – 2 Des 2026".
std::string SpanWords(const Texts& texts, Day from, Day to) {
  const std::string end = PlainDay(to, texts);
  const std::string begin = PlainDay(from, texts);
  const std::string day = begin.substr(0, begin.find(' '));
  if (from.year() == to.year() && from.month() == to.month()) return day + "–" + end;
  return begin.substr(0, begin.rfind(' ')) + " – " + end;
}

}  // namespace

std::string DayTileSecond(const Texts& texts, const DayTile& tile, Day today) {
  const auto until = [&](Day day) {
    return texts.Format(TextId::kWhenUntil, {{"tanggal", PlainDay(day, texts)}});
  };
  if (tile.turns_page)
    return until(tile.n > 0 ? AddDays(today, -tile.n - 1)
                            : AddDays(Day{today.year(), today.month(), std::chrono::day{1}}, -1));
  if (tile.word == DayWord::kUnknown) return texts[TextId::kWhenUnsureHelp];
  const DayAnswer answer = AnswerOn(today, tile.word, tile.n);
  if (!answer.to) return {};
  if (!answer.from) return until(*answer.to);
  if (*answer.from == *answer.to) return ShortDay(*answer.to, texts);
  return SpanWords(texts, *answer.from, *answer.to);
}

std::vector<std::string> StateSentences(const Context& context, const Texts& texts,
                                        const TicketState& state) {
  std::string remedies;
  for (const std::string& id : state.remedies) {
    const DecreeRemedy* remedy = context.decree.Find(RemedyId{id});
    if (remedy == nullptr) continue;
    if (!remedies.empty()) remedies += ", ";
    remedies += remedy->label.In(texts.Language());
  }
  const std::string date = state.due ? FullDay(*state.due, texts) : std::string{};
  std::vector<std::string> sentences;
  for (const std::string& key : state.sentences) {
    std::string text = texts.ByKey(key);
    if (text.empty()) text = texts[TextId::kStateUnknown];
    const auto fill = [&text](std::string_view hole, const std::string& value) {
      if (const auto at = text.find(hole); at != std::string::npos)
        text.replace(at, hole.size(), value);
    };
    // A sentence whose date or list is missing would promise nothing: it is left out.
    if (text.find("{tanggal}") != std::string::npos && date.empty()) continue;
    if (text.find("{daftar}") != std::string::npos && remedies.empty()) continue;
    fill("{tanggal}", date);
    fill("{daftar}", remedies);
    sentences.push_back(std::move(text));
    // The desk's key says only that something came; what it was stands beside it.
    if (key == "state.delivered" && !remedies.empty())
      sentences.push_back(texts.Format(TextId::kStateDeliveredWhat, {{"daftar", remedies}}));
  }
  return sentences;
}

std::string SurveyKey(int question, std::string_view part) {
  return "skm." + std::string(kElements[static_cast<std::size_t>(question)]) + "." +
         std::string(part);
}

}  // namespace tanggap::kiosk
