// How the parts of the keyboard's table are put together: the list of screens in keymap.cpp, the
// open case in keymap_case.cpp, sheets and boxes in keymap_boxes.cpp.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "desk/keymap.h"

namespace tanggap::desk {

// A table under construction: the order is that of the hint bar.
class KeyTable {
 public:
  void Bare(ui::Key key, Intent intent, std::string caps = "", std::optional<TextId> hint = {}) {
    bindings_.push_back(
        {key, false, false, std::move(intent), std::move(caps), hint, false, false});
  }
  void Ctrl(ui::Key key, Intent intent, std::string caps = "", std::optional<TextId> hint = {}) {
    bindings_.push_back({key, true, false, std::move(intent), std::move(caps), hint, false, false});
  }
  void Shift(ui::Key key, Intent intent, std::string caps = "", std::optional<TextId> hint = {}) {
    bindings_.push_back({key, false, true, std::move(intent), std::move(caps), hint, false, false});
  }
  void CtrlShift(ui::Key key, Intent intent) {
    bindings_.push_back({key, true, true, std::move(intent), "", {}, false, false});
  }
  // What the hint bar has no room for; the key sheet shows it.
  void ForSheet(std::string caps, TextId hint, bool anywhere = false) {
    bindings_.back().caps = std::move(caps);
    bindings_.back().hint = hint;
    bindings_.back().only_sheet = true;
    bindings_.back().anywhere = anywhere;
  }
  // J and K, down and up; shown as one pair.
  void UpDown(Intent down, Intent up, std::string caps, TextId hint) {
    Bare(ui::Key::kJ, down, std::move(caps), hint);
    Bare(ui::Key::kK, up);
    Bare(ui::Key::kDown, std::move(down));
    Bare(ui::Key::kUp, std::move(up));
  }
  [[nodiscard]] const std::vector<Binding>& Bindings() const { return bindings_; }
  [[nodiscard]] std::vector<Binding> Take() { return std::move(bindings_); }

 private:
  std::vector<Binding> bindings_;
};

inline constexpr std::array kDigits{ui::Key::k1, ui::Key::k2, ui::Key::k3, ui::Key::k4,
                                    ui::Key::k5, ui::Key::k6, ui::Key::k7, ui::Key::k8,
                                    ui::Key::k9, ui::Key::k0};
// "1–4", as drawn.
[[nodiscard]] std::string DigitCaps(std::size_t count);

// The numbers of the lists.
void ViewKeys(KeyTable& table);
// A duty's letter, where the signed-in person may begin it.
void AddDuty(KeyTable& table, const State& state, const OpenCase& open, ui::Key key, Duty duty,
             std::string caps, TextId hint);
// The letters that mean the same wherever a case is selected.
void CaseLetters(KeyTable& table, const State& state, const OpenCase& open);
// The open case, by what is being done to it.
void CaseKeys(KeyTable& table, const Premises& premises, const State& state, const CaseWork& work);
void SheetKeys(KeyTable& table, const Premises& premises, const State& state,
               const ScanSheet& sheet);
// A small box over a screen; not the sheet of a scan.
void BoxKeys(KeyTable& table, const Overlay& overlay, const std::optional<Focus>& focus);

}  // namespace tanggap::desk
