/** The stories by name. */
import type { manageSettings } from '../../model/manage/settings.ts';
import { deploySteps } from './deploy.ts';
import { nodeSteps } from './node-dies.ts';
import { patchSteps } from './patch.ts';
import type { Managed } from './reach.ts';
import { stateAfter, type Stage, type Step, type StoryState } from './story.ts';
import { shapeOf } from './topology.ts';

export type StoryName = (typeof manageSettings.story.words)[number];

export interface Story {
  readonly stage: Stage;
  readonly steps: readonly Step[];
  /** State after the first `count` steps. */
  after(count: number): StoryState;
}

/** @returns the story on that stack; `reach` has no steps */
export function storyOf(name: StoryName, managed: Managed): Story {
  const stage: Stage = { managed, shape: shapeOf(managed.stack, managed.roles) };
  const steps = stepsOf(name, stage);
  return { stage, steps, after: (count) => stateAfter(stage, steps, count) };
}

function stepsOf(name: StoryName, stage: Stage): readonly Step[] {
  switch (name) {
    case 'reach':
      return [];
    case 'deploy':
      return deploySteps(stage);
    case 'node':
      return nodeSteps(stage);
    case 'patch':
      return patchSteps(stage);
  }
}
