# Real programs in real windows of their own X servers: start, tap by id, type, look, end.
# Sourced by the tests of this folder. Waits are bounded; a wait in vain ends the test by `fail`.

declare -A display_of layout_of window_of origin_x origin_y
declare -a started=()
step_name="start"
poll=0.05

step() {
  step_name=$1
  printf '%6.1f s  %s\n' "$(seconds_since_start)" "$1"
}

seconds_since_start() { awk -v a="$begun" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }'; }

# What a program shows, in one line.
shown() {
  jq -r '"screen \(.screen), can be touched: \([.targets[] | select(.enabled) | .id] | join(" "))"' \
    "${layout_of[$1]}" 2>/dev/null || echo "nothing yet"
}

fail() {
  echo "FAILED in step '$step_name': $1" >&2
  local program
  for program in "${!layout_of[@]}"; do
    echo "  $program shows $(shown "$program")" >&2
  done
  exit 1
}

# until_true SECONDS COMMAND…: whether the command came true in time.
until_true() {
  local deadline=$((${EPOCHREALTIME/./} + $1 * 1000000))
  shift
  until "$@"; do
    ((${EPOCHREALTIME/./} < deadline)) || return 1
    sleep "$poll"
  done
}

start() {  # start LOG COMMAND…: in the background; its id in $last_started
  local log=$1
  shift
  "$@" >"$work/log/$log" 2>&1 &
  last_started=$!
  started+=("$last_started")
}

# Ends by its id one process that we started; whoever doesn't listen is killed after 5 s.
end() {
  kill -TERM "$1" 2>/dev/null || return 0
  until_true 5 gone "$1" || kill -KILL "$1" 2>/dev/null
  wait "$1" 2>/dev/null
}
gone() { ! kill -0 "$1" 2>/dev/null; }

end_all() {
  local i
  for ((i = ${#started[@]} - 1; i >= 0; --i)); do end "${started[i]}"; done
  started=()
}

open_display() {  # open_display PROGRAM WxH
  local number=$work/$1.display
  start "xvfb-$1" Xvfb -displayfd 3 -screen 0 "$2x24" -nolisten tcp -noreset 3>"$number"
  until_true 10 test -s "$number" || fail "Xvfb didn't start: $(cat "$work/log/xvfb-$1")"
  display_of[$1]=:$(cat "$number")
}

on() { DISPLAY=${display_of[$1]} "${@:2}"; }

open_window() {  # open_window PROGRAM COMMAND…: starts it and waits for its window and first screen
  local program=$1 pid
  layout_of[$program]=$work/$program.json
  DISPLAY=${display_of[$program]} start "$program" "${@:2}" --layout "${layout_of[$program]}"
  pid=$last_started
  until_true 15 test -s "${layout_of[$program]}" ||
    fail "no first screen of $program: $(tail -n 3 "$work/log/$program")"
  window_of[$program]=$(on "$program" xdotool search --onlyvisible --pid "$pid" | head -n 1)
  [ -n "${window_of[$program]}" ] || fail "$program has no window"
  local place
  place=$(on "$program" xdotool getwindowgeometry --shell "${window_of[$program]}")
  origin_x[$program]=$(sed -n 's/^X=//p' <<<"$place")
  origin_y[$program]=$(sed -n 's/^Y=//p' <<<"$place")
}

# looks PROGRAM JQ-TEST [jq options]: whether the layout satisfies the test.
looks() {
  jq -e "${@:3}" "$2" "${layout_of[$1]}" >/dev/null 2>&1
}
wait_screen() {
  until_true 20 looks "$1" '.screen == $it' --arg it "$2" || fail "$1: no screen $2 in 20 s"
}
wait_target() {
  until_true 20 looks "$1" 'any(.targets[]; .id == $it and .enabled)' --arg it "$2" ||
    fail "$1: nothing to touch called $2 in 20 s"
}
wait_text() {
  until_true 20 looks "$1" 'any(.texts[]; .text | contains($it))' --arg it "$2" ||
    fail "$1: no text \"$2\" in 20 s; there is: $(jq -c '[.texts[].text]' "${layout_of[$1]}")"
}

# A screen that has just come up is deaf for a moment, so that nobody presses what they didn't see.
hearing() {
  local written deaf
  written=$(stat -c %.6Y "${layout_of[$1]}") || return 1
  deaf=$(jq .deaf_ms "${layout_of[$1]}") || return 1
  ((${written/./} + deaf * 1000 < ${EPOCHREALTIME/./}))
}

tap() {  # tap PROGRAM ID: a click in the middle of what can be touched there
  wait_target "$1" "$2"
  until_true 5 hearing "$1" || fail "$1 stays deaf"
  local x y
  read -r x y < <(jq -r --arg it "$2" \
    'first(.targets[] | select(.id == $it)) | "\(.x + .w / 2 | floor) \(.y + .h / 2 | floor)"' \
    "${layout_of[$1]}")
  [ -n "$y" ] || fail "$1: $2 went away before it was touched"
  on "$1" xdotool mousemove $((origin_x[$1] + x)) $((origin_y[$1] + y)) click 1
}

# Taps what holds these words and whose id begins so: people stand in no promised order.
tap_words() {  # tap_words PROGRAM WORDS ID-BEGIN
  wait_text "$1" "$2"
  local id
  id=$(jq -r --arg words "$2" --arg begin "$3" \
    '(first(.texts[] | select(.text == $words)) | [.x + .w / 2, .y + .h / 2]) as [$x, $y]
     | first(.targets[] | select((.id | startswith($begin)) and .x <= $x and $x < .x + .w
                                 and .y <= $y and $y < .y + .h)) | .id' "${layout_of[$1]}")
  [ -n "$id" ] || fail "$1: nothing to touch at the words \"$2\""
  tap "$1" "$id"
}

# Real keys to the program's own window.
type_text() { on "$1" xdotool type --delay 30 -- "$2"; }
press() { on "$1" xdotool key "$2"; }
# As a scanner that is a keyboard: fast keys and an Enter.
scan() { on "$1" xdotool type --delay 8 -- "$2"$'\n'; }

picture() { on "$1" import -silent -window root "$2"; }
