#include "office/ticket_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "formats/office_file.h"
#include "formats/text_file.h"
#include "ledger/sodium_randomness.h"
#include "office/assets.h"
#include "office/command.h"
#include "printing/escpos.h"
#include "texts/texts.h"
#include "ticket/ticket_layout.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string office;
  std::string out_dir;
  int width = 0;  // 0: as the office's printer
  std::string language = "id";
  bool named = false;
  bool copy = false;
  bool json = false;
};

printing::Cutter CutterOf(CutterKind kind) {
  switch (kind) {
    case CutterKind::kNone:
      return printing::Cutter::kNone;
    case CutterKind::kPartial:
      return printing::Cutter::kPartial;
    case CutterKind::kFull:
      return printing::Cutter::kFull;
  }
  return printing::Cutter::kNone;
}

TicketCode FreshCode() {
  std::array<std::uint8_t, 7> bytes{};
  SodiumRandomness().Fill(bytes);
  return CodeFromRandom(bytes);
}

void WriteFile(const fs::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    throw fs::filesystem_error("can't write", path, std::make_error_code(std::errc::io_error));
  }
}

// The office's kiosks are named kiosk-1, kiosk-2, …; a ticket's place is where one stands.
std::string FirstKiosk(const Office& office) {
  const auto kiosk = office.device_places.lower_bound("kiosk");
  return kiosk != office.device_places.end() && kiosk->first.starts_with("kiosk") ? kiosk->first
                                                                                  : std::string{};
}

Result<Texts> ReadTexts(const std::string& language) {
  const auto assets = FindAssets();
  if (!assets.has_value()) return Problem{"", 0, "the assets of this program are missing"};
  const Result<Sentences> sentences = ReadLanguage(*assets / "text", language);
  if (!sentences.Ok()) return sentences.Problems();
  return Texts::Make(language, (*assets / "text").string(), sentences.Value());
}

int Run(const Options& options) {
  if (const auto missing = ticket::MissingFonts()) return Complain({*missing}, kExitConfiguration);
  const Result<OfficeFile> read = ReadOfficeFile(fs::path(options.office) / "office.toml");
  if (!read.Ok()) return Complain(read.Problems(), kExitConfiguration);
  const Office& office = read.Value().office;
  const Decree& decree = read.Value().decree;
  const Result<Texts> texts = ReadTexts(options.language);
  if (!texts.Ok()) return Complain(texts.Problems(), kExitConfiguration);

  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const AspectId aspect = decree.aspects.empty() ? AspectId{} : decree.aspects.front().id;
  ticket::Ticket ticket = ticket::MakeTicket(FreshCode(), ComplaintKind::kComplaint, now, aspect,
                                             FirstKiosk(office), office, decree, options.language);
  ticket.named = options.named;
  if (options.copy) ticket.reprinted = now;

  const int width = options.width == 0 ? office.printer.dots_per_line : options.width;
  const ticket::Bitmap picture = ticket::LayOutTicket(ticket, office, texts.Value(), width);
  const fs::path directory(options.out_dir);
  fs::create_directories(directory);
  ticket::WritePng(directory / "ticket.png", picture.AsRaster());
  WriteFile(directory / "ticket.escpos",
            printing::EncodeTicket(picture.AsRaster(), CutterOf(office.printer.cutter)));
  WriteFile(directory / "ticket.txt", Grouped(ticket.code) + "\n");
  if (options.json) {
    nlohmann::ordered_json json;
    json["code"] = Grouped(ticket.code);
    json["qr"] = QrText(ticket.code, office.status_url);
    json["width"] = picture.Width();
    json["height"] = picture.Height();
    for (const char* name : {"ticket.png", "ticket.escpos", "ticket.txt"})
      json["files"].push_back((directory / name).string());
    std::cout << json.dump() << '\n';
  } else {
    std::cout << Grouped(ticket.code) << '\n';
  }
  return kExitOk;
}

}  // namespace

void AddTicketCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "ticket", "lay out a ticket with a fresh code, to see it and to try a printer with it");
  command->add_option("--office", options->office, "the office's directory")->required();
  command->add_option("--out-dir", options->out_dir, "where ticket.png, .escpos and .txt go")
      ->required();
  command
      ->add_option("--width", options->width,
                   "dots a line: 576 for 80 mm paper, 384 for 58 mm; default the office's printer")
      ->check(CLI::Range(ticket::kLeastDots, ticket::kMostDots));
  command->add_option("--language", options->language, "of the ticket's words: id, en")
      ->check(CLI::IsMember({"id", "en"}));
  command->add_flag("--named", options->named, "as for a visitor who gave a name");
  command->add_flag("--copy", options->copy, "as printed again (SALINAN)");
  command->add_flag("--json", options->json, "print JSON");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace tanggap
