// Pictures of one frame: kept alive until the frame after it, then dropped.
#pragma once

#include <deque>

#include "ui/bitmap.h"

namespace tanggap::ui {

// What an ImTextureID of ours points to.
struct Texture {
  Bitmap bitmap;
};

class TextureCache {
 public:
  // A pointer that stays good until the second NextFrame from now.
  const Texture* Keep(const Bitmap& bitmap) {
    for (const Texture& texture : now_)
      if (texture.bitmap == bitmap && !bitmap.Empty()) return &texture;
    now_.push_back({bitmap});
    return &now_.back();
  }
  // The last frame's pictures are still compared with; older ones go.
  void NextFrame() {
    before_ = std::move(now_);
    now_.clear();
  }
  void Clear() {
    before_.clear();
    now_.clear();
  }
  [[nodiscard]] std::size_t Count() const { return now_.size() + before_.size(); }

 private:
  std::deque<Texture> now_;  // a deque: pointers stay good while it grows
  std::deque<Texture> before_;
};

}  // namespace tanggap::ui
