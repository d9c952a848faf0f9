// Who works at this desk, and what their keys open. All keys live behind this port.
#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/record.h"
#include "domain/ticket_code.h"
#include "ports/journal.h"

namespace tanggap {

// A person of the roster whose key file lies at this desk.
struct EnrolledPerson {
  PersonId id;
  std::string name;
  Role role = Role::kStaff;
  bool operator==(const EnrolledPerson&) const = default;
};

// Used on the worker thread. Throws StoreError when key files or roster can't be read.
class SignInDesk {
 public:
  virtual ~SignInDesk() = default;

  // Those who may sign in here, by name. A removed person is not listed.
  [[nodiscard]] virtual std::vector<EnrolledPerson> People() = 0;
  // Blocks for about 0.4 s (Argon2id). False: the password is wrong, and nothing changed. True:
  // from now on the recorder signs as this person, and the reading keys of the role are held in
  // locked memory. Somebody else who was signed in is signed out first.
  [[nodiscard]] virtual bool SignIn(const PersonId& person, const std::string& password) = 0;
  // For a second person who agrees at the desk of the first: whether this is their password, as in
  // SignIn(). Nobody is signed in or out by it; the next records that the recorder writes bear the
  // second person's signature where they name them, and none after that.
  [[nodiscard]] virtual bool Confirms(const PersonId& person, const std::string& password) = 0;
  // Puts the signed-in person's key at this desk under another password; copies elsewhere keep the
  // old one. Blocks for about 0.8 s. False: nobody is signed in, or `now` isn't their password, as
  // in SignIn(), and nothing changed. `fresh` has at least kLeastPasswordBytes (domain/password.h).
  [[nodiscard]] virtual bool ChangePassword(const std::string& now, const std::string& fresh) = 0;
  // How long no password of this person is tried: after wrong ones the pause grows, and starting
  // the program again doesn't end it. Until then SignIn() says false, whatever the password.
  [[nodiscard]] virtual std::chrono::seconds MustWait(const PersonId& person) = 0;
  // Wipes every secret that a sign-in brought. Harmless when nobody is signed in.
  virtual void SignOut() = 0;
  // The classes that the signed-in person may read; empty for counter staff and for nobody.
  [[nodiscard]] virtual std::set<BodyClass> Reads() = 0;

  // Opens one body with the signed-in person's reading keys. Nothing: no key for it, or damaged. A
  // body without the signature that it needs comes back empty, as kForged. `type` is the record's
  // type as written.
  [[nodiscard]] virtual std::optional<Body> Open(const RecordId& id, const std::string& type,
                                                 const SealedBody& body) = 0;
  // Opens bodies with the ticket's own key, if the kiosk gave it one: the visitor's permission.
  // The first call for a code blocks for about 60 ms; the last code's key is remembered.
  [[nodiscard]] virtual std::optional<Body> OpenWithTicket(const TicketCode& code,
                                                           const RecordId& id,
                                                           const std::string& type,
                                                           const SealedBody& body) = 0;
};

}  // namespace tanggap
