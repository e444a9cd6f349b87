/** What happens, in words: the answer, what is typed and printed, the cause, the remedy, the sources. */
import { textWidth } from '../../layout/text-metrics.ts';
import type { Box, Item } from '../display-list.ts';
import { SHAPES } from '../drawn/marks.ts';
import { monoWrap } from './mono.ts';
import type { NeedsAsked } from './needs-picture.ts';
import type { NeedsInput } from './run-input.ts';
import { LINE, lineItems, linesOf, RUN_Z, type RunType } from './run-type.ts';

/** How an answer is marked. */
export const NEED_ICONS = {
  runs: { icon: SHAPES.check, ink: 'safe' },
  breaks: { icon: SHAPES.cross, ink: 'reached' },
  depends: { icon: { stroke: 'M5.2 5.6A2.8 2.8 0 1 1 8 8.4V10.4M8 12.6V13.4' }, ink: 'ink' },
} as const;

/** In less than this the terminal stands beside the answer: the names of the boxes need its line, px. */
const FLAT_PX = 130;

/** @returns the items, and where they end; what has no room is left out as a whole */
export function needsPanel(
  input: NeedsInput,
  asked: NeedsAsked,
  type: RunType,
  box: Box,
): { readonly items: readonly Item[]; readonly bottomY: number } {
  const words = input.run.needs;
  const said = words.cases[asked.one.id];
  const { icon, ink } = NEED_ICONS[asked.state.result];
  const size = type.verdict * 1.25;
  const items: Item[] = [];
  let y = box.y;
  const verdict = asked.state.why === 'version' ? tooOldText(input, asked) : '';
  items.push(
    { t: 'icon', key: 'needs#icon', z: RUN_Z.mark, icon, ink, x: box.x, y: y + size * 0.12, size },
    ...lineItems(
      { key: 'needs#verdict', x: box.x + size * 1.35, y: y + size * 0.95, size, weight: 740, ink },
      [words.results[asked.state.result]],
    ),
  );
  const besideX = textWidth(words.results[asked.state.result], size, 740) + size * 2;
  const isFlat = box.h < FLAT_PX;
  if (!isFlat) y += size * 1.45;
  const x = isFlat ? box.x + besideX : box.x;
  const room = { x, y, w: box.x + box.w - x, h: box.y + box.h - y };
  const terminal = terminalItems(input, asked, type, room);
  items.push(...terminal.items);
  y = Math.max(terminal.bottomY, box.y + size) + type.text * 0.9;
  const paragraph = (id: string, title: string, text: string): void => {
    const lines = linesOf(text, type.text, 450, box.w, 6);
    const h = type.text * LINE * (lines.length + (title === '' ? 0 : 1));
    if (isFlat || lines.length === 0 || y + h > box.y + box.h) return;
    if (title !== '') {
      const at = { key: `needs#${id}-title`, x: box.x, y: y + type.text, size: type.text };
      items.push(...lineItems({ ...at, weight: 680 }, [title]));
      y += type.text * LINE;
    }
    const at = { key: `needs#${id}`, x: box.x, y: y + type.text, size: type.text };
    items.push(...lineItems({ ...at, ink: 'secondary' }, lines));
    y += type.text * LINE * lines.length + type.text * 0.55;
  };
  if (verdict !== '') paragraph('old', '', verdict);
  paragraph('cause', words.cause, said.cause);
  paragraph('remedy', words.remedy, said.remedy);
  const names = [...asked.one.sources, ...asked.kernel.sources].flatMap(
    (id) => input.run.shelf.sources.get(id)?.short ?? [],
  );
  if (input.shell === 'explore') paragraph('sources', '', words.sources(names));
  return { items, bottomY: y };
}

function tooOldText(input: NeedsInput, { one }: NeedsAsked): string {
  return input.run.needs.tooOld(one.since?.version ?? '');
}

/** What is typed, and what comes back. */
function terminalItems(
  input: NeedsInput,
  { one, state }: NeedsAsked,
  type: RunType,
  box: Box,
): { readonly items: readonly Item[]; readonly bottomY: number } {
  const words = input.run.needs;
  const size = type.detail;
  const pad = size * 0.8;
  const room = box.w - 2 * pad;
  const wrapped = (line: string) => monoWrap(line, size, room, 3) ?? [];
  const command = wrapped(`$ ${one.command}`);
  const isOutput = state.output !== null;
  const output = isOutput
    ? (state.output ?? '').split('\n').flatMap(wrapped)
    : linesOf(state.result === 'runs' ? words.nothingPrinted : words.noOutput, size, 450, room, 2);
  const h = pad * 2 + (command.length + output.length) * size * 1.4;
  if (h > box.h) return { items: [], bottomY: box.y };
  const on = 'terminal' as const;
  const at = { x: box.x + pad, size, on, ink: 'on-look' as const };
  const step = (lines: readonly string[], key: string, from: number, mono: boolean) =>
    lines.flatMap((line, index) =>
      lineItems(
        {
          ...at,
          key: `needs#${key}${index}`,
          y: box.y + pad + (from + index) * size * 1.4 + size,
          mono,
        },
        [line],
      ),
    );
  return {
    bottomY: box.y + h,
    items: [
      {
        ...{ t: 'box', key: 'needs#terminal', z: RUN_Z.mark - 1, look: 'terminal', radius: 6 },
        box: { x: box.x, y: box.y, w: box.w, h },
      },
      ...step(command, 'command', 0, true),
      ...step(output, 'output', command.length, isOutput),
    ],
  };
}
