// A desk with its world in memory: the session, and everything it asks for carried out at once.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "desk/session.h"
#include "texts/texts.h"

namespace tanggap::desk {

// What a visitor may have said; the rest has a plain default.
struct Said {
  std::string service = "legalisir";
  std::vector<std::string> aspects = {"waktu"};
  std::string story;
  std::vector<std::string> phrases;
  std::vector<std::string> losses;
  std::vector<std::string> wishes;
  std::optional<int> complete_days_ago;  // declared complete; nothing: not known
  std::optional<int> finished_days_ago;
  bool named = false;
  std::string kind = "pengaduan";
};

[[nodiscard]] Premises LembataPremises();
[[nodiscard]] Premises BelitungPremises();
[[nodiscard]] Texts DeskTexts(const std::string& language);

class World {
 public:
  explicit World(Premises premises);

  State state;
  Premises premises;
  bool full_disk = false;
  std::string password = "benar";         // as it was last changed to
  std::vector<Draft> written;             // in the order of writing
  std::map<PersonId, Taste> tastes;       // as kept on this desk
  std::map<DraftKey, Fields> draft_disk;  // half-done work, as kept on this desk
  std::vector<Stick> carried;             // to which carrying was begun
  std::vector<RecordType> identity_log;   // what was there when an identity was opened

  // People: rina (counter staff), maria (supervisor), yohanes and petrus (heads), sari (auditor).
  [[nodiscard]] static PersonId Id(const std::string& name) { return PersonId{name}; }
  void SignInAs(const std::string& name);
  // A complaint lodged `minutes_ago`; returns its code, compact.
  std::string Lodge(const Said& said, int minutes_ago = 30);
  // An assessment by somebody who had not seen any other: a side of a conflict.
  void JudgeApart(const std::string& code, const std::string& by, const std::string& severity,
                  const std::string& reason);
  void AddPerson(const std::string& id, const std::string& name, Role role);
  // The program starts: nothing is left but what was written and kept.
  void Begin(State fresh);
  void Act(Intent intent);
  void Happen(const Event& event);
  void Scan(const std::string& code);  // as a wedge scanner does
  void Key(const std::string& name);   // "Ctrl+Enter", "N"
  void Type(const std::string& text);  // letters one by one, as keys
  void Pass(std::chrono::milliseconds time);
  // Opens the case of this code for the signed-in person.
  void Open(const std::string& code);

  [[nodiscard]] CaseFile FileOf(const std::string& code) const;
  [[nodiscard]] const CaseWork* Work() const { return std::get_if<CaseWork>(&state.screen); }
  [[nodiscard]] const Inbox* List() const { return std::get_if<Inbox>(&state.screen); }
  [[nodiscard]] const ScanSheet* Sheet() const;
  [[nodiscard]] const AssessDraft* Assessing() const;
  [[nodiscard]] std::size_t Count(RecordType type) const;

 private:
  void Carry(const Effect& effect);
  [[nodiscard]] std::optional<OpenCase> Load(const RecordId& id) const;
  [[nodiscard]] std::vector<Event> Page(const LoadPage& effect) const;
  void Keep(const Draft& draft, const PersonId& by, Instant at,
            const NodeId& desk = NodeId{"DESK000001"});
  void Erase(const std::string& id, const std::string& classes);
  [[nodiscard]] FoldRules Rules() const;

  std::vector<Record> records_;
  std::map<std::string, RecordId> codes_;
  PersonId signed_in_;
  std::vector<Person> more_;
  std::uint8_t ids_ = 0;
  std::uint32_t made_ = 0;
  std::uint64_t sequence_ = 0;
};

}  // namespace tanggap::desk
