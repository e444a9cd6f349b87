/** What is asked of the view: host, way and images as the settings name them, each with its answer. */
import type { RunExample, RunHost } from '../../model/kernel/run-data.ts';
import { RUN_HOWS, type RunHow } from '../../model/kernel/run-names.ts';
import type { RunAnswer } from '../../sim/kernel/run-answer.ts';
import { doesRun, runHere, waysToRun } from '../../sim/kernel/run-here.ts';
import { readImage, type RunImage } from '../../sim/kernel/run-image.ts';
import type { UnusedValue } from '../picture.ts';
import type { RunInput } from './run-input.ts';

export interface AskedImage {
  readonly image: RunImage;
  readonly example: RunExample | null;
  readonly answer: RunAnswer;
  /** Ways in which it would run here; empty where it runs as asked. */
  readonly instead: readonly RunHow[];
  /** Part of keys and paths: `linux-amd64`. */
  readonly slug: string;
}

export interface RunAsked {
  readonly host: RunHost;
  /** 0: not Windows. */
  readonly build: number;
  readonly how: RunHow;
  readonly images: readonly AskedImage[];
  readonly unused: readonly UnusedValue[];
}

/** Images side by side at most. */
export const MOST_IMAGES = 4;

const USUAL = ['linux/amd64', 'windows/amd64:26100', 'linux/arm64'];
const ON_SERVER = [
  'windows/amd64:17763',
  'windows/amd64:20348',
  'windows/amd64:26100',
  'linux/amd64',
];

/** @returns the platforms that are tried on a host where none are named */
export function usualImages(host: RunHost): readonly string[] {
  return host.group === 'server' ? ON_SERVER : USUAL;
}

/** Docker Desktop stands for its backends. */
function plainWays(ways: readonly RunHow[]): readonly RunHow[] {
  return ways.filter(
    (how) => !(how.startsWith('docker-desktop-') && ways.includes('docker-desktop')),
  );
}

export function runAsked({ run: { shelf }, scene }: RunInput): RunAsked {
  const { kernel } = scene;
  const unused: UnusedValue[] = [];
  const first = shelf.hosts[0];
  if (first === undefined) throw new Error('content/run-here/hosts.json names no host');
  const named = shelf.hosts.find(({ id }) => id === kernel.host);
  const host = named ?? first;
  if (named === undefined) unused.push({ param: 'kernel.host', value: kernel.host, used: host.id });
  const asHow = RUN_HOWS.find((one) => one === kernel.how);
  const how = asHow ?? host.how;
  if (asHow === undefined && kernel.how !== '')
    unused.push({ param: 'kernel.how', value: kernel.how, used: how });
  const wanted = kernel.images.split(',').filter((one) => one !== '');
  const read = [...new Set(wanted)].flatMap((platform) => {
    const image = readImage(platform);
    if (image === null) unused.push({ param: 'kernel.images', value: platform, used: '' });
    return image ?? [];
  });
  const chosen =
    read.length > 0 ? read : usualImages(host).flatMap((platform) => readImage(platform) ?? []);
  const isWindows = host.family === 'nt';
  const isBuild = /^\d{5}$/.test(kernel.build);
  if (kernel.build !== '' && !(isWindows && isBuild)) {
    const used = isWindows ? String(host.build ?? '') : '';
    unused.push({ param: 'kernel.build', value: kernel.build, used });
  }
  const build = isWindows && isBuild ? Number(kernel.build) : (host.build ?? 0);
  const images = chosen.slice(0, MOST_IMAGES).map((image): AskedImage => {
    const answer = runHere({ host, how, image, build }, shelf);
    return {
      ...{ image, answer, slug: image.platform.replaceAll(/[/:]/g, '-') },
      example: shelf.examples.find(({ platform }) => platform === image.platform) ?? null,
      instead: doesRun(answer)
        ? []
        : plainWays(waysToRun({ host, image, build }, shelf).map((way) => way.how)),
    };
  });
  return { host, build, how, images, unused };
}
