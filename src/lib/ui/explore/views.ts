/** The two ways to see a scene. */
import { en } from '#lib/content/locales/en/index.ts';

export const VIEWS = [
  { value: 'picture', label: en.ui.stage.picture },
  { value: 'table', label: en.ui.stage.table },
] as const;
