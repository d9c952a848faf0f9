// Every screen of the desk as a picture, for people: build/desk-shots WIDTHxHEIGHT LANGUAGE THEME
// DIR
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>

#include "desk/gallery.h"
#include "desk/screens/screens.h"
#include "desk/world.h"
#include "support/ui_harness.h"

int main(int argc, char** argv) {
  using namespace std::string_literals;
  namespace desk = tanggap::desk;
  namespace ui = tanggap::ui;
  int width = 0;
  int height = 0;
  if (argc != 5 || std::sscanf(argv[1], "%dx%d", &width, &height) != 2) {
    std::cerr << "usage: desk-shots WIDTHxHEIGHT id|en light|dark DIR\n";
    return 2;
  }
  const tanggap::Texts texts = desk::DeskTexts(argv[2]);
  const bool dark = argv[3] == "dark"s;
  std::filesystem::create_directories(argv[4]);
  ui::UiHarness harness = ui::UiHarness::Desk({width, height});
  harness.look.desk_theme = dark ? ui::DarkDeskTheme() : ui::LightDeskTheme();
  for (desk::Exhibit exhibit : desk::Gallery()) {
    exhibit.state.language = argv[2];
    exhibit.state.dark = dark;
    const auto draw = [&](ui::Frame& frame) {
      const auto intent = desk::DrawDesk(frame, exhibit.premises, exhibit.state, texts);
      // A screen that brings the chosen row into view asks for it; the session would agree.
      if (intent && std::holds_alternative<desk::ScrollTo>(*intent))
        exhibit.state = desk::Update(exhibit.premises, exhibit.state, desk::Acted{*intent}).state;
    };
    harness.Rest(draw);
    harness.SavePng(std::string(argv[4]) + "/" + exhibit.name + ".png");
  }
  return 0;
}
