// Two example offices and a ticket of each, for the tests of paper.
#pragma once

#include <fstream>
#include <map>
#include <string>

#include "support/places.h"
#include "texts/texts.h"
#include "ticket/ticket_content.h"

namespace tanggap::ticket {

// The sentences of assets/text/ticket-LANGUAGE.toml; every other text is its own key, because paper
// uses no other.
inline Texts PaperTexts(const std::string& language = "id") {
  std::map<std::string, std::string, std::less<>> words;
  for (const TextId id : AllTextIds())
    words.emplace(KeyOf(id), KeyOf(id));
  std::ifstream file(SourceDir().string() + "/assets/text/ticket-" + language + ".toml");
  for (std::string line; std::getline(file, line);) {
    const auto middle = line.find("\" = \"");
    if (line.empty() || line.front() != '"' || middle == std::string::npos) continue;
    words.insert_or_assign(line.substr(1, middle - 1),
                           line.substr(middle + 5, line.size() - middle - 6));
  }
  return Texts::Make(language, "ticket-" + language + ".toml", words).Value();
}

inline Office LembataOffice() {
  Office office;
  office.name = "Dinas Pendidikan";
  office.short_name = "Dinas Pendidikan";
  office.government = "Pemerintah Kabupaten Lembata";
  office.ticket_head_48 = {"PEMERINTAH KABUPATEN LEMBATA", "DINAS PENDIDIKAN"};
  office.ticket_head_32 = office.ticket_head_48;
  office.zone = {"Asia/Makassar", "WITA", std::chrono::hours{8}};
  office.contact = {"Kepala Subbagian Umum", "0812-0000-0000"};
  office.channels = {"LAPOR! www.lapor.go.id / SMS 1708", "Ombudsman RI 137", "WA 0821-3737-3737"};
  office.complaint_desk = "meja pengaduan";
  return office;
}

inline Office BelitungOffice() {
  Office office = LembataOffice();
  office.name = "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak";
  office.short_name = "DSPPPA";
  office.government = "Pemerintah Kabupaten Belitung";
  office.ticket_head_48 = {"PEMERINTAH KABUPATEN BELITUNG", "DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN",
                           "DAN PERLINDUNGAN ANAK"};
  office.ticket_head_32 = {"PEMERINTAH KABUPATEN BELITUNG", "DINAS SOSIAL, PEMBERDAYAAN",
                           "PEREMPUAN DAN PERLINDUNGAN ANAK"};
  office.zone = {"Asia/Jakarta", "WIB", std::chrono::hours{7}};
  office.complaint_desk = "";
  return office;
}

inline TicketCode SampleCode() {
  return *ReadCode("K7QF-2M9D-XR47").code;
}

inline Ticket SampleTicket() {
  using namespace std::chrono_literals;
  Ticket ticket;
  ticket.code = SampleCode();
  // Saturday, 21 November 2026, 09.15 in WITA.
  ticket.received = FromLocal({std::chrono::year{2026} / 11 / 21, 9, 15, 0},
                              {"Asia/Makassar", "WITA", std::chrono::hours{8}});
  ticket.place = "Lobi 1";
  ticket.aspect = "Terlalu lama";
  ticket.due = std::chrono::year{2026} / 12 / 4;
  return ticket;
}

}  // namespace tanggap::ticket
