/** English words that every shell needs, the embed among them: kept few, they come with each page. */
export const uiCore = {
  name: 'Strata',
  pages: {
    title: (page: string) => `${page} · Strata`,
    explore: {
      title: 'Explore',
      description:
        'Put up to four architectures side by side, take their layers away, and see where the kernel is.',
    },
    embed: { title: 'Embedded picture' },
  },
  header: {
    lenses: {
      structure: 'Structure',
      boot: 'Boot',
      size: 'Size',
      isolation: 'Isolation',
      path: 'Path',
      kernel: 'Kernel',
      manage: 'Manage',
    },
  },
  stage: {
    label: 'Picture of the stacks',
    loading: 'The picture is being drawn.',
    late: 'Still loading …',
    retry: 'Try again',
  },
  pager: {
    label: 'Stacks in view',
    previous: 'Previous stack',
    next: 'Next stack',
    /** Which of the stacks are in view. */
    place: (from: number, to: number, of: number) =>
      from === to ? `${from} of ${of}` : `${from} to ${to} of ${of}`,
    shown: (title: string, index: number, count: number) => `${title}, ${index} of ${count}`,
  },
  time: {
    label: 'Playback',
    play: 'Play',
    pause: 'Pause',
    timeline: 'Timeline',
    stepShort: (step: number, of: number, label: string) => `${step} of ${of}: ${label}`,
    valueStep: (step: number, of: number, label: string) => `Step ${step} of ${of}: ${label}`,
    /** On the way through a step, so that every move of the slider is heard. */
    valueWithin: (step: string, percent: number) => `${step}, ${percent} %`,
    valueAt: (time: string, says: string) => (says === '' ? time : `${time}. ${says}`),
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit the picture',
    fitShort: 'Fit',
    zoom: 'Zoom',
    fullscreen: 'Full screen',
  },
  words: {
    layers: (title: string) => `Layers of ${title}, from the ground up`,
    stacks: 'The stacks there are',
    scenes: 'Open one of these scenes',
  },
  embed: {
    open: 'Open in Strata',
    attribution: 'Strata, CC BY 4.0',
    sources: 'Sources',
    method: 'Sources and method in the full view',
  },
};
