/**
 * The interface's colours as CSS custom properties are made from the same tokens as the canvas's. This
 * test is their generator, too: `npx vitest run src/lib/render/tokens-css.test.ts -u` writes the file.
 */
import { describe, expect, it } from 'vitest';
import tokens from './tokens.json' with { type: 'json' };

type Tokens = (typeof tokens.color)['light'];

function properties(t: Tokens, scheme: 'light' | 'dark'): string[] {
  const { ui, layer, barrier, state } = t;
  const values: Record<string, string> = {
    bg: ui.bg,
    panel: ui.panel,
    sunk: ui.sunk,
    ink: ui.ink,
    'ink-2': ui.inkSecondary,
    'ink-3': ui.inkTertiary,
    line: ui.line,
    'line-strong': ui.lineStrong,
    link: ui.link,
    focus: ui.focusRing,
    selected: ui.selected,
    'on-selected': ui.onSelected,
    ground: ui.ground,
    fence: barrier.fence.stroke,
    'fence-tint': barrier.fence.tint,
    wall: barrier.wall.stroke,
    'wall-fill': barrier.wall.fill,
    reached: state.reached.stroke,
    'reached-fill': state.reached.fill,
    safe: state.safe.stroke,
    'safe-fill': state.safe.fill,
    ghost: state.ghost.stroke,
  };
  for (const [name, { fill, border, text }] of Object.entries(layer)) {
    Object.assign(values, { [name]: fill, [`${name}-border`]: border, [`on-${name}`]: text });
  }
  const lines = Object.entries(values).map(([name, value]) => `--${name}: ${value.toLowerCase()};`);
  return [`color-scheme: ${scheme};`, ...lines];
}

function block(selector: string, lines: readonly string[], indent = ''): string {
  const body = lines.map((line) => `${indent}  ${line}`).join('\n');
  return `${indent}${selector} {\n${body}\n${indent}}`;
}

const AUTO = ":root:not([data-theme]),\n  [data-theme='auto']";

function tokensCss(): string {
  const { light, dark, projector, highContrast } = tokens.color;
  const media = (query: string, lines: readonly string[]): string =>
    `@media ${query} {\n${block(AUTO, lines, '  ')}\n}`;
  const blocks = [
    '/* Made from the design tokens by src/lib/render/tokens-css.test.ts; do not edit. */',
    block(":root,\n[data-theme='light']", properties(light, 'light')),
    block("[data-theme='dark']", properties(dark, 'dark')),
    block("[data-theme='projector']", properties(projector, 'light')),
    block("[data-theme='contrast']", properties(highContrast, 'light')),
    media('(prefers-color-scheme: dark)', properties(dark, 'dark')),
    // Last, so that it wins over a dark scheme: the high contrast tokens are light.
    media('(prefers-contrast: more)', properties(highContrast, 'light')),
  ];
  return `${blocks.join('\n\n')}\n`;
}

describe('tokens.css', () => {
  it('is what the tokens say', async () => {
    await expect(tokensCss()).toMatchFileSnapshot('../ui/tokens.css');
  });
});
