// What a new password must be, at the desk and at the command line alike.
#pragma once

#include <cstddef>

namespace tanggap {

// Short enough to be remembered: the key is under Argon2id, and wrong passwords cost a pause.
inline constexpr std::size_t kLeastPasswordBytes = 8;

}  // namespace tanggap
