/** What a break-in can meet, whatever the attack: settings and barriers, as far as they are drawn. */
import type { DataResult } from '../model/data-result.ts';
import type { AttackSetting, AttackShelf, Barrier } from '../model/isolation/attack-data.ts';
import { byId, valuesOf } from './by-id.ts';

const settingFile = import.meta.glob<DataResult<readonly AttackSetting[]>>(
  './attack-settings.json',
  { eager: true, query: '?attack-settings-drawn', import: 'default' },
);
const barrierFile = import.meta.glob<DataResult<readonly Barrier[]>>('./attack-barriers.json', {
  eager: true,
  query: '?barriers-drawn',
  import: 'default',
});

export const attackDefences: Omit<AttackShelf, 'attacks'> = {
  settings: byId(valuesOf(settingFile).flat()),
  barriers: byId(valuesOf(barrierFile).flat()),
};
