// The nine questions of the satisfaction survey: words in the regulation's order, no faces.
#include <string>

#include "kiosk/screens/page.h"
#include "kiosk/words.h"

namespace tanggap::kiosk {

Drawn DrawSurvey(ui::Frame& frame, const Survey& screen, const View& view) {
  Page page(frame, view, "survey-" + std::to_string(screen.question + 1));
  page.SurveyProgress(screen.question);
  // Large words and low reach need the room for the answers.
  const bool hint = !Cramped(view.state.visit);
  page.Ask(page.T().ByKey(SurveyKey(screen.question, "q")),
           hint ? std::string_view{page.T(TextId::kSkmPrivate)} : std::string_view{});
  // The regulation's order, from the worst to the best, is read downwards.
  const int columns = page.landscape || page.low ? 2 : 1;
  const auto cells = page.Cells(4, columns, page.top, page.bottom - page.top, 262);
  for (int answer = 1; answer <= 4; ++answer) {
    const std::string id = "answer-" + std::to_string(answer);
    const bool chosen = screen.answers[static_cast<std::size_t>(screen.question)] == answer;
    const std::string& words =
        page.T().ByKey(SurveyKey(screen.question, "a" + std::to_string(answer)));
    page.Take(ui::Choice(frame, id.c_str(), cells[static_cast<std::size_t>(answer - 1)],
                         {.word = words, .selected = chosen}),
              AnswerSurvey{answer});
  }
  page.Back();
  page.Skip(page.T(TextId::kCommonSkip), AnswerSurvey{0});
  return page.Result();
}

}  // namespace tanggap::kiosk
