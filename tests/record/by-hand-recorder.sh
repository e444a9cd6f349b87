#!/bin/bash
# Runs in the VM of by-hand.sh: a shell that becomes a container line by line, asked from inside and outside.
# Its name is not "bash", so that `pgrep -x bash` finds the container's shell alone.
export PATH=/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin HOME=/root
LOG=/run/inside.log
REPORT=/run/report
count=0
mkfifo /run/pause

# Waits without a process that could be seen.
pause() {
  read -rt "$1" <>/run/pause
}

# open_session COMMAND…: what it reads and prints goes through us.
open_session() {
  rm -f /run/typed && mkfifo /run/typed && : >"$LOG"
  "$@" </run/typed >>"$LOG" 2>&1 &
  exec 7>/run/typed
}

close_session() {
  exec 7>&-
  sleep 2
}

has_line() {
  local lines
  mapfile -t lines <"$LOG"
  [[ ${#lines[@]} -gt 0 && ${lines[-1]} == "$1" ]]
}

# type_inside COMMAND: types it, waits until the shell that is there then answers, and prints what came back.
type_inside() {
  local from tries=0
  from=$(wc -l <"$LOG")
  count=$((count + 1))
  printf '%s\n' "$1" >&7
  # One line at a time: the next shell reads on where this one stopped.
  pause 0.3
  printf 'echo "@@ typed %s"\n' "$count" >&7
  # By the shell alone: a program that looks for the mark would stand in the list of processes.
  until has_line "@@ typed $count" || [ "$tries" -gt 600 ]; do
    tries=$((tries + 1))
    pause 0.1
  done
  tail -n "+$((from + 1))" "$LOG" | grep -v '^@@ typed'
}

wait_for_runc() {
  local tries=0
  until runc list --quiet 2>/dev/null | grep -q . || [ "$tries" -gt 300 ]; do
    tries=$((tries + 1))
    sleep 2
  done
  sleep 5
}

# record MARK SIDE COMMAND
record() {
  echo "@@ $1" >>"$REPORT"
  echo "$1" >/dev/console
  if [ "$2" = inside ]; then
    type_inside "$3" >>"$REPORT"
  else
    eval "$3" >>"$REPORT" 2>&1 7>&-
  fi
}

. /commands.sh
