/** Where a course system that speaks SCORM 1.2 puts what it can do: `API` in a window around this one. */

/** The eight calls of SCORM 1.2. Values are texts, answers `"true"` and `"false"` too. */
export interface ScormApi {
  LMSInitialize(nothing: ''): string;
  LMSFinish(nothing: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(nothing: ''): string;
  LMSGetLastError(): string;
}

/** What of a window is looked at. */
export interface WindowLike {
  readonly parent: WindowLike;
  readonly opener: WindowLike | null;
  readonly API?: unknown;
}

/** As many windows up as the standard says, no more. */
const MOST_PARENTS = 7;

/** @returns the course system's calls; null when there is none: the page is read by itself */
export function findScormApi(own: WindowLike): ScormApi | null {
  const above = apiAbove(own);
  if (above !== null) return above;
  try {
    return own.opener === null ? null : (apiIn(own.opener) ?? apiAbove(own.opener));
  } catch {
    return null;
  }
}

function apiAbove(own: WindowLike): ScormApi | null {
  let at = own;
  for (let up = 0; up < MOST_PARENTS; up += 1) {
    try {
      if (at.parent === at) return null;
      at = at.parent;
    } catch {
      return null;
    }
    const api = apiIn(at);
    if (api !== null) return api;
  }
  return null;
}

/** A window of another site refuses to be looked into; the one around it may not. */
function apiIn(place: WindowLike): ScormApi | null {
  try {
    const { API: api } = place;
    return isApi(api) ? api : null;
  } catch {
    return null;
  }
}

const CALLS = [
  'LMSInitialize',
  'LMSFinish',
  'LMSGetValue',
  'LMSSetValue',
  'LMSCommit',
  'LMSGetLastError',
] as const;

/** Some systems make their API a function with properties, some inherit the calls. */
function isApi(value: unknown): value is ScormApi {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return false;
  return CALLS.every((name) => typeof Reflect.get(value, name) === 'function');
}
