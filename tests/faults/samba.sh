#!/usr/bin/env bash
# A real Samba share on a loopback port: hung (SIGSTOP) and killed (SIGKILL) while a kiosk's files
# are written to it. The desk reads the server's side: never half a file, and everything in the end.
. "$(dirname "$0")/office.sh"
need smbd
need rclone
need jq
[ "$(id -u)" = 0 ] || skip "smbd as a guest share needs root"
make_office 12
share=$work/share
state=$work/state
mkdir -p "$share/tanggap" "$state"
port=$((20000 + $$ % 20000))
cat >"$work/smb.conf" <<CONF
[global]
  server role = standalone server
  map to guest = Bad User
  guest account = root
  smb ports = $port
  bind interfaces only = yes
  interfaces = lo
  disable netbios = yes
  load printers = no
  printing = bsd
  printcap name = /dev/null
  private dir = $state
  lock directory = $state
  state directory = $state
  cache directory = $state
  pid directory = $state
  ncalrpc dir = $state/ncalrpc
  log file = $state/log
[tanggap]
  path = $share
  guest ok = yes
  read only = no
  force user = root
CONF
server=
stop_server() { # with its children: one for each connection
  [ -n "$server" ] || return 0
  kill -CONT -- "-$server" 2>/dev/null
  kill -KILL -- "-$server" 2>/dev/null
  wait "$server" 2>/dev/null
  server=
}
trap 'stop_server; cleanup' EXIT
set -m # a process group of its own, so that only this server is stopped and killed
start_server() {
  smbd --foreground --no-process-group -s "$work/smb.conf" --debug-stdout >"$work/smbd.txt" 2>&1 &
  server=$!
  for _ in $(seq 1 200); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return 0
    kill -0 "$server" 2>/dev/null || break
    read -r -t 0.1 <>/dev/zero || true
  done
  tail -n 3 "$work/smbd.txt"
  skip "smbd doesn't start here"
}
export RCLONE_CONFIG=$work/none.conf
remote=":smb,host=127.0.0.1,port=$port,user=guest,pass=:tanggap/tanggap"
# The kiosk's way to the share; more options before. A sender that waits for ever is ended.
send() {
  timeout --foreground -k 1 30 rclone copy --retries 1 --low-level-retries 1 --timeout 5s --contimeout 5s "$@" \
    "$kiosk/tanggap" "$remote" 2>"$work/rclone.txt"
}
desk_takes() { # nothing half may reach the desk, whatever the share shows
  "$tanggap" sync "$1" "$share" >/dev/null 2>"$work/errors.txt"
  "$tanggap" verify "$1" >"$work/verify.txt" 2>&1
  grep -E 'a byte was changed|incomplete|no end' "$work/verify.txt" && fail "half a file at the desk"
  return 0
}
relay() { rm -rf "$work/reader"; mkdir "$work/reader"; }

start_server
for turn in 1 2 3; do
  rm -rf "$share"/tanggap/*
  relay
  send --bwlimit 60k --buffer-size 0 &
  sender=$!
  until [ "$(find "$share" -type f | wc -l)" -ge $((turn * 2)) ] || ! kill -0 $sender 2>/dev/null; do :; done
  stop_server # SIGKILL in mid-write
  wait $sender && [ $turn = 1 ] && echo "note: the sender had finished before the kill"
  desk_takes "$work/reader"
  start_server
  send || { cat "$work/rclone.txt"; fail "the share is back and nothing can be sent"; }
  desk_takes "$work/reader"
done
# Hung: the sender gives up in its own time, and goes on when the server wakes.
rm -rf "$share"/tanggap/*
send --bwlimit 60k &
sender=$!
until [ "$(find "$share" -type f | wc -l)" -ge 2 ] || ! kill -0 $sender 2>/dev/null; do :; done
kill -STOP -- "-$server"
wait $sender && fail "a hung share was called done"
desk_takes "$work/reader"
kill -CONT -- "-$server"
# The server must first notice that the sender who gave up is gone: until then the half file is his.
woke=no
for _ in 1 2 3 4 5 6; do
  send && { woke=yes; break; }
done
[ $woke = yes ] || { cat "$work/rclone.txt"; fail "the share woke and nothing can be sent"; }
"$tanggap" sync "$desk" "$share" >/dev/null || fail "the desk can't bring its part"
[ "$(sums "$share")" = "$(sums "$desk")" ] || fail "the share isn't the replica"
"$tanggap" verify "$share" >/dev/null || fail "the share doesn't verify"
echo "smbd killed 3 times in mid-write, hung once: nothing half, everything there"
