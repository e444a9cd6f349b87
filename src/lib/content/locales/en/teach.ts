/** English words of the page for teachers. */
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

export const teach = {
  page: {
    title: 'Teach',
    description:
      'Lesson plans with aim, time, questions and common misbeliefs, handouts to print, and how to present and embed Strata.',
  },
  lead: 'Teach with pictures that hold',
  says: 'Every lesson can be presented with a clicker, read alone, printed and taken apart. Below stand a plan for each, with what learners often believe and the picture that shows otherwise.',
  presentOne: 'Present a lesson',
  mine: 'Put together my own',
  plans: { title: 'Lesson plans', of: 'Lessons' },
  plan: {
    extent: (steps: number, minutes: number, asked: number) =>
      `${plural(steps, { one: 'step', other: 'steps' })}, about ${plural(minutes, { one: 'minute', other: 'minutes' })} in class, ${plural(asked, { one: 'prediction', other: 'predictions' })}`,
    aim: 'Aim',
    prior: 'What learners bring along',
    time: 'Steps and time',
    minutes: (minutes: number) => `${minutes} min`,
    short: (minutes: number, steps: readonly string[]) =>
      `In ${minutes} min, without: ${steps.join('; ')}.`,
    asks: 'predict',
    ask: 'Questions to ask',
    at: (step: number, title: string) => `Step ${step}, ${title}`,
    beliefs: 'What many believe, and the picture that shows otherwise',
    belief: 'Many believe:',
    present: 'Present',
    presentOf: (title: string) => `Present “${title}”`,
    read: 'Read',
    readOf: (title: string) => `Read “${title}”`,
    print: 'Handout',
    printOf: (title: string) => `Handout of “${title}”`,
    printNotes: 'Handout with notes',
    printNotesOf: (title: string) => `Handout with notes of “${title}”`,
    notes: 'Speaker window',
    notesOf: (title: string) => `Speaker window of “${title}”`,
  },
  present: {
    title: 'How to present',
    steps: [
      {
        title: 'Open the wall',
        says: 'Open a lesson with “Present” on the screen that the projector shows, and press F for full screen. It keeps the screen awake and needs no network once it is loaded.',
      },
      {
        title: 'Open the speaker window',
        says: 'Press S. Notes, the next picture, time and reveals open in a window of their own: pull it to your screen. Both windows follow each other; either may be reloaded.',
      },
      {
        title: 'Let them predict',
        says: 'A step that asks shows the question first. Take votes, with hands or on paper; the next press shows the answer.',
      },
      {
        title: 'Play',
        says: 'The picture on the wall is the one of Explore: select, switch, scrub and break in without leaving the talk. R brings the slide’s own picture back.',
      },
      {
        title: 'Give it to them',
        says: 'Q puts a code on the wall: phones open this picture in Explore.',
      },
    ],
    any: 'Any scene can stand on the wall: build it in Explore, then choose “Present”.',
    keys: 'Keys',
    key: 'Key',
    does: 'Does',
    clicker:
      'A clicker works as it is; while a picture moves, the first press shows its end. Single letters can be switched off in the help of the wall, which lists every key.',
  },
  own: {
    title: 'Your own lesson',
    says: 'Take steps of ours, add pictures that you built, leave out what you do not need, and write your own line and notes for each. It stays in your browser and can be sent as a link or a file.',
    open: 'My lesson',
  },
  handouts: {
    title: 'Handouts',
    says: 'On paper each step has one picture, its words, and questions with room to write; answers, words and sources stand at the end. Print it, or save it as a PDF in the print dialog.',
    lesson: 'Lesson',
    a4: 'A4',
    letter: 'Letter',
    learners: 'for learners',
    notes: 'with notes',
    label: (title: string, paper: string, kind: string) => `“${title}” on ${paper}, ${kind}`,
    script:
      'With the source code at hand, this command writes them all as PDF files, with the Chromium of your machine:',
    command: 'npm run handouts',
  },
  embed: {
    title: 'How to embed',
    steps: [
      'Build the scene in Explore: stacks, lens, switches.',
      'Press “Embed” and copy the HTML.',
      'Paste it into your page, your course or your slides, as HTML.',
    ],
    says: 'The frame loads nothing from elsewhere, sets no cookie, takes no focus and scrolls with your page. A named scene looks like this:',
    frame: 'A VM and a container, a picture to play with',
    builder: 'Embed builder',
    reference: 'Embed reference',
    link: 'Where frames are not allowed, a link to the scene does: the address is the scene.',
  },
  measure: {
    title: 'Measure in class',
    says: 'With the measuring kit a class times processes, containers and VMs on its own machines and sees its numbers beside those of studies. The lesson “What did you really measure?” goes with it.',
    open: 'The measuring kit',
  },
  licence: {
    title: 'Licence',
    content:
      'Lessons, plans, handouts and pictures: CC BY 4.0. Copy, change and share them, also for money, if you name Strata as the source and say what you changed.',
    code: 'Code: MIT licence.',
    cc: 'CC BY 4.0 in full',
    figures:
      'Every number has its source and conditions beside it, and the machine where the source names one:',
    allFigures: 'all figures',
  },
};
