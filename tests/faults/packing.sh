#!/usr/bin/env bash
# Months of an office in packs, with the real programs: a demo in spring and another one in autumn;
# `sync` packs what is old, on the share and at the desk; it is killed while it does; everybody still
# reads the same, and a desk that starts from nothing reads the packs.
. "$(dirname "$0")/office.sh"
need jq
export SDL_VIDEODRIVER=offscreen SDL_AUDIODRIVER=dummy
office=$work/office
central=$office/central
kiosk=$office/kiosk-1/replica
desk=$office/desk-1/replica
"$tanggap" demo "$office" --complaints 12 --seed 7 --now 2026-05-20T10:00:00+08:00 \
  --template "$source_tree/kiosk-config/offices/lembata.toml" >"$work/demo.txt" 2>&1 ||
  { cat "$work/demo.txt"; fail "no demo office of the spring"; }
for replica in "$kiosk" "$desk" "$kiosk"; do
  "$tanggap" sync "$replica" "$central" >/dev/null || fail "sync of the spring"
done
cp -a "$office" "$work/spring"
# Today both devices write again: a rating at the kiosk, a hold at the desk.
(cat "$source_tree/tests/journeys/ways/lembata-rating.drive"; echo quit) >"$work/rate.drive"
"$build/tanggap-kiosk" --data "$office/kiosk-1" --window 1080x1920 --drive "$work/rate.drive" \
  2>"$work/kiosk.log" || fail "the kiosk: $(tail -n 2 "$work/kiosk.log")"
echo contoh >"$work/password"
case_id=$(grep -h '"t":"complaint_lodged"' -r "$kiosk" --include='*.seg' | head -n 1 | jq -r .id)
"$tanggap" hold "$office/desk-1" --case "$case_id" --as "Atasan Contoh" --password-file "$work/password" \
  >"$work/act.txt" 2>&1 || { cat "$work/act.txt"; fail "hold"; }
# The share gets today's files by hand, so that the packing is left to the rounds below.
cp -an "$kiosk/tanggap" "$desk/tanggap" "$central/"
cp -a "$central" "$work/loose"
records() { "$tanggap" verify "$1" --json | jq -c '[.ok, .offices[0].segments, .offices[0].records, .offices[0].bodies]'; }
loose=$(records "$central")
[ "$(jq '.[0]' <<<"$loose")" = true ] || { "$tanggap" verify "$central"; fail "the loose office doesn't verify"; }
files() { find "$1" -name '*.seg' | wc -l; }
before=$(files "$central")

# Killed again and again while it packs a copy, each time a little later.
kills=0
for wait in 0.005 0.01 0.015 0.02 0.03 0.04 0.05 0.06 0.08 0.1 0.12 0.15 0.2; do
  cp -a "$work/loose/." "$work/copy-$wait"
  cp -a "$desk/." "$work/desk-$wait"
  "$tanggap" sync "$work/desk-$wait" "$work/copy-$wait" >/dev/null 2>&1 &
  packer=$!
  sleep "$wait"
  kill -9 "$packer" 2>/dev/null && kills=$((kills + 1))
  wait "$packer" 2>/dev/null
  for folder in "$work/copy-$wait" "$work/desk-$wait"; do
    "$tanggap" verify "$folder" >"$work/verify.txt" 2>&1 ||
      ! grep -v -e 'bodies without their segment' -e ' rosters, ' -e '^unwitnessed' "$work/verify.txt" ||
      fail "killed after $wait s: $folder"
  done
  "$tanggap" sync "$work/desk-$wait" "$work/copy-$wait" >"$work/sync.txt" 2>&1 || { cat "$work/sync.txt"; fail "not finished after $wait s"; }
  [ "$(records "$work/copy-$wait")" = "$loose" ] || fail "killed after $wait s: $(records "$work/copy-$wait") and not $loose"
  rm -rf "$work/copy-$wait" "$work/desk-$wait"
done

for replica in "$desk" "$kiosk" "$desk"; do
  "$tanggap" sync "$replica" "$central" --json >"$work/sync.txt" || { cat "$work/sync.txt"; fail "sync of $replica"; }
done
after=$(files "$central")
[ "$after" -lt "$before" ] || fail "nothing was packed: $before files"
for folder in "$central" "$desk"; do
  [ "$(records "$folder")" = "$loose" ] || fail "$folder: $(records "$folder") and not $loose"
done
# One file a month and node, where the months are old.
for month in $(find "$central/tanggap/1" -type d -path '*/nodes/*/2026*' ! -path '*/202609' ! -path '*/20261*'); do
  [ "$(find "$month" -name '*.seg' | wc -l)" = 1 ] || fail "$month isn't one file"
done
# Nothing more to do, and nothing moves.
for replica in "$desk" "$kiosk" "$desk"; do
  "$tanggap" sync "$replica" "$central" --json >"$work/sync.txt" || fail "sync of $replica"
  [ "$(jq '.sent + .received + .packs + .covered' "$work/sync.txt")" = 0 ] || { cat "$work/sync.txt"; fail "still moving"; }
done
# Every byte of the packs is looked at.
pack=$(find "$central" -path '*/202605/*' -name '*.seg' -size +4k | sort | head -n 1)
[ -n "$pack" ] || pack=$(find "$central" -path '*/202605/*' -name '*.seg' | sort | head -n 1)
size=$(stat -c %s "$pack")
flips=0
for at in $(seq 0 $((size / 40 + 1)) $((size - 1))); do
  cp "$pack" "$work/pack"
  byte=$(dd if="$pack" bs=1 skip="$at" count=1 2>/dev/null | od -An -tu1)
  printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$pack" bs=1 seek="$at" conv=notrunc 2>/dev/null
  "$tanggap" verify "$central" >/dev/null && fail "byte $at of $pack"
  cp "$work/pack" "$pack"
  flips=$((flips + 1))
done
# A stick from the spring brings its loose files back to nobody.
for replica in "$desk" "$kiosk"; do
  "$tanggap" sync "$replica" "$work/spring/central" >"$work/sync.txt" 2>&1 || { cat "$work/sync.txt"; fail "the old stick"; }
done
[ "$(files "$desk")" -le "$after" ] || fail "loose files came back"
[ "$(records "$work/spring/central")" = "$loose" ] || fail "the old stick isn't the office"
echo "$before files became $after; killed $kills times while packing, $flips bytes flipped in a pack: all found, nothing lost"
