import { Link } from '@/components/ui/link';
import type { Chapter } from './chapter';
import { Picture } from './picture';

export const REGISTERING: Chapter = {
  slug: 'registering',
  side: 'experts',
  title: 'Registering as an expert',
  about: 'From nothing to open requests in one form, and how your certification is checked.',
  parts: [
    {
      id: 'form',
      title: 'The form',
      text: () => (
        <>
          <p>
            <Link href="/register" className="link">
              Register
            </Link>{' '}
            asks whether you work alone or for a company, for its country, and for one certification: which
            one, its validation number, its dates, and your name as printed on it. Then you see open requests
            at once.
          </p>
          <Picture name="register" />
        </>
      ),
    },
    {
      id: 'need',
      title: 'Which certifications count',
      text: () => (
        <p>
          Any of AWS’s certifications of the level Associate, Professional or Specialty that is in force.
          Foundational ones can be shown on your profile, but do not let you answer requests.
        </p>
      ),
    },
    {
      id: 'check',
      title: 'How it is checked',
      text: () => (
        <>
          <p>
            An admin looks up the number where AWS lets certifications be verified and compares the name. You
            are told when it is verified, or why not. Until then you see of a request only its title, budget
            and tags.
          </p>
          <p>
            An answer that you write before the check is kept, and sent by itself once your certification is
            verified, if the request still takes answers.
          </p>
        </>
      ),
    },
    {
      id: 'expiry',
      title: 'When one expires',
      text: () => (
        <p>
          You are warned 60, 30 and 7 days before. When none that counts is in force any more, you can no
          longer answer or ask for access, and your profile is hidden. Jobs that run go on. Add the renewed
          certificate on your{' '}
          <Link href="/profile" className="link">
            profile
          </Link>
          .
        </p>
      ),
    },
  ],
};
