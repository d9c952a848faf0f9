// Turns a ticket's print bytes into a PBM picture, so that zbar can read what paper would show.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "support/escpos_reader.h"

// escpos_to_pbm FILE.escpos FILE.pbm
int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: escpos_to_pbm FILE.escpos FILE.pbm\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string job{std::istreambuf_iterator<char>(in), {}};
  const auto ticket = tanggap::ReadEscPos(job);
  if (!ticket || ticket->row_bytes == 0) {
    std::cerr << argv[1] << ": not the bytes of a ticket (" << job.size() << " bytes)\n";
    return 1;
  }
  const std::size_t rows = ticket->dots.size() / ticket->row_bytes;
  std::ofstream out(argv[2], std::ios::binary);
  out << "P4\n" << ticket->row_bytes * 8 << ' ' << rows << '\n' << ticket->dots;
  out.flush();
  return out ? 0 : 1;
}
