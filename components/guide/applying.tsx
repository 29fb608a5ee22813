import { Link } from '@/components/ui/link';
import { RESPONSE_TEXT } from '@/lib/market/responses/schema';
import type { Chapter } from './chapter';
import { Picture } from './picture';

export const APPLYING: Chapter = {
  slug: 'applying',
  side: 'experts',
  title: 'Finding work and answering',
  about: 'Looking through open requests, answering well, and what becomes of an answer.',
  parts: [
    {
      id: 'find',
      title: 'Find requests',
      text: () => (
        <>
          <p>
            <Link href="/work" className="link">
              Open requests
            </Link>{' '}
            lists what customers look for. Narrow it by words, budget, services and age; mark what you want to
            come back to, and hide what is not for you. A search can be saved, and tell you by e-mail when
            something new fits.
          </p>
          <Picture name="work" />
        </>
      ),
    },
    {
      id: 'answer',
      title: 'Answer',
      text: () => (
        <>
          <p>
            An answer has {RESPONSE_TEXT.min} to {RESPONSE_TEXT.max.toLocaleString('en')} characters, and
            there is one from each company. Say what you take the cause to be, how you would begin, and when.
            The customer gets it by e-mail at once, and a conversation opens. What you have typed is kept as a
            draft.
          </p>
          <p>
            You may withdraw an answer. If a request is closed, full, or your own, the page says so before you
            write.
          </p>
        </>
      ),
    },
    {
      id: 'after',
      title: 'What becomes of it',
      text: () => (
        <p>
          You see whether it was read. If the customer edits the request, you are told what to read again. If
          they choose somebody else and thank the others, you see that it is settled.
        </p>
      ),
    },
    {
      id: 'client',
      title: 'Bring a client of your own',
      text: () => (
        <p>
          Under{' '}
          <Link href="/clients" className="link">
            Clients
          </Link>{' '}
          you invite somebody you already work with by e-mail. A private conversation opens without a public
          request, for everything that follows: proposal, access and payment.
        </p>
      ),
    },
  ],
};
