/** Stand-ins for engines and hypervisors that answer as the real ones do, failures too. */
import { release } from 'node:os';

export interface FakeEngine {
  /** Answer of `info`, fields as the kit asks for them; `false`: the engine fails with `trouble`. */
  readonly info?: string | false;
  /** On standard error where something fails. */
  readonly trouble?: string;
  /** Images that are there, with architecture and bytes. */
  readonly images?: Readonly<Record<string, { readonly arch?: string; readonly bytes?: number }>>;
  /** Shell lines for `run`, before the answer. */
  readonly onRun?: string;
  readonly stats?: string;
}

/** Docker's answer for an engine on this machine's own kernel. */
export function dockerInfo(changes: Record<string, string> = {}): string {
  const fields = {
    version: '28.2.2',
    kernel: release(),
    runtime: 'runc',
    storage: 'overlay2',
    cpu: 'x86_64',
    system: 'Debian GNU/Linux 12 (bookworm)',
    security: '[name=apparmor name=seccomp,profile=builtin name=cgroupns]',
    ...changes,
  };
  return Object.values(fields).join('|');
}

export const podmanInfo = (rootless: boolean): string =>
  `5.4.0|${release()}|crun|overlay|amd64|${String(rootless)}`;

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The script of a fake docker or podman. It remembers containers, and finds them by label. */
export function engineScript(fake: FakeEngine): string {
  const images = Object.entries(fake.images ?? { busybox: {} });
  const cases = (answer: (value: { arch?: string; bytes?: number }) => string) =>
    images.map(([name, value]) => `${quote(name)}) echo ${answer(value)} ;;`).join('\n');
  const missing = '*) echo "Error: No such image: $last" >&2; exit 1 ;;';
  return `
for last; do :; done
trouble() { printf '%s\\n' ${quote(fake.trouble ?? 'Error: it is broken')} >&2; exit 1; }
case "$1 $2" in
  '--version '*) echo 'Docker version 28.2.2, build e6534b4' ;;
  'context inspect') echo unix:///var/run/docker.sock ;;
  'info '*) ${fake.info === false ? 'trouble' : `printf '%b\\n' ${quote(fake.info ?? '')}`} ;;
  'image ls') printf '%s\\n' ${images.map(([name]) => quote(name.includes(':') ? name : `${name}:latest`)).join(' ')} '<none>:<none>' ;;
  'image inspect')
    # As the real ones: an image without a tag is its latest.
    last=\${last%:latest}
    case $4 in
      *Size*) case $last in
        ${cases(({ bytes }) => String(bytes ?? 4_500_000))}
        ${missing}
      esac ;;
      *) case $last in
        ${cases(({ arch }) => arch ?? 'amd64')}
        ${missing}
      esac ;;
    esac ;;
  'pull '*) ${fake.trouble === undefined ? 'echo pulled' : 'trouble'} ;;
  'run --detach') ${fake.onRun ?? ''}
    echo 3f4e5d6c7b8a >"$SANDBOX/containers"; cat "$SANDBOX/containers" ;;
  'run --rm') ${fake.onRun ?? ''}
    # As long as any clock can tell: an engine takes far longer than the clock that times it.
    n=0; while [ $n -lt 8000 ]; do n=$((n + 1)); done ;;
  'inspect --format') echo 999999999 ;;
  'stats --no-stream') echo ${quote(fake.stats ?? '1.5MiB / 7.65GiB')} ;;
  'ps -aq') cat "$SANDBOX/containers" 2>/dev/null ;;
  'rm -f') rm -f "$SANDBOX/containers" ;;
  *) echo "fake engine: unexpected $*" >&2; exit 64 ;;
esac`;
}

/** Runs the command once and writes what hyperfine would export for three runs. */
export const HYPERFINE = `
case $1 in
  --help) echo "    -S, --shell <SHELL>"; echo "            '--shell=none'" ;;
  --version) echo 'hyperfine 1.15.0' ;;
  *)
    $6 >/dev/null || { echo 'Error: Command terminated with non-zero exit code.' >&2; exit 1; }
    cat >"$5" <<'END'
{
  "results": [
    {
      "command": "a \\"times\\" trap",
      "mean": 0.0277,
      "times": [
        0.0265,
        0.028500000000000004,
        2.8e-02
      ],
      "exit_codes": [
        0,
        0,
        0
      ]
    }
  ]
}
END
    ;;
esac`;

/** A libvirt with one domain that is off and, started, has an agent that answers or does not. */
export function virshScript(options: { state?: string; type?: string; agent?: boolean }): string {
  return `
state() { cat "$SANDBOX/domain" 2>/dev/null || echo ${quote(options.state ?? 'shut off')}; }
case $1 in
  uri) echo qemu:///system ;;
  domstate) [ "$2" = 'my vm' ] || { echo "error: failed to get domain '$2'" >&2; exit 1; }; state ;;
  dumpxml) echo "<domain type='${options.type ?? 'kvm'}' id='3'>" ;;
  start) echo running >"$SANDBOX/domain" ;;
  shutdown) echo 'shut off' >"$SANDBOX/domain" ;;
  qemu-agent-command) ${
    options.agent === false
      ? "echo 'error: Guest agent is not responding: QEMU guest agent is not connected' >&2; exit 1"
      : `echo '{"return":{}}'`
  } ;;
  *) exit 64 ;;
esac`;
}

/** A clock that is 40 s further each time it is asked, for what would otherwise wait for minutes. */
export const FAST_CLOCK = `
case $* in
  +%s%N)
    count=$(cat "$SANDBOX/clock" 2>/dev/null || echo 0)
    echo $((count + 1)) >"$SANDBOX/clock"
    echo "$((1795000000 + count * 40))000000000" ;;
  *) echo 2026-11-25T20:00:00Z ;;
esac`;

/** A clock whose readings lie 1, 3, 5, 7 … ms apart. */
export const SLOWING_CLOCK = `
case $* in
  +%s%N)
    count=$(cat "$SANDBOX/clock" 2>/dev/null || echo 0)
    echo $((count + 1)) >"$SANDBOX/clock"
    echo "$((1795000000000 + count * count))000000" ;;
  *) echo 2026-11-25T20:00:00Z ;;
esac`;

/** As date without %N: BSD and busybox leave letters behind. */
export const COARSE_DATE = `
case $* in
  +%s%N) echo 1795000000N ;;
  +%s) echo 1795000000 ;;
  *) echo 2026-11-25T20:00:00Z ;;
esac`;
