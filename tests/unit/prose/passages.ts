/**
 * Every text that a reader may see, with where it stands: content files, the catalogue, markup. Found by
 * glob, so that a new file is read without being named here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'svelte/compiler';
import ts from 'typescript';

export interface Passage {
  /** From the top of the project. */
  readonly file: string;
  /** Keys on the way to it, e.g. `parts.vm.about`. */
  readonly path: string;
  readonly text: string;
  /** What a reader sees beside it that a number in it may be read from. */
  readonly evidence: string;
}

const ROOT = new URL('../../../', import.meta.url);
const CONTENT = 'src/lib/content';

/** Keys whose values are names, references, addresses or quotations: nobody's prose. */
const NOT_PROSE: ReadonlySet<string> = new Set([
  'step',
  ...['affected', 'author', 'authors', 'command', 'cpuMode', 'cve', 'date', 'defaultVariant'],
  ...['derived', 'family'],
  ...[
    'figure',
    'figures',
    'ground',
    'id',
    'ids',
    'kind',
    'layer',
    'lens',
    'noun',
    'output',
    'part',
  ],
  ...[
    'prefix',
    'privilege',
    'query',
    'quoted',
    'recorded',
    'relation',
    'runs',
    'runsOn',
    'score',
    'source',
    'sources',
  ],
  ...['only', 'stack', 'stacks', 'subject', 'unit', 'url', 'variant'],
]);
/** Names of publications and machines, in studies alone: elsewhere a title is ours. */
const NAMES_IN_STUDIES: ReadonlySet<string> = new Set(['title', 'short', 'machine']);

function filesOf(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith(ending) && !name.includes('.test.'))
    .sort((a, b) => a.localeCompare(b, 'en'));
}

function read(file: string): string {
  return readFileSync(new URL(file, ROOT), 'utf8');
}

/** What an entry of a list is called. */
function idOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('id' in item)) return null;
  return typeof item.id === 'string' ? item.id : null;
}

/** @returns the texts of a JSON value that are prose. */
function textsOf(value: unknown, file: string, path = '', evidence = ''): readonly Passage[] {
  if (typeof value === 'string') return [{ file, path, text: value, evidence }];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      textsOf(item, file, `${path}[${idOf(item) ?? index}]`, evidence),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const own = 'shows' in value ? JSON.stringify({ ...value, shows: '' }) : evidence;
  return Object.entries(value).flatMap(([key, inner]) =>
    NOT_PROSE.has(key) || (file.includes('/studies/') && NAMES_IN_STUDIES.has(key))
      ? []
      : textsOf(inner, file, path === '' ? key : `${path}.${key}`, own),
  );
}

/** Folders without prose: the numbers themselves with their conditions; names, versions and quoted output. */
const NO_PROSE = ['figures', 'run-here', 'answers', 'namespaces', 'transcripts'].map(
  (name) => `${CONTENT}/${name}/`,
);

/**
 * Content files; those of sources have the titles of others, and the steps of a lesson have their words in the
 * Markdown beside them.
 */
function jsonPassages(): readonly Passage[] {
  return filesOf(CONTENT, '.json')
    .filter((file) => !NO_PROSE.some((folder) => file.startsWith(folder)))
    .filter((file) => !/-sources\.json$|\/lesson\.json$/.test(file))
    .flatMap((file) => textsOf(JSON.parse(read(file)), file));
}

/** Strings and templates of a TypeScript file; what a template computes stands as `…`. */
export function stringsOf(file: string, source: string): readonly Passage[] {
  const found: Passage[] = [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node, path: string): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const named = ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node);
    const here = named ? `${path}.${node.name.getText(tree).replaceAll("'", '')}` : path;
    if (ts.isStringLiteralLike(node)) found.push({ file, path, text: node.text, evidence: '' });
    if (ts.isTemplateExpression(node)) {
      const rest = node.templateSpans.map(({ literal }) => literal.text);
      found.push({ file, path, text: [node.head.text, ...rest].join('…'), evidence: '' });
    }
    ts.forEachChild(node, (child) => {
      if (named && child === node.name) return;
      visit(child, here);
    });
  };
  visit(tree, '');
  return found.map((passage) => ({ ...passage, path: passage.path.replace(/^\./, '') }));
}

/** Attributes that a reader sees or hears. */
const SPOKEN: ReadonlySet<string> = new Set(['alt', 'aria-label', 'label', 'placeholder', 'title']);

/** Words that stand in the markup itself. */
export function markupOf(file: string, source: string): readonly Passage[] {
  const found: Passage[] = [];
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((item: unknown) => visit(item, path));
    else if (typeof value === 'object' && value !== null) {
      const type: unknown = 'type' in value ? value.type : undefined;
      const name: unknown = 'name' in value ? value.name : undefined;
      if (typeof type === 'string' && type.endsWith('Directive')) return;
      if (type === 'Attribute' && !(typeof name === 'string' && SPOKEN.has(name))) return;
      if (type === 'Text' && 'data' in value && typeof value.data === 'string')
        found.push({ file, path, text: value.data, evidence: '' });
      const inner = typeof name === 'string' ? `${path}<${name}>` : path;
      for (const [key, part] of Object.entries(value)) if (key !== 'expression') visit(part, inner);
    }
  };
  visit(parse(source, { modern: true }).fragment, '');
  return found;
}

/** Everything a reader may see, found anew. */
export function allPassages(): readonly Passage[] {
  const passages = [
    ...jsonPassages(),
    ...filesOf(CONTENT, '.md').map((file) => ({ file, path: '', text: read(file), evidence: '' })),
    ...filesOf(CONTENT, '.ts').flatMap((file) => stringsOf(file, read(file))),
    ...filesOf('src', '.svelte').flatMap((file) => markupOf(file, read(file))),
  ];
  return passages.filter(({ text }) => /\p{L}|\d/u.test(text));
}
