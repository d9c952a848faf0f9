#!/usr/bin/env bash
# Two real Syncthing peers, each in a network namespace of its own, as the way between a kiosk's share
# and a desk's: they are killed in mid-transfer and cut off from each other while both sides write,
# one file even differently on both. In the end both sides hold the same office, whole.
. "$(dirname "$0")/office.sh"
need syncthing
need ip
[ "$(id -u)" = 0 ] || skip "network namespaces need root"
net=tg$$
ip netns add "$net-a" 2>/dev/null && ip netns add "$net-b" 2>/dev/null || skip "this machine gives no network namespaces"
peers=()
stop_peers() { # with the processes that they start: all that run in these namespaces
  for pid in $(ip netns pids "$net-a" 2>/dev/null; ip netns pids "$net-b" 2>/dev/null); do kill -9 "$pid" 2>/dev/null; done
  for peer in "${peers[@]}"; do wait "$peer" 2>/dev/null; done
  peers=()
}
finish() {
  stop_peers
  ip netns del "$net-a" 2>/dev/null
  ip netns del "$net-b" 2>/dev/null
  cleanup
}
trap finish EXIT
ip link add "$net-va" netns "$net-a" type veth peer name "$net-vb" netns "$net-b" 2>/dev/null || skip "no veth pairs here"
for side in a b; do
  nsenter --net="/run/netns/$net-$side" ip link set lo up
  nsenter --net="/run/netns/$net-$side" ip link set "$net-v$side" up
done
nsenter --net="/run/netns/$net-a" ip addr add 10.99.7.1/24 dev "$net-va"
nsenter --net="/run/netns/$net-b" ip addr add 10.99.7.2/24 dev "$net-vb"
make_office 12

id_of() { syncthing --device-id --home "$work/st-$1" 2>/dev/null; }
for side in a b; do
  mkdir -p "$work/share-$side"
  syncthing generate --no-default-folder --skip-port-probing --home "$work/st-$side" >"$work/generate.txt" 2>&1 ||
    syncthing generate --no-default-folder --home "$work/st-$side" >"$work/generate.txt" 2>&1 ||
    { tail -n 3 "$work/generate.txt"; skip "this syncthing makes no configuration"; }
done
a=$(id_of a)
b=$(id_of b)
[ -n "$a" ] && [ -n "$b" ] || skip "this syncthing tells no device id"
for side in a b; do
  cat >"$work/st-$side/config.xml" <<CONF
<configuration version="35">
  <folder id="tanggap" label="" path="$work/share-$side" type="sendreceive" rescanIntervalS="2" fsWatcherEnabled="true" fsWatcherDelayS="1" ignorePerms="true" autoNormalize="true">
    <filesystemType>basic</filesystemType>
    <device id="$a"></device>
    <device id="$b"></device>
    <minDiskFree unit="%">0</minDiskFree>
  </folder>
  <device id="$a" name="a"><address>tcp://10.99.7.1:22000</address></device>
  <device id="$b" name="b"><address>tcp://10.99.7.2:22000</address></device>
  <gui enabled="false"></gui>
  <options>
    <listenAddress>tcp://0.0.0.0:22000</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <startBrowser>false</startBrowser>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <urAccepted>-1</urAccepted>
    <crashReportingEnabled>false</crashReportingEnabled>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
  </options>
</configuration>
CONF
done
start_peers() {
  for side in a b; do
    # Not by ip -n or ip netns exec: they remount /, which a chroot forbids.
    nsenter --net="/run/netns/$net-$side" env STNORESTART=1 GOMAXPROCS=1 nice syncthing serve --no-browser --no-restart \
      --home "$work/st-$side" >>"$work/st-$side.log" 2>&1 &
    peers+=($!)
  done
}
own() { sums "$1" | grep -v 'sync-conflict'; } # without the strangers that Syncthing makes
same() { # both shares hold the same files of ours
  [ -d "$work/share-a/tanggap/1" ] && [ -d "$work/share-b/tanggap/1" ] && [ "$(own "$work/share-a")" = "$(own "$work/share-b")" ]
}
until_same() {
  for _ in $(seq 450); do
    same && return 0
    sleep 0.2
  done
  tail -n 5 "$work/st-a.log" "$work/st-b.log"
  fail "the peers don't agree after 90 s: $1"
}
sync() { "$tanggap" sync "$1" "$2" >"$work/sync.txt" 2>&1; }

start_peers
sync "$kiosk" "$work/share-a" || { cat "$work/sync.txt"; fail "the kiosk's share"; }
kills=0
for round in 1 2 3; do
  # Both killed as soon as something has come over; nobody believes half a file.
  for _ in $(seq 300); do
    [ "$(find "$work/share-b" -type f 2>/dev/null | wc -l)" -ge $((round * 4)) ] && break
    sleep 0.1
  done
  stop_peers
  kills=$((kills + 1))
  sync "$desk" "$work/share-b"
  "$tanggap" verify "$desk" >"$work/verify.txt" 2>&1
  grep -E 'a byte was changed|incomplete|no end' "$work/verify.txt" && fail "half a file at the desk"
  start_peers
done
until_same "after $kills kills"
sync "$desk" "$work/share-b" || { cat "$work/sync.txt"; fail "the desk's share"; }
until_same "with the desk's files"

# Cut off: both sides go on, and one file is made differently on both.
nsenter --net="/run/netns/$net-a" ip link set "$net-va" down
sleep 1
victim=$(find "$work/share-a" -name '*.seg' | sort | head -n 1)
victim=${victim#"$work/share-a/"}
printf 'a' >>"$work/share-a/$victim"
printf 'b' >>"$work/share-b/$victim"
printf '%s\n' contoh >"$work/password"
case_id=$(grep -h '"t":"complaint_lodged"' -r "$kiosk" --include='*.seg' | head -n 1 | jq -r .id)
"$tanggap" hold "$work/office/desk-1" --case "$case_id" --as "Atasan Contoh" --password-file "$work/password" >/dev/null ||
  fail "hold"
sync "$desk" "$work/share-b" # names the altered file, restores it
sleep 3
nsenter --net="/run/netns/$net-a" ip link set "$net-va" up
nsenter --net="/run/netns/$net-a" ip addr replace 10.99.7.1/24 dev "$net-va"
for _ in 1 2 3 4 5 6; do
  sleep 2
  sync "$kiosk" "$work/share-a"
  "$tanggap" sync "$desk" "$work/share-b" --check >"$work/sync.txt" 2>&1
done
until_same "after the cut"
conflicts=$(find "$work/share-a" "$work/share-b" -name '*sync-conflict*' | wc -l)
find "$work/share-a" "$work/share-b" -name '*sync-conflict*' -delete
stop_peers
# What a killed Syncthing leaves of its own; verify would name each as a stranger.
find "$work/share-a" "$work/share-b" -name '.syncthing.*.tmp' -delete
find "$work/share-a" "$work/share-b" -name '.stfolder' -prune -exec rm -rf {} +
for side in a b; do
  [ "$(sums "$work/share-$side")" = "$(sums "$desk")" ] || fail "share $side isn't the desk's replica"
  "$tanggap" verify "$work/share-$side" >"$work/verify.txt" || { cat "$work/verify.txt"; fail "share $side doesn't verify"; }
done
find "$desk" -name '*sync-conflict*' | grep -q . && fail "a conflict copy was taken over"
echo "two Syncthing peers killed $kills times, cut off once, $conflicts conflict copies: both sides whole and the same"
