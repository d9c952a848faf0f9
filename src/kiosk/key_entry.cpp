#include "kiosk/key_entry.h"

#include <algorithm>

namespace tanggap::kiosk {
namespace {

char Upper(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

bool GoesOn(char byte) {  // of a symbol that began before
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::size_t Characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !GoesOn(c); }));
}

std::string Capitalised(std::string_view before, std::string key) {
  while (!before.empty() && before.back() == ' ')
    before.remove_suffix(1);
  const bool starts =
      before.empty() || std::string_view{".!?"}.find(before.back()) != std::string_view::npos;
  if (starts && key.size() == 1) key[0] = Upper(key[0]);
  return key;
}

std::string WordCapital(std::string_view before, std::string key) {
  if ((before.empty() || before.back() == ' ') && key.size() == 1) key[0] = Upper(key[0]);
  return key;
}

void EraseLast(std::string& text) {
  while (!text.empty() && GoesOn(text.back()))
    text.pop_back();
  if (!text.empty()) text.pop_back();
}

KeyLayer AfterKey(KeyLayer layer) {
  return layer == KeyLayer::kDigits ? layer : KeyLayer::kLetters;
}

void TypeInto(std::string& words, const std::string& key, KeyLayer& layer, std::size_t limit) {
  if (words.capacity() < 2 * limit) words.reserve(2 * limit);
  const bool by_itself = layer == KeyLayer::kLetters;
  if (Characters(words) < limit) words += by_itself ? Capitalised(words, key) : key;
  layer = AfterKey(layer);
}

}  // namespace tanggap::kiosk
