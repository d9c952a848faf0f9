// What becomes of a visitor's data: said beside the fields, asked about on a page, read in full.
#pragma once

#include "kiosk/screens/page.h"

namespace tanggap::kiosk {

// What for, who reads, who doesn't, how long: before the name is given away, not after it. Drawn
// where the typing page leaves room around `field` (pixels), else not at all.
void DrawNoticeBeside(Page& page, const ui::Rect& field);
// The same under `head` from `y` down to the page's bottom; nothing where it has no room.
void DrawNoticeUnder(Page& page, float y, std::string_view head);
// The same with the permissions and the way to the whole notice.
void DrawPermissionsPage(Page& page);

}  // namespace tanggap::kiosk
