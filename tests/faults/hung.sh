#!/usr/bin/env bash
# A share that hangs: mounted, and every call to it waits for ever. `sync` says so within its bound and
# gives up; with --watch it says so and goes on when the share is gone; and no screen waits meanwhile:
# kiosk and desk do their work on a folder whose sync hangs.
. "$(dirname "$0")/office.sh"
export SDL_VIDEODRIVER=offscreen SDL_AUDIODRIVER=dummy
make_office 2
office=$work/office
share=$work/share
mkdir "$share"
mkfifo "$work/hold"
"$build/tests/hung-mount" "$share" <"$work/hold" >"$work/mounted.txt" 2>&1 &
mount=$!
exec 3>"$work/hold"
watcher=
finish() {
  exec 3>&-
  wait "$mount" 2>/dev/null
  [ -z "$watcher" ] || kill "$watcher" 2>/dev/null
  umount -l "$share" 2>/dev/null
  cleanup
}
trap finish EXIT
until [ -s "$work/mounted.txt" ]; do sleep 0.1; done
grep -q mounted "$work/mounted.txt" || { cat "$work/mounted.txt"; exit 77; }

begin=$SECONDS
"$tanggap" sync "$desk" "$share" --patience 2 >"$work/out.txt" 2>&1
[ $? = 74 ] || { cat "$work/out.txt"; fail "a hung share isn't an I/O error"; }
[ $((SECONDS - begin)) -le 20 ] || fail "gave up after $((SECONDS - begin)) s only"
grep -q 'has not answered for 2 s' "$work/out.txt" || { cat "$work/out.txt"; fail "doesn't say what it waited for"; }
grep -q '^lost ' "$desk/reached" || fail "the desk isn't told"

"$tanggap" sync "$kiosk" "$share" --watch 1 --patience 1 >"$work/watch.txt" 2>&1 3>&- &
watcher=$!
(cat "$source_tree/tests/journeys/ways/lembata-rating.drive"; echo quit) >"$work/rate.drive"
before=$(find "$kiosk" -name '*.seg' | wc -l)
begin=$SECONDS
timeout 60 "$build/tanggap-kiosk" --data "$office/kiosk-1" --window 1080x1920 --drive "$work/rate.drive" \
  2>"$work/kiosk.log" || fail "the kiosk waits: $(tail -n 2 "$work/kiosk.log")"
[ "$(find "$kiosk" -name '*.seg' | wc -l)" -gt "$before" ] || fail "the rating isn't in the replica"
printf '%s\n' "wait-screen sign-in" "tap person.0" "pause 200" "type contoh" "pause 200" "tap submit" \
  "wait-screen inbox" "quit" >"$work/desk.drive"
timeout 60 "$build/tanggap-desk" --data "$office/desk-1" --window 1366x768 --drive "$work/desk.drive" \
  2>"$work/desk.log" || fail "the desk waits: $(tail -n 2 "$work/desk.log")"
screens=$((SECONDS - begin))
for _ in $(seq 200); do
  grep -q 'has not answered' "$work/watch.txt" && break
  sleep 0.1
done
grep -q 'has not answered' "$work/watch.txt" || fail "--watch says nothing"
grep -q '^lost ' "$kiosk/reached" || fail "the kiosk's replica isn't told"
kill -0 "$watcher" || fail "--watch ended"
# The server is gone for good: the watcher lives on, and the next share is written as always.
exec 3>&-
wait "$mount"
umount -l "$share" 2>/dev/null
kill "$watcher" || { cat "$work/watch.txt"; fail "--watch ended with the share"; }
wait "$watcher" 2>/dev/null
watcher=
"$tanggap" sync "$kiosk" "$central" >/dev/null || fail "the next share"
echo "a hung share: said and given up in time; kiosk and desk worked in $screens s beside it"
