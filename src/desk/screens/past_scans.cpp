// The last scans beside the sheet of a scan, each with what it was.
#include "desk/screens/screens.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

ui::Tone BadgeTone(TextId badge) {
  if (badge == TextId::kDeskScanBadgeApology || badge == TextId::kDeskScanBadgeClosed)
    return ui::Tone::kGreen;
  if (badge == TextId::kDeskScanBadgeNotSynced || badge == TextId::kDeskScanBadgeWrong ||
      badge == TextId::kDeskScanBadgeNotOurs || badge == TextId::kDeskScanBadgeOtherOffice)
    return ui::Tone::kAmber;
  return ui::Tone::kSlate;
}

}  // namespace

void DrawPastScans(Scene& scene, const Rect& rect) {
  scene.frame.Fill(rect, scene.Colors().sunken);
  ui::RuleDown(scene.frame, rect.x, rect.y, rect.h);
  const Column at{rect.x + scene.U(20), rect.w - scene.U(40)};
  float y = Heading(scene, at.x, rect.y + scene.U(20), at.width, scene.Say(TextId::kDeskScanLast));
  bool waiting = false;
  for (std::size_t i = 0; i < scene.state.scans.size(); ++i) {
    const PastScan& scan = scene.state.scans[i];
    if (y + scene.U(60) > rect.Bottom()) return;
    waiting = waiting || scan.badge == TextId::kDeskScanBadgeNotSynced;
    const std::string when = ClockTime(scan.at, scene.OfficeZone(), scene.texts);
    Words(scene, {at.x, y, at.width - scene.U(52), scene.U(22)}, scan.code,
          i == 0 ? TextStyle::kDeskTextStrong : TextStyle::kDeskText, scene.Colors().ink);
    Words(scene, {at.x, y, at.width, scene.U(22)}, when, TextStyle::kDeskCaption,
          scene.Colors().ink3, ui::Align::kRight);
    ui::Chip(scene.frame, {at.x, y + scene.U(36)}, scene.Say(scan.badge), BadgeTone(scan.badge));
    y += scene.U(58);
    ui::Rule(scene.frame, at.x, y - scene.U(6), at.width);
  }
  if (waiting && y + scene.U(44) < rect.Bottom())
    Paragraph(scene, {at.x, y + scene.U(6), at.width, 0}, scene.Say(TextId::kDeskScanNotSynced),
              TextStyle::kDeskCaption, scene.Colors().ink3);
}

}  // namespace tanggap::desk
