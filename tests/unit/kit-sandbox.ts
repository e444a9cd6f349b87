/**
 * A place where the measuring kit meets only what a test puts there: a PATH of its own with the plain
 * tools and with stand-ins for engines and hypervisors, a folder to write into, a home, a log of calls.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const KIT = path.resolve(import.meta.dirname, '../../static/kit/measure.sh');

/** What the kit may count on everywhere; `perl` is given or not by the test. */
const PLAIN_TOOLS =
  'awk cat chmod cp date echo find getconf grep head id ln mkdir mkfifo mktemp mv od rm sed sort sw_vers sysctl tail tr uname uptime wc'.split(
    ' ',
  );

/** @returns where a program lies, or null when this machine has none. */
export function locate(program: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const file = path.join(folder, program);
    if (existsSync(file)) return realpathSync(file);
  }
  return null;
}

/** The shells of this machine that the kit has to run in, as command lines; each once. */
export const SHELLS: readonly (readonly string[])[] = [
  ['sh'],
  ['dash'],
  ['bash', '--posix'],
  ['busybox', 'sh'],
].filter(([program = ''], index, all) => {
  const file = locate(program);
  return file !== null && all.findIndex(([other = '']) => locate(other) === file) === index;
});

export interface KitRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Sandbox {
  readonly root = mkdtempSync(path.join(realpathSync(tmpdir()), 'kit-test-'));
  readonly bin = path.join(this.root, 'bin');
  readonly out = path.join(this.root, 'out folder');
  readonly tmp = path.join(this.root, 'tmp folder');
  readonly home = path.join(this.root, 'home', 'zoë');

  constructor() {
    for (const folder of [this.bin, this.out, this.tmp, this.home]) {
      mkdirSync(folder, { recursive: true });
    }
    for (const tool of PLAIN_TOOLS) this.link(tool);
    // Nothing here needs real time to pass.
    this.program('sleep', 'exit 0');
  }

  /** Puts a real program of this machine into the sandbox, where there is one. */
  link(tool: string): void {
    const file = locate(tool);
    if (file === null) return;
    rmSync(path.join(this.bin, tool), { force: true });
    symlinkSync(file, path.join(this.bin, tool));
  }

  /** Puts a stand-in there: a shell script that also logs how it was called. */
  program(name: string, script: string): void {
    const file = path.join(this.bin, name);
    rmSync(file, { force: true });
    const log = `printf '%s\\n' "${name} $*" >>"$SANDBOX/log"`;
    writeFileSync(file, `#!/bin/sh\n${log}\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** Calls of stand-ins so far, one a line. */
  get log(): string {
    const file = path.join(this.root, 'log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Files in the folder the kit was started in. */
  get files(): readonly string[] {
    return readdirSync(this.out).sort();
  }

  /** What the kit left in the folder for temporary files. */
  get left(): readonly string[] {
    return readdirSync(this.tmp);
  }

  /** The one result file, parsed. */
  read(name = 'strata-measurements.json'): unknown {
    return JSON.parse(readFileSync(path.join(this.out, name), 'utf8')) as unknown;
  }

  get #env(): NodeJS.ProcessEnv {
    return { PATH: this.bin, HOME: this.home, TMPDIR: this.tmp, SANDBOX: this.root };
  }

  run(args: readonly string[], shell: readonly string[] = ['sh'], env = {}): KitRun {
    const [program = 'sh', ...rest] = shell;
    return spawnSync(locate(program) ?? program, [...rest, KIT, ...args], {
      argv0: program,
      cwd: this.out,
      env: { ...this.#env, ...env },
      encoding: 'utf8',
    });
  }

  /** Starts the kit as a terminal does: Ctrl+C there goes to the whole group. */
  start(args: readonly string[], shell: readonly string[] = ['sh']): ChildProcess {
    const [program = 'sh', ...rest] = shell;
    return spawn(locate(program) ?? program, [...rest, KIT, ...args], {
      argv0: program,
      cwd: this.out,
      env: this.#env,
      detached: true,
      stdio: 'ignore',
    });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
