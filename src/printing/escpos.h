// ESC/POS as named bytes: what a ticket is made of, and what a conversation asks and hears.
// Sources: the command references of Epson, Bixolon and Samsung for TM-like receipt printers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ports/raster.h"

namespace tanggap::printing {

enum class Cutter { kNone, kPartial, kFull };

// A band never holds more: a printer that loses its place garbles one band, not the whole ticket.
inline constexpr int kBandRows = 128;
// Without a cutter the paper is fed past the tear bar.
inline constexpr std::uint8_t kTearFeedLines = 6;

namespace escpos {

[[nodiscard]] std::string Initialise();  // ESC @: clears the line and all modes
// GS v 0 with `rows` (1..kBandRows) lines of `row_bytes`; `dots` holds exactly that many bytes.
[[nodiscard]] std::string RasterBand(std::size_t row_bytes, int rows, std::string_view dots);
[[nodiscard]] std::string FeedLines(std::uint8_t lines);         // ESC d
[[nodiscard]] std::string FeedAndPartialCut(std::uint8_t dots);  // GS V 66: feeds to the cutter
[[nodiscard]] std::string FeedAndFullCut(std::uint8_t dots);     // GS V 65

// Real-time: executed at once, wherever they stand in the stream. Never part of a job.
enum class Ask : std::uint8_t { kPrinter = 1, kOffline = 2, kError = 3, kPaper = 4 };
[[nodiscard]] std::string AskStatus(Ask what);  // DLE EOT n
[[nodiscard]] std::string ClearBuffers();       // DLE DC4 fn 8
[[nodiscard]] std::string RecoverAndClear();    // DLE ENQ 2
// Not real-time, but part of the conversation only.
[[nodiscard]] std::string ReportChanges(bool on);  // GS a: automatic status of online, error, paper
[[nodiscard]] std::string TellWhenPrinted(std::string_view four_digits);  // GS ( H fn 48

}  // namespace escpos

// The bytes of one ticket, print commands only: initialise, the bands, feed and cut. `picture` must
// hold no real-time command, which ticket layout promises (asserted).
[[nodiscard]] std::string EncodeTicket(const Raster& picture, Cutter cutter);

// Do these bytes, taken as one stream, spell 10 04, 10 05 or 10 14?
[[nodiscard]] bool SpellsRealTimeCommand(std::string_view bytes);

}  // namespace tanggap::printing
