// What a decision has to be defended with: the sum as printed, its citations, and what contradicts.
#include <algorithm>

#include "desk/judgement.h"
#include "desk/screens/screens.h"
#include "desk/world.h"
#include "support/catch.h"
#include "support/ui_harness.h"

namespace tanggap::desk {
namespace {

// The present picture of a world, in Indonesian.
struct Picture {
  explicit Picture(const World& world, ui::Size size = {1920, 1080})
      : harness(ui::UiHarness::Desk(size)) {
    const Texts texts = DeskTexts("id");
    harness.Draw(
        [&](ui::Frame& frame) { (void)DrawDesk(frame, world.premises, world.state, texts); });
  }
  [[nodiscard]] bool Shows(std::string_view words) const { return harness.Shows(words); }
  // How many runs of text say exactly this.
  [[nodiscard]] std::ptrdiff_t Times(std::string_view words) const {
    return std::ranges::count(harness.Last().texts, words, &ui::TextRun::text);
  }
  ui::UiHarness harness;
};

// A named complaint about time: complete so many days ago, not finished.
std::string Late(World& world, std::optional<int> complete_days_ago) {
  Said said;
  said.complete_days_ago = complete_days_ago;
  said.named = true;
  return world.Lodge(said);
}

// Assessed as Waktu/Sedang with these words.
void FindMedium(World& world, const std::string& words) {
  world.Key("N");
  world.Act(ToggleCellAt{0, 1});
  if (!words.empty()) {
    world.Act(FocusField{Field::kReason, 0, std::nullopt});
    world.Type(words);
  }
  world.Key("Ctrl+Enter");
}

}  // namespace

TEST_CASE("Without the time of completeness the case says so and how to mend it", "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, std::nullopt);
  world.SignInAs("maria");
  world.Open(code);
  const Picture picture(world);
  CHECK(picture.Shows("Tidak dapat dihitung: waktu berkas lengkap belum dicatat."));
  CHECK_FALSE(picture.Shows("dalam norma"));
  CHECK(picture.harness.Find("times") != nullptr);
}

TEST_CASE("The sum names its dates, the decree and the cell", "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, 5);  // Monday 16 November; today is Saturday 21
  world.SignInAs("maria");
  world.Open(code);
  const Picture picture(world);
  CHECK(picture.Shows("Nomor 18 Tahun 2024"));
  CHECK(picture.Shows("Dikurangi Sabtu, 21 Nov"));
  CHECK(picture.Shows("Sen, 16 Nov 2026"));
  CHECK(picture.Shows("jam tidak dihitung"));
  CHECK(picture.Shows("Diktum KEDUA"));
  CHECK(picture.Shows("Lampiran E.2, Waktu/Sedang"));  // 4 - 1 = 3 days
  CHECK(picture.Shows("Waktu berkas lengkap baru menurut pengadu."));
}

TEST_CASE("Within the norm no cell is cited", "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, 1);
  world.SignInAs("maria");
  world.Open(code);
  const Picture picture(world);
  CHECK(picture.Shows("dalam norma"));
  CHECK_FALSE(picture.Shows("Lampiran E.2 dan F.1"));
}

TEST_CASE("A finding that the sum denies needs the assessor's own words, and warns the head",
          "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, 1);  // d = −1: within the norm
  world.SignInAs("maria");
  world.Open(code);
  FindMedium(world, "");
  CHECK(world.Count(RecordType::kClassified) == 0);
  {
    const Picture picture(world);
    CHECK(picture.Shows("Perbaiki waktu (F)"));
    CHECK(picture.Shows("temuan Sedang"));
  }
  world.Act(FocusField{Field::kReason, 0, std::nullopt});
  world.Type("Register loket: lengkap 16 November.");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kClassified) == 1);
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  const ui::Size size = GENERATE(ui::Size{1920, 1080}, ui::Size{1366, 768});
  const Picture picture(world, size);
  CHECK(picture.Shows("Saat dinilai d = "));
  CHECK(picture.Shows("kembalikan usulan (U)"));
}

TEST_CASE("Whoever decides sees the sum's last line, the decree's words and where they stand",
          "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, 5);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Ctrl+Enter");  // as proposed
  REQUIRE(world.FileOf(code).stage == CaseStage::kProposed);
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  for (const ui::Size size : {ui::Size{1920, 1080}, ui::Size{1366, 768}}) {
    const Picture picture(world, size);
    INFO(size.width);
    CHECK(picture.Shows("d = 3 hari"));
    CHECK(picture.Shows("Waktu pelayanan melebihi 2 (dua) hari"));
    CHECK(picture.Shows("Lampiran E.2, Waktu/Sedang"));
    CHECK(picture.harness.Find("basis") != nullptr);
  }
  CHECK(Picture(world).Shows("Dikurangi norma layanan"));  // the whole table where there is room
  world.Key("N");
  CHECK(Picture(world, {1366, 768}).Shows("Dikurangi norma layanan"));
  world.Key("Escape");
  CHECK(world.Work()->mode == CaseMode::kDecide);
  CHECK_FALSE(world.Work()->basis);
}

TEST_CASE("The sum that was judged doesn't grow afterwards", "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, 5);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Work() != nullptr);
  const Instant later = world.state.now + std::chrono::hours{24 * 20};
  const auto held = HeldSum(world.premises, world.Work()->open, later);
  REQUIRE(held);
  CHECK(held->lateness.late == 3);
  CHECK(RunningSum(world.premises, world.Work()->open, later)->lateness.late > 3);
  const Picture picture(world);
  CHECK(picture.Shows("Belum selesai, dihitung sampai penilaian"));
}

TEST_CASE("A prefilled reason is one line that says what proves the finding", "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, 5);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  REQUIRE(world.Assessing() != nullptr);
  REQUIRE(world.Assessing()->findings.size() == 1);
  CHECK(world.Assessing()->findings[0].reason ==
        "Melebihi norma 3 hari (Lampiran E.2, Waktu/Sedang); sesuai usulan mesin.");
}

TEST_CASE("Hours are compared with the bound, not subtracted from it", "[desk][proof]") {
  World world(BelitungPremises());
  Said said;
  said.service = world.premises.office.services.front().id.value;
  said.complete_days_ago = 4;
  said.finished_days_ago = 0;
  said.named = true;
  const std::string code = world.Lodge(said);
  world.SignInAs("yohanes");
  world.Open(code);
  const Picture picture(world);
  CHECK(picture.Shows("96 jam > 48 jam"));
  CHECK(picture.Shows("kriteria terpenuhi, lebih 48 jam"));
  CHECK(picture.Shows("pernyataan petugas"));
}

TEST_CASE("List, preview and matrix propose the same grade", "[desk][proof]") {
  World world(LembataPremises());
  Late(world, 5);
  world.SignInAs("maria");
  REQUIRE(world.List() != nullptr);
  REQUIRE_FALSE(world.List()->rows.empty());
  CHECK(world.List()->rows[0].summary.severity == SeverityId{"sedang"});
  CHECK_FALSE(world.List()->rows[0].summary.assessed);
}

TEST_CASE("A due date stands with the law's own day", "[desk][proof]") {
  World world(LembataPremises());
  const std::string code =
      Late(world, 5);  // lodged on Saturday 21: the fourteenth day is Saturday 5 December
  world.SignInAs("maria");
  world.Open(code);
  CHECK(Picture(world).Shows("14 hari sejak diterima 21 Nov = Sab, 5 Des, dimajukan"));
}

TEST_CASE("Whoever decides hears that the times were changed after the finding was made",
          "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, 5);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Ctrl+S");
  CHECK_FALSE(Picture(world).Shows("Waktu diubah sesudah dinilai"));
  world.Key("F");
  REQUIRE(world.state.overlay);
  std::get<DeedBox>(*world.state.overlay).words = {"19/11/2026 10.00", "", "Buku register loket 2"};
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kDataCompleted) == 1);
  CHECK(Picture(world).Shows("temuan dibuat atas d = 3 hari"));
  CHECK(Picture(world).Shows("Nilai ulang (N)"));
  world.Pass(std::chrono::seconds{1});
  world.Key("Ctrl+Enter");
  REQUIRE(world.FileOf(code).stage == CaseStage::kProposed);
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  const Picture picture(world);
  CHECK(picture.Shows("Waktu diubah sesudah dinilai"));
  CHECK(picture.Shows("Kembalikan usulan (U)"));
}

TEST_CASE("A suspended case keeps its date in the list, and no group stands there twice",
          "[desk][proof]") {
  World world(LembataPremises());
  for (int i = 1; i <= 3; ++i)
    world.Lodge({}, i * 24 * 60);
  world.SignInAs("maria");
  auto& list = std::get<Inbox>(world.state.screen);
  REQUIRE(list.rows.size() == 3);
  list.rows[1].summary.side = TicketSide::kSuspended;
  const Picture picture(world);
  CHECK(picture.Times("Nanti") == 1);
  CHECK_FALSE(picture.Shows("Tanpa tenggat"));
  CHECK(picture.Times("jawaban") >= 3);
}

TEST_CASE("The history says for what an identity was read", "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, 5);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("I");
  world.Key("2");
  world.Key("Enter");
  REQUIRE(world.identity_log.size() == 1);
  CHECK(Picture(world).Shows("Alasan: mencocokkan berkas"));
  world.Key("I");
  world.Key("5");
  world.Type("diminta Inspektorat");
  world.Key("Enter");
  CHECK(Picture(world).Shows("Alasan: diminta Inspektorat"));
}

TEST_CASE("A conflict names both who judged and the cell of each", "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, 5);
  world.JudgeApart(code, "maria", "sedang", "Register loket.");
  world.JudgeApart(code, "yohanes", "berat", "Buku agenda.");
  world.SignInAs("petrus");
  world.Open(code);
  const Picture picture(world);
  CHECK(picture.Shows("penilaian Maria K. Lestari dan Yohanes B. Prakoso"));
  CHECK(picture.Shows("Lampiran E.2, Waktu/Sedang"));
  CHECK(picture.Shows("Lampiran E.2, Waktu/Berat"));
}

TEST_CASE("While the matrix is filled in the sum stays in sight", "[desk][proof]") {
  World world(LembataPremises());
  const std::string code = Late(world, 5);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Act(ScrollTo{Pane::kWork, 700, true});
  const Picture picture(world, {1366, 768});
  CHECK_FALSE(picture.Shows("Dikurangi norma layanan"));
  CHECK(picture.Shows("d = 3 hari, lebih dari 2, paling banyak 5 hari: Sedang"));
}

TEST_CASE("Of somebody without a name only the half of the day is shown below the head",
          "[desk][proof]") {
  World world(LembataPremises());
  Said said;
  said.aspects = {"sarana-prasarana"};
  said.phrases = {"sarana-prasarana.1"};
  const std::string code = world.Lodge(said, 24);  // at 16.09 of the clock's 16.33
  world.SignInAs("maria");
  world.Open(code);
  CHECK(Picture(world).Shows("21 Nov siang"));
  CHECK_FALSE(Picture(world).Shows("16.09"));
  world.SignInAs("rina");
  world.Scan(code);
  CHECK_FALSE(Picture(world).Shows("24 menit"));
  CHECK_FALSE(Picture(world).Shows("16.09"));
  world.SignInAs("yohanes");
  world.Open(code);
  CHECK(Picture(world).Shows("16.09"));
}

TEST_CASE("Once a person judged, the preview shows their finding and not the engine's",
          "[desk][proof][preview]") {
  World world(LembataPremises());
  Late(world, 5);
  world.SignInAs("maria");
  CHECK(Picture(world).Shows("Usulan mesin"));
  world.Key("N");
  world.Key("Ctrl+Enter");
  world.Key("Escape");
  const Picture after(world);
  CHECK_FALSE(after.Shows("Usulan mesin"));
  CHECK(after.Shows("dinilai Maria K. Lestari"));
  CHECK(after.Shows("Kompensasi yang diusulkan"));
}

TEST_CASE("A case that stands aside says so beside its stage, and what it waits for",
          "[desk][proof][side]") {
  World world(LembataPremises());
  const std::string code = Late(world, 5);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("D");
  world.Key("Space");
  world.Key("Ctrl+Enter");
  REQUIRE(world.FileOf(code).side == TicketSide::kWaitingForData);
  const Picture waiting(world);
  CHECK(waiting.Shows("Menunggu data"));
  CHECK(waiting.Shows("Menunggu data dari pengadu."));
  CHECK(waiting.Times("Data lengkap") == 1);
  World other(LembataPremises());
  const std::string second = Late(other, 5);
  other.SignInAs("maria");
  other.Open(second);
  other.Key("R");
  other.Type("Dinas Pekerjaan Umum");
  other.Key("Tab");
  other.Type("Jalan bukan wewenang kami.");
  other.Key("Ctrl+Enter");
  REQUIRE(other.FileOf(second).side == TicketSide::kReferred);
  const Picture referred(other);
  CHECK(referred.Shows("Sudah diteruskan."));
  CHECK_FALSE(referred.Shows("Nilai aduan ini"));
  // What stands on the filled button is not offered a second time.
  CHECK(referred.Times("Jawab pertama") == 1 + 1);  // the button, and the hint of its key
}

TEST_CASE("The decree is called by its own title", "[desk][proof]") {
  for (const bool belitung : {false, true}) {
    World world(belitung ? BelitungPremises() : LembataPremises());
    Said said;
    if (belitung) said.service = world.premises.office.services.front().id.value;
    if (belitung) said.aspects = {"waktu"};
    said.complete_days_ago = 5;
    const std::string code = world.Lodge(said);
    world.SignInAs("yohanes");
    world.Open(code);
    const Picture picture(world);
    CHECK(picture.Shows(belitung ? "Keputusan Kepala Dinas Sosial Pemberdayaan Perempuan dan "
                                   "Perlindungan Anak Kabupaten Belitung Nomor 188.4"
                                 : "Keputusan Kepala Dinas Pendidikan Kabupaten Lembata Nomor 18"));
  }
}

}  // namespace tanggap::desk
