// Dates and numbers as people read them.
#include "texts/dates.h"

#include <limits>
#include <set>
#include <string>

#include "support/catch.h"
#include "ticket/sample_ticket.h"

namespace tanggap::ticket {

TEST_CASE("Dates are written in every form of the style", "[texts][unit]") {
  const Texts id = PaperTexts("id");
  const Texts en = PaperTexts("en");
  const Instant received = SampleTicket().received;
  const Zone wita{"Asia/Makassar", "WITA", std::chrono::hours{8}};
  const Day due = std::chrono::year{2026} / 12 / 7;
  CHECK(FullDateTime(received, wita, id) == "Sabtu, 21 November 2026 pukul 09.15 WITA");
  CHECK(FullDateTime(received, wita, en) == "Saturday, 21 November 2026, 09:15 WITA");
  CHECK(ShortDateTime(received, wita, id) == "Sab, 21 Nov 2026 09.15 WITA");
  CHECK(FullDay(due, id) == "Senin, 7 Desember 2026");
  CHECK(FullDay(due, en) == "Monday, 7 December 2026");
  CHECK(ShortDay(due, id) == "Sen, 7 Des 2026");
  CHECK(PlainDay(due, id) == "7 Des 2026");
  CHECK(WeekdayName(due, id) == "Senin");
  CHECK(MonthName(due, id) == "Desember 2026");
  CHECK(ClockTimeWithZone(received, wita, id) == "09.15 WITA");
}

TEST_CASE("Every weekday and month has its own name in both languages", "[texts][unit]") {
  for (const char* language : {"id", "en"}) {
    const Texts texts = PaperTexts(language);
    std::set<std::string> weekdays;
    std::set<std::string> months;
    for (unsigned i = 1; i <= 7; ++i)
      weekdays.insert(WeekdayName(std::chrono::year{2026} / 11 / static_cast<int>(i), texts));
    for (int month = 1; month <= 12; ++month)
      months.insert(PlainDay(std::chrono::year{2026} / month / 1, texts));
    CHECK(weekdays.size() == 7);
    CHECK(months.size() == 12);
    CHECK(weekdays.count("") == 0);
  }
}

TEST_CASE("The date is the office's, not that of UTC", "[texts][unit]") {
  const Zone wit{"Asia/Jayapura", "WIT", std::chrono::hours{9}};
  const Instant late = FromLocal({std::chrono::year{2026} / 11 / 21, 0, 5, 0}, wit);
  CHECK(ShortDateTime(late, wit, PaperTexts()) == "Sab, 21 Nov 2026 00.05 WIT");
}

TEST_CASE("Numbers carry dots, decimals a comma, money no space", "[texts][unit]") {
  const Texts id = PaperTexts("id");
  CHECK(Number(0, id) == "0");
  CHECK(Number(999, id) == "999");
  CHECK(Number(1250, id) == "1.250");
  CHECK(Number(-1234567, id) == "-1.234.567");
  CHECK(Number(std::numeric_limits<std::int64_t>::min(), id) == "-9.223.372.036.854.775.808");
  CHECK(Decimal(3.47, 2, id) == "3,47");
  CHECK(Decimal(-0.001, 2, id) == "0,00");
  CHECK(Decimal(1249.999, 2, id) == "1.250,00");
  CHECK(Decimal(2.05, 1, PaperTexts("en")) == "2.1");
  CHECK(Decimal(7.0, 0, id) == "7");
  CHECK(Rupiah(25000, id) == "Rp25.000");
}

TEST_CASE("A telephone number is grouped, and masked after it was given", "[texts][unit]") {
  CHECK(Phone("081234567890") == "0812-3456-7890");
  CHECK(Phone("+62 812 3456 7890") == "0812-3456-7890");
  CHECK(Phone("62812-3456-789") == "0812-3456-789");
  CHECK(Phone("0812-0000-0000") == "0812-0000-0000");
  CHECK(Phone(" (0383) 41123 ") == "(0383) 41123");
  CHECK(MaskedPhone("081234567890") == "0812-****-7890");
  CHECK(MaskedPhone("(0383) 41123") == "****23");
  CHECK(MaskedPhone("12") == "****");
}

TEST_CASE("Words on paper are ASCII", "[texts][unit]") {
  for (const char* language : {"id", "en"}) {
    const Texts texts = PaperTexts(language);
    for (const TextId id : AllTextIds()) {
      if (!KeyOf(id).starts_with("paper.") && !KeyOf(id).starts_with("date.")) continue;
      INFO(KeyOf(id));
      for (const char sign : texts[id])
        CHECK((sign >= ' ' && sign <= '~'));
      CHECK(texts[id] != KeyOf(id));  // both languages have every word
    }
  }
}

}  // namespace tanggap::ticket
