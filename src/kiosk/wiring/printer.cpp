#include "kiosk/wiring/printer.h"

#include <cctype>
#include <fstream>
#include <system_error>
#include <vector>

#include "printing/conversing_printer.h"
#include "printing/file_printer.h"
#include "printing/transport.h"
#include "ticket/bitmap.h"

namespace tanggap::kiosk {
namespace {

printing::Cutter CutterOf(CutterKind kind) {
  switch (kind) {
    case CutterKind::kNone:
      return printing::Cutter::kNone;
    case CutterKind::kFull:
      return printing::Cutter::kFull;
    case CutterKind::kPartial:
      break;
  }
  return printing::Cutter::kPartial;
}

}  // namespace

std::unique_ptr<TicketPrinter> MakePrinter(const PrinterSetting& setting,
                                           const std::filesystem::path& data, Clock& clock) {
  const printing::Cutter cutter = CutterOf(setting.cutter);
  printing::PrinterProfile profile;
  profile.cutter = cutter;
  profile.answers_status = setting.answers_status;
  switch (setting.kind) {
    case PrinterKind::kNone:
      return printing::MakeNoPrinter();
    case PrinterKind::kDevice:
      return printing::MakeConversingPrinter(printing::MakeDeviceTransport(setting.path), profile,
                                             clock);
    case PrinterKind::kTcp: {
      const auto address = printing::ReadTcpAddress(setting.path);
      if (!address) return printing::MakeNoPrinter();
      return printing::MakeConversingPrinter(printing::MakeTcpTransport(*address), profile, clock);
    }
    case PrinterKind::kFile:
      break;
  }
  const std::filesystem::path directory = data / (setting.path.empty() ? "printed" : setting.path);
  return printing::MakeFilePrinter(directory, cutter,
                                   [](const Raster& ticket) { return ticket::EncodePng(ticket); });
}

std::string UpperUpToLastSlash(const std::string& url) {
  std::string upper = url.substr(0, url.rfind('/') + 1);
  for (char& c : upper)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return upper;
}

void WriteMeasures(const std::filesystem::path& file, const ui::Host::Timings& timings) {
  std::ofstream out(file);
  const auto list = [&out](const char* name, const std::vector<std::int64_t>& values) {
    out << "\"" << name << "\":[";
    for (std::size_t i = 0; i < values.size(); ++i)
      out << (i > 0 ? "," : "") << values[i];
    out << "]";
  };
  out << "{\"first_frame_us\":" << timings.first_frame_us << ",";
  list("tap_to_shown_us", timings.tap_to_shown_us);
  out << ",";
  list("frame_us", timings.frame_us);
  out << ",\"screens\":[";
  for (std::size_t i = 0; i < timings.screens.size(); ++i) {
    const auto& [name, at_us, since_tap_us] = timings.screens[i];
    out << (i > 0 ? "," : "") << "{\"name\":\"" << name << "\",\"at_us\":" << at_us
        << ",\"since_tap_us\":" << since_tap_us << "}";
  }
  out << "]}\n";
  if (!out.flush())
    throw std::filesystem::filesystem_error("can't write the measures", file,
                                            std::make_error_code(std::errc::io_error));
}

}  // namespace tanggap::kiosk
