import { BadgeCheck } from 'lucide-react';
import { formatInstant } from '@/components/ui/time';
import { certificationName, certificationOf } from '@/lib/market/certifications/catalog';

/** Certifications in force with their level and last day. Each was looked up at AWS by an admin. */
export function Certificates({ held }: { held: readonly { code: string; expiresOn: Date }[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-2.5 sm:grid-cols-2">
      {held.map(({ code, expiresOn }) => (
        <li key={code} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
          <BadgeCheck aria-hidden="true" className="mt-0.75 size-4 text-go" />
          <span>{certificationName(code)}</span>
          <span className="col-start-2 text-sm text-muted">
            {certificationOf(code)?.level}, verified, valid until{' '}
            {formatInstant(expiresOn, { timeZone: 'UTC', show: 'day' })}
          </span>
        </li>
      ))}
    </ul>
  );
}
