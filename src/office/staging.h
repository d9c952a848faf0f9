// A directory that appears under its name only when everything is in it.
#pragma once

#include <filesystem>
#include <system_error>
#include <utility>

namespace tanggap {

// A directory under another name until everything is in it; gone again if that fails.
class Staging {
 public:
  explicit Staging(std::filesystem::path target)
      : target_(std::move(target)),
        path_(target_.parent_path() / ("." + target_.filename().string() + ".new")) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Staging() {
    std::error_code ignored;
    if (!done_) std::filesystem::remove_all(path_, ignored);
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  [[nodiscard]] const std::filesystem::path& Path() const { return path_; }
  void Finish() {
    std::filesystem::rename(path_, target_);  // over an empty directory, where there is one
    done_ = true;
  }

 private:
  std::filesystem::path target_;
  std::filesystem::path path_;
  bool done_ = false;
};

}  // namespace tanggap
