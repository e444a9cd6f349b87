/** The only way from data files to attacks, settings, barriers and surfaces: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';
import { ABI_FAMILIES } from '../kinds.ts';
import {
  ATTACK_GAINS,
  ATTACK_PLACES,
  BARRIER_KINDS,
  ENTRY_KINDS,
  type Attack,
  type AttackRecord,
  type AttackSetting,
  type AttackSurface,
  type Barrier,
  type BarrierRecord,
  type SettingRecord,
} from './attack-data.ts';

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(40));
const sourceId = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/), v.maxLength(60));
const stackRef = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?::[a-z0-9-]+)?$/));
const sources = v.pipe(v.array(sourceId), v.minLength(1));
const stacks = v.pipe(v.array(stackRef), v.minLength(1));
const state = v.picklist(['on', 'off']);
const barrierKind = v.picklist(BARRIER_KINDS);

const step = v.strictObject({ at: v.picklist(ATTACK_PLACES), label: text(28), says: text(160) });

const need = v.strictObject({
  setting: id,
  is: state,
  stops: v.pipe(v.number(), v.integer(), v.minValue(1)),
  because: text(160),
});

const limit = v.strictObject({
  setting: id,
  is: state,
  to: v.picklist(['self', 'user', 'vm']),
  because: text(160),
});

const score = v.strictObject({
  version: v.picklist(['2.0', '3.0', '3.1', '4.0']),
  value: v.pipe(v.number(), v.minValue(0), v.maxValue(10)),
});

/** @returns true when a text has at most two sentences; a point inside a name or number ends none. */
function isShort(summary: string): boolean {
  return summary.split(/[.!?](?=\s|$)/).filter((part) => part.trim() !== '').length <= 2;
}

const attack: v.GenericSchema<AttackRecord> = v.pipe(
  v.strictObject({
    id,
    kind: v.picklist(ENTRY_KINDS),
    name: text(40),
    cve: v.exactOptional(v.pipe(v.string(), v.regex(/^CVE-\d{4}-\d{4,7}$/))),
    year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100))),
    score: v.exactOptional(score),
    gains: v.picklist(ATTACK_GAINS),
    breaks: v.array(barrierKind),
    runsOn: text(60),
    affected: v.exactOptional(text(100)),
    families: v.exactOptional(v.pipe(v.array(v.picklist(ABI_FAMILIES)), v.minLength(1))),
    needs: v.array(need),
    limits: v.exactOptional(v.pipe(v.array(limit), v.minLength(1))),
    steps: v.pipe(v.array(step), v.minLength(1), v.maxLength(5)),
    summary: v.pipe(text(220), v.check(isShort, 'expected at most two sentences')),
    worked: text(220),
    caveat: v.exactOptional(text(220)),
    sources,
    figures: v.exactOptional(v.pipe(v.array(sourceId), v.minLength(1))),
    stacks,
    disputed: v.exactOptional(stacks),
    inferred: v.exactOptional(stacks),
  }),
  v.check(({ steps }) => steps[0]?.at === 'app', 'the first step is in the app'),
  v.check(
    ({ needs, steps }) => needs.every(({ stops }) => stops <= steps.length),
    '`stops` is the number of a step',
  ),
  v.check(
    ({ cve, score: given }) => given === undefined || cve !== undefined,
    'a score needs a `cve`',
  ),
  v.check(
    ({ stacks: all, inferred = [] }) => inferred.every((one) => all.includes(one)),
    '`inferred` are some of `stacks`',
  ),
  v.check(
    ({ stacks: all, disputed = [], caveat }) =>
      disputed.every((one) => all.includes(one)) && (disputed.length === 0 || caveat !== undefined),
    '`disputed` are some of `stacks`, and `caveat` says why',
  ),
);

const setting: v.GenericSchema<SettingRecord> = v.strictObject({
  id,
  name: text(40),
  hardens: state,
  does: text(200),
  puts: v.exactOptional(v.picklist(['sentry', 'vm'])),
  barrier: v.exactOptional(barrierKind),
  places: v.pipe(
    v.array(
      v.strictObject({
        stacks,
        base: state,
        fixed: v.exactOptional(v.literal(true)),
        because: text(160),
        sources,
      }),
    ),
    v.minLength(1),
  ),
});

const barrier: v.GenericSchema<BarrierRecord> = v.strictObject({
  id: barrierKind,
  name: text(40),
  does: text(200),
  none: v.exactOptional(text(200)),
  sources,
});

const surface: v.GenericSchema<AttackSurface> = v.strictObject({
  stacks,
  bars: v.array(
    v.strictObject({
      figure: sourceId,
      label: text(60),
      when: v.exactOptional(v.strictObject({ setting: id, is: state })),
    }),
  ),
  note: v.exactOptional(text(200)),
});

/** @returns the attack of a file, or what is wrong with it by path. */
export function parseAttack(input: unknown): DataResult<AttackRecord> {
  return readData(attack, input);
}

/** @returns the settings, or what is wrong with them by path. */
export function parseAttackSettings(input: unknown): DataResult<readonly SettingRecord[]> {
  return readData(v.array(setting), input);
}

/** @returns the barriers, or what is wrong with them by path. */
export function parseBarriers(input: unknown): DataResult<readonly BarrierRecord[]> {
  return readData(v.array(barrier), input);
}

/** @returns the surfaces, or what is wrong with them by path. */
export function parseSurfaces(input: unknown): DataResult<readonly AttackSurface[]> {
  return readData(v.array(surface), input);
}

/** @returns of an attack what is simulated and drawn */
export function drawnAttack(input: unknown): DataResult<Attack> {
  const read = parseAttack(input);
  if (!read.ok) return read;
  const { year, score: given, summary, worked, caveat, sources: from, ...rest } = read.value;
  const { figures, inferred, ...drawn } = rest;
  return { ok: true, value: drawn };
}

/** @returns of the settings what decides how they stand */
export function drawnSettings(input: unknown): DataResult<readonly AttackSetting[]> {
  const read = parseAttackSettings(input);
  if (!read.ok) return read;
  const value = read.value.map((one) => ({
    ...one,
    places: one.places.map(({ because, sources: from, ...place }) => place),
  }));
  return { ok: true, value };
}

/** @returns of the barriers what is said where they hold */
export function drawnBarriers(input: unknown): DataResult<readonly Barrier[]> {
  const read = parseBarriers(input);
  if (!read.ok) return read;
  return { ok: true, value: read.value.map(({ none, sources: from, ...drawn }) => drawn) };
}
