// The kiosk's components that are pressed, in their states.
#include <array>
#include <string>
#include <vector>

#include "sheet.h"
#include "ui/kit.h"

namespace tanggap::ui {
namespace {

constexpr std::array<std::string_view, 37> kIcons{
    "waktu",     "biaya",      "cara",    "sarana",    "pengaduan", "balas",  "keamanan", "syarat",
    "prosedur",  "hasil",      "petugas", "lainnya",   "ijazah",    "pindah", "guru",     "sekolah",
    "beasiswa",  "kalender",   "tiket",   "pensil",    "printer",   "ponsel", "kamera",   "kunci",
    "tanpanama", "dengannama", "kembali", "lanjut",    "turun",     "batal",  "cek",      "suara",
    "bahasa",    "tampilan",   "rendah",  "hapuskiri", "pindai"};

void Caption(Frame& frame, float x, float y, float w, std::string_view words) {
  DrawText(frame, words, frame.Area(x, y, w, 60),
           {.style = TextStyle::kSmall,
            .color = frame.Colors().ink2,
            .align = Align::kCenter,
            .wrap = false});
}

void Heading(Frame& frame, float x, float y, std::string_view words) {
  DrawText(frame, words, frame.Area(x, y, 900, 74),
           {.style = TextStyle::kStrong, .color = frame.Colors().ink, .wrap = false});
}

void StatePlate(Frame& frame, float x, float y, std::string_view word, PlateLook look,
                std::string_view caption) {
  const Rect rect = frame.Area(x, y, 210, 136);
  const Rect face = Plate(frame, rect, look);
  const Theme& t = frame.Colors();
  Color ink = look.primary ? (look.pressed ? t.on_primary_pressed : t.on_primary) : t.ink;
  if (!look.enabled) ink = t.disabled_text;
  DrawText(frame, word, face,
           {.style = TextStyle::kStrong,
            .color = ink,
            .align = Align::kCenter,
            .valign = VAlign::kMiddle,
            .wrap = false});
  Caption(frame, x - 13, y + 144, 236, caption);
}

void Swatches(Frame& frame, float y) {
  const Theme& t = frame.Colors();
  const std::array<std::pair<std::string_view, Color>, 7> colors{{{"paper", t.paper},
                                                                  {"plate", t.surface},
                                                                  {"ink", t.ink},
                                                                  {"line", t.line},
                                                                  {"soft", t.soft},
                                                                  {"tint", t.tint},
                                                                  {"error", t.error}}};
  float x = 43;
  for (const auto& [name, color] : colors) {
    const Rect swatch = frame.Area(x, y, 76, 76);
    frame.Fill(swatch, t.line, frame.U(14));
    frame.Fill(swatch.Inset(frame.Px(3)), color, frame.U(11));
    Caption(frame, x - 28, y + 82, 132, name);
    x += 136;
  }
}

constexpr float kColumn = 484;
constexpr std::array<float, 2> kColumns{43, 553};

}  // namespace

void SheetGround(Frame& frame, const char* name) {
  frame.Screen(name);
  frame.Fill({0, 0, static_cast<float>(frame.size.width), static_cast<float>(frame.size.height)},
             frame.Colors().paper);
}

void DrawFacesAndStates(Frame& frame) {
  SheetGround(frame, "components");
  constexpr std::array<std::string_view, 4> kWords{"Sangat", "Puas", "Kurang", "Tidak"};
  Heading(frame, 43, 24, "Wajah");
  for (int i = 0; i < 4; ++i) {
    const float x = 43 + (236 * static_cast<float>(i));
    DrawFace(frame, static_cast<FaceKind>(i), {frame.U(x + 105), frame.U(210)}, frame.U(105),
             {0, true, false});
    Caption(frame, x - 13, 324, 236, kWords[static_cast<std::size_t>(i)]);
  }
  Heading(frame, 43, 376, "Keadaan");
  StatePlate(frame, 43, 446, "Waktu", {}, "diam");
  StatePlate(frame, 279, 446, "Waktu", {.pressed = true}, "ditekan");
  StatePlate(frame, 515, 446, "Waktu", {.selected = true}, "terpilih");
  StatePlate(frame, 751, 446, "Waktu", {.enabled = false}, "mati");
  StatePlate(frame, 43, 660, "Lanjut", {.primary = true}, "utama");
  StatePlate(frame, 279, 660, "Lanjut", {.pressed = true, .primary = true}, "ditekan");
  StatePlate(frame, 515, 660, "Waktu", {}, "dibacakan");
  FocusRing(frame, frame.Area(515, 660, 210, 136), 22);
  StatePlate(frame, 751, 660, "Batal", {.lip = false}, "tenang");
  Heading(frame, 43, 862, "Warna");
  Swatches(frame, 932);
  Heading(frame, 1040, 24, "Piktogram");
  for (std::size_t i = 0; i < kIcons.size(); ++i) {
    const float x = 1040 + (120 * static_cast<float>(i % 7));
    const float y = 110 + (150 * static_cast<float>(i / 7));
    frame.Icon(kIcons[i], frame.Area(x, y, 88, 88));
  }
  constexpr std::array<FaceKind, 4> kFaces{FaceKind::kVerySatisfied, FaceKind::kSatisfied,
                                           FaceKind::kDissatisfied, FaceKind::kVeryDissatisfied};
  // Pressed, and in the middle of the blink.
  for (std::size_t i = 0; i < kFaces.size(); ++i)
    DrawFace(frame, kFaces[i], {frame.U(1345 + (150 * static_cast<float>(i))), frame.U(930)},
             frame.U(65), {i < 2 ? 0.0F : 1.0F, i < 2, i == 1});
}

void DrawKioskButtons(Frame& frame) {
  SheetGround(frame, "buttons");
  frame.posed_down = {"primary-1", "second-1", "quiet-1", "help-1", "phrase-1", "check-1"};
  const auto place = [&](float y, int i, float h) {
    return frame.Area(kColumns[static_cast<std::size_t>(i % 2)],
                      y + (static_cast<float>(i) < 2 ? 0 : h + 26), kColumn, h);
  };
  const ButtonLook next{.word = "Lanjut", .icon = "lanjut", .icon_after = true};
  ButtonLook off = next;
  off.enabled = false;
  const auto say = [&](const char* id) { frame.spoken = id; };
  PrimaryButton(frame, "primary-0", place(43, 0, 136), next);
  PrimaryButton(frame, "primary-1", place(43, 1, 136), next);
  PrimaryButton(frame, "primary-2", place(43, 2, 136), off);
  say("primary-3");
  PrimaryButton(frame, "primary-3", place(43, 3, 136), next);
  const ButtonLook back{.word = "Kembali", .icon = "kembali"};
  ButtonLook back_off = back;
  back_off.enabled = false;
  SecondaryButton(frame, "second-0", place(380, 0, 136), back);
  SecondaryButton(frame, "second-1", place(380, 1, 136), back);
  SecondaryButton(frame, "second-2", place(380, 2, 136), back_off);
  say("second-3");
  SecondaryButton(frame, "second-3", place(380, 3, 136), back);
  for (int i = 0; i < 4; ++i) {
    const float x = 43 + (253 * static_cast<float>(i));
    const std::string n = std::to_string(i);
    say(i == 3 ? "quiet-3" : "");
    QuietButton(frame, ("quiet-" + n).c_str(), frame.Area(x, 720, 236, 112),
                {.word = i == 2 ? "Ubah" : "Batal",
                 .icon = i == 2 ? "pensil" : "batal",
                 .style = TextStyle::kStrong});
    say(i == 3 ? "help-3" : "");
    HelpButton(frame, ("help-" + n).c_str(), frame.Area(x, 862, 236, 124),
               std::array<std::string_view, 4>{"bahasa", "tampilan", "suara",
                                               "rendah"}[static_cast<std::size_t>(i)],
               std::array<std::string_view, 4>{"English", "Jelas", "Dengar",
                                               "Rendah"}[static_cast<std::size_t>(i)]);
  }
  PhraseButton(frame, "phrase-0", place(1030, 0, 112), "Lewat dari janji", false);
  PhraseButton(frame, "phrase-1", place(1030, 1, 112), "Antre lama", false);
  PhraseButton(frame, "phrase-2", place(1030, 2, 112), "Belum selesai", true);
  say("phrase-3");
  PhraseButton(frame, "phrase-3", place(1030, 3, 112), "Diarahkan bolak-balik", false);
  CheckCard(frame, "check-0", place(1310, 0, 136), "Boleh ditelepon", false);
  CheckCard(frame, "check-1", place(1310, 1, 136), "Boleh ditelepon", false);
  CheckCard(frame, "check-2", place(1310, 2, 136), "Boleh ditelepon", true);
  say("check-3");
  CheckCard(frame, "check-3", place(1310, 3, 136), "Lewat WhatsApp", true);
  say("");
  TickDisc(frame, {frame.U(97), frame.U(1760)}, frame.Px(108));
  TickDisc(frame, {frame.U(220), frame.U(1760)}, frame.Px(68));
  TickDisc(frame, {frame.U(310), frame.U(1760)}, frame.Px(56));
}

void DrawKioskTiles(Frame& frame) {
  SheetGround(frame, "tiles");
  frame.posed_down = {"tile-1"};
  Band(frame, Rgb(0x8C2F39));
  Steps(frame, frame.Area(43, 47, 714, 130), "Langkah 2 dari 6", 2, 6, "tiket");
  QuietButton(frame, "cancel", frame.Area(801, 47, 236, 112),
              {.word = "Batal", .icon = "batal", .style = TextStyle::kStrong});
  Question(frame, "Apa masalahnya?", frame.Area(43, 222, 994, 100));
  DrawText(frame, "Pilih yang paling dekat.", frame.Area(43, 318, 994, 74),
           {.style = TextStyle::kBody, .color = frame.Colors().ink2});
  constexpr std::array<std::array<std::string_view, 3>, 6> kTiles{
      {{"waktu", "Waktu", "Lewat dari janji"},
       {"biaya", "Biaya", "Lebih dari tarif"},
       {"cara", "Cara pelayanan", "Tidak sesuai aturan"},
       {"sarana", "Sarana", "Ruang, alat, kursi"},
       {"balas", "Tindak lanjut", "Aduan tidak dijawab"},
       {"keamanan", "Keamanan", "Kurang aman, nyaman"}}};
  std::vector<Rect> cells(kTiles.size());
  std::vector<TileLook> looks(kTiles.size());
  for (std::size_t i = 0; i < kTiles.size(); ++i) {
    cells[i] = frame.Area(kColumns[i % 2], 428 + (377 * static_cast<float>(i / 2)), kColumn, 350);
    looks[i] = {.icon = kTiles[i][0],
                .word = kTiles[i][1],
                .second = kTiles[i][2],
                .selected = i == 2,
                .enabled = i != 5};
  }
  const TileFit fit = FitTiles(frame, cells, looks);
  for (std::size_t i = 0; i < kTiles.size(); ++i) {
    frame.spoken = i == 3 ? "tile-3" : "";
    looks[i].fit = fit;
    Tile(frame, ("tile-" + std::to_string(i)).c_str(), cells[i], looks[i]);
  }
  frame.spoken.clear();
  SecondaryButton(frame, "back", frame.Area(43, 1578, 386, 136),
                  {.word = "Kembali", .icon = "kembali"});
  PrimaryButton(frame, "next", frame.Area(455, 1578, 582, 136),
                {.word = "Lanjut", .icon = "lanjut", .icon_after = true});
  HelpButton(frame, "language", frame.Area(43, 1753, 236, 124), "bahasa", "English");
  HelpButton(frame, "clear", frame.Area(296, 1753, 236, 124), "tampilan", "Jelas");
  HelpButton(frame, "listen", frame.Area(549, 1753, 236, 124), "suara", "Dengar");
  HelpButton(frame, "low", frame.Area(802, 1753, 235, 124), "rendah", "Rendah");
}

}  // namespace tanggap::ui
