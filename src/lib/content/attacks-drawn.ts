/** Ways to break in as far as they are drawn: who looks at a picture does not load what their cards tell. */
import type { DataResult } from '../model/data-result.ts';
import type {
  Attack,
  AttackSetting,
  AttackShelf,
  Barrier,
} from '../model/isolation/attack-data.ts';
import { byId, valuesOf } from './by-id.ts';

const attackFiles = import.meta.glob<DataResult<Attack>>('./attacks/*.json', {
  eager: true,
  query: '?attack-drawn',
  import: 'default',
});
const settingFile = import.meta.glob<DataResult<readonly AttackSetting[]>>(
  './attack-settings.json',
  { eager: true, query: '?attack-settings-drawn', import: 'default' },
);
const barrierFile = import.meta.glob<DataResult<readonly Barrier[]>>('./attack-barriers.json', {
  eager: true,
  query: '?barriers-drawn',
  import: 'default',
});

export const attackShelf: AttackShelf = {
  attacks: byId(valuesOf(attackFiles)),
  settings: byId(valuesOf(settingFile).flat()),
  barriers: byId(valuesOf(barrierFile).flat()),
};
