/** What is told of each stack: the break-in under the settings, its lines, and who was reached. */
import type {
  Attack,
  AttackGain,
  AttackSetting,
  AttackShelf,
} from '../../model/isolation/attack-data.ts';
import type { IsolationWords, NamedParts, SaidStack } from '../../model/isolation/words.ts';
import type { Words } from '../../model/words.ts';
import type { Layer, LayerPath, ResolvedStack } from '../../model/stack.ts';
import {
  breakIn,
  marksOf,
  type BreakIn,
  type Hop,
  type Mark,
  type Stop,
} from '../../sim/isolation/break-in.ts';
import { chosenAttack, entryOf } from '../../sim/isolation/choose.ts';
import { partsOf, tallyOf, type Part, type Tally } from '../../sim/isolation/parts.ts';
import {
  isSwitch,
  meansStack,
  placeOf,
  readHardened,
  statesOf,
  type States,
} from '../../sim/isolation/states.ts';
import { spotsOf } from '../../sim/isolation/places.ts';
import { isForSentry } from '../../sim/isolation/targets.ts';
import { reworded, withSentry } from '../../sim/isolation/with-sentry.ts';
import type { LensInput } from '../lens.ts';

export type IsolationInput = LensInput<Words & { readonly isolation: IsolationWords }> & {
  readonly attacks: AttackShelf;
};

/** One numbered line of the chain. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** Name of the step, where there is no room for the sentence. */
  readonly short: string;
  readonly how: 'reached' | 'safe' | 'absent';
}

export interface Story {
  /** As it is drawn: with what a setting puts in, and with the version that has the flaw. */
  readonly stack: ResolvedStack;
  readonly letter: string;
  readonly attack: Attack | null;
  readonly breakIn: BreakIn;
  /** What is counted, whatever became of it. */
  readonly parts: readonly Part[];
  /** What the attacker is after here: control, where no step of the attack is gone. */
  readonly gains: AttackGain;
  /** A step of the attack is gone, or nothing here is made for it. */
  readonly isUsed: boolean;
  readonly states: States;
  readonly lines: readonly Line[];
  /** Settings that the attack depends on, as they stand here. */
  readonly pills: readonly string[];
  /** The same of stacks that are not in view, though the headline counts them. */
  readonly pillsElsewhere: readonly string[];
}

/** @returns one story per stack of the scene, in view or not, where the input has them all */
export function storiesOf(input: IsolationInput): readonly Story[] {
  const stacks = input.all ?? input.stacks;
  const { attack } = chosenAttack(input.attacks, input.stacks, input.scene.isolation.attack);
  const first = input.all ? 0 : input.firstIndex;
  return stacks.map((stack, at) => storyOf(input, stack, attack, first + at));
}

/** Frames show no letters: there a stack goes by its name. */
export function hasLetters({ shell }: IsolationInput): boolean {
  return shell === 'explore';
}

function storyOf(
  input: IsolationInput,
  plain: ResolvedStack,
  attack: Attack | null,
  index: number,
): Story {
  const { attacks, scene } = input;
  const words = input.words.isolation;
  const hardened = readHardened(scene.isolation.harden);
  const states = statesOf({ stack: plain, settings: attacks.settings, attack, hardened });
  const stack = asDrawn(plain, attack, states, attacks, words, scene.isolation.entry);
  const entry = entryOf(stack, attack, scene.isolation.entry);
  const isAsked = entry.path === scene.isolation.entry;
  const done = breakIn({ stack, attack, entry, isAsked, states, settings: attacks.settings });
  const isUsed = done.stop?.missing !== undefined || done.hops.some(({ step }) => step !== null);
  const letter = hasLetters(input) ? String.fromCharCode(65 + index) : stack.shortTitle;
  const story = {
    ...{ stack, letter, attack, breakIn: done, states, isUsed },
    ...{ parts: partsOf(done), gains: isUsed ? (attack?.gains ?? 'control') : 'control' },
  };
  return {
    ...story,
    lines: linesOf(story, attacks, words),
    pills: pillsOf(story, attacks, words),
    pillsElsewhere: [],
  };
}

/** With the Sentry where a setting puts one, and the entered app's kernel in a version with the flaw. */
function asDrawn(
  plain: ResolvedStack,
  attack: Attack | null,
  states: States,
  attacks: AttackShelf,
  words: IsolationWords,
  wanted: LayerPath,
): ResolvedStack {
  const puts = [...attacks.settings.values()].some(
    (setting) =>
      setting.puts === 'sentry' &&
      placeOf(setting, plain)?.fixed !== true &&
      states(setting.id) === 'on',
  );
  const stack = puts ? withSentry(plain, words.sentry) : plain;
  if (attack?.kind !== 'kernel' || attack.cve === undefined || isForSentry(attack)) return stack;
  const floor = flawedKernel(stack, attack, wanted);
  if (floor === null) return stack;
  // A repaired kernel is not the version that the attack is shown on.
  const said =
    states('patched-kernel') === 'on'
      ? { detail: words.repaired }
      : {
          name: attack.runsOn,
          ...(attack.affected === undefined ? {} : { detail: words.versioned(attack.affected) }),
        };
  return reworded(stack, ({ path }) => (path === floor.path ? said : null));
}

/**
 * The kernel that is shown in a version with the flaw: the one under the entered program, or under the
 * usual one where the attacker starts elsewhere. No switch makes it another kernel.
 */
function flawedKernel(stack: ResolvedStack, attack: Attack, wanted: LayerPath): Layer | null {
  const spots = spotsOf(stack);
  const asked = entryOf(stack, attack, wanted);
  const entry = asked.kind === 'app' ? asked : entryOf(stack, attack, '');
  const floor = spots.get(entry.path)?.floor;
  const isOfKind =
    floor?.kind === 'kernel' && (attack.families?.includes(floor.family ?? 'linux') ?? true);
  return isOfKind ? floor : null;
}

type Told = Omit<Story, 'lines' | 'pills' | 'pillsElsewhere'>;

/** @returns the marks when the steps up to `step` are complete */
export function marksAt({ breakIn: { hops } }: Told, step: number): ReadonlyMap<LayerPath, Mark> {
  const until = hops.findLastIndex(({ number }) => number <= step);
  return until < 0 ? new Map() : marksOf(hops, until);
}

/** @returns what became of each part when the steps up to `step` are complete */
export function tallyAt(story: Told, step: number): Tally {
  return tallyOf(story.parts, marksAt(story, step), story.gains);
}

function linesOf(story: Told, attacks: AttackShelf, words: IsolationWords): readonly Line[] {
  const { hops, stop } = story.breakIn;
  const lines = hops.flatMap((hop): readonly Line[] => {
    const isLast = hop === hops.at(-1);
    // A last step that wants everything is told together with what holds.
    if (isLast && stop?.number === hop.number) return [];
    return [{ ...labelOf(hop, words), text: textOf(hop, story, words), how: 'reached' }];
  });
  if (stop === null) return lines;
  const partial = hops.find(({ number }) => number === stop.number);
  const short = shortStop(stop, words);
  const ended = endText(story, stop, attacks, words);
  const owned = partial === undefined ? '' : ownedText(story, words);
  const text = owned === '' ? ended : `${owned} ${ended}`;
  return [
    ...lines,
    { number: stop.number, short, text, how: stop.missing === undefined ? 'safe' : 'absent' },
  ];
}

/** Docker Desktop shares folders of the host with its VM. */
function endText({ stack }: Told, stop: Stop, attacks: AttackShelf, words: IsolationWords): string {
  const text = stopText(stop, attacks, words);
  const isShared = stop.barrier === 'vm' && stack.id.startsWith('desktop-');
  return isShared ? `${text} ${words.chain.shared}` : text;
}

/** Without the reasons. */
function shortStop(stop: Stop, words: IsolationWords): string {
  if (stop.missing !== undefined) return `${capital(missingText(stop, words))}.`;
  const { setting } = stop.setting ?? {};
  return setting === undefined || setting.puts !== undefined
    ? words.chain.holds(stop.barrier ?? 'process', '')
    : words.chain.stopped(stop.barrier ?? 'process', setting.name, '').trim();
}

function labelOf(
  { number, step, to, ownsAll }: Hop,
  words: IsolationWords,
): Pick<Line, 'number' | 'short'> {
  return {
    number,
    short: step?.label ?? (ownsAll ? words.chain.owns : words.chain.codeIn(to.name)),
  };
}

function textOf(hop: Hop, story: Told, words: IsolationWords): string {
  if (isOfAll(hop)) return ownedText(story, words, story.breakIn.hops.indexOf(hop));
  return hop.step?.says ?? words.chain.codeIn(hop.to.name);
}

/** @returns true for what one place owns, whether the attack names that step or not */
export function isOfAll({ step, ownsAll }: Hop): boolean {
  return step?.at === 'everything' || ownsAll === true;
}

/** What the last step took, by name. */
function ownedText(
  { breakIn: done, parts, gains }: Told,
  words: IsolationWords,
  until = Infinity,
): string {
  const gained = tallyOf(parts, marksOf(done.hops, until), gains).parts.flatMap(({ part, fate }) =>
    fate === 'gained' ? [part] : [],
  );
  return gained.length === 0 ? '' : words.chain.everything(namedParts(gained), gains);
}

/** What holds and why, or what is not there. */
function stopText(stop: Stop, { barriers }: AttackShelf, words: IsolationWords): string {
  if (stop.missing !== undefined) return `${capital(missingText(stop, words))}.`;
  if (stop.setting !== undefined) {
    const { setting, because } = stop.setting;
    return words.chain.stopped(stop.barrier ?? 'process', setting.name, because);
  }
  const barrier = stop.barrier ?? 'process';
  return words.chain.holds(barrier, stop.because ?? barriers.get(barrier)?.does ?? '');
}

function missingText({ missing }: Stop, words: IsolationWords): string {
  if (missing === undefined) return '';
  return missing.what === 'family'
    ? words.missing.family(missing.family, missing.has.name)
    : words.missing[missing.what];
}

/** Names such as gVisor keep their small letter. */
function capital(text: string): string {
  return /^[a-z][A-Z]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Code in the one app that was entered is beyond dispute. */
export function isDisputed({ attack, stack }: Told, { gained, taken }: Tally): boolean {
  const isNamed = attack?.disputed?.some((name) => meansStack(name, stack)) === true;
  return isNamed && gained + taken > 1;
}

/** @returns one stack as the headline counts it when the steps up to `step` are complete */
export function saidOf(story: Told, words: IsolationWords, step: number): SaidStack {
  const { letter, breakIn: done, gains } = story;
  const tally = tallyAt(story, step);
  const { gained, taken, total } = tally;
  // Nothing has held before the step at which it does.
  const stop = done.stop !== null && done.stop.number <= step ? done.stop : null;
  const isAbsent = done.stop?.missing !== undefined && done.hops.length === 0;
  return {
    ...{ letter, gained, taken, total, gains, isDisputed: isDisputed(story, tally) },
    barrier: stop?.barrier ?? null,
    isAll: gained === total,
    missing: isAbsent && done.stop !== null ? missingText(done.stop, words) : null,
    // What it puts between is named as the barrier that it is.
    setting:
      stop?.setting?.setting.puts === undefined ? (stop?.setting?.setting.name ?? null) : null,
  };
}

/** @returns tenants by noun, the others by name */
export function namedParts(parts: readonly Part[]): NamedParts {
  const tenants = new Map<
    string,
    { noun: NonNullable<Layer['instance']>['noun']; count: number }
  >();
  const only = parts.filter(({ isTenant }) => isTenant);
  const single = only.length === 1 && only[0]?.count === 1 ? only[0].layer.name : null;
  for (const { layer, isTenant, count } of single === null ? parts : []) {
    if (!isTenant || layer.instance === undefined) continue;
    const { noun } = layer.instance;
    tenants.set(noun, { noun, count: (tenants.get(noun)?.count ?? 0) + count });
  }
  return {
    tenants: [...tenants.values()],
    others: [
      ...(single === null ? [] : [single]),
      ...new Set(parts.filter(({ isTenant }) => !isTenant).map(({ layer }) => layer.name)),
    ],
  };
}

/** Settings that the attack needs or that limit it, where this stack has them. */
function pillsOf(
  { attack, stack, states }: Told,
  shelf: AttackShelf,
  words: IsolationWords,
): readonly string[] {
  const ids = new Set(
    [...(attack?.needs ?? []), ...(attack?.limits ?? [])].map((one) => one.setting),
  );
  // Only what is not as it usually is in this stack.
  const known = [...ids].flatMap((id): readonly AttackSetting[] => {
    const setting = shelf.settings.get(id);
    // Which version is drawn is said by the layer itself.
    if (
      setting === undefined ||
      setting.puts !== undefined ||
      id.startsWith('patched-') ||
      !isSwitch(setting, stack)
    )
      return [];
    return placeOf(setting, stack)?.base === states(id) ? [] : [setting];
  });
  return known.map(({ id, name }) => words.chain.setting(name, states(id)));
}
