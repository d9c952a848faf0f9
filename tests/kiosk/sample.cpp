#include "kiosk/sample.h"

#include <map>
#include <stdexcept>

#include "domain/match.h"
#include "formats/decree_file.h"
#include "formats/text_file.h"
#include "support/places.h"
#include "ticket/qr.h"

namespace tanggap::kiosk {
namespace {

std::string Asset(const std::string& name) {
  return SourceDir().string() + "/assets/" + name;
}

Labels Words(const std::string& id, const std::string& en) {
  return Labels{{{"id", id}, {"en", en}}};
}

OfficeService Service(const std::string& id, const std::string& icon, const std::string& word,
                      const std::string& english) {
  OfficeService service;
  service.id = ServiceId{id};
  service.icon = icon;
  service.label = Words(word, english);
  service.norm = {3, NormUnit::kWorkingDays};
  return service;
}

Phrase Sentence(const std::string& id, const std::string& aspect, const std::string& word,
                const std::string& english) {
  Phrase phrase;
  phrase.id = PhraseId{id};
  phrase.aspect = AspectId{aspect};
  phrase.text = Words(word, english);
  return phrase;
}

Decree ReadDecree(const std::string& name) {
  auto decree = ReadDecreeFile(Asset("decrees/" + name + ".toml"));
  if (!decree) throw std::runtime_error(Describe(decree.Problems().front()));
  return decree.Value();
}

Office SampleOffice() {
  Office office;
  office.name = "Dinas Pendidikan";
  office.short_name = "Dinas Pendidikan";
  office.region = "Kabupaten Lembata";
  office.zone = {"Asia/Makassar", "WITA", std::chrono::minutes{480}};
  office.contact = {"Kepala Subbagian Umum", "0812-0000-0000"};
  office.data_contact = "0812-0000-0001";
  office.services = {
      Service("legalisir", "ijazah", "Legalisir ijazah atau rapor", "Certified copies"),
      Service("pengganti", "ijazah", "Pengganti ijazah", "Replacement certificate"),
      Service("pindah", "pindah", "Pindah sekolah", "Change of school"),
      Service("paud", "sekolah", "Izin PAUD dan nonformal", "Early school permit"),
      Service("nuptk", "guru", "Data guru", "Teacher data"),
      Service("tunjangan", "guru", "Tunjangan guru", "Teacher allowance"),
  };
  office.counters = {{"1", Words("Loket 1", "Counter 1")},
                     {"2", Words("Loket 2", "Counter 2")},
                     {"3", Words("Ruang tunggu", "Waiting room")}};
  office.phrases = {
      Sentence("waktu.1", "waktu", "Layanan lewat 2 hari dari janji", "2 days later than promised"),
      Sentence("waktu.2", "waktu", "Sampai sekarang belum selesai", "Still not finished"),
      Sentence("waktu.3", "waktu", "Petugas tidak ada saat jam layanan",
               "No staff during service hours"),
      Sentence("cara.1", "cara-pelayanan", "Langkah layanan tidak sama dengan papan",
               "Steps differ from the notice"),
      Sentence("cara.2", "cara-pelayanan", "Petugas mendorong atau memukul saya",
               "Staff pushed or hit me"),
  };
  for (Phrase& phrase : office.phrases)
    phrase.counter_may_read = phrase.aspect.value == "waktu";
  office.phrases.back().always_first = true;
  office.calendar.working_days = {std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday,
                                  std::chrono::Thursday, std::chrono::Friday};
  office.retention = {1825, 730, "JRA"};
  office.complaint_desk = "meja 1";
  return office;
}

}  // namespace

std::vector<Texts> BothLanguages(bool sensitive) {
  std::vector<Texts> languages;
  for (const std::string language : {"id", "en"}) {
    Sentences words;
    for (const std::string& file : {language, "ticket-" + language, "desk-" + language}) {
      const std::string path = Asset("text/" + file + ".toml");
      auto read = ReadTextFile(path);
      if (!read) throw std::runtime_error(Describe(read.Problems().front()));
      words.insert(read.Value().begin(), read.Value().end());
    }
    if (sensitive) {
      auto other = WithSensitiveWords(words, Asset("text"), language);
      if (!other) throw std::runtime_error(Describe(other.Problems().front()));
      words = other.Value();
    }
    auto texts = Texts::Make(language, language, words);
    if (!texts) throw std::runtime_error(Describe(texts.Problems().front()));
    languages.push_back(texts.Value());
  }
  return languages;
}

Context SampleContext() {
  return {SampleOffice(), ReadDecree("lembata-dinas-pendidikan-2024"), BothLanguages()};
}

Context SensitiveContext() {
  Context context{SampleOffice(), ReadDecree("belitung-dsppa-2023"), BothLanguages(true)};
  Office& office = context.office;
  office.short_name = "Dinas Sosial P3A";
  office.region = "Kabupaten Belitung";
  office.services = {
      Service("ppa", "perempuan", "Perlindungan perempuan dan anak", "Women and child protection"),
      Service("data-sosial", "bantuan", "Surat keterangan data sosial", "Social data letter"),
      Service("pbi", "rujukan", "Rekomendasi JKN PBI", "Health insurance letter"),
      Service("alat-bantu", "disabilitas", "Alat bantu disabilitas", "Disability aids"),
  };
  office.services.front().sensitive = true;
  office.services.front().neutral = Words("Ruang konsultasi", "Consultation room");
  office.phrases = {
      Sentence("waktu.1", "waktu", "Berkas lengkap, belum selesai 2x24 jam",
               "Complete, not done in 2x24 hours"),
      Sentence("lainnya.1", "lainnya", "Petugas membentak saya", "Staff shouted at me"),
  };
  office.sensitive.active = true;
  office.sensitive.urgent_words = {"dipukul suami", "kekerasan di rumah"};
  office.sensitive.public_numbers = {{"129", "SAPA"}, {"110", "Polisi"}};
  return context;
}

RecordId IdOf(std::uint8_t number) {
  RecordId id;
  id.bytes[0] = 1;
  id.bytes[15] = number;
  return id;
}

Ticket SampleTicket(const RecordId& complaint) {
  Ticket ticket;
  ticket.complaint = complaint;
  ticket.code = CodeFromRandom(std::array<std::uint8_t, 7>{1, 2, 3, 4, 5, 6, 7});
  ticket.received = FromMillis(1795250000000);
  ticket.due = DayFromIso("2026-12-04").value();
  const ticket::Bitmap qr = ticket::QrModules("TANGGAP:" + Compact(ticket.code));
  ticket.qr_side = qr.Width();
  for (int y = 0; y < qr.Height(); ++y) {
    for (int x = 0; x < qr.Width(); ++x)
      ticket.qr_dark.push_back(qr.Black(x, y));
  }
  return ticket;
}

Visitor::Visitor(const Context& context) : state(Opening(context)), context_(context) {}

Visitor& Visitor::Happens(const Event& event) {
  Stamp stamp;
  stamp.steady = now;
  stamp.utc = FromMillis(1795250000000 + now.count());
  stamp.fresh.bytes[14] = high_id_;
  stamp.fresh.bytes[15] = ++next_id_;
  if (next_id_ == 255) ++high_id_;
  Next next = Update(context_, std::move(state), event, stamp);
  state = std::move(next.state);
  effects.insert(effects.end(), next.effects.begin(), next.effects.end());
  return *this;
}

Visitor& Visitor::Does(const Intent& intent) {
  now += kDeafTime;
  return Happens(intent);
}
Visitor& Visitor::DoesAtOnce(const Intent& intent) {
  return Happens(intent);
}
Visitor& Visitor::Touches() {
  return Happens(TouchedAnywhere{});
}
Visitor& Visitor::Waits(Steady time) {
  now += time;
  return Happens(Tick{});
}
Visitor& Visitor::WaitsTicking(Steady time) {
  for (Steady passed{0}; passed < time; passed += Steady{1000})
    Waits(Steady{1000});
  return *this;
}

Visitor& Visitor::GoesToReview() {
  Does(MakeComplaint{}).Does(PickKind{ComplaintKind::kComplaint});
  Does(PickService{ServiceId{"legalisir"}});
  Does(UnsureAboutAspect{}).Does(GoNext{});
  Does(PickDay{DayWord::kToday, 0});
  Does(GoNext{}).Does(GoNext{}).Does(PickLoss{Loss::kNone}).Does(GoNext{});
  return *this;
}

}  // namespace tanggap::kiosk
