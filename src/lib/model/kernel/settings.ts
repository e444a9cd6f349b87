/** What the Kernel lens can be set to. */
export const kernelSettings = {
  view: { words: ['ask', 'apart', 'namespaces', 'needs', 'run'], base: 'ask', retimes: true },
  /** The namespace that is looked at. */
  ns: {
    words: ['mnt', 'pid', 'net', 'uts', 'ipc', 'user', 'cgroup', 'time'],
    base: 'pid',
    retimes: true,
  },
  /** The routes of the answers are drawn. */
  routes: { base: true },
  /** Host of "can this image run here?", by the names of `/where`. */
  host: { form: /^[a-z0-9-]*$/, base: 'linux-amd64' },
  /** Images that are tried, comma-separated. */
  images: { form: /^[a-z0-9:/.,-]*$/, base: '' },
  /** What runs them, by the names of `/where`; empty: what is usual on the host. */
  how: { form: /^[a-z0-9-]*$/, base: '' },
  /** Build of a Windows host; empty: its usual one. */
  build: { form: /^\d{0,5}$/, base: '' },
  /** User space whose needs are looked at. */
  space: { form: /^[a-z0-9-]*$/, base: 'new-glibc' },
  /** Version of the host's Linux kernel. */
  version: { form: /^[\d.]*$/, base: '2.6.32' },
  /** What helps was done. */
  remedy: { base: false },
} as const;
