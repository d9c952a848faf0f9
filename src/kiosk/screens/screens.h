// Every screen as a function: reads values, draws, returns at most one intent, owns nothing.
#pragma once

#include <optional>

#include "kiosk/intent.h"
#include "kiosk/session.h"
#include "texts/texts.h"
#include "ui/bitmap.h"
#include "ui/frame.h"

namespace tanggap::kiosk {

// What a screen may read beside itself.
struct View {
  const Context& context;
  const State& state;
  const Texts& texts;      // of the visit's language
  const ui::Bitmap& logo;  // may be empty
};
using Drawn = std::optional<Intent>;

// The current screen and what lies over it.
[[nodiscard]] Drawn DrawState(ui::Frame& frame, const View& view);

// The look that a visit wants: theme and text size.
[[nodiscard]] ui::Look LookOf(const Context& context, const State& state, ui::Size canvas);

[[nodiscard]] Drawn DrawAttract(ui::Frame& frame, const Attract& screen, const View& view);
[[nodiscard]] Drawn DrawThanks(ui::Frame& frame, const Thanks& screen, const View& view);
[[nodiscard]] Drawn DrawTalk(ui::Frame& frame, const TalkInPrivate& screen, const View& view);
[[nodiscard]] Drawn DrawAbout(ui::Frame& frame, const About& screen, const View& view);
[[nodiscard]] Drawn DrawOutOfService(ui::Frame& frame, const OutOfService& screen,
                                     const View& view);
[[nodiscard]] Drawn DrawKind(ui::Frame& frame, const ChooseKind& screen, const View& view);
[[nodiscard]] Drawn DrawService(ui::Frame& frame, const ChooseService& screen, const View& view);
[[nodiscard]] Drawn DrawAspect(ui::Frame& frame, const ChooseAspect& screen, const View& view);
[[nodiscard]] Drawn DrawDetail(ui::Frame& frame, const ChooseDetail& screen, const View& view);
[[nodiscard]] Drawn DrawCounter(ui::Frame& frame, const ChooseCounter& screen, const View& view);
[[nodiscard]] Drawn DrawWhen(ui::Frame& frame, const ChooseWhen& screen, const View& view);
[[nodiscard]] Drawn DrawTellWhat(ui::Frame& frame, const TellWhat& screen, const View& view);
[[nodiscard]] Drawn DrawAskFor(ui::Frame& frame, const AskFor& screen, const View& view);
[[nodiscard]] Drawn DrawAskLoss(ui::Frame& frame, const AskLoss& screen, const View& view);
[[nodiscard]] Drawn DrawIdentify(ui::Frame& frame, const Identify& screen, const View& view);
[[nodiscard]] Drawn DrawTypeField(ui::Frame& frame, const TypeField& screen, const View& view);
[[nodiscard]] Drawn DrawNotice(ui::Frame& frame, const ReadNotice& screen, const View& view);
[[nodiscard]] Drawn DrawReview(ui::Frame& frame, const Review& screen, const View& view);
[[nodiscard]] Drawn DrawUrgent(ui::Frame& frame, const UrgentAdvice& screen, const View& view);
[[nodiscard]] Drawn DrawSaving(ui::Frame& frame, const Saving& screen, const View& view);
[[nodiscard]] Drawn DrawSaveFailed(ui::Frame& frame, const SaveFailed& screen, const View& view);
[[nodiscard]] Drawn DrawTicket(ui::Frame& frame, const ShowTicket& screen, const View& view);
[[nodiscard]] Drawn DrawLookUp(ui::Frame& frame, const LookUp& screen, const View& view);
[[nodiscard]] Drawn DrawLooking(ui::Frame& frame, const Looking& screen, const View& view);
[[nodiscard]] Drawn DrawTicketState(ui::Frame& frame, const ShowState& screen, const View& view);
[[nodiscard]] Drawn DrawChooseSay(ui::Frame& frame, const ChooseSay& screen, const View& view);
[[nodiscard]] Drawn DrawSayWords(ui::Frame& frame, const SayWords& screen, const View& view);
[[nodiscard]] Drawn DrawAskPressed(ui::Frame& frame, const AskPressed& screen, const View& view);
[[nodiscard]] Drawn DrawConfirmSay(ui::Frame& frame, const ConfirmSay& screen, const View& view);
[[nodiscard]] Drawn DrawRateHandling(ui::Frame& frame, const RateHandling& screen,
                                     const View& view);
[[nodiscard]] Drawn DrawSaidThanks(ui::Frame& frame, const SaidThanks& screen, const View& view);
[[nodiscard]] Drawn DrawTooMany(ui::Frame& frame, const TooManyTickets& screen, const View& view);
[[nodiscard]] Drawn DrawEnterPin(ui::Frame& frame, const EnterPin& screen, const View& view);
[[nodiscard]] Drawn DrawPinLocked(ui::Frame& frame, const PinLocked& screen, const View& view);
[[nodiscard]] Drawn DrawStaffMenu(ui::Frame& frame, const StaffMenu& screen, const View& view);
[[nodiscard]] Drawn DrawNotFound(ui::Frame& frame, const NotFound& screen, const View& view);
[[nodiscard]] Drawn DrawPaused(ui::Frame& frame, const LookUpPaused& screen, const View& view);
[[nodiscard]] Drawn DrawSurvey(ui::Frame& frame, const Survey& screen, const View& view);

[[nodiscard]] Drawn DrawIdleWarning(ui::Frame& frame, const IdleWarning& sheet, const View& view);
[[nodiscard]] Drawn DrawCancelSheet(ui::Frame& frame, const CancelSheet& sheet, const View& view);
[[nodiscard]] Drawn DrawHelpCalled(ui::Frame& frame, const HelpCalled& sheet, const View& view);

}  // namespace tanggap::kiosk
