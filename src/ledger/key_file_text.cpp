// Reading and writing single-line key files.
#include "ledger/key_file_text.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "formats/strict_json.h"
#include "ledger/hash.h"

namespace tanggap {
namespace {

constexpr std::size_t kMaxKeyFile = 4096;

void Fail(const std::filesystem::path& file, const char* what, int error) {
  throw std::filesystem::filesystem_error(what, file,
                                          std::error_code(error, std::generic_category()));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int Number() const { return number_; }

 private:
  int number_;
};

void WriteNew(const std::filesystem::path& file, const std::string& line) {
  const Descriptor out{
      open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)};
  if (out.Number() < 0) Fail(file, "can't create the key file", errno);
  for (std::size_t done = 0; done < line.size();) {
    const ssize_t wrote = write(out.Number(), line.data() + done, line.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) Fail(file, "can't write the key file", errno);
    done += static_cast<std::size_t>(wrote);
  }
  if (fsync(out.Number()) != 0) Fail(file, "can't sync the key file", errno);
}

// Of all other fields: a byte that rots anywhere in the file is told from a wrong password, and a
// device never starts under another root or kind. What it says of a random key helps nobody.
std::string SumOf(const Fields& fields) {
  constexpr std::size_t kDigits = 16;
  WipedText line{kMaxKeyFile};
  AppendStrict(line.text, fields);
  return HexHashOf(line.text).substr(0, kDigits);
}

}  // namespace

Problem WrongKeyFile(const std::filesystem::path& file, std::string what) {
  return Problem{file.string(), 1, std::move(what)};
}

// The fields of a key file of the expected kind.
Result<Fields> ReadKeyFields(const std::filesystem::path& file, std::string_view kind) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Problem{file.string(), 0, "can't be opened"};
  WipedText text{kMaxKeyFile + 1};
  text.text.resize(kMaxKeyFile + 1);
  in.read(text.text.data(), static_cast<std::streamsize>(text.text.size()));
  text.text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.text.empty() || text.text.size() > kMaxKeyFile || text.text.back() != '\n')
    return WrongKeyFile(file, "not a key file: expected one line");
  auto fields = ReadStrict(std::string_view{text.text}.substr(0, text.text.size() - 1));
  if (!fields) return WrongKeyFile(file, fields.Problems().front().message);
  if (TextOf(fields.Value(), "k") != kind || NumberOf(fields.Value(), "v") != 1)
    return WrongKeyFile(file, "expected a file of kind " + std::string{kind} + ", version 1");
  // Older files have none.
  if (const auto sum = fields.Value().extract("sum"); !sum.empty()) {
    const auto* said = std::get_if<std::string>(&sum.mapped().held);
    if (said == nullptr || *said != SumOf(fields.Value()))
      return WrongKeyFile(file, "damaged: its sum is another; take it from a backup");
  }
  return fields;
}

void WriteKeyFields(const std::filesystem::path& file, Fields& fields) {
  fields.insert_or_assign("sum", SumOf(fields));
  WipedText line{kMaxKeyFile};
  AppendStrict(line.text, fields);
  line.text += '\n';
  WriteNew(file, line.text);
  for (auto& [name, value] : fields) {
    if (auto* text = std::get_if<std::string>(&value.held)) Wipe(*text);
  }
}

std::optional<Secret> SecretFrom(Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second.held);
  if (text == nullptr) return std::nullopt;
  Secret secret;
  const bool read = FromHex(*text, secret.Bytes());
  Wipe(*text);
  if (!read) return std::nullopt;
  return secret;
}

void EraseKeyFile(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) return;
  {
    const Descriptor out{open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC)};
    if (out.Number() < 0) Fail(file, "can't open the key file", errno);
    const std::string zeros(size, '0');
    if (write(out.Number(), zeros.data(), zeros.size()) != static_cast<ssize_t>(zeros.size()) ||
        fsync(out.Number()) != 0)
      Fail(file, "can't wipe the key file", errno);
  }
  std::filesystem::remove(file);
}

}  // namespace tanggap
