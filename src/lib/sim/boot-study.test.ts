import { describe, expect, it } from 'vitest';
import { DOCKER, KVM, MAC, MICROVM, PROCESS, UNIKERNEL, XEN } from './boot-stacks.fixture.ts';
import { LIGHTVM, NSDI, STUDIES } from './boot-studies.fixture.ts';
import {
  chooseStudy,
  fitsStack,
  isUntimed,
  otherVariantOf,
  studiesFor,
  timingsOf,
} from './boot-study.ts';

describe('which study times which stack', () => {
  it('takes a timing with a variant for that variant only, one without for every variant', () => {
    const [process, , debian] = LIGHTVM.timings;
    expect(process && fitsStack(process, PROCESS)).toBe(true);
    expect(debian && fitsStack(debian, XEN)).toBe(true);
    expect(debian && fitsStack(debian, KVM)).toBe(false);
  });
  it('puts the primary timing first', () => {
    expect(timingsOf(LIGHTVM, XEN).map(({ id }) => id)).toEqual(['debian', 'tinyx']);
    const swapped = { ...LIGHTVM, timings: [...LIGHTVM.timings].reverse() };
    expect(timingsOf(swapped, XEN)[0]?.id).toBe('debian');
  });
  it('names another variant of the family', () => {
    expect(otherVariantOf(LIGHTVM, KVM)?.id).toBe('debian');
    expect(otherVariantOf(LIGHTVM, MAC)).toBeUndefined();
  });
  it('offers the studies that timed two of the chosen stacks or more, and the one that is named', () => {
    const offered = (wanted: string | null, studies = STUDIES) =>
      studiesFor([PROCESS, XEN, KVM, MICROVM], studies, wanted).map(({ id, timed }) => [id, timed]);
    const races = [
      ['lightvm', 2],
      ['nsdi', 2],
    ];
    expect(offered(null)).toEqual(races);
    expect(offered('bounds')).toEqual([...races, ['bounds', 1]]);
  });
  it('tells what nobody timed from what another study timed', () => {
    expect(isUntimed(MICROVM, STUDIES)).toBe(false);
    const [one, two] = [LIGHTVM, NSDI].map((study) => ({ ...study, timings: [] }));
    if (one === undefined || two === undefined) throw new Error('no studies');
    expect(isUntimed(MICROVM, [one, two])).toBe(true);
    expect(isUntimed(MICROVM, [one])).toBe(false);
  });
});

describe('chooseStudy', () => {
  it('takes the study that timed most, the first among equals', () => {
    expect(chooseStudy(null, [PROCESS, XEN, KVM, MICROVM], STUDIES)).toMatchObject({
      study: LIGHTVM,
    });
    expect(chooseStudy(null, [KVM, MICROVM, UNIKERNEL], STUDIES)).toMatchObject({ study: NSDI });
  });
  it('shows all sources when no study timed two of the stacks', () => {
    expect(chooseStudy(null, [PROCESS], STUDIES)).toEqual({ kind: 'all' });
    expect(chooseStudy(null, [], STUDIES)).toEqual({ kind: 'all' });
  });
  it('keeps to a named study even if it timed none of them', () => {
    expect(chooseStudy('nsdi', [PROCESS, DOCKER], STUDIES)).toMatchObject({ study: NSDI });
    expect(chooseStudy('all', [PROCESS, XEN], STUDIES)).toEqual({ kind: 'all' });
    expect(chooseStudy('__proto__', [PROCESS, XEN], STUDIES)).toMatchObject({ study: LIGHTVM });
  });
});
