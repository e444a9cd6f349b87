import { describe, expect, it } from 'vitest';
import { LessonProgress } from './lesson-progress.svelte.ts';
import { createSafeStorage } from './safe-storage.ts';

const LESSONS = [
  { id: 'a', steps: ['one', 'two'] },
  { id: 'b', steps: ['one'] },
];
const progressOf = () => new LessonProgress(createSafeStorage(() => undefined));

describe('the round that is next', () => {
  it('is the one before the lessons, though the reader has glanced at one', () => {
    const progress = progressOf();
    expect(progress.nextRound(LESSONS)).toBe('before');
    progress.visit('a', 'one');
    expect(progress.nextRound(LESSONS)).toBe('before');
  });

  it('is the one after them once a lesson was gone through', () => {
    const progress = progressOf();
    for (const step of ['one', 'two']) progress.visit('a', step);
    expect(progress.hasFinished({ id: 'a', steps: ['one', 'two'] })).toBe(true);
    expect(progress.nextRound(LESSONS)).toBe('after');
  });

  it('is the one after them once the one before was taken', () => {
    const progress = progressOf();
    progress.check('before', {});
    expect(progress.nextRound(LESSONS)).toBe('after');
  });
});
