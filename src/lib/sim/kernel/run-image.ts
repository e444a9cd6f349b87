/** What an image asks for by its platform: whose calls, which CPU, which Windows build. */
import type { RunCpu } from '../../model/kernel/run-names.ts';

export interface RunImage {
  /** `linux/amd64`, `windows/amd64:26100`. */
  readonly platform: string;
  readonly family: 'linux' | 'nt';
  readonly cpu: RunCpu;
  /** Windows alone. */
  readonly build: number | null;
}

const LINUX = /^linux\/(amd64|arm64)$/;
const WINDOWS = /^windows\/amd64:(\d{5})$/;

/** @returns the image of a platform's name, or null where that names none. */
export function readImage(platform: string): RunImage | null {
  const cpu = LINUX.exec(platform)?.[1];
  if (cpu === 'amd64' || cpu === 'arm64') return { platform, family: 'linux', cpu, build: null };
  const build = WINDOWS.exec(platform)?.[1];
  return build === undefined
    ? null
    : { platform, family: 'nt', cpu: 'amd64', build: Number(build) };
}
