import { describe, expect, it } from 'vitest';
import { namedScenes } from '../../content/named-scenes.ts';
import { oEmbedOf, sceneLinks } from './scene-links.ts';

describe('a scene for other sites', () => {
  it('has absolute addresses where the origin is known', () => {
    const links = sceneLinks('vm-vs-container', 'https://strata.example/x');
    expect(Object.values(links).every((href) => href.startsWith('https://strata.example/x/'))).toBe(
      true,
    );
    expect(links.oembed).toMatch(/\.json$/);
  });

  it.each(namedScenes)('$id: one frame and nothing else', (scene) => {
    const answer = oEmbedOf(scene, 'https://strata.example');
    expect(answer.html).toMatch(/^<iframe src="https:[^"<]*" title="[^"<]+" [^<>]*><\/iframe>$/);
    expect(answer.html).toContain(`width="${answer.width}" height="${answer.height}"`);
  });

  it('keeps a title inside its attribute', () => {
    const answer = oEmbedOf({ id: 'a', title: 'A "b" <c> & d', summary: '', query: '' }, '');
    expect(answer.html).toContain('title="A &quot;b&quot; &lt;c> &amp; d"');
  });
});
