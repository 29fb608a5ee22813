import { BadgeCheck } from 'lucide-react';
import { shortCertification } from '@/lib/market/certifications/catalog';

/** Certifications in force, the highest first; the rest are counted. */
export function Held({ codes, most }: { codes: readonly string[]; most: number }) {
  if (codes.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm" aria-label="Active certifications">
      {codes.slice(0, most).map((code) => (
        <li key={code} className="flex min-w-0 items-center gap-1">
          <BadgeCheck aria-hidden="true" className="size-3.5 shrink-0 text-go" />
          <span className="min-w-0">{shortCertification(code)}</span>
        </li>
      ))}
      {codes.length > most ? <li className="text-muted">and {codes.length - most} more</li> : null}
    </ul>
  );
}
