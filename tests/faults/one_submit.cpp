// Lodges one complaint as a kiosk does and publishes it, so that each of its system calls can be
// made to fail; see every_call.sh.
//   one-submit KIOSK-DIRECTORY           says "begin", "tries ID", "saved ID" or "refused", "end"
//   one-submit KIOSK-DIRECTORY settle    what the next start does: publishes what the journal holds
// The kiosk's own journal, recorder, chain, sealing and replica; only the key of the ticket's code
// is derived cheaply (one hash in place of Argon2id). Where the kiosk would end, to be started
// again, this ends with 74 (the store, a folder) or 71 (memory) and one line.
#include <unistd.h>

#include <array>
#include <filesystem>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "folder/own_chain.h"
#include "folder/rosters.h"
#include "ledger/hash.h"
#include "ledger/keys.h"
#include "ledger/recorder.h"
#include "ledger/sodium_randomness.h"
#include "ledger/ticket_secret.h"
#include "platform/system_clock.h"
#include "ports/store_error.h"
#include "storage/journal.h"

namespace {

using namespace tanggap;

constexpr int kIo = 74;
constexpr int kMemory = 71;  // sysexits: the operating system refuses something

// Straight to the file: what was said before the end was said.
void Say(std::string line) {
  line += '\n';
  [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, line.data(), line.size());
}

Draft Complaint(LedgerRecorder& recorder, TicketSecrets& secrets, Randomness& randomness) {
  Draft draft;
  draft.id = recorder.NewId();
  draft.type = RecordType::kComplaintLodged;
  draft.facts = {{"kind", "pengaduan"}, {"service", "legalisir"}, {"named", true}};
  draft.content = {{"story", "Berkas hilang di loket."}};
  draft.identity = {{"name", "Contoh"}, {"phone", "081234567890"}};
  std::array<std::uint8_t, 7> random{};
  randomness.Fill(random);
  draft.ticket = CodeFromRandom(random);
  secrets.Remember(*draft.ticket, *TicketSecret::FromHex(HexHashOf(Compact(*draft.ticket))));
  return draft;
}

// As a visitor who is told "not saved" and touches "send" once more.
bool Submit(LedgerRecorder& recorder, const Draft& draft) {
  constexpr int kTries = 2;
  for (int i = 0; i < kTries; ++i) {
    try {
      recorder.Write(std::vector{draft});
      return true;
    } catch (const StoreError& error) {
      Say(std::string("refused: ") + error.what());
    }
  }
  return false;
}

int Run(const std::filesystem::path& data, bool settle) {
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
  bool clean = own.Begin(roster).problems.empty();
  LedgerRecorder recorder({journal, clock, randomness}, roster, secrets, nobody);
  if (!settle) {
    const Draft draft = Complaint(recorder, secrets, randomness);
    Say("begin");
    Say("tries " + ToHex(draft.id));
    if (Submit(recorder, draft)) Say("saved " + ToHex(draft.id));
  }
  clean = own.Round(roster, true).problems.empty() && clean;
  Say("end");
  return clean || !settle ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "one-submit KIOSK-DIRECTORY [settle]\n";
    return 2;
  }
  try {
    return Run(argv[1], argc > 2 && std::string_view(argv[2]) == "settle");
  } catch (const StoreError& error) {
    std::cerr << "one-submit: " << error.what() << '\n';
    return kIo;
  } catch (const std::system_error& error) {
    std::cerr << "one-submit: " << error.what() << '\n';
    return kIo;
  } catch (const std::bad_alloc&) {
    std::cerr << "one-submit: no memory\n";
    return kMemory;
  }
}
