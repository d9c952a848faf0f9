// The strict profile: a small reader fills our values, and what was read is written again and
// compared with the input. Where they differ nlohmann's event parser finds the words for it.
#include "formats/strict_json.h"

#include <array>
#include <cassert>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/record_schema.h"

namespace tanggap {
namespace {

using Json = nlohmann::json;

// Reads a line that is written in the one allowed way, or one that is nearly so: what it makes of
// the latter doesn't matter, for only values that are written as the very line count. So it looks
// at no more than it must to find the values, and at what writing again can't show: how deep they
// lie and how great numbers are. A quarter of the time of a general parser, which is what reading
// a folder for the first time is made of.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}
  // Nothing: it isn't written in that way.
  [[nodiscard]] std::optional<Fields> Read() {
    Fields fields;
    if (!TakeFields(fields, 1) || !rest_.empty()) return std::nullopt;
    return fields;
  }

 private:
  [[nodiscard]] bool Take(char sign) {
    if (rest_.empty() || rest_.front() != sign) return false;
    rest_.remove_prefix(1);
    return true;
  }
  [[nodiscard]] bool Take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  // NOLINTNEXTLINE(misc-no-recursion): depth is bounded by kMaxDepth.
  [[nodiscard]] bool TakeFields(Fields& fields, std::size_t depth) {
    if (depth > kMaxDepth || !Take('{')) return false;
    if (Take('}')) return true;
    do {
      std::string name;
      Value value;
      if (!TakeText(name) || !Take(':') || !TakeValue(value, depth)) return false;
      fields.emplace_hint(fields.end(), std::move(name), std::move(value));
    } while (Take(','));
    return Take('}');
  }
  // NOLINTNEXTLINE(misc-no-recursion): depth is bounded by kMaxDepth.
  [[nodiscard]] bool TakeList(List& list, std::size_t depth) {
    if (depth > kMaxDepth || !Take('[')) return false;
    if (Take(']')) return true;
    do {
      if (!TakeValue(list.emplace_back(), depth)) return false;
    } while (Take(','));
    return Take(']');
  }
  // NOLINTNEXTLINE(misc-no-recursion): depth is bounded by kMaxDepth.
  [[nodiscard]] bool TakeValue(Value& value, std::size_t depth) {
    if (rest_.empty()) return false;
    switch (rest_.front()) {
      case '"':
        return TakeText(value.held.emplace<std::string>());
      case '{':
        return TakeFields(value.held.emplace<Fields>(), depth + 1);
      case '[':
        return TakeList(value.held.emplace<List>(), depth + 1);
      case 't':
        value.held = true;
        return Take("true");
      case 'f':
        value.held = false;
        return Take("false");
      default:
        return TakeNumber(value.held.emplace<std::int64_t>());
    }
  }
  [[nodiscard]] bool TakeNumber(std::int64_t& number) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc()) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number > -kNumberBound && number < kNumberBound;
  }
  [[nodiscard]] bool TakeText(std::string& text) {
    if (!Take('"')) return false;
    while (true) {
      // By hand: find_first_of() makes a call for every byte.
      std::size_t plain = 0;
      while (plain < rest_.size() && rest_[plain] != '"' && rest_[plain] != '\\')
        ++plain;
      if (plain == rest_.size()) return false;
      text.append(rest_, 0, plain);
      const bool end = rest_[plain] == '"';
      rest_.remove_prefix(plain + 1);
      if (end) return true;
      if (!TakeEscape(text)) return false;
    }
  }
  [[nodiscard]] bool TakeEscape(std::string& text) {
    if (rest_.empty()) return false;
    const char sign = rest_.front();
    rest_.remove_prefix(1);
    constexpr std::string_view kSigns = "bfnrt\"\\";
    constexpr std::string_view kMeanings = "\b\f\n\r\t\"\\";
    if (const std::size_t at = kSigns.find(sign); at != std::string_view::npos) {
      text += kMeanings[at];
      return true;
    }
    // Only signs without an escape of their own are written as numbers, all of them below 0x20.
    unsigned code = 0;
    if (sign != 'u' || rest_.size() < 4) return false;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + 4, code, 16);
    if (error != std::errc() || end != rest_.data() + 4 || code >= 0x20U) return false;
    rest_.remove_prefix(4);
    text += static_cast<char>(code);
    return true;
  }

  std::string_view rest_;
};

// Takes the parser's events and stops at the first thing that the profile refuses.
class FaultFinder {
 public:
  bool null() { return Refuse("null is not allowed"); }
  bool boolean(bool) { return Put(); }
  bool number_integer(Json::number_integer_t number) {
    return number > -kNumberBound ? Put() : Refuse(kTooGreat);
  }
  bool number_unsigned(Json::number_unsigned_t number) {
    return number < static_cast<Json::number_unsigned_t>(kNumberBound) ? Put() : Refuse(kTooGreat);
  }
  bool number_float(Json::number_float_t, const Json::string_t&) {
    return Refuse("only whole numbers are allowed");
  }
  bool string(Json::string_t&) { return Put(); }
  bool binary(Json::binary_t&) { return Refuse("binary is not allowed"); }
  bool start_object(std::size_t) { return Open(); }
  bool start_array(std::size_t) { return keys_.empty() ? Refuse(kNoObject) : Open(); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }
  bool key(Json::string_t& name) {
    return keys_.back().insert(std::move(name)).second || Refuse("duplicate key");
  }
  // Without exceptions: the parser tells us and stops.
  bool parse_error(std::size_t, const std::string&, const Json::exception&) {
    return Refuse("not JSON");
  }

  // nullptr: it is JSON that the profile could hold.
  [[nodiscard]] const char* Fault() const { return fault_; }

 private:
  static constexpr const char* kTooGreat = "number out of range";
  static constexpr const char* kNoObject = "a line must be an object";

  bool Refuse(const char* why) {
    if (fault_ == nullptr) fault_ = why;
    return false;
  }
  bool Open() {
    if (keys_.size() == kMaxDepth) return Refuse("nested too deeply");
    keys_.emplace_back();
    return true;
  }
  bool Put() { return !keys_.empty() || Refuse(kNoObject); }
  bool Close() {
    keys_.pop_back();
    return true;
  }

  std::vector<std::set<std::string>> keys_;  // of every level that is open; of a list: none
  const char* fault_ = nullptr;
};

const char* WhyNotStrict(std::string_view line) {
  FaultFinder finder;
  const bool read = Json::sax_parse(line.begin(), line.end(), &finder);
  if (finder.Fault() != nullptr) return finder.Fault();
  return read ? "not written in the one allowed way (order, spaces, escapes)" : "not JSON";
}

void AppendNumber(std::string& out, std::int64_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

// NOLINTNEXTLINE(misc-no-recursion): depth is bounded by kMaxDepth on reading, by types on writing.
void AppendValue(std::string& out, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.held)) {
    AppendStrict(out, *text);
  } else if (const auto* number = std::get_if<std::int64_t>(&value.held)) {
    AppendNumber(out, *number);
  } else if (const auto* flag = std::get_if<bool>(&value.held)) {
    out += *flag ? "true" : "false";
  } else if (const auto* list = std::get_if<List>(&value.held)) {
    out += '[';
    for (std::size_t i = 0; i < list->size(); ++i) {
      if (i > 0) out += ',';
      AppendValue(out, (*list)[i]);
    }
    out += ']';
  } else {
    AppendStrict(out, std::get<Fields>(value.held));
  }
}

}  // namespace

Result<Fields> ReadStrict(std::string_view line) {
  if (line.size() > kMaxLineBytes) return Problem{"", 0, "the line is longer than 64 KiB"};
  if (std::optional<Fields> fields = LineReader(line).Read(); fields && IsUtf8(line)) {
    std::string again;
    again.reserve(line.size());
    AppendStrict(again, *fields);
    if (again == line) return std::move(*fields);
  }
  return Problem{"", 0, WhyNotStrict(line)};
}

std::string WriteStrict(const Fields& fields) {
  std::string out;
  AppendStrict(out, fields);
  return out;
}

void AppendStrict(std::string& out, const Fields& fields) {
  out += '{';
  bool first = true;
  for (const auto& [name, value] : fields) {
    if (!first) out += ',';
    first = false;
    AppendStrict(out, std::string_view{name});
    out += ':';
    AppendValue(out, value);
  }
  out += '}';
}

void AppendStrict(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;  // Start of what needs no escape and is copied at once.
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20U && byte != '"' && byte != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    out += '\\';
    switch (byte) {
      case '\b':
        out += 'b';
        break;
      case '\f':
        out += 'f';
        break;
      case '\n':
        out += 'n';
        break;
      case '\r':
        out += 'r';
        break;
      case '\t':
        out += 't';
        break;
      case '"':
      case '\\':
        out += static_cast<char>(byte);
        break;
      default:
        out += "u00";
        out += kHex[byte >> 4U];
        out += kHex[byte & 15U];
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

}  // namespace tanggap
