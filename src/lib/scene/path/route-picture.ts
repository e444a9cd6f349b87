/** The Path view: one operation on its way through each stack. Pure; t counts steps, not time. */
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import type { DisplayList, Item, TextItem } from '../display-list.ts';
import type { LensClock, Picture } from '../picture.ts';
import type { Steps } from '../steps.ts';
import { Z } from '../structure/depth.ts';
import type { PathInput } from './path-input.ts';
import { pathStage, type PathStack, type PathStage } from './path-stage.ts';
import { clearOfLine, crossed, spotFor } from './clear-labels.ts';
import { lineItems } from './route-marks.ts';
import { nameItems } from './route-names.ts';
import {
  caseText,
  countsText,
  headlineOf,
  kernelsText,
  pathTable,
  sentenceOf,
  stepLabel,
  stepSays,
  twinNodes,
} from './route-said.ts';
import { stripItems } from './strip.ts';

/** How long a step takes when it is played, ms. */
export const STEP_MS = 900;

/** @throws never */
export function* routePicture(input: PathInput): Steps<Picture> {
  const stage = yield* pathStage(input);
  const fixed = [stage.ground];
  for (const one of stage.stacks) {
    yield;
    fixed.push(...stackFixed(one, stage));
  }
  yield;
  const steps = Math.max(0, ...stage.stacks.map(({ route }) => route?.hops.length ?? 0));
  const at = (progress: number): DisplayList => ({
    ...{ width: input.widthPx, height: input.heightPx },
    items: [
      ...fixed,
      ...stage.stacks.flatMap((one) => moving(one, stage, progress)),
      ...stripItems(stage, progress),
    ],
  });
  const rest = at(steps);
  yield;
  return {
    lens: 'path',
    rest,
    buildList: rest,
    headline: headlineOf(stage),
    sentence: sentenceOf(stage),
    stacks: stage.stacks.map((one) => ({
      ...{ key: one.drawn.stack.key, title: one.drawn.stack.title },
      readout: [kernelsText, countsText, caseText].map((said) => said(stage, one)).join('; '),
      ...{ layers: twinNodes(stage, one), titleBox: one.drawn.titleBox },
    })),
    table: pathTable(stage),
    unused: stage.unknownSwitches.map((value) => ({ param: 'path.with', value, used: '' })),
    build: [],
    buildChapters: [],
    buildSays: [],
    clock: clockOf(stage, steps, at, rest),
  };
}

function clockOf(
  stage: PathStage,
  steps: number,
  at: (progress: number) => DisplayList,
  rest: DisplayList,
): LensClock {
  const durationMs = steps * STEP_MS;
  const chapters = Array.from({ length: steps }, (_, hop) => ({
    ...{ id: `step${hop + 1}`, label: stepLabel(stage, hop) },
    ...{ startMs: hop * STEP_MS, endMs: (hop + 1) * STEP_MS, says: stepSays(stage, hop) },
  }));
  return {
    ...{ durationMs, chapters },
    at: (tMs) => (tMs >= durationMs ? rest : at(Math.max(0, tMs) / STEP_MS)),
    says: (tMs) => {
      const hop = Math.ceil(tMs / STEP_MS - 1e-6) - 1;
      return hop < 0 ? stage.words.step.start : stepSays(stage, Math.min(hop, steps - 1));
    },
  };
}

function moving(one: PathStack, stage: PathStage, progress: number): readonly Item[] {
  const { line, route, drawn } = one;
  if (line === null || route === null) return [];
  return lineItems({
    ...{ key: drawn.stack.key, line, down: route.down, op: route.op },
    progress: Math.min(progress, route.hops.length),
  });
}

function stackFixed(one: PathStack, stage: PathStage): readonly Item[] {
  const names = nameItems(one, stage);
  const numbers = stage.naming === 'numbers' ? textsOf(names) : [];
  const leaders = names.flatMap((item) => (item.t === 'path' ? [item.points] : []));
  return [
    ...one.drawn.header,
    ...factItems(one, stage),
    ...clearOfLine(one, leaders, numbers),
    ...outerItems(one, stage, numbers),
    ...names,
  ];
}

function textsOf(items: readonly Item[]): readonly TextItem[] {
  return items.flatMap((item) => (item.t === 'text' ? [item] : []));
}

/** Kernels on the way, one pip each, and the case that is drawn. */
function factItems(one: PathStack, stage: PathStage): readonly Item[] {
  const { drawn, route, right } = one;
  if (route === null || stage.input.heightPx < 300) return [];
  const { x, headerY } = drawn;
  const w = Math.min(drawn.w + right - 12, stage.input.widthPx - x - 8);
  const size = stage.textPx + 0.5;
  const pips = [
    ...route.kernels.map(() => 'kernel' as const),
    ...route.striped.map(() => 'sentry' as const),
  ];
  const pip = size;
  const { key } = drawn.stack;
  const kernels = kernelsText(stage, one);
  const y = headerY + size;
  const textX = x + pips.length * (pip + 4) + (pips.length > 0 ? 5 : 0);
  if (textX + textWidth(kernels, size, 650) > x + w) return [];
  const step = stage.textPx * 1.3;
  const most = Math.min(2, Math.floor((drawn.topY - 4 - y) / step));
  const said = caseText(stage, one);
  // Where the whole case finds no room, its first part does: whom the work is for.
  const lines =
    [said, said.split('; ')[0] ?? '']
      .map((text) => (most < 1 ? null : wrapText(text, stage.textPx, 450, w, most)))
      .find((wrapped) => wrapped !== null) ?? [];
  return [
    ...pips.map((look, at): Item => ({
      ...{ t: 'box', key: `${key}#pip${at}`, z: Z.note, look, radius: look === 'sentry' ? 4 : 0 },
      box: { x: x + at * (pip + 4), y: y - pip * 0.86, w: pip, h: pip * 0.95 },
    })),
    {
      ...{ t: 'text', key: `${key}#kernels`, z: Z.note, x: textX, y, text: kernels, size },
      ...{ weight: 650, anchor: 'start', ink: 'ink' },
    },
    ...lines.map((text, at): Item => ({
      ...{ t: 'text', key: `${key}#case${at}`, z: Z.note, x, text, size: stage.textPx },
      ...{ y: y + (at + 1) * step, weight: 450, anchor: 'start', ink: 'secondary' },
    })),
  ];
}

/** The hypervisor under this machine, drawn in the hardware: the stack does not know of it. */
function outerItems(
  { line, drawn }: PathStack,
  stage: PathStage,
  numbers: readonly TextItem[],
): readonly Item[] {
  if (line === null || line.outer === null) return [];
  const { outer } = line;
  const text = stage.words.twin.outer;
  const size = stage.input.shell === 'projector' ? stage.textPx : 12;
  const key = `${drawn.stack.key}#outer`;
  const box: Item = {
    ...{ t: 'box', key, z: Z.label + 5, look: 'hypervisor', radius: 0 },
    box: { x: outer.x + 8, y: outer.y, w: outer.w - 16, h: outer.h },
  };
  const block = { x: 0, y: outer.y + (outer.h - size) / 2, w: textWidth(text, size, 600), h: size };
  const lines = [...line.hops.map(({ points }) => points), ...numbers.flatMap(crossed)];
  const spot = spotFor(block, { ...outer, x: outer.x + 8, w: outer.w - 16 }, lines);
  if (spot === null) return [box];
  const [x, y] = spot;
  return [
    box,
    {
      ...{
        t: 'text',
        key: `${key}-name`,
        z: Z.label + 6,
        text,
        size,
        weight: 600,
        x,
        y: y + size * 0.84,
      },
      ...{ anchor: 'start', ink: 'on-look', on: 'hypervisor' },
    },
  ];
}
