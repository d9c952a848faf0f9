# Sourced by the fault tests: a small office in a directory of its own, and one way to say what failed.
# Arguments of every test: BUILD SOURCE.
set -u
build=$1
source_tree=$2
tanggap=$build/tanggap
work=$(mktemp -d "${TMPDIR:-/tmp}/tanggap-faults.XXXXXX")
cleanup() { rm -rf "$work"; }
trap cleanup EXIT

fail() { echo "FAILED: $*"; exit 1; }
skip() { echo "skipped: $*"; exit 77; }
need() { command -v "$1" >/dev/null || skip "$1 is not installed"; }

# An office with COUNT complaints, synced everywhere, in $work/office.
make_office() {
  "$tanggap" demo "$work/office" --complaints "$1" --seed 7 \
    --template "$source_tree/kiosk-config/offices/lembata.toml" >"$work/demo.txt" 2>&1 ||
    { cat "$work/demo.txt"; fail "the demo office could not be made"; }
  central=$work/office/central
  kiosk=$work/office/kiosk-1/replica
  desk=$work/office/desk-1/replica
  for replica in "$kiosk" "$desk" "$kiosk"; do
    "$tanggap" sync "$replica" "$central" >/dev/null || fail "the first sync of $replica"
  done
  "$tanggap" verify "$central" >/dev/null || fail "a fresh office doesn't verify"
}

# Every file of a tree with its hash; temporary files and directories don't count.
sums() { (cd "$1/tanggap/1" && find . -type f ! -name '.*.tmp' -exec sha256sum {} + | sort -k 2); }
