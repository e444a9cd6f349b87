import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootRate, Player, REDUCED_HOLD_MS, type PlayerOptions } from './player.svelte.ts';

const playable = {
  durationMs: 1000,
  chapters: [
    { startMs: 0, endMs: 300 },
    { startMs: 300, endMs: 600 },
    { startMs: 600, endMs: 1000 },
  ],
};

function playerOf(options: PlayerOptions = {}, over: Partial<typeof playable> = {}): Player {
  const player = new Player(options);
  player.load({ ...playable, ...over });
  return player;
}

/** Ticks every 16 ms of real time. @returns the time after the last tick. */
function run(player: Player, fromMs: number, forMs: number): number {
  let nowMs = fromMs;
  for (; nowMs <= fromMs + forMs; nowMs += 16) player.tick(nowMs);
  return nowMs;
}

describe('Player', () => {
  it('rests until it is played, and rests after', () => {
    const player = playerOf();
    expect([player.tMs, player.positionMs, player.isPlaying]).toEqual([null, 1000, false]);
    player.tick(5);
    expect(player.tMs).toBeNull();
    player.play();
    player.tick(100);
    expect(player.tMs).toBe(0);
    player.tick(164);
    expect(player.tMs).toBe(64);
    run(player, 180, 2000);
    expect([player.tMs, player.isPlaying]).toEqual([null, false]);
  });

  it('does not play nothing', () => {
    const player = new Player();
    player.play();
    player.stepForward();
    player.stepBack();
    expect(player.isPlaying).toBe(false);
  });

  it('pauses, goes on and changes rate without a jump', () => {
    const player = playerOf();
    player.play();
    player.tick(0);
    player.tick(100);
    player.toggle();
    player.tick(5000);
    expect(player.tMs).toBe(100);
    player.toggle();
    player.tick(9000);
    player.setRate(0.5);
    player.tick(9016);
    player.tick(9116);
    expect(player.tMs).toBe(150);
    player.setRate(Number.NaN);
    player.setRate(-3);
    expect(player.rate).toBe(0.5);
  });

  it('does not drift: many frames give the same time as one', () => {
    const player = playerOf({}, { durationMs: 1e6, chapters: [] });
    player.play();
    player.tick(0.1);
    for (let frame = 1; frame <= 10_000; frame += 1) player.tick(0.1 + frame * 16.7);
    expect(player.tMs).toBeCloseTo(167_000, 6);
  });

  it('counts a long gap between frames as a short one', () => {
    const player = playerOf({}, { durationMs: 1e6, chapters: [] });
    player.play();
    player.tick(0);
    player.tick(60_000);
    expect(player.tMs).toBe(250);
  });

  it('seeks within its length', () => {
    const player = playerOf();
    player.seek(-5);
    expect(player.tMs).toBe(0);
    player.seek(1e9);
    expect(player.tMs).toBe(1000);
    player.seek(Number.NaN);
    expect(player.tMs).toBe(1000);
    player.seek(null);
    expect(player.tMs).toBeNull();
  });

  it('steps over chapter ends, forwards and back, from anywhere', () => {
    const player = playerOf();
    const forwards = [300, 600, null, 300];
    expect(forwards.map(() => (player.stepForward(), player.tMs))).toEqual(forwards);
    player.toEnd();
    const back = [600, 300, 0, 0];
    expect(back.map(() => (player.stepBack(), player.tMs))).toEqual(back);
    player.seek(450);
    player.stepBack();
    expect(player.tMs).toBe(300);
    player.seek(450);
    player.stepForward();
    expect(player.tMs).toBe(600);
    expect(player.chapterIndex).toBe(1);
    player.toStep(99);
    expect(player.tMs).toBeNull();
    player.toStep(1);
    expect(player.tMs).toBe(300);
  });

  it('plays a step and stops on its end; a second step comes at once', () => {
    const player = playerOf();
    player.stepForward('play');
    run(player, 0, 200);
    expect(player.isPlaying).toBe(true);
    player.stepForward('play');
    expect(player.tMs).toBe(300);
    run(player, 1000, 2000);
    expect([player.tMs, player.isPlaying]).toEqual([600, false]);
  });

  it('cuts from chapter to chapter when motion is reduced', () => {
    const player = playerOf({ isReduced: true });
    player.play();
    expect(player.tMs).toBe(300);
    const nowMs = run(player, 0, REDUCED_HOLD_MS - 100);
    expect(player.tMs).toBe(300);
    run(player, nowMs, 200);
    expect(player.tMs).toBe(600);
    run(player, 5000, REDUCED_HOLD_MS + 100);
    expect([player.tMs, player.isPlaying]).toEqual([null, false]);
  });

  it('grows tenfold per second on the decade clock', () => {
    const player = playerOf({ clock: 'decade' }, { durationMs: 100_000, chapters: [] });
    player.play();
    for (let nowMs = 0; nowMs <= 2000; nowMs += 100) player.tick(nowMs);
    expect(player.tMs).toBeCloseTo(100, 6);
  });

  it('knows the rates of the Boot lens', () => {
    expect(bootRate('real')).toEqual({ clock: 'linear', rate: 1 });
    expect(bootRate('slow')).toEqual({ clock: 'linear', rate: 0.01 });
    expect(bootRate('decade').clock).toBe('decade');
  });

  it('stays within its length whatever is done to it', () => {
    const deeds = fc.constantFrom<(player: Player) => void>(
      (player) => player.play(),
      (player) => player.toggle(),
      (player) => player.stepForward(),
      (player) => player.stepForward('play'),
      (player) => player.stepBack(),
      (player) => player.seek(512.5),
      (player) => player.setReduced(!player.isReduced),
      (player) => player.setClock('decade'),
      (player) => player.load({ durationMs: 500, chapters: [] }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(deeds, fc.nat(700))), (acts) => {
        const player = playerOf();
        let nowMs = 0;
        for (const [deed, waitMs] of acts) {
          deed(player);
          player.tick((nowMs += waitMs));
          const tMs = player.tMs ?? 0;
          expect(tMs >= 0 && tMs <= player.durationMs).toBe(true);
        }
      }),
    );
  });
});
