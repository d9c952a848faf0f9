#!/usr/bin/env bash
# Bad input to the three programs: one line that names the place and the next step, and the right
# exit status (2 usage, 74 files, 78 configuration). Usage: one-clear-line.sh BUILD
set -uo pipefail
build=$1
failed=0

# expect STATUS WORD PROGRAM ARGUMENTS…: the one line of stderr holds WORD.
expect() {
  local status=$1 word=$2 program=$3 said code lines
  shift 3
  said=$("$build/$program" "$@" 2>&1 >/dev/null </dev/null)
  code=$?
  lines=$(printf '%s\n' "$said" | grep -c .)
  if [ "$code" != "$status" ] || [ "$lines" != 1 ] || [[ $said != "$program: "* ]] || [[ $said != *"$word"* ]]; then
    printf '%s %s: wanted exit %s and one line with "%s"; exit %s:\n%s\n' "$program" "$*" "$status" "$word" "$code" "$said" >&2
    failed=1
  fi
}

for program in tanggap-kiosk tanggap-desk; do
  expect 2 --nope "$program" --nope
  expect 2 --nope "$program" --data somewhere --nope
  expect 2 --data "$program"
  expect 2 --window "$program" --data somewhere --window big
  expect 78 /no/such/office "$program" --data /no/such/office/node-1
done
expect 2 --nope tanggap --nope
expect 2 nope tanggap nope
expect 2 DIR tanggap demo
expect 74 /no/such tanggap verify /no/such
expect 74 /no/such tanggap sync /no/such /no/remote
expect 74 /no/such tanggap assess --decree /no/such --aspect waktu
expect 1 "not a ticket code" tanggap code K7QF2M9DXR48
exit "$failed"
