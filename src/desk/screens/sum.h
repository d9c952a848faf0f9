// A sum in words: its last line, for wherever a finding stands without the whole table.
#pragma once

#include <optional>
#include <string>

#include "desk/screens/screens.h"
#include "domain/case_sum.h"

namespace tanggap::desk {

// What the measure means: "lebih dari 2, paling banyak 5 hari: Sedang", "dalam norma".
[[nodiscard]] std::string BandOf(const Scene& scene, const Lateness& sum);
// "d = 3 hari: lebih dari 2, paling banyak 5 hari: Sedang"; under a decree of hours "96 jam > 48
// jam: kriteria terpenuhi, lebih 48 jam". Says when the service isn't finished.
[[nodiscard]] std::string SumLine(const Scene& scene, const CaseSum& sum);
// Where the result stands: the cell or criterion, the non-conformity below the matrix; empty where
// nothing of the decree applies.
[[nodiscard]] std::string SumCite(const Scene& scene, const Lateness& sum);
// As its own title names it: "Keputusan Kepala Dinas Pendidikan … Nomor 18 Tahun 2024".
[[nodiscard]] std::string DecreeName(const Scene& scene);
// The table line by line; `sum` is the running one or the one that was judged.
float DrawSumOf(Scene& scene, const Column& at, float y, const OpenCase& open,
                const std::optional<CaseSum>& sum);

}  // namespace tanggap::desk
