// The rooms of devices and people: what they judge, how one gets there and back, and changing one's
// own password.
#include "desk/rooms.h"

#include "desk/session.h"
#include "desk/world.h"
#include "support/catch.h"

namespace tanggap::desk {
namespace {

using std::chrono::minutes;

constexpr Instant kNow = Instant{std::chrono::milliseconds{1'795'250'000'000}};

Device Kiosk(minutes ago) {
  Device device;
  device.node = NodeId{"KIOSK00001"};
  device.name = "kiosk-1";
  device.heard = kNow - ago;
  device.epoch = 1;
  device.read = 42;
  device.beat = {kNow - ago, 42, 40'000};
  return device;
}

std::vector<DeviceFault> FaultsOf(const FolderState& folder, const Device& device) {
  std::vector<DeviceFault> faults;
  for (const DeviceFinding& finding : FindingsOf(folder, device, kNow))
    faults.push_back(finding.fault);
  return faults;
}

Enrolled Somebody(const std::string& name, Role role) {
  Enrolled person;
  person.id = PersonId{name};
  person.name = name;
  person.role = role;
  person.reads = role != Role::kStaff && role != Role::kOperator;
  return person;
}

const Room* RoomOf(const World& world) {
  return std::get_if<Room>(&world.state.screen);
}

const PasswordBox* BoxOf(const World& world) {
  return world.state.overlay ? std::get_if<PasswordBox>(&*world.state.overlay) : nullptr;
}

}  // namespace

TEST_CASE("A kiosk is silent after a missed heartbeat, gravely so after an hour", "[desk][rooms]") {
  CHECK(FaultsOf({}, Kiosk(minutes{14})).empty());
  const auto care = FindingsOf({}, Kiosk(minutes{15}), kNow);
  REQUIRE(care.size() == 1);
  CHECK(care.front() == DeviceFinding{DeviceFault::kSilent, false, 15});
  const auto grave = FindingsOf({}, Kiosk(minutes{60}), kNow);
  REQUIRE(grave.size() == 1);
  CHECK(grave.front().grave);
}

TEST_CASE("A desk that is switched off is no finding, a revoked device never one",
          "[desk][rooms]") {
  Device desk = Kiosk(minutes{600});
  desk.kiosk = false;
  CHECK(FaultsOf({}, desk).empty());
  Device stolen = Kiosk(minutes{600});
  stolen.revoked = true;
  FolderState folder;
  folder.lives = {stolen.node};
  CHECK(FaultsOf(folder, stolen).empty());
}

TEST_CASE("What a heartbeat knows of and is not here is said, unless the gap says it already",
          "[desk][rooms]") {
  Device behind = Kiosk(minutes{1});
  behind.beat->segment = 44;
  const auto findings = FindingsOf({}, behind, kNow);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front() == DeviceFinding{DeviceFault::kBehind, false, 2});
  FolderState folder;
  folder.gaps = {{behind.node, 43}, {NodeId{"KIOSK00009"}, 7}};
  CHECK(FaultsOf(folder, behind) == std::vector{DeviceFault::kGap});
}

TEST_CASE("Two lives and altered files come before everything else", "[desk][rooms]") {
  Device device = Kiosk(minutes{90});
  device.beat->free_mib = 63;
  FolderState folder;
  folder.lives = {device.node};
  folder.altered = {{device.node, 3}};
  CHECK(FaultsOf(folder, device) == std::vector{DeviceFault::kTwoLives, DeviceFault::kAltered,
                                                DeviceFault::kSilent, DeviceFault::kDiskLow});
}

TEST_CASE("An office is told when it is short of readers, of a head, or of a second person",
          "[desk][rooms]") {
  FolderState folder;
  CHECK(LacksOf(folder).empty());  // nothing is known yet
  folder.roster = 1;
  folder.people = {Somebody("maria", Role::kSupervisor), Somebody("rina", Role::kStaff)};
  CHECK(LacksOf(folder) ==
        std::vector{PeopleLack::kReader, PeopleLack::kHead, PeopleLack::kSigner});
  folder.people.push_back(Somebody("yohanes", Role::kHead));
  CHECK(LacksOf(folder).empty());
  folder.people.front().removed = true;
  CHECK(LacksOf(folder) ==
        std::vector{PeopleLack::kReader, PeopleLack::kProposer, PeopleLack::kSigner});
}

TEST_CASE("G and a letter enter a room from anywhere, Esc comes back to the same list",
          "[desk][rooms]") {
  World world(LembataPremises());
  const std::string code = world.Lodge({});
  world.SignInAs("maria");
  world.Key("1");
  world.Key("G");
  world.Key("P");
  REQUIRE(RoomOf(world) != nullptr);
  CHECK(RoomOf(world)->kind == RoomKind::kDevices);
  world.Key("Tab");
  CHECK(RoomOf(world)->kind == RoomKind::kPeople);
  world.Key("Escape");
  REQUIRE(world.List() != nullptr);
  CHECK(world.List()->view == CaseView::kNew);
  world.Open(code);
  world.Key("G");
  world.Key("O");
  REQUIRE(RoomOf(world) != nullptr);
  world.Key("Escape");
  CHECK(world.List() != nullptr);
  world.Key("G");
  world.Key("Escape");
  CHECK(world.List() != nullptr);
  CHECK_FALSE(world.state.overlay);
}

TEST_CASE("In a room the row under the keyboard stays inside the table", "[desk][rooms]") {
  World world(LembataPremises());
  world.SignInAs("maria");
  FolderState folder;
  folder.devices = {Kiosk(minutes{1}), Kiosk(minutes{2})};
  world.Happen(FolderSeen{folder});
  world.Act(EnterRoom{RoomKind::kDevices});
  for (int i = 0; i < 9; ++i)
    world.Key("J");
  CHECK(RoomOf(world)->row == 3);  // the last rows are the way to the folder and the sticks
  folder.devices.pop_back();
  world.Happen(FolderSeen{folder});
  CHECK(RoomOf(world)->row == 2);
}

TEST_CASE("A new password is taken when the old one is right and the new one is typed twice alike",
          "[desk][rooms]") {
  World world(LembataPremises());
  world.SignInAs("maria");
  world.Act(OpenPassword{});
  world.Type("salah");
  world.Key("Enter");  // goes on to the next empty field
  world.Type("kopi pagi");
  world.Key("Enter");
  world.Type("kopi sore");
  world.Key("Enter");
  REQUIRE(BoxOf(world) != nullptr);
  CHECK(WhyNotChange(*BoxOf(world)) == TextId::kDeskPasswordDiffer);
  world.Act(FocusField{Field::kOwnPassword, 2, std::nullopt});
  for (int i = 0; i < 4; ++i)
    world.Key("Backspace");
  world.Type("pagi");
  world.Key("Enter");
  CHECK(BoxOf(world)->stage == PasswordBox::Stage::kRefused);  // "salah" was wrong
  CHECK(world.password == "benar");
  world.Type("benar");
  world.Key("Enter");
  world.Type("kopi pagi");
  world.Key("Enter");
  world.Type("kopi pagi");
  world.Key("Enter");
  CHECK(BoxOf(world)->stage == PasswordBox::Stage::kDone);
  CHECK(world.password == "kopi pagi");
  world.Key("Enter");
  CHECK_FALSE(world.state.overlay);
}

TEST_CASE("A short or unchanged password is refused before anybody is asked", "[desk][rooms]") {
  PasswordBox box;
  box.words = {"kata sandi contoh", "pendek", "pendek"};
  CHECK(WhyNotChange(box) == TextId::kDeskPasswordShort);
  box.words = {"kata sandi contoh", "kata sandi contoh", "kata sandi contoh"};
  CHECK(WhyNotChange(box) == TextId::kDeskPasswordSame);
}

TEST_CASE("A lock in the middle of changing the password leaves no letter of it in the state",
          "[desk][rooms]") {
  World world(LembataPremises());
  world.SignInAs("maria");
  world.Act(OpenPassword{});
  world.Type("benar");
  world.Key("Ctrl+L");
  CHECK_FALSE(world.state.overlay);
  CHECK_FALSE(world.state.covered.overlay);
}

namespace {

const Stick kBlue{"/media/meja/BIRU", "BIRU"};
const Stick kRed{"/media/meja/MERAH", "MERAH"};

// In the room of devices, on the line of the first stick, or of no stick.
void GoToSticks(World& world) {
  world.SignInAs("maria");
  world.Key("G");
  world.Key("P");
  for (std::size_t i = 0; i <= world.state.folder.devices.size(); ++i)
    world.Key("J");
  REQUIRE(OnSticks(world.state));
}

Carriage Told(const Stick& stick, Carriage::Stage stage) {
  Carriage carriage;
  carriage.stick = stick;
  carriage.stage = stage;
  return carriage;
}

}  // namespace

TEST_CASE("Everything is carried to the chosen stick, and to one at a time",
          "[desk][rooms][stick]") {
  World world(LembataPremises());
  GoToSticks(world);
  world.Key("Ctrl+Enter");
  CHECK(world.carried.empty());  // none is there
  world.Happen(SticksSeen{{kBlue, kRed}});
  world.Key("J");
  world.Key("Ctrl+Enter");
  REQUIRE(world.carried == std::vector{kRed});
  REQUIRE(world.state.carriage);
  CHECK(world.state.carriage->UnderWay());
  world.Key("K");
  world.Key("Ctrl+Enter");  // the other one has to wait
  CHECK(world.carried.size() == 1);
  world.Happen(CarriageTold{Told(kRed, Carriage::Stage::kSafe)});
  world.Key("Ctrl+Enter");
  CHECK(world.carried == std::vector{kRed, kBlue});
}

TEST_CASE("The line stays on its stick when another one is plugged in before it",
          "[desk][rooms][stick]") {
  World world(LembataPremises());
  GoToSticks(world);
  world.Happen(SticksSeen{{kRed}});
  world.Happen(SticksSeen{{kBlue, kRed}});
  REQUIRE(ChosenStick(world.state) != nullptr);
  CHECK(*ChosenStick(world.state) == kRed);
  world.Happen(SticksSeen{{}});
  CHECK(OnSticks(world.state));
  CHECK(ChosenStick(world.state) == nullptr);
}

TEST_CASE("What was said of a safe stick goes with it, a failure stays to be read",
          "[desk][rooms][stick]") {
  World world(LembataPremises());
  GoToSticks(world);
  world.Happen(SticksSeen{{kRed}});
  world.Happen(CarriageTold{Told(kRed, Carriage::Stage::kSafe)});
  CHECK(world.state.folder.carried);
  world.Happen(SticksSeen{{}});
  CHECK_FALSE(world.state.carriage);
  world.Happen(SticksSeen{{kRed}});
  world.Happen(CarriageTold{Told(kRed, Carriage::Stage::kUnsafe)});
  world.Happen(SticksSeen{{}});
  CHECK(world.state.carriage);
  world.Key("Ctrl+L");
  CHECK_FALSE(world.state.carriage);
}

}  // namespace tanggap::desk
