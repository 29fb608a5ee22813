/** Events a socket may send a second, with a small store: typing and catching up are cheap, floods are not. */
const RATE = { perSecond: 10, store: 40 };

/** A bucket that fills by the second. Takes one drop and answers 0, or answers in how many milliseconds there is one again. */
export function bucket(): () => number {
  let drops = RATE.store;
  let at = performance.now();
  return () => {
    const now = performance.now();
    drops = Math.min(RATE.store, drops + ((now - at) / 1000) * RATE.perSecond);
    at = now;
    if (drops < 1) return Math.ceil(((1 - drops) / RATE.perSecond) * 1000);
    drops -= 1;
    return 0;
  };
}
