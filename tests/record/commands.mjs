/** Prints the commands of the checks that are recorded on one kind of machine, as a shell script. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const CHECKS = path.resolve(import.meta.dirname, '../../src/lib/content/checks');

/** @returns every check file with its content. */
export function readChecks() {
  return readdirSync(CHECKS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const file = path.join(CHECKS, name);
      return { file, checks: JSON.parse(readFileSync(file, 'utf8')) };
    });
}

/** @returns true when the check is recorded by the script on this kind of machine. */
export function isRecordedOn(check, machine) {
  return check.recorded?.how === `tests/record/record.sh ${machine}`;
}

if (import.meta.filename === process.argv[1]) {
  const [, , machine] = process.argv;
  for (const { checks } of readChecks()) {
    for (const check of checks) {
      if (!isRecordedOn(check, machine)) continue;
      // A check may put two commands on one line; what goes wrong is part of the recording.
      console.log(`echo '@@ check ${check.id}'\n{\n${check.command.join('\n')}\n} 2>&1`);
    }
  }
}
