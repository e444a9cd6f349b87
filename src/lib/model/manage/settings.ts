/** What the Manage lens can be set to. */
export const manageSettings = {
  story: { words: ['reach', 'deploy', 'node', 'patch'], base: 'reach', retimes: true },
  /** Tools whose reach is drawn, comma-separated; empty: the usual ones of each stack. */
  tools: { form: /^(?:[a-z0-9-]+,?)*$/, base: '' },
} as const;
