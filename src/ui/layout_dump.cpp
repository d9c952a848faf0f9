// Writes the layout by hand: ui stands without a JSON library.
#include "ui/layout_dump.h"

#include <array>
#include <cstdio>

namespace tanggap::ui {
namespace {

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "\\u%04x", c);
      out += code.data();
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string Number(float value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.6g", static_cast<double>(value));
  std::string out = text.data();
  for (char& c : out)
    if (c == ',') c = '.';
  return out;
}

std::string Sides(const Rect& r) {
  return "\"x\":" + Number(r.x) + ",\"y\":" + Number(r.y) + ",\"w\":" + Number(r.w) +
         ",\"h\":" + Number(r.h);
}

std::string List(const Rect& r) {
  return "[" + Number(r.x) + "," + Number(r.y) + "," + Number(r.w) + "," + Number(r.h) + "]";
}

const char* NameOf(TargetKind kind) {
  switch (kind) {
    case TargetKind::kControl:
      return "control";
    case TargetKind::kFace:
      return "face";
    case TargetKind::kKey:
      return "key";
    case TargetKind::kCodeKey:
      return "code-key";
    case TargetKind::kDesk:
      return "desk";
  }
  return "";
}

const char* Bool(bool value) {
  return value ? "true" : "false";
}

}  // namespace

std::string LayoutJson(const Frame& frame, std::int64_t deaf_ms) {
  std::string out = "{\"screen\":" + Quoted(frame.ScreenName()) +
                    ",\"width\":" + std::to_string(frame.size.width) +
                    ",\"height\":" + std::to_string(frame.size.height) +
                    ",\"px_per_mm\":" + Number(frame.look.px_per_mm) +
                    ",\"unit\":" + Number(frame.look.unit) +
                    ",\"deaf_ms\":" + std::to_string(deaf_ms) + ",\"targets\":[";
  const char* comma = "";
  for (const Target& t : frame.targets) {
    out += comma;
    out += "\n{\"id\":" + Quoted(t.id) + "," + Sides(t.hit) + ",\"plate\":" + List(t.plate) +
           ",\"kind\":\"" + NameOf(t.kind) + "\",\"enabled\":" + Bool(t.enabled) +
           ",\"filled\":" + Bool(t.filled) + "}";
    comma = ",";
  }
  out += "\n],\"texts\":[";
  comma = "";
  for (const TextRun& t : frame.texts) {
    out += comma;
    out += "\n{\"text\":" + Quoted(t.text) + "," + Sides(t.rect) + ",\"box\":" + List(t.box) +
           ",\"style\":" + std::to_string(static_cast<int>(t.style)) +
           ",\"fitted\":" + Bool(t.fitted) + "}";
    comma = ",";
  }
  return out + "\n]}\n";
}

}  // namespace tanggap::ui
