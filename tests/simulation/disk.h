// One simulated file system (a device's disk, a share, a stick), which keeps what programs see
// apart from what would survive a power cut.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "simulation/chance.h"

namespace tanggap::simulation {

inline constexpr std::size_t kSectorBytes = 512;

// A file or a directory. `bytes` and `names` are what programs see, `kept_…` what has been synced.
struct Node {
  std::uint64_t number = 0;
  bool directory = false;
  unsigned mode = 0;
  std::int64_t changed_ms = 0;
  int links = 0;

  std::string bytes;
  std::string kept_bytes;
  std::vector<bool> unsynced;  // by sector; shorter: the rest is synced
  std::vector<char> mapped;    // a file that was mapped into memory lives there instead

  std::map<std::string, std::shared_ptr<Node>, std::less<>> names;
  std::map<std::string, std::shared_ptr<Node>, std::less<>> kept_names;
  struct Change {  // one step that is whole or not at all; nullptr: the name went
    std::vector<std::pair<std::string, std::shared_ptr<Node>>> names;
  };
  std::vector<Change> waiting;
};
using NodePtr = std::shared_ptr<Node>;

// What goes wrong with a disk, set by whoever plays the weather.
struct Weather {
  bool gone = false;          // a share that is away: ESTALE for everything
  bool lies = false;          // says that it synced, and didn't
  bool no_exchange = false;   // knows neither RENAME_NOREPLACE nor hard links
  bool skip_folders = false;  // planted: syncing a directory does nothing
  bool skip_files = false;    // planted: syncing a file does nothing
  bool hides_forks = false;   // planted: of two files under one number a listing shows the first
  std::optional<int> gone_after;   // calls until `gone`
  std::optional<int> fails_after;  // calls that change something until one of them fails, once
  int error = 0;                   // with this errno
  std::size_t capacity = std::size_t{64} << 20U;
};

// A program that ends at a given call: from then on no disk does anything for it.
struct Kill {
  std::optional<int> after;  // calls
  bool dead = false;
  std::uint64_t calls = 0;  // of any program, so far
};

// Functions return 0 or a size, or a negative errno. Paths are relative to the disk, without a
// leading slash; "" is its root. One thread.
class Disk {
 public:
  Disk();

  Weather weather;
  Kill* kill = nullptr;     // of the program that runs just now; nullptr: it can't be ended
  std::int64_t now_ms = 0;  // stamps changed files; the owner sets it

  [[nodiscard]] int Find(std::string_view path, NodePtr& found);
  int Create(std::string_view path, unsigned mode, NodePtr& made);  // -EEXIST when it is there
  int MakeDirectory(std::string_view path, unsigned mode);
  int Remove(std::string_view path, bool directory);
  int Rename(std::string_view from, std::string_view to, bool replace);
  int Link(std::string_view from, std::string_view to);
  long Read(const Node& node, std::size_t offset, char* into, std::size_t size);
  long Write(Node& node, std::size_t offset, const char* from, std::size_t size);
  int Truncate(Node& node, std::size_t size);
  int Sync(Node& node);
  int SyncAll();
  int List(const Node& node, std::vector<std::string>& names);
  // Counts a call that changes nothing (open, stat) against gone_after and the kill.
  [[nodiscard]] int Step();
  [[nodiscard]] std::size_t Used() const { return used_; }

  // The power goes: of what was never synced any part survives, the rest doesn't.
  void Cut(Chance& chance);
  // As it stands, all of it synced: an image, for restoring and cloning.
  [[nodiscard]] Disk Image() const;

  // For checks and for whoever tampers: no faults, no counting, no syncing needed.
  void ForEachFile(const std::function<void(const std::string& path, Node& file)>& each);
  [[nodiscard]] std::optional<std::string> Bytes(std::string_view path);
  void Put(std::string_view path, std::string_view bytes);  // directories are made
  bool Forget(std::string_view path);

 private:
  [[nodiscard]] int Change();
  [[nodiscard]] int FindParent(std::string_view path, NodePtr& parent, std::string& name);
  NodePtr NewNode(bool directory, unsigned mode);
  void Rename(Node& directory, std::vector<std::pair<std::string, NodePtr>> names);
  void KeepSome(Node& node, Chance& chance, int mood);

  NodePtr root_;
  std::uint64_t numbers_ = 0;
  std::size_t used_ = 0;
};

}  // namespace tanggap::simulation
