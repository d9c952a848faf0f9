// The desk's screens: each draws its part of the state and wants at most one thing.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include "desk/screens/scene.h"

namespace tanggap::desk {

// The whole window. The only entry: the parts below are for it and for the component sheet.
[[nodiscard]] std::optional<Intent> DrawDesk(ui::Frame& frame, const Premises& premises,
                                             const State& state, const Texts& texts);

void DrawTopBar(Scene& scene, const Plan& plan);
void DrawHints(Scene& scene, const Plan& plan);
void DrawNavigation(Scene& scene, const Plan& plan);

void DrawSignIn(Scene& scene, const SignIn& sign_in);
void DrawInbox(Scene& scene, const Plan& plan, const Inbox& inbox);
void DrawPreview(Scene& scene, const ui::Rect& rect, const Inbox& inbox);
void DrawStaffDesk(Scene& scene, const ui::Rect& rect);

void DrawCase(Scene& scene, const Plan& plan, const CaseWork& work);
void DrawFacts(Scene& scene, const ui::Rect& rect, const CaseWork& work);
void DrawNextStep(Scene& scene, const ui::Rect& rect, const CaseWork& work);

void DrawDevicesRoom(Scene& scene, const Plan& plan, const Room& room);
void DrawPeopleRoom(Scene& scene, const Plan& plan, const Room& room);
void DrawDevicePanel(Scene& scene, const ui::Rect& panel, const Device& device);
void DrawFolderPanel(Scene& scene, const ui::Rect& panel);
struct StickColumns {
  float mark = 0;  // of the sign's centre
  float name = 0;
  float state = 0;
  float end = 0;
};
// nullptr: no stick is there.
void DrawStickRow(Scene& scene, const StickColumns& c, const ui::Rect& row, const Stick* stick);
void DrawStickPanel(Scene& scene, const ui::Rect& panel);
// How many devices, the way to the folder included, need somebody; and whether one is red.
[[nodiscard]] std::pair<std::size_t, bool> TroubledDevices(const Scene& scene);

void DrawScanSheet(Scene& scene, const ScanSheet& sheet);
void DrawPastScans(Scene& scene, const ui::Rect& rect);
void DrawPalette(Scene& scene, const Palette& palette);
void DrawFilterBox(Scene& scene, const Plan& plan, const Inbox& inbox, const FilterBox& box);
void DrawSecondBox(Scene& scene, const SecondBox& box);
void DrawRoomsBox(Scene& scene);
void DrawPasswordBox(Scene& scene, const PasswordBox& box);
void DrawRecordBox(Scene& scene, const RecordBox& box);
void DrawBox(Scene& scene, const Overlay& overlay);

// Parts of an open case; each draws from `y` down and returns the y below it.
struct Column {
  float x = 0;
  float width = 0;
};
float DrawWords(Scene& scene, const Column& at, float y, const OpenCase& open);
float DrawFactPairs(Scene& scene, const Column& at, float y, const OpenCase& open);
float DrawProposal(Scene& scene, const Column& at, float y, const OpenCase& open);
float DrawHistory(Scene& scene, const Column& at, float y, const OpenCase& open);
float DrawDeadlines(Scene& scene, const Column& at, float y, const OpenCase& open);
float DrawChecks(Scene& scene, const Column& at, float y, const CaseWork& work);
float DrawSum(Scene& scene, const Column& at, float y, const OpenCase& open);
float DrawMatrix(Scene& scene, const Column& at, float y, const OpenCase& open,
                 const AssessDraft* draft, ScrollArea& area);
float DrawTriggers(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const AssessDraft* draft);
float DrawFindings(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const AssessDraft& draft, ScrollArea& area);
float DrawHeldFindings(Scene& scene, const Column& at, float y, const OpenCase& open);
float DrawProposedRemedies(Scene& scene, const Column& at, float y, const OpenCase& open,
                           const AssessDraft& draft, ScrollArea& area);
float DrawDecision(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const DecideDraft& draft);
float DrawOutcome(Scene& scene, const Column& at, float y, const OpenCase& open);
float DrawDelivery(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const DeliverDraft& draft);

}  // namespace tanggap::desk
