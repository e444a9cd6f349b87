/** English words of the lessons' pages. */
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

export const learn = {
  page: {
    title: 'Learn',
    description:
      'Lessons with pictures you can play with: predict, look, and see with every number where it comes from.',
  },
  lead: 'Predict, look, explain',
  says: 'Each lesson is a row of pictures with words beside them. Say what you expect before you see it, and play with the picture at every step: it is the same as in Explore.',
  list: 'Lessons',
  start: 'Start',
  goOn: (step: number) => `Go on at step ${step}`,
  fromStart: 'From the start',
  extent: (steps: number, minutes: number) =>
    `${plural(steps, { one: 'step', other: 'steps' })}, about ${plural(minutes, { one: 'minute', other: 'minutes' })}`,
  seen: (seen: number, of: number) =>
    `${seen} of ${plural(of, { one: 'step', other: 'steps' })} seen`,
  progress: {
    title: 'Your progress',
    says: 'Your place and your answers stay in this browser. No lesson needs them.',
    none: 'Nothing is kept yet.',
    save: 'Save as a file',
    file: 'strata-progress.json',
    erase: 'Erase',
    sure: 'Erase your place and all answers?',
    yes: 'Erase them',
    no: 'Keep them',
    erased: 'Erased. This browser keeps nothing of your lessons.',
    refused:
      'This browser keeps nothing for this site: your place and answers end with this visit. The address holds the step.',
  },
  lessons: 'All lessons',
  lesson: 'Lesson',
  steps: 'Steps',
  goTo: 'Go to step',
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  stepNamed: (step: number, title: string) => `${step}. ${title}`,
  status: (step: number, of: number, title: string) => `Step ${step} of ${of}: ${title}.`,
  minutes: (minutes: number) => `about ${plural(minutes, { one: 'minute', other: 'minutes' })}`,
  back: 'Back',
  next: 'Next',
  end: 'All lessons',
  keys: 'Arrow keys and Page Up, Page Down go from step to step.',
  unknownStep: (asked: string) =>
    `This lesson has no step “${asked}”. You are at its first step; the list of steps is below.`,
  unknownLesson: {
    title: (asked: string) => `There is no lesson “${asked}”`,
    says: 'The address may be mistyped, or the lesson is still to be written.',
  },
  picture: {
    label: 'Picture of this step',
    back: 'Back to the step’s picture',
    explore: 'Open in Explore',
    lens: 'Lens',
    look: 'Look at',
    show: 'Show',
    details: 'Details',
  },
  question: {
    check: 'This is my answer',
    again: 'Ask me again',
    yours: 'Your answer',
    right: 'Right',
    isRight: 'Right.',
    isWrong: 'Not quite.',
    guess: 'Your guess',
    least: (value: string) => `from ${value}`,
    most: (value: string) => `to ${value}`,
    guessed: (value: string) => `You guessed ${value}.`,
    measured: 'Measured',
    off: (times: number, isAbove: boolean) =>
      isAbove ? `That is ${times} times the figure.` : `The figure is ${times} times as much.`,
    order: 'Your order, smallest first',
    rightOrder: 'The right order, smallest first',
    up: (label: string) => `${label}: move up`,
    down: (label: string) => `${label}: move down`,
    moved: (label: string, place: number, of: number) => `${label}: place ${place} of ${of}`,
    wasAt: (place: number) => `you: place ${place}`,
    reveal: 'Show what follows',
  },
  figures: 'Figures of this step, with conditions and sources',
  figure: 'Figure',
  allFigures: 'All about this figure',
  close: 'Close',
  term: 'Word',
  words: 'Words of this lesson',
  layers: (title: string) => `${title}, from the ground up`,
  noScript:
    'The pictures of this lesson can be played with where scripts run. Without them, here is the whole lesson, each picture in words.',
  answer: 'The answer',
  shows: 'The picture shows',
  thenShows: 'Then the picture shows',
};
