#!/bin/sh
#
# Strata's measuring kit: how long processes, containers and virtual machines take to start on
# your machine, how large their images are and how much memory they hold. Read it, then run it:
#
#     sh measure.sh --dry-run     says what it would run, and runs none of it
#     sh measure.sh               measures, and writes one JSON file into this folder
#
# It uses what is installed and skips the rest, saying why. It opens no connection and sends
# nothing. It fetches an image only with --pull, and starts a VM only if you name one. It
# removes what it started, also after Ctrl+C. The file does not name this computer or its users.
#
# Licence: MIT. Needs a POSIX sh, awk and od; best with hyperfine.

set -u
# One language for messages that are read here, "." as decimal point, bytes as bytes.
LC_ALL=C
export LC_ALL

# --- Settings ------------------------------------------------------------------------------

groups='process docker podman runc size memory vm boot'
only=$groups
runs=10
vm_runs=3
machine_name=
image=
small_images='busybox alpine debian ubuntu'
# Names that everyone has, so that a list of images tells nothing about you.
known_images="$small_images fedora hello-world nginx python node redis postgres"
all_images=no
may_pull=no
dry_run=no
qemu_kernel=
virsh_domain=
multipass_instance=
vm_wait_s=180
busy=

usage() {
  cat <<'END'
Usage: sh measure.sh [options]

  --dry-run            print every command that would run, run none of them
  --only LIST          some of: process,docker,podman,runc,size,memory,vm,boot
  --runs N             runs of each command, 1 to 1000 (10); VMs are started at most 3 times
  --name TEXT          your word for this machine, kept in the file ("lab PC 3")
  --image NAME         image for containers; else the first of busybox, alpine, debian,
                       ubuntu that is here
  --pull               the engine may fetch the image if it is not here
  --all-images         size of every image here; else only of well-known ones

Virtual machines are started only if you name one:
  --qemu-kernel FILE   QEMU boots this Linux kernel with a tiny busybox user space
  --virsh DOMAIN       libvirt starts this VM and shuts it down; it must be off, and have
                       qemu-guest-agent in it
  --multipass NAME     Multipass starts this instance and stops it; it must be stopped

  --help               this text

Docker uses its current context. For a rootless engine beside the ordinary one:
  DOCKER_CONTEXT=rootless sh measure.sh --only docker

The result is strata-measurements.json in this folder; a file that is there is never replaced.
END
}

# --- Small tools ---------------------------------------------------------------------------

have() { command -v "$1" >/dev/null 2>&1; }
dry() { [ "$dry_run" = yes ]; }
say() { printf '%s\n' "$*" >&3; }

die() {
  printf 'measure.sh: %s\n' "$*" >&2
  exit 2
}

wanted() {
  case " $only " in *" $1 "*) return 0 ;; esac
  return 1
}

# A command as it could be typed: what the shell would take apart stands in quotes.
typed() {
  for word; do
    case $word in
      '' | *[!A-Za-z0-9_./:=@%+,-]*)
        printf " '%s'" "$(printf '%s' "$word" | sed "s/'/'\\\\''/g")"
        ;;
      *) printf ' %s' "$word" ;;
    esac
  done
}

# Every command that touches the machine goes through here, so that --dry-run misses none.
run() {
  if dry; then
    say "  would run:$(typed "$@")"
  else
    "$@"
  fi
}

# One line of printable text, without the home folder's name, which is often a person's, and
# without the names of VMs.
clean() {
  printf '%s' "$1" | tr '\n\r\t' '   ' | tr -d '\000-\037\177' | awk '
    function without(text, part, word,   at, out) {
      if (length(part) < 2) return text
      while ((at = index(text, part)) > 0) {
        out = out substr(text, 1, at - 1)
        text = substr(text, at + length(part))
        # /root is a home, the start of /rootfs is not.
        out = out (text ~ /^[A-Za-z0-9_.-]/ ? part : word)
      }
      return out text
    }
    {
      text = without(without($0, ENVIRON["tmp"], "(temporary folder)"), ENVIRON["HOME"], "~")
      text = without(text, ENVIRON["virsh_domain"], "(the VM)")
      print without(text, ENVIRON["multipass_instance"], "(the VM)")
    }'
}

# A JSON string of at most $2 characters, in ASCII: other characters become \uXXXX. Read as
# numbers, because awks differ in what a character is. Bytes that are not UTF-8 become U+FFFD.
json() {
  printf '%s' "$1" | od -An -v -tu1 | awk -v most="${2:-300}" '
    function put(code) {
      if (++count > most) return
      if (code == 34 || code == 92) printf "\\%c", code
      else if (code >= 32 && code < 127) printf "%c", code
      else if (code < 65536) printf "\\u%04x", code
      else {
        code -= 65536
        printf "\\u%04x\\u%04x", 55296 + int(code / 1024), 56320 + code % 1024
      }
    }
    # The least code a sequence of this length may stand for: longer ones are not valid.
    function least() { return size == 2 ? 128 : size == 3 ? 2048 : 65536 }
    function byte(value) {
      if (left > 0 && value >= 128 && value < 192) {
        code = code * 64 + value - 128
        if (--left > 0) return
        valid = code >= least() && code <= 1114111 && (code < 55296 || code > 57343)
        put(valid ? code : 65533)
        return
      }
      if (left > 0) put(65533)
      left = 0
      if (value < 128) put(value)
      else if (value >= 194 && value < 224) { left = 1; size = 2; code = value - 192 }
      else if (value >= 224 && value < 240) { left = 2; size = 3; code = value - 224 }
      else if (value >= 240 && value < 245) { left = 3; size = 4; code = value - 240 }
      else put(65533)
    }
    BEGIN { printf "\"" }
    { for (i = 1; i <= NF; i++) byte($i + 0) }
    END { if (left > 0) put(65533); printf "\"" }'
}

# What the last command had to say: the line that speaks of an error, else the first one.
reason() {
  awk 'NF && !first { first = $0 }
       /[Ee]rror|denied|[Cc]annot|[Ff]ailed|panic/ && !best { best = $0 }
       END { print substr(best ? best : first ? first : "it failed without a message", 1, 200) }
      ' "$tmp/err"
}

# Letters, digits and dashes: for ids and file names.
slug() { printf '%s' "$1" | tr -c 'A-Za-z0-9' '-' | tr -s '-' | sed 's/^-//; s/-$//'; }

# --- What is kept --------------------------------------------------------------------------

# Between two objects of a list: after whatever the file holds so far.
comma_in() { [ ! -s "$1" ] || printf ',\n' >>"$1"; }

# skip WHAT WHY
skip() {
  skip_what=$(clean "$1")
  skip_why=$(clean "$2")
  say "  skipped: $skip_what: $skip_why"
  comma_in "$tmp/skipped"
  printf '    { "what": %s, "why": %s }' "$(json "$skip_what" 120)" "$(json "$skip_why")" \
    >>"$tmp/skipped"
}

# record ID KIND STACK WHAT UNIT TOOL NOTE, the values on standard input, one a line.
record() {
  awk '/^[0-9]+(\.[0-9]+)?$/' >"$tmp/values"
  if dry; then return 0; fi
  if [ ! -s "$tmp/values" ]; then
    skip "$4" 'no number came out of it'
    return 0
  fi
  record_what=$(clean "$4")
  comma_in "$tmp/measurements"
  {
    printf '    { "id": %s, "kind": %s, "stack": %s, "what": %s,\n' \
      "$(json "$1" 80)" "$(json "$2")" "$(json "$3")" "$(json "$record_what" 120)"
    printf '      "unit": %s, "values": [%s],\n' "$(json "$5")" \
      "$(awk '{ printf "%s%s", (NR > 1 ? ", " : ""), $0 }' "$tmp/values")"
    printf '      "tool": %s, "note": %s }' "$(json "$6")" "$(json "$(clean "$7")" 600)"
  } >>"$tmp/measurements"
  sort -n "$tmp/values" | awk -v unit="$5" '
    { v[NR] = $1 }
    END {
      middle = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
      printf "%10.2f %10.2f %10.2f  %-4s %4d  ", middle, v[1], v[NR], unit, NR
    }' >>"$tmp/table"
  printf '%s\n' "$record_what" >>"$tmp/table"
  say "  measured: $record_what"
}

# --- Cleaning up ---------------------------------------------------------------------------

tmp=
label="strata-kit=$$"
runc_id="strata-kit-$$"
engines_used=
runc_used=no
qemu_pid=
watch_pid=
domain_up=
instance_up=

stop_qemu() {
  rm -f "$tmp/serial"
  [ -z "$watch_pid" ] || kill "$watch_pid" 2>/dev/null
  [ -z "$qemu_pid" ] || kill "$qemu_pid" 2>/dev/null
  wait 2>/dev/null
  watch_pid=
  qemu_pid=
}

remove_containers() {
  for engine_used in $engines_used; do
    # Found by label: this also catches one that was on its way when Ctrl+C came.
    for container in $("$engine_used" ps -aq --filter "label=$label" 2>/dev/null); do
      "$engine_used" rm -f "$container" >/dev/null 2>&1
    done
  done
  [ "$runc_used" = no ] || runc --root "$tmp/runc" delete --force "$runc_id" >/dev/null 2>&1
}

# Asks again and again, since a guest that is still booting overhears the first request; never
# pulls the plug, which could damage the guest's disk.
shut_down_domain() {
  tries=0
  while [ "$(virsh domstate "$virsh_domain" 2>/dev/null)" != 'shut off' ]; do
    if [ "$tries" -ge 60 ]; then
      say "  The VM is still running. Stop it yourself: virsh shutdown $virsh_domain"
      return 1
    fi
    [ $((tries % 5)) -ne 0 ] || virsh shutdown "$virsh_domain" >/dev/null 2>&1
    tries=$((tries + 1))
    sleep 1
  done
  domain_up=
}

clean_up() {
  trap '' INT TERM HUP
  stop_qemu
  dry || remove_containers
  [ -z "$domain_up" ] || shut_down_domain
  [ -z "$instance_up" ] || multipass stop "$multipass_instance" >/dev/null 2>&1
  [ -z "$tmp" ] || rm -rf "$tmp"
}

stopped() {
  say ''
  say 'Stopped. Removing what was started; no file is written.'
  exit "$1"
}

# --- Clocks --------------------------------------------------------------------------------

# Chooses the finest clock here. clock_step: how many microseconds one of its steps takes.
choose_clock() {
  tool=
  clock_step=1
  case $(date +%s%N) in
    # Letters are left over, or the seconds alone are printed, where %N is not known.
    *[!0-9]* | ??????????) clock=seconds ;;
    *) clock='date' ;;
  esac
  if [ "$clock" = seconds ] && have perl; then clock=perl; fi
  if [ "$clock" = seconds ] && [ -r /proc/uptime ]; then clock=uptime; fi
  case $clock in
    uptime) clock_step=10000 ;;
    seconds) clock_step=1000000 ;;
  esac
  if have hyperfine && hyperfine --help 2>/dev/null | grep -q 'shell=none'; then
    timer=hyperfine
    tool=$(hyperfine --version | head -n 1)
  elif have perl && perl -MTime::HiRes -e 1 2>/dev/null; then
    timer=perl
    tool='perl Time::HiRes'
  else
    timer=loop
    tool=$clock
  fi
}

# Microseconds since some fixed moment, into `now`.
read_clock() {
  case $clock in
    date)
      now=$(date +%s%N)
      now=${now%???}
      ;;
    perl) now=$(perl -MTime::HiRes=time -e 'printf "%.0f", time * 1e6') ;;
    uptime) now=$(awk '{ printf "%.0f", $1 * 1e6 }' /proc/uptime) ;;
    *) now=$(date +%s)000000 ;;
  esac
}

# Reading a clock starts a program, which takes time of its own: the least of five readings, so
# that never too much is taken off.
weigh_clock() {
  for _ in 1 2 3 4 5; do
    read_clock
    before=$now
    read_clock
    echo $((now - before))
  done | sort -n | head -n 1 >"$tmp/cost"
  read -r clock_cost <"$tmp/cost"
}

# A machine with more to do than it has CPUs makes every time longer, and spreads them.
look_at_load() {
  load=$(uptime 2>/dev/null | sed -n 's/.*load averages*: *\([0-9.]*\).*/\1/p')
  if awk -v load="${load:-0}" -v cores="${cores:-1}" 'BEGIN { exit !(load > cores) }'; then
    busy=" The machine was busy: load $load on ${cores:-?} CPUs."
    say "note: this machine is busy (load $load on ${cores:-?} CPUs): times come out longer."
  fi
}

as_ms() { awk '{ printf "%.3f\n", ($1 > 0 ? $1 : 0) / 1000 }'; }

# Runs a command once and leaves its microseconds in `took`; fails as the command does.
time_once() {
  read_clock
  before=$now
  "$@" >/dev/null 2>"$tmp/err" </dev/null || return 1
  read_clock
  took=$((now - before - clock_cost))
}

# hyperfine takes one string and cuts it at spaces. No argument here holds any: image names are
# checked when they are read, the rest is ours.
with_hyperfine() {
  hyperfine --shell=none --runs "$runs" --export-json "$tmp/hyperfine.json" "$*" \
    >/dev/null 2>"$tmp/err" || return 1
  awk '/"times"/ { on = 1; sub(/.*"times"[^[]*/, "") }
       on { line = $0; gsub(/[^0-9.eE+, -]/, "", line); n = split(line, part, ",")
            for (i = 1; i <= n; i++) if (part[i] ~ /[0-9]/) printf "%.3f\n", part[i] * 1000 }
       on && /\]/ { exit }' "$tmp/hyperfine.json" >"$tmp/times"
}

with_perl() {
  perl -MTime::HiRes=time -e '
    my ($file, $runs) = splice @ARGV, 0, 2;
    open my $times, ">", $file or die "cannot write times: $!\n";
    for (1 .. $runs) {
      my $start = time;
      system { $ARGV[0] } @ARGV and exit 1;
      printf $times "%.3f\n", (time - $start) * 1000;
    }' "$tmp/times" "$runs" "$@" >/dev/null 2>"$tmp/err" </dev/null
}

with_loop() {
  : >"$tmp/times"
  loop_left=$runs
  while [ "$loop_left" -gt 0 ]; do
    time_once "$@" || return 1
    if [ "$took" -le 0 ]; then
      echo 'too short for the clock here; install hyperfine or perl' >"$tmp/err"
      return 1
    fi
    echo "$took" | as_ms >>"$tmp/times"
    loop_left=$((loop_left - 1))
  done
}

# time_starts ID STACK WHAT NOTE COARSEST COMMAND [ARGUMENT…]
# Times a command from its start to its end: once apart, because the first run finds colder
# caches, then `runs` times. COARSEST: the longest clock step in µs that tells anything here.
time_starts() {
  ts_id=$1 ts_stack=$2 ts_what=$3 ts_note=$4 ts_coarsest=$5
  shift 5
  if dry; then
    say "  would run 1 + $runs times ($timer):$(typed "$@")"
    return 0
  fi
  if [ "$timer" = loop ] && [ "$clock_step" -gt "$ts_coarsest" ]; then
    skip "$ts_what" 'the clock here is too coarse for it; install hyperfine or perl'
    return 0
  fi
  ts_runs=$runs
  runs=1
  "with_$timer" "$@"
  ts_failed=$?
  runs=$ts_runs
  if [ "$ts_failed" -ne 0 ]; then
    # hyperfine keeps the command's own complaint to itself: once more, to hear it.
    [ "$timer" != hyperfine ] || "$@" >/dev/null 2>"$tmp/err" </dev/null
    skip "$ts_what" "$(reason)"
    return 0
  fi
  first_ms=$(head -n 1 "$tmp/times")
  if ! "with_$timer" "$@"; then
    skip "$ts_what" "it ran once, then failed: $(reason)"
    return 0
  fi
  ts_note="$ts_note First run, not among the values: $first_ms ms.$busy"
  [ "$timer" != loop ] || ts_note="$ts_note The clock's own time, $clock_cost us, is taken off."
  record "$ts_id" start "$ts_stack" "$ts_what" ms "$tool" "$ts_note" <"$tmp/times"
}

# --- Process -------------------------------------------------------------------------------

measure_process() {
  # By path: the shell's own `true` starts no process.
  for program in /bin/true /usr/bin/true; do
    [ -x "$program" ] || continue
    time_starts start-process process "$program, a process that ends at once" \
      'Fork, exec and exit, files in the page cache.' 1000 "$program"
    return 0
  done
  skip 'a process' 'there is no /bin/true here'
}

# --- Engines: Docker and Podman ------------------------------------------------------------

# look_at ENGINE: fills kernel, runtime, storage, cpu, stack and about; or why, if it is no use.
look_at() {
  why=
  kernel='' runtime='' storage='' cpu='' stack='' about='' mode=''
  if ! have "$1"; then
    why='not installed'
    return 0
  fi
  "look_at_$1"
  if [ -n "$why" ]; then return 0; fi
  about="$about; storage $storage; runtime $runtime."
  if [ "$kernel" != "$(uname -r)" ] && ! dry; then
    about="$about Its kernel is $kernel, not the one this script runs on: a VM, or another machine."
  fi
}

# Why an engine does not answer, in words that hold no paths where that is possible.
engine_trouble() {
  case $(cat "$tmp/err") in
    '') echo 'installed, but its engine does not answer' ;;
    *'ermission denied'*) echo 'no permission to use it; run this as a user who may' ;;
    *'annot connect'* | *'onnection refused'* | *'unable to connect'* | *'failed to connect'*)
      echo 'installed, but its engine is not running'
      ;;
    *) reason ;;
  esac
}

look_at_docker() {
  if run docker --version 2>/dev/null | grep -qi podman; then
    why='this docker is Podman by another name'
    return 0
  fi
  # An engine behind a network would be timed with the network and with another machine.
  endpoint=${DOCKER_HOST:-$(run docker context inspect --format '{{.Endpoints.docker.Host}}' \
    2>/dev/null)}
  case $endpoint in
    ssh:* | tcp:* | http:* | https:*)
      why='its engine is on another machine'
      return 0
      ;;
  esac
  fields='{{.ServerVersion}}|{{.KernelVersion}}|{{.DefaultRuntime}}|{{.Driver}}'
  fields="$fields|{{.Architecture}}|{{.OperatingSystem}}|{{.SecurityOptions}}"
  # Some clients report success where only they themselves answered: then the first field is empty.
  if ! run docker info --format "$fields" >"$tmp/info" 2>"$tmp/err" ||
    grep -q '^|' "$tmp/info"; then
    why=$(engine_trouble)
    return 0
  fi
  IFS='|' read -r version kernel runtime storage cpu system security <"$tmp/info" || :
  about="Docker $version on $system"
  case $security in *name=rootless*) mode=' (rootless)' ;; esac
  case $runtime in
    runsc) stack=gvisor ;;
    *kata*) stack=kata ;;
    runc | crun | io.containerd.runc.v2) stack=$(docker_stack) ;;
  esac
}

# The stack where Docker's containers stand, as far as it can be told from here.
docker_stack() {
  case $system in
    'Docker Desktop'*)
      case $(uname -sr) in
        Darwin*) echo desktop-mac ;;
        *[Mm]icrosoft*) echo desktop-windows-wsl2 ;;
        Linux*) echo desktop-linux ;;
      esac
      ;;
    *)
      # An engine with another kernel than ours sits in a VM that it does not name.
      if [ "$kernel" = "$(uname -r)" ]; then
        case $security in
          *name=rootless*) echo docker-rootless ;;
          *) echo docker-linux ;;
        esac
      fi
      ;;
  esac
}

look_at_podman() {
  fields='{{.Version.Version}}|{{.Host.Kernel}}|{{.Host.OCIRuntime.Name}}'
  fields="$fields|{{.Store.GraphDriverName}}|{{.Host.Arch}}|{{.Host.Security.Rootless}}"
  if ! run podman info --format "$fields" >"$tmp/info" 2>"$tmp/err"; then
    why=$(engine_trouble)
    return 0
  fi
  IFS='|' read -r version kernel runtime storage cpu rootless <"$tmp/info" || :
  about="Podman $version"
  [ "$rootless" != true ] || mode=' (rootless)'
  # No stack of Strata is Podman's, which has no engine process: the reader may choose one.
}

# find_image ENGINE: an image that is here, into `found`; asks the network only with --pull.
find_image() {
  if dry && [ "$may_pull" = yes ]; then
    say "  would run, if it is not here: $1 pull ${image:-docker.io/library/busybox}"
  fi
  for found in ${image:-$small_images}; do
    if run "$1" image inspect --format '{{.Architecture}}' "$found" >"$tmp/arch" 2>"$tmp/err"; then
      return 0
    fi
  done
  found=${image:-docker.io/library/busybox}
  if [ "$may_pull" = no ]; then
    why="no image ${image:-of $small_images} here; fetch one ($1 pull $found), or use --pull"
    return 1
  fi
  say "  $1 fetches $found"
  if run "$1" pull "$found" >/dev/null 2>"$tmp/err"; then
    run "$1" image inspect --format '{{.Architecture}}' "$found" >"$tmp/arch" 2>/dev/null
    return 0
  fi
  why="could not fetch $found: $(reason)"
  return 1
}

# An image made for another CPU is translated while it runs: not what the stack stands for.
check_image_cpu() {
  run_stack=$stack run_about=$about
  image_cpu=$(sed 's/amd64/x86_64/; s/arm64/aarch64/' "$tmp/arch")
  engine_cpu=$(echo "$cpu" | sed 's/amd64/x86_64/; s/arm64/aarch64/')
  if [ -z "$image_cpu" ] || [ -z "$engine_cpu" ] || [ "$image_cpu" = "$engine_cpu" ]; then
    return 0
  fi
  run_about="$about The image is for $image_cpu, the machine is $engine_cpu: emulated."
  case $stack in docker-linux) run_stack=emulated ;; *) run_stack='' ;; esac
}

measure_engine() {
  wanted "$1" || wanted size || wanted memory || return 0
  say "Containers and images of $1"
  look_at "$1"
  if [ -n "$why" ]; then
    skip "$1" "$why"
    return 0
  fi
  if wanted "$1" || wanted memory; then measure_containers "$1"; fi
  ! wanted size || measure_sizes "$1"
}

measure_containers() {
  if ! find_image "$1"; then
    skip "$1 run" "$why"
    return 0
  fi
  check_image_cpu
  short=${found##*/}
  # From here on there may be containers to remove.
  engines_used="$engines_used $1"
  ! wanted "$1" || measure_run "$1"
  ! wanted memory || measure_memory "$1"
}

measure_run() {
  time_starts "start-$1-$(slug "$short")" "$run_stack" "$1 run --rm $short true$mode" \
    "$run_about Client, engine, network, container, removal. Run with --pull=never and a label." \
    20000 "$1" run --rm --pull=never --label "$label" "$found" true
}

measure_sizes() {
  run "$1" image ls --format '{{.Repository}}:{{.Tag}}' >"$tmp/images" 2>"$tmp/err"
  sizes=0
  while read -r listed; do
    name=${listed#docker.io/library/}
    case $name in *'<none>'*) continue ;; esac
    if [ "$all_images" = no ]; then
      case " $known_images $image " in *" ${name%:*} "* | *" $name "*) ;; *) continue ;; esac
    fi
    sizes=$((sizes + 1))
    [ "$sizes" -le 50 ] || break
    "$1" image inspect --format '{{.Size}}' "$listed" 2>/dev/null </dev/null |
      awk '/^[0-9]+$/ { printf "%.3f\n", $1 / 1e6; exit }' |
      record "size-$1-$(slug "$name")" size "$stack" "image $name" MB "$1 image inspect" \
        "$about Layers that images share are counted in each."
  done <"$tmp/images"
  if [ "$sizes" -eq 0 ] && ! dry; then
    skip "sizes of images in $1" 'no well-known image here; --all-images takes every one'
  fi
}

# memory_of ENGINE CONTAINER: MiB, from the container's cgroup or else from the engine.
memory_of() {
  pid=$("$1" inspect --format '{{.State.Pid}}' "$2" 2>/dev/null)
  for hierarchy in '0::' '[0-9]*:memory:'; do
    # With the id in it: behind a VM the same process id is somebody else's.
    group=$(sed -n "s/^$hierarchy//p" "/proc/${pid:-none}/cgroup" 2>/dev/null | grep -F -e "$2")
    [ -n "$group" ] || continue
    for file in "/sys/fs/cgroup$group/memory.current" \
      "/sys/fs/cgroup/memory$group/memory.usage_in_bytes"; do
      if [ -r "$file" ]; then
        echo "${file##*/}" >"$tmp/memory-tool"
        awk '{ printf "%.3f\n", $1 / 1048576 }' "$file"
        return 0
      fi
    done
  done
  echo "$1 stats" >"$tmp/memory-tool"
  "$1" stats --no-stream --format '{{.MemUsage}}' "$2" 2>"$tmp/err" | awk '
    BEGIN {
      b["B"] = 1; b["kB"] = b["KB"] = 1e3; b["MB"] = 1e6; b["GB"] = 1e9
      b["KiB"] = 1024; b["MiB"] = 1048576; b["GiB"] = 1073741824
    }
    match($0, /^[0-9.]+/) {
      number = substr($0, 1, RLENGTH)
      unit = substr($0, RLENGTH + 1)
      sub(/^ */, "", unit)
      sub(/[ \/].*/, "", unit)
      if (unit in b) printf "%.3f\n", number * b[unit] / 1048576
    }'
}

measure_memory() {
  what="idle container: $1 run $short sleep 600$mode"
  if ! container=$(run "$1" run --detach --pull=never --label "$label" "$found" sleep 600 \
    2>"$tmp/err") || { [ -z "$container" ] && ! dry; }; then
    skip "$what" "$(reason)"
    return 0
  fi
  if dry; then
    say "  would read its cgroup's memory.current, or: $1 stats --no-stream"
    say "  would run: $1 rm -f (that container)"
    return 0
  fi
  : >"$tmp/memory"
  for _ in 1 2 3; do
    # A moment for the container to come to rest.
    sleep 1
    memory_of "$1" "$container" >>"$tmp/memory"
  done
  "$1" rm -f "$container" >/dev/null 2>&1
  record "memory-$1-$(slug "$short")" memory "$run_stack" "$what" MiB \
    "$(cat "$tmp/memory-tool")" \
    "$run_about The container's processes and their page cache; not the engine's own memory." \
    <"$tmp/memory"
}

# --- runc alone ----------------------------------------------------------------------------

# Looked for by hand: to busybox's own shell `command -v` names no file.
find_busybox() {
  busybox=$(printf '%s:\n' "$PATH" | tr ':' '\n' | while read -r folder; do
    [ -z "$folder" ] || [ ! -x "$folder/busybox" ] || echo "$folder/busybox"
  done | head -n 1)
  [ -n "$busybox" ] || return 1
  # Inside a container or VM there is no other file: it has to stand alone.
  ! have ldd || ! ldd "$busybox" 2>/dev/null | grep -q '=>'
}

measure_runc() {
  what='runc run: true in a busybox root'
  if ! have runc; then
    skip "$what" 'not installed'
    return 0
  fi
  if ! find_busybox; then
    skip "$what" 'needs a statically linked busybox (package busybox-static)'
    return 0
  fi
  rootless=
  if [ "$(id -u)" -ne 0 ]; then
    rootless=--rootless
    what="$what (rootless)"
  fi
  if dry; then
    say "  would copy $busybox into a root file system in a temporary folder"
    say "  would run: runc spec${rootless:+ $rootless}"
  else
    mkdir -p "$tmp/bundle/rootfs/bin" "$tmp/bundle/rootfs/proc" "$tmp/bundle/rootfs/sys" \
      "$tmp/bundle/rootfs/dev"
    cp "$busybox" "$tmp/bundle/rootfs/bin/busybox"
    ln -s busybox "$tmp/bundle/rootfs/bin/true"
    # shellcheck disable=SC2086 # Without the option there must be no argument.
    if ! (cd "$tmp/bundle" && runc spec $rootless) 2>"$tmp/err"; then
      skip "$what" "$(reason)"
      return 0
    fi
    sed 's/"terminal": true/"terminal": false/; s/^\([[:space:]]*\)"sh"$/\1"true"/' \
      "$tmp/bundle/config.json" >"$tmp/config.json"
    mv "$tmp/config.json" "$tmp/bundle/config.json"
  fi
  runc_used=yes
  # From inside the bundle, so that hyperfine sees no path, which might hold a space. Its state goes
  # beside it: an ordinary user may not write to the usual place.
  here=$(pwd)
  dry || cd "$tmp/bundle" || return 0
  time_starts start-runc-busybox docker-linux "$what" \
    "$(run runc --version | head -n 1). No engine, image or network." \
    20000 runc --root ../runc run "$runc_id"
  cd "$here" || die 'the folder this was started in is gone'
}

# --- Virtual machines ----------------------------------------------------------------------

# A fraction of a second where sleep can, else a whole one.
nap() { sleep 0.2 2>/dev/null || sleep 1; }

# boots BOOT STOP: BOOT leaves microseconds in `took`; a few times, with STOP after each.
boots() {
  : >"$tmp/boots"
  left=$(fewer_runs)
  while [ "$left" -gt 0 ]; do
    "$1" || return 1
    echo "$took" | as_ms >>"$tmp/boots"
    "$2" || return 1
    left=$((left - 1))
  done
}

fewer_runs() { if [ "$runs" -lt "$vm_runs" ]; then echo "$runs"; else echo "$vm_runs"; fi; }

measure_vm() {
  if [ -z "$qemu_kernel$virsh_domain$multipass_instance" ]; then
    skip 'a virtual machine' 'none was named: --qemu-kernel, --virsh or --multipass'
  fi
  [ -z "$qemu_kernel" ] || measure_qemu
  [ -z "$virsh_domain" ] || measure_virsh
  [ -z "$multipass_instance" ] || measure_multipass
}

# The smallest guest that can speak: busybox, and a first process that says it is there.
make_initramfs() {
  mkdir -p "$tmp/guest/bin" "$tmp/guest/dev"
  cp "$busybox" "$tmp/guest/bin/busybox"
  ln -s busybox "$tmp/guest/bin/sh"
  cat >"$tmp/guest/init" <<'END'
#!/bin/sh
/bin/busybox echo strata-guest-is-up
/bin/busybox sleep 100
/bin/busybox poweroff -f
END
  chmod 755 "$tmp/guest/init"
  pack=cpio
  have cpio || pack="$busybox cpio"
  # shellcheck disable=SC2086 # Two words if it is busybox's.
  (cd "$tmp/guest" && find . | $pack -o -H newc) >"$tmp/initramfs" 2>"$tmp/err"
}

# Starts QEMU once and waits for the guest's word.
boot_qemu() {
  rm -f "$tmp/serial"
  mkfifo "$tmp/serial" || return 1
  took=
  read_clock
  before=$now
  # shellcheck disable=SC2086 # Words of our own, meant to be several.
  $qemu $accel $qemu_options -kernel "$qemu_kernel" -initrd "$tmp/initramfs" \
    -append "$kernel_options" >"$tmp/serial" 2>"$tmp/err" </dev/null &
  qemu_pid=$!
  # A guest that hangs says nothing for ever: someone has to stop the waiting. It looks every second
  # whether it is still wanted, since a signal to a shell that has only begun may get lost.
  (
    left_s=$qemu_wait_s
    while [ "$left_s" -gt 0 ]; do
      sleep 1
      [ -p "$tmp/serial" ] || exit 0
      left_s=$((left_s - 1))
    done
    kill "$qemu_pid"
  ) >/dev/null 2>&1 &
  watch_pid=$!
  said=
  while IFS= read -r line; do
    case $line in
      *strata-guest-is-up*)
        read_clock
        took=$((now - before - clock_cost))
        awk '/^VmRSS/ { printf "%.3f\n", $2 / 1024 }' "/proc/$qemu_pid/status" \
          >>"$tmp/rss" 2>/dev/null
        break
        ;;
      *panic*) said=$line ;;
    esac
  done <"$tmp/serial"
  stop_qemu
  # A kernel that gives up says so on its console, not where QEMU complains.
  [ -z "$said" ] || printf 'the guest: %s\n' "$said" >>"$tmp/err"
  [ -n "$took" ]
}

# Why QEMU cannot boot anything here; empty if it can.
qemu_trouble() {
  case $(uname -m) in
    x86_64) qemu='qemu-system-x86_64' console=ttyS0 ;;
    aarch64 | arm64) qemu='qemu-system-aarch64 -machine virt' console=ttyAMA0 ;;
    *) qemu=none ;;
  esac
  if [ "$qemu" = none ]; then
    vm_why="no recipe for this CPU, $(uname -m)"
  elif ! have "${qemu%% *}"; then
    vm_why="${qemu%% *} is not installed"
  elif [ "$(uname -s)" != Linux ] || ! find_busybox; then
    vm_why='needs a statically linked Linux busybox (package busybox-static)'
  elif [ ! -r "$qemu_kernel" ] || [ -d "$qemu_kernel" ]; then
    vm_why='the kernel file is not there or may not be read'
  else
    vm_why=
  fi
}

measure_qemu() {
  what='QEMU boots a Linux kernel to its first process'
  qemu_trouble
  if [ -z "$vm_why" ] && ! dry && ! make_initramfs; then
    vm_why="could not build its initramfs: $(reason)"
  fi
  if [ -n "$vm_why" ]; then
    skip "$what" "$vm_why"
    return 0
  fi
  qemu_options='-smp 1 -m 256 -nodefaults -no-user-config -display none -serial stdio -no-reboot'
  kernel_options="console=$console quiet panic=-1"
  no_kvm='there is no /dev/kvm that this user may use'
  if [ -r /dev/kvm ] && [ -w /dev/kvm ]; then
    accel='-accel kvm -cpu host' qemu_wait_s=30
    if boot_with_qemu; then
      keep_boots qemu-kvm start memory vm-bare-metal:kvm '' 'With KVM.'
      return 0
    fi
    # A VM may have the device and yet start no VM of its own.
    no_kvm="KVM did not start the guest ($(reason))"
  fi
  say "  note: $no_kvm. The CPU is emulated instead: that is not a VM's start time."
  accel='-accel tcg -cpu max' qemu_wait_s=$vm_wait_s
  if boot_with_qemu; then
    # Kept, so that a class can see it work; as "other" and without a stack, so that no chart of
    # starts takes it in.
    keep_boots qemu-emulated other other '' 'EMULATED CPU: ' \
      "Every instruction is emulated, because $no_kvm. This is not a VM's start time."
    return 0
  fi
  skip "$what" "the guest did not report within $qemu_wait_s s, or QEMU ended: $(reason)"
}

boot_with_qemu() {
  if dry; then
    # shellcheck disable=SC2086 # As in boot_qemu.
    say "  would run $(fewer_runs) times:$(typed $qemu $accel $qemu_options -kernel "$qemu_kernel" \
      -initrd "$tmp/initramfs" -append "$kernel_options")"
    return 0
  fi
  : >"$tmp/rss"
  # Nothing to stop: boot_qemu has ended it.
  boots boot_qemu true
}

# keep_boots ID KIND MEMORY_KIND STACK MARK NOTE: MARK stands before what was measured.
keep_boots() {
  if dry; then return 0; fi
  vm_note="$6 $("${qemu%% *}" --version | head -n 1); 1 CPU, 256 MiB, kernel loaded directly,"
  vm_note="$vm_note busybox as user space; no disk, no network, no services."
  record "$1-start" "$2" "$4" "$5$what" ms "clock: $clock" \
    "$vm_note From the start of QEMU to the first line of the guest's init.$busy" <"$tmp/boots"
  record "$1-memory" "$3" "$4" "$5memory of the QEMU process, its guest booted" MiB VmRSS \
    "$vm_note Resident memory of QEMU, the guest's touched pages among it." <"$tmp/rss"
}

# Until the guest's own agent answers. Not until it has an address: libvirt remembers the address
# of the last boot, and would name it at once.
boot_domain() {
  read_clock
  before=$now
  # Before the command: a start that is interrupted half-way counts as a start.
  domain_up=yes
  if ! virsh start "$virsh_domain" >/dev/null 2>"$tmp/err"; then
    domain_up=
    return 1
  fi
  while ! virsh qemu-agent-command "$virsh_domain" '{"execute":"guest-ping"}' \
    >/dev/null 2>"$tmp/err"; do
    read_clock
    [ $((now - before)) -lt $((vm_wait_s * 1000000)) ] || return 1
    nap
  done
  read_clock
  took=$((now - before - clock_cost))
}

measure_virsh() {
  what='virsh start, until the guest agent answers'
  if ! have virsh; then
    skip "$what" 'virsh is not installed'
    return 0
  fi
  case $(run virsh uri 2>/dev/null) in
    *+ssh:* | *+tcp:* | *+tls:* | *+libssh*)
      skip "$what" 'its VMs run on another machine'
      return 0
      ;;
  esac
  if ! state=$(run virsh domstate "$virsh_domain" 2>"$tmp/err"); then
    skip "$what" "$(reason)"
    return 0
  fi
  if dry; then
    for action in start 'qemu-agent-command (guest-ping)' shutdown; do
      say "  would run $(fewer_runs) times: virsh $action $virsh_domain"
    done
    return 0
  fi
  if [ "$state" != 'shut off' ]; then
    skip "$what" "this VM is \"$state\"; only one that is off is started"
    return 0
  fi
  virsh dumpxml "$virsh_domain" >"$tmp/domain" 2>/dev/null
  case $(sed -n "s/.*<domain type='\([a-z]*\)'.*/\1/p" "$tmp/domain") in
    kvm) kind=start vm_stack=vm-bare-metal:kvm vm_note='Domain type kvm.' ;;
    xen) kind=start vm_stack=vm-bare-metal:xen vm_note='Domain type xen.' ;;
    qemu)
      kind=other vm_stack='' what="EMULATED CPU: $what"
      vm_note="Domain type qemu: the CPU is emulated. This is not a VM's start time."
      ;;
    *) kind=start vm_stack='' vm_note='Domain type not known.' ;;
  esac
  if ! boots boot_domain shut_down_domain; then
    skip "$what" "it did not start, give an answer of its agent, or shut down in time: $(reason)"
    [ -z "$domain_up" ] || shut_down_domain
    return 0
  fi
  record start-virsh "$kind" "$vm_stack" "$what" ms "clock: $clock" \
    "$vm_note Asked every fifth of a second.$busy" <"$tmp/boots"
}

boot_instance() {
  instance_up=yes
  time_once multipass start "$multipass_instance"
}

stop_instance() {
  multipass stop "$multipass_instance" >/dev/null 2>"$tmp/err" && instance_up=
}

measure_multipass() {
  what='multipass start, until the command returns'
  if ! have multipass; then
    skip "$what" 'multipass is not installed'
    return 0
  fi
  if ! run multipass list --format csv >"$tmp/list" 2>"$tmp/err"; then
    skip "$what" "$(reason)"
    return 0
  fi
  if dry; then
    say "  would run $(fewer_runs) times: multipass start $multipass_instance"
    say "  would run $(fewer_runs) times: multipass stop $multipass_instance"
    return 0
  fi
  state=$(name=$multipass_instance awk -F, '$1 == ENVIRON["name"] { print $2 }' "$tmp/list")
  if [ "$state" != Stopped ]; then
    skip "$what" "this instance is \"${state:-not there}\"; only one that is stopped is started"
    return 0
  fi
  if ! boots boot_instance stop_instance; then
    skip "$what" "$(reason)"
    return 0
  fi
  vm_note="$(multipass version 2>/dev/null | head -n 1)."
  record start-multipass start '' "$what" ms "clock: $clock" \
    "$vm_note It returns when the instance can be reached.$busy" <"$tmp/boots"
}

# --- The boot of this machine --------------------------------------------------------------

# "Startup finished in 1.2s (kernel) + 1min 3.4s (userspace) = 1min 4.6s" → "kernel 1200", …
boot_parts() {
  sed -n 's/^Startup finished in //p' "$tmp/analyze" | sed 's/[+=]/\
/g' | awk '
    function ms(text,   n, part, i, sum) {
      n = split(text, part, " ")
      for (i = 1; i <= n; i++) {
        if (part[i] ~ /^[0-9.]+h$/) sum += part[i] * 3600000
        else if (part[i] ~ /^[0-9.]+min$/) sum += part[i] * 60000
        else if (part[i] ~ /^[0-9.]+ms$/) sum += part[i]
        else if (part[i] ~ /^[0-9.]+us$/) sum += part[i] / 1000
        else if (part[i] ~ /^[0-9.]+s$/) sum += part[i] * 1000
      }
      return sum
    }
    NF {
      name = "total"
      if (match($0, /\([a-z]+\)/)) name = substr($0, RSTART + 1, RLENGTH - 2)
      sub(/\(.*/, "")
      printf "%s %.3f\n", name, ms($0)
    }'
}

measure_boot() {
  what='boot of this machine'
  if ! have systemd-analyze; then
    skip "$what" 'systemd-analyze is not installed'
    return 0
  fi
  if ! run systemd-analyze time >"$tmp/analyze" 2>"$tmp/err"; then
    skip "$what" "$(reason)"
    return 0
  fi
  if dry; then return 0; fi
  # Of the guests only those whose hypervisor says which one it is; "kvm" may be any VMM.
  case $virtualized in
    oracle) vm_stack=vm-hosted:virtualbox ;;
    microsoft) vm_stack=vm-bare-metal:hyper-v ;;
    xen) vm_stack=vm-bare-metal:xen ;;
    *) vm_stack= ;;
  esac
  boot_parts >"$tmp/parts"
  if [ ! -s "$tmp/parts" ]; then skip "$what" "$(cat "$tmp/analyze")"; fi
  while read -r part ms; do
    kind=other
    [ "$part" != total ] || kind=start
    echo "$ms" | record "boot-$part" "$kind" "$vm_stack" "$what, $part" ms systemd-analyze \
      'The last boot as systemd saw it, one value. A VM sees nothing of what came before it.'
  done <"$tmp/parts"
}

# --- This machine --------------------------------------------------------------------------

read_virtualized() {
  virtualized=
  if have systemd-detect-virt; then
    # It fails where it finds none, and says so in the same word that the file uses.
    virtualized=$(systemd-detect-virt --vm 2>/dev/null)
  fi
  if [ -z "$virtualized" ] && grep -qi microsoft /proc/version 2>/dev/null; then virtualized=wsl; fi
  if [ -z "$virtualized" ] && grep -q '^flags.* hypervisor' /proc/cpuinfo 2>/dev/null; then
    virtualized=yes
  fi
  if [ "$(uname -s)" = Darwin ]; then
    case $(sysctl -n kern.hv_vmm_present 2>/dev/null) in
      0) virtualized=none ;;
      1) virtualized=yes ;;
    esac
  fi
}

read_machine() {
  read_virtualized
  if [ "$(uname -s)" = Darwin ]; then
    os="macOS $(sw_vers -productVersion)"
    cpu_model=$(sysctl -n machdep.cpu.brand_string 2>/dev/null)
    memory_mib=$(sysctl -n hw.memsize 2>/dev/null | awk '{ printf "%d", $1 / 1048576 }')
  else
    os=$(sed -n 's/^PRETTY_NAME=//p' /etc/os-release 2>/dev/null | tr -d '"')
    cpu_model=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
    memory_mib=$(awk '/^MemTotal/ { printf "%d", $2 / 1024 }' /proc/meminfo 2>/dev/null)
  fi
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null)
}

# --- The file ------------------------------------------------------------------------------

write_json() {
  printf '{\n  "strata": "measurements",\n  "format": 1,\n  "made": "%s",\n  "machine": {\n' \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
  printf '    "name": %s,\n    "os": %s,\n    "kernel": %s,\n    "arch": %s,\n    "cpu": %s,\n' \
    "$(json "$(clean "$machine_name")" 80)" "$(json "$os" 120)" "$(json "$(uname -r)" 120)" \
    "$(json "$(uname -m)")" "$(json "$cpu_model" 120)"
  # What is not known is left out, not zero.
  [ -z "$cores" ] || printf '    "cores": %d,\n' "$cores"
  [ -z "$memory_mib" ] || printf '    "memoryMiB": %d,\n' "$memory_mib"
  printf '    "virtualized": %s\n  },\n  "measurements": [\n' "$(json "$virtualized")"
  cat "$tmp/measurements"
  printf '\n  ],\n  "skipped": [\n'
  cat "$tmp/skipped"
  printf '\n  ]\n}\n'
}

# Puts the finished file into this folder under the first name that is free.
save() {
  base=strata-measurements
  name_part=$(slug "$machine_name")
  [ -z "$name_part" ] || base="$base-$name_part"
  number=1
  file=$base.json
  # noclobber: the shell itself refuses to replace a file that appears in between.
  until [ ! -e "$file" ] && [ ! -L "$file" ] &&
    (set -C && cat "$tmp/result" >"$file") 2>/dev/null; do
    number=$((number + 1))
    [ "$number" -le 999 ] || die 'found no free name for the result in this folder'
    file=$base-$number.json
  done
}

# --- From the command line to the result ---------------------------------------------------

# value OPTION COUNT: an option that needs a value was given one.
value() { [ "$2" -ge 2 ] || die "$1 needs a value; --help says which"; }

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --*=*)
        option=${1%%=*}
        argument=${1#*=}
        shift
        set -- "$option" "$argument" "$@"
        case $1 in --help | --dry-run | --pull | --all-images) die "$1 takes no value" ;; esac
        ;;
    esac
    case $1 in
      --help | -h) usage && exit 0 ;;
      --dry-run) dry_run=yes ;;
      --pull) may_pull=yes ;;
      --all-images) all_images=yes ;;
      --runs | --only | --name | --image | --qemu-kernel | --virsh | --multipass)
        value "$1" $#
        read_value "$1" "$2"
        shift
        ;;
      *) die "unknown option $1; --help lists them" ;;
    esac
    shift
  done
}

read_value() {
  # A second option in place of a value, or a name that the next tool would take for an option.
  case $2 in -*) die "$1 needs a value, got \"$2\"" ;; esac
  case $1 in
    --runs)
      case $2 in
        [1-9] | [1-9][0-9] | [1-9][0-9][0-9] | 1000) runs=$2 ;;
        *) die "--runs needs a number from 1 to 1000, got \"$2\"" ;;
      esac
      ;;
    --only)
      only=$(printf '%s' "$2" | tr ',\n' '  ')
      case $only in *[!a-z\ ]*) die "--only knows: $groups; got \"$2\"" ;; esac
      [ -n "$(slug "$only")" ] || die '--only needs at least one name'
      for group in $only; do
        case " $groups " in *" $group "*) ;; *) die "--only knows: $groups; got \"$group\"" ;; esac
      done
      ;;
    --name) machine_name=$2 ;;
    --image)
      case $2 in '' | *[!A-Za-z0-9._/:@-]*) die "--image is not an image's name: \"$2\"" ;; esac
      image=$2
      ;;
    --qemu-kernel) qemu_kernel=$2 ;;
    --virsh) virsh_domain=$2 ;;
    --multipass) multipass_instance=$2 ;;
  esac
}

# step GROUP TITLE COMMAND…
step() {
  wanted "$1" || return 0
  say "$2"
  shift 2
  "$@"
}

main() {
  # Also what a command prints inside $( ) has to reach the reader.
  exec 3>&1
  read_options "$@"
  dry || [ -w . ] || die 'cannot write into this folder; go to one of your own first'
  trap clean_up EXIT
  trap 'stopped 130' INT
  trap 'stopped 143' TERM
  trap 'stopped 129' HUP
  tmp=$(mktemp -d "${TMPDIR:-/tmp}/strata-kit.XXXXXX") || die 'cannot make a temporary folder'
  # For `clean`, whose awk finds them in its environment.
  export tmp virsh_domain multipass_instance
  : >"$tmp/measurements" && : >"$tmp/skipped" && : >"$tmp/table"

  choose_clock
  weigh_clock
  if dry; then
    say 'Dry run: nothing below is run.'
  else
    read_machine
    look_at_load
  fi
  step process 'Starting a process' measure_process
  measure_engine docker
  measure_engine podman
  step runc 'Starting a container with runc alone' measure_runc
  step vm 'Starting a virtual machine' measure_vm
  step boot 'The boot of this machine' measure_boot
  if dry; then
    say 'Nothing was run and nothing was written.'
    return 0
  fi

  write_json >"$tmp/result"
  save
  say ''
  say '   typical        low       high  unit runs  what'
  cat "$tmp/table" >&3
  say ''
  say "Written: $file (nothing was sent; read it before you share it)"
}

main "$@"
