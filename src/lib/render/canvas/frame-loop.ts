/**
 * The stage's one animation frame. Nothing to draw or nobody to see it: no frame is requested.
 */
export interface FrameLoop {
  /** Asks for one frame. */
  invalidate(): void;
  /**
   * Paints at once; a frame that was asked for only to paint is no longer needed.
   * @param share handed on to `paint`
   */
  paintNow(share?: number): void;
  /**
   * Runs before painting on every frame until it returns false.
   * @returns a function that stops it.
   */
  run(animation: (nowMs: number) => boolean): () => void;
  /**
   * No frame is asked for until the returned function is called: what is painted meanwhile is painted
   * by `paintNow`.
   */
  hold(): () => void;
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
export function createFrameLoop(
  paint: (share?: number) => void,
  onError: (error: unknown) => void,
): FrameLoop {
  return new Loop(paint, onError);
}

class Loop implements FrameLoop {
  readonly #paint: (share?: number) => void;
  readonly #onError: (error: unknown) => void;
  readonly #animations = new Set<(nowMs: number) => boolean>();
  #dirty = false;
  #paused = false;
  #isHeld = false;
  #stopped = false;
  #handle: number | null = null;

  constructor(paint: (share?: number) => void, onError: (error: unknown) => void) {
    this.#paint = paint;
    this.#onError = onError;
  }

  get isWaiting(): boolean {
    return this.#handle !== null;
  }

  invalidate(): void {
    this.#dirty = true;
    this.#request();
  }

  paintNow(share?: number): void {
    if (this.#stopped) return;
    this.#dirty = false;
    if (this.#animations.size === 0) this.#cancel();
    this.#attempt(() => this.#paint(share));
  }

  run(animation: (nowMs: number) => boolean): () => void {
    this.#animations.add(animation);
    this.#request();
    return () => {
      this.#animations.delete(animation);
      if (this.#animations.size === 0 && !this.#dirty) this.#cancel();
    };
  }

  hold(): () => void {
    this.#isHeld = true;
    this.#cancel();
    return () => {
      this.#isHeld = false;
      this.#request();
    };
  }

  setPaused(paused: boolean): void {
    this.#paused = paused;
    if (paused) this.#cancel();
    else this.#request();
  }

  stop(): void {
    this.#stopped = true;
    this.#animations.clear();
    this.#cancel();
  }

  #request(): void {
    const needed = this.#dirty || this.#animations.size > 0;
    const isOff = this.#paused || this.#isHeld || this.#stopped;
    if (this.#handle !== null || !needed || isOff) return;
    this.#handle = requestAnimationFrame((nowMs) => this.#frame(nowMs));
  }

  #cancel(): void {
    if (this.#handle !== null) cancelAnimationFrame(this.#handle);
    this.#handle = null;
  }

  #frame(nowMs: number): void {
    this.#handle = null;
    this.#attempt(() => {
      for (const animation of [...this.#animations]) {
        if (!animation(nowMs)) this.#animations.delete(animation);
        this.#dirty = true;
      }
      if (this.#dirty) {
        this.#dirty = false;
        this.#paint();
      }
      // What an animation asked for in its last frame has been painted by now.
      if (this.#dirty || this.#animations.size > 0) this.#request();
      else this.#cancel();
    });
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.stop();
      this.#onError(error);
    }
  }
}
