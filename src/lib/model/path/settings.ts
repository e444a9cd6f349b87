/** What the Path lens can be set to. */
export const pathSettings = {
  /** The way of one operation, or the overhead that studies measured. */
  view: { words: ['path', 'overhead'], base: 'path', retimes: true },
  op: {
    words: ['syscall', 'packet', 'write', 'fault', 'instruction'],
    base: 'write',
    retimes: true,
  },
  /** What differs from the plain way, comma-separated; names: `PATH_SWITCHES`. */
  with: { form: /^(?:[a-z0-9-]+,?)*$/, base: '', retimes: true },
  /** Which resource the overhead is of. */
  resource: {
    words: ['all', 'cpu', 'memory', 'disk', 'network', 'program'],
    base: 'all',
    retimes: true,
  },
} as const;
