// The runner's lists: what of the register a list shows, and what the engine would say of each row.
#include <algorithm>
#include <utility>

#include "desk/effect_runner.h"
#include "desk/judgement.h"
#include "desk/search.h"

namespace tanggap::desk {
namespace {

constexpr std::size_t kMostKahar = 1'000;
constexpr std::size_t kMostHits = 100;
constexpr std::size_t kMostSimilar = 3;
constexpr std::chrono::days kSimilarWithin{90};

// Of an urgent case: that it is there, how far it is and when it is due, and nothing of what it is.
CaseRow AsFlagged(const CaseRow& row) {
  CaseRow flagged;
  flagged.id = row.id;
  flagged.summary = row.summary;
  flagged.summary.service = ServiceId{};
  flagged.summary.aspects.clear();
  flagged.summary.severity.reset();
  flagged.summary.assessed = true;  // the engine is not asked either
  flagged.summary.named = false;
  return flagged;
}

}  // namespace

std::vector<KaharPeriod> KaharOf(const std::vector<Record>& declared,
                                 const std::vector<Record>& lifted, const ServiceId& service,
                                 const Zone& zone) {
  std::vector<KaharPeriod> periods;
  const auto instant = [&](const std::string& day) -> std::optional<Instant> {
    const std::optional<Day> parsed = DayFromIso(day);
    if (!parsed) return std::nullopt;
    LocalTime local;
    local.day = *parsed;
    return FromLocal(local, zone);
  };
  for (const Record& record : declared) {
    const std::vector<std::string> services = TextsOf(record.Facts(), "services");
    const bool concerns =
        services.empty() || std::ranges::find(services, service.value) != services.end();
    const auto from = instant(TextOf(record.Facts(), "from"));
    if (!concerns || !from) continue;
    KaharPeriod period;
    period.from = *from;
    period.instrument = TextOf(record.Facts(), "cite");
    for (const Record& end : lifted) {
      if (end.refs.empty() || end.refs.front() != record.id) continue;
      const auto to = instant(TextOf(end.Facts(), "to"));
      if (to && (!period.to || *to < *period.to)) period.to = to;
    }
    periods.push_back(std::move(period));
  }
  return periods;
}

Event EffectRunner::Page(const LoadPage& effect) {
  PageLoaded page;
  page.view = effect.view;
  page.query = effect.query;
  page.filter = effect.filter;
  page.at = ports_.clock.Now();
  const Day today = LocalDay(page.at, premises_.office.zone);
  for (std::size_t i = 0; i < page.counts.size(); ++i)
    page.counts[i] = ports_.cases.Count(static_cast<CaseView>(i), today);
  page.ratings = ports_.cases.Ratings(today);
  page.revision = ports_.cases.Revision();
  // What an earlier sign-in opened is not for counter staff, who hold no reading key.
  if (!Reads(BodyClass::kContent)) return page;
  page.rows = Rows(effect, today, page.total);
  return page;
}

// The rows that pass, in the register's order. Only the engine's opinion makes a row dear, so it is
// asked last, and of no more rows than are shown.
std::vector<CaseRow> EffectRunner::Rows(const LoadPage& effect, Day today, std::size_t& total) {
  const std::vector<Person> people = std::get<PeopleListed>(People()).people;
  const Query query = effect.query.empty() ? Query{"", effect.filter}
                                           : ReadQuery(premises_, people, effect.query, today);
  Filter cheap = query.filter;
  cheap.grade.reset();
  std::vector<CaseRow> rows;
  total = 0;
  const auto take = [&](std::vector<CaseRow> some) {
    for (CaseRow& row : some) {
      if (Hidden(row.id)) {
        // The auditor counts every flagged case, and reads none of an urgent one's words.
        const bool flagged = signed_in_ && signed_in_->role == Role::kAuditor;
        if (!flagged || !effect.query.empty()) continue;
        row = AsFlagged(row);
      }
      if (!Passes(cheap, row.summary, premises_.office.zone)) continue;
      if (rows.size() < kPageRows || query.filter.grade) Foresee(row);
      if (!Passes(query.filter, row.summary, premises_.office.zone)) continue;
      ++total;
      if (rows.size() < kPageRows) rows.push_back(std::move(row));
    }
  };
  if (!query.words.empty()) {
    take(ports_.cases.Search(query.words, kMostHits));
    return rows;
  }
  std::vector<CaseView> views{effect.view};
  if (!effect.query.empty()) views = {CaseView::kAllOpen, CaseView::kClosed};
  for (const CaseView view : views) {
    if (!query.filter.Any()) {
      // Nothing narrows: one page is enough, and the register has counted the rest.
      take(ports_.cases.Cases(view, today, 0, kPageRows));
      const std::size_t count = ports_.cases.Count(view, today);
      if (count > kPageRows) total = std::max(total, count);
      continue;
    }
    for (std::size_t from = 0;; from += kPageRows) {
      std::vector<CaseRow> some = ports_.cases.Cases(view, today, from, kPageRows);
      const bool last = some.size() < kPageRows;
      take(std::move(some));
      if (last) break;
    }
  }
  return rows;
}

// Of the same first aspect, lodged in the last 90 days: whether a thing comes back.
std::vector<SimilarCase> EffectRunner::SimilarTo(const CaseFile& file) {
  std::vector<SimilarCase> similar;
  if (file.aspects.empty() || !Reads(BodyClass::kContent)) return similar;
  const Instant now = ports_.clock.Now();
  const Instant since = now - kSimilarWithin;
  const Day today = LocalDay(now, premises_.office.zone);
  for (const CaseView view : {CaseView::kAllOpen, CaseView::kClosed}) {
    for (CaseRow& row : ports_.cases.Cases(view, today, 0, kPageRows)) {
      const CaseSummary& summary = row.summary;
      const bool same = !summary.aspects.empty() && summary.aspects.front() == file.aspects.front();
      if (row.id != file.id && same && !Hidden(row.id) && summary.received >= since)
        similar.push_back({std::move(row), std::nullopt});
    }
  }
  std::ranges::sort(similar, [](const SimilarCase& a, const SimilarCase& b) {
    return a.row.summary.received > b.row.summary.received;
  });
  if (similar.size() > kMostSimilar) similar.resize(kMostSimilar);
  for (SimilarCase& one : similar) {
    Foresee(one.row);
    if (one.row.summary.stage == CaseStage::kClosed)
      one.closed_at =
          FoldCase(ports_.cases.RecordsOf(one.row.id), premises_.decree, rules_).closed_at;
  }
  return similar;
}

// What the engine would say of a case that nobody assessed yet, drawn hollow in the list.
void EffectRunner::Foresee(CaseRow& row) {
  if (row.summary.assessed || row.summary.kind != ComplaintKind::kComplaint) return;
  if (premises_.decree.severities.empty()) return;
  OpenCase open;
  open.file = FoldCase(ports_.cases.RecordsOf(row.id), premises_.decree, rules_);
  open.kahar = KaharFor(open.file.service);
  const Foreseen foreseen = ForeseenGrade(premises_, open, ports_.clock.Now());
  row.summary.severity = foreseen.grade;
  row.summary.unregulated = foreseen.unregulated;
}

std::vector<KaharPeriod> EffectRunner::KaharFor(const ServiceId& service) {
  return KaharOf(ports_.cases.OfType(RecordType::kKaharDeclared, kMostKahar),
                 ports_.cases.OfType(RecordType::kKaharLifted, kMostKahar), service,
                 premises_.office.zone);
}

}  // namespace tanggap::desk
