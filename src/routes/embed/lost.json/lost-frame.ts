/**
 * The script of a frame that leads to no scene. SvelteKit's start would bring its router, which takes the
 * focus and, in a frame without an origin, needs files that a host without CORS headers does not hand out:
 * so this part of the page stands by itself, and tells the host what is wrong. In a frame without an origin
 * it speaks for every address: there the rest of the page may never come.
 */
import { uiSeldom } from '#lib/content/locales/en/ui-seldom.ts';

/** Stands for the scene's name in the words. */
const NAME = '{}';
/** A longer name is not repeated to the host. */
const MOST = 60;

/** @returns an expression that shows the frame's words where they belong, and is true there */
export function lostFrameTest(): string {
  const [before = '', after = ''] = uiSeldom.choice.unknown(NAME).split(NAME);
  return `(function(d,w){
var asked=/\\/embed\\/(.+?)\\/?$/.exec(w.location.pathname),bare=w.origin==='null';
if(w.parent===w||!asked&&!bare)return false;
var query=w.location.search,theme=/[?&]theme=(light|dark|projector|contrast)(?:&|$)/.exec(query);
if(theme)d.documentElement.dataset.theme=theme[1];
if(bare)d.documentElement.style.setProperty('--font-sans','"Strata fallback",system-ui,sans-serif');
var main=d.getElementById('lost-frame');
var head=main.querySelector('h1');
main.hidden=false;
if(!asked){d.title=head.textContent=${text(uiSeldom.notFound.title)};
main.querySelector('p').textContent=${text(`${uiSeldom.notFound.says} ${uiSeldom.choice.says}`)};
return true}
var id=asked[1];try{id=decodeURIComponent(id)}catch(_){}
d.title=head.textContent=${text(before)}+id+${text(after)};
main.querySelectorAll('a').forEach(function(one){one.search=query});
w.parent.postMessage({app:'strata',v:1,type:'error',code:'unknown-scene',field:'scene',
message:'scene must be a named scene; got '+JSON.stringify(id.slice(0,${MOST}))},'*');
return true})(document,self)`;
}

function text(value: string): string {
  return JSON.stringify(value);
}
