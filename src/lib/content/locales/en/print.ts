/** English words of a lesson on paper. */
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

export const print = {
  bar: {
    label: 'How to print',
    print: 'Print',
    notes: 'With notes for the teacher',
    answers: 'With the answers, at the end',
    paper: 'Paper',
    papers: { a4: 'A4', letter: 'Letter' },
    back: 'Back',
    drawing: (done: number, of: number) => `Drawing picture ${done} of ${of} …`,
    ready: 'Ready to print, or to save as a PDF from the print dialog.',
  },
  tooEarly:
    'The pictures of this handout were still being drawn. Print again once the page says that it is ready.',
  title: (lesson: string) => `Handout: ${lesson}`,
  handout: 'Handout',
  teacher: 'Handout with notes for the teacher',
  extent: (steps: number, minutes: number) =>
    `${plural(steps, { one: 'step', other: 'steps' })}, about ${plural(minutes, { one: 'minute', other: 'minutes' })}`,
  name: 'Name',
  date: 'Date',
  minutes: (minutes: number) => plural(minutes, { one: 'minute', other: 'minutes' }),
  figure: (step: number) => `Figure ${step}`,
  answerFigure: (step: number) => `Figure ${step}, answered`,
  marked: (names: string) => `Outlined: ${names}.`,
  noPicture: 'This picture could not be drawn. In words:',
  predict: 'Your prediction',
  why: 'Why?',
  guess: 'Mark your guess. From stroke to stroke it is a power of ten.',
  sort: 'Number them, smallest first.',
  reach: 'Shade in the figure what you expect to be reached.',
  shows: 'Look at',
  notes: 'For the teacher',
  answers: 'Answers',
  answersSay: 'What each step asked, and what there is to say to every option.',
  answerOf: (step: number, title: string) => `${step}. ${title}`,
  right: 'Right',
  order: 'The right order, smallest first:',
  terms: 'Words',
  figures: 'Figures and sources',
  figuresSay: 'The small number behind a figure in the text leads here.',
  links: 'Documents named in the text',
  licence:
    'Content and pictures: CC BY 4.0. You may copy, change and share them if you name Strata as the source.',
  online: 'With pictures to play with:',
  noAddress: 'no public address',
};
