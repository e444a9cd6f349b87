import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPasted } from './pasted.ts';

const place = { starts: ['https://strata.example/x', 'http://localhost:4173'] };
const read = (text: string) => readPasted(text, place);

describe('what is a scene', () => {
  it.each([
    ['https://strata.example/x/explore/a-break-in', 'scene=a-break-in'],
    ['https://strata.example/x/embed/a-break-in/', 'scene=a-break-in'],
    ['http://localhost:4173/explore/a-break-in?lens=size', 'lens=size&scene=a-break-in'],
    ['https://strata.example/x/explore?stacks=process,kata&n=3', 'stacks=process%2Ckata&n=3'],
    ['https://strata.example/x/present?stacks=process', 'stacks=process'],
    ['  /explore/a-break-in ', 'scene=a-break-in'],
    ['/x/explore/a-break-in', 'scene=a-break-in'],
    ['?stacks=process&lens=boot', 'stacks=process&lens=boot'],
    [
      'https://strata.example/x/embed-builder?scene=a-break-in&size=4:3',
      'scene=a-break-in&size=4%3A3',
    ],
    [
      '<iframe src="https://strata.example/x/embed/a-break-in?lens=size&amp;n=2" title="x"></iframe>',
      'lens=size&n=2&scene=a-break-in',
    ],
    [
      "<section>\n<iframe data-src='https://strata.example/x/embed?stacks=process'>",
      'stacks=process',
    ],
    ['https://strata.example/x/embed/a-break-in#?secret=abc', 'scene=a-break-in'],
  ])('%s', (text, query) => expect(read(text)).toEqual({ ok: true, query }));
});

describe('what is none, and why', () => {
  it.each([
    ['', { code: 'empty' }],
    ['   ', { code: 'empty' }],
    ['a break in', { code: 'no-address' }],
    ['javascript:alert(1)', { code: 'no-address' }],
    ['ftp://strata.example/x/explore/a-break-in', { code: 'no-address' }],
    [
      'https://other.example/explore/a-break-in',
      { code: 'other-site', part: 'other.example/explore/a-break-in' },
    ],
    ['//other.example/explore', { code: 'no-address' }],
    ['https://strata.example/y/explore', { code: 'other-site', part: 'strata.example/y/explore' }],
    [
      'https://strata.example/x/learn/by-hand?step=2',
      { code: 'other-page', part: '/learn/by-hand' },
    ],
    ['https://strata.example/x/present/by-hand', { code: 'other-page', part: '/present/by-hand' }],
    ['https://strata.example/x/explore/nowhere', { code: 'unknown-scene', part: 'nowhere' }],
    ['https://strata.example/x/explore/%E0%A4%A', { code: 'broken' }],
    ['https://strata.example/x/explore', { code: 'no-scene' }],
    ['https://strata.example/x/explore?stacks=', { code: 'no-stacks' }],
  ])('“%s”', (text, issue) => expect(read(text)).toEqual({ ok: false, issue }));

  it('never throws, and never repeats more than a line of it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl({ withQueryParameters: true, withFragments: true }),
          fc.string({ unit: 'binary' }).map((text) => `https://strata.example/x/explore/${text}`),
        ),
        (text) => {
          const found = read(text);
          if (!found.ok && 'part' in found.issue) expect(found.issue.part.length).toBeLessThan(70);
        },
      ),
    );
  });
});
