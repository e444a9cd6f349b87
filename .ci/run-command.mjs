/**
 * Starts a program and waits for it. Plain Node, no dependency: it also runs before anything is
 * installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

const SIGNALS = ['SIGINT', 'SIGTERM'];

/**
 * Runs a program with its output on ours.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` swallows the output
 * @returns {Promise<number>} the exit code; 127 when the program could not be started
 */
export function runCommand(program, args, { env, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: quiet ? 'ignore' : 'inherit',
    });
    let interrupted = false;
    // Hand an interrupt on and wait, so that no build or browser is left behind.
    const interrupt = (signal) => {
      interrupted = true;
      child.kill(signal);
    };
    const settle = (code) => {
      for (const signal of SIGNALS) process.off(signal, interrupt);
      if (interrupted) process.exit(130);
      resolve(code);
    };
    for (const signal of SIGNALS) process.on(signal, interrupt);
    child.once('error', () => settle(127));
    child.once('close', (code) => settle(code ?? 1));
  });
}

/** Runs a script with the Node that runs us. */
function runNode(args, options) {
  return runCommand(process.execPath, args, options);
}

/**
 * Runs the command-line program of an installed package.
 *
 * @param {string} entry path below node_modules, e.g. `vite/bin/vite.js`
 * @param {readonly string[]} args
 */
export function runPackage(entry, args, options) {
  return runNode([path.join(ROOT, 'node_modules', entry), ...args], options);
}

/** Runs npm: the one that started us, else the one beside Node, else the one on the PATH. */
export function runNpm(args, options) {
  const beside = path.join(path.dirname(process.execPath), 'npm');
  const started = process.env.npm_execpath;
  if (started?.endsWith('.js') && existsSync(started)) return runNode([started, ...args], options);
  return runCommand(existsSync(beside) ? beside : 'npm', args, options);
}
