/** English words of the check before and after the lessons. */
import type { Round } from '../../../model/lesson/self-check.ts';
import { pluralsOf } from '../plural.ts';

const ROUND: Readonly<Record<Round, string>> = {
  before: 'Before the lessons',
  after: 'After the lessons',
};

const plural = pluralsOf('en');

function changed(by: number): string {
  if (by > 0) return `That is ${by} more than before.`;
  return by < 0 ? `That is ${-by} fewer than before.` : 'That is as many as before.';
}

export const selfCheck = {
  page: {
    title: 'What do you know?',
    description:
      'Questions on kernels, containers and VMs, before the lessons and after them. The result is yours alone.',
  },
  says: 'The same questions before the lessons and after them: you see what has changed. Nobody else sees it, and no lesson needs it.',
  rounds: ROUND,
  results: 'Your results',
  none: 'not taken yet',
  score: (right: number, of: number, wrong: number, open: number) =>
    `${right} of ${of} right, ${wrong} wrong, ${open} left open`,
  begin: 'Begin',
  beginAfter: 'Take it again, after the lessons',
  again: 'Take it once more',
  progress: (answered: number, of: number) => `${answered} of ${of} answered`,
  open: 'A question that you leave open counts as not known.',
  show: 'Show my result',
  extent: (questions: number) =>
    `${plural(questions, { one: 'question', other: 'questions' })}, on one page. You can leave them at any time and take them up again: your answers stay in this browser.`,
  round: 'This round is',
  goOn: (answered: number, of: number) => `Go on: ${answered} of ${of} answered`,
  anew: 'Begin anew',
  leave: 'Leave, and go on later',
  cancel: 'Stop, and keep nothing of it',
  resultOf: (round: Round, right: number, of: number) => `${ROUND[round]}: ${right} of ${of} right`,
  changed,
  spoiler:
    'If you go through the lessons first, the second round tells more. The answers are here all the same.',
  answers: 'Answers and explanations',
  yours: 'your answer',
  yoursWrong: 'your answer, wrong',
  right: 'right',
  outcomes: {
    right: 'Your answer is right.',
    wrong: 'Your answer is wrong.',
    open: 'You left this open.',
  },
  where: (lesson: string) => `Taught in “${lesson}”`,
  toLessons: 'To the lessons',
  refused: 'This browser keeps nothing for this site: the result ends with this visit.',
  refusedSoFar: 'This browser keeps nothing for this site: your answers end with this visit.',
  noScript: 'Without scripts nothing is counted. Here are the questions with their answers.',
  way: {
    title: 'Questions before and after',
    says: 'See what you know now, go through the lessons, and see what has changed. It is never required.',
    go: 'To the questions',
  },
};
