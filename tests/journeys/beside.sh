#!/usr/bin/env bash
# Somebody stands beside her. The real kiosk, driven without a display, on a real folder: she
# complains about a sensitive service in words of violence. Then every screen's texts, the paper,
# the kiosk's disk while it runs and after, replica, central folder and the state by code are
# searched for what must not be there; the same search finds it where it must be, at the head's desk.
# Usage: beside.sh BUILD SOURCE
set -euo pipefail
build=$(realpath "$1") source=$(realpath "$2")
export SDL_VIDEODRIVER=offscreen SDL_AUDIODRIVER=dummy
work=$(mktemp -d "${TMPDIR:-/tmp}/tanggap-beside.XXXXXX")
kiosk=
finish() {
  local status=$?
  [ -z "$kiosk" ] || kill "$kiosk" 2>/dev/null || true
  [ "$status" = 0 ] || cp -r "$work/words" "$build/beside-failure" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
fail() {
  echo "beside: $*" >&2
  exit 1
}
office=$work/office
mkdir -p "$work/words"
"$build/tanggap" demo "$office" --complaints 1 --seed 7 \
  --template "$source/kiosk-config/offices/belitung.toml" >"$work/demo.log" 2>&1 ||
  fail "no demo office: $(tail -n 3 "$work/demo.log")"

# What betrays her: her own words, and the name of the service. Of the words, one alone may stand on
# the typing page while it is typed; all of them together nowhere.
phrases=("dipukul suami" "suami kancilbiru" "dipukul suami kancilbiru")
words=("dipukul" "kancilbiru" "bungapadi")
service=("Pelindungan perempuan" "Protection of women" '"ppa"')
number=081234567890
search() { "$build/tests/search-bytes" "$@"; }

# The search itself finds what is there, however it is written.
mkdir "$work/planted"
for form in 'x Dipukul Suami x' "$(printf 'aku dipukul suami' | base64)" \
  "$(printf 'zdipukul suami' | od -An -tx1 | tr -d ' \n')"; do
  printf '%s' "$form" >"$work/planted/file"
  ! search "$work/planted" -- "${phrases[0]}" >/dev/null 2>&1 || fail "the search is blind to: $form"
done

echo "beside: she complains"
mkfifo "$work/drive"
"$build/tanggap-kiosk" --data "$office/kiosk-1" --window 1080x1920 --drive - <"$work/drive" \
  2>"$work/kiosk.log" &
kiosk=$!
exec 3>"$work/drive"
count=0
say() { printf '%s\n' "$@" >&3; }
# Each screen's texts; those where she is typing apart.
keep() {
  count=$((count + 1))
  say "layout $work/words/$(printf '%02d' "$count")-$1.json"
}
walk() {  # walk SCREEN COMMAND…: what is done there, once its texts are kept
  say "wait-screen $1"
  keep "$1"
  shift
  [ $# = 0 ] || say "$@"
}
walk attract "tap complain"
walk kind "tap kind-complaint"
walk service-0 "tap service-more"
walk service-1 "tap service-ppa"
walk aspect "tap aspect-waktu"
keep aspect-chosen
say "tap next"
walk when-0-0 "tap day-1"
walk when-1-0 "tap day-3"
walk when-2-0 "tap day-2"
walk tell-what "tap story"
say "wait-screen tell-what-typing" "type dipukul suami kancilbiru"
keep typing
say "tap back"
walk tell-what "tap help-listen"
keep listening
say "tap next"
walk ask "tap next"
walk loss "tap skip"
walk identity "tap named" "tap field-0"
say "wait-screen field-0" "type bungapadi" "tap next"
walk identity "tap field-1"
say "wait-screen field-1" "type $number" "tap next"
walk identity "tap next"
walk identity-safe "tap safe-way-2" "tap safe-hours-1"
keep safe-chosen
say "tap next"
walk identity-permissions "tap next"
walk review-0 "tap help-language"
keep review-en
say "tap help-language" "tap help-listen"
keep review-listening
say "tap send"
walk urgent "tap help-listen"
keep urgent-listening
say "tap skip"
walk ticket "wait done" "save code $work/code.txt"
keep ticket-printed
for _ in $(seq 600); do
  [ -s "$work/code.txt" ] && [ -n "$(find "$office/kiosk-1/tickets" -name '*.escpos' 2>/dev/null)" ] && break
  kill -0 "$kiosk" 2>/dev/null || fail "the kiosk ended: $(tail -n 2 "$work/kiosk.log")"
  sleep 0.1
done
[ -s "$work/code.txt" ] || fail "no ticket: $(tail -n 2 "$work/kiosk.log")"

echo "beside: the kiosk's disk while it runs, its write-ahead log included"
[ -s "$office/kiosk-1/journal.db-wal" ] || fail "no write-ahead log to search"
search "$office/kiosk-1" -- "${phrases[@]}" "${words[@]}" "${service[@]}" "$number" ||
  fail "the running kiosk's disk betrays her"
say "tap done"
walk thanks "tap cancel"
walk attract "quit"
exec 3>&-
wait "$kiosk" || fail "the kiosk failed: $(tail -n 2 "$work/kiosk.log")"
kiosk=

echo "beside: replica, central folder, paper"
sync() { "$build/tanggap" sync "$1/replica" "$office/central" >/dev/null; }
sync "$office/kiosk-1"
sync "$office/desk-1"
search "$office/kiosk-1" "$office/central" "$office/desk-1" -- \
  "${phrases[@]}" "${words[@]}" "${service[@]}" "$number" || fail "a folder betrays her"
code=$(cat "$work/code.txt")

# desk PERSON FILE: signs in, scans her ticket, and keeps the texts of what it shows.
desk() {
  {
    printf '%s\n' "wait-screen sign-in" "tap $1" "pause 200" "type contoh" "pause 200" "tap submit" \
      "wait-screen inbox" "pause 400" "layout $work/$2-inbox.json" "scan TANGGAP:$code" \
      "wait close-sheet" "pause 300" "layout $work/$2-scan.json"
    [ "${3:-}" != open ] || printf '%s\n' "tap open-full" "wait-screen case" "pause 300" \
      "layout $work/$2-case.json"
    echo quit
  } >"$work/$2.drive"
  "$build/tanggap-desk" --data "$office/desk-1" --window 1920x1080 --drive "$work/$2.drive" \
    2>"$work/$2.log" || fail "desk of $1: $(tail -n 2 "$work/$2.log")"
}
told() { grep -q -i -F -e "${words[0]}" -e "${words[1]}" "$@"; }
echo "beside: a supervisor whom nobody named sees nothing, neither in the list nor by the ticket"
desk person.6 supervisor
! told "$work/supervisor-inbox.json" "$work/supervisor-scan.json" || fail "the supervisor reads it"
search "$office/desk-1" -- "${phrases[@]}" "${words[@]}" || fail "the supervisor's desk opened it"
echo "beside: the head reads it, which also shows that the search would find it"
desk person.4 head open
told "$work/head-case.json" || fail "the head can't read it: the test is blind"
! search "$office/desk-1" -- "${phrases[2]}" >/dev/null 2>&1 ||
  fail "the words are nowhere on the head's desk: the search is blind"
sync "$office/desk-1"
sync "$office/kiosk-1"

echo "beside: the state by her code, in both languages"
count=50
{
  printf '%s\n' "wait-screen attract" "tap lookup" "wait-screen look-up" "type $code" "tap check" \
    "wait-screen ticket-state" "layout $work/words/51-state.json" "tap help-listen" \
    "tap help-language" "layout $work/words/52-state-en.json" "tap cancel" "wait-screen attract" \
    "layout $work/words/53-attract.json" "quit"
} >"$work/state.drive"
"$build/tanggap-kiosk" --data "$office/kiosk-1" --window 1080x1920 --drive "$work/state.drive" \
  2>"$work/state.log" || fail "the state: $(tail -n 2 "$work/state.log")"
search "$office/kiosk-1" "$office/central" -- "${phrases[@]}" "${words[@]}" "${service[@]}" ||
  fail "kiosk or folder betrays her after the answer"

echo "beside: the texts of every screen"
ls "$work/words" | wc -l | grep -q '^3[0-9]$' || fail "$(ls "$work/words" | wc -l) screens were kept"
search "$work/words" -- "${phrases[@]}" "${service[@]}" "$number" || fail "a screen betrays her"
# Word by word: on no screen but the typing page, and there only the last.
told "$work"/words/*-typing.json || fail "the typing page shows nothing: the search is blind"
! grep -l -i -F "dipukul" "$work"/words/*-typing.json || fail "the typing page shows earlier words"
rm "$work"/words/*-typing.json
search "$work/words" -- "${words[@]}" || fail "a screen betrays her"
echo "beside: nothing betrays her"
