import { Link } from '@/components/ui/link';
import type { Chapter } from './chapter';

export const SECURITY: Chapter = {
  slug: 'security',
  side: 'both',
  title: 'Security',
  about: 'What this installation does, what AWS does, and what is yours to do.',
  parts: [
    {
      id: 'shared',
      title: 'Who does what',
      text: ({ operator }) => (
        <ul>
          <li>
            <b>AWS</b> keeps its cloud safe, and decides on every call that an expert makes, by the policies
            of the role.
          </li>
          <li>
            <b>{operator}</b> runs this Groundcrew: who may do what here, the roles’ sessions, the proof that
            an access has ended.
          </li>
          <li>
            <b>You</b> decide whom you let in and how far, look at what was done, and keep backups of what you
            cannot lose.
          </li>
        </ul>
      ),
    },
    {
      id: 'here',
      title: 'What is done here',
      text: () => (
        <ul>
          <li>
            The part that can enter AWS accounts is a process of its own. The web pages do not hold its keys
            and cannot read what it takes to enter your account.
          </li>
          <li>An expert never gets a user, a password or a lasting key of yours, only sessions that end.</li>
          <li>The boundary in your account holds even against the widest level.</li>
          <li>Who did what is written into a record that nobody here can change.</li>
          <li>Cards are kept by Stripe. Pages load nothing from other sites.</li>
        </ul>
      ),
    },
    {
      id: 'you',
      title: 'What you can do',
      text: () => (
        <ul>
          <li>Give the narrowest level that is enough, and an early last day.</li>
          <li>
            Connect a test account instead of the one that your business runs in, where that is possible.
          </li>
          <li>
            Look at the{' '}
            <Link href="/guide/access#watch" className="link">
              activity
            </Link>{' '}
            while the expert works, and at what is left behind afterwards.
          </li>
          <li>Never post or send a password or a key. Nobody here ever needs one.</li>
          <li>Give members only the rights that they need.</li>
        </ul>
      ),
    },
    {
      id: 'problem',
      title: 'If something is wrong',
      text: ({ operator, email }) => (
        <p>
          Revoke the access first; that takes one press. Then write to {operator}:{' '}
          <a href={`mailto:${email}`} className="link">
            {email}
          </a>
          . An expert is a third party: what was agreed is between the two of you, under the{' '}
          <Link href="/legal/agreement" className="link">
            engagement agreement
          </Link>
          .
        </p>
      ),
    },
  ],
};
