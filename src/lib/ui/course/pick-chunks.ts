/** Which chunks of the classic client a file needs: what its pictures show, and nothing for others. */
import { SHARED_CHECKS } from '#lib/content/shared-checks.ts';
import type { Lens } from '#lib/model/scene.ts';
import type { ClassicManifest } from './classic-files.ts';

export interface Shown {
  readonly entry: 'lesson' | 'embed';
  /** Ids of the stacks that its pictures show. */
  readonly stacks: ReadonlySet<string>;
  /** Lenses that they show, or that a reader can change to. */
  readonly lenses: ReadonlySet<Lens>;
}

/** An embed opens no layer: its stacks are the short ones. */
const STACK_FORM: Readonly<Record<Shown['entry'], string>> = { lesson: 'parsed', embed: 'drawn' };

/** The lens that a part of the sources belongs to. */
const LENS_OF: readonly (readonly [RegExp, Lens])[] = [
  [/^src\/lib\/(?:state\/lens-boot|ui\/explore\/Boot|content\/studies\.ts)/, 'boot'],
  [/^src\/lib\/content\/figures\/.*\?start-sources$/, 'boot'],
  [/^src\/lib\/(?:state\/lens-size|ui\/size\/)/, 'size'],
  [/^src\/lib\/(?:state\/lens-isolation|ui\/isolation\/)/, 'isolation'],
  [/^src\/lib\/(?:state\/lens-(?:path|overhead)|ui\/path\/)/, 'path'],
  [/^src\/lib\/content\/figures\/.*\?(?:way-figures|path-sources)$/, 'path'],
  [/^src\/lib\/(?:state\/lens-kernel|ui\/kernel\/)/, 'kernel'],
  [/^src\/lib\/(?:state\/lens-manage|ui\/manage\/)/, 'manage'],
];
const STACK = /^src\/lib\/content\/stacks\/(.+)\.json\?(\w+)$/;
const CHECKS = /^src\/lib\/content\/checks\/(.+)\.json$/;
/**
 * Own numbers come by an address, which a file has not; nor can it be saved from itself. Attacks and
 * studies are in it together.
 */
const NEVER = /^src\/lib\/(?:ui\/own\/|ui\/course\/|state\/own-numbers)|\?(?:attack|study)-alone$/;
/** Of the workbench, beside its picture; and of frames, which show one study or attack. */
const NOT_IN_LESSON =
  /^src\/lib\/(?:ui\/\w+\/\w+(?:Side|Foot|Beside)\.svelte|state\/lens-\w+-one\.ts|content\/study-alone\.ts)$/;

/** @returns whether a file needs what is loaded by this name later on */
function isWanted(module: string, { entry, stacks, lenses }: Shown): boolean {
  const [, stack, form] = STACK.exec(module) ?? [];
  if (stack !== undefined) return stacks.has(stack) && form === STACK_FORM[entry];
  const [, checked] = CHECKS.exec(module) ?? [];
  if (checked !== undefined) return stacks.has(checked) || SHARED_CHECKS.includes(checked);
  if (NEVER.test(module) || (entry === 'lesson' && NOT_IN_LESSON.test(module))) return false;
  const [, lens] = LENS_OF.find(([pattern]) => pattern.test(module)) ?? [];
  return lens === undefined || lenses.has(lens);
}

/**
 * @returns ids of the chunks, the entry first
 * @throws {Error} when the manifest has no such entry
 */
export function pickChunks(manifest: ClassicManifest, shown: Shown): readonly string[] {
  const ids = new Set<string>();
  const take = (id: string): void => {
    const chunk = manifest.chunks[id];
    if (chunk === undefined || ids.has(id)) return;
    ids.add(id);
    chunk.imports.forEach(take);
    for (const later of chunk.dynamicImports) {
      const { module } = manifest.chunks[later] ?? {};
      if (module === undefined || isWanted(module, shown)) take(later);
    }
  };
  const entry = manifest.entries[shown.entry];
  if (entry === undefined) throw new Error(`the classic client has no entry “${shown.entry}”`);
  take(entry);
  return [...ids];
}
