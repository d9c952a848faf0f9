#include "folder/alarms.h"

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "folder/names.h"
#include "folder/publish.h"
#include "folder/wholeness.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostFileBytes = std::size_t{8} * 1024 * 1024;

struct File {
  std::string path;
  SegmentName name;
};
using Chain = std::vector<File>;  // by number, then hash

std::string NameIn(const RosterNode* node, const NodeId& id) {
  return (node == nullptr ? std::string() : node->name + ' ') + '(' + id.value + ')';
}

}  // namespace

const std::vector<std::string>& AlarmWatch::LinksOf(const std::string& path) {
  const auto known = links_.find(path);
  if (known != links_.end()) return known->second;
  const auto bytes = ReadWhole(TreeRoot(folder_) / path, kMostFileBytes, nullptr);
  std::vector<std::string> links;
  if (bytes) links = EndsIn(*bytes);  // its hashes are for whoever believes what is in it
  return links_.emplace(path, std::move(links)).first->second;
}

Alarms AlarmWatch::Look(const Tree& files, const Roster& roster) {
  std::map<NodeId, std::map<ChainKey, Chain>> nodes;
  for (const auto& [path, entry] : files) {
    if (entry.name.kind != FileKind::kSegment || entry.name.office != roster.Id()) continue;
    if (roster.Find(entry.name.node) == nullptr) continue;
    SegmentName name = *ReadSegmentName(entry.name.file);
    nodes[entry.name.node][{name.epoch, name.nonce}].push_back({path, std::move(name)});
  }
  Alarms alarms;
  for (auto& [node, chains] : nodes) {
    std::optional<SecondLife> life;
    const auto take = [&, &device = node](std::uint32_t epoch, std::uint32_t segment,
                                          const std::string& path) {
      std::error_code error;
      const auto seen = std::filesystem::last_write_time(TreeRoot(folder_) / path, error);
      if (!error && (!life || life->seen < seen)) life = SecondLife{device, epoch, segment, seen};
    };
    for (auto& [key, chain] : chains) {
      std::ranges::sort(chain, [](const File& a, const File& b) {
        return std::pair(a.name.number, a.name.start) < std::pair(b.name.number, b.name.start);
      });
      // A second chain of one device began in its second life.
      if (key != chains.begin()->first) take(key.epoch, 0, chain.front().path);
      std::uint32_t reached = 0;
      for (std::size_t i = 0; i < chain.size(); ++i) {
        const SegmentName& name = chain[i].name;
        if (name.number > reached + 1) {
          alarms.gaps.push_back({node, key.epoch, reached + 1});
          break;
        }
        const bool twice = i + 1 < chain.size() && chain[i + 1].name.number == name.number;
        const bool next = i + 1 >= chain.size() || chain[i + 1].name.number == name.number + 1;
        if (twice) {
          // A pack beside the file that it begins with is no fork.
          std::set<std::string> begins;
          std::string newest;
          for (std::size_t j = i; j < chain.size() && chain[j].name.number == name.number; ++j) {
            const auto& links = LinksOf(chain[j].path);
            begins.insert(links.empty() ? chain[j].name.start : links.front());
            newest = chain[j].path;
          }
          if (begins.size() > 1) take(key.epoch, name.number, newest);
        }
        // Only where the next file doesn't simply follow may this one hold more than itself.
        const std::size_t count =
            next && !twice ? 1 : std::max<std::size_t>(LinksOf(chain[i].path).size(), 1);
        reached = std::max(reached, name.number + static_cast<std::uint32_t>(count) - 1);
      }
    }
    if (life) alarms.lives.push_back(*life);
  }
  return alarms;
}

std::string Describe(const SecondLife& life, const Roster& roster) {
  return NameIn(roster.Find(life.node), life.node) + " wrote from two disks, " +
         (life.segment > 0 ? "from segment " + std::to_string(life.segment) + " of epoch " +
                                 std::to_string(life.epoch)
                           : "the second one in epoch " + std::to_string(life.epoch)) +
         ": a restored image, a lost journal or a copy of its disk; if nobody restored it, revoke "
         "it";
}

std::vector<std::string> Describe(const Alarms& alarms, const Roster& roster) {
  std::vector<std::string> lines;
  for (const SecondLife& life : alarms.lives)
    lines.push_back(Describe(life, roster));
  for (const Gap& gap : alarms.gaps)
    lines.push_back(Describe(gap, roster));
  return lines;
}

}  // namespace tanggap
