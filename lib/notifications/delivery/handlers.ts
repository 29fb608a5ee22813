import { CLOCK, VENDOR } from '@/lib/core/rights';
import { sendCheck } from '@/lib/notifications/bounces/jobs';
import { addressToCheck } from '@/lib/notifications/bounces/queries';
import { sendNotification } from '@/lib/notifications/news/jobs';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { gatherDigest, recordSent } from './commands';
import { sendDigest } from './jobs';
import { checkMail, digestMail, notificationMail } from './mail';
import { postMail } from './post';
import { digestToSend, notificationToSend } from './queries';

/** A request's own address may refuse mail: then the person's own is tried. */
const ADDRESSES = 2;
/** How many people's digests are gathered in one round. */
const MOST = 200;

export const handlers: Handler[] = [
  handler(sendNotification, async ({ notificationId }, { callId }) => {
    for (let tries = 0; tries < ADDRESSES; tries += 1) {
      const told = await notificationToSend(notificationId);
      if (!told) return;
      // The same id on a second try lets a mailbox see that it is the same mail.
      const outcome = await postMail({ ...notificationMail(told), to: told.to }, callId);
      if (outcome === 'stopped') continue;
      // Refused for good: no later try would be accepted, and nothing is called sent that was not.
      if (outcome === 'refused') return;
      const sent = { notificationIds: [notificationId], email: told.to };
      return perform(VENDOR, (tx) => recordSent(tx, VENDOR, sent), { callId });
    }
  }),
  handler(sendDigest, async ({ digestId }, { callId }) => {
    const digest = await digestToSend(digestId);
    if (!digest) return;
    const outcome = await postMail({ ...digestMail({ digestId, ...digest }), to: digest.to }, callId);
    if (outcome !== 'sent') return;
    const notificationIds = digest.told.map(({ id }) => id);
    await perform(VENDOR, (tx) => recordSent(tx, VENDOR, { notificationIds }), { callId });
  }),
  handler(sendCheck, async ({ personId }, { callId }) => {
    const to = await addressToCheck(personId);
    if (to) await postMail({ ...checkMail(personId, callId), to }, callId);
  }),
];

/** What the clock does here: mornings that have come, one person a transaction. */
export const sweeps: { name: string; run: () => Promise<number> }[] = [
  {
    name: 'notifications.gatherDigests',
    run: async () => {
      let done = 0;
      while (done < MOST && (await perform(CLOCK, (tx) => gatherDigest(tx, CLOCK)))) done += 1;
      return done;
    },
  },
];
