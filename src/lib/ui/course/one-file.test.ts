import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineScript, oneFile } from './one-file.ts';

const html = await oneFile(
  {
    entry: 'lesson-1',
    site: 'https://strata.example',
    style: 'p{color:red}/*</style>*/',
    scripts: ['runtime();', 'chunk("</script><!-- -->");'],
  },
  {
    lang: 'en',
    title: 'Containers & <VMs>',
    summary: 'Who "owns" it?',
    noScript: 'Switch scripts on.',
    online: 'online',
    notice: 'Saved -- from Strata',
  },
  { id: 'lesson-data', json: '{"a":"\\u003c"}' },
);

const inside = (tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'))].map(
    ([, attributes = '', text = '']) => ({ attributes, text }),
  );
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('there is one script, one style sheet, and data; nothing ends them early', () => {
  const scripts = inside('script');
  expect(scripts.map(({ attributes }) => attributes.trim())).toEqual([
    'type="application/json" id="lesson-data"',
    '',
  ]);
  expect(scripts[1]?.text.split('\n')).toEqual([
    'runtime();',
    'strata.root="https://strata.example";',
    expect.stringContaining('dataset.file'),
    String.raw`chunk("<\/script><\!-- -->");`,
    'strata.run("lesson-1");',
  ]);
  expect(inside('style').map(({ text }) => text)).toEqual([
    expect.stringMatching(/^p\{color:red\}.*\n\[data-file\] a.*\{content:" \(online\)"/),
  ]);
});

test('its policy names just these two, and no request', () => {
  const [, policy = ''] = /http-equiv="content-security-policy" content="([^"]+)"/.exec(html) ?? [];
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashOf(inside('script')[1]?.text ?? '')}`,
    `style-src ${hashOf(inside('style')[0]?.text ?? '')}`,
    ...['img-src data:', "base-uri 'none'", "form-action 'none'"],
  ]);
});

test('its words stand in it as text, also without scripts', () => {
  expect(html).toContain('<title>Containers &amp; &lt;VMs&gt;</title>');
  expect(html).toContain('content="Who &quot;owns&quot; it?"');
  expect(html).toMatch(/<noscript>.*Switch scripts on\..*<\/noscript>/);
  expect(html).toContain('Saved - - from Strata');
});

test('a program says the same after it was written for a page', () => {
  const run = (text: string): unknown => new Function(`return ${text}`)();
  const program = '"</script>" + `</SCRIPT><!--` + /<\\/script>/.source';
  expect(run(inlineScript(program))).toBe(run(program));
});
