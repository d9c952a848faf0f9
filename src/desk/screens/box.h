// The frame of every small box over a case: title, hint, room for its content, buttons at the foot.
#pragma once

#include <string_view>

#include "desk/screens/screens.h"

namespace tanggap::desk {

struct Box {
  Column at;
  float y = 0;     // where the content begins, pixels
  float foot = 0;  // where the buttons stand
};
// `content` in design units.
[[nodiscard]] Box OpenBox(Scene& scene, std::string_view title, std::string_view hint,
                          float content);
// The one filled button and its way back.
void Foot(Scene& scene, const Box& box, TextId word, std::string_view keys, bool enabled);
// A choice with its digit; moves the box's pen down.
void OneChoice(Scene& scene, Box& box, std::size_t index, std::string_view word, bool chosen,
               bool single, bool focused);

}  // namespace tanggap::desk
