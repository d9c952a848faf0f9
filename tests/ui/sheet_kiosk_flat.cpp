// The kiosk's fields, keyboards, cards and paths, in their states.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "sheet.h"
#include "ui/keyboard.h"
#include "ui/kit.h"

namespace tanggap::ui {
namespace {

// Looks like a symbol: three finders and noise. Not one that can be read.
QrModules SampleQr() {
  constexpr int kSide = 29;
  QrModules qr{kSide, std::vector<bool>(kSide * kSide)};
  std::uint32_t noise = 7;
  for (int i = 0; i < kSide * kSide; ++i) {
    noise = (noise * 1'664'525U) + 1'013'904'223U;
    const int row = i / kSide;
    const int col = i % kSide;
    const int y = std::min(row, kSide - 1 - row);
    const int x = std::min(col, kSide - 1 - col);
    const bool corner = y < 8 && x < 8 && !(row > 8 && col > 8);
    const int ring = std::max(std::abs(y - 3), std::abs(x - 3));
    qr.dark[static_cast<std::size_t>(i)] = corner ? ring <= 1 || ring == 3 : noise >> 31U != 0;
  }
  return qr;
}

void CardRow(Frame& frame, float y, std::string_view label, std::string_view value) {
  DrawText(frame, label, frame.Area(94, y, 240, 76),
           {.style = TextStyle::kSmall, .color = frame.Colors().ink2, .valign = VAlign::kMiddle});
  DrawText(frame, value, frame.Area(344, y, 660, 76),
           {.style = TextStyle::kStrong, .color = frame.Colors().ink, .valign = VAlign::kMiddle});
}

}  // namespace

void DrawKioskTyping(Frame& frame) {
  SheetGround(frame, "typing");
  frame.posed_down = {"key-i"};
  TextField(frame, "empty", frame.Area(43, 43, 484, 112), {.placeholder = "Nama"});
  TextField(frame, "filled", frame.Area(553, 43, 484, 112), {.text = "Yohana Barek"});
  TextField(frame, "wrong", frame.Area(43, 185, 484, 112),
            {.text = "0812", .error = "Belum lengkap."});
  TextField(frame, "covered", frame.Area(553, 185, 484, 112),
            {.text = "Yohana Barek", .covered = true});
  frame.spoken = "spoken";
  TextField(frame, "spoken", frame.Area(43, 390, 484, 112), {.text = "Lewoleba"});
  frame.spoken.clear();
  TextField(frame, "active-line", frame.Area(553, 390, 484, 112), {.text = "0812", .active = true});
  TextField(
      frame, "story", frame.Area(43, 540, 994, 245),
      {.text = "Belum selesai. Saya datang 3 kali.", .counter = "34 dari 280", .active = true});
  TextField(frame, "full", frame.Area(43, 811, 994, 245),
            {.text = "Belum selesai. Saya datang 3 kali.", .counter = "Penuh.", .full = true});
  Keyboard(frame, {frame.U(43), frame.U(1090), frame.U(994), KeyboardHeight(frame, 114)},
           {.page = KeyboardPage::kLower, .space_word = "spasi"});
  SecondaryButton(frame, "back", frame.Area(43, 1634, 386, 136),
                  {.word = "Kembali", .icon = "kembali"});
  PrimaryButton(frame, "next", frame.Area(455, 1634, 582, 136),
                {.word = "Lanjut", .icon = "lanjut", .icon_after = true});
}

void DrawKioskCodes(Frame& frame) {
  SheetGround(frame, "codes");
  frame.posed_down = {"code-K", "pad-5"};
  CodeField(frame, frame.Area(43, 43, 850, 120), "");
  CodeField(frame, frame.Area(43, 189, 850, 120), "K7QF2M");
  CodeField(frame, frame.Area(43, 335, 850, 120), "K7QF2M9DXR47", true);
  CodePad(frame, frame.Area(43, 500, 994, 668));
  PhonePad(frame, frame.Area(43, 1210, 620, 520));
  PinDiscs(frame, frame.Area(690, 1230, 347, 60), 2, 4);
  PinDiscs(frame, frame.Area(43, 1790, 994, 60), 4, 6);
}

void DrawKioskCards(Frame& frame) {
  SheetGround(frame, "cards");
  Band(frame, Rgb(0xF2D7C0));
  OfficeHeader(frame, {}, "Dinas Pendidikan", "Kabupaten Lembata");
  Card(frame, frame.Area(43, 200, 994, 700), frame.U(470));
  QrCard(frame, frame.Area(380, 216, 320, 320), SampleQr());
  TicketNumber(frame, "K7QF-2M9D-XR47", frame.Area(93, 540, 894, 110));
  CardRow(frame, 700, "Masuk", "23 November 2026");
  CardRow(frame, 772, "Layanan", "Ijazah");
  Banner(frame, frame.Area(43, 926, 994, 132), "printer", "Ambil tiket di bawah.",
         BannerArrow::kDown);
  Banner(frame, frame.Area(43, 1075, 484, 132), "kamera", "Foto", BannerArrow::kLeft);
  Banner(frame, frame.Area(553, 1075, 484, 132), "ponsel", "Catat", BannerArrow::kRight);
  Banner(frame, frame.Area(43, 1224, 994, 230), "pindai", "Arahkan QR ke kaca di bawah.",
         BannerArrow::kDown);
  ErrorBanner(frame, frame.Area(43, 1471, 994, 132), "Nomor ini belum ada.");
  ReviewRow(frame, "change-service", frame.Area(43, 1610, 994, 144), "Layanan", "Ijazah", "Ubah");
  ReviewRow(frame, "change-none", frame.Area(43, 1754, 994, 144), "Nomor", "0812 ••• 789", "");
}

void DrawKioskPaths(Frame& frame) {
  SheetGround(frame, "paths");
  float y = 43;
  for (const int now : {1, 3, 6, 7}) {
    Steps(frame, frame.Area(43, y, 994, 130), "Langkah " + std::to_string(now) + " dari 6", now, 6,
          now == 6 ? "cek" : "tiket");
    y += 150;
  }
  const std::vector<PathStation> stations{{"Diterima", "Senin, 23 November"},
                                          {"Diperiksa", "Selasa, 24 November"},
                                          {"Diputuskan", "Sedang berjalan"},
                                          {"Disampaikan", ""},
                                          {"Selesai", ""}};
  StatusPath(frame, frame.Area(43, 660, 994, 980), stations, 2);
  TimeoutRing(frame, {frame.U(110), frame.U(1760)}, frame.Px(132), 14'000, 20'000);
  TimeoutRing(frame, {frame.U(270), frame.U(1760)}, frame.Px(132), 3'000, 20'000);
}

void DrawKioskRing(Frame& frame) {
  SheetGround(frame, "ring");
  TimeoutRing(frame, {frame.U(540), frame.U(640)}, frame.Px(580), 14'000, 20'000);
  DrawText(frame, "Masih di sini?", frame.Area(43, 1040, 994, 140),
           {.style = TextStyle::kDisplay,
            .color = frame.Colors().ink,
            .align = Align::kCenter,
            .wrap = false});
}

}  // namespace tanggap::ui
