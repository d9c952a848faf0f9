// What the measures share: a directory, a display, and a demo office with real programs on it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bench/child.h"
#include "support/temporary_directory.h"

namespace tanggap::bench {

// What a kiosk says of a run when it ends (--measures).
struct Measures {
  struct Screen {
    std::string name;
    double at_ms = 0;  // on the clock of MillisecondsNow()
    double since_tap_ms = 0;
  };
  std::vector<double> tap_to_shown_ms;
  std::vector<double> frame_ms;
  std::vector<Screen> screens;
};

class Workshop {
 public:
  static constexpr int kComplaints = 200;

  [[nodiscard]] const std::filesystem::path& Directory() const { return directory_.Path(); }
  // The Lembata example office with 200 complaints; made when first asked for.
  const std::filesystem::path& Office();
  double SecondsForOffice();
  // How many records the large register is filled with; 0: it isn't measured.
  [[nodiscard]] std::size_t Records() const { return records_; }
  void FillRegisterWith(std::size_t records) { records_ = records; }
  // Xvfb of 1080x1920, or SDL's offscreen driver where there is none; started when first asked for.
  const std::string& DisplayName();
  [[nodiscard]] static bool HasXvfb();

  // tanggap-kiosk of this build on the office's first kiosk in 1080x1920, driven by `script`.
  std::unique_ptr<Child> StartKiosk(const std::string& script);
  // Of the kiosk that ended last.
  [[nodiscard]] Measures ReadMeasures() const;

 private:
  void OpenDisplay();

  TemporaryDirectory directory_;
  std::filesystem::path office_;
  double office_seconds_ = 0;
  std::size_t records_ = 0;
  std::unique_ptr<Child> xvfb_;
  std::string display_name_;
  Environment display_;
};

}  // namespace tanggap::bench
