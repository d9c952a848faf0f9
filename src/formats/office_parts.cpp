#include "formats/office_parts.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace tanggap::formats {
namespace {

constexpr std::size_t kTicketHeadLines = 3;
constexpr std::size_t kShortNameSigns = 24;
constexpr std::size_t kTileSigns = 24;  // a line of a kiosk's tile
constexpr std::int64_t kLargestAmount = 3650;
constexpr std::int64_t kLargestFee = 1'000'000'000;
constexpr std::int64_t kHoursInDay = 24;
constexpr std::int64_t kMinutesInHour = 60;

constexpr std::array<std::pair<std::string_view, NormUnit>, 3> kNormUnits{
    {{"hari-kerja", NormUnit::kWorkingDays}, {"hari", NormUnit::kDays}, {"jam", NormUnit::kHours}}};
constexpr std::array<std::pair<std::string_view, unsigned>, 7> kWeekdays{{{"minggu", 0U},
                                                                          {"senin", 1U},
                                                                          {"selasa", 2U},
                                                                          {"rabu", 3U},
                                                                          {"kamis", 4U},
                                                                          {"jumat", 5U},
                                                                          {"sabtu", 6U}}};

struct KnownZone {
  std::string_view iana;
  std::string_view abbreviation;
  int minutes;
};
constexpr std::array<KnownZone, 4> kIndonesianZones{{{"Asia/Jakarta", "WIB", 7 * 60},
                                                     {"Asia/Pontianak", "WIB", 7 * 60},
                                                     {"Asia/Makassar", "WITA", 8 * 60},
                                                     {"Asia/Jayapura", "WIT", 9 * 60}}};

std::size_t Signs(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool IsPrintableAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

std::vector<std::string> TicketHead(Table& root, std::string_view key, std::size_t columns) {
  std::vector<std::string> lines = root.Texts(key);
  if (lines.size() > kTicketHeadLines) root.Report(key, "expected at most three lines");
  for (const std::string& line : lines) {
    if (line.size() > columns || !IsPrintableAscii(line)) {
      root.Report(key, "\"" + line + "\": expected at most " + std::to_string(columns) +
                           " plain characters (A-Z, no accents), as the paper is that wide");
    }
  }
  return lines;
}

bool IsHexColour(std::string_view text) {
  constexpr std::size_t kLength = 7;
  return text.size() == kLength && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

Zone ReadZone(Table& root) {
  Zone zone;
  std::optional<Table> table = root.Sub("zone", true);
  if (!table.has_value()) return zone;
  zone.iana = table->Text("iana");
  zone.abbreviation = table->Text("abbreviation");
  constexpr std::int64_t kFarWest = -12 * 60;
  constexpr std::int64_t kFarEast = 14 * 60;
  zone.offset = std::chrono::minutes{table->Whole("offset_minutes", kFarWest, kFarEast)};
  const auto known = std::ranges::find(kIndonesianZones, zone.iana, &KnownZone::iana);
  if (known != kIndonesianZones.end() &&
      (known->minutes != zone.offset.count() || known->abbreviation != zone.abbreviation)) {
    table->Report("offset_minutes", zone.iana + " is " + std::string(known->abbreviation) +
                                        ", expected " + std::to_string(known->minutes));
  }
  table->Finish();
  return zone;
}

std::optional<std::chrono::weekday> WeekdayOf(const std::string& word) {
  const auto found = std::ranges::find(kWeekdays, word, [](const auto& day) { return day.first; });
  if (found == kWeekdays.end()) return std::nullopt;
  return std::chrono::weekday{found->second};
}

std::vector<std::chrono::weekday> WeekdaysOf(Table& table, std::string_view key) {
  std::vector<std::chrono::weekday> days;
  for (const std::string& word : table.Texts(key)) {
    const std::optional<std::chrono::weekday> day = WeekdayOf(word);
    if (!day.has_value()) {
      table.Report(key, "\"" + word +
                            "\": expected senin, selasa, rabu, kamis, jumat, sabtu or "
                            "minggu");
    } else if (std::ranges::find(days, *day) != days.end()) {
      table.Report(key, "\"" + word + "\": written twice");
    } else {
      days.push_back(*day);
    }
  }
  return days;
}

// "08.00" in minutes after midnight; 24.00 is the end of the day.
std::optional<int> MinuteOf(std::string_view text) {
  constexpr std::size_t kLength = 5;
  if (text.size() != kLength || text[2] != '.') return std::nullopt;
  std::array<int, 2> parts{};
  for (std::size_t i = 0; i < kLength; ++i) {
    if (i == 2) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    int& part = parts[i / 3];
    part = part * 10 + (text[i] - '0');
  }
  const std::int64_t minutes = parts[0] * kMinutesInHour + parts[1];
  if (parts[1] >= kMinutesInHour || minutes > kHoursInDay * kMinutesInHour) return std::nullopt;
  return static_cast<int>(minutes);
}

void ReadSpans(Table table, std::vector<OpenSpan>& spans) {
  const std::vector<std::chrono::weekday> days = WeekdaysOf(table, "days");
  for (const std::string& text : table.Texts("open")) {
    constexpr std::size_t kDash = 5;
    const bool dashed = text.size() > kDash && text[kDash] == '-';
    const std::optional<int> from = MinuteOf(std::string_view{text}.substr(0, kDash));
    const std::optional<int> to =
        dashed ? MinuteOf(std::string_view{text}.substr(kDash + 1)) : std::nullopt;
    if (!from.has_value() || !to.has_value() || *from >= *to) {
      table.Report("open", "\"" + text + "\": expected a span as \"08.00-12.00\"");
      continue;
    }
    for (const std::chrono::weekday day : days)
      spans.push_back({day, *from, *to});
  }
  table.Finish();
}

// What stands on a tile, in every language no longer than the tile has room for.
Labels ReadTileLine(Table& table, std::string_view key) {
  Labels line = table.LabelsOr(key);
  for (const auto& [language, words] : line.by_language) {
    if (Signs(words) > kTileSigns)
      table.Report(key, "\"" + words + "\" (" + language + "): expected at most " +
                            std::to_string(kTileSigns) + " signs, so that it fits a tile");
  }
  return line;
}

OfficeService ReadService(Table table) {
  OfficeService service;
  service.id = ServiceId{table.Identifier("id")};
  table.SetWhere("[[service]] \"" + service.id.value + "\"");
  service.label = table.RequiredLabels("label");
  service.short_label = ReadTileLine(table, "short");
  service.help = ReadTileLine(table, "help");
  service.icon = table.Identifier("icon");
  service.norm.amount = table.Whole("norm", 0, kLargestAmount);
  if (!table.Has("unit")) table.Report("unit", "missing; expected the unit of the norm");
  service.norm.unit = table.OneOf<NormUnit>("unit", kNormUnits);
  service.standard = table.TextOr("standard", "");
  service.fee_rupiah = table.WholeOr("fee", 0, 0, kLargestFee);
  service.papers = table.LabelsListOr("papers");
  service.product = table.LabelsOr("product");
  service.sensitive = table.FlagOr("peka", false);
  service.neutral = table.LabelsOr("netral");
  if (!service.sensitive && !service.neutral.by_language.empty())
    table.Report("netral", "only a service with peka = true has a neutral word");
  for (const auto& [key, line] :
       {std::pair{"short", &service.short_label}, std::pair{"help", &service.help}}) {
    // It would name the service where somebody else may read it.
    if (service.sensitive && !line->by_language.empty())
      table.Report(key, "a service with peka = true shows its neutral word alone");
  }
  service.information = table.FlagOr("information", false);
  table.Finish();
  return service;
}

}  // namespace

void ReadIdentity(Table& root, Office& office) {
  office.name = root.Text("name");
  office.short_name = root.Text("short_name");
  if (Signs(office.short_name) > kShortNameSigns) {
    root.Report("short_name", "expected at most 24 signs, so that it fits the screen's head");
  }
  office.government = root.Text("government");
  office.region = root.Text("region");
  office.letterhead = root.Texts("letterhead");
  constexpr std::size_t kWide = 48;
  constexpr std::size_t kNarrow = 32;
  office.ticket_head_48 = TicketHead(root, "ticket_head_48", kWide);
  office.ticket_head_32 = TicketHead(root, "ticket_head_32", kNarrow);
  office.place = root.Text("place");
  office.address = root.Text("address");
  office.accent = root.TextOr("accent", office.accent);
  if (!IsHexColour(office.accent)) root.Report("accent", "expected a colour as \"#8C2F39\"");
  office.logo = root.TextOr("logo", "");
  office.head_title = root.Text("head_title");
  office.superior = root.Text("superior");
  office.promise = root.LabelsOr("promise");
  office.data_contact = root.TextOr("data_contact", "");
  office.channels = root.TextsOr("channels");
  office.status_url = root.TextOr("status_url", "");
  if (!office.status_url.empty() && !office.status_url.starts_with("https://")) {
    root.Report("status_url", "expected an address that begins with https://");
  }
  office.complaint_desk = root.Text("complaint_desk");
  if (root.Has("languages")) office.languages = root.Texts("languages");
  office.zone = ReadZone(root);
  if (std::optional<Table> contact = root.Sub("contact", true)) {
    office.contact.title = contact->Text("title");
    office.contact.phone = contact->Text("phone");
    contact->Finish();
  }
}

void ReadServices(Table& root, Office& office) {
  std::set<ServiceId> services;
  root.Each("service", [&](Table table) {
    Table at = table;
    OfficeService service = ReadService(std::move(table));
    if (!service.id.Empty() && !services.insert(service.id).second) {
      at.Report("id", "\"" + service.id.value + "\" is written twice; expected once");
    }
    office.services.push_back(std::move(service));
  });
  if (office.services.empty()) root.Report("service", "expected at least one [[service]]");
  std::set<std::string> counters;
  root.Each("counter", [&](Table table) {
    Counter counter;
    counter.id = table.Identifier("id");
    counter.label = table.RequiredLabels("label");
    if (!counter.id.empty() && !counters.insert(counter.id).second) {
      table.Report("id", "\"" + counter.id + "\" is written twice; expected once");
    }
    table.Finish();
    office.counters.push_back(std::move(counter));
  });
  if (std::optional<Table> devices = root.Sub("devices", false)) {
    for (const std::string& name : devices->Keys())
      office.device_places.emplace(name, devices->Text(name));
    devices->Finish();
  }
}

void ReadHours(Table& root, Office& office) {
  root.Each("hours", [&](Table table) { ReadSpans(std::move(table), office.hours.usual); });
  root.Each("special_hours", [&](Table table) {
    SpecialHours special;
    special.name = table.Text("name");
    special.from = table.RequiredDay("from");
    special.to = table.RequiredDay("to");
    if (special.to < special.from) table.Report("to", "expected a date not before from");
    table.Each("hours", [&](Table span) { ReadSpans(std::move(span), special.spans); });
    table.Finish();
    office.hours.special.push_back(std::move(special));
  });
}

std::vector<std::string> ReadCalendar(Table& root, Office& office) {
  std::optional<Table> calendar = root.Sub("calendar", true);
  if (!calendar.has_value()) return {};
  office.calendar.working_days = WeekdaysOf(*calendar, "working_days");
  office.calendar.complete_until = calendar->DayOr("complete_until");
  std::vector<std::string> files = calendar->TextsOr("holidays");
  calendar->Finish();
  return files;
}

}  // namespace tanggap::formats
