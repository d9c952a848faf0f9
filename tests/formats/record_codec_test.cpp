#include "formats/record_codec.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "formats/strict_json.h"
#include "support/catch.h"

namespace tanggap {
namespace {

bool Accepts(const std::string& line) {
  return ReadStrict(line).Ok();
}

TEST_CASE("What is written is what nlohmann's dump writes, for every byte of text",
          "[formats][codec]") {
  std::string text;
  for (int byte = 0; byte < 0x80; ++byte)
    text += static_cast<char>(byte);
  text += "é☺𝄞";
  const Fields fields{{"a", text},
                      {"b", List{1, true, "x", List{}}},
                      {"c", Fields{}},
                      {text, std::int64_t{-9007199254740991}}};
  nlohmann::json json;
  json["a"] = text;
  json["b"] = {1, true, "x", nlohmann::json::array()};
  json["c"] = nlohmann::json::object();
  json[text] = -9007199254740991;
  REQUIRE(WriteStrict(fields) == json.dump());
  REQUIRE(ReadStrict(json.dump()).Value() == fields);
}

TEST_CASE("The strict profile refuses everything but its one way", "[formats][codec][hostile]") {
  REQUIRE(Accepts("{}"));
  REQUIRE(Accepts(R"({"a":[1,{"b":{}}]})"));
  REQUIRE(Accepts(R"({"a":{"b":{"c":{}}}})"));
  for (const char* line : {
           "",
           "null",
           "[]",
           "1",
           "\"a\"",
           "{",
           "}",
           "{}}",
           "{} ",
           " {}",
           "{}\n",
           "{}{}",
           R"({"a":null})",
           R"({"a":1.0})",
           R"({"a":1e2})",
           R"({"a":-0})",
           R"({"a":01})",
           R"({"a":9007199254740992})",
           R"({"a":-9007199254740992})",
           R"({"a":99999999999999999999999})",
           R"({"a":1,"a":1})",
           R"({"a":1,"a":2})",
           R"({"b":1,"a":1})",
           R"({"a": 1})",
           R"({"a":1 })",
           R"({"a":"\u0041"})",
           R"({"a":"\/"})",
           R"({"a":"\u00E9"})",
           R"({"a":[[[[]]]]})",
           R"({"a":{"b":{"c":{"d":{}}}}})",
           R"({'a':1})",
           R"({a:1})",
           R"({"a":1,})",
           R"({"a":[1,]})",
           "{\"a\":\"\t\"}",
           "{\"a\":\"\xff\"}",
           "{\"a\":\"\xc0\xaf\"}",
           "{\"a\":\"\xed\xa0\x80\"}",
           "{\"a\":\"\xf4\x90\x80\x80\"}",
           "{\"a\":\"\xe2\x82\"}",
           "{\"\xff\":1}",
           "\xef\xbb\xbf{}",
           R"({"a":NaN})",
           R"({"a":Infinity})",
           R"({"a":tru})",
           "{\"a\":1}//x",
           "/*x*/{}",
       }) {
    INFO(line);
    CHECK_FALSE(Accepts(line));
  }
  REQUIRE_FALSE(Accepts(std::string_view("{\"a\":\"\0\"}", 9).data()));
  REQUIRE_FALSE(Accepts(std::string(100'000, '[')));
  REQUIRE_FALSE(Accepts(std::string(60'000, '{')));
  std::string deep;
  for (int i = 0; i < 10'000; ++i)
    deep += "{\"a\":";
  REQUIRE_FALSE(Accepts(deep));
  REQUIRE(Accepts("{\"a\":\"" + std::string(kMaxLineBytes - 8, 'x') + "\"}"));
  REQUIRE_FALSE(Accepts("{\"a\":\"" + std::string(kMaxLineBytes - 7, 'x') + "\"}"));
}

// The general parser, for comparison: what the reader of lines takes must be what this one takes.
std::optional<std::string> AsNlohmannWrites(const std::string& line) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

TEST_CASE("What the strict reader takes is what a general parser reads, however a line is altered",
          "[formats][codec][hostile]") {
  const std::string line =
      R"({"a":"x\u0001\n\"é☺𝄞\\","b":[1,-2,true,{"c":[false,0]}],"d":{"e":"","f":{}},"g":9007199254740991})";
  REQUIRE(Accepts(line));
  const std::string signs = "\"\\{}[]:,-0129aeftu \n\x80\xc3\xed\xff";
  std::size_t accepted = 0;
  const auto compare = [&](const std::string& altered) {
    const auto read = ReadStrict(altered);
    if (!read.Ok()) return;
    ++accepted;
    INFO(altered);
    REQUIRE(WriteStrict(read.Value()) == altered);
    REQUIRE(AsNlohmannWrites(altered) == altered);
  };
  for (std::size_t at = 0; at < line.size(); ++at) {
    compare(line.substr(0, at));
    compare(line.substr(0, at) + line.substr(at + 1));
    for (const char sign : signs) {
      std::string altered = line;
      altered[at] = sign;
      compare(altered);
      altered = line;
      altered.insert(at, 1, sign);
      compare(altered);
    }
  }
  REQUIRE(accepted > 100);
}

TEST_CASE("A refused line is told why", "[formats][codec]") {
  const auto why = [](const std::string& line) {
    const auto read = ReadStrict(line);
    return read.Ok() ? std::string() : read.Problems().front().message;
  };
  CHECK(why("{") == "not JSON");
  CHECK(why("[]") == "a line must be an object");
  CHECK(why(R"({"a":null})") == "null is not allowed");
  CHECK(why(R"({"a":1.5})") == "only whole numbers are allowed");
  CHECK(why(R"({"a":9007199254740992})") == "number out of range");
  CHECK(why(R"({"a":-9007199254740992})") == "number out of range");
  CHECK(why(R"({"a":1,"a":1})") == "duplicate key");
  CHECK(why(R"({"a":[[[[]]]]})") == "nested too deeply");
  CHECK(why(R"({"b":1,"a":1})") == "not written in the one allowed way (order, spaces, escapes)");
}

std::string ALine() {
  return R"({"body":{"c":")" + std::string(64, '1') + R"(","f":")" + std::string(64, '2') +
         R"("},"clr":{"score":4},"crit":true,"day":"2026-11-21","dec":"x@1","hlc":[1795250000000,0],)"
         R"("id":"00112233445566778899aabbccddeeff","ref":["ffeeddccbbaa99887766554433221100"],)"
         R"("t":"written_later"})";
}

TEST_CASE("A record line reads and writes back, unknown types included", "[formats][codec]") {
  const auto line = ReadRecordLine(ALine());
  REQUIRE(line);
  const Record& record = line.Value().record;
  REQUIRE(record.type == RecordType::kUnknown);
  REQUIRE(record.type_name == "written_later");
  REQUIRE(record.critical);
  REQUIRE(record.bodies.at(BodyClass::kContent).state == BodyState::kSealed);
  REQUIRE(NumberOf(record.clear, "score") == 4);
  REQUIRE(WriteRecordLine(line.Value()) == ALine());
}

TEST_CASE("A record line of a newer program keeps being readable", "[formats][codec]") {
  std::string line = ALine();
  line.insert(line.size() - 1, R"(,"zzz":{"new":true})");
  REQUIRE(ReadRecordLine(line));
}

TEST_CASE("A record line with anything amiss is refused", "[formats][codec][hostile]") {
  const auto without = [](const std::string& part, const std::string& instead) {
    std::string line = ALine();
    const auto at = line.find(part);
    REQUIRE(at != std::string::npos);
    return line.replace(at, part.size(), instead);
  };
  for (const auto& [part, instead] : std::vector<std::pair<std::string, std::string>>{
           {"00112233445566778899aabbccddeeff", "00112233445566778899AABBCCDDEEFF"},
           {"00112233445566778899aabbccddeeff", "0011"},
           {"2026-11-21", "2026-13-21"},
           {"[1795250000000,0]", "[1795250000000]"},
           {"[1795250000000,0]", "[-1,0]"},
           {"[1795250000000,0]", "1"},
           {R"("written_later")", R"("")"},
           {R"("written_later")", "1"},
           {R"({"score":4})", "{}"},
           {R"({"score":4})", "[]"},
           {R"(["ffeeddccbbaa99887766554433221100"])", "[]"},
           {R"(["ffeeddccbbaa99887766554433221100"])", R"(["x"])"},
           {R"("crit":true)", R"("crit":false)"},
           {R"("dec":"x@1")", R"("dec":"")"},
           {R"({"c":")" + std::string(64, '1'), R"({"b":")" + std::string(64, '1')},
           {std::string(64, '2'), std::string(63, '2')},
       }) {
    INFO(instead);
    CHECK_FALSE(ReadRecordLine(without(part, instead)));
  }
}

TEST_CASE("Body lines read and write back, and hold base64 only", "[formats][codec]") {
  BodyLine body;
  body.id = RecordIdFromHex("00112233445566778899aabbccddeeff").value();
  body.body_class = BodyClass::kIdentity;
  body.reading_key = 12;
  body.box = "AAAA";
  body.key_for_readers = "BBB=";
  REQUIRE(ReadBodyLine(WriteBodyLine(body)).Value() == body);
  REQUIRE_FALSE(WriteBodyLine(body).ends_with("tk"));
  body.key_for_ticket = "CC==";
  const std::string line = WriteBodyLine(body);
  REQUIRE(ReadBodyLine(line).Value() == body);
  REQUIRE(nlohmann::json::parse(line).dump() == line);
  for (const char* bad : {"", "A", "AAA", "A*AA"}) {
    body.box = bad;
    REQUIRE_FALSE(ReadBodyLine(WriteBodyLine(body)));
  }
}

TEST_CASE("A sealed text names its person and signature together or not at all",
          "[formats][codec]") {
  BodyText text;
  text.fields = {{"text", "a"}};
  text.signed_as = WriteStrict(text.fields);
  std::string line;
  AppendBodyText(line, text);
  REQUIRE(line == R"({"b":{"text":"a"}})");
  REQUIRE(ReadBodyText(line).Value().signed_as == text.signed_as);
  REQUIRE_FALSE(ReadBodyText(R"({"b":{},"by":"x"})"));
  REQUIRE_FALSE(ReadBodyText(R"({"b":{},"psig":"x"})"));
  REQUIRE_FALSE(ReadBodyText(R"({"b":1})"));
  text.by = PersonId{"k7qf2m9dxr"};
  text.signature = "AAAA";
  line.clear();
  AppendBodyText(line, text);
  REQUIRE(nlohmann::json::parse(line).dump() == line);
  REQUIRE(ReadBodyText(line).Value().by == text.by);
}

}  // namespace
}  // namespace tanggap
