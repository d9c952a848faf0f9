// How long a demonstration office takes, and how much of that is the least it can be.
#include <array>
#include <string>
#include <thread>
#include <vector>

#include "bench/bench.h"
#include "bench/workshop.h"
#include "fakes/seeded_randomness.h"
#include "ledger/ticket_secret.h"

namespace tanggap::bench {
namespace {

constexpr int kPeople = 5;              // of the demo, each with a password
constexpr double kPasswordInCodes = 2;  // 4 passes over 64 MiB where a code takes 2

// Seconds for `count` derivations of ticket codes shared out among `threads`.
double SecondsToDerive(int count, unsigned threads) {
  SeededRandomness random(7);
  std::vector<TicketCode> codes;
  for (int i = 0; i < count; ++i) {
    std::array<std::uint8_t, 7> bytes{};
    random.Fill(bytes);
    codes.push_back(CodeFromRandom(bytes));
  }
  const double begin = MillisecondsNow();
  std::vector<std::thread> running;
  for (unsigned thread = 0; thread < threads; ++thread) {
    running.emplace_back([&, thread] {
      for (std::size_t i = thread; i < codes.size(); i += threads)
        static_cast<void>(TicketSecret::Derive(codes[i], OfficeSalt{}));
    });
  }
  for (std::thread& thread : running)
    thread.join();
  return (MillisecondsNow() - begin) / 1000;
}

}  // namespace

std::vector<Row> DemoOffice(Workshop& workshop) {
  constexpr int kSample = 40;
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const double one = SecondsToDerive(kSample / 2, 1) / (kSample / 2);
  const double all = SecondsToDerive(kSample, cores) / kSample;
  const double took = workshop.SecondsForOffice();
  const double floor = all * (Workshop::kComplaints + (kPasswordInCodes * kPeople));
  return {{"Argon2id of a code, one thread", one * 1000, "ms", "", 0, std::nullopt,
           "2 passes over 64 MiB"},
          {"Argon2id of a code, all cores", all * 1000, "ms", "", 0, std::nullopt,
           std::to_string(cores) + " threads, wall time divided by codes"},
          {"demo of 200 complaints", took, "s", "", 0, 10,
           "tanggap demo --complaints 200, the whole process"},
          {"demo against its floor", took, "s", "Argon2id of 200 codes and 5 passwords", floor,
           std::nullopt, "the floor is measured right before, on all cores"}};
}

}  // namespace tanggap::bench
