import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import type { Outcome } from '@/lib/platform/doors/outcome';

type Refused = Extract<Outcome<never>, { ok: false }>;
/** What came of a press. `open`: to go on, the page is opened again; what was typed is kept for it. */
export type Answer<T> = Outcome<T> | (Refused & { open: true });

/** Nothing has left the browser. */
const OFFLINE: Answer<never> = {
  ok: false,
  code: 'upstream',
  message:
    'You are offline, so nothing was sent. What you typed is still here. Try again once you are online.',
};
/** The server answered that it does not know this form any more: it has done nothing. */
const OUTDATED: Answer<never> = {
  ok: false,
  code: 'conflict',
  message:
    'Groundcrew was updated after you opened this page, so nothing was sent. Open it again, then send.',
  open: true,
};
/** The request left, and no answer came: it may have arrived. */
const UNKNOWN_ONCE: Answer<never> = {
  ok: false,
  code: 'upstream',
  message: "We don't know yet whether this arrived. Send it again to find out: it counts only once.",
};
const UNKNOWN: Answer<never> = {
  ok: false,
  code: 'upstream',
  message: "We don't know yet whether this arrived. Open the page again and look before you send it again.",
  open: true,
};

/** How long after a lost answer a form that counts once asks again. */
const PAUSES_MS = [1_000, 3_000];

/**
 * The answer to a press. A lost one is asked for again where the form counts once: the server answers then what came of the
 * first. Only what is known is said. Next's own control flow, such as a redirect, is thrown on.
 */
export async function answerTo<T>(
  ask: () => Promise<Outcome<T>>,
  how: { countsOnce: boolean; pauses?: readonly number[] },
): Promise<Answer<T>> {
  if (navigator.onLine === false) return OFFLINE;
  const { countsOnce, pauses = PAUSES_MS } = how;
  for (const pause of [...(countsOnce ? pauses : []), null]) {
    try {
      return await ask();
    } catch (error) {
      unstable_rethrow(error);
      if (unstable_isUnrecognizedActionError(error)) return OUTDATED;
      if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return countsOnce ? UNKNOWN_ONCE : UNKNOWN;
}
