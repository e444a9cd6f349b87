/** A lesson that is taken along: in a course system (scorm-again stands in for one), and in one file. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { strFromU8, unzipSync } from 'fflate';
import type { CourseData } from '../../src/lib/ui/course/course-data.ts';
import { axeFindings } from './axe.ts';
import { expect, test, type Frame, type Page } from './strict-page.ts';
import { waitReady } from './stage.ts';

const LESSON = 'by-hand';
const LMS = '/lms-of-a-test';
const require = createRequire(import.meta.url);
const library = require.resolve('scorm-again/scorm12/min');

/** A call of the lesson, what came back, and the error that the course system then names. */
type Call = readonly [name: string, values: readonly string[], result: string, error: string];

/** A course system with one course in it. It keeps what it is told over reloads, as a real one does. */
const HOST = `<!doctype html><html lang="en"><title>A course</title>
<script src="${LMS}/scorm12.js"></script>
<script>
  const own = new Scorm12API({ autocommit: false });
  const kept = localStorage.getItem('kept');
  own.loadFromFlattenedJSON(Object.assign(
    { 'cmi.student_data.mastery_score': '80', 'cmi.core.student_name': 'Somebody' },
    kept ? JSON.parse(kept) : {}));
  window.trace = JSON.parse(localStorage.getItem('trace') ?? '[]');
  window.API = Object.fromEntries(['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue',
    'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'].map((name) => [name,
    (...values) => {
      const result = own[name](...values);
      if (!name.startsWith('LMSGet') || name === 'LMSGetValue') {
        trace.push([name, values, String(result), own.LMSGetLastError()]);
      }
      if (name === 'LMSCommit' || name === 'LMSFinish') {
        const at = (element) => own.cmi.core[element];
        localStorage.setItem('kept', JSON.stringify({
          'cmi.core.lesson_location': at('lesson_location'),
          'cmi.core.lesson_status': at('lesson_status'),
          'cmi.core.score.raw': own.cmi.core.score.raw,
          'cmi.suspend_data': own.cmi.suspend_data,
        }));
      }
      localStorage.setItem('trace', JSON.stringify(trace));
      return result;
    }]));
</script>
<frameset cols="*"><frame name="lesson" title="Lesson" src="${LMS}/package/index.html"></frameset></html>`;

type Files = Readonly<Record<string, Uint8Array>>;

/** Saves a lesson as its page offers it. */
async function savePackage(page: Page, passMark: string): Promise<Files> {
  await page.goto(`/learn/${LESSON}`);
  await waitReady(page);
  await page.getByRole('button', { name: 'Download for my course' }).click();
  await page.getByRole('combobox', { name: 'Pass mark' }).selectOption(passMark);
  const save = page.getByRole('link', { name: /^Save \(/ });
  await expect(save).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe(`strata-${LESSON}.zip`);
  return unzipSync(await readFile(await download.path()));
}

/** Puts a package on the site, in a course. */
async function serve(page: Page, files: Files): Promise<void> {
  const lms = await readFile(library);
  await page.context().route(`**${LMS}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(LMS.length + 1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: HOST });
    if (name === 'scorm12.js') {
      return route.fulfill({ contentType: 'text/javascript', body: lms });
    }
    const file = files[name.replace('package/', '')];
    if (file === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: 'text/html', body: Buffer.from(file) });
  });
}

/** @returns the lesson inside the course, its picture ready */
async function openCourse(page: Page): Promise<Frame> {
  await page.goto(`${LMS}/`);
  const lesson = page.frame('lesson');
  if (!lesson) throw new Error('there is no lesson in the course');
  await expect(lesson.locator('[data-stage]')).toHaveAttribute('data-state', 'ready');
  return lesson;
}

const title = (lesson: Frame) => lesson.getByRole('heading', { level: 1 });

function dataOf(files: Files): CourseData {
  const html = strFromU8(files['index.html'] ?? new Uint8Array());
  const [, json = ''] = /id="lesson-data">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json) as CourseData;
}

/** Goes from the step that is shown to another one, answering what is asked on the way. */
async function walk(
  lesson: Frame,
  { page: { lesson: data } }: CourseData,
  from: number,
  to: number,
  wrongAt: readonly number[] = [],
): Promise<void> {
  for (let at = from; at <= to; at += 1) {
    const step = data.steps[at];
    if (!step) throw new Error(`no step ${at}`);
    await expect(title(lesson)).toHaveText(step.title);
    const { question } = step;
    if (question?.kind === 'choose') {
      const wrong = question.options.find(({ id }) => id !== question.answer)?.id ?? '';
      const option = wrongAt.includes(at) ? wrong : question.answer;
      await lesson.locator(`input[type="radio"][value="${option}"]`).check();
      await lesson.getByRole('button', { name: 'This is my answer' }).click();
      const said = wrongAt.includes(at) ? 'Not quite.' : 'Right.';
      await expect(lesson.getByText(said, { exact: true })).toBeVisible();
    }
    if (at < to) await lesson.getByRole('button', { name: 'Next', exact: true }).click();
  }
}

const traceOf = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('trace') ?? '[]') as Call[]);

/** What was told last of an element. */
function toldOf(trace: readonly Call[], element: string): string | undefined {
  const told = trace.filter(([name, [key]]) => name === 'LMSSetValue' && key === element);
  return told.at(-1)?.[1][1];
}

test('a course hears of a lesson: place, score and status, over two visits', async ({ page }) => {
  test.setTimeout(150_000);
  const files = await savePackage(page, '60');
  const manifest = strFromU8(files['imsmanifest.xml'] ?? new Uint8Array());
  const listed = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, name]) => name);
  expect(Object.keys(files).sort()).toEqual(['imsmanifest.xml', ...listed].sort());
  expect(manifest).toContain('<adlcp:masteryscore>60</adlcp:masteryscore>');
  await serve(page, files);
  const data = dataOf(files);
  const { steps } = data.page.lesson;
  const last = steps.length - 1;

  const first = await openCourse(page);
  await walk(first, data, 0, 6);
  await page.goto('/');
  const begun = await traceOf(page);
  expect(toldOf(begun, 'cmi.core.lesson_status')).toBe('incomplete');
  expect(toldOf(begun, 'cmi.core.lesson_location')).toBe(steps[6]?.id);
  expect(toldOf(begun, 'cmi.core.score.raw')).toBe('57');
  expect(toldOf(begun, 'cmi.core.exit')).toBe('suspend');
  expect(toldOf(begun, 'cmi.core.session_time')).toMatch(/^\d{4}:\d\d:\d\d\.\d\d$/);
  expect(begun.at(-1)?.[0]).toBe('LMSFinish');

  const second = await openCourse(page);
  await expect(title(second)).toHaveText(steps[6]?.title ?? '');
  await expect(second.getByText('Right.', { exact: true })).toBeVisible();
  await second.getByRole('button', { name: 'Next', exact: true }).click();
  await walk(second, data, 7, 8);
  // A question that was passed over is named at the end, and led to.
  const next = second.getByRole('button', { name: 'Next', exact: true });
  await next.click();
  await expect(title(second)).toHaveText(steps[9]?.title ?? '');
  await next.click();
  await walk(second, data, 10, last);
  await second.getByRole('button', { name: 'Finish' }).click();
  const kept = second.getByRole('dialog', { name: 'Kept in your course' });
  await expect(kept.getByRole('listitem')).toHaveCount(1);
  await kept.getByRole('button', { name: `Step 10, ${steps[9]?.title}` }).click();
  await expect(kept).toBeHidden();
  await walk(second, data, 9, 9, [9]);
  for (let at = 10; at <= last; at += 1) {
    await next.click();
    await expect(title(second)).toHaveText(steps[at]?.title ?? '');
  }
  await second.getByRole('button', { name: 'Finish' }).click();
  const told = second.getByRole('dialog', { name: 'Handed to your course' });
  await expect(told).toContainText('You have passed this lesson.');
  await expect(told).toContainText('86 %');
  await told.getByRole('button', { name: 'Close' }).click();
  await second.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(title(second)).toHaveText(steps[last - 1]?.title ?? '');
  await page.goto('/');

  const ended = await traceOf(page);
  expect(toldOf(ended, 'cmi.core.lesson_status')).toBe('passed');
  expect(toldOf(ended, 'cmi.core.score.raw')).toBe('86');
  expect(toldOf(ended, 'cmi.core.exit')).toBe('');
  const names = ended.map(([name]) => name);
  expect(names.filter((name) => name === 'LMSInitialize')).toHaveLength(2);
  expect(names.filter((name) => name === 'LMSFinish')).toHaveLength(2);
  expect(names.at(-1)).toBe('LMSFinish');
  expect(ended.filter(([, , result, error]) => error !== '0' || result === 'false')).toEqual([]);
  const suspended = ended.filter(([, [key]]) => key === 'cmi.suspend_data');
  for (const [, [, value = '']] of suspended) expect(value.length).toBeLessThanOrEqual(4096);
});

test('a page around a lesson hears statements when it asks for them, of nobody', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const files = await savePackage(page, 'null');
  await serve(page, files);
  const data = dataOf(files);
  const origin = baseURL ?? '';
  await page.route('**/listener', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Listener</title>
<script>
  addEventListener('message', ({ data, origin }) => {
    if (data?.type === 'answer') sessionStorage.setItem('answer', JSON.stringify(data));
    if (data?.type === 'xapi') sessionStorage.setItem('heard', JSON.stringify([...JSON.parse(
      sessionStorage.getItem('heard') ?? '[]'), { ...data, origin }]));
  });
</script>
<iframe name="lesson" title="Lesson" width="1200" height="800"
  src="${LMS}/package/index.html?xapi=1&api=1&origin=${encodeURIComponent(origin)}"></iframe></html>`,
    }),
  );
  await page.goto('/listener');
  const lesson = page.frame('lesson');
  if (!lesson) throw new Error('there is no lesson in the page');
  await walk(lesson, data, 0, 3, [3]);
  await lesson.goto('about:blank');
  expect(await page.evaluate(() => JSON.parse(sessionStorage.getItem('answer') ?? 'null'))).toEqual(
    {
      ...{ app: 'strata', v: 1, type: 'answer', question: data.page.lesson.steps[3]?.id },
      ...{ chosen: [expect.any(String)], isRight: false },
    },
  );
  const heard = () =>
    page.evaluate(
      () =>
        JSON.parse(sessionStorage.getItem('heard') ?? '[]') as {
          app: string;
          v: number;
          statement: {
            id: string;
            actor: unknown;
            verb: { id: string };
            object: { id: string };
            result?: { success?: boolean };
          };
        }[],
    );
  const verb = (one: { statement: { verb: { id: string } } }) =>
    one.statement.verb.id.replace('http://adlnet.gov/expapi/verbs/', '');
  await expect.poll(async () => (await heard()).map(verb).at(-1)).toBe('terminated');
  const all = await heard();
  const verbs = all.map(verb);
  expect(verbs[0]).toBe('initialized');
  expect(verbs.filter((one) => one === 'answered')).toHaveLength(2);
  expect(verbs.filter((one) => one === 'progressed')).toHaveLength(4);
  expect(verbs.filter((one) => one === 'terminated')).toHaveLength(1);
  const answered = all.filter((one) => verb(one) === 'answered');
  expect(answered.map(({ statement }) => statement.result?.success)).toEqual([true, false]);
  expect(new Set(all.map(({ statement }) => statement.id)).size).toBe(all.length);
  for (const { app, v, statement } of all) {
    expect([app, v]).toEqual(['strata', 1]);
    expect(statement.actor).toMatchObject({ account: { name: 'anonymous' } });
    expect(statement.object.id).toMatch(new RegExp(`^${origin}/learn/${LESSON}`));
  }
});

test.describe('without a part of the site', () => {
  test.use({ allowedMessages: /ERR_FAILED/ });

  test('the dialog says why there is no file, and tries again', async ({ page }) => {
    let isDown = true;
    await page.route('**/classic/*.js', (route) => (isDown ? route.abort() : route.continue()));
    // The button is pressed before the page's script has come: it acts when it can.
    let letIn = (): void => undefined;
    const isPressed = new Promise<void>((resolve) => (letIn = resolve));
    await page.route('**/_app/**/*.js', async (route) => {
      await isPressed;
      await route.continue();
    });
    await page.goto('/teach', { waitUntil: 'commit' });
    await page
      .getByRole('button', { name: /^Download for my course: “/ })
      .first()
      .click();
    letIn();
    await expect(page.getByRole('alert')).toContainText('A part of the file did not arrive: http');
    expect(await axeFindings(page)).toEqual([]);
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('link', { name: /^Save \(/ })).toBeVisible({ timeout: 30_000 });
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('a lesson of one’s own is taken along too', async ({ page }, info) => {
  test.setTimeout(120_000);
  await page.goto('/explore/vm-vs-container');
  await waitReady(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Add to my lesson' }).click();
  await page.goto('/teach/mine');
  await page.getByRole('textbox', { name: 'Title of the lesson' }).fill('Mine');
  await page.getByRole('textbox', { name: 'Title of the lesson' }).blur();
  await page.getByRole('button', { name: 'Download for my course' }).click();
  await expect(page.getByText('This lesson asks nothing', { exact: false })).toBeVisible();
  await page.getByText('One file', { exact: true }).click();
  await expect(page.getByText('strata-mine.html', { exact: true })).toBeVisible({
    timeout: 30_000,
  });
  const save = page.getByRole('link', { name: /^Save \(/ });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const path = info.outputPath('mine.html');
  await download.saveAs(path);
  const { file, complaints } = await openFile(page, path);
  await waitReady(file);
  await expect(file).toHaveTitle(/Mine/);
  await expect(file.locator('[data-layer="docker-linux/kernel"]')).toBeAttached();
  expect(complaints).toEqual([]);
  await file.context().close();
});

test('a page around a scene hears statements when it asks for them', async ({ page, baseURL }) => {
  const query = `xapi=1&origin=${encodeURIComponent(baseURL ?? '')}`;
  await page.route('**/listener', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Listener</title>
<script>
  const heard = window.statements = [];
  addEventListener('message', ({ data }) => {
    if (data?.type === 'xapi') heard.push(data.statement.verb.display.en);
  });
</script>
<iframe name="scene" title="Scene" width="900" height="560"
  src="/embed/vm-vs-container?${query}"></iframe></html>`,
    }),
  );
  await page.goto('/listener');
  const scene = page.frame('scene');
  if (!scene) throw new Error('there is no scene in the page');
  const heard = () => page.evaluate(() => Reflect.get(window, 'statements') as string[]);
  await expect.poll(heard).toEqual(['initialized']);
  const slider = scene.getByRole('slider');
  await slider.press('Home');
  await expect.poll(heard).toEqual(['initialized', 'progressed']);
  await slider.press('End');
  await expect.poll(heard).toEqual(['initialized', 'progressed', 'progressed']);
  await scene.goto('about:blank');
  await expect.poll(heard).toEqual(['initialized', 'progressed', 'progressed', 'terminated']);
});

/** Opens a file with the network shut; what goes wrong ends up in `complaints`. */
async function openFile(page: Page, path: string): Promise<{ file: Page; complaints: string[] }> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the browser is gone');
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith('file:')) return route.continue();
    complaints.push(`request: ${url}`);
    return route.abort();
  });
  const file = await context.newPage();
  file.on('console', (message) => complaints.push(`console: ${message.text()}`));
  file.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  await file.goto(`file://${path}`);
  return { file, complaints };
}

test('a lesson in one file opens from a disk: picture, steps, words and questions', async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  await page.goto(`/learn/${LESSON}`);
  await waitReady(page);
  await page.getByRole('button', { name: 'Download for my course' }).click();
  await page.getByText('One file', { exact: true }).click();
  const save = page.getByRole('link', { name: /^Save \(/ });
  await expect(page.getByText(`strata-${LESSON}.html`, { exact: true })).toBeVisible({
    timeout: 30_000,
  });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  await expect(page.getByRole('status').filter({ hasText: `strata-${LESSON}.html` })).toBeVisible();
  const path = info.outputPath('lesson.html');
  await download.saveAs(path);

  const { file, complaints } = await openFile(page, path);
  await waitReady(file);
  const lesson = file.mainFrame();
  await file.locator('input[type="radio"]').first().check();
  await file.getByRole('button', { name: 'This is my answer' }).click();
  await expect(file.getByText(/^(Right|Not quite)\.$/)).toBeVisible();
  const steps = await file.getByRole('navigation', { name: 'Steps' }).getByRole('listitem').count();
  for (let at = 1; at < steps; at += 1) {
    await file.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(file.locator('[aria-current="step"]')).toHaveText(String(at + 1));
    await waitReady(file);
    await expect(lesson.locator('[data-layer]').first()).toBeAttached();
  }
  // Back goes through the steps, and the file remembers where its reader is.
  await file.goBack();
  await expect(file.locator('[aria-current="step"]')).toHaveText(String(steps - 1));
  await file.reload();
  await expect(file.locator('[aria-current="step"]')).toHaveText(String(steps - 1));
  const mark = await file
    .getByRole('link', { name: 'Strata' })
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(mark).toBe('" (online)"');
  const next = file.getByRole('link', { name: /^Next/ });
  await expect(next).toHaveAttribute('href', `#step=${steps}`);
  expect(complaints).toEqual([]);
  await file.context().close();
});

test('a scene in one file opens from a disk and plays', async ({ page }, info) => {
  test.setTimeout(120_000);
  await page.goto('/explore/start-up-race?theme=dark');
  await waitReady(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Save as one file' }).click();
  const save = page.getByRole('link', { name: /^Save \(/ });
  await expect(save).toBeVisible({ timeout: 30_000 });
  expect(await axeFindings(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('strata-scene.html');
  const path = info.outputPath('scene.html');
  await download.saveAs(path);

  const { file, complaints } = await openFile(page, path);
  await waitReady(file);
  await expect(file.getByRole('heading', { level: 1 })).toHaveText(/\w/);
  const link = file.getByRole('link', { name: 'Open in Strata' });
  // To what was saved, which has no name.
  await expect(link).toHaveAttribute('href', /\/explore\?stacks=.*lens=boot.*theme=dark/);
  const slider = file.getByRole('slider');
  const before = await slider.getAttribute('aria-valuetext');
  await slider.press('Home');
  await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '');
  expect(complaints).toEqual([]);
  await file.context().close();
});
