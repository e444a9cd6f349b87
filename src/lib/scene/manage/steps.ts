/** The steps of a story in words, above the stack: all of them, or the one that is shown. */
import { textWidth } from '../../layout/text-metrics.ts';
import type { Ink, Item } from '../display-list.ts';
import { stopItems } from '../drawn/marks.ts';
import { Z } from '../structure/depth.ts';
import {
  STEP_GAP_PX,
  STOP_ROOM,
  type ManagedStack,
  type ManageStage,
  type ToldStep,
} from './stage.ts';

/** Where a story stands on one stack: the step in progress, and how far it is, 0 to 1. */
export interface Moment {
  /** Index of the step in progress; -1 before the first. */
  readonly index: number;
  readonly share: number;
  /** All steps at once: the picture at rest. */
  readonly isRest: boolean;
}

export function stepItems(stage: ManageStage, one: ManagedStack, moment: Moment): readonly Item[] {
  const { drawn, told } = one;
  let y = drawn.headerY + 8 + stage.textPx;
  const shown = stage.listsAll
    ? told.map((_, at) => at)
    : [Math.max(0, Math.min(told.length - 1, moment.index))];
  return shown.flatMap((at) => {
    const step = told[at];
    if (step === undefined) return [];
    const items = oneStep(stage, one, step, at, y, moment);
    y += step.lines.length * stage.linePx + STEP_GAP_PX;
    return items;
  });
}

function oneStep(
  stage: ManageStage,
  { drawn }: ManagedStack,
  told: ToldStep,
  at: number,
  y: number,
  moment: Moment,
): readonly Item[] {
  const { textPx: size, linePx } = stage;
  const key = `${drawn.stack.key}#step-${at}`;
  const isCurrent = moment.isRest || at === moment.index;
  const ink: Ink = isCurrent ? 'ink' : at < moment.index ? 'secondary' : 'tertiary';
  const x = drawn.x + STOP_ROOM * size;
  const badgePx = stage.input.shell === 'projector' ? size : size * 0.82;
  const radius = badgePx * 0.82;
  const stop = stopItems(
    { key: `${key}-stop`, z: Z.note, alpha: isCurrent || at < moment.index ? 1 : 0.45 },
    [drawn.x + radius + 2, y - size * 0.34],
    told.label,
    'badge',
    badgePx,
  );
  const base = { t: 'text', z: Z.note, size, anchor: 'start', ink } as const;
  return [
    ...stop,
    ...told.lines.flatMap((line, row): readonly Item[] => {
      const lineY = y + row * linePx;
      const isFirst = row === 0 && told.actor !== '' && line.startsWith(told.actor);
      if (!isFirst)
        return [{ ...base, key: `${key}/${row}`, x, y: lineY, text: line, weight: 450 }];
      const rest = line.slice(told.actor.length).trim();
      const actorW = textWidth(`${told.actor} `, size, 700);
      return [
        { ...base, key: `${key}-actor`, x, y: lineY, text: told.actor, weight: 700 },
        ...(rest === ''
          ? []
          : [
              {
                ...{ ...base, key: `${key}/${row}`, x: x + actorW, y: lineY, text: rest },
                weight: 450,
              },
            ]),
      ];
    }),
  ];
}
