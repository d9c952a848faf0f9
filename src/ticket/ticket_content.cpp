#include "ticket/ticket_content.h"

#include <algorithm>

namespace tanggap::ticket {

Ticket MakeTicket(const TicketCode& code, ComplaintKind kind, Instant received,
                  const AspectId& aspect, const std::string& device, const Office& office,
                  const Decree& decree, std::string_view language) {
  Ticket ticket;
  ticket.code = code;
  ticket.kind = kind;
  ticket.received = received;
  ticket.discreet = office.sensitive.active;
  const auto place = office.device_places.find(device);
  if (place != office.device_places.end()) ticket.place = place->second;
  const bool complaint = kind == ComplaintKind::kComplaint;
  // Only a complaint and a question are owed an answer by a date.
  if (complaint || kind == ComplaintKind::kQuestion) {
    const DueDate due = FirstResponseDue(received, kind, office);
    ticket.due = due.day;
    ticket.due_estimate = due.estimate;
  }
  if (!complaint) return ticket;
  const DecreeAspect* chosen = decree.Find(aspect);
  if (chosen != nullptr) ticket.aspect = std::string(chosen->label.In(language));
  const bool oral = std::ranges::any_of(
      decree.severities, [](const DecreeSeverity& s) { return s.claim == Claim::kOral; });
  // What touches a person is never settled across the counter.
  ticket.settle_now =
      oral && !office.complaint_desk.empty() && chosen != nullptr && !chosen->about_conduct;
  return ticket;
}

}  // namespace tanggap::ticket
