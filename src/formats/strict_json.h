// The strict profile of JSON in which everything signed is written: one line, one way to write it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/result.h"
#include "domain/value.h"

namespace tanggap {

inline constexpr std::size_t kMaxLineBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxDepth = 4;  // the outer object counts
inline constexpr std::int64_t kNumberBound = std::int64_t{1} << 53;

// One line without its \n. Refused: anything but an object, floats, nulls, duplicate keys,
// |n| >= 2^53, too deep or too long, text that is not UTF-8, and every line that is not byte for
// byte what WriteStrict writes for it. Never throws; bounded work on hostile input.
[[nodiscard]] Result<Fields> ReadStrict(std::string_view line);

// Keys in byte order, no white space, only what must be escaped is. The same bytes as
// nlohmann::json::dump(). The fields must be writable (UTF-8, small numbers): a bug otherwise.
[[nodiscard]] std::string WriteStrict(const Fields& fields);
void AppendStrict(std::string& out, const Fields& fields);
void AppendStrict(std::string& out, std::string_view text);  // quoted

}  // namespace tanggap
