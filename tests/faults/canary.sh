#!/usr/bin/env bash
# Canaries: many complaints, each with words, a name and a number of its own, go through a kiosk's
# journal and sync; afterwards none of it may be in the kiosk's directory (write-ahead log included),
# in the memory of the process that took them, or in the folder. Then the same of a session at the
# real kiosk with its screens. Each search is shown to find what is there.
# 300 complaints; with CANARY=10000 in the environment the long run.
. "$(dirname "$0")/office.sh"
need jq
export SDL_VIDEODRIVER=offscreen SDL_AUDIODRIVER=dummy
count=${CANARY:-300}
make_office 1
office=$work/office
words=("kancilbiru melompat" "kancilbiru" "yohanabungapadi" "0812345690877")
search() { "$build/tests/search-bytes" "$@"; }
memory() { "$build/tests/search-memory" "$@"; }
running=
trap '[ -z "$running" ] || kill "$running" 2>/dev/null; cleanup' EXIT
mkfifo "$work/hold"
start_canary() { # DIRECTORY COUNT [keep]
  : >"$work/lodged.txt"
  "$build/tests/canary-kiosk" "$@" <"$work/hold" >"$work/lodged.txt" 2>"$work/errors.txt" &
  running=$!
  exec 3>"$work/hold"
  until grep -q lodged "$work/lodged.txt"; do
    kill -0 "$running" 2>/dev/null || { cat "$work/errors.txt"; fail "the canary kiosk ended"; }
    sleep 0.1
  done
}
end_canary() {
  exec 3>&-
  wait "$running" || fail "the canary kiosk failed"
  running=
}

# A search of memory that finds what is held.
cp -a "$office/kiosk-1" "$work/keeps"
start_canary "$work/keeps" 3 keep
memory "$running" -- "${words[@]}" >"$work/hits.txt" 2>"$work/said.txt"
case $? in
  0) fail "the search of memory is blind" ;;
  77) can_search=; cat "$work/said.txt" ;;
  *) can_search=yes ;;
esac
end_canary
rm -rf "$work/keeps"

start_canary "$office/kiosk-1" "$count"
if [ -n "$can_search" ]; then
  memory "$running" -- "${words[@]}" >"$work/hits.txt" 2>"$work/said.txt" ||
    { cat "$work/hits.txt"; fail "$count complaints later the process's memory still tells"; }
  said=$(cat "$work/said.txt")
  swapped=$(sed -n 's/^VmSwap:[[:space:]]*\([0-9]*\).*/\1/p' "/proc/$running/status")
fi
search "$office/kiosk-1" -- "${words[@]}" >"$work/hits.txt" 2>"$work/disk.txt" ||
  { cat "$work/hits.txt"; fail "the running kiosk's disk tells"; }
end_canary
"$tanggap" sync "$kiosk" "$central" >/dev/null || fail "sync of the kiosk"
search "$office/kiosk-1" "$central" -- "${words[@]}" >"$work/hits.txt" 2>"$work/folder.txt" ||
  { cat "$work/hits.txt"; fail "kiosk or folder tells"; }
lodged=$(grep -h -o '"t":"complaint_lodged"' -r "$central" --include='*.seg' | wc -l)
[ "$lodged" -ge "$count" ] || fail "only $lodged complaints in the folder"
# They are all there for who may read: the desk's register holds them, and the search finds them.
"$tanggap" sync "$desk" "$central" >/dev/null || fail "sync of the desk"
search "$office/desk-1" -- "${words[@]}" >"$work/hits.txt" 2>&1 || fail "a desk where nobody signed in tells"
echo contoh >"$work/password"
id=$(grep -h '"t":"complaint_lodged"' -r "$central" --include='*.seg' | head -n 1 | jq -r .id)
"$tanggap" hold "$office/desk-1" --case "$id" --as "Atasan Contoh" --password-file "$work/password" >/dev/null ||
  fail "the supervisor can't open them"
! search "$office/desk-1" -- kancilbiru >/dev/null 2>&1 || fail "the search is blind"
search "$office/desk-1" -- yohanabungapadi 0812345690877 >"$work/hits.txt" 2>&1 ||
  { cat "$work/hits.txt"; fail "the desk keeps names or numbers in clear"; }
echo "$count complaints, kiosk's directory: $(cat "$work/disk.txt"); ${said:-memory not searched}; swapped ${swapped:-?} KiB; with the folder: $(cat "$work/folder.txt")"

# A session at the kiosk itself: found while she types, gone when the screen is at rest.
[ -n "$can_search" ] || exit 77
mkfifo "$work/drive"
"$build/tanggap-kiosk" --data "$office/kiosk-1" --window 1080x1920 --drive - <"$work/drive" 2>"$work/kiosk.log" &
running=$!
exec 4>"$work/drive"
reached() { # NAME: the kiosk has come to this point of the script
  printf 'layout %s\n' "$work/reached-$1.json" >&4
  for _ in $(seq 400); do
    [ -s "$work/reached-$1.json" ] && return 0
    kill -0 "$running" 2>/dev/null || break
    sleep 0.1
  done
  fail "the kiosk at $1: $(tail -n 2 "$work/kiosk.log")"
}
grep -v '^#' "$source_tree/tests/journeys/ways/lembata-complaint.drive" |
  sed -e 's/^type rahasia sekali$/type kancilbiru melompat/' -e 's/^type yohana$/type yohanabungapadi/' \
    -e 's/^type 081234567890$/type 0812345690877/' >"$work/way"
sed '/^type kancilbiru/q' "$work/way" >&4
reached typing
memory "$running" -- kancilbiru >/dev/null 2>&1 && fail "the search doesn't see what is on the screen"
sed '1,/^type kancilbiru/d' "$work/way" >&4
reached end
# The script's own buffers held the words as well: as much again without them.
for _ in $(seq 400); do printf '# %0200d\n' 0 >&4; done
printf 'pause 2500\n' >&4
reached rest
memory "$running" -- "${words[@]}" >"$work/hits.txt" 2>"$work/said.txt" ||
  { cat "$work/hits.txt"; fail "after the visit the kiosk's memory still tells"; }
echo quit >&4
exec 4>&-
wait "$running" || fail "the kiosk failed: $(tail -n 2 "$work/kiosk.log")"
running=
search "$office/kiosk-1" -- "${words[@]}" >"$work/hits.txt" 2>&1 || { cat "$work/hits.txt"; fail "the kiosk's disk tells"; }
echo "a session with screens: $(cat "$work/said.txt")"
