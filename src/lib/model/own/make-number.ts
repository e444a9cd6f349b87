/** Makes an own number out of what a tool or a person wrote, checked; never throws. */
import {
  MAX_MACHINE_LENGTH,
  MAX_WHAT_LENGTH,
  type OwnKind,
  type OwnNumber,
  type OwnPhase,
  type OwnStart,
  type OwnTool,
} from '../own-numbers.ts';
import { checkNumber, tidy } from './own-quantity.ts';
import { shorten, type IssueData } from './own-issue.ts';

/** An own number before it is checked; absent and undefined are the same. */
export interface OwnDraft {
  readonly kind: OwnKind;
  readonly stack?: string | null | undefined;
  readonly what: string;
  readonly low?: number | undefined;
  readonly typical?: number | undefined;
  readonly high?: number | undefined;
  readonly unit: string;
  readonly runs?: number | undefined;
  readonly machine?: string | undefined;
  readonly start?: OwnStart | undefined;
  readonly phases?: readonly OwnPhase[] | undefined;
  readonly tool: OwnTool;
}

const ENDS = ['low', 'typical', 'high'] as const;

/** The three values, tidied, or what is wrong with them. */
function endsOf(draft: OwnDraft): Partial<Record<(typeof ENDS)[number], number>> | IssueData {
  const values: Partial<Record<(typeof ENDS)[number], number>> = {};
  let before = 0;
  for (const end of ENDS) {
    const value = draft[end];
    if (value === undefined) continue;
    const checked = checkNumber(value, end);
    if (typeof checked !== 'number') return checked;
    if (checked < before) {
      return { code: 'order', found: ENDS.flatMap((name) => draft[name] ?? []).join(' > ') };
    }
    before = checked;
    values[end] = tidy(checked);
  }
  return before === 0 && Object.keys(values).length === 0
    ? { code: 'missing', field: 'value' }
    : values;
}

/** @returns the number, its texts cut to what is kept; or what is wrong with it */
export function makeNumber(draft: OwnDraft): OwnNumber | IssueData {
  const ends = endsOf(draft);
  if ('code' in ends) return ends;
  const what = shorten(draft.what, MAX_WHAT_LENGTH);
  if (what === '') return { code: 'missing', field: 'what' };
  const machine = shorten(draft.machine ?? '', MAX_MACHINE_LENGTH);
  const { kind, unit, tool, runs, start, phases, stack = null } = draft;
  const isStart = kind === 'start';
  return {
    kind,
    stack,
    what,
    ...ends,
    unit,
    ...(runs !== undefined && runs >= 1 && { runs: Math.round(runs) }),
    ...(machine !== '' && { machine }),
    ...(isStart && start !== undefined && { start }),
    ...(isStart && phases !== undefined && phases.length > 0 && { phases }),
    tool,
  };
}

/** Low, typical and high of single runs: least, median, most. */
export function endsOfRuns(values: readonly number[]): {
  low: number;
  typical: number;
  high: number;
} {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    low: at(0),
    typical: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    high: at(sorted.length - 1),
  };
}
