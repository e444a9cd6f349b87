/**
 * The stage's one animation frame. Nothing to draw or nobody to see it: no frame is requested.
 */
export interface FrameLoop {
  /** Asks for one frame. */
  invalidate(): void;
  /** Paints at once; a frame that was asked for only to paint is no longer needed. */
  paintNow(): void;
  /**
   * Runs before painting on every frame until it returns false.
   * @returns a function that stops it.
   */
  run(animation: (nowMs: number) => boolean): () => void;
  /** A paused loop keeps what was asked for and takes it up when it goes on. */
  setPaused(paused: boolean): void;
  /** Whether a frame has been requested. */
  readonly isWaiting: boolean;
  stop(): void;
}

/**
 * @param paint called once per frame, after the animations
 * @param onError called once when an animation or `paint` throws; the loop has stopped by then
 */
export function createFrameLoop(paint: () => void, onError: (error: unknown) => void): FrameLoop {
  const animations = new Set<(nowMs: number) => boolean>();
  let dirty = false;
  let paused = false;
  let stopped = false;
  let handle: number | null = null;

  const request = (): void => {
    const needed = dirty || animations.size > 0;
    if (handle !== null || !needed || paused || stopped) return;
    handle = requestAnimationFrame(frame);
  };
  const cancel = (): void => {
    if (handle !== null) cancelAnimationFrame(handle);
    handle = null;
  };
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      stopped = true;
      animations.clear();
      cancel();
      onError(error);
    }
  };
  const frame = (nowMs: number): void => {
    handle = null;
    attempt(() => {
      for (const animation of [...animations]) {
        if (!animation(nowMs)) animations.delete(animation);
        dirty = true;
      }
      if (dirty) {
        dirty = false;
        paint();
      }
      request();
    });
  };

  return {
    invalidate() {
      dirty = true;
      request();
    },
    paintNow() {
      if (stopped) return;
      dirty = false;
      if (animations.size === 0) cancel();
      attempt(paint);
    },
    run(animation) {
      animations.add(animation);
      request();
      return () => {
        animations.delete(animation);
        if (animations.size === 0 && !dirty) cancel();
      };
    },
    setPaused(value) {
      paused = value;
      (paused ? cancel : request)();
    },
    get isWaiting() {
      return handle !== null;
    },
    stop() {
      stopped = true;
      animations.clear();
      cancel();
    },
  };
}
