/** English words for what could not be used: URL values, stack files, preferences. */

const QUOTE = (text: string): string => `“${text}”`;

/** A notice's parts, as the URL reader gives them. */
interface Parts {
  readonly param: string;
  readonly value: string;
  readonly used: string;
}

function instead(used: string): string {
  return used === '' ? 'It was left out.' : `Used instead: ${used}.`;
}

/** By notice code; each names the parameter, its value, and what stands instead. */
const byCode = {
  'unknown-parameter': ({ param }: Parts) =>
    `${QUOTE(param)} is not a parameter of a scene. It was left out.`,
  'unknown-value': ({ param, value, used }: Parts) =>
    `${param}: ${QUOTE(value)} is not one of its values. ${instead(used)}`,
  'unknown-stack': ({ param, value, used }: Parts) =>
    `${param}: there is no stack ${QUOTE(value)}. ${instead(used)}`,
  'unknown-variant': ({ param, value, used }: Parts) =>
    `${param}: ${QUOTE(value)} names no variant of that stack. ${instead(used)}`,
  'duplicate-stack': ({ param, value }: Parts) =>
    `${param}: ${QUOTE(value)} is there twice. It is shown once.`,
  'too-many-stacks': ({ param, value, used }: Parts) =>
    `${param}: a scene holds eight stacks. Left out: ${value}. Shown: ${used}.`,
  'too-many-side-by-side': ({ param, used }: Parts) =>
    `${param}: four stacks fit side by side. In view first: ${used}. The others are kept; Boot and the table show all.`,
  'not-a-number': ({ param, value, used }: Parts) =>
    `${param}: ${QUOTE(value)} is not a number it can use. ${instead(used)}`,
  'not-whole': ({ param, value, used }: Parts) =>
    `${param}: ${QUOTE(value)} is not a whole number. ${instead(used)}`,
  'out-of-range': ({ param, value, used }: Parts) =>
    `${param}: ${QUOTE(value)} lies out of its range. Used instead: ${used}.`,
  repeated: ({ param, value, used }: Parts) =>
    `${param} is given twice; ${QUOTE(value)} was left out. Used: ${used}.`,
  empty: ({ param, used }: Parts) => `${param} has no value. ${instead(used)}`,
  'not-shown': ({ param, value }: Parts) =>
    `${param}: ${QUOTE(value)} is not a layer that this scene draws. Nothing is selected.`,
  unreadable: ({ param, value }: Parts) =>
    `${param}: ${QUOTE(value)} cannot be read as measurements. It was left out.`,
  'partly-read': ({ param, value, used }: Parts) =>
    `${param}: ${value} of the measurements in the link cannot be used. Shown: ${used}.`,
  'no-own': ({ param, value, used }: Parts) =>
    `${param}: ${QUOTE(value)} needs start times of your own, and there are none here. ${instead(used)}`,
  conflict: ({ value }: Parts) => `${QUOTE(value)} is both shown and hidden. It is hidden.`,
};

export const notices = {
  byCode,
  stackFailed: (title: string, path: string, message: string) =>
    `${title} cannot be drawn: ${path === '' ? message : `${path} ${message}`}. The other stacks stand.`,
  figuresFailed: 'The figures did not arrive, so times and sources are missing. The layers stand.',
  ownFailed:
    'The code that reads own numbers did not arrive. Everything else stands. Load the page again to see them.',
  lensFailed: 'The code of that lens did not arrive. The Structure lens stands instead.',
  fontFailed: (family: string) =>
    `The font ${QUOTE(family)} did not arrive. A font of this device stands in its place.`,
  animationFailed: 'The animation did not load. Steps are shown without movement.',
};
