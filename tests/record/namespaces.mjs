/** Commands of the namespaces' recording, and what they printed: node namespaces.mjs commands|write [log] */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(import.meta.dirname, '../../src/lib/content/namespaces/namespaces.json');
const SIDES = ['inside', 'host'];
const data = JSON.parse(readFileSync(FILE, 'utf8'));
/** The others come from the recording that they name. */
const kinds = data.kinds.filter(({ how }) => how === undefined);
const [, , what, log] = process.argv;

/** What runs inside stays there, by the name of `inside`, until the host has been asked too. */
function commandsOf({ id, enter, inside, host }) {
  const link = `readlink /proc/self/ns/${id}`;
  const said = `/tmp/${id}`;
  const script = [...inside.command, `echo '@@ link'; ${link}`].join('\n');
  // Written to a file and run by a shell whose name can be found from outside.
  return [
    `cat >/tmp/inside <<'EOF'\n{\n${script}\n} >${said} 2>&1\nsleep 60 & wait\nEOF`,
    `${enter} bash /tmp/inside &`,
    'sleep 4',
    `echo '@@ ${id} inside'`,
    `cat ${said}`,
    `echo '@@ ${id} host'`,
    `{\n${host.command.join('\n')}\necho '@@ link'; ${link}\n} 2>&1`,
    `kill -9 $(pgrep -f /tmp/inside) >/dev/null 2>&1`,
    'sleep 1',
  ].join('\n');
}

function write() {
  const said = new Map();
  let lines = null;
  let at = '';
  for (const line of readFileSync(log, 'utf8').replaceAll('\r', '').split('\n')) {
    const [, mark] = /^@@ (.*)$/.exec(line) ?? [];
    if (mark === undefined) lines?.push(line.trimEnd());
    else {
      at = mark === 'link' ? `${at} link` : mark;
      said.set(at, (lines = []));
    }
  }
  for (const kind of kinds) {
    for (const side of SIDES) {
      kind[side].output = said.get(`${kind.id} ${side}`) ?? [];
      kind.links[side] = said.get(`${kind.id} ${side} link`)?.[0] ?? '';
      if (kind[side].output.length === 0) console.error(`${kind.id} ${side}: printed nothing`);
    }
  }
  data.date = new Date().toISOString().slice(0, 10);
  writeFileSync(FILE, `${JSON.stringify(data, null, 2)}\n`);
}

if (what === 'commands') for (const kind of kinds) console.log(commandsOf(kind));
else if (what === 'write') write();
else throw new Error(`unknown: ${String(what)}`);
