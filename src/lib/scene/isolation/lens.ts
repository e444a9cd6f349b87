/**
 * The Isolation lens: a break-in in numbered steps on whole stacks, what it reaches and what holds. Pure:
 * the playhead says how many steps have been taken.
 */
import type { Attack } from '../../model/isolation/attack-data.ts';
import type { IsolationWords } from '../../model/isolation/words.ts';
import { chosenAttack, stackKeyOf } from '../../sim/isolation/choose.ts';
import { readHardened } from '../../sim/isolation/states.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { Box, DisplayList, Item } from '../display-list.ts';
import { drawInSteps, type DrawnStack, type DrawnStacks } from '../drawn/stacks.ts';
import type { Picture, Saying, TwinNode, TwinStack, UnusedValue } from '../picture.ts';
import { clearTexts } from '../size-text.ts';
import type { Steps } from '../steps.ts';
import { textBox } from '../text-box.ts';
import { fitsPips, legendItems, readoutItems, readoutOf } from './below.ts';
import { AFTER_CHAIN_PX, chainFor, chainItems, type Chain, type ChainForm } from './chain.ts';
import { clockOf, type Moment } from './clock.ts';
import { clearedDrawing, obstaclesOf } from './clear-way.ts';
import { barrierItems, hatchItems, shownMark, tagRoom, tagsFor } from './marks.ts';
import { routeItems } from './route-items.ts';
import { routeOf, type Route } from './route.ts';
import {
  hasLetters,
  marksAt,
  saidOf,
  storiesOf,
  tallyAt,
  type IsolationInput,
  type Story,
} from './story.ts';
import { isolationTable } from './table.ts';
import { typeOf, type IsolationType } from './type.ts';

export type { IsolationInput } from './story.ts';

/** Most of the stage's height that the words above a stack may take. */
const MOST_CHAIN = 0.36;
/** What titles, tags and a drawing with its names need, px. */
const LEAST_DRAWING_PX = 222;

/** The same beside one step of the chain, px; a wider frame tells the step beside its timeline too. */
const LEAST_BRIEF_PX = { mobile: 190, embed: 280 };

function mostChain(
  { heightPx, shell }: IsolationInput,
  type: IsolationType,
): { readonly allPx: number; readonly onePx: number } {
  const roomPx = heightPx - type.belowPx;
  return {
    allPx: Math.min(heightPx * MOST_CHAIN, roomPx - LEAST_DRAWING_PX),
    onePx: roomPx - (shell === 'mobile' ? LEAST_BRIEF_PX.mobile : LEAST_BRIEF_PX.embed),
  };
}

/** Beside and between the stacks on a wall, px. */
const WALL_AIR = { leftPx: 22, rightPx: 22, gapPx: 34 };

/** One stack with all that is drawn of it. */
export interface Shown {
  readonly story: Story;
  readonly drawn: DrawnStack;
  readonly chain: Chain;
  readonly route: Route;
  /** The stack with names beside the way. */
  readonly drawing: readonly Item[];
  /** Where names and the way are. */
  readonly taken: readonly Box[];
}

export function* isolationLens(input: IsolationInput): Steps<Picture> {
  const words = input.words.isolation;
  const type = typeOf(input.shell, input.widthPx, input.heightPx);
  const { stories, unseen } = viewOf(input);
  yield;
  const { stage, form } = yield* stageOf(input, stories, type);
  const shown: Shown[] = [];
  for (const [at, drawn] of stage.stacks.entries()) {
    yield;
    const story = stories[at];
    if (story === undefined) continue;
    const chain = chainFor(story, type, drawn.w, mostChain(input, type), form);
    const r = type.disc * 0.82;
    const route = routeOf(drawn, story, r);
    const drawing = clearedDrawing(drawn, route, stage.sizes, r);
    const names = drawing.flatMap((item) => (item.t === 'text' ? [textBox(item)] : []));
    shown.push({
      story,
      drawn,
      chain,
      route,
      drawing,
      taken: [...names, ...obstaclesOf(route, r)],
    });
  }
  yield;
  const fixed = fixedItems(input, stage, shown, type);
  const at = (moment: Moment): DisplayList => ({
    ...{ width: input.widthPx, height: input.heightPx },
    // Of two texts in one place the earlier one stays: numbers on the way go before names.
    items: clearTexts(
      [
        ...shown.flatMap(({ story, route }) => routeItems(story.stack.key, route, type, moment)),
        ...fixed,
        ...momentItems(input, stage, shown, type, moment),
      ],
      input,
    ),
  });
  const clock = clockOf(shown, at, words);
  const rest = at({ step: Infinity, share: 1 });
  yield;
  return {
    ...{ lens: 'isolation', rest, buildList: rest },
    ...sayingAt(stories, unseen, Infinity, words),
    stacks: shown.map((one) => twinOf(one, input)),
    table: isolationTable(stories, words),
    unused: unusedOf(input, stories),
    ...{ build: [], buildChapters: [], clock },
    buildSays: clock.chapters.map((_, step) => sayingAt(stories, unseen, step + 1, words)),
  };
}

/** What is drawn, and what else a frame's headline counts. */
function viewOf(input: IsolationInput): {
  readonly stories: readonly Story[];
  readonly unseen: readonly Story[];
} {
  const all = storiesOf(input);
  const first = input.all ? input.firstIndex : 0;
  const stories = all.slice(first, first + input.stacks.length);
  if (hasLetters(input)) return { stories, unseen: [] };
  const unseen = all.filter((story) => !stories.includes(story));
  const pillsElsewhere = unseen.flatMap(({ letter, pills }) =>
    pills.map((pill) => input.words.isolation.story.at(letter, pill)),
  );
  return {
    stories: stories.map((story, at) => (at === 0 ? { ...story, pillsElsewhere } : story)),
    unseen,
  };
}

/** What is said when the steps up to `step` are complete. */
function sayingAt(
  stories: readonly Story[],
  unseen: readonly Story[],
  step: number,
  words: IsolationWords,
): Saying {
  const attack = stories[0]?.attack ?? null;
  return {
    headline:
      stories.length === 0
        ? words.headline.empty
        : words.headline.of(
            stories.map((one) => saidOf(one, words, step)),
            unseen.map((one) => saidOf(one, words, step)),
          ),
    sentence: attack === null ? words.sentence.empty : sentenceOf(stories, attack, words),
    readouts: stories.map((story) => readoutText(story, step, words)),
  };
}

/** The attack where one is shown, and where somebody begins past it. */
function sentenceOf(stories: readonly Story[], attack: Attack, words: IsolationWords): string {
  const below = stories.filter(({ isUsed }) => !isUsed);
  return words.sentence.of({
    attack: [attack.name, attack.cve].filter((part) => part !== undefined).join(', '),
    runsOn: attack.cve === undefined ? null : attack.runsOn,
    gains: (stories.find(({ isUsed }) => isUsed) ?? stories[0])?.gains ?? 'control',
    starts: below.map(({ letter, breakIn: { entry } }) => ({
      letter: stories.length > 1 ? letter : null,
      layer: entry.name,
    })),
    isUnused: below.length === stories.length,
  });
}

function readoutText(story: Story, step: number, words: IsolationWords): string {
  const { count, note } = readoutOf(story, tallyAt(story, step), words);
  // A picture without its settings reads as if nothing had been switched: so does what is heard.
  return words.twin.readout(count, [note, ...story.pills].filter((part) => part !== '').join('; '));
}

/** Lower than this, names of what is drawn are worth more than whole sentences above it. */
const GOOD_UNIT = 0.5;

/**
 * The stacks as they are drawn, with room above for their chains: in sentences where all of them have room
 * for that, and the drawing keeps its names.
 */
function* stageOf(
  input: IsolationInput,
  stories: readonly Story[],
  type: IsolationType,
): Steps<{ readonly stage: DrawnStacks; readonly form: ChainForm }> {
  const forms = new Set<ChainForm>();
  const whole = yield* stageFor(input, stories, type, 'text', forms);
  const isWhole = !forms.has('short') && whole.unit >= GOOD_UNIT;
  return isWhole || !(type.hasChain || type.isBrief)
    ? { stage: whole, form: 'text' }
    : { stage: yield* stageFor(input, stories, type, 'short', forms), form: 'short' };
}

function stageFor(
  input: IsolationInput,
  stories: readonly Story[],
  type: IsolationType,
  form: ChainForm,
  forms: Set<ChainForm>,
): Steps<DrawnStacks> {
  return drawInSteps(
    { ...input, stacks: stories.map(({ stack }) => stack) },
    {
      belowPx: type.belowPx,
      // On a wall the words of the break-in need the width that elsewhere is air.
      sizes: { wallPx: type.wallPx, ...(input.shell === 'projector' && WALL_AIR) },
      namesBoundaries: true,
      aboveOf: (index, widthPx) => {
        const story = stories[index];
        if (story === undefined) return 0;
        const chain = chainFor(story, type, widthPx, mostChain(input, type), form);
        forms.add(chain.form);
        const { heightPx } = chain;
        return heightPx + (heightPx > 0 ? AFTER_CHAIN_PX : 0) + tagRoom(type);
      },
    },
  );
}

function fixedItems(
  input: IsolationInput,
  stage: DrawnStacks,
  shown: readonly Shown[],
  type: IsolationType,
): readonly Item[] {
  // One stack stands in the middle; the row begins where those of several do.
  const x = Math.min(shown[0]?.drawn.x ?? 20, 36);
  const legend = { x, y: input.heightPx - 28, w: input.widthPx - x - 16 };
  return [
    stage.ground,
    ...shown.flatMap(({ drawn, story, drawing }) => [
      ...drawn.header,
      ...drawing,
      ...barrierItems(drawn, story, input.attacks.settings),
    ]),
    ...(type.hasLegend && shown.length > 0
      ? legendItems(
          legend,
          type,
          shown.map(({ story }) => story.letter),
          input.words.isolation,
        )
      : []),
  ];
}

/** The last step that is complete. */
function completeStep({ step, share }: Moment): number {
  return share >= 1 ? step : step - 1;
}

function momentItems(
  input: IsolationInput,
  stage: DrawnStacks,
  shown: readonly Shown[],
  type: IsolationType,
  moment: Moment,
): readonly Item[] {
  const words = input.words.isolation;
  const until = completeStep(moment);
  const hasPips = shown.every(({ drawn, story }) =>
    fitsPips(drawn, story, tallyAt(story, until), type, words),
  );
  return shown.flatMap((one) => {
    const { drawn, story, chain, taken } = one;
    const marks = marksAt(story, until);
    const place = { x: drawn.x, w: drawn.w, topY: drawn.headerY + 6 };
    return [
      ...chainItems(story, chain, place, type, words, moment.step),
      ...hatchItems(drawn, marks),
      ...tagsFor(drawn, story, marks, type, words, taken),
      ...readoutItems(drawn, story, tallyAt(story, until), stage.groundY, type, words, hasPips),
    ];
  });
}

function twinOf({ story, drawn }: Shown, { words }: IsolationInput): TwinStack {
  const { marks, hops } = story.breakIn;
  const stepOf = (path: LayerPath) => hops.find(({ adds }) => adds.has(path))?.number ?? null;
  const named = (node: TwinNode): TwinNode => {
    const mark = marks.get(node.path) ?? null;
    const isTried = story.breakIn.stop?.missing === undefined;
    const isSaid = node.kind !== 'hardware' && (mark !== null || isTried);
    return {
      ...node,
      name: isSaid
        ? words.isolation.twin.marked(node.name, shownMark(mark), stepOf(node.path))
        : node.name,
      children: node.children.map(named),
    };
  };
  return {
    ...{ key: story.stack.key, title: story.stack.title },
    readout: readoutText(story, Infinity, words.isolation),
    layers: drawn.layers.map(named),
    titleBox: drawn.titleBox,
  };
}

/** Names in the settings that mean nothing here. */
function unusedOf(input: IsolationInput, stories: readonly Story[]): readonly UnusedValue[] {
  const { attack, entry, harden } = input.scene.isolation;
  const { isUnknown, attack: used } = chosenAttack(input.attacks, input.stacks, attack);
  const isHere = stories.some(({ stack, breakIn: done }) =>
    stack.key === stackKeyOf(entry) ? done.entry.path !== entry : false,
  );
  const isNowhere = !input.scene.stacks.some(
    ({ id, variant }) => stackKeyOf(entry) === id || stackKeyOf(entry) === `${id}:${variant ?? ''}`,
  );
  const unknown = [...readHardened(harden).keys()].filter((id) => {
    const setting = input.attacks.settings.get(id);
    return setting === undefined || setting.puts === 'vm';
  });
  return [
    ...(isUnknown ? [{ param: 'isolation.attack', value: attack, used: used?.id ?? '' }] : []),
    ...(entry !== '' && (isHere || isNowhere)
      ? [{ param: 'isolation.entry', value: entry, used: '' }]
      : []),
    ...unknown.map((value) => ({ param: 'isolation.harden', value, used: '' })),
  ];
}
