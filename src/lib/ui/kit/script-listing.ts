/** A shell script made ready to be shown: its lines, and the parts that its comments divide it into. */

export interface ScriptPart {
  readonly title: string;
  /** 1-based. */
  readonly line: number;
}

export interface ScriptListing {
  readonly lines: readonly string[];
  readonly parts: readonly ScriptPart[];
}

/** `# --- Clocks -------`: how the script marks where a part begins. */
const PART = /^# --- (.+?) -+$/;

/** @returns the lines without the empty one after the last, and where each part begins. */
export function scriptListing(script: string): ScriptListing {
  const lines = script.replace(/\n$/, '').split('\n');
  const parts = lines.flatMap((text, index) => {
    const title = PART.exec(text)?.[1];
    return title === undefined ? [] : [{ title, line: index + 1 }];
  });
  return { lines, parts };
}
