import { Link } from '@/components/ui/link';
import { PROOF_MINUTES } from '@/lib/core/step-up';
import { MORNING_HOUR, TOPIC_NAMES, topicOf } from '@/lib/notifications/topics/rules';
import type { Chapter } from './chapter';
import { Picture } from './picture';

export const ACCOUNT: Chapter = {
  slug: 'account',
  side: 'both',
  title: 'Your account',
  about: 'Members and their rights, what is mailed to you, sessions and confirming.',
  parts: [
    {
      id: 'rights',
      title: 'Members and rights',
      text: () => (
        <p>
          A customer and a company can have several members. What each may do follows from their rights: for a
          customer <b>owner</b>, <b>buy</b> (proposals and payments) and <b>grant</b> (access to AWS); for a
          company <b>owner</b>, <b>sell</b>, <b>bill</b>, <b>access</b> and <b>chat</b>. Whoever lacks a right
          reads which one is missing.{' '}
          <Link href="/guide/rights" className="link">
            All rights and what they allow
          </Link>
          .
        </p>
      ),
    },
    {
      id: 'mail',
      title: 'What is mailed to you',
      text: () => (
        <>
          <p>
            The bell shows everything. Under{' '}
            <Link href="/settings/notifications" className="link">
              what is mailed to you
            </Link>{' '}
            you choose for each kind of news whether it comes at once, once a day, or not at all. The daily
            mail comes at {MORNING_HOUR}:00 by your own clock, by job, without what you have read by then.
          </p>
          <p>
            Each mail has a link that turns off its kind with one click, without signing in. These cannot be
            turned off:
          </p>
          <ul>
            {TOPIC_NAMES.map(topicOf)
              .filter(({ why }) => why)
              .map(({ label, why }) => (
                <li key={label}>
                  <b>{label}</b>. {why}
                </li>
              ))}
          </ul>
          <p>
            If your address refuses mail, nothing but mail for signing in is sent to it any more. The same
            page says so, and lets you try again.
          </p>
          <Picture name="mail-settings" />
        </>
      ),
    },
    {
      id: 'sessions',
      title: 'Sessions and confirming',
      text: () => (
        <p>
          Under{' '}
          <Link href="/settings/security" className="link">
            Security
          </Link>{' '}
          you see every browser in which you are signed in, and can end each. Before money moves or access is
          given you are asked to confirm that it is you, unless you did so in the last {PROOF_MINUTES}{' '}
          minutes: by a passkey, an authenticator app or a recovery code. There you set them up.
        </p>
      ),
    },
  ],
};
