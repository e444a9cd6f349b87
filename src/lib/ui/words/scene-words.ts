/** A scene in words, made when pages are prerendered: what a page says without scripts. */
import { en } from '#lib/content/locales/en/index.ts';
import { structureSaid } from '#lib/content/locales/en/structure-said.ts';
import { namedScenes } from '#lib/content/named-scenes.ts';
import { loadStack } from '#lib/content/stacks.ts';
import { stackTitles } from '#lib/content/stack-titles.ts';
import type { Scene } from '#lib/model/scene.ts';
import { MAX_SIDE_BY_SIDE } from '#lib/model/scene.ts';
import { resolveStack } from '#lib/model/resolve.ts';
import type { ResolvedStack } from '#lib/model/stack.ts';
import { structureLens } from '#lib/scene/structure-lens.ts';
import { extras } from '#lib/state/extras.ts';
import type { Shell } from '#lib/scene/lens.ts';
import type { Picture, SummaryTable, TwinNode } from '#lib/scene/picture.ts';
import { EvidenceShelf } from '#lib/state/evidence.svelte.ts';
import { lensEntry } from '#lib/state/lenses.ts';
import { finish } from '#lib/scene/steps.ts';

export interface StackWords {
  readonly key: string;
  readonly title: string;
  readonly claim: string;
  readonly summary: string;
  readonly readout: string;
  readonly layers: readonly TwinNode[];
}

/** What there is to be shown. */
export interface Choices {
  readonly stacks: readonly {
    readonly id: string;
    readonly title: string;
    readonly claim: string;
  }[];
  /** Named scenes. */
  readonly scenes: readonly {
    readonly id: string;
    readonly title: string;
    readonly summary: string;
  }[];
}

export interface SceneWords {
  readonly headline: string;
  readonly sentence: string;
  readonly stacks: readonly StackWords[];
  readonly table: SummaryTable;
  /** In place of stacks, where the scene has none. */
  readonly choices: Choices | null;
}

/** A usual stage: what is said does not depend on its size. */
const USUAL = { widthPx: 1140, heightPx: 700 };

interface StageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * @returns the scene at rest, as its lens draws it, and the stacks in it
 * @throws {Error} when a stack cannot be read: a build must not go on with a hole in a page
 */
export async function scenePicture(
  scene: Scene,
  shell: Shell,
  size: StageSize,
): Promise<{ readonly picture: Picture; readonly drawn: readonly ResolvedStack[] }> {
  const stacks = await Promise.all(
    scene.stacks.map((ref) => resolved(ref.id, ref.variant, scene.n)),
  );
  const evidence = new EvidenceShelf();
  const entry = lensEntry(scene);
  if (entry.needs) await evidence.load(entry.needs);
  const drawn = stacks.slice(0, entry.most ?? MAX_SIDE_BY_SIDE);
  const { render } = await entry.load();
  const picture = finish(
    render({
      scene,
      stacks: drawn,
      firstIndex: 0,
      ...size,
      shell,
      words: en,
      studies: evidence.studies,
      figures: evidence.figures,
      sources: evidence.sources,
      extras,
    }),
  );
  return { picture, drawn };
}

/**
 * @param shell whose words
 * @returns the scene in plain, serialisable words.
 * @throws {Error} when a stack cannot be read: a build must not go on with a hole in a page.
 */
export async function sceneWords(scene: Scene, shell: Shell = 'explore'): Promise<SceneWords> {
  const { picture, drawn } = await scenePicture(scene, shell, USUAL);
  return {
    headline: picture.headline,
    sentence: picture.sentence,
    table: picture.table,
    choices: scene.stacks.length === 0 ? allChoices() : null,
    stacks: picture.stacks.map(({ key, title, readout, layers }) => {
      // A lens may show something that is none of the stacks.
      const stack = drawn.find((one) => one.key === key);
      const { claim = '', summary = '' } = stack ?? {};
      return { key, title, readout, layers, claim, summary };
    }),
  };
}

/** The layers of a scene's first stacks, without words around them, for a picture in the page. */
export async function structurePicture(scene: Scene, size: StageSize): Promise<Picture> {
  const refs = scene.stacks.slice(0, MAX_SIDE_BY_SIDE);
  const stacks = await Promise.all(refs.map((ref) => resolved(ref.id, ref.variant, scene.n)));
  return finish(
    structureLens({
      ...{ scene: { ...scene, lens: 'structure' }, stacks, firstIndex: 0, ...size },
      ...{
        shell: 'mobile',
        words: { ...en, structureSaid },
        studies: [],
        figures: new Map(),
        sources: new Map(),
      },
    }),
  );
}

function allChoices(): Choices {
  return {
    stacks: Object.entries(stackTitles).map(([id, { title, claim }]) => ({ id, title, claim })),
    scenes: namedScenes.map(({ id, title, summary }) => ({ id, title, summary })),
  };
}

async function resolved(
  id: string,
  variant: string | undefined,
  n: number | null,
): Promise<ResolvedStack> {
  const result = await loadStack(id);
  if (result.ok) return resolveStack(result.value, { variant, n });
  const [issue] = result.issues;
  throw new Error(`stack ${id}: ${issue?.path ?? ''} ${issue?.message ?? ''}`);
}
