/** Puts what a VM printed into the check files: node write-outputs.mjs debian|rootless|lxc|xen console-log */
import { readFileSync, writeFileSync } from 'node:fs';
import { isRecordedOn, readChecks } from './commands.mjs';

const [, , machine, log] = process.argv;

/** Lines of the log by the id of the check that printed them. */
function outputsOf(text) {
  const outputs = new Map();
  let lines = null;
  for (const line of text.replaceAll('\r', '').split('\n')) {
    const [, mark, id] = /^@@ (start|check|end) ?(.*)$/.exec(line) ?? [];
    if (mark === 'check') outputs.set(id, (lines = []));
    else if (mark !== undefined) lines = null;
    else lines?.push(line.trimEnd());
  }
  return outputs;
}

const outputs = outputsOf(readFileSync(log, 'utf8'));
const date = new Date().toISOString().slice(0, 10);
for (const { file, checks } of readChecks()) {
  let changed = false;
  for (const check of checks) {
    if (!isRecordedOn(check, machine)) continue;
    const output = outputs.get(check.id);
    if (output === undefined || output.length === 0) {
      console.error(`${check.id}: printed nothing`);
      process.exitCode = 1;
      continue;
    }
    check.output = output;
    check.recorded.date = date;
    changed = true;
    console.log(`${check.id}: ${output.length} lines`);
  }
  if (changed) writeFileSync(file, `${JSON.stringify(checks, null, 2)}\n`);
}
