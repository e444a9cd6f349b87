/** Ways to break in as far as they are drawn: who looks at a picture does not load what their cards tell. */
import type { DataResult } from '../model/data-result.ts';
import type { Attack, AttackShelf } from '../model/isolation/attack-data.ts';
import { attackDefences } from './attack-defences.ts';
import { byId, valuesOf } from './by-id.ts';

const attackFiles = import.meta.glob<DataResult<Attack>>('./attacks/*.json', {
  eager: true,
  query: '?attack-drawn',
  import: 'default',
});

export const attackShelf: AttackShelf = {
  attacks: byId(valuesOf(attackFiles)),
  ...attackDefences,
};
