/** Fetches what a file consists of. */
import { fetchManifest, fetchText } from './classic-files.ts';
import { pickChunks, type Shown } from './pick-chunks.ts';

/** Everything of a file besides its words and data. */
export interface FileParts {
  /** Id of the entry. */
  readonly entry: string;
  /** Start of the site, without a slash at its end. */
  readonly site: string;
  readonly style: string;
  /** The module system, and then every chunk. */
  readonly scripts: readonly string[];
}

/** How many of how many files are here. */
export type OnProgress = (done: number, of: number) => void;

/**
 * @param site start of the site, without a slash at its end
 * @throws {MissingFile} (rejects) when one of them does not arrive
 */
export async function collectParts(
  site: string,
  shown: Shown,
  onprogress: OnProgress,
): Promise<FileParts> {
  const manifest = await fetchManifest(site);
  const ids = pickChunks(manifest, shown);
  const chunks = ids.flatMap((id) => manifest.chunks[id] ?? []);
  // What is imported comes first, as in a page whose scripts load their style sheets.
  const sheets = [...new Set(chunks.toReversed().flatMap(({ css }) => css))];
  const scripts = [manifest.runtime, ...chunks.map(({ file }) => file)];
  const total = sheets.length + scripts.length;
  let done = 0;
  const textOf = async (file: string): Promise<string> => {
    const text = await fetchText(`${site}/classic/${file}`);
    onprogress((done += 1), total);
    return text;
  };
  onprogress(0, total);
  const [styles, texts] = await Promise.all([
    Promise.all(sheets.map(textOf)),
    Promise.all(scripts.map(textOf)),
  ]);
  return { entry: ids[0] ?? '', site, style: styles.join('\n'), scripts: texts };
}

/** @returns the start of this site as a whole address, without a slash at its end */
export function siteAt(root: string): string {
  return new URL(root, location.href).href.replace(/[?#].*$/, '').replace(/\/$/, '');
}
