import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scriptListing } from './script-listing.ts';

describe('scriptListing', () => {
  test('numbers parts by the line they begin on, and ends with the last line of text', () => {
    const script = '#!/bin/sh\n\n# --- Two words -----\n:\n# --- too short\n# --- Last -\nexit\n';
    expect(scriptListing(script)).toEqual({
      lines: [
        '#!/bin/sh',
        '',
        '# --- Two words -----',
        ':',
        '# --- too short',
        '# --- Last -',
        'exit',
      ],
      parts: [
        { title: 'Two words', line: 3 },
        { title: 'Last', line: 6 },
      ],
    });
  });

  test('shows the kit as it is, byte for byte, in at least ten parts', () => {
    const script = readFileSync('static/kit/measure.sh', 'utf8');
    const { lines, parts } = scriptListing(script);
    expect(`${lines.join('\n')}\n`).toBe(script);
    expect(parts.length).toBeGreaterThanOrEqual(10);
  });
});
