/**
 * The Manage lens: who creates, places, heals and updates which layer, and what three stories ask of them.
 * Pure: a frame is a function of stacks, tools and time; without a time a story stands at its end.
 */
import type { DisplayList, Item } from '../display-list.ts';
import type { LensClock, Picture } from '../picture.ts';
import type { Steps } from '../steps.ts';
import { handItems } from './hands.ts';
import { ghostsOf, tagsOf, touchedItems, withGhosts } from './marks.ts';
import { DEPART, nodeItems } from './node.ts';
import { railItems } from './rails.ts';
import { keyItems, readoutItems } from './readout.ts';
import { factsOf, manageTable, namedLayers, readoutOf } from './said.ts';
import { Taken } from './spots.ts';
import { manageStage, type ManagedStack, type ManageInput, type ManageStage } from './stage.ts';
import { stepItems, type Moment } from './steps.ts';

export type { ManageInput };

/** A step of a story, played. */
const STEP_MS = 2400;
/** What a step does shows from here on. */
const EFFECT_AT = 0.5;

export function* manageLens(input: ManageInput): Steps<Picture> {
  const stage = yield* manageStage(input);
  yield;
  const { words, name, stacks } = stage;
  const facts = stacks.map(factsOf);
  const rest = listAt(stage, null);
  yield;
  return {
    lens: 'manage',
    rest,
    buildList: rest,
    headline: words.headline(name, facts),
    sentence: words.sentence(name, facts),
    stacks: stacks.map((one) => {
      const state = one.story.after(one.told.length);
      return {
        key: one.drawn.stack.key,
        title: one.drawn.stack.title,
        readout: readoutOf(stage, one, state).slice(0, 2).filter(Boolean).join('. '),
        layers: namedLayers(stage, one, state),
        ...(stage.sizes.titles ? { titleBox: one.drawn.titleBox } : {}),
      };
    }),
    table: manageTable(stage),
    unused: stage.unknownTools.map((value) => ({ param: 'manage.tools', value, used: '' })),
    build: [],
    buildChapters: [],
    buildSays: [],
    clock: clockOf(stage),
  };
}

/** Where one stack's story is at a time; a shorter story waits at its end. */
function momentAt(tMs: number | null, steps: number): Moment {
  if (tMs === null) return { index: steps - 1, share: 1, isRest: true };
  if (!(tMs > 0) || steps === 0) return { index: -1, share: 0, isRest: false };
  const at = Math.ceil(tMs / STEP_MS - 1e-9) - 1;
  if (at >= steps) return { index: steps - 1, share: 1, isRest: false };
  return { index: at, share: tMs / STEP_MS - at, isRest: false };
}

/** Steps whose effect shows: who moves while it runs is gone from the start. */
function doneAt({ told }: ManagedStack, { index, share }: Moment): number {
  const from = told[index]?.step.isLive === true ? DEPART : EFFECT_AT;
  return share >= from ? index + 1 : index;
}

function listAt(stage: ManageStage, tMs: number | null): DisplayList {
  const { input } = stage;
  const items = stage.stacks.flatMap((one) =>
    stage.name === 'reach' ? reachItems(stage, one) : storyItems(stage, one, tMs),
  );
  const ground = stage.stacks.length === 0 ? [] : [stage.ground];
  return {
    ...{ width: input.widthPx, height: input.heightPx },
    items: [...ground, ...items, ...keyItems(stage)],
  };
}

function reachItems(stage: ManageStage, one: ManagedStack): readonly Item[] {
  const { drawn } = one;
  const taken = new Taken(drawn.drawing);
  return [
    ...drawn.header,
    ...drawn.drawing,
    ...railItems(stage, one),
    ...handItems(stage, one, taken),
    ...readoutItems(stage, one, one.story.after(0)),
  ];
}

function storyItems(stage: ManageStage, one: ManagedStack, tMs: number | null): readonly Item[] {
  const { drawn, told } = one;
  const moment = momentAt(tMs, told.length);
  const state = one.story.after(doneAt(one, moment));
  const steps = stepItems(stage, one, moment);
  const node = nodeItems(stage, one, state, moment);
  const taken = new Taken([...drawn.header, ...drawn.drawing, ...steps, ...node]);
  return [
    ...drawn.header,
    ...withGhosts(drawn.drawing, ghostsOf(one, state)),
    ...steps,
    ...node,
    ...touchedItems(stage, one, moment, taken),
    ...tagsOf(stage, one, state, taken),
    ...readoutItems(stage, one, state),
  ];
}

function clockOf(stage: ManageStage): LensClock | null {
  const { words, stacks } = stage;
  const most = Math.max(0, ...stacks.map(({ told }) => told.length));
  if (stage.name === 'reach' || most === 0) return null;
  const saysStep = (at: number): string => {
    const said = stacks.flatMap(({ drawn, told }) => {
      const step = told[at];
      if (step === undefined) return [];
      const sentence = words.actorSays(step.actor, step.sentence);
      return [stacks.length > 1 ? words.stackSays(drawn.stack.shortTitle, sentence) : sentence];
    });
    return said.join(' ');
  };
  const label = (at: number): string => {
    const ids = stacks.flatMap(({ told }) => told[at]?.step.id ?? []);
    return words.shortStep(ids[0] ?? '');
  };
  return {
    durationMs: most * STEP_MS,
    chapters: Array.from({ length: most }, (_, at) => ({
      ...{ id: `step-${at + 1}`, label: label(at), says: saysStep(at) },
      ...{ startMs: at * STEP_MS, endMs: (at + 1) * STEP_MS },
    })),
    at: (tMs) => listAt(stage, tMs),
    says: (tMs) => {
      const { index } = momentAt(tMs, most);
      return index < 0 ? words.atRest : saysStep(index);
    },
  };
}
