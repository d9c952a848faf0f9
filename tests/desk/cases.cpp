#include "desk/cases.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "domain/record_schema.h"

namespace tanggap::desk {

Said Late() {
  Said said;
  said.complete_days_ago = 12;
  said.finished_days_ago = 1;
  return said;
}

Said Light() {
  Said said;
  said.aspects = {"sarana-prasarana"};
  said.phrases = {"sarana-prasarana.1"};
  return said;
}

Said Rude() {
  Said said;
  said.aspects = {"cara-pelayanan"};
  said.phrases = {"cara-pelayanan.5"};
  return said;
}

Said About(const std::string& aspect) {
  Said said;
  said.aspects = {aspect};
  return said;
}

std::string Proposed(World& world, const Said& said) {
  const std::string code = world.Lodge(said);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Ctrl+Enter");
  return code;
}

std::vector<std::string> SchemaFaults(const Draft& draft) {
  std::vector<std::string> faults;
  const RecordRule* rule = RuleOf(draft.type);
  for (const auto& [rules, fields] :
       {std::pair{rule->facts, draft.facts}, std::pair{rule->content, draft.content},
        std::pair{rule->identity, draft.identity}}) {
    for (const std::string& fault : FieldProblems(rules, fields))
      faults.push_back(std::string(NameOf(draft.type)) + ": " + fault);
  }
  return faults;
}

std::vector<std::string> SchemaFaults(const World& world) {
  std::vector<std::string> faults;
  for (const Draft& draft : world.written)
    std::ranges::copy(SchemaFaults(draft), std::back_inserter(faults));
  return faults;
}

}  // namespace tanggap::desk
