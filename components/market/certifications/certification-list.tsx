import { Lamp } from '@/components/ui/lamp';
import { formatInstant } from '@/components/ui/time';
import { certificationName } from '@/lib/market/certifications/catalog';
import { CERTIFICATION } from '@/lib/market/certifications/lifecycle';

import type { OwnCertification } from '@/lib/market/experts/queries';

/** A day of a certificate has no zone: shown as it is printed. */
const day = (at: Date) => formatInstant(at, { timeZone: 'UTC', show: 'day' });

/** One's own certifications with where each stands. */
export function CertificationList({ certifications }: { certifications: readonly OwnCertification[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {certifications.map((held) => {
        const { word, lamp } = CERTIFICATION.words[held.status];
        return (
          <li key={held.id} className="grid gap-1 py-2.5 text-sm">
            <span className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-medium">{certificationName(held.code)}</span>
              <Lamp tone={lamp}>{word}</Lamp>
            </span>
            <span className="text-muted">
              {held.nameAsPrinted}, number <span className="font-mono">{held.validationNumber}</span>, issued{' '}
              {day(held.issuedOn)}, expires {day(held.expiresOn)}
            </span>
            {held.reason ? (
              <span className="text-stop">
                {word}: <bdi>{held.reason}</bdi>
              </span>
            ) : null}
            {held.requeued ? (
              <span className="text-wait">You changed your name, so an admin verifies this again.</span>
            ) : null}
            {held.word ? (
              <span>
                Put the word <span className="font-mono font-medium">{held.word}</span> in the name or note of
                your public badge page, if you can. It proves the badge is yours.
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
