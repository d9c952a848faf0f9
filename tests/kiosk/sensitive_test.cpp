// A sensitive office: somebody may stand beside the visitor.
#include <set>

#include "kiosk/drafts.h"
#include "kiosk/sample.h"
#include "kiosk/words.h"
#include "support/catch.h"

namespace tanggap::kiosk {
namespace {

// A complaint up to the question for a name; `words` as typed.
Visitor Told(const Context& context, const std::string& words) {
  Visitor visitor(context);
  visitor.Does(MakeComplaint{}).Does(PickKind{}).Does(PickService{ServiceId{"ppa"}});
  visitor.Does(UnsureAboutAspect{}).Does(GoNext{}).Does(PickDay{DayWord::kToday, 0});
  visitor.Does(OpenKeyboard{});
  visitor.now += kDeafTime;
  for (const char c : words)
    visitor.DoesAtOnce(TypeText{std::string(1, c)});
  visitor.Does(GoNext{}).Does(GoNext{}).Does(PickLoss{Loss::kNone});
  return visitor;
}

Draft DraftOfSent(const Context& context, const Visitor& visitor) {
  const auto stored = visitor.Asked<StoreComplaint>();
  REQUIRE(stored.size() == 1);
  return DraftOf(stored.front(), SampleTicket(IdOf(1)).code, DayFromIso("2026-12-04").value(),
                 context);
}

TEST_CASE("A sensitive service has a tile by its neutral word alone, and never on the first page",
          "[kiosk][aman]") {
  Context context = SensitiveContext();
  const auto pages = ServicePages(context, 5);
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].size() == 3);
  CHECK(pages[1] == std::vector{ServiceId{"ppa"}});
  const OfficeService* service = context.office.Find(ServiceId{"ppa"});
  CHECK(TileLabel(*service).In("id") == "Ruang konsultasi");
  CHECK(TileWord(*service).In("id") == "Ruang konsultasi");
  // Even where the file was read by a program that didn't refuse it.
  context.office.services.front().short_label = Labels{{{"id", "Pelindungan"}}};
  context.office.services.front().help = Labels{{{"id", "Perempuan dan anak"}}};
  CHECK(TileWord(*service).In("id") == "Ruang konsultasi");
  CHECK(TileHelp(*service).In("id").empty());
  Complaint entry;
  entry.service = service->id;
  for (const Texts& texts : context.languages) {
    CHECK(ServiceWords(context, texts, entry) == texts[TextId::kServiceOther]);
  }
  // Without such a word it is chosen as "another service", and named by nobody.
  context.office.services.front().neutral = {};
  CHECK(ServicePages(context, 5).size() == 1);
  CHECK(TileServices(context).size() == 3);
}

TEST_CASE("Words of violence are found however they are written", "[kiosk][aman]") {
  const Context context = SensitiveContext();  // "dipukul suami", "kekerasan di rumah"
  Complaint entry;
  for (const char* words :
       {"Saya dipukul suami", "DIPUKUL SUAMI", "saya di pukul  suami saya", "dipukuli suaminya",
        "dipukul, suami saya", "ada kekerasan dirumah", "kekerasan di rumah kami"}) {
    entry.words = words;
    INFO(words);
    CHECK(NeedsSomebodyNow(context, entry));
  }
  for (const char* words : {"", "Petugas memukul meja", "suami saya dipukul harga", "dipukul"}) {
    entry.words = words;
    INFO(words);
    CHECK_FALSE(NeedsSomebodyNow(context, entry));
  }
  entry.words = "dipukul suami";
  CHECK_FALSE(NeedsSomebodyNow(SampleContext(), entry));  // another office has no such list
}

TEST_CASE(
    "Sent all the same, the record is urgent and rings for somebody, the ticket opens nothing",
    "[kiosk][aman]") {
  const Context context = SensitiveContext();
  Visitor visitor = Told(context, "dipukul suami");
  REQUIRE(visitor.On<Identify>() != nullptr);
  visitor.Does(GoNext{}).Does(Send{});
  REQUIRE(visitor.On<UrgentAdvice>() != nullptr);
  visitor.Does(SendAnyway{});
  const Draft draft = DraftOfSent(context, visitor);
  CHECK(FlagOf(draft.facts, "urgent"));
  CHECK(FlagOf(draft.facts, "sensitive"));
  CHECK(draft.ticket_opens.empty());
  const auto sent = visitor.Asked<StoreComplaint>().front();
  visitor.Happens(ComplaintStored{sent.id, SampleTicket(sent.id)});
  CHECK(visitor.Asked<CallHelp>().size() == 1);
}

TEST_CASE("Without a safe way and safe hours no number is kept, and nobody counts as reachable",
          "[kiosk][aman]") {
  const Context context = SensitiveContext();
  Visitor visitor = Told(context, "lama");
  visitor.Does(PickIdentity{IdentityMode::kPhoneOnly}).Does(EditField{IdentityField::kPhone});
  visitor.now += kDeafTime;
  for (const char c : std::string("081234567890"))
    visitor.DoesAtOnce(TypeText{std::string(1, c)});
  visitor.Does(GoNext{}).Does(GoNext{});
  REQUIRE(visitor.On<Identify>() != nullptr);
  REQUIRE(visitor.On<Identify>()->part == IdentityPart::kSafe);
  bool whole = false;
  SECTION("neither") {}
  SECTION("a way without hours") {
    visitor.Does(PickSafeWay{SafeWay::kPhone});
  }
  SECTION("hours without a way") {
    visitor.Does(PickSafeHours{SafeHours::kMorning});
  }
  SECTION("both, and the office may not be named") {
    visitor.Does(PickSafeWay{SafeWay::kWhatsApp}).Does(PickSafeHours{SafeHours::kMorning});
    whole = true;
  }
  visitor.Does(GoNext{}).Does(GoNext{}).Does(Send{});
  const Draft draft = DraftOfSent(context, visitor);
  CHECK(FlagOf(draft.facts, "reachable") == whole);
  CHECK(draft.identity.contains("phone") == whole);
  if (!whole) return;
  CHECK(TextOf(draft.identity, "safe_way") == "whatsapp");
  CHECK(TextOf(draft.identity, "safe_hours") == "pagi");
  CHECK_FALSE(FlagOf(draft.identity, "safe_name_office"));
  CHECK_FALSE(FlagOf(draft.identity, "may_call"));
  CHECK(FlagOf(draft.identity, "may_whatsapp"));
}

TEST_CASE("Where she lives is asked of nobody in a sensitive office, nor a child's parents",
          "[kiosk][aman]") {
  for (const Texts& texts : BothLanguages(true))
    for (const TextId id : AllTextIds()) {
      if (!KeyOf(id).starts_with("ident.")) continue;
      INFO(KeyOf(id));
      for (const char* parent : {"orang tua", "ayah", "ibu", "parent", "mother", "father"})
        CHECK(texts[id].find(parent) == std::string::npos);
    }
}

TEST_CASE("What was typed is covered as soon as she goes on, and shows again on request",
          "[kiosk][aman]") {
  const Context context = SensitiveContext();
  Visitor visitor = Told(context, "rahasia");
  visitor.Does(GoNext{});
  REQUIRE(visitor.On<Review>() != nullptr);
  CHECK(visitor.state.visit.covered);
  visitor.Does(Uncover{});
  CHECK_FALSE(visitor.state.visit.covered);
  visitor.Does(ChangeAnswer{Station::kWhat});
  CHECK(visitor.state.visit.covered);
  visitor.Does(OpenKeyboard{});
  CHECK_FALSE(visitor.state.visit.covered);
  const auto* tell = visitor.On<TellWhat>();
  REQUIRE(tell != nullptr);
  CHECK(tell->veil == visitor.state.visit.complaint.words.size());  // from before: veiled
  visitor.Does(TypeText{"x"});
  CHECK(visitor.On<TellWhat>()->veil + 1 == visitor.state.visit.complaint.words.size());
  visitor.Does(TypeText{" "});
  CHECK(visitor.On<TellWhat>()->veil == visitor.state.visit.complaint.words.size());
  visitor.Does(Uncover{});  // a touch on the field
  CHECK(visitor.On<TellWhat>()->veil == 0);
}

TEST_CASE("What a ticket's holder types is veiled word by word as well", "[kiosk][aman]") {
  const Context context = SensitiveContext();
  Visitor visitor(context);
  visitor.state.screen = SayWords{{SampleTicket(IdOf(9)).code, {}}, Say::kAdd, {}};
  visitor.Does(TypeText{"i"}).Does(TypeText{"a"});
  CHECK(visitor.On<SayWords>()->veil == 0);  // the word being typed shows
  visitor.Does(TypeText{" "});
  CHECK(visitor.On<SayWords>()->veil == visitor.state.visit.message.size());
  visitor.Does(TypeText{"d"}).Does(EraseOne{}).Does(EraseOne{});
  CHECK(visitor.On<SayWords>()->veil == visitor.state.visit.message.size());
  visitor.Does(Uncover{});  // a touch on the field
  CHECK(visitor.On<SayWords>()->veil == 0);
}

TEST_CASE("Tutup works while saving, and what was printed for comes to nobody's screen",
          "[kiosk][aman]") {
  const Context context = SensitiveContext();
  Visitor visitor = Told(context, "lama");
  visitor.Does(GoNext{}).Does(Send{});
  REQUIRE(visitor.On<Saving>() != nullptr);
  visitor.Does(CloseAtOnce{});
  REQUIRE(visitor.On<Attract>() != nullptr);
  CHECK(visitor.state.visit.complaint == Complaint{});
  const auto sent = visitor.Asked<StoreComplaint>().front();
  visitor.Happens(ComplaintStored{sent.id, SampleTicket(sent.id)});
  CHECK(visitor.On<Attract>() != nullptr);
  CHECK(visitor.Asked<PrintTicket>().empty());
}

TEST_CASE("Listening says nothing aloud that a person beside may not hear", "[kiosk][aman]") {
  const Context context = SensitiveContext();
  Visitor visitor = Told(context, "dipukul suami");
  visitor.Does(GoNext{});
  std::string spoken;
  const auto listen = [&] {
    visitor.now += kDeafTime;
    const auto before = visitor.Asked<Speak>().size();
    visitor.Does(ToggleListen{});
    const auto after = visitor.Asked<Speak>();
    if (after.size() > before) spoken += after.back().text + "\n";
    if (visitor.state.speaking_until > Steady{0}) visitor.Does(ToggleListen{});
  };
  listen();
  visitor.Does(Send{});
  REQUIRE(visitor.On<UrgentAdvice>() != nullptr);
  const auto silent = visitor.Asked<Speak>().size();
  listen();
  CHECK(visitor.Asked<Speak>().size() == silent);
  visitor.Does(GoBack{}).Does(ChangeAnswer{Station::kService});
  listen();
  visitor.Does(GoBack{}).Does(ChangeAnswer{Station::kWhat});
  listen();
  visitor.Does(CloseAtOnce{});
  listen();
  CHECK(spoken.find("Keluhan layanan kantor") != std::string::npos);
  CHECK(spoken.find("Ruang konsultasi") != std::string::npos);
  for (const char* betrays :
       {"dipukul", "suami", "Perlindungan", "Buat pengaduan", "sekarang, bukan"})
    CHECK(spoken.find(betrays) == std::string::npos);
}

}  // namespace
}  // namespace tanggap::kiosk
