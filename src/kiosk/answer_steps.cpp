// Tiles and fields: what one touch changes in the complaint.
#include <algorithm>
#include <string_view>

#include "domain/match.h"
#include "kiosk/key_entry.h"
#include "kiosk/steps.h"

namespace tanggap::kiosk {
namespace {

template <class Wanted>
bool On(const Turn& turn) {
  return std::holds_alternative<Wanted>(turn.state.screen);
}

void Toggle(std::vector<PhraseId>& phrases, const PhraseId& phrase) {
  const auto at = std::ranges::find(phrases, phrase);
  if (at == phrases.end())
    phrases.push_back(phrase);
  else
    phrases.erase(at);
}

// Sentences of an aspect that is no longer chosen can't stay in the story unseen.
void DropStrayPhrases(Turn& turn) {
  Complaint& complaint = turn.state.visit.complaint;
  const auto offered = OfferedPhrases(turn.context, complaint);
  std::erase_if(complaint.phrases, [&](const PhraseId& id) {
    return std::ranges::find(offered, id) == offered.end();
  });
}

void OnAspect(Turn& turn, const AspectId& aspect) {
  if (!On<ChooseAspect>(turn) || turn.context.decree.Find(aspect) == nullptr) return;
  Complaint& complaint = turn.state.visit.complaint;
  complaint.unsure = false;
  auto& aspects = complaint.aspects;
  const auto at = std::ranges::find(aspects, aspect);
  if (at != aspects.end()) {
    aspects.erase(at);
  } else {
    // A third touch replaces the second: the first is the main one.
    if (aspects.size() == kMaxAspects) aspects.pop_back();
    aspects.push_back(aspect);
  }
  DropStrayPhrases(turn);
}

void OnUnsure(Turn& turn) {
  if (!On<ChooseAspect>(turn)) return;
  Complaint& complaint = turn.state.visit.complaint;
  complaint.unsure = !complaint.unsure;
  if (complaint.unsure) complaint.aspects.clear();
  DropStrayPhrases(turn);
}

void Advance(Turn& turn) {
  OnComplaintIntent(turn, GoNext{});
}

void OnDay(Turn& turn, const PickDay& pick) {
  auto* when = std::get_if<ChooseWhen>(&turn.state.screen);
  if (when == nullptr) return;
  Complaint& complaint = turn.state.visit.complaint;
  const DayAnswer answer = AnswerOn(when->today, pick.word, pick.n);
  switch (when->question) {
    case WhenQuestion::kHappened:
      complaint.happened = answer;
      break;
    case WhenQuestion::kHandedIn:
      complaint.handed_in = answer;
      break;
    case WhenQuestion::kComplete:
      complaint.complete = answer;
      break;
  }
  Advance(turn);
}

void OnTyped(Turn& turn, const std::string& key) {
  Complaint& complaint = turn.state.visit.complaint;
  if (auto* tell = std::get_if<TellWhat>(&turn.state.screen); tell != nullptr && tell->typing) {
    TypeInto(complaint.words, key, tell->layer, kStoryCharacters);
    // Of what somebody beside might read only the word being typed shows.
    if (turn.context.office.sensitive.active && key == " ") tell->veil = complaint.words.size();
  } else if (auto* field = std::get_if<TypeField>(&turn.state.screen)) {
    field->wrong = false;
    std::string& value = ValueOf(complaint.identity, field->field);
    if (value.capacity() < 2 * kFieldCharacters) value.reserve(2 * kFieldCharacters);
    if (field->field == IdentityField::kPhone) {
      value = NormalPhone(value + key);
    } else if (Characters(value) < kFieldCharacters) {
      const bool names = field->layer == KeyLayer::kLetters;
      value += names ? WordCapital(value, key) : key;
    }
    field->layer = AfterKey(field->layer);
  } else if (auto* look = std::get_if<LookUp>(&turn.state.screen)) {
    look->fault.reset();
    if (look->typed.size() < kCodeSymbols) look->typed += key;
  }
}

void OnErase(Turn& turn) {
  Complaint& complaint = turn.state.visit.complaint;
  if (auto* tell = std::get_if<TellWhat>(&turn.state.screen); tell != nullptr && tell->typing) {
    EraseLast(complaint.words);
    tell->veil = std::min(tell->veil, complaint.words.size());
  } else if (auto* field = std::get_if<TypeField>(&turn.state.screen)) {
    field->wrong = false;
    EraseLast(ValueOf(complaint.identity, field->field));
  } else if (auto* look = std::get_if<LookUp>(&turn.state.screen)) {
    look->fault.reset();
    EraseLast(look->typed);
  }
}

void OnLayer(Turn& turn, KeyLayer layer) {
  if (auto* tell = std::get_if<TellWhat>(&turn.state.screen))
    tell->layer = layer;
  else if (auto* field = std::get_if<TypeField>(&turn.state.screen))
    field->layer = layer;
}

void OnTurnPage(Turn& turn, int page) {
  std::visit(Match{
                 [&](ChooseService& s) { s.page = page; },
                 [&](ChooseCounter& s) { s.page = page; },
                 [&](ChooseWhen& s) { s.page = page; },
                 [&](TellWhat& s) { s.page = page; },
                 [&](Review& s) { s.page = page; },
                 [&](About& s) { s.page = page; },
                 [&](ReadNotice& s) { s.page = page; },
                 [](auto&) {},
             },
             turn.state.screen);
  turn.state.shown_at = turn.stamp.steady;
  turn.state.deaf_until = turn.stamp.steady + kDeafTime;
}

void OnPermission(Turn& turn, const AnswerPermission& given) {
  if (!On<Identify>(turn)) return;
  Identity& identity = turn.state.visit.complaint.identity;
  const bool phone = given.permission == Permission::kPhone;
  (phone ? identity.may_phone : identity.may_whatsapp) = given.may;
}

bool OnTile(Turn& turn, const Intent& intent) {
  Complaint& complaint = turn.state.visit.complaint;
  return std::visit(Match{
                        [&](const PickService& i) {
                          if (!On<ChooseService>(turn)) return true;
                          complaint.service = i.service;
                          Advance(turn);
                          return true;
                        },
                        [&](const ToggleAspect& i) {
                          OnAspect(turn, i.aspect);
                          return true;
                        },
                        [&](const UnsureAboutAspect&) {
                          OnUnsure(turn);
                          return true;
                        },
                        [&](const PickDetail& i) {
                          if (!On<ChooseDetail>(turn)) return true;
                          complaint.detail = i.detail;
                          Advance(turn);
                          return true;
                        },
                        [&](const PickCounter& i) {
                          if (!On<ChooseCounter>(turn)) return true;
                          complaint.counter = i.counter;
                          Advance(turn);
                          return true;
                        },
                        [&](const PickDay& i) {
                          OnDay(turn, i);
                          return true;
                        },
                        [&](const TogglePhrase& i) {
                          if (On<TellWhat>(turn)) Toggle(complaint.phrases, i.phrase);
                          return true;
                        },
                        [&](const ToggleWish& i) {
                          if (On<AskFor>(turn) && !complaint.wishes.insert(i.wish).second)
                            complaint.wishes.erase(i.wish);
                          return true;
                        },
                        [&](const PickLoss& i) {
                          if (!On<AskLoss>(turn)) return true;
                          complaint.loss = i.loss;
                          Advance(turn);
                          return true;
                        },
                        [](const auto&) { return false; },
                    },
                    intent);
}

}  // namespace

bool OnAnswerIntent(Turn& turn, const Intent& intent) {
  if (OnTile(turn, intent)) return true;
  Complaint& complaint = turn.state.visit.complaint;
  return std::visit(
      Match{
          [&](const TurnPage& i) {
            OnTurnPage(turn, i.page);
            return true;
          },
          [&](const OpenKeyboard&) {
            if (!On<TellWhat>(turn)) return true;
            turn.Show(TellWhat{0, true, KeyLayer::kLetters,
                               turn.context.office.sensitive.active ? complaint.words.size() : 0});
            return true;
          },
          [&](const CloseKeyboard&) {
            if (On<TellWhat>(turn)) turn.Show(TellWhat{});
            return true;
          },
          [&](const SwitchLayer& i) {
            OnLayer(turn, i.layer);
            return true;
          },
          [&](const TypeText& i) {
            OnTyped(turn, i.text);
            return true;
          },
          [&](const EraseOne&) {
            OnErase(turn);
            return true;
          },
          [&](const PickIdentity& i) {
            if (On<Identify>(turn)) complaint.identity.mode = i.mode;
            return true;
          },
          [&](const EditField& i) {
            if (On<Identify>(turn)) turn.Show(TypeField{i.field, KeyLayer::kLetters, false});
            return true;
          },
          [&](const AnswerPermission& i) {
            OnPermission(turn, i);
            return true;
          },
          [&](const PickSafeWay& i) {
            if (On<Identify>(turn)) complaint.identity.safe_way = i.way;
            return true;
          },
          [&](const PickSafeHours& i) {
            if (On<Identify>(turn)) complaint.identity.safe_hours = i.hours;
            return true;
          },
          [&](const ToggleNameOffice&) {
            bool& may = complaint.identity.may_name_office;
            if (On<Identify>(turn)) may = !may;
            return true;
          },
          [&](const OpenNotice&) {
            if (On<Identify>(turn)) turn.Show(ReadNotice{});
            return true;
          },
          [&](const TogglePaper&) {
            if (On<Review>(turn)) complaint.paper = !complaint.paper;
            return true;
          },
          [](const auto&) { return false; },
      },
      intent);
}

}  // namespace tanggap::kiosk
