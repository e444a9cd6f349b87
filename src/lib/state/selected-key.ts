import type { Scene } from '../model/scene.ts';

/** @returns the key of the stack that holds the selected layer; undefined: none is selected */
export function selectedKey({ select }: Scene): string | undefined {
  return select?.split('/', 1)[0];
}
