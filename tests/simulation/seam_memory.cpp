// operator new and delete of this program, which has one thread and asks for little pieces all the
// time: they come from lists by size and go back there.
#include <array>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t kStep = 32;
constexpr std::size_t kMostListed = 1024;
constexpr std::size_t kSlab = std::size_t{256} << 10U;

// Before each piece: which list it belongs to. As wide as what malloc() aligns to.
struct alignas(std::max_align_t) Head {
  std::size_t list;  // kMostListed / kStep: none
};
struct Free {
  Free* next;
};

constinit std::array<Free*, kMostListed / kStep> lists{};
constinit char* slab = nullptr;
constinit std::size_t slab_left = 0;

void* Cut(std::size_t bytes) {
  if (slab_left < bytes) {
    slab = static_cast<char*>(std::malloc(kSlab));
    if (slab == nullptr) throw std::bad_alloc();
    slab_left = kSlab;
  }
  void* const piece = slab;
  slab += bytes;
  slab_left -= bytes;
  return piece;
}

}  // namespace

void* operator new(std::size_t size) {
  const std::size_t list = size == 0 ? 0 : (size - 1) / kStep;
  if (list >= lists.size()) {
    auto* const head = static_cast<Head*>(std::malloc(sizeof(Head) + size));
    if (head == nullptr) throw std::bad_alloc();
    head->list = lists.size();
    return head + 1;
  }
  if (Free* const piece = lists[list]; piece != nullptr) {
    lists[list] = piece->next;
    return piece;
  }
  auto* const head = static_cast<Head*>(Cut(sizeof(Head) + (list + 1) * kStep));
  head->list = list;
  return head + 1;
}

void operator delete(void* piece) noexcept {
  if (piece == nullptr) return;
  Head* const head = static_cast<Head*>(piece) - 1;
  if (head->list == lists.size()) {
    std::free(head);
    return;
  }
  auto* const free = static_cast<Free*>(piece);
  free->next = lists[head->list];
  lists[head->list] = free;
}

void operator delete(void* piece, std::size_t) noexcept {
  operator delete(piece);
}
