import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionsOf } from '../../embed/sdk/attributes.ts';
import { frameAddress } from '../../embed/sdk/options.ts';
import { namedScenes } from '../../content/named-scenes.ts';
import { LENSES, MOTIONS, THEMES } from '../../model/scene.ts';
import { knownNames } from '../../state/known-names.ts';
import { baseScene } from '../../state/named-scenes.ts';
import { decodeScene } from '../../state/url.ts';
import { decodeEmbed } from '../../state/url-embed.ts';
import {
  decodeChoice,
  encodeChoice,
  type EmbedChoice,
  embedQuery,
  withScene,
} from './embed-choice.ts';
import { decodeView, encodeView } from './builder-view.ts';
import { parseSize } from './embed-size.ts';
import { embedAddress, escapeHtml, FORMS, type Form, snippetOf } from './snippets.ts';

const START = 'https://strata.example/x';
const choose = (search: string): EmbedChoice => decodeChoice(search).choice;

/** Undoes what attributes in double quotes need. */
function unescapeHtml(text: string): string {
  return text
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The frame's address in a form that has one. */
function addressIn(form: Form, text: string): string {
  if (form === 'notion') return text;
  return unescapeHtml(/ (?:data-)?src="([^"]*)"/.exec(text)?.[1] ?? '');
}

/** What the frame makes of its own address. */
function opened(address: string) {
  const { pathname, search } = new URL(address);
  const [, id] = /^\/x\/embed(?:\/([^/]+))?$/.exec(pathname) ?? [];
  return {
    scene: decodeScene(search, baseScene(id, knownNames), knownNames).scene,
    options: decodeEmbed(search).options,
  };
}

const ids = namedScenes.map(({ id }) => id);
const hostile = [
  '',
  '"><script>',
  "' onload=x",
  '%E0%A4%A',
  '__proto__',
  '&amp;',
  '😀',
  '1,2,3',
  '-1',
];
const value = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }));
const pairs: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(fc.constant('scene'), fc.oneof(fc.constantFrom(...ids), value)),
  fc.tuple(
    fc.constant('stacks'),
    fc.oneof(fc.constantFrom('docker-linux', 'vm-bare-metal:xen,process', 'gvisor:kvm'), value),
  ),
  fc.tuple(fc.constant('lens'), fc.oneof(fc.constantFrom(...LENSES), value)),
  fc.tuple(fc.constant('theme'), fc.oneof(fc.constantFrom(...THEMES), value)),
  fc.tuple(fc.constant('motion'), fc.oneof(fc.constantFrom(...MOTIONS), value)),
  fc.tuple(fc.constant('controls'), fc.oneof(fc.constantFrom('full', 'min', 'none'), value)),
  fc.tuple(
    fc.constant('size'),
    fc.oneof(fc.constantFrom('16:9', '4:3', 'auto', '640x480', '1x1', '99999x10'), value),
  ),
  fc.tuple(
    fc.constantFrom(
      'step',
      't',
      'play',
      'n',
      'links',
      'boot.axis',
      'size.host',
      'select',
      'autoheight',
    ),
    fc.oneof(fc.constantFrom('0', '1', '3', 'log', 'docker-linux/kernel'), value),
  ),
  fc.tuple(fc.constant('origin'), fc.oneof(fc.constant('https://lms.example'), value)),
);
const arbitraryChoice = fc
  .array(pairs, { maxLength: 8 })
  .map((all) => choose(new URLSearchParams(all.map(([key, text]) => [key, text])).toString()));

describe('what is copied', () => {
  it('holds the scene and the manners that were chosen, whatever the address was', () => {
    fc.assert(
      fc.property(
        arbitraryChoice,
        fc.constantFrom<Form>('iframe', 'moodle', 'slidev', 'notion', 'reveal'),
        (choice, form) => {
          const { scene, options } = opened(addressIn(form, snippetOf(form, choice, START)));
          const host = form === 'reveal' ? 'reveal' : choice.options.host;
          expect(scene).toEqual(choice.scene);
          expect(options).toEqual({ ...choice.options, host });
        },
      ),
    );
  });

  it('holds them as an element, too: read by the element’s own code', () => {
    fc.assert(
      fc.property(arbitraryChoice, (choice) => {
        const html = snippetOf('element', choice, START);
        const attributes = new Map(
          [
            ...(/<strata-stack([^>]*)>/.exec(html)?.[1] ?? '').matchAll(/ ([a-z-]+)="([^"]*)"/g),
          ].map(([, name = '', text = '']) => [name, unescapeHtml(text)]),
        );
        const element = {
          attributes: [...attributes].map(([name, value]) => ({ name, value })),
          getAttribute: (name: string) => attributes.get(name) ?? null,
        };
        const options = optionsOf(element as unknown as Element);
        const frame = opened(frameAddress(options, new URL(`${START}/`), 'null'));
        expect(frame.scene).toEqual(choice.scene);
        expect(frame.options).toEqual({ ...choice.options, origin: null, api: false });
      }),
    );
  });

  it('lets nothing out of its attributes', () => {
    fc.assert(
      fc.property(
        arbitraryChoice,
        fc.constantFrom<Form>('iframe', 'moodle', 'wordpress'),
        (choice, form) => {
          const [html = ''] = snippetOf(form, choice, START).split('\n<script>');
          if (html.startsWith('https:')) return;
          expect(html.replace(/\s+/g, ' ')).toMatch(
            /^<iframe(?: [a-z]+="[^"<>]*"| allowfullscreen)+><\/iframe>$/,
          );
        },
      ),
    );
  });

  it('keeps a title that looks like markup a title', () => {
    expect(escapeHtml('A "b" <c> & d')).toBe('A &quot;b&quot; &lt;c&gt; &amp; d');
  });

  it.each(FORMS)('%s: is whole, and of the start that was given', (form) => {
    const text = snippetOf(form, choose('scene=vm-vs-container&lens=size'), START);
    expect(text).toContain(START);
    expect(text).not.toMatch(/undefined|null|\[object/);
  });
});

describe('sizes', () => {
  it.each([
    ['16:9', 'aspect-ratio:16/9', 'width="960" height="540"'],
    ['4:3', 'aspect-ratio:4/3', 'width="800" height="600"'],
    ['640x480', 'max-width:100%', 'width="640" height="480"'],
  ])('%s is in the style and, for hosts that drop it, in the attributes', (size, style, sides) => {
    const text = snippetOf('iframe', choose(`size=${size}`), START);
    expect(text).toContain(style);
    expect(text).toContain(sides);
  });

  it('a fixed frame lower than others are is as low as a frame and as an element', () => {
    expect(snippetOf('iframe', choose('size=640x300'), START)).not.toContain('min-height');
    expect(snippetOf('element', choose('size=640x300'), START)).toContain('min-height:300px"');
    expect(snippetOf('element', choose('size=640x480'), START)).not.toContain('min-height');
  });

  it('no right is given twice: Chromium warns of it', () => {
    for (const form of ['iframe', 'reveal', 'slidev', 'moodle'] as const) {
      const text = snippetOf(form, choose(''), START);
      expect(text).toContain(' allowfullscreen');
      expect(text).not.toContain('fullscreen;');
    }
  });

  it('a frame that says its height comes with what listens to it', () => {
    const text = snippetOf('iframe', choose('size=auto'), START);
    expect(addressIn('iframe', text)).toContain('autoheight=1');
    expect(text).toContain("addEventListener('message'");
    expect(snippetOf('moodle', choose('size=auto'), START)).not.toContain('<script>');
  });

  it.each([
    '0x0',
    '10x900',
    '640x10',
    '640',
    '640x',
    'x480',
    '6.5x480',
    '9999x9999',
    ' 16:9',
    '-640x480',
  ])('“%s” is none', (text) => expect(parseSize(text)).toBeNull());
});

describe('hosts', () => {
  it('WordPress gets the address of a scene as it is, and a frame of a changed one', () => {
    expect(snippetOf('wordpress', choose('scene=a-break-in'), START)).toBe(
      `${START}/explore/a-break-in`,
    );
    expect(snippetOf('wordpress', choose('scene=a-break-in&theme=dark'), START)).toMatch(
      /^<iframe /,
    );
    expect(snippetOf('wordpress', choose('stacks=docker-linux'), START)).toMatch(/^<iframe /);
  });

  it('Markdown has the picture of a named scene, and a link where the picture would show another', () => {
    expect(snippetOf('markdown', choose('scene=a-break-in&controls=full'), START)).toMatch(
      /^\[!\[[^\]]+\]\(https:\/\/strata\.example\/x\/cards\/a-break-in\.png\)\]\(\S+\/explore\/a-break-in\)$/,
    );
    expect(snippetOf('markdown', choose('scene=a-break-in&lens=size'), START)).toMatch(/^\[[^!]/);
  });

  it('the element has the scene, how it looks, and a link inside', () => {
    const text = snippetOf('element', choose('scene=start-up-race&theme=dark&size.host=32'), START);
    expect(text).toContain(`<script src="${START}/sdk/v1/strata.js" defer>`);
    expect(text).toContain('<strata-stack scene="start-up-race?size.host=32" theme="dark">');
    expect(text).toMatch(/<a href="https:\/\/strata\.example\/x\/explore\/start-up-race[^"]*">/);
  });

  it('reveal.js loads the frame with its slide', () => {
    const text = snippetOf('reveal', choose(''), START);
    expect(text).toMatch(/ data-src="[^"]*host=reveal"/);
    expect(text).not.toMatch(/ src=/);
  });
});

describe('the address of the builder', () => {
  it('gives back what it was made from', () => {
    fc.assert(
      fc.property(arbitraryChoice, (choice) => {
        const again = decodeChoice(encodeChoice(choice));
        expect(again).toEqual({ choice, notices: [] });
      }),
    );
  });

  it('says what it could not use, and uses the rest', () => {
    const { choice, notices } = decodeChoice(
      'scene=nowhere&size=1x1&theme=pink&controls=full&zzz=1',
    );
    expect(notices.map(({ param, value: of }) => `${param}=${of}`).toSorted()).toEqual([
      'scene=nowhere',
      'size=1x1',
      'theme=pink',
      'zzz=1',
    ]);
    expect(choice.options.controls).toBe('full');
  });

  it('always shows something', () => {
    const { choice, notices } = decodeChoice('stacks=nowhere&theme=dark');
    expect(encodeChoice(choice)).toBe('scene=vm-vs-container&theme=dark');
    expect(notices.map(({ param }) => param)).toEqual(['stacks']);
  });

  it('keeps own measurements', () => {
    const choice = choose('stacks=process&lens=boot&boot.study=own&own=eJyrVg');
    expect(choice.scene.boot.study).toBe('own');
    expect(embedQuery(choice)).toContain('own=eJyrVg');
  });

  it('another scene keeps how the frame looks', () => {
    const before = choose('scene=a-break-in&theme=dark&controls=none&size=4:3&links=0&step=2');
    const { choice } = withScene(before, 'scene=overhead');
    expect(encodeChoice(choice)).toBe('scene=overhead&theme=dark&controls=none&links=0&size=4:3');
    expect(withScene(before, 'scene=overhead&theme=light').choice.scene.theme).toBe('light');
  });

  it('holds what the builder shows', () => {
    const view = { form: 'moodle', shown: 'wordpress', columnPx: 360 } as const;
    expect(decodeView(encodeView(view))).toEqual(view);
    expect(encodeView(decodeView('form=x&shown=y&at=3'))).toBe('');
    expect(decodeChoice(`scene=overhead&${encodeView(view)}`).notices).toEqual([]);
  });

  it('an embed’s address that was chosen as a scene is that embed', () => {
    const choice = choose('scene=a-break-in&theme=dark&controls=full');
    const { search } = new URL(embedAddress(choice, START));
    expect(withScene(choose(''), `scene=a-break-in&${search.slice(1)}`).choice).toEqual(choice);
  });
});
