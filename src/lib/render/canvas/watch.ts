/** Things of the outside world that change how a stage must be painted; each returns its own undoing. */

/** Calls back whenever any of the media queries changes its answer. */
export function watchMedia(queries: readonly string[], onChange: () => void): () => void {
  const lists = queries.map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', onChange);
  return () => {
    for (const list of lists) list.removeEventListener('change', onChange);
  };
}

/** Calls back when the device pixel ratio changes: another screen, another browser zoom. */
export function watchPixelRatio(onChange: () => void): () => void {
  let undo = (): void => undefined;
  const arm = (): void => {
    // A query names one ratio, so it has to be asked anew after each change.
    undo = watchMedia([`(resolution: ${devicePixelRatio}dppx)`], () => {
      undo();
      arm();
      onChange();
    });
  };
  arm();
  return () => undo();
}

/** Calls back with whether the element can be seen: on screen, in a visible tab. */
export function watchVisible(element: Element, onChange: (visible: boolean) => void): () => void {
  let onScreen = true;
  const tell = (): void => onChange(onScreen && !document.hidden);
  const observer = new IntersectionObserver((entries) => {
    onScreen = entries.at(-1)?.isIntersecting ?? true;
    tell();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', tell);
  tell();
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', tell);
  };
}

/** Calls back with the element's content size in CSS px, at once and whenever it changes. */
export function watchSize(
  element: Element,
  onChange: (widthPx: number, heightPx: number) => void,
): () => void {
  let last = '';
  const tell = (width: number, height: number): void => {
    const size = `${width} ${height}`;
    if (size === last) return;
    last = size;
    onChange(width, height);
  };
  const observer = new ResizeObserver((entries) => {
    const rect = entries.at(-1)?.contentRect;
    if (rect) tell(rect.width, rect.height);
  });
  observer.observe(element);
  tell(element.clientWidth, element.clientHeight);
  return () => observer.disconnect();
}
