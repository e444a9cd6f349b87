/** Titles of the stacks, without what menus say beside them: for a picture that names one. */
interface Titles {
  readonly title: string;
  readonly variants?: Readonly<Record<string, string>>;
}

const files = import.meta.glob<Titles>('./stacks/*.json', {
  eager: true,
  query: '?titles',
  import: 'default',
});

/** @returns the title of a stack or of its variant; the id where there is no such stack */
export function titleOf(id: string, variant?: string): string {
  const titles = files[`./stacks/${id}.json`];
  return (variant === undefined ? undefined : titles?.variants?.[variant]) ?? titles?.title ?? id;
}
