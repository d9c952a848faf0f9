// Behind the office's name: what it promises, its services with time and fee, what the decree
// gives, what is kept of whom. As many pages as the words need.
#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/screens/page.h"
#include "kiosk/words.h"
#include "texts/dates.h"

namespace tanggap::kiosk {
namespace {

struct Line {
  std::string words;
  std::string detail = {};  // below, smaller
  std::string right = {};   // beside: time and fee
  ui::TextStyle style = ui::TextStyle::kBody;
};
struct Section {
  std::string heading;
  std::string hint = {};
  std::vector<Line> lines;
  bool ruled = false;  // one line an entry of a list
};

constexpr float kRight = 330;
constexpr float kBetween = 60;
constexpr float kApart = 22;

// A decree's heading stands in capitals on paper; here its words begin with them. What holds a
// figure is a number and stays.
std::string WordCapitals(const std::string& heading) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::string words = heading;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" :", at), words.size());
    const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
    const bool number = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(at),
                                    words.begin() + static_cast<std::ptrdiff_t>(end), is_figure);
    for (std::size_t i = at + 1; !number && i < end; ++i)
      if (upper(words[i])) words[i] = static_cast<char>(words[i] - 'A' + 'a');
    at = end + 1;
  }
  return words;
}

Section Promise(const Page& page) {
  const Context& context = page.view.context;
  const ::tanggap::Office& office = context.office;
  Section section;
  section.heading = office.promise.by_language.empty()
                        ? page.T(TextId::kCommonPromise)
                        : std::string(office.promise.In(page.T().Language()));
  section.lines.push_back({page.T(TextId::kCommonCompensation)});
  // A decree's number is one long word: wider than the page in large letters, it stands in smaller.
  const std::string decree =
      page.T().Format(TextId::kAboutDecree, {{"nomor", WordCapitals(context.decree.title)}});
  const auto fit =
      ui::MeasureText(page.frame, decree, ui::TextStyle::kBody, page.frame.U(page.width));
  section.lines.push_back(
      {.words = decree, .style = fit.fitted ? ui::TextStyle::kBody : ui::TextStyle::kSmall});
  if (!office.contact.title.empty())
    section.lines.push_back({page.T().Format(
        TextId::kRateOfficer, {{"nama", office.contact.title}, {"kontak", office.contact.phone}})});
  return section;
}

Section Services(const Page& page) {
  Section section{.heading = page.T(TextId::kAboutNorm), .lines = {}, .ruled = true};
  const auto& services = page.view.context.office.services;
  if (std::ranges::all_of(services, [](const OfficeService& s) { return s.fee_rupiah == 0; }))
    section.hint = page.T(TextId::kCommonFree);
  for (const OfficeService& service : services) {
    if (service.sensitive || service.information) continue;
    std::string terms = NormWords(page.T(), service.norm);
    if (service.fee_rupiah > 0) terms += "\n" + Rupiah(service.fee_rupiah, page.T());
    section.lines.push_back(
        {std::string(service.label.In(page.T().Language())), {}, terms, ui::TextStyle::kSmall});
  }
  return section;
}

// The decree in plain words. What it does to officers is no matter of visitors.
Section Remedies(const Page& page) {
  Section section{.heading = page.T(TextId::kAboutRemedies),
                  .hint = page.T(TextId::kAboutRemediesHint),
                  .lines = {},
                  .ruled = true};
  const std::string& language = page.T().Language();
  for (const DecreeRemedy& remedy : page.view.context.decree.remedies) {
    if (remedy.beneficiary != Beneficiary::kComplainant) continue;
    section.lines.push_back({std::string(remedy.label.In(language)),
                             std::string(remedy.help.In(language)),
                             {},
                             ui::TextStyle::kStrong});
  }
  for (const DecreeRule& rule : page.view.context.decree.rules) {
    if (!rule.plain.by_language.empty())
      section.lines.push_back({std::string(rule.plain.In(language))});
  }
  return section;
}

Section Data(const Page& page) {
  const ::tanggap::Office& office = page.view.context.office;
  Section section{.heading = page.T(TextId::kConsentTitle), .lines = {}};
  for (const TextId id : {TextId::kConsentPurpose, TextId::kConsentWho, TextId::kConsentNotWho,
                          TextId::kConsentLock, TextId::kConsentRights, TextId::kConsentRights2})
    section.lines.push_back({page.T(id)});
  if (AsksIdentity(page.view.context))
    section.lines.push_back(
        {page.T().Format(TextId::kConsentKeep,
                         {{"retensi", RetentionWords(page.T(), office.retention.identity_days)}})});
  if (!office.data_contact.empty())
    section.lines.push_back(
        {page.T().Format(TextId::kAboutData, {{"kontak_data", office.data_contact}})});
  return section;
}

float WordsWidth(const Line& line, float w) {
  return line.right.empty() ? w : w - kRight - 20;
}

float LineHeight(Page& page, const Line& line, float w) {
  float h = page.TextHeight(line.words, WordsWidth(line, w), line.style);
  if (!line.detail.empty()) h += page.TextHeight(line.detail, w, ui::TextStyle::kSmall);
  if (!line.right.empty())
    h = std::max(h, page.TextHeight(line.right, kRight, ui::TextStyle::kSmall));
  return h + kApart;
}

void DrawLine(Page& page, const Line& line, const ui::Rect& at, bool ruled) {
  const float below = page.Text(line.words, at.x, at.y, WordsWidth(line, at.w), line.style);
  if (!line.detail.empty()) page.Text(line.detail, at.x, below, at.w, ui::TextStyle::kSmall, true);
  if (!line.right.empty())
    page.Text(line.right, at.x + at.w - kRight, at.y, kRight, ui::TextStyle::kSmall, true);
  if (ruled)
    page.frame.Fill(page.Box(at.x, at.y + at.h - (kApart / 2), at.w, 2), page.frame.Colors().hair);
}

float HeadHeight(Page& page, const Section& section) {
  float h = page.TextHeight(section.heading, page.width, ui::TextStyle::kStrong) + 26;
  if (!section.hint.empty())
    h += page.TextHeight(section.hint, page.width, ui::TextStyle::kBody) + 4;
  return h;
}

// A section's lines, page by page and column by column; a lying panel has two columns for lists.
struct Sheet {
  const Section* section = nullptr;
  std::vector<std::vector<std::size_t>> columns;
};
std::vector<Sheet> SheetsOf(Page& page, const std::vector<Section>& sections) {
  std::vector<Sheet> sheets;
  for (const Section& section : sections) {
    const std::size_t most = page.landscape && section.ruled ? 2 : 1;
    const float w = most == 2 ? (page.width - kBetween) / 2 : page.width;
    const float room = page.bottom - page.top - HeadHeight(page, section);
    float used = room;
    sheets.push_back({&section, {}});
    for (std::size_t i = 0; i < section.lines.size(); ++i) {
      const float h = LineHeight(page, section.lines[i], w);
      if (used + h > room) {
        if (sheets.back().columns.size() == most) sheets.push_back({&section, {}});
        sheets.back().columns.emplace_back();
        used = 0;
      }
      sheets.back().columns.back().push_back(i);
      used += h;
    }
  }
  return sheets;
}

void DrawSheet(Page& page, const Sheet& sheet) {
  const Section& section = *sheet.section;
  const float below =
      page.Text(section.heading, page.left, page.top, page.width, ui::TextStyle::kStrong);
  if (!section.hint.empty())
    page.Text(section.hint, page.left, below + 4, page.width, ui::TextStyle::kBody, true);
  const float top = page.top + HeadHeight(page, section);
  const bool two = page.landscape && section.ruled;
  const float w = two ? (page.width - kBetween) / 2 : page.width;
  float x = page.left;
  for (const auto& column : sheet.columns) {
    float y = top;
    for (const std::size_t i : column) {
      const float h = LineHeight(page, section.lines[i], w);
      DrawLine(page, section.lines[i], {x, y, w, h}, section.ruled);
      y += h;
    }
    x += w + kBetween;
  }
}

}  // namespace

Drawn DrawAbout(ui::Frame& frame, const About& screen, const View& view) {
  Page page(frame, view, "about-" + std::to_string(screen.page));
  page.HeaderTitle(page.T(TextId::kAboutTitle), false);
  page.top = page.landscape ? 200 : 240;
  const std::vector<Section> sections{Promise(page), Services(page), Remedies(page), Data(page)};
  const auto sheets = SheetsOf(page, sections);
  const int count = static_cast<int>(sheets.size());
  const int at = std::clamp(screen.page, 0, count - 1);
  DrawSheet(page, sheets[static_cast<std::size_t>(at)]);
  page.Back();
  const int next = (at + 1) % count;
  const std::string words = page.T().Format(TextId::kCommonPage, {{"n", std::to_string(next + 1)}});
  page.Skip(words, TurnPage{next});
  return page.Result();
}

}  // namespace tanggap::kiosk
