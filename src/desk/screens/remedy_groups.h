// Remedies grouped by who receives them: the same bands while deciding and afterwards.
#pragma once

#include <array>
#include <string_view>

#include "desk/screens/screens.h"

namespace tanggap::desk {

inline constexpr std::array kBeneficiaries{Beneficiary::kComplainant, Beneficiary::kOfficer,
                                           Beneficiary::kUnit};

// "Untuk pengadu", or that there is nothing for them.
[[nodiscard]] TextId GroupTitle(Beneficiary beneficiary, bool empty);
// Returns the y below the band.
float DrawGroupBand(Scene& scene, const Column& at, float y, std::string_view words);

}  // namespace tanggap::desk
