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
  world.state.folder.kiosks = {{NodeId{"KIOSK00001"}, world.state.now - std::chrono::minutes{86}}};
  world.Act(ShowView{CaseView::kAllOpen});
  world.Open(late);
  show("04-case");
  world.Key("F");
  show("25-times");
  world.Key("Escape");
  world.Key("N");
  show("05-matrix");
  world.Act(FocusField{Field::kReason, 0, std::nullopt});
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
  world.Key("Ctrl+Enter");
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

// Two supervisors who judged the same complaint apart.
Exhibit Conflict() {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late(), 3 * 24 * 60);
  world.SignInAs("maria");
  world.Open(code);
  CaseWork& work = std::get<CaseWork>(world.state.screen);
  const auto judged = [&](const char* by, const char* severity, const char* reason) {
    Classification side;
    side.by = World::Id(by);
    side.at = world.state.now;
    side.times = {work.open.file.handed_in, work.open.file.declared_complete,
                  work.open.file.finished};
    side.findings = {{AspectId{"waktu"}, SeverityId{severity}, {}, reason}};
    work.open.file.standing.push_back(std::move(side));
  };
  judged("maria", "sedang", "Telepon 14 Agustus dicatat di buku agenda halaman 88.");
  judged("yohanes", "berat", "Tidak ada catatan tindak lanjut sesudah 12 Agustus.");
  work.open.file.side = TicketSide::kConflict;
  work.open.file.stage = CaseStage::kAssessed;
  return {"33-conflict", world.premises, world.state};
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
  world.Key("Ctrl+S");
  shown.push_back({"32-belitung-assessed", world.premises, world.state});
  return shown;
}

}  // namespace

std::vector<Exhibit> Gallery() {
  std::vector<Exhibit> all = Lembata();
  for (Exhibit& exhibit : Belitung())
    all.push_back(std::move(exhibit));
  all.push_back(Conflict());
  return all;
}

}  // namespace tanggap::desk
