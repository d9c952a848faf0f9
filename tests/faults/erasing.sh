#!/usr/bin/env bash
# Erasing from end to end, with the real programs: a visitor types words and a name at the kiosk, a
# supervisor reads them, restricts, holds, and after the hold erases. Then neither the words nor the
# sealed bodies may lie anywhere that syncs: kiosk (journal, write-ahead log, replica), desk
# (register, search index, journal, replica), central folder, a stick from before.
. "$(dirname "$0")/office.sh"
need jq
export SDL_VIDEODRIVER=offscreen SDL_AUDIODRIVER=dummy
make_office 2
office=$work/office
words=("kancilbiru melompat" "kancilbiru" "yohanabungapadi" "081234509876")
search() { "$build/tests/search-bytes" "$@"; }
everywhere=("$office/kiosk-1" "$office/desk-1" "$central")
sync_all() {
  for replica in "$kiosk" "$desk" "$kiosk" "$desk"; do
    "$tanggap" sync "$replica" "$central" >"$work/sync.txt" 2>&1 || { cat "$work/sync.txt"; fail "sync of $replica"; }
  done
}
kiosk_runs() { # FILE: commands
  "$build/tanggap-kiosk" --data "$office/kiosk-1" --window 1080x1920 --drive "$1" 2>"$work/kiosk.log" ||
    fail "the kiosk: $(tail -n 2 "$work/kiosk.log")"
}
desk_shows() { # FILE: signs in as the supervisor, opens the ticket's case and keeps its texts
  printf '%s\n' "wait-screen sign-in" "tap person.0" "pause 200" "type contoh" "pause 200" "tap submit" \
    "wait-screen inbox" "pause 600" "scan TANGGAP:$code" "wait close-sheet" "pause 300" "tap open-full" \
    "wait-screen case" "pause 300" "layout $1" "quit" >"$work/desk.drive"
  "$build/tanggap-desk" --data "$office/desk-1" --window 1920x1080 --drive "$work/desk.drive" \
    2>"$work/desk.log" || fail "the desk: $(tail -n 2 "$work/desk.log")"
}
act() { # WHAT OPTION…
  "$tanggap" "$1" "$office/desk-1" --case "$code" --as "Atasan Contoh" --password-file "$work/password" \
    "${@:2}" >"$work/act.txt" 2>&1
}
echo contoh >"$work/password"

sed -e 's/^type rahasia sekali$/type kancilbiru melompat/' -e 's/^type yohana$/type yohanabungapadi/' \
  -e 's/^type 081234567890$/type 081234509876/' -e '/^wait-screen ticket$/a wait done\nsave code CODE' \
  "$source_tree/tests/journeys/ways/lembata-complaint.drive" | sed "s#CODE#$work/code.txt#" >"$work/complain.drive"
echo quit >>"$work/complain.drive"
kiosk_runs "$work/complain.drive"
code=$(cat "$work/code.txt")
search "$office/kiosk-1" -- "${words[@]}" >/dev/null 2>&1 || fail "the kiosk's disk tells the words"
sync_all
desk_shows "$work/before.json"
grep -q kancilbiru "$work/before.json" || fail "the supervisor can't read the words: the test is blind"
! search "$office/desk-1" -- kancilbiru >/dev/null 2>&1 || fail "the register hasn't the words: the search is blind"
sync_all

# The case's sealed bodies, as they lie in boxes and journals.
act restrict --json || { cat "$work/act.txt"; fail "restrict"; }
id=$(grep -h '"t":"restricted"' -r "$desk" --include='*.seg' | jq -r '.ref[0]')
mapfile -t sealed < <(grep -h "\"id\":\"$id\"" -r "$kiosk" --include='*.box' | jq -r 'select(.c != "f") | .box[0:64]')
[ "${#sealed[@]}" = 2 ] || fail "${#sealed[@]} sealed bodies of words and identity, not two"
for folder in "${everywhere[@]}"; do
  ! search "$folder" -- "${sealed[0]}" >/dev/null 2>&1 || fail "no ciphertext in $folder: the search is blind"
done
cp -a "$central" "$work/stick"

act hold || { cat "$work/act.txt"; fail "hold"; }
act erase
[ $? = 1 ] || fail "erased under a legal hold"
grep -q 'legal hold' "$work/act.txt" || fail "doesn't say that a hold is on: $(cat "$work/act.txt")"
sync_all
act hold --lift || { cat "$work/act.txt"; fail "hold --lift"; }
"$tanggap" erase "$office/desk-1" --case "$code" --as "Petugas Contoh 1" --password-file "$work/password" \
  >"$work/act.txt" 2>&1
[ $? = 1 ] || fail "counter staff erased"
records=$("$tanggap" verify "$central" --json | jq '.offices[0].records')
act erase --json --reason "permintaan pemilik data" || { cat "$work/act.txt"; fail "erase"; }
[ "$(jq .erased "$work/act.txt")" -ge 2 ] || fail "fewer than two bodies erased: $(cat "$work/act.txt")"
mkdir "$work/at-once" && cp "$office"/desk-1/*.db* "$work/at-once"
search "$work/at-once" -- "${words[@]}" "${sealed[@]}" >"$work/hits.txt" 2>&1 ||
  { cat "$work/hits.txt"; fail "the desk's register or journal still has them"; }
sync_all
printf '%s\n' "wait-screen attract" "pause 2500" quit >"$work/rest.drive"
kiosk_runs "$work/rest.drive"
sync_all
"$tanggap" sync "$desk" "$work/stick" >"$work/sync.txt" || fail "sync of the stick"
search "${everywhere[@]}" "$work/stick" -- "${words[@]}" "${sealed[@]}" >"$work/hits.txt" 2>&1 ||
  { cat "$work/hits.txt"; fail "something is left"; }
# Facts stay, chains stay, and every copy verifies.
grep -q -r "\"c\":\"f\",\"id\":\"$id\"" "$central" || fail "the facts went too"
for folder in "$central" "$kiosk" "$desk" "$work/stick"; do
  "$tanggap" verify "$folder" --json >"$work/verify.json" || { cat "$work/verify.json"; fail "$folder doesn't verify"; }
  [ "$(jq '.offices[0].erased' "$work/verify.json")" -ge 2 ] || fail "$folder: verify knows of no erasure"
  [ "$(jq '.offices[0].records' "$work/verify.json")" -gt "$records" ] || fail "$folder lost records"
done
# The desk from nothing but its replica: the case is there, its words aren't.
rm "$office/desk-1"/register.db*
printf '%s\n' "wait-screen sign-in" "tap person.0" "pause 200" "type contoh" "pause 200" "tap submit" \
  "wait-screen inbox" "pause 600" "layout $work/after.json" "quit" >"$work/desk.drive"
"$build/tanggap-desk" --data "$office/desk-1" --window 1920x1080 --drive "$work/desk.drive" \
  2>"$work/desk.log" || fail "the desk from nothing: $(tail -n 2 "$work/desk.log")"
! grep -q -e kancilbiru -e yohana "$work/after.json" || fail "the desk shows the words again"
search "$office/desk-1" -- "${words[@]}" "${sealed[@]}" >"$work/hits.txt" 2>&1 || { cat "$work/hits.txt"; fail "rebuilt with the words"; }
# By its code it can't be found any more: the code's secret was content. By its id it can.
code=$id
act erase
[ $? = 1 ] || fail "erased twice"
grep -q 'nothing of these classes' "$work/act.txt" || fail "erased twice: $(cat "$work/act.txt")"
echo "words, name, number and both sealed bodies: nowhere in kiosk, desk, folder and stick"
