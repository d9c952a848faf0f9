#include "simulation/run.h"

#include <cerrno>
#include <cstdio>
#include <utility>

#include "simulation/course.h"

namespace tanggap::simulation {
namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kDay = 24 * 60 * kMinute;
constexpr int kQuietRounds = 3;
constexpr const char* kShare = "share";

// Chooses and does one thing after the other.
class Player {
 public:
  explicit Player(Course& course) : course_(course), chance_(course.chance) {}

  void Operate();
  void Quieten();

 private:
  void Wait();
  void UseKiosk();
  void UseDesk();
  void Submit(KioskMachine& kiosk);
  void SyncSome(Machine& machine);
  void Disturb();
  void MayEnd(Machine& machine, int calls);
  void MayFail(Machine& machine);
  KioskMachine& AnyKiosk() { return *chance_.In(course_.kiosks); }
  DeskMachine& AnyDesk() { return *chance_.In(course_.desks); }
  Machine& AnyMachine();

  Course& course_;
  Chance& chance_;
};

void Player::Wait() {
  constexpr std::array<std::int64_t, 5> kSteps{1, 700, 2 * kSecond, 25 * kSecond, 70 * kSecond};
  course_.site.true_ms += chance_.In(kSteps);
  if (chance_.OneIn(40))
    course_.site.true_ms += static_cast<std::int64_t>(chance_.Below(40)) * kDay;
  course_.share.now_ms = course_.site.true_ms;
}

Machine& Player::AnyMachine() {
  const std::size_t at = chance_.Below(course_.kiosks.size() + course_.desks.size());
  if (at < course_.kiosks.size()) return *course_.kiosks[at];
  return *course_.desks[at - course_.kiosks.size()];
}

// Now and then a program ends, or the power goes, at any call of what it does next.
void Player::MayEnd(Machine& machine, int calls) {
  if (!chance_.OneIn(12)) return;
  const Ending ending = chance_.OneIn(2) ? Ending::kKilled : Ending::kPowerCut;
  machine.EndAfter(static_cast<int>(chance_.Below(static_cast<std::size_t>(calls))), ending);
  course_.Tell(machine.name + (ending == Ending::kKilled ? " will be killed" : " loses power"));
}

void Player::MayFail(Machine& machine) {
  if (!chance_.OneIn(20)) return;
  machine.disk.weather.fails_after = static_cast<int>(chance_.Below(12));
  machine.disk.weather.error = chance_.OneIn(2) ? EIO : ENOSPC;
  course_.Tell(machine.name + "'s disk fails once");
}

void Player::Submit(KioskMachine& kiosk) {
  std::vector<Draft> drafts(1);
  const bool done = kiosk.Do([&] {
    Draft& draft = drafts.front();
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
    kiosk.Recorder().Write(drafts);
  });
  course_.Tell(kiosk.name + (done ? " gives a ticket" : " could not save: " + kiosk.fault));
  if (!done) return;
  for (Draft& draft : drafts)
    course_.promises.emplace(draft.id, Promise{kiosk.name, draft});
}

void Player::UseKiosk() {
  KioskMachine& kiosk = AnyKiosk();
  if (!kiosk.Boot()) return course_.Tell(kiosk.name + " doesn't start: " + kiosk.fault);
  MayFail(kiosk);
  MayEnd(kiosk, 30);
  if (chance_.OneIn(3)) {
    course_.Tell(kiosk.name + " works");
    kiosk.Round();
  } else {
    Submit(kiosk);
  }
}

void Player::UseDesk() {
  DeskMachine& desk = AnyDesk();
  if (!desk.Boot()) return course_.Tell(desk.name + " doesn't start: " + desk.fault);
  MayEnd(desk, 60);
  course_.Tell(desk.name + " works");
  desk.Round();
}

void Player::SyncSome(Machine& machine) {
  if (chance_.OneIn(6)) course_.share.weather.gone_after = static_cast<int>(chance_.Below(80));
  MayEnd(machine, 120);
  const bool done = machine.Sync(kShare);
  course_.Tell(machine.name + (done ? " syncs" : " could not sync: " + machine.fault));
  course_.share.weather.gone_after.reset();
  if (chance_.OneIn(3)) course_.share.weather.gone = false;
}

void Player::Disturb() {
  Machine& machine = AnyMachine();
  switch (chance_.Below(4)) {
    case 0:
      course_.Tell(machine.name + " is switched off");
      machine.End(Ending::kClean);
      break;
    case 1:
      course_.Tell(machine.name + " loses power at rest");
      machine.End(Ending::kPowerCut);
      break;
    case 2:
      course_.Tell("the share restarts");
      course_.share.Cut(chance_);
      course_.share.weather.gone = false;
      break;
    case 3:
      course_.share.weather.gone = chance_.OneIn(2);
      break;
  }
}

void Player::Operate() {
  Wait();
  const std::size_t dice = chance_.Below(10);
  if (dice < 5) return UseKiosk();
  if (dice < 7) return SyncSome(AnyMachine());
  if (dice < 9) return UseDesk();
  Disturb();
}

// All faults end; everybody syncs and works until nothing can be under way any more.
void Player::Quieten() {
  course_.Tell("quiet");
  course_.share.weather.gone = false;
  for (Machine* machine : course_.Machines()) {
    machine->disk.weather.fails_after.reset();
    if (!machine->Boot()) throw Broken{machine->name + " doesn't start: " + machine->fault};
  }
  for (int round = 0; round < kQuietRounds; ++round) {
    for (Machine* machine : course_.Machines()) {
      course_.site.true_ms += 62 * kSecond;
      machine->Round();
      if (!machine->Sync(kShare, round == 1 ? MirrorCheck::kAll : MirrorCheck::kOneOld))
        throw Broken{machine->name + " can't sync in quiet times: " + machine->fault};
      machine->Round();
    }
  }
}

}  // namespace

RunOutcome Run(const SimulatedOffice& office, const RunWish& wish) {
  Course course(office, wish);
  RunOutcome outcome;
  try {
    Player player(course);
    for (int i = 0; i < wish.operations; ++i)
      player.Operate();
    player.Quieten();
    CheckPromises(course);
    CheckShare();
    CheckNoPlainText(course);
  } catch (const Broken& broken) {
    outcome.broken = broken.why;
  } catch (const std::exception& error) {
    outcome.broken = std::string("an exception that nobody expects: ") + error.what();
  }
  outcome.trace = course.trace;
  outcome.promised = course.promises.size();
  return outcome;
}

}  // namespace tanggap::simulation
