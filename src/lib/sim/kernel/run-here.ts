/**
 * Can this image run here? Whose calls it makes, which CPU it is built for, and on Windows which build,
 * against a host and what runs the image there. Every question has an answer.
 */
import type { RunHost, RunShelf } from '../../model/kernel/run-data.ts';
import { RUN_HOWS, type RunHow } from '../../model/kernel/run-names.ts';
import type { RunAnswer, RunCase, RunDraft } from './run-answer.ts';
import type { RunImage } from './run-image.ts';
import { linuxImage } from './run-linux.ts';
import { windowsImage } from './run-windows.ts';

export interface RunQuestion {
  readonly host: RunHost;
  /** Of a Windows host, in place of its usual one. */
  readonly build?: number | undefined;
  readonly how: RunHow;
  readonly image: RunImage;
}

/** @returns the answer, with at least one reason and one source */
export function runHere(question: RunQuestion, shelf: RunShelf): RunAnswer {
  const { host, how, image } = question;
  const asked: RunCase = {
    host,
    image,
    build: host.family === 'nt' ? (question.build ?? host.build ?? 0) : 0,
    isOtherCpu: image.cpu !== host.cpu,
  };
  const draft =
    image.family === 'linux' ? linuxImage(asked, how) : windowsImage(asked, how, shelf.builds);
  return answerOf(draft, shelf);
}

/** @returns every way in which that image runs on that host, as `RUN_HOWS` orders them */
export function waysToRun(
  question: Omit<RunQuestion, 'how'>,
  shelf: RunShelf,
): readonly { readonly how: RunHow; readonly answer: RunAnswer }[] {
  return RUN_HOWS.map((how) => ({ how, answer: runHere({ ...question, how }, shelf) })).filter(
    ({ answer }) => doesRun(answer),
  );
}

export function doesRun({ verdict }: RunAnswer): boolean {
  return verdict !== 'impossible' && verdict !== 'not-offered';
}

function answerOf(draft: RunDraft, shelf: RunShelf): RunAnswer {
  const needs = draft.needs ?? [];
  const sources = [
    ...draft.reasons.flatMap((id) => shelf.reasonSources.get(id) ?? []),
    ...needs.flatMap((id) => shelf.needSources.get(id) ?? []),
  ];
  return {
    verdict: draft.verdict,
    reasons: draft.reasons,
    translator: draft.translator ?? null,
    vm: draft.vm ?? null,
    stack: draft.stack ?? null,
    isNearest: draft.stack !== undefined && draft.isNearest === true,
    needs,
    sources: [...new Set(sources)],
  };
}
