#include "kiosk/screens/review_rows.h"

#include <algorithm>

#include "kiosk/words.h"
#include "texts/dates.h"

namespace tanggap::kiosk {
namespace {

std::string Joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts)
    all += (all.empty() ? "" : ", ") + part;
  return all;
}

bool IsOneDay(const DayAnswer& answer) {
  return answer.from && (answer.word == DayWord::kToday || answer.word == DayWord::kYesterday ||
                         answer.word == DayWord::kDaysAgo);
}

// What is kept is a date: "3 hari lalu" says another day tomorrow.
std::string DayWords(const Page& page, const std::optional<DayAnswer>& answer) {
  if (!answer) return page.T(TextId::kReviewNone);
  const std::string words = AnswerWords(page.T(), *answer);
  if (!IsOneDay(*answer)) return words;
  return ShortDay(*answer->from, page.T());
}

// A day's word inside a sentence: "masuk kemarin"; names of months keep their capital.
std::string InSentence(std::string words) {
  const bool month =
      words.find(' ') != std::string::npos && words.back() >= '0' && words.back() <= '9';
  if (!words.empty() && !month && words[0] >= 'A' && words[0] <= 'Z')
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

// One row a step, so that the whole complaint stands on one page.
std::string FileWords(const Page& page) {
  const Complaint& entry = page.Entry();
  if (!AboutTime(page.view.context, entry)) return {};
  const auto known = [](const std::optional<DayAnswer>& answer) {
    return answer && answer->word != DayWord::kUnknown;
  };
  std::vector<std::string> parts;
  const auto add = [&](TextId id, const std::optional<DayAnswer>& answer) {
    const std::string day =
        IsOneDay(*answer) ? PlainDay(*answer->from, page.T()) : InSentence(DayWords(page, answer));
    parts.push_back(page.T().Format(id, {{"kapan", day}}));
  };
  if (known(entry.handed_in)) add(TextId::kReviewSubmitted, entry.handed_in);
  if (entry.complete && entry.complete->word == DayWord::kNever)
    parts.push_back(page.T(TextId::kReviewIncomplete));
  else if (known(entry.complete))
    add(TextId::kReviewComplete, entry.complete);
  return Joined(parts);
}

// Whoever wonders whether something so long ago still counts reads it here.
std::string WhenDetail(const Page& page) {
  const auto& happened = page.Entry().happened;
  std::string words = FileWords(page);
  if (happened && happened->long_ago)
    words += (words.empty() ? "" : ". ") + page.T(TextId::kWhenLateNotice);
  return words;
}

std::string WishWords(const Page& page) {
  std::vector<std::string> wishes;
  for (const Wish wish : page.Entry().wishes)
    wishes.push_back(page.T(WishText(wish)));
  return wishes.empty() ? page.T(TextId::kReviewNone) : Joined(wishes);
}

std::string LossWords(const Page& page) {
  const auto& loss = page.Entry().loss;
  if (!loss || *loss == Loss::kNone) return {};
  return page.T(TextId::kReviewLoss) + ": " + page.T(LossText(*loss));
}

std::string PlaceWords(const Page& page) {
  const Complaint& entry = page.Entry();
  const auto& counters = page.view.context.office.counters;
  const auto at = std::ranges::find(counters, entry.counter, &Counter::id);
  if (at == counters.end() || !AboutConduct(page.view.context, entry)) return {};
  return std::string(at->label.In(page.T().Language()));
}

std::string IdentityWords(const Page& page) {
  const Identity& identity = page.Entry().identity;
  // Nothing shows as given that isn't kept: a number without a safe way is dropped.
  const std::string phone =
      Reachable(page.view.context, identity) ? MaskedPhone(identity.phone, "•") : std::string();
  switch (identity.mode) {
    case IdentityMode::kAnonymous:
      return page.T(TextId::kReviewNameNone);
    case IdentityMode::kPhoneOnly:
      return phone.empty() ? page.T(TextId::kReviewNameNone) : phone;
    case IdentityMode::kNamed:
      break;
  }
  std::vector<std::string> parts;
  const std::string proxy =
      identity.proxy.empty() ? std::string() : page.T(TextId::kReviewProxy) + " " + identity.proxy;
  for (const std::string& part : {identity.name, phone, identity.village, proxy}) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts.empty() ? page.T(TextId::kReviewNone) : Joined(parts);
}

}  // namespace

std::vector<ReviewRow> ReviewRowsOf(const Page& page) {
  const Complaint& entry = page.Entry();
  const Context& context = page.view.context;
  std::vector<ReviewRow> rows;
  rows.push_back({"row-service", TextId::kReviewService, ServiceWords(context, page.T(), entry), "",
                  Station::kService});
  const auto stations = StationsOf(context, entry);
  const auto asked = [&](Station station) {
    return std::ranges::find(stations, station) != stations.end();
  };
  if (asked(Station::kAspect))
    rows.push_back({"row-aspect", TextId::kReviewAspect, AspectWords(context, page.T(), entry),
                    PlaceWords(page), Station::kAspect});
  if (asked(Station::kHappened))
    rows.push_back({"row-when", TextId::kReviewWhen, DayWords(page, entry.happened),
                    WhenDetail(page), Station::kHappened});
  const std::string story = Story(context, entry, page.T().Language());
  rows.push_back({"row-story", TextId::kReviewWhat,
                  story.empty() ? page.T(TextId::kReviewNone) : story, "", Station::kWhat, true,
                  true});
  rows.back().typed = true;
  if (asked(Station::kAsk))
    rows.push_back(
        {"row-wish", TextId::kReviewWish, WishWords(page), LossWords(page), Station::kAsk});
  if (asked(Station::kIdentity)) {
    rows.push_back(
        {"row-identity", TextId::kReviewName, IdentityWords(page), "", Station::kIdentity, true});
    rows.back().typed = true;
  }
  // Where somebody may stand beside, covered means every answer.
  if (context.office.sensitive.active)
    for (ReviewRow& row : rows) {
      row.hidden_when_covered = true;
      // Not even how much was written.
      if (page.view.state.visit.covered) {
        row.words = "••••";
        row.detail.clear();
      }
    }
  return rows;
}

}  // namespace tanggap::kiosk
