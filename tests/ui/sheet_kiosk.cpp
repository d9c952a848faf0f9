// The kiosk's components in their states.
#include <array>
#include <string>

#include "sheet.h"
#include "ui/keyboard.h"
#include "ui/kit.h"

namespace tanggap::ui {
namespace {

void Ground(Frame& frame, const char* name) {
  frame.Screen(name);
  frame.Fill({0, 0, static_cast<float>(frame.size.width), static_cast<float>(frame.size.height)},
             frame.Colors().paper);
}

void Caption(Frame& frame, float x, float y, float w, std::string_view words) {
  DrawText(frame, words, frame.Area(x, y, w, 50),
           {.style = TextStyle::kSmall,
            .color = frame.Colors().ink2,
            .align = Align::kCenter,
            .wrap = false});
}

constexpr std::array<std::string_view, 37> kIcons{
    "waktu",     "biaya",      "cara",    "sarana",    "pengaduan", "balas",  "keamanan", "syarat",
    "prosedur",  "hasil",      "petugas", "lainnya",   "ijazah",    "pindah", "guru",     "sekolah",
    "beasiswa",  "kalender",   "tiket",   "pensil",    "printer",   "ponsel", "kamera",   "kunci",
    "tanpanama", "dengannama", "kembali", "lanjut",    "turun",     "batal",  "cek",      "suara",
    "bahasa",    "tampilan",   "rendah",  "hapuskiri", "pindai"};

void StatePlate(Frame& frame, float x, float y, std::string_view word, PlateLook look,
                std::string_view caption) {
  const Rect rect = frame.Area(x, y, 210, 136);
  const Rect face = Plate(frame, rect, look);
  const Theme& t = frame.Colors();
  Color ink = look.primary ? (look.pressed ? t.on_primary_pressed : t.on_primary) : t.ink;
  if (!look.enabled) ink = t.disabled_text;
  DrawText(frame, word, face,
           {.style = TextStyle::kLabel,
            .color = ink,
            .align = Align::kCenter,
            .valign = VAlign::kMiddle,
            .wrap = false});
  Caption(frame, x, y + 140, 210, caption);
}

}  // namespace

void DrawFacesAndStates(Frame& frame) {
  Ground(frame, "components");
  constexpr std::array<std::string_view, 4> kWords{"Sangat puas", "Puas", "Kurang puas",
                                                   "Tidak puas"};
  for (int i = 0; i < 4; ++i) {
    const float x = 43 + (236 * static_cast<float>(i));
    DrawFace(frame, static_cast<FaceKind>(i), {frame.U(x + 105), frame.U(210)}, frame.U(105),
             {0, true, false});
    Caption(frame, x - 10, 320, 230, kWords[static_cast<std::size_t>(i)]);
  }
  StatePlate(frame, 43, 446, "Waktu", {}, "diam");
  StatePlate(frame, 279, 446, "Waktu", {.pressed = true}, "ditekan");
  StatePlate(frame, 515, 446, "Waktu", {.selected = true}, "terpilih");
  StatePlate(frame, 751, 446, "Waktu", {.enabled = false}, "mati");
  StatePlate(frame, 43, 650, "Lanjut", {.primary = true}, "utama");
  StatePlate(frame, 279, 650, "Lanjut", {.pressed = true, .primary = true}, "ditekan");
  StatePlate(frame, 515, 650, "Waktu", {}, "dibacakan");
  FocusRing(frame, frame.Area(515, 650, 210, 136), 22);
  HelpButton(frame, "help", frame.Area(751, 650, 210, 124), "suara", "Dengar");
  for (std::size_t i = 0; i < kIcons.size(); ++i) {
    const float x = 1040 + (120 * static_cast<float>(i % 7));
    const float y = 90 + (158 * static_cast<float>(i / 7));
    frame.Icon(kIcons[i], frame.Area(x, y, 88, 88));
  }
  constexpr std::array<FaceKind, 4> kFaces{FaceKind::kVerySatisfied, FaceKind::kSatisfied,
                                           FaceKind::kDissatisfied, FaceKind::kVeryDissatisfied};
  for (std::size_t i = 0; i < kFaces.size(); ++i)
    DrawFace(frame, kFaces[i], {frame.U(110 + (150 * static_cast<float>(i))), frame.U(950)},
             frame.U(65), {1, false, false});
}

void DrawKioskTiles(Frame& frame) {
  Ground(frame, "tiles");
  Band(frame, Rgb(0x8C2F39));
  Steps(frame, frame.Area(43, 47, 714, 130), "Langkah 2 dari 6", 2, 6, "tiket");
  QuietButton(frame, "cancel", frame.Area(801, 47, 236, 111),
              {.word = "Batal", .icon = "batal", .style = TextStyle::kStrong});
  Question(frame, "Apa masalahnya?", frame.Area(43, 220, 994, 100));
  DrawText(frame, "Pilih yang paling dekat.", frame.Area(43, 316, 994, 60),
           {.style = TextStyle::kBody, .color = frame.Colors().ink2});
  constexpr std::array<std::array<std::string_view, 3>, 6> kTiles{
      {{"waktu", "Waktu", "Lewat dari janji"},
       {"biaya", "Biaya", "Lebih dari tarif"},
       {"cara", "Cara pelayanan", "Tidak sesuai aturan"},
       {"sarana", "Sarana", "Ruang, alat, kursi"},
       {"balas", "Tindak lanjut", "Aduan tidak dijawab"},
       {"keamanan", "Keamanan", "Kurang aman, nyaman"}}};
  for (std::size_t i = 0; i < kTiles.size(); ++i) {
    const auto col = static_cast<float>(i % 2);
    const auto row = static_cast<float>(i / 2);
    Tile(frame, ("tile-" + std::to_string(i)).c_str(),
         frame.Area(43 + (510 * col), 426 + (369 * row), 484, 343),
         {kTiles[i][0], kTiles[i][1], kTiles[i][2], i == 2, i != 5});
  }
  SecondaryButton(frame, "back", frame.Area(43, 1578, 386, 136),
                  {.word = "Kembali", .icon = "kembali"});
  PrimaryButton(frame, "next", frame.Area(455, 1578, 582, 136),
                {.word = "Lanjut", .icon = "lanjut", .icon_after = true});
  HelpButton(frame, "language", frame.Area(43, 1753, 236, 124), "bahasa", "English");
  HelpButton(frame, "clear", frame.Area(296, 1753, 236, 124), "tampilan", "Lebih jelas");
  HelpButton(frame, "listen", frame.Area(549, 1753, 236, 124), "suara", "Dengar");
  HelpButton(frame, "low", frame.Area(802, 1753, 235, 124), "rendah", "Rendah");
}

void DrawKioskTyping(Frame& frame) {
  Ground(frame, "typing");
  Band(frame, Rgb(0x8C2F39));
  Steps(frame, frame.Area(43, 47, 714, 130), "Langkah 4 dari 6", 4, 6, "tiket");
  QuietButton(frame, "cancel", frame.Area(801, 47, 236, 111),
              {.word = "Batal", .icon = "batal", .style = TextStyle::kStrong});
  Question(frame, "Apa yang terjadi?", frame.Area(43, 220, 994, 100));
  DrawText(frame, "Sentuh kalimat, atau tulis. Boleh kosong.", frame.Area(43, 316, 994, 60),
           {.style = TextStyle::kBody, .color = frame.Colors().ink2});
  PhraseButton(frame, "p1", frame.Area(43, 402, 489, 111), "Lewat dari janji", false);
  PhraseButton(frame, "p2", frame.Area(549, 402, 488, 111), "Antre lama", false);
  PhraseButton(frame, "p3", frame.Area(43, 530, 489, 111), "Belum selesai", true);
  PhraseButton(frame, "p4", frame.Area(549, 530, 488, 111), "Petugas tidak ada", false);
  TextField(frame, "story", frame.Area(43, 677, 994, 325),
            {.text = "Belum selesai. Sudah 7 hari, saya datang 3 kali.",
             .counter = "48 dari 280",
             .active = true});
  Keyboard(frame, {frame.U(43), frame.U(1034), frame.U(994), KeyboardHeight(frame, 114)},
           {.page = KeyboardPage::kLower, .space_word = "spasi"});
  SecondaryButton(frame, "back", frame.Area(43, 1578, 386, 136),
                  {.word = "Kembali", .icon = "kembali"});
  PrimaryButton(frame, "next", frame.Area(455, 1578, 582, 136),
                {.word = "Lanjut", .icon = "lanjut", .icon_after = true});
  TextField(frame, "name", frame.Area(43, 1740, 484, 112), {.text = "Yohana Barek"});
  TextField(frame, "phone", frame.Area(553, 1740, 484, 112),
            {.text = "0812", .error = "Nomor belum lengkap."});
}

void DrawKioskCards(Frame& frame) {
  Ground(frame, "cards");
  TickDisc(frame, {frame.U(94), frame.U(100)}, frame.Px(100));
  Question(frame, "Pengaduan diterima.", frame.Area(170, 54, 867, 92));
  const Rect card = frame.Area(43, 200, 994, 620);
  Card(frame, card, frame.U(400));
  QrModules qr{29, {}};
  for (int i = 0; i < 29 * 29; ++i)
    qr.dark.push_back((i * 7 + i / 29 * 3) % 5 < 2);
  QrCard(frame, frame.Area(360, 216, 360, 260), qr);
  TicketNumber(frame, "K7QF-2M9D-XR47", frame.Area(63, 480, 954, 110));
  DrawText(frame, "Layanan", frame.Area(90, 640, 200, 60),
           {.style = TextStyle::kSmall, .color = frame.Colors().ink2, .valign = VAlign::kMiddle});
  DrawText(frame, "Ijazah", frame.Area(310, 640, 600, 60),
           {.style = TextStyle::kStrong, .color = frame.Colors().ink, .valign = VAlign::kMiddle});
  Banner(frame, frame.Area(43, 850, 994, 132), "printer", "Ambil tiket di bawah.",
         BannerArrow::kDown);
  ErrorBanner(frame, frame.Area(43, 1000, 994, 132), "Nomor ini belum ada di sini.");
  ReviewRow(frame, "change-service", frame.Area(43, 1140, 994, 144), "Layanan", "Ijazah", "Ubah");
  ReviewRow(frame, "change-story", frame.Area(43, 1284, 994, 150), "Cerita",
            "Belum selesai. Sudah 7 hari, saya datang.", "Ubah");
  TimeoutRing(frame, {frame.U(120), frame.U(1520)}, frame.Px(132), 14'000, 20'000);
  CheckCard(frame, "check", frame.Area(230, 1450, 390, 140), "Boleh ditelepon", true);
  CodeField(frame, frame.Area(43, 1610, 880, 120), "K7QF2M");
  StatusPath(frame, frame.Area(640, 1440, 397, 200), {{"Diterima", "23 November"}}, 1);
  PinDiscs(frame, frame.Area(43, 1740, 500, 60), 3, 6);
}

}  // namespace tanggap::ui
