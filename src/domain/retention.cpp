#include "domain/retention.h"

#include <chrono>

namespace tanggap {
namespace {

Day After(Day day, int days) {
  return std::chrono::sys_days{day} + std::chrono::days{days};
}

}  // namespace

std::vector<RetentionEnd> RetentionEnds(const CaseFile& file, const Office& office) {
  std::vector<RetentionEnd> ends;
  if (file.stage != CaseStage::kClosed || !file.closed_at) return ends;
  const Day closed = LocalDay(*file.closed_at, office.zone);
  const Retention& rule = office.retention;
  if (rule.content_days > 0)
    ends.push_back({BodyClass::kContent, After(closed, rule.content_days)});
  if (rule.identity_days > 0)
    ends.push_back({BodyClass::kIdentity, After(closed, rule.identity_days)});
  return ends;
}

std::optional<RetentionEnd> RetentionEndOf(const Record& record, const Office& office) {
  if (office.retention.content_days <= 0) return std::nullopt;
  return RetentionEnd{BodyClass::kContent, After(record.day, office.retention.content_days)};
}

}  // namespace tanggap
