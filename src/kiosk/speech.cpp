// What "Dengar" reads: question and choices; never a name, a phone number or a story.
#include <string>

#include "domain/match.h"
#include "kiosk/steps.h"
#include "kiosk/words.h"
#include "texts/dates.h"

namespace tanggap::kiosk {
namespace {

std::string Sentence(const std::string& words) {
  if (words.empty()) return {};
  const bool ended = std::string_view{".?!"}.find(words.back()) != std::string_view::npos;
  return words + (ended ? " " : ". ");
}

struct Reader {
  const Context& context;
  const State& state;
  const Texts& texts;
  [[nodiscard]] std::string Say(std::initializer_list<TextId> ids) const {
    std::string words;
    for (const TextId id : ids)
      words += Sentence(texts[id]);
    return words;
  }
  [[nodiscard]] std::string Label(const Labels& labels) const {
    return Sentence(std::string(labels.In(texts.Language())));
  }

  // In a sensitive office "pengaduan" sounds like "report violence".
  [[nodiscard]] TextId ComplainWord(TextId usual) const {
    return context.office.sensitive.active ? TextId::kRateComplainOffice : usual;
  }

  std::string operator()(const Attract&) const {
    std::string words = Say({TextId::kRateTitle, TextId::kSayFaces});
    for (int score = 4; score >= 1; --score)
      words += Sentence(texts[FaceText(score)]);
    return words + Say({ComplainWord(TextId::kRateComplain), TextId::kRateLookup});
  }
  std::string operator()(const Thanks&) const {
    return Say({TextId::kThanksTitle, TextId::kThanksSurvey});
  }
  std::string operator()(const ChooseKind&) const {
    return Say({TextId::kKindTitle, ComplainWord(TextId::kKindComplaint), TextId::kKindSuggestion,
                TextId::kKindPraise, TextId::kKindQuestion});
  }
  std::string operator()(const ChooseService&) const {
    std::string words = Say({TextId::kServiceTitle});
    for (const ServiceId& id : TileServices(context)) {
      const OfficeService* service = context.office.Find(id);
      if (service != nullptr) words += Label(TileLabel(*service));
    }
    return words;
  }
  std::string operator()(const ChooseAspect&) const {
    std::string words = Say({TextId::kAspectTitle, TextId::kAspectHint});
    for (const DecreeAspect& aspect : context.decree.aspects)
      words += Label(aspect.say.by_language.empty() ? aspect.label : aspect.say);
    return words + Say({TextId::kAspectUnsure});
  }
  std::string operator()(const ChooseCounter&) const {
    std::string words = Say({TextId::kCounterTitle, TextId::kCounterHint});
    for (const Counter& counter : context.office.counters)
      words += Label(counter.label);
    return words;
  }
  std::string operator()(const ChooseWhen& when) const {
    std::string words = Say({WhenTitle(when.question)});
    for (const DayTile& tile : DayTiles(when.question, when.page))
      words += Sentence(DayTileWords(texts, tile, when.today));
    return words;
  }
  std::string operator()(const TellWhat&) const {
    std::string words = Say({WhatTitle(state.visit.complaint.kind), TextId::kWhatHint});
    for (const PhraseId& id : OfferedPhrases(context, state.visit.complaint)) {
      const Phrase* phrase = context.office.Find(id);
      if (phrase != nullptr) words += Label(phrase->text);
    }
    return words;
  }
  std::string operator()(const AskFor&) const {
    std::string words = Say({TextId::kWhatWish, TextId::kWhatWishHint});
    for (int wish = 1; wish <= kWishes; ++wish)
      words += Sentence(texts[WishText(static_cast<Wish>(wish))]);
    return words;
  }
  std::string operator()(const AskLoss&) const {
    return Say({TextId::kWhatLoss, TextId::kWhatLossNone, TextId::kWhatLossMoney,
                TextId::kWhatLossTime, TextId::kWhatLossOther});
  }
  std::string operator()(const Identify& identify) const {
    if (identify.part == IdentityPart::kSafe)
      return Say({TextId::kSafeTitle, TextId::kSafeHint, TextId::kSafeNone, TextId::kSafePhone,
                  TextId::kSafeWhatsApp, TextId::kSafeHoursTitle, TextId::kSafeMorning,
                  TextId::kSafeNoon, TextId::kSafeAfternoon, TextId::kSafeAny,
                  TextId::kSafeNameOffice});
    return Say({TextId::kIdentTitle, TextId::kIdentHint, TextId::kIdentAnon,
                TextId::kIdentPhoneOnly, TextId::kIdentNamed, TextId::kConsentPurpose,
                TextId::kConsentWho, TextId::kConsentNotWho});
  }
  std::string operator()(const ShowTicket& shown) const {
    std::string words =
        Say({TextId::kSaveOk, TextId::kSayCode, TextId::kSayLetters, TextId::kTicketFirst});
    return words + Sentence(FullDay(shown.ticket.due, texts));
  }
  std::string operator()(const LookUp&) const {
    return Say({TextId::kLookTitle, TextId::kLookScan, TextId::kLookType});
  }
  std::string operator()(const ShowState& shown) const {
    std::string words;
    for (const std::string& sentence : StateSentences(context, texts, shown.ticket))
      words += Sentence(sentence);
    return words;
  }
  std::string operator()(const NotFound&) const {
    return Say({TextId::kLookNone, TextId::kLookNoneDo});
  }
  std::string operator()(const Survey& survey) const {
    std::string words = Sentence(texts.ByKey(SurveyKey(survey.question, "q")));
    for (int answer = 1; answer <= 4; ++answer)
      words += Sentence(texts.ByKey(SurveyKey(survey.question, "a" + std::to_string(answer))));
    return words;
  }
  std::string operator()(const TalkInPrivate&) const {
    return Say({TextId::kTalkTitle, TextId::kTalkText});
  }
  std::string operator()(const Review&) const {
    return Say({TextId::kReviewTitle, TextId::kReviewHint, TextId::kReviewSend});
  }
  std::string operator()(const OutOfService&) const {
    return Say({TextId::kOosTitle, TextId::kOosWhere});
  }
  // Silent on purpose, the advice to see somebody at once above all: it would tell who stands by.
  std::string operator()(const auto&) const { return {}; }
};

}  // namespace

std::string SpokenWords(const Context& context, const State& state) {
  const Texts& texts = context.In(state.visit.language);
  return std::visit(Reader{context, state, texts}, state.screen);
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

Steady SpeakingTime(const std::string& text) {
  constexpr Steady kPerCharacter{75};  // espeak-ng at 150 words a minute
  return Steady{800} + (kPerCharacter * static_cast<Steady::rep>(text.size()));
}

}  // namespace tanggap::kiosk
