// What a ticket's holder tells the office: add, object, accept, withdraw, rate the handling.
#include <algorithm>
#include <string>

#include "kiosk/screens/four_faces.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/typing.h"
#include "kiosk/words.h"
#include "ui/keyboard.h"
#include "ui/text_edit.h"

namespace tanggap::kiosk {
namespace {

struct AnswerOf {
  std::string id;
  std::string_view icon;
  TextId word;
  TextId second;
  Intent wanted;
};

std::string_view IconOf(Say say) {
  switch (say) {
    case Say::kObject:
      return "balas";  // an answer, no danger
    case Say::kAccept:
      return "hasil";
    case Say::kWithdraw:
      return "batal";
    case Say::kUndo:
      return "kembali";
    case Say::kAdd:
      break;
  }
  return "pensil";
}

// As few rows or columns as the answers need, each as large as there is room for.
void DrawAnswers(Page& page, const std::vector<AnswerOf>& answers, float tallest) {
  const auto count = static_cast<int>(answers.size());
  const int columns = page.landscape && page.low && count > 4 ? 3
                      : page.landscape || page.low            ? 2
                                                              : 1;
  auto cells = page.Cells(count, columns, page.top, page.bottom - page.top, tallest);
  // An odd last one has its row, and room for its words.
  if (columns == 2 && count % columns == 1) cells.back().w = page.frame.U(page.width);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const AnswerOf& answer = answers[i];
    page.Take(ui::Choice(page.frame, answer.id.c_str(), cells[i],
                         {.icon = answer.icon,
                          .word = page.T(answer.word),
                          .second = answer.second == answer.word
                                        ? std::string_view{}
                                        : std::string_view{page.T(answer.second)}}),
              answer.wanted);
  }
}

}  // namespace

Drawn DrawChooseSay(ui::Frame& frame, const ChooseSay& screen, const View& view) {
  Page page(frame, view, "say");
  page.Cancel();
  page.TicketHeader(Grouped(screen.held.code));
  page.Ask(page.T(TextId::kKindTitle));
  std::vector<AnswerOf> answers;
  for (const Say say : SayableAbout(screen.held.ticket))
    answers.push_back({"say-" + std::to_string(static_cast<int>(say)), IconOf(say), SayText(say),
                       SayHelp(say), PickSay{say}});
  if (HandlingIsRated(screen.held.ticket))
    answers.push_back(
        {"say-rate", "syarat", TextId::kSayRate, TextId::kSayRateHelp, OpenHandling{}});
  DrawAnswers(page, answers, 262);
  page.Back();
  return page.Result();
}

Drawn DrawSayWords(ui::Frame& frame, const SayWords& screen, const View& view) {
  Page page(frame, view, "say-words", PageKind::kTyping);
  page.Cancel();
  page.TicketHeader(Grouped(screen.held.code));
  const std::string& message = view.state.visit.message;
  const auto places = PlacesForTyping(page, page.T(SayTitle(screen.what)),
                                      page.T(TextId::kWhatTypeHint), page.low ? kLowKey : kKey);
  const std::size_t typed = ui::CountSymbols(message);
  const std::string counter = LettersLeft(page, typed);
  ui::FieldLook look;
  const std::string shown =
      view.context.office.sensitive.active ? Veiled(message, screen.veil) : message;
  look.text = shown;
  look.counter = counter;
  look.full = typed >= kStoryCharacters;
  look.covered = view.state.visit.covered;
  look.active = !look.covered;
  page.Take(ui::TextField(frame, "story", places.field, look), Uncover{});
  const bool upper = ui::PageFor(message) == ui::KeyboardPage::kUpper;
  TakeTyped(page, ui::Keyboard(frame, places.keys, LookOfKeys(page, screen.layer, upper)),
            screen.layer);
  page.Back();
  page.Next(page.T(TextId::kReviewSendOther), screen.what != Say::kAdd || !message.empty(),
            GoNext{});
  return page.Result();
}

Drawn DrawAskPressed(ui::Frame& frame, const AskPressed& screen, const View& view) {
  Page page(frame, view, "say-pressed");
  page.Cancel();
  page.TicketHeader(Grouped(screen.held.code));
  page.Ask(page.T(TextId::kSayPressed), page.T(TextId::kSayPressedHint));
  DrawAnswers(
      page,
      {{"pressed-no", "", TextId::kSayPressedNo, TextId::kSayPressedNo, AnswerPressed{false}},
       {"pressed-yes", "", TextId::kSayPressedYes, TextId::kSayPressedYes, AnswerPressed{true}}},
      262);
  page.Back();
  return page.Result();
}

namespace {

// Nobody accepts what isn't on the page: the office's own sentences with their dates, on a card,
// and what accepting does.
void DrawOutcome(Page& page, const TicketState& ticket, float end) {
  constexpr float kPad = 34;
  const auto sentences = StateSentences(page.view.context, page.T(), ticket);
  const float w = page.width - (2 * kPad);
  const float after_h =
      page.TextHeight(page.T(TextId::kSayAcceptAfter), page.width, ui::TextStyle::kBody) + kGap;
  const auto style = [](std::size_t line) {
    return line == 0 ? ui::TextStyle::kStrong : ui::TextStyle::kBody;
  };
  std::size_t lines = 0;
  float h = 2 * kPad;
  for (; lines < sentences.size(); ++lines) {
    const float line = page.TextHeight(sentences[lines], w, style(lines)) + 10;
    if (page.reading_top + h + line + after_h > end) break;
    h += line;
  }
  const float top = page.reading_top + 10;
  ui::Card(page.frame, page.Box(page.left, top, page.width, h));
  float y = top + kPad;
  for (std::size_t i = 0; i < lines; ++i)
    y = page.Text(sentences[i], page.left + kPad, y, w, style(i)) + 10;
  page.Text(page.T(TextId::kSayAcceptAfter), page.left, top + h + kGap, page.width);
}

}  // namespace

Drawn DrawConfirmSay(ui::Frame& frame, const ConfirmSay& screen, const View& view) {
  Page page(frame, view, "say-confirm");
  page.Cancel();
  page.TicketHeader(Grouped(screen.held.code));
  page.Title(page.T(SayTitle(screen.what)));
  // Apart from the last tap, so that a double tap decides nothing.
  const bool in_row = page.landscape && !page.low;
  const float h = page.action_h + 10;
  const ui::Rect at =
      in_row ? page.NextPlace() : page.Fixed(page.left, page.bottom - h, page.width, h);
  if (screen.what == Say::kAccept)
    DrawOutcome(page, screen.held.ticket, in_row ? page.bottom : page.bottom - h - kGap);
  else
    page.Text(page.T(SayHelp(screen.what)) + ".", page.left, page.reading_top, page.width,
              ui::TextStyle::kBody, true);
  // Nobody is drawn towards a withdrawal: only what goes on is filled.
  const ui::ButtonLook yes{.word = page.T(SayYes(screen.what)), .icon = "cek"};
  page.Take(screen.what == Say::kWithdraw ? ui::SecondaryButton(frame, "confirm", at, yes)
                                          : ui::PrimaryButton(frame, "confirm", at, yes),
            ConfirmSaid{});
  page.Back();
  return page.Result();
}

Drawn DrawRateHandling(ui::Frame& frame, const RateHandling& screen, const View& view) {
  Page page(frame, view, "say-rate");
  page.Cancel();
  page.TicketHeader(Grouped(screen.held.code));
  page.Ask(page.T(TextId::kSayRateTitle));
  const auto touched = DrawFaces(page, page.top + 10, page.bottom - page.top - 10, false);
  page.Take(touched.has_value(), ScoreHandling{touched.value_or(0)});
  page.Back();
  return page.Result();
}

Drawn DrawSaidThanks(ui::Frame& frame, const SaidThanks& screen, const View& view) {
  Page page(frame, view, "said");
  if (!page.low) page.Office();
  const float disc = page.landscape ? 240 : 326;
  const float y = page.landscape ? 330 : 440;
  const ui::Rect at = page.Box(page.left, y, disc, disc);
  // Nothing claims to be kept before it is.
  if (screen.stored) ui::TickDisc(frame, at.Center(), at.w);
  const float x = page.landscape && screen.stored ? page.left + disc + 60 : page.left;
  const float w = page.Right() - x;
  float below =
      ui::Question(frame, page.T(screen.stored ? TextId::kThanksTitle : TextId::kSaveBusy),
                   page.Box(x, page.landscape ? y + 20 : y + disc + 40, w, 300),
                   screen.stored ? ui::TextStyle::kDisplay : ui::TextStyle::kTitle) /
      frame.look.unit;
  if (screen.stored) {
    const TextId words =
        screen.told.what == Say::kObject ? TextId::kStateObjected : TextId::kSayDone;
    below = page.Text(page.T(words), x, below + 10, w);
    if (screen.told.what && *screen.told.what != Say::kAdd)
      page.Text(page.T(TextId::kSayDoneNext), x, below + 6, w, ui::TextStyle::kBody, true);
  }
  page.Next(page.T(TextId::kCommonDone), screen.stored, Finish{}, "cek");
  return page.Result();
}

Drawn DrawTooMany(ui::Frame& frame, const TooManyTickets&, const View& view) {
  Page page(frame, view, "too-many");
  page.Cancel();
  page.OfficeName();
  page.Title(page.T(TextId::kErrTooManyTickets));
  page.Text(page.T(TextId::kErrTooManyDo), page.left, page.reading_top, page.width);
  page.Back();
  page.NextAbove(page.T(TextId::kTalkCall), CallStaff{}, "petugas");
  return page.Result();
}

}  // namespace tanggap::kiosk
