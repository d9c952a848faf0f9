// What a visitor can want, one type each: a screen returns at most one per frame.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "domain/ids.h"
#include "kiosk/complaint.h"
#include "kiosk/screen.h"

namespace tanggap::kiosk {

// Anywhere.
struct SwitchLanguage {};
struct ToggleClearer {};
struct ToggleLower {};
struct ToggleListen {};
struct CallStaff {};
struct OpenAbout {};
struct GoBack {};
struct GoNext {};
struct TurnPage {
  int page = 0;
};
struct AskCancel {};
struct KeepEntry {};    // on the cancel sheet
struct DropEntry {};    // on the cancel sheet
struct CloseAtOnce {};  // "Tutup" of a sensitive office
struct Finish {};       // "Selesai"
struct Uncover {};
// Attract and thanks.
struct Rate {
  int score = 0;  // 4 sangat puas … 1 tidak puas
};
struct TouchedByMistake {};
struct RateAgain {};  // after that: another face
struct MakeComplaint {};
struct FindTicket {};
struct WantToTalk {};
struct TakeSurvey {};
struct AnswerSurvey {
  int answer = 0;  // 0: skipped
};
// The complaint.
struct PickKind {
  ComplaintKind kind = ComplaintKind::kComplaint;
};
struct PickService {
  ServiceId service;  // empty: none of these
};
struct ToggleAspect {
  AspectId aspect;
};
struct UnsureAboutAspect {};
struct PickDetail {
  std::string detail;
};
struct PickCounter {
  std::string counter;  // empty: skipped
};
struct PickDay {
  DayWord word = DayWord::kUnknown;
  int n = 0;
};
struct TogglePhrase {
  PhraseId phrase;
};
struct OpenKeyboard {};
struct CloseKeyboard {};
struct SwitchLayer {
  KeyLayer layer = KeyLayer::kLetters;
};
struct TypeText {
  std::string text;  // one key
};
struct EraseOne {};
struct ToggleWish {
  Wish wish = Wish::kFinish;
};
struct PickLoss {
  Loss loss = Loss::kNone;
};
struct PickIdentity {
  IdentityMode mode = IdentityMode::kAnonymous;
};
struct EditField {
  IdentityField field = IdentityField::kName;
};
enum class Permission { kPhone, kWhatsApp };
struct AnswerPermission {
  Permission permission = Permission::kPhone;
  bool may = false;
};
struct PickSafeWay {
  SafeWay way = SafeWay::kNone;
};
struct PickSafeHours {
  SafeHours hours = SafeHours::kAny;
};
struct ToggleNameOffice {};
struct OpenNotice {};
struct ChangeAnswer {
  Station station = Station::kService;
};
struct TogglePaper {};
struct Send {};
struct SendAnyway {};
// Tickets.
struct TryAgain {};
struct TicketCameOut {
  bool out = false;
};
struct ReadCodeAloud {};
struct CheckCode {};
struct FindAnother {};
struct SearchAgain {};  // the same code, its signs kept
// What a ticket's holder tells the office.
struct SaySomething {};
struct PickSay {
  Say what = Say::kAdd;
};
struct AnswerPressed {
  bool pressed = false;
};
struct ConfirmSaid {};
struct OpenHandling {};
struct ScoreHandling {
  int score = 0;  // 4 sangat puas … 1 tidak puas
};
// Staff.
struct OpenStaff {};
struct PrintTestPage {};
struct CountAgain {};
struct ToggleService {};  // out of service, or back
struct LeaveStaff {};
// The idle warning.
struct StillHere {};
struct NewPerson {};

using Intent =
    std::variant<SwitchLanguage, ToggleClearer, ToggleLower, ToggleListen, CallStaff, OpenAbout,
                 GoBack, GoNext, TurnPage, AskCancel, KeepEntry, DropEntry, CloseAtOnce, Finish,
                 Uncover, Rate, TouchedByMistake, RateAgain, MakeComplaint, FindTicket, WantToTalk,
                 TakeSurvey, AnswerSurvey, PickKind, PickService, ToggleAspect, UnsureAboutAspect,
                 PickDetail, PickCounter, PickDay, TogglePhrase, OpenKeyboard, CloseKeyboard,
                 SwitchLayer, TypeText, EraseOne, ToggleWish, PickLoss, PickIdentity, EditField,
                 AnswerPermission, PickSafeWay, PickSafeHours, ToggleNameOffice, OpenNotice,
                 ChangeAnswer, TogglePaper, Send, SendAnyway, TryAgain, TicketCameOut,
                 ReadCodeAloud, CheckCode, FindAnother, SearchAgain, SaySomething, PickSay,
                 AnswerPressed, ConfirmSaid, OpenHandling, ScoreHandling, OpenStaff, PrintTestPage,
                 CountAgain, ToggleService, LeaveStaff, StillHere, NewPerson>;

}  // namespace tanggap::kiosk
