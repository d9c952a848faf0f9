#include "formats/holidays_file.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "formats/toml_table.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostIcsBytes = 256U * 1024U;
constexpr int kMostDepth = 8;  // VCALENDAR, VEVENT, VALARM and room to spare
constexpr int kMostDaysInARow = 60;

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

// libical doesn't say where an event began; the n-th BEGIN:VEVENT does. Also refuses nesting that
// would exhaust the stack when freed.
struct Shape {
  std::vector<int> event_lines;
  bool too_deep = false;
};

Shape ShapeOf(std::string_view ics) {
  Shape shape;
  int depth = 0;
  int line = 1;
  for (std::size_t at = 0; at < ics.size(); ++line) {
    const std::size_t end = std::min(ics.find('\n', at), ics.size());
    std::string text(ics.substr(at, end - at));
    std::ranges::transform(text, text.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (text.starts_with("BEGIN")) ++depth;
    if (text.starts_with("END:")) --depth;
    if (text.starts_with("BEGIN:VEVENT")) shape.event_lines.push_back(line);
    shape.too_deep = shape.too_deep || depth > kMostDepth;
    at = end + 1;
  }
  return shape;
}

std::optional<Day> DayOf(const icaltimetype& time) {
  if (icaltime_is_null_time(time) != 0) return std::nullopt;
  const Day day{std::chrono::year{time.year}, std::chrono::month{static_cast<unsigned>(time.month)},
                std::chrono::day{static_cast<unsigned>(time.day)}};
  if (!day.ok()) return std::nullopt;
  return day;
}

bool HasProperty(icalcomponent* event, icalproperty_kind kind) {
  return icalcomponent_get_first_property(event, kind) != nullptr;
}

class Reader {
 public:
  Reader(std::string file, std::vector<int> lines)
      : problems_(std::move(file)), lines_(std::move(lines)) {}

  void Calendar(icalcomponent* calendar) {
    for (icalcomponent* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event != nullptr;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
      Event(event, read_ < lines_.size() ? lines_[read_] : 0);
      ++read_;
    }
  }

  Result<std::map<Day, std::string>> Finish() {
    if (read_ == 0 && problems_.Empty()) {
      problems_.Add(0, "holds no VEVENT; expected one for each closed day");
    }
    if (!problems_.Empty()) return problems_.Sorted();
    return days_;
  }

 private:
  void Event(icalcomponent* event, int line) {
    if (HasProperty(event, ICAL_RRULE_PROPERTY) || HasProperty(event, ICAL_RDATE_PROPERTY)) {
      problems_.Add(line, "a recurring event; expected each closed day written by its date");
      return;
    }
    if (HasProperty(event, ICAL_XLICERROR_PROPERTY)) {
      icalproperty* error = icalcomponent_get_first_property(event, ICAL_XLICERROR_PROPERTY);
      const char* what = icalproperty_get_xlicerror(error);
      problems_.Add(line, "not valid iCalendar: " + std::string(what == nullptr ? "" : what));
      return;
    }
    const icaltimetype start = icalcomponent_get_dtstart(event);
    const std::optional<Day> first = DayOf(start);
    if (!first.has_value() || start.is_date == 0) {
      problems_.Add(line, "expected a whole day, as DTSTART;VALUE=DATE:20261225");
      return;
    }
    const char* summary = icalcomponent_get_summary(event);
    if (summary == nullptr || *summary == '\0') {
      problems_.Add(line, "expected a SUMMARY that names the closed day");
      return;
    }
    int days = 1;
    if (HasProperty(event, ICAL_DTEND_PROPERTY)) {
      const std::optional<Day> end = DayOf(icalcomponent_get_dtend(event));
      if (end.has_value()) {
        days =
            static_cast<int>((std::chrono::sys_days{*end} - std::chrono::sys_days{*first}).count());
      }
      if (!end.has_value() || days < 1 || days > kMostDaysInARow) {
        problems_.Add(line, "expected a DTEND from one to " + std::to_string(kMostDaysInARow) +
                                " days after DTSTART");
        return;
      }
    }
    for (int i = 0; i < days; ++i)
      Close(Day{std::chrono::sys_days{*first} + std::chrono::days{i}}, summary);
  }

  void Close(Day day, const std::string& name) {
    std::string& names = days_[day];
    if (names.find(name) != std::string::npos) return;
    names += (names.empty() ? "" : "; ") + name;
  }

  formats::ProblemList problems_;
  std::vector<int> lines_;
  std::size_t read_ = 0;
  std::map<Day, std::string> days_;
};

}  // namespace

Result<std::map<Day, std::string>> ParseHolidays(std::string_view ics, const std::string& file) {
  if (ics.size() > kMostIcsBytes) {
    return Problem{file, 0, "larger than 256 KiB; expected a list of closed days"};
  }
  if (ics.find('\0') != std::string_view::npos) {
    return Problem{file, 0, "not text; expected an iCalendar file (BEGIN:VCALENDAR)"};
  }
  Shape shape = ShapeOf(ics);
  if (shape.too_deep) return Problem{file, 0, "nested too deeply; expected VEVENTs in VCALENDAR"};
  icalerror_set_errors_are_fatal(0);
  const Component root(icalparser_parse_string(std::string(ics).c_str()));
  if (root == nullptr) {
    return Problem{file, 1, "not iCalendar; expected a file that begins with BEGIN:VCALENDAR"};
  }
  Reader reader(file, std::move(shape.event_lines));
  const icalcomponent_kind kind = icalcomponent_isa(root.get());
  if (kind == ICAL_VCALENDAR_COMPONENT) {
    reader.Calendar(root.get());
  } else if (kind == ICAL_XROOT_COMPONENT) {
    for (icalcomponent* calendar =
             icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT);
         calendar != nullptr;
         calendar = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT)) {
      reader.Calendar(calendar);
    }
  } else {
    return Problem{file, 1, "not a calendar; expected BEGIN:VCALENDAR around the VEVENTs"};
  }
  return reader.Finish();
}

Result<std::map<Day, std::string>> ReadHolidaysFile(const std::filesystem::path& path) {
  const Result<std::string> bytes = formats::ReadWhole(path.string());
  if (!bytes.Ok()) return bytes.Problems();
  return ParseHolidays(bytes.Value(), path.string());
}

}  // namespace tanggap
