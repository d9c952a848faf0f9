#!/usr/bin/env bash
# An insider with write access to the central folder: every file cut, altered at several places,
# deleted, exchanged with another or replaced by an older one. Each must be found by `verify`, and
# each must come back by `sync --check` from a desk's replica.
. "$(dirname "$0")/office.sh"
make_office 3
cp -a "$central" "$work/whole"
sums "$central" >"$work/whole.txt"
journals=(--journal "$work/office/kiosk-1/journal.db" --journal "$work/office/desk-1/journal.db")
runs=0

# The folder was changed: verify must say so, sync must undo it.
expect_found() {
  runs=$((runs + 1))
  if "$tanggap" verify "$central" "${journals[@]}" >"$work/verify.txt" 2>&1; then
    cat "$work/verify.txt"
    fail "verify didn't find: $1"
  fi
  "$tanggap" sync "$desk" "$central" --check >"$work/sync.txt" 2>&1
  if [ "${2:-}" = stranger ]; then rm -f "$stranger"; fi
  sums "$central" | cmp -s - "$work/whole.txt" || { cat "$work/sync.txt"; fail "not restored: $1"; }
  sums "$desk" | cmp -s - "$work/desk.txt" || fail "the replica took over: $1"
}
sums "$desk" >"$work/desk.txt"
mapfile -t files < <(cd "$central" && find tanggap/1 -mindepth 2 -type f ! -name '*.beat' | sort)
[ "${#files[@]}" -ge 6 ] || fail "only ${#files[@]} files to alter"

flip() { # FILE OFFSET: one bit of one byte
  local byte
  byte=$(dd if="$1" bs=1 skip="$2" count=1 2>/dev/null | od -An -tu1)
  printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}
picked=0
for file in "${files[@]}"; do
  # All rosters, and every third of the others: the in-process tests alter every file.
  picked=$((picked + 1))
  case $file in *.roster) ;; *) [ $((picked % 3)) = 0 ] || continue ;; esac
  size=$(stat -c %s "$central/$file")
  for at in 0 $((size / 2)) $((size - 1)); do
    flip "$central/$file" "$at"
    expect_found "byte $at of $file"
  done
  truncate -s $((size / 2)) "$central/$file"
  expect_found "$file cut in half"
  rm "$central/$file"
  expect_found "$file deleted"
done

# Exchanged and replayed: an older segment's bytes under a newer one's name, and the other way.
mapfile -t segments < <(cd "$central" && find tanggap/1 -name '*.seg' | sort)
first=${segments[0]}
last=${segments[-1]}
cp "$work/whole/$first" "$central/$last"
expect_found "$first replayed as $last"
cp "$work/whole/$first" "$central/$last"
cp "$work/whole/$last" "$central/$first"
expect_found "$first and $last exchanged"

# A copy under a name that a sync program invents.
stranger="$central/${first%.seg}.sync-conflict-20261121-101010.seg"
cp "$central/$first" "$stranger"
expect_found "a conflict copy" stranger

# Everything gone.
rm -rf "$central/tanggap/1"/*/nodes
expect_found "all nodes deleted"
echo "$runs changes, all found, all undone"
