/**
 * Storage that never throws. In a frame of another site, in private windows and under strict settings
 * even reading `localStorage` may throw; then values are kept for this visit only.
 */

/** What of the DOM's `Storage` is used. */
export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface SafeStorage {
  /** @returns the stored text, or null. */
  get(key: string): string | null;
  /**
   * @param value null removes
   * @returns whether it is kept beyond this visit
   */
  set(key: string, value: string | null): boolean;
}

/** Every key on this origin starts with it: a static host may serve others beside us. */
export const PREFIX = 'strata.';

/**
 * @param open gives the storage, e.g. `() => localStorage`; may throw or give nothing. Asked on every
 *   access, since access can be withdrawn.
 */
export function createSafeStorage(open: () => StorageLike | undefined): SafeStorage {
  const memory = new Map<string, string | null>();
  return {
    get(key) {
      const kept = memory.get(key);
      if (kept !== undefined) return kept;
      try {
        return open()?.getItem(PREFIX + key) ?? null;
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        const storage = open();
        if (storage === undefined) throw new Error('no storage');
        if (value === null) storage.removeItem(PREFIX + key);
        else storage.setItem(PREFIX + key, value);
        memory.delete(key);
        return true;
      } catch {
        memory.set(key, value);
        return false;
      }
    },
  };
}

/** This browser's storage; on the server, and where it is denied, memory. */
export function browserStorage(): SafeStorage {
  return createSafeStorage((): StorageLike | undefined => globalThis.localStorage);
}
