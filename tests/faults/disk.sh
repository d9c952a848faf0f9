#!/usr/bin/env bash
# A target that is full, too small for a file, or read-only, and a stick that is pulled: nothing is
# left half under a good name, nobody is told that it is safe, and the next round completes it.
. "$(dirname "$0")/office.sh"
make_office 6
stick=$work/stick
mkdir "$stick"

only_whole_files() { # every good name holds whole bytes: verify names gaps, never damage
  "$tanggap" verify "$1" >"$work/verify.txt" 2>&1
  grep -E 'a byte was changed|no end|larger than' "$work/verify.txt" && fail "half a file under a good name"
}

# No file may grow over 2 KiB: EFBIG in the middle of a write, for every larger file.
(trap '' XFSZ; ulimit -f 2; "$tanggap" sync "$desk" "$stick" --removable >"$work/out.txt" 2>&1)
[ $? = 74 ] || { cat "$work/out.txt"; fail "a file that may not grow isn't an I/O error"; }
grep -q 'NOT safe' "$work/out.txt" || fail "said nothing of safety"
find "$stick" -name '*.tmp' | grep -q . && fail "left a temporary file"
[ ! -d "$stick/tanggap/1" ] || only_whole_files "$stick"
"$tanggap" sync "$desk" "$stick" --removable >"$work/out.txt" || fail "didn't complete afterwards"
grep -q 'safe to remove' "$work/out.txt" || fail "didn't say that it is safe"
[ "$(sums "$stick")" = "$(sums "$desk")" ] || fail "the stick isn't the replica"

# An altered byte on the stick is found by reading back.
file=$(find "$stick" -name '*.seg' | sort | head -n 1)
printf '~' | dd of="$file" bs=1 seek=40 conv=notrunc 2>/dev/null
"$tanggap" sync "$desk" "$stick" --removable >"$work/out.txt" 2>&1
[ $? = 1 ] || fail "an altered byte was called safe"
"$tanggap" sync "$desk" "$stick" --removable >/dev/null || fail "not healed"

# A stick that is gone is an error, and nothing is made in its place.
mv "$stick" "$work/pulled"
"$tanggap" sync "$desk" "$stick" --removable >"$work/out.txt" 2>&1
[ $? = 74 ] || fail "a pulled stick isn't an I/O error"
[ ! -e "$stick" ] || fail "something was made where the stick had been"

tiny=$work/tiny
mkdir "$tiny"
if mount -t tmpfs -o size=40k tanggap-tiny "$tiny" 2>/dev/null; then
  trap 'umount "$tiny"; cleanup' EXIT
  "$tanggap" sync "$desk" "$tiny" >"$work/out.txt" 2>&1
  [ $? = 74 ] || fail "a full disk isn't an I/O error"
  find "$tiny" -name '*.tmp' | grep -q . && fail "left a temporary file on a full disk"
  only_whole_files "$tiny"
  mount -o remount,size=64m "$tiny"
  "$tanggap" sync "$desk" "$tiny" >/dev/null || fail "didn't complete with room"
  [ "$(sums "$tiny")" = "$(sums "$desk")" ] || fail "the tiny disk isn't the replica"
  rm -rf "$tiny"/tanggap/1/*/nodes
  mount -o remount,ro "$tiny"
  "$tanggap" sync "$desk" "$tiny" >"$work/out.txt" 2>&1
  [ $? = 74 ] || fail "a read-only disk isn't an I/O error"
  mount -o remount,rw "$tiny"
  "$tanggap" sync "$desk" "$tiny" >/dev/null || fail "didn't complete when writable again"
  [ "$(sums "$tiny")" = "$(sums "$desk")" ] || fail "the disk isn't the replica again"
  echo "file limit, altered, pulled, full, read-only: all completed later"
else
  echo "file limit, altered, pulled: all completed later"
  echo "skipped: full and read-only disks need mount"
fi
