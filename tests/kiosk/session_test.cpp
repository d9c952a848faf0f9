// What the kiosk promises to whoever stands before it.
#include <algorithm>

#include "kiosk/sample.h"
#include "kiosk/steps.h"
#include "kiosk/words.h"
#include "support/catch.h"

namespace tanggap::kiosk {
namespace {

using std::chrono::seconds;

Complaint FullEntry() {
  Complaint entry;
  entry.service = ServiceId{"legalisir"};
  entry.words = "Cerita rahasia";
  entry.identity.mode = IdentityMode::kNamed;
  entry.identity.name = "Nama Rahasia";
  entry.identity.phone = "081234567890";
  return entry;
}

}  // namespace

TEST_CASE("One touch of a face is a rating, with its id made before it is stored",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(Rate{2});
  const auto stored = visitor.Asked<StoreRating>();
  REQUIRE(stored.size() == 1);
  REQUIRE(stored[0].score == 2);
  REQUIRE(stored[0].flags.empty());
  REQUIRE_FALSE(stored[0].id.Empty());
  REQUIRE(visitor.On<Thanks>() != nullptr);
  REQUIRE(visitor.On<Thanks>()->rating == stored[0].id);
}

TEST_CASE("The thanks are the same after every face and claim nothing before the commit",
          "[kiosk][session]") {
  const Context context = SampleContext();
  std::vector<Thanks> thanks;
  for (const int score : {1, 2, 3, 4}) {
    Visitor visitor(context);
    visitor.Does(Rate{score});
    REQUIRE_FALSE(visitor.On<Thanks>()->stored);
    visitor.Happens(RatingStored{visitor.On<Thanks>()->rating});
    REQUIRE(visitor.On<Thanks>()->stored);
    thanks.push_back(*visitor.On<Thanks>());
  }
  REQUIRE(std::ranges::all_of(thanks, [&](const Thanks& t) { return t == thanks[0]; }));
}

TEST_CASE("A wrong touch can be taken back while the thanks stand", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(Rate{1}).Does(TouchedByMistake{});
  const auto withdrawn = visitor.Asked<WithdrawRating>();
  REQUIRE(withdrawn.size() == 1);
  REQUIRE(withdrawn[0].rating == visitor.Asked<StoreRating>()[0].id);
  visitor.Does(TouchedByMistake{});
  REQUIRE(visitor.Asked<WithdrawRating>().size() == 1);
}

TEST_CASE("Whoever took a rating back finds the faces again, and the next one is not called play",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(SwitchLanguage{}).Does(Rate{1});
  visitor.Does(RateAgain{});
  REQUIRE(visitor.On<Thanks>() != nullptr);  // nothing was taken back yet
  visitor.Does(TouchedByMistake{}).Does(RateAgain{});
  REQUIRE(visitor.On<Attract>() != nullptr);
  REQUIRE(visitor.state.visit.language == "en");
  visitor.Does(Rate{4});
  const auto stored = visitor.Asked<StoreRating>();
  REQUIRE(stored.size() == 2);
  CHECK(stored[1].score == 4);
  CHECK(stored[1].flags.empty());
}

TEST_CASE("The thanks go after four seconds, and the next visitor finds the faces",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(Rate{3}).Waits(Steady{3999});
  REQUIRE(visitor.On<Thanks>() != nullptr);
  visitor.Waits(Steady{1});
  REQUIRE(visitor.On<Attract>() != nullptr);
}

TEST_CASE("Of a hundred taps in ten seconds every face is stored and all but the first flagged",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.now = Steady{5000};
  for (int tap = 0; tap < 100; ++tap) {
    visitor.Happens(Tick{});
    const bool face = visitor.On<Attract>() != nullptr;
    visitor.Touches();
    if (face) visitor.DoesAtOnce(Rate{1 + (tap % 4)});
    visitor.now += Steady{100};
  }
  visitor.WaitsTicking(seconds{6});
  const auto ratings = visitor.Asked<StoreRating>();
  REQUIRE(ratings.size() == 3);
  REQUIRE(ratings[0].flags.empty());
  REQUIRE_FALSE(ratings[1].flags.empty());
  REQUIRE_FALSE(ratings[2].flags.empty());
  int extra = 0;
  for (const FlagSession& flag : visitor.Asked<FlagSession>())
    extra += flag.extra_taps;
  REQUIRE(extra + static_cast<int>(ratings.size()) == 100);
}

TEST_CASE("Somebody who walks away at any step leaves nothing behind",
          "[kiosk][session][privacy]") {
  const Context context = SampleContext();
  const auto screen = GENERATE(as<Screen>{}, ChooseKind{}, ChooseService{}, ChooseAspect{},
                               ChooseCounter{}, ChooseWhen{}, TellWhat{}, TellWhat{0, true, {}},
                               AskFor{}, AskLoss{}, Identify{}, TypeField{}, ReadNotice{}, Review{},
                               SaveFailed{}, LookUp{"K7QF", {}}, NotFound{}, Survey{}, About{});
  Visitor visitor(context);
  visitor.state.visit.complaint = FullEntry();
  visitor.state.visit.language = "en";
  visitor.state.screen = screen;
  visitor.state.touched_at = visitor.now;
  visitor.WaitsTicking(seconds{29});
  REQUIRE(visitor.state.screen == screen);
  REQUIRE_FALSE(visitor.state.overlay.has_value());
  visitor.WaitsTicking(seconds{31});
  const bool warned = visitor.state.overlay.has_value() || visitor.On<Attract>() != nullptr;
  REQUIRE(warned);
  visitor.WaitsTicking(seconds{21});
  REQUIRE(visitor.On<Attract>() != nullptr);
  REQUIRE(visitor.state.visit.complaint == Complaint{});
  REQUIRE(visitor.state.visit.language == "id");
}

TEST_CASE("The visit may be extended as often as somebody answers", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(MakeComplaint{}).Does(PickKind{});
  for (int i = 0; i < 12; ++i) {
    visitor.WaitsTicking(seconds{31});
    REQUIRE(visitor.state.overlay.has_value());
    visitor.WaitsTicking(seconds{15});
    visitor.Does(StillHere{});
    REQUIRE_FALSE(visitor.state.overlay.has_value());
    REQUIRE(visitor.On<ChooseService>() != nullptr);
  }
}

TEST_CASE("A touch beside the buttons of the warning only restarts its ring", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(MakeComplaint{}).Does(PickKind{}).WaitsTicking(seconds{31});
  visitor.WaitsTicking(seconds{18}).Touches();
  visitor.WaitsTicking(seconds{18});
  REQUIRE(visitor.state.overlay.has_value());
  visitor.WaitsTicking(seconds{3});
  REQUIRE(visitor.On<Attract>() != nullptr);
}

TEST_CASE("Somebody new wipes the entry at once", "[kiosk][session][privacy]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.GoesToReview().WaitsTicking(seconds{61}).Does(NewPerson{});
  REQUIRE(visitor.On<Attract>() != nullptr);
  REQUIRE(visitor.state.visit.complaint == Complaint{});
}

TEST_CASE("After the warning story, identity and review come back covered",
          "[kiosk][session][privacy]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.GoesToReview();
  REQUIRE(visitor.On<Review>() != nullptr);
  visitor.WaitsTicking(seconds{61}).Does(StillHere{});
  REQUIRE(visitor.state.visit.covered);
  visitor.Does(Uncover{});
  REQUIRE_FALSE(visitor.state.visit.covered);
}

TEST_CASE("A second tap on Kirim can't make a second complaint", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.GoesToReview().Does(Send{});
  visitor.DoesAtOnce(Send{}).DoesAtOnce(Send{});
  visitor.Does(Send{});
  REQUIRE(visitor.Asked<StoreComplaint>().size() == 1);
  REQUIRE(visitor.On<Saving>() != nullptr);
}

TEST_CASE("While a complaint is being saved no clock runs and no touch counts",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.GoesToReview().Does(Send{});
  visitor.WaitsTicking(seconds{600}).Does(DropEntry{}).Does(AskCancel{}).Does(GoBack{});
  REQUIRE(visitor.On<Saving>() != nullptr);
  REQUIRE_FALSE(visitor.state.overlay.has_value());
}

TEST_CASE("The ticket prints after the complaint is stored, never before", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.GoesToReview().Does(Send{});
  REQUIRE(visitor.Asked<PrintTicket>().empty());
  const RecordId id = visitor.Asked<StoreComplaint>()[0].id;
  visitor.Happens(ComplaintStored{id, SampleTicket(id)});
  REQUIRE(visitor.Asked<PrintTicket>().size() == 1);
  REQUIRE(visitor.On<ShowTicket>() != nullptr);
}

TEST_CASE("Only a complaint with a name asks for the formal receipt", "[kiosk][session]") {
  const Context context = SampleContext();
  Complaint complaint;
  complaint.service = context.office.services.front().id;
  complaint.identity.name = "Yohana Barek";  // typed, then the mind was changed
  CHECK_FALSE(ReceiptOf(context, complaint, "id").has_value());
  complaint.identity.mode = IdentityMode::kNamed;
  const auto receipt = ReceiptOf(context, complaint, "id");
  REQUIRE(receipt.has_value());
  CHECK(receipt->name == "Yohana Barek");
  CHECK_FALSE(receipt->story.empty());
  complaint.kind = ComplaintKind::kPraise;
  CHECK_FALSE(ReceiptOf(context, complaint, "id").has_value());
  Context sensitive = context;
  sensitive.office.sensitive.active = true;
  complaint.kind = ComplaintKind::kComplaint;
  CHECK_FALSE(ReceiptOf(sensitive, complaint, "id").has_value());
}

TEST_CASE("A disk that fails is tried again, then the entry is still there", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.GoesToReview().Does(Send{});
  const RecordId id = visitor.Asked<StoreComplaint>()[0].id;
  for (int attempt = 1; attempt < kMaxSaveAttempts; ++attempt) {
    visitor.Happens(StorageFailed{id, Trouble::kFull}).Waits(kSaveRetry);
    REQUIRE(visitor.Asked<StoreComplaint>().size() == static_cast<std::size_t>(attempt) + 1);
    REQUIRE(visitor.Asked<StoreComplaint>().back().id == id);
  }
  visitor.Happens(StorageFailed{id, Trouble::kFull});
  REQUIRE(visitor.On<SaveFailed>() != nullptr);
  REQUIRE(visitor.state.visit.complaint.service == ServiceId{"legalisir"});
  SECTION("and can be sent once more under the same id") {
    visitor.Does(TryAgain{});
    REQUIRE(visitor.Asked<StoreComplaint>().back().id == id);
    visitor.Happens(ComplaintStored{id, SampleTicket(id)});
    REQUIRE(visitor.On<ShowTicket>() != nullptr);
    REQUIRE_FALSE(visitor.state.kept.trouble.has_value());
  }
  SECTION("and afterwards the kiosk says that it is out of service until a write succeeds") {
    visitor.Does(AskCancel{});
    REQUIRE(visitor.On<OutOfService>() != nullptr);
    visitor.WaitsTicking(seconds{11});
    REQUIRE_FALSE(visitor.Asked<ProbeStorage>().empty());
    visitor.Happens(StorageWell{});
    REQUIRE(visitor.On<Attract>() != nullptr);
  }
}

TEST_CASE("What the printer says decides how long the code stays", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.GoesToReview().Does(Send{});
  const RecordId id = visitor.Asked<StoreComplaint>()[0].id;
  visitor.Happens(ComplaintStored{id, SampleTicket(id)});
  SECTION("while it prints nothing closes") {
    visitor.WaitsTicking(seconds{100});
    REQUIRE(visitor.On<ShowTicket>() != nullptr);
  }
  SECTION("printed: twenty seconds") {
    visitor.Happens(PrintFinished{id, PrintState::kPrinted}).WaitsTicking(seconds{19});
    REQUIRE(visitor.On<ShowTicket>() != nullptr);
    visitor.WaitsTicking(seconds{2});
    REQUIRE(visitor.On<Attract>() != nullptr);
  }
  SECTION("no printer: a minute to photograph it") {
    visitor.Happens(PrintFinished{id, PrintState::kUnavailable}).WaitsTicking(seconds{59});
    REQUIRE(visitor.On<ShowTicket>() != nullptr);
    visitor.WaitsTicking(seconds{2});
    REQUIRE(visitor.On<Attract>() != nullptr);
  }
  SECTION("nobody knows: the visitor is asked") {
    visitor.Happens(PrintFinished{id, PrintState::kUnknown});
    REQUIRE(visitor.On<ShowTicket>()->asks_if_out);
    visitor.Does(TicketCameOut{false});
    REQUIRE(visitor.On<ShowTicket>()->print == PrintState::kUnavailable);
    REQUIRE(visitor.Asked<StoreTicketOutcome>().size() == 2);
  }
  SECTION("Selesai takes the code off the screen and offers the survey to everybody") {
    visitor.Happens(PrintFinished{id, PrintState::kPrinted}).Does(Finish{});
    REQUIRE(visitor.On<Thanks>() != nullptr);
    REQUIRE(visitor.On<Thanks>()->offers_survey);
    REQUIRE(visitor.state.visit.complaint == Complaint{});
  }
}

TEST_CASE("A ticket that prints after its visitor left shows on nobody's screen",
          "[kiosk][session][privacy]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.GoesToReview().Does(Send{});
  const RecordId id = visitor.Asked<StoreComplaint>()[0].id;
  visitor.Happens(ComplaintStored{id, SampleTicket(id)}).Does(Finish{}).Does(Finish{});
  REQUIRE(visitor.On<Attract>() != nullptr);
  visitor.Happens(PrintFinished{id, PrintState::kPrinted});
  REQUIRE(visitor.On<Attract>() != nullptr);
  REQUIRE(visitor.Asked<StoreTicketOutcome>().size() == 1);
}

TEST_CASE("A second tap of a double tap does nothing on the next screen", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(MakeComplaint{}).DoesAtOnce(PickKind{});
  REQUIRE(visitor.On<ChooseKind>() != nullptr);
  visitor.Does(PickKind{});
  REQUIRE(visitor.On<ChooseService>() != nullptr);
}

TEST_CASE("A change of mind keeps every other answer", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(MakeComplaint{}).Does(PickKind{}).Does(PickService{ServiceId{"legalisir"}});
  visitor.Does(ToggleAspect{AspectId{"sarana-prasarana"}}).Does(GoNext{});
  visitor.Does(PickDay{DayWord::kYesterday, 0}).Does(OpenKeyboard{});
  for (const char* key : {"r", "u", "s", "a", "k"})
    visitor.DoesAtOnce(TypeText{key}).Does(TouchedByMistake{});
  visitor.Does(GoBack{}).Does(OpenKeyboard{}).Does(TypeText{"r"}).Does(GoNext{});
  visitor.Does(ToggleWish{Wish::kExplain}).Does(GoNext{}).Does(PickLoss{Loss::kTime});
  visitor.Does(GoNext{});
  REQUIRE(visitor.On<Review>() != nullptr);
  SECTION("a change of service comes straight back") {
    visitor.Does(ChangeAnswer{Station::kService}).Does(PickService{ServiceId{"pindah"}});
    REQUIRE(visitor.On<Review>() != nullptr);
  }
  SECTION("a change that raises new questions asks only those") {
    visitor.Does(ChangeAnswer{Station::kAspect}).Does(ToggleAspect{AspectId{"waktu"}});
    visitor.Does(GoNext{});
    const auto* when = visitor.On<ChooseWhen>();
    REQUIRE(when != nullptr);
    REQUIRE(when->question == WhenQuestion::kHandedIn);
    visitor.Does(PickDay{DayWord::kUnknown, 0}).Does(PickDay{DayWord::kNever, 0});
    REQUIRE(visitor.On<Review>() != nullptr);
  }
  const Complaint& entry = visitor.state.visit.complaint;
  REQUIRE(entry.wishes.contains(Wish::kExplain));
  REQUIRE(entry.loss == Loss::kTime);
  REQUIRE(entry.happened->word == DayWord::kYesterday);
  REQUIRE_FALSE(entry.words.empty());
}

TEST_CASE("The keyboard opens only when the field is touched, and writes capitals by itself",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.state.screen = TellWhat{};
  visitor.Does(TypeText{"a"});
  REQUIRE(visitor.state.visit.complaint.words.empty());
  visitor.Does(OpenKeyboard{});
  visitor.now += kDeafTime;
  for (const char* key : {"s", "u", "d", "a", "h", ".", " ", "l", "a", "m", "a"})
    visitor.DoesAtOnce(TypeText{key});
  REQUIRE(visitor.state.visit.complaint.words == "Sudah. Lama");
}

TEST_CASE("Every tile of a day question says which days it puts down", "[kiosk][session]") {
  const Texts texts = BothLanguages().front();
  const Day sunday = DayFromIso("2026-11-22").value();
  const auto tiles = DayTiles(WhenQuestion::kHappened, 0);
  std::vector<std::string> seconds;
  for (const DayTile& tile : tiles)
    seconds.push_back(DayTileSecond(texts, tile, sunday));
  CHECK(seconds == std::vector<std::string>{"Min, 22 Nov 2026", "Sab, 21 Nov 2026",
                                            "16–22 Nov 2026", "1–22 Nov 2026", "Sampai 31 Okt 2026",
                                            "Tidak apa-apa"});
  const Day wednesday = DayFromIso("2026-12-02").value();
  CHECK(DayTileSecond(texts, {DayWord::kThisWeek, 0, false}, wednesday) == "30 Nov – 2 Des 2026");
  for (const DayTile& tile : DayTiles(WhenQuestion::kHandedIn, 0)) {
    if (!tile.turns_page) continue;
    CHECK(DayTileWords(texts, tile, sunday) == "Sebelum itu");
    CHECK(DayTileSecond(texts, tile, sunday) == "Sampai 18 Nov 2026");
  }
  // What "longer ago" promises begins where its page does.
  for (const WhenQuestion question : {WhenQuestion::kHandedIn, WhenQuestion::kComplete}) {
    const auto first = DayTiles(question, 0);
    const auto turns = std::ranges::find(first, true, &DayTile::turns_page);
    REQUIRE(turns != first.end());
    CHECK(DayTiles(question, 1).front().n == turns->n + 1);
  }
}

TEST_CASE("A ticket that was not found can be typed again with its signs kept",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  const TicketCode code = SampleTicket(IdOf(1)).code;
  visitor.Does(FindTicket{});
  for (const char sign : Compact(code))
    visitor.Does(TypeText{std::string(1, sign)});
  visitor.Does(CheckCode{}).Happens(StateFound{code, std::nullopt});
  const auto* missing = visitor.On<NotFound>();
  REQUIRE(missing != nullptr);
  CHECK(missing->code == code);
  visitor.Does(SearchAgain{});
  const auto* look = visitor.On<LookUp>();
  REQUIRE(look != nullptr);
  CHECK(look->typed == Compact(code));
  CHECK_FALSE(look->fault);
}

TEST_CASE("Whoever reads that a ticket is unknown sees its state as soon as it arrives",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  const TicketCode code = SampleTicket(IdOf(1)).code;
  visitor.state.screen = NotFound{code};
  visitor.Happens(StatesArrived{});
  REQUIRE(visitor.Asked<FindState>().size() == 1);
  // Still nothing: the same page, and not one more miss.
  const auto misses = visitor.state.kept.missed_at;
  visitor.Happens(StateFound{code, std::nullopt});
  CHECK(visitor.On<NotFound>() != nullptr);
  CHECK(visitor.state.kept.missed_at == misses);
  visitor.Happens(StateFound{code, TicketState{}});
  const auto* shown = visitor.On<ShowState>();
  REQUIRE(shown != nullptr);
  CHECK(shown->code == code);
}

TEST_CASE("A story ends at its limit and loses nothing before", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.state.screen = TellWhat{0, true, KeyLayer::kLetters};
  for (std::size_t i = 0; i < kStoryCharacters + 20; ++i)
    visitor.DoesAtOnce(TypeText{"x"});
  REQUIRE(visitor.state.visit.complaint.words.size() == kStoryCharacters);
}

TEST_CASE("A third aspect takes the second's place, unsure takes both away", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.state.screen = ChooseAspect{};
  visitor.Does(ToggleAspect{AspectId{"waktu"}}).Does(ToggleAspect{AspectId{"biaya"}});
  visitor.Does(ToggleAspect{AspectId{"sarana-prasarana"}});
  const auto& aspects = visitor.state.visit.complaint.aspects;
  REQUIRE(aspects == std::vector{AspectId{"waktu"}, AspectId{"sarana-prasarana"}});
  visitor.Does(UnsureAboutAspect{});
  REQUIRE(aspects.empty());
}

TEST_CASE("The place is asked only where somebody's conduct is concerned", "[kiosk][session]") {
  const Context context = SampleContext();
  Complaint entry;
  const auto asks = [&](const char* aspect, Station station) {
    entry.aspects = {AspectId{aspect}};
    const auto stations = StationsOf(context, entry);
    return std::ranges::find(stations, station) != stations.end();
  };
  REQUIRE(asks("cara-pelayanan", Station::kCounter));
  REQUIRE_FALSE(asks("waktu", Station::kCounter));
  REQUIRE(asks("waktu", Station::kHandedIn));
  REQUIRE_FALSE(asks("cara-pelayanan", Station::kHandedIn));
}

TEST_CASE("Only a complaint starts the decree's questions", "[kiosk][session]") {
  const Context context = SampleContext();
  Complaint praise;
  praise.kind = ComplaintKind::kPraise;
  REQUIRE(StationsOf(context, praise) ==
          std::vector{Station::kService, Station::kWhat, Station::kIdentity, Station::kReview});
}

TEST_CASE("Without a retention rule no name is ever asked", "[kiosk][session][privacy]") {
  Context context = SampleContext();
  context.office.retention = {};
  const auto stations = StationsOf(context, Complaint{});
  REQUIRE(std::ranges::find(stations, Station::kIdentity) == stations.end());
}

TEST_CASE("Without a name is the default, and permissions are off", "[kiosk][session][privacy]") {
  const Complaint entry;
  REQUIRE(entry.identity.mode == IdentityMode::kAnonymous);
  REQUIRE_FALSE(entry.identity.may_phone);
  REQUIRE_FALSE(entry.identity.may_whatsapp);
}

TEST_CASE("A telephone number is normalised and half a number says so", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.state.visit.complaint.identity.mode = IdentityMode::kPhoneOnly;
  visitor.state.screen = TypeField{IdentityField::kPhone, {}, false};
  for (const char* key : {"6", "2", "8", "1", "2"})
    visitor.DoesAtOnce(TypeText{key});
  REQUIRE(visitor.state.visit.complaint.identity.phone == "0812");
  visitor.Does(GoNext{});
  REQUIRE(visitor.On<TypeField>()->wrong);
  for (const char* key : {"3", "4", "5", "6", "7", "8"})
    visitor.DoesAtOnce(TypeText{key});
  visitor.Does(GoNext{});
  REQUIRE(visitor.On<Identify>() != nullptr);
}

TEST_CASE("Cancelling asks once, and only where something was entered", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.GoesToReview().Does(AskCancel{});
  REQUIRE(visitor.state.overlay.has_value());
  visitor.Does(KeepEntry{});
  REQUIRE(visitor.On<Review>() != nullptr);
  visitor.Does(AskCancel{}).Does(DropEntry{});
  REQUIRE(visitor.On<Attract>() != nullptr);
  REQUIRE(visitor.state.visit.complaint == Complaint{});
}

TEST_CASE("A sensitive office closes in one tap and warns before a letter about violence",
          "[kiosk][session][privacy]") {
  const Context context = SensitiveContext();
  Visitor visitor(context);
  visitor.Does(MakeComplaint{}).Does(PickKind{}).Does(PickService{ServiceId{"pbi"}});
  SECTION("Tutup") {
    visitor.Does(CloseAtOnce{});
    REQUIRE(visitor.On<Attract>() != nullptr);
    REQUIRE(visitor.state.visit.complaint == Complaint{});
  }
  SECTION("words about violence bring the advice first") {
    visitor.state.visit.complaint.words = "Saya dipukul suami";
    visitor.state.screen = Review{};
    visitor.Does(Send{});
    REQUIRE(visitor.On<UrgentAdvice>() != nullptr);
    REQUIRE(visitor.Asked<StoreComplaint>().empty());
    visitor.Does(SendAnyway{});
    REQUIRE(visitor.Asked<StoreComplaint>().size() == 1);
    REQUIRE(visitor.Asked<StoreComplaint>()[0].complaint.urgent);
  }
  SECTION("a sensitive service is never the first tile") {
    REQUIRE(TileServices(context).front() != ServiceId{"ppa"});
    REQUIRE(TileServices(context).back() == ServiceId{"ppa"});
  }
}

TEST_CASE("A mistyped code says so, an unknown one looks like one not yet synced",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  const Ticket ticket = SampleTicket(IdOf(9));
  const std::string good = Compact(ticket.code);
  visitor.Does(FindTicket{});
  SECTION("one wrong symbol is found before anybody is asked") {
    std::string typed = good;
    typed[3] = typed[3] == '7' ? '8' : '7';
    for (const char c : typed)
      visitor.Does(TypeText{std::string(1, c)});
    visitor.Does(CheckCode{});
    REQUIRE(visitor.On<LookUp>()->fault == CodeFault::kCheck);
    REQUIRE(visitor.Asked<FindState>().empty());
  }
  SECTION("a good code is looked up, and its state shown") {
    for (const char c : good)
      visitor.Does(TypeText{std::string(1, c)});
    visitor.Does(CheckCode{});
    REQUIRE(visitor.Asked<FindState>().size() == 1);
    visitor.Happens(StateFound{ticket.code, TicketState{}});
    REQUIRE(visitor.On<ShowState>() != nullptr);
    REQUIRE(visitor.Asked<StoreStatusSeen>().size() == 1);
  }
  SECTION("after five that are not here it rests, for the next visitor too") {
    for (std::size_t i = 0; i < kMaxMisses; ++i) {
      visitor.state.screen = Looking{ticket.code};
      visitor.Happens(StateFound{ticket.code, std::nullopt});
    }
    REQUIRE(visitor.On<LookUpPaused>() != nullptr);
    visitor.Does(Finish{}).Does(FindTicket{});
    REQUIRE(visitor.On<LookUpPaused>() != nullptr);
    visitor.Happens(Scanned{"TANGGAP:" + good});
    REQUIRE(visitor.On<LookUpPaused>() != nullptr);
  }
}

TEST_CASE("A guesser with a ticket of her own gets sixty guesses an hour, not more",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  const TicketCode own = SampleTicket(IdOf(9)).code;
  std::size_t guesses = 0;
  for (const Steady end = visitor.now + std::chrono::hours{24}; visitor.now < end;) {
    visitor.effects.clear();
    // Four guesses, then her own ticket: whatever counts must not begin anew.
    for (std::uint8_t guess = 1; guess <= 5; ++guess) {
      const bool hers = guess == 5;
      const TicketCode code =
          hers ? own : CodeFromRandom(std::array<std::uint8_t, 7>{9, 8, 7, 6, 5, 4, guess});
      visitor.Waits(Steady{500});
      visitor.Happens(Scanned{"TANGGAP:" + Compact(code)});
      if (visitor.On<Looking>() == nullptr) continue;
      if (!hers) ++guesses;
      visitor.Happens(
          StateFound{code, hers ? std::optional<TicketState>{TicketState{}} : std::nullopt});
    }
    visitor.Waits(Steady{500});
    if (visitor.On<LookUpPaused>() != nullptr) visitor.Does(Finish{});
  }
  CHECK(guesses >= 24 * 50);
  CHECK(guesses <= 24 * 60 + 5);
}

TEST_CASE("A scan opens the ticket from the first screen, never over a complaint",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  const std::string scan = "TANGGAP:" + Compact(SampleTicket(IdOf(9)).code);
  visitor.Happens(Scanned{scan});
  REQUIRE(visitor.On<Looking>() != nullptr);
  Visitor writing(context);
  writing.GoesToReview().Happens(Scanned{scan});
  REQUIRE(writing.On<Review>() != nullptr);
}

TEST_CASE("Language and comfort go back when nobody goes on", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(SwitchLanguage{}).Does(ToggleClearer{});
  REQUIRE(visitor.state.visit.language == "en");
  REQUIRE(visitor.state.visit.clearer);
  visitor.WaitsTicking(seconds{31});
  REQUIRE(visitor.state.visit.language == "id");
  REQUIRE_FALSE(visitor.state.visit.clearer);
}

TEST_CASE("Whoever uses an aid gets twice the time, and the clock stands while speech plays",
          "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(MakeComplaint{});
  const Steady usual = *IdleLimit(context, visitor.state);
  visitor.Does(ToggleListen{});
  REQUIRE(visitor.Asked<Speak>().size() == 1);
  REQUIRE(*IdleLimit(context, visitor.state) == 2 * usual);
  const Steady speech = visitor.state.speaking_until - visitor.now;
  visitor.WaitsTicking(speech + usual);
  REQUIRE_FALSE(visitor.state.overlay.has_value());
  visitor.Does(ToggleListen{}).Touches();
  REQUIRE_FALSE(visitor.Asked<StopSpeaking>().empty());
}

TEST_CASE("Speech never says what somebody typed, and the code only when asked",
          "[kiosk][session][privacy]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.state.visit.complaint = FullEntry();
  for (const Screen& screen :
       std::vector<Screen>{TellWhat{}, TellWhat{0, true, {}}, Identify{}, TypeField{}, Review{}}) {
    visitor.state.screen = screen;
    const std::string words = SpokenWords(context, visitor.state);
    REQUIRE(words.find("ahasia") == std::string::npos);
    REQUIRE(words.find("0812") == std::string::npos);
  }
  ShowTicket shown{SampleTicket(IdOf(9)), PrintState::kPrinted, false};
  visitor.state.screen = shown;
  const std::string code = SpokenCode(shown.ticket.code);
  REQUIRE(SpokenWords(context, visitor.state).find(code) == std::string::npos);
  visitor.Does(ReadCodeAloud{});
  REQUIRE(visitor.Asked<Speak>().back().text == code);
}

TEST_CASE("Calling staff writes that help was called and nothing else", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.GoesToReview().Does(CallStaff{});
  REQUIRE(visitor.Asked<CallHelp>().size() == 1);
  visitor.Does(KeepEntry{});
  REQUIRE(visitor.On<Review>() != nullptr);
}

TEST_CASE("The survey follows every face and keeps only complete answers", "[kiosk][session]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  visitor.Does(Rate{1}).Does(TakeSurvey{});
  for (int i = 0; i < kSurveyQuestions; ++i) {
    REQUIRE(visitor.Asked<StoreSurvey>().empty());
    visitor.Does(AnswerSurvey{i % 2 == 0 ? 4 : 0});
  }
  const auto stored = visitor.Asked<StoreSurvey>();
  REQUIRE(stored.size() == 1);
  REQUIRE(stored[0].after == visitor.Asked<StoreRating>()[0].id);
  REQUIRE(visitor.On<Thanks>() != nullptr);
}

}  // namespace tanggap::kiosk
