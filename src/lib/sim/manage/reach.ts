/** Which layers of a stack a tool reaches, by what it does with them; and which none of the tools does. */
import type { AbiFamily } from '../../model/kinds.ts';
import {
  VERBS,
  type LayerRole,
  type Tool,
  type ToolWork,
  type Verb,
} from '../../model/manage/tool.ts';
import { walkLayers, type LayerPath, type ResolvedStack } from '../../model/stack.ts';
import { rolesOf } from './roles.ts';

export interface Reach {
  readonly tool: Tool;
  readonly work: ToolWork;
  readonly verbs: Readonly<Record<Verb, ReadonlySet<LayerPath>>>;
  /** Reached by any verb. */
  readonly paths: ReadonlySet<LayerPath>;
  /** In its disk or image, not looked into. */
  readonly carried: ReadonlySet<LayerPath>;
}

/** A stack with the tools drawn on it. */
export interface Managed {
  readonly stack: ResolvedStack;
  readonly roles: ReadonlyMap<LayerPath, LayerRole>;
  readonly reaches: readonly Reach[];
  /** Reached and carried by none of the tools, bottom up. */
  readonly byHand: readonly LayerPath[];
}

/** @returns what the tool does on that stack; undefined: it does not work there */
export function workOn(tool: Tool, stack: ResolvedStack): ToolWork | undefined {
  const full = `${stack.id}:${stack.variant}`;
  const works = tool.works.filter(
    ({ stacks }) => stacks.includes(stack.id) || stacks.includes(full),
  );
  // What is said of a variant goes before what is said of its family.
  return works.find(({ stacks }) => stacks.includes(full)) ?? works[0];
}

export function reachOf(
  tool: Tool,
  stack: ResolvedStack,
  roles: ReadonlyMap<LayerPath, LayerRole> = rolesOf(stack),
): Reach | undefined {
  const work = workOn(tool, stack);
  if (work === undefined) return undefined;
  const others = work.families === undefined ? [] : wallsOfOthers(stack, work.families);
  const of = (wanted: readonly LayerRole[] = []): ReadonlySet<LayerPath> =>
    new Set(
      [...roles].flatMap(([path, role]) =>
        wanted.includes(role) && !others.some((wall) => path.startsWith(wall)) ? [path] : [],
      ),
    );
  const verbs = {
    create: of(work.create),
    place: of(work.place),
    heal: of(work.heal),
    update: of(work.update),
  };
  const paths = new Set(VERBS.flatMap((verb) => [...verbs[verb]]));
  return { tool, work, verbs, paths, carried: of(work.carries) };
}

/** Starts of the paths within guests that run another family's kernel. */
function wallsOfOthers(stack: ResolvedStack, families: readonly AbiFamily[]): readonly string[] {
  return [...walkLayers(stack.ground)].flatMap(([{ kind, path, wraps }]) => {
    const kernel = kind === 'wall' ? wraps.find((layer) => layer.family !== undefined) : undefined;
    const isOther = kernel?.family !== undefined && !families.includes(kernel.family);
    return isOther ? [`${path}/`] : [];
  });
}

/**
 * @param chosen ids of the tools to draw; empty: those that are usual on the stack
 * @returns the stack with the tools that work on it, those that reach lowest first
 */
export function manage(
  stack: ResolvedStack,
  tools: readonly Tool[],
  chosen: readonly string[],
): Managed {
  const roles = rolesOf(stack);
  const all = tools.flatMap((tool) => reachOf(tool, stack, roles) ?? []);
  const reaches = all
    .filter(({ tool, work }) =>
      chosen.length === 0 ? work.usual === true : chosen.includes(tool.id),
    )
    .sort((a, b) => breadth(a) - breadth(b));
  const known = new Set(reaches.flatMap(({ paths, carried }) => [...paths, ...carried]));
  const byHand = [...roles.keys()].filter((path) => !known.has(path));
  return { stack, roles, reaches, byHand };
}

/** Tools around VMs stand outside those within, and those that ask outside those that do. */
function breadth({ work }: Reach): number {
  const roles = VERBS.flatMap((verb) => work[verb] ?? []);
  if (roles.includes('vm') || roles.includes('hypervisor')) return work.place === undefined ? 3 : 4;
  if (work.place !== undefined) return 2;
  return roles.length > 0 && roles.every((role) => role === 'container') ? 1 : 0;
}

/** @returns the tools of a setting: ids that are known, and words that name none */
export function chosenTools(
  setting: string,
  tools: readonly Tool[],
): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const words = [...new Set(setting.split(',').filter((word) => word !== ''))];
  const known = new Set(tools.map(({ id }) => id));
  return {
    ids: words.filter((word) => known.has(word)),
    unknown: words.filter((word) => !known.has(word)),
  };
}
