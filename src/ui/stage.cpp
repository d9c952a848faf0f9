// Runs frames on ImGui's draw lists and paints what changed.
#include "ui/stage.h"

#include <imgui.h>

#include <cmath>
#include <optional>

#include "ui/fonts.h"
#include "ui/icons.h"
#include "ui/memory.h"
#include "ui/rasteriser.h"
#include "ui/textures.h"

namespace tanggap::ui {
namespace {

constexpr ImWchar kSpaceOnly[] = {' ', ' ', 0};

PixelRect Everything(Size size) {
  return {0, 0, size.width, size.height};
}

struct FreeContext {
  void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

}  // namespace

struct Stage::Impl {
  explicit Impl(const StageOptions& options)
      : icons(options.icons), context(ImGui::CreateContext(&atlas)) {
    ImGui::SetCurrentContext(context.get());
    // ImGui wants a font of its own before it draws shapes; letters are ui's business.
    atlas.Flags = ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    ImFontConfig config;
    config.GlyphRanges = kSpaceOnly;
    atlas.AddFontDefault(&config);
    atlas.Build();
    atlas.ClearTexData();
    fonts.Require(options.glyphs);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags = ImGuiConfigFlags_NoMouseCursorChange;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    ImGuiStyle& style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false;  // would need bilinear filtering
    style.CircleTessellationMaxError = 0.12F;
    style.CurveTessellationTol = 0.6F;
  }

  void DrawOnce(const Look& look, Size canvas, std::int64_t now_ms,
                const std::function<void(Frame&)>& draw) {
    ImGui::SetCurrentContext(context.get());
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(canvas.width), static_cast<float>(canvas.height)};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    frame.emplace(memory, fonts, icons, textures, ImGui::GetBackgroundDrawList());
    frame->size = canvas;
    frame->look = look;
    frame->now_ms = now_ms;
    draw(*frame);
    frame->Finish();
    ImGui::Render();
  }

  FontSet fonts;
  ImFontAtlas atlas;
  IconCache icons;
  TextureCache textures;
  Memory memory;
  std::unique_ptr<ImGuiContext, FreeContext> context;
  std::optional<Frame> frame;
  std::vector<DrawnTriangle> triangles;  // of the last frame
  TilePrints tiles;
  std::vector<PixelRect> dirty;  // since the last Paint
  std::uint64_t fonts_revision = 0;
  Size size;
  Pixels painted;  // where Paint went last
};

Stage::Stage(const StageOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Stage::~Stage() = default;

void Stage::Push(const PointerEvent& event) {
  impl_->memory.touch.Push(event);
}
bool Stage::HasPending() const {
  return impl_->memory.touch.Pending();
}
bool Stage::HasPendingButtons() const {
  return impl_->memory.touch.Waiting();
}

const Frame& Stage::Run(const Look& look, Size size, std::int64_t now_ms,
                        const std::function<void(Frame&)>& draw) {
  Impl& s = *impl_;
  s.fonts.Prepare({look.desk, look.large, look.unit});
  s.textures.NextFrame();
  Advance(s.memory, now_ms);
  s.DrawOnce(look, size, now_ms, draw);
  s.memory.shown = s.frame->targets;
  Flatten(*ImGui::GetDrawData(), s.triangles);
  TilePrints tiles = PrintsOf(s.triangles, size);
  if (s.fonts_revision != s.fonts.Revision() || s.size != size) {
    s.dirty = {Everything(size)};
  } else {
    for (const PixelRect& r : Differences(s.tiles, tiles))
      s.dirty.push_back(r);
  }
  s.tiles = std::move(tiles);
  s.fonts_revision = s.fonts.Revision();
  s.size = size;
  return *s.frame;
}

const Frame* Stage::Last() const {
  return impl_->frame.has_value() ? &*impl_->frame : nullptr;
}

std::int64_t Stage::DeafUntil() const {
  return impl_->memory.deaf_until;
}

std::vector<Rect> Stage::Changed() const {
  std::vector<Rect> changed;
  for (const PixelRect& d : impl_->dirty)
    changed.push_back({static_cast<float>(d.left), static_cast<float>(d.top),
                       static_cast<float>(d.right - d.left), static_cast<float>(d.bottom - d.top)});
  return changed;
}

bool Stage::Paint(const Pixels& target) {
  Impl& s = *impl_;
  const bool same = s.painted.data == target.data && s.painted.width == target.width &&
                    s.painted.height == target.height && s.painted.pitch == target.pitch;
  if (!same) s.dirty = {Everything({target.width, target.height})};
  if (s.dirty.empty()) return false;
  for (const PixelRect& area : s.dirty)
    ui::Paint(s.triangles, s.fonts.Texture(), area, target);
  s.painted = target;
  s.dirty.clear();
  return true;
}

void Stage::Wipe() {
  Impl& s = *impl_;
  s.textures.Clear();
  s.memory.touch.Clear();
  s.memory.active.clear();
  s.memory.tapped.clear();
  s.memory.flash.clear();
  s.memory.shown.clear();
  s.frame.reset();
  // Letters' places of the last screen: what was typed could be read back from them.
  std::fill(s.triangles.begin(), s.triangles.end(), DrawnTriangle{});
  s.triangles.clear();
  s.tiles = {};
  s.size = {};
}

}  // namespace tanggap::ui
