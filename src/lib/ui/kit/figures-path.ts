/**
 * Address of the page with all figures; null as long as there is none, and nothing links to it then.
 * Where it exists: `resolve('/figures')`.
 */
export const FIGURES_PATH: string | null = null;
