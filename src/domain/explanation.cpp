#include "domain/explanation.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "domain/amounts.h"

namespace tanggap {
namespace {

constexpr std::string_view kIndonesian = "id";
constexpr std::string_view kEnglish = "en";

// The same paragraph growing in both languages.
struct Paragraph {
  std::string id;
  std::string en;

  void Add(const std::string& indonesian, const std::string& english) {
    id += (id.empty() ? "" : " ") + indonesian;
    en += (en.empty() ? "" : " ") + english;
  }
};

std::string Quoted(const std::string& verbatim) {
  return "“" + verbatim + "”";
}

// A quotation that ends a sentence: no second full stop after the decree's own.
std::string QuotedStop(const std::string& verbatim) {
  return Quoted(verbatim) + (verbatim.ends_with('.') ? "" : ".");
}

std::string Named(const Labels& label, std::string_view language) {
  return std::string(label.In(language));
}

std::string SeverityName(const Decree& decree, const SeverityId& id, std::string_view language) {
  const DecreeSeverity* severity = decree.Find(id);
  return severity == nullptr ? id.value : Named(severity->label, language);
}

// "Waktu/Sedang", as the decree heads its own table, whatever the language of the sentence.
std::string CellName(const Decree& decree, const AspectId& aspect, const SeverityId& severity) {
  const DecreeAspect* column = decree.Find(aspect);
  return (column == nullptr ? aspect.value : column->title) + "/" +
         SeverityName(decree, severity, kIndonesian);
}

class Writer {
 public:
  Writer(const Decree& decree, const Policies& policies, const FindingInput& input,
         const Assessment& assessment)
      : decree_(decree),
        policies_(policies),
        input_(input),
        assessment_(assessment),
        aspect_(*decree.Find(input.aspect)),
        days_(decree.lateness_unit == LatenessUnit::kDays) {
    if (input.sum.has_value()) {
      measure_ = MeasureFor(decree, *input.sum);
    } else {
      measure_ = input.measure;
    }
  }

  Labels Write() {
    if (assessment_.ground == Ground::kNotInForce) {
      NotInForce();
    } else {
      Arithmetic();
      if (decree_.severities.empty()) {
        General();
      } else {
        Graded();
      }
      Remedies();
      Flags();
    }
    Labels labels;
    labels.by_language.emplace(kIndonesian, text_.id);
    labels.by_language.emplace(kEnglish, text_.en);
    return labels;
  }

 private:
  void NotInForce() {
    text_.Add("Peristiwa tanggal " + IsoDay(*input_.happened) +
                  " terjadi sebelum keputusan ini "
                  "berlaku (" +
                  IsoDay(decree_.in_force) + ", " + decree_.in_force_cite +
                  "): dicatat dan dijawab, tanpa kompensasi menurut keputusan ini.",
              "What happened on " + IsoDay(*input_.happened) +
                  " was before this decree was in "
                  "force (" +
                  IsoDay(decree_.in_force) + ", " + decree_.in_force_cite +
                  "): it is recorded and answered, without compensation under this decree.");
  }

  void Arithmetic() {
    if (!aspect_.time) return;
    if (!measure_.has_value()) {
      text_.Add(days_ ? "Lama keterlambatan belum diketahui, jadi belum dapat dihitung; ini bukan "
                        "berarti tidak terlambat."
                      : "Waktu berkas dinyatakan lengkap belum diketahui, jadi jamnya tidak dapat "
                        "dihitung; ini bukan berarti tidak terlambat.",
                days_ ? "How late it was is not known yet and can't be computed; that doesn't mean "
                        "it was on time."
                      : "When the file was declared complete is not known, so the hours can't be "
                        "computed; that doesn't mean it was on time.");
      return;
    }
    if (input_.sum.has_value()) {
      const Labels sum = ExplainSum(*input_.sum);
      text_.Add(Named(sum, kIndonesian), Named(sum, kEnglish));
    }
    const double measure = *measure_;
    if (!days_) {
      text_.Add(
          "Sejak berkas dinyatakan lengkap: " + Measured(measure, days_, kIndonesian) + ".",
          "Since the file was declared complete: " + Measured(measure, days_, kEnglish) + ".");
    } else if (measure > 0) {
      text_.Add("Layanan melebihi norma " + Measured(measure, days_, kIndonesian) + ".",
                "The service exceeded the norm by " + Measured(measure, days_, kEnglish) + ".");
    } else {
      text_.Add("Layanan selesai dalam norma (selisih " + Amount(measure, kIndonesian) +
                    " hari), jadi waktunya sesuai standar.",
                "The service stayed within the norm (difference " + Amount(measure, kEnglish) +
                    " days), so its time meets the standard.");
    }
  }

  void Graded() {
    switch (assessment_.ground) {
      case Ground::kProved:
        Proved();
        break;
      case Ground::kChosen:
        Chosen();
        break;
      case Ground::kChoose:
        Choose();
        break;
      case Ground::kNotRegulated:
        NotRegulated();
        break;
      case Ground::kBelowMatrix:
        text_.Add("Terlambat, di bawah ambang matriks (" + decree_.matrix_cite +
                      "): tidak ada kategori untuk ini" + Form(kIndonesian) +
                      " Ini bukan penolakan; atasan yang memutuskan.",
                  "Late, but below the first cell of the matrix (" + decree_.matrix_cite +
                      "): no category covers this" + Form(kEnglish) +
                      " That is no refusal; a supervisor decides.");
        break;
      case Ground::kConforming:
        text_.Add("Tidak ada kategori yang terbukti (" + decree_.matrix_cite + ").",
                  "No category is proved (" + decree_.matrix_cite + ").");
        break;
      case Ground::kNothingProved:
      case Ground::kGeneral:
      case Ground::kNotInForce:
        text_.Add("Belum ada fakta yang membuktikan salah satu kategori (" + decree_.matrix_cite +
                      "); atasan menilai lebih dulu.",
                  "No fact proves a category yet (" + decree_.matrix_cite +
                      "); a supervisor assesses first.");
        break;
    }
  }

  // The end of a sentence: ", walau Lampiran E.1 huruf a menyebutnya …", or its full stop.
  [[nodiscard]] std::string Form(std::string_view language) const {
    if (aspect_.form.empty()) return ".";
    return (language == kIndonesian ? ", walau " : ", although ") + aspect_.form_cite +
           (language == kIndonesian ? " menyebutnya tidak memenuhi standar: "
                                    : " names it as not meeting the standard: ") +
           QuotedStop(aspect_.form);
  }

  void Proved() {
    const DecreeCell& cell = *decree_.Cell(input_.aspect, *assessment_.severity);
    Condition(cell);
    const bool by_time = cell.lateness.has_value() && measure_.has_value();
    if (by_time) {
      const bool whole =
          policies_.lateness == LatenessReading::kWholeDays && cell.lateness->whole_from > 0;
      text_.Add((whole ? WholeDays(*cell.lateness, *measure_, kIndonesian)
                       : Comparison(*cell.lateness, *measure_, kIndonesian)) +
                    (whole ? " (bacaan longgar)." : " (bacaan harfiah)."),
                (whole ? WholeDays(*cell.lateness, *measure_, kEnglish)
                       : Comparison(*cell.lateness, *measure_, kEnglish)) +
                    (whole ? " (reading by whole days)." : " (literal reading)."));
    }
    Facts(cell.facts);
    text_.Add("Kategori: " + SeverityName(decree_, cell.severity, kIndonesian) + ".",
              "Grade: " + SeverityName(decree_, cell.severity, kEnglish) + ".");
  }

  void Condition(const DecreeCell& cell) {
    const std::string sentence = cell.condition_cite + ", " +
                                 CellName(decree_, cell.aspect, cell.severity) + ": " +
                                 QuotedStop(cell.condition);
    text_.Add(sentence, sentence);
  }

  void Facts(const std::vector<FactId>& rule) {
    for (const FactId& id : input_.facts) {
      if (std::ranges::find(rule, id) == rule.end()) continue;
      const DecreeFact& fact = *decree_.Find(id);
      text_.Add("Fakta yang dicatat: " + Named(fact.label, kIndonesian) + ".",
                "Fact on record: " + Named(fact.label, kEnglish) + ".");
    }
  }

  void Chosen() {
    text_.Add("Kategori " + SeverityName(decree_, *input_.chosen, kIndonesian) +
                  " dipilih oleh penilai, mendahului fakta dan hitungan hari.",
              "The grade " + SeverityName(decree_, *input_.chosen, kEnglish) +
                  " was chosen by the assessor and goes before facts and days.");
    Condition(*decree_.Cell(input_.aspect, *input_.chosen));
  }

  void Choose() {
    Facts(decree_.Cell(input_.aspect, assessment_.choices.front())->facts);
    text_.Add(
        "Keputusan memakai kata yang sama untuk lebih dari satu kategori, jadi program tidak "
        "dapat menentukannya; atasan memilih dengan alasan.",
        "The decree uses the same words for more than one grade, so the program can't derive "
        "it; a supervisor chooses and says why.");
    for (const SeverityId& severity : assessment_.choices) {
      const DecreeCell& cell = *decree_.Cell(input_.aspect, severity);
      Condition(cell);
      text_.Add("Kompensasinya, " + cell.remedy_cite + ": " + QuotedStop(cell.remedy_text),
                "Its compensation, " + cell.remedy_cite + ": " + QuotedStop(cell.remedy_text));
    }
  }

  void NotRegulated() {
    const std::string column = aspect_.title;
    if (input_.chosen.has_value()) {
      text_.Add("Kategori " + SeverityName(decree_, *input_.chosen, kIndonesian) +
                    " dipilih oleh penilai.",
                "The grade " + SeverityName(decree_, *input_.chosen, kEnglish) +
                    " was chosen by the assessor.");
    }
    const std::string where =
        input_.chosen.has_value() ? CellName(decree_, input_.aspect, *input_.chosen) : column;
    text_.Add("Tidak diatur dalam matriks: " + where + " kosong dalam " + decree_.matrix_cite +
                  Form(kIndonesian) + " Ini bukan penolakan (" + decree_.decision_cite +
                  "); kategori dan kompensasi ditentukan atasan dengan alasan.",
              "Not regulated in the matrix: " + where + " is blank in " + decree_.matrix_cite +
                  Form(kEnglish) + " That is no refusal (" + decree_.decision_cite +
                  "); grade and compensation are set by a supervisor with a reason.");
  }

  void General() {
    if (measure_.has_value() && assessment_.ground == Ground::kGeneral) WithinBound();
    for (const std::string& id : assessment_.triggers)
      Trigger(id);
    const bool triggered = assessment_.ground == Ground::kProved;
    if (!assessment_.triggers.empty() && !triggered) {
      text_.Add(
          policies_.triggers == TriggerReading::kAll
              ? "Menurut bacaan kantor (all) semua kriteria harus terpenuhi, jadi belum cukup."
              : "Menurut bacaan kantor (sebab) keterlambatan harus karena gangguan, jadi belum "
                "cukup.",
          policies_.triggers == TriggerReading::kAll
              ? "By the office's reading (all) every criterion must hold, so this isn't enough."
              : "By the office's reading (sebab) the delay must come from the disruption, so "
                "this isn't enough.");
    }
    if (!triggered || policies_.overlap == OverlapReading::kTogether) {
      const std::string sentence =
          aspect_.cite + ": " + Quoted(decree_.general_text) + " " + QuotedStop(aspect_.title);
      text_.Add(sentence, sentence);
    } else {
      text_.Add("Menurut bacaan kantor (ketiga-saja) kompensasi umum tidak ditambahkan.",
                "By the office's reading (ketiga-saja) the general compensation isn't added.");
    }
    if (input_.norm_longer_than_decree) {
      text_.Add("Standar layanan ini lebih lama daripada batas keputusan; pimpinan memutuskan.",
                "This service's own standard is longer than the decree's bound; the head decides.");
    }
    text_.Add(
        "Keputusan ini tidak mengenal tingkat ringan, sedang, berat; diberikan setelah penilaian "
        "pimpinan (" +
            decree_.decision_cite + ").",
        "This decree knows no grades; given after the leader's assessment (" +
            decree_.decision_cite + ").");
  }

  void WithinBound() {
    for (const DecreeTrigger& trigger : decree_.triggers) {
      if (!trigger.lateness.has_value() || *measure_ > trigger.lateness->over) continue;
      text_.Add(Amount(*measure_, kIndonesian) + " ≤ " +
                    Amount(trigger.lateness->over, kIndonesian) + ": batas " +
                    Named(trigger.label, kIndonesian) + " belum dilewati (" + trigger.cite + ").",
                Amount(*measure_, kEnglish) + " ≤ " + Amount(trigger.lateness->over, kEnglish) +
                    ": the bound " + Named(trigger.label, kEnglish) + " isn't passed (" +
                    trigger.cite + ").");
    }
  }

  void Trigger(const std::string& id) {
    const auto found = std::ranges::find(decree_.triggers, id, &DecreeTrigger::id);
    if (found == decree_.triggers.end()) return;
    std::string sum_id;
    std::string sum_en;
    if (found->lateness.has_value() && measure_.has_value() && *measure_ > found->lateness->over) {
      sum_id = " " + Comparison(*found->lateness, *measure_, kIndonesian) + ".";
      sum_en = " " + Comparison(*found->lateness, *measure_, kEnglish) + ".";
    }
    text_.Add("Terpenuhi, " + found->cite + ": " + QuotedStop(found->condition) + sum_id,
              "Holds, " + found->cite + ": " + QuotedStop(found->condition) + sum_en);
    Facts(found->facts);
  }

  void Remedies() {
    const bool decided = assessment_.ground == Ground::kProved ||
                         assessment_.ground == Ground::kChosen ||
                         assessment_.ground == Ground::kGeneral;
    if (!decided) return;
    std::string id;
    std::string en;
    bool complainant = false;
    for (const AssessedRemedy& remedy : assessment_.remedies) {
      complainant = complainant || remedy.beneficiary == Beneficiary::kComplainant;
      Item(remedy, id, en);
    }
    text_.Add("Usul kompensasi: " + id + ".", "Proposed compensation: " + en + ".");
    if (!complainant) {
      text_.Add("Untuk pengadu: - (sel ini hanya memberi tindakan lain).",
                "For the complainant: - (this cell gives only other measures).");
    }
    if (!assessment_.severity.has_value()) return;
    const DecreeSeverity& severity = *decree_.Find(*assessment_.severity);
    if (assessment_.claim != Claim::kNone) {
      text_.Add("Diklaim secara " + std::string(NameOf(assessment_.claim)) + " (" +
                    severity.claim_cite + ").",
                std::string("Claimed ") +
                    (assessment_.claim == Claim::kOral ? "orally" : "in writing") + " (" +
                    severity.claim_cite + ").");
    }
    if (assessment_.apology_at_once) {
      text_.Add("Petugas yang melayani wajib meminta maaf pada saat itu juga.",
                "The officer who served owes the apology at that very moment.");
    }
  }

  static void Item(const AssessedRemedy& remedy, std::string& id, std::string& en) {
    std::string cites;
    for (const std::string& cite : remedy.cites)
      cites += (cites.empty() ? "" : "; ") + cite;
    // The record calls the complainant "pelapor"; people are told in the office's own word.
    const bool theirs = remedy.beneficiary == Beneficiary::kComplainant;
    const char* whom = remedy.beneficiary == Beneficiary::kComplainant ? "complainant"
                       : remedy.beneficiary == Beneficiary::kOfficer   ? "officer"
                                                                       : "unit";
    id += (id.empty() ? "" : "; ") + Named(remedy.label, kIndonesian) + " (untuk " +
          (theirs ? "pengadu" : std::string(NameOf(remedy.beneficiary))) + "; " + cites + ")";
    en += (en.empty() ? "" : "; ") + Named(remedy.label, kEnglish) + " (for the " + whom + "; " +
          cites + ")";
  }

  void Flags() {
    if (assessment_.refer) {
      text_.Add(
          "Wajib dirujuk: hal ini dapat menyangkut disiplin atau pidana di luar keputusan ini.",
          "Must be referred: this may concern discipline or crime outside this decree.");
    }
    if (assessment_.flagged) {
      text_.Add("Ditandai untuk pimpinan dan Inspektorat: mungkin pungutan liar.",
                "Flagged for the head and the Inspectorate: a possible illegal levy.");
    }
  }

  const Decree& decree_;
  const Policies& policies_;
  const FindingInput& input_;
  const Assessment& assessment_;
  const DecreeAspect& aspect_;
  const bool days_;
  std::optional<double> measure_;
  Paragraph text_;
};

}  // namespace

Labels Explain(const Decree& decree, const Policies& policies, const FindingInput& input,
               const Assessment& assessment) {
  return Writer(decree, policies, input, assessment).Write();
}

}  // namespace tanggap
