// How the desk says values: due dates, amounts of time, grades, stages, people, places.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/screens/scene.h"
#include "domain/lateness.h"

namespace tanggap::desk {

// "−3 hari", "hari ini", "4 hari".
[[nodiscard]] std::string Days(const Scene& scene, const std::string& count);
[[nodiscard]] std::string DaysLeft(const Scene& scene, Day due);
[[nodiscard]] int DaysUntil(const Scene& scene, Day due);
// "4 hari 4 jam"; negative with a minus sign. `hours` only for units that count them.
[[nodiscard]] std::string Amount(const Scene& scene, double amount, NormUnit unit);
[[nodiscard]] std::string UnitWord(const Scene& scene, NormUnit unit);

[[nodiscard]] std::string ServiceName(const Scene& scene, const ServiceId& service);
[[nodiscard]] std::string AspectName(const Scene& scene, const AspectId& aspect);
// The decree's own column title, for the desk.
[[nodiscard]] std::string AspectTitle(const Scene& scene, const AspectId& aspect);
[[nodiscard]] std::string GradeName(const Scene& scene, const std::optional<SeverityId>& severity);
// As a list says it: "Tidak ada" where people found none, "Belum" where nobody judged.
[[nodiscard]] std::string GradeOf(const Scene& scene, const CaseSummary& summary);
[[nodiscard]] int GradeLevel(const Scene& scene, const std::optional<SeverityId>& severity);
[[nodiscard]] std::string RemedyName(const Scene& scene, const RemedyId& remedy);
[[nodiscard]] std::string RemedyNames(const Scene& scene, const std::vector<RemedyItem>& items);
[[nodiscard]] std::string KioskName(const Scene& scene, const NodeId& node);
[[nodiscard]] std::string PersonName(const Scene& scene, const PersonId& person);
[[nodiscard]] std::string Initials(const Scene& scene, const PersonId& person);
[[nodiscard]] std::string RoleName(const Scene& scene, Role role);
[[nodiscard]] std::string StageName(const Scene& scene, CaseStage stage, TicketSide side);
// What one record did, for the history.
[[nodiscard]] std::string DidWords(const Scene& scene, const OpenCase& open, const Act& act);
// With a capital where the first letter is a plain one.
[[nodiscard]] std::string Uncapital(std::string words);
[[nodiscard]] std::string Capital(std::string words);
// "6 Nov" in this year, else "6 Nov 2025".
[[nodiscard]] std::string NearDay(const Scene& scene, Day day);
// "Sab, 7 Nov" in this year.
[[nodiscard]] std::string NearWeekday(const Scene& scene, Day day);
// "Jumat, 20 November": the year is today's, or it is named.
[[nodiscard]] std::string LongDay(const Scene& scene, Day day);
// "Jawaban hari ini", "Keputusan lewat 2 hari": a duty with what is left for it.
[[nodiscard]] std::string DutyLeft(const Scene& scene, const DueDate& due);
// How a due date was counted, with the law's own day where a closed one moved it: "14 hari sejak
// diterima 22 Nov = Min 6 Des, dimajukan ke hari kerja".
[[nodiscard]] std::string DueBasis(const Scene& scene, const DueDate& due);
// "7–8 Nov, 14–15 Nov": dates in order, those beside each other as one.
[[nodiscard]] std::string DayRanges(const Scene& scene, const std::vector<Day>& days);
// "Sabtu dan Minggu": the weekdays among them.
[[nodiscard]] std::string Weekdays(const Scene& scene, const std::vector<Day>& days);
// Line breaks as spaces, for a cell of one line.
[[nodiscard]] std::string OneLine(std::string words);
// "6 Nov 10.24"; below the head's rank an anonymous complaint shows the half of its day only.
[[nodiscard]] std::string WhenReceived(const Scene& scene, const CaseFile& file);
// "6 Nov pagi".
[[nodiscard]] std::string HalfDay(const Scene& scene, Instant at);
// Whether the minute of lodging may be shown: to the head, or where a name was given.
[[nodiscard]] bool MinuteShown(const Scene& scene, const CaseFile& file);
// When something in the history happened; a kiosk's act on an anonymous complaint as WhenReceived.
[[nodiscard]] std::string WhenDone(const Scene& scene, const OpenCase& open, const Act& act);
[[nodiscard]] std::string DayAndTime(const Scene& scene, Instant instant);
// What the visitor asked for and lost, in words.
[[nodiscard]] std::string WishWords(const Scene& scene, const CaseFile& file);
[[nodiscard]] std::string WishWord(const Scene& scene, const std::string& wish);
[[nodiscard]] std::string LossWords(const Scene& scene, const CaseFile& file);
// The visitor's ready phrases and own words.
[[nodiscard]] std::string StoryOf(const Scene& scene, const CaseFile& file);

}  // namespace tanggap::desk
