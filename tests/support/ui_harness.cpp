// Screens in memory, and the rules every screen keeps.
#include "support/ui_harness.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "support/places.h"
#include "ui/png.h"

namespace tanggap::ui {
namespace {

std::string Named(const Target& t) {
  return "\"" + t.id + "\" (" + std::to_string(static_cast<int>(t.hit.w)) + " x " +
         std::to_string(static_cast<int>(t.hit.h)) + " px)";
}

std::string Named(const TextRun& t) {
  return "\"" + t.text + "\"";
}

std::uint32_t Number(Color c) {
  return (static_cast<std::uint32_t>(c.r) << 16U) | (static_cast<std::uint32_t>(c.g) << 8U) | c.b;
}

struct LeastSize {
  float w, h;
};

LeastSize LeastMm(TargetKind kind) {
  switch (kind) {
    case TargetKind::kControl:
      return {20, 20};
    case TargetKind::kFace:
      return {40, 40};
    case TargetKind::kKey:
      return {15, 17};
    case TargetKind::kCodeKey:
      return {19, 20};
    case TargetKind::kDesk:
      return {0, 0};
  }
  return {};
}

}  // namespace

UiHarness::UiHarness(Size size, Look given)
    : look(given),
      size_(size),
      stage_(std::make_shared<Stage>(StageOptions{SourceDir() / "assets/icons", ""})) {}

UiHarness UiHarness::Panel(Size size, float width_mm, float height_mm) {
  return UiHarness(size, KioskLook(size, width_mm, height_mm));
}

UiHarness UiHarness::Desk(Size size, float scale) {
  return UiHarness(size, DeskLook(scale));
}

const Frame& UiHarness::Draw(const std::function<void(Frame&)>& draw) {
  return stage_->Run(look, size_, now_ms_, draw);
}

const Frame& UiHarness::Rest(const std::function<void(Frame&)>& draw) {
  Draw(draw);
  constexpr std::int64_t kLongerThanAnyMotion = 1000;
  Pass(kLongerThanAnyMotion);
  now_ms_ = std::max(now_ms_, Draw(draw).RestsAt());
  return Draw(draw);
}

bool UiHarness::Tap(std::string_view id, const std::function<void(Frame&)>& draw) {
  if (stage_->Last() == nullptr) Draw(draw);
  now_ms_ = std::max(now_ms_, stage_->DeafUntil());
  const Target* target = Find(id);
  if (target == nullptr || !target->enabled) return false;
  return TapAt(target->hit.Center(), draw);
}

bool UiHarness::TapAt(Point at, const std::function<void(Frame&)>& draw) {
  stage_->Push({PointerEvent::Kind::kDown, 1, at, 0});
  stage_->Push({PointerEvent::Kind::kUp, 1, at, 0});
  Draw(draw);
  now_ms_ += 50;
  Draw(draw);
  return true;
}

const Target* UiHarness::Find(std::string_view id) const {
  const Frame* frame = stage_->Last();
  if (frame == nullptr) return nullptr;
  const auto it = std::ranges::find(frame->targets, id, &Target::id);
  return it == frame->targets.end() ? nullptr : &*it;
}

bool UiHarness::Shows(std::string_view words) const {
  const Frame* frame = stage_->Last();
  return frame != nullptr && std::ranges::any_of(frame->texts, [&](const TextRun& run) {
           return run.text.find(words) != std::string::npos;
         });
}

const std::vector<std::uint32_t>& UiHarness::Painted() {
  pixels_.resize(static_cast<std::size_t>(size_.width) * static_cast<std::size_t>(size_.height));
  stage_->Paint({pixels_.data(), size_.width, size_.height, size_.width});
  return pixels_;
}

Color UiHarness::PixelAt(int x, int y) {
  return Rgb(Painted()[(static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.width)) +
                       static_cast<std::size_t>(x)] &
             0xFFFFFFU);
}

void UiHarness::SavePng(const std::string& path) {
  Painted();
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  if (!WritePng(path, {pixels_.data(), size_.width, size_.height, size_.width}))
    throw std::runtime_error(path + ": the picture can't be written");
}

std::vector<std::string> TooSmall(const Frame& frame) {
  std::vector<std::string> faults;
  const float mm = frame.look.px_per_mm;
  for (const Target& t : frame.targets) {
    const LeastSize least = LeastMm(t.kind);
    // Half a pixel of rounding is no fault.
    bool small = t.hit.w + 0.5F < least.w * mm || t.hit.h + 0.5F < least.h * mm;
    if (t.kind == TargetKind::kDesk) small = t.hit.h + 0.5F < 28 * frame.look.unit;
    if (small) faults.push_back(Named(t) + " is too small on " + frame.ScreenName());
  }
  return faults;
}

std::vector<std::string> Overlapping(const Frame& frame, float gap_mm) {
  std::vector<std::string> faults;
  const auto& all = frame.targets;
  const float grow = gap_mm * frame.look.px_per_mm / 2;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = i + 1; k < all.size(); ++k)
      if (all[i].hit.Overlaps(all[k].hit) ||
          (gap_mm > 0 && all[i].plate.Inset(-grow).Overlaps(all[k].plate.Inset(-grow))))
        faults.push_back(Named(all[i]) + " meets " + Named(all[k]) + " on " + frame.ScreenName());
  return faults;
}

std::vector<std::string> OutsideCanvas(const Frame& frame) {
  std::vector<std::string> faults;
  const Rect canvas{0, 0, static_cast<float>(frame.size.width),
                    static_cast<float>(frame.size.height)};
  const auto inside = [](const Rect& r, const Rect& in) {
    return r.x >= in.x - 0.5F && r.y >= in.y - 0.5F && r.Right() <= in.Right() + 0.5F &&
           r.Bottom() <= in.Bottom() + 0.5F;
  };
  const Rect safe = frame.look.desk ? canvas : canvas.Inset(frame.U(20));
  for (const Target& t : frame.targets)
    if (!inside(t.plate, safe) || !inside(t.hit, canvas))
      faults.push_back(Named(t) + " is outside on " + frame.ScreenName());
  for (const TextRun& t : frame.texts)
    if (!inside(t.rect, canvas))
      faults.push_back(Named(t) + " is outside on " + frame.ScreenName());
  return faults;
}

std::vector<std::string> DuplicateIds(const Frame& frame) {
  std::vector<std::string> faults;
  std::set<std::string> seen;
  for (const Target& t : frame.targets)
    if (!seen.insert(t.id).second)
      faults.push_back("\"" + t.id + "\" stands twice on " + frame.ScreenName());
  return faults;
}

std::vector<std::string> ClippedTexts(const Frame& frame) {
  std::vector<std::string> faults;
  for (const TextRun& t : frame.texts)
    if (!t.fitted) faults.push_back(Named(t) + " does not fit on " + frame.ScreenName());
  return faults;
}

std::vector<std::string> PaleTexts(UiHarness& harness, double least) {
  std::vector<std::string> faults;
  const Frame& frame = harness.Last();
  constexpr float kAround = 3;  // a letter as narrow as I has only its own soft edges in its box
  for (const TextRun& t : frame.texts) {
    // The ground: the commonest colour in and around the text's own box that is not the text's.
    std::map<std::uint32_t, int> counts;
    const Rect r = Common(t.rect.Inset(-kAround), {0, 0, static_cast<float>(frame.size.width - 1),
                                                   static_cast<float>(frame.size.height - 1)});
    for (int y = static_cast<int>(r.y); y < static_cast<int>(r.Bottom()); ++y)
      for (int x = static_cast<int>(r.x); x < static_cast<int>(r.Right()); x += 2)
        ++counts[Number(harness.PixelAt(x, y))];
    counts.erase(Number(t.color));
    if (counts.empty()) continue;
    const auto ground = std::ranges::max_element(
        counts, [](const auto& a, const auto& b) { return a.second < b.second; });
    const double contrast = ContrastRatio(t.color, Rgb(ground->first));
    if (contrast < least)
      faults.push_back(Named(t) + " has a contrast of " + std::to_string(contrast) + " on " +
                       frame.ScreenName());
  }
  return faults;
}

std::vector<std::string> TooClose(const Frame& frame, float gap_units) {
  std::vector<std::string> faults;
  const auto& all = frame.targets;
  // Half a pixel of rounding on each side is no fault.
  const float least = frame.U(gap_units) - 1;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = i + 1; k < all.size(); ++k) {
      const Rect& a = all[i].plate;
      const Rect& b = all[k].plate;
      const float dx = std::max(a.x - b.Right(), b.x - a.Right());
      const float dy = std::max(a.y - b.Bottom(), b.y - a.Bottom());
      if (std::max(dx, dy) >= least) continue;
      faults.push_back(Named(all[i]) + " stands " + std::to_string(std::max(dx, dy)) + " px from " +
                       Named(all[k]) + " on " + frame.ScreenName());
    }
  return faults;
}

std::vector<std::string> SmallLetters(UiHarness& harness, float least_mm) {
  std::vector<std::string> faults;
  const Frame& frame = harness.Last();
  const float least = (least_mm * frame.look.px_per_mm) - 1;  // the edge rows are half covered
  const Rect canvas{0, 0, static_cast<float>(frame.size.width),
                    static_cast<float>(frame.size.height)};
  for (const TextRun& t : frame.texts) {
    const bool measurable = std::ranges::any_of(
        t.text, [](char c) { return (c >= 'A' && c <= 'Z' && c != 'J' && c != 'Q') || c == '1'; });
    const bool one_line = t.rect.h < 1.2F * CapHeight(frame, t.style);
    if (!measurable || !one_line) continue;
    const Rect r = Common(t.rect.Inset(-1), canvas);
    int first = -1;
    int last = -1;
    for (int y = static_cast<int>(r.y); y < static_cast<int>(r.Bottom()); ++y)
      for (int x = static_cast<int>(r.x); x < static_cast<int>(r.Right()); ++x)
        if (ContrastRatio(harness.PixelAt(x, y), t.color) < 1.5) {
          if (first < 0) first = y;
          last = y;
          break;
        }
    const auto height = static_cast<float>(last - first + 1);
    if (first < 0 || height < least)
      faults.push_back(Named(t) + " has capitals of " + std::to_string(height) + " px on " +
                       frame.ScreenName());
  }
  return faults;
}

std::vector<std::string> FaintPlates(UiHarness& harness, double least) {
  std::vector<std::string> faults;
  const Frame& frame = harness.Last();
  for (const Target& t : frame.targets) {
    // The office's name has no plate; a face has its own outline, which the faces' tests measure.
    if (!t.enabled || t.id == "about" || t.kind == TargetKind::kFace) continue;
    const int y = static_cast<int>(t.plate.Center().y);
    const int x = static_cast<int>(std::lround(t.plate.x));
    const Color ground = harness.PixelAt(std::max(0, x - 4), y);
    double best = 0;
    for (int inside = 0; inside < 3; ++inside)
      best = std::max(best, ContrastRatio(harness.PixelAt(x + inside, y), ground));
    if (best < least)
      faults.push_back(Named(t) + " has an edge of contrast " + std::to_string(best) + " on " +
                       frame.ScreenName());
  }
  return faults;
}

std::vector<std::string> MeetingTexts(const Frame& frame) {
  std::vector<std::string> faults;
  const auto& all = frame.texts;
  const auto deep = [](const Rect& a, const Rect& b) {
    const Rect both = Common(a, b);
    return both.w > 1 && both.h > 1;
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = i + 1; k < all.size(); ++k)
      if (deep(all[i].rect, all[k].rect))
        faults.push_back(Named(all[i]) + " lies on " + Named(all[k]) + " on " + frame.ScreenName());
    for (const Target& t : frame.targets) {
      // The office's name is a target without a plate; a face's word stands below its head.
      if (t.id == "about" || t.kind == TargetKind::kFace) continue;
      const Rect& r = all[i].rect;
      const bool inside = r.x >= t.plate.x - 1 && r.y >= t.plate.y - 1 &&
                          r.Right() <= t.plate.Right() + 1 && r.Bottom() <= t.plate.Bottom() + 1;
      if (deep(r, t.plate) && !inside)
        faults.push_back(Named(all[i]) + " crosses the edge of " + Named(t) + " on " +
                         frame.ScreenName());
    }
  }
  return faults;
}

std::vector<std::string> FilledTwice(const Frame& frame) {
  const auto filled =
      std::ranges::count_if(frame.targets, [](const Target& t) { return t.filled; });
  if (filled <= 1) return {};
  return {std::to_string(filled) + " filled controls on " + frame.ScreenName()};
}

std::vector<std::string> Faults(UiHarness& harness) {
  std::vector<std::string> all;
  const Frame& frame = harness.Last();
  for (const auto& faults :
       {TooSmall(frame), Overlapping(frame), OutsideCanvas(frame), DuplicateIds(frame),
        ClippedTexts(frame), PaleTexts(harness), FilledTwice(frame)})
    all.insert(all.end(), faults.begin(), faults.end());
  if (frame.look.desk) return all;
  for (const auto& faults :
       {TooClose(frame), SmallLetters(harness), MeetingTexts(frame), FaintPlates(harness)})
    all.insert(all.end(), faults.begin(), faults.end());
  return all;
}

}  // namespace tanggap::ui
