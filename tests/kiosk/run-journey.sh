#!/bin/sh
# Runs one journey on the real program, without a display: run-journey.sh BUILD SOURCE JOURNEY
set -eu
build=$1 source=$2 journey=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$build/tanggap" office init "$work/office" --name "Dinas Pendidikan" \
  --decree "$source/assets/decrees/lembata-dinas-pendidikan-2024.toml" \
  --template "$source/kiosk-config/offices/lembata.toml" >"$work/init.log" 2>&1 || {
  cat "$work/init.log" >&2
  exit 1
}
cd "$work"
SDL_VIDEODRIVER=offscreen "$build/tanggap-kiosk" --data "$work/office/kiosk-1" --window 1080x1920 \
  --drive "$source/tests/kiosk/journeys/$journey.drive"
if [ "$journey" = complaint ]; then
  "$build/tanggap" code "$(cat "$work/code.txt")"
  test -n "$(find "$work/office/kiosk-1" -name "*.escpos")"
fi
