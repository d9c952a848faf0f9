// Runs frames on ImGui's draw lists and paints what changed.
#include "ui/stage.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

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

// Moves a picture aside without baring an edge of the canvas: what reaches an edge stays there.
void ShiftInside(std::vector<DrawnTriangle>& triangles, Size canvas, Point by) {
  const auto moved = [](float at, float most, float step) {
    return at <= 0 || at >= most ? at : std::clamp(at + step, 0.0F, most);
  };
  const auto whole = [&](int at, int most, float step) {
    return static_cast<int>(moved(static_cast<float>(at), static_cast<float>(most), step));
  };
  for (DrawnTriangle& t : triangles) {
    for (DrawnVertex& v : t.v) {
      v.x = moved(v.x, static_cast<float>(canvas.width), by.x);
      v.y = moved(v.y, static_cast<float>(canvas.height), by.y);
    }
    t.clip = {whole(t.clip.left, canvas.width, by.x), whole(t.clip.top, canvas.height, by.y),
              whole(t.clip.right, canvas.width, by.x), whole(t.clip.bottom, canvas.height, by.y)};
  }
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

  // What the next frame needs to know of this one.
  void Remember() {
    memory.shown = frame->targets;
    memory.shift = frame->shift;
    memory.drawn_at = frame->now_ms;
    std::erase_if(memory.journeys, [](const auto& journey) { return !journey.second.seen; });
    for (auto& [name, journey] : memory.journeys)
      journey.seen = false;
    sounds.insert(sounds.end(), frame->sounds.begin(), frame->sounds.end());
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
  Pixels painted;             // where Paint went last
  std::vector<Sound> sounds;  // not taken yet
};

Stage::Stage(const StageOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Stage::~Stage() = default;

void Stage::Push(const PointerEvent& event) {
  PointerEvent corrected = event;
  corrected.at.x -= impl_->memory.shift.x;
  corrected.at.y -= impl_->memory.shift.y;
  impl_->memory.touch.Push(corrected);
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
  s.Remember();
  Flatten(*ImGui::GetDrawData(), s.triangles);
  if (s.frame->shift != Point{}) ShiftInside(s.triangles, size, s.frame->shift);
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

std::vector<Sound> Stage::TakeSounds() {
  return std::exchange(impl_->sounds, {});
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
  s.memory.journeys.clear();
  s.memory.shown.clear();
  s.frame.reset();
  // Letters' places of the last screen: what was typed could be read back from them.
  std::fill(s.triangles.begin(), s.triangles.end(), DrawnTriangle{});
  s.triangles.clear();
  s.tiles = {};
  s.size = {};
}

}  // namespace tanggap::ui
