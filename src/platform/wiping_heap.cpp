// Memory that a program gives back is overwritten first, whoever gives it back: strings, drafts,
// the text library's copies. Linked into the kiosk, so that a visitor's words are gone with the
// visit and not when the memory happens to be used again.
#if !defined(__SANITIZE_ADDRESS__)  // a sanitizer's heap is its own
#include <malloc.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

namespace {

// Larger pieces hold pictures, and go back to the kernel.
constexpr std::size_t kMostWiped = std::size_t{512} * 1024;

}  // namespace

// glibc's own functions under the names that it keeps for programs which wrap them.
extern "C" {
void __libc_free(void* memory);
void* __libc_malloc(std::size_t size);

void free(void* memory) noexcept {
  if (memory == nullptr) return;
  const int error = errno;  // free() must not change it
  const std::size_t size = ::malloc_usable_size(memory);
  if (size <= kMostWiped) ::explicit_bzero(memory, size);
  __libc_free(memory);
  errno = error;
}

// glibc's would move the bytes and leave the old ones lying.
void* realloc(void* memory, std::size_t size) noexcept {
  if (memory == nullptr) return __libc_malloc(size);
  const std::size_t held = ::malloc_usable_size(memory);
  if (size <= held && size > held / 2) return memory;
  void* moved = __libc_malloc(std::max<std::size_t>(size, 1));
  if (moved == nullptr) return size <= held ? memory : nullptr;
  ::memcpy(moved, memory, std::min(held, size));
  free(memory);
  return moved;
}
}
#endif
