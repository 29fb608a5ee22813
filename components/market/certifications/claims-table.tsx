import { EmptyState } from '@/components/layout/empty-state';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { showId } from '@/lib/core/id';
import { HOUR } from '@/lib/core/time';
import { certificationName } from '@/lib/market/certifications/catalog';
import type { ClaimRow } from '@/lib/market/verification/queries';

type ClaimsTableProps = { claims: readonly ClaimRow[]; timeZone: string; now: Date };

/** Whoever registered was told that it takes a day or two. */
const isLate = (since: Date, now: Date) => now.getTime() - since.getTime() > 48 * HOUR;

function waited(since: Date, now: Date): string {
  const hours = Math.floor((now.getTime() - since.getTime()) / HOUR);
  if (hours < 1) return 'less than an hour';
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}

/** Claims that wait for an admin, in the order in which they came. */
export function ClaimsTable({ claims, timeZone, now }: ClaimsTableProps) {
  return (
    <Table
      caption="Certifications to verify"
      rows={claims}
      rowKey={(claim) => claim.id}
      empty={
        <EmptyState title="Nothing to verify">
          Claims appear here when someone registers as an expert or adds a certification.
        </EmptyState>
      }
      columns={[
        {
          head: 'Person',
          main: true,
          cell: (claim) => (
            <Link href={`/admin/verification/${showId(claim.id)}`} className="underline underline-offset-3">
              {claim.person}
            </Link>
          ),
        },
        { head: 'Company', cell: (claim) => claim.company },
        {
          head: 'Certification',
          cell: (claim) => (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {certificationName(claim.code)}
              {claim.looked ? <Lamp tone="wait">Second look</Lamp> : null}
            </span>
          ),
        },
        {
          head: 'Waiting',
          cell: (claim) => (
            <span className={isLate(claim.claimedAt, now) ? 'font-medium text-wait' : undefined}>
              {waited(claim.claimedAt, now)}
            </span>
          ),
        },
        { head: 'Since', cell: (claim) => <Instant at={claim.claimedAt} timeZone={timeZone} now={now} /> },
      ]}
    />
  );
}
