// Every screen of the kiosk as a picture, for people to look at: kiosk-shots OFFICE WxH DIR …
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>

#include "kiosk/gallery.h"
#include "kiosk/screens/screens.h"
#include "support/ui_harness.h"
#include "ui/host.h"

using tanggap::kiosk::Context;
using tanggap::kiosk::NamedState;

// kiosk-shots lembata 1080x1920 id usual DIR [NAME…]
int main(int argc, char** argv) {
  namespace ui = tanggap::ui;
  if (argc < 6) {
    std::cerr << "kiosk-shots OFFICE WxH LANGUAGE usual|clearer|lower DIR [NAME...]\n";
    return 2;
  }
  Context context = tanggap::kiosk::ExampleContext(argv[1]);
  const auto size = ui::ParseSize(argv[2]);
  if (!size) return 2;
  const bool wide = size->width > size->height;
  // 15.6" wide, or 15" XGA.
  const bool xga =
      std::max(size->width, size->height) * 3 == std::min(size->width, size->height) * 4;
  const float long_mm = xga ? 304 : 345;
  const float short_mm = xga ? 228 : 194;
  context.office.panel.width_mm = wide ? long_mm : short_mm;
  context.office.panel.height_mm = wide ? short_mm : long_mm;
  const std::filesystem::path folder = argv[5];
  std::filesystem::create_directories(folder);
  auto harness = ui::UiHarness::Panel(*size, wide ? long_mm : short_mm, wide ? short_mm : long_mm);
  ui::Bitmap logo;
  const auto gallery = [&] { return Gallery(context, tanggap::kiosk::Steady{harness.Now()}); };
  const std::size_t count = gallery().size();
  for (std::size_t i = 0; i < count; ++i) {
    NamedState named = gallery()[i];  // Anew: rings and warnings count from the present.
    bool wanted = argc == 6;
    for (int arg = 6; arg < argc; ++arg)
      wanted = wanted || named.name == argv[arg];
    if (!wanted) continue;
    named.state.visit.language = argv[3];
    named.state.visit.clearer = std::string(argv[4]) == "clearer";
    named.state.visit.lower = std::string(argv[4]) == "lower";
    const tanggap::kiosk::View view{context, named.state, context.In(argv[3]), logo};
    harness.look = tanggap::kiosk::LookOf(context, named.state, harness.GetSize());
    const auto draw = [&](ui::Frame& frame) {
      static_cast<void>(tanggap::kiosk::DrawState(frame, view));
    };
    harness.Rest(draw);
    harness.SavePng((folder / (named.name + ".png")).string());
    for (const std::string& fault : ui::Faults(harness))
      std::cout << named.name << ": " << fault << "\n";
  }
  return 0;
}
