// Behind the office's name: what it promises, its services with time and fee, what is kept of whom.
#include <algorithm>
#include <string>

#include "kiosk/screens/page.h"
#include "kiosk/words.h"
#include "texts/dates.h"

namespace tanggap::kiosk {
namespace {

constexpr int kPages = 3;

void DrawPromise(Page& page) {
  const Context& context = page.view.context;
  const ::tanggap::Office& office = context.office;
  const std::string promise = office.promise.by_language.empty()
                                  ? page.T(TextId::kCommonPromise)
                                  : std::string(office.promise.In(page.T().Language()));
  float y = page.Text(promise, page.left, page.top, page.width, ui::TextStyle::kStrong) + 40;
  y = page.Text(page.T(TextId::kCommonCompensation), page.left, y, page.width) + 16;
  y = page.Text(page.T().Format(TextId::kAboutDecree, {{"nomor", context.decree.number}}),
                page.left, y, page.width, ui::TextStyle::kBody, true) +
      40;
  if (!office.contact.title.empty())
    page.Text(page.T().Format(TextId::kRateOfficer,
                              {{"nama", office.contact.title}, {"kontak", office.contact.phone}}),
              page.left, y, page.width);
}

// One line a service: name left, time and fee right; in two columns on a lying panel.
void DrawServices(Page& page) {
  float y = page.Text(page.T(TextId::kAboutNorm), page.left, page.top, page.width,
                      ui::TextStyle::kStrong) +
            16;
  const auto& services = page.view.context.office.services;
  const bool free = std::ranges::all_of(
      services, [](const OfficeService& service) { return service.fee_rupiah == 0; });
  if (free)
    y = page.Text(page.T(TextId::kCommonFree), page.left, y - 10, page.width, ui::TextStyle::kBody,
                  true) +
        18;
  const float first = y;
  const float column = page.landscape ? (page.width - 60) / 2 : page.width;
  const float right = 330;
  float x = page.left;
  for (const OfficeService& service : services) {
    if (service.sensitive || service.information) continue;
    const std::string name(service.label.In(page.T().Language()));
    std::string terms = NormWords(page.T(), service.norm);
    if (service.fee_rupiah > 0) terms += "\n" + Rupiah(service.fee_rupiah, page.T());
    const float name_w = column - right - 20;
    const float h = std::max(page.TextHeight(name, name_w, ui::TextStyle::kSmall),
                             page.TextHeight(terms, right, ui::TextStyle::kSmall)) +
                    18;
    if (y + h > page.bottom && page.landscape && x == page.left) {
      x += column + 60;
      y = first;
    }
    if (y + h > page.bottom) break;
    page.Text(name, x, y, name_w, ui::TextStyle::kSmall);
    page.Text(terms, x + column - right, y, right, ui::TextStyle::kSmall, true);
    page.frame.Fill(page.Box(x, y + h - 9, column, 2), page.frame.Colors().hair);
    y += h;
  }
}

void DrawData(Page& page) {
  const ::tanggap::Office& office = page.view.context.office;
  float y = page.Text(page.T(TextId::kConsentTitle), page.left, page.top, page.width,
                      ui::TextStyle::kStrong) +
            16;
  std::vector<std::string> lines;
  for (const TextId id : {TextId::kConsentPurpose, TextId::kConsentWho, TextId::kConsentNotWho,
                          TextId::kConsentLock, TextId::kConsentRights, TextId::kConsentRights2})
    lines.push_back(page.T(id));
  if (AsksIdentity(page.view.context))
    lines.push_back(
        page.T().Format(TextId::kConsentKeep,
                        {{"retensi", RetentionWords(page.T(), office.retention.identity_days)}}));
  if (!office.data_contact.empty())
    lines.push_back(page.T().Format(TextId::kAboutData, {{"kontak_data", office.data_contact}}));
  for (const std::string& line : lines) {
    const float h = page.TextHeight(line, page.width, ui::TextStyle::kBody);
    if (y + h > page.bottom) break;
    y = page.Text(line, page.left, y, page.width, ui::TextStyle::kBody) + 14;
  }
}

}  // namespace

Drawn DrawAbout(ui::Frame& frame, const About& screen, const View& view) {
  const int at = std::clamp(screen.page, 0, kPages - 1);
  Page page(frame, view, "about-" + std::to_string(at));
  page.HeaderTitle(page.T(TextId::kAboutTitle), false);
  page.top = page.landscape ? 200 : 240;
  switch (at) {
    case 0:
      DrawPromise(page);
      break;
    case 1:
      DrawServices(page);
      break;
    default:
      DrawData(page);
      break;
  }
  page.Back();
  const std::string words = page.T().Format(
      TextId::kCommonPage, {{"n", std::to_string(at + 1)}, {"m", std::to_string(kPages)}});
  page.Skip(words, TurnPage{(at + 1) % kPages});
  return page.Result();
}

}  // namespace tanggap::kiosk
