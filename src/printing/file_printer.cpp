#include "printing/file_printer.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>
#include <utility>

#include "printing/descriptor_line.h"

namespace tanggap::printing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffix = ".escpos";
constexpr int kMostTickets = 999'999;

// The number of "000012.escpos"; 0 for any other name.
int NumberOf(const fs::path& file) {
  const std::string stem = file.stem().string();
  if (file.extension() != kSuffix || stem.size() != 6) return 0;
  int number = 0;
  for (const char c : stem) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::string NameOf(int number) {
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "%06d", number);
  return name.data();
}

// Write aside, fsync, rename, fsync the directory: a reader sees a whole ticket or none.
bool Publish(const fs::path& target, std::string_view bytes) {
  const fs::path aside = target.parent_path() / ("." + target.filename().string() + ".part");
  const Descriptor file(::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (file.Get() < 0) return false;
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.Get(), bytes.data(), bytes.size());
    if (written <= 0) {
      ::unlink(aside.c_str());
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file.Get()) != 0 || ::rename(aside.c_str(), target.c_str()) != 0) {
    ::unlink(aside.c_str());
    return false;
  }
  const Descriptor directory(
      ::open(target.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return directory.Get() >= 0 && ::fsync(directory.Get()) == 0;
}

class FilePrinter final : public TicketPrinter {
 public:
  FilePrinter(fs::path directory, Cutter cutter, EncodePicture png)
      : directory_(std::move(directory)), cutter_(cutter), png_(std::move(png)) {}

  PrintOutcome Print(const Raster& ticket) override {
    const int number = NextNumber();
    if (number == 0) return PrintOutcome::kNoPrinter;
    if (number > kMostTickets) return PrintOutcome::kFailed;
    const std::string name = NameOf(number);
    // The picture first: a job that is there has its picture.
    if (png_ && !Publish(directory_ / (name + ".png"), png_(ticket))) return PrintOutcome::kFailed;
    return Publish(directory_ / (name + std::string(kSuffix)), EncodeTicket(ticket, cutter_))
               ? PrintOutcome::kPrinted
               : PrintOutcome::kFailed;
  }

  PrinterHealth Health() override {
    std::error_code error;
    fs::create_directories(directory_, error);
    const bool there = ::access(directory_.c_str(), W_OK | X_OK) == 0;
    return {.reachable = there,
            .answers = there,
            .paper = there ? PaperLevel::kEnough : PaperLevel::kUnknown};
  }

 private:
  // After the greatest that is there, so that a restart goes on; 0 when the directory can't be
  // used.
  [[nodiscard]] int NextNumber() const {
    std::error_code error;
    fs::create_directories(directory_, error);
    int last = 0;
    fs::directory_iterator files(directory_, error);
    for (; !error && files != fs::directory_iterator(); files.increment(error))
      last = std::max(last, NumberOf(files->path()));
    return error ? 0 : last + 1;
  }

  fs::path directory_;
  Cutter cutter_;
  EncodePicture png_;
};

class NoPrinter final : public TicketPrinter {
 public:
  PrintOutcome Print(const Raster&) override { return PrintOutcome::kNoPrinter; }
  PrinterHealth Health() override { return {}; }
};

}  // namespace

std::unique_ptr<TicketPrinter> MakeFilePrinter(fs::path directory, Cutter cutter,
                                               EncodePicture png) {
  return std::make_unique<FilePrinter>(std::move(directory), cutter, std::move(png));
}

std::unique_ptr<TicketPrinter> MakeNoPrinter() {
  return std::make_unique<NoPrinter>();
}

}  // namespace tanggap::printing
