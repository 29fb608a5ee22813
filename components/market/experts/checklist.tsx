import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { isClaimed } from '@/lib/market/certifications/lifecycle';
import type { OwnProfile } from '@/lib/market/experts/queries';
import { CHECKLIST, type ChecklistItem } from '@/lib/market/listings/rules';

const WORDS: Record<ChecklistItem, { label: string; href: string }> = {
  certification: { label: 'A verified certification that counts', href: '#certifications' },
  headline: { label: 'Headline', href: '#profile-headline' },
  summary: { label: 'Summary, or your company’s details', href: '#profile-summary' },
  languages: { label: 'Languages', href: '#profile-languages' },
  timeZone: { label: 'Time zone', href: '#profile-timeZone' },
};

/** What must be there before the profile is public; each item leads to where it is filled in. */
export function Checklist({ profile }: { profile: OwnProfile }) {
  const { missing, photo, rateFromMinor, experience } = profile;
  const waits =
    missing.includes('certification') && profile.certifications.some((held) => isClaimed(held.status));
  const more = [
    ...(photo ? [] : [{ label: 'Photo', href: '#photo' }]),
    ...(rateFromMinor === null ? [{ label: 'Rates', href: '#profile-rateFrom' }] : []),
    ...(experience ? [] : [{ label: 'Experience', href: '#profile-experience' }]),
  ];
  return (
    <div className="grid gap-3">
      <ul className="grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-2">
        {CHECKLIST.map((item) => {
          const { label, href } = WORDS[item];
          if (!missing.includes(item))
            return (
              <li key={item}>
                <Lamp tone="go" plain>
                  {label}
                  <span className="sr-only">: done</span>
                </Lamp>
              </li>
            );
          const waiting = item === 'certification' && waits;
          return (
            <li key={item}>
              <Lamp tone={waiting ? 'wait' : 'turn'} plain>
                <a href={href} className="inline-block min-h-6 underline underline-offset-3">
                  {label}
                </a>
                : {waiting ? 'waiting for an admin' : 'missing'}
              </Lamp>
            </li>
          );
        })}
      </ul>
      {more.length ? (
        <p className="text-sm text-muted">
          Optional, but good to have:{' '}
          {more.map(({ label, href }, index) => (
            <span key={href}>
              {index ? ', ' : ''}
              <Link href={href} className="underline underline-offset-3">
                {label.toLowerCase()}
              </Link>
            </span>
          ))}
          .
        </p>
      ) : null}
    </div>
  );
}
