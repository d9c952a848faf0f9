#!/usr/bin/env bash
# One submit and its publishing, over and over: killed at each of its system calls, and each call
# that touches a disk or memory failing, once and from then on (strace injects both). Afterwards the
# kiosk starts again: what it said is saved is in its folder exactly once, what it didn't say at most
# once, and every byte verifies. Nothing ends in a crash or without a line that says why.
# Usage as all fault tests; with ONLY=kill or ONLY=EIO,pwrite64 in the environment a part of it.
. "$(dirname "$0")/office.sh"
need strace jq
make_office 1
submit=$build/tests/one-submit
base=$work/office/kiosk-1
mkdir -p "$work/case"
only=${ONLY:-}
export LC_ALL=C

strace -qq -o "$work/trace" true 2>"$work/why" || skip "strace may not trace here: $(tail -n 1 "$work/why")"
fresh() { rm -rf "$work/case" && cp -a --reflink=auto "$base" "$work/case"; }

# Every call between "begin" and "end" as NAME and how manieth of that name it is in the process.
fresh
strace -qq -o "$work/trace" "$submit" "$work/case" >"$work/said" 2>"$work/why" || fail "a submit without faults: $(cat "$work/why")"
awk '{ name = $0; sub(/\(.*/, "", name); n[name]++ }
     /^write\(1, "end/ { exit }
     on && !/^write\(1,/ { print name, n[name] }
     /^write\(1, "begin/ { on = 1 }' "$work/trace" >"$work/calls"
calls=$(wc -l <"$work/calls")
[ "$calls" -ge 50 ] || fail "only $calls system calls seen"

# NAME NTH HOW: one run with that fault; its status in $status, what it said in $work/said.
runs=0
run() {
  fresh
  runs=$((runs + 1))
  { strace -qq -o "$work/trace" -e trace="$1" -e inject="$1:$3:when=$2" "$submit" "$work/case" \
      >"$work/said" 2>"$work/why"; } 2>/dev/null
  status=$?
}

# After the fault: started again, whole, and nothing lost or doubled. $1 says which fault it was.
killed=0 refused=0 ended=0 saved=0 unharmed=0
settle() {
  "$submit" "$work/case" settle >/dev/null 2>"$work/settled" || fail "$1: the next start: $(cat "$work/settled")"
  "$tanggap" verify --json --journal "$work/case/journal.db" "$work/case/replica" >"$work/verified" 2>&1 ||
    fail "$1: verify: $(head -c 2000 "$work/verified")"
  local id times
  id=$(sed -n 's/^tries //p' "$work/said")
  times=0
  [ -z "$id" ] || times=$(grep -rh --include='*.seg' "\"id\":\"$id\"" "$work/case/replica" | wc -l)
  [ "$times" -le 1 ] || fail "$1: the complaint is there $times times"
  if grep -q '^saved' "$work/said"; then
    saved=$((saved + 1))
    [ "$times" = 1 ] || fail "$1: it was said to be saved, and is lost"
  fi
  ! grep -q '^refused' "$work/said" || refused=$((refused + 1))
}

while read -r name nth; do
  [[ -z $only || $only = kill ]] || break
  run "$name" "$nth" signal=SIGKILL
  [ "$status" = 137 ] && killed=$((killed + 1))
  settle "killed at $name number $nth"
done <"$work/calls"
[[ -n $only && $only != kill ]] || [ "$killed" -ge $((calls * 9 / 10)) ] || fail "of $calls calls only $killed were reached"

errors_of() {
  case $1 in
    write | pwrite64 | writev | pwritev | fallocate | ftruncate) echo EIO ENOSPC ;;
    fsync | fdatasync | sync_file_range) echo EIO ENOSPC ;;
    open | openat) echo EIO EMFILE EROFS ;;
    rename | renameat | renameat2 | link | linkat | mkdir | mkdirat | unlink | unlinkat) echo EIO ENOSPC EROFS ;;
    read | pread64 | getdents64) echo EIO ;;
    mmap | mremap) echo ENOMEM ;;
  esac
}
while read -r name nth; do
  for error in $(errors_of "$name"); do
    [[ -z $only || $only = "$error" || $only = "$error,$name" ]] || continue
    for when in "$nth" "$nth+"; do
      what="$error at $name number $when"
      run "$name" "$when" "error=$error"
      case $status in
        0) grep -q '^refused' "$work/said" || unharmed=$((unharmed + 1)) ;;
        71 | 74)
          ended=$((ended + 1))
          # Where no write succeeds the line can't be written either.
          [ "$name $when" = "write $nth+" ] || [ "$(wc -l <"$work/why")" = 1 ] || fail "$what: it should end with one line: $(cat "$work/why")" ;;
        *) fail "$what: ended with $status: $(cat "$work/why")" ;;
      esac
      settle "$what"
    done
  done
done <"$work/calls"
echo "$calls system calls, $runs runs: killed $killed times, refused in $refused, ended with a line in $ended, saved in $saved, went on without a word in $unharmed; nothing lost, nothing double"
