// Speaks one sentence. Optional: without speech every screen still says all in letters.
#pragma once

#include <string_view>

namespace tanggap {

// Returns at once; speaking goes on in another process. Never throws.
class Speaker {
 public:
  virtual ~Speaker() = default;
  virtual void Say(std::string_view text, std::string_view language) = 0;
  virtual void Stop() = 0;
};

}  // namespace tanggap
