/** What the Size lens can be set to. */
export const sizeSettings = {
  /** Both halves, or one of them. */
  view: { words: ['both', 'disk', 'memory'], base: 'both' },
  /** Memory of the host, GB. */
  host: { min: 8, max: 1024, base: 64 },
  /** Memory of the program in each instance, MB. */
  program: { min: 1, max: 65_536, base: 200 },
  /** % of each guest's pages that equal those of the others and are kept once; 0: off. */
  ksm: { min: 0, max: 90, base: 0 },
  /** % of each guest's memory that a balloon gives back; 0: off. */
  balloon: { min: 0, max: 90, base: 0 },
  /** % of each guest's memory that stays shared with the snapshot it was cloned from; 0: off. */
  clone: { min: 0, max: 90, base: 0 },
  /** VM disks are linked clones of one disk. */
  linked: { base: false },
  /** Equal image layers are stored once. */
  share: { base: true },
  pull: { words: ['unpacked', 'compressed'], base: 'unpacked' },
  /** Assumptions that the reader changed: `id:MB`, comma-separated. */
  assume: { form: /^(?:[a-z-]+:[\d.]+,?)*$/, base: '' },
} as const;
