// The strict profile: nlohmann's event parser fills our values, and what was read is written again
// and compared with the input.
#include "formats/strict_json.h"

#include <array>
#include <cassert>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace tanggap {
namespace {

using Json = nlohmann::json;

// Takes the parser's events. Stops at the first thing the profile refuses.
class Builder {
 public:
  bool null() { return Refuse("null is not allowed"); }
  bool boolean(bool flag) { return Put(Value{flag}); }
  bool number_integer(Json::number_integer_t number) {
    if (number <= -kNumberBound || number >= kNumberBound) return Refuse("number out of range");
    return Put(Value{std::int64_t{number}});
  }
  bool number_unsigned(Json::number_unsigned_t number) {
    if (number >= static_cast<Json::number_unsigned_t>(kNumberBound))
      return Refuse("number out of range");
    return Put(Value{static_cast<std::int64_t>(number)});
  }
  bool number_float(Json::number_float_t, const Json::string_t&) {
    return Refuse("only whole numbers are allowed");
  }
  bool string(Json::string_t& text) { return Put(Value{std::move(text)}); }
  bool binary(Json::binary_t&) { return Refuse("binary is not allowed"); }
  bool start_object(std::size_t) { return Open(true); }
  bool start_array(std::size_t) { return Open(false); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }
  bool key(Json::string_t& name) {
    Level& level = levels_.back();
    if (level.fields.contains(name)) return Refuse("duplicate key");
    level.key = std::move(name);
    return true;
  }
  // Without exceptions: the parser tells us and stops.
  bool parse_error(std::size_t, const std::string&, const Json::exception&) {
    return Refuse("not JSON");
  }

  [[nodiscard]] const std::string& Fault() const { return fault_; }
  [[nodiscard]] Fields Take() { return std::move(outer_); }

 private:
  struct Level {
    bool object = false;
    std::string key;
    Fields fields;
    List list;
  };

  bool Refuse(const char* why) {
    if (fault_.empty()) fault_ = why;
    return false;
  }
  bool Open(bool object) {
    if (levels_.size() == kMaxDepth) return Refuse("nested too deeply");
    if (levels_.empty() && !object) return Refuse("a line must be an object");
    levels_.push_back({object, {}, {}, {}});
    return true;
  }
  bool Put(Value value) {
    if (levels_.empty()) return Refuse("a line must be an object");
    Level& level = levels_.back();
    if (level.object) {
      level.fields.emplace(std::move(level.key), std::move(value));
    } else {
      level.list.push_back(std::move(value));
    }
    return true;
  }
  bool Close() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    if (levels_.empty()) {
      outer_ = std::move(level.fields);
      return true;
    }
    return Put(level.object ? Value{std::move(level.fields)} : Value{std::move(level.list)});
  }

  std::vector<Level> levels_;
  Fields outer_;
  std::string fault_;
};

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
  Builder builder;
  const bool read = Json::sax_parse(line.begin(), line.end(), &builder);
  if (!read || !builder.Fault().empty()) {
    return Problem{"", 0, builder.Fault().empty() ? "not JSON" : builder.Fault()};
  }
  Fields fields = builder.Take();
  std::string again;
  again.reserve(line.size());
  AppendStrict(again, fields);
  if (again != line)
    return Problem{"", 0, "not written in the one allowed way (order, spaces, escapes)"};
  return fields;
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
