import { Link } from '@/components/ui/link';
import type { Chapter } from './chapter';
import { Picture } from './picture';

export const PROFILE: Chapter = {
  slug: 'profile',
  side: 'experts',
  title: 'Your profile and your company',
  about: 'What customers see of you, and how to make it good.',
  parts: [
    {
      id: 'profile',
      title: 'Your profile',
      text: () => (
        <>
          <p>
            Headline, summary, what you have done, rates from and to, time zone, languages. Customers read it
            beside your answers, so say what you are good at and what you have built. The checklist on{' '}
            <Link href="/profile" className="link">
              your profile
            </Link>{' '}
            names what is missing, and you can look at it as customers see it. Nothing half-filled is shown to
            others.
          </p>
          <Picture name="profile" />
        </>
      ),
    },
    {
      id: 'certifications',
      title: 'Certifications',
      text: () => (
        <p>
          Add as many as you hold. Only verified ones are shown. The number is seen by you and the admins
          alone.
        </p>
      ),
    },
    {
      id: 'company',
      title: 'Your company',
      text: () => (
        <p>
          Name, country and a text about it stand on the{' '}
          <Link href="/company" className="link">
            company’s page
          </Link>
          , with its experts and reviews. Reviews are the company’s. Who may send proposals, ask for payments
          or for access is a matter of{' '}
          <Link href="/guide/rights" className="link">
            rights
          </Link>
          .
        </p>
      ),
    },
  ],
};
