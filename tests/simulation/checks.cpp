// The promises, each as a check of what is on the disks after the quiet time.
#include <algorithm>
#include <string>

#include "folder/names.h"
#include "ledger/sealing.h"
#include "ledger/verify.h"
#include "office/tree_listing.h"
#include "simulation/course.h"

namespace tanggap::simulation {
namespace {

std::string Short(const RecordId& id) {
  return ToHex(id).substr(0, 8);
}

const Fields& WantedFields(const Draft& draft, BodyClass body_class) {
  switch (body_class) {
    case BodyClass::kFacts:
      return draft.facts;
    case BodyClass::kContent:
      return draft.content;
    case BodyClass::kIdentity:
      break;
  }
  return draft.identity;
}

// Whether `found` holds all of `wanted`; the recorder adds fields of its own.
bool Holds(const Fields& found, const Fields& wanted) {
  return std::ranges::all_of(wanted, [&](const auto& field) {
    const auto there = found.find(field.first);
    return there != found.end() && there->second == field.second;
  });
}

void CheckOne(Course& course, DeskMachine& desk, const RecordId& id, const Promise& promise) {
  const std::string what = std::string(NameOf(promise.draft.type)) + ' ' + Short(id) + " of " +
                           promise.machine + " at " + desk.name;
  const std::optional<Record> record = desk.Cases().Find(id);
  if (!record) throw Broken{"P0: lost: " + what};
  if (record->clear != promise.draft.clear) throw Broken{"P0: altered in clear: " + what};
  for (const BodyClass body_class : kAllBodyClasses) {
    const Fields& wanted = WantedFields(promise.draft, body_class);
    if (wanted.empty()) continue;
    const auto sealed = desk.Cases().Sealed(id, body_class);
    std::optional<Body> body;
    if (sealed) {
      body = OpenBody(course.office.founding.roster, course.office.founding.reading, id,
                      record->type_name, sealed->line)
                 .body;
    } else if (const auto held = record->bodies.find(body_class); held != record->bodies.end()) {
      body = held->second;
    }
    if (!body || body->state == BodyState::kSealed)
      throw Broken{"P0: a body was lost: " + what + ", class " + static_cast<char>(body_class)};
    if (!Holds(body->fields, wanted))
      throw Broken{"P0: a body was altered: " + what + ", class " + static_cast<char>(body_class)};
  }
}

}  // namespace

void CheckPromises(Course& course) {
  for (const auto& desk : course.desks) {
    for (const auto& [id, promise] : course.promises)
      CheckOne(course, *desk, id, promise);
  }
}

void CheckShare() {
  const std::filesystem::path share = PathOf("share");
  FolderBytes bytes(share);
  for (auto& [office, files] : ListTree(share)) {
    const VerifyReport report = VerifyOffice({office, {}, {}, {}}, files, bytes);
    if (!report.problems.empty())
      throw Broken{"verify complains of a whole folder: " + Describe(report.problems.front())};
  }
}

void CheckNoPlainText(Course& course) {
  const auto search = [&](Disk& disk, const std::string& where) {
    disk.ForEachFile([&](const std::string& path, Node& file) {
      for (const char* word : {"kenari", "Kenari", "081234567890"}) {
        if (file.bytes.find(word) != std::string::npos)
          throw Broken{"plain text in " + where + '/' + path};
      }
    });
  };
  search(course.share, "share");
  for (const auto& kiosk : course.kiosks)
    search(kiosk->disk, kiosk->name);
}

}  // namespace tanggap::simulation
