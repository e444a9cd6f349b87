/** Which files the embed's script became when the site was built. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the embed's modules lie while the pages are written, and where in the site later. */
const BUILT = '.cache/client/modules';
const PLACE = '_app/immutable/embed';
/** All style sheets in one. */
const SHEET = 'style.css';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** A script and what comes with it; files are named from the start of the site, without a leading slash. */
export interface ClientFiles {
  readonly script: string;
  /** Scripts that it imports, and those that they do. */
  readonly preloads: readonly string[];
  /** The style sheet of all that may be shown, as text. */
  readonly style: string;
}

/**
 * @param entry source file of the script, from the start of the project
 * @param root way from the page to the start of the site, without a slash at its end
 * @throws {Error} when the site was built without that script
 */
export async function clientFiles(entry: string, root: string): Promise<ClientFiles> {
  const manifest: Record<string, Chunk> = JSON.parse(
    await readFile(path.join(BUILT, '.vite/manifest.json'), 'utf8'),
  );
  const chunks: Chunk[] = [];
  const take = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`${key} is not in the manifest of the build`);
    if (chunks.includes(chunk)) return;
    chunks.push(chunk);
    chunk.imports?.forEach(take);
  };
  take(entry);
  const [script, ...preloads] = chunks.map(({ file }) => `${PLACE}/${file}`);
  const sheet = manifest[SHEET]?.file;
  if (sheet === undefined) throw new Error(`${SHEET} is not in the manifest of the build`);
  return { script: script ?? '', preloads, style: await readSheet(sheet, root) };
}

/** Where the classic client lies while the pages are written. */
const CLASSIC = '.cache/client/frame/manifest.json';

interface ClassicList {
  readonly loader: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly chunks: Readonly<Record<string, { file: string; imports: readonly string[] }>>;
}

/** The classic scripts of an entry, in the order in which they have to run, and its id. */
export interface ClassicFiles {
  readonly files: readonly string[];
  readonly entry: string;
}

/**
 * @param name an entry of `.ci/classic/vite.config.ts`
 * @throws {Error} when there is none of that name
 */
export async function classicFiles(name: string): Promise<ClassicFiles> {
  const { loader, entries, chunks }: ClassicList = JSON.parse(await readFile(CLASSIC, 'utf8'));
  const entry = entries[name] ?? '';
  const files: string[] = [];
  const take = (id: string): void => {
    const chunk = chunks[id];
    if (chunk === undefined) throw new Error(`${CLASSIC}: there is no chunk "${id}" (${name})`);
    if (files.includes(`classic/${chunk.file}`)) return;
    chunk.imports.forEach(take);
    files.push(`classic/${chunk.file}`);
  };
  take(entry);
  return { files: [`classic/${loader}`, ...files], entry };
}

/** A style sheet with its relative addresses as the page sees them. */
async function readSheet(sheet: string, root: string): Promise<string> {
  const text = await readFile(path.join(BUILT, sheet), 'utf8');
  const folder = path.posix.dirname(sheet);
  return text
    .trim()
    .replace(
      /url\((["']?)(?!data:|[a-z]+:|\/|#)([^"')]+)\1\)/g,
      (_all, quote: string, to: string) => {
        return `url(${quote}${root}/${path.posix.join(PLACE, folder, to)}${quote})`;
      },
    );
}
