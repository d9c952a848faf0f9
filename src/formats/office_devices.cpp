// The tables of office.toml about machines and choices: panel, printer, scanner, intervals,
// policies, retention, [aman].
#include <algorithm>
#include <array>
#include <utility>

#include "formats/office_parts.h"

namespace tanggap::formats {
namespace {

constexpr double kLeastPanelShort = 190;  // 15.6 inch portrait is 194 mm wide
constexpr double kLeastPanelLong = 300;
constexpr double kMostPanel = 1500;
constexpr std::int64_t kLongestInterval = 3600;
constexpr std::int64_t kMostDutyDays = 3650;
constexpr std::int64_t kMostRetentionDays = 36'500;

constexpr std::array<std::pair<std::string_view, Orientation>, 2> kOrientations{
    {{"portrait", Orientation::kPortrait}, {"landscape", Orientation::kLandscape}}};
constexpr std::array<std::pair<std::string_view, PrinterKind>, 4> kPrinters{
    {{"none", PrinterKind::kNone},
     {"file", PrinterKind::kFile},
     {"device", PrinterKind::kDevice},
     {"tcp", PrinterKind::kTcp}}};
constexpr std::array<std::pair<std::string_view, CutterKind>, 3> kCutters{
    {{"partial", CutterKind::kPartial}, {"full", CutterKind::kFull}, {"none", CutterKind::kNone}}};
constexpr std::array<std::pair<std::string_view, LatenessReading>, 2> kLateness{
    {{"harfiah", LatenessReading::kLiteral}, {"longgar", LatenessReading::kWholeDays}}};
constexpr std::array<std::pair<std::string_view, ClockReading>, 2> kClocks{
    {{"lengkap", ClockReading::kComplete}, {"masuk", ClockReading::kHandedIn}}};
constexpr std::array<std::pair<std::string_view, TriggerReading>, 3> kTriggers{
    {{"any", TriggerReading::kAny},
     {"all", TriggerReading::kAll},
     {"sebab", TriggerReading::kBecause}}};
constexpr std::array<std::pair<std::string_view, OverlapReading>, 2> kOverlaps{
    {{"gabung", OverlapReading::kTogether}, {"ketiga-saja", OverlapReading::kThirdOnly}}};

void ReadPanel(Table& root, Panel& panel) {
  std::optional<Table> table = root.Sub("panel", false);
  if (!table.has_value()) return;
  panel.orientation = table->OneOf<Orientation>("orientation", kOrientations);
  panel.width_mm = table->NumberOr("width_mm", panel.width_mm, 1, kMostPanel);
  panel.height_mm = table->NumberOr("height_mm", panel.height_mm, 1, kMostPanel);
  panel.bottom_mm = table->NumberOr("bottom_mm", panel.bottom_mm, 0, 2 * kMostPanel);
  const auto [shorter, longer] = std::minmax(panel.width_mm, panel.height_mm);
  if (shorter < kLeastPanelShort || longer < kLeastPanelLong) {
    table->Report("width_mm",
                  "a panel this small can't hold the keyboard; expected the "
                  "millimetres of at least a 15.6 inch panel");
  }
  const bool upright = panel.height_mm >= panel.width_mm;
  if (upright != (panel.orientation == Orientation::kPortrait)) {
    table->Report("orientation", "doesn't fit width_mm and height_mm; expected \"" +
                                     std::string(upright ? "portrait" : "landscape") + "\"");
  }
  table->Finish();
}

void ReadPrinter(Table& root, PrinterSetting& printer) {
  std::optional<Table> table = root.Sub("printer", false);
  if (!table.has_value()) return;
  if (!table->Has("kind")) table->Report("kind", "missing; expected none, file, device or tcp");
  printer.kind = table->OneOf<PrinterKind>("kind", kPrinters);
  printer.path = table->TextOr("path", "");
  constexpr std::int64_t kDots58 = 384;
  constexpr std::int64_t kDots80 = 576;
  printer.dots_per_line =
      static_cast<int>(table->WholeOr("dots_per_line", kDots80, kDots58, kDots80));
  if (printer.dots_per_line != kDots58 && printer.dots_per_line != kDots80) {
    table->Report("dots_per_line", "expected 384 (58 mm paper) or 576 (80 mm paper)");
  }
  printer.cutter = table->OneOf<CutterKind>("cutter", kCutters);
  printer.answers_status = table->FlagOr("answers_status", false);
  if (printer.kind != PrinterKind::kNone && printer.path.empty()) {
    table->Report("path", "missing; expected a directory, a device or host:port");
  }
  if (printer.kind == PrinterKind::kDevice && !printer.path.starts_with('/')) {
    table->Report("path", "expected a device, as \"/dev/usb/lp0\"");
  }
  if (printer.kind == PrinterKind::kTcp && printer.path.find(':') == std::string::npos) {
    table->Report("path", "expected host and port, as \"192.168.1.50:9100\"");
  }
  table->Finish();
}

bool IsVendorProduct(std::string_view text) {
  constexpr std::size_t kShortest = 9;  // 05e0:1200
  constexpr std::size_t kColon = 4;
  if (text.size() < kShortest || text[kColon] != ':') return false;
  for (std::size_t i = 0; i < kShortest; ++i) {
    const char c = text[i];
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (i != kColon && !hex) return false;
  }
  return text.size() == kShortest || (text[kShortest] == ':' && text.size() > kShortest + 1);
}

void ReadScanner(Table& root, ScannerSetting& scanner) {
  std::optional<Table> table = root.Sub("scanner", false);
  if (!table.has_value()) return;
  scanner.vendor_product = table->TextOr("vendor_product", "");
  scanner.serial_path = table->TextOr("serial_path", "");
  if (!scanner.vendor_product.empty() && !IsVendorProduct(scanner.vendor_product)) {
    table->Report("vendor_product",
                  "expected vendor and product in hexadecimal, as "
                  "\"05e0:1200\" or \"05e0:1200:SERIAL\"");
  }
  if (!scanner.serial_path.empty() && !scanner.serial_path.starts_with('/')) {
    table->Report("serial_path", "expected a device, as \"/dev/serial/by-id/…\"");
  }
  table->Finish();
}

void ReadIntervals(Table& root, Intervals& intervals) {
  std::optional<Table> table = root.Sub("intervals", false);
  if (!table.has_value()) return;
  const auto read = [&](std::string_view key, int& seconds, int least = 1) {
    seconds = static_cast<int>(table->WholeOr(key, seconds, least, kLongestInterval));
  };
  read("choice_idle_s", intervals.choice_idle_s);
  read("typing_idle_s", intervals.typing_idle_s);
  read("review_idle_s", intervals.review_idle_s);
  read("warning_s", intervals.warning_s);
  read("thanks_s", intervals.thanks_s);
  read("ticket_s", intervals.ticket_s);
  read("no_printer_s", intervals.no_printer_s);
  read("segment_close_s", intervals.segment_close_s, 0);  // 0: at once
  read("status_every_s", intervals.status_every_s, 0);
  read("sync_every_s", intervals.sync_every_s);
  read("ticket_limit", intervals.ticket_limit);
  read("ticket_limit_s", intervals.ticket_limit_s, 0);
  table->Finish();
}

}  // namespace

void ReadDevices(Table& root, Office& office) {
  ReadPanel(root, office.panel);
  ReadPrinter(root, office.printer);
  ReadScanner(root, office.scanner);
  ReadIntervals(root, office.intervals);
}

void ReadPolicies(Table& root, Office& office) {
  if (std::optional<Table> table = root.Sub("policies", false)) {
    Policies& policies = office.policies;
    policies.lateness = table->OneOf<LatenessReading>("lateness", kLateness);
    policies.clock = table->OneOf<ClockReading>("clock", kClocks);
    policies.triggers = table->OneOf<TriggerReading>("triggers", kTriggers);
    policies.overlap = table->OneOf<OverlapReading>("overlap", kOverlaps);
    policies.officer_closes_light =
        table->FlagOr("officer_closes_light", policies.officer_closes_light);
    const auto read = [&](std::string_view key, int& days) {
      days = static_cast<int>(table->WholeOr(key, days, 1, kMostDutyDays));
    };
    read("first_response_days", policies.first_response_days);
    read("completion_days", policies.completion_days);
    read("decision_days", policies.decision_days);
    read("notify_days", policies.notify_days);
    read("notify_working_days", policies.notify_working_days);
    read("question_working_days", policies.question_working_days);
    read("objection_working_days", policies.objection_working_days);
    read("objection_answer_working_days", policies.objection_answer_working_days);
    table->Finish();
  }
  if (std::optional<Table> table = root.Sub("retention", false)) {
    Retention& retention = office.retention;
    retention.content_days = static_cast<int>(table->Whole("content_days", 1, kMostRetentionDays));
    retention.identity_days =
        static_cast<int>(table->Whole("identity_days", 1, kMostRetentionDays));
    retention.source = table->Text("source");
    table->Finish();
  }
}

void ReadSensitive(Table& root, Office& office) {
  std::optional<Table> table = root.Sub("aman", false);
  if (!table.has_value()) return;
  SensitiveSetting& sensitive = office.sensitive;
  sensitive.active = table->FlagOr("aktif", false);
  sensitive.urgent_words = table->TextsOr("urgent_words");
  sensitive.urgent_role = table->TextOr("urgent_role", "");
  for (std::string& id : table->TextsOr("urgent_people"))
    sensitive.urgent_people.emplace_back(std::move(id));
  if (sensitive.active && sensitive.urgent_role.empty()) {
    table->Report("urgent_role", "missing; expected who alone sees an urgent case");
  }
  table->Each("number", [&](Table number) {
    const std::string digits = number.Text("number");
    const std::string name = number.Text("name");
    sensitive.public_numbers.emplace_back(digits, name);
    number.Finish();
  });
  table->Finish();
}

}  // namespace tanggap::formats
