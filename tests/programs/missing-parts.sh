#!/usr/bin/env bash
# What a kiosk or desk needs and doesn't find is named at start with the package or file that brings
# it, exit 78: a font, a pictogram, a sentence, the office's logo. Usage: missing-parts.sh BUILD SOURCE
set -uo pipefail
build=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# A copy of the programs beside assets of their own; nothing of the tree is touched.
mkdir -p "$work/program/bin" "$work/office"
ln "$build/tanggap-kiosk" "$build/tanggap-desk" "$work/program/bin/" 2>/dev/null ||
  cp "$build/tanggap-kiosk" "$build/tanggap-desk" "$work/program/bin/"
cp -r "$source/assets" "$work/program/assets"
"$build/tanggap" demo "$work/office/o" --complaints 1 --seed 7 \
  --template "$source/kiosk-config/offices/lembata.toml" >"$work/demo.log" 2>&1 || {
  cat "$work/demo.log"
  echo "the example office can't be made" >&2
  exit 1
}
printf 'quit\n' >"$work/quit.drive"

# expect PROGRAM NODE WORD…: exit 78, and one line with every WORD.
expect() {
  local program=$1 node=$2 said code word
  shift 2
  said=$(SDL_VIDEODRIVER=offscreen timeout 60 "$work/program/bin/$program" --data "$work/office/o/$node" --window 540x960 \
    --drive "$work/quit.drive" 2>&1 >/dev/null </dev/null)
  code=$?
  for word in "$@"; do
    if [ "$code" != 78 ] || [[ $said != *"$word"* ]]; then
      printf '%s: wanted exit 78 and "%s"; exit %s:\n%s\n' "$program" "$word" "$code" "$said" >&2
      failed=1
    fi
  done
}

mkdir "$work/no-fonts"
cat >"$work/fonts.conf" <<XML
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$work/no-fonts</dir><cachedir>$work/cache</cachedir></fontconfig>
XML
export FONTCONFIG_FILE=$work/fonts.conf
expect tanggap-kiosk kiosk-1 fonts-inter
expect tanggap-desk desk-1 fonts-inter
unset FONTCONFIG_FILE

mv "$work/program/assets/icons/waktu.svg" "$work/waktu.svg"
expect tanggap-kiosk kiosk-1 icons/waktu.svg "package tanggap"
expect tanggap-desk desk-1 icons/waktu.svg "package tanggap"
mv "$work/waktu.svg" "$work/program/assets/icons/waktu.svg"

cp "$work/program/assets/text/id.toml" "$work/id.toml"
sed -i '/^"rate.title"/d' "$work/program/assets/text/id.toml"
expect tanggap-kiosk kiosk-1 text/id.toml rate.title
cp "$work/id.toml" "$work/program/assets/text/id.toml"
# Each program reads all files of a language: a key is missed where it belongs.
cp "$work/program/assets/text/desk-en.toml" "$work/desk-en.toml"
sed -i '/^"desk.key.choose"/d' "$work/program/assets/text/desk-en.toml"
expect tanggap-kiosk kiosk-1 text/desk-en.toml desk.key.choose
expect tanggap-desk desk-1 text/desk-en.toml desk.key.choose
cp "$work/desk-en.toml" "$work/program/assets/text/desk-en.toml"

cp "$work/office/o/office.toml" "$work/office.toml"
sed -i '0,/^short_name/s//logo = "no-such-logo.png"\nshort_name/' "$work/office/o/office.toml"
grep -q no-such-logo "$work/office/o/office.toml" || { echo "no place for a logo" >&2; failed=1; }
expect tanggap-kiosk kiosk-1 no-such-logo.png office.toml
cp "$work/office.toml" "$work/office/o/office.toml"

# And with everything there they start.
for pair in "tanggap-kiosk kiosk-1" "tanggap-desk desk-1"; do
  set -- $pair
  SDL_VIDEODRIVER=offscreen timeout 60 "$work/program/bin/$1" --data "$work/office/o/$2" --window 1366x768 \
    --drive "$work/quit.drive" >"$work/started.log" 2>&1 </dev/null || {
    cat "$work/started.log"
    echo "$1 doesn't start with everything there" >&2
    failed=1
  }
done
exit "$failed"
