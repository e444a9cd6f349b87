/** Makes chunks of CommonJS into classic scripts that define themselves, and says what there is. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { minifySync, type Plugin, type Rolldown } from 'vite';

/** What the manifest says of a chunk. */
export interface ClassicChunk {
  /** Its name in the source: `lens-boot`. */
  readonly name: string;
  readonly file: string;
  /** The source that a dynamic import of this chunk names, from the project's start, with its query. */
  readonly module?: string;
  /** Chunks that it needs before it runs. */
  readonly imports: readonly string[];
  /** Chunks that it may ask for later. */
  readonly dynamicImports: readonly string[];
  /** Its style sheets: files without any address in them. */
  readonly css: readonly string[];
  readonly bytes: number;
}

/** `classic/manifest.json` */
export interface ClassicManifest {
  /** The module system alone, for a file that carries its chunks; and with a table, for a page. */
  readonly runtime: string;
  /** Absent where no page starts an entry. */
  readonly loader?: string;
  /** Chunk ids by name of entry. */
  readonly entries: Readonly<Record<string, string>>;
  /** By id; the file is the id with `.js`. */
  readonly chunks: Readonly<Record<string, ClassicChunk>>;
}

/** A font that stands in a chunk, as text. */
interface FontFile {
  readonly name: string;
  readonly family: string;
  readonly weight: string;
  readonly file: string;
}

export interface ClassicOptions {
  /** Start of the project. */
  readonly root: string;
  /** The entry whose chunks the loader knows; null: no page starts any. */
  readonly framed: string | null;
  readonly fonts: readonly FontFile[];
  /** Names of fonts that a chunk needs, by what it is made of: entry names, or sources. */
  readonly fontsOf: (chunk: { entry: string | null; modules: readonly string[] }) => string[];
}

const REQUIRE = /\brequire\((["'`])\.\/([^"'`]+)\.js\1\)/g;
const IMPORT = /Promise\.resolve\(\)\.then\(\(\)=>require\((["'`])\.\/([^"'`]+)\.js\1\)\)/g;
const FONT_FACE = /@font-face\{[^}]*url\([^}]*\}/g;

/** Chunks as CommonJS → chunks as classic scripts, a runtime, a loader and `manifest.json`. */
export function classicScripts(options: ClassicOptions): Plugin {
  let fonts: Awaited<ReturnType<typeof fontChunks>> = [];
  let salt = '';
  return {
    name: 'strata-classic-scripts',
    enforce: 'post',
    async buildStart() {
      fonts = await fontChunks(options);
      const own = await readFile(path.join(import.meta.dirname, 'plugin.ts'), 'utf8');
      salt = hashOf([own, ...fonts.map(({ id }) => id)].join());
    },
    // A chunk's name changes with what is put around it.
    augmentChunkHash: () => salt,
    async generateBundle(_output, bundle) {
      const chunks: Record<string, ClassicChunk> = {};
      for (const { id, code, chunk } of fonts) {
        this.emitFile({ type: 'asset', fileName: `${id}.js`, source: code });
        chunks[id] = chunk;
      }
      const entries: Record<string, string> = {};
      for (const [file, part] of Object.entries(bundle)) {
        if (part.type === 'asset') {
          if (file.endsWith('.css')) part.source = withoutFonts(file, String(part.source));
          if (/\.woff2?$/.test(file)) delete bundle[file];
          continue;
        }
        const entry = part.isEntry ? part.name : null;
        if (entry !== null) entries[entry] = idOf(file);
        const modules = part.moduleIds.map((id) => fromRoot(options.root, id));
        const wanted = options.fontsOf({ entry, modules });
        const needs = fonts.filter(({ chunk }) => wanted.includes(chunk.name)).map(({ id }) => id);
        part.code = wrap(idOf(file), part.code, needs);
        chunks[idOf(file)] = describe(part, options.root, needs);
      }
      const runtime = await runtimeText();
      const emit = (name: string, source: string): string => {
        const fileName = `${name}-${hashOf(source)}.js`;
        this.emitFile({ type: 'asset', fileName, source });
        return fileName;
      };
      const manifest: ClassicManifest = {
        runtime: emit('runtime', runtime),
        ...(options.framed === null
          ? {}
          : { loader: emit('loader', `${runtime}\n${tableOf(chunks, entries[options.framed])}`) }),
        entries,
        chunks,
      };
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: JSON.stringify(manifest) });
    },
  };
}

function describe(
  part: Rolldown.OutputChunk,
  root: string,
  fonts: readonly string[],
): ClassicChunk {
  const { fileName, name, facadeModuleId, isDynamicEntry } = part;
  return {
    name,
    file: fileName,
    ...(isDynamicEntry && facadeModuleId ? { module: fromRoot(root, facadeModuleId) } : {}),
    imports: [...fonts, ...part.imports.map(idOf)],
    dynamicImports: part.dynamicImports.map(idOf),
    css: [...(part.viteMetadata?.importedCss ?? [])],
    bytes: Buffer.byteLength(part.code),
  };
}

/**
 * @param id what others call the chunk
 * @param code the chunk as CommonJS
 * @param needs ids of what has to run before it
 * @returns a classic script
 * @throws {Error} when something in it would still be asked of a loader for modules
 */
export function wrap(id: string, code: string, needs: readonly string[]): string {
  const inner = code
    .replace(IMPORT, (_all, _quote, to: string) => `strata.load(${JSON.stringify(to)})`)
    .replace(REQUIRE, (_all, _quote, to: string) => `require(${JSON.stringify(to)})`)
    .trim();
  const left = /\brequire\((?!")|\bimport\(|import\.meta|__VITE_/.exec(inner);
  if (left) throw new Error(`${id}: "${inner.slice(left.index, left.index + 60)}" is left in it`);
  const first = needs.map((font) => `require(${JSON.stringify(font)});`).join('');
  return `strata.define(${JSON.stringify(id)},function(require,module,exports){${first}${inner}});\n`;
}

/**
 * @param file its name, for the error
 * @returns the style sheet without the fonts that are files
 * @throws {Error} when the sheet still names a file
 */
export function withoutFonts(file: string, sheet: string): string {
  const text = sheet.replace(FONT_FACE, '');
  const address = /url\((?!["']?data:)[^)]*\)/.exec(text);
  if (address) throw new Error(`${file}: ${address[0]} is a file of its own`);
  return text;
}

/** The loader's table: the framed entry and all that it may ever ask for. */
function tableOf(chunks: Readonly<Record<string, ClassicChunk>>, framed = ''): string {
  const ids = new Set<string>();
  const take = (id: string): void => {
    const chunk = chunks[id];
    if (chunk === undefined || ids.has(id)) return;
    ids.add(id);
    [...chunk.imports, ...chunk.dynamicImports].forEach(take);
  };
  take(framed);
  const names: string[] = [];
  const placeOf = (name: string): number => {
    const at = names.indexOf(name);
    return at >= 0 ? at : names.push(name) - 1;
  };
  const rows = [...ids].flatMap((id) => {
    const imports = chunks[id]?.imports ?? [];
    return imports.length === 0 ? [] : [[placeOf(id), imports.map(placeOf)]];
  });
  return `strata.know(${JSON.stringify(names)},${JSON.stringify(rows)});\n`;
}

async function fontChunks({ root, fonts }: ClassicOptions) {
  return Promise.all(
    fonts.map(async ({ name, family, weight, file }) => {
      const text = (await readFile(path.join(root, file))).toString('base64');
      const id = `${name}-${hashOf(text)}`;
      const call = [family, weight, text].map((one) => JSON.stringify(one)).join();
      const code = wrap(id, `strata.font(${call});`, []);
      const bytes = Buffer.byteLength(code);
      const chunk: ClassicChunk = {
        ...{ name, file: `${id}.js`, bytes },
        ...{ imports: [], dynamicImports: [], css: [] },
      };
      return { id, code, chunk };
    }),
  );
}

async function runtimeText(): Promise<string> {
  const file = path.join(import.meta.dirname, 'runtime.js');
  const { code, errors } = minifySync(file, await readFile(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? ''}`);
  return code;
}

function idOf(file: string): string {
  return path.basename(file, '.js');
}

function fromRoot(root: string, id: string): string {
  return id.startsWith(`${root}/`) ? id.slice(root.length + 1) : id;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}
