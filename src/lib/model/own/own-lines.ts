/** Lines of a pasted terminal. */

export interface PastedLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

const COMMAND = String.raw`(?:sudo |time )*(?:(?:docker|podman|nerdctl)(?: container)? (?:images?|stats|ls)|systemd-analy[sz]e|journalctl|hyperfine)(?:\s|$)`;
/** A line that was typed, not printed: a prompt, a bare command, or the fence of a code block. */
const TYPED = new RegExp(
  String.raw`^\s*(?:[$#%❯]\s|\x60{3}|(?:.{0,80}?[$#%>~/❯]\s{1,4})?${COMMAND}|(?:time )?bash -c )`,
);

/** @returns the lines of a text */
export function linesOf(text: string): readonly PastedLine[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((content, index) => ({ line: index + 1, text: content }));
}

/** Longer lines are cut: no table has them, and patterns take their time with them. */
const MAX_LINE_LENGTH = 2000;

/** @returns the lines that a tool printed: without empty ones, prompts and commands */
export function printedLines(text: string): readonly PastedLine[] {
  return linesOf(text)
    .map(({ line, text: content }) => ({ line, text: content.slice(0, MAX_LINE_LENGTH) }))
    .filter(({ text: content }) => content.trim() !== '' && !TYPED.test(content));
}

/** @returns the text with what was typed before its first bracket taken out, its lines counted as before */
export function fromFirstBracket(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => /^\s*[[{]/.test(line.replace(/^\ufeff/, '')));
  return first < 0
    ? text
    : [...lines.slice(0, first).map(() => ''), ...lines.slice(first)].join('\n');
}
