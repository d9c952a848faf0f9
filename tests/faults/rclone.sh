#!/usr/bin/env bash
# rclone as the mirror in place of `tanggap sync`: killed in mid-copy it leaves partial files under
# their final names; nobody may believe them, and the whole ones must take their place.
. "$(dirname "$0")/office.sh"
need rclone
make_office 12
export RCLONE_CONFIG=$work/none.conf
whole=$(sums "$desk")
other=$work/other
for run in 1 2 3; do
  rm -rf "$other"
  mkdir -p "$other/tanggap"
  rclone copy --bwlimit 60k --buffer-size 0 "$desk/tanggap" "$other/tanggap" 2>/dev/null &
  copier=$!
  # Until some files are there; then in the middle of the next ones.
  until [ "$(find "$other" -type f | wc -l)" -ge $((run * 2)) ] || ! kill -0 $copier 2>/dev/null; do :; done
  kill -9 $copier 2>/dev/null
  wait $copier 2>/dev/null
  "$tanggap" sync "$other" "$work/office/central" --json >"$work/out.txt" 2>"$work/errors.txt" ||
    true # damage may be named
  "$tanggap" verify "$work/office/central" >/dev/null || fail "a partial copy reached the central folder"
  # Another program finishes it, then ours.
  rclone copy "$desk/tanggap" "$other/tanggap" 2>/dev/null || fail "rclone can't finish"
  "$tanggap" sync "$desk" "$other" --check >/dev/null 2>&1
  [ "$(sums "$other")" = "$whole" ] || fail "the copy isn't the replica"
  "$tanggap" verify "$other" >/dev/null || fail "the copy doesn't verify"
done
# Its `sync` deletes what the source lacks: an emptied source empties the central folder, and a
# desk brings everything back.
mkdir -p "$work/empty"
rclone sync "$work/empty" "$work/office/central/tanggap/1" 2>/dev/null
"$tanggap" sync "$desk" "$work/office/central" >/dev/null || fail "nothing came back"
[ "$(sums "$work/office/central")" = "$whole" ] || fail "not everything came back"
echo "rclone killed 3 times in mid-copy, once told to empty the folder: all whole again"
