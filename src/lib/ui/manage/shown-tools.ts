/** Which tools are drawn on the stacks in view, and what they do there. */
import { manage as words } from '#lib/content/locales/en/manage.ts';
import { tools } from '#lib/content/tools.ts';
import type { ToolRecord, ToolSource } from '#lib/model/manage/tool.ts';
import { chosenTools, manage, workOn } from '#lib/sim/manage/reach.ts';
import { doesWhat } from '#lib/scene/manage/said.ts';
import type { Explorer } from '#lib/state/explorer.svelte.ts';

export interface ShownTool {
  readonly tool: ToolRecord;
  /** What it does, once per different answer; with the stacks where it differs. */
  readonly does: readonly { readonly text: string; readonly stacks: readonly string[] }[];
  /** Those that speak of a stack in view. */
  readonly sources: readonly ToolSource[];
}

/** Tools drawn, in the order of the first stack that shows each. */
export function shownTools(explorer: Explorer): readonly ShownTool[] {
  const { ids } = chosenTools(explorer.scene.manage.tools, tools);
  const found = new Map<string, { tool: ToolRecord; does: Map<string, readonly string[]> }>();
  for (const { stack } of explorer.inView) {
    const managed = manage(stack, tools, ids);
    for (const reach of managed.reaches) {
      const tool = tools.find(({ id }) => id === reach.tool.id);
      if (tool === undefined) continue;
      const one = found.get(tool.id) ?? { tool, does: new Map<string, readonly string[]>() };
      const text = doesWhat({ words }, reach, managed);
      one.does.set(text, [...(one.does.get(text) ?? []), stack.shortTitle]);
      found.set(tool.id, one);
    }
  }
  const isInView = ({ stacks }: ToolSource): boolean =>
    stacks === undefined ||
    explorer.inView.some(({ stack }) =>
      stacks.some((name) => name === stack.id || name === stack.key),
    );
  return [...found.values()].map(({ tool, does }) => ({
    tool,
    does: [...does].map(([text, stacks]) => ({ text, stacks: does.size > 1 ? stacks : [] })),
    sources: tool.sources.filter(isInView),
  }));
}

/** Every tool with whether it works on a stack in view, and whether it is drawn. */
export function toolChoices(
  explorer: Explorer,
): readonly { readonly tool: ToolRecord; readonly works: boolean; readonly isDrawn: boolean }[] {
  const drawn = new Set(shownTools(explorer).map(({ tool }) => tool.id));
  const { ids } = chosenTools(explorer.scene.manage.tools, tools);
  return tools
    .map((tool) => ({
      tool,
      works: explorer.inView.some(({ stack }) => workOn(tool, stack) !== undefined),
      isDrawn: ids.length === 0 ? drawn.has(tool.id) : ids.includes(tool.id),
    }))
    .sort((a, b) => Number(b.works) - Number(a.works));
}

/** The setting with one tool added or taken away; what is drawn unasked counts as chosen then. */
export function withTool(explorer: Explorer, id: string, isDrawn: boolean): string {
  const now = toolChoices(explorer)
    .filter((choice) => choice.isDrawn && choice.tool.id !== id)
    .map(({ tool }) => tool.id);
  return [...now, ...(isDrawn ? [id] : [])].toSorted().join(',');
}
