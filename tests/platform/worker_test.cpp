#include "platform/worker.h"

#include <future>
#include <vector>

#include "support/catch.h"

namespace tanggap {
namespace {

using namespace std::chrono_literals;

TEST_CASE("Jobs run one by one in the order posted, and each wakes the screen",
          "[platform][worker]") {
  std::vector<int> ran;
  int woken = 0;
  WorkerSetting setting;
  setting.wake = [&] { ++woken; };
  Worker worker(std::move(setting));
  for (int i = 0; i < 10; ++i)
    REQUIRE(worker.Post([&ran, i] { ran.push_back(i); }));
  worker.Stop();  // joins: what the thread wrote may be read now
  REQUIRE(ran == std::vector{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  REQUIRE(woken == 10);
}

TEST_CASE("A full queue refuses, and the screen can say so", "[platform][worker]") {
  std::promise<void> started;
  std::promise<void> go_on;
  WorkerSetting setting;
  setting.capacity = 2;
  Worker worker(std::move(setting));
  REQUIRE(worker.Post([&] {
    started.set_value();
    go_on.get_future().wait();
  }));
  started.get_future().wait();  // it runs now and no longer waits in the queue
  REQUIRE(worker.Post([] {}));
  REQUIRE(worker.Post([] {}));
  REQUIRE_FALSE(worker.Post([] {}));
  go_on.set_value();
}

TEST_CASE("Stopping finishes what waits, refuses what comes, and can be repeated",
          "[platform][worker]") {
  int done = 0;
  Worker worker({});
  for (int i = 0; i < 5; ++i)
    REQUIRE(worker.Post([&] { ++done; }));
  worker.Stop();
  REQUIRE(done == 5);
  REQUIRE_FALSE(worker.Post([] {}));
  worker.Stop();
}

TEST_CASE("The periodic task runs when hurried, without waiting for its time",
          "[platform][worker]") {
  std::promise<void> ran;
  int runs = 0;
  WorkerSetting setting;
  setting.period = 24h;
  setting.periodic = [&] {
    if (++runs == 1) ran.set_value();
  };
  Worker worker(std::move(setting));
  worker.Hurry();
  REQUIRE(ran.get_future().wait_for(20s) == std::future_status::ready);
  worker.Stop();
  REQUIRE(runs == 1);
}

TEST_CASE("The periodic task comes again by itself", "[platform][worker]") {
  std::promise<void> third;
  int runs = 0;
  WorkerSetting setting;
  setting.period = 1ms;
  setting.periodic = [&] {
    if (++runs == 3) third.set_value();
  };
  Worker worker(std::move(setting));
  REQUIRE(third.get_future().wait_for(20s) == std::future_status::ready);
}

}  // namespace
}  // namespace tanggap
