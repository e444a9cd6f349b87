/**
 * Commands of the recording "a container by hand", the bundle runc starts, and what all of it printed:
 * node by-hand.mjs bundle FILE | commands | write LOG VERSIONS
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { callsOf } from './by-hand-calls.mjs';

const FILE = path.resolve(import.meta.dirname, '../../src/lib/content/transcripts/by-hand.json');
/** Asked after every step, on both sides. */
const ALWAYS = ['hostname', 'id', 'ps', 'mount', 'ip', 'ns'];
const SIDES = ['inside', 'host'];
const SESSIONS = {
  root: 'bash',
  ada: "setpriv --reuid=1000 --regid=1000 --clear-groups --reset-env bash -c 'cd; exec bash'",
  runc: 'strace -f -y -o /run/strace.log runc run --bundle /bundle shop',
};
/** What Docker leaves to root in a container. */
const CAPABILITIES = [
  ...['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP'],
  ...['NET_BIND_SERVICE', 'NET_RAW', 'SYS_CHROOT', 'MKNOD', 'AUDIT_WRITE', 'SETFCAP'],
].map((name) => `CAP_${name}`);
/** A small filter of our own: Docker's has a list of what it lets through instead. */
const REFUSED = ['add_key', 'bpf', 'keyctl', 'kexec_load', 'mount', 'ptrace', 'setns', 'unshare'];

const data = JSON.parse(readFileSync(FILE, 'utf8'));

function asksOf({ asks }) {
  return [...ALWAYS, ...asks];
}

/** A shell line that records a command under a mark. */
function recorded(mark, side, command) {
  return `record '${mark}' ${side} ${quoted(command)}`;
}

function quoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function questionLines(id, when, asks) {
  return asks.flatMap((ask) =>
    SIDES.map((side) => recorded(`${id} ${when} ${side} ${ask}`, side, data.questions[ask])),
  );
}

function commands() {
  let open = null;
  for (const transcript of data.transcripts) {
    const { id, session, typed, asks } = transcript;
    const isFirst = session !== open;
    if (isFirst) {
      if (open !== null) console.log('close_session');
      console.log(`open_session ${SESSIONS[session]}`);
      console.log(session === 'runc' ? 'wait_for_runc' : 'sleep 3');
    }
    open = session;
    // What runc made is compared with the host: there was nothing before.
    const before = isFirst ? asksOf(transcript) : asks;
    if (session !== 'runc') console.log(questionLines(id, 'before', before).join('\n'));
    for (const [index, { side, command }] of typed.entries())
      console.log(recorded(`${id} typed ${side} ${index}`, side, command));
    console.log(questionLines(id, 'after', asksOf(transcript)).join('\n'));
  }
  console.log('close_session');
}

/** @param file a `config.json` as `runc spec` writes it; changed in place */
function bundle(file) {
  const config = JSON.parse(readFileSync(file, 'utf8'));
  config.hostname = 'shop';
  config.root = { path: '/images/shop', readonly: false };
  config.process.terminal = false;
  config.process.args = ['bash'];
  const { capabilities } = config.process;
  for (const set of ['bounding', 'effective', 'permitted']) capabilities[set] = CAPABILITIES;
  delete capabilities.ambient;
  delete capabilities.inheritable;
  const kinds = ['pid', 'network', 'ipc', 'uts', 'mount', 'cgroup'];
  config.linux.namespaces = kinds.map((type) => ({ type }));
  config.linux.cgroupsPath = '/shop-by-runc';
  config.linux.resources = { memory: { limit: 64 * 1024 * 1024 }, pids: { limit: 20 } };
  config.linux.seccomp = {
    defaultAction: 'SCMP_ACT_ALLOW',
    syscalls: [{ names: REFUSED, action: 'SCMP_ACT_ERRNO' }],
  };
  writeFileSync(file, JSON.stringify(config, null, 2));
}

/** Which lines were not there before, and how many are not there any more. */
function answerOf(output, before) {
  const left = before.map(bare);
  const changed = output.flatMap((line, index) => {
    const at = left.indexOf(bare(line));
    if (at === -1) return [index];
    left.splice(at, 1);
    return [];
  });
  return { output, changed, gone: left.length };
}
/** The number of what asks changes every time. */
function bare(line) {
  return /\bps -e/.test(line) ? 'ps' : line.trim();
}

function marked(lines) {
  const said = new Map();
  let at = null;
  for (const line of lines) {
    const [, mark] = /^@@ (.*)$/.exec(line) ?? [];
    if (mark !== undefined) said.set(mark, (at = []));
    // What only a shell that reads a script adds.
    else at?.push(line.trimEnd().replace(/^bash: line \d+: +/, 'bash: '));
  }
  return said;
}

function write(log, versions) {
  const said = marked(readFileSync(log, 'utf8').replaceAll('\r', '').split('\n'));
  if (!said.has('end')) throw new Error(`${log}: the recording did not come to its end`);
  let last = new Map();
  let session = null;
  for (const transcript of data.transcripts) {
    const { id } = transcript;
    if (session !== transcript.session) last = new Map();
    session = transcript.session;
    for (const [index, one] of transcript.typed.entries())
      one.output = said.get(`${id} typed ${one.side} ${index}`) ?? [];
    transcript.asked = asksOf(transcript).map((ask) => {
      const answers = SIDES.map((side) => {
        const output = said.get(`${id} after ${side} ${ask}`) ?? [];
        const before = said.get(`${id} before ${side} ${ask}`) ?? last.get(`${side} ${ask}`);
        last.set(`${side} ${ask}`, output);
        const than = before ?? said.get(`${id} after host ${ask}`) ?? [];
        const answer = answerOf(output, than);
        return [side, before === undefined ? { ...answer, gone: 0 } : answer];
      });
      return { id: ask, ...Object.fromEntries(answers) };
    });
  }
  data.calls = callsOf(said.get('strace') ?? []);
  data.conditions = conditionsOf(said, versions);
  writeFileSync(FILE, `${JSON.stringify(data, null, 2)}\n`);
}

function conditionsOf(said, versions) {
  const first = (mark) => said.get(mark)?.[0] ?? '';
  const name = (text) => /"(.*)"/.exec(text)?.[1] ?? '';
  return {
    kernel: first('root after host uname'),
    host: name(first('root after host os')),
    files: name(first('root after inside os')),
    versions: Object.fromEntries(
      readFileSync(versions, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('\t')),
    ),
    date: new Date().toISOString().slice(0, 10),
  };
}

const [, , what, ...args] = process.argv;
if (what === 'bundle') bundle(...args);
else if (what === 'commands') commands();
else if (what === 'write') write(...args);
else throw new Error(`unknown: ${String(what)}`);
