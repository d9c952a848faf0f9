// Mounts a file system at DIRECTORY that never answers, until its input ends: a share whose server
// hangs. hung-mount DIRECTORY. Prints "mounted"; exits 77 where this machine can't mount one.
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <string>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const int device = ::open("/dev/fuse", O_RDWR | O_CLOEXEC);
  if (device < 0) {
    std::puts("skipped: no /dev/fuse");
    return 77;
  }
  const std::string options =
      "fd=" + std::to_string(device) + ",rootmode=40000,user_id=0,group_id=0";
  if (::mount("tanggap-hung", argv[1], "fuse", MS_NOSUID | MS_NODEV, options.c_str()) != 0) {
    std::puts("skipped: this machine mounts no FUSE");
    return 77;
  }
  std::puts("mounted");
  std::fflush(stdout);
  char byte = 0;
  while (::read(STDIN_FILENO, &byte, 1) > 0) {
  }
  // Whoever waits in it gets an error, as when a server is gone for good.
  ::close(device);
  ::umount2(argv[1], MNT_DETACH);
  return 0;
}
