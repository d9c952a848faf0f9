#include "desk/world.h"

#include <algorithm>

#include "desk/annotate.h"
#include "desk/judgement.h"
#include "desk/kept_drafts.h"
#include "desk/keymap.h"
#include "desk/search.h"
#include "domain/match.h"
#include "domain/ticket_code.h"
#include "formats/text_file.h"
#include "support/example_files.h"
#include "ui/keys.h"

namespace tanggap::desk {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr Instant kNow = Instant{std::chrono::milliseconds{1'795'250'000'000}};

Premises PremisesOf(OfficeFile file) {
  Premises premises{std::move(file.office), std::move(file.decree), {}, {}};
  premises.languages = {DeskTexts("id"), DeskTexts("en")};
  premises.devices = {{NodeId{"KIOSK00001"}, "Lobi 1"},
                      {NodeId{"KIOSK00002"}, "Lobi 2"},
                      {NodeId{"DESK000001"}, "Ruang pelayanan"}};
  premises.directory = "/srv/tanggap/kantor/desk-1";
  return premises;
}

}  // namespace

Premises LembataPremises() {
  return PremisesOf(LembataOffice());
}

Premises BelitungPremises() {
  return PremisesOf(BelitungOffice());
}

Texts DeskTexts(const std::string& language) {
  Sentences words;
  for (const std::string& name : {"ticket-" + language, language, "desk-" + language}) {
    auto read = ReadTextFile(SourceDir() / "assets/text" / (name + ".toml"));
    words.merge(ValueOrFail(std::move(read)));
  }
  return ValueOrFail(Texts::Make(language, "desk-" + language + ".toml", words));
}

World::World(Premises p) : premises(std::move(p)) {
  State fresh;
  fresh.now = kNow;
  fresh.monotonic = std::chrono::hours{1};
  Begin(std::move(fresh));
}

void World::Begin(State fresh) {
  Step step = Start(std::move(fresh));
  state = std::move(step.state);
  for (const Effect& effect : step.effects)
    Carry(effect);
}

void World::AddPerson(const std::string& id, const std::string& name, Role role) {
  more_.push_back({Id(id), name, role});
  Carry(ListPeople{});
}

void World::JudgeApart(const std::string& code, const std::string& by, const std::string& severity,
                       const std::string& reason) {
  Draft draft;
  draft.id.bytes[0] = 0xB0;
  draft.id.bytes[15] = static_cast<std::uint8_t>(++made_);
  draft.type = RecordType::kClassified;
  draft.refs = {codes_.at(code)};
  draft.facts["findings"] =
      tanggap::List{Fields{{"aspect", "waktu"}, {"severity", severity}, {"unproven", true}}};
  draft.content["reasons"] = tanggap::List{Value(reason)};
  Keep(draft, Id(by), state.now - minutes{10}, NodeId{"DESK" + by});
}

void World::Happen(const Event& event) {
  Step step = Update(premises, std::move(state), event);
  state = std::move(step.state);
  for (const Effect& effect : step.effects)
    Carry(effect);
}

void World::Act(Intent intent) {
  Happen(Acted{std::move(intent)});
}

void World::Scan(const std::string& code) {
  Happen(Scanned{"TANGGAP:" + code});
}

void World::Key(const std::string& name) {
  ui::KeyEvent key = ui::KeyNamed(name);
  if (auto intent = IntentFor(premises, state, key)) Act(std::move(*intent));
}

void World::Type(const std::string& text) {
  for (const char c : text) {
    ui::KeyEvent key;
    key.text = std::string(1, c);
    if (auto intent = IntentFor(premises, state, key)) Act(std::move(*intent));
  }
}

void World::Pass(std::chrono::milliseconds time) {
  Happen(Ticked{state.now + time, state.monotonic + time});
}

void World::SignInAs(const std::string& name) {
  if (state.person) Act(Lock{});
  const auto* sign_in = std::get_if<SignIn>(&state.screen);
  const auto found = std::ranges::find(sign_in->people, Id(name), &Person::id);
  Act(ChoosePerson{static_cast<std::size_t>(found - sign_in->people.begin())});
  Type("benar");
  Key("Enter");
}

void World::Open(const std::string& code) {
  const Inbox* list = List();
  if (list == nullptr) {
    Act(ShowView{CaseView::kAllOpen});
    list = List();
  }
  const auto row = std::ranges::find(list->rows, codes_.at(code), &CaseRow::id);
  if (row != list->rows.end()) Act(OpenRow{static_cast<std::size_t>(row - list->rows.begin())});
}

std::string World::Lodge(const Said& said, int minutes_ago) {
  std::array<std::uint8_t, 7> random{};
  random.fill(static_cast<std::uint8_t>(17 * ++made_));
  const std::string code = Compact(CodeFromRandom(random));
  Draft draft;
  draft.id.bytes[0] = 0xC0;
  draft.id.bytes[15] = static_cast<std::uint8_t>(made_);
  draft.type = RecordType::kComplaintLodged;
  const Instant at = state.now - minutes{minutes_ago};
  draft.facts["kind"] = said.kind;
  draft.facts["service"] = said.service;
  draft.facts["aspects"] = ToList(said.aspects);
  draft.facts["when"] = "hari-ini";
  if (said.complete_days_ago)
    draft.facts["declared_complete"] = ToMillis(at - days{*said.complete_days_ago});
  if (said.finished_days_ago)
    draft.facts["finished"] = ToMillis(at - days{*said.finished_days_ago});
  if (said.named) draft.facts["named"] = true;
  draft.content["code"] = code;
  draft.content["secret"] = std::string(64, 'a');
  if (!said.story.empty()) draft.content["story"] = said.story;
  if (!said.phrases.empty()) draft.content["phrases"] = ToList(said.phrases);
  if (!said.wishes.empty()) draft.content["wishes"] = ToList(said.wishes);
  if (!said.losses.empty()) draft.content["losses"] = ToList(said.losses);
  if (said.named) draft.identity["name"] = "Maria Wunga";
  codes_[code] = draft.id;
  Keep(draft, PersonId{}, at);
  return code;
}

void World::Keep(const Draft& draft, const PersonId& by, Instant at, const NodeId& desk) {
  Record record;
  record.id = draft.id;
  record.type = draft.type;
  record.type_name = std::string(NameOf(draft.type));
  record.day = LocalDay(at, premises.office.zone);
  record.decree = premises.decree.Reference();
  record.hlc = {ToMillis(at), static_cast<std::int64_t>(sequence_)};
  record.node = by.Empty() ? NodeId{"KIOSK00001"} : desk;
  record.epoch = 1;
  record.sequence = ++sequence_;
  record.refs = draft.refs;
  record.clear = draft.clear;
  const auto body = [&](BodyClass body_class, const Fields& fields) {
    if (!fields.empty()) record.bodies[body_class] = Body{BodyState::kOpen, fields, by};
  };
  body(BodyClass::kFacts, draft.facts);
  body(BodyClass::kContent, draft.content);
  if (!draft.identity.empty())
    record.bodies[BodyClass::kIdentity] = Body{BodyState::kSealed, {}, {}};
  if (!by.Empty() && record.bodies.empty())
    record.bodies[BodyClass::kFacts] = {BodyState::kOpen, {}, by};
  for (const auto& [id, classes] : PairsOf(record.clear, "bodies"))
    Erase(id, classes);
  records_.push_back(std::move(record));
}

// As every device does that folds an `erased` record.
void World::Erase(const std::string& id, const std::string& classes) {
  for (Record& record : records_) {
    if (ToHex(record.id) != id) continue;
    for (auto& [body_class, body] : record.bodies) {
      if (classes.find(static_cast<char>(body_class)) != std::string::npos)
        body = Body{BodyState::kErased, {}, {}};
    }
  }
}

FoldRules World::Rules() const {
  FoldRules rules;
  for (const Person& person : state.people)
    rules.roles[person.id] = person.role;
  rules.safe_contact_only = premises.office.sensitive.active;
  return rules;
}

std::optional<OpenCase> World::Load(const RecordId& id) const {
  std::vector<Record> own;
  for (const Record& record : records_) {
    if (record.id == id || (!record.refs.empty() && record.refs.front() == id))
      own.push_back(record);
  }
  OpenCase open;
  open.file = FoldCase(own, premises.decree, Rules());
  if (open.file.id.Empty()) return std::nullopt;
  const CodeReading code = ReadCode(open.file.code);
  if (code.code) open.code = Grouped(*code.code);
  open.due = DueDates(open.file, premises.office);
  Annotate(open, own);
  if (LacksErased(own)) {
    std::vector<Record> erased = records_;
    std::erase_if(erased, [](const Record& record) { return record.type != RecordType::kErased; });
    AnnotateErasures(open, own, erased);
  }
  const auto lodged = std::ranges::find(own, id, &Record::id);
  open.has_identity =
      open.file.named && lodged->bodies.at(BodyClass::kIdentity).state == BodyState::kSealed;
  return open;
}

CaseFile World::FileOf(const std::string& code) const {
  return Load(codes_.at(code))->file;
}

std::vector<Event> World::Page(const LoadPage& effect) const {
  PageLoaded page;
  page.view = effect.view;
  page.query = effect.query;
  page.filter = effect.filter;
  page.at = state.now;
  if (signed_in_ != Id("rina")) {
    for (const auto& [code, id] : codes_) {
      const auto open = Load(id);
      if (!open) continue;
      const bool closed = open->file.stage == CaseStage::kClosed;
      if (closed != (effect.view == CaseView::kClosed)) continue;
      CaseRow row{id, open->code, Summarise(open->file, premises.decree, premises.office),
                  open->file.story};
      for (const PhraseId& phrase : open->file.phrases) {
        const Phrase* known = premises.office.Find(phrase);
        if (open->file.story.empty() && known != nullptr) row.words += known->text.In("id");
      }
      if (!row.summary.assessed && !premises.decree.severities.empty()) {
        const Foreseen foreseen = ForeseenGrade(premises, *open, state.now);
        row.summary.severity = foreseen.grade;
        row.summary.unregulated = foreseen.unregulated;
      }
      const Query query = ReadQuery(premises, state.people, effect.query,
                                    LocalDay(state.now, premises.office.zone));
      const Filter& filter = effect.query.empty() ? effect.filter : query.filter;
      if (Passes(filter, row.summary, premises.office.zone)) page.rows.push_back(std::move(row));
    }
  }
  std::ranges::stable_sort(page.rows, {}, [](const CaseRow& row) {
    return row.summary.due ? row.summary.due->day : Day{std::chrono::year{9999} / 12 / 31};
  });
  page.counts.fill(page.rows.size());
  page.total = page.rows.size();
  page.revision = state.revision;
  return {page};
}

void World::Carry(const Effect& effect) {
  std::vector<Event> events = std::visit(
      Match{
          [&](const ListPeople&) -> std::vector<Event> {
            std::vector<Person> people{{{Id("rina"), "Rina Oktaviani", Role::kStaff},
                                        {Id("maria"), "Maria K. Lestari", Role::kSupervisor},
                                        {Id("yohanes"), "Yohanes B. Prakoso", Role::kHead},
                                        {Id("petrus"), "Petrus L. Wutun", Role::kHead},
                                        {Id("sari"), "Sari Dewi", Role::kAuditor}}};
            people.insert(people.end(), more_.begin(), more_.end());
            return {PeopleListed{people, tastes}};
          },
          [&](const CheckPassword& e) -> std::vector<Event> {
            if (e.password != "benar") return {SignInRefused{}};
            signed_in_ = e.person;
            return {SignedIn{e.person}};
          },
          [&](const SignOut&) -> std::vector<Event> {
            signed_in_ = PersonId{};
            return {};
          },
          [&](const MakeIds& e) -> std::vector<Event> {
            IdsMade made;
            for (std::size_t i = 0; i < e.count; ++i) {
              RecordId id;
              id.bytes[0] = 0xD0;
              id.bytes[14] = static_cast<std::uint8_t>(ids_ / 200);
              id.bytes[15] = ++ids_;
              id.bytes[13] = static_cast<std::uint8_t>(written.size());
              made.ids.push_back(id);
            }
            return {made};
          },
          [&](const LoadPage& e) { return Page(e); },
          [&](const LoadCase& e) -> std::vector<Event> {
            return {CaseLoaded{e.purpose, Load(e.id)}};
          },
          [&](const FindCode& e) -> std::vector<Event> {
            for (const auto& [code, id] : codes_) {
              if (code.rfind(e.code, 0) == 0)
                return {CaseLoaded{e.code.size() == kCodeSymbols ? LoadFor::kScan : LoadFor::kOpen,
                                   Load(id)}};
            }
            const CodeReading reading = ReadCode(e.code);
            return {CodeNotFound{reading.code ? Grouped(*reading.code) : e.code}};
          },
          [&](const WriteRecords& e) -> std::vector<Event> {
            if (full_disk) return {WriteFailed{true, e.drafts}};
            RecordsWritten done{state.now, {}};
            for (const Draft& draft : e.drafts) {
              written.push_back(draft);
              done.types.push_back(draft.type);
              Keep(draft, signed_in_, state.now);
            }
            return {done};
          },
          [&](const ReadDrafts& e) -> std::vector<Event> {
            DraftsRead read{e.person, {}};
            for (const auto& [key, fields] : draft_disk) {
              if (key.first == e.person)
                read.drafts[key.second] = {DraftsFrom(premises, fields), state.now, false};
            }
            return {read};
          },
          [&](const KeepDrafts& e) -> std::vector<Event> {
            if (full_disk) return {DraftsKept{e.person, e.id, std::nullopt}};
            const Fields fields = ToFields(e.drafts);
            draft_disk.erase({e.person, e.id});
            if (!fields.empty()) draft_disk[{e.person, e.id}] = fields;
            return {DraftsKept{e.person, e.id, state.now}};
          },
          [&](const CheckSecond& e) -> std::vector<Event> {
            if (e.password != "benar") return {SecondRefused{}};
            return {SecondAgreed{e.person}};
          },
          [&](const ChangePassword& e) -> std::vector<Event> {
            if (e.now != "benar") return {PasswordRefused{}};
            password = e.fresh;
            return {PasswordChanged{}};
          },
          [&](const CarryToStick& e) -> std::vector<Event> {
            carried.push_back(e.stick);
            return {};
          },
          [&](const KeepTaste& e) -> std::vector<Event> {
            tastes[e.person] = e.taste;
            return {};
          },
          [&](const OpenIdentity& e) -> std::vector<Event> {
            RecordsWritten done{state.now, {}};
            for (const Draft& draft : e.drafts) {
              written.push_back(draft);
              done.types.push_back(draft.type);
              Keep(draft, signed_in_, state.now);
            }
            for (const Record& record : records_) {
              if (!record.refs.empty() && record.refs.front() == e.id)
                identity_log.push_back(record.type);
            }
            return {done, IdentityOpened{
                              ShownIdentity{"Maria Wunga", "081234567890", "", "", "", {}, {}}}};
          },
      },
      effect);
  for (const Event& event : events)
    Happen(event);
}

const ScanSheet* World::Sheet() const {
  return state.overlay ? std::get_if<ScanSheet>(&*state.overlay) : nullptr;
}

const AssessDraft* World::Assessing() const {
  const CaseDrafts& drafts = CurrentDrafts(state);
  return drafts.assess ? &*drafts.assess : nullptr;
}

std::size_t World::Count(RecordType type) const {
  return static_cast<std::size_t>(std::ranges::count(written, type, &Draft::type));
}

}  // namespace tanggap::desk
