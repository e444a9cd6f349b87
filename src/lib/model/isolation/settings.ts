/** What the Isolation lens can be set to. */
export const isolationSettings = {
  /** Layer that is broken into, as in the twin: `docker-linux/c2/app`; empty: each stack's first app. */
  entry: { form: /^[a-z0-9:/._,-]*$/i, base: '', retimes: true },
  /** How it is done: an id of `content/attacks`; empty: the first that the shown stacks take. */
  attack: { form: /^[a-z0-9-]*$/, base: '', retimes: true },
  /** Settings that differ from the attack's own, comma-separated; `-id` takes one away. */
  harden: { form: /^(?:-?[a-z0-9-]+,?)*$/, base: '', retimes: true },
} as const;
