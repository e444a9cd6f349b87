/**
 * The embed's first script. A frame without an origin may load no module script and no font from a host
 * that sends no CORS headers, and asking for them would fill its console with errors: it starts with
 * classic scripts (`.ci/classic/`) instead. Everyone else gets the modules, asked for at once. The theme
 * that the address names holds from the first thing that is painted.
 */

/** What the page may start with; addresses as the page sees them. */
export interface StartFiles {
  /** The module script, and then those that it imports. */
  readonly modules: readonly string[];
  /** Classic scripts in the order in which they have to run, the entry last. */
  readonly classic: readonly string[];
  /** What the classic loader calls the entry. */
  readonly entry: string;
}

/** Id of the style element with the fonts, which stands before the script. */
export const FONTS_ID = 'fonts';

/** @returns the script's text: small, and the same wherever the files are the same */
export function startScript({ modules, classic, entry }: StartFiles): string {
  return `(function(d){
var theme=/[?&]theme=(light|dark|projector|contrast)(?:&|$)/.exec(location.search);
if(theme)d.documentElement.dataset.theme=theme[1];
function add(tag,to){return d.head.appendChild(Object.assign(d.createElement(tag),to))}
if(${classic.length === 0 ? 'true' : "self.origin!=='null'"}){
${JSON.stringify(modules)}.forEach(function(href){add('link',{rel:'modulepreload',href:href})});
addEventListener('DOMContentLoaded',function(){add('script',{type:'module',src:${text(modules[0] ?? '')}})});
return}
d.getElementById('${FONTS_ID}').remove();
function go(){self.strata&&strata.run(${text(entry)})}
var last;
${JSON.stringify(classic)}.forEach(function(src){last=add('script',{async:false,src:src})});
last.onload=last.onerror=go;
})(document)`;
}

function text(value: string): string {
  return JSON.stringify(value);
}
