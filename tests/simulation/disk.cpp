#include "simulation/disk.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

namespace tanggap::simulation {
namespace {

// The moods of a power cut: how much of what was never synced survives.
enum Mood { kNothing, kEverything, kAnyPart };

std::string_view NextPart(std::string_view& path) {
  while (path.starts_with('/'))
    path.remove_prefix(1);
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string_view part = path.substr(0, end);
  path.remove_prefix(end);
  while (path.starts_with('/'))
    path.remove_prefix(1);
  return part;
}

void MarkUnsynced(Node& node, std::size_t from, std::size_t to) {
  const std::size_t end = (to + kSectorBytes - 1) / kSectorBytes;
  if (node.unsynced.size() < end) node.unsynced.resize(end, false);
  for (std::size_t sector = from / kSectorBytes; sector < end; ++sector)
    node.unsynced[sector] = true;
}

NodePtr CopyOf(const Node& node, std::map<const Node*, NodePtr>& copies) {
  NodePtr& copy = copies[&node];
  if (copy) return copy;
  copy = std::make_shared<Node>();
  const NodePtr made = copy;
  made->number = node.number;
  made->directory = node.directory;
  made->mode = node.mode;
  made->changed_ms = node.changed_ms;
  made->links = node.links;
  made->bytes = node.bytes;
  made->kept_bytes = node.bytes;
  for (const auto& [name, child] : node.names)
    made->names.emplace(name, CopyOf(*child, copies));
  made->kept_names = made->names;
  return made;
}

// "0001-9f2c01ab-00000007" of a file of a chain; "" of any other.
std::string_view ForkKey(std::string_view name) {
  constexpr std::size_t kKey = 4 + 1 + 8 + 1 + 8;
  return name.ends_with(".seg") && name.size() > kKey ? name.substr(0, kKey) : std::string_view();
}

}  // namespace

Disk::Disk() : root_(NewNode(true, 0755)) {}

NodePtr Disk::NewNode(bool directory, unsigned mode) {
  auto node = std::make_shared<Node>();
  node->number = ++numbers_;
  node->directory = directory;
  node->mode = mode;
  node->changed_ms = now_ms;
  return node;
}

int Disk::Step() {
  if (kill != nullptr) ++kill->calls;
  if (kill != nullptr && kill->after && --*kill->after < 0) {
    kill->after.reset();
    kill->dead = true;
  }
  if (kill != nullptr && kill->dead) return -EIO;
  if (weather.gone_after && --*weather.gone_after < 0) {
    weather.gone_after.reset();
    weather.gone = true;
  }
  return weather.gone ? -ESTALE : 0;
}

int Disk::Change() {
  if (const int error = Step(); error != 0) return error;
  if (weather.fails_after && --*weather.fails_after < 0) {
    weather.fails_after.reset();
    return -weather.error;
  }
  return 0;
}

int Disk::Find(std::string_view path, NodePtr& found) {
  found = root_;
  while (!path.empty()) {
    const std::string_view part = NextPart(path);
    if (part.empty()) break;
    if (part == ".") continue;
    if (!found->directory) return -ENOTDIR;
    const auto child = found->names.find(part);
    if (child == found->names.end()) return -ENOENT;
    found = child->second;
  }
  return 0;
}

int Disk::FindParent(std::string_view path, NodePtr& parent, std::string& name) {
  while (path.ends_with('/'))
    path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  const int error =
      Find(slash == std::string_view::npos ? std::string_view() : path.substr(0, slash), parent);
  if (error == 0 && !parent->directory) return -ENOTDIR;
  return error;
}

void Disk::Rename(Node& directory, std::vector<std::pair<std::string, NodePtr>> names) {
  for (const auto& [name, node] : names) {
    const auto before = directory.names.find(name);
    if (before != directory.names.end()) {
      if (--before->second->links == 0) used_ -= before->second->bytes.size();
      directory.names.erase(before);
    }
    if (!node) continue;
    if (node->links++ == 0) used_ += node->bytes.size();
    directory.names.emplace(name, node);
  }
  directory.changed_ms = now_ms;
  directory.waiting.push_back({std::move(names)});
}

int Disk::Create(std::string_view path, unsigned mode, NodePtr& made) {
  if (const int error = Change(); error != 0) return error;
  NodePtr parent;
  std::string name;
  if (const int error = FindParent(path, parent, name); error != 0) return error;
  if (parent->names.contains(name)) return -EEXIST;
  made = NewNode(false, mode);
  Rename(*parent, {{name, made}});
  return 0;
}

int Disk::MakeDirectory(std::string_view path, unsigned mode) {
  if (const int error = Change(); error != 0) return error;
  NodePtr parent;
  std::string name;
  if (const int error = FindParent(path, parent, name); error != 0) return error;
  if (name.empty() || parent->names.contains(name)) return -EEXIST;
  Rename(*parent, {{name, NewNode(true, mode)}});
  return 0;
}

int Disk::Remove(std::string_view path, bool directory) {
  if (const int error = Change(); error != 0) return error;
  NodePtr parent;
  std::string name;
  if (const int error = FindParent(path, parent, name); error != 0) return error;
  const auto found = parent->names.find(name);
  if (found == parent->names.end()) return -ENOENT;
  if (found->second->directory != directory) return directory ? -ENOTDIR : -EISDIR;
  if (directory && !found->second->names.empty()) return -ENOTEMPTY;
  Rename(*parent, {{name, nullptr}});
  return 0;
}

int Disk::Rename(std::string_view from, std::string_view to, bool replace) {
  if (const int error = Change(); error != 0) return error;
  NodePtr source;
  NodePtr target;
  std::string old_name;
  std::string new_name;
  if (const int error = FindParent(from, source, old_name); error != 0) return error;
  if (const int error = FindParent(to, target, new_name); error != 0) return error;
  const auto found = source->names.find(old_name);
  if (found == source->names.end()) return -ENOENT;
  if (!replace && weather.no_exchange) return -EINVAL;
  if (!replace && target->names.contains(new_name)) return -EEXIST;
  const NodePtr node = found->second;
  node->links++;  // so that it isn't counted as gone in between
  if (source == target) {
    Rename(*source, {{old_name, nullptr}, {new_name, node}});
  } else {
    Rename(*target, {{new_name, node}});
    Rename(*source, {{old_name, nullptr}});
  }
  node->links--;
  return 0;
}

int Disk::Link(std::string_view from, std::string_view to) {
  if (const int error = Change(); error != 0) return error;
  if (weather.no_exchange) return -EPERM;
  NodePtr node;
  NodePtr target;
  std::string name;
  if (const int error = Find(from, node); error != 0) return error;
  if (const int error = FindParent(to, target, name); error != 0) return error;
  if (target->names.contains(name)) return -EEXIST;
  Rename(*target, {{name, node}});
  return 0;
}

long Disk::Read(const Node& node, std::size_t offset, char* into, std::size_t size) {
  if (const int error = Step(); error != 0) return error;
  if (node.directory) return -EISDIR;
  if (offset >= node.bytes.size()) return 0;
  const std::size_t got = std::min(size, node.bytes.size() - offset);
  std::memcpy(into, node.bytes.data() + offset, got);
  return static_cast<long>(got);
}

long Disk::Write(Node& node, std::size_t offset, const char* from, std::size_t size) {
  if (const int error = Change(); error != 0) return error;
  const std::size_t end = offset + size;
  const std::size_t grows = end > node.bytes.size() ? end - node.bytes.size() : 0;
  if (used_ + grows > weather.capacity) return -ENOSPC;
  used_ += grows;
  if (grows > 0) node.bytes.resize(end, '\0');
  std::memcpy(node.bytes.data() + offset, from, size);
  MarkUnsynced(node, offset, end);
  node.changed_ms = now_ms;
  return static_cast<long>(size);
}

int Disk::Truncate(Node& node, std::size_t size) {
  if (const int error = Change(); error != 0) return error;
  if (!node.mapped.empty() && size < node.mapped.size())
    std::fill(node.mapped.begin() + static_cast<std::ptrdiff_t>(size), node.mapped.end(), '\0');
  const std::size_t before = node.bytes.size();
  if (size > before && used_ + (size - before) > weather.capacity) return -ENOSPC;
  used_ = used_ + size - before;
  node.bytes.resize(size, '\0');
  if (size > before) MarkUnsynced(node, before, size);
  node.changed_ms = now_ms;
  return 0;
}

int Disk::Sync(Node& node) {
  if (const int error = Change(); error != 0) return error;
  if (weather.lies || (node.directory ? weather.skip_folders : weather.skip_files)) return 0;
  if (node.directory) {
    node.kept_names = node.names;
    node.waiting.clear();
    return 0;
  }
  node.kept_bytes.resize(node.bytes.size(), '\0');
  for (std::size_t sector = 0; sector < node.unsynced.size(); ++sector) {
    const std::size_t at = sector * kSectorBytes;
    if (at >= node.bytes.size()) break;
    if (!node.unsynced[sector]) continue;
    const std::size_t part = std::min(kSectorBytes, node.bytes.size() - at);
    std::memcpy(node.kept_bytes.data() + at, node.bytes.data() + at, part);
  }
  node.unsynced.clear();
  return 0;
}

int Disk::SyncAll() {
  if (const int error = Change(); error != 0) return error;
  if (weather.lies) return 0;
  std::vector<NodePtr> left{root_};
  while (!left.empty()) {
    const NodePtr node = left.back();
    left.pop_back();
    node->kept_bytes = node->bytes;
    node->kept_names = node->names;
    node->unsynced.clear();
    node->waiting.clear();
    for (const auto& [name, child] : node->names)
      left.push_back(child);
  }
  return 0;
}

int Disk::List(const Node& node, std::vector<std::string>& names) {
  if (const int error = Step(); error != 0) return error;
  if (!node.directory) return -ENOTDIR;
  std::string_view fork;
  for (const auto& [name, child] : node.names) {
    const std::string_view key = weather.hides_forks ? ForkKey(name) : std::string_view();
    if (!key.empty() && key == fork) continue;
    if (!key.empty()) fork = key;
    names.push_back(name);
  }
  return 0;
}

// What of `node` is there after the cut.
void Disk::KeepSome(Node& node, Chance& chance, int mood) {
  const auto survives = [&] {
    return mood == kEverything || (mood == kAnyPart && chance.OneIn(2));
  };
  node.mapped.clear();
  if (node.directory) {
    for (Node::Change& change : node.waiting) {
      if (!survives()) continue;
      for (auto& [name, child] : change.names) {
        if (child) {
          node.kept_names.insert_or_assign(name, child);
        } else {
          node.kept_names.erase(name);
        }
      }
    }
    node.waiting.clear();
    node.names = node.kept_names;
    return;
  }
  // The length is a thing of its own: without it the sectors behind it are nowhere.
  const std::size_t size = survives() ? node.bytes.size() : node.kept_bytes.size();
  node.kept_bytes.resize(size, '\0');
  for (std::size_t sector = 0; sector < node.unsynced.size(); ++sector) {
    if (!node.unsynced[sector]) continue;
    const std::size_t at = sector * kSectorBytes;
    if (at >= size || at >= node.bytes.size() || !survives()) continue;
    const std::size_t part = std::min({kSectorBytes, size - at, node.bytes.size() - at});
    node.kept_bytes.replace(at, part, node.bytes, at, part);
  }
  node.unsynced.clear();
  node.bytes = node.kept_bytes;
}

void Disk::Cut(Chance& chance) {
  const int mood = static_cast<int>(chance.Below(3));
  std::vector<NodePtr> left{root_};
  std::set<const Node*> seen;
  used_ = 0;
  while (!left.empty()) {
    const NodePtr node = left.back();
    left.pop_back();
    if (!seen.insert(node.get()).second) {
      ++node->links;
      continue;
    }
    KeepSome(*node, chance, mood);
    node->links = 1;
    used_ += node->bytes.size();
    for (const auto& [name, child] : node->names)
      left.push_back(child);
  }
  weather.fails_after.reset();
}

Disk Disk::Image() const {
  Disk image;
  std::map<const Node*, NodePtr> copies;
  image.root_ = CopyOf(*root_, copies);
  image.numbers_ = numbers_;
  image.used_ = used_;
  image.now_ms = now_ms;
  image.weather.capacity = weather.capacity;
  return image;
}

void Disk::ForEachFile(const std::function<void(const std::string&, Node&)>& each) {
  const auto walk = [&](const auto& self, const NodePtr& node, const std::string& path) -> void {
    if (!node->directory) return each(path, *node);
    const auto names = node->names;  // `each` may change them
    for (const auto& [name, child] : names)
      self(self, child, path.empty() ? name : path + '/' + name);
  };
  walk(walk, root_, "");
}

std::optional<std::string> Disk::Bytes(std::string_view path) {
  NodePtr node;
  if (Find(path, node) != 0 || node->directory) return std::nullopt;
  return node->bytes;
}

void Disk::Put(std::string_view path, std::string_view bytes) {
  NodePtr at = root_;
  while (true) {
    const std::string part(NextPart(path));
    NodePtr& child = at->names[part];
    const bool last = path.empty();
    if (!child) {
      child = NewNode(!last, last ? 0644 : 0755);
      child->links = 1;
      at->changed_ms = now_ms;
    }
    at->kept_names[part] = child;
    at = child;
    if (last) break;
  }
  used_ = used_ + bytes.size() - at->bytes.size();
  at->bytes = bytes;
  at->kept_bytes = bytes;
  at->unsynced.clear();
  at->changed_ms = now_ms;
}

bool Disk::Forget(std::string_view path) {
  NodePtr parent;
  std::string name;
  if (FindParent(path, parent, name) != 0) return false;
  const auto found = parent->names.find(name);
  if (found == parent->names.end()) return false;
  if (--found->second->links == 0) used_ -= found->second->bytes.size();
  parent->names.erase(found);
  parent->kept_names.erase(name);
  parent->changed_ms = now_ms;
  return true;
}

}  // namespace tanggap::simulation
