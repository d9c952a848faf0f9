// The desk's components in their states.
#include <array>

#include "sheet.h"
#include "ui/desk_kit.h"

namespace tanggap::ui {
namespace {

void Ground(Frame& frame, const char* name) {
  frame.Screen(name, 0);
  frame.Fill({0, 0, static_cast<float>(frame.size.width), static_cast<float>(frame.size.height)},
             frame.Desk().surface);
}

void Bars(Frame& frame) {
  const Rect top = frame.Area(0, 0, 1920, 48);
  TopBar(frame, top, "Tanggap");
  TextInput(frame, "search", frame.Area(232, 8, 460, 32), {},
            {.placeholder = "Cari kode, nama layanan, atau kata", .icon = "cari", .keys = "/"});
  float x = TopBarItem(frame, top, frame.U(1904), "", "Atasan");
  x = TopBarItem(frame, top, x - frame.U(6), "", "Maria K. Lestari", Tone::kNeutral, true);
  x = TopBarItem(frame, top, x - frame.U(24), "", "10.24", Tone::kNeutral, true);
  x = TopBarItem(frame, top, x - frame.U(24), "sinkron", "Tersinkron 10.23");
  TopBarItem(frame, top, x - frame.U(24), "pindai", "Pemindai siap");
  HintBar(frame, frame.Area(0, 1048, 1920, 32),
          {{"J K", "Pindah"}, {"Enter", "Buka"}, {"Space", "Pratinjau"}, {"Ctrl Enter", "Simpan"}},
          {"?", "Semua tombol"});
}

}  // namespace

void DrawDeskSheet(Frame& frame) {
  Ground(frame, "desk");
  const DeskTheme& t = frame.Desk();
  Bars(frame);
  frame.Fill(frame.Area(0, 48, 216, 1000), t.ground);
  NavItem(frame, "nav-1", frame.Area(8, 88, 200, 32), {"7", "Baru", "1"});
  NavItem(frame, "nav-3", frame.Area(8, 120, 200, 32),
          {.count = "3", .word = "Lewat tenggat", .key = "3", .alarming = true});
  NavItem(frame, "nav-0", frame.Area(8, 152, 200, 32),
          {.count = "31", .word = "Semua terbuka", .key = "0", .selected = true});
  PaneTitle(frame, {frame.U(236), frame.U(62)}, "Semua terbuka", "31 aduan");
  DeskButton(frame, "oral", frame.Area(884, 58, 114, 34), {.word = "Lisan baru", .keys = "B"});
  DeskButton(frame, "filter", frame.Area(1010, 58, 90, 34), {.word = "Saring", .keys = "F"});
  constexpr std::array<std::string_view, 4> kNames{
      "Pengajuan NUPTK guru", "Mutasi siswa antardaerah", "Kenaikan gaji berkala",
      "Rekomendasi izin operasional PAUD"};
  ColumnHead(frame, frame.Area(236, 140, 100, 28), "Tenggat");
  ColumnHead(frame, frame.Area(346, 140, 300, 28), "Layanan dan kata pelapor");
  for (int i = 0; i < 4; ++i) {
    const float y = 168 + (46 * static_cast<float>(i));
    ListRow(frame, ("row-" + std::to_string(i)).c_str(), frame.Area(216, y, 900, 46), i == 2);
    Cell(frame, frame.Area(236, y + 3, 100, 20), i == 0 ? "\u22123 hari" : "Hari ini",
         TextStyle::kDeskTextStrong, i == 0 ? t.red : t.amber);
    Cell(frame, frame.Area(236, y + 23, 100, 18), "jawaban", TextStyle::kDeskCaption, t.ink2);
    Cell(frame, frame.Area(346, y + 3, 300, 20), kNames[static_cast<std::size_t>(i)],
         TextStyle::kDeskTextStrong, t.ink);
    Cell(frame, frame.Area(346, y + 23, 300, 18),
         "Sudah tiga kali kembali, selalu diminta menunggu lagi di teras", TextStyle::kDeskCaption,
         t.ink2);
    Cell(frame, frame.Area(664, y, 130, 46), "H6GY-3RN7-VBD3", TextStyle::kDeskText, t.ink);
    SeverityBars(frame, {frame.U(812), frame.U(y + 23)}, i, i > 1);
    Cell(frame, frame.Area(838, y, 100, 46),
         i == 3   ? "Berat"
         : i == 2 ? "Sedang"
                  : "Ringan",
         TextStyle::kDeskText, t.ink);
  }
  RuleDown(frame, frame.U(1116), frame.U(48), frame.U(1000));
  PaneTitle(frame, {frame.U(1136), frame.U(62)}, "Perubahan data Dapodik");
  DeskButton(frame, "assess", frame.Area(1136, 124, 84, 34),
             {.word = "Nilai", .keys = "N", .primary = true});
  DeskButton(frame, "data", frame.Area(1228, 124, 120, 34), {.word = "Minta data", .keys = "D"});
  DeskButton(frame, "off", frame.Area(1356, 124, 120, 34),
             {.word = "Putuskan", .keys = "P", .enabled = false});
  DeskButton(frame, "quiet", frame.Area(1484, 124, 120, 34),
             {.word = "Batal", .keys = "Esc", .quiet = true});
  frame.Fill(frame.Area(1136, 190, 3, 69), t.slate);
  const std::array<Span, 3> words{
      Span{"Saya memakai kursi roda. Ramp di pintu samping terkunci dan ", TextStyle::kDeskReading,
           t.ink},
      Span{"tidak ada petugas", TextStyle::kDeskReading, t.ink, false, t.mark},
      Span{" yang memegang kunci. Saya menunggu di teras, lalu petugas melayani saya di sana.",
           TextStyle::kDeskReading, t.ink}};
  DrawSpans(frame, words, frame.Area(1152, 190, 740, 100));
  float y = 320;
  y += TimelineEntry(frame, {frame.U(1136), frame.U(y)}, frame.U(760),
                     {.when = "6 Nov 09.41",
                      .what = "Pengaduan diterima di Kios 1",
                      .detail = "Tiket tercetak. Pelapor meminta kabar lewat telepon."}) /
       frame.look.unit;
  y += TimelineEntry(frame, {frame.U(1136), frame.U(y)}, frame.U(760),
                     {.when = "9 Nov 13.20",
                      .what = "Catatan, Rina Oktaviani",
                      .detail = "dibuatkan duplikat.",
                      .struck = "Kunci hilang",
                      .dot = Dot::kPerson}) /
       frame.look.unit;
  y += TimelineEntry(frame, {frame.U(1136), frame.U(y)}, frame.U(760),
                     {.when = "20 Nov",
                      .what = "Jawaban pertama jatuh tempo",
                      .dot = Dot::kOpen,
                      .last = true}) /
       frame.look.unit;
  Choice(frame, "choice-1", frame.Area(1136, 480, 360, 34),
         {.word = "Beri", .key = "1", .chosen = true});
  Choice(frame, "choice-2", frame.Area(1136, 514, 360, 34),
         {.word = "Tolak", .key = "2", .focused = true});
  Choice(frame, "choice-3", frame.Area(1136, 548, 360, 46),
         {.word = "permohonan maaf tertulis",
          .second = "Lampiran F.1",
          .chosen = true,
          .single = false});
  TextInput(frame, "reason", frame.Area(1136, 610, 360, 84),
            EditOf("Dijawab ketus di depan orang banyak; dua saksi antre."),
            {.focused = true, .multi_line = true});
  TextInput(frame, "password", frame.Area(1520, 610, 300, 34), EditOf("rahasia"),
            {.error = "Kata sandi salah.", .secret = true});
  TextInput(frame, "empty", frame.Area(1520, 480, 300, 34), {},
            {.placeholder = "Alasan", .focused = true});
  Chip(frame, {frame.U(1136), frame.U(730)}, "Konflik", Tone::kRed);
  Chip(frame, {frame.U(1216), frame.U(730)}, "maaf dicatat", Tone::kGreen);
  Chip(frame, {frame.U(1330), frame.U(730)}, "belum tersinkron", Tone::kAmber);
  MarkSign(frame, {frame.U(1150), frame.U(770)}, Mark::kTick);
  MarkSign(frame, {frame.U(1180), frame.U(770)}, Mark::kWarning);
  MarkSign(frame, {frame.U(1210), frame.U(770)}, Mark::kCross);
  MarkSign(frame, {frame.U(1240), frame.U(770)}, Mark::kOpen);
  HealthSign(frame, {frame.U(1290), frame.U(770)}, Health::kGood);
  HealthSign(frame, {frame.U(1320), frame.U(770)}, Health::kCare);
  HealthSign(frame, {frame.U(1350), frame.U(770)}, Health::kBroken);
  HealthSign(frame, {frame.U(1380), frame.U(770)}, Health::kUnknown);
  Notice(frame, frame.Area(1136, 800, 700, 44),
         "Anda yang mengusulkan. Pimpinan lain yang memutus.", Tone::kAmber);
  LinkText(frame, "link", {frame.U(1136), frame.U(870)}, "Lampiran E.2 dan F.2 angka 1");
  DrawLine(frame, "9BMX-4C7R-V2EH", {frame.U(236), frame.U(500)}, TextStyle::kDeskFigure, t.ink);
  DrawLine(frame, "80,14", {frame.U(236), frame.U(570)}, TextStyle::kDeskGrand, t.ink);
  NavItem(frame, "rail-1", frame.Area(500, 480, 64, 52),
          {.count = "7", .word = "Baru", .selected = true, .rail = true});
  NavItem(frame, "rail-3", frame.Area(500, 536, 64, 52),
          {.count = "3", .word = "Lewat", .alarming = true, .rail = true});
  StageStrip(frame, frame.Area(236, 620, 800, 36),
             {"Diterima 18 Nov", "Menilai", "Diusulkan", "Diputuskan", "Selesai"}, 1);
}

void DrawDeskMatrix(Frame& frame) {
  Ground(frame, "matrix");
  Bars(frame);
  struct Content {
    std::string_view condition, remedy, badge;
    CellState state;
  };
  constexpr std::array<Content, 12> kCells{
      {{"Melebihi 1 (satu) hari dari norma", "maaf lisan", "", CellState::kPlain},
       {"", "", "", CellState::kNotRegulated},
       {"Cara pelayanan tidak memenuhi standar SOP", "maaf lisan", "", CellState::kPlain},
       {"Sarana prasarana tidak sesuai standar pelayanan", "maaf lisan", "", CellState::kPlain},
       {"Melebihi 2 (dua) hari sampai dengan 5 (lima) hari dari norma", "maaf tertulis",
        "1 · Usul mesin, diterima", CellState::kChosen},
       {"", "", "", CellState::kNotRegulated},
       {"Petugas berlaku tidak sopan dalam memberikan pelayanan", "maaf tertulis",
        "2 · Dinilai orang", CellState::kChosen},
       {"Kurangnya sarana prasarana untuk pelayanan khusus", "maaf tertulis", "usul mesin",
        CellState::kProposed},
       {"Melebihi 5 (lima) hari dari norma", "maaf tertulis; kabar lewat telepon", "",
        CellState::kPlain},
       {"", "", "", CellState::kNotRegulated},
       {"Petugas melakukan kekerasan fisik terhadap pengguna", "maaf tertulis; pembinaan petugas",
        "", CellState::kPlain},
       {"Tidak memiliki sarana prasarana pelayanan khusus", "antar hasil; siapkan sarana khusus",
        "", CellState::kPlain}}};
  for (std::size_t i = 0; i < kCells.size(); ++i) {
    const auto col = static_cast<float>(i % 4);
    const auto row = static_cast<float>(i / 4);
    MatrixCell(frame, ("cell-" + std::to_string(i)).c_str(),
               frame.Area(240 + (160 * col), 120 + (126 * row), 160, 126),
               {kCells[i].condition, kCells[i].remedy, kCells[i].badge, "tidak diatur",
                kCells[i].state, i == 6});
  }
  Scrim(frame);
  Sheet(frame, frame.Area(1000, 120, 700, 500));
  DeskButton(frame, "apology", frame.Area(1040, 300, 620, 60),
             {.word = "Maaf sudah saya sampaikan", .keys = "Enter", .primary = true});
}

}  // namespace tanggap::ui
