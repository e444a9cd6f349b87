/**
 * Ways to break in, and what stands against them. An attack is one file in `attacks/`: adding one needs no
 * other change. The files are read and checked when the site is built.
 */
import type { DataResult } from '../model/data-result.ts';
import type { Figure, Source } from '../model/figures.ts';
import type {
  AttackRecord,
  AttackRecords,
  AttackSurface,
  BarrierRecord,
  SettingRecord,
} from '../model/isolation/attack-data.ts';
import { byId, valuesOf } from './by-id.ts';

const attackFiles = import.meta.glob<DataResult<AttackRecord>>('./attacks/*.json', {
  eager: true,
  query: '?attack',
  import: 'default',
});
const settingFile = import.meta.glob<DataResult<readonly SettingRecord[]>>(
  './attack-settings.json',
  { eager: true, query: '?attack-settings', import: 'default' },
);
const barrierFile = import.meta.glob<DataResult<readonly BarrierRecord[]>>(
  './attack-barriers.json',
  {
    eager: true,
    query: '?barriers',
    import: 'default',
  },
);
const surfaceFile = import.meta.glob<DataResult<readonly AttackSurface[]>>(
  './attack-surfaces.json',
  { eager: true, query: '?surfaces', import: 'default' },
);
const figureFile = import.meta.glob<DataResult<readonly Figure[]>>(
  './figures/attack-surface.json',
  { eager: true, query: '?figures', import: 'default' },
);
const ownSources = import.meta.glob<DataResult<readonly Source[]>>('./attack-sources.json', {
  eager: true,
  query: '?sources',
  import: 'default',
});
/** Of the sources of figures, those that are named here too. */
const sharedSources = import.meta.glob<DataResult<readonly Source[]>>('./figures/sources.json', {
  eager: true,
  query: '?attack-sources',
  import: 'default',
});

export const attackRecords: AttackRecords = {
  attacks: byId(valuesOf(attackFiles)),
  settings: byId(valuesOf(settingFile).flat()),
  barriers: byId(valuesOf(barrierFile).flat()),
  surfaces: valuesOf(surfaceFile).flat(),
  figures: byId(valuesOf(figureFile).flat()),
  sources: byId([...valuesOf(ownSources), ...valuesOf(sharedSources)].flat()),
};
