// The panel beside a room's table, and the commands in it.
#pragma once

#include <string>
#include <string_view>

#include "desk/screens/screens.h"

namespace tanggap::desk {

// The panel beside a room's table: its ground, and the column for its content.
[[nodiscard]] Column OpenPanel(Scene& scene, const ui::Rect& panel);
// A rule and a small heading; returns the y below them.
float PanelHeading(Scene& scene, const Column& at, float y, std::string_view words);
// Wrapped text of the panel; returns the y below it.
float PanelText(Scene& scene, const Column& at, float y, std::string_view words);
// A command of the terminal as it is typed, with what it is for above it.
float CommandLine(Scene& scene, const Column& at, float y, std::string_view label,
                  std::string_view command);

// The office's directory, in which the desk's own lies.
[[nodiscard]] std::string OfficePath(const Scene& scene);
// "Maria K. Lestari" in quotes, as a terminal wants it.
[[nodiscard]] std::string Quoted(std::string_view name);
// ` --by "…" --by "…"` of two who may sign, without `about` where others are there; empty: fewer
// than two, and the root is needed.
[[nodiscard]] std::string SignerArguments(const Scene& scene, const PersonId& about);
// What a change of the roster needs, in a sentence.
[[nodiscard]] const std::string& ChangeNeeds(const Scene& scene);

}  // namespace tanggap::desk
