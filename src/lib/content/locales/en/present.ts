/** English words of the wall and of the speaker window. */
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

export const present = {
  title: (lesson: string) => `${lesson} · Present`,
  present: 'Present',
  scene: {
    title: 'Present a scene',
    description: 'Any picture of Strata on a projector: large, one message, driven by a clicker.',
    says: 'This page fills a projector with the picture of its address. Where scripts run, the address names it.',
  },
  speaker: {
    title: (lesson: string) => `${lesson} · Speaker window`,
    description: (lesson: string) =>
      `Notes, the next picture, time and reveals for who presents “${lesson}”.`,
  },
  text: {
    says: 'Where scripts run, this page shows the lesson on a projector, driven by keys or a clicker. Without them, here is what the wall says, step by step.',
    asks: 'The wall asks',
    shows: 'Then',
    notes: 'Notes',
    read: 'Read the lesson',
    lessons: 'All lessons',
  },
  steps: (count: number) => plural(count, { one: 'step', other: 'steps' }),
};
