// Whether names may have come or gone in a tree of directories: one stat a directory, no listing.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>

namespace tanggap {

// A directory's own time changes with every name that is made, renamed or removed in it, so that a
// resting program needn't list thousands of names every two seconds. What is written into a file
// that keeps its name isn't seen: whoever watches looks in full now and then all the same.
// One thread. Never throws: what can't be looked at may have changed.
class TreeWatch {
 public:
  explicit TreeWatch(std::filesystem::path root) : root_(std::move(root)) {}

  // Compares the tree with what it was at the call that Seen() confirmed.
  [[nodiscard]] bool MayHaveChanged();
  // What the last MayHaveChanged() found has been dealt with; without this it keeps saying true.
  void Seen();

 private:
  using Times = std::map<std::filesystem::path, std::filesystem::file_time_type>;
  [[nodiscard]] Times Walk() const;  // empty: the tree can't be read
  [[nodiscard]] bool StandsAs(const Times& times) const;

  std::filesystem::path root_;
  Times found_;           // at the last MayHaveChanged() that said true
  Times seen_;            // confirmed
  bool settled_ = false;  // nothing in found_ is so fresh that a change could hide behind it
  bool trusted_ = false;  // the same of seen_
};

}  // namespace tanggap
