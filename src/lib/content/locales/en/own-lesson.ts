/** English words of a reader's own lesson. */
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');
const stepsOf = (count: number) => plural(count, { one: 'step', other: 'steps' });

export const ownLesson = {
  page: {
    title: 'My lesson',
    description:
      'Put pictures of your own and steps of our lessons into one row, write a line and notes for each, then present, print or send it.',
  },
  says: 'Put pictures of your own and steps of our lessons into one row. Write what the wall says and what you want to say yourself. Then present it, print it or send it.',
  kept: 'It stays in this browser. There is no account, and nothing is sent.',
  noScript: 'Putting a lesson together needs scripts. Our own lessons are readable without them.',
  refused:
    'This browser keeps nothing for this site: your lesson ends with this visit. Save it as a file.',
  untitled: 'My lesson',
  unnamedStep: (number: number) => `Picture ${number}`,
  title: 'Title of the lesson',
  total: (steps: number, minutes: number) =>
    `${stepsOf(steps)} to show, about ${plural(minutes, { one: 'minute', other: 'minutes' })}`,
  present: 'Present',
  print: 'Print',
  share: 'Share a link',
  save: 'Save as a file',
  file: 'strata-lesson.json',
  open: 'Open a file',
  undo: 'Undo',
  redo: 'Redo',
  tools: 'What to do with the lesson',
  list: 'Steps',
  empty: {
    title: 'No step yet',
    says: 'Build a picture in Explore and press “Share”, then “Add to my lesson”. Or take steps of our lessons from the list below.',
    explore: 'Open Explore',
  },
  step: {
    label: (number: number, title: string) => `Step ${number}: ${title}`,
    own: 'Your picture',
    from: (lesson: string, step: string) => `From “${lesson}”: ${step}`,
    gone: 'Our lesson has no such step any more. Its picture is kept, with your words.',
    unusable: 'Of this picture’s address a part cannot be used:',
    message: 'Message on the wall',
    sentence: 'Sentence under it',
    notes: 'Notes for you',
    minutes: 'Minutes',
    long: (words: number) => `${words} words. From the back row, six are read at a glance.`,
    drag: (title: string, place: number, of: number) =>
      `${title}, place ${place} of ${of}. Move it with the arrow keys.`,
    dragTitle: 'Drag, or move with the arrow keys',
    up: (title: string) => `Move ${title} up`,
    down: (title: string) => `Move ${title} down`,
    out: 'Leave out',
    outOf: (title: string) => `Leave out ${title}`,
    remove: (title: string) => `Remove ${title}`,
    explore: 'Open in Explore',
    noPicture: 'The picture could not be drawn.',
    moved: (title: string, place: number, of: number) => `${title}: place ${place} of ${of}.`,
    removed: (title: string) => `${title} removed. Undo brings it back.`,
  },
  add: {
    title: 'Steps of our lessons',
    says: 'What you take keeps its questions, reveals and sources. Your words replace ours where you write some.',
    all: (count: number) => `Add all ${stepsOf(count)}`,
    allOf: (title: string, count: number) => `Add all ${stepsOf(count)} of “${title}”`,
    one: (title: string) => `Add “${title}”`,
    added: (count: number) => `${stepsOf(count)} added at the end.`,
    full: 'The lesson is full. Remove a step first.',
  },
  link: {
    title: 'Share this lesson',
    says: 'The link holds the whole lesson: pictures, words and notes. Whoever opens it can present it, or make it their own.',
    label: 'Link',
    copy: 'Copy the link',
    copied: 'Link copied.',
    failed: 'Copying is not allowed here. The link is selected: copy it with Ctrl+C or ⌘C.',
    tooLong: 'The lesson is too long for a link. Save it as a file and send that.',
  },
  came: {
    file: (title: string, count: number) => `The file holds “${title}”, ${stepsOf(count)}.`,
    link: (title: string, count: number) => `The link holds “${title}”, ${stepsOf(count)}.`,
    replace: 'Put it in place of mine',
    add: 'Add its steps to mine',
    leave: 'Leave it',
    replaced: 'It stands here now. Undo brings yours back.',
    added: (count: number, left: number) =>
      left === 0
        ? `${stepsOf(count)} added at the end.`
        : `${stepsOf(count)} added at the end. For ${left} more there is no room: save the file, or remove steps first.`,
    badFile: 'This file cannot be opened. Your lesson is as it was.',
    badLink: 'This link cannot be opened. Your lesson is as it was.',
    large: 'The file is too large for a lesson.',
    unreadable: 'The browser could not read the file.',
  },
  unread: {
    says: 'What this browser kept as your lesson cannot be read. It is not lost: save it as a file.',
    save: 'Save what was kept',
    file: 'strata-lesson-unread.json',
    drop: 'Forget it',
  },
  mine: {
    title: 'My lesson',
    description: 'Your own lesson on the wall, on paper, or in the speaker window.',
    loading: 'Your lesson is on its way.',
    noScript: 'Your own lesson is kept by your browser, and shown where scripts run.',
    empty: 'There is no lesson of yours here',
    emptySays:
      'This browser keeps none, and the address holds none. Put one together, or present one of ours.',
    nothing: 'Every step of your lesson is left out',
    bad: 'This link cannot be opened',
    badSays: 'What it holds is no lesson:',
    edit: 'My lesson',
    ours: 'Our lessons',
    failed: 'Our lessons could not be loaded. Check the connection and try again.',
  },
  fromExplore: {
    title: 'My lesson',
    add: 'Add to my lesson',
    added: (place: number) => `Added as step ${place} of your lesson.`,
    full: 'Your lesson is full: eighty steps are the most. Remove one first.',
    refused: 'This browser keeps nothing for this site: the step is lost when you leave.',
    open: 'Open my lesson',
  },
};
