/**
 * Which kernel a user space needs, and what breaks: the kernel reaches as far as its version, the image as
 * far as the newest call it makes. Where the kernel does not reach, the image is held apart; what else can
 * be in the way is marked where it is.
 */
import type { KnownKernel, NeedCase } from '../../model/kernel/needs-data.ts';
import { firstFitting, needState, type NeedState } from '../../sim/kernel/needs.ts';
import type { Box } from '../display-list.ts';
import type { Picture, SummaryTable, TwinStack, UnusedValue } from '../picture.ts';
import type { Steps } from '../steps.ts';
import { drawNeeds } from './needs-items.ts';
import { needsPanel } from './needs-panel.ts';
import type { NeedsInput } from './run-input.ts';
import { hostKeys } from './run-items.ts';
import { runType } from './run-type.ts';

/** What is looked at, as the settings name it. */
export interface NeedsAsked {
  readonly one: NeedCase;
  readonly kernel: KnownKernel;
  /** Place of the kernel among those that are known, and of the first that is new enough. */
  readonly at: number;
  readonly fitsFrom: number;
  readonly isMended: boolean;
  readonly state: NeedState;
  readonly unused: readonly UnusedValue[];
}

function needsAsked({ run: { needsShelf }, scene: { kernel: settings } }: NeedsInput): NeedsAsked {
  const { cases, kernels } = needsShelf;
  const named = cases.find(({ id }) => id === settings.space);
  const chosen = kernels.find(({ version }) => version === settings.version);
  const one = named ?? cases[0];
  const kernel = chosen ?? kernels[0];
  if (one === undefined || kernel === undefined) throw new Error('content/run-here is empty');
  const isMended = settings.remedy;
  return {
    ...{ one, kernel, isMended },
    at: kernels.indexOf(kernel),
    fitsFrom: Math.max(0, firstFitting(one, kernels)),
    state: needState(one, kernel.version, isMended),
    unused: [
      ...(named ? [] : [{ param: 'kernel.space', value: settings.space, used: one.id }]),
      ...(chosen
        ? []
        : [{ param: 'kernel.version', value: settings.version, used: kernel.version }]),
    ],
  };
}

/** Beside each other from here on, px. */
const WIDE_PX = 820;

export function* needsPicture(input: NeedsInput): Steps<Picture> {
  const asked = needsAsked(input);
  const { needs: words } = input.run;
  const { widthPx, heightPx, shell } = input;
  const type = runType(shell, heightPx);
  const isEmpty = input.stacks.length === 0;
  const margin = shell === 'mobile' ? 14 : Math.min(44, widthPx * 0.035);
  const whole: Box = { x: margin, y: 8, w: widthPx - 2 * margin, h: heightPx - 16 };
  const isWide = widthPx >= WIDE_PX;
  const panelW = isWide ? Math.min(560, whole.w * 0.4) : whole.w;
  const panelH = isWide ? whole.h : whole.h * 0.5;
  const panel = needsPanel(input, asked, type, {
    ...{ x: isWide ? whole.x + whole.w - panelW : whole.x, y: whole.y, w: panelW, h: panelH },
  });
  const room: Box = isWide
    ? { ...whole, w: whole.w - panelW - 40 }
    : { ...whole, y: panel.bottomY + 12, h: whole.y + whole.h - panel.bottomY - 12 };
  const keys = hostKeys(input.stacks[0], { family: 'linux' });
  yield;
  const drawn = drawNeeds({ input, asked, room, keys, type });
  const items = isEmpty ? [] : [...drawn.items, ...panel.items];
  const rest = { width: widthPx, height: heightPx, items };
  yield;
  const stack: TwinStack = {
    ...{ key: 'needs', title: words.title, layers: drawn.layers },
    readout: `${words.results[asked.state.result]}. ${words.cases[asked.one.id].cause}`,
  };
  return {
    ...{ lens: 'kernel', rest, buildList: rest, clock: null, stacks: isEmpty ? [] : [stack] },
    headline: words.headline(
      ...([asked.one.image, asked.kernel.version, asked.state.result, asked.isMended] as const),
      asked.state.why === 'version' ? words.tooOldMark : words.cases[asked.one.id].mark,
    ),
    sentence: words.sentence,
    table: tableOf(input, asked.isMended),
    ...{ build: [], buildChapters: [], buildSays: [] },
    ...(asked.unused.length === 0 ? {} : { unused: asked.unused }),
  };
}

/** Every user space on every kernel. */
function tableOf({ run }: NeedsInput, isMended: boolean): SummaryTable {
  const { needs: words, needsShelf } = run;
  return {
    caption: words.caption,
    columns: [
      words.table.space,
      ...needsShelf.kernels.map(({ version, host }) => `${version} (${host})`),
      words.table.needs,
      words.cause,
      words.remedy,
    ],
    rows: needsShelf.cases.map((one) => {
      const said = words.cases[one.id];
      return [
        `${one.image}: ${said.name}`,
        ...needsShelf.kernels.map(
          ({ version }) => words.results[needState(one, version, isMended).result],
        ),
        ...[said.needs, said.cause, said.remedy],
      ];
    }),
  };
}
