// Match: one lambda per alternative of a std::variant.
#pragma once

namespace tanggap {

template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Match(Cases...) -> Match<Cases...>;

}  // namespace tanggap
