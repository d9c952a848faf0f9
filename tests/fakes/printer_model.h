// A thermal printer as its manual describes it, fed byte by byte: for fakes on a line or in memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tanggap {

// Executes real-time commands at once wherever they stand, everything else in order and only while
// it has paper and a closed cover. What waits in its buffer comes out when paper returns, as on a
// real one.
class PrinterModel {
 public:
  struct Habits {
    bool answers = true;        // false: takes data, says nothing
    bool tells_printed = true;  // GS ( H
    bool reports = true;        // GS a
    bool near_end = false;
    bool cover_open = false;
    bool cutter_error = false;
    bool offline = false;
    bool garbage = false;   // noise before every answer
    bool one_late = false;  // every status answer comes with the next question
    std::optional<std::size_t> paper_ends_at = std::nullopt;  // after so many executed bytes
  };

  struct Ticket {
    std::size_t row_bytes = 0;
    std::string dots;
    bool cut = false;
  };

  explicit PrinterModel(Habits habits) : habits_(habits) {}

  // What the printer says to these bytes.
  std::string Take(std::string_view bytes) {
    taken_ += bytes.size();
    for (const char byte : bytes) {
      waiting_ += byte;
      ExecuteRealTime();
    }
    return Work();
  }
  // Somebody puts paper in and closes everything.
  std::string PaperReturns() {
    paper_out_ = false;
    habits_.paper_ends_at.reset();
    habits_.cover_open = false;
    return Work();
  }

  [[nodiscard]] const std::vector<Ticket>& Tickets() const { return tickets_; }
  [[nodiscard]] std::size_t Taken() const { return taken_; }
  [[nodiscard]] std::size_t Waiting() const { return waiting_.size(); }
  [[nodiscard]] int Unknown() const { return unknown_; }
  Habits& Change() { return habits_; }

 private:
  static constexpr std::string_view kClear{"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 10};

  void ExecuteRealTime() {
    const std::string_view all(waiting_);
    if (all.ends_with(kClear)) {
      waiting_.clear();
      raster_.reset();
      open_ = {};
      return;
    }
    if (all.size() >= 3 && all[all.size() - 3] == 0x10 && all[all.size() - 2] == 0x05) {
      waiting_.resize(waiting_.size() - 3);
      return;
    }
    if (all.size() >= 3 && all[all.size() - 3] == 0x10 && all[all.size() - 2] == 0x04) {
      const int question = all.back();
      waiting_.resize(waiting_.size() - 3);
      if (habits_.answers) Answer(question);
      return;
    }
  }

  void Answer(int question) {
    unsigned bits = 0x12;
    const bool offline =
        habits_.cover_open || paper_out_ || habits_.cutter_error || habits_.offline;
    if (question == 1 && offline) bits |= 0x08;
    if (question == 2 && habits_.cover_open) bits |= 0x04;
    if (question == 2 && paper_out_) bits |= 0x20;
    if (question == 2 && habits_.cutter_error) bits |= 0x40;
    if (question == 3 && habits_.cutter_error) bits |= 0x08;
    if (question == 4 && habits_.near_end) bits |= 0x0C;
    if (question == 4 && paper_out_) bits |= 0x60;
    if (habits_.garbage) said_ += std::string("\xFF\xA5\x81\x80", 4);
    const std::string answer(1, static_cast<char>(bits));
    if (!habits_.one_late) {
      said_ += answer;
      return;
    }
    said_ += held_;
    held_ = answer;
  }

  void Report() {
    if (!reporting_ || !habits_.reports || !habits_.answers) return;
    const bool offline = habits_.cover_open || paper_out_ || habits_.cutter_error;
    const unsigned first = 0x10U | (offline ? 0x08U : 0U) | (habits_.cover_open ? 0x20U : 0U);
    const unsigned third = (habits_.near_end ? 0x03U : 0U) | (paper_out_ ? 0x0FU : 0U);
    said_ += static_cast<char>(first);
    said_ += static_cast<char>(habits_.cutter_error ? 0x08 : 0);
    said_ += static_cast<char>(third);
    said_ += '\0';
  }

  [[nodiscard]] bool Stopped() const {
    return paper_out_ || habits_.cover_open || habits_.cutter_error || habits_.offline;
  }

  std::string Work() {
    while (!Stopped() && !waiting_.empty()) {
      const std::size_t used = raster_.has_value() ? RasterBytes() : Command();
      if (used == 0) break;
      executed_ += used;
      waiting_.erase(0, used);
      if (habits_.paper_ends_at.has_value() && executed_ >= *habits_.paper_ends_at) {
        paper_out_ = true;
        Report();
      }
    }
    std::string said;
    said.swap(said_);
    return said;
  }

  std::size_t RasterBytes() {
    std::size_t used = std::min(*raster_, waiting_.size());
    if (habits_.paper_ends_at.has_value() && *habits_.paper_ends_at > executed_)
      used = std::min(used, *habits_.paper_ends_at - executed_);
    open_.dots.append(waiting_, 0, used);
    *raster_ -= used;
    if (*raster_ == 0) raster_.reset();
    return used;
  }

  // The bytes of the command at the front that are executed; 0 while it isn't whole.
  std::size_t Command() {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(waiting_[i]); };
    const std::size_t size = waiting_.size();
    const unsigned first = at(0);
    if (first == 0) return 1;  // noughts between commands do nothing
    if (first != 0x1B && first != 0x1D) return Odd();
    if (size < 2) return 0;
    const unsigned second = at(1);
    if (first == 0x1B && second == '@') {
      reporting_ = false;
      return 2;
    }
    if (first == 0x1B && second == 'd') return size < 3 ? 0 : End(3, false);
    if (first == 0x1D && second == 'a') {
      if (size < 3) return 0;
      reporting_ = at(2) != 0;
      Report();
      return 3;
    }
    if (first == 0x1D && second == 'V') return size < 4 ? 0 : End(4, true);
    if (first == 0x1D && second == 'v') {
      if (size < 8) return 0;
      open_.row_bytes = at(4) + 256U * at(5);
      raster_ = open_.row_bytes * (at(6) + 256U * at(7));
      return 8;
    }
    if (first == 0x1D && second == '(') {
      if (size < 11) return 0;
      if (habits_.answers && habits_.tells_printed) {
        said_ += "\x37\x22" + waiting_.substr(7, 4) + std::string(1, '\0');
      }
      return 11;
    }
    return Odd();
  }

  std::size_t End(std::size_t used, bool cut) {
    open_.cut = cut;
    tickets_.push_back(open_);
    open_ = {};
    return used;
  }

  std::size_t Odd() {
    ++unknown_;
    return 1;
  }

  Habits habits_;
  std::string waiting_;
  std::string said_;
  std::string held_;
  std::optional<std::size_t> raster_;  // bytes that the open band still wants
  Ticket open_;
  std::vector<Ticket> tickets_;
  std::size_t taken_ = 0;
  std::size_t executed_ = 0;
  int unknown_ = 0;
  bool paper_out_ = false;
  bool reporting_ = false;
};

}  // namespace tanggap
