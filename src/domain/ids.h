// The identifiers of Tanggap: distinct types, so that a service is never taken for an aspect.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tanggap {

// A short lower-case word chosen by a file or a key. Empty means "none".
template <class Tag>
struct WordId {
  std::string value;

  WordId() = default;
  explicit WordId(std::string word) : value(std::move(word)) {}
  [[nodiscard]] bool Empty() const { return value.empty(); }
  auto operator<=>(const WordId&) const = default;
};

using AspectId = WordId<struct AspectTag>;      // a decree's column or category: "waktu"
using SeverityId = WordId<struct SeverityTag>;  // "ringan"
using RemedyId = WordId<struct RemedyTag>;      // "maaf-tertulis"
using MeasureId = WordId<struct MeasureTag>;    // towards an officer: "teguran"
using FactId = WordId<struct FactTag>;          // "petugas-tidak-sopan"
using ServiceId = WordId<struct ServiceTag>;    // "legalisir"
using PhraseId = WordId<struct PhraseTag>;      // "waktu.3"
using OfficeId = WordId<struct OfficeTag>;      // 10 Crockford symbols of the root key's hash
using NodeId = WordId<struct NodeTag>;          // the same of a device's key
using PersonId = WordId<struct PersonTag>;      // the same of a person's signing key

// 16 random bytes; written as 32 lower-case hex digits.
struct RecordId {
  std::array<std::uint8_t, 16> bytes{};

  [[nodiscard]] bool Empty() const { return bytes == std::array<std::uint8_t, 16>{}; }
  auto operator<=>(const RecordId&) const = default;
};

[[nodiscard]] std::string ToHex(const RecordId& id);
// Exactly 32 lower-case hex digits; anything else is nullopt.
[[nodiscard]] std::optional<RecordId> RecordIdFromHex(std::string_view hex);

}  // namespace tanggap
