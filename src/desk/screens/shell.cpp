// What stands around every screen: top bar, navigation, hint bar.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "desk/keymap.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;
using ui::Tone;

constexpr std::size_t kMostHints = 9;

struct ViewWord {
  TextId word;
  TextId rail;
};
constexpr std::array<ViewWord, 10> kViews{{
    {TextId::kDeskViewNew, TextId::kDeskRailNew},
    {TextId::kDeskViewToday, TextId::kDeskRailToday},
    {TextId::kDeskViewOverdue, TextId::kDeskRailOverdue},
    {TextId::kDeskViewData, TextId::kDeskRailData},
    {TextId::kDeskViewSuspended, TextId::kDeskRailSuspended},
    {TextId::kDeskViewDecide, TextId::kDeskRailDecide},
    {TextId::kDeskViewDeliver, TextId::kDeskRailDeliver},
    {TextId::kDeskViewConflict, TextId::kDeskRailConflict},
    {TextId::kDeskViewClosed, TextId::kDeskRailClosed},
    {TextId::kDeskViewAll, TextId::kDeskRailAll},
}};

constexpr std::array<std::string_view, 10> kViewKeys{"1", "2", "3", "4", "5",
                                                     "6", "7", "8", "9", "0"};
constexpr std::array<const char*, 10> kViewIds{"view.0", "view.1", "view.2", "view.3", "view.4",
                                               "view.5", "view.6", "view.7", "view.8", "view.9"};

// Score 4 first, as the faces stand: how many of each today.
float RatingLine(Scene& scene, const Rect& row, const RatingTally& tally,
                 const std::array<ui::Color, 4>& colors) {
  std::int64_t total = 0;
  for (const std::int64_t n : tally.by_score)
    total += n;
  Words(scene, {row.x, row.y, row.w, scene.U(18)}, KioskName(scene, tally.node),
        TextStyle::kDeskCaptionStrong, scene.Colors().ink2);
  Words(scene, {row.x, row.y, row.w, scene.U(18)}, Number(total, scene.texts),
        TextStyle::kDeskCaptionStrong, scene.Colors().ink, ui::Align::kRight);
  const float top = row.y + scene.U(21);
  const float height = scene.U(8);
  float x = row.x;
  for (std::size_t i = 4; i-- > 0;) {
    if (total == 0) break;
    const float width = row.w * static_cast<float>(tally.by_score[i]) / static_cast<float>(total);
    if (width > 0) scene.frame.Fill({x, top, width, height}, colors[i]);
    x += width;
  }
  return top + scene.U(18);
}

// What the colours mean, each with how many there were: score 4 first.
float RatingLegend(Scene& scene, const Rect& row, const std::array<std::int64_t, 4>& by_score,
                   const std::array<ui::Color, 4>& colors) {
  constexpr std::array<TextId, 4> kScores{TextId::kDeskRatingsScore1, TextId::kDeskRatingsScore2,
                                          TextId::kDeskRatingsScore3, TextId::kDeskRatingsScore4};
  float y = row.y;
  for (std::size_t i = 4; i-- > 0;) {
    const float side = scene.U(10);
    scene.frame.Fill({row.x, y + scene.U(5), side, side}, colors[i], scene.U(2));
    Words(scene, {row.x + scene.U(18), y, row.w - scene.U(18), scene.U(20)}, scene.Say(kScores[i]),
          TextStyle::kDeskCaption, scene.Colors().ink2);
    Words(scene, {row.x, y, row.w, scene.U(20)}, Number(by_score[i], scene.texts),
          TextStyle::kDeskCaption, scene.Colors().ink2, ui::Align::kRight);
    y += scene.U(20);
  }
  return y;
}

void DrawRatings(Scene& scene, const Rect& nav, float y) {
  const float x = nav.x + scene.U(16);
  const float width = nav.w - scene.U(32);
  ui::Rule(scene.frame, nav.x + scene.U(12), y, nav.w - scene.U(24));
  y = Heading(scene, x, y + scene.U(12), width, scene.Say(TextId::kDeskRatingsTitle));
  if (scene.state.ratings.empty()) {
    Paragraph(scene, {x, y, width, 0}, scene.Say(TextId::kDeskRatingsNone), TextStyle::kDeskCaption,
              scene.Colors().ink3);
    return;
  }
  const std::array<ui::Color, 4> colors{scene.Colors().red, scene.Colors().medium_bars,
                                        scene.Colors().light_bars, scene.Colors().green};
  const float end = nav.Bottom() - scene.U(140);  // the legend and the lock stand below
  std::array<std::int64_t, 4> all{};
  for (const RatingTally& tally : scene.state.ratings) {
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i] += tally.by_score[i];
    if (y + scene.U(40) < end) y = RatingLine(scene, {x, y, width, 0}, tally, colors) + scene.U(6);
  }
  if (y < end) RatingLegend(scene, {x, y + scene.U(4), width, 0}, all, colors);
}

// The rooms below the lists; returns the y below them.
float DrawRoomItems(Scene& scene, const Rect& nav, bool rail, float y) {
  struct Item {
    const char* id;
    std::string_view key;
    TextId word;
    TextId rail;
    RoomKind kind;
  };
  constexpr std::array<Item, 2> kItems{
      {{"nav.devices", "G P", TextId::kDeskRoomDevices, TextId::kDeskRailDevices,
        RoomKind::kDevices},
       {"nav.people", "G O", TextId::kDeskRoomPeople, TextId::kDeskRailPeople, RoomKind::kPeople}}};
  if (!rail)
    y = Heading(scene, nav.x + scene.U(16), y + scene.U(14), nav.w - scene.U(32),
                scene.Say(TextId::kDeskNavRooms));
  const auto* room = std::get_if<Room>(&scene.state.screen);
  const auto [troubled, grave] = TroubledDevices(scene);
  const float height = scene.U(rail ? 46 : 32);
  for (const Item& item : kItems) {
    const bool devices = item.kind == RoomKind::kDevices;
    const std::string count = devices && troubled > 0 ? std::to_string(troubled) : "";
    ui::NavLook look;
    look.word = scene.Say(rail ? item.rail : item.word);
    look.count = count;
    if (!rail) look.key = item.key;
    look.selected = room != nullptr && room->kind == item.kind;
    look.alarming = devices && grave;
    look.rail = rail;
    const Rect row{nav.x + scene.U(rail ? 4 : 8), y, nav.w - scene.U(rail ? 8 : 16), height};
    if (ui::NavItem(scene.frame, item.id, row, look)) scene.Want(EnterRoom{item.kind});
    y += height + scene.U(rail ? 2 : 0);
  }
  return y;
}

struct SyncLine {
  std::string words;
  Tone tone = Tone::kNeutral;
};

// What is being read comes before all, then a folder that can't be reached.
SyncLine SyncOf(const Scene& scene) {
  const FolderState& folder = scene.state.folder;
  // Whoever went on working sees from anywhere whether the stick may be pulled out.
  if (const auto& carriage = scene.state.carriage) {
    if (carriage->UnderWay()) return {scene.Say(TextId::kDeskStickTop), Tone::kAmber};
    const bool safe = carriage->stage == Carriage::Stage::kSafe;
    return {scene.Say(TextId::kDeskStickSection) + ": " +
                Uncapital(scene.Say(safe ? TextId::kDeskStickSafe : TextId::kDeskStickUnsafe)),
            safe ? Tone::kGreen : Tone::kRed};
  }
  const auto clock = [&](Instant at) { return ClockTime(at, scene.OfficeZone(), scene.texts); };
  if (folder.total > 0)
    return {
        scene.texts.Format(TextId::kDeskTopReading,
                           {{"n", Number(static_cast<std::int64_t>(folder.read), scene.texts)},
                            {"m", Number(static_cast<std::int64_t>(folder.total), scene.texts)}}),
        Tone::kSlate};
  if (folder.offline_since && folder.waiting > 0)
    return {
        scene.texts.Format(TextId::kDeskTopOfflineWaiting, {{"t", clock(*folder.offline_since)},
                                                            {"n", std::to_string(folder.waiting)}}),
        Tone::kAmber};
  if (folder.offline_since)
    return {scene.texts.Format(TextId::kDeskTopOffline, {{"t", clock(*folder.offline_since)}}),
            Tone::kAmber};
  if (!scene.state.synced) return {scene.Say(TextId::kDeskTopNotSynced), Tone::kSlate};
  return {scene.texts.Format(TextId::kDeskTopSynced, {{"t", clock(*scene.state.synced)}}),
          Tone::kNeutral};
}

// A thin line between the parts of the top bar.
float Divide(Scene& scene, const Rect& bar, float right) {
  const float x = std::round(right - scene.U(16));
  ui::RuleDown(scene.frame, x, bar.y + scene.U(14), bar.h - scene.U(28));
  return x - scene.U(16);
}

}  // namespace

void DrawTopBar(Scene& scene, const Plan& plan) {
  const Rect& bar = plan.top;
  ui::TopBar(scene.frame, bar, scene.Say(TextId::kDeskName));
  const auto* inbox = std::get_if<Inbox>(&scene.state.screen);
  const float field_x = scene.U(plan.wide ? 232 : 124);
  const Rect field{field_x, bar.y + scene.U(8), scene.U(plan.wide ? 460 : 380), scene.U(32)};
  static const std::string empty;
  ui::InputLook look;
  const bool staff = scene.state.person && scene.state.person->role == Role::kStaff;
  look.placeholder = scene.Say(staff ? TextId::kDeskKeyTypeCode : TextId::kDeskTopSearch);
  look.icon = "cari";
  look.keys = "/";
  look.enabled = inbox != nullptr;
  TextField(scene, "search", field, Field::kSearch, 0, inbox == nullptr ? empty : inbox->query,
            look);
  float right = bar.Right() - scene.U(16);
  const auto put = [&](std::string_view icon, std::string_view words, Tone tone, bool strong,
                       float gap) {
    right = ui::TopBarItem(scene.frame, bar, right, icon, words, tone, strong) - scene.U(gap);
  };
  if (scene.state.person) {
    put("", RoleName(scene, scene.state.person->role), Tone::kNeutral, false, 6);
    put("", scene.state.person->name, Tone::kNeutral, true, 0);
    right = Divide(scene, bar, right);
  }
  if (plan.wide) {
    const std::string both = ClockTimeWithZone(scene.state.now, scene.OfficeZone(), scene.texts);
    const std::string clock = ClockTime(scene.state.now, scene.OfficeZone(), scene.texts);
    const std::string zone = both.starts_with(clock) ? OneLine(both.substr(clock.size())) : "";
    if (!zone.empty()) put("", zone, Tone::kNeutral, false, 6);
    put("", clock, Tone::kNeutral, true, 12);
    put("", ShortDay(LocalDay(scene.state.now, scene.OfficeZone()), scene.texts), Tone::kNeutral,
        false, 0);
    right = Divide(scene, bar, right);
  }
  const SyncLine sync = SyncOf(scene);
  put("sinkron", sync.words, sync.tone, false, 0);
  right = Divide(scene, bar, right);
  put("pindai", scene.Say(TextId::kDeskTopScannerReady), Tone::kNeutral, false, 0);
}

void DrawHints(Scene& scene, const Plan& plan) {
  std::vector<ui::Hint> hints;
  const std::vector<Binding> bindings = BindingsFor(scene.premises, scene.state);
  // The palette's key always has a place: it leads to everything that has none.
  const auto palette = std::ranges::find_if(bindings, [](const Binding& binding) {
    return std::holds_alternative<OpenPalette>(binding.intent);
  });
  const std::size_t room = kMostHints - (palette == bindings.end() ? 0U : 1U);
  for (auto binding = bindings.begin(); binding != bindings.end(); ++binding) {
    if (!binding->hint || binding->caps.empty() || binding->only_sheet || binding == palette)
      continue;
    if (hints.size() < room) hints.push_back({binding->caps, scene.Say(*binding->hint)});
  }
  if (palette != bindings.end()) hints.push_back({palette->caps, scene.Say(*palette->hint)});
  ui::HintBar(scene.frame, plan.hints, hints, {"?", scene.Say(TextId::kDeskKeyAll)});
}

void DrawNavigation(Scene& scene, const Plan& plan) {
  const Rect& nav = plan.nav;
  const bool rail = nav.w < scene.U(100);
  scene.frame.Fill(nav, scene.Colors().ground);
  ui::RuleDown(scene.frame, nav.Right() - 1, nav.y, nav.h);
  // In a case: the list one came from.
  const auto* list = std::get_if<Inbox>(&scene.state.screen);
  const auto* work = std::get_if<CaseWork>(&scene.state.screen);
  if (list == nullptr && work != nullptr && work->back) list = &*work->back;
  // Counter staff have no lists: a ticket opens their cases.
  const bool staff = scene.state.person && scene.state.person->role == Role::kStaff;
  float y = nav.y + scene.U(8);
  if (!rail && !staff)
    y = Heading(scene, nav.x + scene.U(16), y + scene.U(6), nav.w - scene.U(32),
                scene.Say(TextId::kDeskNavWork));
  const float height = scene.U(rail ? 46 : 32);
  for (std::size_t i = 0; !staff && i < kViews.size(); ++i) {
    const std::size_t n = scene.state.counts[i];
    const std::string count = n == 0 ? scene.Say(TextId::kDeskCommonDash) : std::to_string(n);
    ui::NavLook look;
    look.word = scene.Say(rail ? kViews[i].rail : kViews[i].word);
    look.count = count;
    if (!rail) look.key = kViewKeys[i];
    look.selected =
        list != nullptr && static_cast<std::size_t>(list->view) == i && list->shown_query.empty();
    look.alarming = i == static_cast<std::size_t>(CaseView::kOverdue) && n > 0;
    look.rail = rail;
    const Rect row{nav.x + scene.U(rail ? 4 : 8), y, nav.w - scene.U(rail ? 8 : 16), height};
    if (ui::NavItem(scene.frame, kViewIds[i], row, look))
      scene.Want(ShowView{static_cast<CaseView>(i)});
    y += height + scene.U(rail ? 2 : 0);
  }
  y = DrawRoomItems(scene, nav, rail, y);
  if (!rail) DrawRatings(scene, nav, y + scene.U(14));
  ui::DeskButtonLook lock;
  lock.word = scene.Say(TextId::kDeskActLock);
  lock.keys = rail ? "" : "Ctrl L";
  lock.quiet = true;
  const float w = rail ? nav.w - scene.U(8) : ui::DeskButtonWidth(scene.frame, lock);
  const float bottom = nav.Bottom() - scene.U(rail ? 60 : 42);
  const Rect at{nav.x + scene.U(rail ? 4 : 8), bottom, w, scene.U(34)};
  if (ui::DeskButton(scene.frame, "lock", at, lock)) scene.Want(Lock{});
  if (rail)
    Words(scene, {at.x, at.Bottom() - scene.U(4), at.w, scene.U(18)}, "Ctrl L", TextStyle::kDeskCap,
          scene.Colors().ink3, ui::Align::kCenter);
}

std::optional<Intent> DrawDesk(ui::Frame& frame, const Premises& premises, const State& state,
                               const Texts& texts) {
  Scene scene{frame, premises, state, texts, std::nullopt, nullptr};
  const Plan plan = PlanFor(frame, state);
  frame.Fill(frame.Area(0, 0, frame.Width(), frame.Height()), scene.Colors().surface);
  if (const auto* sign_in = std::get_if<SignIn>(&state.screen)) {
    frame.Screen("sign-in", 0);
    DrawSignIn(scene, *sign_in);
    return scene.intent;
  }
  const auto* inbox = std::get_if<Inbox>(&state.screen);
  const auto* work = std::get_if<CaseWork>(&state.screen);
  const auto* room = std::get_if<Room>(&state.screen);
  frame.Screen(inbox != nullptr ? "inbox" : room != nullptr ? "room" : "case", 0);
  DrawTopBar(scene, plan);
  DrawNavigation(scene, plan);
  if (inbox != nullptr) DrawInbox(scene, plan, *inbox);
  if (work != nullptr) DrawCase(scene, plan, *work);
  if (room != nullptr && room->kind == RoomKind::kDevices) DrawDevicesRoom(scene, plan, *room);
  if (room != nullptr && room->kind == RoomKind::kPeople) DrawPeopleRoom(scene, plan, *room);
  if (state.overlay) {
    // What was wanted below a sheet is no longer meant.
    ui::Scrim(frame);
    scene.intent.reset();
    if (const auto* sheet = std::get_if<ScanSheet>(&*state.overlay)) {
      DrawScanSheet(scene, *sheet);
    } else if (const auto* palette = std::get_if<Palette>(&*state.overlay)) {
      DrawPalette(scene, *palette);
    } else if (const auto* filter = std::get_if<FilterBox>(&*state.overlay)) {
      if (inbox != nullptr) DrawFilterBox(scene, plan, *inbox, *filter);
    } else {
      DrawBox(scene, *state.overlay);
    }
  }
  DrawHints(scene, plan);
  return scene.intent;
}

}  // namespace tanggap::desk
