/** English words of any page that are seldom needed: notices, lost addresses, a frame without a scene. */
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

export const uiSeldom = {
  notFound: {
    title: 'Nothing stands here',
    says: 'There is no page at this address. It may be mistyped.',
    failed: 'This page could not be shown.',
    home: 'Start page',
    explore: 'Explore all stacks',
    about: 'About Strata',
    scenes: 'Or open one of these scenes',
  },
  choice: {
    title: 'Which picture shall stand here?',
    unknown: (scene: string) => `There is no scene “${scene}”.`,
    says: 'Each of these opens in this frame.',
  },
  backToLesson: (title: string, step: number) => `Back to the lesson “${title}”, step ${step}`,
  /** A link out of a frame whose host lets it open nothing. */
  blocked: {
    title: 'The way out is closed',
    says: 'The page around this frame does not let it open another page. Take the address along:',
    address: 'Address of the page',
    copy: 'Copy the address',
    copied: 'Address copied.',
    copyFailed: 'Copying is not allowed here. The address is selected: copy it with Ctrl+C or ⌘C.',
    close: 'Close',
  },
  notices: {
    label: 'Notices',
    dismiss: 'Dismiss',
    dismissAll: 'Dismiss all',
    more: (count: number) => plural(count, { one: 'more notice', other: 'more notices' }),
  },
  stageErrors: {
    'no-canvas': {
      title: 'This browser gives no canvas to draw on.',
      says: 'The same layers and figures are below as a table.',
    },
    'paint-failed': {
      title: 'Drawing failed.',
      says: 'The table below says what the picture would. Settings and links still work.',
    },
    'not-loaded': {
      title: 'The picture could not be loaded.',
      says: 'Check the connection. What has arrived is below as a table.',
    },
  },
};
