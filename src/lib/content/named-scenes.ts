/**
 * The scenes that have a name and an address. A scene is one file in `scenes/`, named by its id; its
 * `query` is what would stand in the address bar.
 */

/** A scene as it stands in its file, and its id. */
export interface NamedScene {
  /** As in `/explore/<id>` and `/embed/<id>`. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences. */
  readonly summary: string;
  /** Query string without `?`; stands on the empty scene. */
  readonly query: string;
}

interface SceneFile extends Omit<NamedScene, 'id'> {
  /** Place in lists, rising. */
  readonly order: number;
}

const files = import.meta.glob<SceneFile>('./scenes/*.json', { eager: true, import: 'default' });

/** Every named scene, in the order in which lists show them. */
export const namedScenes: readonly NamedScene[] = Object.entries(files)
  .sort(([, a], [, b]) => a.order - b.order)
  .map(([path, { title, summary, query }]) => ({
    id: path.replace(/^.*\/|\.json$/g, ''),
    title,
    summary,
    query,
  }));

/** @returns the scene of that id, or undefined. */
export function findNamedScene(id: string): NamedScene | undefined {
  return namedScenes.find((scene) => scene.id === id);
}
