/** English words of the embed builder: its page, and the dialog in Explore. */
import type { Motion } from '#lib/model/scene.ts';

const QUOTE = (text: string): string => `“${text}”`;

/** A way to copy, and what its host leaves of it. */
interface FormWords {
  readonly name: string;
  /** What the field holds, and what the button says it copies. */
  readonly what: string;
  /** One line: what to do, what the host strips. */
  readonly note: string;
  /** Where the host says so. */
  readonly source?: string;
}

const forms = {
  iframe: {
    name: 'HTML frame',
    what: 'HTML',
    note: 'Your own page keeps all of it. Canvas, by an older list of what it lets through, drops “allow”, “loading” and “referrerpolicy”; the frame works without them.',
    source:
      'https://github.com/instructure/canvas-lms/blob/master/gems/canvas_sanitize/lib/canvas_sanitize/canvas_sanitize.rb',
  },
  element: {
    name: 'Custom element',
    what: 'HTML',
    note: 'A picture with a button; the frame is loaded when it is pressed. Where a host strips scripts, the link inside stays.',
  },
  markdown: {
    name: 'Markdown',
    what: 'Markdown',
    note: 'For hosts that take no frames: a picture that leads to the scene; the link alone where your choice is not what the picture shows. What a host strips of it is not known; where pictures are gone, the link stays.',
  },
  reveal: {
    name: 'reveal.js',
    what: 'slide',
    note: 'reveal.js strips nothing. It loads the frame when the slide is shown and unloads it after; at the last step the embed hands over to the next slide.',
    source: 'https://revealjs.com/media/',
  },
  slidev: {
    name: 'Slidev',
    what: 'slide',
    note: 'Slidev strips nothing of HTML in a slide. Its own layout “iframe” takes the address alone, without a title.',
    source: 'https://sli.dev/builtin/layouts',
  },
  moodle: {
    name: 'Moodle',
    what: 'HTML',
    note: 'Switch the editor to its HTML source and paste. What Moodle strips there is not known: look at the saved page. If the frame is gone, take the Markdown form’s picture and link, or upload a lesson as a SCORM package (“Download for my course”).',
  },
  notion: {
    name: 'Notion',
    what: 'address',
    note: 'Type /embed and paste the address: Notion makes the frame. What its frame allows is not known. If it stays empty, paste the link alone.',
  },
  wordpress: {
    name: 'WordPress',
    what: 'address or HTML',
    note: '',
    source: 'https://developer.wordpress.org/reference/functions/wp_filter_oembed_result/',
  },
} satisfies Readonly<Record<string, FormWords>>;

export const embedBuilder = {
  page: {
    title: 'Embed builder',
    description:
      'Choose a scene, size, theme and controls, see the frame as your readers will, and copy it for HTML, Markdown, reveal.js, Slidev, Moodle, Notion or WordPress.',
  },
  lead: 'Put a scene into your page',
  says: 'Choose the scene and how its frame looks, see it in a real frame, and copy it in the form that your host takes. The address of this page holds what you chose.',
  noScript:
    'The builder itself needs scripts. Without them, this frame shows a scene; put another name in place of the last part of its address:',
  scenes: 'Scenes and the address of their frames',
  dialog: {
    title: 'Embed this scene',
    more: 'More forms: reveal.js, Slidev, Moodle, Notion, WordPress',
    adjust: 'Scene, size and look',
  },
  scene: {
    legend: 'Scene',
    label: 'Scene',
    named: 'Named scenes',
    still: (title: string) => `${title} (no steps)`,
    own: (title: string) => `Your own: ${title}`,
    changed: (title: string) => `${title}, changed`,
    paste: 'Or paste an address of Strata',
    use: 'Use it',
    taken: (title: string) => `Taken: ${title}.`,
  },
  /** Why a pasted text is no scene; each ends with what stands instead. */
  issues: {
    empty: () => 'Nothing is pasted yet.',
    'no-address': () =>
      'This is no address. It would begin with https:// or be the HTML of a frame. The scene stays as it is.',
    broken: () =>
      'The name of the scene in this address holds a broken escape, a % without its two signs. The scene stays as it is.',
    'no-scene': () =>
      'This address names neither a scene nor stacks, so there is nothing to show. The scene stays as it is.',
    'no-stacks': () =>
      'Of “stacks” in this address nothing can be shown: there is no such stack. The scene stays as it is.',
    'other-site': (part: string) =>
      `${QUOTE(part)} is not a page of this Strata. The scene stays as it is.`,
    'other-page': (part: string) =>
      `${QUOTE(part)} is a page of Strata, but no scene. Open the picture in Explore and copy its address. The scene stays as it is.`,
    'unknown-scene': (part: string) =>
      `There is no scene ${QUOTE(part)}. The scene stays as it is.`,
  },
  size: {
    legend: 'Size',
    ratio: (ratio: string) => `${ratio}, as wide as its column`,
    fixed: 'Fixed',
    auto: 'As high as it needs',
    autoSays:
      'The frame tells its host how high it would like to be. The HTML comes with a script that listens; hosts that strip scripts keep the first height.',
    width: 'Width, px',
    height: 'Height, px',
    wrong: (what: string, text: string, min: number, max: number) =>
      `${what}: ${QUOTE(text)} is no whole number from ${min} to ${max}. The last size stays.`,
  },
  look: {
    legend: 'Look',
    theme: 'Theme',
    lang: 'Language',
    langs: { en: 'English' } as Readonly<Record<string, string>>,
    langSays: 'English is the only language so far.',
    controls: 'Controls',
    controlNames: { full: 'All', min: 'Few', none: 'None' },
    motion: 'Motion',
    motions: {
      auto: 'As the system',
      reduce: 'Reduced',
      full: 'Full',
    } satisfies Readonly<Record<Motion, string>>,
    links: 'Links out of the frame',
    play: 'Plays by itself',
    step: 'Starts at step',
    stepSays: (steps: number) => `This scene has ${steps}.`,
    still: 'This scene has no steps: there is nothing to play.',
    stepEmpty: 'Empty: the picture at rest.',
    stepWrong: (text: string, max: number | null) =>
      max === null
        ? `Step: ${QUOTE(text)} is no step. Steps are counted from one. The last step stays.`
        : `Step: ${QUOTE(text)} is no step of this scene; it has ${max === 0 ? 'none' : max}. The last step stays.`,
  },
  preview: {
    title: 'Preview',
    frame: (title: string) => `Preview: ${title}`,
    as: 'Shown as in',
    asNames: { page: 'Your page', wordpress: 'WordPress' },
    asSays: {
      page: 'The frame has its own rights and none of this page’s.',
      wordpress:
        'WordPress lets scripts run and nothing else: no full screen, no way out of the frame.',
    },
    column: 'Column',
    columnName: (px: number) => `${px} px`,
    real: (width: number, height: number) => `${width} × ${height} px`,
    scaled: (percent: number) => `shown at ${percent} %`,
    whole: 'shown at its true size',
  },
  copy: {
    title: 'Copy',
    forms: 'Form',
    label: (form: string, what: string) => `${form}: ${what}`,
    button: (what: string) => `Copy the ${what}`,
    copied: (form: string) => `Copied for ${form}.`,
    failed: 'Copying is not allowed here. The text is selected: copy it with Ctrl+C or ⌘C.',
    source: 'Source',
    local: (host: string) =>
      `${host} is this computer alone: nobody else can load this frame. Open the builder where Strata is hosted, or build it with ORIGIN.`,
    plain: 'This address has no https: pages with https do not load its frame.',
    wordpressNamed:
      'Paste the address on a line of its own. WordPress asks for the frame, keeps its address, size and title, and adds sandbox="allow-scripts".',
    wordpressChanged:
      'WordPress looks up scenes as they stand in the list, and this one is changed: paste the HTML into a block “Custom HTML”. What it strips depends on your rights and is not known. If the frame is gone, put an image block with the scene’s card there, and link it to the scene: the Markdown form holds both addresses.',
    auto: 'Its height follows where the host listens: it stays at its first height here.',
  },
  forms,
};
