// What "Dengar" reads: question and choices in their order, each with the control that it belongs
// to; never a name, a phone number or a story.
#include <string>
#include <utility>

#include "domain/match.h"
#include "kiosk/steps.h"
#include "kiosk/words.h"
#include "texts/dates.h"

namespace tanggap::kiosk {
namespace {

using Parts = std::vector<SpokenPart>;

std::string Sentence(const std::string& words) {
  if (words.empty()) return {};
  const bool ended = std::string_view{".?!"}.find(words.back()) != std::string_view::npos;
  return words + (ended ? " " : ". ");
}

struct Reader {
  const Context& context;
  const State& state;
  const Texts& texts;
  Parts parts{};

  void Words(const std::string& words, std::string id = {}) {
    if (!words.empty()) parts.push_back({std::move(id), Sentence(words)});
  }
  void Say(std::initializer_list<TextId> ids) {
    for (const TextId id : ids)
      Words(texts[id]);
  }
  void Control(std::string id, TextId words) { Words(texts[words], std::move(id)); }
  void Label(const Labels& labels, std::string id) {
    Words(std::string(labels.In(texts.Language())), std::move(id));
  }
  void Faces() {
    for (int score = 4; score >= 1; --score)
      Control("face-" + std::to_string(score), FaceText(score));
  }
  // In a sensitive office "pengaduan" sounds like "report violence".
  [[nodiscard]] TextId ComplainWord(TextId usual) const {
    return context.office.sensitive.active ? TextId::kRateComplainOffice : usual;
  }

  void operator()(const Attract&) {
    Say({TextId::kRateTitle, TextId::kSayFaces});
    Faces();
    Control("complain", ComplainWord(TextId::kRateComplain));
    Control("lookup", TextId::kRateLookup);
  }
  void operator()(const Thanks& thanks) {
    if (thanks.withdrawn) {
      Say({TextId::kThanksWithdrawn});
      Control("again", TextId::kThanksAgain);
    } else {
      Say({TextId::kThanksTitle});
    }
    if (thanks.offers_survey) Control("survey", TextId::kThanksSurvey);
    Control("done", TextId::kCommonDone);
  }
  void operator()(const ChooseKind&) {
    Say({TextId::kKindTitle});
    Control("kind-complaint", ComplainWord(TextId::kKindComplaint));
    Control("kind-suggestion", TextId::kKindSuggestion);
    Control("kind-praise", TextId::kKindPraise);
    Control("kind-question", TextId::kKindQuestion);
  }
  void operator()(const ChooseService&) {
    Say({TextId::kServiceTitle});
    for (const ServiceId& id : TileServices(context)) {
      const OfficeService* service = context.office.Find(id);
      if (service != nullptr) Label(TileLabel(*service), "service-" + id.value);
    }
    Control("service-none", TextId::kServiceOther);
  }
  void operator()(const ChooseAspect&) {
    Say({TextId::kAspectTitle, TextId::kAspectHint});
    for (const DecreeAspect& aspect : context.decree.aspects)
      Label(aspect.say.by_language.empty() ? aspect.label : aspect.say,
            "aspect-" + aspect.id.value);
    Control("aspect-unsure", TextId::kAspectUnsure);
  }
  void operator()(const ChooseDetail&) {
    Say({TextId::kAspectTitle, TextId::kAspectHint});
    for (const AspectId& id : state.visit.complaint.aspects) {
      const DecreeAspect* aspect = context.decree.Find(id);
      if (aspect == nullptr) continue;
      for (const AspectDetail& detail : aspect->details)
        Label(detail.label, "detail-" + detail.id);
    }
    Control("skip", TextId::kCommonSkip);
  }
  void operator()(const ChooseCounter&) {
    Say({TextId::kCounterTitle, TextId::kCounterHint});
    for (const Counter& counter : context.office.counters)
      Label(counter.label, "counter-" + counter.id);
    Control("skip", TextId::kCommonSkip);
  }
  void operator()(const ChooseWhen& when) {
    Say({WhenTitle(when.question)});
    int place = 0;
    for (const DayTile& tile : DayTiles(when.question, when.page))
      Words(DayTileWords(texts, tile, when.today), "day-" + std::to_string(place++));
  }
  void operator()(const TellWhat&) {
    Say({WhatTitle(state.visit.complaint.kind), TextId::kWhatHint});
    for (const PhraseId& id : OfferedPhrases(context, state.visit.complaint)) {
      const Phrase* phrase = context.office.Find(id);
      if (phrase != nullptr) Label(phrase->text, "phrase-" + id.value);
    }
    Control("next", TextId::kCommonNext);
  }
  void operator()(const AskFor&) {
    Say({TextId::kWhatWish, TextId::kWhatWishHint});
    for (int wish = 1; wish <= kWishes; ++wish)
      Control("wish-" + std::to_string(wish), WishText(static_cast<Wish>(wish)));
    Control("next", TextId::kCommonNext);
  }
  void operator()(const AskLoss&) {
    Say({TextId::kWhatLoss});
    Control("loss-1", TextId::kWhatLossNone);
    Control("loss-2", TextId::kWhatLossMoney);
    Control("loss-3", TextId::kWhatLossTime);
    Control("loss-4", TextId::kWhatLossOther);
  }
  void operator()(const Identify& identify) {
    if (identify.part == IdentityPart::kSafe) {
      Say({TextId::kSafeTitle, TextId::kSafeHint});
      Control("safe-way-1", TextId::kSafeNone);
      Control("safe-way-2", TextId::kSafePhone);
      Control("safe-way-3", TextId::kSafeWhatsApp);
    }
    const bool apart = Cramped(state.visit);
    if (identify.part == IdentityPart::kSafeTime ||
        (identify.part == IdentityPart::kSafe && !apart)) {
      Say({TextId::kSafeHoursTitle});
      Control("safe-hours-1", TextId::kSafeMorning);
      Control("safe-hours-2", TextId::kSafeNoon);
      Control("safe-hours-3", TextId::kSafeAfternoon);
      Control("safe-hours-4", TextId::kSafeAny);
      Control("safe-name-office", TextId::kSafeNameOffice);
    }
    if (identify.part == IdentityPart::kSafe || identify.part == IdentityPart::kSafeTime) return;
    if (identify.part == IdentityPart::kPermissions) {
      Say({TextId::kConsentTitle, TextId::kConsentPurpose, TextId::kConsentWho,
           TextId::kConsentNotWho});
      if (!context.office.sensitive.active) {
        Control("may-phone", TextId::kConsentAskPhone);
        Control("may-whatsapp", TextId::kConsentAskPhoneWa);
      }
      Control("notice", TextId::kConsentFull);
      return;
    }
    Say({TextId::kIdentTitle, TextId::kIdentHint});
    Control("anonymous", TextId::kIdentAnon);
    Control("phone-only", TextId::kIdentPhoneOnly);
    Control("named", TextId::kIdentNamed);
    Say({TextId::kConsentPurpose, TextId::kConsentWho, TextId::kConsentNotWho});
  }
  void operator()(const ShowTicket& shown) {
    Say({TextId::kSaveOk, TextId::kSayCode});
    Control("read-aloud", TextId::kSayLetters);
    Say({TextId::kTicketFirst});
    Words(FullDay(shown.ticket.due, texts));
    Control("done", TextId::kCommonDone);
  }
  void operator()(const LookUp&) {
    Say({TextId::kLookTitle, TextId::kLookScan, TextId::kLookType});
  }
  void operator()(const ShowState& shown) {
    for (const std::string& sentence : StateSentences(context, texts, shown.ticket))
      Words(sentence);
    if (!SayableAbout(shown.ticket).empty()) Control("say", SayOpenText(shown.ticket));
    Control("next", TextId::kCommonDone);
  }
  void operator()(const ChooseSay& choose) {
    Say({TextId::kKindTitle});
    for (const kiosk::Say say : SayableAbout(choose.held.ticket))
      Control(std::string("say-") + std::to_string(static_cast<int>(say)), SayText(say));
    if (HandlingIsRated(choose.held.ticket)) Control("say-rate", TextId::kSayRate);
  }
  void operator()(const SayWords& words) {
    Say({SayTitle(words.what), TextId::kWhatTypeHint});
    Control("next", TextId::kReviewSendOther);
  }
  void operator()(const AskPressed&) {
    Say({TextId::kSayPressed, TextId::kSayPressedHint});
    Control("pressed-no", TextId::kSayPressedNo);
    Control("pressed-yes", TextId::kSayPressedYes);
  }
  void operator()(const ConfirmSay& confirm) {
    Say({SayTitle(confirm.what)});
    if (confirm.what == kiosk::Say::kAccept) {
      for (const std::string& sentence : StateSentences(context, texts, confirm.held.ticket))
        Words(sentence);
      Say({TextId::kSayAcceptAfter});
    }
    Control("confirm", SayYes(confirm.what));
    Control("back", TextId::kCancelNo);
  }
  void operator()(const RateHandling&) {
    Say({TextId::kSayRateTitle});
    Faces();
  }
  void operator()(const TooManyTickets&) {
    Say({TextId::kErrTooManyTickets, TextId::kErrTooManyDo});
  }
  void operator()(const NotFound&) {
    Say({TextId::kLookNone, TextId::kLookNoneDo});
    Control("again", TextId::kSaveAgain);
  }
  void operator()(const Survey& survey) {
    Words(texts.ByKey(SurveyKey(survey.question, "q")));
    for (int answer = 1; answer <= 4; ++answer) {
      const std::string number = std::to_string(answer);
      Words(texts.ByKey(SurveyKey(survey.question, "a" + number)), "answer-" + number);
    }
    Control("skip", TextId::kCommonSkip);
  }
  void operator()(const TalkInPrivate&) {
    Say({TextId::kTalkTitle, TextId::kTalkText});
    Control("next", TextId::kTalkCall);
  }
  void operator()(const Review&) {
    Say({TextId::kReviewTitle, TextId::kReviewHint});
    if (state.visit.covered) Control("uncover", TextId::kReviewShow);
    Control("send", TextId::kReviewSend);
  }
  void operator()(const OutOfService&) { Say({TextId::kOosTitle, TextId::kOosWhere}); }
  // Silent on purpose, the advice to see somebody at once above all: it would tell who stands by.
  void operator()(const auto&) {}
};

}  // namespace

std::vector<SpokenPart> SpokenParts(const Context& context, const State& state) {
  Reader reader{context, state, context.In(state.visit.language)};
  std::visit(reader, state.screen);
  return std::move(reader.parts);
}

std::string SpokenWords(const Context& context, const State& state) {
  std::string words;
  for (const SpokenPart& part : SpokenParts(context, state))
    words += part.words;
  return words;
}

std::string SpokenCode(const TicketCode& code) {
  const std::string compact = Compact(code);
  std::string words;
  for (std::size_t i = 0; i < compact.size(); ++i) {
    if (i > 0) words += i % 4 == 0 ? ". " : ", ";
    words += compact[i];
  }
  return words + ".";
}

namespace {

constexpr Steady kBeforeSpeech{400};
constexpr Steady kPerCharacter{75};  // espeak-ng at 150 words a minute

}  // namespace

Steady SpeakingTime(const std::string& text) {
  return kBeforeSpeech + kBeforeSpeech + (kPerCharacter * static_cast<Steady::rep>(text.size()));
}

std::optional<SpokenNow> SpokenAt(const Context& context, const State& state, Steady now) {
  if (state.speaking_until <= now) return std::nullopt;
  Steady until = state.speaking_since + kBeforeSpeech;
  for (const SpokenPart& part : SpokenParts(context, state)) {
    until += kPerCharacter * static_cast<Steady::rep>(part.words.size());
    if (now < until) return SpokenNow{part.id, until};
  }
  return SpokenNow{"", state.speaking_until};
}

}  // namespace tanggap::kiosk
