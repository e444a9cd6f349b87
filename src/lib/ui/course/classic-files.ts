/** The classic client as it lies on the site: what there is, and the texts of some of it. */
import * as v from 'valibot';

const chunk = v.object({
  name: v.string(),
  file: v.string(),
  module: v.optional(v.string()),
  imports: v.array(v.string()),
  dynamicImports: v.array(v.string()),
  css: v.array(v.string()),
  bytes: v.number(),
});
const manifest = v.object({
  runtime: v.string(),
  entries: v.record(v.string(), v.string()),
  chunks: v.record(v.string(), chunk),
});

/** `classic/manifest.json`, as far as a file needs it; written by `.ci/classic/plugin.ts`. */
export type ClassicManifest = v.InferOutput<typeof manifest>;

/** Something that a file needs did not arrive. */
export class MissingFile extends Error {
  readonly address: string;

  constructor(address: string, options?: ErrorOptions) {
    super(`${address} did not arrive`, options);
    this.address = address;
  }
}

/** @throws {MissingFile} (rejects) when the site does not hand it out, or there is no network */
export async function fetchText(address: string): Promise<string> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return await answer.text();
  } catch (cause) {
    throw new MissingFile(address, { cause });
  }
}

/**
 * @param site start of the site, without a slash at its end
 * @throws {MissingFile} (rejects) when it does not arrive, or is none
 */
export async function fetchManifest(site: string): Promise<ClassicManifest> {
  const address = `${site}/classic/manifest.json`;
  const text = await fetchText(address);
  try {
    return v.parse(manifest, JSON.parse(text));
  } catch (cause) {
    throw new MissingFile(address, { cause });
  }
}
