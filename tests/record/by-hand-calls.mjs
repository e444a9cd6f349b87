/**
 * What `strace -f -y` wrote of `runc run`, as the calls that make a container, in order. Kept is what makes,
 * limits, fills or enters it; reading files, waiting and the threads of Go are left out.
 */

const NAMESPACES = {
  ...{ CLONE_NEWUTS: 'uts', CLONE_NEWIPC: 'ipc', CLONE_NEWPID: 'pid', CLONE_NEWNS: 'mnt' },
  ...{ CLONE_NEWNET: 'net', CLONE_NEWCGROUP: 'cgroup', CLONE_NEWUSER: 'user' },
};
const MOST_SIGNS = 170;

/** Joins what strace broke in two, in the order in which calls begin, and drops what is no call. */
function wholeCalls(lines) {
  const begun = new Map();
  const texts = [];
  for (const line of lines) {
    const [, thread, text] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (thread === undefined) continue;
    const [, start] = /^(.*) <unfinished \.\.\.>$/.exec(text) ?? [];
    const [, rest] = /^<\.\.\. \w+ resumed>(.*)$/.exec(text) ?? [];
    const one = rest === undefined ? { thread, text: start ?? text } : begun.get(thread);
    if (rest === undefined) texts.push(one);
    else if (one !== undefined) one.text += rest;
    if (start !== undefined) begun.set(thread, one);
  }
  return texts.flatMap(({ thread, text }) => {
    const [, name, args, result] = /^(\w+)\((.*)\) += (.*)$/.exec(text) ?? [];
    return name === undefined ? [] : [{ thread, name, args, result }];
  });
}

/** Whose thread it is: runc is written in Go, and any of its threads may make a call. */
function processes(calls) {
  const owner = new Map();
  const of = (thread) => owner.get(thread) ?? thread;
  for (const { thread, name, args, result } of calls) {
    const made = /^\d+/.exec(result)?.[0];
    if (name.startsWith('clone') && args.includes('CLONE_THREAD') && made !== undefined)
      owner.set(made, of(thread));
  }
  return of;
}

/** @returns what the call does, by the ids of the steps; null: it is left out */
function doesOf({ name, args }, seen) {
  if (name === 'unshare')
    return Object.entries(NAMESPACES).flatMap(([flag, id]) =>
      new RegExp(String.raw`\b${flag}\b`).test(args) ? [id] : [],
    );
  if (name === 'clone') return args.includes('CLONE_THREAD') ? null : seen.hasPids ? ['pid'] : [];
  if (name === 'sethostname') return ['uts'];
  if (name === 'mount') return mountDoes(args, seen);
  if (name === 'mknodat' || name === 'pivot_root' || name === 'umount2')
    return seen.hasSpace ? ['root'] : null;
  if (name === 'chdir') return seen.hasRoot && args === '"/"' && !seen.isIn ? ['root'] : null;
  if (name === 'mkdirat' || name === 'mkdir')
    return args.includes('/sys/fs/cgroup/') ? ['cgroup'] : null;
  if (name === 'write')
    return /^\d+<\/sys\/fs\/cgroup\/.*\/(cgroup\.procs|memory\.max|pids\.max)>/.test(args)
      ? ['cgroup']
      : null;
  if (name === 'capset') return ['caps'];
  if (name === 'prctl') return prctlDoes(args);
  if (name === 'execve') return [];
  return null;
}

function mountDoes(args, { hasSpace, hasRoot }) {
  if (!hasSpace) return null;
  if (hasRoot) return args.startsWith('"", "."') ? ['root'] : [];
  return /MS_REC\|MS_SLAVE|"proc", 0/.test(args) ? ['mnt'] : ['root'];
}

function prctlDoes(args) {
  if (/^PR_CAPBSET_DROP|^PR_SET_NO_NEW_PRIVS/.test(args)) return ['caps'];
  return args.startsWith('PR_SET_SECCOMP') ? [] : null;
}

/** Without addresses; a mount by way of a file descriptor says where that leads. */
function textOf({ name, args }, opened) {
  const plain = args
    .replaceAll(/"\/proc\/self\/fd\/(\d+)"/g, (whole, fd) =>
      opened.has(fd) ? `${whole} /* ${opened.get(fd)} */` : whole,
    )
    .replaceAll(/\b0x[0-9a-f]{5,}( \/\*[^*]*\*\/)?/g, '…');
  const text = `${name}(${plain})`;
  return text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS - 2)}…)` : text;
}

/** Like calls that differ in what they name are one line. */
function kindOf({ name, args }, does, seen) {
  if (name === 'prctl') return args.split(',', 1)[0];
  if (name === 'mount' && seen.hasRoot && !args.startsWith('"", "."'))
    return /"\/dev\/null"|"tmpfs"/.test(args) ? 'mask' : 'read-only';
  return name === 'mknodat' ? name : null;
}

/** @param lines as strace wrote them */
export function callsOf(lines) {
  const calls = wholeCalls(lines);
  const ownerOf = processes(calls);
  const numbers = new Map();
  const opened = new Map();
  const found = [];
  const seen = { hasPids: false, hasSpace: false, hasRoot: false, isIn: false };
  let lastKind = null;
  for (const call of calls) {
    const { name, args, result } = call;
    const [, fd, file] = /^(\d+)<(.*)>$/.exec(result) ?? [];
    if (fd !== undefined) opened.set(fd, file);
    if (result.startsWith('-1')) continue;
    const does = doesOf(call, seen);
    if (does === null) continue;
    const owner = ownerOf(call.thread);
    if (!numbers.has(owner)) numbers.set(owner, numbers.size + 1);
    const process = numbers.get(owner);
    const kind = kindOf(call, does, seen);
    const last = found.at(-1);
    if (kind !== null && kind === lastKind && last.process === process) last.times += 1;
    else found.push({ call: textOf(call, opened), times: 1, process, does });
    lastKind = kind;
    if (name === 'unshare') {
      seen.hasSpace ||= args.includes('CLONE_NEWNS');
      seen.hasPids ||= args.includes('CLONE_NEWPID');
    }
    if (name === 'clone' && seen.hasPids) seen.hasPids = false;
    if (name === 'pivot_root') seen.hasRoot = true;
    else if (name === 'chdir') seen.isIn = true;
    // From here on it is the container's own program.
    if (name === 'execve' && seen.hasRoot) break;
  }
  return found;
}
