// The ticket speaks both ways, and what staff may do before a kiosk.
#include <algorithm>

#include "kiosk/sample.h"
#include "kiosk/steps.h"
#include "kiosk/words.h"
#include "support/catch.h"

namespace tanggap::kiosk {
namespace {

using std::chrono::seconds;

const TicketCode kCode = SampleTicket(IdOf(9)).code;

TicketState At(TicketStage stage) {
  TicketState state;
  state.stage = stage;
  return state;
}

bool Offers(const TicketState& state, Say say) {
  const auto says = SayableAbout(state);
  return std::ranges::find(says, say) != says.end();
}

// A visitor who looks at a ticket of this state.
Visitor Reading(const Context& context, const TicketState& state) {
  Visitor visitor(context);
  visitor.state.screen = ShowState{kCode, state};
  return visitor;
}

Context StaffedContext() {
  Context context = SampleContext();
  context.staff_menu = true;
  return context;
}

Visitor& Types(Visitor& visitor, const std::string& keys) {
  visitor.now += kDeafTime;
  for (const char key : keys)
    visitor.DoesAtOnce(TypeText{std::string(1, key)});
  return visitor;
}

}  // namespace

TEST_CASE("What a ticket's holder may say follows the state of the case", "[kiosk][session]") {
  CHECK(SayableAbout(At(TicketStage::kReceived)) == std::vector{Say::kAdd, Say::kWithdraw});
  CHECK(Offers(At(TicketStage::kDecided), Say::kObject));
  CHECK(Offers(At(TicketStage::kDelivered), Say::kAccept));
  CHECK_FALSE(Offers(At(TicketStage::kDelivered), Say::kWithdraw));
  CHECK_FALSE(Offers(At(TicketStage::kDone), Say::kAccept));
  CHECK(Offers(At(TicketStage::kDone), Say::kObject));
  TicketState apologised = At(TicketStage::kReceived);
  apologised.sentences = {"state.apology"};
  CHECK(Offers(apologised, Say::kAccept));
  TicketState withdrawn = At(TicketStage::kExamined);
  withdrawn.side = TicketSide::kWithdrawn;
  CHECK(SayableAbout(withdrawn) == std::vector{Say::kUndo});
}

TEST_CASE("What a ticket's holder wrote survives a disk that fails, and is sent again as the same",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor = Reading(context, At(TicketStage::kReceived));
  visitor.Does(SaySomething{}).Does(PickSay{Say::kAdd});
  Types(visitor, "surat ada").Does(GoNext{});
  const StoreSaid first = visitor.Asked<StoreSaid>().back();
  visitor.Happens(StorageFailed{first.id, Trouble::kFull});
  const auto* failed = visitor.On<SaveFailed>();
  REQUIRE(failed != nullptr);
  CHECK(failed->trouble == Trouble::kFull);
  SECTION("and then it is kept") {
    visitor.Does(TryAgain{});
    const StoreSaid again = visitor.Asked<StoreSaid>().back();
    REQUIRE(visitor.Asked<StoreSaid>().size() == 2);
    CHECK(again.id == first.id);
    CHECK(again.words == "Surat ada");
    visitor.Happens(SaidStored{first.id});
    REQUIRE(visitor.On<SaidThanks>() != nullptr);
    CHECK(visitor.On<SaidThanks>()->stored);
    CHECK(visitor.state.visit.message.empty());
  }
  SECTION("and nothing of it stays when they leave") {
    visitor.WaitsTicking(std::chrono::minutes{10});
    CHECK(visitor.On<OutOfService>() != nullptr);
    CHECK(visitor.state.visit.message.empty());
  }
}

TEST_CASE("Words begun for an objection don't go with an acceptance", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor = Reading(context, At(TicketStage::kDelivered));
  visitor.Does(SaySomething{}).Does(PickSay{Say::kObject});
  Types(visitor, "surat tidak ada").Does(GoBack{});
  visitor.Does(PickSay{Say::kAccept}).Does(ConfirmSaid{});
  REQUIRE(visitor.Asked<StoreSaid>().size() == 1);
  CHECK(visitor.Asked<StoreSaid>()[0].what == Say::kAccept);
  CHECK(visitor.Asked<StoreSaid>()[0].words.empty());
}

TEST_CASE("A score of the handling that can't be stored is sent again as the same",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor = Reading(context, At(TicketStage::kDecided));
  visitor.Does(SaySomething{}).Does(OpenHandling{}).Does(ScoreHandling{2});
  const RecordId id = visitor.Asked<StoreHandling>().back().id;
  visitor.Happens(StorageFailed{id, Trouble::kBroken}).Does(TryAgain{});
  REQUIRE(visitor.Asked<StoreHandling>().size() == 2);
  CHECK(visitor.Asked<StoreHandling>().back().id == id);
  CHECK(visitor.Asked<StoreHandling>().back().score == 2);
}

TEST_CASE("A question that a broken store can't answer doesn't keep its visitor waiting",
          "[kiosk][session]") {
  const Context context = StaffedContext();
  Visitor visitor(context);
  SECTION("a ticket's state") {
    visitor.state.screen = Looking{kCode};
  }
  SECTION("a PIN") {
    visitor.state.screen = EnterPin{"123456", true, false};
  }
  visitor.Happens(StorageFailed{RecordId{}, Trouble::kBroken});
  CHECK(visitor.On<OutOfService>() != nullptr);
}

TEST_CASE("An addition is stored with its words under the ticket's code, then wiped",
          "[kiosk][session][privacy]") {
  const Context context = SampleContext();
  Visitor visitor = Reading(context, At(TicketStage::kReceived));
  visitor.Does(SaySomething{}).Does(PickSay{Say::kAdd}).Does(GoNext{});
  REQUIRE(visitor.Asked<StoreSaid>().empty());  // Nothing was written yet.
  Types(visitor, "surat ada").Does(GoNext{});
  const auto said = visitor.Asked<StoreSaid>();
  REQUIRE(said.size() == 1);
  CHECK(said[0].code == kCode);
  CHECK(said[0].what == Say::kAdd);
  CHECK(said[0].words == "Surat ada");
  REQUIRE(visitor.On<SaidThanks>() != nullptr);
  CHECK_FALSE(visitor.On<SaidThanks>()->stored);
  visitor.Happens(SaidStored{said[0].id});
  CHECK(visitor.On<SaidThanks>()->stored);
  CHECK(visitor.state.visit.message.empty());
}

TEST_CASE("An objection may stand without a reason", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor = Reading(context, At(TicketStage::kDecided));
  visitor.Does(SaySomething{}).Does(PickSay{Say::kObject}).Does(GoNext{});
  REQUIRE(visitor.Asked<StoreSaid>().size() == 1);
  REQUIRE(visitor.Asked<StoreSaid>()[0].what == Say::kObject);
}

TEST_CASE("A withdrawal asks whether somebody told them to, and asks once more",
          "[kiosk][session]") {
  const Context context = SampleContext();
  const bool pressed = GENERATE(true, false);
  Visitor visitor = Reading(context, At(TicketStage::kExamined));
  visitor.Does(SaySomething{}).Does(PickSay{Say::kWithdraw});
  REQUIRE(visitor.On<AskPressed>() != nullptr);
  visitor.Does(AnswerPressed{pressed});
  REQUIRE(visitor.On<ConfirmSay>() != nullptr);
  REQUIRE(visitor.Asked<StoreSaid>().empty());
  visitor.Does(ConfirmSaid{});
  REQUIRE(visitor.Asked<StoreSaid>().size() == 1);
  REQUIRE(visitor.Asked<StoreSaid>()[0].pressed == pressed);
}

TEST_CASE("Back is one page of the ticket's words, and what was written stays with the ticket",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor = Reading(context, At(TicketStage::kDecided));
  visitor.Does(SaySomething{}).Does(PickSay{Say::kObject});
  Types(visitor, "belum").Does(GoBack{});
  REQUIRE(visitor.On<ChooseSay>() != nullptr);
  CHECK(visitor.state.visit.message == "Belum");
  visitor.Does(GoBack{});
  REQUIRE(visitor.On<ShowState>() != nullptr);
  visitor.Does(SaySomething{}).Does(PickSay{Say::kObject});
  REQUIRE(visitor.On<SayWords>() != nullptr);
  CHECK(visitor.state.visit.message == "Belum");
}

TEST_CASE("Back from the pages of a withdrawal asks its question again", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor = Reading(context, At(TicketStage::kExamined));
  visitor.Does(SaySomething{}).Does(PickSay{Say::kWithdraw}).Does(AnswerPressed{false});
  visitor.Does(GoBack{});
  REQUIRE(visitor.On<AskPressed>() != nullptr);
  visitor.Does(GoBack{});
  REQUIRE(visitor.On<ChooseSay>() != nullptr);
}

TEST_CASE("What was written about a ticket is gone with the ticket", "[kiosk][session][privacy]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  const HeldTicket held{kCode, At(TicketStage::kDecided)};
  visitor.state.visit.message = "Rahasia";
  SECTION("when another is looked for") {
    visitor.state.screen = ShowState{held.code, held.ticket};
    visitor.Does(FindAnother{});
  }
  SECTION("when the visit ends at its state") {
    visitor.state.screen = ShowState{held.code, held.ticket};
    visitor.Does(Finish{});
  }
  SECTION("when it is given up") {
    visitor.state.screen = SayWords{held, Say::kObject, {}};
    visitor.Does(AskCancel{}).Does(DropEntry{});
  }
  SECTION("when somebody new stands there") {
    visitor.state.screen = ChooseSay{held};
    visitor.state.overlay = IdleWarning{visitor.now};
    visitor.Does(NewPerson{});
  }
  REQUIRE(visitor.state.visit.message.empty());
}

TEST_CASE("What was written comes back veiled where somebody may stand beside",
          "[kiosk][session][privacy]") {
  const Context context = SensitiveContext();
  Visitor visitor = Reading(context, At(TicketStage::kDecided));
  visitor.Does(SaySomething{}).Does(PickSay{Say::kObject});
  visitor.state.visit.message = "Rahasia";
  visitor.Does(GoBack{}).Does(PickSay{Say::kAdd});
  REQUIRE(visitor.On<SayWords>() != nullptr);
  REQUIRE(visitor.On<SayWords>()->veil == 7);
}

TEST_CASE("What a holder wrote comes back covered, and goes with whoever walks away",
          "[kiosk][session][privacy]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.state.screen = SayWords{{kCode, At(TicketStage::kDecided)}, Say::kObject, {}};
  visitor.state.visit.message = "Rahasia";
  visitor.state.touched_at = visitor.now;
  visitor.WaitsTicking(seconds{61}).Does(StillHere{});
  REQUIRE(visitor.state.visit.covered);
  visitor.WaitsTicking(seconds{61 + 21});
  REQUIRE(visitor.On<Attract>() != nullptr);
  REQUIRE(visitor.state.visit.message.empty());
}

TEST_CASE("The handling is rated with the same four faces, once something was decided",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor early = Reading(context, At(TicketStage::kReceived));
  early.Does(SaySomething{}).Does(OpenHandling{});
  REQUIRE(early.On<RateHandling>() == nullptr);
  Visitor visitor = Reading(context, At(TicketStage::kDelivered));
  visitor.Does(SaySomething{}).Does(OpenHandling{}).Does(ScoreHandling{3});
  REQUIRE(visitor.Asked<StoreHandling>().size() == 1);
  REQUIRE(visitor.Asked<StoreHandling>()[0].score == 3);
  REQUIRE(visitor.Asked<StoreHandling>()[0].code == kCode);
}

TEST_CASE("After three tickets in a short time staff take the next complaint", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  for (int i = 0; i < 3; ++i) {
    visitor.GoesToReview().Does(Send{});
    const RecordId id = visitor.Asked<StoreComplaint>().back().id;
    visitor.Happens(ComplaintStored{id, SampleTicket(id)}).Does(Finish{}).Does(Finish{});
    REQUIRE(visitor.On<Attract>() != nullptr);
  }
  REQUIRE(visitor.Asked<FlagTickets>().empty());
  visitor.Does(MakeComplaint{});
  REQUIRE(visitor.On<TooManyTickets>() != nullptr);
  REQUIRE(visitor.Asked<FlagTickets>().size() == 1);
  visitor.Does(GoBack{});
  visitor.state.screen = Attract{};
  visitor.now += Steady{1000 * context.office.intervals.ticket_limit_s};
  visitor.Does(MakeComplaint{});
  REQUIRE(visitor.On<ChooseKind>() != nullptr);
}

TEST_CASE("An office without a ticket limit never sends a visitor away", "[kiosk][session]") {
  Context context = SampleContext();
  context.office.intervals.ticket_limit_s = 0;
  Visitor visitor(context);
  for (int i = 0; i < 5; ++i) {
    visitor.GoesToReview().Does(Send{});
    const RecordId id = visitor.Asked<StoreComplaint>().back().id;
    visitor.Happens(ComplaintStored{id, SampleTicket(id)}).Does(Finish{}).Does(Finish{});
    REQUIRE(visitor.On<Attract>() != nullptr);
  }
  REQUIRE(visitor.Asked<FlagTickets>().empty());
}

TEST_CASE("The focus ring walks along the choices as they are read", "[kiosk][session][speech]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(MakeComplaint{}).Does(ToggleListen{});
  std::vector<std::string> walked;
  while (const auto spoken = SpokenAt(context, visitor.state, visitor.now)) {
    if (!spoken->id.empty() && (walked.empty() || walked.back() != spoken->id))
      walked.push_back(spoken->id);
    visitor.now += Steady{100};
  }
  REQUIRE(walked == std::vector<std::string>{"kind-complaint", "kind-suggestion", "kind-praise",
                                             "kind-question"});
}

TEST_CASE("Without a PIN there is no staff menu", "[kiosk][session][staff]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(OpenStaff{});
  REQUIRE(visitor.On<Attract>() != nullptr);
}

TEST_CASE("Six digits are checked by themselves and kept nowhere", "[kiosk][session][staff]") {
  const Context context = StaffedContext();
  Visitor visitor(context);
  visitor.Does(OpenStaff{});
  Types(visitor, "123456");
  REQUIRE(visitor.Asked<CheckPin>().size() == 1);
  REQUIRE(visitor.Asked<CheckPin>()[0].digits == "123456");
  REQUIRE(visitor.On<EnterPin>()->digits.empty());
  visitor.Happens(PinChecked{true});
  REQUIRE(visitor.On<StaffMenu>() != nullptr);
  REQUIRE(visitor.Asked<StoreStaffAction>()[0].action == "menu");
}

TEST_CASE("Four wrong PINs close the menu for five minutes, for the next one who tries too",
          "[kiosk][session][staff]") {
  const Context context = StaffedContext();
  Visitor visitor(context);
  visitor.Does(OpenStaff{});
  for (int i = 0; i < kPinTries; ++i) {
    Types(visitor, "000000").Happens(PinChecked{false});
  }
  REQUIRE(visitor.On<PinLocked>() != nullptr);
  visitor.Does(GoBack{}).Does(OpenStaff{});
  REQUIRE(visitor.On<PinLocked>() != nullptr);
  visitor.Does(GoBack{});
  visitor.now += kPinLock;
  visitor.Does(OpenStaff{});
  REQUIRE(visitor.On<EnterPin>() != nullptr);
}

TEST_CASE("Nobody leaves an open staff menu in a lobby", "[kiosk][session][staff]") {
  const Context context = StaffedContext();
  Visitor visitor(context);
  visitor.Does(OpenStaff{});
  Types(visitor, "123456").Happens(PinChecked{true});
  visitor.WaitsTicking(seconds{61});
  REQUIRE(visitor.On<Attract>() != nullptr);
}

TEST_CASE("Staff test the printer, count, and put the kiosk out of service and back",
          "[kiosk][session][staff]") {
  const Context context = StaffedContext();
  Visitor visitor(context);
  visitor.state.screen = StaffMenu{};
  visitor.state.touched_at = visitor.now;
  visitor.Does(PrintTestPage{}).Does(CountAgain{});
  REQUIRE(visitor.Asked<TestPrint>().size() == 1);
  REQUIRE(visitor.Asked<ReadCounts>().empty());  // One thing after the other.
  visitor.Happens(TestPrinted{PrintState::kPrinted}).Does(CountAgain{});
  visitor.Happens(CountsRead{{7, 2, 1, 900}});
  REQUIRE(visitor.On<StaffMenu>()->counts->waiting == 2);
  visitor.Does(ToggleService{});
  REQUIRE(visitor.On<OutOfService>() != nullptr);
  REQUIRE(visitor.On<OutOfService>()->trouble == Trouble::kStaff);
  visitor.WaitsTicking(seconds{30});
  REQUIRE(visitor.Asked<ProbeStorage>().empty());
  visitor.Happens(StorageWell{});
  REQUIRE(visitor.On<OutOfService>() != nullptr);
  visitor.Does(OpenStaff{});
  Types(visitor, "123456").Happens(PinChecked{true}).Does(ToggleService{});
  REQUIRE(visitor.On<Attract>() != nullptr);
}

TEST_CASE("The way to the holder's words is named after what can be said now", "[kiosk][say]") {
  CHECK(SayOpenText(At(TicketStage::kReceived)) == TextId::kSayOpenWithdraw);
  CHECK(SayOpenText(At(TicketStage::kDecided)) == TextId::kSayOpen);
  CHECK(SayOpenText(At(TicketStage::kDone)) == TextId::kSayOpen);
  TicketState withdrawn = At(TicketStage::kExamined);
  withdrawn.side = TicketSide::kWithdrawn;
  CHECK(SayOpenText(withdrawn) == TextId::kSayUndo);
}

TEST_CASE("A delivered state names what was delivered, as far as the desk said", "[kiosk][say]") {
  const Context context = SampleContext();
  TicketState state = At(TicketStage::kDelivered);
  state.sentences = {"state.delivered", "state.delivered.next"};
  CHECK(StateSentences(context, context.In("id"), state).size() == 2);
  const DecreeRemedy& remedy = context.decree.remedies.front();
  state.remedies = {remedy.id.value};
  const auto sentences = StateSentences(context, context.In("id"), state);
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[1] == "Yang kami sampaikan: " + std::string(remedy.label.In("id")));
}

}  // namespace tanggap::kiosk
