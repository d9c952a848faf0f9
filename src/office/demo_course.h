// The course of one made-up case at the office: its steps in office hours, up to its fate.
#pragma once

#include <string>
#include <vector>

#include "domain/assess.h"
#include "office/demo_case.h"

namespace tanggap {

// Whether this decree lets an apology be spoken on the spot.
[[nodiscard]] bool KnowsOralClaims(const Decree& decree);
// A moment of office hours on this day.
[[nodiscard]] Instant MomentOn(const Office& office, Day day, DemoDice& dice);

// Appends events to `events`; refers to everything it is given.
class DemoCourse {
 public:
  DemoCourse(const Office& office, const Decree& decree, const DemoCaseWish& wish, DemoDice& dice,
             std::vector<DemoEvent>& events)
      : office_(office), decree_(decree), wish_(wish), dice_(dice), events_(events) {}

  void BeginAt(Instant at) { at_ = at; }
  // The next event at the current moment; the first one is the case, the others answer it. Valid
  // until the next call.
  Draft& Add(DemoActor actor, RecordType type);
  // What the office did about `text`, step after step; steps in the future are left out.
  // `conduct`: it touches a person's conduct.
  void Go(const DemoText& text, bool conduct);

 private:
  // The next step, a few office hours or days later. False: it lies in the future.
  bool Later(int days_at_least, std::size_t more);
  bool Respond(const std::string& answer);
  void Apology();
  void Waiting();
  void Referred();
  void Withdrawn();
  void Close(DemoActor by, const std::string& outcome);
  void Handle();  // the full way, as far as the fate goes
  [[nodiscard]] DemoActor Disagreeing() const;
  [[nodiscard]] std::vector<Finding> Lowered() const;
  void Classify(DemoActor by, const std::vector<Finding>& findings);
  [[nodiscard]] std::vector<RemedyItem> Remedies() const;
  void Propose();
  void Decide(bool granted);
  void Deliver();

  const Office& office_;
  const Decree& decree_;
  const DemoCaseWish& wish_;
  DemoDice& dice_;
  std::vector<DemoEvent>& events_;
  const DemoText* text_ = nullptr;
  Instant at_{};
  RecordId case_;
  RecordId last_;
  bool conduct_ = false;
  std::vector<RemedyItem> items_;
};

}  // namespace tanggap
