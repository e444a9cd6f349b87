/**
 * Where the parts of "can this image run here?" lie: hardware and kernel of one host, a column per image,
 * VMs around those that need one. On a hypervisor under everything the host's kernel is one column of
 * several; else it lies under all of them. Boxes alone: no words, no looks.
 */
import type { Box } from '../../layout/box.ts';
import type { AskedImage, RunAsked } from './run-asked.ts';

/** How high things are at a unit of 1, px. */
const HEIGHT = {
  hardware: 62,
  hypervisor: 40,
  kernel: 92,
  strip: 26,
  guestKernel: 52,
  header: 25,
  sentry: 46,
  translator: 46,
  libs: 58,
  app: 52,
} as const;

/** How far what cannot run is held above the teeth, px. */
const APART = 12;
const COLUMN_GAP = 22;
/** Between columns in one VM. */
const VM_GAP = 8;
/** Between a wall and what is in it, on a wide stage and on a narrow one. */
const INSET = { wide: 8, narrow: 5 } as const;
/** Width of a host's kernel that nothing stands on, in columns. */
const BARE = { wide: 0.8, narrow: 0.42 } as const;
const NARROW_PX = 560;
/** Widest column on a desk, px. */
const WIDEST_PX = 300;

export interface Column {
  readonly asked: AskedImage;
  readonly x: number;
  readonly w: number;
  readonly translator: Box | null;
  readonly sentry: Box | null;
  readonly libs: Box;
  readonly app: Box;
  /** Stands on nothing: above the host's kernel. */
  readonly isHeld: boolean;
}

export interface VmBox {
  readonly vm: NonNullable<AskedImage['answer']['vm']>;
  readonly slug: string;
  readonly wall: Box;
  readonly kernel: Box;
  readonly isTranslated: boolean;
  readonly columns: readonly Column[];
}

export interface Floors {
  readonly unit: number;
  readonly hardware: Box;
  /** A hypervisor under the host's kernel and the VMs. */
  readonly hypervisor: Box | null;
  /** The host is itself a VM: the wall around it. */
  readonly wall: Box | null;
  readonly kernel: Box;
  /** KVM, Hyper-V’s driver, macOS’s hypervisor: part of the host's kernel, under the VMs. */
  readonly strip: Box | null;
  /** On the host's kernel, left to right. */
  readonly columns: readonly Column[];
  readonly vms: readonly VmBox[];
  /** Nothing stands on the host's kernel. */
  readonly isBare: boolean;
  readonly topY: number;
}

interface Group {
  readonly images: readonly AskedImage[];
  readonly vm: AskedImage['answer']['vm'];
}

/** Images in one VM stand together; the others stand where they are named. */
function groupsOf(images: readonly AskedImage[]): readonly Group[] {
  const groups: { images: AskedImage[]; vm: AskedImage['answer']['vm']; id: string }[] = [];
  for (const asked of images) {
    const { vm, translator } = asked.answer;
    const shared = vm?.isShared === true ? `${vm.by} ${vm.family}` : '';
    const id = vm === null || translator === 'qemu-machine' ? '' : shared;
    const group = groups.find((one) => id !== '' && one.id === id);
    if (group === undefined) groups.push({ images: [asked], vm, id });
    else group.images.push(asked);
  }
  return groups;
}

/** Where VMs stand beside the host's kernel, what stands on it comes first: the kernel is one slab. */
function orderOf(images: readonly AskedImage[]) {
  const groups = groupsOf(images);
  const isOnHypervisor = groups.some(({ vm }) => vm?.isBeside === true);
  const onKernel = groups.filter(({ vm }) => !isOnHypervisor || vm?.isBeside !== true);
  const beside = groups.filter((group) => !onKernel.includes(group));
  return {
    ordered: [...onKernel, ...beside],
    isOnHypervisor,
    isBare: isOnHypervisor && onKernel.length === 0,
  };
}

/** Height of the tallest column with all that is under it at a unit of 1, px. */
function needOf({ images, host }: RunAsked): number {
  const isOnHypervisor = images.some(({ answer }) => answer.vm?.isBeside === true);
  const around = host.isVm === true ? HEIGHT.header + HEIGHT.hypervisor : 0;
  const ground = HEIGHT.hardware + around + (isOnHypervisor ? HEIGHT.hypervisor : 0);
  const tall = images.map(({ answer: { vm, translator, reasons } }) => {
    const own = HEIGHT.libs + HEIGHT.app + (translator === null ? 0 : HEIGHT.translator);
    const floor = ground + (vm?.isBeside === true ? 0 : HEIGHT.kernel);
    if (vm !== null) return floor + own + HEIGHT.header + HEIGHT.guestKernel;
    return floor + own + (reasons[0] === 'sentry' ? HEIGHT.sentry : APART + 8);
  });
  return Math.max(ground + HEIGHT.kernel, ...tall);
}

/**
 * @param room where all of it may lie; its lower edge is the ground line
 * @returns null where the images have no room side by side
 */
export function layFloors(asked: RunAsked, room: Box, widestPx = WIDEST_PX): Floors | null {
  const unit = Math.min(1.22, room.h / needOf(asked));
  const { ordered, isOnHypervisor, isBare } = orderOf(asked.images);
  const gap = Math.min(COLUMN_GAP, room.w * 0.028);
  const size = room.w < NARROW_PX ? 'narrow' : 'wide';
  const bare = isBare ? BARE[size] : 0;
  const slots = asked.images.length + bare;
  const gaps = ordered.length - 1 + (isBare ? 1 : 0);
  const inner = ordered.reduce((sum, { images }) => sum + (images.length - 1) * VM_GAP, 0);
  const isVm = asked.host.isVm === true;
  const pad = isVm ? INSET.wide : 0;
  const columnW = Math.min(widestPx, (room.w - 2 * pad - gaps * gap - inner) / slots);
  if (columnW < 40 || unit < 0.3) return null;
  const groundY = room.y + room.h;
  const at = (y: number, h: number) => ({ x: room.x, w: usedW, y: y - h * unit, h: h * unit });
  const usedW = columnW * slots + gaps * gap + inner + 2 * pad;
  const hardware = at(groundY, HEIGHT.hardware);
  const hypervisor = isOnHypervisor || isVm ? at(hardware.y, HEIGHT.hypervisor) : null;
  const floorY = hypervisor?.y ?? hardware.y;
  const kernelY = floorY - HEIGHT.kernel * unit;

  let x = room.x + pad + (isBare ? columnW * bare + gap : 0);
  let kernelEnd = room.x + pad + columnW * bare;
  const columns: Column[] = [];
  const vms: VmBox[] = [];
  for (const group of ordered) {
    const w = group.images.length * columnW + (group.images.length - 1) * VM_GAP;
    const isBeside = isOnHypervisor && group.vm?.isBeside === true;
    if (group.vm === null) {
      const [image] = group.images;
      if (image) columns.push(columnOf(image, { x, w: columnW, floorY: kernelY, unit, inset: 0 }));
    } else
      vms.push(
        vmOf(group, {
          ...{ x, w: columnW, unit, inset: INSET[size] },
          floorY: isBeside ? floorY : kernelY,
        }),
      );
    if (!isBeside) kernelEnd = x + w;
    x += w + gap;
  }
  const kernel = {
    x: room.x + pad,
    y: kernelY,
    w: kernelEnd - room.x - pad,
    h: HEIGHT.kernel * unit,
  };
  const onStrip = isOnHypervisor ? [] : vms.filter((vm) => !vm.isTranslated);
  const boxes = [...columns.map(({ app }) => app), ...vms.map(({ wall }) => wall)];
  const innerY = Math.min(kernelY, ...boxes.map((box) => box.y));
  const topY = innerY - (isVm ? HEIGHT.header * unit : 0);
  return {
    ...{ unit, hardware, hypervisor, kernel, columns, vms, isBare, topY },
    wall: isVm ? { x: room.x, y: topY, w: usedW, h: floorY - topY } : null,
    strip: stripOf(onStrip, kernel, unit),
  };
}

function stripOf(vms: readonly VmBox[], kernel: Box, unit: number): Box | null {
  const [first] = vms;
  const last = vms.at(-1);
  if (first === undefined || last === undefined) return null;
  const x = Math.max(first.wall.x, kernel.x + 9);
  const end = Math.min(last.wall.x + last.wall.w, kernel.x + kernel.w - 9);
  return { x, y: kernel.y + 9 * unit, w: end - x, h: HEIGHT.strip * unit };
}

interface Place {
  readonly x: number;
  /** Of one column. */
  readonly w: number;
  readonly floorY: number;
  readonly unit: number;
  /** Between a wall and what is in it. */
  readonly inset: number;
}

function columnOf(asked: AskedImage, { x, w, floorY, unit }: Place): Column {
  const { verdict, translator, reasons } = asked.answer;
  const isHeld = verdict === 'impossible' || verdict === 'not-offered';
  let y = isHeld ? floorY - (APART + 6) : floorY;
  const next = (h: number): Box => {
    y -= h * unit;
    return { x, w, y, h: h * unit };
  };
  const sentry = reasons[0] === 'sentry' ? next(HEIGHT.sentry) : null;
  const inside = translator === null || translator === 'qemu-machine';
  const between = inside ? null : next(HEIGHT.translator);
  return {
    ...{ asked, x, w, isHeld, sentry },
    translator: between,
    libs: next(HEIGHT.libs),
    app: next(HEIGHT.app),
  };
}

function vmOf(group: Group, place: Place): VmBox {
  const { vm, images } = group;
  const [first] = images;
  if (vm === null || first === undefined) throw new Error('a group without a VM');
  const { x, floorY, unit, inset } = place;
  const w = images.length * place.w + (images.length - 1) * VM_GAP;
  const isTranslated = first.answer.translator === 'qemu-machine';
  const kernelH = HEIGHT.guestKernel * unit;
  // QEMU is a process on the host's kernel that plays a whole machine.
  const footY = floorY - (isTranslated ? HEIGHT.translator * unit : 0);
  const kernel = { x: x + inset, w: w - 2 * inset, y: footY - kernelH, h: kernelH };
  const columnW = (w - 2 * inset - (images.length - 1) * VM_GAP) / images.length;
  const columns = images.map((one, at) =>
    columnOf(one, {
      ...place,
      x: x + inset + at * (columnW + VM_GAP),
      w: columnW,
      floorY: kernel.y,
    }),
  );
  const top = Math.min(...columns.map(({ app }) => app.y)) - HEIGHT.header * unit;
  return {
    ...{ vm, kernel, columns, isTranslated },
    slug: `${vm.by}-${first.slug}`,
    wall: { x, y: top, w, h: footY - top },
  };
}

/** Where QEMU stands that plays a whole machine. */
export function machineBox({ wall }: VmBox, unit: number): Box {
  return { x: wall.x, w: wall.w, y: wall.y + wall.h, h: HEIGHT.translator * unit };
}

/** Every column, those in VMs too. */
export function allColumns({ columns, vms }: Floors): readonly Column[] {
  return [...columns, ...vms.flatMap((vm) => vm.columns)];
}
