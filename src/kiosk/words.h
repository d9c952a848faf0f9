// Answers and states in the visitor's language.
#pragma once

#include <string>

#include "domain/ticket_code.h"
#include "kiosk/complaint.h"
#include "kiosk/session.h"
#include "texts/texts.h"

namespace tanggap::kiosk {

// "Minggu ini", "3 hari lalu", "Agustus 2026".
[[nodiscard]] std::string AnswerWords(const Texts& texts, const DayAnswer& answer);
[[nodiscard]] TextId WishText(Wish wish);
[[nodiscard]] TextId LossText(Loss loss);
[[nodiscard]] TextId KindText(ComplaintKind kind);
[[nodiscard]] TextId FaceText(int score);  // 1..4
[[nodiscard]] TextId WhenTitle(WhenQuestion question);
[[nodiscard]] TextId WhatTitle(ComplaintKind kind);
[[nodiscard]] TextId FieldText(IdentityField field);
[[nodiscard]] TextId SafeWayText(SafeWay way);
[[nodiscard]] TextId SafeHoursText(SafeHours hours);
[[nodiscard]] TextId TroubleText(Trouble trouble);
// What a ticket's holder says: the choice, what it means, its page's question, its yes.
[[nodiscard]] TextId SayText(Say say);
[[nodiscard]] TextId SayHelp(Say say);
[[nodiscard]] TextId SayTitle(Say say);
[[nodiscard]] TextId SayYes(Say say);
// The way to them, named after what this ticket's holder can say now.
[[nodiscard]] TextId SayOpenText(const TicketState& ticket);
[[nodiscard]] std::string ServiceWords(const Context& context, const Texts& texts,
                                       const Complaint& complaint);
[[nodiscard]] std::string AspectWords(const Context& context, const Texts& texts,
                                      const Complaint& complaint);
// "2 tahun", "90 hari".
[[nodiscard]] std::string RetentionWords(const Texts& texts, int days);
[[nodiscard]] std::string NormWords(const Texts& texts, const Norm& norm);

// What the formal receipt (UU 25/2009 article 44) says. None unless the visitor gave a name to a
// complaint, and never in a sensitive office, whose papers name no matter.
[[nodiscard]] std::optional<ReceiptWords> ReceiptOf(const Context& context,
                                                    const Complaint& complaint,
                                                    const std::string& language);

// The tiles of a day question on one page, in order.
struct DayTile {
  DayWord word = DayWord::kUnknown;
  int n = 0;
  bool turns_page = false;  // then `n` days lie before it, 0: the present month
};
[[nodiscard]] std::vector<DayTile> DayTiles(WhenQuestion question, int page);
[[nodiscard]] std::string DayTileWords(const Texts& texts, const DayTile& tile, Day today);
// Its second line: the days that a touch would put down; "Minggu ini" alone may be a Sunday.
[[nodiscard]] std::string DayTileSecond(const Texts& texts, const DayTile& tile, Day today);

// A state's sentences with date and remedies filled in, in the order they are shown.
[[nodiscard]] std::vector<std::string> StateSentences(const Context& context, const Texts& texts,
                                                      const TicketState& state);
// "skm.prosedur.q": the element's key at this place of the survey.
[[nodiscard]] std::string SurveyKey(int question, std::string_view part);

}  // namespace tanggap::kiosk
