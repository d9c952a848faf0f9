#include "desk/gallery.h"

#include <utility>

#include "desk/world.h"

namespace tanggap::desk {
namespace {

Said Late() {
  Said said;
  said.service = "pengganti";
  said.aspects = {"waktu", "cara-pelayanan"};
  said.phrases = {"waktu.4", "cara-pelayanan.5"};
  said.story =
      "Dijanjikan tiga hari, jadi hampir dua minggu. Waktu saya tanya, petugas menjawab ketus dan "
      "menyuruh saya pulang di depan orang banyak. Saya ingin ada permintaan maaf yang resmi.";
  said.complete_days_ago = 13;
  said.finished_days_ago = 1;
  said.named = true;
  said.wishes = {"maaf", "perbaikan"};
  return said;
}

Said Chairs() {
  Said said;
  said.aspects = {"sarana-prasarana"};
  said.phrases = {"sarana-prasarana.1"};
  return said;
}

Said Fee() {
  Said said;
  said.service = "pindah";
  said.aspects = {"biaya"};
  said.story = "Diminta Rp150.000 untuk formulir, tidak ada kuitansi.";
  return said;
}

Said Question() {
  Said said;
  said.kind = "pertanyaan";
  said.aspects = {};
  said.story = "Kapan pendaftaran sekolah negeri dibuka?";
  return said;
}

// The office around this desk as it should be.
FolderState QuietFolder(const World& world) {
  using std::chrono::minutes;
  const Instant now = world.state.now;
  const auto device = [&](const char* node, const char* name, bool kiosk, int ago,
                          std::uint32_t read) {
    Device made;
    made.node = NodeId{node};
    made.name = name;
    made.kiosk = kiosk;
    made.fingerprint = "k7qf2-m9dxr-47p3c-v8h2w";
    made.heard = now - minutes{ago};
    made.epoch = 1;
    made.read = read;
    made.beat = {now - minutes{ago + 1}, read, 41'312};
    return made;
  };
  FolderState folder;
  folder.devices = {device("KIOSK00001", "kiosk-1", true, 2, 412),
                    device("KIOSK00002", "kiosk-2", true, 4, 97),
                    device("DESK000001", "desk-1", false, 0, 208),
                    device("DESK000002", "desk-2", false, 190, 31)};
  folder.devices[2].here = true;
  for (const Person& person : world.state.people)
    folder.people.push_back({person.id, person.name, person.role, false,
                             person.role != Role::kStaff, true, "4d7kx-1q0vm-z8tcr-h35pn"});
  folder.people.push_back({PersonId{"gone"}, "Agus S. Wibowo", Role::kSupervisor, true, false,
                           false, "0rx5m-88tqn-2vjhc-w1k9d"});
  folder.roster = 12;
  folder.roster_at = now - std::chrono::days{9};
  folder.root = "w3c9q-7m2xk-0v5rd-t8h4n";
  folder.reached = now - minutes{1};
  return folder;
}

// Everything at once that a device can trouble an office with.
FolderState TroubledFolder(const World& world) {
  using std::chrono::minutes;
  FolderState folder = QuietFolder(world);
  Device& silent = folder.devices[0];
  silent.heard = world.state.now - minutes{86};
  silent.beat->segment = 414;
  silent.lacks_bodies = true;
  Device& twice = folder.devices[1];
  twice.epoch = 3;
  twice.beat->free_mib = 48;
  folder.lives = {twice.node};
  folder.altered = {{twice.node, 2}};
  Device store = twice;
  store.node = NodeId{"KIOSK00003"};
  store.name = "kiosk-3";
  store.heard.reset();
  store.epoch = 0;
  store.read = 0;
  store.beat.reset();
  Device stolen = store;
  stolen.node = NodeId{"KIOSK00004"};
  stolen.name = "kiosk-4";
  stolen.revoked = true;
  folder.gaps = {{silent.node, 41}};
  folder.devices.insert(folder.devices.begin() + 2, {store, stolen});
  folder.tampered = FolderState::Tampered{2, 1, world.state.now - minutes{40}};
  folder.reached.reset();
  folder.offline_since = world.state.now - minutes{89};
  folder.waiting = 3;
  return folder;
}

std::string Fill(World& world) {
  const std::string late = world.Lodge(Late(), 3 * 24 * 60);
  world.Lodge(Fee(), 15 * 24 * 60);
  world.Lodge(Chairs(), 14 * 24 * 60);
  world.Lodge(Question(), 200);
  for (int i = 0; i < 9; ++i)
    world.Lodge(Chairs(), 600 * i);
  return late;
}

std::vector<Exhibit> Lembata() {
  std::vector<Exhibit> shown;
  World world(LembataPremises());
  const std::string late = Fill(world);
  const std::string light = world.Lodge(Chairs(), 24);
  world.state.synced = world.state.now;
  const auto show = [&](std::string name) {
    shown.push_back({std::move(name), world.premises, world.state});
  };
  show("01-sign-in");
  world.Type("salah");
  world.Key("Enter");
  show("02-sign-in-refused");
  world.SignInAs("maria");
  world.state.ratings = {{NodeId{"KIOSK00001"},
                          LocalDay(world.state.now, world.premises.office.zone),
                          {2, 3, 11, 26},
                          1}};
  for (int i = 0; i < 2; ++i)
    world.Key("J");
  show("03-inbox");
  world.Key("F");
  show("25-filter");
  world.Key("Escape");
  world.Key("Ctrl+K");
  show("26-palette");
  world.Key("Escape");
  world.Key("Shift+D");
  show("27-dense");
  world.Key("Shift+D");
  world.state.folder.offline_since = world.state.now - std::chrono::minutes{89};
  world.state.folder.waiting = 3;
  world.state.folder.gaps = {{NodeId{"KIOSK00001"}, 41}};
  world.Act(ShowView{CaseView::kClosed});
  show("28-offline-empty");
  world.state.folder = {};
  world.state.folder = QuietFolder(world);
  world.Act(ShowView{CaseView::kAllOpen});
  world.Open(late);
  show("04-case");
  world.Key("F");
  show("25-times");
  world.Key("Escape");
  world.Key("N");
  show("05-matrix");
  world.Act(FocusField{Field::kReason, 0, std::nullopt});
  world.Pass(kKeepDrafts);
  show("06-matrix-reason");
  world.Key("Escape");
  world.Act(ToggleHeard{1});
  world.Act(SetConcerned{""});
  world.Key("Ctrl+Enter");
  show("07-proposed");
  world.Key("U");
  show("26-return");
  world.Key("Escape");
  world.Key("I");
  show("08-identity");
  world.Key("Escape");
  world.Key("D");
  show("09-data");
  world.Key("Escape");
  world.Key("W");
  show("10-respond");
  world.Key("Escape");
  world.Key("C");
  world.Type("Kunci ramp dipegang penjaga malam.");
  show("11-note");
  world.Key("Escape");
  world.Act(ShowKeys{});
  show("12-keys");
  world.Key("Escape");
  world.SignInAs("yohanes");
  world.Open(late);
  world.Key("P");
  show("13-decision");
  world.Key("Space");
  world.Key("Tab");
  show("14-refusing");
  world.Key("Escape");
  world.Key("Space");
  world.Key("Tab");
  world.Key("Down");
  world.Key("Tab");
  world.Type("Loket 2 kini buka sampai 15.00.");
  show("14-answers");
  world.Key("Ctrl+Enter");
  show("14-decided");
  world.Key("S");
  show("15-delivery");
  world.Key("Ctrl+Enter");
  world.Key("S");
  world.Key("Ctrl+Enter");
  world.Key("E");
  show("16-close");
  world.Key("Ctrl+Enter");
  show("17-closed");
  world.SignInAs("rina");
  show("18-staff");
  world.Scan(light);
  show("19-scan");
  world.Pass(std::chrono::milliseconds{500});
  world.Key("O");
  show("19-scan-other");
  world.Key("O");
  world.Pass(std::chrono::milliseconds{500});
  world.Key("Enter");
  show("20-apologised");
  world.Key("Enter");
  show("21-settled");
  world.Scan(late);
  show("22-scan-closed");
  world.Scan("K7QF2M9DXR48");
  show("23-wrong-code");
  world.Pass(std::chrono::seconds{3});
  world.Scan("K7QF2M9DXR47");
  show("29-not-synced");
  world.Key("Ctrl+L");
  show("24-locked");
  return shown;
}

// Who has access and what arrives: an ordinary morning, then one with every trouble at once.
std::vector<Exhibit> Rooms() {
  World world(LembataPremises());
  Fill(world);
  std::vector<Exhibit> shown;
  const auto show = [&](std::string name) {
    shown.push_back({std::move(name), world.premises, world.state});
  };
  world.SignInAs("maria");
  world.Happen(FolderSeen{TroubledFolder(world)});
  world.Key("G");
  show("40-rooms");
  world.Key("P");
  show("41-devices");
  world.Key("J");
  show("42-devices-lives");
  for (int i = 0; i < 5; ++i)
    world.Key("J");
  show("43-devices-folder");
  world.Happen(FolderSeen{QuietFolder(world)});
  world.Key("K");
  world.Key("K");
  show("44-devices-well");
  world.Key("Tab");
  show("45-people");
  world.Key("K");
  show("46-people-other");
  world.Key("U");
  world.Type("benar");
  world.Key("Tab");
  world.Type("pendek");
  world.Key("Tab");
  world.Type("pendek");
  show("47-password-short");
  world.Type(" sekali");
  world.Key("Shift+Tab");
  world.Type(" sekali");
  world.Key("Enter");
  show("48-password-done");
  world.Key("Enter");
  FolderState alone = QuietFolder(world);
  std::erase_if(alone.people, [](const Enrolled& one) { return one.role == Role::kHead; });
  world.Happen(FolderSeen{std::move(alone)});
  show("49-people-lacking");
  world.SignInAs("rina");
  show("50-staff-rooms");
  world.Key("G");
  world.Key("O");
  show("51-staff-people");
  return shown;
}

// A stick in this computer: what is said of it until it may be pulled out.
std::vector<Exhibit> Sticks() {
  World world(LembataPremises());
  Fill(world);
  std::vector<Exhibit> shown;
  const auto show = [&](std::string name) {
    shown.push_back({std::move(name), world.premises, world.state});
  };
  world.SignInAs("maria");
  FolderState alone = QuietFolder(world);
  alone.reached.reset();
  alone.carried = world.state.now - std::chrono::days{6};
  world.Happen(FolderSeen{std::move(alone)});
  world.Key("G");
  world.Key("P");
  for (int i = 0; i < 5; ++i)
    world.Key("J");
  show("60-no-stick");
  const Stick stick{"/media/meja/KINGSTON", "KINGSTON"};
  world.Happen(SticksSeen{{stick}});
  show("61-stick");
  world.Key("Ctrl+Enter");
  Carriage carriage;
  carriage.stick = stick;
  carriage.stage = Carriage::Stage::kReadingBack;
  carriage.done = 1'204;
  carriage.total = 3'310;
  world.Happen(CarriageTold{carriage});
  show("62-stick-reading-back");
  carriage.stage = Carriage::Stage::kSafe;
  carriage.sent = 214;
  carriage.received = 37;
  carriage.checked = 3'310;
  carriage.at = world.state.now;
  world.Happen(CarriageTold{carriage});
  show("63-stick-safe");
  carriage.stage = Carriage::Stage::kUnsafe;
  carriage.fault = StickFault::kDamaged;
  carriage.detail = "0001-9f2c01ab-00000042-1a2b3c4d.seg: the signature is not its node's";
  world.Happen(CarriageTold{carriage});
  show("64-stick-damaged");
  carriage.fault = StickFault::kGone;
  carriage.detail.clear();
  world.Happen(CarriageTold{carriage});
  world.Happen(SticksSeen{{}});
  show("65-stick-gone");
  return shown;
}

// The rights of whoever a complaint tells of.
std::vector<Exhibit> Rights() {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late(), 3 * 24 * 60);
  std::vector<Exhibit> shown;
  const auto show = [&](std::string name) {
    shown.push_back({std::move(name), world.premises, world.state});
  };
  const auto order = [&](const char* words, bool chooses) {
    world.Key("Ctrl+K");
    world.Type(words);
    world.Key("Enter");
    if (chooses) world.Key("Tab");
    world.Type("Surat permohonan 12 November, dicocokkan dengan KTP.");
  };
  world.SignInAs("maria");
  world.Open(code);
  world.Key("Ctrl+K");
  world.Type("ha");
  show("70-palette-rights");
  world.Key("Escape");
  order("batasi", false);
  show("71-restrict");
  world.Key("Ctrl+Enter");
  world.Pass(std::chrono::seconds{1});
  order("tahan", false);
  show("72-hold");
  world.Key("Ctrl+Enter");
  show("73-restricted-and-held");
  world.Pass(std::chrono::seconds{1});
  order("akhiri penahanan", false);
  world.Key("Ctrl+Enter");
  world.Pass(std::chrono::seconds{1});
  order("hapus", true);
  show("74-erase");
  world.Key("Ctrl+Enter");
  show("75-erased");
  return shown;
}

// Two supervisors who judged the same complaint apart.
std::vector<Exhibit> Conflict() {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late(), 3 * 24 * 60);
  world.JudgeApart(code, "maria", "sedang",
                   "Telepon 14 Agustus dicatat di buku agenda halaman 88.");
  world.JudgeApart(code, "yohanes", "berat", "Tidak ada catatan tindak lanjut sesudah 12 Agustus.");
  world.AddPerson("lukas", "Lukas T. Making", Role::kSupervisor);
  std::vector<Exhibit> shown;
  const auto show = [&](std::string name) {
    shown.push_back({std::move(name), world.premises, world.state});
  };
  world.SignInAs("maria");
  world.Open(code);
  show("33-conflict-own-side");
  world.SignInAs("petrus");
  world.Open(code);
  show("34-conflict");
  world.Key("1");
  world.Key("Tab");
  world.Type("Telepon 14 Agustus adalah tindak lanjut, walaupun tidak tuntas.");
  show("35-conflict-lower");
  world.Key("Ctrl+Enter");
  show("36-second-person");
  world.Key("Escape");
  world.Key("K");
  world.Key("K");
  world.Key("Enter");
  show("37-record");
  world.Key("Escape");
  world.Key("3");
  world.Key("Ctrl+Enter");
  show("38-conflict-anew");
  return shown;
}

std::vector<Exhibit> Belitung() {
  std::vector<Exhibit> shown;
  World world(BelitungPremises());
  Said said;
  said.service = world.premises.office.services.front().id.value;
  said.aspects = {"waktu"};
  said.story = "Berkas lengkap sejak Senin. Jaringan katanya rusak.";
  said.complete_days_ago = 5;
  said.finished_days_ago = 1;
  const std::string code = world.Lodge(said, 26 * 60);
  world.SignInAs("yohanes");
  shown.push_back({"30-belitung-inbox", world.premises, world.state});
  world.Open(code);
  world.Key("N");
  shown.push_back({"31-belitung-triggers", world.premises, world.state});
  world.Key("Ctrl+Enter");
  shown.push_back({"32-belitung-assessed", world.premises, world.state});
  return shown;
}

}  // namespace

std::vector<Exhibit> Gallery() {
  std::vector<Exhibit> all = Lembata();
  for (Exhibit& exhibit : Belitung())
    all.push_back(std::move(exhibit));
  for (Exhibit& exhibit : Rooms())
    all.push_back(std::move(exhibit));
  for (Exhibit& exhibit : Conflict())
    all.push_back(std::move(exhibit));
  for (Exhibit& exhibit : Sticks())
    all.push_back(std::move(exhibit));
  for (Exhibit& exhibit : Rights())
    all.push_back(std::move(exhibit));
  return all;
}

}  // namespace tanggap::desk
