#!/usr/bin/env bash
# A tree full of strangers: ten thousand junk files under bad and good names, a FIFO, links, a loop,
# an 8 GiB file. Readers stay within 300 MB of address space, never hang, never follow, never delete.
# With JUNK=1000000 in the environment: the long run.
. "$(dirname "$0")/office.sh"
make_office 3
junk=${JUNK:-10000}
before=$(sums "$central")
month=$(dirname "$(find "$central" -name '*.seg' | sort | head -n 1)")
node=$(dirname "$month")
(
  cd "$month" || exit 1
  seq -f 'junk-%.0f.txt' $((junk / 2)) | xargs touch
  # Good names, no content: each must be looked at once and named, none may be believed.
  seq -f '0009-9f2c01ab-%08.0f-5ee1a0c3.seg' 1 200 | xargs touch
  seq -f '0001-0badc0de-%08.0f-00000000.01.box' 1 200 | xargs touch
  mkfifo 0009-9f2c01ab-00000301-5ee1a0c3.seg
  ln -s /etc/passwd 0009-9f2c01ab-00000302-5ee1a0c3.seg
  ln -s /dev/zero 0009-9f2c01ab-00000303-5ee1a0c3.seg
  truncate -s 8G 0009-9f2c01ab-00000304-5ee1a0c3.seg
  mkdir 0009-9f2c01ab-00000305-5ee1a0c3.seg
)
ln -s "$central" "$central/tanggap/1/abcdefghjk"
ln -s ../.. "$node/202601"
mkdir -p "$central/tanggap/1/deep/a/b/c/d/e/f"
(cd "$central/tanggap/1/deep" && seq -f 'x%.0f' $((junk / 2)) | xargs touch)

run() { (ulimit -v 300000; timeout 120 "$tanggap" "$@"); }
run sync "$desk" "$central" --json >"$work/sync.txt" 2>"$work/errors.txt"
[ $? = 1 ] || { tail -n 5 "$work/errors.txt"; fail "sync among strangers"; }
[ "$(jq .ignored "$work/sync.txt")" -ge $((junk / 2 + 4)) ] || fail "strangers were not counted"
run verify "$central" >"$work/verify.txt" 2>&1
[ $? = 1 ] || fail "verify among strangers"
[ -p "$month/0009-9f2c01ab-00000301-5ee1a0c3.seg" ] || fail "something of another's was deleted"
[ "$(ls "$month" | grep -c '^junk-')" = $((junk / 2)) ] || fail "junk was deleted"
find "$desk" -name '0009-9f2c01ab*' | grep -q . && fail "a stranger was taken over"

# With the strangers gone the office is what it was.
rm -rf "$central/tanggap/1/deep" "$central/tanggap/1/abcdefghjk" "$node/202601"
find "$month" \( -name 'junk-*' -o -name '0009-9f2c01ab*' -o -name '0001-0badc0de*' \) -delete
[ "$(sums "$central")" = "$before" ] || fail "the office's own files changed"
"$tanggap" verify "$central" >/dev/null || fail "the office doesn't verify any more"
echo "$junk strangers, nothing followed, nothing deleted"
