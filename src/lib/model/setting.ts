/** The kinds of setting a lens can have. */

interface Retiming {
  /** Another value makes other things happen, or at other times: the playhead starts afresh. */
  readonly retimes?: true;
}

/** One of a closed list of words. */
export interface WordSetting<Word extends string = string> extends Retiming {
  readonly words: readonly Word[];
  readonly base: Word;
}

/** A whole number; what lies beyond `min` and `max` is held there. */
export interface NumberSetting extends Retiming {
  readonly min: number;
  readonly max: number;
  readonly base: number;
}

/** On or off; `0` and `1` in an address. */
export interface SwitchSetting extends Retiming {
  readonly base: boolean;
}

/**
 * Free text of a given form: lists, layer paths, names that are known once the lens is there. A value of
 * that form that names nothing is told by the picture (`Picture.unused`).
 */
export interface TextSetting extends Retiming {
  readonly form: RegExp;
  readonly base: string;
}

/** The name of something that an address can leave open: a start-up study. */
export interface NameSetting extends Retiming {
  readonly names: 'studies';
  readonly base: null;
}

export type Setting = WordSetting | NumberSetting | SwitchSetting | TextSetting | NameSetting;

export type ValueOf<S> = S extends { readonly words: readonly (infer Word)[] }
  ? Word
  : S extends NumberSetting
    ? number
    : S extends TextSetting
      ? string
      : S extends NameSetting
        ? string | null
        : boolean;

export type ValuesOf<Settings> = { readonly [Name in keyof Settings]: ValueOf<Settings[Name]> };

/** @returns what stands where nothing is said */
export function baseValues<const Settings extends Readonly<Record<string, Setting>>>(
  settings: Settings,
): ValuesOf<Settings>;
export function baseValues(settings: Readonly<Record<string, Setting>>): unknown {
  return Object.fromEntries(Object.entries(settings).map(([name, { base }]) => [name, base]));
}
