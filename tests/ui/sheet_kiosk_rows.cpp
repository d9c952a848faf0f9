// Answers as rows: with and without picture and second line, in every state.
#include <array>
#include <string>
#include <vector>

#include "sheet.h"
#include "ui/kit.h"

namespace tanggap::ui {

void DrawKioskRows(Frame& frame) {
  SheetGround(frame, "rows");
  frame.posed_down = {"row-1"};
  struct Row {
    TileLook look;
    bool spoken = false;
  };
  // The tick stands at the end, or on the picture where the words need the whole row.
  const std::array<Row, 8> rows{
      {{{.icon = "tanpanama", .word = "Tanpa nama", .second = "Jawaban lewat kode tiket."}},
       {{.icon = "ponsel", .word = "Hanya nomor HP", .second = "Nama tidak ditulis."}},
       {{.icon = "dengannama",
         .word = "Dengan nama",
         .second = "Kami bisa menghubungi.",
         .selected = true}},
       {{.icon = "pertanyaan", .word = "Saya tidak yakin"}, true},
       {{.icon = "sinkron", .word = "Hitung ulang catatan", .enabled = false}},
       {{.word = "Sesuai"}},
       {{.word = "Sangat sesuai", .selected = true}},
       {{.icon = "loket", .word = "Meja informasi", .selected = true}}}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    frame.spoken = rows[i].spoken ? "row-" + std::to_string(i) : "";
    Choice(frame, ("row-" + std::to_string(i)).c_str(),
           frame.Area(43, 43 + (186 * static_cast<float>(i)), 994, 160), rows[i].look);
  }
  std::vector<Rect> cells;
  std::vector<TileLook> looks;
  for (const std::string_view word : {"Tanpa nama", "Dengan nama"}) {
    const auto i = static_cast<float>(cells.size());
    cells.push_back(frame.Area(43 + (366 * i), 1560, 340, 220));
    looks.push_back({.icon = cells.size() == 1 ? "tanpanama" : "dengannama",
                     .word = word,
                     .selected = cells.size() == 1});
  }
  FitChoices(frame, cells, looks);
  for (std::size_t i = 0; i < cells.size(); ++i)
    Choice(frame, ("narrow-" + std::to_string(i)).c_str(), cells[i], looks[i]);
}

}  // namespace tanggap::ui
