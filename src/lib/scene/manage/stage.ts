/** All that the parts of a Manage picture share: stacks as drawn, tools on them, and the story they are in. */
import { kernelFacts } from '../../model/kernel-facts.ts';
import type { StepFacts, ManageStory, ManageWords } from '../../model/manage/words.ts';
import type { Tool } from '../../model/manage/tool.ts';
import type { Words } from '../../model/words.ts';
import { chosenTools, manage, type Managed } from '../../sim/manage/reach.ts';
import { storyOf, type Story } from '../../sim/manage/stories.ts';
import { groundsOf, stepLabels, type Step } from '../../sim/manage/story.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { wrapText } from '../../layout/text-metrics.ts';
import { drawInSteps, type DrawnStack, type DrawnStacks } from '../drawn/stacks.ts';
import type { LensInput } from '../lens.ts';
import type { Steps } from '../steps.ts';

export type ManageInput = LensInput<Words & { readonly manage: ManageWords }> & {
  readonly tools: readonly Tool[];
};

export interface ToldStep {
  readonly step: Step;
  readonly actor: string;
  /** Its number; with a letter where there are two ways. */
  readonly label: string;
  readonly sentence: string;
  /** The sentence in lines that fit the column, the actor in front of the first. */
  readonly lines: readonly string[];
}

export interface ManagedStack {
  readonly drawn: DrawnStack;
  readonly managed: Managed;
  readonly story: Story;
  readonly told: readonly ToldStep[];
  /** Another node is drawn at the right. */
  readonly hasNode: boolean;
}

export interface ManageStage {
  readonly input: ManageInput;
  readonly words: ManageWords;
  readonly name: ManageStory;
  readonly sizes: DrawnStacks['sizes'];
  readonly ground: DrawnStacks['ground'];
  readonly groundY: number;
  readonly stacks: readonly ManagedStack[];
  /** All steps are listed above the stacks; else the one that is shown. */
  readonly listsAll: boolean;
  /** Size of the text of rows and steps, and height of a line, px. */
  readonly textPx: number;
  readonly linePx: number;
  readonly unknownTools: readonly string[];
}

/** Lane of a bracket, px. */
export const LANE_PX = 13;
/** Disc of a step's number with the gap behind it, in sizes of the text. */
export const STOP_ROOM = 1.95;
/** Steps may take this share of the stage's height before only one is shown. */
const LIST_SHARE = 0.34;
/** Room above a crowd for its count, px. */
const CROWD_LABEL_PX = 40;
/** Between two steps, px. */
export const STEP_GAP_PX = 4;
/** Room above the units for tags, px. */
const TAG_ROOM_PX = 14;

interface Row {
  readonly managed: Managed;
  readonly story: Story;
}

export function* manageStage(input: ManageInput): Steps<ManageStage> {
  const words = input.words.manage;
  const name = input.scene.manage.story;
  const chosen = chosenTools(input.scene.manage.tools, input.tools);
  const rows = input.stacks.map((stack): Row => {
    const managed = manage(stack, input.tools, chosen.ids);
    return { managed, story: storyOf(name, managed) };
  });
  const text = textSizes(input);
  const told = rows.map((row) => tellSteps(row, words));
  const room = sideRoom(input, rows);
  // Steps stand above another node too.
  const listRoom = room.right > NODE_PX ? room.right - 20 : 0;
  const wrap = (index: number, widthPx: number) =>
    (told[index] ?? []).map((one) => withLines(one, widthPx + listRoom, text.textPx));
  const listed = (index: number, widthPx: number) =>
    wrap(index, widthPx).reduce(
      (sum, { lines }) => sum + lines.length * text.linePx + STEP_GAP_PX,
      0,
    );
  const tallest = (widthPx: number, index: number) => {
    const all = wrap(index, widthPx).map(({ lines }) => lines.length);
    return Math.max(0, ...all) * text.linePx;
  };
  const above =
    (isListed: boolean, crowded: readonly boolean[]) =>
    (index: number, widthPx: number): number => {
      const crowd = crowded[index] === true ? CROWD_LABEL_PX : 0;
      if (name === 'reach') return reachRows(rows[index]) * (text.linePx + 3) + 10 + crowd;
      const list = isListed ? listed(index, widthPx) : tallest(widthPx, index);
      return list + Math.max(TAG_ROOM_PX, crowd) + 8;
    };
  const draw = (isListed: boolean, crowded: readonly boolean[]) =>
    drawInSteps(input, {
      sizes: { leftPx: room.left, rightPx: room.right, gapPx: room.left + room.right },
      belowPx: belowPx(input),
      aboveOf: above(isListed, crowded),
    });
  yield;
  const first = yield* draw(true, []);
  const listsAll = first.stacks.every(({ w }, at) => listed(at, w) <= input.heightPx * LIST_SHARE);
  const crowded = first.stacks.map(({ placed }) => placed.some(({ crowd }) => crowd !== undefined));
  const drawn = listsAll && !crowded.includes(true) ? first : yield* draw(listsAll, crowded);
  return {
    ...{ input, words, name, listsAll, ...text },
    ...{ sizes: drawn.sizes, ground: drawn.ground, groundY: drawn.groundY },
    unknownTools: chosen.unknown,
    stacks: drawn.stacks.map((one, index): ManagedStack => {
      const row = rows[index];
      if (row === undefined) throw new Error(`no tools for stack ${index}`);
      return {
        ...{ drawn: one, managed: row.managed, story: row.story },
        told: wrap(index, one.w),
        hasNode: room.right > NODE_PX && leavesNode(row.story),
      };
    }),
  };
}

function reachRows(row: Row | undefined): number {
  return Math.max(1, row?.managed.reaches.length ?? 0);
}

/** Room of another node at the right of a stack, px. */
const NODE_PX = 92;

function leavesNode(story: Story): boolean {
  return (
    story.stage.shape.topology !== 'nodes' &&
    story.steps.some(({ leaves }) => leaves !== undefined && leaves.length > 0)
  );
}

function sideRoom(
  input: ManageInput,
  rows: readonly Row[],
): { readonly left: number; readonly right: number } {
  const lanes = Math.max(0, ...rows.map(({ managed }) => managed.reaches.length));
  const edge = input.shell === 'mobile' ? 12 : 24;
  const each = input.widthPx / Math.max(1, rows.length);
  if (input.scene.manage.story === 'reach') return { left: 14 + lanes * LANE_PX, right: edge };
  const node = rows.some(({ story }) => leavesNode(story));
  const right = node && each >= 350 ? Math.min(190, Math.max(NODE_PX + 26, each * 0.26)) : edge;
  return { left: edge, right };
}

/** On a stage lower than this the headline alone says what counts, px. */
const BARE_PX = 180;

function belowPx({ shell, heightPx, scene }: ManageInput): number {
  if (shell === 'projector') return 150;
  if (shell === 'explore') return heightPx < 430 ? 54 : scene.manage.story === 'reach' ? 118 : 76;
  // In a low frame the stacks need the height: hands on layers say what is done by hand.
  if (scene.manage.story === 'reach') return heightPx < BARE_PX ? 14 : heightPx < 330 ? 38 : 72;
  return heightPx < 250 ? (shell === 'mobile' ? 34 : 30) : 54;
}

function textSizes({ shell, widthPx }: ManageInput): {
  readonly textPx: number;
  readonly linePx: number;
} {
  const textPx =
    shell === 'projector'
      ? 32
      : shell !== 'explore' || widthPx < 900
        ? 13
        : widthPx > 1500
          ? 15.5
          : 14;
  return { textPx, linePx: Math.round(textPx * 1.42) };
}

function tellSteps(
  { managed, story }: Row,
  words: ManageWords,
): readonly Omit<ToldStep, 'lines'>[] {
  const labels = stepLabels(story.steps);
  return story.steps.map((step, at) => {
    const facts = stepFacts(managed.stack, story, step, words);
    const { by } = step;
    const actor =
      by === 'hand' ? words.byHand : by === 'event' ? words.happens : (by.short ?? by.name);
    return { step, actor, label: labels[at] ?? '', sentence: words.step(step.id, facts) };
  });
}

function withLines(told: Omit<ToldStep, 'lines'>, widthPx: number, textPx: number): ToldStep {
  const full = `${told.actor} ${told.sentence}`.trim();
  // Measured at the actor's weight: a little wider than it is drawn.
  const lines = wrapText(full, textPx, 600, Math.max(120, widthPx - STOP_ROOM * textPx), 6) ?? [];
  return { ...told, lines };
}

function stepFacts(stack: ResolvedStack, story: Story, step: Step, words: ManageWords): StepFacts {
  const { shape } = story.stage;
  const { instances } = kernelFacts(stack);
  const noun = instances?.noun ?? 'process';
  const inStep = step.leaves ?? step.stops ?? [];
  const some = shape.units.filter(({ path }) => inStep.includes(path)).length;
  const isPart = shape.topology === 'nodes' && some > 0;
  const { by } = step;
  const isTool = typeof by !== 'string';
  const goes =
    step.id === 'restart-elsewhere' || step.id === 'boot-elsewhere' ? 'elsewhere' : 'here';
  const grounds = groundsOf(story.stage);
  return {
    units: words.instances(noun, isPart ? some : (instances?.count ?? shape.units.length)),
    unit: words.noun(noun),
    first: (shape.topology === 'nodes' ? firstWall(stack) : shape.units[0]?.name) ?? '',
    isSetting: isTool && by.restarts[goes] === 'setting',
    isByHand: by === 'hand',
    hasContainers: shape.hasContainers,
    isWindows: shape.isWindows,
    isCluster: shape.topology === 'nodes',
    below: belowKind(grounds, story),
  };
}

function firstWall(stack: ResolvedStack): string | undefined {
  return stack.ground.carries.flatMap(({ carries }) => carries).find(({ kind }) => kind === 'wall')
    ?.name;
}

function belowKind(grounds: readonly string[], story: Story): StepFacts['below'] {
  const roles = grounds.map((path) => story.stage.managed.roles.get(path));
  if (roles.includes('host-kernel')) return 'kernel';
  return roles.includes('control-domain') ? 'control' : 'hypervisor';
}
