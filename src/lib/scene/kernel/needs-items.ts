/** The drawing of "what a user space needs": how far the kernel reaches, and the image on it or apart. */
import type { NeedsBlock } from '../../model/kernel/needs-data.ts';
import type { Box, BoxItem, Item, Look } from '../display-list.ts';
import { SHAPES, tagItems, tagWidth } from '../drawn/marks.ts';
import type { TwinNode } from '../picture.ts';
import { needsBars } from './needs-bars.ts';
import type { NeedsAsked } from './needs-picture.ts';
import type { NeedsInput } from './run-input.ts';
import type { Drawn, HostKeys } from './run-items.ts';
import { libsName } from './needs-names.ts';
import { labelIn, lineItems, RUN_Z, type RunType } from './run-type.ts';
import { textWidth } from '../../layout/text-metrics.ts';

/** Heights at a unit of 1, px. */
const HEIGHT = { hardware: 62, kernel: 104, middle: 44, libs: 62, app: 54 } as const;
const APART = 18;
/** Height of the bars of all user spaces, px. */
const BARS_PX = 262;
/** Beside a tag on the kernel, px. */
const TAG_AIR = 16;

interface Desk {
  readonly input: NeedsInput;
  readonly asked: NeedsAsked;
  readonly room: Box;
  readonly keys: HostKeys;
  readonly type: RunType;
}

interface Plan {
  readonly unit: number;
  readonly groundY: number;
  readonly step: number;
  readonly hardware: Box;
  /** As far as it reaches, and beyond. */
  readonly kernel: Box;
  readonly beyond: Box | null;
  readonly middle: Box | null;
  readonly libs: Box;
  readonly app: Box;
  readonly isHeld: boolean;
  /** Held apart from what stands between, which itself stands on the kernel. */
  readonly isHeldAbove: boolean;
}

/** What stands between image and kernel: the Sentry, a translator. */
function middleOf({ one }: NeedsAsked): 'sentry' | 'translator' | null {
  const where = one.block?.where;
  return where === 'sentry' || where === 'translator' ? where : null;
}

function plan({ input, asked, room }: Desk): Plan {
  const count = input.run.needsShelf.kernels.length;
  const hasMiddle = middleOf(asked) !== null;
  const tall =
    HEIGHT.hardware +
    HEIGHT.kernel +
    HEIGHT.libs +
    HEIGHT.app +
    APART +
    (hasMiddle ? HEIGHT.middle : 0);
  const groundY = room.y + room.h - 10;
  // Room for the bars over the image goes before height of the boxes.
  const bars = input.shell === 'explore' && room.h - BARS_PX > tall ? BARS_PX : 0;
  const unit = Math.max(0.2, Math.min(1.35, (room.h - 18 - bars) / tall));
  const step = room.w / count;
  const hardwareY = groundY - HEIGHT.hardware * unit;
  const kernelY = hardwareY - HEIGHT.kernel * unit;
  const reach = (asked.at + 1) * step;
  const { state, one, isMended } = asked;
  const isHeld = state.result === 'breaks';
  const isHeldAbove = isHeld && (state.why === 'sentry' || state.why === 'translator');
  // What an image needs reaches from the oldest call to the newest it makes.
  const needs = isMended && one.since?.isLifted === true ? 1 : asked.fitsFrom + 1;
  const w = Math.min(room.w, Math.max(needs * step, Math.min(room.w, Math.max(2 * step, 150))));
  let y = kernelY - (isHeld && !isHeldAbove ? APART : 0);
  const next = (h: number): Box => {
    y -= h * unit;
    return { x: room.x, y, w, h: h * unit };
  };
  const middle = hasMiddle ? next(HEIGHT.middle) : null;
  if (isHeldAbove) y -= APART;
  return {
    ...{ unit, groundY, step, middle, isHeld, isHeldAbove },
    hardware: { x: room.x, y: hardwareY, w: room.w, h: HEIGHT.hardware * unit },
    kernel: { x: room.x, y: kernelY, w: reach, h: HEIGHT.kernel * unit },
    beyond:
      reach >= room.w - 1
        ? null
        : { x: room.x + reach, y: kernelY, w: room.w - reach, h: HEIGHT.kernel * unit },
    libs: next(HEIGHT.libs),
    app: next(HEIGHT.app),
  };
}

/** Draws host and image; layers bottom up. */
export function drawNeeds(desk: Desk): Drawn {
  const { input, asked, keys, type, room } = desk;
  const p = plan(desk);
  const words = input.run.needs;
  const isCpu = asked.state.why === 'cpu';
  const cpu = isCpu ? words.cpuHidden : words.cpu;
  const image = imageParts(desk, p);
  const kernelName = words.twinKernel(asked.kernel.version, asked.kernel.host);
  const nodes: readonly TwinNode[] = [
    {
      ...{ path: keys.hardware, kind: 'hardware', name: `${words.hardware}, ${cpu}` },
      children: [{ path: keys.kernel, kind: 'kernel', name: kernelName, children: image.layers }],
    },
  ];
  const ground: Item = {
    ...{ t: 'ground', key: 'ground', z: RUN_Z.ground, y: p.groundY },
    ...{ x1: Math.max(0, room.x - 12), x2: room.x + room.w + 12 },
  };
  return {
    layers: nodes,
    items: [
      ground,
      ...box(keys.hardware, p.hardware, 'hardware', 0, RUN_Z.slab),
      ...labelIn(
        { name: words.hardware, detail: cpu },
        {
          ...{ owner: keys.hardware, box: hardwareRoom(p), look: 'hardware', z: RUN_Z.label, type },
          icon: 'chip',
        },
      ),
      ...kernelItems(desk, p),
      ...image.items,
      ...blockItems(desk, p),
      ...barsOver(desk, p),
    ],
  };
}

/** Where there is room over the image, all user spaces are compared. */
function barsOver({ input, asked, room, type }: Desk, p: Plan): readonly Item[] {
  if (input.shell !== 'explore') return [];
  const free = { ...room, h: p.app.y - room.y - 26 };
  return needsBars(input, asked, free, { step: p.step, type });
}

function box(
  key: string,
  at: Box,
  look: Look,
  radius: number,
  z: number,
  more: Partial<BoxItem> = {},
): readonly Item[] {
  return [{ t: 'box', key, owner: key, z, box: at, look, radius, layer: true, ...more }];
}

/** The mark on the hardware stands at its right. */
function hardwareRoom({ hardware }: Plan): Box {
  return { ...hardware, w: hardware.w * 0.55 };
}

function kernelItems({ input, asked, keys, type }: Desk, p: Plan): readonly Item[] {
  const words = input.run.needs;
  const { kernel, beyond } = p;
  const ghost: readonly Item[] =
    beyond === null
      ? []
      : [
          {
            ...{ t: 'box', key: `${keys.kernel}#beyond`, z: RUN_Z.slab - 1, box: beyond },
            ...{ look: 'kernel', radius: 0, ghost: true },
            teeth: [{ family: 'linux', from: 0, to: beyond.w }],
          },
        ];
  const top: Box = { ...kernel, w: kernel.w - tagOnKernel(asked, input, type), h: kernel.h * 0.5 };
  const name = labelIn(
    { name: words.kernel, short: 'Linux' },
    {
      ...{ owner: keys.kernel, box: top, look: 'kernel', z: RUN_Z.label, type, isKernel: true },
      ...(kernel.w >= 170 ? { icon: 'kernel' as const } : {}),
    },
  );
  return [
    ...ghost,
    ...box(keys.kernel, kernel, 'kernel', 0, RUN_Z.slab, {
      teeth: [{ family: 'linux', from: 0, to: kernel.w }],
    }),
    ...name,
    ...versionItems(input, type, p),
  ];
}

/** @returns what a tag on the kernel takes of the line of its name, px */
function tagOnKernel({ state, one }: NeedsAsked, { run }: NeedsInput, type: RunType): number {
  if (state.why !== 'kernel' && state.why !== 'module') return 0;
  return tagWidth(run.needs.cases[one.id].mark, type.detail, true) + TAG_AIR;
}

/** The versions along the slab, each with a host that has it. */
function versionItems(
  input: NeedsInput,
  type: RunType,
  { kernel, step, unit }: Plan,
): readonly Item[] {
  return input.run.needsShelf.kernels.flatMap(({ version, host }, at): readonly Item[] => {
    const isReached = (at + 0.5) * step < kernel.w;
    const x = kernel.x + at * step + step / 2;
    const ink = isReached ? ('on-kernel' as const) : ('secondary' as const);
    const size = type.detail;
    const base = kernel.y + kernel.h;
    const fits = textWidth(host, size, 450) <= step - 6;
    const roomy = fits && kernel.h > size * 5.2;
    const lineY = base - (roomy ? size * 2.1 : size * 0.8);
    const key = `needs/kernel-${at}`;
    const strong = { size: type.name, weight: at === inUse(input) ? 760 : 600, ink };
    if (textWidth(version, type.name, 760) > step - 2) return [];
    return [
      ...lineItems({ key, x, y: lineY, anchor: 'middle', ...strong }, [version]),
      ...(roomy
        ? lineItems({ key: `${key}-host`, x, y: base - size * 0.8, anchor: 'middle', size, ink }, [
            host,
          ])
        : []),
      ...(at === 0
        ? []
        : [
            {
              ...{ t: 'path' as const, key: `${key}-edge`, z: RUN_Z.label, width: 1, ink },
              points: [
                [kernel.x + at * step, base - 34 * unit],
                [kernel.x + at * step, base - 5],
              ] as const,
            },
          ]),
    ];
  });
}

function inUse({ run, scene }: NeedsInput): number {
  return run.needsShelf.kernels.findIndex(({ version }) => version === scene.kernel.version);
}

function imageParts({ input, asked, type }: Desk, p: Plan): Drawn {
  const words = input.run.needs;
  const { one, state, isMended } = asked;
  const said = words.cases[one.id];
  const result = words.results[state.result];
  const since =
    one.since === undefined || (isMended && one.since.isLifted === true)
      ? words.needsAny
      : words.needsSince(one.since.version);
  const z = RUN_Z.program;
  const middle = middleOf(asked);
  const isMissing = middle === 'translator' && state.why === 'translator';
  const parts: Item[] = [];
  let above: readonly TwinNode[] = [
    {
      path: 'needs/app',
      kind: 'app',
      name: words.twinImage(one.image, result, said.needs),
      children: [],
    },
  ];
  above = [{ path: 'needs/libs', kind: 'libs', name: `${one.libs}, ${since}`, children: above }];
  if (p.middle !== null && middle !== null) {
    const kind = middle === 'sentry' ? 'sentry' : 'emulator';
    const name = middle === 'sentry' ? words.sentry : words.translator;
    parts.push(
      ...box('needs/middle', p.middle, kind, 12, z, {
        ...(isMissing ? { ghost: true } : {}),
        ...(middle === 'sentry'
          ? { teeth: [{ family: 'linux' as const, from: 0, to: p.middle.w }] }
          : {}),
      }),
      ...labelIn(
        { name },
        {
          ...{ owner: 'needs/middle', box: p.middle, look: isMissing ? 'paper' : kind },
          ...{ z: RUN_Z.label, type, lift: 2 },
        },
      ),
    );
    above = [{ path: 'needs/middle', kind, name, children: above }];
  }
  parts.push(
    ...box('needs/libs', p.libs, 'libs', 0, z),
    ...libsName({ name: one.libs, detail: since }, p.libs, besideLibs(asked, p, type), type),
    ...box('needs/app', p.app, 'app', 6, z),
    ...labelIn(
      { name: one.image, detail: result },
      {
        ...{ owner: 'needs/app', box: p.app, look: 'app', z: RUN_Z.label, type },
      },
    ),
  );
  return { items: parts, layers: above };
}

/** How far a name beside the libraries may reach, px; a tag stands beside their foot, too. */
function besideLibs({ state: { why } }: NeedsAsked, p: Plan, type: RunType): number {
  const hasTag = why === 'sentry' || why === 'translator' || why === 'filter';
  const isClear = !hasTag || p.libs.h > 0.6 * type.name + 3.5 * type.detail;
  return isClear ? p.hardware.x + p.hardware.w : p.libs.x + p.libs.w;
}

/** Where it breaks: the image held apart with a cross, and a tag on what is in the way. */
function blockItems({ input, asked, type }: Desk, p: Plan): readonly Item[] {
  const { state, one } = asked;
  if (state.why === null) return [];
  const lowest = p.isHeldAbove ? p.libs : (p.middle ?? p.libs);
  const foot = lowest.y + lowest.h;
  const text = input.run.needs.cases[one.id].mark;
  const size = type.detail;
  const held = p.isHeld ? apart(p, foot) : [];
  const w = tagWidth(text, size, true);
  const spot = tagSpot(state.why, p, { w, h: size * 1.75, foot });
  if (spot === null) return held;
  const look = state.result === 'breaks' ? 'tag-reached' : 'badge';
  return [
    ...held,
    ...tagItems({ key: 'needs#tag', z: RUN_Z.mark }, spot, text, look, size, SHAPES.cross),
  ];
}

function apart(p: Plan, foot: number): readonly Item[] {
  // The cross stands where the kernel does not reach, or in the middle.
  const from = Math.max(p.libs.x, p.kernel.x + p.kernel.w);
  const end = p.libs.x + p.libs.w;
  const x = from < end - 12 ? (from + end) / 2 : (p.libs.x + end) / 2;
  const look = 'paper';
  const mouth: readonly Item[] =
    p.middle !== null && !p.isHeldAbove
      ? []
      : [
          {
            ...{ t: 'box', key: 'needs/libs#mouth', owner: 'needs/libs', z: RUN_Z.mouth, look },
            ...{ radius: 0, box: { x: p.libs.x, y: foot, w: p.libs.w, h: 1.5 } },
            teeth: [{ family: 'linux', from: 0, to: p.libs.w }],
          },
        ];
  return [
    ...mouth,
    {
      ...{ t: 'icon', key: 'needs/libs#cross', z: RUN_Z.mark, icon: SHAPES.cross },
      ...{ x: x - 7, y: foot + 0.5, size: 14, ink: 'reached' },
    },
  ];
}

/** Middle and top of the tag; null where it has no room. */
function tagSpot(
  why: NeedsBlock['where'] | 'version',
  p: Plan,
  tag: { readonly w: number; readonly h: number; readonly foot: number },
): readonly [number, number] | null {
  const over = (box: Box): readonly [number, number] | null =>
    box.w < tag.w + 12 || box.h < tag.h
      ? null
      : [box.x + box.w - tag.w / 2 - 10, box.y + (box.h - tag.h) / 2];
  // The versions stand in the lower part of the slab, its name at the left of the upper one.
  const upper = { ...p.kernel, h: p.kernel.h * 0.46 };
  switch (why) {
    case 'version':
      return p.beyond === null || p.beyond.w < tag.w + 8 || upper.h < tag.h + 6
        ? null
        : [p.beyond.x + tag.w / 2 + 8, p.beyond.y + (upper.h - tag.h) / 2 + 3];
    case 'cpu':
      return over({ ...p.hardware, x: p.hardware.x + p.hardware.w * 0.55, w: p.hardware.w * 0.45 });
    case 'kernel':
    case 'module':
      return over(upper);
    case 'sentry':
    case 'translator':
    case 'filter': {
      // In the gap under the image, beside it.
      const x = p.libs.x + p.libs.w + 10 + tag.w / 2;
      const isInside = x + tag.w / 2 <= p.hardware.x + p.hardware.w;
      return isInside ? [x, tag.foot - tag.h / 2] : null;
    }
  }
}
