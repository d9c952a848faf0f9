#include "ledger/password_pause.h"

#include <filesystem>
#include <fstream>

#include "ledger/sign_in.h"
#include "support/catch.h"
#include "support/founded_office.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

using std::chrono::seconds;

TEST_CASE("Wrong passwords make the pause double, up to a quarter of an hour",
          "[ledger][sign-in]") {
  const TemporaryDirectory directory;
  Instant now = FromMillis(1795250000000);
  std::vector<std::int64_t> pauses;
  for (int i = 0; i < 14; ++i) {
    PasswordPause pause(directory / "ani.key");
    now += pause.Left(now);
    REQUIRE(pause.Left(now) == seconds{0});
    pause.Trying(now);
    // A new object: as after starting the program again.
    pauses.push_back(PasswordPause(directory / "ani.key").Left(now).count());
  }
  REQUIRE(pauses ==
          std::vector<std::int64_t>{0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900});
  CHECK(PasswordPause(directory / "budi.key").Left(now) == seconds{0});
  PasswordPause(directory / "ani.key").Right();
  CHECK(PasswordPause(directory / "ani.key").Left(now) == seconds{0});
}

TEST_CASE("Neither a clock set back nor a spoilt count ends the pause", "[ledger][sign-in]") {
  const TemporaryDirectory directory;
  const Instant now = FromMillis(1795250000000);
  PasswordPause pause(directory / "ani.key");
  for (int i = 0; i < 5; ++i)
    pause.Trying(now);
  const seconds left = pause.Left(now);
  REQUIRE(left > seconds{0});
  CHECK(pause.Left(now - std::chrono::hours{24}) == left);
  std::ofstream(directory / "ani.tries", std::ios::trunc) << "";
  CHECK(pause.Left(now) == kLongestPause);
}

TEST_CASE("A count spoilt into a time long past locks nobody out", "[ledger][sign-in]") {
  const TemporaryDirectory directory;
  const Instant now = FromMillis(1795250000000);
  PasswordPause pause(directory / "ani.key");
  for (const char* last : {"-9223372036854775808", "-1"}) {
    std::ofstream(directory / "ani.tries", std::ios::trunc) << "5 " << last;
    CHECK(pause.Left(now) <= kLongestPause);
    CHECK(pause.Left(now + kLongestPause) == seconds{0});
  }
}

TEST_CASE("During the pause even the right password is refused, and works after it",
          "[ledger][sign-in]") {
  const TemporaryDirectory directory;
  FoundedOffice office;
  WorkingNode desk(office, Writes::kDesk);
  const PersonKey head = office.Person(Signs::kHead);
  WritePersonKey(directory / (head.Id().value + ".key"), head, "kopi pagi", office.randomness);
  LedgerSignIn sign_in(directory.Path(), office.Book(), desk.secrets, desk.signer, desk.clock,
                       desk.randomness);
  for (int i = 0; i < 3; ++i) {
    desk.clock.now += sign_in.MustWait(head.Id());
    REQUIRE_FALSE(sign_in.SignIn(head.Id(), "kopi siang"));
  }
  REQUIRE(sign_in.MustWait(head.Id()) == seconds{2});
  REQUIRE_FALSE(sign_in.SignIn(head.Id(), "kopi pagi"));
  desk.clock.now += seconds{2};
  REQUIRE(sign_in.SignIn(head.Id(), "kopi pagi"));
  REQUIRE(sign_in.MustWait(head.Id()) == seconds{0});
}

TEST_CASE("A changed password opens the same key, the old one nothing any more",
          "[ledger][sign-in]") {
  const TemporaryDirectory directory;
  FoundedOffice office;
  WorkingNode desk(office, Writes::kDesk);
  const PersonKey head = office.Person(Signs::kHead);
  WritePersonKey(directory / (head.Id().value + ".key"), head, "kopi pagi", office.randomness);
  LedgerSignIn sign_in(directory.Path(), office.Book(), desk.secrets, desk.signer, desk.clock,
                       desk.randomness);
  REQUIRE_FALSE(sign_in.ChangePassword("kopi pagi", "kopi sore"));  // nobody is signed in
  REQUIRE(sign_in.SignIn(head.Id(), "kopi pagi"));
  REQUIRE_FALSE(sign_in.ChangePassword("kopi siang", "kopi sore"));
  REQUIRE(sign_in.ChangePassword("kopi pagi", "kopi sore"));
  sign_in.SignOut();
  REQUIRE_FALSE(sign_in.SignIn(head.Id(), "kopi pagi"));
  REQUIRE(sign_in.SignIn(head.Id(), "kopi sore"));
  REQUIRE(desk.signer.person->signing.Public() == head.signing.Public());
}

}  // namespace
}  // namespace tanggap
