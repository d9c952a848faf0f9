#!/usr/bin/env bash
# The main job by real taps in real windows: a visitor complains at the kiosk and takes a ticket, the
# desk finds it by its QR, assesses, decides and delivers, and the kiosk tells the visitor so.
# Usage: whole-loop.sh BUILD SOURCE; exits 77 where the tools for it are missing.
set -uo pipefail
build=$(realpath "$1") source=$(realpath "$2")
for tool in Xvfb xdotool import zbarimg jq; do
  command -v "$tool" >/dev/null || {
    echo "skipped: no $tool (scripts/packages-test.txt names what is needed)"
    exit 77
  }
done
begun=$EPOCHREALTIME
work=$(mktemp -d "${TMPDIR:-/tmp}/tanggap-xvfb.XXXXXX")
mkdir "$work/log"
. "$source/tests/xvfb/windows.sh"

finish() {
  local status=$? kept=$build/xvfb-failure program
  trap - EXIT
  rm -rf "$kept"
  if [ "$status" != 0 ]; then
    mkdir -p "$kept"
    for program in "${!display_of[@]}"; do picture "$program" "$kept/$program.png"; done
  fi
  end_all
  if [ "$status" != 0 ]; then
    cp -r "$work/log" "$work"/*.json "$work"/*.png "$work"/*.pbm "$kept/" 2>/dev/null
    echo "pictures and logs are in $kept" >&2
  fi
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The code in the QR of a picture; fails when there is none or several.
code_in() {
  local words
  words=$(zbarimg --quiet --raw -Sdisable -Sqrcode.enable "$1" 2>>"$work/log/zbar") ||
    fail "zbar reads no QR in $1"
  [[ $words =~ ^TANGGAP:([0-9A-Z]{12})$ ]] || fail "the QR in $1 says '$words'"
  echo "${BASH_REMATCH[1]}"
}
printed() { compgen -G "$office/kiosk-1/tickets/*.escpos" >/dev/null; }

sign_in() {  # sign_in NAME, as the sign-in screen shows it
  wait_screen desk sign-in
  tap_words desk "$1" person.
  type_text desk contoh
  press desk Return
  wait_screen desk inbox
  wait_text desk "$1"
}

step "an office with three complaints, its kiosk and its desk in their windows, the folder between"
office=$work/office
"$build/tanggap" demo "$office" --complaints 3 --seed 7 \
  --template "$source/kiosk-config/offices/lembata.toml" >"$work/log/demo" 2>&1 ||
  fail "no demo office: $(tail -n 3 "$work/log/demo")"
export SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy
open_display kiosk 1080x1920
open_display desk 1920x1080
open_window kiosk "$build/tanggap-kiosk" --data "$office/kiosk-1" --window 1080x1920 --language id
open_window desk "$build/tanggap-desk" --data "$office/desk-1" --window 1920x1080 --language id
start sync-kiosk "$build/tanggap" sync "$office/kiosk-1/replica" "$office/central" --watch 1
start sync-desk "$build/tanggap" sync "$office/desk-1/replica" "$office/central" --watch 1

step "kiosk: from the attract screen to the ticket"
wait_screen kiosk attract
tap kiosk complain
wait_screen kiosk kind
tap kiosk kind-complaint
wait_screen kiosk service-0
tap kiosk service-legalisir
wait_screen kiosk aspect
tap kiosk aspect-sarana-prasarana
tap kiosk next
wait_screen kiosk when-0-0
tap kiosk day-1
wait_screen kiosk tell-what
tap kiosk phrase-sarana-prasarana.5
tap kiosk story
wait_screen kiosk tell-what-typing
for letter in t a n g g a space r u s a k; do tap kiosk "key-$letter"; done
wait_text kiosk "Tangga rusak"
tap kiosk next
wait_screen kiosk ask
tap kiosk wish-2
tap kiosk next
wait_screen kiosk loss
tap kiosk loss-3
wait_screen kiosk identity
tap kiosk next
wait_screen kiosk review-0
wait_text kiosk "Tangga rusak"
tap kiosk send
wait_screen kiosk ticket
wait_target kiosk done

step "the QR of paper and of screen name one code"
until_true 10 printed || fail "no ticket was printed"
"$build/tests/escpos_to_pbm" "$office/kiosk-1/tickets/"*.escpos "$work/ticket.pbm" ||
  fail "the print bytes can't be read"
on_paper=$(code_in "$work/ticket.pbm") || exit 1
picture kiosk "$work/ticket.png" || fail "no picture of the kiosk's window"
code=$(code_in "$work/ticket.png") || exit 1
[ "$on_paper" = "$code" ] || fail "paper says $on_paper, the screen $code"
"$build/tanggap" code "$code" >/dev/null || fail "$code isn't well formed"
grouped=${code:0:4}-${code:4:4}-${code:8:4}
for group in ${grouped//-/ }; do wait_text kiosk "$group"; done
tap kiosk done
wait_screen kiosk thanks
tap kiosk done
wait_screen kiosk attract

step "desk: the supervisor scans $grouped, assesses and proposes"
open_case() {  # by scanning, as on every desk
  scan desk "TANGGAP:$code"
  tap desk open-full
  wait_screen desk case
  wait_text desk "$grouped"
}
sign_in "Atasan Contoh"
wait_text desk "$grouped"
open_case
wait_text desk "Tangga rusak"
press desk n
wait_text desk "Menilai"
tap desk cell.3.2
press desk Tab
type_text desk "Diperiksa di tempat, jalan kursi roda tidak ada."
wait_text desk "tidak ada."
press desk ctrl+Return
wait_text desk "Kompensasi diusulkan, Atasan Contoh"

step "desk: the head decides"
press desk ctrl+l
sign_in "Pimpinan Contoh"
open_case
press desk p
wait_target desk grant.0
# What the visitor asked for is answered, here with a ready sentence.
tap desk ready.0
press desk ctrl+Return
wait_text desk "Keputusan: 2 diberi, 0 ditolak, Pimpinan Contoh"

step "kiosk: the ticket tells its holder what was granted"
tap kiosk lookup
wait_screen kiosk look-up
scan kiosk "TANGGAP:$code"
wait_screen kiosk ticket-state
wait_text kiosk "Kompensasi Anda disetujui."
wait_text kiosk "Hasil layanan diantar, Sarana pelayanan khusus disiapkan"

step "desk: the office delivers; the kiosk's screen follows, and a new scan says the same"
for handed_over in 1 2; do  # this cell gives two remedies, each recorded by itself
  press desk s
  wait_target desk deliver.0
  press desk ctrl+Return
  until_true 20 looks desk \
    '[.texts[].text | select(startswith("Kompensasi diserahkan, Pimpinan"))] | length == $n' \
    --argjson n "$handed_over" || fail "delivery $handed_over isn't in the case's history"
done
wait_text kiosk "Kompensasi sudah kami sampaikan."
tap kiosk next
wait_screen kiosk attract
scan kiosk "TANGGAP:$code"
wait_screen kiosk ticket-state
wait_text kiosk "Kompensasi sudah kami sampaikan."

step "the folder is whole"
end_all
"$build/tanggap" verify "$office/central" >"$work/log/verify" || fail "verify: $(tail -n 3 "$work/log/verify")"
step "done: code $code"
