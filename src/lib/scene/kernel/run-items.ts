/** The drawing of "can this image run here?": host, images on it, VMs and translators between. */
import type { AbiFamily, LayerKind } from '../../model/kinds.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import type { Box, BoxItem, Item, Look, Teeth } from '../display-list.ts';
import { SHAPES } from '../drawn/marks.ts';
import type { TwinNode } from '../picture.ts';
import type { RunAsked } from './run-asked.ts';
import { machineBox, type Column, type Floors, type VmBox } from './run-floors.ts';
import type { RunInput } from './run-input.ts';
import { labelIn, lineItems, linesOf, RUN_Z, type Name, type RunType } from './run-type.ts';

/** Keys of what belongs to the host: a chosen stack's where it shows the same machine. */
export interface HostKeys {
  readonly hardware: string;
  readonly hypervisor: string;
  readonly kernel: string;
}

const OWN: HostKeys = {
  hardware: 'run/hardware',
  hypervisor: 'run/hypervisor',
  kernel: 'run/kernel',
};

/** @returns the keys of the first stack's host where its kernel is of the same family, else own ones */
export function hostKeys(
  stack: ResolvedStack | undefined,
  { family, isVm }: { readonly family: AbiFamily; readonly isVm?: true },
): HostKeys {
  const ground = stack?.ground;
  if (ground === undefined || isVm === true) return OWN;
  const isKernel = (layer: { kind: LayerKind; family?: AbiFamily }) =>
    layer.kind === 'kernel' && layer.family === family;
  const hypervisor = ground.carries.find(({ kind }) => kind === 'hypervisor');
  const root = hypervisor?.carries.find(({ kind }) => kind === 'control-domain');
  const kernel = [...ground.carries, ...(root?.wraps ?? [])].find(isKernel);
  if (kernel === undefined) return OWN;
  return {
    hardware: ground.path,
    hypervisor: hypervisor?.path ?? OWN.hypervisor,
    kernel: kernel.path,
  };
}

export interface Drawn {
  readonly items: readonly Item[];
  readonly layers: readonly TwinNode[];
}

interface Desk {
  readonly input: RunInput;
  readonly asked: RunAsked;
  readonly floors: Floors;
  readonly keys: HostKeys;
  readonly type: RunType;
}

interface Part {
  readonly key: string;
  readonly kind: LayerKind;
  readonly box: Box;
  readonly look: Look;
  readonly radius: number;
  readonly z: number;
  readonly named: Name;
  readonly says: string;
  readonly teeth?: readonly Teeth[];
  readonly ghost?: boolean;
  readonly lift?: number;
}

const ICONS = { hardware: 'chip', hypervisor: 'hypervisor', kernel: 'kernel' } as const;

function partItems(part: Part, type: RunType): readonly Item[] {
  const { key, box, look, radius, z, teeth, ghost, kind, lift } = part;
  const body: BoxItem = {
    ...{ t: 'box', key, owner: key, z, box, look, radius, layer: true },
    ...(teeth === undefined || teeth.length === 0 ? {} : { teeth }),
    ...(ghost === true ? { ghost } : {}),
  };
  const icon =
    kind === 'hardware' || kind === 'hypervisor' || kind === 'kernel' ? ICONS[kind] : undefined;
  const label = labelIn(part.named, {
    ...{ owner: key, box, look: ghost === true ? 'paper' : look, type },
    z: z - (z % 1000) + RUN_Z.label,
    ...(icon === undefined ? {} : { icon }),
    ...(kind === 'kernel' ? { isKernel: true } : {}),
    ...(lift === undefined ? {} : { lift }),
  });
  return [body, ...label];
}

function nodeOf(part: Part, children: readonly TwinNode[] = []): TwinNode {
  return { path: part.key, kind: part.kind, name: part.says, children };
}

/** Draws it all; its layers bottom up, as they stand on each other. */
export function drawFloors(desk: Desk): Drawn {
  const { floors, keys } = desk;
  const onKernel = floors.columns.map((column) => drawColumn(desk, column, 0, hostTeeth(desk)));
  const vms = floors.vms.map((vm) => drawVm(desk, vm));
  const { items: hostItems, kernel, hardware, hypervisor } = drawHost(desk);
  const isBeside = floors.hypervisor !== null;
  const strip = drawStrip(desk);
  const kernelNode = nodeOf(kernel, [
    ...strip.layers,
    ...onKernel.flatMap(({ layers }) => layers),
    ...(isBeside ? vms.filter((_, at) => floors.vms[at]?.vm.isBeside !== true) : vms).flatMap(
      ({ layers }) => layers,
    ),
  ]);
  const besideNodes = isBeside
    ? vms.filter((_, at) => floors.vms[at]?.vm.isBeside === true).flatMap(({ layers }) => layers)
    : [];
  const wall = drawHostWall(desk);
  const host = wall === null ? kernelNode : { ...wall.node, children: [kernelNode] };
  const onHardware = hypervisor === null ? [host] : [nodeOf(hypervisor, [host, ...besideNodes])];
  return {
    items: [
      ...(wall?.items ?? []),
      ...hostItems,
      ...strip.items,
      ...onKernel.flatMap(({ items }) => items),
      ...vms.flatMap(({ items }) => items),
    ],
    layers: [nodeOf({ ...hardware, key: keys.hardware }, onHardware)],
  };
}

function hostTeeth({ asked, input }: Desk): string {
  return input.run.words.box.kernels[asked.host.family].name;
}

function cpuName(cpu: string): string {
  return cpu === 'amd64' ? 'x86-64' : 'Arm';
}

function drawHost({ floors, keys, asked, input, type }: Desk) {
  const words = input.run.words.box;
  const { host, build } = asked;
  const { kernel: box } = floors;
  const cpu = words.cpu(cpuName(host.cpu));
  const hyperName = host.isVm === true ? words.provider : words.hyperv;
  const hardware: Part = {
    ...{ key: keys.hardware, kind: 'hardware', box: floors.hardware, look: 'hardware' },
    ...{ radius: 0, z: RUN_Z.slab, named: { name: words.hardware, detail: cpu } },
    says: input.run.words.twin.layer(words.hardware, cpu),
  };
  const hypervisor: Part | null = floors.hypervisor && {
    ...{ key: keys.hypervisor, kind: 'hypervisor', box: floors.hypervisor, look: 'hypervisor' },
    ...{ radius: 0, z: host.isVm === true ? RUN_Z.provider : RUN_Z.slab },
    ...{ named: { name: hyperName, short: words.hypervisor }, says: hyperName },
  };
  const named = words.kernels[host.family];
  const detail = [...(build > 0 ? [words.build(build)] : []), words.teeth[host.family]].join(', ');
  const label = floors.strip === null ? box : belowStrip(box, floors.strip);
  const body: Part = {
    ...{ key: keys.kernel, kind: 'kernel', box, look: 'kernel', radius: 0, z: RUN_Z.slab },
    named: { ...named, detail: build > 0 && box.w < 330 ? words.build(build) : detail },
    says: input.run.words.twin.layer(named.name, detail),
    teeth: kernelTeeth(floors, host.family),
  };
  const kernelItems = partItems(body, type).filter(({ t }) => t === 'box');
  const kernelLabel = partItems({ ...body, box: label }, type).filter(({ t }) => t !== 'box');
  return {
    items: [
      ...partItems(hardware, type),
      ...(hypervisor === null ? [] : partItems(hypervisor, type)),
      ...kernelItems,
      ...kernelLabel,
    ],
    ...{ hardware, hypervisor, kernel: body },
  };
}

/** The wall around a host that is itself a VM. */
function drawHostWall({ floors, input, type }: Desk): {
  readonly items: readonly Item[];
  readonly node: TwinNode;
} | null {
  const { wall, unit } = floors;
  if (wall === null) return null;
  const key = 'run/node';
  const name = input.run.words.box.node;
  const thickness = 7;
  return {
    node: { path: key, kind: 'wall', name, children: [] },
    items: [
      {
        ...{ t: 'wall', key, owner: key, z: RUN_Z.provider + 1, box: wall, thickness },
        ...{ leg: 12, layer: true },
      },
      ...wallLabel(name, wall, key, { size: type.name, headPx: 25 * unit, thickness }),
    ],
  };
}

function belowStrip(box: Box, strip: Box): Box {
  const top = strip.y + strip.h;
  return { x: box.x, w: box.w, y: top, h: box.y + box.h - top };
}

/** Teeth under what makes system calls to it, or would; none under a VM. */
function kernelTeeth(floors: Floors, family: AbiFamily): readonly Teeth[] {
  const { kernel, columns, vms, isBare } = floors;
  if (isBare) return [{ family, from: 0, to: kernel.w }];
  const machines = vms.filter((vm) => vm.isTranslated).map(({ wall }) => wall);
  const spans = [...columns, ...machines]
    .map(({ x, w }) => [x - kernel.x, x + w - kernel.x] as const)
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = merged.at(-1);
    // Neighbours share one row of teeth: the slab is unbroken.
    if (last !== undefined && from - last[1] < 30) last[1] = to;
    else merged.push([from, to]);
  }
  return merged.map(([from, to]) => ({ family, from, to }));
}

function drawStrip({ floors, asked, input, type }: Desk): Drawn {
  const { strip } = floors;
  if (strip === null) return { items: [], layers: [] };
  const name = input.run.words.box.strip[asked.host.family];
  const part: Part = {
    ...{ key: 'run/strip', kind: 'hypervisor', box: strip, look: 'hypervisor', radius: 0 },
    ...{ z: RUN_Z.strip, named: { name }, says: name },
  };
  return { items: partItems(part, type), layers: [nodeOf(part)] };
}

/** One image with what lies between it and the kernel under it. */
function drawColumn(desk: Desk, column: Column, depth: number, on: string): Drawn {
  const { input, asked, type } = desk;
  const { run } = input;
  const { image, example, slug, answer } = column.asked;
  const base = `run/${slug}`;
  const z = depth * 1000 + RUN_Z.program;
  const isGhost = answer.verdict === 'not-offered' && image.family === asked.host.family;
  const name = example?.name ?? image.platform;
  const libsName = example?.libs ?? run.words.box.files;
  const held = run.words.twin.held(libsName, on);
  const parts: Part[] = [];
  if (column.sentry !== null) {
    const { name: sentry, detail } = run.words.box.sentry;
    parts.push({
      ...{ key: `${base}/sentry`, kind: 'sentry', box: column.sentry, look: 'sentry', radius: 12 },
      ...{
        z,
        named: { name: sentry, detail },
        says: run.words.twin.layer(sentry, detail),
        lift: 2,
      },
      teeth: [{ family: 'linux', from: 0, to: column.sentry.w }],
    });
  }
  const { translator } = answer;
  if (column.translator !== null && translator !== null) {
    const { name: qemu, short } = run.words.box.translators[translator];
    const detail = run.words.box.translates(image.cpu);
    parts.push({
      ...{ key: `${base}/translator`, kind: 'emulator', box: column.translator, look: 'emulator' },
      ...{ radius: 12, z, named: { name: qemu, short, detail }, lift: 2.5 },
      says: run.words.twin.layer(qemu, detail),
    });
  }
  parts.push(
    {
      ...{ key: `${base}/libs`, kind: 'libs', box: column.libs, look: 'libs', radius: 0, z },
      ...{ named: { name: libsName }, lift: 2.5, ghost: isGhost },
      says: column.isHeld ? held : run.words.twin.stands(libsName, on),
    },
    {
      ...{ key: `${base}/app`, kind: 'app', box: column.app, look: 'app', radius: 6, z },
      ...{
        named: { name, short: name.split(':', 1)[0] ?? name, detail: image.platform },
        ghost: isGhost,
      },
      says: run.words.twin.layer(name, `${image.platform}: ${verdictOf(desk, column)}`),
    },
  );
  return {
    items: [
      ...parts.flatMap((part) => partItems(part, type)),
      ...(column.isHeld && !isGhost ? apartItems(column, `${base}/libs`) : []),
    ],
    layers: nest(parts),
  };
}

/** Each part stands on the one before it. */
function nest(parts: readonly Part[]): readonly TwinNode[] {
  return parts.reduceRight<readonly TwinNode[]>((above, part) => [nodeOf(part, above)], []);
}

/** What the reader of a column is told first. */
function verdictOf({ input }: Desk, { asked: { answer } }: Column): string {
  const { verdicts, reasons, kata } = input.run.words;
  const verdict = answer.vm?.by === 'kata' ? kata : verdicts[answer.verdict];
  return [`${verdict}.`, ...answer.reasons.map((reason) => reasons[reason])].join(' ');
}

/** Where teeth would go, and a cross. */
function apartItems({ libs, asked }: Column, owner: string): readonly Item[] {
  const { family } = asked.image;
  const foot = libs.y + libs.h;
  const size = 13;
  return [
    {
      ...{ t: 'box', key: `${owner}#mouth`, owner, z: RUN_Z.mouth, look: 'paper', radius: 0 },
      box: { x: libs.x, y: foot, w: libs.w, h: 1.5 },
      teeth: [{ family, from: 0, to: libs.w }],
    },
    {
      ...{ t: 'icon', key: `${owner}#cross`, owner, z: RUN_Z.mark, icon: SHAPES.cross },
      ...{ x: libs.x + libs.w / 2 - size / 2, y: foot + 0.5, size, ink: 'reached' },
    },
  ];
}

function drawVm(desk: Desk, vm: VmBox): Drawn {
  const { input, floors, type } = desk;
  const words = input.run.words;
  const key = `run/vm-${vm.slug}`;
  const kernelName = words.box.kernels[vm.vm.family];
  const thickness = Math.min(7, vm.kernel.x - vm.wall.x);
  const build = vm.columns[0]?.asked.image.build ?? null;
  const detail = vm.vm.family === 'nt' && build !== null ? words.box.build(build) : '';
  const kernel: Part = {
    ...{ key: `${key}/kernel`, kind: 'kernel', box: vm.kernel, look: 'kernel', radius: 0 },
    ...{ z: RUN_Z.inVm + RUN_Z.slab, named: { ...kernelName, detail } },
    says: words.twin.layer(kernelName.name, detail),
    teeth: teethUnder(vm),
  };
  const columns = vm.columns.map((column) => drawColumn(desk, column, 1, kernelName.name));
  const machine = vm.isTranslated ? machineOf(desk, vm, key) : null;
  const legs = floors.strip === null || vm.vm.isBeside ? 12 : floors.strip.y - floors.kernel.y + 8;
  const wallNode: TwinNode = {
    ...{ path: key, kind: 'wall', name: words.box.vms[vm.vm.by] },
    children: [
      nodeOf(
        kernel,
        columns.flatMap(({ layers }) => layers),
      ),
    ],
  };
  return {
    items: [
      {
        ...{ t: 'wall', key, owner: key, z: RUN_Z.wall, box: vm.wall, thickness, layer: true },
        leg: machine === null ? Math.min(legs, 30) : 4,
      },
      ...wallLabel(words.box.vms[vm.vm.by], vm.wall, key, {
        size: type.name,
        headPx: 25 * floors.unit,
        thickness,
      }),
      ...partItems(kernel, type),
      ...columns.flatMap(({ items }) => items),
      ...(machine === null ? [] : partItems(machine, type)),
    ],
    layers: machine === null ? [wallNode] : [nodeOf(machine, [wallNode])],
  };
}

/** The name of a VM, in the head of its wall. */
function wallLabel(
  name: string,
  wall: Box,
  owner: string,
  o: { readonly size: number; readonly headPx: number; readonly thickness: number },
): readonly Item[] {
  const room = o.headPx - o.thickness;
  const [line] = linesOf(name, o.size, 650, wall.w - 2 * o.thickness - 4, 1);
  if (line === undefined || room < o.size * 0.95) return [];
  const y = wall.y + o.thickness + room / 2 + o.size * 0.35;
  const at = { x: wall.x + wall.w / 2, y, size: o.size, weight: 650, anchor: 'middle' } as const;
  return lineItems({ key: `${owner}#label`, owner, ...at }, [line]);
}

function teethUnder({ kernel, columns, vm }: VmBox): readonly Teeth[] {
  const first = columns[0];
  const last = columns.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ family: vm.family, from: first.x - kernel.x, to: last.x + last.w - kernel.x }];
}

function machineOf({ input, floors }: Desk, vm: VmBox, key: string): Part {
  const { name, short } = input.run.words.box.translators['qemu-machine'];
  return {
    ...{
      key: `${key}/machine`,
      kind: 'emulator',
      box: machineBox(vm, floors.unit),
      look: 'emulator',
    },
    ...{ radius: 12, z: RUN_Z.program, named: { name, short }, says: name, lift: 2.5 },
  };
}
