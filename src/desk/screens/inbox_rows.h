// The rows of the list: where its columns stand, its groups by due date, one line a case.
#pragma once

#include "desk/screens/screens.h"

namespace tanggap::desk {

// Left edges of the list's columns, in pixels; without grades, or in a narrow window, some are as
// wide as nothing.
struct Columns {
  float due = 0, words = 0, code = 0, grade = 0, stage = 0, holder = 0, end = 0;
};
[[nodiscard]] Columns ColumnsOf(const Scene& scene, const Plan& plan);

// All rows of the inbox, scrolled, under the heads of their groups.
void DrawRows(Scene& scene, const Plan& plan, const Columns& c, const ui::Rect& pane,
              const Inbox& inbox);

}  // namespace tanggap::desk
