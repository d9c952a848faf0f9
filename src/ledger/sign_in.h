// Signing in at a desk: a password opens a person's key file, and that the reading keys.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/bytes.h"
#include "ledger/keys.h"
#include "ledger/recorder.h"
#include "ledger/roster.h"
#include "ledger/sealing.h"
#include "ledger/ticket_secret.h"
#include "ports/clock.h"
#include "ports/randomness.h"
#include "ports/sign_in.h"

namespace tanggap {

// `people` is the desk's directory of <person>.key files. Worker thread only; the signer is the one
// that the recorder was given.
class LedgerSignIn final : public SignInDesk {
 public:
  LedgerSignIn(std::filesystem::path people, const Roster& roster, TicketSecrets& secrets,
               Signer& signer, Clock& clock, Randomness& randomness);
  // A newer roster arrived: who was removed is signed out.
  void Replace(const Roster& roster);

  [[nodiscard]] std::vector<EnrolledPerson> People() override;
  [[nodiscard]] bool SignIn(const PersonId& person, const std::string& password) override;
  [[nodiscard]] bool Confirms(const PersonId& person, const std::string& password) override;
  [[nodiscard]] bool ChangePassword(const std::string& now, const std::string& fresh) override;
  [[nodiscard]] std::chrono::seconds MustWait(const PersonId& person) override;
  void SignOut() override;
  [[nodiscard]] std::set<BodyClass> Reads() override;
  [[nodiscard]] std::optional<Body> Open(const RecordId& id, const std::string& type,
                                         const SealedBody& body) override;
  [[nodiscard]] std::optional<Body> OpenWithTicket(const TicketCode& code, const RecordId& id,
                                                   const std::string& type,
                                                   const SealedBody& body) override;

  // Sealed to a person's own key, so that only they read it again; nothing: no such person.
  [[nodiscard]] std::optional<Bytes> SealFor(const PersonId& person, std::string_view text) const;
  // What was sealed for the person who is signed in; nothing: it is not for them, or damaged.
  [[nodiscard]] std::optional<std::string> OpenOwn(ByteSpan sealed) const;

 private:
  // Nothing: the password is wrong, or it is too early to try.
  [[nodiscard]] std::optional<PersonKey> Unlock(const RosterPerson& person,
                                                const std::string& password);

  std::filesystem::path people_;
  Roster roster_;
  TicketSecrets& secrets_;
  Signer& signer_;
  Clock& clock_;
  Randomness& randomness_;
  ReadingKeys keys_;
};

}  // namespace tanggap
