// Lodges many complaints as a kiosk does, each with a text, a name and a number of its own, and
// then rests until its input ends, so that its memory can be searched.
//   canary-kiosk KIOSK-DIRECTORY COUNT [keep]
// The kiosk's own journal, recorder, chain, sealing and replica; only the key of each ticket's code
// is derived cheaply (one hash in place of Argon2id): ten thousand of those would take ten minutes
// and touch no text. With `keep` one complaint is held, to show that a search would find it.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "folder/own_chain.h"
#include "folder/rosters.h"
#include "ledger/hash.h"
#include "ledger/keys.h"
#include "ledger/recorder.h"
#include "ledger/sodium_randomness.h"
#include "ledger/ticket_secret.h"
#include "platform/system_clock.h"
#include "storage/journal.h"

namespace {

using namespace tanggap;

// "kancilbiru" and so on, never as such in this program: what is searched for must come from the
// complaints alone.
std::string Marked(std::string_view shifted, int number) {
  std::string word;
  word.reserve(64);
  for (const char c : shifted)
    word += static_cast<char>(c - 1);
  word += std::to_string(number);
  return word;
}

Draft ComplaintOf(LedgerRecorder& recorder, TicketSecrets& secrets, Randomness& randomness,
                  int number) {
  Draft draft;
  draft.id = recorder.NewId();
  draft.type = RecordType::kComplaintLodged;
  draft.facts = {{"kind", "pengaduan"}, {"service", "legalisir"}, {"named", true}};
  draft.content = {{"story", Marked("lbodjmcjsv!nfmpnqbu!", number)}};
  draft.identity = {{"name", Marked("zpibobcvohbqbej!", number)},
                    {"phone", Marked("19234567:1988", number)}};
  std::array<std::uint8_t, 7> random{};
  randomness.Fill(random);
  draft.ticket = CodeFromRandom(random);
  secrets.Remember(*draft.ticket, *TicketSecret::FromHex(HexHashOf(Compact(*draft.ticket))));
  return draft;
}

int Run(const std::filesystem::path& data, int count, bool keep) {
  StartLedger();
  auto key = ReadNodeKey(data / "node.key");
  if (!key.Ok()) return 1;
  RosterReading rosters = ReadRosters(data / "replica", key.Value().Office(), key.Value().root);
  if (!rosters.newest) return 1;
  const Roster& roster = *rosters.newest;
  SystemClock clock;
  SodiumRandomness randomness;
  SqliteJournal journal(data / "journal.db");
  TicketSecrets secrets(roster.office.salt, randomness);
  Signer nobody;
  OwnChain own({journal, clock, randomness}, key.Value(), roster.number,
               {data / "replica", roster.office.zone, std::chrono::seconds{0}});
  static_cast<void>(own.Begin(roster));
  LedgerRecorder recorder({journal, clock, randomness}, roster, secrets, nobody);
  constexpr int kTogether = 50;  // a segment after so many, as on a busy day
  for (int number = 1; number <= count; ++number) {
    recorder.Write(std::vector{ComplaintOf(recorder, secrets, randomness, number)});
    secrets.Forget();
    if (number % kTogether == 0 || number == count) static_cast<void>(own.Round(roster, true));
  }
  std::optional<Draft> kept;
  if (keep) kept = ComplaintOf(recorder, secrets, randomness, count);
  std::cout << "lodged " << count << std::endl;
  std::string line;
  std::getline(std::cin, line);
  return kept && kept->content.empty() ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "canary-kiosk KIOSK-DIRECTORY COUNT [keep]\n");
    return 2;
  }
  return Run(argv[1], std::atoi(argv[2]), argc > 3);
}
