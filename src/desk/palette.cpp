#include "desk/palette.h"

#include <algorithm>
#include <array>
#include <utility>

#include "desk/search.h"
#include "desk/session.h"
#include "domain/ticket_code.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

struct DutyName {
  Duty duty;
  TextId name;
  const char* key;  // "": only from here
};
constexpr std::array<DutyName, 18> kDuties{{
    {Duty::kAssess, TextId::kDeskActAssess, "N"},
    {Duty::kDecide, TextId::kDeskActDecide, "P"},
    {Duty::kDeliver, TextId::kDeskActDeliver, "S"},
    {Duty::kRespond, TextId::kDeskActRespond, "W"},
    {Duty::kAskData, TextId::kDeskActData, "D"},
    {Duty::kIdentity, TextId::kDeskActIdentity, "I"},
    {Duty::kTake, TextId::kDeskActTake, "A"},
    {Duty::kNote, TextId::kDeskActNote, "C"},
    {Duty::kClose, TextId::kDeskActClose, "E"},
    {Duty::kTimes, TextId::kDeskActTimes, "F"},
    {Duty::kReturn, TextId::kDeskActReturn, "U"},
    {Duty::kRefer, TextId::kDeskActRefer, "R"},
    {Duty::kWithdraw, TextId::kDeskActWithdraw, "V"},
    {Duty::kReopen, TextId::kDeskActReopen, "O"},
    {Duty::kCorrect, TextId::kDeskActCorrect, "Z"},
    {Duty::kRestrict, TextId::kDeskActRestrict, ""},
    {Duty::kHold, TextId::kDeskActHold, ""},
    {Duty::kErase, TextId::kDeskActErase, ""},
}};

// A restriction or a hold that stands can be ended.
TextId NameFor(const OpenCase& open, const DutyName& duty) {
  if (duty.duty == Duty::kRestrict && open.file.restricted) return TextId::kDeskActRestrictEnd;
  if (duty.duty == Duty::kHold && open.holds.on) return TextId::kDeskActHoldEnd;
  return duty.name;
}

constexpr std::array<TextId, 10> kViews{
    TextId::kDeskViewNew,     TextId::kDeskViewToday,     TextId::kDeskViewOverdue,
    TextId::kDeskViewData,    TextId::kDeskViewSuspended, TextId::kDeskViewDecide,
    TextId::kDeskViewDeliver, TextId::kDeskViewConflict,  TextId::kDeskViewClosed,
    TextId::kDeskViewAll,
};

class List {
 public:
  List(const Premises& premises, const State& state, const std::string& typed)
      : premises_(premises), state_(state), texts_(WordsOf(premises, state)), typed_(typed) {}

  void AddCase(const OpenCase& open) {
    for (const DutyName& one : kDuties) {
      std::string why = WhyNotBegin(state_, open, one.duty);
      if (!why.empty()) why = WhoMay(open, one.duty, why);
      Add({CommandGroup::kCase, texts_[NameFor(open, one)], one.key, why, "", Begin{one.duty}});
    }
    // What can be done comes first; the rest says why not.
    std::ranges::stable_partition(commands_,
                                  [](const Command& command) { return command.why.empty(); });
  }

  void AddPlaces() {
    const bool reads = state_.person->role != Role::kStaff;
    for (std::size_t i = 0; reads && i < kViews.size(); ++i)
      Go(texts_[kViews[i]], std::to_string((i + 1) % 10), ShowView{static_cast<CaseView>(i)});
    if (std::holds_alternative<Inbox>(state_.screen)) {
      if (reads) Go(texts_[TextId::kDeskKeyFilter], "F", OpenFilter{});
      Go(texts_[TextId::kDeskKeySearch], "/", FocusField{Field::kSearch, 0, std::nullopt});
      if (reads) Go(texts_[TextId::kDeskKeyRows], "Shift D", ChangeRows{});
    }
    Go(texts_[TextId::kDeskRoomDevices], "G P", EnterRoom{RoomKind::kDevices});
    Go(texts_[TextId::kDeskRoomPeople], "G O", EnterRoom{RoomKind::kPeople});
    Go(texts_[TextId::kDeskPasswordTitle], "", OpenPassword{});
    Go(texts_[TextId::kDeskKeyTheme], "Ctrl G", ChangeTheme{});
    Go(texts_[TextId::kDeskKeyLanguage], "Ctrl B", ChangeLanguage{});
    Go(texts_[TextId::kDeskActLock], "Ctrl L", Lock{});
    Go(texts_[TextId::kDeskKeysTitle], "?", ShowKeys{});
  }

  // What was typed may also be a code or a service.
  void AddTyped() {
    const std::string code = AsCode(typed_);
    const bool digits = typed_.find_first_of("0123456789") != std::string::npos;
    if (code.size() >= 4 && code.size() <= kCodeSymbols && digits) {
      commands_.push_back({CommandGroup::kGo,
                           texts_.Format(TextId::kDeskPaletteFindCode, {{"code", code}}), "Enter",
                           "", "", FindTyped{code}});
    }
    if (typed_.empty() || state_.person->role == Role::kStaff) return;
    for (const OfficeService& service : premises_.office.services)
      Add({CommandGroup::kGo, std::string(service.label.In(state_.language)), "", "",
           texts_[TextId::kDeskPaletteService], ShowService{service.id}});
  }

  void AddRecent() {
    if (state_.person->role == Role::kStaff) return;
    for (const RecentCase& recent : state_.recent) {
      const OfficeService* service = premises_.office.Find(recent.service);
      std::string name = service == nullptr ? recent.service.value
                                            : std::string(service->label.In(state_.language));
      Add({CommandGroup::kRecent, name + ", " + recent.code, "", "",
           ClockTime(recent.at, premises_.office.zone, texts_), OpenRecent{recent.id}});
    }
  }

  [[nodiscard]] std::vector<Command> Take() { return std::move(commands_); }

 private:
  void Add(Command command) {
    if (typed_.empty() || BeginsAWord(command.name, typed_))
      commands_.push_back(std::move(command));
  }
  void Go(const std::string& name, std::string keys, Intent intent) {
    Add({CommandGroup::kGo, name, std::move(keys), "", "", std::move(intent)});
  }

  // "hanya: Maria K. Lestari": whoever of this desk may, else why nobody may now.
  [[nodiscard]] std::string WhoMay(const OpenCase& open, Duty duty, const std::string& why) const {
    std::string names;
    State other;
    other.now = state_.now;
    for (const Person& person : state_.people) {
      other.person = person;
      if (person == *state_.person || !WhyNotBegin(other, open, duty).empty()) continue;
      if (!names.empty()) names += ", ";
      names += person.name;
    }
    if (!names.empty()) return texts_.Format(TextId::kDeskPaletteOnly, {{"who", names}});
    std::string words = texts_.ByKey(why);
    return words.empty() ? texts_.ByKey("desk." + why) : words;
  }

  const Premises& premises_;
  const State& state_;
  const Texts& texts_;
  const std::string& typed_;
  std::vector<Command> commands_;
};

}  // namespace

std::vector<Command> CommandsFor(const Premises& premises, const State& state,
                                 const std::string& typed) {
  if (!state.person) return {};
  List list(premises, state, typed);
  // The case below the palette, not one that a sheet shows.
  const OpenCase* open = nullptr;
  if (const auto* work = std::get_if<CaseWork>(&state.screen)) open = &work->open;
  const auto* inbox = std::get_if<Inbox>(&state.screen);
  if (inbox != nullptr && inbox->previewed) open = &*inbox->previewed;
  if (open != nullptr) list.AddCase(*open);
  list.AddTyped();
  list.AddPlaces();
  list.AddRecent();
  std::vector<Command> commands = list.Take();
  std::ranges::stable_sort(commands, {}, [&](const Command& command) {
    return std::pair(command.group, !Folded(command.name).starts_with(Folded(typed)));
  });
  return commands;
}

}  // namespace tanggap::desk
