// Tickets as files.
#include "printing/file_printer.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "printing/sample_picture.h"
#include "support/catch.h"
#include "support/escpos_reader.h"

namespace tanggap::printing {

namespace fs = std::filesystem;

struct TicketDirectory {
  TicketDirectory() {
    std::string name = (fs::temp_directory_path() / "tanggap-print-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  TicketDirectory(const TicketDirectory&) = delete;
  TicketDirectory& operator=(const TicketDirectory&) = delete;
  ~TicketDirectory() { fs::remove_all(path); }
  [[nodiscard]] std::string Read(const std::string& name) const {
    std::ifstream file(path / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  fs::path path;
};

TEST_CASE("Each ticket becomes the next numbered file, also after a restart", "[printing][bytes]") {
  const TicketDirectory directory;
  const Picture picture = SamplePicture(384, 200);
  const fs::path tickets = directory.path / "tickets";
  CHECK(MakeFilePrinter(tickets, Cutter::kPartial)->Print(picture.View()) ==
        PrintOutcome::kPrinted);
  const auto again = MakeFilePrinter(tickets, Cutter::kPartial);
  CHECK(again->Print(picture.View()) == PrintOutcome::kPrinted);
  CHECK(directory.Read("tickets/000001.escpos") == directory.Read("tickets/000002.escpos"));
  const auto read = ReadEscPos(directory.Read("tickets/000002.escpos"));
  REQUIRE(read.has_value());
  CHECK(read->dots == std::string(picture.bytes.begin(), picture.bytes.end()));
  CHECK(std::distance(fs::directory_iterator(tickets), {}) == 2);
  CHECK(again->Health().reachable);
}

TEST_CASE("A picture stands beside the job where somebody makes one", "[printing][bytes]") {
  const TicketDirectory directory;
  const auto printer = MakeFilePrinter(directory.path, Cutter::kNone,
                                       [](const Raster&) { return std::string("picture"); });
  CHECK(printer->Print(SamplePicture(384, 8).View()) == PrintOutcome::kPrinted);
  CHECK(directory.Read("000001.png") == "picture");
}

TEST_CASE("A place that can't be a directory is no printer", "[printing][bytes]") {
  const TicketDirectory directory;
  std::ofstream(directory.path / "file") << "x";
  const auto printer = MakeFilePrinter(directory.path / "file" / "tickets", Cutter::kNone);
  CHECK(printer->Print(SamplePicture(384, 8).View()) == PrintOutcome::kNoPrinter);
  CHECK_FALSE(printer->Health().reachable);
}

TEST_CASE("Without a printer every ticket says so", "[printing][unit]") {
  CHECK(MakeNoPrinter()->Print(SamplePicture(384, 8).View()) == PrintOutcome::kNoPrinter);
  CHECK_FALSE(MakeNoPrinter()->Health().reachable);
}

}  // namespace tanggap::printing
