/**
 * Both modules as one classic script, for sites that let no other site read their files: a script element
 * without `type="module"` loads all the same. It defines `<strata-stack>` and the global `strata.mount`.
 */
import './element.ts';

export { mount } from './embed.ts';
