#include "domain/office.h"

#include <algorithm>

namespace tanggap {

const OfficeService* Office::Find(const ServiceId& service) const {
  const auto found = std::ranges::find(services, service, &OfficeService::id);
  return found == services.end() ? nullptr : &*found;
}

const Phrase* Office::Find(const PhraseId& phrase) const {
  const auto found = std::ranges::find(phrases, phrase, &Phrase::id);
  return found == phrases.end() ? nullptr : &*found;
}

}  // namespace tanggap
