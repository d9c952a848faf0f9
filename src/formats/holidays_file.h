// Reads closed days from an iCalendar file (RFC 5545), the form in which holidays are published.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "domain/result.h"
#include "domain/time.h"

namespace tanggap {

// Every day of every VEVENT (DTEND excluded, as the standard says) with its SUMMARY; two names on
// one day are joined. Recurring events are refused: a holiday that moves must be written by date.
[[nodiscard]] Result<std::map<Day, std::string>> ParseHolidays(std::string_view ics,
                                                               const std::string& file);
[[nodiscard]] Result<std::map<Day, std::string>> ReadHolidaysFile(
    const std::filesystem::path& path);

}  // namespace tanggap
