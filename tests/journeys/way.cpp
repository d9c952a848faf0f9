#include "journeys/way.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "kiosk/sample.h"
#include "support/places.h"

namespace tanggap::kiosk {
namespace {

constexpr std::string_view kOffice = "# office: ";
constexpr std::string_view kTicket = "# ticket: ";
const std::filesystem::path kWays = SourceDir() / "tests/journeys/ways";

bool IsKnown(const std::string& verb) {
  for (const char* known : {"tap", "type", "wait-screen", "wait-text", "pass", "scan"})
    if (verb == known) return true;
  return false;
}

// The only ticket that the world of a play knows.
std::string CodeHere() {
  return Compact(SampleTicket(RecordId{}).code);
}

// What a code of the way's own opens: "# ticket: delivered"; without it a ticket just received.
std::optional<TicketState> StateOf(const std::string& named) {
  TicketState state;
  state.sentences = {"state.received", "state.received.next"};
  if (named.empty() || named == "received") return state;
  if (named == "delivered") {
    state.stage = TicketStage::kDelivered;
    state.sentences = {"state.delivered", "state.delivered.next"};
    return state;
  }
  if (named == "withdrawn") {
    state.side = TicketSide::kWithdrawn;
    state.sentences = {"state.withdrawn", "state.withdrawn.next"};
    return state;
  }
  return std::nullopt;
}

}  // namespace

Way ReadWay(const std::filesystem::path& file) {
  Way way;
  way.name = file.stem().string();
  std::ifstream in(file);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with(kOffice)) way.office = line.substr(kOffice.size());
    if (line.starts_with(kTicket)) way.ticket = line.substr(kTicket.size());
    if (line.empty() || line.front() == '#' || line == "quit") continue;
    const std::size_t space = line.find(' ');
    Step step{number, line.substr(0, space),
              space == std::string::npos ? "" : line.substr(space + 1)};
    if (!IsKnown(step.verb))
      throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": \"" + step.verb +
                               "\" is no step; expected tap, type, wait-screen, wait-text, pass "
                               "or scan");
    way.steps.push_back(std::move(step));
  }
  if (!way.ticket.empty() && !StateOf(way.ticket))
    throw std::runtime_error(file.string() + ": \"" + way.ticket +
                             "\" is no state; expected received, delivered or withdrawn");
  if (way.office.empty() || way.steps.empty())
    throw std::runtime_error(file.string() + ": expected \"# office: NAME\" and steps");
  return way;
}

std::vector<Way> AllWays() {
  std::vector<Way> ways;
  for (const auto& entry : std::filesystem::directory_iterator(kWays))
    if (entry.path().extension() == ".drive") ways.push_back(ReadWay(entry.path()));
  std::ranges::sort(ways, {}, &Way::name);
  if (ways.empty()) throw std::runtime_error(kWays.string() + ": no ways");
  return ways;
}

std::string Where(const Play& play, const Way& way, const Step& step) {
  std::string where = way.name + ".drive:" + std::to_string(step.line) + ": " + step.verb + " " +
                      step.rest + "; shown is \"" + play.ScreenName() + "\" with";
  for (const std::string& id : play.Ids())
    where += " " + id;
  return where;
}

std::string Do(Play& play, const Way& way, const Step& step) {
  bool done = true;
  play.ticket = StateOf(way.ticket).value();
  if (step.verb == "tap") done = play.Tap(step.rest);
  if (step.verb == "type") done = play.Type(step.rest == "@CODE@" ? CodeHere() : step.rest);
  if (step.verb == "wait-screen") done = play.ScreenName() == step.rest;
  if (step.verb == "wait-text") done = play.Shows(step.rest);
  if (step.verb == "pass") play.Pass(Steady{std::stoll(step.rest)});
  if (step.verb == "scan") play.Scan(step.rest);
  return done ? "" : Where(play, way, step);
}

std::string DoFrom(Play& play, const Way& way, std::size_t first) {
  for (std::size_t i = first; i < way.steps.size(); ++i)
    if (std::string wrong = Do(play, way, way.steps[i]); !wrong.empty()) return wrong;
  return "";
}

}  // namespace tanggap::kiosk
