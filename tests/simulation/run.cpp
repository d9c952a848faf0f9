#include "simulation/run.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

#include "simulation/course.h"
#include "simulation/deeds.h"
#include "simulation/disasters.h"
#include "simulation/dishonest.h"
#include "simulation/roster_keeper.h"

namespace tanggap::simulation {
namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kDay = 24 * 60 * 60 * kSecond;
constexpr int kQuietPasses = 2;
// What waits is seen in one round, goes into a segment in the next, and is acted on in the third.
constexpr int kRoundsAtLeast = 3;
// A program looks for a newer roster in every thirtieth round.
constexpr int kRoundsToARoster = 31;
constexpr const char* kShare = "share";
constexpr const char* kStick = "stick";

// Chooses and does one thing after the other.
class Player {
 public:
  explicit Player(Course& course) : course_(course), chance_(course.chance), rosters_(course) {}

  void Operate();
  void Quieten();
  // What kiosks have until now comes to the desks, as far as nothing is in the way: without it
  // hardly a case would be known to a desk before the quiet time.
  void CarryAll();

 private:
  void PassAMonth();
  void Wait();
  void UseKiosk();
  void UseDesk();
  void Submit(KioskMachine& kiosk);
  void ActAt(DeskMachine& desk);
  void ActOn(DeskMachine& desk, const RecordId& id);
  void SyncSome(Machine& machine);
  void Disturb();
  void MayEnd(Machine& machine, int calls);
  void MayFail(Machine& machine);
  void Filter();
  void Work(Machine& machine, int rounds);
  void SyncInPeace(Machine& machine, MirrorCheck check);
  [[nodiscard]] std::optional<Draft> DraftAt(KioskMachine& kiosk);
  Machine& AnyMachine();

  Course& course_;
  Chance& chance_;
  RosterKeeper rosters_;
};

void Player::Wait() {
  constexpr std::array<std::int64_t, 5> kSteps{1, 700, 2 * kSecond, 25 * kSecond, 70 * kSecond};
  course_.site.true_ms += chance_.In(kSteps);
  if (chance_.OneIn(25))
    course_.site.true_ms += static_cast<std::int64_t>(1 + chance_.Below(40)) * kDay;
  course_.share.now_ms = course_.site.true_ms;
  course_.stick.now_ms = course_.site.true_ms;
}

Machine& Player::AnyMachine() {
  std::vector<Machine*> machines = course_.Machines();
  return *chance_.In(machines);
}

// Now and then a program ends, or the power goes, at any call of what it does next.
void Player::MayEnd(Machine& machine, int calls) {
  if (!chance_.OneIn(10)) return;
  const Ending ending = chance_.OneIn(2) ? Ending::kKilled : Ending::kPowerCut;
  machine.EndAfter(static_cast<int>(chance_.Below(static_cast<std::size_t>(calls))), ending);
  course_.Tell(machine.name + (ending == Ending::kKilled ? " will be killed" : " will lose power"));
}

void Player::MayFail(Machine& machine) {
  if (!chance_.OneIn(20)) return;
  machine.disk.weather.fails_after = static_cast<int>(chance_.Below(12));
  machine.disk.weather.error = chance_.OneIn(2) ? EIO : ENOSPC;
  ++course_.depth.disk_errors;
  course_.Tell(machine.name + "'s disk fails once");
}

std::optional<Draft> Player::DraftAt(KioskMachine& kiosk) {
  Draft draft;
  draft.id = kiosk.Recorder().NewId();
  if (chance_.OneIn(3)) {
    draft.type = RecordType::kRated;
    draft.clear = {{"score", static_cast<int>(1 + chance_.Below(4))}};
  } else {
    draft.type = RecordType::kComplaintLodged;
    draft.facts = {{"kind", "pengaduan"}, {"service", "legalisir"}, {"aspects", List{"waktu"}}};
    draft.content = {{"story", "kenari " + std::to_string(chance_.Below(1000)) + " menunggu"}};
    if (chance_.OneIn(2)) draft.identity = {{"name", "Kenari Peni"}, {"phone", "081234567890"}};
    draft.ticket = kiosk.Secrets().NewCode();
  }
  return draft;
}

void Player::Submit(KioskMachine& kiosk) {
  std::vector<Draft> drafts;
  const bool done = kiosk.Do([&] {
    drafts.push_back(*DraftAt(kiosk));
    kiosk.Recorder().Write(drafts);
    if (drafts.front().type != RecordType::kComplaintLodged) return;
    // The ticket is printed, or it isn't; either is written down.
    Draft printed;
    printed.id = kiosk.Recorder().NewId();
    printed.type = RecordType::kTicketOutcome;
    printed.refs = {drafts.front().id};
    printed.facts = {{"outcome", chance_.OneIn(4) ? "unavailable" : "printed"}};
    course_.Promise(kiosk, drafts.front());  // the visitor holds it from here on
    kiosk.Recorder().Write(std::vector{printed});
    drafts.push_back(printed);
  });
  course_.Tell(kiosk.name + (done ? " gives a ticket" : " could not save: " + kiosk.fault));
  if (!done) return;
  ++course_.depth.tickets;
  for (const Draft& draft : drafts)
    course_.Promise(kiosk, draft);
}

void Player::UseKiosk() {
  KioskMachine& kiosk = *chance_.In(course_.kiosks);
  if (!course_.Boot(kiosk)) return course_.Tell(kiosk.name + " doesn't start: " + kiosk.fault);
  MayFail(kiosk);
  MayEnd(kiosk, 30);
  if (chance_.OneIn(3)) {
    course_.Tell(kiosk.name + " works");
    course_.Round(kiosk);
  } else {
    Submit(kiosk);
  }
}

void Player::ActAt(DeskMachine& desk) {
  if (!desk.signed_in || chance_.OneIn(4)) {
    desk.SignIn(chance_.Below(course_.people.size()));
    if (!desk.Runs()) return;
  }
  if (&desk == course_.dishonest && chance_.OneIn(3)) {
    desk.Do([&] { AcknowledgeFalsely(course_, desk); });
    return course_.Tell(desk.name + " acknowledges falsely");
  }
  // Few cases, so that two desks meet; several deeds at a sitting, so that a case comes somewhere.
  constexpr std::size_t kMostCases = 2;
  std::vector<RecordId> cases;
  desk.Do([&] {
    for (const auto& [id, promise] : course_.promises) {
      if (promise.draft.type == RecordType::kComplaintLodged && desk.Cases().Find(id))
        cases.push_back(id);
      if (cases.size() == kMostCases) return;
    }
  });
  const std::size_t deeds = course_.busy ? 1 + chance_.Below(4) : 1;
  for (std::size_t i = 0; i < deeds && desk.Runs() && !cases.empty(); ++i)
    ActOn(desk, chance_.In(cases));
}

void Player::ActOn(DeskMachine& desk, const RecordId& id) {
  if (&desk == course_.dishonest && chance_.OneIn(2)) {
    bool lied = false;
    desk.Do([&] { lied = TellLie(course_, desk, id); });
    if (lied) return;
  }
  std::vector<Draft> drafts;
  const bool done = desk.Do([&] {
    const std::optional<Draft> draft = ChooseDeed(course_, desk, id);
    if (!draft) return;
    drafts.push_back(*draft);
    desk.Recorder().Write(drafts);
    // Before anything else can fail: the desk's screen has said so.
    course_.Promise(desk, *draft);
    ++course_.depth.deeds;
    desk.Flush();
  });
  if (drafts.empty()) return;
  course_.Tell(desk.name + ": " + std::string(NameOf(drafts.front().type)) + " on " +
               ToHex(id).substr(0, 8) + (done ? "" : ", failed: " + desk.fault));
}

void Player::UseDesk() {
  DeskMachine& desk = *chance_.In(course_.desks);
  if (!course_.Boot(desk)) return course_.Tell(desk.name + " doesn't start: " + desk.fault);
  MayEnd(desk, 60);
  if (chance_.OneIn(3)) {
    course_.Tell(desk.name + " works");
    course_.Round(desk);
  } else {
    ActAt(desk);
  }
}

void Player::SyncSome(Machine& machine) {
  const bool stick = chance_.OneIn(5);
  Disk& with = stick ? course_.stick : course_.share;
  if (chance_.OneIn(6)) with.weather.gone_after = static_cast<int>(chance_.Below(80));
  MayEnd(machine, 120);
  const bool done =
      machine.Sync(stick ? kStick : kShare, stick ? MirrorCheck::kReadBack : MirrorCheck::kOneOld);
  course_.Tell(machine.name + (done ? " syncs" : " could not sync: " + machine.fault) +
               (stick ? " (stick)" : ""));
  with.weather.gone_after.reset();
  if (stick || chance_.OneIn(3)) with.weather.gone = false;
  if (stick && chance_.OneIn(3)) course_.stick.Cut(chance_);  // pulled without asking
}

// Something on the share that takes bodies for a virus: a device's .box files vanish.
void Player::Filter() {
  if (course_.filtered.empty()) return;
  std::vector<std::string> gone;
  course_.share.ForEachFile([&](const std::string& path, Node&) {
    if (path.ends_with(".box") && path.find(course_.filtered) != std::string::npos)
      gone.push_back(path);
  });
  for (const std::string& path : gone)
    course_.share.Forget(path);
}

void Player::Disturb() {
  Machine& machine = AnyMachine();
  switch (chance_.Below(8)) {
    case 0:
      course_.Tell(machine.name + " is switched off");
      return machine.End(Ending::kClean);
    case 1:
      course_.Tell(machine.name + " loses power at rest");
      return machine.End(Ending::kPowerCut);
    case 2:
      course_.Tell("the share restarts");
      course_.share.Cut(chance_);
      course_.share.weather.gone = false;
      return;
    case 3:
      course_.share.weather.gone = chance_.OneIn(2);
      return;
    case 4:
      return rosters_.Change();
    case 5:
      return PassAMonth();
    default:
      return Strike(course_);
  }
}

void Player::Operate() {
  Wait();
  const std::size_t dice = chance_.Below(20);
  if (dice < 8) {
    UseKiosk();
  } else if (dice < 12) {
    SyncSome(AnyMachine());
  } else if (dice < 17) {
    UseDesk();
  } else {
    Disturb();
  }
  Filter();
}

// All faults end; everybody syncs and works until nothing can be under way any more.
void Player::Quieten() {
  course_.Tell("quiet");
  course_.share.weather.gone = false;
  course_.filtered.clear();
  for (Machine* machine : course_.Machines()) {
    machine->disk.weather.fails_after.reset();
    machine->clock.wrong_by_ms = 0;
    if (!course_.Boot(*machine)) throw Broken{machine->name + " doesn't start: " + machine->fault};
  }
  for (int pass = 0; pass < kQuietPasses; ++pass) {
    const MirrorCheck check = pass == 0 ? MirrorCheck::kAll : MirrorCheck::kOneOld;
    const int turns = rosters_.Changed() && pass == 0 ? kRoundsToARoster : kRoundsAtLeast;
    for (const auto& kiosk : course_.kiosks) {
      Work(*kiosk, kRoundsAtLeast);
      SyncInPeace(*kiosk, check);
    }
    for (const auto& desk : course_.desks) {
      SyncInPeace(*desk, check);
      Work(*desk, turns);
      SyncInPeace(*desk, MirrorCheck::kOneOld);
    }
    for (const auto& kiosk : course_.kiosks) {
      SyncInPeace(*kiosk, MirrorCheck::kOneOld);
      Work(*kiosk, turns);
    }
  }
}

void Player::Work(Machine& machine, int rounds) {
  for (int i = 0; i < rounds; ++i) {
    // At rest a program looks every two seconds, and once a minute in full.
    const bool in_full = i + kRoundsAtLeast >= rounds;
    course_.site.true_ms += (in_full ? 61 : 2) * kSecond;
    course_.Round(machine);
  }
}

void Player::CarryAll() {
  course_.Tell("a while without much ado");
  course_.share.weather.gone = false;
  for (const auto& kiosk : course_.kiosks) {
    if (!course_.Boot(*kiosk)) continue;
    Work(*kiosk, 2);
    kiosk->Sync(kShare);
  }
  Filter();
  for (const auto& desk : course_.desks) {
    if (!course_.Boot(*desk)) continue;
    desk->Sync(kShare);
    Work(*desk, 1);
  }
}

// Beyond it bodies are dropped, if a desk has acknowledged them: once the kiosks hear from a desk
// that as much time went by there, too.
void Player::PassAMonth() {
  course_.Tell("a month passes");
  constexpr std::int64_t kMonth = 31 * kDay;
  course_.site.true_ms += kMonth;
  CarryAll();
  for (const auto& kiosk : course_.kiosks) {
    if (!course_.Boot(*kiosk)) continue;
    kiosk->Sync(kShare);
    Work(*kiosk, 1);
  }
}

void Player::SyncInPeace(Machine& machine, MirrorCheck check) {
  if (!machine.Sync(kShare, check))
    throw Broken{machine.name + " can't sync in quiet times: " + machine.fault};
}

}  // namespace

RunOutcome Run(const SimulatedOffice& office, const RunWish& wish) {
  Course course(office, wish);
  RunOutcome outcome;
  try {
    Player player(course);
    // Twice, the second time so that deeds of several desks are under way at once.
    const int first_carry = 4 + static_cast<int>(course.chance.Below(8));
    const int second_carry = first_carry + 4 + static_cast<int>(course.chance.Below(24));
    // Most faults need a short story, and of those more can be told; some need a long one.
    constexpr std::array<int, 5> kLengths{40, 12, 16, 20, 24};
    const int length = std::min(kLengths[wish.seed % kLengths.size()], wish.operations);
    for (int i = 0; i < length; ++i) {
      if (course.busy && (i == first_carry || i == second_carry)) player.CarryAll();
      player.Operate();
    }
    player.Quieten();
    CheckAll(course);
  } catch (const Broken& broken) {
    outcome.broken = broken.why;
  } catch (const std::exception& error) {
    outcome.broken = std::string("an exception that nobody expects: ") + error.what();
  }
  if (outcome.broken) course.Tell("BROKEN: " + *outcome.broken);
  course.world.kill.dead = true;  // nothing is asked of these disks any more
  course.share.ForEachFile([&](const std::string& path, Node& file) {
    for (const std::string* text : {&path, static_cast<const std::string*>(&file.bytes)}) {
      for (const char sign : *text)
        course.Note(static_cast<unsigned char>(sign));
    }
  });
  outcome.trace = course.trace;
  outcome.promised = course.promises.size();
  outcome.depth = course.depth;
  outcome.depth.file_calls = course.world.kill.calls;
  return outcome;
}

}  // namespace tanggap::simulation
