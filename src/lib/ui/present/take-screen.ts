/** Keeps the screen lit while the wall is seen, where the browser can. */
export function takeScreen(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isGone = false;
  const take = async (): Promise<void> => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    try {
      const taken = await navigator.wakeLock.request('screen');
      if (isGone) void taken.release();
      else lock = taken;
    } catch {
      // A low battery or a setting: the screen does as it always does.
    }
  };
  const listen = (): void => void take();
  document.addEventListener('visibilitychange', listen);
  void take();
  return () => {
    isGone = true;
    document.removeEventListener('visibilitychange', listen);
    void lock?.release().catch(() => undefined);
  };
}
