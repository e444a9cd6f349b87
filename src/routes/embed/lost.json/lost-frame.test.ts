import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { lostFrameTest } from './lost-frame.ts';

interface Place {
  readonly path: string;
  readonly search?: string;
  readonly origin: string;
  readonly isFramed: boolean;
}

/** Runs the script in a page that has what it looks for. */
function openAt({ path, search = '', origin, isFramed }: Place) {
  const said: unknown[] = [];
  const [head, says, link] = [{ textContent: '' }, { textContent: 'offer' }, { search: '' }];
  const main = {
    hidden: true,
    querySelector: (name: string) => (name === 'h1' ? head : says),
    querySelectorAll: () => [link],
  };
  const self = { location: { pathname: path, search }, origin, parent: {} };
  self.parent = isFramed ? { postMessage: (message: unknown) => said.push(message) } : self;
  const documentElement = { dataset: {}, style: { setProperty: () => undefined } };
  const document = { title: '', documentElement, getElementById: () => main };
  const speaks: unknown = runInNewContext(lostFrameTest(), { document, self });
  return {
    speaks,
    title: document.title,
    isShown: !main.hidden,
    said,
    words: says.textContent,
    link,
  };
}

describe('a frame that leads nowhere', () => {
  it('names the scene, hands the manners on and tells its host', () => {
    const at = {
      path: '/x/embed/no%20pe/',
      search: '?theme=dark',
      origin: 'https://strata.example',
    };
    const { speaks, title, said, link } = openAt({ ...at, isFramed: true });
    expect([speaks, title, link.search]).toEqual([
      true,
      'There is no scene “no pe”.',
      '?theme=dark',
    ]);
    expect(said).toMatchObject([{ app: 'strata', type: 'error', code: 'unknown-scene' }]);
  });

  it('speaks for any address where it has no origin, since nothing else may be loaded there', () => {
    const at = { path: '/nowhere', search: '?step=2', origin: 'null', isFramed: true };
    const { speaks, isShown, title, words, said, link } = openAt(at);
    expect([speaks, isShown, title]).toEqual([true, true, 'Nothing stands here']);
    expect(words).toMatch(/no page at this address.* opens in this frame/);
    expect([said, link.search]).toEqual([[], '']);
  });

  it.each([
    { path: '/nowhere', origin: 'https://strata.example', isFramed: true },
    { path: '/nowhere', origin: 'https://strata.example', isFramed: false },
    { path: '/embed/nope', origin: 'https://strata.example', isFramed: false },
  ])('leaves $path, framed: $isFramed, to the page', (at) => {
    expect(openAt(at)).toMatchObject({ speaks: false, isShown: false, said: [] });
  });
});
