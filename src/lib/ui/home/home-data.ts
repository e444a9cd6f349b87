/** What the start page is made of, at build time. */
import { home } from '#lib/content/locales/en/home.ts';
import { findLesson } from '#lib/content/lessons.ts';
import { EMPTY_SCENE, type Scene } from '#lib/model/scene.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { baseScene } from '#lib/state/named-scenes.ts';
import { sceneWords, structurePicture } from '../words/scene-words.ts';
import { miniatureOf } from './miniature.ts';

/** Width and height at which a miniature is laid out, px. */
const MINI = { widthPx: 620, heightPx: 300 };

const HERO: Scene = {
  ...EMPTY_SCENE,
  stacks: [{ id: 'vm-bare-metal' }, { id: 'docker-linux' }],
  overlays: ['namespaces', 'cgroups', 'engine'],
};

/** The lesson that goes to the bottom of a question, by the question's scene. */
const LESSONS: Readonly<Record<string, string>> = {
  'vm-vs-container': 'containers-and-vms',
  'windows-containers': 'linux-only',
  'hidden-vms': 'docker-desktop-vm',
  'docker-desktop-linux': 'docker-desktop-linux',
  'many-distros': 'many-distros',
  'start-up-race': 'measure',
};

/** @returns the hero's scene and words, and the questions with their pictures. */
export async function homeData() {
  const questions = Object.entries(home.asked).map(async ([id, question]) => ({
    id,
    question,
    lesson: findLesson(LESSONS[id] ?? '')?.id ?? null,
    mini: miniatureOf(await structurePicture(baseScene(id, knownNames), MINI)),
  }));
  return { hero: HERO, words: await sceneWords(HERO), questions: await Promise.all(questions) };
}
