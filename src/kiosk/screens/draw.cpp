// One function for the whole state: the screen, or the sheet that covers it.
#include <string>

#include "domain/match.h"
#include "kiosk/screens/screens.h"
#include "ui/theme.h"

namespace tanggap::kiosk {

ui::Look LookOf(const Context& context, const State& state, ui::Size canvas) {
  const Panel& panel = context.office.panel;
  // The panel's own millimetres, turned the way the canvas stands.
  auto wide = static_cast<float>(std::max(panel.width_mm, panel.height_mm));
  auto narrow = static_cast<float>(std::min(panel.width_mm, panel.height_mm));
  const bool landscape = canvas.width > canvas.height;
  ui::Look look = ui::KioskLook(canvas, landscape ? wide : narrow, landscape ? narrow : wide);
  // Within low reach half of the glass is for reading only: there "clearer" is contrast alone.
  look.large = state.visit.clearer && !state.visit.lower;
  // At night the first screen's two grounds take turns, so that none burns in.
  const bool dark = std::holds_alternative<Attract>(state.screen) && state.kept.other_ground;
  look.theme = state.visit.clearer || dark ? ui::HighContrastTheme() : ui::LightTheme();
  return look;
}

Drawn DrawState(ui::Frame& frame, const View& view) {
  const State& state = view.state;
  if (state.overlay) {
    return std::visit(Match{
                          [&](const IdleWarning& s) { return DrawIdleWarning(frame, s, view); },
                          [&](const CancelSheet& s) { return DrawCancelSheet(frame, s, view); },
                          [&](const HelpCalled& s) { return DrawHelpCalled(frame, s, view); },
                      },
                      *state.overlay);
  }
  return std::visit(Match{
                        [&](const Attract& s) { return DrawAttract(frame, s, view); },
                        [&](const Thanks& s) { return DrawThanks(frame, s, view); },
                        [&](const TalkInPrivate& s) { return DrawTalk(frame, s, view); },
                        [&](const About& s) { return DrawAbout(frame, s, view); },
                        [&](const ChooseKind& s) { return DrawKind(frame, s, view); },
                        [&](const ChooseService& s) { return DrawService(frame, s, view); },
                        [&](const ChooseAspect& s) { return DrawAspect(frame, s, view); },
                        [&](const ChooseDetail& s) { return DrawDetail(frame, s, view); },
                        [&](const ChooseCounter& s) { return DrawCounter(frame, s, view); },
                        [&](const ChooseWhen& s) { return DrawWhen(frame, s, view); },
                        [&](const TellWhat& s) { return DrawTellWhat(frame, s, view); },
                        [&](const AskFor& s) { return DrawAskFor(frame, s, view); },
                        [&](const AskLoss& s) { return DrawAskLoss(frame, s, view); },
                        [&](const Identify& s) { return DrawIdentify(frame, s, view); },
                        [&](const TypeField& s) { return DrawTypeField(frame, s, view); },
                        [&](const ReadNotice& s) { return DrawNotice(frame, s, view); },
                        [&](const Review& s) { return DrawReview(frame, s, view); },
                        [&](const UrgentAdvice& s) { return DrawUrgent(frame, s, view); },
                        [&](const Saving& s) { return DrawSaving(frame, s, view); },
                        [&](const SaveFailed& s) { return DrawSaveFailed(frame, s, view); },
                        [&](const ShowTicket& s) { return DrawTicket(frame, s, view); },
                        [&](const LookUp& s) { return DrawLookUp(frame, s, view); },
                        [&](const Looking& s) { return DrawLooking(frame, s, view); },
                        [&](const ShowState& s) { return DrawTicketState(frame, s, view); },
                        [&](const ChooseSay& s) { return DrawChooseSay(frame, s, view); },
                        [&](const SayWords& s) { return DrawSayWords(frame, s, view); },
                        [&](const AskPressed& s) { return DrawAskPressed(frame, s, view); },
                        [&](const ConfirmSay& s) { return DrawConfirmSay(frame, s, view); },
                        [&](const RateHandling& s) { return DrawRateHandling(frame, s, view); },
                        [&](const SaidThanks& s) { return DrawSaidThanks(frame, s, view); },
                        [&](const TooManyTickets& s) { return DrawTooMany(frame, s, view); },
                        [&](const EnterPin& s) { return DrawEnterPin(frame, s, view); },
                        [&](const PinLocked& s) { return DrawPinLocked(frame, s, view); },
                        [&](const StaffMenu& s) { return DrawStaffMenu(frame, s, view); },
                        [&](const NotFound& s) { return DrawNotFound(frame, s, view); },
                        [&](const LookUpPaused& s) { return DrawPaused(frame, s, view); },
                        [&](const Survey& s) { return DrawSurvey(frame, s, view); },
                        [&](const OutOfService& s) { return DrawOutOfService(frame, s, view); },
                    },
                    state.screen);
}

}  // namespace tanggap::kiosk
